"""Pieces of time expressions as they stand in the text: one scan, a dictionary at each word, a rule at each hit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from attrs import evolve, frozen

from crosscheck.lexicon.en import dates as words

Kind = Literal[
    "day", "numeric", "month", "weekday", "years", "quarter", "season", "unit", "neighbour", "stretch", "ago",
    "deictic", "part", "clock", "feast", "edge", "bound", "week-of", "recurrence", "vague",
]  # fmt: skip
Match = re.Match[str]


@frozen
class Atom:
    """One piece, not yet resolved. Which fields are set depends on `kind`.

    `shift` moves by so many units from `base` ("published", "mention", "latest" or "year": a year before the
    mention); `number` is a quarter, a season, a count or a century; `last` the second day or year of a range.
    """

    start: int
    end: int
    rule: str
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    weekday: int | None = None
    unit: str | None = None
    number: int | None = None
    shift: int | None = None
    base: str | None = None
    part: str | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None
    edge: str | None = None
    bound: str | None = None
    year_from: Atom | None = None
    weak: bool = False
    listed: bool = False


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+|['’‘](?=[0-9]0)")


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """The pieces in `text[start:end]`, in order and apart from each other: at each word the longest match."""
    found: list[Atom] = []
    position = start
    for token in _word().finditer(text, start, end):
        if token.start() < position:
            continue
        best = _longest(text, token, end)
        if best is not None:
            found.append(_with_article(text, best, position))
            position = best.end
    return found


def _longest(text: str, token: Match, end: int) -> Atom | None:
    best: Atom | None = None
    for rule in _rules_at(token[0]):
        m = words.BY_ID[rule].regex.match(text, token.start(), end)
        if m is None or (best is not None and m.end() <= best.end) or _broken(m[0]):
            continue
        atom = _READERS[rule](m)
        if atom is not None and not (atom.end == token.start()):
            best = evolve(atom, rule=rule)
    return best


def _rules_at(word: str) -> tuple[str, ...]:
    """The rules to try where this word begins."""
    if word[0].isascii() and word[0].isdigit():
        digits = len(word) - len(word.lstrip("0123456789"))
        numbers = words.SHORT_NUMBER if digits <= 3 else words.LONG_NUMBER if digits == 4 else ()
        return numbers + words.TRIGGERS.get(word.lower(), ())
    if word[0] in "'’‘":
        return ("date.decade",)
    return words.TRIGGERS.get(word.lower()) or (("date.fiscal-year",) if word[:2] == "FY" else ())


def _broken(matched: str) -> bool:
    """Whether a blank line runs through it: then the words belong to two paragraphs."""
    return "\n" in matched and matched.count("\n") > matched.count("\r\n") > 0 or "\n\n" in matched


_WITH_ARTICLE = frozenset(
    {"unit", "quarter", "season", "years", "stretch", "neighbour", "part", "edge", "week-of", "weekday"}
)


_DAY_FIRST = frozenset({"date.day-month", "date.ordinal-month"})


def _with_article(text: str, atom: Atom, floor: int) -> Atom:
    """The piece with "the" before it, which belongs to it ("the third quarter")."""
    start = atom.start - 4
    if atom.kind == "years" and atom.unit not in {"decade", "century"}:
        return atom
    if (atom.kind in _WITH_ARTICLE or atom.rule in _DAY_FIRST or text[atom.start : atom.start + 4].lower() == "day ") and start >= floor and text[start : atom.start].lower() == "the ":
        return evolve(atom, start=start)
    return atom


def _atom(m: Match, kind: Kind, **fields: object) -> Atom:
    return Atom(m.start(), m.end(), "", kind, **fields)  # type: ignore[arg-type]


def _int(m: Match, *groups: str) -> int | None:
    """The number in the first of these groups that took part."""
    known = m.re.groupindex
    text = next((m[g] for g in groups if g in known and m[g]), None)
    return int(text.lstrip("'’")) if text else None


def _group(m: Match, name: str) -> str | None:
    """A group folded to lower case and single spaces; None where it took no part."""
    if name not in m.re.groupindex or m[name] is None:
        return None
    return " ".join(m[name].lower().replace("’", "'").split())


def _month(m: Match) -> int:
    return words.MONTHS[m["month"].lower().rstrip(".")]


def _full_year(year: int | None, short: int | None = None) -> int | None:
    """A year of four digits; two mean the hundred years that end with 2029."""
    if short is not None:
        return short + (2000 if short < 30 else 1900)
    if year is not None and year < 100:
        return _full_year(None, year)
    return year


def _shift(m: Match) -> dict[str, object]:
    """`shift` and `base` by the word before the unit."""
    word = _group(m, "shift")
    if word is None:
        return {}
    if word.endswith(("year-ago", "year-earlier")):
        word = "year-ago"
    shift, base = words.SHIFTS[word]
    return {"shift": shift, "base": base}


def _cased(m: Match, group: str) -> bool:
    """Whether the name begins with a capital, as names of days and months do."""
    return m[group][0].isupper()


def _iso(m: Match) -> Atom:
    clock = int(m["hour"]) * 60 + int(m["minute"]) if m["hour"] else None
    return _atom(m, "day", year=_int(m, "year"), month=_int(m, "month_number"), day=_int(m, "day"),
                 clock=None if clock is None else (clock, clock), zone=zone(m["zone"]))  # fmt: skip


def _month_day(m: Match) -> Atom | None:
    if m["month"].lower() in {"may", "march", "mar"} and not _cased(m, "month"):
        return None
    fields = {"shift": -1, "base": "published"} if _before(m) == "ended" else {}
    if _group(m, "shift"):
        fields = _shift(m)
    return _atom(
        m,
        "day",
        year=_full_year(_int(m, "year"), _int(m, "short")),
        month=_month(m),
        day=_int(m, "day"),
        last=_int(m, "day2"),
        listed=m["join"] in {"or", "and", "&"},
        **fields,
    )


def _ordinal_day(m: Match) -> Atom | None:
    if not _cased(m, "month") and m["month"].lower() in {"may", "march", "mar"}:
        return None
    return _atom(m, "day", year=_int(m, "year"), month=_month(m), day=ordinal(m["word"]))


def ordinal(word: str) -> int | None:
    """Twenty-first, or twenty-one, as 21."""
    word = "-".join(word.lower().split())
    if word in words.ORDINALS:
        return words.ORDINALS[word]
    tens, _, ones = word.partition("-")
    return words.TENS.get(tens, 0) + words.CARDINALS.get(ones, 0) or None


def cardinal(text: str) -> int | None:
    """A count in digits or words; None for "few", "several"."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text.isdigit():
        return int(text)
    if "couple" in text:
        return 2
    if text.split()[-1] in words.SOME:
        return None
    return sum(words.CARDINALS[word] for word in text.split())


