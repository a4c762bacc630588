"""Dates for the scorer: the library's `When` facts as TIMEX3 types and values, and lengths of time beside them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from crosscheck.lexicon.en.time_words import CARDINALS, PARTS, TENS
from crosscheck.model import When
from crosscheck.normalising.dates import DateContext, read_dates
from crosscheck.values.calendars import month_days, week_days, year_days

Row = dict[str, Any]
Quarters = dict[int, int]  # the number of a quarter by its first month

_UNITS = {
    "minute": "TM", "hour": "TH", "day": "D", "night": "D", "weekend": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "summer": "SU", "winter": "WI", "year": "Y", "decade": "DE", "centurie": "CE",
}  # fmt: skip
_PARTS = {
    PARTS[name]: value
    for name, value in (
        ("dawn", "DA"),
        ("small hours", "NI"),
        ("early hours", "MO"),
        ("morning", "MO"),
        ("afternoon", "AF"),
        ("evening", "EV"),
        ("night", "NI"),
    )
}


def predict(row: Row) -> Row:
    """One document's times: `{"doc_id", "timex": [{"start", "end", "type", "value"}]}`."""
    text, published = row["text"], datetime.fromisoformat(row["dct"])
    context = DateContext.of(text, published)
    found: list[Row] = []
    quarters: Quarters = {}
    for start, end in _sentences(text):
        whens, context = read_dates(text, start, end, context)
        quarters = quarters | _numbered(text, whens)
        for when in whens:
            found += _ends(text, when, published) or [_timex(text, when, published.date(), quarters)]
    found += [length for length in _lengths(text) if not any(_meet(length, other) for other in found)]
    return {"doc_id": row["doc_id"], "timex": sorted(found, key=lambda timex: (timex["start"], timex["end"]))}


def _ends(text: str, when: When, published: datetime) -> list[Row]:
    """A range as TIMEX3 has it: its two ends, each an expression of its own."""
    start, end = when.span.start, when.span.end
    joint = re.search(
        r"\s?[-–—]\s?|\s(?:to|and|through|until|till|up to|or|&)\s(?:the\s)?", text[start:end], re.IGNORECASE
    )
    if (
        when.granularity != "range"
        or joint is None
        or when.earliest is None
        or when.latest is None
        or when.rule not in _RANGES
    ):
        return []
    opening = re.match(r"(?:from|between)\s(?:the\s)?", text[start:end], re.IGNORECASE)
    spans = ((start + (opening.end() if opening else 0), start + joint.start()), (start + joint.end(), end))
    return [_end(text, span, day) for span, day in zip(spans, (when.earliest, when.latest), strict=True)]


_RANGES = {"date.range", "date.month-day", "date.day-month"}


def _end(text: str, span: tuple[int, int], day: date) -> Row:
    surface = text[span[0] : span[1]]
    numbers = re.findall(r"[0-9]+", surface)
    if re.fullmatch(r"(?:\w+ )?[0-9]{4}", surface.strip()) and numbers == [numbers[0]] and not surface[0].isalpha():
        value = f"{day.year:04d}"
    elif re.search(r"day|\b[0-9]{1,2}(?:st|nd|rd|th)?\b|today|tomorrow", surface):
        value = day.isoformat()
    else:
        value = day.isoformat()[:7]
    return {"start": span[0], "end": span[1], "type": "DATE", "value": value}


def _meet(a: Row, b: Row) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences: dates only need to know where the next one begins."""
    ends = [m.end() for m in re.finditer(r"[.!?][”\"')]*\s+(?=[“\"'(]?[A-Z])|\n\s*\n", text)]
    ends = [
        end
        for end in ends
        if not re.search(
            r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Dr|[ap]\.m)\.\s+$", text[max(0, end - 8) : end]
        )
    ]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _numbered(text: str, whens: tuple[When, ...]) -> Quarters:
    """Quarters by the number that the text gives them, by their first month: TIMEX3 names a company's quarter so."""
    found: Quarters = {}
    for when in whens:
        m = re.search(r"\b(?:(first|1st)|(second|2nd)|(third|3rd)|fourth|4th|last|final)\b|\bQ([1-4])",
                      text[when.span.start : when.span.end], re.IGNORECASE)  # fmt: skip
        if m and when.rule == "date.quarter" and when.granularity == "quarter" and when.earliest and when.latest:
            found[when.earliest.month] = int(m[4] or m.lastindex or 4)
    return found


