"""The words of a sentence outside quotation marks, and the noun phrase to the left or right of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crosscheck.lexicon.rules import table
from crosscheck.model import Span
from crosscheck.segmenting.quoting import Quoted

_BREAKS = frozenset([",", ";", ":", "—", "–", "―", "--", "---", "-", "…"])
Part = tuple[int, int]  # tokens from the first up to, not including, the second
LONGEST_SENTENCE = 3000  # characters; a longer one is no sentence of a reader's, and is not taken apart
_UNREAD = frozenset("()[].")
_NAMES_LIKE_WORDS = frozenset(["IS", "US", "IT", "WHO", "AS"])  # in capitals they are names, not "is" or "us"
_LONGEST_PHRASE = 16  # words; a speaker takes no more


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’&.@/-][^\W_]+)*|''|--+|[^\w\s]")


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (`quoted`); `low` is its text in small letters."""

    start: int
    end: int
    low: str
    capital: bool
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        return not self.quoted and self.low[0].isalnum()

    @property
    def breaks(self) -> bool:
        """Whether the token is a mark that parts clauses."""
        return self.low in _BREAKS


class Verb(NamedTuple):
    """A verb of speech: its lemma, what it takes (clause, that, quote), whether it may follow a quotation."""

    lemma: str
    takes: str
    after: bool


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind in table("en", "speech_words"):
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(each) for kind, each in found.items()}


@cache
def words(kind: str) -> frozenset[str]:
    """The function words of a class."""
    return _classes()[kind]


@cache
def speakers() -> frozenset[str]:
    """Common nouns for those who say things."""
    return frozenset(row[0] for row in table("en", "speakers"))


@cache
def verbs() -> dict[str, Verb]:
    """Forms of verbs that report speech."""
    return {row[0]: Verb(row[1], row[2], row[3] == "after") for row in table("en", "speech_verbs")}


@cache
def judging() -> frozenset[str]:
    """Verbs that judge something or voice a feeling: they are none of speech by themselves."""
    return words("judging") | words("voicing")


@cache
def cue_words() -> frozenset[str]:
    """Words without one of which no sentence attributes anything."""
    return frozenset(verbs()) | {"according"}


def outer_tokens(text: str, sentence: Span, quoted: Sequence[Quoted]) -> list[Token]:
    """The sentence's words and marks; each quotation is one token, what is in brackets is left out."""
    found: list[Token] = []
    make = tuple.__new__  # the quickest way to a named tuple, and this is done for every word of a text
    at, depth = sentence.start, 0
    inside = [(each.span.start, each.span.end) for each in quoted if each.span.overlaps(sentence)]
    for first, last in [*inside, (sentence.end, sentence.end)]:
        for match in _token().finditer(text, at, max(at, first)):
            sign = match[0]
            if sign in _UNREAD:
                if sign == "." and not depth and match.end() == sentence.end:
                    found.append(Token(match.start(), match.end(), sign, False))
                elif sign in "([" and match.start() > sentence.start:
                    depth += 1
                elif sign in ")]" and depth:
                    depth -= 1
            elif not depth:
                found.append(make(Token, (*match.span(), *_read(sign), False)))
        if last > first:
            at = min(last, sentence.end)
            found.append(Token(max(first, sentence.start), at, "“”", True, True))
    return found


@cache
def _read(sign: str) -> tuple[str, bool]:
    """A word or mark in small letters and with plain apostrophes, and whether it begins with a capital."""
    low = sign if sign in _NAMES_LIKE_WORDS else sign.lower()
    return low.replace("’", "'"), sign[0].isupper()


def phrase_left(tokens: Sequence[Token], at: int) -> int | None:
    """Where the noun phrase that ends at token `at` begins; none where no noun phrase ends there."""
    start = at + 1
    while start > 0 and at - start < _LONGEST_PHRASE:
        token = tokens[start - 1]
        if not token.is_word or token.low in words("conj") or (token.low in verbs() and not token.capital):
            break  # a verb in capitals is a name's ("the United States")
        if token.low in words("pronoun") or token.low in words("modal") or token.low in words("aux"):
            break
        if token.low in words("prep"):
            if not _is_speaker_word(tokens, start - 2):
                break
        elif token.low in words("sub") and token.low not in words("det"):
            break
        start -= 1
        if token.low in words("det") and not token.low.endswith("s") and not _of_before(tokens, start):
            break
    return start if start <= at else None


def phrase_right(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase that begins at token `at` ends (the number of the token after it)."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_PHRASE:
        token = tokens[end]
        if not token.is_word or token.low in words("sub") - words("det") or token.low in words("pronoun"):
            break
        if token.low in words("conj") and not (end + 1 < len(tokens) and tokens[end + 1].capital):
            break
        if end > at and (token.low in words("time") or token.low in words("aux") or token.low in words("modal")):
            break
        if end > at and token.low in words("prep") and token.low not in ("of", "for", "at"):
            break
        end += 1
    return end


def is_speaker(tokens: Sequence[Token]) -> bool:
    """Whether the phrase can name somebody who speaks: a name, or a noun for people, bodies or documents."""
    return any(
        token.low in speakers()
        or (token.capital and token.low not in words("det") and token.low not in words("time"))
        or token.low.removesuffix("'s") in speakers()
        for token in tokens
    )


def _is_speaker_word(tokens: Sequence[Token], at: int) -> bool:
    return at >= 0 and tokens[at].is_word and (tokens[at].capital or tokens[at].low in speakers())


def _of_before(tokens: Sequence[Token], start: int) -> bool:
    """Whether what stands before joins this phrase to another ("an official of | the ministry")."""
    return start > 1 and tokens[start - 1].low in words("prep") and _is_speaker_word(tokens, start - 2)
