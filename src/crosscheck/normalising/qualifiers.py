"""Words that bound or blur a figure, found before and after it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.numbers import Qualifier, qualifiers
from crosscheck.normalising.numbers import DASHES, glued, word
from crosscheck.normalising.numerals import Token


def before(tokens: Sequence[Token], first: int, floor: int) -> tuple[int, Qualifier] | None:
    """The qualifier that ends where the figure begins, and where it starts; never before `floor`."""
    last = first
    if word(tokens, first - 1) in DASHES and glued(tokens, first) and glued(tokens, first - 1):
        last -= 1
        if word(tokens, last - 1) not in ("sub", "under", "over"):
            return None
    for words, row in qualifiers("before").get(word(tokens, last - 1), ()):
        start = last - len(words)
        if start >= floor and all(word(tokens, start + k) == words[k] for k in range(len(words))):
            return start, row
    return None


def after(tokens: Sequence[Token], last: int) -> tuple[int, Qualifier] | None:
    """The qualifier that starts where the figure ends, and the token after it."""
    for words, row in qualifiers("after").get(word(tokens, last), ()):
        end = last + len(words)
        if all(word(tokens, last + k) == words[k] for k in range(len(words))):
            if words[-1] in ("least", "most") and word(tokens, end)[:1].isdigit():
                continue
            if words[-1] == "up" and word(tokens, end) == "to":
                continue
            if words[0] == "plus" and not glued(tokens, last) and word(tokens, end)[:1].isalnum():
                continue
            return end, row
    return None