def _month_year(m: Match) -> Atom:
    return _atom(m, "month", year=_int(m, "year"), month=_month(m))


def _bare_month(m: Match) -> Atom | None:
    name = m["month"].lower().rstrip(".")
    if not m["month"][0].isupper() and name in words.UNSURE_MONTHS:
        return None
    if name in words.UNSURE_MONTHS and m["shift"] is None and not _cued(m):
        return None
    if len(name) <= 4 and name not in {"may", "june", "july"} and m["shift"] is None and not _cued(m):
        return None
    return _atom(m, "month", month=_month(m), **_shift(m))


def _cued(m: Match) -> bool:
    """Whether the word before makes a month of "May" or "March"."""
    before = _before(m)
    if m["month"].lower() == "may" and before != "-":
        return before in words.MONTH_CUES - {"by", "for", "to", "and", "before", "after", "of", "the", "about"} or (
            before == "of" and _before(m, 2) in {"end", "beginning", "start", "middle", "month", "early", "late"}
        )
    if before == "-" and _before(m, 2) == "mid":
        return True
    if before in {"a", "an", "its", "their", "his", "'s"} and m["month"].lower() != "march":
        return m.string[m.end() : m.end() + 2].strip().islower()
    return before in words.MONTH_CUES


def _before(m: Match, nth: int = 1) -> str:
    """The nth word before the match, in lower case; empty at a clause's beginning."""
    head = m.string[max(0, m.start() - 40) : m.start()].lower()
    found = re.findall(r"[\w.']+|[^\w\s]", head)
    return found[-nth] if len(found) >= nth else ""


def _after(m: Match) -> str:
    """The word after the match, in lower case."""
    tail = m.string[m.end() : m.end() + 24].lower()
    found = re.match(r"[\s-]?([\w-]+)", tail)
    return found[1] if found else ""


def _numeric(m: Match) -> Atom | None:
    year = _full_year(_int(m, "year"))
    if len(m["year"]) == 2 and m["by"] != "/":
        return None
    return _atom(m, "numeric", year=year, number=_int(m, "first"), last=_int(m, "second"))


