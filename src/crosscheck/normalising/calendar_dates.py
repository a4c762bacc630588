"""Reading of days, months, years, decades, centuries and feasts that the text names."""

from __future__ import annotations

import re

from crosscheck.lexicon.en import time_words as words
from crosscheck.normalising.calendar_atoms import (
    Atom,
    Match,
    Reader,
    always,
    folded,
    full_year,
    is_capital,
    month_in,
    number_in,
    ordinal,
    piece,
    second_word_after,
    shift_in,
    word_after,
    word_before,
)
from crosscheck.normalising.times import zone


def _iso(m: Match) -> Atom:
    clock = int(m["hour"]) * 60 + int(m["minute"]) if m["hour"] else None
    return piece(m, "day", year=number_in(m, "year"), month=number_in(m, "month_number"), day=number_in(m, "day"),
                 clock=None if clock is None else (clock, clock), zone=zone(m["zone"]))  # fmt: skip


def _month_day(m: Match) -> Atom | None:
    if m["month"].lower() in {"may", "march", "mar"} and not is_capital(m, "month"):
        return None
    fields = {"shift": -1, "base": "published"} if word_before(m) == "ended" else {}
    if folded(m, "shift"):
        fields = shift_in(m)
    return piece(
        m,
        "day",
        year=full_year(number_in(m, "year"), number_in(m, "short")),
        month=month_in(m),
        day=number_in(m, "day"),
        last=number_in(m, "day2"),
        **fields,
    )


def _ordinal_day(m: Match) -> Atom | None:
    if not is_capital(m, "month") and m["month"].lower() in {"may", "march", "mar"}:
        return None
    return piece(m, "day", year=number_in(m, "year"), month=month_in(m), day=ordinal(m["word"]))


def _month_year(m: Match) -> Atom:
    return piece(m, "month", year=number_in(m, "year"), month=month_in(m))


def _bare_month(m: Match) -> Atom | None:
    name = m["month"].lower().rstrip(".")
    if not m["month"][0].isupper() and name in words.cues("unsure-month"):
        return None
    if name in words.cues("unsure-month") and m["shift"] is None and not _cued(m):
        return None
    if len(name) <= 4 and name not in {"may", "june", "july"} and m["shift"] is None and not _cued(m):
        return None
    if len(name) == 3 and name != "may" and m["shift"] is None and _is_first_name(m):
        return None
    return piece(m, "month", month=month_in(m), **shift_in(m))


def _is_first_name(m: Match) -> bool:
    """Whether an abbreviation without its full stop stands before a name: "Jan" and "Mar" are names, too."""
    return not m["month"].endswith(".") and re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]) is not None


def _cued(m: Match) -> bool:
    """Whether the word before makes a month of "May" or "March"."""
    before = word_before(m)
    if m["month"].lower() == "may" and before != "-":
        return before in words.cues("month") - {"by", "for", "to", "and", "before", "after", "of", "the", "about"} or (
            before == "of" and word_before(m, 2) in {"end", "beginning", "start", "middle", "month", "early", "late"}
        )
    if before == "-" and word_before(m, 2) == "mid":
        return True
    if before in {"a", "an", "its", "their", "his", "'s"} and m["month"].lower() != "march":
        return m.string[m.end() : m.end() + 2].strip().islower()
    return before in words.cues("month")


def _numeric(m: Match) -> Atom | None:
    year = full_year(number_in(m, "year"))
    if len(m["year"]) == 2 and m["by"] != "/":
        return None
    return piece(m, "numeric", year=year, number=number_in(m, "first"), last=number_in(m, "second"))


_ON = frozenset({"on", "by", "until", "since", "from", "before", "after"})


def _weekday(m: Match) -> Atom | None:
    weekday = (
        words.WEEKDAYS[m["weekday"].lower()] if m["full"] is None else words.WEEKDAYS[f"{m['weekday']}day".lower()]
    )
    if word_before(m) in words.cues("named") or (m["full"] is None and not is_capital(m, "weekday")):
        return None
    shift, start = shift_in(m), m.start()
    if folded(m, "shift") == "that" and word_before(m) not in _ON:  # "said that Tuesday's talks": a conjunction
        shift, start = {}, m.start("weekday")
    if m["after"]:
        shift = {"shift": 1 if m["after"].lower() in {"week", "next"} else -1, "base": "published"}
    end = m.end() + (m["full"] is None and m.string[m.end() : m.end() + 1] == ".")
    return piece(m, "weekday", weekday=weekday, weak=m["full"] is None, **shift)._replace(start=start, end=end)


