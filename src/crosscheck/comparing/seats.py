"""What there is in one place only, wherever in a story it is told: a firm's seat, a ship's flag, where a thing is made.

"The firm is based in the port of Larne" and "it has its headquarters in the eastern town of Port Aldous" have little in
common but that each article gives one place for a seat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from crosscheck.comparing.bearings import COMPASS_PARTS
from crosscheck.comparing.context import Context
from crosscheck.comparing.places import is_country
from crosscheck.comparing.replaced import ruled_out
from crosscheck.comparing.wide import Wide, told_apart
from crosscheck.lexicon.en.syntax import is_broken
from crosscheck.lexicon.en.words import Token, fold
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Role, Span, When, Wording

_DAYS = 7  # days between two articles that may tell of one seat
_RARE = 0.4  # how rare the words must be that two statements share beside the places
_REACH = 6  # words after the phrase in which the place stands: "the eastern town of"
_LONGEST = 4  # words of a place's name
_STRENGTH = 0.8


class Seat(NamedTuple):
    """A place, and what is there."""

    claim: Claim
    span: Span
    what: str
    place: str


def compare(context: Context) -> list[Wide]:
    """Places of one thing that two articles give otherwise."""
    found = (each for claim in context.claims for each in _seats(context, claim))
    return [_wide(context, pair) for pair in told_apart(found, partial(_differ, context))]


def _seats(context: Context, claim: Claim) -> Iterator[Seat]:
    """The places that a statement of the running text gives to something that is in one."""
    if claim.statement.placement == "headline" or context.lowers(claim).isdisjoint(_last_words()):
        return
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    lowers = [word.surface.lower() for word in words]
    for i, lower in enumerate(lowers):
        for phrase, what in _phrases().get(lower, ()):
            if tuple(lowers[max(0, i + 1 - len(phrase)) : i + 1]) != phrase:
                continue
            place = _place(text, words, i + 1)
            if place is not None:
                first, last = place
                span = Span(words[first].start, words[last - 1].end)
                if not any(isinstance(fact, When) and fact.span.overlaps(span) for fact in claim.facts):
                    yield Seat(claim, span, what, " ".join(fold(word.surface) for word in words[first:last]))
            break


def _place(text: str, words: list[Token], at: int) -> tuple[int, int] | None:
    """The positions of the name that stands at or soon after this position, in the same breath."""
    for first in range(at, min(len(words), at + _REACH)):
        if first > at and is_broken(text, words, first):
            return None
        if words[first].capitalised and not words[first].surface.endswith(("'s", "’s")):  # "at Corvo's site in Orsa"
            if words[first - 1].surface.lower() in COMPASS_PARTS:
                return None  # "in northern Varnia", where the other place may lie
            last = first
            while last < len(words) and words[last].capitalised and (last == first or not is_broken(text, words, last)):
                last += 1
            return None if last - first > _LONGEST else (first, last)
    return None


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """For each last word the phrases that end in it, the longest first, and what they tell the place of."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for what, phrases in table("en", "seats"):
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, what))
    for each in found.values():
        each.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrases in _phrases().values() for phrase, _ in phrases)


def _differ(context: Context, found: Sequence[Seat], one: Seat, two: Seat) -> bool:
    """Whether two articles that give one place each for a thing give two that do not lie in one another."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or one.what != two.what or not _apart(context, one.place, two.place):
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS) or context.of_two_names(one.claim, two.claim):
        return False
    for mine in (one, two):
        theirs = (each for each in found if each.claim.statement.article_id == mine.claim.statement.article_id)
        if any(each.what == mine.what and each.place != mine.place for each in theirs):
            return False
    for mine, other in ((one, two), (two, one)):
        if _names(context, mine.claim.statement.article_id, other.place):
            return False
    shared = {word.canon for word in context.content(one.claim)} & {word.canon for word in context.content(two.claim)}
    return context.rarity(shared) >= _RARE


def _apart(context: Context, one: str, two: str) -> bool:
    """Whether two places share no word, and neither is told to lie in the other; a town may lie in any country."""
    if set(one.split()) & set(two.split()) or is_country(one) != is_country(two):
        return False
    return frozenset((one, two)) not in context.nested


def _names(context: Context, article: str, place: str) -> bool:
    """Whether an article names a place anywhere."""
    return any(
        place in " ".join(fold(word.surface) for word in context.words(claim)) for claim in context.by_article[article]
    )


def _wide(context: Context, pair: tuple[Seat, Seat]) -> Wide:
    return ruled_out(context, "place", tuple((seat.claim, _fact(context, seat)) for seat in pair), _STRENGTH)


def _fact(context: Context, seat: Seat) -> Wording:
    text = " ".join(seat.span.of(context.articles[seat.claim.statement.article_id].text).split())
    return Wording(seat.span, text, "place.seat", Role(None, seat.what))
