"""How many lines of a text are taken for furniture as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from crosscheck.model import Article
from crosscheck.segmenting import segment
from crosscheck.segmenting.layout import lines


def lines_labelled(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """The lines that one label covers whole, by kind, and how many lines there are.

    >>> lines_labelled(["Ferry sinks\\n\\n2 min read\\n\\nA ferry sank on Monday."])
    (Counter({'widget': 1}), 3)
    """
    labelled: Counter[str] = Counter()
    count = 0
    for text in texts:
        labels = segment(Article(id="text", text=text)).labels
        for line in lines(text):
            count += 1
            kinds = [label.furniture for label in labels if label.span.contains(line.span)]
            labelled.update(kinds[:1])
    return labelled, count