def _weekday(m: Match) -> Atom | None:
    weekday = (
        words.WEEKDAYS[m["weekday"].lower()] if m["full"] is None else words.WEEKDAYS[f"{m['weekday']}day".lower()]
    )
    if _before(m) in words.NAMED or (m["full"] is None and not _cased(m, "weekday")):
        return None
    shift = _shift(m)
    if m["after"]:
        shift = {"shift": 1 if m["after"].lower() in {"week", "next"} else -1, "base": "published"}
    end = m.end() + (m["full"] is None and m.string[m.end() : m.end() + 1] == ".")
    return evolve(_atom(m, "weekday", weekday=weekday, weak=m["full"] is None, **shift), end=end)


def _year(m: Match) -> Atom | None:
    year = int(m["year"])
    before, after = _before(m), _after(m)
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
    if after in words.COUNTED or after.startswith("-") or (before in words.COUNT_CUES and after not in {"", "and"}):
        return None
    if re.fullmatch(r"[0-9][,.–/:-]|[.,:/]|[A-Za-z][./]", m.string[max(0, m.start() - 2) : m.start()]):
        return None
    if after in {"quarter", "period"}:
        return _atom(m, "unit", unit="period", base="of-year", shift=0, year=year)
    weak = before not in words.YEAR_CUES and not 1900 <= year <= 2049
    return _atom(
        m,
        "years",
        year=year,
        last=year,
        unit="year",
        weak=weak or _before(m) in {"rose", "fell", "gained", "lost", "added", "dropped"},
    )


def _years(m: Match) -> Atom | None:
    first, last = int(m["year"]), int(m["last"])
    if last < 100:
        last += first // 100 * 100
        last += 100 if last < first and first % 100 == 99 else 0
    if not first < last <= first + 60:
        return None
    return _atom(m, "years", year=first, last=last, unit="range")


def _year_words(m: Match) -> Atom | None:
    if m["thousand"]:
        year = 2000 + words.CARDINALS.get((m["more"] or "").lower(), 0)
        return _atom(m, "years", year=year, last=year, unit="year")
    ones, tens = m["ones"], words.TENS[m["tens"].lower()]
    high = 1900 if m["high"].lower() == "nineteen" else 2000
    if high == 2000 and tens > 40:
        return None
    year = high + tens + (words.CARDINALS[ones.lower()] if ones else 0)
    return _atom(m, "years", year=year, last=year, unit="year")


def _decade(m: Match) -> Atom:
    first = int(m["year"]) if m["year"] else 1900 + int(m["short"]) + (100 if int(m["short"]) < 30 else 0)
    return _atom(m, "years", year=first, last=first + (99 if first % 100 == 0 and first < 2000 else 9),
                 unit="century" if first % 100 == 0 and first < 2000 else "decade")  # fmt: skip


def _decade_words(m: Match) -> Atom | None:
    if _before(m) in {"his", "her", "their", "my", "your", "its", "our", "temperatures", "upper", "low", "high"}:
        return None
    stem = m["tens"].lower().replace("ies", "y")
    first = 1900 + words.TENS[stem]
    return _atom(
        m,
        "years",
        year=first,
        last=first + 9,
        unit="decade",
        weak=_before(m) not in {"the", "early", "late", "mid", "-"},
    )


def _century(m: Match) -> Atom | None:
    number = int(m["number"]) if m["number"] else ordinal(m["word"])
    if not number or number > 21:
        return None
    return _atom(m, "years", year=max(100 * number - 100, 1), last=100 * number - 1, unit="century")


_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(m: Match) -> Atom | None:
    size = (m["size"] or {"q": "quarter", "h": "half"}[m["q"].lower()]).lower()
    number = int(m["q_number"]) if m["q_number"] else _QUARTERS.get(m["number"].lower(), 4 if size == "quarter" else 2)
    if size == "half" and (
        number > 2
        or (_after(m) != "of" and not m["year"] and _before(m) in {"the", "a"} and not m["shift"] and "-" not in m[0])
    ):
        number = min(number, 2)
    return _atom(m, "quarter", unit=size, number=number, year=_int(m, "year"), **_shift(m))


def _season(m: Match) -> Atom | None:
    weak = (
        m["shift"] is None
        and m["year"] is None
        and _before(m) not in {"the", "early", "late", "mid", "in", "-", "since", "by", "until", "during", "and"}
    )
    if m["season"].lower() in {"fall", "spring"} and _before(m) == "the" and m["year"] is None:
        weak = _before(m, 2) not in {"in", "during", "by", "since", "until", "before", "after", "of", "for", "from", "through"}
    if m["season"].lower() in {"fall", "spring"} and m["shift"] in {
        "previous",
        "following",
        "same",
        "that",
        "latest",
        "preceding",
    }:
        weak = True
    return _atom(m, "season", number=words.SEASONS[m["season"].lower()], year=_int(m, "year"), weak=weak, **_shift(m))


