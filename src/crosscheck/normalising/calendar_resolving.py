"""From pieces to days: what "Tuesday", "in October", "a week later" mean, seen from a day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from attrs import evolve, frozen

from crosscheck.lexicon.en import dates as words
from crosscheck.model import Granularity
from crosscheck.normalising.calendar_atoms import Atom
from crosscheck.values.calendars import (
    add_months, easter, half_days, month_days, nth_weekday, quarter_days, season_days, week_days, weekend_days, year_days,
)  # fmt: skip
from crosscheck.values.days import Days

Anchor = Literal["published", "mention"]
Interval = tuple[date, date]


@frozen
class Mention:
    """A time that the article has named: what "the following week" or "that year" looks back to."""

    earliest: date
    latest: date
    granularity: Granularity


@frozen
class View:
    """From where a piece is read: the day of publication, times mentioned, the order of numeric dates.

    `ahead` tells whether the words around point to what is to come: True, False, or None for no cue.
    """

    published: date | None
    order: Literal["dmy", "mdy"] | None = None
    last: Mention | None = None
    day: Mention | None = None
    quarter: Mention | None = None
    account: Mention | None = None
    ahead: bool | None = None


@frozen
class Reading:
    """The days of a piece, other readings, and what it was resolved against."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    anchor: Anchor | None = None
    alternatives: tuple[Days, ...] = ()
    pattern: str | None = None


def resolve(atom: Atom, view: View) -> Reading | None:
    """The days of a piece; None where it can't be a date (31 June), open ends where they are not known."""
    try:
        return _RESOLVERS[atom.kind](atom, view)
    except (ValueError, OverflowError):
        return None


def _single(day: date, anchor: Anchor | None = None, *others: date, granularity: Granularity = "day") -> Reading:
    return Reading(day, day, granularity, anchor, tuple((other, other) for other in others))


def _unknown(granularity: Granularity, pattern: str | None = None) -> Reading:
    return Reading(None, None, granularity, pattern=pattern)


def nearest(days: list[Interval], to: date, ahead: bool | None = None) -> list[Interval]:
    """Intervals by how far they lie from a day, the nearest first; what a cue points away from counts as farther."""

    def distance(d: Interval) -> tuple[int, bool]:
        away = max((d[0] - to).days, (to - d[1]).days, 0)
        against = (ahead is True and d[1] < to) or (ahead is False and d[0] > to)
        return away * (AGAINST if against else 1), d[0] > to

    return sorted(days, key=distance)


AGAINST = 4


def _day(atom: Atom, view: View) -> Reading | None:
    assert atom.month and atom.day
    year = atom.year if atom.year is not None else _year_of(atom.year_from, view)
    if year is not None:
        return _in_week(atom, _dated(atom, year), None)
    anchor = view.published
    pattern = f"XXXX-{atom.month:02d}-{atom.day:02d}"
    if anchor is None:
        date(2024, atom.month, atom.day)
        return _unknown("range" if atom.last else "day", pattern)
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
    return evolve(reading, alternatives=tuple(rest[:1])) if atom.weekday is None else reading


def _exists(year: int, atom: Atom) -> bool:
    try:
        _dated(atom, year)
    except ValueError:
        return False
    return True


def _dated(atom: Atom, year: int) -> Interval:
    assert atom.month and atom.day
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


def _numeric(atom: Atom, view: View) -> Reading | None:
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
    return _single(chosen, None, *others)


def _weekday(atom: Atom, view: View) -> Reading:
    assert atom.weekday is not None
    if atom.year_from is not None:
        week = resolve(atom.year_from, view)
        if week is None or week.earliest is None:
            return _unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
        return _single(week_days(week.earliest)[0] + timedelta(days=atom.weekday), week.anchor)
    if atom.base == "mention":
        return _weekday_near_mention(atom, view)
    today = view.published
    if today is None:
        return _unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
    back = today - timedelta(days=(today.weekday() - atom.weekday) % 7)
    ahead = today + timedelta(days=(atom.weekday - today.weekday()) % 7)
    seven = timedelta(days=7)
    if atom.shift == -1:
        day = back if back < today else back - seven
        return _single(day, "published", *([day - seven] if today.weekday() > atom.weekday else []))
    if atom.shift == 1:
        day = ahead if ahead > today else ahead + seven
        return _single(day, "published", *([day + seven] if week_days(day) == week_days(today) else []))
    if atom.shift == 0:
        day = ahead if view.ahead is not False else back
        return _single(day, "published", *([] if back == ahead else [back if day == ahead else ahead]))
    day = ahead if view.ahead or (atom.bound == "until" and view.ahead is None) else back
    return _single(day, "published", *([] if back == ahead else [back if day == ahead else ahead]))


