"""From bytes to text: byte-order marks, character sets, and what is no text at all."""

from __future__ import annotations

import codecs

from crosscheck.errors import InputError

LIMIT = 20_000_000
"""Bytes that one source may have: twenty times a long book, and still read in a second."""

# the longest mark first: that of UTF-32 begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zipped file, as word processors write them"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_PAGE = (b"<!doctype html", b"<html", b"<?xml")
_PRINTING_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")


def decoded(data: bytes) -> tuple[str, bool]:
    """The text of a file without its byte-order mark, and whether it was Unicode.

    A mark decides; else UTF-8; else the Western code page 1252, and Latin-1 where that has no
    character. Raises `InputError` (``"not-text"``, ``"empty"``, ``"too-large"``).

    >>> decoded(b"\\xef\\xbb\\xbfSeven died.")
    ('Seven died.', True)
    >>> decoded(b"caf\\xe9")
    ('café', False)
    """
    if len(data) > LIMIT:
        raise InputError("too-large", f"larger than {LIMIT // 1_000_000} MB; give the article alone, as text")
    text, unicode = _marked(data) or _unmarked(data)
    if not text.strip():
        raise InputError("empty", "nothing in it; save the article's text into it, or leave it out")
    return text, unicode


def _marked(data: bytes) -> tuple[str, bool] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), True
            except UnicodeDecodeError:
                raise _not_text(f"marked as {encoding.upper()} and not so encoded") from None
    return None


def _unmarked(data: bytes) -> tuple[str, bool]:
    _refuse_other_kinds(data)
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), False
    except UnicodeDecodeError:
        return data.decode("latin-1"), False


def _refuse_other_kinds(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise _not_text(kind)
    if data[:1000].lstrip().lower().startswith(_PAGE):
        raise _not_text("a web page")
    controls = sum(byte < 32 and byte not in _PRINTING_CONTROLS for byte in data[:10_000])
    if b"\0" in data or controls * 50 > len(data[:10_000]):
        raise _not_text("binary data")


def _not_text(what: str) -> InputError:
    return InputError("not-text", f"not plain text but {what}; save the article's text as a .txt file (UTF-8)")
