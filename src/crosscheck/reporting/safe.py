"""Untrusted text made fit to show: nothing in it can command a terminal, turn a line round or hide.

Control characters, bidirectional overrides and lone surrogates become visible (`‹U+001B›`); characters
that take no room and carry no meaning here (zero-width space, soft hyphen, tags) are left out.
The threats are those of Unicode Technical Report 36 and of "Trojan Source" (CVE-2021-42574).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Cc, bidi embeddings, overrides and isolates, line and paragraph separators, lone surrogates, noncharacters
_ACTIVE = (
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\u206a-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
# soft hyphen, grapheme joiner, Arabic letter mark, Hangul fillers, Mongolian vowel separator, zero-width
# space, left-to-right and right-to-left marks, word joiner and invisible operators, variation selectors,
# byte-order mark, musical controls, tags
_HIDDEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# joiners shape Persian, Indic and emoji text; beside anything in ASCII they only hide
_STRAY_JOINER = "(?<![^\x00-\x7f])[\u200c\u200d]++|(?<=[\u200c\u200d])[\u200c\u200d]++|[\u200c\u200d]++(?![^\x00-\x7f])"
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS_PILED_UP = f"({_MARK}{{4}}){_MARK}++"
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_RUN = f"[{_RTL}]++(?:[ \u00a0\\d.,:;'’\"“”\u200c\u200d-]++[{_RTL}]++)*+"
_JSON_ACTIVE = (
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

ISOLATE, POP = "\u2068", "\u2069"
"""Between these (FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE) a run cannot pull what follows it to its other side.

They are ours alone: a text's own are made visible by `line`.
"""

# the marks of good typesetting, which are as harmless as ASCII
_TYPOGRAPHY = dict.fromkeys(map(ord, "‘’“”«»–—…•·"))

# compiled when a text first needs them: most lines are plain, and need none
_compiled = cache(re.compile)


def visible(character: str) -> str:
    """A character that must not act, as something to read.

    >>> visible("\\x1b")
    '‹U+001B›'
    """
    return f"‹U+{ord(character):04X}›"


def line(text: str) -> str:
    """Any text as one line that can be shown: white space folded, nothing in it active or hidden.

    >>> line("Seven\\n died\\u200b \\x1b[31mhere")
    'Seven died ‹U+001B›[31mhere'
    """
    folded = _folded(text)
    if folded.isprintable() and _is_plain(folded):
        return folded
    shown = _compiled(_HIDDEN).sub("", _compiled(_ACTIVE).sub(lambda m: visible(m[0]), folded))
    shown = _compiled(_MARKS_PILED_UP).sub(r"\1", _compiled(_STRAY_JOINER).sub("", shown))
    return _folded(shown)  # what was hidden may have stood between two spaces


def _is_plain(text: str) -> bool:
    return text.isascii() or text.translate(_TYPOGRAPHY).isascii()


def _folded(text: str) -> str:
    """White space of any kind as one space each."""
    return re.sub(r"\s+", " ", text)


def right_to_left(shown: str) -> list[tuple[int, int]]:
    """Where right-to-left runs begin and end: words of such a script, with blanks and numbers between them.

    >>> right_to_left("in עיר 5 חיפה today")
    [(3, 13)]
    """
    return [] if _is_plain(shown) else [match.span() for match in _compiled(_RTL_RUN).finditer(shown)]


def json_escaped(document: str) -> str:
    """A JSON document with every active or hidden character of its strings as a `\\uXXXX` escape.

    >>> print(json_escaped('"a\\u202eb"'))
    "a\\u202eb"
    """
    if document.isascii() and "\x7f" not in document:
        return document
    return _compiled(_JSON_ACTIVE).sub(_escape, document)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    # the vowels and finals of Hangul join the letter before them
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes (Unicode Standard Annex 11).

    >>> cells("Tokyo"), cells("東京"), cells("e\\u0301")
    (5, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def head(text: str, width: int) -> str:
    """As much of the beginning of `text` as fits into `width` columns, whole characters.

    >>> head("東京 Tower", 3)
    '東'
    """
    used = 0
    for position, character in enumerate(text):
        used += _cell(character)
        if used > width:
            return text[:position]
    return text


def tail(text: str, width: int) -> str:
    """As much of the end of `text` as fits into `width` columns, never beginning with a combining mark.

    >>> tail("Tower 東京", 3)
    '京'
    """
    used, start = 0, len(text)
    while start and used + _cell(text[start - 1]) <= width:
        start -= 1
        used += _cell(text[start])
    while start and start < len(text) and not _cell(text[start]):
        start += 1
    return text[start:]
