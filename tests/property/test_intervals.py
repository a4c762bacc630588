"""Laws of intervals, held against sets of numbers written out."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.model import Interval, Quantity, Sort, Span, Unit
from crosscheck.values.intervals import contains, intersects, order, relate, scale, slack, widen, widened

LOW, HIGH = -3, 12
# ends are whole, so a point on each end and one between each two tell every pair of intervals apart
GRID = [Fraction(n, 2) for n in range(2 * LOW - 4, 2 * HIGH + 5)]
METRE, KILOMETRE = Unit("metre", "length"), Unit("kilometre", "length", Fraction(1000))

law = settings(deadline=None, max_examples=120)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals with small whole ends, open or closed, bounded or not."""
    low, high = sorted((draw(st.integers(LOW, HIGH)), draw(st.integers(LOW, HIGH))))
    bounds = draw(st.sampled_from(["both", "low", "high", "both"]))
    opens = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    if bounds == "low":
        return Interval(Fraction(low), None, opens[0])
    if bounds == "high":
        return Interval(None, Fraction(high), False, opens[1])
    return Interval(Fraction(low), Fraction(high), *opens)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Figures of one thing: counts, or lengths in metres or kilometres."""
    unit = draw(st.sampled_from([None, METRE, KILOMETRE]))
    sort: Sort = "count" if unit is None else "length"
    precision = Fraction(draw(st.sampled_from([1, 10, 100])))
    return Quantity(Span(0, 1), draw(intervals()), sort, "test", unit, draw(st.booleans()), precision)


def members(interval: Interval) -> set[Fraction]:
    """The points of the grid in an interval: the oracle."""
    above = [
        p for p in GRID if interval.low is None or p > interval.low or (p == interval.low and not interval.low_open)
    ]
    return {
        p
        for p in above
        if interval.high is None or p < interval.high or (p == interval.high and not interval.high_open)
    }


@given(intervals(), intervals())
@law
def test_intersects_as_sets_do(a: Interval, b: Interval) -> None:
    assert intersects(a, b) == bool(members(a) & members(b))


@given(intervals(), intervals())
@law
def test_contains_as_sets_do(a: Interval, b: Interval) -> None:
    assert contains(a, b) == (members(b) <= members(a))


@given(intervals(), intervals())
@law
def test_order_is_symmetric_up_to_contains_and_within(a: Interval, b: Interval) -> None:
    turned = {"contains": "within", "within": "contains"}
    assert order(b, a) == turned.get(order(a, b), order(a, b))
    assert order(a, a) == "equal"


@given(intervals(), intervals(), st.integers(0, 5))
@law
def test_widening_never_parts_two_values(a: Interval, b: Interval, by: int) -> None:
    assert contains(widen(a, Fraction(by)), a)
    if intersects(a, b):
        assert intersects(widen(a, Fraction(by)), b)


@given(intervals(), intervals(), st.fractions(Fraction(1, 100), 100), st.integers(-5, 5))
@law
def test_scaling_keeps_the_order(a: Interval, b: Interval, factor: Fraction, offset: int) -> None:
    assert order(scale(a, factor, offset), scale(b, factor, offset)) == order(a, b)


@given(quantities())
@law
def test_a_figure_is_the_same_as_itself(a: Quantity) -> None:
    assert relate(a, a) == "same"


@given(quantities(), quantities())
@law
def test_relation_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert relate(a, b) == relate(b, a)


@given(quantities(), quantities())
@law
def test_counts_and_lengths_are_not_compared(a: Quantity, b: Quantity) -> None:
    assert (relate(a, b) == "unit") == ((a.unit is None) != (b.unit is None))


@given(quantities(), quantities())
@law
def test_figures_that_can_be_one_number_are_never_apart(a: Quantity, b: Quantity) -> None:
    if a.unit == b.unit and intersects(a.interval, b.interval):
        assert relate(a, b) in ("same", "compatible", "bounds-apart")


@given(quantities(), quantities())
@law
def test_blurring_a_figure_never_makes_it_differ(a: Quantity, b: Quantity) -> None:
    blurred = evolve(a, approximate=True)
    assert slack(blurred) >= slack(evolve(a, approximate=False))
    if relate(evolve(a, approximate=False), b) == "compatible":
        assert relate(blurred, b) in ("same", "compatible")


@given(quantities(), st.integers(1, 50))
@law
def test_scaling_unit_and_number_together_changes_nothing(a: Quantity, by: int) -> None:
    if a.unit is None:
        return
    unit = evolve(a.unit, name="span", factor=a.unit.factor / by)
    other = evolve(a, unit=unit, interval=scale(a.interval, by), precision=a.precision * by)
    assert relate(a, other) == "same"


@given(quantities())
@law
def test_widened_holds_what_was_printed(a: Quantity) -> None:
    assert contains(widened(a), a.interval)
