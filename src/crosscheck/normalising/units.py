"""Units of measure and of money, read where they stand: after a figure, or, for money, before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from crosscheck.lexicon.listed import listed
from crosscheck.lexicon.rules import table
from crosscheck.model import Sort, Unit
from crosscheck.normalising.numerals import DIGITS, SIGN, WORD, Token

SORTS: dict[str, Sort] = {
    "percent": "percent", "percentage-point": "percentage-points", "length": "length", "area": "area", "mass": "mass",
    "volume": "volume", "duration": "duration", "speed": "speed", "temperature": "temperature", "angle": "angle",
    "energy": "energy", "power": "power", "data": "data", "frequency": "frequency", "pressure": "pressure",
    "money": "money", "age": "age",
}  # fmt: skip

# a base that a text gives a figure per, and that makes one unit with it
_PER_WORDS = frozenset(("per", "/", "a", "an", "each", "every"))
_TIMES = listed("""
    second minute hour day night week month year decade season quarter annum
""")
_DASHES = frozenset("-–‐‑")


class Reading(NamedTuple):
    """A unit and the token after it."""

    last: int
    unit: Unit


@cache
def _units() -> tuple[dict[tuple[str, ...], Unit], dict[str, Unit], frozenset[str]]:
    """Units by their words, by their symbols, and the first words of all."""
    words: dict[tuple[str, ...], Unit] = {}
    symbols: dict[str, Unit] = {}
    for name, dimension, factor, offset, *forms in table("en", "units"):
        unit = Unit(name, dimension, Fraction(factor), Fraction(offset))
        for form in forms[0].split("|") if forms else ():
            if form:
                words.setdefault(tuple(form.replace("-", " - ").split()), unit)
        for form in forms[1].split("|") if len(forms) > 1 else ():
            if form:
                symbols.setdefault(form, unit)
    return words, symbols, frozenset(key[0] for key in words)


@cache
def _currencies() -> tuple[dict[tuple[str, ...], Unit], dict[str, Unit], dict[str, Unit]]:
    """Currencies by their words, by their signs, and their hundredths by their words."""
    words: dict[tuple[str, ...], Unit] = {}
    signs: dict[str, Unit] = {}
    cents: dict[str, Unit] = {"cent": CENT, "cents": CENT}
    for code, name, forms, *more in table("en", "currencies"):
        unit = Unit(name, "money", currency=code if len(code) in (3, 4) else name)
        for form in forms.split("|"):
            words.setdefault(tuple(form.replace("-", " - ").split()), unit)
        for sign in more[0].split("|") if more else ():
            if sign:
                signs.setdefault(sign.replace(" ", ""), unit)
        for form in more[1].split("|") if len(more) > 1 else ():
            sub = Unit(form if form != "p" else "penny", "money", Fraction(1, 100), currency=unit.currency)
            cents.setdefault(form, sub)
    return words, signs, cents


@cache
def _sign_ends() -> frozenset[str]:
    """The last token of each sign of money, in lower case: what stands next to the figure."""
    ends = (re.search(r"[^\W\d_]+$|.$", sign) for sign in _currencies()[1])
    return frozenset(end.group().lower() for end in ends if end)


@cache
def _money_starts() -> frozenset[str]:
    """The first words of all names of money."""
    return frozenset(key[0] for key in _currencies()[0])


CENT = Unit("cent", "money", Fraction(1, 100), currency="USD?")
_PREFIXED = frozenset(("m", "M"))


@cache
def is_currency_sign(text: str) -> bool:
    """Whether a token is a sign or code of money that stands before a figure."""
    return text in _currencies()[1] and not (len(text) == 1 and text.isalpha() and text not in ("R",))


@cache
def is_unit_word(low: str) -> bool:
    """Whether a lower-case word is a unit of measure or of money by itself."""
    return (low,) in _units()[0] or (low,) in _currencies()[0] or low in ("cents", "cent")


def money_before(tokens: Sequence[Token], first: int, floor: int) -> tuple[int, Unit] | None:
    """The currency before a figure and where it starts: "$", "US$", "HK $", "Rs", "EUR", "C$"."""
    signs = _currencies()[1]
    if first <= floor or tokens[first - 1].low not in _sign_ends():
        return None
    for count in (4, 3, 2, 1):
        start = first - count
        if start < floor:
            continue
        parts = tokens[start:first]
        if any(part.kind not in (WORD, SIGN) for part in parts):
            continue
        sign = "".join(part.text for part in parts)
        if len(sign) == 2 and sign[1] == "$" and sign not in ("c$", "C$") and not _tight(parts):
            continue
        unit = signs.get(sign) or (
            signs.get(sign.upper()) if ("$" in sign and len(sign) > 2) or sign in _LOWER else None
        )
        if unit and _stands(tokens, start, first, sign):
            return start, unit
    return None


_LOWER = listed("usd eur gbp rmb cny inr aud cad chf jpy")


def _tight(parts: Sequence[Token]) -> bool:
    """Whether no blank stands between the tokens."""
    return all(left.end == right.start for left, right in itertools.pairwise(parts))


def _stands(tokens: Sequence[Token], start: int, first: int, sign: str) -> bool:
    """Whether letters that may be a currency are one: set off to the left, and a lone letter by touching."""
    before = tokens[start - 1] if start else None
    if before and before.end == tokens[start].start and (before.kind in (WORD, DIGITS) or before.text in "$£€"):
        return False
    if before and before.text in _DASHES and before.end == tokens[start].start and sign.isalpha():
        return False
    touches = first < len(tokens) and tokens[first].start == tokens[first - 1].end
    if len(sign) == 1 and sign.isalpha():
        return touches and sign in ("R", "P", "N") and ("," in tokens[first].text or len(tokens[first].text) > 4)
    if sign.isalpha() and len(sign) < 3 and sign not in ("Rs", "RM", "Rp", "Tk", "DM", "FF", "Re"):
        return touches
    return touches or len(sign) > 2 or not sign.isalpha() or sign in ("Rs", "RM", "Rp", "Tk")


def unit_after(tokens: Sequence[Token], at: int) -> Reading | None:
    """The unit that starts at a token after a figure, with what it is per; None where there is none."""
    found = _simple(tokens, at)
    if found is None:
        return None
    return per(tokens, found)


def _simple(tokens: Sequence[Token], at: int) -> Reading | None:
    """A unit without what it is per."""
    if at >= len(tokens) or tokens[at].kind not in (WORD, SIGN):
        return None
    token = tokens[at]
    touches = at > 0 and tokens[at - 1].end == token.start
    words, symbols, starts = _units()
    bracketed = _bracketed(tokens, at, symbols)
    if bracketed:
        return bracketed
    if token.low == "per" and _low(tokens, at + 1) == "cent":
        at, token = at + 1, tokens[at + 1]._replace(low="percent", kind=WORD)
        if _low(tokens, at + 1) in ("points", "point"):
            return Reading(at + 2, words["percentage", "points"])
        return Reading(at + 1, words["percent",])
    slashed = _slashed(tokens, at, symbols) or _powered(tokens, at, symbols)
    if slashed:
        return slashed
    if token.low in starts:
        for count in (4, 3, 2, 1):
            key = tuple(part.low for part in tokens[at : at + count])
            if len(key) == count and key in words:
                return Reading(at + count, words[key])
    money = _money_after(tokens, at)
    if money:
        return money
    unit = symbols.get(token.text)
    if token.text in _SINGLE_LETTERS and not touches:
        unit = symbols.get(token.text) if _letter_ok(tokens, at) else None
    if unit is None or (token.text in ('"', "in", "′", "″") and not _mark_ok(tokens, at, touches)):
        return None
    if token.text in ("°", "º") and _low(tokens, at + 1) in ("c", "f") and tokens[at + 1].text in "CF":
        return Reading(at + 2, symbols["°" + tokens[at + 1].text])
    if token.text in ("°", "º") and (*"degree", _low(tokens, at + 1)) and ("degrees", _low(tokens, at + 1)) in words:
        return Reading(at + 2, words["degrees", _low(tokens, at + 1)])
    return Reading(at + 1, unit)


_SINGLE_LETTERS = listed("m g t l L s h C F K W V A J N K P mb PS st MP cal bp")


def _letter_ok(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lone letter apart from its figure is a unit: only "m", "g", "l", "W", "V" before no word."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text in ("W", "V", "PS"):
        return after is None or after.kind != DIGITS
    return tokens[at].text in ("m", "g", "l", "W", "V", "K", "mb") and (
        after is None
        or after.kind != WORD
        or after.low in ("x", "of", "in", "and", "or", "to", "long", "high", "wide", "deep")
    )


def _mark_ok(tokens: Sequence[Token], at: int, touches: bool) -> bool:
    """Whether a quotation mark or "in" after a figure means inches: only where it can't mean more."""
    after = _low(tokens, at + 1)
    if tokens[at].text == "in":
        return (
            touches
            or (_low(tokens, at - 2) in ("ft", "foot", "feet"))
            or after in (".", "long", "wide", "thick", "tall")
        )
    return after in ("long", "wide", "tall", "thick", "high", "screen", "display", "tv", "x", "by")


