"""Pieces put together: "late" + "Monday", "2 p.m." + "Tuesday", "Friday" + "October 16", "from Monday" + "Thursday"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosscheck.lexicon.en.time_words import SEASONS
from crosscheck.normalising.calendar_atoms import Atom, Kind
from crosscheck.normalising.calendar_scan import atoms

_DAYLIKE: frozenset[Kind] = frozenset({"day", "numeric", "weekday", "deictic", "feast"})
_YEARLESS: frozenset[Kind] = frozenset({"month", "quarter", "season", "day"})


class Phrase(NamedTuple):
    """A whole expression: one piece, or two that are the ends of a range."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None
    bound: str | None = None
    listed: bool = False


def phrases(text: str, start: int, end: int) -> list[Phrase]:
    """The time expressions in `text[start:end]`, in order and apart."""
    pieces = _merge(text, atoms(text, start, end))
    pieces = _edges(text, pieces)
    return _ranges(text, [piece for piece in pieces if not _alone(piece)])


def _merge(text: str, pieces: list[Atom]) -> list[Atom]:
    """Neighbours that make one expression, joined from left to right."""
    merged: list[Atom] = []
    for piece in pieces:
        while merged and (joined := _joined(merged[-1], text[merged[-1].end : piece.start], piece)):
            merged.pop()
            piece = joined
        merged.append(piece)
    return merged


def _joined(a: Atom, glue: str, b: Atom) -> Atom | None:
    """One piece for two, where the words between allow it."""
    if len(glue) > 12:
        return None
    glue = " ".join(glue.lower().split()) if glue.strip() else " " if glue else ""
    for join in (_with_time, _with_weekday, _with_year, _of_week, _nth_of, _offset_from):
        if (joined := join(a, glue, b)) is not None:
            return joined._replace(start=a.start, end=b.end)
    return None


_TIME_GLUE = frozenset(
    {
        " ",
        ",",
        "on",
        ", on",
        "of",
        "at",
        ", at",
        "in the",
        "by",
        "around",
        "about",
        "at about",
        "at around",
        "from",
        "the",
        ", around",
    }
)


def _with_time(a: Atom, glue: str, b: Atom) -> Atom | None:
    """A day with the part of it, or the time."""
    if glue not in _TIME_GLUE:
        return None
    for day, time in ((a, b), (b, a)):
        if time.kind not in {"clock", "part"} or (
            time.kind == "part" and time.shift is not None and day.kind != "clock"
        ):
            continue
        if (
            day.kind in _DAYLIKE
            or (day.kind == "unit" and day.unit == "day")
            or (day.kind in {"part", "clock"} and day.kind != time.kind)
        ):
            if glue in {"by", "from", "the"} or (day.clock and time.clock) or (day is a and glue == "of"):
                continue
            return _timed(day, time)
    return None


def _timed(day: Atom, time: Atom) -> Atom:
    if day.kind == "clock":
        day, time = time, day
    part = time.part or day.part
    return day._replace(
        clock=time.clock or day.clock,
        zone=time.zone or day.zone,
        part=part,
        weak=False if day.kind != "clock" else day.weak,
    )


def _with_weekday(a: Atom, glue: str, b: Atom) -> Atom | None:
    """A weekday and the day it is, or the week it is of."""
    weekday, day = (a, b) if a.kind == "weekday" else (b, a)
    if weekday.kind != "weekday":
        return None
    if day is b and day.kind == "unit" and day.unit == "week" and glue in {" ", "of"}:
        return weekday._replace(year_from=day)
    if glue not in ({" ", ",", ", the", "the", "(", "-", ", on"} if day is b else {" ", ","}):
        return None
    if day.kind != "numeric" and (day.kind != "day" or day.last is not None):
        return None
    return day._replace(
        weekday=weekday.weekday,
        part=weekday.part or day.part,
        clock=weekday.clock or day.clock,
        zone=weekday.zone or day.zone,
    )


