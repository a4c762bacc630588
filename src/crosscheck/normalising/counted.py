"""What a figure counts: the noun after it, with its modifiers, in the singular and in lower case."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.nouns import SKIPPED, STATES, STOPS, looks_plural, singular
from crosscheck.lexicon.en.numbers import NUMBER_WORDS
from crosscheck.lexicon.en.words import stem, verbs
from crosscheck.normalising.numbers import DASHES, glued, word
from crosscheck.normalising.numerals import WORD, Token

_LONGEST = 5


def counted(tokens: Sequence[Token], at: int, plural: bool = True) -> str | None:
    """The noun phrase that starts at a token; `plural` is whether the figure wants a plural.

    Without a plural in reach only the next word counts, and only where the figure is one.
    """
    at = _start(tokens, at)
    words: list[str] = []
    while len(words) < _LONGEST and at < len(tokens) and tokens[at].kind == WORD:
        low = tokens[at].low
        if low == "u" and "".join(part.low for part in tokens[at : at + 4]) == "u.s.":
            words.append("us")
            at += 4
            continue
        if low in STATES and not words:
            at += 1
            if word(tokens, at) in ("or", "and") and word(tokens, at + 1) in STATES:
                at += 1
            continue
        if (low in STOPS and tokens[at].text != "US") or low in NUMBER_WORDS or (words and _is_verb(low, plural)):
            if low not in ("and", "or") or not words or not _proper(tokens, at - 1) or not _proper(tokens, at + 1):
                break
            at += 1
            continue
        possessive = low.endswith(("'s", "’s", "s'"))
        words.append(low[:-2] if low.endswith(("'s", "’s")) else low)
        at += 1
        if plural and not possessive and looks_plural(low) and not _compound(tokens, at):
            return _phrase(words)
        at = _dashed(tokens, at)
        if (
            word(tokens, at) == ","
            and _proper(tokens, at - 1)
            and (_proper(tokens, at + 1) or word(tokens, at + 1) in ("and", "or"))
        ):
            at += 1
    if plural or not words:
        return None
    return _phrase(words)


def modifier(tokens: Sequence[Token], at: int) -> str | None:
    """What a hyphened figure counts: "a 300-page report" counts pages, "an 11-member panel" members."""
    low = word(tokens, at)
    if not low.isalpha() or low in STOPS:
        return None
    return singular(low)


def _start(tokens: Sequence[Token], at: int) -> int:
    """Past "of", articles and words such as "other"."""
    for _ in range(4):
        if word(tokens, at) in SKIPPED:
            at += 1
    return at


def _is_verb(low: str, plural: bool) -> bool:
    """Whether a word after the first can only be a verb here."""
    if low.endswith("ed") and len(low) > 4:
        return True
    return not plural and not low.endswith("ing") and stem(low) in verbs() and (low.endswith("s") or stem(low) != low)


def _proper(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a word with a capital: one of several origins, say ("Tajik and Uzbek troops")."""
    return 0 <= at < len(tokens) and tokens[at].kind == WORD and tokens[at].text[0].isupper()


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the plural just read stands before another plural: "sports clubs", "women officers"."""
    low = word(tokens, at)
    return looks_plural(low) and low not in STOPS and stem(low) not in verbs()


def _dashed(tokens: Sequence[Token], at: int) -> int:
    """Past a hyphen inside a modifier."""
    return at + 1 if word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1) else at


def _phrase(words: list[str]) -> str:
    return " ".join((*words[:-1], singular(words[-1])))
