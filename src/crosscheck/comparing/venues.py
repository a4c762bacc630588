"""Where a body met, wherever in a story it is told.

"A summit of the League of Coast Towns in Orsa, Norway" in one paper and a caption "at the League of Coast Towns
meeting in the village of Vik, Norway" in another differ, however little else the two sentences have in common:
the body and its meeting hold the places together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.places import differ, place_key, place_value
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.words import canon_class, fold, is_common, tokens
from crosscheck.model import Claim, Name, Place, Reason, Relation, Role, Values

_AROUND = 60  # characters before the word for a meeting in which the body that meets may stand
_REACH = 120  # characters from that word to the place
_WORDS = 2  # words of a body's name that two statements share at least
_DAYS = 3  # days between two articles that may tell of one meeting
_STRENGTH = 0.85


class Meeting(NamedTuple):
    """Where a statement puts a meeting, and the words of the names of who meets."""

    claim: Claim
    place: Place
    body: frozenset[str]


def compare(context: Context) -> list[Wide]:
    """The places that articles of a story give for one meeting."""
    found = [meeting for claim in context.claims for meeting in _meetings(context, claim)]
    apart = [pair for pair in combinations(found, 2) if _is_one(context, *pair) and differ(context, *_places(*pair))]
    return [_wide(context, pair) for pair in apart if not any(_has_both(found, *_turn(pair, i)) for i in (0, 1))]


def _meetings(context: Context, claim: Claim) -> Iterator[Meeting]:
    text, hull = context.articles[claim.statement.article_id].text, claim.statement.hull
    for place in claim.facts:
        if not isinstance(place, Place) or place.role.extent not in ("in", "at"):
            continue
        before = tokens(text, max(hull.start, place.span.start - _REACH), place.span.start)
        nouns = [token for token in before if token.canon in canon_class("assembly") and not token.capitalised]
        if nouns:
            body = _names(claim, max(hull.start, nouns[-1].start - _AROUND), place.span.start)
            yield Meeting(claim, place, body)


def _names(claim: Claim, start: int, stop: int) -> frozenset[str]:
    """The words of the names that begin in a stretch, but for the speaker's."""
    said = claim.statement.speaker.span if claim.statement.speaker else None
    return frozenset(
        fold(token.surface)
        for fact in claim.facts
        if isinstance(fact, Name) and start <= fact.span.start < stop and not (said and said.overlaps(fact.span))
        for token in tokens(fact.name)
        if not is_common(token)
    )


def _is_one(context: Context, one: Meeting, two: Meeting) -> bool:
    """Whether two articles of the same days tell of one body's meeting."""
    if one.claim.statement.article_id == two.claim.statement.article_id or len(one.body & two.body) < _WORDS:
        return False
    return context.of_one_time(one.claim, two.claim, _DAYS)


def _places(one: Meeting, two: Meeting) -> tuple[Said, Said]:
    return Said(0, one.claim, one.place), Said(1, two.claim, two.place)


def _turn(pair: tuple[Meeting, Meeting], first: int) -> tuple[Meeting, Meeting]:
    return pair[first], pair[1 - first]


def _has_both(found: Iterable[Meeting], mine: Meeting, other: Meeting) -> bool:
    """Whether an article puts a meeting of the body in the other's place too: then there were two."""
    return any(
        each.claim.statement.article_id == mine.claim.statement.article_id
        and len(each.body & other.body) >= _WORDS
        and fold(each.place.name) == fold(other.place.name)
        for each in found
    )


def _wide(context: Context, pair: tuple[Meeting, Meeting]) -> Wide:
    role: Values = role_values(Role("meeting"))

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return weigh(context, "place", Slot(entries, _STRENGTH), role, place_key, place_value, _relation)

    return Wide(tuple((each.claim, each.place) for each in pair), weighed)


def _relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    return "conflict", None
