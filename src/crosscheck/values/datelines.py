"""Reading of a line that is nothing but a date, as a page prints it under a headline."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

# The first three letters of the months; `lexicon` has the words of running text, this the labels of a dateline.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


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
    text = text.strip()
    if not 8 <= len(text) <= 80 or (m := _bare().fullmatch(text)) is None:
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
            return date(int(m["y1"] or m["y2"]), _MONTHS.index(name[:3].lower()) + 1, int(m["d1"] or m["d2"]))
        first, second, year = int(m["n1"]), int(m["n2"]), int(m["y3"])
        if first <= 12 and second <= 12 and first != second:
            return None
        return date(year, second, first) if first > 12 else date(year, first, second)
    except ValueError:
        return None


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
def _bare() -> re.Pattern[str]:
    """A line that is a date: label, weekday, date in one of five orders, time before or after it."""
    return re.compile(
        rf"""
        (?:(?:first\s|last\s)?(?:published|updated|posted|issued|modified)(?:\son|\sat)?\s?:?\s|date\s?:\s)?
        (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?
        (?:
            (?P<iso>\d{{4}}(?:-\d\d-\d\d|/\d\d/\d\d))
          | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<m1>{_MONTH})\.?,?[\s-](?P<y1>\d{{4}})
          | (?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})
          | (?P<n1>\d{{1,2}})[/.-](?P<n2>\d{{1,2}})[/.-](?P<y3>\d{{4}})
        )
        (?:
            (?:,|\sat|\s[-–—|·•]|,?\sat|T)?\s?
            (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d{{1,6}})?)?)?\s?(?P<half>[ap]\.?m\.?)?
            \s?(?:(?P<utc>GMT|UTC|Z)|(?P<offset>[+-]\d\d:?\d\d)|[A-Z]{{2,4}})?
        )?
        \.?
        """,
        re.VERBOSE | re.IGNORECASE,
    )