def _unit(m: Match) -> Atom | None:
    unit = _singular(m["unit"]) if m["unit"] else "period"
    shift = _shift(m)
    if m["shift"].lower() == "past" or (
        unit == "day" and shift["base"] == "published" and m["shift"].lower() != "next"
    ):
        return (
            _atom(m, "stretch", unit=unit, number=1, shift=-1, base="published")
            if m["shift"].lower() == "past"
            else None
        )
    if unit in {"hour", "minute"}:
        return None
    if unit == "day" and m["shift"].lower() == "next":
        shift["base"] = "mention"
    return _atom(m, "unit", unit=unit, **shift)


def _singular(unit: str) -> str:
    return {"centurie": "century"}.get(unit.lower(), unit.lower())


def _the_unit(m: Match) -> Atom | None:
    unit = m["unit"].lower()
    if (
        unit in {"week", "month", "decade", "day"}
        and m["unit"] == m[0][4:]
        and _before(m) not in {"in", "during", "earlier", "later", "for", "late", "early", "of"}
    ):
        return None
    if unit == "day":
        return _atom(m, "unit", unit=unit, shift=0, base="mention", weak=True)
    return _atom(
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
    return _atom(
        m,
        "unit",
        unit="day" if part else unit,
        part=part,
        shift=-1 if m["direction"].lower() == "before" else 1,
        base="mention",
    )


def _stretch(m: Match) -> Atom | None:
    unit, count = _singular(m["unit"]), cardinal(m["count"])
    word = m["shift"].lower()
    if word == "first":
        return (
            _atom(m, "stretch", unit=unit, number=count, shift=0, base="first", year=_int(m, "year"))
            if unit in {"month", "quarter"}
            else None
        )
    if count is None:
        return _atom(m, "vague", base="past" if words.SHIFTS[word][0] <= 0 else "future", unit=unit)
    shift, base = words.SHIFTS[word]
    return _atom(m, "stretch", unit=unit, number=count, shift=shift or -1, base=base)


def _months_of_account(m: Match) -> Atom | None:
    if _before(m) not in {"for", "in"}:
        return None
    return _atom(m, "stretch", unit="month", number=cardinal(m["count"]), shift=0, base="first")


def _ago(m: Match) -> Atom | None:
    unit, count, direction = _singular(m["unit"]), cardinal(m["count"]), m["direction"].lower()
    if count is None:
        return _atom(
            m,
            "vague",
            base="past" if direction in {"ago", "earlier", "previously", "before", "prior"} else "future",
            unit=unit,
        )
    back = direction in {"ago", "earlier", "previously", "before", "prior"}
    base = "published" if direction in {"ago", "hence", "from now", "from today"} else "mention"
    half = bool(m["half"]) or "half" in m[0].lower()
    return _atom(m, "ago", unit=unit, number=count, shift=-1 if back else 1, base=base, weak=half)


def _units_ago(m: Match) -> Atom:
    return _atom(m, "vague", base="past")


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "tomorrow night": 1,
            "day before yesterday": -2, "day after tomorrow": 2}  # fmt: skip


def _deictic(m: Match) -> Atom | None:
    word = (_group(m, "word") or "").removeprefix("the ")
    return _atom(m, "deictic", shift=_DEICTIC[word], part="night" if word.endswith("night") else None)


def _overnight(m: Match) -> Atom:
    return _atom(m, "part", part="overnight", shift=0, base="published")


def _part(m: Match) -> Atom | None:
    shift = _shift(m)
    weak = not shift and not (_before(m) == "the" and _before(m, 2) in {"in", "during"})
    if m["shift"] and m["shift"].lower() in {"last", "past", "coming", "current", "latest"}:
        return None
    if shift.get("base") == "published" and shift["shift"] == 1:
        shift["base"] = "mention"
    return _atom(
        m, "part", part={"early hours": "early hours"}.get(m["part"].lower(), m["part"].lower()), weak=weak, **shift
    )


def _feast(m: Match) -> Atom | None:
    name = (_group(m, "feast") or "").replace("labour", "labor")
    if not m["feast"][0].isupper():
        return None
    if (
        name in {"christmas", "easter"}
        and _after(m) not in {"", "in"}
        and _before(m) not in {"at", "on", "since", "by", "before", "after", "until", "this", "last", "over"}
    ):
        return None
    return _atom(m, "feast", unit=_feast_name(name), year=_int(m, "year"), **_shift(m))


