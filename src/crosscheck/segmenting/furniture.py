"""What a page prints around its text: which lines, and which ends of paragraphs, are not the article's claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from crosscheck.lexicon.en.furniture import LINES, LONG, PREFIXES, SUFFIXES
from crosscheck.lexicon.rules import Rule, table
from crosscheck.model import Furniture, Span
from crosscheck.segmenting.layout import Line, ends_with_stop
from crosscheck.segmenting.trying import Tries

Marked = tuple[Span, Furniture]

_LONGEST_LINE = 300  # furniture is short; a longer line is text
_LONGEST_SHORT = 160  # and most kinds of furniture are shorter still
_LONGEST_LABEL = 60
_WINDOW = 120  # characters at the ends of a paragraph in which furniture is looked for


@cache
def _place_before_date() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][^\s,]*\s?){1,4},\s(?=\S)")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\b\d{1,2}[:.h]\d{2}\b")


@cache
def _numeric_date() -> re.Pattern[str]:
    return re.compile(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")


@cache
def _stamp_token() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@cache
def _stamps(*classes: str) -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "stamps") if not classes or row[1] in classes)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(row[0] for row in table("en", name))


def mark_lines(text: str, lines: Sequence[Line]) -> dict[int, Furniture]:
    """The lines, by number, that are furniture as a whole."""
    marks = {number: kind for number, line in enumerate(lines) if (kind := kind_of(text, line.span))}
    for number in sorted(marks):
        if marks[number] == "byline":
            _spread_byline(text, lines, marks, number)
        elif marks[number] in ("notice", "credit", "related"):
            _spread_sentence(text, lines, marks, number)
    for number, line in enumerate(lines):
        if number not in marks and _is_section(text, lines, marks, number):
            marks[number] = "section"
        elif marks.get(number) == "caption-mark" and _is_credit_between(text, lines, marks, number, line):
            marks[number - 1] = "credit"
    return marks


def kind_of(text: str, span: Span) -> Furniture | None:
    """What kind of furniture the whole line (or paragraph) is, if any.

    >>> kind_of("16 March 2023 • 6:00am", Span(0, 22)), kind_of("Seven died.", Span(0, 11))
    ('timestamp', None)
    """
    if len(span) > _LONGEST_LINE:
        return None
    line = span.of(text)
    if not any(map(str.isalnum, line)):
        return "blank"
    if line.strip(" •·*-–—|[]()<>›»:").lower() in _words("widgets"):
        return "widget"
    if stamp := _stamp(line):
        return stamp
    if rule := _tries("lines" if len(line) <= _LONGEST_SHORT else "long").match(line):
        return _label(rule)
    return "section" if _is_path(line) else None


def cut(text: str, span: Span, early: bool) -> tuple[Span, tuple[Marked, ...]]:
    """The paragraph without the furniture at its two ends (dateline, caption's mark, credit), and that furniture.

    A dateline is looked for in the article's first paragraphs only (`early`).
    """
    marks: list[Marked] = []
    for at_start in (True, False):
        if at_start:
            window = Span(span.start, min(span.end, span.start + _WINDOW))
            dated = early and (text[span.start].isupper() or text[span.start] == "(")
            found = _tries("prefixes" if dated else "undated").find(window.of(text))
        else:
            window = Span(max(span.start, span.end - _WINDOW), span.end)
            found = _tries("suffixes").find(window.of(text))
        if not found:
            continue
        rule, start, end = found
        part = _trim(text, Span(window.start + start, window.start + end))
        marks.append((part, _label(rule)))
        span = _trim(text, Span(part.end, span.end) if at_start else Span(span.start, part.start))
    return span, tuple(marks)


def is_section_name(line: str) -> bool:
    """Whether the line is the name of a newspaper's section ("World", "MENA")."""
    return len(line) <= _LONGEST_LABEL and line.strip(" •·*-–—|[]()<>:").lower() in _words("sections")


def _label(rule: Rule) -> Furniture:
    return cast("Furniture", rule.id.split(".")[1])


@cache
def _tries(name: str) -> Tries:
    """The rules for lines, for what may be as long as a paragraph, for beginnings and for ends."""
    if name == "long":
        return Tries([rule for rule in LINES if rule.id in LONG])
    if name == "undated":
        return Tries([rule for rule in PREFIXES if ".dateline." not in rule.id])
    return Tries({"lines": LINES, "prefixes": PREFIXES, "suffixes": SUFFIXES}[name])


def _trim(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _stamp(line: str) -> Furniture | None:
    """A line that is a date or a time and nothing else, or one part of which is ("3 May 2020 | Politics | Staff")."""
    if len(line) > 2 * _LONGEST_LABEL or not any(map(str.isdigit, line)):
        return None
    if _is_time(line):
        return "timestamp"
    place = _place_before_date().match(line) if "," in line else None
    if place and _is_time(line[place.end() :]):
        return "dateline"
    parts = _parts(line)
    return "timestamp" if len(parts) > 1 and line[-1] not in ".!?" and any(map(_is_time, parts)) else None


def _parts(line: str) -> list[str]:
    """What stands between upright marks, and between dashes and strokes that have white space around them."""
    for mark in ("•", "·", "»", ">", " / ", " – ", " — "):
        line = line.replace(mark, "|")
    return [part.strip() for part in line.split("|")]


def _is_time(line: str) -> bool:
    """Only words of dates and clocks, with a day and a figure, or a figure and "ago"."""
    tokens = [token.lower() for token in _stamp_token().findall(line)]
    if not all(token.isdigit() or token in _stamps() for token in tokens):
        return False
    figures = [token for token in tokens if token.isdigit()]
    if not figures or max(map(len, figures)) > 6:
        return False
    dated = not _stamps("date").isdisjoint(tokens) or "ago" in tokens or _numeric_date().search(line) is not None
    return dated or (
        _clock().search(line) is not None and (len(tokens) > 2 or not _stamps("clock", "zone").isdisjoint(tokens))
    )


def _is_path(line: str) -> bool:
    """A way through a site: "NEWS > BUSINESS", "World | Kelmia"."""
    if len(line) > _LONGEST_LABEL or line[-1] in '.!?:"”’' or not any(mark in line for mark in ">|»›"):
        return False
    parts = [part.strip() for part in re.split(r"[>|»›]", line) if part.strip()]
    return len(parts) > 1 and all(len(part.split()) <= 3 and not part[0].islower() for part in parts)


def _spread_byline(text: str, lines: Sequence[Line], marks: dict[int, Furniture], number: int) -> None:
    """Short lines directly under a byline (a post, an agency) belong to it."""
    for at in range(number + 1, min(number + 3, len(lines))):
        span = lines[at].span
        if lines[at].gap or len(span) > _LONGEST_LABEL or ends_with_stop(text, span) or len(span.of(text).split()) > 7:
            return
        marks.setdefault(at, "byline")


def _spread_sentence(text: str, lines: Sequence[Line], marks: dict[int, Furniture], number: int) -> None:
    """A notice that goes on in small letters on the next line goes on as a notice."""
    for at in range(number + 1, len(lines)):
        if at in marks or lines[at].gap or ends_with_stop(text, lines[at - 1].span):
            return
        if not text[lines[at].span.start].islower():
            return
        marks[at] = marks[number]


def _is_section(text: str, lines: Sequence[Line], marks: dict[int, Furniture], number: int) -> bool:
    """A section's name directly above or under a widget."""
    if not is_section_name(lines[number].span.of(text)):
        return False
    above = marks.get(number - 1) in ("widget", "section") and not lines[number].gap
    under = marks.get(number + 1) in ("widget", "section") and not lines[number + 1].gap
    return above or under


def _is_credit_between(text: str, lines: Sequence[Line], marks: dict[int, Furniture], number: int, line: Line) -> bool:
    """Whether the line above a caption's button is the credit: a caption, a short name, "hide caption"."""
    if number < 2 or line.gap or lines[number - 1].gap or {number - 1, number - 2} & marks.keys():
        return False
    span = lines[number - 1].span
    return len(span) <= _LONGEST_LABEL and not ends_with_stop(text, span)
