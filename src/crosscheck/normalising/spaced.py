"""Numbers that came apart, as careless tokenising prints them: "100, 000 people", "$2. 5 million", "6. 1-magnitude"."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.time_words import MONTHS
from crosscheck.lexicon.listed import listed
from crosscheck.normalising.numbers import word
from crosscheck.normalising.numerals import DIGITS, Token
from crosscheck.normalising.qualifiers import before
from crosscheck.normalising.units import is_currency_sign

# as many groups of three as the largest figure of news has
GROUPS = 4
# after a decimal, and before one
_SCALES = listed("million billion trillion m bn percent per % magnitude magnitude-earthquake")
_UNITS = listed("km kilometers kilometres miles feet ft metres meters tonnes tons acres hectares square kilometer mile")
_SIZED = listed("magnitude measuring measured registered magnitude-")


def rejoined(tokens: list[Token]) -> list[Token]:
    """The tokens with such numbers as one token each.

    Three digits after a comma and a blank may be the next of a list ("rooms 100, 200 and 300"), or begin something
    else ("on May 31, 250 people"). They are a group where one is "000", which no list has, or where a sign of money or
    a bound stands before the first ("more than 31, 250 people") or a unit after the last ("1, 150 kilometers") and no
    list goes on after the last.

    >>> from crosscheck.normalising.numerals import tokenise
    >>> [token.text for token in rejoined(tokenise("100, 000 in rooms 100, 200 and 300", 0, 34))]
    ['100,000', 'in', 'rooms', '100', ',', '200', 'and', '300']
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == DIGITS and _is_decimal(tokens, at):
            digits = f"{tokens[at].text}.{tokens[at + 2].text}"
            found.append(Token(DIGITS, digits, digits, tokens[at].start, tokens[at + 2].end))
            at += 3
            continue
        last = _last_group(tokens, at) if tokens[at].kind == DIGITS else at
        if last == at or not _is_one(tokens, at, last):
            found.append(tokens[at])
            at += 1
            continue
        digits = ",".join(token.text for token in tokens[at : last + 1 : 2])
        found.append(Token(DIGITS, digits, digits, tokens[at].start, tokens[last].end))
        at = last + 1
    return found


def _is_decimal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a point, one blank and a digit or two go on with the number at a token, and what follows says so.

    "in 2006. 5 million people" are two sentences; "$2. 5 million" and "magnitude 6. 1" are none.
    """
    if word(tokens, at + 1) != "." or not tokens[at].text.isdigit() or len(tokens[at].text) > 3:
        return False
    if at + 2 >= len(tokens) or tokens[at + 2].kind != DIGITS or not tokens[at + 2].text.isdigit():
        return False
    point, rest = tokens[at + 1], tokens[at + 2]
    if point.start != tokens[at].end or rest.start != point.end + 1 or len(rest.text) > 2:
        return False
    after = [word(tokens, at + k) for k in (3, 4)]
    scaled = after[0] in _SCALES or (after[0] == "-" and after[1] in _SCALES)
    before_it = word(tokens, at - 1)
    sized = is_currency_sign(before_it) or before_it in _SIZED or (before_it == "of" and word(tokens, at - 2) in _SIZED)
    return (scaled and (sized or after[0] != "people")) or (sized and after[0] not in ("people", "of"))


def _last_group(tokens: Sequence[Token], at: int) -> int:
    """The token of the last group of three that follows the digits at a token, which itself where none does."""
    last, digits = at, tokens[at].text
    if len(digits) > 3 or not digits.isdigit() or digits[0] == "0":
        return at
    while last < at + 2 * GROUPS and _is_group(tokens, last + 2):
        last += 2
    return last


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is three digits after a comma and one blank."""
    if at >= len(tokens) or tokens[at].kind != DIGITS or len(tokens[at].text) != 3 or not tokens[at].text.isdigit():
        return False
    comma = tokens[at - 1]
    return comma.text == "," and comma.start == tokens[at - 2].end and tokens[at].start == comma.end + 1


def _is_one(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the groups are one number and no list."""
    if any(tokens[at].text == "000" for at in range(first + 2, last + 1, 2)):
        return True
    if word(tokens, last + 1) in ("and", "or", "&", ","):
        return False
    if word(tokens, last + 1).strip("-") in _UNITS and word(tokens, first - 1) not in MONTHS:
        return True
    return is_currency_sign(word(tokens, first - 1)) or before(tokens, first, 0) is not None
