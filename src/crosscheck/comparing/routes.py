"""From where to where, and between which two places, wherever in a story it is told.

"The ferry had left Varn for Isla Roca" and "the boat was headed to Varn from Isla Roca" are one crossing, and two ways;
"between Kellen and Orsby" and "between Kellen and Marby" are two stretches of one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from crosscheck.comparing.context import Context
from crosscheck.comparing.replaced import ruled_out
from crosscheck.comparing.wide import Wide, told_apart
from crosscheck.lexicon.en.words import Token, fold
from crosscheck.model import Claim, Role, Span, Wording

_TURNED = "one tells the journey the other way round"
_STRETCH = "the two stretches have one end in common, and not the other"
_DAYS = 3  # days between two articles that may tell of one journey
_RARE = 1.0  # how rare the words must be that two statements share beside the places
_REACH = 6  # words between the two places of a route
_LONGEST = 4  # words of a place's name
_STRENGTH = 0.8


class Route(NamedTuple):
    """Two places of a statement, from the one to the other, or between them where `way` is none."""

    claim: Claim
    span: Span
    ends: tuple[str, str]
    way: bool


def compare(context: Context) -> list[Wide]:
    """Journeys that one article tells the other way round, and stretches that end elsewhere."""
    found = (each for claim in context.claims for each in _routes(context, claim))
    return [_wide(context, pair) for pair in told_apart(found, partial(_differ, context))]


def _routes(context: Context, claim: Claim) -> Iterator[Route]:
    """The pairs of places that a statement of the running text gives as a route or a stretch."""
    if claim.statement.placement == "headline" or context.lowers(claim).isdisjoint(_MARKS):
        return
    words = context.words(claim)
    for (a, b), (c, d) in pairwise(_named(words)):
        if c - b > _REACH:
            continue
        before = words[a - 1].surface.lower() if a else ""
        joint = [word.surface.lower() for word in words[b:c]]
        kind = _kind(before, joint)
        if kind is None:
            continue
        ends = _name(words[a:b]), _name(words[c:d])
        if ends[0] != ends[1]:
            span = Span(words[a].start, words[d - 1].end)
            yield Route(claim, span, ends[::-1] if kind == "back" else ends, kind != "between")


_MARKS = frozenset({"from", "between", "for", "left", "leaving"})


def _kind(before: str, joint: Sequence[str]) -> str | None:
    """How two places belong together by the word before the first and those between: a way, a way back, a stretch."""
    if before == "between":
        return "between" if list(joint) == ["and"] else None
    if before == "from" and joint[-1:] == ["to"] and len(joint) == 1:
        return "way"
    if before in ("left", "leaving", "leaves", "departed") and joint[-1:] == ["for"] and len(joint) <= 2:
        return "way"
    whence = joint[:1] == ["from"] and (len(joint) == 1 or joint[-1] == "of")  # "from the port of"
    return "back" if before in ("to", "for") and whence else None


def _named(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of words with capitals, from the second word on."""
    i = 1
    while i < len(words):
        end = i
        while end < len(words) and words[end].capitalised and (end == i or words[end].start - words[end - 1].end == 1):
            end += 1
        if 0 < end - i <= _LONGEST:
            yield i, end
        i = max(end, i + 1)


def _name(words: Sequence[Token]) -> str:
    return " ".join(fold(word.surface) for word in words)


def _differ(context: Context, found: Sequence[Route], one: Route, two: Route) -> bool:
    """Whether two routes are of one journey or line and rule each other out, and neither article gives both."""
    if one.claim.statement.article_id == two.claim.statement.article_id or one.way != two.way:
        return False
    if not (_turned(one, two) if one.way else _ends_elsewhere(one, two)):
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS):
        return False
    for mine, other in ((one, two), (two, one)):
        theirs = (each for each in found if each.claim.statement.article_id == mine.claim.statement.article_id)
        if any(each.ends == other.ends for each in theirs):
            return False
    places = {part for route in (one, two) for end in route.ends for part in end.split()}
    shared = {word.canon for word in context.content(one.claim)} & {word.canon for word in context.content(two.claim)}
    return one.way or context.rarity(shared - places) >= _RARE


def _turned(one: Route, two: Route) -> bool:
    """Whether the one leads from where the other leads to, and to where it comes from."""
    return one.ends == two.ends[::-1]


def _ends_elsewhere(one: Route, two: Route) -> bool:
    """Whether two stretches have one end in common, and not the other."""
    return len({*one.ends} & {*two.ends}) == 1


def _wide(context: Context, pair: tuple[Route, Route]) -> Wide:
    entries = tuple((route.claim, _fact(context, route)) for route in pair)
    return ruled_out(context, "place", entries, _STRENGTH, _TURNED if pair[0].way else _STRETCH)


def _fact(context: Context, route: Route) -> Wording:
    text = " ".join(route.span.of(context.articles[route.claim.statement.article_id].text).split())
    return Wording(route.span, text, "place.route", Role(None, "route"))
