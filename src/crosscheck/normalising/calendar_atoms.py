"""Pieces of time expressions as they stand in the text, before anyone says which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from crosscheck.lexicon.en import time_words as words

Kind = Literal[
    "day", "numeric", "month", "weekday", "years", "quarter", "season", "unit", "stretch", "ago",
    "deictic", "part", "clock", "feast", "edge", "bound", "week-of", "offset", "nth", "recurrence", "vague",
]  # fmt: skip
Match = re.Match[str]


class Atom(NamedTuple):
    """One piece, not yet resolved. Which fields are set depends on `kind`.

    `shift` moves by so many units from `base` ("published", "mention", "latest" or "year": a year before the
    mention); `number` is a quarter, a season, a count or a century; `last` the second day or year of a range;
    `fiscal` marks a quarter of a year of account that is said not to be the calendar's.
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
    offset: Atom | None = None
    fiscal: bool = False
    weak: bool = False


Reader = Callable[[Match], Atom | None]


def piece(m: Match, kind: Kind, **fields: object) -> Atom:
    return Atom(m.start(), m.end(), "", kind, **fields)  # type: ignore[arg-type]


def number_in(m: Match, *groups: str) -> int | None:
    """The number in the first of these groups that took part."""
    known = m.re.groupindex
    text = next((m[g] for g in groups if g in known and m[g]), None)
    return int(text.lstrip("'’")) if text else None


def folded(m: Match, name: str) -> str | None:
    """A group folded to lower case and single spaces; None where it took no part."""
    if name not in m.re.groupindex or m[name] is None:
        return None
    return " ".join(m[name].lower().replace("’", "'").split())


def month_in(m: Match) -> int:
    return words.MONTHS[m["month"].lower().rstrip(".")]


def full_year(year: int | None, short: int | None = None) -> int | None:
    """A year of four digits; two mean the hundred years that end with 2029."""
    if short is not None:
        return short + (2000 if short < 30 else 1900)
    if year is not None and year < 100:
        return full_year(None, year)
    return year


def shift_in(m: Match) -> dict[str, object]:
    """`shift` and `base` by the word before the unit."""
    word = folded(m, "shift")
    if word is None:
        return {}
    if word.endswith(("year-ago", "year-earlier", "year's")):
        word = "year-ago"
    shift, base = words.SHIFTS[word]
    return {"shift": shift, "base": base}


def is_capital(m: Match, group: str) -> bool:
    """Whether the name begins with a capital, as names of days and months do."""
    return m[group][0].isupper()


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


def word_before(m: Match, nth: int = 1) -> str:
    """The nth word before the match, in lower case; empty at a clause's beginning."""
    head = m.string[max(0, m.start() - 40) : m.start()].lower()
    found = re.findall(r"[\w.']+|[^\w\s]", head)
    return found[-nth] if len(found) >= nth else ""


def word_after(m: Match) -> str:
    """The word after the match, in lower case."""
    tail = m.string[m.end() : m.end() + 24].lower()
    found = re.match(r"[\s-]?([\w-]+)", tail)
    return found[1] if found else ""


def second_word_after(m: Match) -> str:
    """The word after the next, as written; empty where a sign stands between."""
    found = re.match(r"\s[\w-]+\s([\w,]+)", m.string[m.end() : m.end() + 40])
    return found[1] if found else ""


def singular(unit: str) -> str:
    return {"centurie": "century"}.get(unit.lower(), unit.lower())


def always(kind: Kind, **fields: object) -> Callable[[Match], Atom]:
    return lambda m: piece(m, kind, **fields)