def _weekday_near_mention(atom: Atom, view: View) -> Reading:
    """ "The following Friday", "that Tuesday": from the day last mentioned."""
    assert atom.weekday is not None
    start = view.day or view.last
    if start is None:
        return _unknown("day", f"XXXX-WXX-{atom.weekday + 1}")
    if atom.shift == 1:
        day = start.latest + timedelta(days=(atom.weekday - start.latest.weekday() - 1) % 7 + 1)
    elif atom.shift == -1:
        day = start.earliest - timedelta(days=(start.earliest.weekday() - atom.weekday - 1) % 7 + 1)
    else:
        day = week_days(start.earliest)[0] + timedelta(days=atom.weekday)
    return _single(day, "mention")


def _month(atom: Atom, view: View) -> Reading | None:
    assert atom.month
    year = atom.year if atom.year is not None else _year_of(atom.year_from, view)
    if year is not None:
        return Reading(*month_days(year, atom.month), "month")
    return _of_year(atom, view, lambda y: month_days(y, atom.month or 1), "month", f"XXXX-{atom.month:02d}")


def _of_year(atom: Atom, view: View, days: object, granularity: Granularity, pattern: str | None) -> Reading | None:
    """What comes round every year: the nearest, the last, the next, or that of the year mentioned."""
    assert callable(days)
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
        return _unknown(granularity, pattern)
    around = [days(y) for y in range(today.year - 2, today.year + 3)]
    if atom.shift == -1:
        chosen = [d for d in around if d[1] < today][-1:]
    elif atom.shift == 1:
        chosen = [d for d in around if d[0] > today][:1]
    elif atom.shift == 0:
        this_year = days(today.year)
        chosen = [this_year]
    else:
        chosen = nearest(around, today, view.ahead)[:2]
    return Reading(*chosen[0], granularity, "published", tuple(chosen[1:2]))


def _year_of(atom: Atom | None, view: View) -> int | None:
    """The year of "last year", "that year", "1988"."""
    if atom is None:
        return None
    if atom.base == "year":
        base = view.quarter or view.account or view.last
        return base.earliest.year - 1 if base else view.published.year - 1 if view.published else None
    reading = resolve(atom, view)
    return reading.earliest.year if reading and reading.earliest else None


def _years(atom: Atom, view: View) -> Reading | None:
    assert atom.year is not None and atom.last is not None
    granularities: dict[str, Granularity] = {"year": "year", "decade": "decade", "century": "century"}
    return Reading(*year_days(atom.year, atom.last), granularities.get(atom.unit or "", "range"))


def _quarter(atom: Atom, view: View) -> Reading | None:
    number, granularity = atom.number or 1, "half" if atom.unit == "half" else "quarter"
    size: Granularity = "half" if granularity == "half" else "quarter"
    days = half_days if size == "half" else quarter_days
    year = atom.year if atom.year is not None else _year_of(atom.year_from, view)
    if atom.base == "year":
        year = _year_of(atom, view)
    if year is not None:
        return Reading(*days(year, number), size, None if atom.year else "published")
    return _of_year(
        evolve(atom, base=atom.base if atom.base == "published" else None), view, lambda y: days(y, number), size, None
    )


def _season(atom: Atom, view: View) -> Reading | None:
    number = atom.number or 0
    year = atom.year if atom.year is not None else _year_of(atom.year_from, view)
    if year is not None:
        return Reading(*season_days(year, number), "season")
    if atom.shift == 0 and atom.base == "published" and number == 3 and view.published:
        winters = [season_days(view.published.year - 1, 3), season_days(view.published.year, 3)]
        return Reading(*nearest(winters, view.published)[0], "season", "published")
    if atom.shift == -1 and view.published:  # "last fall" within the fall is the one a year before
        pass
    return _of_year(atom, view, lambda y: season_days(y, number), "season", None)


_SIZES: dict[str, Granularity] = {
    "day": "day", "week": "week", "fortnight": "range", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "period": "quarter",
}  # fmt: skip


def _unit(atom: Atom, view: View) -> Reading | None:
    unit, shift = atom.unit or "day", atom.shift or 0
    size = _SIZES.get(unit, "range")
    if atom.base == "published":
        if view.published is None:
            return _unknown(size)
        return Reading(*_stepped(unit, view.published, shift, of_published=True), size, "published")
    if atom.base == "latest":
        return _latest(unit, view)
    if atom.base == "year":
        return _year_before(unit, view)
    if atom.base == "of-year" and atom.year is not None:
        if view.account is None:
            return Reading(*year_days(atom.year), "year")
        return Reading(
            *_year_shifted(view.account, atom.year - view.account.earliest.year), view.account.granularity, "mention"
        )
    return _from_mention(unit, shift, size, view)


