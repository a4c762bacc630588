"""The days of months, quarters, seasons, years and weeks, and the feasts that move."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def month_days(year: int, month: int, last: int | None = None) -> tuple[date, date]:
    """The days of a month, or of the months up to `last`; month 13 is January of the next year.

    >>> month_days(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    year, month, count = year + (month - 1) // 12, (month - 1) % 12 + 1, (last or month) - month
    end_year, end = year + (month + count - 1) // 12, (month + count - 1) % 12 + 1
    return date(year, month, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])


def year_days(year: int, last: int | None = None) -> tuple[date, date]:
    """The days of a year, or of the years up to `last`."""
    return date(year, 1, 1), date(last or year, 12, 31)


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """The days of the first to fourth quarter of a calendar year."""
    return month_days(year, 3 * quarter - 2, 3 * quarter)


def half_days(year: int, half: int) -> tuple[date, date]:
    """The days of the first or second half of a calendar year."""
    return month_days(year, 6 * half - 5, 6 * half)


def season_days(year: int, season: int) -> tuple[date, date]:
    """The days of spring, summer, autumn or winter (0 to 3) as the northern half of the Earth has them.

    Winter is that which begins in `year`. Seasons are the meteorological ones, of whole months.
    """
    return month_days(year, 3 * season + 3, 3 * season + 5)


def week_days(day: date) -> tuple[date, date]:
    """Monday to Sunday of the week that `day` is in (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_days(day: date) -> tuple[date, date]:
    """Saturday and Sunday of the week that `day` is in."""
    sunday = week_days(day)[1]
    return sunday - timedelta(days=1), sunday


def add_months(day: date, months: int) -> date:
    """The same day of the month, so many months on; the month's last day where it has no such day.

    >>> add_months(date(2021, 1, 31), 1)
    datetime.date(2021, 2, 28)
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) to Sunday (6) of a month; -1 is the last.

    >>> nth_weekday(2021, 11, 3, 4)  # the fourth Thursday
    datetime.date(2021, 11, 25)
    """
    first, last = month_days(year, month)
    if nth < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (nth + 1))
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)
