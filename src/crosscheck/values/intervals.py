"""Interval arithmetic, and how two figures relate.

An interval has open or closed ends, and `None` where it is unbounded. Everything is exact: `Fraction`
in, `Fraction` out. What was printed is never more exact than its last digit, so before two figures are
held against each other each is widened to what its print can mean.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from attrs import define, evolve

from crosscheck.model import Interval, Quantity, Sort, Unit

Relation = Literal["same", "compatible", "bounds-apart", "apart", "currency", "unit"]
Order = Literal["equal", "contains", "within", "overlaps", "apart"]

# figures below this are counted out, not rounded: "40 dead" and "43 dead" differ
SMALL = 100
# and below this they are rounded to the hundred or to fifty, if at all
HUNDREDS = 1000
# exact below SMALL whatever their last digit; a length or a weight of 30 may be rounded
COUNTED: frozenset[Sort] = frozenset((
    "count", "percent", "percentage-points", "age", "rank", "number", "multiple", "ratio", "duration", "temperature",
))  # fmt: skip


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every number of `inner` is in `outer`.

    >>> contains(Interval(Fraction(5), None), Interval.point(7))
    True
    >>> contains(Interval(Fraction(5), None, low_open=True), Interval.point(5))
    False
    """
    return _low(outer) <= _low(inner) and _high(inner) <= _high(outer)


def intersects(a: Interval, b: Interval) -> bool:
    """Whether some number is in both.

    >>> intersects(Interval(Fraction(1), Fraction(3)), Interval(Fraction(3), Fraction(9)))
    True
    >>> intersects(Interval(Fraction(1), Fraction(3), high_open=True), Interval(Fraction(3), Fraction(9)))
    False
    """
    return _meets(a, b) and _meets(b, a)


def order(a: Interval, b: Interval) -> Order:
    """How `a` lies to `b`, as sets of numbers.

    >>> order(Interval(Fraction(1), Fraction(9)), Interval.point(4))
    'contains'
    """
    if _low(a) == _low(b) and _high(a) == _high(b):
        return "equal"
    if contains(a, b):
        return "contains"
    if contains(b, a):
        return "within"
    return "overlaps" if intersects(a, b) else "apart"


def scale(interval: Interval, factor: Fraction | int, offset: Fraction | int = 0) -> Interval:
    """Every number of the interval, `offset` added, times `factor`, which must be above zero.

    >>> scale(Interval(Fraction(2), None), 3)
    Interval(low=Fraction(6, 1), high=None, low_open=False, high_open=False)
    """
    if factor <= 0:
        raise ValueError(f"a unit's factor is above zero, not {factor}")
    low = None if interval.low is None else (interval.low + offset) * Fraction(factor)
    high = None if interval.high is None else (interval.high + offset) * Fraction(factor)
    return evolve(interval, low=low, high=high)


def widen(interval: Interval, by: Fraction) -> Interval:
    """The interval with each end moved outward by `by`; an end that moves becomes open.

    >>> widen(Interval.point(2000), Fraction(500)) == Interval(Fraction(1500), Fraction(2500), True, True)
    True
    """
    if by <= 0:
        return interval
    return Interval(
        None if interval.low is None else interval.low - by,
        None if interval.high is None else interval.high + by,
        True,
        True,
    )


def slack(quantity: Quantity, converted: bool = False) -> Fraction:
    """How far each end of a figure may lie from what was printed, in the figure's own unit.

    Half of the last printed place; for an approximate figure a tenth of it, or that place where it is
    more. Counts below a hundred are exact, and so is a band such as "dozens". A count below a thousand is
    rounded to hundreds or fifties or not at all: "110 rescued" and "106 rescued" differ, "150" may be 148.
    `converted` is whether the figure is held against one in another unit: newspapers then round both.

    >>> from crosscheck.model import Quantity, Span
    >>> rescued = Quantity(Span(0, 3), Interval.point(110), "count", "number.digits", precision=Fraction(10))
    >>> [str(slack(evolve(rescued, interval=Interval.point(n)))) for n in (90, 110, 150, 300, 1110)]
    ['0', '0', '25', '50', '5']
    """
    ends = [abs(end) for end in (quantity.interval.low, quantity.interval.high) if end is not None]
    size = max(ends, default=Fraction(0))
    if quantity.approximate:
        return max(size / 10, quantity.precision)
    if quantity.vague:
        return Fraction(0)
    step = quantity.precision
    if size < SMALL and not (converted and quantity.sort not in COUNTED):
        step = min(step, Fraction(1))
    elif quantity.sort == "count" and quantity.unit is None and size < HUNDREDS:
        step = _rounding(ends, step)
    exact = quantity.unit is None and step == 1
    return Fraction(0) if exact else step / 2


