"""How firmly one deed is told: "may have leaked", "considered closing", against "had leaked", "has closed"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.facets import Outcome
from crosscheck.comparing.polarity import same_things
from crosscheck.comparing.replaced import compared
from crosscheck.comparing.slots import merged
from crosscheck.lexicon.en.syntax import is_verb
from crosscheck.lexicon.en.words import Token, canon_class, word_class
from crosscheck.model import Certainty, Claim, Role, Span

_ALIKE = 0.6  # alignment from which two statements are held to tell of one deed
_REACH = 3  # words before a verb that say how firmly it is told


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Deeds that one member tells as done and another, of no other day, as possible or thought of."""
    pairs = []
    for (left, right), close in sorted(aligned.items()):
        if close >= _ALIKE and not _later(context, members[left], members[right]):
            pairs += _pairs(context, members, left, right) or _pairs(context, members, right, left)
    strength = max((0.9 * alignment(aligned, a, b) for a, b in pairs), default=0.0)
    return Outcome(tuple(compared(context, "certainty", each, round(strength, 4)) for each in merged(pairs)))


def _later(context: Context, one: Claim, two: Claim) -> bool:
    """Whether the two were published on different days: what was thought of may be done by now."""
    days = context.day(one), context.day(two)
    return one.statement.article_id == two.statement.article_id or (None not in days and days[0] != days[1])


def _pairs(context: Context, members: Sequence[Claim], open_: int, done: int) -> list[tuple[Said, Said]]:
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
            if other.canon == word.canon and _is_done(others, j):
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


def _said(member: int, claim: Claim, word: Token, value: str) -> Said:
    fact = Certainty(Span(word.start, word.end), value, f"certainty.{value}", Role(None, word.canon))
    return Said(member, claim, fact)
