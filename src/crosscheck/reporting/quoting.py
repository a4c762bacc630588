"""What to quote: which places show what a finding says, each origin once, with the compared words marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.model import Comparison, Finding, Mention, Passage, Span, Statement
from crosscheck.reporting.choosing import by_weight, once_each_origin
from crosscheck.reporting.view import View


class Quote(NamedTuple):
    """A stretch of an article to be quoted: the place to name, which of its characters to mark, which to keep.

    `focus` is what must not be cut off though nothing was compared there, as the figure of a claim.
    """

    place: Passage
    stretch: Span
    marks: tuple[Span, ...] = ()
    id: str = ""
    note: str = ""
    focus: tuple[Span, ...] = ()

    def shown(self, text: str) -> tuple[str, list[Span], list[Span]]:
        """The words to quote, with the marks and the focus as offsets into them."""
        start = min([self.stretch.start, *(mark.start for mark in self.marks)])
        end = max([self.stretch.end, *(mark.end for mark in self.marks)])
        marks = [mark.shift(-start) for mark in self.marks]
        return text[start:end], marks, [span.shift(-start) for span in self.focus]


def quoted(view: View, finding: Finding, borne: Sequence[Comparison], every: bool = False) -> list[Quote]:
    """For a discrepancy each version once an origin, for an agreement each origin that bears it once.

    With `every`, each place, and a statement of each origin that bears nothing.
    """
    if finding.verdict == "discrepancy":
        groups = [version.mentions for comparison in borne for version in by_weight(view, comparison.versions)]
    else:
        groups = [tuple(m for comparison in borne for version in comparison.versions for m in version.mentions)]
    found = [quote for mentions in groups for quote in _each_origin(finding, mentions, every)]
    if finding.verdict == "discrepancy" and borne:
        return found
    if every or not borne:
        found += _unheard(finding, found)
    letters = list(view.letters)
    return sorted(found, key=lambda quote: letters.index(quote.place.article_id))


def _each_origin(finding: Finding, mentions: Sequence[Mention], every: bool) -> list[Quote]:
    found: list[Quote] = []
    for position, here in once_each_origin(finding, mentions, every):
        passages = [mention.passage for mention in here]
        spans = tuple(passage.span for passage in passages)
        found.append(Quote(min(passages), finding.statements[position].hull, spans))
    return found


def _unheard(finding: Finding, found: Sequence[Quote]) -> list[Quote]:
    """The first statement of each origin that nothing is quoted from yet."""
    already = {(quote.place.article_id, quote.stretch) for quote in found}
    first: dict[str, Statement] = {}
    heard = set()
    for statement, origin in zip(finding.statements, finding.origins, strict=True):
        first.setdefault(origin, statement)
        if (statement.article_id, statement.hull) in already:
            heard.add(origin)
    return [whole(statement) for origin, statement in first.items() if origin not in heard]


def whole(
    statement: Statement,
    marks: tuple[Span, ...] = (),
    id: str = "",
    note: str = "",
    focus: tuple[Span, ...] = (),
) -> Quote:
    """A quote of a statement that names the place where it begins."""
    return Quote(Passage(statement.article_id, statement.hull), statement.hull, marks, id, note, focus)


def pointed(view: View, passage: Passage) -> Quote:
    """A passage marked in the statement that holds it."""
    around = (s.hull for f in view.report.findings for s in f.statements if s.article_id == passage.article_id)
    stretch = next((hull for hull in around if hull.contains(passage.span)), passage.span)
    return Quote(passage, stretch, (passage.span,))
