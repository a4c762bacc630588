"""A stretch of days, or a date that lacks its year, as people write it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosscheck.lexicon.en.time_words import month_name, weekday_name

_UNRESOLVED = re.compile(r"XXXX-(?:WXX-(?P<weekday>[1-7])|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(earliest: date | None, latest: date | None) -> str | None:
    """A stretch of days, `None` where both its ends are open.

    >>> [in_words(date(2024, 4, a), date(2024, b, c)) for a, b, c in ((12, 4, 12), (1, 4, 30), (3, 4, 7), (1, 6, 30))]
    ['Fri 12 Apr 2024', 'Apr 2024', '3–7 Apr 2024', 'Apr–Jun 2024']
    >>> in_words(None, date(2024, 11, 21)), in_words(date(2024, 1, 1), None), in_words(None, date(2025, 12, 31))
    ('until 21 Nov 2024', 'from 1 Jan 2024', 'until 31 Dec 2025')
    >>> in_words(date(1980, 1, 1), date(1989, 12, 31)), in_words(date(1962, 1, 1), date(1962, 12, 31))
    ('1980–1989', '1962')
    """
    if earliest is None or latest is None:
        end = latest or earliest
        return f"{'until' if latest else 'from'} {_day(end)} {end.year}" if end else None
    if earliest == latest:
        return f"{weekday_name(earliest.weekday())} {_day(earliest)} {earliest.year}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return _joined(str(earliest.year), str(latest.year))
    whole = earliest.day == 1 and (latest + timedelta(days=1)).day == 1
    one, other = (month_name(end.month) if whole else _day(end) for end in (earliest, latest))
    if earliest.year != latest.year:
        return f"{one} {earliest.year} – {other} {latest.year}"
    if not whole and earliest.month == latest.month:
        one = str(earliest.day)
    return f"{_joined(one, other)} {latest.year}"


def _joined(one: str, other: str) -> str:
    if one == other:
        return one
    return f"{one} – {other}" if " " in one else f"{one}–{other}"


def _day(when: date) -> str:
    return f"{when.day} {month_name(when.month)}"


def pattern_in_words(pattern: str) -> str:
    """A date that could not be resolved: what its text says of it.

    >>> pattern_in_words("XXXX-WXX-2"), pattern_in_words("XXXX-10-20"), pattern_in_words("XXXX-05")
    ('Tuesday', '20 Oct', 'May')
    """
    found = _UNRESOLVED.fullmatch(pattern)
    if found is None:
        return pattern
    if found["weekday"]:
        return _WEEKDAYS[int(found["weekday"]) - 1]
    month = month_name(int(found["month"]))
    return f"{int(found['day'])} {month}" if found["day"] else month
