"""Causes: "the cause is not known" against "it was caused by a leak", and two causes of one thing.

A story is of one event, whose cause is asked for in few words ("The cause is under investigation"). So such a
statement is set against the one that gives the cause, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.slots import Slot, merged
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause, is_verb
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.model import Certainty, Claim, Reason, Relation, Role, Span, Values, Wording

_FEW = 7  # words with content of a statement that does no more than leave the cause open
_SURE = 0.85  # alignment from which two statements give the cause of one thing
_NEAR = 4  # words on either side in which a "not" bears on the cause
_LONGEST = 8  # words of a cause
_STRENGTH = 0.8
_THE_CAUSE: Values = (("display", "the cause"),)


def compare(context: Context) -> list[Wide]:
    """Statements that leave the cause of the event open, against those that give it as a fact."""
    given = _first(context, "stated")
    asked = _first(context, "possible") if given else {}
    entries = [*asked.values(), *given.values()]
    if not asked or len({claim.statement.article_id for claim, _ in entries}) < 2:
        return []
    return [Wide(tuple(entries), lambda said: _weighed(context, said))]


def _first(context: Context, value: str) -> dict[str, tuple[Claim, Certainty]]:
    """The first statement of each article that gives the cause, or leaves it open."""
    found: dict[str, tuple[Claim, Certainty]] = {}
    for claim in context.claims:
        if claim.statement.article_id in found or context.lowers(claim).isdisjoint(word_class("cause")):
            continue
        words = context.words(claim)
        word = (_given if value == "stated" else _asked)(context, claim, words)
        if word is not None:
            fact = Certainty(Span(word.start, word.end), value, f"certainty.{value}", Role(None, "cause"))
            found[claim.statement.article_id] = claim, fact
    return found


def _asked(context: Context, claim: Claim, words: Sequence[Token]) -> Token | None:
    """The word for the cause in a statement that does no more than leave it open."""
    told = [word for word in words if word.surface.lower() not in stopwords()]
    if len(told) > _FEW or context.lowers(claim).isdisjoint(word_class("cause-open")):
        return None
    return next((word for word in words if word.surface.lower() in word_class("cause-noun")), None)


def _given(context: Context, claim: Claim, words: Sequence[Token]) -> Token | None:
    """The word for the cause in a statement that gives it as a fact: established, or of the accident by name."""
    lowers = context.lowers(claim)
    if not lowers.isdisjoint(word_class("hypothetical") | word_class("cause-doubt")):
        return None
    for i, word in enumerate(words):
        before, after = (
            (words[i - 1].surface.lower() if i else ""),
            [each.surface.lower() for each in words[i + 1 : i + 3]],
        )
        lower = word.surface.lower()
        noun = lower == "cause" and after[:1] in (["was"], ["is"])
        passive = lower == "caused" and after[:1] == ["by"] and before in ("was", "were", "been")
        active = lower == "caused" and after[:1] == ["the"] and any(each in word_class("accident") for each in after)
        if noun or ((passive or active) and not lowers.isdisjoint(word_class("finding-out"))):
            return word
    return None


def _negates(word: Token) -> bool:
    return word.surface.lower() in word_class("negator")


def _weighed(context: Context, entries: tuple[Said, ...]) -> Compared:
    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        possible, stated = sorted((a, b), key=lambda side: _value(side[0]) == "stated")
        days = [[context.day(said.claim) for said in side] for side in (possible, stated)]
        later = all(x is not None and y is not None and x < y for x in days[0] for y in days[1])
        return ("update" if later else "conflict"), None

    def shown(said: Said) -> tuple[Values, str]:
        value = _value(said)
        return (("value", value),), "given as a fact" if value == "stated" else "left open"

    return weigh(context, "certainty", Slot(entries, _STRENGTH), _THE_CAUSE, _value, shown, relation)


def _value(said: Said) -> str:
    assert isinstance(said.fact, Certainty)
    return said.fact.value


def rivals(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Two causes that aligned members give for one thing, with no word in common."""
    pairs = []
    for (left, right), close in sorted(aligned.items()):
        if close < _SURE or context.of_two_things(members[left], members[right]):
            continue
        one, two = _cause(context, members[left]), _cause(context, members[right])
        if one and two and not _tells(context, members[right], one) and not _tells(context, members[left], two):
            pairs.append((_worded(context, left, members[left], one), _worded(context, right, members[right], two)))
    return Outcome(tuple(_two_causes(context, entries, aligned) for entries in merged(pairs)))


def _cause(context: Context, claim: Claim) -> list[Token]:
    """The words of the one cause that a statement gives: "destocking" of "owing to destocking by customers"."""
    if context.lowers(claim).isdisjoint(word_class("cause-before")):
        return []
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    found: list[list[Token]] = []
    for i, word in enumerate(words[:-2]):
        pair = word.surface.lower(), words[i + 1].surface.lower()
        if f"{pair[0]}-{pair[1]}" not in word_class("cause-phrase") or _is_infinitive(words, i + 2):
            continue
        first, last = clause(text, list(words), Span(words[i + 2].start, words[i + 2].end))
        found.append([each for each in words[max(i + 2, first) : min(last, i + 2 + _LONGEST)] if _has_content(each)])
    return found[0] if len(found) == 1 else []


def _is_infinitive(words: Sequence[Token], at: int) -> bool:
    """Whether "due to" leads up to a verb: "is due to meet"."""
    return not words[at].surface.endswith("ing") and words[at - 2].surface == "due" and is_verb(list(words), at)


def _has_content(word: Token) -> bool:
    return word.surface.lower() not in stopwords() and word.canon not in canon_class("vague-cause")


def _tells(context: Context, claim: Claim, cause: Sequence[Token]) -> bool:
    """Whether a statement has a word of a cause."""
    return not {word.canon for word in cause}.isdisjoint(word.canon for word in context.words(claim))


def _worded(context: Context, member: int, claim: Claim, cause: Sequence[Token]) -> Said:
    span = Span(cause[0].start, cause[-1].end)
    text = " ".join(span.of(context.articles[claim.statement.article_id].text).split())
    return Said(member, claim, Wording(span, text, "wording.cause", Role(None, "cause")))


def _two_causes(context: Context, entries: tuple[Said, ...], aligned: Aligned) -> Compared:
    strength = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)

    def key(said: Said) -> Hashable:
        return _filler(said).lower()

    def shown(said: Said) -> tuple[Values, str]:
        return (("slot", "cause"), ("filler", _filler(said))), _filler(said)

    return weigh(
        context, "wording", Slot(entries, round(_STRENGTH * strength, 4)), _THE_CAUSE, key, shown,
        lambda a, b: ("conflict", None),
    )  # fmt: skip


def _filler(said: Said) -> str:
    assert isinstance(said.fact, Wording)
    return said.fact.filler