def _bracketed(tokens: Sequence[Token], at: int, symbols: dict[str, Unit]) -> Reading | None:
    """A symbol in brackets of its own: "20 (kg)"."""
    if tokens[at].text not in "([{<" or at + 2 >= len(tokens) or tokens[at + 2].text not in ")]}>":
        return None
    unit = symbols.get(tokens[at + 1].text)
    return Reading(at + 3, unit) if unit and len(tokens[at + 1].text) > 1 else None


def _powered(tokens: Sequence[Token], at: int, symbols: dict[str, Unit]) -> Reading | None:
    """Symbols that end in a digit or a raised one: "km2", "m³", which are two tokens."""
    if at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start and tokens[at + 1].text in ("2", "3", "²", "³"):
        unit = symbols.get(tokens[at].text + tokens[at + 1].text)
        if unit and not (
            at + 2 < len(tokens) and tokens[at + 2].start == tokens[at + 1].end and tokens[at + 2].kind == WORD
        ):
            return Reading(at + 2, unit)
    return None


def _slashed(tokens: Sequence[Token], at: int, symbols: dict[str, Unit]) -> Reading | None:
    """Symbols with a stroke, a dot or a hyphen in them: "km/h", "m.p.h.", "lb-ft"."""
    for count in (6, 5, 3):
        if (
            at + count <= len(tokens)
            and tokens[at + 1].text in "/.-"
            and tokens[at + count - 1].end - tokens[at].start < 9
        ):
            unit = symbols.get("".join(part.text for part in tokens[at : at + count]))
            if unit:
                return Reading(at + count, unit)
            if count == 5 and "".join(part.low for part in tokens[at : at + 5]) == "m.p.h":
                return Reading(at + 5, symbols["mph"])
    return None


