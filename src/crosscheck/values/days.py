"""Days of the calendar: closed intervals of them, how two relate, how they are written in EDTF.

An interval of days is a pair `(earliest, latest)`, both days included; `None` at an end is open. EDTF is
ISO 8601-2:2019: its levels 0 and 1, and of level 2 the quarters (33 to 36) and halves (40, 41).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

from crosscheck.model import Granularity
from crosscheck.values.calendars import month_days, season_days, year_days
from crosscheck.values.datelines import bare_date

__all__ = ["Days", "Relation", "bare_date", "edtf", "parse_edtf", "relate"]

Days = tuple[date | None, date | None]
Relation = Literal["same", "contains", "within", "overlaps", "disjoint"]

# EDTF's code of a quarter or a half, and its first and last month
_PARTS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
_SEASONS, _QUARTERS, _HALVES = range(21, 25), range(33, 37), range(40, 42)


def relate(a: Days, b: Days) -> Relation:
    """How interval `a` lies to interval `b`.

    >>> relate((date(2021, 10, 1), date(2021, 10, 31)), (date(2021, 10, 20), date(2021, 10, 20)))
    'contains'
    >>> relate((None, date(2021, 10, 1)), (date(2021, 10, 2), None))
    'disjoint'
    """
    (low_a, high_a), (low_b, high_b) = _closed(a), _closed(b)
    if high_a < low_b or high_b < low_a:
        return "disjoint"
    if (low_a, high_a) == (low_b, high_b):
        return "same"
    if low_a <= low_b and high_b <= high_a:
        return "contains"
    if low_b <= low_a and high_a <= high_b:
        return "within"
    return "overlaps"


def _closed(days: Days) -> tuple[int, int]:
    """The interval in day numbers; an open end lies beyond every day of the calendar."""
    earliest, latest = days
    low = 0 if earliest is None else earliest.toordinal()
    high = date.max.toordinal() + 1 if latest is None else latest.toordinal()
    if low > high:
        raise ValueError(f"an interval runs forward, not from {earliest} to {latest}")
    return low, high


def edtf(earliest: date | None, latest: date | None, granularity: Granularity, *, approximate: bool = False) -> str:
    """An interval of days in EDTF: at its granularity where it fills it, else as an interval of days, months or years.

    `approximate` adds "~". An interval open at both ends is "../..".

    >>> edtf(date(2021, 10, 1), date(2021, 10, 31), "month")
    '2021-10'
    >>> edtf(date(2023, 10, 1), date(2023, 12, 31), "range")
    '2023-10/2023-12'
    >>> edtf(None, date(2016, 12, 31), "year")
    '../2016'
    """
    mark = "~" if approximate else ""
    if earliest is not None and latest is not None and (single := _single(earliest, latest, granularity)):
        return single + mark
    first, last = _ends(earliest, latest)
    return f"{first + mark if earliest else first}/{last + mark if latest else last}"


def _single(earliest: date, latest: date, granularity: Granularity) -> str | None:
    """One EDTF date for the whole interval, if there is one at this granularity."""
    year, days = f"{earliest.year:04d}", (earliest, latest)
    if earliest == latest:
        return earliest.isoformat()
    if days == month_days(earliest.year, earliest.month):
        return year + f"-{earliest.month:02d}"
    if days == year_days(earliest.year):
        return year
    if granularity == "decade" and earliest.year % 10 == 0 and days == year_days(earliest.year, earliest.year + 9):
        return year[:3] + "X"
    if granularity == "century" and earliest.year % 100 == 0 and days == year_days(earliest.year, earliest.year + 99):
        return year[:2] + "XX"
    codes = {"season": _SEASONS, "quarter": _QUARTERS, "half": _HALVES}.get(granularity, ())
    return next((f"{year}-{code}" for code in codes if days == _part_days(earliest.year, code)), None)


def _part_days(year: int, code: int) -> tuple[date, date]:
    """The days of a season, quarter or half by its EDTF code."""
    return season_days(year, code - 21) if code in _SEASONS else month_days(year, *_PARTS[code])


def _ends(earliest: date | None, latest: date | None) -> tuple[str, str]:
    """Both ends, at the coarsest of year, month and day that both fill."""
    length = 10
    for coarser, first, last in ((7, _is_month_start, _is_month_end), (4, _is_new_year, _is_year_end)):
        if (earliest is None or first(earliest)) and (latest is None or last(latest)):
            length = coarser
    return (
        earliest.isoformat()[:length] if earliest else "..",
        latest.isoformat()[:length] if latest else "..",
    )


def _is_new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _is_month_start(day: date) -> bool:
    return day.day == 1


def _is_month_end(day: date) -> bool:
    return day == month_days(day.year, day.month)[1]


def parse_edtf(text: str) -> Days:
    """The days that an EDTF string of the forms `edtf` writes stands for.

    Raises ValueError for any other text.

    >>> parse_edtf("2023-10/2023-12")
    (datetime.date(2023, 10, 1), datetime.date(2023, 12, 31))
    >>> parse_edtf("../2016")
    (None, datetime.date(2016, 12, 31))
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _parse_single(first)
    days = (
        None if first == ".." else _parse_single(first)[0],
        None if last == ".." else _parse_single(last)[1],
    )
    _closed(days)
    return days


def _parse_single(text: str) -> tuple[date, date]:
    """The days of one EDTF date; ValueError where it is none."""
    m = _single_date().fullmatch(text)
    if m is None:
        raise ValueError(f"{text!r} is no EDTF date that crosscheck writes")
    if m["digits"]:
        first = int(m["digits"].ljust(4, "0"))
        return year_days(first, first + 10 ** (4 - len(m["digits"])) - 1)
    year, part = int(m["year"]), int(m["month"] or 0)
    if m["day"]:
        day = date(year, part, int(m["day"]))
        return day, day
    if part in _SEASONS or part in _PARTS:
        return _part_days(year, part)
    if part > 12 or (m["month"] and part == 0):
        raise ValueError(f"{text!r} has no month, season, quarter or half {part}")
    return month_days(year, part) if part else year_days(year)


@cache
def _single_date() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<digits>[0-9]{3}(?=X)|[0-9]{2}(?=XX))X{1,2}"
        r"|(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?)~?"
    )
