"""Dates: two outlets' days for one event."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from datetime import date

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.date_words import in_words, pattern_in_words
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Outcome, refusals, weigh
from crosscheck.comparing.slots import Match, same_slot, slots
from crosscheck.comparing.times import clocks_differ, ends_differ, same_days
from crosscheck.lexicon.en.words import canon, canon_class
from crosscheck.model import Claim, Quantity, Reason, Relation, Values, When
from crosscheck.values.days import edtf, relate

_DAYS = frozenset({"minute", "part-of-day", "day"})
_ALIKE = 0.8  # alignment from which the one day that each of two statements names is taken to be of one event
_HALF_SLOT = 0.5
_SAME_SLOT = 0.7
_VERBATIM = 0.85


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """The dates of a group's members, each by the event that it dates."""
    said = [
        Said(i, claim, fact)
        for i, claim in enumerate(members)
        for fact in claim.facts
        if isinstance(fact, When) and _comparable(fact) and not context.is_as_of(claim, fact)
    ]
    found, refused = slots(said, lambda a, b: _match(context, aligned, a, b), _meets)
    compared = tuple(
        weigh(
            context, "date", slot, role_values(slot.entries[0].fact.role), _key, _value,
            lambda one, two: _relation(context, one, two),
        )
        for slot in found
    )  # fmt: skip
    return Outcome(compared, refusals("date", refused))


def _comparable(fact: When) -> bool:
    return fact.sort == "date" and (fact.resolved or fact.pattern is not None)


def _is_period(claim: Claim, fact: object) -> bool:
    """Whether a stretch of time tells of when the statement's figures hold: then it is no value itself."""
    return (
        isinstance(fact, When)
        and fact.granularity not in _DAYS
        and any(isinstance(other, Quantity) and other.role.period is not None for other in claim.facts)
    )


def _when(said: Said) -> When:
    assert isinstance(said.fact, When)
    return said.fact


