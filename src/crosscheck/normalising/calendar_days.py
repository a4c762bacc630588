"""The days of dates, weekdays, months, quarters, seasons and feasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from crosscheck.lexicon.en import time_words as words
from crosscheck.model import Granularity
from crosscheck.normalising.calendar_atoms import Atom
from crosscheck.normalising.calendar_units import unit_reading, year_of
from crosscheck.normalising.calendar_views import (
    Anchor,
    Interval,
    Reading,
    View,
    months_to,
    nearest,
    single,
    unknown,
)
from crosscheck.values.calendars import (
    add_months,
    easter,
    half_days,
    month_days,
    nth_weekday,
    quarter_days,
    season_days,
    week_days,
    weekend_days,
)


def day_reading(atom: Atom, view: View) -> Reading | None:
    assert atom.month
    assert atom.day
    year = atom.year if atom.year is not None else year_of(atom.year_from, view)
    if year is not None:
        return _in_week(atom, _dated(atom, year), None)
    anchor = view.published
    pattern = f"XXXX-{atom.month:02d}-{atom.day:02d}"
    if anchor is None:
        date(2024, atom.month, atom.day)
        return unknown("range" if atom.last else "day", pattern)
    years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(y, atom)]
    if atom.weekday is not None:
        years = [y for y in years if date(y, atom.month, atom.day).weekday() == atom.weekday] or years
    if not years:
        return None
    dated = [_dated(atom, y) for y in years]
    if atom.shift == -1:
        dated = [d for d in dated if d[0] <= anchor] or dated
    elif atom.shift == 1:
        dated = [d for d in dated if d[0] > anchor] or dated
    best, *rest = nearest(dated, anchor, view.ahead)
    reading = _in_week(atom, best, "published")
    if atom.weekday is not None:
        return reading
    told = _dated(atom, view.past) if view.past and _exists(view.past, atom) else best
    return reading._replace(alternatives=_others(best, rest[:1], told))


def _others(best: Interval, rest: list[Interval], told: Interval) -> tuple[Interval, ...]:
    """The other readings: the next nearest, and that of a past year that the article has named."""
    return (*rest, told) if told not in (best, *rest) else tuple(rest)


def _exists(year: int, atom: Atom) -> bool:
    try:
        _dated(atom, year)
    except ValueError:
        return False
    return True


def _dated(atom: Atom, year: int) -> Interval:
    assert atom.month
    assert atom.day
    first = date(year, atom.month, atom.day)
    last = date(year, atom.month, atom.last) if atom.last else first
    if last < first:
        raise ValueError("a range of days runs forward")
    return first, last


def _in_week(atom: Atom, days: Interval, anchor: Anchor | None) -> Reading:
    """The days, or the week or weekend of them ("the week of March 6")."""
    if atom.unit == "week":
        return Reading(*week_days(days[0]), "week", anchor)
    if atom.unit == "weekend":
        return Reading(*weekend_days(days[0]), "weekend", anchor)
    return Reading(*days, "range" if atom.last else "day", anchor)


def numeric_reading(atom: Atom, view: View) -> Reading | None:
    """Digits only, in the article's order; where both orders make a day and nothing decides, both are kept."""
    first, second, year = atom.number or 0, atom.last or 0, atom.year
    assert year is not None
    by_order = {"dmy": (second, first), "mdy": (first, second)}
    days = {
        order: date(year, month, day)
        for order, (month, day) in by_order.items()
        if month <= 12 and day <= month_days(year, month)[1].day
    }
    if not days:
        return None
    chosen = days.get(view.order or "")
    if chosen is None:
        anchor = view.published
        chosen = (
            min(days.values(), key=lambda d: (abs((d - anchor).days), d)) if anchor else days.get("mdy") or days["dmy"]
        )
    others = [d for d in days.values() if d != chosen and view.order is None]
    return single(chosen, None, *others)


