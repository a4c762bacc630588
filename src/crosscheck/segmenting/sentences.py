"""Where a sentence ends: full stops that are none, quotation marks, brackets, ellipses.

Every stop before white space is a candidate. Most are decided by the word before it (an abbreviation,
an initial, a plain word) and the word after it (small, capital, an opening word such as "The").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from crosscheck.lexicon.rules import table
from crosscheck.model import Span

_OPENING = "\"'“‘«([{"
_LONGEST = 40  # characters that are looked at before a stop


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\w'’.-]+[,;:]?")


@cache
def _small_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’.-])[a-z]{2,}(?![\w.])")


@cache
def _letters_with_stops() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


@cache
def _next() -> re.Pattern[str]:
    return re.compile(r"""\s*+ (?P<marks> (?: ["'“‘«(\[{—–•*-]\s? )*+ ) (?P<word> [^\W_][\w'’&.-]*+ )?""", re.VERBOSE)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<stop> [.!?…。]++ ) (?P<close> ["'”’“»)\]}]*+ )
        (?: (?= \s | \Z ) | (?<= [.!?][”"] ) (?= [A-Z“] ) )""",
        re.VERBOSE,
    )


@cache
def abbreviations() -> dict[str, str]:
    """The class of each abbreviation: title, number, month, clock, open or inner."""
    return {row[0]: row[1] for row in table("en", "abbreviations")}


@cache
def openers() -> frozenset[str]:
    """Words that open a sentence after an abbreviation."""
    return frozenset(row[0] for row in table("en", "openers"))


@cache
def posts() -> frozenset[str]:
    """Posts, which go on with a company's name: "Acme Corp. Chairman"."""
    return frozenset(row[0] for row in table("en", "posts"))


@cache
def after_decimals() -> frozenset[str]:
    """Units and other words that follow a decimal fraction."""
    return frozenset(row[0] for row in table("en", "after_decimals"))


@cache
def after_clock() -> frozenset[str]:
    """Time zones, days and months, which go on after "p.m."."""
    return frozenset(row[0] for row in table("en", "stamps") if row[1] in ("date", "zone"))


@cache
def verbs_after_quotes() -> frozenset[str]:
    """The past and present forms that may follow a quotation: “Why now?” the minister *asked*."""
    return frozenset(row[0] for row in table("en", "speech_verbs") if row[3] == "after" and row[1] != "continue")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one paragraph, `text[start:end]`, in order, without the white space between them.

    Line ends count as white space: give one paragraph at a time.

    >>> text = "Lt. Col. Smith left the U.S. on Sept. 30. “Why now?” he asked."
    >>> [span.of(text) for span in split_sentences(text)]
    ['Lt. Col. Smith left the U.S. on Sept. 30.', '“Why now?” he asked.']
    """
    end = len(text) if end is None else end
    edges = [start, *_boundaries(text, start, end), end]
    return [span for left, right in pairwise(edges) if (span := trimmed(text, left, right))]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; none where nothing is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    known_small: list[frozenset[str]] = []

    def is_common(word: str) -> bool:
        if not known_small:
            known_small.append(frozenset(_small_word().findall(text, start, end)))
        return word in known_small[0] and word not in posts()

    begin = start
    for stop in _stop().finditer(text, start, end):
        after = _next().match(text, stop.end(), end)
        if after and after.end() > stop.end() and _ends(text, begin, stop, after, is_common):
            yield stop.end()
            begin = stop.end()


def _ends(text: str, begin: int, stop: re.Match[str], after: re.Match[str], is_common: Callable[[str], bool]) -> bool:
    """Whether the sentence that began at `begin` ends at this stop."""
    word = after["word"] or ""
    if not word:
        return text[after.end() : after.end() + 1] not in (".", ",", ";", ":", "?", "!", "…", "")
    if _goes_on(word):
        return False
    mark = stop["stop"]
    if mark[-1] in "!?":
        return not (stop["close"] and _is_attribution(text, after.start("word")))
    token = _token_before(text, begin, stop.start())
    if len(mark) > 1 or mark == "…" or not token:
        return _after_ellipsis(text, begin, stop, word)
    return _after_word(text, begin, stop, token, word, after["marks"].strip(), is_common)


def _goes_on(word: str) -> bool:
    """A small letter goes on with the sentence, but for names such as iPhone."""
    return word[0].islower() and not (len(word) > 1 and word[1].isupper())


def _after_ellipsis(text: str, begin: int, stop: re.Match[str], word: str) -> bool:
    """An ellipsis ends a sentence before a capital, unless the sentence would be the dots alone."""
    return any(map(str.isalnum, text[max(begin, stop.start() - _LONGEST) : stop.start()])) and not word[0].isdigit()


def _after_word(
    text: str, begin: int, stop: re.Match[str], token: str, word: str, marks: str, is_common: Callable[[str], bool]
) -> bool:
    """Whether a single full stop after `token` ends the sentence before `word`."""
    low, following = token.lower(), _bare(word.lower())
    opens, bracketed = following in openers(), marks[:1] in tuple("([{")
    marked = bool(marks) and not bracketed
    if len(token) == 1 and token.isupper():
        return bool(stop["close"]) or _after_initial(text, begin, stop.start(), token, word, opens)
    letters = _letters_with_stops().fullmatch(token) is not None
    kind = abbreviations().get(low)
    if kind and not (token.isupper() and kind == "inner") and not (letters and kind == "open"):
        if stop["close"]:
            return opens and kind not in ("title", "inner")
        return not bracketed and _after_abbreviation(kind, word, following, opens or marked, is_common)
    if letters:
        return not bracketed and (opens or marked)
    if word[0].isdigit() and not marks and _is_torn(text, token, word, stop):
        return False
    if not token.isdigit() or stop.start() - begin > _LONGEST:
        return True
    is_list_number = not text[begin : stop.start() - len(token)].strip(" \t\r\n" + _OPENING)
    return not is_list_number


def _is_torn(text: str, token: str, word: str, stop: re.Match[str]) -> bool:
    """Whether the stop is the point of a decimal that was torn apart: "6. 0 on the scale", "$2. 6 million"."""
    whole, digits = token.lstrip("$£€¥"), len(word) - len(word.lstrip("0123456789"))
    if stop["close"] or not whole.isdigit() or len(whole) > 3 or digits > 2:
        return False
    at = stop.end() + 1 + digits
    following = text[at : at + 1]
    if following == "%" or (digits == 1 and following in (".", ",", ";", ")", "")):
        return True
    unit = _word().match(text, at + 1 if following in (" ", "-") else at)
    return unit is not None and unit[0].lower().rstrip(".,;:-") in after_decimals()


def _bare(word: str) -> str:
    """The word without a possessive and stops."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip(".'’")


def _after_abbreviation(kind: str, word: str, following: str, opens: bool, is_common: Callable[[str], bool]) -> bool:
    if kind in ("title", "inner"):
        return False
    if word[0].isdigit():
        return kind in ("company", "place", "clock")
    if kind in ("company", "place"):
        return following not in posts()
    if kind == "clock":
        return following not in after_clock()
    return kind == "number" or opens or (following not in posts() and is_common(following))


def _after_initial(text: str, begin: int, at: int, token: str, word: str, opens: bool) -> bool:
    """An initial ends a sentence before an opening word ("plan B. The"), never before another initial."""
    if len(word) == 2 and word[1] == "." and word[0].isupper():
        return False
    if token.islower() or (token == "I" and _token_before(text, begin, at - 2).islower()):
        return True
    return opens


def _token_before(text: str, begin: int, at: int) -> str:
    """The word that the stop at `at` follows, without opening marks and what is before a hyphen."""
    low = max(begin, at - _LONGEST)
    left = at
    while left > low and not (text[left - 1].isspace() or text[left - 1] in "\"'“‘«([{—–-/,;:"):
        left -= 1
    return text[left:at]


def _is_attribution(text: str, at: int) -> bool:
    """Whether the words from `at` name a speaker and a verb of speech: “Why?” *Lee asked*."""
    first = True
    for count, match in enumerate(_word().finditer(text, at, at + 120)):
        word = match[0].rstrip(",")
        if word.lower().rstrip(".") in verbs_after_quotes():
            return not first and " that " not in text[match.end() : match.end() + 40]
        if count > 6 or word[-1] in ";:" or (first and word.lower() in openers()):
            return False
        if word[-1] == "." and word[:-1].lower() not in abbreviations() and len(word) > 2:
            return False
        first = False
    return False
