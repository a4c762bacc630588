"""Numbers as English prints them: digits, words, both mixed, fractions, ordinals, bands and multiples.

`number_at` reads the number that starts at a token and says where it ends; what it counts, and whether
it is a figure at all, is for others to say. It never looks at a token more than a few times, so reading
a text takes time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from crosscheck.lexicon.en.nouns import looks_plural
from crosscheck.lexicon.en.numbers import (
    ARTICLES,
    BANDS,
    DENOMINATORS,
    GLYPHS,
    MINUS_WORDS,
    MULTIPLES,
    ONES,
    ORDINAL_SCALES,
    ORDINALS,
    SCALE_LETTERS,
    SCALES,
    SETS,
    SMALL,
    SURE_LETTERS,
)
from crosscheck.normalising.cardinals import DASHES, Number, cardinal, exact, glued, past_dash, plain, word
from crosscheck.normalising.numerals import DIGITS, WORD, Token, digits_value
from crosscheck.normalising.parts import fraction, odds, part_or_set, slashed, with_part
from crosscheck.normalising.units import is_currency_sign, is_unit_word

__all__ = ["DASHES", "STARTS", "Number", "glued", "may_hold_number", "number_at", "word"]

MINUS_SIGNS = frozenset("-−–")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_SCALE_WORDS = {**SCALES, "hundred": 100, **{f"{word}s": value for word, value in SCALES.items()}, "hundreds": 100}
_COLLECTIVES = {**SETS, "dozens": 12, "scores": 20}
# a word that is none of these, nor ends in -fold, begins no number
STARTS = frozenset((
    *SMALL, *SCALES, "hundred", *SETS, *ORDINALS, *ORDINAL_SCALES, *BANDS, *MULTIPLES, *ARTICLES,
    "several", "few", "half", "quarter", "couple", *GLYPHS,
    *DENOMINATORS,
))  # fmt: skip
# "a pair" is a number where neither word begins one; an article alone is in nearly every statement
_NUMBERING = (STARTS - ARTICLES) | {"pair"}
_LETTERS = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+")
_DIGIT = re.compile(r"\d")


def may_hold_number(text: str, start: int, end: int) -> bool:
    """Whether a digit or a word that numbers are made of stands in text[start:end]; without one there is no number.

    >>> [may_hold_number(text, 0, len(text)) for text in ("A ferry sank.", "A dozen drowned.", "It left at 9.")]
    [False, True, True]
    """
    part = text[start:end].lower()
    if _DIGIT.search(part) or "fold" in part:
        return True
    return not _NUMBERING.isdisjoint(_LETTERS.findall(part))


def number_at(tokens: Sequence[Token], at: int, floor: int = 0) -> Number | None:
    """The number that starts at the token, or with a sign or minus word before it, not before `floor`."""
    token = tokens[at]
    if token.kind == DIGITS:
        number = _from_digits(tokens, at)
    elif token.text in GLYPHS:
        number = exact(at, at + 1, GLYPHS[token.text], "fraction", "number.fraction")
    elif token.kind == WORD:
        number = _from_words(tokens, at) if token.low in STARTS or token.low.endswith("fold") else None
    else:
        return None
    return _negated(tokens, number, floor) if number else None


def _negated(tokens: Sequence[Token], number: Number, floor: int) -> Number:
    """The number below zero where a minus sign or word stands before it."""
    at = number.first - 1
    if at < floor or number.form not in ("digits", "words", "fraction"):
        return number
    before = tokens[at]
    dash = before.text in MINUS_SIGNS and at > floor and glued(tokens, at) and word(tokens, at - 1) in MINUS_WORDS
    if dash:
        at -= 1
    elif not (before.low in MINUS_WORDS or _minus_sign(tokens, at) or (at == 0 and before.text == "-")):
        return number
    return number._replace(first=at, low=-number.low, high=-number.high)


def _minus_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a minus: it touches the number and nothing but a blank or a bracket before it."""
    if tokens[at].text not in MINUS_SIGNS or not glued(tokens, at + 1):
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if glued(tokens, at):
        return before.text in ("(", "[", "<", ">", "=") or is_currency_sign(before.text)
    return before.kind != DIGITS