def _rounding(ends: list[Fraction], printed: Fraction) -> Fraction:
    """To what a count of some hundreds was rounded: one that is no multiple of fifty was counted out."""
    if printed < 10:
        return printed
    return next((Fraction(step) for step in (100, 50) if all(end % step == 0 for end in ends)), Fraction(1))


def widened(quantity: Quantity, converted: bool = False) -> Interval:
    """All that the printed figure can mean."""
    return widen(quantity.interval, slack(quantity, converted))


def relate(a: Quantity, b: Quantity) -> Relation:
    """How two figures for the same thing relate.

    - "same": the same value, or the same after conversion to the printed precision;
    - "compatible": one may be the other: one inside the other, an overlap, a bound that holds;
    - "bounds-apart": two bounds of one side with different ends ("at least 12", "at least 21"); whether
      that is an update or a conflict depends on what is counted and when;
    - "apart": no number is both;
    - "currency": money in two currencies; "unit": not the same kind of figure, so not comparable.

    >>> from crosscheck.model import Quantity, Span
    >>> at_least = Quantity(Span(0, 1), Interval(Fraction(12), None), "count", "number.at-least")
    >>> relate(at_least, evolve(at_least, interval=Interval.point(15)))
    'compatible'
    >>> relate(at_least, evolve(at_least, interval=Interval(Fraction(21), None)))
    'bounds-apart'
    >>> relate(at_least, evolve(at_least, interval=Interval.point(9)))
    'apart'
    """
    one, two = _measure(a), _measure(b)
    apart = _incomparable(one, two)
    if apart:
        return apart
    if one.low == two.low and one.high == two.high:
        return "same"
    converted = one.unit != two.unit
    if one.side is not None and one.side == two.side:
        return "compatible" if _overlap(_Measure.of(_end(a)), _Measure.of(_end(b)), converted) else "bounds-apart"
    if converted and one.is_point and two.is_point and _rounds_to(a, b):
        return "same"
    return "compatible" if _overlap(one, two, converted) else "apart"


_Key = tuple[int, int | Fraction, bool]  # an end as a key that sorts, see _low and _high
_KEPT = 4096


@define(eq=False)
class _Measure:
    """What relating a figure to another needs of it, worked out once: a figure is held against many.

    `low` and `high` are its ends in its base unit; `side` is the one end that a bound has.
    """

    quantity: Quantity
    dimension: str
    unit: tuple[Fraction, Fraction]
    low: _Key
    high: _Key
    is_point: bool
    side: Literal["low", "high"] | None
    printed: tuple[_Key, _Key] | None = None
    rounded: tuple[_Key, _Key] | None = None

    @classmethod
    def of(cls, quantity: Quantity) -> _Measure:
        whole = _whole(quantity)
        side: Literal["low", "high"] | None = None
        if not whole.is_bounded:
            side = "high" if whole.low is None else "low"
        unit = _unit_of(quantity)
        return cls(quantity, _dimension(quantity), unit, _low(whole), _high(whole), whole.is_point, side)

    def spread(self, converted: bool) -> tuple[_Key, _Key]:
        """The ends of all that the printed figure can mean, in its base unit; see `slack` for `converted`."""
        known = self.rounded if converted else self.printed
        if known is None:
            interval = _based(self.quantity, widened(self.quantity, converted))
            known = _low(interval), _high(interval)
            if converted:
                self.rounded = known
            else:
                self.printed = known
        return known


_measures: dict[int, _Measure] = {}


def _measure(quantity: Quantity) -> _Measure:
    """The measure of a figure, kept for the figures asked for last. By identity: to hash fractions takes longer."""
    known = _measures.get(id(quantity))
    if known is None or known.quantity is not quantity:
        if len(_measures) >= _KEPT:
            _measures.clear()
        known = _measures[id(quantity)] = _Measure.of(quantity)
    return known


