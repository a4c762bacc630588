"""Parts of one: "two thirds", "3/4", "half a million", "one in five", "and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crosscheck.lexicon.en.nouns import looks_plural
from crosscheck.lexicon.en.numbers import ARTICLES, DENOMINATORS, GLYPHS, ORDINALS, PARTS, SCALES, TENS
from crosscheck.lexicon.listed import listed
from crosscheck.normalising.cardinals import (
    Form,
    Number,
    cardinal,
    exact,
    glued,
    past_dash,
    past_loose_dash,
    plain,
    word,
)
from crosscheck.normalising.numerals import Token, digits_value
from crosscheck.normalising.units import is_unit_word

_ODDS = frozenset((*range(2, 11), 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 300, 400, 500, 1000, 10000, 100000))


_BOTTOMS = frozenset(("2", "3", "4", "5", "6", "8", "10", "16", "32", "64", "100"))


def slashed(tokens: Sequence[Token], at: int) -> Number | None:
    """A fraction in digits, "3/4", or a mark out of so many, "6.9/10"; not "9/11", "24/7", "5/17/2018"."""
    if word(tokens, at + 1) != "/" or not glued(tokens, at + 1) or not glued(tokens, at + 2):
        return None
    top, bottom = tokens[at].text, word(tokens, at + 2)
    if bottom not in _BOTTOMS or len(top) > 4 or word(tokens, at + 3) == "/":
        return None
    read = digits_value(top)
    if read is None or read[0] >= int(bottom) or (read[0].denominator != 1 and bottom not in ("10", "100", "5")):
        return None
    return exact(at, at + 3, read[0] / int(bottom), "fraction", "number.fraction")


def denominator(tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
    """The token after a denominator in words, its value, and whether it is a plural: "thirds", "twenty-fifth"."""
    low = word(tokens, at)
    if low in PARTS:
        return at + 1, PARTS[low], True
    if low in DENOMINATORS:
        return at + 1, DENOMINATORS[low], False
    if low in TENS:
        below = past_dash(tokens, at + 1)
        unit = word(tokens, below).removesuffix("s")
        if ORDINALS.get(unit, 10) < 10:
            return below + 1, TENS[low] + ORDINALS[unit], word(tokens, below) != unit
    return None


def with_part(tokens: Sequence[Token], number: Number) -> Number:
    """The number with a fraction after it: "10 1/2", "10-1/2", "1½", "two and a half", "3 million and a half"."""
    at = number.last
    if at >= len(tokens) or number.precision < 1:
        return number
    scale = SCALES.get(word(tokens, at - 1).removesuffix("s"), 1)
    part: Number | None = None
    if tokens[at].text in GLYPHS and not number.scaled:
        part = exact(at, at + 1, GLYPHS[tokens[at].text], "fraction", "number.fraction")
    elif number.form == "digits" and not number.scaled:
        part = slashed(tokens, past_dash(tokens, at))  # "2-1/2 years"
    elif scale == 1 or scale >= 10**6:
        part = _and_part(tokens, at)
    if part is None:
        return number
    smaller = SCALES.get(word(tokens, part.last), scale)
    last = part.last
    if smaller < scale:
        scale, last = smaller, last + 1
    value = number.low + part.low * scale
    return Number(
        number.first, last, value, value, Fraction(scale, 10), number.form, "number.mixed", scale == 1 or number.scaled
    )


def _and_part(tokens: Sequence[Token], at: int) -> Number | None:
    """ "and a half", "-and-a-half", "and three quarters", "and fifty-four hundredths"."""
    at = past_dash(tokens, at)
    if word(tokens, at) != "and":
        return None
    at = past_dash(tokens, at + 1)
    if word(tokens, at) in ARTICLES:
        top, below = 1, past_dash(tokens, at + 1)
    else:
        number = cardinal(tokens, at, joins=False)
        if number is None or number.form != "words" or number.scaled:
            return None
        top, below = int(number.low), past_dash(tokens, number.last)
    found = denominator(tokens, below)
    if found is None or top >= found[1] or found[2] != (top > 1):
        return None
    return exact(at, found[0], Fraction(top, found[1]), "fraction", "number.fraction")


def odds(tokens: Sequence[Token], number: Number) -> Number:
    """A share: "one in five", "nine out of ten", "1 over 3" is none."""
    at, top = number.last, number.low
    if number.form not in ("digits", "words") or number.scaled or top.denominator != 1 or not 0 < top < 100:
        return number
    if word(tokens, at) == "in":
        at += 1
    elif word(tokens, at) == "out" and word(tokens, at + 1) == "of":
        at += 2
    elif word(tokens, at) == "over":
        return _over(tokens, number)
    else:
        return number
    if word(tokens, at) == "every":
        at += 1
    bottom = plain(tokens, at)
    if bottom is None or bottom.low <= top:
        return number
    if word(tokens, at - 1) != "of" and bottom.low not in _ODDS and bottom.form != "words":
        return number
    if word(tokens, at - 1) == "in" and (top > 9 or is_unit_word(word(tokens, bottom.last))):
        return number
    return exact(number.first, bottom.last, top / bottom.low, "fraction", "number.one-in")


def _over(tokens: Sequence[Token], number: Number) -> Number:
    """ "one over three", where nothing follows that the second number could count."""
    at = number.last + 1
    bottom = plain(tokens, at) or None
    if bottom is not None and bottom.form == "words":
        bottom = cardinal(tokens, at, joins=True)
    if bottom is None or bottom.low <= 1 or not _ends(tokens, bottom.last):
        return number
    return exact(number.first, bottom.last, number.low / bottom.low, "fraction", "number.one-over")


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase ends before the token: nothing but punctuation follows."""
    return not word(tokens, at)[:1].isalnum() and word(tokens, at) not in ("%", "-")


