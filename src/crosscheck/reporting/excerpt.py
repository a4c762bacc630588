"""A statement with the compared characters marked, cut down around the marks to what there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.model import Span
from crosscheck.reporting import safe
from crosscheck.reporting.layout import Word, Words

ELLIPSIS = "…"


def excerpt(text: str, marks: Sequence[Span], room: int | None) -> Words:
    """The words of `text` with each mark in brackets, in at most about `room` columns (`None`: all of it).

    Marks are offsets into `text`. Where the text has square brackets of its own, the marks are ⟦ ⟧ instead,
    so that a text cannot pretend that something was compared.

    >>> " ".join(w.text for w in excerpt("The ship sank on Monday night, they said", [Span(17, 23)], 30))
    '… sank on [Monday] night, …'
    """
    pieces = _pieces(text, _merged(marks, len(text)))
    if room is not None:
        pieces = _cut(pieces, room)
    opening, closing = _brackets(text)
    return _words(pieces, opening, closing)


def _merged(marks: Sequence[Span], length: int) -> list[Span]:
    """The marks in order, those that touch or overlap made one, empty ones left out."""
    merged: list[Span] = []
    for mark in sorted(marks):
        start, end = max(0, mark.start), min(length, mark.end)
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, end))
        elif start < end:
            merged.append(Span(start, end))
    return merged


def _pieces(text: str, marks: Sequence[Span]) -> list[str]:
    """Unmarked and marked stretches in turn, beginning and ending with an unmarked one, safe to show."""
    ends = [0, *(end for mark in marks for end in (mark.start, mark.end)), len(text)]
    return [safe.line(text[a:b]) for a, b in pairwise(ends)]


def _brackets(text: str) -> tuple[str, str]:
    return ("⟦", "⟧") if "[" in text or "]" in text else ("[", "]")


def _cut(pieces: list[str], room: int) -> list[str]:
    if len(pieces) == 1:
        return [_head(pieces[0], room)]
    marked = pieces[1::2]
    spare = room - sum(safe.cells(mark) + 2 for mark in marked)
    if spare < 0:
        each = max(6, room // len(marked) - 4)
        marked = [_middle(mark, each) for mark in marked]
    between = [_middle(piece, max(9, spare // (2 * len(marked)))) for piece in pieces[2:-1:2]]
    spare = max(12, spare - sum(map(safe.cells, between)))
    before, after = pieces[0], pieces[-1]
    left = min(safe.cells(before), max(spare // 2, spare - safe.cells(after)))
    before = _tail(before, left)
    after = _head(after, spare - safe.cells(before))
    unmarked = [before, *between, after]
    return [piece for both in zip(unmarked, [*marked, ""], strict=True) for piece in both][:-1]


def _head(text: str, room: int) -> str:
    if safe.cells(text) <= room:
        return text
    kept = safe.head(text, max(1, room - 2))
    at_word = kept.rfind(" ")
    return f"{kept[: at_word + 1] if at_word >= 0 and len(kept) - at_word < 20 else kept}{ELLIPSIS}"


def _tail(text: str, room: int) -> str:
    if safe.cells(text) <= room:
        return text
    kept = safe.tail(text, max(1, room - 2))
    at_word = kept.find(" ")
    return f"{ELLIPSIS}{kept[at_word:] if 0 <= at_word < 20 else kept}"


def _middle(text: str, room: int) -> str:
    """Both ends of a text, with an ellipsis for its middle."""
    if safe.cells(text) <= room:
        return text
    half = max(4, (room - 1) // 2)
    return f"{_head(text, half)} {_tail(text, half).removeprefix(ELLIPSIS).lstrip(' ')}"


def _words(pieces: list[str], opening: str, closing: str) -> Words:
    """Pieces as words: a bracket stands at its mark, and what touches the mark stays in one word with it."""
    found: Words = []
    glue = False
    for position, piece in enumerate(pieces):
        marked = position % 2 == 1
        if opening == "⟦":
            piece = piece.replace("⟦", safe.visible("⟦")).replace("⟧", safe.visible("⟧"))
        shown = f"{opening}{piece}{closing}" if marked else piece
        for number, part in enumerate(shown.split(" ")):
            if number == 0 and glue and part and found:
                found[-1] = Word(found[-1].text + part, found[-1].style or ("mark" if marked else ""))
            elif part:
                found.append(Word(part, "mark" if marked else ""))
        if shown:
            glue = not shown.endswith(" ")
    return found
