"""The table of readers: which format a text is in, and what reads it.

A format is a row. Another one (a feed, NewsML-G2) is one module with a reader and one row here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import NamedTuple

from crosscheck.config import Fields
from crosscheck.errors import InputError
from crosscheck.model import Span
from crosscheck.reading.late import loaded
from crosscheck.reading.metadata import NOTHING_SAID, Metadata

_PAGE = re.compile(
    r"(?:\s++|\ufeff|<!--(?:[^-]|-(?!->)){0,2000}+-->|<\?xml[^<>]{0,200}\?>){0,20}+<(?:!doctype\s+html|html)\b", re.I
)
_XML = re.compile(r"\s{0,1000}<\?xml\b", re.I)
_OBJECT = re.compile(r"\s{0,1000}(?:\{\s{0,1000}[\"}]|\[\s{0,1000}[{\]])")


class Document(NamedTuple):
    """One article that a reader found: its text, what the format says of it, and what to note about it.

    `text` is what is analysed; `extracted` says that it was taken out of something larger. `number` is
    its row's, where the source has several. `first_line` is the line of the file in which the text begins.
    `captions` are the spans of paragraphs that stand under pictures.
    """

    text: str
    said: Metadata = NOTHING_SAID
    notes: tuple[tuple[Span | None, str], ...] = ()
    extracted: bool = False
    number: int | None = None
    first_line: int = 1
    captions: tuple[Span, ...] = ()


Found = Document | InputError
Reader = Callable[[str, Fields], Sequence[Found]]


class Format(NamedTuple):
    """How files of a format are called, the ``module:function`` that reads them, and the extra it needs."""

    name: str
    suffixes: frozenset[str]
    reader: str
    extra: str | None = None


PLAIN = Format("text", frozenset({".txt", ".md"}), "crosscheck.reading.plain:documents")
PAGE = Format("a web page", frozenset({".html", ".htm", ".xhtml"}), "crosscheck.extra.html:documents", "html")
JSON = Format("JSON", frozenset({".json"}), "crosscheck.reading.exports:documents")
JSON_LINES = Format("JSON Lines", frozenset({".jsonl", ".ndjson"}), "crosscheck.reading.exports:line_documents")
FORMATS = (PLAIN, PAGE, JSON, JSON_LINES)


def format_of(name: str | None, text: str) -> Format:
    """The format of a text called `name` (None for standard input): by its beginning, else by its suffix.

    >>> format_of("ferry.txt", "<!DOCTYPE html><p>A ferry sank.").name
    'a web page'
    >>> format_of("ferry.text", "A ferry sank.").name
    'text'
    """
    if _PAGE.match(text):
        return PAGE
    if _XML.match(text):
        raise InputError("not-text", "not plain text but XML; save the article's text as a .txt file (UTF-8)")
    if name is None:
        return JSON if _OBJECT.match(text) else PLAIN
    suffix = PurePath(name).suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), PLAIN)


def documents(form: Format, text: str, fields: Fields = ()) -> Sequence[Found]:
    """The articles in a text of this format; `InputError` (``"needs-extra"``) where its reader is not installed."""
    try:
        reader: Reader = loaded(form.reader)
    except ImportError:
        if form.extra is None:
            raise
        message = f"{form.name}; to read it: pip install 'crosscheck[{form.extra}]', or save the article's text as .txt"
        raise InputError("needs-extra", message) from None
    return reader(text, fields)
