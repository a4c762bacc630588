"""A statement with the compared characters marked, cut down around the marks to what there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.model import Span
from crosscheck.reporting import safe
from crosscheck.reporting.layout import Word, Words

ELLIPSIS = "…"
LEAST = 9  # columns that what stands beside a mark gets at least


def excerpt(text: str, marks: Sequence[Span], room: int | None, focus: Sequence[Span] = ()) -> Words:
    """The words of `text` with each mark in brackets, in at most about `room` columns (`None`: all of it).

    Marks are offsets into `text`. Where the text has square brackets of its own, the marks are ⟦ ⟧ instead,
    so that a text cannot pretend that something was compared. Without marks the first of `focus` is kept
    in sight, else the beginning.

    >>> " ".join(w.text for w in excerpt("The ship sank on Monday night, they said", [Span(17, 23)], 30))
    '… sank on [Monday] night, …'
    >>> late = "Below the old harbour wall the ship sank with 12 aboard"
    >>> " ".join(w.text for w in excerpt(late, [], 30, [Span(46, 48)]))
    '… ship sank with 12 aboard'
    """
    found = pieces(text, marks)
    if room is not None:
        found = _cut(found, room, 2)
    if room is not None and len(found) == 1:
        found = [_in_sight(text, focus, found[0], room)]
    opening, closing = _brackets(text)
    return _words(found, opening, closing)


def _in_sight(text: str, focus: Sequence[Span], beginning: str, room: int) -> str:
    """The beginning of a text, or what stands around the first of `focus` where the beginning lacks it."""
    if not focus or safe.line(focus[0].of(text)) in beginning:
        return beginning
    # without brackets: nothing was compared there
    return "".join(_cut(pieces(text, focus[:1]), room, 0))


def pieces(text: str, marks: Sequence[Span]) -> list[str]:
    """Unmarked and marked stretches in turn, beginning and ending with an unmarked one, safe to show.

    >>> pieces("12 died, 3 are missing", [Span(0, 2), Span(9, 10)])
    ['', '12', ' died, ', '3', ' are missing']
    """
    ends = [0, *(end for mark in _merged(marks, len(text)) for end in (mark.start, mark.end)), len(text)]
    return [safe.line(text[a:b]) for a, b in pairwise(ends)]


def around(text: str, marks: Sequence[Span], room: int, gap: int) -> list[str]:
    """What stands around the marks of a text, in at most about `room` columns with a gap of `gap` for each mark.

    >>> around("The ship sank on Monday night, they said", [Span(17, 23)], 30, 3)
    ['… sank on ', ' night, they said']
    """
    found = pieces(text, marks)
    found[1::2] = ["_" * gap] * (len(found) // 2)
    return _cut(found, room, 0)[::2]


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


def _brackets(text: str) -> tuple[str, str]:
    return ("⟦", "⟧") if "[" in text or "]" in text else ("[", "]")


def _cut(found: list[str], room: int, bracketed: int) -> list[str]:
    """The pieces within `room` columns: what is marked stays, what stands around it gives way from its ends."""
    if len(found) == 1:
        return [head(found[0], room)]
    marked = found[1::2]
    spare = room - sum(safe.cells(mark) + bracketed for mark in marked)
    if spare < 0:
        each = max(6, room // len(marked) - 4)
        marked = [_middle(mark, each) for mark in marked]
    between = _shortened(found[2:-1:2], spare - 2 * LEAST)
    spare = max(12, spare - sum(map(safe.cells, between)))
    before, after = found[0], found[-1]
    left = min(safe.cells(before), max(spare // 2, spare - safe.cells(after)))
    before = _tail(before, left)
    after = head(after, spare - safe.cells(before))
    unmarked = [before, *between, after]
    return [piece for both in zip(unmarked, [*marked, ""], strict=True) for piece in both][:-1]


def _shortened(between: list[str], room: int) -> list[str]:
    """What stands between marks within `room` columns, or the least; the longest gives way first."""
    sizes = sorted(safe.cells(piece) for piece in between)
    fair = sizes[-1] if sizes else 0
    for number, size in enumerate(sizes):
        share = room // (len(sizes) - number)
        if size > share:
            fair = share
            break
        room -= size
    return [_middle(piece, max(LEAST, fair)) for piece in between]


def head(text: str, room: int) -> str:
    """The beginning of a safe text, up to the end of a word, with an ellipsis where something is left out.

    >>> head("Seven people died in the fire", 20)
    'Seven people died …'
    """
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
    return f"{head(text, half)} {_tail(text, half).removeprefix(ELLIPSIS).lstrip(' ')}"


def _words(found: list[str], opening: str, closing: str) -> Words:
    """Pieces as words: a bracket stands at its mark, and what touches the mark is glued to it."""
    shown: Words = []
    glue = False
    for position, piece in enumerate(found):
        if opening == "⟦":
            piece = piece.replace("⟦", safe.visible("⟦")).replace("⟧", safe.visible("⟧"))
        marked = position % 2 == 1
        piece = f"{opening}{piece}{closing}" if marked else piece
        for number, part in enumerate(piece.split(" ")):
            if part:
                touches = number == 0 and glue and bool(shown)
                shown.append(Word(part, "mark" if marked else "", glued=touches))
        if piece:
            glue = not piece.endswith(" ")
    return shown
