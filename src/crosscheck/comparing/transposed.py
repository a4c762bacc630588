"""Figures with the same digits in another order, wherever in a story they stand: 14,600 and 16,400, 1926 and 1962.

Two figures of one sort, of one size and of one story are hardly made of the same digits by chance; one of them is a
slip. So little else has to tell that they are of one thing: with two digits, that the statements share rare words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from crosscheck.comparing import dates, quantities
from crosscheck.comparing.apart import bounds_apart
from crosscheck.comparing.context import MANY, Context, Said
from crosscheck.comparing.dates import is_of_another
from crosscheck.comparing.figures import figure, of_other_states, same_head
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.comparing.years import years_apart
from crosscheck.lexicon.en.words import word_class
from crosscheck.model import Quantity, When

_SORTS = frozenset({"count", "number", "money", "length", "area", "volume", "mass", "power", "energy"})
_LONG = 3  # digits of a figure that is hardly of the same ones by chance
_RARE, _RARER = 0.4, 0.7  # rarity of the words that two statements share: where both count the same, and elsewhere
_STRENGTH = 0.8
_MOST = 40  # figures of the same digits in a story, beyond which it is a table


def compare(context: Context) -> list[Wide]:
    """The figures and years that one article gives with the digits of another's in another order."""
    return [_wide(context, told) for found in _by_digits(context).values() for told in _slips(context, found)]


def _by_digits(context: Context) -> dict[Hashable, dict[Fraction, list[Said]]]:
    """The figures of a story by sort, size and digits, then by value."""
    found: dict[Hashable, dict[Fraction, list[Said]]] = {}
    for claim in context.claims:
        for fact in claim.facts if len(claim.facts) <= MANY else ():
            read = _number(fact) if isinstance(fact, (Quantity, When)) else None
            if read is not None:
                kind, value = read
                found.setdefault((kind, *_shape(value)), {}).setdefault(value, []).append(Said(0, claim, fact))
    return {key: by_value for key, by_value in found.items() if len(by_value) == 2}


def _number(fact: Quantity | When) -> tuple[Hashable, Fraction] | None:
    """What a figure is measured in, and its plain value; `None` for what has none, or too few digits."""
    if isinstance(fact, When):
        if fact.granularity != "year" or fact.earliest is None or fact.latest is None or fact.anchor is not None:
            return None
        return "year", Fraction(fact.earliest.year)
    if fact.sort not in _SORTS or fact.vague:
        return None
    interval = fact.interval
    value = interval.high if interval.low is None else interval.low
    plain = value is not None and (interval.is_point or not interval.is_bounded) and value >= 10
    measured = (fact.unit.name, fact.unit.currency, fact.unit.per) if fact.unit else "count"
    return (measured, value) if plain and value is not None and len(set(_digits(value))) > 1 else None


def _digits(value: Fraction) -> str:
    """The digits of a number, without noughts at either end.

    >>> _digits(Fraction(2_400_000)), _digits(Fraction("16.40"))
    ('24', '164')
    """
    scaled = value.numerator if value.denominator == 1 else round(value * 1000)
    return str(scaled).strip("0")


def _shape(value: Fraction) -> tuple[int, str]:
    """How many digits stand before the point, and the digits in order, without noughts.

    >>> _shape(Fraction(61_204)) == _shape(Fraction(64_210))
    True
    """
    return len(str(int(value))), "".join(sorted(_digits(value).replace("0", "")))


def _slips(context: Context, by_value: dict[Fraction, list[Said]]) -> Iterator[tuple[Said, ...]]:
    """The mentions of two values that may be of one thing, each value from other articles."""
    one, two = by_value.values()
    if len(one) + len(two) > _MOST or {a.article_id for a in one} & {b.article_id for b in two}:
        return
    pairs = [(a, b) for a in one for b in two if _may_be_one(context, a, b)]
    if pairs:
        yield tuple({id(said.fact): said for pair in pairs for said in pair}.values())


def _may_be_one(context: Context, a: Said, b: Said) -> bool:
    shared = context.rarity(_words(context, a) & _words(context, b))
    if isinstance(a.fact, When):
        return shared >= _RARER and not is_of_another(context, a, b)
    one, two = figure(a), figure(b)
    if bounds_apart(context, a, b) is not None or of_other_states(one, two):
        return False
    alike = same_head(one.role.counted, two.role.counted) and _is_counted(one)
    if one.unit is None and _is_counted(one) and _is_counted(two) and not alike:
        return False
    value = one.interval.low or one.interval.high or Fraction(0)
    return len(_digits(value)) >= _LONG or shared >= (_RARE if alike else _RARER)


def _is_counted(fact: Quantity) -> bool:
    """Whether a figure says of what it is, and not just "some 148,000 of them"."""
    return fact.role.counted is not None and fact.role.counted not in word_class("pronoun")


def _words(context: Context, said: Said) -> set[str]:
    """The words of a statement that tell something, but for figures."""
    return {word.canon for word in context.content(said.claim) if not word.surface[0].isdigit()}


def _wide(context: Context, told: Sequence[Said]) -> Wide:
    entries = tuple((said.claim, said.fact) for said in told)
    if isinstance(told[0].fact, When):
        return Wide(entries, lambda told: dates.weighed(context, Slot(told, _STRENGTH), years_apart))
    return Wide(entries, lambda told: quantities.weighed(context, Slot(told, _STRENGTH)))
