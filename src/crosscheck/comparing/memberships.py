"""How many people of one body are in one place, wherever in a story it is told.

"Hundreds of fighters loyal to the Red Front were massing in northern Sarnia" and "the number of RF members in
northern Sarnia is about 3,000 people": no verb holds the two figures together, but whose people, and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.apart import bounds_apart
from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import quantity_display, quantity_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.figures import figure, meets, predicate
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.words import canon, canon_class, fold, is_common, tokens, word_class
from crosscheck.model import Claim, Name, Place, Quantity, Reason, Relation, Span, Values

_AROUND = 60  # characters on either side of a figure in which the body stands whose people it counts
_DAYS = 3  # days between two articles that may count the same people
_STRENGTH = 0.7


class Membership(NamedTuple):
    """A figure of people, the body's names as words and initials, and the place with what is said before it."""

    claim: Claim
    fact: Quantity
    body: frozenset[str]
    place: tuple[str, str]


def compare(context: Context) -> list[Wide]:
    """The figures of one body's people in one place that a story gives, where they differ."""
    found = [each for claim in context.claims for each in _memberships(context, claim)]
    return [_wide(context, pair) for pair in combinations(found, 2) if _differ(context, *pair)]


def _memberships(context: Context, claim: Claim) -> Iterator[Membership]:
    places = [fact for fact in claim.facts if isinstance(fact, Place) and fact.role.extent in ("in", "across")]
    if len(places) != 1:
        return
    for fact in claim.facts:
        if isinstance(fact, Quantity) and _counts_members(claim, fact) and (body := _bodies(context, claim, fact)):
            yield Membership(claim, fact, body, _where(context, claim, places[0]))


def _counts_members(claim: Claim, fact: Quantity) -> bool:
    """Whether people are counted, no matter in what state, as the only such figure of the statement."""
    if fact.sort != "count" or fact.role.counted is None:
        return False
    if predicate(fact) in canon_class("developing") | canon_class("defining"):
        return False
    if canon(fact.role.counted.split()[-1]) not in canon_class("member"):
        return False
    return sum(isinstance(other, Quantity) and other.sort == "count" for other in claim.facts) == 1


def _bodies(context: Context, claim: Claim, fact: Quantity) -> frozenset[str]:
    """The names near a figure that are not the place's or the speaker's: their words joined, and their initials."""
    text, hull = context.articles[claim.statement.article_id].text, claim.statement.hull
    near = Span(max(hull.start, fact.span.start - _AROUND), min(hull.end, fact.span.end + _AROUND))
    others = [each.span for each in claim.facts if isinstance(each, Place)]
    others += [claim.statement.speaker.span] if claim.statement.speaker and claim.statement.speaker.span else []
    found: set[str] = set()
    for name in claim.facts:
        if isinstance(name, Name) and near.contains(name.span) and not any(name.span.overlaps(o) for o in others):
            words = [token.surface for token in tokens(name.name) if not is_common(token)]
            found |= {fold(" ".join(words)), "".join(word[0] for word in words)} if len(words) > 1 else set()
    capitals = [token.surface for token in tokens(text, near.start, near.end)]
    return frozenset(found | {word for word in capitals if len(word) > 1 and word.isalpha() and word.isupper()})


def _where(context: Context, claim: Claim, place: Place) -> tuple[str, str]:
    """The place, and the word before it where it tells a part: ("sarnia", "northern")."""
    before = [word for word in context.words(claim) if word.end <= place.span.start]
    last = before[-1].surface.lower() if before else ""
    return fold(place.name), "" if last in word_class("where") else last


def _differ(context: Context, one: Membership, two: Membership) -> bool:
    """Whether two statements count the same people, of the same days, and the figures rule each other out."""
    if one.claim.statement == two.claim.statement or one.place != two.place or not one.body & two.body:
        return False
    deeds = {predicate(one.fact), predicate(two.fact)}
    if len(deeds) > 1 and "" not in deeds:
        return False
    a, b = Said(0, one.claim, one.fact), Said(1, two.claim, two.fact)
    return not meets(a, b) and bounds_apart(context, a, b) is None and context.of_one_time(one.claim, two.claim, _DAYS)


def _wide(context: Context, pair: tuple[Membership, Membership]) -> Wide:
    body = min(one for one in pair[0].body & pair[1].body)
    role: Values = (("counted", "members"), ("display", f"{body.upper()} members in {' '.join(pair[0].place[::-1])}"))

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return weigh(context, "quantity", Slot(entries, _STRENGTH), role, _key, _value, _relation)

    return Wide(tuple((each.claim, each.fact) for each in pair), weighed)


def _key(said: Said) -> tuple[object, bool]:
    return figure(said).interval, figure(said).approximate


def _value(said: Said) -> tuple[Values, str]:
    return quantity_values(figure(said)), quantity_display(figure(said))


def _relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    return "conflict", None