def _latest(unit: str, view: View) -> Reading | None:
    """ "The quarter", "the latest period", "the weekend": as mentioned, else the one just over."""
    if unit in {"quarter", "period"}:
        if view.quarter is not None and (
            view.published is None or view.quarter.earliest <= view.published - timedelta(days=60)
        ):
            return Reading(view.quarter.earliest, view.quarter.latest, view.quarter.granularity, "mention")
        if view.published is None:
            return _unknown("quarter")
        return Reading(*_stepped("quarter", view.published, -1), "quarter", "published")
    if view.published is None:
        return _unknown(_SIZES.get(unit, "range"))
    if unit == "weekend":
        shift = 1 if view.ahead else 0 if view.published.weekday() >= 5 else -1
        shift = 0 if view.ahead else shift
        return Reading(*_stepped("weekend", view.published, shift), "weekend", "published")
    back = -1 if unit in {"year", "month", "week"} else 0
    return Reading(*_stepped(unit, view.published, back), _SIZES.get(unit, "range"), "published")


def _year_before(unit: str, view: View) -> Reading | None:
    """ "The year-ago quarter": that of the mention, a year before."""
    base = view.last if unit == "month" else view.account if unit in {"period", "year"} else view.quarter
    if base is None:
        if view.published is None:
            return _unknown("quarter")
        earliest, latest = _stepped("quarter" if unit == "period" else unit, view.published, -1)
        base = Mention(earliest, latest, "quarter" if unit in {"period", "quarter"} else _SIZES.get(unit, "range"))
    return Reading(*_year_shifted(base, -1), base.granularity, "mention")


def _year_shifted(base: Mention, years: int) -> Interval:
    """The same stretch of another year; a month's end stays one."""
    earliest = add_months(base.earliest, 12 * years)
    if base.latest == month_days(base.latest.year, base.latest.month)[1]:
        return earliest, month_days(base.latest.year + years, base.latest.month)[1]
    return earliest, add_months(base.latest, 12 * years)


def _from_mention(unit: str, shift: int, size: Granularity, view: View) -> Reading | None:
    """ "The same day", "the following week", "that year": from the time mentioned before."""
    base = (
        view.account
        if unit == "period"
        else view.quarter
        if unit == "quarter"
        else view.day
        if unit == "day"
        else view.last
    ) or view.last
    if base is None or (unit == "day" and view.day is None):
        return _unknown(size)
    if unit == "period":
        return Reading(*_year_shifted(base, shift), base.granularity, "mention")
    start = base.latest if shift > 0 else base.earliest
    return Reading(*_stepped(unit, start, shift), size, "mention")


def _stepped(unit: str, day: date, steps: int, of_published: bool = False) -> Interval:
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


