"""Texts in pieces: an article's paragraphs with its statements marked, and a quotation with what was compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from attrs import Factory, define, evolve, frozen

from crosscheck.model import Article, Passage, Span
from crosscheck.reporting.html.atlas import KINDS, LOOKS, Atlas, Mark, Marked

T = TypeVar("T")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_LINE_END = re.compile(r"\r\n?|\n")
# a line this long was broken for its length, if no paragraph can end where it does
_WRAPPED = 60
_ENDS = re.compile("[.!?:…][\"'”’»)]*\\s*$")


@frozen
class Piece:
    """Characters in a row that are marked alike: how what they say compares, and in which findings. With a `row` they
    begin with that line of the source, in the middle of a paragraph."""

    text: str
    relation: str = ""
    findings: tuple[str, ...] = ()
    row: int = 0


@frozen
class Run:
    """Pieces that belong to the same statements, or to none. The first run of a statement has its element id,
    the last the number of origins behind it."""

    pieces: tuple[Piece, ...]
    id: str = ""
    findings: tuple[str, ...] = ()
    kind: str = ""
    badge: str = ""
    words: str = ""


@frozen
class Paragraph:
    """A paragraph: the line of the source that it begins in, where in the article it stands, and its text."""

    row: int
    placement: str
    runs: tuple[Run, ...]


def pieces(text: str, span: Span, marks: Iterable[Mark], rows: Sequence[tuple[int, int]] = ()) -> tuple[Piece, ...]:
    """The characters of `span`, cut where a mark begins or ends; of marks that overlap the strongest shows.

    `rows` are the beginnings of lines, each with its number, in order.

    >>> cut = pieces("At least 12 died.", Span(0, 17), [Mark(Span(9, 11), "conflict", ("f-1",))])
    >>> [(piece.text, piece.relation) for piece in cut]
    [('At least ', ''), ('12', 'conflict'), (' died.', '')]
    """
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    begins = {start: row for start, row in rows if span.start <= start < span.end}
    cuts = {span.start, span.end, *begins}
    for mark in inside:
        cuts |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    found = []
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        relation = min((mark.relation for mark in over), key=LOOKS.index, default="")
        names = dict.fromkeys(name for mark in over for name in mark.findings)
        found.append(Piece(text[start:end], relation, tuple(names), begins.get(start, 0)))
    return tuple(found)


def paragraphs(atlas: Atlas, article: Article) -> list[Paragraph]:
    """An article's text, whole: white space alone is not kept as it is."""
    statements = atlas.of_article(article.id)
    owned = [(span, marked) for marked in statements for span in marked.statement.spans]
    within = _paragraph_spans(article.text, statements)
    its_statements = allotted(within, owned)
    its_marks = allotted(within, [(mark.span, mark) for mark in atlas.marks.get(article.id, ())])
    writer = _Writer(article.text, {marked.id: marked.statement.spans[-1].end for marked in statements})
    found = []
    for span, here, marks in zip(within, its_statements, its_marks, strict=True):
        placement = here[0][1].statement.placement if here else ""
        row = atlas.view.row(Passage(article.id, span))
        found.append(Paragraph(row, placement, tuple(writer.runs(span, here, marks, _rows(article.text, span, row)))))
    return found


def _rows(text: str, paragraph: Span, row: int) -> list[tuple[int, int]]:
    """Where the lines of a paragraph begin after the first, which is line `row`, and their numbers."""
    ends = _LINE_END.finditer(text, paragraph.start, paragraph.end)
    return [(end.end(), row + number) for number, end in enumerate(ends, start=1)]


def allotted(within: Sequence[Span], items: Iterable[tuple[Span, T]]) -> list[list[tuple[Span, T]]]:
    """For each of the spans, which are in order and apart, the items that overlap it, in order."""
    ends = [span.end for span in within]
    found: list[list[tuple[Span, T]]] = [[] for _ in within]
    for span, item in sorted(items, key=lambda pair: pair[0]):
        number = bisect_right(ends, span.start)
        while number < len(within) and within[number].start < span.end:
            found[number].append((span, item))
            number += 1
    return found


def _paragraph_spans(text: str, statements: Sequence[Marked]) -> list[Span]:
    """Lines, those joined that were broken for their length alone."""
    within = [m.statement.sentence for m in statements]
    found: list[Span] = []
    previous = ""
    sentence = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        while sentence < len(within) and within[sentence].end <= start:
            sentence += 1
        goes_on = sentence < len(within) and within[sentence].start < start < within[sentence].end
        wrapped = len(previous) >= _WRAPPED and not _ENDS.search(previous)
        if not line[0].strip():
            previous = ""
            continue
        if found and (goes_on or (previous and wrapped)):
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
        previous = line[0].strip()
    return found


@define
class _Writer:
    """Cuts paragraphs where a statement begins or ends; remembers which statements have begun."""

    text: str
    ends: dict[str, int]
    begun: set[str] = Factory(set)

    def runs(
        self,
        paragraph: Span,
        owned: Sequence[tuple[Span, Marked]],
        marks: Sequence[tuple[Span, Mark]],
        rows: Sequence[tuple[int, int]],
    ) -> Iterator[Run]:
        cuts = {paragraph.start, paragraph.end}
        for span, _ in owned:
            cuts |= {max(span.start, paragraph.start), min(span.end, paragraph.end)}
        stretches = [Span(start, end) for start, end in pairwise(sorted(cuts))]
        its_statements, its_marks = allotted(stretches, owned), allotted(stretches, marks)
        for stretch, over, inside in zip(stretches, its_statements, its_marks, strict=True):
            run = Run(pieces(self.text, stretch, [mark for _, mark in inside], rows))
            empty = not over or not stretch.of(self.text).strip()
            yield run if empty else self._owned(run, stretch, [marked for _, marked in over])

    def _owned(self, run: Run, stretch: Span, over: Sequence[Marked]) -> Run:
        """A run of one or, where statements overlap, several statements."""
        strongest = min(over, key=lambda marked: KINDS.index(marked.kind))
        begins, ends = strongest.id not in self.begun, self.ends[strongest.id] == stretch.end
        self.begun.add(strongest.id)
        return evolve(
            run,
            id=strongest.id if begins else "",
            findings=tuple(dict.fromkeys(name for marked in over for name in marked.findings)),
            kind=strongest.kind,
            badge=strongest.badge if ends else "",
            words=strongest.words if ends else "",
        )
