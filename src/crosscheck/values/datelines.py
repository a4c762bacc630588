"""Reading of a line that is nothing but a date, as a page prints it under a headline."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

# `lexicon` has the words of running text, these are the labels of a dateline: in full, in three letters, and "sept".
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = frozenset(
    "monday mon tuesday tues tue wednesday wed thursday thurs thu friday fri saturday sat sunday sun".split()
)
_LABELS = ("first ", "last ", "published", "updated", "posted", "issued", "modified", "date")


def bare_date(text: str) -> date | datetime | None:
    """The day, or the time, that a line gives which is nothing but a date, as below a headline.

    A time is without a zone unless the line has one ("GMT", "UTC", "Z"); a date without a year, or one whose
    order of day and month can't be told, is None.

    >>> bare_date("15 Oct 2021, 20:27")
    datetime.datetime(2021, 10, 15, 20, 27)
    >>> bare_date("Published: Friday, October 16, 2015")
    datetime.date(2015, 10, 16)
    >>> bare_date("Aug. 17") is None
    True
    """
    text = text.strip().lower()
    if not 8 <= len(text) <= 80 or (not text[-1].isalnum() and text[-1] != ".") or not any(map(str.isdigit, text)):
        return None
    label = _label().match(text) if text.startswith(_LABELS) else None
    m = _bare().fullmatch(text, label.end() if label else 0)
    if m is None or (m["weekday"] and m["weekday"] not in _WEEKDAYS):
        return None
    day = _bare_day(m)
    if day is None or m["hour"] is None:
        return day
    return _at(day, m)


def _bare_day(m: re.Match[str]) -> date | None:
    """The day of a bare date line."""
    try:
        if m["iso"]:
            return date.fromisoformat(m["iso"].replace("/", "-"))
        if name := m["m1"] or m["m2"]:
            return date(int(m["y1"] or m["y2"]), _month(name), int(m["d1"] or m["d2"]))
        first, second, year = int(m["n1"]), int(m["n2"]), int(m["y3"])
        if first <= 12 and second <= 12 and first != second:
            return None
        return date(year, second, first) if first > 12 else date(year, first, second)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of the month; `ValueError` for another word."""
    short = [month[:3] for month in _MONTHS]
    return 9 if name == "sept" else (short if len(name) == 3 else _MONTHS).index(name) + 1


def _at(day: date, m: re.Match[str]) -> date | datetime:
    """The day with the line's time of day; the day alone where the time is none."""
    hour, half = int(m["hour"]), (m["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return day
        hour = hour % 12 + 12 * (half == "p")
    if not (m["minute"] or half):
        return day
    zone = "+00:00" if m["utc"] else m["offset"] or ""
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{hour:02d}:{int(m['minute'] or 0):02d}:00{zone}")
    except ValueError:
        return day


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:first\s|last\s)?(?:published|updated|posted|issued|modified)(?:\son|\sat)?\s?:?\s|date\s?:\s"
    )


@cache
def _bare() -> re.Pattern[str]:
    """A line that is a date, in small letters: weekday, date in one of five orders, time before or after it."""
    month = r"[^\W\d_]{3,9}"  # which words are months is looked up: a list in the pattern costs time to compile
    return re.compile(
        rf"""
        (?:(?P<weekday>[^\W\d_]{{3,9}})\.?,?\s)?
        (?:
            (?P<iso>\d{{4}}(?:-\d\d-\d\d|/\d\d/\d\d))
          | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<m1>{month})\.?,?[\s-](?P<y1>\d{{4}})
          | (?P<m2>{month})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})
          | (?P<n1>\d{{1,2}})[/.-](?P<n2>\d{{1,2}})[/.-](?P<y3>\d{{4}})
        )
        (?:
            (?:,|,?\sat|\s[-–—|·•]|t)?\s?
            (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d{{1,6}})?)?)?\s?(?P<half>[ap]\.?m\.?)?
            \s?(?:(?P<utc>gmt|utc|z)|(?P<offset>[+-]\d\d:?\d\d)|[^\W\d_]{{2,4}})?
        )?
        \.?
        """,
        re.VERBOSE,
    )