def weekday_reading(atom: Atom, view: View) -> Reading:
    assert atom.weekday is not None
    if atom.year_from is not None:
        week = unit_reading(atom.year_from, view)
        if week is None or week.earliest is None:
            return unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
        return single(week_days(week.earliest)[0] + timedelta(days=atom.weekday), week.anchor)
    if atom.base == "mention":
        return _weekday_near_mention(atom, view)
    today = view.published
    if today is None:
        return unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
    back = today - timedelta(days=(today.weekday() - atom.weekday) % 7)
    ahead = today + timedelta(days=(atom.weekday - today.weekday()) % 7)
    seven = timedelta(days=7)
    if atom.shift == -1:
        day = back if back < today else back - seven
        return single(day, "published", *([day - seven] if today.weekday() > atom.weekday else []))
    if atom.shift == 1:
        day = ahead if ahead > today else ahead + seven
        return single(day, "published", *([day + seven] if week_days(day) == week_days(today) else []))
    if atom.shift == 0:
        day = ahead if view.ahead is not False else back
        return single(day, "published", *([] if back == ahead else [back if day == ahead else ahead]))
    if view.ahead is None and ahead in view.coming:
        return single(ahead, "published", *([] if back == ahead else [back]))
    day = ahead if view.ahead or (atom.bound == "until" and view.ahead is None) else back
    return single(day, "published", *([] if back == ahead else [back if day == ahead else ahead]))


def _weekday_near_mention(atom: Atom, view: View) -> Reading:
    """ "The following Friday", "that Tuesday": from the day last mentioned."""
    assert atom.weekday is not None
    start = view.day or view.last
    if start is None:
        return unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
    if atom.shift == 1:
        day = start.latest + timedelta(days=(atom.weekday - start.latest.weekday() - 1) % 7 + 1)
    elif atom.shift == -1:
        day = start.earliest - timedelta(days=(start.earliest.weekday() - atom.weekday - 1) % 7 + 1)
    else:
        day = week_days(start.earliest)[0] + timedelta(days=atom.weekday)
    return single(day, "mention")


def month_reading(atom: Atom, view: View) -> Reading | None:
    assert atom.month
    year = atom.year if atom.year is not None else year_of(atom.year_from, view)
    if year is not None:
        return Reading(*month_days(year, atom.month), "month")
    return _of_year(atom, view, lambda y: month_days(y, atom.month or 1), "month", f"XXXX-{atom.month:02d}")


def _of_year(
    atom: Atom, view: View, days: Callable[[int], Interval], granularity: Granularity, pattern: str | None
) -> Reading | None:
    """What comes round every year: the nearest, the last, the next, or that of the year mentioned."""
    if atom.base == "mention" and view.last is not None:
        around = [days(y) for y in range(max(1, view.last.earliest.year - 1), view.last.latest.year + 2)]
        if atom.shift == 1:
            chosen = [d for d in around if d[0] > view.last.latest][:1]
        elif atom.shift == -1:
            chosen = [d for d in around if d[1] < view.last.earliest][-1:]
        else:
            chosen = [days(view.last.earliest.year)]
        return Reading(*chosen[0], granularity, "mention") if chosen else None
    today = view.published
    if today is None or atom.base == "mention":
        return unknown(granularity, pattern)
    around = [days(y) for y in range(today.year - 2, today.year + 3)]
    if atom.shift == -1:
        over = [d for d in around if d[1] < today][::-1]
        chosen = over[: 2 if over[0][0].year == today.year else 1]  # "last June", said in October
    elif atom.shift == 1:
        chosen = [d for d in around if d[0] > today][:1]
    elif atom.shift == 0:
        this_year = days(today.year)
        chosen = [this_year]
    else:
        best, *rest = nearest(around, today, view.ahead)[:2]
        chosen = [best, *_others(best, rest, days(view.past) if view.past else best)]
    return Reading(*chosen[0], granularity, "published", tuple(chosen[1:]))


