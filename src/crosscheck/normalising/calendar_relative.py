"""Reading of what lies next to another time: last week, the third quarter, two days later, the end of, since."""

from __future__ import annotations

import re

from crosscheck.lexicon.en import time_words as words
from crosscheck.normalising.calendar_atoms import (
    Atom,
    Match,
    Reader,
    always,
    cardinal,
    folded,
    number_in,
    piece,
    shift_in,
    singular,
    word_after,
    word_before,
)

_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(m: Match) -> Atom | None:
    size = (m["size"] or {"q": "quarter", "h": "half"}[m["q"].lower()]).lower()
    number = int(m["q_number"]) if m["q_number"] else _QUARTERS.get(m["number"].lower(), 4 if size == "quarter" else 2)
    if size == "half" and (
        number > 2
        or (
            word_after(m) != "of"
            and not m["year"]
            and word_before(m) in {"the", "a"}
            and not m["shift"]
            and "-" not in m[0]
        )
    ):
        number = min(number, 2)
    return piece(m, "quarter", unit=size, number=number, year=number_in(m, "year"), fiscal="fiscal" in m[0].lower(),
                 **shift_in(m))  # fmt: skip


def _season(m: Match) -> Atom | None:
    weak = (
        m["shift"] is None
        and m["year"] is None
        and word_before(m) not in {"the", "early", "late", "mid", "in", "-", "since", "by", "until", "during", "and"}
    )
    if m["season"].lower() in {"fall", "spring"} and word_before(m) == "the" and m["year"] is None:
        weak = word_before(m, 2) not in {
            "in",
            "during",
            "by",
            "since",
            "until",
            "before",
            "after",
            "of",
            "for",
            "from",
            "through",
        }
    if m["season"].lower() in {"fall", "spring"} and m["shift"] in {
        "previous",
        "following",
        "same",
        "that",
        "latest",
        "preceding",
    }:
        weak = True
    return piece(
        m, "season", number=words.SEASONS[m["season"].lower()], year=number_in(m, "year"), weak=weak, **shift_in(m)
    )


def _unit(m: Match) -> Atom | None:
    unit = singular(m["unit"]) if m["unit"] else "period"
    shift = shift_in(m)
    if m["shift"].lower() == "past" or (
        unit == "day" and shift["base"] == "published" and m["shift"].lower() != "next"
    ):
        return (
            piece(m, "stretch", unit=unit, number=1, shift=-1, base="published")
            if m["shift"].lower() == "past"
            else None
        )
    if unit in {"hour", "minute"}:
        return None
    if unit == "day" and m["shift"].lower() == "next":
        shift["base"] = "mention"
    return piece(m, "unit", unit=unit, **shift)


def _the_unit(m: Match) -> Atom | None:
    unit = m["unit"].lower()
    if (
        unit in {"week", "month", "decade", "day"}
        and m["unit"] == m[0][4:]
        and word_before(m) not in {"in", "during", "earlier", "later", "for", "late", "early", "of"}
    ):
        return None
    if unit == "day":
        return piece(m, "unit", unit=unit, shift=0, base="mention", weak=True)
    return piece(
        m,
        "unit",
        unit=unit,
        shift=0,
        base="latest" if unit in {"quarter", "weekend"} else "published",
        weak=unit in {"decade", "month"},
    )


def _day_before(m: Match) -> Atom | None:
    if m["deictic"] or not re.match(
        r"\s?(?:[.,;:)\n]|$|in\b|at\b|on\b|and\b|but\b|when\b)", m.string[m.end() : m.end() + 8]
    ):
        return None
    unit = m["unit"].lower()
    part = unit if unit in words.PARTS else None
    return piece(
        m,
        "unit",
        unit="day" if part else unit,
        part=part,
        shift=-1 if m["direction"].lower() == "before" else 1,
        base="mention",
    )


