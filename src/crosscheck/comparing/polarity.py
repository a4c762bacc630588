"""Affirmed against negated, one of two opposites against the other, up against down."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Outcome, weigh
from crosscheck.comparing.quantities import _counted_match, role_values
from crosscheck.comparing.slots import Match, Slot, slots
from crosscheck.lexicon.en.words import Token, canon, show
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Direction, Polarity, Reason, Relation, Role, Span, Values

ALIKE = 0.6  # alignment from which two statements are like enough for a "not" to matter
HYPOTHETICAL = frozenset({"if", "unless", "whether", "would", "could", "may", "might", "should", "will", "plans", "plan", "expected"})


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each canonical word the words that say the opposite."""
    found: dict[str, set[str]] = {}
    for one, two in table("en", "antonyms"):
        found.setdefault(canon(one), set()).add(canon(two))
        found.setdefault(canon(two), set()).add(canon(one))
    return {word: frozenset(others) for word, others in found.items()}


def compare(context: Context, members: Sequence[Claim], aligned: dict[tuple[int, int], float]) -> Outcome:
    """Negations and opposites between each two aligned members."""
    found = []
    for (left, right), alignment in sorted(aligned.items()):
        if alignment < ALIKE:
            continue
        pair = _negated(context, members, left, right) or _negated(context, members, right, left) or _opposed(context, members, left, right)
        if pair:
            slot = Slot(pair, round(alignment, 4))
            role = Role(None, pair[0].fact.role.predicate)
            found.append(weigh(context, "polarity", slot, role_values(role), _value_key, _value, _differ))
    return Outcome(tuple(found))


def _negated(context: Context, members: Sequence[Claim], no: int, yes: int) -> tuple[Said, Said] | None:
    """What one member negates and the other affirms, as two facts."""
    affirmed = context.words(members[yes])
    denied_there = {fact.role.predicate for fact in members[yes].facts if isinstance(fact, Polarity)}
    for fact in members[no].facts:
        if not isinstance(fact, Polarity) or fact.role.predicate in denied_there:
            continue
        if any(word.canon == fact.role.predicate for word in context.words(members[no]) if word.end <= fact.span.start):
            continue
        word = _firm(affirmed, fact.role.predicate or "")
        if word is None or denied_there:
            continue
        other = Polarity(Span(word.start, word.end), "affirmed", "polarity.affirmed", fact.role)
        return Said(no, members[no], fact), Said(yes, members[yes], other)
    return None


def _firm(words: list[Token], target: str) -> Token | None:
    """The target where it is affirmed outright; nothing where the sentence only supposes it."""
    if any(word.surface.lower() in HYPOTHETICAL for word in words):
        return None
    return next((word for word in words if word.canon == target), None)


def _opposed(context: Context, members: Sequence[Claim], left: int, right: int) -> tuple[Said, Said] | None:
    """A word of one member and its opposite in the other, where neither has both and neither negates."""
    if any(isinstance(fact, Polarity) for i in (left, right) for fact in members[i].facts):
        return None
    one, two = context.words(members[left]), context.words(members[right])
    there, here = {word.canon for word in two}, {word.canon for word in one}
    for word in one:
        against = opposites().get(word.canon, frozenset())
        if word.canon in there or not against & there or against & here:
            continue
        other = next(each for each in two if each.canon in against)
        role = Role(None, word.canon)
        return (
            Said(left, members[left], Polarity(Span(word.start, word.end), word.canon, "polarity.antonym", role)),
            Said(right, members[right], Polarity(Span(other.start, other.end), other.canon, "polarity.antonym", role)),
        )
    return None


def _value_key(said: Said) -> Hashable:
    assert isinstance(said.fact, Polarity)
    return said.fact.value


def _value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Polarity)
    predicate = show(said.fact.role.predicate or "")
    words = {"negated": f"not {predicate}", "affirmed": predicate}
    return (("value", said.fact.value),), words.get(said.fact.value, show(said.fact.value))


def _differ(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    return "conflict", None


def compare_directions(context: Context, members: Sequence[Claim], aligned: dict[tuple[int, int], float]) -> Outcome:
    """Which way one measured thing went, by the thing, its part and its period."""
    said = [
        Said(i, claim, fact) for i, claim in enumerate(members) for fact in claim.facts if isinstance(fact, Direction)
    ]
    found, _ = slots(said, _same_thing, lambda a, b: _way(a) == _way(b))
    return Outcome(
        tuple(
            weigh(context, "direction", slot, role_values(slot.entries[0].fact.role), _way, _way_value, lambda a, b: ("conflict", None))
            for slot in found
        )
    )


def _same_thing(a: Said, b: Said) -> Match:
    one, two = a.fact.role, b.fact.role
    counted = _counted_match(one.counted or "?", two.counted or "!")
    if counted is None:
        return None
    if one.period != two.period and _way(a) != _way(b):
        return "different-period"
    if one.extent != two.extent and _way(a) != _way(b):
        return "different-extent"
    return 0.6 + 0.3 * counted


def _way(said: Said) -> str:
    assert isinstance(said.fact, Direction)
    return said.fact.value


def _way_value(said: Said) -> tuple[Values, str]:
    return (("value", _way(said)),), {"up": "rose", "down": "fell"}.get(_way(said), _way(said))