def _incomparable(a: _Measure, b: _Measure) -> Relation | None:
    """Why two figures can't be held against each other at all."""
    if a.dimension != b.dimension:
        return "unit"
    one, other = a.quantity.unit, b.quantity.unit
    if one is other or one is None or other is None:
        return None
    if a.dimension == "money" and not _one_currency(one, other):
        return "currency"
    return None if one.per == other.per else "unit"


def _one_currency(a: Unit, b: Unit) -> bool:
    """Whether two units of money are one; a bare "$" may be any dollar."""
    codes = {a.currency, b.currency}
    if len(codes) == 1:
        return True
    return "USD?" in codes and a.name.endswith("dollar") and b.name.endswith("dollar") and "USD" in codes


def _dimension(quantity: Quantity) -> str:
    """The dimension of a figure; shares and per cents are one, and so are ages of one unit and years."""
    if quantity.sort in ("ratio", "percent"):
        return "share"
    if quantity.sort in ("count", "number"):
        return "count" if quantity.unit is None else quantity.unit.dimension
    if quantity.unit is None or quantity.sort in ("age", "rank", "multiple"):
        return quantity.sort
    return quantity.unit.dimension


def _unit_of(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """What one of the figure's unit is: two figures with equal ones need no conversion."""
    if quantity.sort == "ratio":
        return Fraction(100), Fraction(0)
    if quantity.unit is None:
        return Fraction(1), Fraction(0)
    return quantity.unit.factor, quantity.unit.offset


def _based(quantity: Quantity, interval: Interval) -> Interval:
    """An interval of the figure in the base unit of its dimension."""
    factor, offset = _unit_of(quantity)
    if factor == 1 and not offset:
        return interval
    return scale(interval, factor, offset)


def _overlap(a: _Measure, b: _Measure, converted: bool) -> bool:
    """Whether the two may be one number, each widened to what was printed."""
    (low, high), (other_low, other_high) = a.spread(converted), b.spread(converted)
    return _starts_before(low, other_high) and _starts_before(other_low, high)


def _starts_before(low: _Key, high: _Key) -> bool:
    """Whether what begins at `low` begins no later than what ends at `high`: both ends closed, where they touch."""
    if low[0] == 0 or high[0] == 2:
        return True
    return low[1] < high[1] or (low[1] == high[1] and not low[2] and high[2])


def _whole(quantity: Quantity) -> Interval:
    """A figure in its base unit; a count with whole ends: more than 11 people are at least 12."""
    interval = quantity.interval
    if quantity.sort != "count" or quantity.unit is not None:
        return _based(quantity, interval)
    low, high = interval.low, interval.high
    if low is not None and interval.low_open and low.denominator == 1:
        low += 1
    if high is not None and interval.high_open and high.denominator == 1:
        high -= 1
    if low is not None and high is not None and low > high:
        return interval
    return Interval(low, high, interval.low_open and low == interval.low, interval.high_open and high == interval.high)


def _end(quantity: Quantity) -> Quantity:
    """The one end of a bound, as a figure."""
    end = quantity.interval.high if quantity.interval.low is None else quantity.interval.low
    return evolve(quantity, interval=Interval.point(end if end is not None else 0))


def _rounds_to(a: Quantity, b: Quantity) -> bool:
    """Whether one point, in the unit of the other, is it to the finer of their precisions."""
    x, y = _whole(a).low, _whole(b).low
    assert x is not None
    assert y is not None
    step = min(a.precision * _unit_of(a)[0], b.precision * _unit_of(b)[0])
    return abs(x - y) <= step / 2


def _low(interval: Interval) -> _Key:
    """The low end as a key that sorts: an open end lies above the closed one."""
    return (0, 0, False) if interval.low is None else (1, _number(interval.low), interval.low_open)


def _high(interval: Interval) -> _Key:
    """The high end as a key that sorts: an open end lies below the closed one."""
    return (2, 0, False) if interval.high is None else (1, _number(interval.high), not interval.high_open)


def _number(value: Fraction) -> int | Fraction:
    """A whole number as such, since those are compared ten times as fast."""
    return value.numerator if value.denominator == 1 else value


def _meets(a: Interval, b: Interval) -> bool:
    """Whether `a` starts no later than `b` ends."""
    if a.low is None or b.high is None:
        return True
    return a.low < b.high or (a.low == b.high and not a.low_open and not b.high_open)
