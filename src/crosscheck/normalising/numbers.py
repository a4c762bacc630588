"""Numbers as English prints them: digits, words, both mixed, fractions, ordinals, bands and multiples.

`number_at` reads the number that starts at a token and says where it ends; what it counts, and whether
it is a figure at all, is for others to say. It never looks at a token more than a few times, so reading
a text takes time linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

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
    PARTS,
    SCALE_LETTERS,
    SCALES,
    SETS,
    SMALL,
    SURE_LETTERS,
    TENS,
)  # fmt: skip
from crosscheck.normalising.numerals import DIGITS, SIGN, WORD, Token, digits_value
from crosscheck.normalising.units import is_currency_sign, is_unit_word

Form = Literal["digits", "words", "fraction", "band", "ordinal", "multiple", "plural"]

DASHES = frozenset("-–—−‐‑")
MINUS_SIGNS = frozenset("-−–")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_ODDS = frozenset((*range(2, 11), 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 300, 400, 500, 1000, 10000, 100000))
_SCALE_WORDS = {**SCALES, "hundred": 100, **{f"{word}s": value for word, value in SCALES.items()}, "hundreds": 100}
_COLLECTIVES = {**SETS, "dozens": 12, "scores": 20}
_STARTS = frozenset((
    *SMALL, *SCALES, "hundred", *SETS, *ORDINALS, *ORDINAL_SCALES, *BANDS, *MULTIPLES, *ARTICLES, "half", "quarter", "couple",
    "one-half",
))  # fmt: skip
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
    return tokens[at].low if 0 <= at < len(tokens) and tokens[at].kind in (WORD, DIGITS, SIGN) else ""


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether no blank stands between the token and the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def number_at(tokens: Sequence[Token], at: int, floor: int = 0) -> Number | None:
    """The number that starts at the token, or with a sign or minus word before it, not before `floor`."""
    token = tokens[at]
    if token.kind == DIGITS:
        number = _from_digits(tokens, at)
    elif token.kind == WORD:
        number = _from_words(tokens, at) if token.low in _STARTS or token.low.endswith("fold") else None
    elif token.text in GLYPHS:
        number = _exact(at, at + 1, GLYPHS[token.text], "fraction", "number.fraction")
    else:
        return None
    return _negated(tokens, number, floor) if number else None


def _exact(
    first: int, last: int, value: Fraction | int, form: Form, rule: str, precision: Fraction | int = 0
) -> Number:
    value = Fraction(value)
    if not precision:
        precision = Fraction(1, 100) if form == "fraction" else _place(value)
    return Number(first, last, value, value, Fraction(precision), form, rule)


def _place(value: Fraction) -> Fraction:
    """The last place that counts in a number that was not printed in digits."""
    if value.denominator != 1:
        return Fraction(1, 10)
    digits = str(abs(int(value)))
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0")))) if value else Fraction(1)


def _negated(tokens: Sequence[Token], number: Number, floor: int) -> Number:
    """The number below zero where a minus sign or word stands before it."""
    at = number.first - 1
    if at < floor or number.form not in ("digits", "words"):
        return number
    before = tokens[at]
    dash = before.text in MINUS_SIGNS and at > floor and glued(tokens, at) and word(tokens, at - 1) in MINUS_WORDS
    if dash:
        at -= 1
    elif not (before.low in MINUS_WORDS or _minus_sign(tokens, at)):
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


# digits


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
            return _exact(at, after + 1, value, "ordinal", "number.ordinal", 1)
        if low == "s":
            return _exact(at, after + 1, value, "plural", "number.plural")
        if low == "fold":
            return _exact(at, after + 1, value, "multiple", "number.fold", precision)
    fraction = _slashed(tokens, at)
    if fraction:
        return fraction
    power = _power(tokens, after)
    if power:
        after, factor = power
        return Number(at, after, value * factor, value * factor, precision * factor, "digits", "number.power", True)
    number = Number(at, after, value, value, precision, "digits", "number.digits")
    return _odds(tokens, _fold(tokens, _scaled(tokens, _with_part(tokens, number))))


def _slashed(tokens: Sequence[Token], at: int) -> Number | None:
    """A fraction in digits: "3/4"."""
    if word(tokens, at + 1) != "/" or not glued(tokens, at + 1) or not glued(tokens, at + 2):
        return None
    top, bottom = tokens[at].text, tokens[at + 2].text
    if not (top.isdigit() and bottom.isdigit() and len(top) < 4 and len(bottom) < 4) or int(bottom) == 0:
        return None
    if (
        word(tokens, at + 3) == "/"
        or int(bottom) not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100)
        or int(top) >= int(bottom)
    ):
        return None
    return _exact(at, at + 3, Fraction(int(top), int(bottom)), "fraction", "number.fraction")


def _with_part(tokens: Sequence[Token], number: Number) -> Number:
    """The number with a fraction after it: "10 1/2", "1½", "two and a half"."""
    at = number.last
    if at >= len(tokens):
        return number
    if number.precision < 1 or number.scaled:
        return number
    part: Number | None = None
    if tokens[at].text in GLYPHS:
        part = _exact(at, at + 1, GLYPHS[tokens[at].text], "fraction", "number.fraction")
    elif tokens[at].kind == DIGITS and number.form == "digits":
        part = _slashed(tokens, at)
    else:
        part = _and_part(tokens, at)
    if part is None:
        return number
    value = number.low + part.low
    return Number(number.first, part.last, value, value, Fraction(1, 10), number.form, "number.mixed", True)


def _and_part(tokens: Sequence[Token], at: int) -> Number | None:
    """ "and a half", "-and-a-half", "and three quarters"."""
    at = _past_dash(tokens, at)
    if word(tokens, at) != "and":
        return None
    at = _past_dash(tokens, at + 1)
    top = 1 if word(tokens, at) in ARTICLES else ONES.get(word(tokens, at), 0)
    below = _past_dash(tokens, at + 1)
    if top == 1 and word(tokens, below) in DENOMINATORS:
        bottom = DENOMINATORS[word(tokens, below)]
        return _exact(at, below + 1, Fraction(1, bottom), "fraction", "number.fraction")
    bottom = PARTS.get(word(tokens, below), 0)
    if 1 < top < bottom:
        return _exact(at, below + 1, Fraction(top, bottom), "fraction", "number.fraction")
    return None


def _past_dash(tokens: Sequence[Token], at: int) -> int:
    """The next token, or the one after a hyphen that touches both its neighbours."""
    return at + 1 if word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1) else at


def _power(tokens: Sequence[Token], at: int) -> tuple[int, Fraction] | None:
    """A power of ten after digits: "e6", "x10^-4"."""
    if not glued(tokens, at) or word(tokens, at) not in ("e", "x", "×"):
        return None
    if word(tokens, at) != "e":
        if word(tokens, at + 1) != "10" or word(tokens, at + 2) != "^":
            return None
        at += 2
    sign = word(tokens, at + 1)
    at += 2 if sign in ("+", "-") else 1
    digits = word(tokens, at)
    if not (glued(tokens, at) and digits.isdigit() and len(digits) < 3):
        return None
    return at + 1, Fraction(10) ** (-int(digits) if sign == "-" else int(digits))


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """The number times the scale words or letters after it: "4.5 million", "3 lakh crore", "12.3m"."""
    at, factor = number.last, 1
    for _ in range(2):
        here = _past_dash(tokens, at) if number.form == "digits" or word(tokens, at + 1) not in SETS else at
        low = word(tokens, here)
        if low in _SCALE_WORDS:
            step = _SCALE_WORDS[low]
        elif low in _COLLECTIVES and _is_set(tokens, here):
            step = _COLLECTIVES[low]
        elif factor == 1 and here == at:
            step = _letter_scale(tokens, number, at)
        else:
            break
        if step == 0:
            break
        factor *= step
        at = here + 1
    if factor == 1:
        return number
    value = number.low * factor
    number = number._replace(
        last=at, low=value, high=value, precision=number.precision * factor, rule="number.scaled", scaled=True
    )  # fmt: skip
    part = _and_part(tokens, at) if factor >= 10**6 else None
    if part is None:
        return number
    value += part.low * factor
    return number._replace(last=part.last, low=value, high=value, precision=Fraction(factor, 10))


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
    return SCALE_LETTERS[letter] if touching and letter == "b" else 0


def _fold(tokens: Sequence[Token], number: Number) -> Number:
    """A multiple: "ten-fold", "four times"."""
    at = _past_dash(tokens, number.last)
    if word(tokens, at) == "fold" and at > number.last:
        return number._replace(last=at + 1, form="multiple", rule="number.fold")
    return number


def _odds(tokens: Sequence[Token], number: Number) -> Number:
    """A share: "one in five", "nine out of ten", "1 over 3" is none."""
    at, top = number.last, number.low
    if number.form not in ("digits", "words") or number.scaled or top.denominator != 1 or not 0 < top < 100:
        return number
    if word(tokens, at) == "in":
        at += 1
    elif word(tokens, at) == "out" and word(tokens, at + 1) == "of":
        at += 2
    else:
        return number
    if word(tokens, at) == "every":
        at += 1
    bottom = _plain(tokens, at)
    if bottom is None or bottom.low <= top or (word(tokens, at - 1) != "of" and bottom.low not in _ODDS):
        return number
    if word(tokens, at - 1) == "in" and (top > 9 or is_unit_word(word(tokens, bottom.last))):
        return number
    return _exact(number.first, bottom.last, top / bottom.low, "fraction", "number.one-in")


def _plain(tokens: Sequence[Token], at: int) -> Number | None:
    """A whole number in digits or words, without what may follow it."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == DIGITS:
        read = digits_value(tokens[at].text)
        return (
            None if read is None or read[0].denominator != 1 else _exact(at, at + 1, read[0], "digits", "number.digits")
        )
    return _cardinal(tokens, at, joins=False) if tokens[at].kind == WORD else None


