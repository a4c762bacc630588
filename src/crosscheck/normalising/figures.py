"""A number with what belongs to it: sign of money, unit, and the words that bound or blur it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import define, evolve

from crosscheck.lexicon.en.numbers import Effect, Qualifier
from crosscheck.lexicon.listed import listed
from crosscheck.model import Interval, Quantity, Role, Sort, Span, Unit
from crosscheck.normalising import qualifiers
from crosscheck.normalising.counted import counted, modifier
from crosscheck.normalising.numbers import DASHES, Number, glued, number_at, word
from crosscheck.normalising.numerals import WORD, Token
from crosscheck.normalising.units import Reading, money_before, per, sort_of, speaks_of_heat, unit_after

AGE = Unit("year of age", "age", Fraction(31556952))
MAGNITUDE = Unit("magnitude", "magnitude")
CATEGORY = Unit("category", "category")
_PERSONS = listed("""
    man woman boy girl child baby infant toddler teenager teen pensioner student driver victim suspect dad father
    mum mom mother grandfather grandmother son daughter brother sister husband wife widow widower worker employee
    player striker winger midfielder defender goalkeeper captain coach doctor nurse teacher pupil farmer soldier
    pilot sailor lad lass youth youngster fisherman resident passenger survivor gunman defendant lawyer actor
    actress singer tycoon boss director founder
