"""Which stretches of a paragraph stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscheck.model import Span

_OPENERS, _SINGLE = "“«", "'‘"
_LONGEST_SINGLE = 300  # characters within which a single mark must be closed
_LONGEST_NEST = 2000  # characters; a quotation inside a longer one is not looked for
_SINGLES = frozenset("'‘’")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"''|``|[“”«»\"'‘’]")


class Quoted(NamedTuple):
    """A quotation with its marks: `span`; `closed` is false where the paragraph ends before the quotation."""

    span: Span
    closed: bool

    def words(self, text: str) -> int:
        """How many words are quoted."""
        return len(self.span.of(text).split())


def quotations(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quotations of one paragraph, in order.

    >>> text = 'It is “late,” he said. “Go.'
    >>> [(each.span.of(text), each.closed) for each in quotations(text, 0, len(text))]
    [('“late,”', True), ('“Go.', False)]
    """
    return list(_pairs(text, start, end))


def _pairs(text: str, start: int, end: int) -> Iterator[Quoted]:
    opened: re.Match[str] | None = None
    for mark in _mark().finditer(text, start, end):
        if mark[0] in _SINGLES and not _is_free(text, mark):
            continue
        if opened is None:
            if _opens(text, mark, start, end):
                opened = mark
        elif _closes(text, opened[0], mark, end):
            yield Quoted(Span(opened.start(), mark.end()), True)
            opened = None
        elif mark[0] in _OPENERS and opened[0] == mark[0]:
            opened = opened if _within(text, opened.start(), mark.start()) else mark
    if opened is not None and opened[0] not in ("'", "‘"):
        yield Quoted(Span(opened.start(), end), False)


def _is_free(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark is no apostrophe: it leans on a word on one side only."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    opens = not (before.isalnum() or before == "'") and (after.isalnum() or after in tuple('"“$£€…'))
    closes = (before.isalnum() or before in tuple(".,!?…%)]")) and not (after.isalnum() or after == "'")
    return (mark[0] != "’" and opens) or (mark[0] != "‘" and closes)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """An opening mark stands before a word and not after one."""
    if mark[0] in ("”", "»", "’"):
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    if mark[0] in _SINGLE:
        return mark.end() < end and _has_closing_single(text, mark.end(), end)
    return mark[0] in _OPENERS or not before.isalnum() or before.isspace()


def _has_closing_single(text: str, at: int, end: int) -> bool:
    """Single marks are taken for quotation marks where a closing one follows before long."""
    window = text[at : min(end, at + _LONGEST_SINGLE)]
    plain = window.replace("’", "'").replace("…", ".")  # a pattern of ASCII alone is compiled in a third of the time
    return _closing_single().search(plain) is not None and not re.match(r"(?:\d0s|em|til|n|cause)\b", window)


@cache
def _closing_single() -> re.Pattern[str]:
    return re.compile(r"[\w.,!?%)\]]'(?![\w'])")


def _closes(text: str, opened: str, mark: re.Match[str], end: int) -> bool:
    sign = mark[0]
    if opened in _SINGLE:
        return sign in ("'", "’") and not _opens_word(text, mark)
    if opened in ("“", '"'):
        return sign in ("”", '"') or (sign == "“" and not _opens_word(text, mark)) or (sign == "''" and opened == '"')
    return sign in ("»", "''", "”", '"') if opened in ("«", "``", "''") else False


def _opens_word(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark leans on the word after it."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not before or before.isspace()) and bool(after) and not after.isspace()


def _within(text: str, start: int, at: int) -> bool:
    """Whether a second opening mark is a quotation inside the first, not a new one after a lost closing mark."""
    return at - start < _LONGEST_NEST and "\n" not in text[start:at]
