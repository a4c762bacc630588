"""English number words and the words that bound or blur a figure.

The reader looks words up here one at a time; `RULES` states the same knowledge as rows with examples,
so that a reader of a report can see what a rule id means.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from crosscheck.lexicon.listed import listed
from crosscheck.lexicon.rules import Rule

Effect = Literal["at-least", "more", "at-most", "less", "about", "nearly", "just-over", "between", "from"]

ONES: dict[str, int] = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS: dict[str, int] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL: dict[str, int] = {**ONES, **TEENS, **TENS}

# spelt out, singular or plural after a figure ("4 thousands")
SCALES: dict[str, int] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "lac": 10**5, "crore": 10**7,
}  # fmt: skip
SETS: dict[str, int] = {"dozen": 12, "doz": 12, "dzs": 12, "dozs": 12, "score": 20}

# letters after a figure; a lone m, b, t, g or k stands for more things than a scale, so each needs its context
SCALE_LETTERS: dict[str, int] = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6,
    "MM": 10**6, "mm": 10**6, "Mn": 10**6, "b": 10**9, "B": 10**9, "bn": 10**9, "Bn": 10**9, "BN": 10**9,
    "bln": 10**9, "t": 10**12, "T": 10**12, "tn": 10**12, "tln": 10**12, "trn": 10**12, "Tn": 10**12,
    "cr": 10**7, "G": 10**9,
}  # fmt: skip
SURE_LETTERS = listed("mn mln mil mio Mn bn Bn BN bln tn tln trn Tn k M MM")

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "nineth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ORDINAL_SCALES: dict[str, int] = {
    "hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
DENOMINATORS: dict[str, int] = {
    **{word: value for word, value in ORDINALS.items() if value > 2}, **ORDINAL_SCALES, "half": 2, "quarter": 4,
}  # fmt: skip
PARTS: dict[str, int] = {
    **{word + "s": value for word, value in DENOMINATORS.items() if word != "half"}, "halves": 2,
}  # fmt: skip
GLYPHS: dict[str, Fraction] = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip

# a plural without a figure is a band: from one of it up to, not including, the next power of ten
BANDS: dict[str, int] = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip

MULTIPLES: dict[str, int] = {
    "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4,
    "quadrupling": 4, "quintupled": 5,
}  # fmt: skip
NUMBER_WORDS = frozenset((*SMALL, *SCALES, "hundred"))
MINUS_WORDS = frozenset(("minus", "negative"))
ARTICLES = frozenset(("a", "an"))


class Qualifier(NamedTuple):
    """Words before or after a figure that say what they do to it."""

    id: str
    effect: Effect
    words: tuple[str, ...]
    meaning: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


BEFORE: tuple[Qualifier, ...] = (
    Qualifier(
        "number.at-least", "at-least",
        ("at least", "at the very least", "no fewer than", "no less than", "not less than", "not fewer than",
         "a minimum of", "minimum of", "minimum", "a minimum", "at least some", "at least about",
         "at or above", "greater than or equal to", "greater or equal to", "more than or equal to",
         "equal to or more than", "equal to or greater than", "at least or equal to", "bigger or equal than",
         "higher or equal than", "more or equal than", "greater or equal than", "larger or equal than",
         "≥", "> =", ">="),
        "not below the figure, which itself is possible",
        ("at least nine people", "no fewer than 30 homes"), ("at last 30 homes", "the least of nine"),
    ),
    Qualifier(
        "number.more-than", "more",
        ("more than", "over", "above", "upwards of", "upward of", "in excess of", "exceeding", "exceeded", "exceeds",
         "exceed", "greater than", "larger than", "higher than", "bigger than", "longer than", "better than",
         "well over", "well above", "far more than", "much more than", "many more than", "north of", "surpassing",
         "surpassed", "surpass", "topping", "topped", "older than", "taller than", "heavier than", "worse than", ">",
         "more than about", "more than some", "more than an estimated", "comfortably over", "substantially more than",
         "significantly more than"),
        "above the figure",
        ("more than 40 tents", "upwards of 300 cars"), ("more of 40", "moreover 300"),
    ),
    Qualifier(
        "number.at-most", "at-most",
        ("up to", "as many as", "as much as", "no more than", "not more than", "at most", "at the most",
         "a maximum of", "maximum of", "maximum", "a maximum", "as high as", "at or below", "up to about", "up to some",
         "up to around", "up to as many as", "up to an estimated", "capped at", "not exceeding", "anything up to",
         "less than or equal to", "less or equal than", "equal to or less than", "smaller or equal than",
         "smaller than or equal to", "lower or equal than", "lower than or equal to", "fewer than or equal to",
         "nothing more than", "≤", "< =", "<="),
        "not above the figure, which itself is possible",
        ("up to nine people", "as many as 30 homes"), ("up two points", "many as yet unsold"),
    ),
    Qualifier(
        "number.less-than", "less",
        ("less than", "fewer than", "under", "below", "lower than", "smaller than", "sub", "short of", "shy of",
         "well under",
         "well below", "far fewer than", "far less than", "much less than", "just short of", "younger than",
         "just shy of",
         "shorter than", "cheaper than", "<", "south of"),
        "below the figure",
        ("fewer than 40 tents", "under three minutes"), ("unless 40", "a fewer number"),
    ),
    Qualifier(
        "number.about", "about",
        ("about", "around", "some", "roughly", "approximately", "approx", "approx.", "an estimated", "estimated",
         "circa", "ca", "ca.", "c.", "close to", "in the region of", "in the neighbourhood of", "in the vicinity of",
         "on the order of", "in the order of", "of the order of", "something like",
         "more or less", "an approximate",
         "an average of about", "an average of around", "~", "≈", "∼", "±", "reportedly some"),
        "near the figure",
        ("about 40 tents", "an estimated 300 cars"), ("aboutface", "the estimate of 300"),
    ),
    Qualifier(
        "number.nearly", "nearly",
        ("nearly", "almost", "close on", "approaching", "virtually", "just under", "just below", "not quite",
         "a little under", "slightly under", "slightly less than", "a little less than", "slightly below",
         "slightly fewer than",
         "just less than", "just fewer than", "nigh on", "getting on for", "verging on", "a shade under"),
        "near the figure, and below it",
        ("nearly 40 tents", "just under 300 cars"), ("near 40 tents were pitched", "just then 300 left"),
    ),
    Qualifier(
        "number.just-over", "just-over",
        ("just over", "just above", "a little over", "slightly over", "slightly more than", "a little more than",
         "just more than", "slightly above", "little more than", "a shade over"),
        "near the figure, and above it",
        ("just over 40 tents", "slightly more than 300 cars"), ("over 40 tents", "more than 300 cars"),
    ),
    Qualifier(
        "number.between", "between", ("between", "anywhere between", "in between",),
        "opens a range that “and” or “to” closes",
        ("between five and seven",), ("betweenness",),
    ),
    Qualifier(
        "number.from", "from", ("from", "anywhere from", "ranging from", "range from", "ranges from", "ranged from"),
        "opens a range, or a change, that “to” closes",
        ("from five to seven",), ("fro and to",),
    ),
)  # fmt: skip

AFTER: tuple[Qualifier, ...] = (
    Qualifier(
        "number.or-more", "at-least",
        ("or more", "and more", "or above", "and above", "or over", "and over", "or greater", "or higher", "and up",
         "or better", "or older", "and older", "or longer", "at least", "plus", "- plus", "and counting", "or upward",
         "or upwards", "minimum",
         "at a minimum", "or larger", "or equal to", "or greater than", "or more than", "and upwards"),
        "after a figure: that many or more",
        ("40 tents or more", "12 or more"), ("more 40 tents",),
    ),
    Qualifier(
        "number.or-less", "at-most",
        ("or less", "or fewer", "or below", "and below", "or under", "and under", "or lower", "or younger",
         "and younger",
         "at most", "at the most", "tops", "maximum", "or shorter", "or smaller"),
        "after a figure: that many or fewer",
        ("40 tents or fewer", "12 or less"), ("less 40 tents",),
    ),
    Qualifier(
        "number.or-so", "about",
        ("or so", "or thereabouts", "give or take", "odd", "- odd", "- ish", "ish", "- something", "more or less",
         "approximately",
         "or about that"),
        "after a figure: near it",
        ("40 tents or so", "40-odd tents"), ("so 40 tents",),
    ),
)  # fmt: skip


@cache
def qualifiers(where: Literal["before", "after"]) -> dict[str, tuple[tuple[tuple[str, ...], Qualifier], ...]]:
    """The phrases by the word next to the figure, longest first, each as a tuple of words."""
    found: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for row in BEFORE if where == "before" else AFTER:
        for phrase in row.words:
            words = tuple(phrase.replace("> =", ">=").replace("< =", "<=").split())
            words = tuple(part for word in words for part in _symbols(word))
            found.setdefault(words[-1] if where == "before" else words[0], []).append((words, row))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


def _symbols(word: str) -> tuple[str, ...]:
    """A phrase's word as the tokens that it is read as."""
    if word in (">=", "<="):
        return word[0], word[1]
    return (word[:-1], ".") if len(word) > 1 and word.endswith(".") else (word,)


def _row(row: Qualifier) -> Rule:
    """A qualifier as a rule, for the tests and the documentation."""
    words = sorted((word for word in row.words if word[0].isalpha()), key=len, reverse=True)
    pattern = r"\b(?:" + "|".join(word.replace(" ", r"\W+").replace(".", r"\.") for word in words) + r")(?!\w)"
    if row in AFTER:
        pattern = r"(?<=\w)\W*" + pattern
    return Rule(row.id, pattern, row.meaning, row.examples, row.counterexamples)


RULES: tuple[Rule, ...] = tuple(_row(row) for row in (*BEFORE, *AFTER))
