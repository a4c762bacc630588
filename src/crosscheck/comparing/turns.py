"""Before or after a turn of events, wherever in a story it is told.

"In the wake of the takeover the army held drills" and "the drills were held while the old government was still in
place": no day is given, and one of the two is wrong. The turn has one name, or is one of power; the deed is told in
words that both share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from crosscheck.comparing.context import Context
from crosscheck.comparing.replaced import ruled_out
from crosscheck.comparing.wide import Wide, told_apart
from crosscheck.lexicon.en.syntax import function_words
from crosscheck.lexicon.en.words import Token, canon_class, concept_kind, stopwords, word_class
from crosscheck.model import Claim, Role, Span, Wording

_DAYS = 3  # days between two articles that may tell of one deed
_RARE = 1.5  # how rare the words must be that two statements share beside the turn
_REACH = 4  # words after "before" or "after" in which the turn is named
_STILL = 5  # words between a power that was and "still in place"
_STRENGTH = 0.8
_WHY = "one puts it before a turn of events, the other after it"
_POWER = "‹power›"  # any change of power
_PHRASES = {
    ("in", "the", "wake", "of"): "after", ("in", "the", "aftermath", "of"): "after", ("following",): "after",
    ("after",): "after", ("before",): "before", ("ahead", "of"): "before", ("prior", "to"): "before",
    ("on", "the", "eve", "of"): "before", ("in", "the", "run-up", "to"): "before",
}  # fmt: skip


class Turn(NamedTuple):
    """What a statement puts before or after what: the words that say so, the turn, and the other words with content."""

    claim: Claim
    span: Span
    side: str
    turn: frozenset[str]
    beside: frozenset[str]


def compare(context: Context) -> list[Wide]:
    """Deeds that one article puts before a turn of events and another after it."""
    found = (each for claim in context.claims for each in _turns(context, claim))
    return [_wide(context, pair) for pair in told_apart(found, partial(_differ, context))]


def _turns(context: Context, claim: Claim) -> Iterator[Turn]:
    """The turns of events that a statement of the running text dates its deed by."""
    if claim.statement.placement == "headline" or context.lowers(claim).isdisjoint(_MARKS):
        return
    words = context.words(claim)
    lowers = [word.surface.lower() for word in words]
    content = frozenset(word.canon for word in context.content(claim))
    for i in range(len(words)):
        told = _phrase(words, lowers, i) or _still(lowers, i)
        if told is not None:
            side, turn, end = told
            first = i - next((back for back in range(1, min(_STILL, i + 1)) if lowers[i - back] == "the"), 0)
            start = first if lowers[i] in word_class("ruler") else i  # "the former government was still in place"
            yield Turn(claim, Span(words[start].start, words[end - 1].end), side, turn, content - turn)


_MARKS = frozenset({"wake", "aftermath", "following", "after", "before", "ahead", "prior", "eve", "run-up", "still"})


def _phrase(words: Sequence[Token], lowers: Sequence[str], i: int) -> tuple[str, frozenset[str], int] | None:
    """The turn that "before", "in the wake of" and the like lead up to from this position, and where it ends."""
    phrase = next((phrase for phrase in _PHRASES if tuple(lowers[i : i + len(phrase)]) == phrase), None)
    if phrase is None:
        return None
    start = i + len(phrase)
    end = start
    while end < min(len(words), start + _REACH) and (end == start or not _ends(words, end)):
        end += 1
    named = [word for word in words[start:end] if _tells(word)]
    if not named or not any(concept_kind(word.canon) == "v" or word.canon in _powers() for word in named):
        return None
    turn = {word.canon for word in named}
    return _PHRASES[phrase], frozenset({_POWER} if turn & _powers() else turn), end


def _ends(words: Sequence[Token], at: int) -> bool:
    """Whether the words that name a turn end before this position."""
    gap = words[at].start - words[at - 1].end
    return gap != 1 or (words[at].surface.lower() in function_words() and words[at].surface.lower() != "the")


def _still(lowers: Sequence[str], i: int) -> tuple[str, frozenset[str], int] | None:
    """The time of a power that was: "while the former government was still in place"."""
    if lowers[i] not in word_class("ruler"):
        return None
    for end in range(i + 1, min(len(lowers), i + _STILL)):
        if lowers[end] == "still" and lowers[end + 1 : end + 2] == ["in"]:
            return ("before", frozenset({_POWER}), min(len(lowers), end + 3)) if _in_power(lowers, end) else None
    return None


def _in_power(lowers: Sequence[str], still: int) -> bool:
    return any(lower in ("place", "power", "office", "charge", "control") for lower in lowers[still + 2 : still + 3])


@cache
def _powers() -> frozenset[str]:
    return canon_class("change-of-power")


@cache
def _vague() -> frozenset[str]:
    """Verbs that are no deeds: a video may show what was before and what came after."""
    return canon_class("vague") | canon_class("light") | canon_class("telling")


def _tells(word: Token) -> bool:
    return word.surface.lower() not in stopwords() and word.surface[0].isalpha()


def _differ(context: Context, found: Sequence[Turn], one: Turn, two: Turn) -> bool:
    """Whether two articles put one deed on the two sides of one turn, and neither puts it on both."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or one.side == two.side or not one.turn & two.turn:
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS) or context.of_two_names(one.claim, two.claim):
        return False
    shared = one.beside & two.beside
    deeds = {word for word in shared if concept_kind(word) == "v"} - _vague()
    if len(shared) < 2 or not deeds or context.rarity(shared) < _RARE:
        return False
    theirs = [each for each in found if each.claim.statement.article_id in articles and each.turn & one.turn]
    return not any(
        each.side != mine.side and each.beside & shared
        for mine in (one, two)
        for each in theirs
        if each.claim.statement.article_id == mine.claim.statement.article_id
    )


def _wide(context: Context, pair: tuple[Turn, Turn]) -> Wide:
    return ruled_out(context, "date", tuple((turn.claim, _fact(context, turn)) for turn in pair), _STRENGTH, _WHY)


def _fact(context: Context, turn: Turn) -> Wording:
    text = " ".join(turn.span.of(context.articles[turn.claim.statement.article_id].text).split())
    return Wording(turn.span, text, "date.turn", Role(None, "turn"))
