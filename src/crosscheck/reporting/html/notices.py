"""What is to be said of articles as such: which share text, and what to know about each; with a link to the place.

Such a link lights characters that are no finding's, in one article or in several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from attrs import Factory, frozen

from crosscheck.model import Article, Note, Passage, Reuse, Span
from crosscheck.reporting import safe, wording
from crosscheck.reporting.html.atlas import Mark
from crosscheck.reporting.view import View, shared_origins

# of more origins whose text others have too, it is told how many articles that concerns
_MOST_SHARED = 3
# so many places of one note are told, and words of such a length
_PLACES = 6
_ROOM = 40
_SHOW = "show what they share"


@frozen
class Light:
    """A link that lights characters: its element id, the letter of the first article that has them, its words."""

    id: str
    letter: str
    words: str
    quote: str = ""


@frozen
class Shared:
    """Whose text which articles have in common, and the link that lights it."""

    words: str
    light: Light | None


@frozen
class Told:
    """A note on an article, with its places."""

    words: str
    places: tuple[Light, ...]
    more: int


@frozen
class Notices:
    """All of them, and what they mark in each article."""

    shared: tuple[Shared, ...]
    notes: dict[str, tuple[Told, ...]]
    marks: dict[str, list[Mark]]


def notices(view: View) -> Notices:
    """What is to be said of a report's articles."""
    writer = _Writer(view)
    shared = (*_whole(view, writer), *_passages(view, writer))
    notes = {article.id: tuple(_notes(view, writer, article)) for article in view.articles}
    return Notices(shared, notes, writer.marks)


@frozen
class _Writer:
    """Numbers the links and collects what they mark."""

    view: View
    marks: dict[str, list[Mark]] = Factory(dict)
    numbers: Iterator[int] = Factory(lambda: count(1))

    def light(self, passages: Iterable[Passage], words: str, quote: str = "") -> Light | None:
        """A link that lights some passages; nothing without them."""
        by_article: dict[str, list[Span]] = {}
        for passage in sorted(passages):
            if passage.article_id in self.view.letters:
                by_article.setdefault(passage.article_id, []).append(passage.span)
        if not by_article:
            return None
        number = next(self.numbers)
        for article_id, spans in by_article.items():
            found = [Mark(span, "pointed", (f"x-{number}",)) for span in _joined(spans)]
            self.marks.setdefault(article_id, []).extend(found)
        return Light(f"x-{number}", self.view.letters_of(by_article)[0], words, quote)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans, which are in order, those that overlap or touch made one."""
    last: Span | None = None
    for span in spans:
        if last and span.start <= last.end + 1:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _whole(view: View, writer: _Writer) -> Iterator[Shared]:
    """What shares an origin, and how that is known."""
    for origin in shared_origins(view.report):
        evidence = [wording.EVIDENCE[each] for each in origin.evidence]
        reused = [reuse for reuse in view.report.reuse if reuse.origin == origin.id]
        shares = sorted(round(100 * reuse.share) for reuse in reused)
        if shares:
            evidence.append(f"{shares[0]}% shared text" if len(shares) == 1 else f"{shares[0]}–{shares[-1]}% shared")
        letters = wording.listed(view.letters_of(origin.articles))
        words = f"{letters} share text of one origin, {origin.label} ({'; '.join(evidence)})"
        yield Shared(words, writer.light(_both(reused), _SHOW))


def _passages(view: View, writer: _Writer) -> Iterator[Shared]:
    """Passages that articles have in common which are not of one origin as a whole."""
    labels = {origin.id: origin.label for origin in view.report.origins}
    found: dict[str, list[Reuse]] = {}
    for reuse in view.report.reuse:
        if not any(set(reuse.articles) <= set(origin.articles) for origin in view.report.origins):
            found.setdefault(labels.get(reuse.origin, ""), []).append(reuse)
    if len(found) > _MOST_SHARED:
        every = [reuse for group in found.values() for reuse in group]
        number = len({article for reuse in every for article in reuse.articles})
        yield Shared(
            f"{number} of the articles share passages with another: there they count as one origin, "
            "elsewhere each for itself",
            writer.light(_both(every), _SHOW),
        )
        return
    for label, group in found.items():
        letters = view.letters_of({article for reuse in group for article in reuse.articles})
        elsewhere = "as two" if len(letters) == 2 else "each for itself"
        yield Shared(
            f"{wording.listed(letters)} share {_number(group)}{f' ({label})' if label else ''}: "
            f"there they count as one origin, elsewhere {elsewhere}",
            writer.light(_both(group), _SHOW),
        )


def _number(group: Iterable[Reuse]) -> str:
    return "a passage" if sum(len(reuse.passages) for reuse in group) < 2 else "passages"


def _both(group: Iterable[Reuse]) -> Iterator[Passage]:
    return (passage for reuse in group for pair in reuse.passages for passage in pair)


def _notes(view: View, writer: _Writer, article: Article) -> Iterator[Told]:
    """The notes on an article, each kind once, with its places."""
    kinds: dict[str, list[Note]] = {}
    for note in view.report.notes:
        if note.article_id == article.id:
            kinds.setdefault(note.code, []).append(note)
    for code, notes in kinds.items():
        spans = list(dict.fromkeys(note.span for note in notes if note.span))
        lights = [_place(view, writer, Passage(article.id, span)) for span in spans[:_PLACES]]
        yield Told(wording.note(code), tuple(light for light in lights if light), max(0, len(spans) - _PLACES))


def _place(view: View, writer: _Writer, passage: Passage) -> Light | None:
    """A link to the line of a passage, with its words if they are few."""
    words = " ".join(view.report.text(passage).split())
    return writer.light([passage], f"line {view.row(passage)}", words if safe.cells(words) <= _ROOM else "")
