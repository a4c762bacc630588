"""Number words as one number: "two hundred and six", "twenty-first", "hundred thousand".

Also what the readers of numbers share: the number itself, and small looks at the tokens around.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from crosscheck.lexicon.en.numbers import DENOMINATORS, ONES, ORDINAL_SCALES, ORDINALS, PARTS, SCALES, SMALL, TENS
from crosscheck.normalising.numerals import DIGITS, WORD, Token, digits_value

Form = Literal["digits", "words", "fraction", "band", "ordinal", "multiple", "plural"]

DASHES = frozenset("-–—−‐‑")
_MOST = 10**18


class Number(NamedTuple):
    """A number in tokens[first:last]: its value, or its band from `low` up to, not including, `high`."""

    first: int
    last: int
    low: Fraction
    high: Fraction
    precision: Fraction
    form: Form
    rule: str
    scaled: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is one run of digits and nothing else."""
        return self.form == "digits" and not self.scaled and self.last == self.first + 1


def word(tokens: Sequence[Token], at: int) -> str:
    """The token's text in lower case; nothing past the ends or where a date stands."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether no blank stands between the token and the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def past_dash(tokens: Sequence[Token], at: int) -> int:
    """The next token, or the one after a hyphen that touches both its neighbours."""
    return at + 1 if word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1) else at


def past_loose_dash(tokens: Sequence[Token], at: int) -> int:
    """The next token, or the one after a hyphen with blanks on both sides or on neither."""
    return at + 1 if word(tokens, at) == "-" and glued(tokens, at) == glued(tokens, at + 1) else at


def exact(first: int, last: int, value: Fraction | int, form: Form, rule: str, precision: Fraction | int = 0) -> Number:
    worth, step = _worth(value, form, precision)
    return Number(first, last, worth, worth, step, form, rule)


@lru_cache(maxsize=1024)
def _worth(value: Fraction | int, form: Form, precision: Fraction | int) -> tuple[Fraction, Fraction]:
    """A value and its precision as fractions; the same few come again and again."""
    value = Fraction(value)
    if not precision:
        precision = Fraction(1, 100) if form == "fraction" else place(value)
    return value, Fraction(precision)


def place(value: Fraction) -> Fraction:
    """The last place that counts in a number that was not printed in digits."""
    if value.denominator != 1:
        return Fraction(1, 10)
    digits = str(abs(int(value)))
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0")))) if value else Fraction(1)


def plain(tokens: Sequence[Token], at: int) -> Number | None:
    """A whole number in digits or words, without what may follow it."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == DIGITS:
        read = digits_value(tokens[at].text)
        return (
            None if read is None or read[0].denominator != 1 else exact(at, at + 1, read[0], "digits", "number.digits")
        )
    return cardinal(tokens, at, joins=False) if tokens[at].kind == WORD else None


class _Sum(NamedTuple):
    """What the words read so far come to: whole groups, the group at hand, the last scale."""

    total: int = 0
    group: int = 0
    state: str = ""
    scale: int = _MOST


def cardinal(tokens: Sequence[Token], at: int, joins: bool) -> Number | None:
    """Number words from the token on, as far as they make one number; an ordinal word may end it."""
    first, sofar = at, _Sum()
    while True:
        here = at
        if sofar.state:
            loose = sofar.state == "tens" and word(tokens, at + 1) in ONES
            here = past_loose_dash(tokens, at) if loose else past_dash(tokens, at)
        low = word(tokens, here)
        step = _add(sofar, low)
        if step is None and low == "and" and joins and _may_join(tokens, here + 1, sofar):
            here += 1
            low = word(tokens, here)
            step = _add(sofar, low)
        if step is None:
            ordinal = _ordinal(sofar, low)
            if ordinal is not None:
                return exact(first, here + 1, ordinal, "ordinal", "number.ordinal", 1)
            break
        sofar, at = step, here + 1
    if not sofar.state:
        return None
    number = exact(first, at, sofar.total + sofar.group, "words", "number.words")
    return number._replace(scaled=sofar.state == "scale") if sofar.state == "scale" else number


def _add(sofar: _Sum, low: str) -> _Sum | None:
    """The sum with one more word; None where the word does not continue the number."""
    total, group, state, scale = sofar
    if low in SMALL:
        value = SMALL[low]
        if state in ("", "scale", "hundred"):
            kind = "tens" if low in TENS else "unit"
            return _Sum(total, group + value, kind, scale) if value or not state else None
        return _Sum(total, group + value, "unit", scale) if state == "tens" and 0 < value < 10 else None
    if low == "hundred" or (low == "hundreds" and state):
        if state in ("", "scale"):
            return None if state else _Sum(total, 100, "hundred", scale)
        return _Sum(total, group * 100, "hundred", scale) if state in ("unit", "tens") and 0 < group < 100 else None
    if low in SCALES:
        value = SCALES[low]
        if state == "scale":  # hundred thousand million, lakh crore: once
            return _Sum(total * value, 0, "scale", value) if value > scale and total * value < _MOST else None
        return _Sum(total + (group or 1) * value, 0, "scale", value) if value < scale else None
    return None


def _may_join(tokens: Sequence[Token], at: int, sofar: _Sum) -> bool:
    """Whether the words after "and" belong to the number: "two hundred and six", not "and two hundred"."""
    if sofar.state not in ("hundred", "scale"):
        return False
    low = word(tokens, at)
    if low not in SMALL or SMALL[low] == 0:
        return False
    after = past_dash(tokens, at + 1)
    if low in TENS and word(tokens, after) in ONES:
        after += 1
    follows = word(tokens, past_dash(tokens, after))
    if SMALL[low] < PARTS.get(follows, 0) or (low == "one" and follows in DENOMINATORS):
        return False
    if follows == "hundred":
        return sofar.state == "scale" and word(tokens, after + 1) not in SCALES
    if follows in SCALES:
        return sofar.state == "hundred" and SCALES[follows] < sofar.scale
    return True


def _ordinal(sofar: _Sum, low: str) -> int | None:
    """The value of the number that the ordinal word ends, if it does."""
    total, group, state, _ = sofar
    if low in ORDINALS:
        value = ORDINALS[low]
        fits = state in ("", "hundred", "scale") or (state == "tens" and value < 10)
        return total + group + value if fits else None
    if low in ORDINAL_SCALES:
        value = ORDINAL_SCALES[low]
        return total + (group or (0 if state else 1)) * value if state != "scale" else total * value
    return None