def _feast_name(name: str) -> str:
    if name in words.FEASTS:
        return name
    loose = {key.replace("'", ""): key for key in words.FEASTS}
    return loose[name.replace("'", "").replace("stp", "st p")]


def _year_end(m: Match) -> Atom:
    return _atom(m, "unit", unit=m["unit"].lower(), shift=0, base="published", edge="end")


def _week_of(m: Match) -> Atom:
    unit = m["unit"].lower()
    return _atom(m, "week-of", unit=unit)


def _edge(m: Match) -> Atom:
    return _atom(
        m, "edge", edge=words.EDGES[_group(m, "edge") or ""] if (_group(m, "edge") or "") in words.EDGES else "start"
    )


def _bound(m: Match) -> Atom | None:
    return _atom(m, "bound", bound=words.BOUNDS[_group(m, "bound") or ""])


def _kind(kind: Kind, **fields: object) -> Callable[[Match], Atom]:
    return lambda m: _atom(m, kind, **fields)


def zone(text: str | None) -> str | None:
    """A zone in one spelling: "GMT", "local", "ET" for EST and EDT, "+02:00"; a place's time by the place."""
    if not text:
        return None
    text = " ".join(text.split())
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        return "GMT" if digits == "0000" else f"{text[0]}{digits[:2]}:{digits[2:]}"
    first = text.split()[0]
    return words.ZONES.get(first.lower()) or (first if " " in text else first.upper())


def _clock12(m: Match) -> Atom | None:
    hour = int(m["hour"]) % 12 + 12 * (m["half"][0].lower() == "p")
    minute = hour * 60 + int(m["minute"] or 0)
    return _atom(m, "clock", clock=(minute, minute), zone=zone(m["zone"]))


def _clock24(m: Match) -> Atom | None:
    minute = int(m["hour"]) * 60 + int(m["minute"])
    return _atom(m, "clock", clock=(minute, minute), zone=zone(m["zone"]))


def _clock_hundred(m: Match) -> Atom | None:
    minute = int(m["hour"]) * 60 + int(m["minute"])
    return _atom(m, "clock", clock=(minute, minute), zone=zone(m["zone2"] or m["zone"]))


def _clock_o(m: Match) -> Atom | None:
    hour = cardinal(m["count"])
    if hour is None or hour > 24:
        return None
    half = (m["part"] or "").lower()
    if not half:
        return _atom(m, "clock", clock=None, weak=True)
    minute = (hour % 12 + 12 * (half in {"afternoon", "evening"} or (half == "night" and hour >= 6))) * 60
    return _atom(m, "clock", clock=(minute, minute))


def _noon(m: Match) -> Atom:
    minutes = words.PARTS[m["part"].lower()]
    return _atom(m, "clock", clock=minutes, zone=zone(m["zone"]))


_READERS: dict[str, Callable[[Match], Atom | None]] = {
    "date.iso": _iso, "date.month-day": _month_day, "date.month-ordinal": _ordinal_day, "date.day-month": _month_day,
    "date.ordinal-month": _ordinal_day, "date.month-year": _month_year, "date.month": _bare_month,
    "date.numeric": _numeric, "date.weekday": _weekday, "date.weekdays": _kind("recurrence"), "date.year": _year,
    "date.years": _years, "date.fiscal-year": lambda m: _atom(m, "years", year=_int(m, "year"), last=_int(m, "year"), unit="year"),
    "date.year-words": _year_words, "date.decade": _decade, "date.decade-words": _decade_words,
    "date.century": _century, "date.quarter": _quarter, "date.season": _season, "date.unit": _unit,
    "date.the-unit": _the_unit, "date.day-before": _day_before, "date.year-before": _kind("unit", unit="year", shift=-1, base="year"), "date.stretch": _stretch, "date.months-of-account": _months_of_account, "date.ago": _ago,
    "date.units-ago": _units_ago, "date.today": _deictic, "date.overnight": _overnight, "date.part": _part,
    "date.feast": _feast, "date.year-end": _year_end, "date.week-of": _week_of, "date.edge": _edge,
    "date.approx": _edge, "date.bound": _bound, "date.every": _kind("recurrence"), "date.often": _kind("recurrence"),
    "date.now": _kind("vague", base="present"), "date.recently": _kind("vague", base="past"),
    "date.soon": _kind("vague", base="future"), "clock.12-hour": _clock12, "clock.24-hour": _clock24,
    "clock.hundred": _clock_hundred, "clock.o-clock": _clock_o, "clock.noon": _noon,
}  # fmt: skip
