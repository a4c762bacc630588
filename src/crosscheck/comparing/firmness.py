"""How firmly one deed is told: "may have leaked", "is not confirmed", against "had leaked"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.facets import Outcome
from crosscheck.comparing.polarity import same_things
from crosscheck.comparing.replaced import compared
from crosscheck.comparing.slots import merged
from crosscheck.lexicon.en.syntax import is_verb
from crosscheck.lexicon.en.words import Token, canon_class, irregular, stopwords, word_class
from crosscheck.model import Certainty, Claim, Reason, Relation, Role, Span

_ALIKE = 0.6  # alignment from which two statements are held to tell of one deed
_LIKELY = 0.7  # the same where the one says that it is confirmed, and the other that it is not
_SAME = 0.9  # the same where the other tells it in the plain past: "may have taken", "took"
_RARE = 1.2  # how rare the words in common must be, added up: 1 is a word that no other statement of the story has
_REACH = 3  # words before a verb that say how firmly it is told


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Deeds that one member tells as done and another, of no other day, as possible or thought of.

    What is confirmed on a later day than it was said to be possible is an update.
    """
    pairs, sure = [], []
    for (left, right), close in sorted(aligned.items()):
        one, two = members[left], members[right]
        if close < _ALIKE or one.statement.article_id == two.statement.article_id:
            continue
        found = []
        if not context.of_two_days(one, two):
            found = _pairs(context, members, left, right, close) or _pairs(context, members, right, left, close)
            pairs += found
        if close >= _LIKELY and not found:
            sure += [*_confirmed(context, members, left, right), *_confirmed(context, members, right, left)]
    strength = max((0.9 * alignment(aligned, a, b) for a, b in (*pairs, *sure)), default=0.0)
    deeds = [compared(context, "certainty", each, round(strength, 4)) for each in merged(pairs)]
    news = [
        compared(context, "certainty", each, round(strength, 4), lambda a, b: _grown(context, a, b))
        for each in merged(sure)
    ]
    return Outcome((*deeds, *(each._replace(sure=True) for each in news)))


def _grown(context: Context, a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    """An update where what is certain was published on a later day than what is possible."""
    possible, stated = sorted((a, b), key=_is_stated)
    days = [[context.day(said.claim) for said in side] for side in (possible, stated)]
    later = all(x is not None and y is not None and x < y for x in days[0] for y in days[1])
    return ("update" if later else "conflict"), None


def _is_stated(side: Sequence[Said]) -> bool:
    fact = side[0].fact
    return isinstance(fact, Certainty) and fact.value == "stated"


def _confirmed(context: Context, members: Sequence[Claim], open_: int, done: int) -> Iterator[tuple[Said, Said]]:
    """What one member says may be or is not confirmed, and the other that it is confirmed."""
    possible, settled = _certainties(members[open_]), _certainties(members[done])
    if "possible" not in possible or "confirmed" in possible or "confirmed" not in settled or "possible" in settled:
        return
    if not context.lowers(members[done]).isdisjoint(word_class("negator")):
        return
    if context.rarity(_content(context, members[open_]) & _content(context, members[done])) >= _RARE:
        yield (
            _told(open_, members[open_], possible["possible"], "possible"),
            _told(done, members[done], settled["confirmed"], "stated"),
        )


def _certainties(claim: Claim) -> dict[str, Certainty]:
    return {fact.value: fact for fact in claim.facts if isinstance(fact, Certainty)}


def _content(context: Context, claim: Claim) -> set[str]:
    common = stopwords()
    return {word.canon for word in context.words(claim) if word.surface.lower() not in common}


def _told(member: int, claim: Claim, fact: Certainty, value: str) -> Said:
    return Said(member, claim, Certainty(fact.span, value, f"certainty.{value}", fact.role))


def _pairs(context: Context, members: Sequence[Claim], open_: int, done: int, close: float) -> list[tuple[Said, Said]]:
    """The deed that one member leaves open and the other tells as done, as two facts; at most one."""
    if context.lowers(members[open_]).isdisjoint(_opening()):
        return []
    if not context.lowers(members[done]).isdisjoint(_undoing()):
        return []
    words, others = context.words(members[open_]), context.words(members[done])
    for i, word in enumerate(words):
        value = _left_open(words, i) if is_verb(words, i) else None
        if value is None or word.canon in canon_class("vague"):
            continue
        for j, other in enumerate(others):
            if other.canon == word.canon and (_is_done(others, j) or (close >= _SAME and _is_past(other))):
                sides = _said(open_, members[open_], word, value), _said(done, members[done], other, "stated")
                if same_things(context, *sides):
                    return [sides]
    return []


@cache
def _opening() -> frozenset[str]:
    """The words without one of which no deed is left open."""
    return word_class("hedge") | word_class("weighing")


@cache
def _undoing() -> frozenset[str]:
    """The words by one of which nothing is told as done."""
    return word_class("hypothetical") | word_class("negator")


def _left_open(words: Sequence[Token], i: int) -> str | None:
    """How the verb at this position is left open: "possible", "planned"; `None` where it is told as done."""
    before = [word.surface.lower() for word in words[max(0, i - _REACH) : i]]
    if any(word in word_class("hedge") for word in before) and "have" in before:
        return "possible"
    if before and before[-1] in word_class("weighing") and words[i].surface.endswith("ing"):
        return "planned"
    return None


def _is_done(words: Sequence[Token], i: int) -> bool:
    """Whether the verb at this position is told as done: "has closed", "had leaked"."""
    before = words[i - 1].surface.lower() if i else ""
    return before in ("has", "have", "had") and is_verb(list(words), i)


def _is_past(word: Token) -> bool:
    """Whether a verb is told in the past, as far as its form shows."""
    lower = word.surface.lower()
    return lower.endswith("ed") or (lower in irregular() and not lower.endswith("en"))


def _said(member: int, claim: Claim, word: Token, value: str) -> Said:
    fact = Certainty(Span(word.start, word.end), value, f"certainty.{value}", Role(None, word.canon))
    return Said(member, claim, fact)