def part_or_set(tokens: Sequence[Token], at: int) -> Number | None:
    """What begins with an article, "half" or "quarter": "a dozen", "half a million", "a third of"."""
    low = tokens[at].low
    first = at
    if low in ARTICLES:
        at += 1
        low = word(tokens, at)
    if low == "half":
        return _half(tokens, first, at)
    if low in ("couple", "pair") and at > first:
        sets = (
            {"dozen": 12, "hundred": 100, **SCALES}.get(word(tokens, at + 2)) if word(tokens, at + 1) == "of" else None
        )
        if sets:
            return exact(first, at + 3, 2 * sets, "words", "number.couple", sets)
        return exact(first, at + 1, 2, "words", "number.couple", 1) if _of_many(tokens, at + 1) else None
    compound = denominator(tokens, at) if at > first and low in TENS else None
    if compound and not compound[2]:
        return (
            exact(first, compound[0], Fraction(1, compound[1]), "fraction", "number.fraction")
            if _ends(tokens, compound[0])
            else None
        )
    if low in DENOMINATORS:
        return _one_part(tokens, first, at)
    if low in ("dozen", "doz"):
        return (
            exact(first, at + 1, 12, "words", "number.dozen", 1)
            if at > first or looks_plural(word(tokens, at + 1))
            else None
        )
    if low in SCALES or low == "hundred":
        number = cardinal(tokens, at, joins=True)
        return None if number is None else number._replace(first=first)
    return None


