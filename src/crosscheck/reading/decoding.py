"""From bytes to text: byte-order marks, character sets, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from crosscheck.errors import InputError
from crosscheck.reading.late import loaded

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
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))  # those that no text has
# where the HTML standard looks for a page's character set, and the sets that a page can be in
_PRESCAN = 4096
_DECLARED = re.compile(rb"<meta\b[^<>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{1,40})", re.I)
_SETS = re.compile(r"(?:windows-|cp|iso-?8859-?|koi8-|mac|gb|big5|euc-|shift[_-]jis)[\w-]*", re.I)
# no word of a Western language is written so; then it is worth asking which script it is
_FOREIGN = re.compile(rb"[\x80-\xff]{4}")
# for one broken character there are so many whole ones in UTF-8 that was cut or pasted together
_WHOLE_PER_BROKEN = 10


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file without its byte-order mark, and the character set it was read in.

    A mark decides; else UTF-8; else the set that a page declares, or, for words in another script, what
    charset-normalizer (extra `charset`, if it is there) finds; else the Western code page 1252, and
    Latin-1 where that has no character. The set's name ends in ``", mended"`` where some characters of
    UTF-8 were broken and are now U+FFFD. Raises `InputError` (``"not-text"``, ``"empty"``,
    ``"too-large"``).

    >>> decoded(b"\\xef\\xbb\\xbfSeven died.")
    ('Seven died.', 'utf-8')
    >>> decoded(b"caf\\xe9")
    ('café', 'cp1252')
    """
    if len(data) > LIMIT:
        raise InputError("too-large", f"larger than {LIMIT // 1_000_000} MB; give the article alone, as text")
    text, encoding = _marked(data) or _unmarked(data)
    if not text.strip():
        raise InputError("empty", "nothing in it; save the article's text into it, or leave it out")
    return text, encoding


def is_unicode(encoding: str) -> bool:
    """Whether a text that was read so has all its characters.

    >>> [is_unicode(name) for name in ("utf-16-le", "cp1252", "utf-8, mended")]
    [True, False, False]
    """
    return encoding.startswith("utf-") and not encoding.endswith("mended")


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError:
                raise _not_text(f"marked as {encoding.upper()} and not so encoded") from None
    return None


def _unmarked(data: bytes) -> tuple[str, str]:
    _refuse_other_kinds(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _mended(data) or _in_one_of(data, (_declared(data), _guessed(data), "cp1252", "latin-1"))


def _mended(data: bytes) -> tuple[str, str] | None:
    """UTF-8 in which a few characters are broken, as where a service cut it by bytes."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return (text, "utf-8, mended") if whole >= broken * _WHOLE_PER_BROKEN else None


def _in_one_of(data: bytes, encodings: tuple[str | None, ...]) -> tuple[str, str]:
    for encoding in filter(None, encodings):
        try:
            return data.decode(encoding), codecs.lookup(encoding).name
        except (UnicodeDecodeError, LookupError):
            pass
    raise AssertionError("Latin-1 has a character for every byte")


def _declared(data: bytes) -> str | None:
    """The set that a web page says it is in; Latin-1 there means code page 1252 (HTML standard)."""
    found = _DECLARED.search(data[:_PRESCAN])
    name = found[1].decode("ascii", "replace") if found else ""
    if not _SETS.fullmatch(name):
        return None
    return "cp1252" if name.lower() in ("iso-8859-1", "iso8859-1") else name


def _guessed(data: bytes) -> str | None:
    """What charset-normalizer takes words in another script to be in, if there are such words and it is there.

    It is not asked about accents and quotation marks, since it can't tell one Western code page from another.
    """
    if not _FOREIGN.search(data):
        return None
    try:
        guess: Callable[[bytes], str | None] = loaded("crosscheck.extra.charset:encoding")
    except ImportError:
        return None
    return guess(data)


def _refuse_other_kinds(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise _not_text(kind)
    beginning = data[:10_000]
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    if b"\0" in data or controls * 50 > len(beginning):
        raise _not_text("binary data")


def _not_text(what: str) -> InputError:
    return InputError("not-text", f"not plain text but {what}; save the article's text as a .txt file (UTF-8)")
