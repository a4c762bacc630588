"""Text as the reader of figures sees it: words, runs of digits, signs; and digits read as one number.

A run of digits with its separators is one token, so every character is looked at once however it is
punctuated; whether the run is one number, several, or none is decided on the run alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from crosscheck.model import Span

WORD, DIGITS, SIGN, URL, TAKEN, BREAK = range(6)

# digits in one run: separators only between digits; a blank only before a group of three
_TOKEN = re.compile(
    r"((?:https?://|www\.)\S++)"
    r"|([^\W\d_]++(?:['’][^\W\d_]++)*+)"
    r"|((?<![\w.])\.\d++|\d++(?:[.,]\d++|[ \u00a0\u2009\u202f]\d{3}(?!\d))*+)"
    r"|(\n[ \t\r]*+\n)"
    r"|([^\s\w]|_)"
)
_KINDS = (BREAK, URL, WORD, DIGITS, BREAK, SIGN)
_BLANKS = re.compile("[ \u00a0\u2009\u202f]")
# longer runs are no figure that a report prints
LONGEST = 40

_SPACED = re.compile("\\d{1,3}(?:[ \u00a0\u2009\u202f]\\d{3})++(?:[.,]\\d++)?")
_PLAIN = re.compile(r"\d++")
_DECIMAL = re.compile(r"\d*+\.\d++")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d++)?")
_COMMA = re.compile(r"\d++,\d{1,2}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+")


class Token(NamedTuple):
    """A word, a run of digits, or a sign: its kind, its text, the text in lower case, its place.

    What no figure reaches across (a blank line, an address of the web, a date) has no lower case, and a date no text.
    """

    kind: int
    text: str
    low: str
    start: int
    end: int


def tokenise(text: str, start: int, end: int, taken: Sequence[Span] = ()) -> list[Token]:
    """The tokens of text[start:end], those inside a taken span as one token that stands for nothing.

    >>> [t.text for t in tokenise("12 500 people, 3.5%", 0, 19)]
    ['12 500', 'people', ',', '3.5', '%']
    """
    found: list[Token] = []
    make = tuple.__new__  # the quickest way to a named tuple, and this is done for every word of a text
    for match in _TOKEN.finditer(text, start, end):
        kind = _KINDS[match.lastindex or 0]
        surface = match.group()
        first, last = match.span()
        if kind == WORD:
            found.append(make(Token, (WORD, surface, surface.lower(), first, last)))
        elif kind == DIGITS and not surface.isdigit():
            found.extend(_parts(surface, first))
        else:
            low = "" if kind in (BREAK, URL) else surface
            found.append(make(Token, (kind, surface, low, first, last)))
    return _masked(found, taken) if taken else found


def _masked(tokens: Iterable[Token], taken: Sequence[Span]) -> list[Token]:
    """The tokens with those that overlap a taken span made blind."""
    spans = sorted((span.start, span.end) for span in taken)
    found, at = [], 0
    for token in tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] < token.end:
            token = Token(TAKEN, "", "", token.start, token.end)
        found.append(token)
    return found


def _parts(run: str, start: int) -> list[Token]:
    """A run of digits as the numbers it holds: one where it is grouped as one, else its pieces."""
    if len(run) > LONGEST or is_number(run):
        return [_digits(run, start)]
    blank = _BLANKS.search(run)
    if blank:
        pieces = _split(run, blank.group(), start)
        return [part for piece, at in pieces for part in _parts(piece, at)]
    if "," in run:
        return [part for piece, at in _split(run, ",", start) for part in (_digits(piece, at),)]
    return [_digits(run, start)]


def _split(run: str, by: str, start: int) -> list[tuple[str, int]]:
    """The pieces of a run with their places."""
    found = []
    for piece in run.split(by):
        found.append((piece, start))
        start += len(piece) + len(by)
    return [(piece, at) for piece, at in found if piece]


def _digits(run: str, start: int) -> Token:
    return Token(DIGITS, run, run, start, start + len(run))


def is_number(run: str) -> bool:
    """Whether a run of digits and separators is one number as some house style writes it.

    >>> [is_number(run) for run in ("1,234", "12,34,567", "1.234,56", "5,00", "192.168.1.2", "1,2,3")]
    [True, True, True, True, False, False]
    """
    return len(run) <= LONGEST and any(
        pattern.fullmatch(run) for pattern in (_PLAIN, _DECIMAL, _GROUPED, _INDIAN, _SPACED, _COMMA, _DOTTED)
    )


def digits_value(run: str) -> tuple[Fraction, Fraction] | None:
    """The value of a run of digits and the place of its last digit that counts; None for no number.

    Trailing zeros of a whole number do not count: 2,000 is to the thousand.

    >>> digits_value("2,000"), digits_value("1.234,50"), digits_value("192.168.1.2")
    ((Fraction(2000, 1), Fraction(1000, 1)), (Fraction(2469, 2), Fraction(1, 100)), None)
    """
    if run.isdigit() and len(run) < 19:
        return _whole(run)
    if not is_number(run):
        return None
    run = _BLANKS.sub("", run)
    if _DOTTED.fullmatch(run):
        run = run.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(run):
        run = run.replace(",", ".")
    run = run.replace(",", "")
    whole, dot, decimals = run.partition(".")
    if not dot:
        return _whole(whole)
    place = 10 ** len(decimals)
    return Fraction(int((whole or "0") + decimals), place), Fraction(1, place)


def _whole(run: str) -> tuple[Fraction, Fraction]:
    """A whole number and its precision."""
    kept = run.rstrip("0")
    return Fraction(int(run)), Fraction(10 ** (len(run) - len(kept)) if kept else 1)