""")
_FEW = 7  # a count from which on people say "over" for "more than"
_OPEN: dict[Effect, tuple[bool, bool]] = {
    "at-least": (True, False),
    "more": (True, True),
    "at-most": (False, False),
    "less": (False, True),
}


@define
class Figure:
    """A figure in tokens[first:last], before it is final: ends, unit and qualifier may still change."""

    first: int
    last: int
    low: Fraction | None
    high: Fraction | None
    precision: Fraction
    sort: Sort
    rule: str
    unit: Unit | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: bool = False
    scaled: bool = False
    written: bool = False
    opener: str = ""
    effect: Effect | None = None
    counted: str | None = None
    settled: bool = False

    @property
    def is_point(self) -> bool:
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def plain(self) -> bool:
        """Whether it is a point that no word bounds."""
        return self.is_point and self.effect in (None, "about", "nearly", "just-over") and not self.vague

    def quantity(self, tokens: Sequence[Token]) -> Quantity:
        """The figure as a fact, its span in characters."""
        span = Span(tokens[self.first].start, tokens[self.last - 1].end)
        interval = Interval(self.low, self.high, self.low_open, self.high_open)
        return Quantity(
            span,
            interval,
            self.sort,
            self.rule,
            self.unit,
            self.approximate,
            self.precision,
            self.vague,
            Role(self.counted),
        )


def figure(tokens: Sequence[Token], number: Number, floor: int) -> Figure:
    """The number with its unit and qualifiers; `floor` is the first token that nothing before has taken."""
    found = Figure(
        number.first,
        number.last,
        number.low,
        number.high,
        number.precision,
        "count",
        number.rule,
        vague=number.form == "band",
        high_open=number.form == "band",
        scaled=number.scaled,
        written=number.form != "digits",
    )
    if number.form == "ordinal":
        found.sort, found.counted = "rank", _ranked(tokens, number.last)
        found.settled = True
    elif number.form == "multiple":
        found.sort, found.settled = "multiple", True
    else:
        if number.form == "fraction":
            found.sort = "ratio"
        _measure(tokens, found, floor)
    _qualify(tokens, found, floor)
    return found


def _ranked(tokens: Sequence[Token], at: int) -> str | None:
    """What an ordinal ranks: "the third time", "a 90th-minute goal"."""
    if word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1):
        return modifier(tokens, at + 1)
    return counted(tokens, at, plural=False)


def _measure(tokens: Sequence[Token], found: Figure, floor: int) -> None:
    """Give the figure its unit, before it or after it."""
    money = money_before(tokens, found.first, floor)
    if (
        money is None
        and found.low is not None
        and found.low < 0
        and word(tokens, found.first - 1) in "$£€"
        and found.first > floor
    ):
        money = money_before(tokens, found.first, floor)
    if money:
        found.first, found.unit, found.sort, found.settled = money[0], money[1], "money", True
        _sign_before(tokens, found, floor)
        _money_tail(tokens, found)
        return
    mark = _million_code(tokens, found)
    if mark:
        return
    if _magnitude(tokens, found, floor) or _age(tokens, found, floor):
        found.settled = True
        return
    if _percent_first(tokens, found, floor):
        return
    at, plus = found.last, qualifiers.after(tokens, found.last)
    if plus and plus[1].effect in ("at-least", "at-most", "about") and unit_after(tokens, plus[0]):
        _effect(found, plus[1])
        found.last = at = plus[0]
    elif word(tokens, at) == "+" and glued(tokens, at):
        found.last = at = at + 1
        found.low, found.high, found.effect, found.rule = found.low, None, "at-least", "number.plus"
    dashed = word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1)
    if dashed:
        at += 1
    if (word(tokens, at) == "of" and found.vague) or (word(tokens, at) == "of" and found.rule == "number.couple"):
        at += 1
    if found.sort == "ratio" and word(tokens, at) == "of" and word(tokens, at + 1) in ("a", "an"):
        at += 2
    reading = unit_after(tokens, at) or _heat(tokens, at)
    if at > found.last and found.sort == "ratio" and reading:
        found.sort = "count"
    if (
        reading
        and found.sort == "ratio"
        and reading.unit.dimension not in ("money", "length", "area", "mass", "volume", "duration")
    ):
        reading = None
    if reading:
        _united(tokens, found, at, reading)
    elif word(tokens, at) == "times" and not dashed:
        found.last, found.sort, found.settled, found.rule = at + 1, "multiple", True, "number.times"


def _heat(tokens: Sequence[Token], at: int) -> Reading | None:
    """A bare C or F that touches the figure, where the text speaks of heat or a temperature stands before."""
    if not glued(tokens, at) or tokens[at].text not in ("C", "F"):
        return None
    if not speaks_of_heat(tokens, at):
        return None
    reading = unit_after([tokens[at]._replace(text="°", low="°"), tokens[at]], 0)
    return Reading(at + 1, reading.unit) if reading else None


def _sign_before(tokens: Sequence[Token], found: Figure, floor: int) -> None:
    """A minus sign that stands before the sign of money: "-$5"."""
    at = found.first - 1
    signed = at >= floor and tokens[at].text in "-−" and glued(tokens, found.first)
    if signed and (at == 0 or not glued(tokens, at)) and found.low is not None and found.low > 0:
        found.first, found.low, found.high = at, -found.low, -found.low


def _money_tail(tokens: Sequence[Token], found: Figure) -> None:
    """What may follow money that has its sign: a doubled name, what it is per."""
    assert found.unit is not None
    again = unit_after(tokens, found.last)
    if (
        again
        and again.unit.dimension == "money"
        and not glued(tokens, found.last)
        and again.unit.name.endswith(found.unit.name)
    ) and ((tokens[found.last].kind == WORD and len(tokens[found.last].text) > 2) or tokens[found.last].low == "u"):
        found.unit = again.unit if found.unit.currency == "USD?" else evolve(found.unit, per=again.unit.per)
        found.last = again.last
        return
    reading = per(tokens, Reading(found.last, found.unit))
    found.last, found.unit = reading.last, reading.unit


def _million_code(tokens: Sequence[Token], found: Figure) -> bool:
    """ "30 MUSD": millions of a currency; "75 USD million": the scale after the code."""
    low = word(tokens, found.last)
    if len(low) == 4 and low[0] == "m" and tokens[found.last].text.isupper():
        reading = unit_after([tokens[found.last]._replace(text=low[1:].upper(), low=low[1:])], 0)
        if reading and reading.unit.dimension == "money":
            _times(found, 10**6)
            found.last, found.unit, found.sort, found.settled = found.last + 1, reading.unit, "money", True
            return True
    return False


def _times(found: Figure, factor: int) -> None:
    found.low = None if found.low is None else found.low * factor
    found.high = None if found.high is None else found.high * factor
    found.precision *= factor
    found.scaled = True


def _percent_first(tokens: Sequence[Token], found: Figure, floor: int) -> bool:
    """ "per cent of 20" where no figure stands before the words: the figure after them is meant."""
    at = found.first - 2
    if word(tokens, found.first - 1) != "of" or word(tokens, at) not in ("percent", "percents", "cent"):
        return False
    at -= word(tokens, at) == "cent"
    if at < floor or word(tokens, at - 1) or word(tokens, found.last)[:1].isalnum():
        return False
    reading = unit_after(tokens, at)
    if reading is None or reading.last != found.first - 1:
        return False
    found.first, found.unit, found.sort, found.settled = at, reading.unit, "percent", True
    return True


_SCALES_AFTER = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


def _united(tokens: Sequence[Token], found: Figure, at: int, reading: Reading) -> None:
    """Take the unit, resolving what its word can mean: pounds, degrees, ages, "point"."""
    unit = reading.unit
    if unit.dimension == "money" and not found.scaled and word(tokens, reading.last) in _SCALES_AFTER:
        _times(found, _SCALES_AFTER[word(tokens, reading.last)])
        reading = Reading(reading.last + 1, unit)
    if unit.name == "pound" and unit.per is None and _is_sterling(tokens, found):
        unit = Unit("pound sterling", "money", currency="GBP")
    if unit.name == "degree" and speaks_of_heat(tokens, at):
        unit = Unit("degree", "degree")
    if unit.dimension == "duration":
        old = _old(tokens, reading.last)
        if old:
            found.last, found.unit, found.sort, found.settled = old, _age_unit(unit), "age", True
            return
    found.last, found.unit, found.sort, found.settled = reading.last, unit, sort_of(unit), True
    if unit.dimension == "money" and unit.factor == 1:
        _cents(tokens, found)
    if unit.dimension == "percent":
        found.counted = _share_of(tokens, found.last)
    if (
        found.sort in ("percent", "percentage-points")
        and word(tokens, found.last - 1) == "percentage"
        and word(tokens, found.last) == "point"
    ):
        found.last += 1


def _cents(tokens: Sequence[Token], found: Figure) -> None:
    """Hundredths without their name: "15 dollars and 50", "thirteen dollars forty-five"."""
    at = found.last + (word(tokens, found.last) == "and")
    rest = number_at(tokens, at) if at < len(tokens) and not found.scaled and found.is_point else None
    if (
        rest is None
        or rest.first != at
        or rest.form not in ("digits", "words")
        or not 10 <= rest.low < 100
        or rest.scaled
    ):
        return
    after = word(tokens, rest.last)
    if (
        (
            rest.low.denominator == 1
            and (after == "more" or not (after.isalnum() or after in ("%", "-")))
            and found.low is not None
        )
        and not money_before(tokens, at, found.last)
        and unit_after(tokens, rest.last) is None
    ):
        found.low = found.high = found.low + rest.low / 100
        found.last, found.precision = rest.last, Fraction(1, 100)


def _share_of(tokens: Sequence[Token], at: int) -> str | None:
    """What a share is of: "of the vote"; None where that is not plain."""
    if word(tokens, at) != "of":
        return None
    return counted(tokens, at + 1) or counted(tokens, at + 1, plural=False)


_MONEY_NEAR = listed("""
    cost costs costing paid pay pays worth price prices priced fined fine fines spent spend sell sold charged charge
    ticket fee fees bill raised earn earned salary wage profit debt loan budget sterling sum bonus prize tax bought
    buy
