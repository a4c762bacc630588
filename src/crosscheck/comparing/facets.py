"""What the comparison of one facet hands to the verdict: slots with versions, relations and steps."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from attrs import evolve

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.slots import Slot
from crosscheck.model import (
    RELATIONS,
    Comparison,
    Facet,
    Mention,
    Pair,
    Passage,
    Reason,
    Relation,
    Step,
    Uncompared,
    Values,
    Version,
)


class Compared(NamedTuple):
    """A comparison whose mentions count members of the group, with how surely its facts play one role."""

    comparison: Comparison
    members: tuple[int, ...]
    strength: float
    tags: tuple[str, ...] = ()
    sure: bool = False  # whether it holds between statements that are less alike than a contradiction asks for


class Outcome(NamedTuple):
    """All comparisons of one facet in a group, and what was not compared."""

    compared: tuple[Compared, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()


def weigh(
    context: Context,
    facet: Facet,
    slot: Slot,
    role: Values,
    key: Callable[[Said], Hashable],
    value: Callable[[Said], tuple[Values, str]],
    relate: Callable[[list[Said], list[Said]], tuple[Relation, Reason | None]],
    tags: tuple[str, ...] = (),
) -> Compared:
    """The slot's facts as versions (equal `key`, one version) and the relation of each two."""
    sides: dict[Hashable, list[Said]] = {}
    for said in slot.entries:
        sides.setdefault(key(said), []).append(said)
    ordered = list(sides.values())
    values = {id(said): value(said) for said in slot.entries}
    versions = tuple(_version(context, side, *values[id(side[0])]) for side in ordered)
    pairs = tuple(
        Pair(a, b, *relate(ordered[a], ordered[b])) for a in range(len(ordered)) for b in range(a + 1, len(ordered))
    )
    relation, reason = strongest(pairs)
    steps = (*(_read(said, values[id(said)][0]) for said in slot.entries), _related(facet, slot, pairs))
    comparison = Comparison(facet, role, versions, pairs, relation, reason, "", steps)
    return Compared(comparison, tuple(said.member for said in slot.entries), slot.strength, tags)


def strongest(pairs: Sequence[Pair]) -> tuple[Relation, Reason | None]:
    """The strongest relation of the pairs; a lone version is the same everywhere."""
    if not pairs:
        return "same", None
    best = max(pairs, key=lambda pair: RELATIONS.index(pair.relation))
    return best.relation, best.reason


def _version(context: Context, side: Sequence[Said], values: Values, display: str) -> Version:
    mentions = tuple(
        Mention(
            said.member,
            Passage(said.article_id, said.fact.span),
            said.fact.span.of(context.articles[said.article_id].text),
            context.published(said.claim),
        )
        for said in side
    )
    origins = tuple(dict.fromkeys(context.origin(said.claim) for said in side))
    return Version(values, display, mentions, origins)


def _read(said: Said, values: Values) -> Step:
    """The step that read the fact: its rule, its place, its value."""
    return Step(said.fact.rule, (Passage(said.article_id, said.fact.span),), values)


def _related(facet: Facet, slot: Slot, pairs: Sequence[Pair]) -> Step:
    """The step that related the versions."""
    passages = tuple(Passage(said.article_id, said.fact.span) for said in slot.entries)
    values = tuple(
        (f"{pair.a}-{pair.b}", pair.relation if pair.reason is None else f"{pair.relation}: {pair.reason}")
        for pair in pairs
    )
    return Step(f"compare.{facet}", passages, values)


def refusals(facet: Facet, refused: Sequence[tuple[Said, Said, Reason]]) -> tuple[Uncompared, ...]:
    """The pairs that were not compared, for the report."""
    return tuple(
        Uncompared(facet, reason, (Passage(one.article_id, one.fact.span), Passage(two.article_id, two.fact.span)))
        for one, two, reason in refused
    )


def with_explanation(compared: Compared, explanation: str) -> Compared:
    """The same comparison, with a sentence for people."""
    return compared._replace(comparison=evolve(compared.comparison, explanation=explanation))