def _from_digits(tokens: Sequence[Token], at: int) -> Number | None:
    """A number that begins with digits."""
    read = digits_value(tokens[at].text)
    if read is None:
        return None
    value, precision = read
    after = at + 1
    if glued(tokens, after) and tokens[after].kind == WORD:
        low = tokens[after].low
        if low in _SUFFIXES and value.denominator == 1:
            return exact(at, after + 1, value, "ordinal", "number.ordinal", 1)
        if low == "s":
            return exact(at, after + 1, value, "plural", "number.plural")
        if low == "fold":
            return exact(at, after + 1, value, "multiple", "number.fold", precision)
    fraction = slashed(tokens, at)
    if fraction:
        return fraction
    raised = _raised(tokens, at, value)
    if raised:
        return raised
    power = _power(tokens, after)
    if power:
        after, factor = power
        return Number(at, after, value * factor, value * factor, precision * factor, "digits", "number.power", True)
    number = Number(at, after, value, value, precision, "digits", "number.digits")
    return odds(tokens, _fold(tokens, _scaled(tokens, with_part(tokens, number))))


def _power(tokens: Sequence[Token], at: int) -> tuple[int, Fraction] | None:
    """A power of ten after digits, and the token after it: "e6", "x10^-4", "×10−30"."""
    mark = word(tokens, at)
    if mark not in ("e", "x", "×") or not glued(tokens, at):
        return None
    if mark != "e":
        if word(tokens, at + 1) != "10":
            return None
        at += 2 if word(tokens, at + 2) == "^" else 1
        if word(tokens, at) == "10" and word(tokens, at + 1) not in MINUS_SIGNS:
            return None
    found = _exponent(tokens, at + 1)
    return (found[0], Fraction(10) ** found[1]) if found else None


