"""Lines and paragraphs of plain text: hard-wrapped lines, indents, gaps inside a sentence, bullets.

Nothing is edited. A paragraph is a span of the text; the line ends inside it are white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from crosscheck.model import Span

_SYMBOLS = "•●▪◦‣·∙■►▶*-–"
_STOPS = ".!?…:;"
_CLOSERS = "\"'”’“»)]}"
_NARROWEST, _WIDEST = 40, 110  # columns between which texts are wrapped by hand or by a wire system
_SLACK = 8  # columns by which a wrapped line may fall short


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"(?:[•●▪◦‣·∙■►▶*]\s*|[-–]\s+|(?:\d{1,2}|[a-z])[.)]\s+|\(\d{1,2}\)\s+)(?=\S)")


class Line(NamedTuple):
    """One line without the white space at its ends: its `span`, its `indent`, and whether a blank line is before."""

    span: Span
    indent: int
    gap: bool

    @property
    def width(self) -> int:
        return self.indent + len(self.span)


class Paragraph(NamedTuple):
    """Lines that belong together: `span` without the `bullet`, whether a blank line is before, how many lines."""

    span: Span
    bullet: Span | None
    gap: bool
    lines: int = 1


def lines(text: str) -> list[Line]:
    """The lines that hold more than white space.

    >>> [(line.span.of("One\\n\\n  two"), line.indent, line.gap) for line in lines("One\\n\\n  two")]
    [('One', 0, False), ('two', 2, True)]
    """
    found: list[Line] = []
    at, gap = 0, False
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            found.append(Line(Span(at + indent, at + indent + len(content)), indent, gap))
        gap = not content
        at += len(raw)
    return found


def wrap_width(text: str, found: Sequence[Line]) -> int | None:
    """The column at which the text is wrapped by hand; none where a line is a paragraph.

    A line is *full* when the next line's first word would not have fitted. Most lines that do not end
    with a stop must be full, and some of the full ones must not end with a stop.
    """
    pairs = [(a, b) for a, b in pairwise(found) if not b.gap]
    width = max((max(a.width, b.width) for a, b in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    broken = [(a, b) for a, b in pairs if not ends_with_stop(text, a.span) and a.width > width // 2]
    full = [pair for pair in broken if _full(text, *pair, width)]
    return width if len(full) >= 2 and 2 * len(full) >= len(broken) else None


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, bullets included.

    >>> [span.of("A line.\\nAnother.") for span in paragraphs("A line.\\nAnother.")]
    ['A line.', 'Another.']
    """
    found = lines(text)
    return [
        Span(part.bullet.start if part.bullet else part.span.start, part.span.end)
        for part in gather(text, found, wrap_width(text, found))
    ]


def gather(text: str, found: Sequence[Line], width: int | None) -> list[Paragraph]:
    """Consecutive lines joined into paragraphs."""
    groups: list[list[Line]] = []
    for line in found:
        if groups and _joins(text, groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(text, group) for group in groups]


def ends_with_stop(text: str, span: Span) -> bool:
    """Whether the last character, closing marks aside, ends a sentence (or announces the next)."""
    at = span.end
    while at > span.start and (text[at - 1] in _CLOSERS or text[at - 1].isspace()):
        at -= 1
    return at > span.start and text[at - 1] in _STOPS


def bullet(text: str, span: Span) -> Span | None:
    """The bullet or list number at the start of the span."""
    first = text[span.start]
    may = first in _SYMBOLS or first == "(" or first.isdigit() or text[span.start + 1 : span.start + 2] in (".", ")")
    found = _bullet().match(text, span.start, span.end) if may else None
    return Span(found.start(), found.start() + len(found[0].rstrip())) if found else None


def _paragraph(text: str, group: list[Line]) -> Paragraph:
    span = Span(group[0].span.start, group[-1].span.end)
    mark = bullet(text, span)
    if mark is None:
        return Paragraph(span, None, group[0].gap, len(group))
    start = mark.end
    while text[start].isspace():
        start += 1
    return Paragraph(Span(start, span.end), mark, group[0].gap, len(group))


def _joins(text: str, group: list[Line], line: Line, width: int | None) -> bool:
    """Whether the line goes on with the paragraph."""
    last = group[-1]
    if text[line.span.start] in _SYMBOLS and bullet(text, line.span):
        return False
    stopped = ends_with_stop(text, last.span)
    if line.gap:
        return not stopped and len(last.span) >= _NARROWEST and _resumes(text, group[0], line, width)
    if width is None:
        return not stopped and len(last.span) >= _NARROWEST and _small(text, line.span.start)
    if line.indent > last.indent + 1 and not bullet(text, group[0].span):
        return False
    if _full(text, last, line, width):
        return True
    return not stopped and 2 * last.width > width and _small(text, line.span.start)


def _resumes(text: str, first: Line, line: Line, width: int | None) -> bool:
    """Whether a sentence goes on after a blank line: in small letters, or hanging under an indented first line."""
    return _small(text, line.span.start) or (width is not None and line.indent < first.indent)


def _small(text: str, at: int) -> bool:
    return text[at].islower() and not text[at + 1 : at + 2].isupper()


def _full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    word = text[following.span.start : following.span.end].split(maxsplit=1)[0]
    return line.width + 1 + len(word) > width - _SLACK and line.width > width // 2