""")


def _is_sterling(tokens: Sequence[Token], found: Figure) -> bool:
    """Whether pounds are money: by the size of the sum, or a word of money nearby."""
    if found.high is not None and found.high >= 10**6:
        return True
    return any(word(tokens, at) in _MONEY_NEAR for at in range(max(0, found.first - 6), found.first))


def _old(tokens: Sequence[Token], at: int) -> int | None:
    """The token after "old", "-old", "of age"; None where no age is given."""
    here = at + 1 if word(tokens, at) in DASHES and glued(tokens, at) else at
    low = word(tokens, here)
    if low in ("old", "olds"):
        return here + 1
    return here + 2 if low == "of" and word(tokens, here + 1) == "age" else None


def _age_unit(unit: Unit) -> Unit:
    return AGE if unit.name == "year" else Unit(f"{unit.name} of age", "age", unit.factor)


def _age(tokens: Sequence[Token], found: Figure, floor: int) -> bool:
    """An age that no unit names: "aged 12", "Rossi, 52,", "a girl, seven,", "87 yo"."""
    if (
        found.low is None
        or found.low.denominator != 1
        or not 0 <= found.low <= 120
        or found.scaled
        or not found.is_point
    ):
        return False
    first, last = found.first, found.last
    if word(tokens, last) in ("yo", "y") and (word(tokens, last) == "yo" or word(tokens, last + 1) == "o"):
        found.last = last + 1 + (word(tokens, last) == "y")
    elif not (_aged(tokens, first) or _apposed(tokens, first, last, floor)):
        return False
    found.unit, found.sort, found.rule = AGE, "age", "number.age"
    return True


def _aged(tokens: Sequence[Token], first: int) -> bool:
    before, two = word(tokens, first - 1), word(tokens, first - 2)
    if before in ("turn", "turns", "turned", "turning"):
        return not number_at(tokens, first) or word(tokens, first + 1) in (
            "",
            ".",
            ",",
            "in",
            "on",
            "this",
            "next",
            "last",
        )
    return before in ("aged", "ages") or (before == "age" and two not in ("the",)) or (before == "of" and two == "age")


def _apposed(tokens: Sequence[Token], first: int, last: int, floor: int) -> bool:
    """Whether the figure stands between commas, or in brackets, after a name or a person."""
    opening, closing = word(tokens, first - 1), word(tokens, last)
    if first < 2 or (opening, closing) not in ((",", ","), (",", "."), ("(", ")"), (",", ";"), (",", ""), (",", ")")):
        return False
    if first - 2 < floor and floor > 1:
        return False
    name = tokens[first - 2]
    if closing == "," and number_at(tokens, min(last + 1, len(tokens) - 1)) is not None and name.low not in _PERSONS:
        return False
    if name.kind != WORD or not (name.text[0].isupper() or name.low in _PERSONS) or name.low in _DATES:
        return False
    return not (opening == "(" and name.text.isupper())


_DATES = listed("""
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec
""")


def _magnitude(tokens: Sequence[Token], found: Figure, floor: int) -> bool:
    """A strength on a scale: "magnitude 6.4", "6.4-magnitude", "category 4"."""
    before = word(tokens, found.first - 1)
    if found.first - 1 >= floor and before in ("magnitude", "category", "magnitude-"):
        found.first -= 1
        found.unit, found.sort = (MAGNITUDE if before == "magnitude" else CATEGORY), "number"
        return True
    if found.first - 2 >= floor and before == "of" and word(tokens, found.first - 2) == "magnitude":
        found.first -= 2
        found.unit, found.sort = MAGNITUDE, "number"
        return True
    on_scale = word(tokens, found.last) == "on" and word(tokens, found.last + 1) == "the"
    if on_scale and "richter" in (word(tokens, found.last + 2), word(tokens, found.last + 3)):
        found.unit, found.sort = MAGNITUDE, "number"
        return True
    at = found.last + (word(tokens, found.last) in DASHES)
    if word(tokens, at) == "magnitude":
        found.last, found.unit, found.sort = at + 1, MAGNITUDE, "number"
        return True
    return False


def _qualify(tokens: Sequence[Token], found: Figure, floor: int) -> None:
    """Apply the words before and after the figure."""
    row = qualifiers.before(tokens, found.first, floor)
    if row and not (row[1].effect == "from" and found.sort == "rank") and not _is_cause(tokens, found, row[0]):
        found.first = row[0] if row[1].effect not in ("between", "from") else found.first
        if row[1].effect in ("between", "from"):
            found.opener = row[1].effect
        else:
            _effect(found, row[1])
            outer = qualifiers.before(tokens, found.first, floor)
            if outer and outer[1].effect in ("between", "from"):
                found.opener = outer[1].effect
            elif outer and outer[1].effect != "about" and row[1].effect == "about":
                found.first, found.approximate = outer[0], True
                _effect(found, outer[1])
    trailing = qualifiers.after(tokens, found.last)
    if trailing and (found.effect is None or found.effect == "about"):
        if trailing[1].id == "number.or-so" and tokens[found.last].low in DASHES and not glued(tokens, found.last):
            return
        _effect(found, trailing[1])
        found.last = trailing[0]
    elif word(tokens, found.last) == "+" and glued(tokens, found.last) and found.effect is None:
        found.low, found.high, found.effect, found.rule, found.last = (
            found.low,
            None,
            "at-least",
            "number.plus",
            found.last + 1,
        )


def _is_cause(tokens: Sequence[Token], found: Figure, first: int) -> bool:
    """Whether "over" and "above" are prepositions before a few: "jailed over two deaths", "above two men"."""
    low = word(tokens, first)
    few = found.low is not None and found.low == found.high and found.low < _FEW and found.sort == "count"
    return few and found.first - first == 1 and low in ("over", "above") and found.unit is None


def _effect(found: Figure, row: Qualifier) -> None:
    """What a qualifier does to the ends of a figure."""
    found.effect = row.effect
    if row.effect in ("about", "nearly", "just-over"):
        found.approximate, found.rule = True, row.id
    elif row.effect in _OPEN:
        lower, open_end = _OPEN[row.effect]
        if lower:
            found.high, found.high_open, found.low_open = None, False, open_end
        else:
            found.low, found.low_open, found.high_open = None, False, open_end
        found.rule, found.vague = row.id, False


def count(tokens: Sequence[Token], found: Figure) -> None:
    """Name what a figure without a unit counts."""
    if found.settled:
        return
    at = found.last
    if word(tokens, at) in DASHES and glued(tokens, at) and glued(tokens, at + 1):
        found.counted = modifier(tokens, at + 1)
        return
    if word(tokens, at) == "of":
        found.counted = _out_of(tokens, at + 1)
        return
    one = found.is_point and found.low is not None and abs(found.low) == 1
    found.counted = counted(tokens, at, plural=not one)


def _out_of(tokens: Sequence[Token], at: int) -> str | None:
    """What a figure is out of: "12 of the 47 passengers" counts passengers, as "half of them" counts none."""
    while word(tokens, at) in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "those",
        "these",
        "some",
        "about",
        "past",
        "last",
    ):
        at += 1
    owner = next((k for k in (1, 2, 3) if word(tokens, at + k - 1).endswith(("'s", "’s"))), 0)
    if owner and number_at(tokens, min(at + owner, len(tokens) - 1)):
        at += owner
    inner = number_at(tokens, at) if at < len(tokens) else None
    if inner is not None and inner.first == at:
        at = inner.last
    return counted(tokens, at) or (counted(tokens, at, plural=False) if inner is None else None)
