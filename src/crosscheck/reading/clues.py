"""What the article's own lines say about when, and from whom, it is."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from crosscheck.lexicon.en.clues import AGENCY, DATELINE, UPDATED
from crosscheck.values.days import bare_date

# A page prints its date within a few lines of the headline or at the very end; further in, a date is news.
_FIRST_LINES, _LAST_LINES, _LONGEST = 12, 4, 200
_LINE = re.compile(r"[^\r\n]+")


class Clue(NamedTuple):
    """One thing that the characters `start` to `end` of the text say about the article."""

    about: Literal["published", "updated", "origin"]
    value: date | str
    start: int
    end: int


def clues(text: str) -> tuple[Clue, ...]:
    """The first clue of each kind in the article's first and last lines.

    A line that is nothing but a date comes before a dateline, since it may give the time of day.

    >>> text = "Ferry sinks\\n15 Oct 2021, 20:27\\nLISBON, Oct 14, 2021 (BSS/AFP) - A ferry sank."
    >>> [(clue.about, str(clue.value)) for clue in clues(text)]
    [('published', '2021-10-15 20:27:00'), ('origin', 'AFP')]
    """
    lines = _outer_lines(text)
    found: dict[str, Clue] = {}
    for reader in (_of_date_line, _of_dateline, _of_agency):
        for line in lines:
            clue = reader(line)
            if clue is not None:
                found.setdefault(clue.about, clue)
    return tuple(found.values())


def _outer_lines(text: str) -> list[re.Match[str]]:
    """The first and the last lines that hold more than white space."""
    lines = [line for line in _LINE.finditer(text) if not line[0].isspace()]
    return lines[:_FIRST_LINES] + lines[_FIRST_LINES:][-_LAST_LINES:]


def _of_date_line(line: re.Match[str]) -> Clue | None:
    if len(line[0]) > _LONGEST:
        return None
    updated = UPDATED.regex.match(line[0].rstrip()) if "update" in line[0][:20].lower() else None
    value = bare_date(updated["rest"] if updated else line[0])
    return Clue("updated" if updated else "published", value, line.start(), line.end()) if value else None


def _of_dateline(line: re.Match[str]) -> Clue | None:
    found = DATELINE.regex.match(line[0][:_LONGEST]) if _has_dash(line) else None
    value = bare_date(found["date"]) if found else None
    return Clue("published", value, *_place(line, found, "date")) if found and value else None


def _of_agency(line: re.Match[str]) -> Clue | None:
    found = AGENCY.regex.match(line[0][:_LONGEST]) if "(" in line[0][:_LONGEST] and _has_dash(line) else None
    if found is None:
        return None
    *_, agency = found["agencies"].split("/")
    return Clue("origin", agency.strip(), *_place(line, found, "agencies"))


def _has_dash(line: re.Match[str]) -> bool:
    """Whether a dateline could end in the line; its patterns are not compiled for nothing."""
    return any(dash in line[0][:_LONGEST] for dash in "-–—")


def _place(line: re.Match[str], found: re.Match[str], part: str) -> tuple[int, int]:
    return line.start() + found.start(part), line.start() + found.end(part)
