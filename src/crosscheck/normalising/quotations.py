"""Words in quotation marks, without the marks."""

from __future__ import annotations

import re

from crosscheck.model import Quotation, Span, Statement

# straight or curly double quotes; a quotation may run on to the end of the statement
QUOTED = re.compile(r"[“«]([^“”«»]{2,})[”»]?|\"([^\"]{2,})\"?|(?<!\w)[‘']([^‘’']{8,}(?:['’]\w[^‘’']*)*)['’](?!\w)")


def quotations(text: str, statement: Statement) -> tuple[Quotation, ...]:
    """The quoted stretches of a statement, with who is quoted where that is known."""
    speaker = statement.speaker.name if statement.speaker else None
    found = []
    for match in QUOTED.finditer(text, statement.hull.start, statement.hull.end):
        number = next(i for i in (1, 2, 3) if match[i])
        words = " ".join(match[number].split()).rstrip(",. ")
        found.append(Quotation(Span(match.start(number), match.end(number)), words, "quotation.marks", speaker))
    return tuple(found)