def _exponent(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A small whole exponent with its signs, and the token after it."""
    sign = 1
    for _ in range(2):
        if word(tokens, at) in ("+", "-", "−"):
            sign *= 1 if word(tokens, at) == "+" else -1
            at += 1
    digits = word(tokens, at)
    if not (glued(tokens, at) and digits.isdigit() and len(digits) < 3):
        return None
    return at + 1, sign * int(digits)


def _raised(tokens: Sequence[Token], at: int, value: Fraction) -> Number | None:
    """A power written with a caret: "1.1^23"."""
    if word(tokens, at + 1) != "^" or not glued(tokens, at + 1) or len(tokens[at].text) > 8 or value == 0:
        return None
    found = _exponent(tokens, at + 2)
    return exact(at, found[0], value ** found[1], "digits", "number.power") if found else None


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number times the scale words or letters after it: "4.5 million", "3 lakh crore", "12.3m"."""
    at, factor = number.last, 1
    for _ in range(2):
        here = past_dash(tokens, at)
        step = _step(tokens, here)
        if step == 0 and factor == 1 and here == at:
            step = _letter_scale(tokens, number, at)
        if step == 0:
            break
        factor *= step
        at = here + 1
    if factor == 1:
        return number
    value = number.low * factor
    number = number._replace(
        last=at, low=value, high=value, precision=number.precision * factor, rule="number.scaled", scaled=True
    )
    return _with_rest(tokens, with_part(tokens, number), factor)


def _step(tokens: Sequence[Token], at: int) -> int:
    """What a scale word multiplies the number before it by; 0 for any other word."""
    low = word(tokens, at)
    if low in _SCALE_WORDS:
        return _SCALE_WORDS[low]
    return _COLLECTIVES[low] if low in _COLLECTIVES and _is_set(tokens, at) else 0


def _with_rest(tokens: Sequence[Token], number: Number, factor: int) -> Number:
    """The number with a smaller one after its scale: "3 hundred and 21", "4 thousand 3 hundred"."""
    joined = word(tokens, number.last) == "and"
    if number.form != "digits" or factor not in (100, 1000) or number.low.denominator != 1:
        return number
    rest = plain(tokens, number.last + joined)
    if rest is None or rest.low >= factor or rest.low < 1 or rest.form == "ordinal":
        return number
    if word(tokens, rest.last) == "hundred":
        rest = _with_rest(
            tokens, rest._replace(last=rest.last + 1, low=rest.low * 100, high=rest.low * 100, form="digits"), 100
        )
    elif not joined or word(tokens, rest.last) in _SCALE_WORDS:
        return number
    value = number.low + rest.low
    return (
        number._replace(last=rest.last, low=value, high=value, precision=rest.precision)
        if rest.low < factor
        else number
    )


def _is_set(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dozen or a score is a number here: "three score years", not "a score of 12"."""
    low = word(tokens, at)
    return low != "score" or looks_plural(word(tokens, at + 1))


def _letter_scale(tokens: Sequence[Token], number: Number, at: int) -> int:
    """What a letter after a figure multiplies it by; 0 where it is a unit, or nothing."""
    if at >= len(tokens) or tokens[at].kind != WORD or tokens[at].text not in SCALE_LETTERS or number.form != "digits":
        return 0
    letter, touching = tokens[at].text, glued(tokens, at)
    if glued(tokens, at + 1) and tokens[at + 1].kind == DIGITS:
        return 0
    money = number.first > 0 and is_currency_sign(tokens[number.first - 1].text)
    after = word(tokens, at + 1)
    certain = letter in SURE_LETTERS and (touching or len(letter) > 1) and letter != "mil"
    counts = is_unit_word(after) or looks_plural(after) or after in ("of", "combined", "metric", "cubic", "square")
    if certain or money or (letter == "mil" and touching):
        return SCALE_LETTERS[letter]
    if letter in ("m", "b", "B") and (touching or letter == "B") and counts:
        return SCALE_LETTERS[letter]
    if not touching and letter in ("k", "K", "M", "G") and not after.isalpha():
        return SCALE_LETTERS[letter]
    return SCALE_LETTERS[letter] if touching and letter == "b" else 0


def _fold(tokens: Sequence[Token], number: Number) -> Number:
    """A multiple: "ten-fold", "four times"."""
    at = past_dash(tokens, number.last)
    if word(tokens, at) == "fold" and at > number.last:
        return number._replace(last=at + 1, form="multiple", rule="number.fold")
    return number


def _from_words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number that begins with a word."""
    low = tokens[at].low
    if low in BANDS:
        return _band(tokens, at)
    if low in MULTIPLES:
        return exact(at, at + 1, MULTIPLES[low], "multiple", "number.multiple", 1)
    if low.endswith("fold"):
        stem = low[:-4].rstrip("-")
        return exact(at, at + 1, SMALL[stem], "multiple", "number.fold", 1) if stem in SMALL else None
    if low in _FEW or (low in ARTICLES and word(tokens, at + 1) in _FEW):
        return _several(tokens, at)
    if low in ARTICLES or low in ("half", "quarter", "couple"):
        number = part_or_set(tokens, at)
        if number is None or number.form != "words" or number.rule != "number.words":
            return number
        return _times_scale(tokens, fraction(tokens, number))
    number = cardinal(tokens, at, joins=word(tokens, at - 1) not in ("between",))
    if number is None or number.form == "ordinal":
        return number
    return odds(tokens, _fold(tokens, _times_scale(tokens, _decimal(tokens, fraction(tokens, number)))))


def _times_scale(tokens: Sequence[Token], number: Number) -> Number:
    """Number words times what may still follow: "two and a half million", "three dozen"."""
    return _scaled(tokens, number) if number.form == "words" else number


def _band(tokens: Sequence[Token], at: int) -> Number | None:
    """A vague band: "dozens", "tens of thousands"; "tens" and "scores" need what they are of."""
    low, after = BANDS[tokens[at].low], at + 1
    ten = 10
    for _ in range(2):
        if (
            word(tokens, after) == "of"
            and word(tokens, after + 1) in BANDS
            and word(tokens, after + 1) not in ("tens", "scores")
        ):
            low *= BANDS[word(tokens, after + 1)]
            after += 2
    if after == at + 1 and tokens[at].low in ("tens", "scores") and word(tokens, after) != "of":
        return None
    return Number(at, after, Fraction(low), Fraction(low * ten), Fraction(low), "band", "number.band")


_FEW = frozenset(("several", "few"))


def _several(tokens: Sequence[Token], at: int) -> Number | None:
    """A band told by "several" or "a few" and a scale: "several thousand", "a few dozen"."""
    scale = at + 1 + (tokens[at].low in ARTICLES)
    low = {"hundred": 100, "dozen": 12, **SCALES}.get(word(tokens, scale))
    if low is None:
        return None
    return Number(at, scale + 1, Fraction(low), Fraction(10 * low), Fraction(low), "band", "number.several")


def _decimal(tokens: Sequence[Token], number: Number) -> Number:
    """ "five point zero eight", "two hundred point seventy-one"."""
    at = number.last
    if word(tokens, at) != "point" or number.form != "words" or number.scaled:
        return number
    digits, at = "", at + 1
    while len(digits) < 12 and word(tokens, at) in ONES:
        digits += str(ONES[word(tokens, at)])
        at += 1
    if not digits:
        more = cardinal(tokens, at, joins=False)
        if more is None or more.form != "words" or not 10 <= more.low < 100:
            return number
        digits, at = str(more.low), more.last
    value = number.low + Fraction(int(digits), 10 ** len(digits))
    return number._replace(last=at, low=value, high=value, precision=Fraction(1, 10 ** len(digits)), scaled=True)
