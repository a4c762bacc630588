"""Whether words make a clause: finite verbs, subjects before them, adverbials. No parser, only word classes."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.segmenting.phrases import Token, verbs, words


def has_verb(part: Sequence[Token]) -> bool:
    """Whether a finite verb is likely among the words: an auxiliary, a modal, a past or a third person."""
    for number, token in enumerate(part):
        low = token.low
        if not token.is_word:
            continue
        if (
            low in words("aux")
            or low in words("modal")
            or low in verbs()
            or "n't" in low
            or low.endswith(("'re", "'ve", "'ll", "'d", "'m"))
        ):
            return True
        if number and not token.capital and len(low) > 3 and (low.endswith("ed") or low in words("past")):
            return True
        if number and not token.capital and low.endswith("s") and not low.endswith("ss") and part[number - 1].capital:
            return True
    return False


def is_clause(part: Sequence[Token]) -> bool:
    """Enough words, and not only an adverbial such as "On Friday" or "In a speech"."""
    count = sum(token.is_word for token in part)
    if count < 3:
        return False
    opening = part[0].low in words("prep") or part[0].low in words("time") or part[0].low in words("sub")
    return has_verb(part) if not opening else any(token.low == "," for token in part) and has_verb(part)


def is_adverbial(part: Sequence[Token]) -> bool:
    return bool(part) and (part[0].low in words("prep") or part[0].low in words("time") or part[0].low in words("sub"))


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.low.endswith("ing") or token.low in words("conj") or token.low in words("sub")


def opens_statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with a subject and a finite verb begins here."""
    first = tokens[at]
    if not first.is_word or first.low in words("conj"):
        return False
    if first.low in words("pronoun") or first.low in (
        "there",
        "it's",
        "he's",
        "she's",
        "they're",
        "we're",
        "i'm",
        "there's",
    ):
        return True
    if first.low in words("prep") or first.low in words("sub") - words("det"):
        return first.low in ("if", "when", "while", "after", "in", "as", "under", "since", "although") and has_verb(
            tokens[at + 3 :]
        )
    return len(tokens) - at > 2 and has_verb(tokens[at + 1 : at + 22])


def plainly_opens(tokens: Sequence[Token], at: int) -> bool:
    """A pronoun, or a short phrase, and then an auxiliary or modal verb."""
    if tokens[at].low in words("pronoun") or tokens[at].low == "there":
        return True
    if not tokens[at].is_word or tokens[at].low in words("prep") | words("conj") | words("sub") - words("det"):
        return False
    for number in range(at + 1, min(at + 9, len(tokens))):
        low = tokens[number].low
        if low in words("modal") or low in words("aux"):
            return True
        if not tokens[number].is_word or low in words("sub") or low in words("conj"):
            return False
    return False


def looks_finite(token: Token, position: int) -> bool:
    return position > 0 and not token.capital and (token.low.endswith("ed") or token.low in words("adverb"))


def may_be_verb(part: Sequence[Token], at: int) -> bool:
    """A small word after a name ("Rome hit"), or one in -s after a noun ("the tax hides"): a verb where one is due."""
    token, before = part[at], part[at - 1]
    if not (token.is_word and before.is_word) or token.capital or not token.low[0].isalpha():
        return False
    functions = words("prep") | words("conj") | words("det") | words("sub") | words("pronoun") | words("time")
    if token.low in functions or before.low in functions or before.low.endswith("'s"):
        return False
    return before.capital or (token.low.endswith("s") and not token.low.endswith(("ss", "us", "'s")))