def _money_after(tokens: Sequence[Token], at: int) -> Reading | None:
    """Money named after a figure: "dollars", "US dollars", "€", "USD", "cents", "pence"."""
    words, signs, cents = _currencies()
    for count in (4, 3, 2, 1) if tokens[at].low in _money_starts() else ():
        key = tuple(part.low for part in tokens[at : at + count])
        if len(key) == count and key in words:
            return Reading(at + count, words[key])
    if tokens[at].low == "u" and "".join(part.low for part in tokens[at : at + 4]) == "u.s.":
        inner = _money_after(tokens, at + 4) if _low(tokens, at + 4) in ("dollar", "dollars") else None
        return Reading(inner.last, signs["USD"]) if inner else None
    token = tokens[at]
    touches = at > 0 and tokens[at - 1].end == token.start
    if token.low in cents and (len(token.low) > 1 or touches):
        return Reading(at + 1, cents[token.low])
    if token.text == "¢" or (token.text == "c" and touches):
        return Reading(at + 1, CENT)
    sign = signs.get(token.text) or (signs.get(token.low.upper()) if len(token.low) == 3 else None)
    if (
        sign
        and (len(token.text) == 3 or not token.text.isalpha() or not token.text.isascii())
        and not _begins_money(tokens, at)
    ):
        return Reading(at + 1, sign)
    if sign is None and len(token.text) == 4 and token.text[0] in _PREFIXED:
        return None
    return None