def _with_year(a: Atom, glue: str, b: Atom) -> Atom | None:
    """A month, quarter or season, and the year it is of."""
    if glue in {" ", ",", "of", "in", "of the", "'s", "’s", ", of"}:
        for part, year in ((a, b), (b, a)):
            if part.kind not in _YEARLESS or part.year is not None or not _is_year(year):
                continue
            if part is b and (part.kind == "day" or glue not in {" ", "'s", "’s"}):
                continue
            if part is a and glue in {"'s", "’s"}:
                continue
            if part.kind == "month" and part is b:
                continue
            if year.kind == "years":
                return part._replace(year=year.year, weak=False)
            return part._replace(year_from=year, weak=False)
    if (
        a.kind == "quarter"
        and a.unit == "half"
        and b.kind == "years"
        and b.unit == "decade"
        and glue in {"of", "of the"}
    ):
        return b._replace(edge="start" if a.number == 1 else "end", weak=False)
    if a.kind == "unit" and a.unit == "quarter" and a.shift == -1 and a.base == "published" and _is_year(b):
        return (
            a._replace(rule="date.quarter", kind="quarter", number=4, base=None, shift=None, year_from=b)
            if "of" in glue
            else None
        )
    if a.kind == "unit" and a.base == "year" and b.kind in {"quarter"} and glue == " ":
        return b._replace(year_from=a)
    if (
        a.kind == "unit"
        and a.unit in {"quarter", "period", "month"}
        and _is_year(b)
        and glue in {" ", "of", "in"}
        and b.kind == "unit"
    ):
        return a._replace(shift=-1, base="year") if b.shift == -1 else None
    if a.kind == "unit" and a.unit in {"quarter", "period"} and b.kind == "ago" and b.unit == "year" and glue == " ":
        return a._replace(shift=-1, base="year")
    if a.kind == "years" and a.unit == "year" and glue == " " and b.kind == "unit" and b.unit in {"quarter", "period"}:
        return None
    return None


def _is_year(piece: Atom) -> bool:
    return (piece.kind == "years" and piece.unit == "year") or (
        piece.kind == "unit" and piece.unit == "year" and piece.shift is not None and piece.edge is None
    )


def _of_week(a: Atom, glue: str, b: Atom) -> Atom | None:
    """The week, weekend, night … that a date lies in; the season of a year."""
    if a.kind != "week-of" or glue not in {" ", "the", ""}:
        return None
    if a.unit in SEASONS and _is_year(b):
        return a._replace(rule="date.season", kind="season", number=SEASONS[a.unit], unit=None, year_from=b)
    if a.unit in {"week", "weekend"} and b.kind in {"day", "numeric"}:
        return b._replace(unit=a.unit)
    if a.unit in {"morning", "afternoon", "evening", "night"} and b.kind in _DAYLIKE:
        return b._replace(part=a.unit)
    return None


def _nth_of(a: Atom, glue: str, b: Atom) -> Atom | None:
    """ "The first week of" and the month or year."""
    if a.kind != "nth" or a.year_from is not None or glue not in {"", " ", "the"}:
        return None
    if b.kind == "month" or _is_year(b) or (b.kind == "unit" and b.unit == "month"):
        return a._replace(year_from=b)
    return None


def _offset_from(a: Atom, glue: str, b: Atom) -> Atom | None:
    """ "Two days before" and the day."""
    if a.kind != "offset" or glue not in {" ", "the"} or b.offset is not None:
        return None
    return b._replace(offset=a, weak=False) if b.kind in _DAYLIKE and not b.weak else None


