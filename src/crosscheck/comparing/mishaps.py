"""What caused the event of a story: left open in one article and given as a fact in another, or given in two ways.

A story is of one event, whose cause is asked for in few words ("The cause is under investigation"). So such a
statement is set against the one that gives the cause, wherever they stand, and a cause against another cause.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.model import Certainty, Claim, Reason, Relation, Role, Span, Values, Wording

_FEW = 7  # words with content of a clause that does no more than leave the cause open
_NEAR = 4  # words before a word of causing in which the event or an auxiliary stands
_LONGEST = 10  # words of a cause
_DAYS = 3  # days between two articles that may give the cause of one event
_STRENGTH = 0.8
_THE_CAUSE: Values = (("display", "the cause"),)
_BY = ("by", "on", "to")
_TOLD = ("was", "were", "is", "been", "being")


class Cause(NamedTuple):
    """The cause as a statement tells it: of what (`None` for the event), in which words; none where it is left open."""

    claim: Claim
    word: Token
    of: str | None
    words: tuple[Token, ...]
    sure: bool

    @property
    def canons(self) -> frozenset[str]:
        return frozenset(word.canon for word in self.words)


def compare(context: Context) -> list[Wide]:
    """The cause of an event, where articles leave it open and give it, or give it in two ways."""
    told = [each for claim in context.claims if _may_tell(context, claim) for each in _read(context, claim)]
    asked, given = [each for each in told if not each.words], [each for each in told if each.words]
    open_ = [pair for a in asked for pair in ((a, b) for b in given if b.sure and _is_one(context, a, b))]
    two = [pair for pair in combinations(given, 2) if _is_one(context, *pair) and _are_two(context, given, *pair)]
    found = [_open(context, _first(open_))] if open_ else []
    return [*found, *(_rivals(context, pair) for pair in two)]


def _may_tell(context: Context, claim: Claim) -> bool:
    return not context.lowers(claim).isdisjoint(word_class("cause"))


def _read(context: Context, claim: Claim) -> Iterator[Cause]:
    """The causes that a statement gives as a fact, and where it leaves the cause open."""
    lowers = context.lowers(claim)
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    for i, word in enumerate(words):
        if word.surface.lower() not in word_class("cause"):
            continue
        first, last = clause(text, words, Span(word.start, word.end))
        if _is_left_open(words, i, first, last):
            yield Cause(claim, word, _of(words, i), (), True)
            return
        denied = any(each.surface.lower() in word_class("negator") for each in words[first:last])
        if not denied and lowers.isdisjoint(word_class("hypothetical") | word_class("cause-doubt")):
            given = _given(words, i, first, last)
            if given is not None:
                of, filler = given
                sure = word.surface.lower() == "cause" or not lowers.isdisjoint(word_class("finding-out"))
                kept = tuple(each for each in filler[:_LONGEST] if _has_content(each) and each.canon != of)
                if kept:
                    yield Cause(claim, word, of, kept, sure)


def _is_left_open(words: Sequence[Token], i: int, first: int, last: int) -> bool:
    """Whether the clause of a word for the cause does no more than leave it open."""
    if len(words) <= _FEW:
        first, last = 0, len(words)  # "Cause: under investigation"
    part = [word.surface.lower() for word in words[first:last]]
    told = [word for word in part if word not in stopwords()]
    return (
        words[i].surface.lower() in word_class("cause-noun")
        and len(told) <= _FEW
        and not word_class("cause-open").isdisjoint(part)
    )


def _of(words: Sequence[Token], i: int) -> str | None:
    """Of what a noun for the cause is: "of the fire"; `None` where it is of the event, whatever it is."""
    after = [word.surface.lower() for word in words[i + 1 : i + 3]]
    if after[:1] not in (["of"], ["for"], ["behind"]):
        return None
    rest = [word for word in words[i + 2 : i + 2 + _NEAR] if word.surface.lower() not in stopwords()]
    return _event(rest[0]) if rest else None


def _event(word: Token) -> str | None:
    """The event that a word names; `None` for "the accident", which may be of any kind."""
    return None if word.canon in canon_class("mishap") else word.canon


def _given(words: Sequence[Token], i: int, first: int, last: int) -> tuple[str | None, Sequence[Token]] | None:
    """Of what, and in which words, the cause is given at a word that tells of causing."""
    lower, after = words[i].surface.lower(), words[i + 1].surface.lower() if i + 1 < len(words) else ""
    if lower == "cause":
        verb = next((j for j in range(i + 1, min(last, i + 1 + 2 * _NEAR)) if words[j].surface in ("was", "is")), None)
        return (_of(words, i), words[verb + 1 : last]) if verb is not None else None
    if lower not in word_class("causing"):
        return None
    before = [j for j in range(max(first, i - _NEAR), i) if words[j].surface.lower() in _TOLD]
    if before and after in _BY:
        subject = [word for word in words[first : before[0]] if _is_event(word)]
        return (_event(subject[-1]), words[i + 2 : last]) if subject else None
    if after == "the" and not before:
        thing = next((word for word in words[i + 2 : min(last, i + 2 + _NEAR)] if _is_event(word)), None)
        return (_event(thing), words[first:i]) if thing else None
    return None


def _is_event(word: Token) -> bool:
    return word.surface.lower() in word_class("accident") or word.canon in canon_class("mishap")


def _has_content(word: Token) -> bool:
    lower = word.surface.lower()
    known = word_class("finding-out")
    return lower not in stopwords() and lower not in known and word.canon not in canon_class("vague-cause")


def _is_one(context: Context, one: Cause, two: Cause) -> bool:
    """Whether two articles tell of the cause of one event."""
    if one.claim.statement.article_id == two.claim.statement.article_id:
        return False
    return len({one.of, two.of} - {None}) < 2


def _are_two(context: Context, given: Sequence[Cause], one: Cause, two: Cause) -> bool:
    """Whether two causes have no word in common, and neither article tells of the other's."""
    if (one.of is None and two.of is None) or not context.of_one_time(one.claim, two.claim, _DAYS):
        return False
    for mine, other in ((one, two), (two, one)):
        article = mine.claim.statement.article_id
        own = {word.canon for claim in context.by_article[article] for word in context.words(claim)}
        if other.canons <= own:
            return False
    return not one.canons & two.canons