def _stretch(m: Match) -> Atom | None:
    unit, count = singular(m["unit"]), cardinal(m["count"])
    word = m["shift"].lower()
    if word == "first":
        return (
            piece(m, "stretch", unit=unit, number=count, shift=0, base="first", year=number_in(m, "year"))
            if unit in {"month", "quarter"}
            else None
        )
    if word == "last" and m["year"]:
        return piece(m, "stretch", unit=unit, number=count, shift=0, base="last", year=number_in(m, "year"))
    if count is None:
        return piece(m, "vague", base="past" if words.SHIFTS[word][0] <= 0 else "future", unit=unit)
    shift, base = words.SHIFTS[word]
    return piece(m, "stretch", unit=unit, number=count, shift=shift or -1, base=base)


def _months_of_account(m: Match) -> Atom | None:
    if word_before(m) not in {"for", "in"}:
        return None
    return piece(m, "stretch", unit="month", number=cardinal(m["count"]), shift=0, base="first")


def _ago(m: Match) -> Atom | None:
    unit, count, direction = singular(m["unit"]), cardinal(m["count"]), m["direction"].lower()
    if count is None:
        return piece(
            m,
            "vague",
            base="past" if direction in {"ago", "earlier", "previously", "before", "prior"} else "future",
            unit=unit,
        )
    back = direction in {"ago", "earlier", "previously", "before", "prior"}
    base = "published" if direction in {"ago", "hence", "from now", "from today"} else "mention"
    half = bool(m["half"]) or "half" in m[0].lower()
    return piece(m, "ago", unit=unit, number=count, shift=-1 if back else 1, base=base, weak=half)


def _offset(m: Match) -> Atom | None:
    count = cardinal(m["count"]) if m["count"] else 1
    if count is None:
        return None
    shift = -1 if m["direction"].lower() == "before" else 1
    return piece(m, "offset", unit=(m["unit"] or m["one"]).lower(), number=count, shift=shift)


def _nth(m: Match) -> Atom:
    number = _QUARTERS.get(m["word"].lower(), -1)
    if m["unit"]:
        return piece(m, "nth", unit=m["unit"].lower(), number=number)
    return piece(m, "nth", weekday=words.WEEKDAYS[m["weekday"].lower()], number=number)


def _units_ago(m: Match) -> Atom:
    return piece(m, "vague", base="past")


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "tomorrow night": 1,
            "day before yesterday": -2, "day after tomorrow": 2}  # fmt: skip


def _deictic(m: Match) -> Atom | None:
    word = (folded(m, "word") or "").removeprefix("the ")
    return piece(m, "deictic", shift=_DEICTIC[word], part="night" if word.endswith("night") else None)


def _year_end(m: Match) -> Atom:
    """The end of a year is its December; "since year-end" is since that of the year before."""
    if m["unit"].lower() == "year":
        shift = -1 if word_before(m) == "since" else 0
        return piece(
            m, "month", month=12, year_from=piece(m, "unit", unit="year", shift=shift, base="published"), edge="end"
        )
    return piece(m, "unit", unit=m["unit"].lower(), shift=0, base="published", edge="end")


def _week_of(m: Match) -> Atom:
    unit = m["unit"].lower()
    return piece(m, "week-of", unit=unit)


def _edge(m: Match) -> Atom:
    return piece(m, "edge", edge=words.EDGES.get(folded(m, "edge") or "", "start"))


def _bound(m: Match) -> Atom | None:
    return piece(m, "bound", bound=words.BOUNDS[folded(m, "bound") or ""])


READERS: dict[str, Reader] = {
    "date.quarter": _quarter,
    "date.season": _season,
    "date.unit": _unit,
    "date.the-unit": _the_unit,
    "date.day-before": _day_before,
    "date.year-before": always("unit", unit="year", shift=-1, base="year"),
    "date.stretch": _stretch,
    "date.months-of-account": _months_of_account,
    "date.ago": _ago,
    "date.offset": _offset,
    "date.nth": _nth,
    "date.units-ago": _units_ago,
    "date.today": _deictic,
    "date.year-end": _year_end,
    "date.week-of": _week_of,
    "date.edge": _edge,
    "date.approx": _edge,
    "date.bound": _bound,
    "date.every": always("recurrence"),
    "date.often": always("recurrence"),
    "date.now": always("vague", base="present"),
    "date.recently": always("vague", base="past"),
    "date.soon": always("vague", base="future"),
}
