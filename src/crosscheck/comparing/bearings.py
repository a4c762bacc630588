"""Points of the compass, wherever in a story they are told: how a thing lies from a place, in what part of a land.

"180 kilometres north-west of the launch site" and "110 miles north-east of the pad" are one distance, and two ways.
"The southern city of Kalua" and "Kalua, in northern Valmora" are one town, and two parts of a country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from crosscheck.comparing.context import Context
from crosscheck.comparing.places import is_country
from crosscheck.comparing.replaced import ruled_out
from crosscheck.comparing.wide import Wide, told_apart
from crosscheck.lexicon.en.fact_rules import COMPASS
from crosscheck.lexicon.en.words import Token, fold, word_class
from crosscheck.model import Claim, Name, Place, Quantity, Role, Span, Wording
from crosscheck.values.intervals import relate

_NEAR = 12  # characters between a distance and its direction: "to the"
_LEAST = 3000  # metres from which a distance tells one thing from another
_DAYS = 7  # days between two articles that may tell of one event
_STRENGTH = 0.85
_WAYS = ("north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west")
COMPASS_PARTS = frozenset(
    {"central", *(f"{way}ern" for way in _WAYS), *(f"{way}ern".replace("-", "") for way in _WAYS)}
)
_OPPOSITES = ({"n", "s"}, {"e", "w"})


class Bearing(NamedTuple):
    """A direction: of what, from or in what, by the letters of the compass; `distance` where it is given."""

    claim: Claim
    span: Span
    way: frozenset[str]
    of: str
    within: str | None
    distance: Quantity | None


def compare(context: Context) -> list[Wide]:
    """Directions of one thing that two articles give otherwise."""
    found = (each for claim in context.claims for each in (*_distant(context, claim), *_parts(context, claim)))
    return [_wide(context, pair) for pair in told_apart(found, partial(_differ, context))]


def _distant(context: Context, claim: Claim) -> Iterator[Bearing]:
    """The directions from a place that have a distance before them."""
    for place in claim.facts:
        if isinstance(place, Place) and place.rule == COMPASS.id:
            before = (
                fact
                for fact in claim.facts
                if isinstance(fact, Quantity)
                and fact.sort == "length"
                and 0 <= place.span.start - fact.span.end <= _NEAR
                and fact.interval.low is not None
                and fact.unit is not None
                and fact.interval.low * fact.unit.factor >= _LEAST
            )
            if (distance := next(before, None)) is not None:
                anchor = fold(place.within or "")
                of = "" if anchor in word_class("generic-anchor") else anchor
                yield Bearing(claim, place.span, _letters(place.name), of, None, distance)


def _parts(context: Context, claim: Claim) -> Iterator[Bearing]:
    """In which part of a country a named place is said to be."""
    if context.lowers(claim).isdisjoint(COMPASS_PARTS):
        return
    words, at = context.words(claim), {word.start: i for i, word in enumerate(context.words(claim))}
    for name in claim.facts:
        if not isinstance(name, Name) or name.span.start not in at:
            continue
        i = at[name.span.start]
        if i > 2 and words[i - 1].surface == "of" and _is_kind(words[i - 2]) and _is_part(words[i - 3]):
            yield _bearing(claim, words[i - 3], name.name, None)
        after = [word for word in words[i:] if word.start >= name.span.end][:3]
        if len(after) == 3 and after[0].surface == "in" and _is_part(after[1]) and after[2].capitalised:
            yield _bearing(claim, after[1], name.name, fold(after[2].surface))


def _bearing(claim: Claim, word: Token, of: str, within: str | None) -> Bearing:
    return Bearing(claim, Span(word.start, word.end), _letters(word.surface.lower()), fold(of), within, None)


def _is_kind(word: Token) -> bool:
    return word.surface in word_class("place-noun")


def _is_part(word: Token) -> bool:
    return word.surface in COMPASS_PARTS


@cache
def _letters(way: str) -> frozenset[str]:
    """The points of the compass in a direction.

    >>> sorted(_letters("southwestern")), sorted(_letters("central"))
    (['s', 'w'], [])
    """
    return frozenset(name[0] for name in ("north", "south", "east", "west") if name in way)


def _differ(context: Context, found: Sequence[Bearing], one: Bearing, two: Bearing) -> bool:
    """Whether two directions are of one thing and rule each other out, and neither article gives both."""
    if one.claim.statement.article_id == two.claim.statement.article_id or not _is_apart(one.way, two.way):
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS) or not _is_one(one, two):
        return False
    return not any(
        _is_one(each, mine) and each.way == other.way
        for mine, other in ((one, two), (two, one))
        for each in found
        if each.claim.statement.article_id == mine.claim.statement.article_id
    )


def _is_apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether nothing lies both ways: in the north and the south, in the middle and the south."""
    if not one or not two:
        return bool(one or two)
    return any(pair <= one | two for pair in _OPPOSITES)


def _is_one(one: Bearing, two: Bearing) -> bool:
    """Whether two directions are of one place, or of one distance from one."""
    if one.distance is not None and two.distance is not None:
        same = relate(one.distance, two.distance) in ("same", "compatible")
        return same and (one.of == two.of or not (one.of and two.of))
    if one.distance is not None or two.distance is not None or one.of != two.of:
        return False
    known = {each for each in (one.within, two.within) if each}
    return not known or (len(known) == 1 and (one.within == two.within or all(map(is_country, known))))


def _wide(context: Context, pair: tuple[Bearing, Bearing]) -> Wide:
    return ruled_out(context, "place", tuple((each.claim, _fact(context, each)) for each in pair), _STRENGTH)


def _fact(context: Context, each: Bearing) -> Wording:
    text = each.span.of(context.articles[each.claim.statement.article_id].text)
    return Wording(each.span, " ".join(text.split()), "place.bearing", Role(None, each.of or None))
