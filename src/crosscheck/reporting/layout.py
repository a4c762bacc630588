"""Words into lines of a terminal. Every text passes through `words` or `words_of`, which make it safe to show."""

from __future__ import annotations

import re
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
_MARKS = re.compile(r"[\[\]]")


class Word(NamedTuple):
    """A word that is safe to show, with the name of its style; a glued word follows without a space."""

    text: str
    style: str = ""

    @property
    def cells(self) -> int:
        return safe.cells(self.text)


Words = list[Word]


def words(text: str, style: str = "") -> Words:
    """A text's words, made safe to show."""
    return [Word(part, style) for part in safe.line(text).split(" ") if part]


class Page(NamedTuple):
    """How wide the lines are, and whether they are coloured."""

    width: int
    color: bool = False

    def paint(self, text: str, style: str) -> str:
        """Safe text in its style; unchanged where there is no colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color and STYLES[style] and text else text

    def line(self, found: Iterable[Word], first: str = "") -> str:
        """Words on one line, with right-to-left runs kept to themselves."""
        return first + " ".join(self.paint(safe.isolated(word.text), word.style) for word in found)

    def flow(self, found: Sequence[Word], first: str = "", rest: str | None = None, margin: int = 0) -> list[str]:
        """Words over as many lines as they need; `first` and `rest` stand before the first and the other lines.

        >>> Page(12).flow(words("Seven people died"), "- ")
        ['- Seven', '  people', '  died']
        """
        rest = " " * safe.cells(first) if rest is None else rest
        lines: list[str] = []
        current: Words = []
        room = self.width - margin
        for word in self._broken(found, max(8, room - max(safe.cells(first), safe.cells(rest)))):
            prefix = rest if lines else first
            if current and safe.cells(prefix) + sum(w.cells + 1 for w in current) + word.cells > room:
                lines.append(self.line(current, prefix))
                current = []
            current.append(word)
        return [*lines, self.line(current, rest if lines else first)] if current else lines

    def _broken(self, found: Sequence[Word], room: int) -> Iterable[Word]:
        """The words, those too long for a line in pieces."""
        for word in found:
            text = word.text
            while safe.cells(text) > room:
                piece = safe.head(text, room) or text[0]
                yield Word(piece, word.style)
                text = text[len(piece) :]
            yield Word(text, word.style)

    def para(self, text: str, first: str = "", rest: str | None = None, style: str = "") -> list[str]:
        """A text over as many lines as it needs."""
        return self.flow(words(text, style), first, rest)

    def heading(self, label: str, style: str, text: str, right: str = "") -> list[str]:
        """A label, what it labels, and something at the right margin of the first line."""
        found = [Word(label, style), Word(""), *words(text, "heading")][: None if text else 1]
        lines = self.flow(found, "", "  ", margin=len(right) + 2 if right else 0)
        if right:
            used = sum(word.cells + 1 for word in found) - 1 if len(lines) == 1 else safe.cells(plain(lines[0]))
            lines[0] += " " * max(2, self.width - used - len(right)) + self.paint(right, "id")
        return lines


_SGR = re.compile(r"\x1b\[[0-9;]*m|[\u2068\u2069]")


def plain(painted: str) -> str:
    """A line of ours without its colours and isolates."""
    return _SGR.sub("", painted)


def padded(text: str, width: int) -> str:
    """Safe text, filled up with spaces to `width` columns, or cut to it."""
    if safe.cells(text) > width:
        text = safe.head(text, width - 1) + "…"
    return text + " " * (width - safe.cells(text))