def _year(m: Match) -> Atom | None:
    year = int(m["year"])
    before, after = word_before(m), word_after(m)
    if before in {
        "$",
        "£",
        "€",
        "¥",
        "#",
        "+",
        "<",
        ">",
        "no.",
        "number",
        "room",
        "flight",
        "highway",
        "route",
        "rs",
        "us",
    }:
        return None
    if (
        (after in words.cues("counted") and not _has_object(m, before, after))
        or after.startswith("-")
        or (before in words.cues("count") and after not in {"", "and"})
    ):
        return None
    if re.fullmatch(r"[0-9][,.–/:-]|[.,:/]|[A-Za-z][./]", m.string[max(0, m.start() - 2) : m.start()]):
        return None
    if after in {"quarter", "period"}:
        return piece(m, "unit", unit="period", base="of-year", shift=0, year=year)
    weak = before not in words.cues("year") and not 1900 <= year <= 2049
    return piece(
        m,
        "years",
        year=year,
        last=year,
        unit="year",
        weak=weak or word_before(m) in {"rose", "fell", "gained", "lost", "added", "dropped"},
    )


def _has_object(m: Match, before: str, after: str) -> bool:
    """Whether the word after is a verb with its object: "in 1998 killed 4,300", against "1998 killed"."""
    if before not in words.cues("year") or after not in words.cues("counted-verb"):
        return False
    second = second_word_after(m)
    return second[:1].isdigit() or second[:1].isupper() or second.lower() in words.cues("object")


def _years(m: Match) -> Atom | None:
    first, last = int(m["year"]), int(m["last"])
    if last < 100:
        last += first // 100 * 100
        last += 100 if last < first and first % 100 == 99 else 0
    if not first < last <= first + 60:
        return None
    return piece(m, "years", year=first, last=last, unit="range")


def _year_words(m: Match) -> Atom | None:
    if m["thousand"]:
        year = 2000 + words.CARDINALS.get((m["more"] or "").lower(), 0)
        return piece(m, "years", year=year, last=year, unit="year")
    ones, tens = m["ones"], words.TENS[m["tens"].lower()]
    high = 1900 if m["high"].lower() == "nineteen" else 2000
    if high == 2000 and tens > 40:
        return None
    year = high + tens + (words.CARDINALS[ones.lower()] if ones else 0)
    return piece(m, "years", year=year, last=year, unit="year")


def _decade(m: Match) -> Atom:
    first = int(m["year"]) if m["year"] else 1900 + int(m["short"]) + (100 if int(m["short"]) < 30 else 0)
    return piece(m, "years", year=first, last=first + (99 if first % 100 == 0 and first < 2000 else 9),
                 unit="century" if first % 100 == 0 and first < 2000 else "decade")  # fmt: skip


def _decade_words(m: Match) -> Atom | None:
    if word_before(m) in {"his", "her", "their", "my", "your", "its", "our", "temperatures", "upper", "low", "high"}:
        return None
    stem = m["tens"].lower().replace("ies", "y")
    first = 1900 + words.TENS[stem]
    return piece(
        m,
        "years",
        year=first,
        last=first + 9,
        unit="decade",
        weak=word_before(m) not in {"the", "early", "late", "mid", "-"},
    )


def _century(m: Match) -> Atom | None:
    number = int(m["number"]) if m["number"] else ordinal(m["word"])
    if not number or number > 21:
        return None
    return piece(m, "years", year=max(100 * number - 100, 1), last=100 * number - 1, unit="century")


def _feast(m: Match) -> Atom | None:
    name = (folded(m, "feast") or "").replace("labour", "labor")
    if not m["feast"][0].isupper():
        return None
    if (
        name in {"christmas", "easter"}
        and word_after(m) not in {"", "in"}
        and word_before(m) not in {"at", "on", "since", "by", "before", "after", "until", "this", "last", "over"}
    ):
        return None
    return piece(m, "feast", unit=_feast_name(name), year=number_in(m, "year"), **shift_in(m))


def _feast_name(name: str) -> str:
    if name in words.feasts():
        return name
    loose = {key.replace("'", ""): key for key in words.feasts()}
    return loose[name.replace("'", "").replace("stp", "st p")]


READERS: dict[str, Reader] = {
    "date.iso": _iso,
    "date.month-day": _month_day,
    "date.month-ordinal": _ordinal_day,
    "date.day-month": _month_day,
    "date.ordinal-month": _ordinal_day,
    "date.month-year": _month_year,
    "date.month": _bare_month,
    "date.numeric": _numeric,
    "date.weekday": _weekday,
    "date.weekdays": always("recurrence"),
    "date.year": _year,
    "date.years": _years,
    "date.fiscal-year": lambda m: piece(m, "years", year=number_in(m, "year"), last=number_in(m, "year"), unit="year"),
    "date.year-words": _year_words,
    "date.decade": _decade,
    "date.decade-words": _decade_words,
    "date.century": _century,
    "date.feast": _feast,
}