# words


def _from_words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number that begins with a word."""
    low = tokens[at].low
    if low in BANDS:
        return _band(tokens, at)
    if low in MULTIPLES:
        return _exact(at, at + 1, MULTIPLES[low], "multiple", "number.multiple", 1)
    if low.endswith("fold"):
        stem = low[:-4].rstrip("-")
        return _exact(at, at + 1, SMALL[stem], "multiple", "number.fold", 1) if stem in SMALL else None
    if low in ARTICLES or low in ("half", "quarter", "couple"):
        return _part_or_set(tokens, at)
    number = _cardinal(tokens, at, joins=word(tokens, at - 1) not in ("between",))
    if number is None or number.form == "ordinal":
        return number
    return _odds(tokens, _fold(tokens, _times_scale(tokens, _decimal(tokens, _fraction(tokens, number)))))


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


def _part_or_set(tokens: Sequence[Token], at: int) -> Number | None:
    """What begins with an article, "half" or "quarter": "a dozen", "half a million", "a third of"."""
    low = tokens[at].low
    first = at
    if low in ARTICLES:
        at += 1
        low = word(tokens, at)
    if low == "half":
        return _half(tokens, first, at)
    if low in ("couple", "pair") and at > first:
        return _exact(first, at + 1, 2, "words", "number.couple", 1) if _of_many(tokens, at + 1) else None
    if low in DENOMINATORS:
        return _one_part(tokens, first, at)
    if low in SCALES or low == "hundred" or low in SETS:
        if low == "score":
            return None
        number = _cardinal(tokens, at, joins=True)
        return None if number is None else _times_scale(tokens, number._replace(first=first))
    return None


def _of_many(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" and a plural follow, within three words."""
    return word(tokens, at) == "of" and any(looks_plural(word(tokens, at + k)) for k in (1, 2, 3))


