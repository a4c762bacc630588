"""Two dates beside one another."""

from __future__ import annotations

from crosscheck.model import When
from crosscheck.values.days import relate

_WEEK = 7  # days
_QUARTER, _SHORTLY, _EVENING, _DAY = 15, 30, 360, 1440  # minutes


def same_days(one: When, two: When) -> bool:
    """Whether two dates may be one day."""
    if not one.resolved or not two.resolved:
        return one.pattern == two.pattern
    return relate((one.earliest, one.latest), (two.earliest, two.latest)) != "disjoint"


def ends_differ(one: When, two: When) -> bool:
    """Whether of two stretches of time, or two times "since", an end is in another year."""
    if one.granularity != two.granularity or (one.granularity != "range" and one.earliest and one.latest):
        return False
    ends = ((one.earliest, two.earliest), (one.latest, two.latest))
    return any(x and y and x.year != y.year for x, y in ends) and all((x is None) == (y is None) for x, y in ends)


def same_end(one: When, two: When) -> bool:
    """Whether two days by which something is to be done may be one: a week apart, or a month that holds the other."""
    assert one.latest is not None
    assert two.latest is not None
    return abs((one.latest - two.latest).days) <= _WEEK


def clocks_apart(one: When, two: When) -> bool:
    """Whether two times of day cannot be one: each is rounded as people round the time.

    "About 8:40" is within five minutes of it and "around 9" within a quarter of an hour; "shortly after 9" is not
    half an hour later.
    """
    if one.clock is None or two.clock is None or not same_clock(one, two):
        return False
    first, second = _minutes(one), _minutes(two)
    if first is None or second is None:
        return False
    return all(first[1] + day < second[0] or second[1] < first[0] + day for day in (-_DAY, 0, _DAY))


def same_clock(one: When, two: When) -> bool:
    """Whether two times are by the clock of one place; where nothing is said, that is the place of the event."""
    return (one.zone or "local") == (two.zone or "local")


def _minutes(when: When) -> tuple[int, int] | None:
    """From when to when a time of day may be; `None` where it is none, or a part of the day."""
    assert when.clock is not None
    minute, last = when.clock
    if when.granularity != "minute" or minute != last:
        return None
    if when.modifier == "after":
        return minute, minute + _SHORTLY
    if when.modifier == "before":
        return minute - _SHORTLY, minute
    if when.modifier == "until":
        return minute - _EVENING, minute
    if when.modifier == "approx":
        off = 30 if minute % (12 * 60) == 0 else 20 if minute % 60 == 0 else _QUARTER if minute % 30 == 0 else 5
    else:
        off = 10 if minute % 60 == 0 else 5 if minute % _QUARTER == 0 else 1
    return minute - off, minute + off


def clocks_differ(one: When, two: When) -> bool:
    """Whether both give the time of day, and not the same."""
    return one.clock is not None and two.clock is not None and one.clock != two.clock