def quarter_reading(atom: Atom, view: View) -> Reading | None:
    number, granularity = atom.number or 1, "half" if atom.unit == "half" else "quarter"
    size: Granularity = "half" if granularity == "half" else "quarter"
    days = half_days if size == "half" else quarter_days
    if view.closes is not None:
        return Reading(*months_to(view.closes, 6 if size == "half" else 3), size, "published")
    reading = _calendar_quarter(atom, view, number, size, days)
    return _of_any_year(reading) if atom.fiscal and reading else reading


def _of_any_year(reading: Reading) -> Reading:
    """The quarter of a year of account that begins in whatever month: any months near may be meant."""
    if reading.earliest is None or reading.latest is None:
        return reading
    around = add_months(reading.earliest, -9), add_months(reading.latest, 9)
    return reading._replace(alternatives=(*reading.alternatives, around))


def _calendar_quarter(
    atom: Atom, view: View, number: int, size: Granularity, days: Callable[[int, int], Interval]
) -> Reading | None:
    year = atom.year if atom.year is not None else year_of(atom.year_from, view)
    if atom.base == "year":
        year = year_of(atom, view)
    if year is not None:
        return Reading(*days(year, number), size, None if atom.year else "published")
    return _of_year(
        atom._replace(base=atom.base if atom.base == "published" else None), view, lambda y: days(y, number), size, None
    )


def season_reading(atom: Atom, view: View) -> Reading | None:
    number = atom.number or 0
    year = atom.year if atom.year is not None else year_of(atom.year_from, view)
    if year is not None:
        return Reading(*season_days(year, number), "season")
    if atom.shift == 0 and atom.base == "published" and number == 3 and view.published:
        winters = [season_days(view.published.year - 1, 3), season_days(view.published.year, 3)]
        return Reading(*nearest(winters, view.published)[0], "season", "published")
    if atom.shift == -1 and view.published:  # "last fall" within the fall is the one a year before
        pass
    return _of_year(atom, view, lambda y: season_days(y, number), "season", None)


def deictic_reading(atom: Atom, view: View) -> Reading:
    if view.published is None:
        return unknown("day")
    return single(view.published + timedelta(days=atom.shift or 0), "published")


def part_reading(atom: Atom, view: View) -> Reading:
    """A part of a day on its own: "this morning", "the following evening", "overnight"."""
    if atom.part == "overnight":
        if view.published is None:
            return unknown("part-of-day")
        first = view.published - timedelta(days=0 if view.ahead else 1)
        return Reading(first, first + timedelta(days=1), "part-of-day", "published")
    if atom.base == "published":
        if view.published is None:
            return unknown("part-of-day")
        return single(view.published + timedelta(days=atom.shift or 0), "published")
    if view.day is None:
        return unknown("part-of-day")
    return single(view.day.earliest + timedelta(days=atom.shift or 0), "mention")


def clock_reading(atom: Atom, view: View) -> Reading:
    """A time without a day is of the day mentioned before, if any."""
    if view.day is None:
        return unknown("minute")
    return single(view.day.earliest, "mention")


def feast_reading(atom: Atom, view: View) -> Reading | None:
    how, a, b, c = words.feasts()[atom.unit or ""]

    def day(year: int) -> Interval:
        if how == "fixed":
            found = date(year, a, b)
        elif how == "easter":
            found = easter(year) + timedelta(days=a)
        elif how == "election":
            found = nth_weekday(year, 11, 0, 1) + timedelta(days=1)
        elif how == "after":
            found = nth_weekday(year, a, 3, b) + timedelta(days=1)
        else:
            found = nth_weekday(year, a, b, c)
        return found, found

    year = atom.year if atom.year is not None else year_of(atom.year_from, view)
    if year is not None:
        return Reading(*day(year), "day")
    return _of_year(atom, view, day, "day", None)
