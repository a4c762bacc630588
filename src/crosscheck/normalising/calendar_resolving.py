"""From pieces to days: what "Tuesday", "in October", "a week later" mean, seen from a day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

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
from crosscheck.normalising.calendar_views import SIZES, Reading, View, moved, single, unit_days, unknown
from crosscheck.values.calendars import nth_weekday

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
        reading = nth_reading(atom, view) if atom.kind == "nth" else _RESOLVERS[atom.kind](atom, view)
        return reading and offset_reading(reading, atom.offset)
    except (ValueError, OverflowError):
        return None


def offset_reading(reading: Reading, offset: Atom | None) -> Reading:
    """So long before or after the day that was read: "two days before Christmas", "a week from tomorrow"."""
    if offset is None:
        return reading
    if reading.earliest is None or reading.latest is None:
        return unknown("day")
    unit, steps = offset.unit or "day", (offset.number or 1) * (offset.shift or 1)
    day = moved(unit, reading.earliest if steps < 0 else reading.latest, steps)
    if unit == "day":
        return single(day, reading.anchor)
    earliest, latest = unit_days(unit, day, 0)
    return single(day, reading.anchor, granularity=SIZES[unit])._replace(earliest=earliest, latest=latest)


def nth_reading(atom: Atom, view: View) -> Reading | None:
    """The first week, the last Friday … of a month or year; weeks are counted from its first or last day."""
    whole = resolve(atom.year_from, view) if atom.year_from else None
    if whole is None or whole.earliest is None or whole.latest is None:
        return whole and unknown(SIZES.get(atom.unit or "day", "day"))
    nth = atom.number or 1
    if atom.weekday is not None:
        month = whole.latest if nth < 0 else whole.earliest
        return single(nth_weekday(month.year, month.month, atom.weekday, nth), whole.anchor)
    if atom.unit == "day":
        return single(whole.latest if nth < 0 else whole.earliest + timedelta(days=nth - 1), whole.anchor)
    if atom.unit == "weekend":
        month = whole.latest if nth < 0 else whole.earliest
        saturday = nth_weekday(month.year, month.month, 5, nth)
        return Reading(saturday, saturday + timedelta(days=1), "weekend", whole.anchor)
    first = whole.latest - timedelta(days=6) if nth < 0 else whole.earliest + timedelta(days=7 * (nth - 1))
    return Reading(first, first + timedelta(days=6), "range", whole.anchor)
