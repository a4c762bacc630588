"""Two dates beside one another."""

from __future__ import annotations

from crosscheck.model import When
from crosscheck.values.days import relate


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


def clocks_differ(one: When, two: When) -> bool:
    """Whether both give the time of day, and not the same."""
    return one.clock is not None and two.clock is not None and one.clock != two.clock
