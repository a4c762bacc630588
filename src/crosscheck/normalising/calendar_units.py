"""The days of units next to the day of publication or a time mentioned: last week, that year, two days later."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.model import Granularity
from crosscheck.normalising.calendar_atoms import Atom
from crosscheck.normalising.calendar_views import (
    SIZES,
    Anchor,
    Interval,
    Mention,
    Reading,
    View,
    moved,
    single,
    unit_days,
    unknown,
    year_shifted,
)
from crosscheck.values.calendars import (
    add_months,
    month_days,
    week_days,
    year_days,
)


def years_reading(atom: Atom, view: View) -> Reading | None:
    assert atom.year is not None
    assert atom.last is not None
    granularities: dict[str, Granularity] = {"year": "year", "decade": "decade", "century": "century"}
    return Reading(*year_days(atom.year, atom.last), granularities.get(atom.unit or "", "range"))


def year_of(atom: Atom | None, view: View) -> int | None:
    """The year of "last year", "that year", "1988"."""
    if atom is None:
        return None
    if atom.base == "year":
        base = view.quarter or view.account or view.last
        return base.earliest.year - 1 if base else view.published.year - 1 if view.published else None
    reading = years_reading(atom, view) if atom.kind == "years" else unit_reading(atom, view)
    return reading.earliest.year if reading and reading.earliest else None


def unit_reading(atom: Atom, view: View) -> Reading | None:
    unit, shift = atom.unit or "day", atom.shift or 0
    size = SIZES.get(unit, "range")
    if atom.base == "published":
        if view.published is None:
            return unknown(size)
        days = unit_days(unit, view.published, shift, of_published=True)
        if view.compared and view.account is not None and _is_in_account(view):
            return Reading(*year_shifted(view.account, shift), view.account.granularity, "mention", (days,))
        return Reading(*days, size, "published")
    if atom.base == "latest":
        return _latest(unit, view)
    if atom.base == "year":
        return _year_before(unit, view)
    if atom.base == "of-year" and atom.year is not None:
        if view.account is None:
            return Reading(*year_days(atom.year), "year")
        return Reading(
            *year_shifted(view.account, atom.year - view.account.earliest.year), view.account.granularity, "mention"
        )
    return _from_mention(unit, shift, size, view)


def _latest(unit: str, view: View) -> Reading | None:
    """ "The quarter", "the latest period", "the weekend": as mentioned, else the one just over."""
    if unit in {"quarter", "period"}:
        known = (view.account if unit == "period" else None) or view.quarter
        if known is not None:
            return Reading(known.earliest, known.latest, known.granularity, "mention")
        if view.published is None:
            return unknown("quarter")
        return Reading(*unit_days("quarter", view.published, -1), "quarter", "published")
    if view.published is None:
        return unknown(SIZES.get(unit, "range"))
    if unit == "weekend":
        shift = 1 if view.ahead else 0 if view.published.weekday() >= 5 else -1
        shift = 0 if view.ahead else shift
        return Reading(*unit_days("weekend", view.published, shift), "weekend", "published")
    back = -1 if unit in {"year", "month", "week"} else 0
    return Reading(*unit_days(unit, view.published, back), SIZES.get(unit, "range"), "published")


def _year_before(unit: str, view: View) -> Reading | None:
    """ "The year-ago quarter": that of the mention, a year before."""
    base = view.last if unit == "month" else view.account if unit in {"period", "year"} else view.quarter
    if base is None:
        if view.published is None:
            return unknown("quarter")
        earliest, latest = unit_days("quarter" if unit == "period" else unit, view.published, -1)
        base = Mention(earliest, latest, "quarter" if unit in {"period", "quarter"} else SIZES.get(unit, "range"))
    return Reading(*year_shifted(base, -1), base.granularity, "mention")


def _from_mention(unit: str, shift: int, size: Granularity, view: View) -> Reading | None:
    """ "The same day", "the following week", "that year": from the time mentioned before."""
    base = (
        view.account
        if unit == "period"
        else view.quarter
        if unit == "quarter" and (view.last is None or view.last.granularity != "quarter")
        else view.day
        if unit == "day"
        else view.last
    ) or view.last
    if base is None or (unit == "day" and view.day is None):
        return unknown(size)
    if unit == "period":
        return Reading(*year_shifted(base, shift), base.granularity, "mention")
    if unit == "quarter" == base.granularity:
        first = add_months(base.earliest, 3 * shift)
        return Reading(*month_days(first.year, first.month, first.month + 2), size, "mention")
    start = base.latest if shift > 0 else base.earliest
    return Reading(*unit_days(unit, start, shift), size, "mention")


def stretch_reading(atom: Atom, view: View) -> Reading | None:
    unit, count, shift = atom.unit or "day", atom.number or 1, atom.shift or 0
    if atom.base in {"first", "last"}:
        return _first_months(atom, view)
    base: Interval | None
    anchor: Anchor = "published"
    if atom.base == "mention":
        mention = view.day or view.last
        base, anchor = ((mention.earliest, mention.latest) if mention else None), "mention"
    else:
        base = (view.published, view.published) if view.published else None
    if base is None or unit in {"summer", "winter"}:
        return unknown("range")
    if unit in {"hour", "minute"}:
        count = -(-count // 24) if unit == "hour" else 0
        unit = "day"
    if shift < 0:
        return Reading(moved(unit, base[0], -count), base[0], "range", anchor)
    return Reading(base[1], moved(unit, base[1], count), "range", anchor)


def _first_months(atom: Atom, view: View) -> Reading | None:
    """ "The first nine months (of 2015)", "the last three months of 2023"."""
    months = (atom.number or 0) * (3 if atom.unit == "quarter" else 1)
    year = atom.year or (view.published.year if view.published else None)
    if year is None or not 1 <= months <= 12:
        return unknown("range")
    first = 1 if atom.base == "first" else 13 - months
    return Reading(*month_days(year, first, first + months - 1), "range", None if atom.year else "published")


def _is_in_account(view: View) -> bool:
    """Whether the article speaks of a period of account: then "a year ago" is that period, a year before."""
    if view.account is None or view.last is None:
        return False
    return view.account == view.last or view.last.granularity in {"quarter", "half"}


def ago_reading(atom: Atom, view: View) -> Reading | None:
    """So long before or after; as exact as the unit: "three weeks ago" is a week, "a year ago" a year."""
    unit, steps = atom.unit or "day", (atom.number or 1) * (atom.shift or 1)
    mention = view.account if unit == "year" and _is_in_account(view) else None
    size = SIZES.get(unit, "day")
    if mention is None and atom.base == "mention":
        mention = view.day if unit in {"day", "night", "hour", "minute"} else view.last
        if mention is None:
            return unknown(size)
    if (
        mention is not None
        and unit == "year"
        and mention.granularity in {"quarter", "half", "month", "season", "range"}
    ):
        return Reading(*year_shifted(mention, steps), mention.granularity, "mention")
    anchor: Anchor = "mention" if mention is not None else "published"
    base = mention.earliest if mention is not None else view.published
    if base is None:
        return unknown(size)
    if unit in {"hour", "minute"}:
        return (
            single(base, anchor)
            if unit == "minute" or abs(steps) < 12
            else single(base + timedelta(days=steps // 24), anchor)
        )
    if unit == "night":
        unit = "day"
    if unit == "year" and abs(steps) == 1 and (mention is None or mention.granularity not in _OF_YEARS):
        return _year_off(base, steps, anchor)
    size = "year" if unit in {"decade", "century"} else size
    return Reading(*_around(unit, moved(unit, base, steps)), size, anchor)


# what lies a year before or after one of these is a whole year, too
_OF_YEARS = frozenset({"year", "decade", "century"})


def _year_off(base: date, years: int, anchor: Anchor) -> Reading:
    """ "A year ago" is about the same time of the year before: that month, or any other time of that year."""
    day = add_months(base, 12 * years)
    return Reading(*month_days(day.year, day.month), "month", anchor, (year_days(day.year),))


def _around(unit: str, day: date) -> Interval:
    if unit == "fortnight":
        return week_days(day)
    if unit in {"decade", "century"}:
        return year_days(day.year)
    return unit_days(unit, day, 0)
