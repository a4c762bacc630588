"""Figures: paired by role, related as intervals, developing or not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction

from crosscheck.comparing.context import Aligned, Context, Said
from crosscheck.comparing.display import quantity_display, quantity_values, role_values
from crosscheck.comparing.facets import Compared, Outcome, refusals, weigh
from crosscheck.comparing.figures import figure, is_edited, is_far_over, meets, predicate
from crosscheck.comparing.same_role import match
from crosscheck.comparing.slots import Slot, slots
from crosscheck.lexicon.en.words import canon_class
from crosscheck.model import Claim, Quantity, Reason, Relation, Values
from crosscheck.values.intervals import relate


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """The figures of a group's members, by role."""
    said = [
        Said(i, claim, fact) for i, claim in enumerate(members) for fact in claim.facts if isinstance(fact, Quantity)
    ]
    found, refused = slots(said, lambda a, b: match(context, aligned, a, b), meets)
    return Outcome(tuple(weighed(context, slot) for slot in found), refusals("quantity", refused))


def weighed(context: Context, slot: Slot) -> Compared:
    """One slot as a comparison; two speakers of one article who disagree make it one of attribution."""
    speakers = _speakers_disagree(slot.entries)
    return weigh(
        context,
        "attribution" if speakers else "quantity",
        slot,
        role_values(slot.entries[0].fact.role),
        _key,
        _value,
        lambda a, b: ("compatible", None) if speakers else _relation(context, a, b),
        ("speakers-disagree",) if speakers else (),
    )


def _speakers_disagree(entries: Sequence[Said]) -> bool:
    """Whether one article gives two figures that differ, each to another speaker."""
    return any(
        one.article_id == two.article_id
        and None not in (_speaker(one), _speaker(two))
        and _speaker(one) != _speaker(two)
        and not meets(one, two)
        for n, one in enumerate(entries)
        for two in entries[n + 1 :]
    )


def _speaker(said: Said) -> str | None:
    speaker = said.claim.statement.speaker
    return speaker.name if speaker else None


def _key(said: Said) -> Hashable:
    fact = figure(said)
    unit = fact.unit
    return (fact.interval, fact.approximate, unit.name if unit else None, unit.currency if unit else None)


def _value(said: Said) -> tuple[Values, str]:
    return quantity_values(figure(said)), quantity_display(figure(said))


def _relation(context: Context, a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    """How two versions relate: as intervals, then by what is counted and when."""
    related = relate(figure(a[0]), figure(b[0]))
    if related == "compatible" and is_far_over(figure(a[0]), figure(b[0])):
        return ("update" if _is_update(context, a, b) else "conflict"), None
    if related in ("same", "compatible"):
        edited = related == "compatible" and is_edited(figure(a[0]), figure(b[0])) and context.in_place(a[0], b[0])
        return ("conflict" if edited else related), None
    if related == "currency":
        return "not-compared", "currency"
    if related == "unit":
        return "not-compared", "different-thing"
    return ("update" if _is_update(context, a, b) else "conflict"), None


def _is_update(context: Context, a: list[Said], b: list[Said]) -> bool:
    """Whether a developing count may have moved on from one version to the other."""
    state = predicate(figure(a[0]))
    articles = [{said.article_id for said in side} for side in (a, b)]
    if context.in_place(a[0], b[0]) and context.of_one_day(a[0].claim, b[0].claim):
        return False  # "as of 4 March" in both
    if state not in canon_class("developing") or (articles[0] == articles[1] and len(articles[0]) == 1):
        return False
    if state not in canon_class("only-rises"):
        return True
    low, high = sorted((a, b), key=lambda side: _size(side[0]))
    return not _later(context, low, high)


def _size(said: Said) -> Fraction:
    interval = figure(said).interval
    return interval.low if interval.low is not None else interval.high or Fraction(0)


def _later(context: Context, one: list[Said], two: list[Said]) -> bool:
    """Whether every mention of one is of a later day than every mention of the other."""
    first, second = [context.day(said.claim) for said in one], [context.day(said.claim) for said in two]
    return all(x is not None and y is not None and x > y for x in first for y in second)