def _half(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "half", alone or of a million, a dozen, an hour; not "the second half", not "half-time"."""
    after = at + 1
    dashed = _past_dash(tokens, after)
    follows = word(tokens, dashed)
    if follows in ARTICLES:
        dashed, follows = dashed + 1, word(tokens, dashed + 1)
    if follows in SCALES or follows in ("dozen", "hundred"):
        factor = {**SCALES, "dozen": 12, "hundred": 100}[follows]
        return _exact(first, dashed + 1, Fraction(factor, 2), "words", "number.half-of", factor // 10 or 1)
    if is_unit_word(follows):
        return _exact(first, dashed, Fraction(1, 2), "words", "number.half", Fraction(1, 10))
    before = word(tokens, first - 1)
    if (
        before in ORDINALS
        or before in ("other", "better", "latter", "the", "last", "this", "next")
        or (dashed > after
        and follows not in ("the",))
    ):
        return None
    if at > first and word(tokens, after) not in ("of", "", ".", ",", "to", "in", "from", ")", "per", "percent"):
        return None
    if word(tokens, after) in ("past", "way", "time", "back", "brother", "sister", "full", "empty"):
        return None
    return _percent_part(tokens, _exact(first, after, Fraction(1, 2), "fraction", "number.half"))


def _percent_part(tokens: Sequence[Token], number: Number) -> Number:
    """Half a per cent is 0.5 per cent: a figure, not a share."""
    at = number.last + (word(tokens, number.last) in ARTICLES)
    if word(tokens, at) in ("percent", "per", "percentage") and (
        word(tokens, at) != "per" or word(tokens, at + 1) == "cent"
    ):
        return number._replace(last=at, form="words", precision=Fraction(1, 10))
    return number


_PART_ENDS = frozenset((
    "of", "to", "in", "from", "by", "since", "after", "on", "compared", "as", "and", "or", "lower", "higher", "more", "less",
    "fewer", "during", "over", "under", "last", "this", "between", "for", "at", "with", "while", "but", "are", "were", "was",
    "is", "have", "had", "said", "say", "than", "",
))  # fmt: skip


def _one_part(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "a third of", "by a quarter"; not "a third man", "in a quarter"."""
    low, after = tokens[at].low, at + 1
    if low == "quarter" and first == at and word(tokens, after) not in SCALES and word(tokens, after) != "of":
        return None
    factor = 1
    of = after + (word(tokens, after) == "of") + (word(tokens, after) == "of" and word(tokens, after + 1) in ARTICLES)
    if word(tokens, of) in SCALES:
        factor, after = SCALES[word(tokens, of)], of + 1
    elif (low == "quarter" and first == at) or (word(tokens, after) != "of" and not (
        (word(tokens, first - 1) in ("by", "about", "nearly", "almost", "than", "over", "some", "least", "around", "only", "up", "down", "is", "was", "")
         and not word(tokens, after).isalpha())
        or (word(tokens, first - 1) in ("by", "up", "down", "than", "and", "rose", "fell") and word(tokens, after) in _PART_ENDS)
    )):
        return None
    value = Fraction(factor, DENOMINATORS[low])
    if factor > 1:
        return _exact(first, after, value, "words", "number.half-of", Fraction(factor, 100))
    return _exact(first, after, value, "fraction", "number.fraction")


def _fraction(tokens: Sequence[Token], number: Number) -> Number:
    """ "two thirds", "one-fifth", "two and a half"; the number itself where no part follows."""
    below = _past_dash(tokens, number.last)
    low = word(tokens, below)
    top = number.low
    bottom = PARTS.get(low, 0) if top > 1 else DENOMINATORS.get(low, 0) if top == 1 else 0
    if bottom > top and not number.scaled and top < 100 and not _periods(tokens, number.first, low):
        factor, after = 1, below + 1
        of = after + 2 if word(tokens, after) == "of" and word(tokens, after + 1) in ARTICLES else after
        if word(tokens, of) in SCALES:
            factor, after = SCALES[word(tokens, of)], of + 1
        form: Form = "fraction" if factor == 1 else "words"
        return _exact(number.first, after, top * factor / bottom, form, "number.fraction", Fraction(factor, 100))
    return _with_part(tokens, number)


def _periods(tokens: Sequence[Token], first: int, low: str) -> bool:
    """Whether quarters or halves are stretches of time: "the last three quarters"."""
    return low in ("quarters", "quarter", "halves") and word(tokens, first - 1) in (
        "last", "past", "first", "next", "consecutive", "previous", "straight", "final", "recent",
    )  # fmt: skip


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
        more = _cardinal(tokens, at, joins=False)
        if more is None or more.form != "words" or not 10 <= more.low < 100:
            return number
        digits, at = str(more.low), more.last
    value = number.low + Fraction(int(digits), 10 ** len(digits))
    return number._replace(last=at, low=value, high=value, precision=Fraction(1, 10 ** len(digits)), scaled=True)


def _times_scale(tokens: Sequence[Token], number: Number) -> Number:
    """Number words times what may still follow: "two and a half million", "three dozen", "two hundreds"."""
    return _scaled(tokens, number) if number.form == "words" else number


class _Sum(NamedTuple):
    """What the words read so far come to: whole groups, the group at hand, the last scale."""

    total: int = 0
    group: int = 0
    state: str = ""
    scale: int = _MOST


def _cardinal(tokens: Sequence[Token], at: int, joins: bool) -> Number | None:
    """Number words from the token on, as far as they make one number; an ordinal word may end it."""
    first, sofar = at, _Sum()
    while True:
        here = _past_dash(tokens, at) if sofar.state else at
        low = word(tokens, here)
        step = _add(sofar, low)
        if step is None and low == "and" and joins and _may_join(tokens, here + 1, sofar):
            here += 1
            low = word(tokens, here)
            step = _add(sofar, low)
        if step is None:
            ordinal = _ordinal(sofar, low)
            if ordinal is not None:
                return _exact(first, here + 1, ordinal, "ordinal", "number.ordinal", 1)
            break
        sofar, at = step, here + 1
    if not sofar.state:
        return None
    number = _exact(first, at, sofar.total + sofar.group, "words", "number.words")
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
    after = _past_dash(tokens, at + 1)
    if low in TENS and word(tokens, after) in ONES:
        after += 1
    follows = word(tokens, after)
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
