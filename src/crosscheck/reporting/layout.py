"""Words into lines of a terminal. Every text passes through `words`, which makes it safe to show.

A line is a list of styled pieces, so that the same lines go into a pipe as they are, into a file with the
escape sequences of `STYLES`, and to a terminal by `terminal`, which leaves colours to rich.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosscheck.reporting import safe

STYLES = {
    "conflict": "1;31",
    "update": "1;33",
    "agreement": "1;32",
    "single-source": "1;36",
    "heading": "1",
    "mark": "1;4",
    "id": "2",
    "place": "2",
    "": "",
}
"""What each style is, as parameters of the escape sequence SGR (ECMA-48): all terminals know these eight colours."""


class Word(NamedTuple):
    """A word that is safe to show, with the name of its style and the address it leads to, if any.

    A glued word follows the one before it without a blank, and is never parted from it by the end of a line.
    """

    text: str
    style: str = ""
    link: str = ""
    glued: bool = False

    @property
    def cells(self) -> int:
        return safe.cells(self.text)


Words = list[Word]
Line = tuple[Word, ...]
"""Pieces that stand side by side, blanks between them included."""


def words(text: str, style: str = "", link: str = "") -> Words:
    """A text's words, made safe to show."""
    return [Word(part, style, link) for part in safe.line(text).split(" ") if part]


def joined(found: Iterable[Word], first: str = "") -> Line:
    """Words on one line, a blank between each two that are not glued, behind `first`."""
    pieces = [Word(first)] if first else []
    before = None
    for word in found:
        if before is not None and not word.glued:
            # what is marked is marked through, blanks included
            within = word.style == before.style == "mark" and before.text[-1:] not in ("]", "⟧")
            pieces.append(Word(" ", "mark" if within else ""))
        pieces.append(word)
        before = word
    return tuple(pieces)


def plain(line: Line) -> str:
    """A line's characters, without blanks at its end."""
    return "".join(word.text for word in line).rstrip(" ")


def runs(line: Line) -> list[Word]:
    """A line's pieces with the isolates in them that keep right-to-left runs to themselves.

    A run may reach over several pieces: two words of Hebrew are read from the right, the first one first.

    >>> "".join(word.text for word in runs(joined(words("x שלום עולם ] A")))) == "x \\u2068שלום עולם\\u2069 ] A"
    True
    """
    shown = plain(line)
    put_in: dict[int, str] = {}
    for start, end in () if shown.isascii() else safe.right_to_left(shown):
        put_in[start] = put_in.get(start, "") + safe.ISOLATE
        put_in[end] = safe.POP + put_in.get(end, "")
    found, at = [], 0
    for word in line:
        kept = word.text[: max(0, len(shown) - at)]
        if put_in:
            kept = "".join(put_in.pop(at + n, "") + character for n, character in enumerate(kept))
        at += len(word.text)
        found.append(word._replace(text=kept))
    found.append(Word("".join(put_in.values())))  # what closes at the end of the line
    return [word for word in found if word.text]


def written(lines: Iterable[Line], color: bool = False) -> str:
    """Lines as text, each ending in a line feed, with escape sequences for the styles where `color` is set."""
    return "".join((_painted(line) if color else _unpainted(line)) + "\n" for line in lines)


def _painted(line: Line) -> str:
    return "".join(paint(word.text, word.style) for word in runs(line))


def _unpainted(line: Line) -> str:
    shown = plain(line)
    return shown if shown.isascii() else "".join(word.text for word in runs(line))


def paint(text: str, style: str) -> str:
    """Safe text in its style; unchanged where it has none."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if STYLES[style] else text


class Page(NamedTuple):
    """How wide the lines are, and whether places carry their addresses."""

    width: int
    links: bool = False

    def flow(self, found: Sequence[Word], first: str = "", rest: str | None = None, margin: int = 0) -> list[Line]:
        """Words over as many lines as they need; `first` and `rest` stand before the first and the other lines.

        >>> [plain(line) for line in Page(12).flow(words("Seven people died"), "- ")]
        ['- Seven', '  people', '  died']
        """
        rest = " " * safe.cells(first) if rest is None else rest
        lines: list[Line] = []
        current: Words = []
        room = self.width - margin
        used = safe.cells(first)
        for together in _clusters(found, max(8, room - max(safe.cells(first), safe.cells(rest)))):
            cells = sum(word.cells for word in together)
            if current and used + cells > room:
                lines.append(joined(current, rest if lines else first))
                current, used = [], safe.cells(rest)
            current += together
            used += cells + 1
        return [*lines, joined(current, rest if lines else first)] if current else lines

    def para(self, text: str, first: str = "", rest: str | None = None, style: str = "") -> list[Line]:
        """A text over as many lines as it needs."""
        return self.flow(words(text, style), first, rest)

    def heading(self, label: str, style: str, text: str, right: str = "") -> list[Line]:
        """A label, what it labels, and something at the right margin of the first line."""
        found = [Word(label, style), Word(""), *words(text, "heading")][: None if text else 1]
        lines = self.flow(found, "", "  ", margin=len(right) + 2 if right else 0)
        if right:
            gap = max(2, self.width - safe.cells(plain(lines[0])) - len(right))
            lines[0] = (*lines[0], Word(" " * gap), Word(right, "id"))
        return lines


def _clusters(found: Iterable[Word], room: int) -> list[Words]:
    """The words, with those that are glued to them; what is too long for a line in pieces."""
    clusters: list[Words] = []
    for word in found:
        if word.glued and clusters:
            clusters[-1].append(word)
        else:
            clusters.append([word])
    return [
        part
        for together in clusters
        for part in ([together] if sum(w.cells for w in together) <= room else _broken(together, room))
    ]


def _broken(together: Words, room: int) -> list[Words]:
    """Words in pieces of at most `room` columns, each by itself."""
    found: list[Words] = []
    for word in together:
        text = word.text
        while safe.cells(text) > room:
            piece = safe.head(text, room) or text[0]
            found.append([word._replace(text=piece, glued=False)])
            text = text[len(piece) :]
        found.append([word._replace(text=text, glued=False)])
    return found


def padded(text: str, width: int) -> str:
    """Safe text, filled up with spaces to `width` columns, or cut to it."""
    if safe.cells(text) > width:
        text = safe.head(text, width - 1) + "…"
    return text + " " * (width - safe.cells(text))
