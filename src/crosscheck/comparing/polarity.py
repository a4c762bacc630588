"""Affirmed against negated, one of two opposites against the other, up against down."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Outcome, weigh
from crosscheck.comparing.quantities import counted_match, extents_apart, role_values, same_head
from crosscheck.comparing.slots import Match, Slot, merged, slots
from crosscheck.lexicon.en.syntax import clause, is_verb
from crosscheck.lexicon.en.words import canon, show, stopwords
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Direction, Polarity, Quantity, Reason, Relation, Role, Span, Values
from crosscheck.values.intervals import relate

ALIKE = 0.5  # alignment from which two statements are like enough for a "not" to matter
ALIKE_WITHIN = 0.8  # the same within one article, whose sentences are all alike
# verbs too vague for their negation to contradict anything
VAGUE = frozenset({"be", "have", "do", "say", "report", "ask", "show", "believe", "know", "com", "go", "get", "mak"})
# states in which some may be and others not, where they are counted
OF_MANY = frozenset({"die", "rescue", "missing", "injure", "arrest"})
HYPOTHETICAL = frozenset(
    {"if", "unless", "whether", "would", "could", "may", "might", "should", "will", "plans", "plan", "expected"}
)


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
    pairs = []
    for (left, right), alignment in sorted(aligned.items()):
        if alignment < (
            ALIKE if members[left].statement.article_id != members[right].statement.article_id else ALIKE_WITHIN
        ):
            continue
        pair = (
            _negated(context, members, left, right)
            or _negated(context, members, right, left)
            or _opposed(context, members, left, right)
        )
        if pair:
            pairs.append(pair)
    found = []
    for entries in merged(pairs):
        strength = max(aligned.get((a.member, b.member), 0.0) for a in entries for b in entries if a.member < b.member)
        role = Role(None, entries[0].fact.role.predicate)
        found.append(
            weigh(context, "polarity", Slot(entries, strength), role_values(role), _value_key, _value, _differ)
        )
    return Outcome(tuple(found))


def _negated(context: Context, members: Sequence[Claim], no: int, yes: int) -> tuple[Said, Said] | None:
    """What one member negates and the other affirms of the same things, as two facts."""
    if any(isinstance(fact, Polarity) for fact in members[yes].facts):
        return None
    words = context.words(members[yes])
    if any(word.surface.lower() in HYPOTHETICAL for word in words):
        return None
    for fact in members[no].facts:
        if not isinstance(fact, Polarity) or fact.role.predicate in VAGUE:
            continue
        for i, word in enumerate(words):
            if word.canon != fact.role.predicate or not is_verb(words, i):
                continue
            other = Polarity(Span(word.start, word.end), "affirmed", "polarity.affirmed", fact.role)
            sides = Said(no, members[no], fact), Said(yes, members[yes], other)
            if _same_things(context, *sides):
                return sides
    return None


def _same_things(context: Context, a: Said, b: Said) -> bool:
    """Whether the clauses of two facts speak of the same: two words beside the verb, or the one name there is."""
    one, two = _clause_words(context, a), _clause_words(context, b)
    shared, least, most = len(one & two), min(len(one), len(two)), max(len(one), len(two))
    named = {word.canon for word in context.words(a.claim) if word.capitalised} & one & two
    return (shared >= 2 or (shared == least == 1 and bool(named))) and 2 * shared >= least and 3 * shared >= most


def _clause_words(context: Context, said: Said) -> set[str]:
    """The words with content in the fact's clause, without its predicate."""
    words = context.words(said.claim)
    text = context.articles[said.article_id].text
    first, last = clause(text, words, said.fact.span)
    common = stopwords()
    own = {said.fact.role.predicate or ""}
    near = {word.canon for word in words[first:last] if word.surface.lower() not in common} - own
    return near or {word.canon for word in words if word.surface.lower() not in common} - own


def _opposed(context: Context, members: Sequence[Claim], left: int, right: int) -> tuple[Said, Said] | None:
    """A word of one member and its opposite in the other, of the same things, where neither has both or negates."""
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
        if (
            any(isinstance(fact, Quantity) for i in (left, right) for fact in members[i].facts)
            and word.canon in OF_MANY
        ):
            continue
        sides = (
            Said(left, members[left], Polarity(Span(word.start, word.end), word.canon, "polarity.antonym", role)),
            Said(
                right,
                members[right],
                Polarity(Span(other.start, other.end), other.canon, "polarity.antonym", Role(None, other.canon)),
            ),
        )
        if _same_things(context, *sides):
            return sides
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
    found, _ = slots(said, lambda a, b: _same_thing(context, a, b), lambda a, b: _way(a) == _way(b))
    return Outcome(
        tuple(
            weigh(
                context, "direction", slot, role_values(slot.entries[0].fact.role), _way, _way_value,
                lambda a, b: ("conflict", None),
            )
            for slot in found
        )
    )  # fmt: skip


def _same_thing(context: Context, a: Said, b: Said) -> Match:
    """How surely two directions are of one thing, in one part and one period."""
    one, two = a.fact.role, b.fact.role
    counted = counted_match(one.counted or "?", two.counted or "!")
    if counted is None and same_head(one.counted, two.counted) and _share_a_figure(a, b):
        counted = 0.3  # "the operating margin widened to 13.4 %", "the profit margin narrowed to 13.4 %"
    if counted is None:
        return None
    if _way(a) != _way(b):
        if one.period != two.period:
            return "different-period"
        if extents_apart(one.extent, two.extent) or (
            one.extent != two.extent and (_both_ways(context, a) or _both_ways(context, b))
        ):
            return "different-extent"
    return 0.6 + 0.3 * counted


def _share_a_figure(a: Said, b: Said) -> bool:
    """Whether the two statements give one figure that is the same to the unit."""
    return any(
        isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit is not None and relate(x, y) == "same"
        for x in a.claim.facts
        for y in b.claim.facts
    )


def _both_ways(context: Context, said: Said) -> bool:
    """Whether the article tells of the thing that it went up and that it went down, of parts or at times."""
    thing = said.fact.role.counted or "?"
    ways = {
        fact.value
        for claim in context.by_article[said.article_id]
        for fact in claim.facts
        if isinstance(fact, Direction) and counted_match(fact.role.counted or "!", thing) is not None
    }
    return len(ways) > 1


def _way(said: Said) -> str:
    assert isinstance(said.fact, Direction)
    return said.fact.value


def _way_value(said: Said) -> tuple[Values, str]:
    return (("value", _way(said)),), {"up": "rose", "down": "fell"}.get(_way(said), _way(said))