def _stretch(atom: Atom, view: View) -> Reading | None:
    unit, count, shift = atom.unit or "day", atom.number or 1, atom.shift or 0
    if atom.base == "first":
        return _first_months(atom, view)
    base: Interval | None
    anchor: Anchor = "published"
    if atom.base == "mention":
        mention = view.day or view.last
        base, anchor = ((mention.earliest, mention.latest) if mention else None), "mention"
    else:
        base = (view.published, view.published) if view.published else None
    if base is None or unit in {"summer", "winter"}:
        return _unknown("range")
    if unit in {"hour", "minute"}:
        count = -(-count // 24) if unit == "hour" else 0
        unit = "day"
    if shift < 0:
        return Reading(_moved(unit, base[0], -count), base[0], "range", anchor)
    return Reading(base[1], _moved(unit, base[1], count), "range", anchor)


def _first_months(atom: Atom, view: View) -> Reading | None:
    """ "The first nine months (of 2015)"."""
    months = (atom.number or 0) * (3 if atom.unit == "quarter" else 1)
    year = atom.year or (view.published.year if view.published else None)
    if year is None or not 1 <= months <= 12:
        return _unknown("range")
    return Reading(*month_days(year, 1, months), "range", None if atom.year else "published")


def _moved(unit: str, day: date, count: int) -> date:
    """The day so many units on, to the day."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "night": 1}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    return day + timedelta(days=days[unit] * count) if unit in days else add_months(day, months[unit] * count)


def _ago(atom: Atom, view: View) -> Reading | None:
    """So long before or after; as exact as the unit: "three weeks ago" is a week, "a year ago" a year."""
    unit, steps = atom.unit or "day", (atom.number or 1) * (atom.shift or 1)
    mention = view.account if unit == "year" and view.account and view.account == view.last else None
    size = _SIZES.get(unit, "day")
    if mention is None and atom.base == "mention":
        mention = view.day if unit in {"day", "night", "hour", "minute"} else view.last
        if mention is None:
            return _unknown(size)
    if (
        mention is not None
        and unit == "year"
        and mention.granularity in {"quarter", "half", "month", "season", "range"}
    ):
        return Reading(*_year_shifted(mention, steps), mention.granularity, "mention")
    anchor: Anchor = "mention" if mention is not None else "published"
    base = mention.earliest if mention is not None else view.published
    if base is None:
        return _unknown(size)
    if unit in {"hour", "minute"}:
        return (
            _single(base, anchor)
            if unit == "minute" or abs(steps) < 12
            else _single(base + timedelta(days=steps // 24), anchor)
        )
    if unit == "night":
        unit = "day"
    size = "year" if unit in {"decade", "century"} else size
    return Reading(*_around(unit, _moved(unit, base, steps)), size, anchor)


def _around(unit: str, day: date) -> Interval:
    if unit == "fortnight":
        return week_days(day)
    if unit in {"decade", "century"}:
        return year_days(day.year)
    return _stepped(unit, day, 0)


def _deictic(atom: Atom, view: View) -> Reading:
    if view.published is None:
        return _unknown("day")
    return _single(view.published + timedelta(days=atom.shift or 0), "published")


def _part(atom: Atom, view: View) -> Reading:
    """A part of a day on its own: "this morning", "the following evening", "overnight"."""
    if atom.part == "overnight":
        if view.published is None:
            return _unknown("part-of-day")
        return Reading(view.published - timedelta(days=1), view.published, "part-of-day", "published")
    if atom.base == "published":
        if view.published is None:
            return _unknown("part-of-day")
        return _single(view.published + timedelta(days=atom.shift or 0), "published")
    if view.day is None:
        return _unknown("part-of-day")
    return _single(view.day.earliest + timedelta(days=atom.shift or 0), "mention")


def _clock(atom: Atom, view: View) -> Reading:
    """A time without a day is of the day mentioned before, if any."""
    if view.day is None:
        return _unknown("minute")
    return _single(view.day.earliest, "mention")


def _feast(atom: Atom, view: View) -> Reading | None:
    how, a, b, c = words.FEASTS[atom.unit or ""]

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

    year = atom.year if atom.year is not None else _year_of(atom.year_from, view)
    if year is not None:
        return Reading(*day(year), "day")
    return _of_year(atom, view, day, "day", None)


_RESOLVERS = {
    "day": _day, "numeric": _numeric, "weekday": _weekday, "month": _month, "years": _years, "quarter": _quarter,
    "season": _season, "unit": _unit, "stretch": _stretch, "ago": _ago, "deictic": _deictic, "part": _part,
    "clock": _clock, "feast": _feast,
}  # fmt: skip


def points_ahead(text: str, start: int, end: int, low: int, high: int) -> bool | None:
    """Whether the words around `text[start:end]` speak of what is to come; None where nothing tells.

    The nearest cue before it in its clause decides, else the first after it.
    """
    possessive = text[end : end + 2] in {"'s", "’s"}
    before = "" if possessive else _cues(text[max(low, start - 140) : start])
    clause = re.split(r"[;:.!?()\n]\s|[;\n]", before)[-1]
    for word, previous, after in _trail(clause):
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    tail = re.split(r"[;:.!?()\n]\s|[;\n]", _cues(text[end : min(high, end + 100)]))[0]
    for word, previous, after in reversed(_trail(tail)):
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    return None


def _cues(text: str) -> str:
    return text.lower().replace("’", "'")


def _trail(clause: str) -> list[tuple[str, str, str]]:
    """The words of a clause from its end, each with the one before and the one after it."""
    found = re.findall(r"[a-z][a-z']*|'ll", clause)
    return [(w, found[i - 1] if i else "", found[i + 1] if i + 1 < len(found) else "") for i, w in enumerate(found)][
        ::-1
    ]


_BE = frozenset({"be", "been", "being"})


def _cue(word: str, previous: str, after: str) -> bool | None:
    """True for a word that points ahead, False for a past verb, None for neither."""
    if word.endswith("'ll") or (word in words.AHEAD and previous not in {"been", "previously"}):
        return True
    if word in words.AHEAD_TO and (
        after == "to" or (after == "for" and word in {"set", "planned"}) or (after == "as" and previous == "as")
    ):
        return True
    if word in words.BACK:
        return None if previous in _BE or previous in words.AHEAD or after == "to" else False
    is_past = len(word) > 4 and word.endswith("ed") and word not in words.AHEAD
    return False if is_past and previous not in _BE and previous not in words.AHEAD else None