def _days(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _meets(a: Said, b: Said) -> bool:
    return same_days(_when(a), _when(b))


def _match(context: Context, aligned: Aligned, a: Said, b: Said) -> Match:
    """How surely two dates are of one event: by their verb, or by the words around them."""
    one, two = _when(a), _when(b)
    if not _meets(a, b) and context.of_two_things(a.claim, b.claim):
        return None
    if context.in_place(a, b) and (one.granularity in _DAYS) == (two.granularity in _DAYS):
        return _in_place(context, a, b)
    if _is_period(a.claim, one) or _is_period(b.claim, two):
        return None
    if (one.granularity in _DAYS) != (two.granularity in _DAYS) and not _meets(a, b):
        return None  # a day against a stretch that does not hold it is rather another event
    slot, close = same_slot(context, a, b), alignment(aligned, a, b)
    same = _same_event(canon(one.role.predicate or ""), canon(two.role.predicate or ""))
    if same is None:
        return None
    alone = close >= _ALIKE and slot >= _HALF_SLOT and _only_day(a) and _only_day(b)
    if not same and not alone and not (close >= _VERBATIM and slot >= _SAME_SLOT) and not (_meets(a, b) and slot > 0):
        return None
    if one.resolved != two.resolved or _said_otherwise(one, two):
        return "unresolved-date"
    if not _meets(a, b) and (_borrowed(one) or _borrowed(two)):
        return None
    if not _meets(a, b):
        return _doubt(one, two) or round(0.5 + 0.4 * slot, 4)
    return round(0.6 + 0.4 * slot, 4)


def _in_place(context: Context, a: Said, b: Said) -> Match:
    """How surely two dates between the same words are of one event; a period of other figures is of another time."""
    one, two = _when(a), _when(b)
    if one.resolved != two.resolved or _said_otherwise(one, two):
        return "unresolved-date"
    if _meets(a, b):
        return 0.95
    whole = one.resolved and one.anchor is None and two.anchor is None  # printed with its year
    told = canon(one.role.predicate or "") in canon_class("telling") and not whole
    if told or _borrowed(one) or _borrowed(two):
        return None
    if (_is_period(a.claim, one) or _is_period(b.claim, two)) and not _same_figures(a.claim, b.claim):
        return None
    return _doubt(one, two) or 0.9


def _same_figures(one: Claim, two: Claim) -> bool:
    """Whether two statements give the same figures."""
    figures = [[fact.interval for fact in claim.facts if isinstance(fact, Quantity)] for claim in (one, two)]
    return figures[0] == figures[1]


def _borrowed(when: When) -> bool:
    """Whether only the time of day is given, and the day was taken from a mention before."""
    return when.anchor == "mention" and when.clock is not None


def _only_day(said: Said) -> bool:
    """Whether the date is the only day that its statement names."""
    days = [fact for fact in said.claim.facts if isinstance(fact, When) and fact.granularity in _DAYS]
    return len(days) == 1 and days[0] is said.fact


def _same_event(one: str, two: str) -> bool | None:
    """Whether two canonical predicates are of one event; `None` where one tells who told."""
    both = {one, two}
    if both & canon_class("telling"):
        return None
    return "" not in both and (one == two or bool(both & canon_class("any-event")))


def _said_otherwise(one: When, two: When) -> bool:
    """Whether two dates that are not resolved can't be held together: a weekday and a day of a month, a day and
    its morning."""
    if one.resolved or two.resolved or one.pattern == two.pattern:
        return False
    forms = [re.sub(r"[0-9]", "0", (when.pattern or "").split("T")[0]) for when in (one, two)]
    return forms[0] != forms[1] or (one.pattern or "").split("T")[0] == (two.pattern or "").split("T")[0]


def _same_day_of_another_year(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and one != two and (one.month, one.day) == (two.month, two.day)


def _doubt(one: When, two: When) -> Reason | None:
    """Why two dates that differ may still be one day."""
    for this, that in ((one, two), (two, one)):
        if any(relate(days, _days(that)) != "disjoint" for days in this.alternatives):
            return "ambiguous-date"
    if (one.anchor or two.anchor) and _same_day_of_another_year(one.earliest, two.earliest):
        return "ambiguous-date"  # and one of the two does not say of which
    near = one.earliest and two.earliest and abs((one.earliest - two.earliest).days) <= 1
    if near and one.zone and two.zone and one.zone != two.zone:
        return "time-zone"
    return None


def _key(said: Said) -> Hashable:
    when = _when(said)
    return when.earliest, when.latest, when.clock, when.pattern


def _value(said: Said) -> tuple[Values, str]:
    """A date as a report gives it, and as people read it."""
    when = _when(said)
    written = edtf(when.earliest, when.latest, when.granularity) if when.resolved else when.pattern
    values: Values = (
        ("edtf", written),
        ("earliest", when.earliest.isoformat() if when.earliest else None),
        ("latest", when.latest.isoformat() if when.latest else None),
        ("clock", "–".join(map(_clock, sorted(set(when.clock)))) if when.clock else None),
        ("zone", when.zone),
        ("granularity", when.granularity),
    )
    return values, _display(when, written or "")


def _clock(minute: int) -> str:
    """A minute of the day on the clock."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _display(when: When, written: str) -> str:
    if not when.resolved:
        return pattern_in_words(written)
    clock = f" {_clock(when.clock[0])}" if when.clock and when.clock[0] == when.clock[1] else ""
    return (in_words(when.earliest, when.latest) or written) + clock


def _relation(context: Context, a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    one, two = _when(a[0]), _when(b[0])
    if not one.resolved or not two.resolved:
        return ("same", None) if one.pattern == two.pattern else ("conflict", None)
    related = relate(_days(one), _days(two))
    if related == "disjoint" and (doubt := _doubt(one, two)):
        return "not-compared", doubt
    if related == "same":
        if not clocks_differ(one, two):
            return "same", None
        return ("conflict" if one.zone == two.zone and context.in_place(a[0], b[0]) else "compatible"), None
    edited = context.in_place(a[0], b[0]) and ends_differ(one, two)
    return ("conflict", None) if related == "disjoint" or edited else ("compatible", None)