def _first(pairs: Sequence[tuple[Cause, Cause]]) -> list[Cause]:
    """The first statement of each article on either side."""
    found: dict[tuple[str, bool], Cause] = {}
    for each in (each for side in (0, 1) for pair in pairs for each in pair[side : side + 1]):
        found.setdefault((each.claim.statement.article_id, bool(each.words)), each)
    return list(found.values())


def _open(context: Context, told: Sequence[Cause]) -> Wide:
    """The cause, as it is left open and given."""

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        possible, stated = sorted((a, b), key=lambda side: _value(side[0]) == "stated")
        days = [[context.day(said.claim) for said in side] for side in (possible, stated)]
        later = all(x is not None and y is not None and x < y for x in days[0] for y in days[1])
        return ("update" if later else "conflict"), None

    def shown(said: Said) -> tuple[Values, str]:
        value = _value(said)
        return (("value", value),), "given as a fact" if value == "stated" else "left open"

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return weigh(context, "certainty", Slot(entries, _STRENGTH), _THE_CAUSE, _value, shown, relation)

    return Wide(tuple((each.claim, _certainty(each)) for each in told), weighed)


def _certainty(each: Cause) -> Certainty:
    value = "stated" if each.words else "possible"
    return Certainty(Span(each.word.start, each.word.end), value, f"certainty.{value}", Role(None, "cause"))


def _value(said: Said) -> str:
    assert isinstance(said.fact, Certainty)
    return said.fact.value


def _rivals(context: Context, pair: tuple[Cause, Cause]) -> Wide:
    """Two causes of one event."""
    entries = tuple((each.claim, _worded(context, each)) for each in pair)

    def shown(said: Said) -> tuple[Values, str]:
        return (("slot", "cause"), ("filler", _filler(said))), _filler(said)

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return "conflict", None

    def weighed(said: tuple[Said, ...]) -> Compared:
        return weigh(context, "wording", Slot(said, _STRENGTH), _THE_CAUSE, _key, shown, relation)

    return Wide(entries, weighed)


def _worded(context: Context, each: Cause) -> Wording:
    span = Span(each.words[0].start, each.words[-1].end)
    text = " ".join(span.of(context.articles[each.claim.statement.article_id].text).split())
    return Wording(span, text, "wording.cause", Role(None, "cause"))


def _key(said: Said) -> Hashable:
    return _filler(said).lower()


def _filler(said: Said) -> str:
    assert isinstance(said.fact, Wording)
    return said.fact.filler
