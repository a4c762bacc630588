"""From where a date is read, what a reading is, and steps along the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from crosscheck.model import Granularity
from crosscheck.values.calendars import (
    add_months,
    month_days,
    quarter_days,
    week_days,
    weekend_days,
    year_days,
)
from crosscheck.values.days import Days

Anchor = Literal["published", "mention"]
Interval = tuple[date, date]


class Mention(NamedTuple):
    """A time that the article has named: what "the following week" or "that year" looks back to."""

    earliest: date
    latest: date
    granularity: Granularity


class View(NamedTuple):
    """From where a piece is read: the day of publication, times mentioned, the order of numeric dates.

    `ahead` tells whether the words around point to what is to come: True, False, or None for no cue. `coming` are
    the days ahead that the article has named by their weekday, `past` a past year that it has named. `closes` is the
    day on which the quarter that is read ends, where the text says so; `compared` tells whether a figure of that
    time is set against another.
    """

    published: date | None
    order: Literal["dmy", "mdy"] | None = None
    last: Mention | None = None
    day: Mention | None = None
    quarter: Mention | None = None
    account: Mention | None = None
    ahead: bool | None = None
    coming: tuple[date, ...] = ()
    past: int | None = None
    closes: date | None = None
    compared: bool = False


class Reading(NamedTuple):
    """The days of a piece, other readings, and what it was resolved against."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    anchor: Anchor | None = None
    alternatives: tuple[Days, ...] = ()
    pattern: str | None = None


def single(day: date, anchor: Anchor | None = None, *others: date, granularity: Granularity = "day") -> Reading:
    return Reading(day, day, granularity, anchor, tuple((other, other) for other in others))


def unknown(granularity: Granularity, pattern: str | None = None) -> Reading:
    return Reading(None, None, granularity, pattern=pattern)


# what a cue points away from counts as so many times as far; "will" is a surer cue than a past verb
PAST_AGAINST_WILL, COMING_AGAINST_PAST = 5, 4


def nearest(days: list[Interval], to: date, ahead: bool | None = None) -> list[Interval]:
    """Intervals by how far they lie from a day, the nearest first; what a cue points away from counts as farther."""

    def distance(d: Interval) -> tuple[int, bool]:
        away = max((d[0] - to).days, (to - d[1]).days, 0)
        if ahead is True and d[1] < to:
            away *= PAST_AGAINST_WILL
        if ahead is False and d[0] > to:
            away *= COMING_AGAINST_PAST
        return away, d[0] > to

    return sorted(days, key=distance)


SIZES: dict[str, Granularity] = {
    "day": "day",
    "week": "week",
    "fortnight": "range",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "period": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def unit_days(unit: str, day: date, steps: int, of_published: bool = False) -> Interval:
    """The unit of the calendar that holds a day, so many units on."""
    if unit == "day":
        day += timedelta(days=steps)
        return day, day
    if unit == "week":
        return week_days(day + timedelta(days=7 * steps))
    if unit == "fortnight":
        first, last = week_days(day + timedelta(days=14 * steps))
        return first, last + timedelta(days=7)
    if unit == "weekend":
        return weekend_days(day + timedelta(days=7 * steps))
    if unit == "month":
        moved = add_months(day.replace(day=1), steps)
        return month_days(moved.year, moved.month)
    if unit in {"quarter", "period"}:
        moved = add_months(day.replace(day=1), 3 * steps)
        return quarter_days(moved.year, (moved.month + 2) // 3)
    length = {"decade": 10, "century": 100}.get(unit, 1)
    first_year = day.year // length * length + length * steps
    return year_days(first_year, first_year + length - 1)


def moved(unit: str, day: date, count: int) -> date:
    """The day so many units on, to the day."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "night": 1}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    return day + timedelta(days=days[unit] * count) if unit in days else add_months(day, months[unit] * count)


def months_to(day: date, months: int) -> Interval:
    """The months of account that end on a day; whole ones where it lies within a week of a month's end.

    A company's month may end on its last Friday or Saturday.

    >>> months_to(date(1999, 10, 2), 3)
    (datetime.date(1999, 7, 1), datetime.date(1999, 9, 30))
    """
    for near in (day, day - timedelta(days=7)):
        last = month_days(near.year, near.month)[1]
        if abs((last - day).days) <= 7:
            first = add_months(last.replace(day=1), 1 - months)
            return first, last
    return add_months(day + timedelta(days=1), -months), day


def year_shifted(base: Mention, years: int) -> Interval:
    """The same stretch of another year; a month's end stays one."""
    earliest = add_months(base.earliest, 12 * years)
    if base.latest == month_days(base.latest.year, base.latest.month)[1]:
        return earliest, month_days(base.latest.year + years, base.latest.month)[1]
    return earliest, add_months(base.latest, 12 * years)