def _timex(text: str, when: When, published: date, quarters: Quarters) -> Row:
    start, end = when.span.start, when.span.end
    surface = text[start:end].lower()
    if (
        when.modifier in {"until", "since", "before", "after"}
        and (m := re.match(r"[a-z ]+?\s(?=\S)|pre-|post-", surface))
        and m[0].strip() in _BOUND_WORDS
    ):
        start += m.end()
        surface = surface[m.end() :]
    return {
        "start": start,
        "end": end,
        "type": _type(when, surface),
        "value": _value(when, surface, published, quarters),
    }


_BOUND_WORDS = {
    "by",
    "until",
    "till",
    "before",
    "since",
    "after",
    "prior to",
    "ahead of",
    "no later than",
    "later than",
}


_STRETCHES = {"date.stretch", "date.months-of-account"}


def _type(when: When, surface: str) -> str:
    if when.sort == "recurrence":
        return "SET"
    if when.clock is not None or when.granularity == "part-of-day":
        return "TIME"
    if when.rule in _STRETCHES:
        return "DURATION"
    return "DATE"


def _value(when: When, surface: str, published: date, quarters: Quarters) -> str:
    if when.sort == "recurrence":
        return _every(surface)
    if when.sort == "vague":
        return _vague(when, surface)
    if when.rule in _STRETCHES:
        return _length_value(surface) or "PXD"
    if when.clock is not None or when.granularity == "part-of-day":
        return _time(when, published)
    days = _whole(when)
    if days is None:
        return when.pattern or {"day": "XXXX-XX-XX", "year": "XXXX"}.get(when.granularity, "XXXX")
    first, last = days
    if when.rule in {"date.ago", "date.unit", "date.year", "date.year-before"} and when.granularity == "range":
        return _run_of_months(first, last)
    if when.granularity == "quarter":
        number = quarters.get(first.month, (first.month + 2) // 3 if first.month % 3 == 1 else None)
        return f"{last.year:04d}-Q{number or 'X'}"
    return _calendar(first, last, when.granularity)


def _run_of_months(first: date, last: date) -> str:
    """A year, or a year up to some month, as TIMEX3 has it; it has no value for other months in a row."""
    is_year = (first.month, first.day) == (1, 1) or (last - first).days >= 365
    return f"{first.year:04d}" if is_year else f"{first.year:04d}-XX"


def _calendar(first: date, last: date, granularity: str) -> str:
    year, month = f"{first.year:04d}", f"{first.month:02d}"
    iso = first.isocalendar()
    forms = {
        "month": f"{year}-{month}", "year": year, "decade": year[:3], "century": year[:2],
        "week": f"{iso.year}-W{iso.week:02d}", "weekend": f"{iso.year}-W{iso.week:02d}-WE",
        "half": f"{year}-H{(first.month + 5) // 6}",
        "season": f"{year}-{['SP', 'SU', 'FA', 'WI'][(first.month - 3) // 3]}",
    }  # fmt: skip
    return forms.get(granularity) or first.isoformat()


def _whole(when: When) -> tuple[date, date] | None:
    """The days that the words name, from the open interval that "since", "by", "before" or "after" makes of them."""
    if when.earliest is not None and when.latest is not None:
        return when.earliest, when.latest
    known = when.latest or when.earliest
    if known is None:
        return None
    known += timedelta(days={"before": 1, "after": -1}.get(when.modifier or "", 0))
    if when.granularity == "year":
        return year_days(known.year)
    if when.granularity == "decade":
        return year_days(known.year // 10 * 10, known.year // 10 * 10 + 9)
    if when.granularity == "month":
        return month_days(known.year, known.month)
    if when.granularity == "quarter":
        return month_days(known.year, (known.month - 1) // 3 * 3 + 1, (known.month - 1) // 3 * 3 + 3)
    if when.granularity == "week":
        return week_days(known)
    if when.granularity == "season" and when.earliest is None:
        return month_days(known.year, (known.month - 3) // 3 * 3 + 3)
    return known, known


def _time(when: When, published: date) -> str:
    days = _whole(when)
    day = (days[0] if days else published).isoformat()
    if when.clock is None:
        return f"{day}TNI"
    if when.granularity == "part-of-day":
        return f"{day}T{_PARTS.get(when.clock, 'DT')}"
    return f"{day}T{when.clock[0] // 60:02d}:{when.clock[0] % 60:02d}"


def _vague(when: When, surface: str) -> str:
    if (length := _length_value(surface)) and when.rule == "date.stretch":
        return length
    if m := re.search(r"recent (\w+?)s\b|coming (\w+?)s\b|the (\w+?)s ahead", surface):
        unit = next(g for g in m.groups() if g)
        return f"PX{_UNITS.get(unit, 'Y')}"
    return when.pattern or "PAST_REF"


def _every(surface: str) -> str:
    words = {
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "quarterly": "P3M",
        "yearly": "P1Y",
        "annually": "P1Y",
        "hourly": "PT1H",
    }
    if surface in words:
        return words[surface]
    weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for word in surface.split():
        if word[:3] in weekdays and "day" in word:
            return f"XXXX-WXX-{weekdays.index(word[:3]) + 1}" + ("TNI" if "night" in surface else "")
    return _length_value(surface.replace("every", "1").replace("each", "1")) or "P1D"


# before "a week", "a year": else it is a rate ("seats a week")
_FOR = {
    "for",
    "in",
    "within",
    "over",
    "about",
    "nearly",
    "almost",
    "than",
    "after",
    "of",
    "least",
    "another",
    "during",
    "under",
    "throughout",
    "around",
    "just",
    "once",
    "take",
    "takes",
    "took",
    "last",
    "lasted",
}
_NUMBER = (
    r"[0-9]+(?:\.[0-9]+)?|(?:a\s)?couple(?:\sof)?|(?:a\s)?few|several|many|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
)


@cache
def _length() -> re.Pattern[str]:
    unit = r"(?:minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
    return re.compile(
        rf"\b(?:(?:about|nearly|almost|around|more\sthan|less\sthan|over|at\sleast|up\sto|no\smore\sthan|within|the|another|the\spast|the\slast|some)\s)?"
        rf"(?:(?:{_NUMBER})[\s-](?:more\s|full\s|consecutive\s|trading\s|straight\s)?{unit}s?(?:-long)?(?![a-z])(?!['’-]old|\sold)|(?<![\w-])(?:days|weeks|months|years|decades|centuries|hours)(?!\s(?:old|ago)))",
        re.IGNORECASE,
    )


def _lengths(text: str) -> list[Row]:
    """Lengths of time with a figure, which the library reads as quantities."""
    found = []
    for m in _length().finditer(text):
        value = _length_value(m[0].lower())
        before = re.findall(r"[\w$%,.]+", text[max(0, m.start() - 24) : m.start()].lower())
        if re.match(r"an?\s", m[0], re.IGNORECASE) and (not before or before[-1] not in _FOR):
            continue
        if value and "three-quarter" not in m[0].lower():
            found.append({"start": m.start(), "end": m.end(), "type": "DURATION", "value": value})
    return found


def _length_value(surface: str) -> str | None:
    """ "Nine months" as P9M, "several years" as PXY."""
    m = re.search(
        rf"(?:\b({_NUMBER})\b[\s-](?:\w+\s)?|\b(past|last|next)\s)?(minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|summer|winter)s?\b",
        surface,
    )
    if m is None:
        return None
    count = _count(m[1] or m[2] or "X")
    unit = _UNITS[m[3].replace("century", "centurie")]
    if m[3] == "decade" and count != "X":
        return f"P{int(count) * 10}Y"
    if m[3].startswith("centur") and count != "X":
        return f"P{int(count) * 100}Y"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


def _count(text: str) -> str:
    if text.replace(".", "").isdigit():
        return text
    if text in {"past", "last", "next"}:
        return "1"
    if "couple" in text:
        return "2"
    words = re.split(r"[\s-]", text)
    if any(w in {"few", "several", "many", "X"} for w in words):
        return "X"
    return str(sum((CARDINALS | TENS).get(w, 0) for w in words))
