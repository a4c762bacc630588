"""Plain text and Markdown: the text as it stands, under front matter if there is any."""

from __future__ import annotations

from crosscheck.config import Fields
from crosscheck.errors import InputError
from crosscheck.reading.formats import Document
from crosscheck.reading.metadata import front_matter


def documents(text: str, fields: Fields = ()) -> tuple[Document]:
    """The one article of a plain text; `fields` are for exports.

    >>> documents("---\\noutlet: The Echo\\n---\\nSeven died.")[0].text
    'Seven died.'
    """
    said, start, wrong = front_matter(text)
    body = text[start:]
    if not body.strip():
        raise InputError("empty", "nothing but front matter; put the article's text under it")
    notes = tuple((None, f"front-matter-{key}") for key in wrong)
    return (Document(body, said, notes, first_line=1 + (text.count("\n", 0, start) or text.count("\r", 0, start))),)
