"""Words in quotation marks, without the marks."""

from __future__ import annotations

from crosscheck.lexicon.en.fact_rules import QUOTED
from crosscheck.model import Quotation, Span, Statement


def quotations(text: str, statement: Statement) -> tuple[Quotation, ...]:
    """The quoted stretches of a statement, with who is quoted where that is known."""
    speaker = statement.speaker.name if statement.speaker else None
    found = []
    for match in QUOTED.finditer(text, statement.hull.start, statement.hull.end):
        inner = next(span for span in map(match.span, (1, 2, 3)) if span != (-1, -1))
        words = " ".join(text[slice(*inner)].split()).rstrip(",. ")
        found.append(Quotation(Span(*inner), words, QUOTED.id, speaker))
    return tuple(found)