def _begins_money(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign belongs to the next figure: it touches it, or the figure before has a blank."""
    touches_left = at > 0 and tokens[at - 1].end == tokens[at].start
    follows = at + 1 < len(tokens) and tokens[at + 1].kind == DIGITS
    return follows and not touches_left and tokens[at + 1].start == tokens[at].end


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def per(tokens: Sequence[Token], found: Reading) -> Reading:
    """The unit with what it is per: "a week", "per barrel", "/s", "an hour", "-a-share"."""
    at, unit = found.last, found.unit
    if unit.per is not None or at >= len(tokens):
        return found
    hyphened = tokens[at].text in _DASHES and at + 2 < len(tokens) and tokens[at + 2].text in _DASHES
    if hyphened:
        at += 1
    low = _low(tokens, at)
    if low not in _PER_WORDS or (low == "/" and unit.dimension == "money"):
        return found
    after = _low(tokens, at + 2)
    if low in ("a", "an") and after in _AGO and (after != "on" or unit.dimension == "money"):
        return found
    base_at = at + 2 if hyphened else at + 1
    base = _base(tokens, base_at, low)
    if base is None:
        return found
    return Reading(base_at + 1, rate(unit, base))


_AGO = listed("earlier ago before later old after on")
_BASES = {
    "h": "hour", "hr": "hour", "hrs": "hour", "s": "second", "sec": "second", "min": "minute", "ms": "millisecond",
    "sq": "square", "kg": "kilogram", "l": "litre", "km": "kilometre", "cm": "centimetre", "annum": "year",
    "yr": "year",
}  # fmt: skip


def _base(tokens: Sequence[Token], at: int, marker: str) -> str | None:
    """What a rate is per, as a singular word; after "a" only a stretch of time or a share of a thing."""
    if at >= len(tokens) or tokens[at].kind != WORD:
        return None
    low = _BASES.get(tokens[at].low, tokens[at].low)
    if marker in ("a", "an", "each", "every"):
        return low if low in _TIMES or (low in _SOLD and marker != "every") else None
    if marker == "/":
        return low if low in _TIMES or low in _BASES.values() else None
    return None if low in ("cent", "se") else low


_SOLD = listed("""
    share barrel tonne ton gallon litre liter kilo kilogram ounce head dozen piece ticket bottle pound unit mile
""")


def rate(unit: Unit, base: str) -> Unit:
    """One unit per another; a length per a time is a speed, the rest a rate with its base named."""
    words = _units()[0]
    time = words.get((base,)) or words.get((base + "s",))
    if unit.dimension == "length" and time and time.dimension == "duration":
        return Unit(f"{unit.name} per {base}", "speed", unit.factor / time.factor)
    return Unit(unit.name, unit.dimension, unit.factor, unit.offset, unit.currency, base)


def sort_of(unit: Unit) -> Sort:
    """What sort of figure the unit makes."""
    if unit.per is not None and unit.dimension != "money":
        return "rate"
    return SORTS.get(unit.dimension, "number")


def speaks_of_heat(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of heat stands near, so that degrees, or a bare C or F, are of temperature."""
    return any(_low(tokens, k).startswith(_HEAT) for k in range(max(0, at - 10), min(len(tokens), at + 8)))


_HEAT = ("temperat", "thermo", "heat", "hot", "cold", "warm", "cool", "weather")