def _of_many(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" and a plural follow, within three words."""
    return word(tokens, at) == "of" and any(looks_plural(word(tokens, at + k)) for k in (1, 2, 3))


def _half(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "half", alone or of a million, a dozen, an hour; not "the second half", not "half-time"."""
    after = at + 1
    dashed = past_dash(tokens, after)
    follows = word(tokens, dashed)
    if follows in ARTICLES:
        dashed, follows = dashed + 1, word(tokens, dashed + 1)
    if follows in SCALES or follows in ("dozen", "hundred"):
        factor = {**SCALES, "dozen": 12, "hundred": 100}[follows]
        return exact(first, dashed + 1, Fraction(factor, 2), "words", "number.half-of", factor // 10 or 1)
    if is_unit_word(follows):
        return exact(first, dashed, Fraction(1, 2), "words", "number.half", Fraction(1, 10))
    before = word(tokens, first - 1)
    if (
        before in ORDINALS
        or before in ("other", "better", "latter", "the", "last", "this", "next")
        or (dashed > after and follows not in ("the",))
    ):
        return None
    if at > first and word(tokens, after) not in ("of", "", ".", ",", "to", "in", "from", ")", "per", "percent"):
        return None
    if word(tokens, after) in ("past", "way", "time", "back", "brother", "sister", "full", "empty"):
        return None
    return _percent_part(tokens, exact(first, after, Fraction(1, 2), "fraction", "number.half"))


def _percent_part(tokens: Sequence[Token], number: Number) -> Number:
    """Half a per cent is 0.5 per cent: a figure, not a share."""
    at = number.last + (word(tokens, number.last) in ARTICLES)
    if word(tokens, at) in ("percent", "per", "percentage") and (
        word(tokens, at) != "per" or word(tokens, at + 1) == "cent"
    ):
        return number._replace(last=at, form="words", precision=Fraction(1, 10))
    return number


_PART_ENDS = listed("""
    of to in from by since after on compared as and or lower higher more less fewer during over under last this
    between for at with while but are were was is have had said say than
""")


def _one_part(tokens: Sequence[Token], first: int, at: int) -> Number | None:
    """ "a third of", "by a quarter"; not "a third man", "in a quarter"."""
    low, after = tokens[at].low, at + 1
    if low == "quarter" and first == at and word(tokens, after) not in SCALES and word(tokens, after) != "of":
        return None
    factor = 1
    of = after + (word(tokens, after) == "of") + (word(tokens, after) == "of" and word(tokens, after + 1) in ARTICLES)
    if word(tokens, of) in SCALES:
        factor, after = SCALES[word(tokens, of)], of + 1
    elif (low == "quarter" and first == at) or (
        word(tokens, after) != "of"
        and not (
            (
                word(tokens, first - 1)
                in (
                    "by",
                    "about",
                    "nearly",
                    "almost",
                    "than",
                    "over",
                    "some",
                    "least",
                    "around",
                    "only",
                    "up",
                    "down",
                    "is",
                    "was",
                    "",
                )
                and not word(tokens, after).isalpha()
            )
            or (
                word(tokens, first - 1) in ("by", "up", "down", "than", "and", "rose", "fell")
                and word(tokens, after) in _PART_ENDS
            )
        )
    ):
        return None
    value = Fraction(factor, DENOMINATORS[low])
    if factor > 1:
        return exact(first, after, value, "words", "number.half-of", Fraction(factor, 100))
    return exact(first, after, value, "fraction", "number.fraction")


def fraction(tokens: Sequence[Token], number: Number) -> Number:
    """ "two thirds", "one-fifth", "twenty-three fifths"; the number with a part after it where none follows."""
    below = past_loose_dash(tokens, number.last)
    found = denominator(tokens, below)
    top = number.low
    if (
        found is None
        or top.denominator != 1
        or found[2] != (top > 1)
        or _periods(tokens, number.first, word(tokens, below))
    ):
        return with_part(tokens, number)
    last, bottom, _ = found
    if top >= bottom and bottom in (2, 4):
        return number
    factor = 1
    of = last + 2 if word(tokens, last) == "of" and word(tokens, last + 1) in ARTICLES else last
    if word(tokens, of) in SCALES:
        factor, last = SCALES[word(tokens, of)], of + 1
    form: Form = "fraction" if factor == 1 else "words"
    return exact(number.first, last, top * factor / bottom, form, "number.fraction", Fraction(factor, 100))


def _periods(tokens: Sequence[Token], first: int, low: str) -> bool:
    """Whether quarters or halves are stretches of time: "the last three quarters"."""
    return low in ("quarters", "quarter", "halves") and word(tokens, first - 1) in (
        "last", "past", "first", "next", "consecutive", "previous", "straight", "final", "recent",
    )  # fmt: skip
