"""From pieces to days: what "Tuesday", "in October", "a week later" mean, seen from a day of publication."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.normalising.calendar_atoms import Atom, Kind
from crosscheck.normalising.calendar_days import (
    clock_reading,
    day_reading,
    deictic_reading,
    feast_reading,
    month_reading,
    numeric_reading,
    part_reading,
    quarter_reading,
    season_reading,
    weekday_reading,
)
from crosscheck.normalising.calendar_units import ago_reading, stretch_reading, unit_reading, years_reading
from crosscheck.normalising.calendar_views import Reading, View

_RESOLVERS: dict[Kind, Callable[[Atom, View], Reading | None]] = {
    "day": day_reading,
    "numeric": numeric_reading,
    "weekday": weekday_reading,
    "month": month_reading,
    "years": years_reading,
    "quarter": quarter_reading,
    "season": season_reading,
    "unit": unit_reading,
    "stretch": stretch_reading,
    "ago": ago_reading,
    "deictic": deictic_reading,
    "part": part_reading,
    "clock": clock_reading,
    "feast": feast_reading,
}


def resolve(atom: Atom, view: View) -> Reading | None:
    """The days of a piece; None where it can't be a date (31 June), open ends where they are not known."""
    try:
        return _RESOLVERS[atom.kind](atom, view)
    except (ValueError, OverflowError):
        return None