def _edges(text: str, pieces: list[Atom]) -> list[Atom]:
    """ "Early", "the end of", "by", "about" taken into the expression that follows."""
    done: list[Atom] = []
    for piece in reversed(pieces):
        if piece.kind not in {"edge", "bound"}:
            done.append(piece)
            continue
        after = done[-1] if done else None
        if after is None or text[piece.end : after.start].strip() or not _takes(text, piece, after):
            continue
        if piece.kind == "edge":
            done[-1] = after._replace(
                start=piece.start, edge=after.edge or piece.edge, weak=after.weak and after.kind == "part"
            )
        else:
            done[-1] = after._replace(start=piece.start, bound=piece.bound, weak=after.weak and after.kind == "weekday")
    return done[::-1]


def _takes(text: str, piece: Atom, after: Atom) -> bool:
    """Whether the word belongs to the time that follows it, and not to something else."""
    if after.kind in {"edge", "bound", "clock", "vague", "recurrence", "week-of"}:
        return (after.kind == "clock" and piece.kind == "bound") or (after.kind == "clock" and piece.edge == "approx")
    if piece.edge == "approx":
        return after.kind in {"years", "month", "ago", "day"} and not after.weak
    if piece.kind == "edge":
        return after.kind != "ago"
    possessive = text[after.end : after.end + 2] in {"'s", "’s"}
    return not possessive and not (after.kind in {"ago", "stretch"} or (after.kind == "part" and after.weak))


def _alone(piece: Atom) -> bool:
    """Whether the piece says nothing without a neighbour that it did not find."""
    if piece.kind in {"edge", "bound", "week-of", "offset"} or (piece.kind == "nth" and piece.year_from is None):
        return True
    return piece.weak and piece.kind in {"part", "weekday", "years", "season", "clock", "unit"} and piece.edge is None


@cache
def _range_glue() -> re.Pattern[str]:
    return re.compile(r"\s?(?:-|–|—)\s?|\s(?:to|through|until|till|thru|and|up\sto)\s(?:the\s)?", re.IGNORECASE)


_RANGE_KINDS: frozenset[Kind] = frozenset(
    {"day", "numeric", "month", "weekday", "years", "quarter", "season", "deictic", "clock", "feast"}
)


def _ranges(text: str, pieces: list[Atom]) -> list[Phrase]:
    """Two ends made one phrase: "from … to …", "between … and …", "1-3 May"."""
    found: list[Phrase] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if index + 1 < len(pieces) and (start := _range_start(text, piece, pieces[index + 1])) is not None:
            after = pieces[index + 1]
            found.append(Phrase(start, after.end, piece._replace(bound=None), after._replace(bound=None)))
            index += 2
            continue
        opened = _opening(text, piece.start) if piece.last is not None and piece.kind == "day" else ""
        found.append(Phrase(piece.start - len(opened), piece.end, piece, bound=piece.bound))
        index += 1
    return found


def _opening(text: str, start: int) -> str:
    """ "From" or "between" before a range, in lower case; empty where there is none."""
    m = re.search(r"\b(?:from|between)\s(?:the\s)?$", text[max(0, start - 12) : start].lower())
    return m[0] if m else ""


def _range_start(text: str, a: Atom, b: Atom) -> int | None:
    """Where the range of these two ends begins; None where they are not one."""
    if a.kind not in _RANGE_KINDS or b.kind not in _RANGE_KINDS or (a.kind == "clock") != (b.kind == "clock"):
        return None
    # "until" and the like are already part of the second end
    gap_end = b.start
    gap = text[a.end : gap_end]
    opening = _opening(text, a.start)
    if b.bound == "until" and opening.startswith("from") and gap == " ":
        return a.start - len(opening)
    if len(gap) > 12 or not _range_glue().fullmatch(gap) or b.bound:
        return None
    word = gap.strip().lower()
    if word == "and":
        return a.start - len(opening) if opening.startswith("between") else None
    if word in {"-", "–", "—"}:
        return (
            a.start
            if (a.kind == b.kind and gap.strip() == gap) or a.kind in {"day", "numeric", "month", "clock"}
            else None
        )
    if opening:
        return a.start - len(opening)
    return a.start if word in {"through", "thru"} or a.kind == b.kind in {"years", "clock"} else None
