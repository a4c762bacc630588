"""Figures that are one together: ranges, changes, pairs of bounds, feet and inches."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import define, evolve

from crosscheck.lexicon.listed import listed
from crosscheck.model import Change, Sort, Span, Unit
from crosscheck.normalising.figures import Figure
from crosscheck.normalising.numbers import DASHES, glued, word
from crosscheck.normalising.numerals import Token

CHANGING = listed("""
    fell fall falls falling fallen rose rise rises rising risen cut cuts cutting raised raise raises raising
    increased increase increases increasing decreased decrease decreases decreasing dropped drop drops dropping
    slowed slow slows slowing grew grow grows growing grown improved improve improves improving reduced reduce
    reduces reducing changed change changes changing moved move moves moving climbed climb climbs climbing slipped
    slip slips slipping plummeted plummet plunged plunge swung swing lowered lower lowers lowering jumped jump jumps
    jumping declined decline declines declining revised doubled trebled tripled eased narrowed widened went up down
    soared surged tumbled slid edged shrank dipped swelled boosted boost hiked upgraded downgraded slashed expanded
    trimmed
""")

# the smaller unit of two that make one figure
_PARTS: dict[str, str] = {
    "foot": "inch",
    "pound": "ounce",
    "stone": "pound",
    "hour": "minute",
    "minute": "second",
    "year": "month",
}
_BY = CHANGING | listed("by gained gains gain added adds lost loses shed advanced")
_RANGE_WORDS = frozenset(("to", "through", "till", "until", "~"))


@define
class Shift:
    """A change in tokens[first:last]: from one figure to another."""

    first: int
    last: int
    before: Figure
    after: Figure
    rule: str

    def change(self, tokens: Sequence[Token]) -> Change:
        """The change as a fact."""
        span = Span(tokens[self.first].start, tokens[self.last - 1].end)
        return Change(span, self.before.quantity(tokens), self.after.quantity(tokens), self.rule)


def join(tokens: Sequence[Token], left: Figure, right: Figure) -> Figure | Shift | None:
    """The one thing that two neighbouring figures are together; None where they are two."""
    between = [word(tokens, at) for at in range(left.last, right.first)]
    if len(between) > 3 or (len(between) == 1 and between[0] == ""):
        return None
    return (
        _range(tokens, left, right, between)
        or _compound(left, right, between)
        or _two_bounds(left, right, between)
        or _back_change(left, right, between)
    )


def _range(tokens: Sequence[Token], left: Figure, right: Figure, between: list[str]) -> Figure | Shift | None:
    """ "5 to 7", "5-7", "between 5 and 7", "from 5 to 7", "two or three"."""
    if left.opener == "from" and right.effect == "at-most" and left.is_point and not between:
        return _ranged(left, evolve(right, low=right.high, high_open=False), "number.range-to")
    if not (_open_range(left) and right.plain) or right.opener:
        return None
    gap = [low for low in between if low not in DASHES or len(between) == 1]
    if len(gap) != 1:
        return None
    low = gap[0]
    if left.opener == "between" and (low in ("and", "to") or low in DASHES):
        return _ranged(left, right, "number.range-between")
    if low in _RANGE_WORDS or low in DASHES:
        if low in DASHES and not _range_dash(tokens, left, right):
            return None
        if low in ("till", "until") and left.opener != "from":
            return None
        if (
            low == "to"
            and left.opener != "from"
            and left.unit is not None
            and ((right.unit is None and left.sort != "age") or word(tokens, left.first - 1) in _BY)
        ):
            return None
        if low == "to" and word(tokens, left.first - 1) == "by" and (left.unit is None) == (right.unit is None):
            return None
        changes = low == "to" and left.opener == "from" and _changes(tokens, left)
        inherited = _inherit(left, right, changes)
        if inherited is None:
            return None
        lower = inherited.low is not None and right.low is not None and inherited.low < right.low
        if changes or (low == "to" and left.opener == "from" and not lower):
            return Shift(left.first, right.last, inherited, _closed(right), "number.change-from-to")
        return _ranged(left, right, "number.range-to") if lower else None
    if low == "or" and left.opener == "" and left.low is not None and right.low is not None:
        near = left.low < right.low < 1000 and (right.low <= 2 * left.low or right.low - left.low <= 2)
        if near and left.unit is None and left.effect in (None, "about") and right.effect is None:
            return _ranged(left, right, "number.range-or")
        if near and left.unit is not None and right.unit == left.unit and not left.counted:
            return _ranged(left, right, "number.range-or")
    return None


def _open_range(left: Figure) -> bool:
    """Whether the figure may begin a range: a point, or "up to 5 to 7", which is none."""
    return left.plain or (left.effect == "at-most" and left.opener == "from")


def _range_dash(tokens: Sequence[Token], left: Figure, right: Figure) -> bool:
    """Whether the dash between is one of a range: touching both figures, or neither."""
    return glued(tokens, left.last) == glued(tokens, left.last + 1)


def _changes(tokens: Sequence[Token], left: Figure) -> bool:
    """Whether a verb of change stands within eight words before."""
    return any(word(tokens, at) in CHANGING for at in range(max(0, left.first - 9), left.first))


def _inherit(left: Figure, right: Figure, changes: bool = False) -> Figure | None:
    """The left figure with the scale and the unit that only the right one names; None where units clash."""
    value = left.low if left.low is not None else left.high
    if value is None or right.low is None:
        return None
    factor = _factor(left, right, changes)
    unit, sort = left.unit or right.unit, left.sort if left.unit else right.sort
    if left.unit and right.unit and not _same_kind(left.unit, right.unit):
        return None
    if left.unit and right.unit and right.unit.per and not left.unit.per:
        unit = right.unit
    if left.unit and right.unit and left.unit.currency == "USD?" and right.unit.currency != "USD?":
        unit = right.unit
    if left.sort in ("rank", "ratio") and right.sort != left.sort:
        return None
    return evolve(
        left,
        low=value * factor,
        high=value * factor,
        precision=left.precision * factor,
        unit=unit,
        sort=sort,
        low_open=False,
        high_open=False,
    )


def _factor(left: Figure, right: Figure, changes: bool) -> Fraction:
    """The scale that the left figure takes from the right: "$3-5 billion", "10 to 15 million"."""
    value = left.low if left.low is not None else Fraction(0)
    assert right.low is not None
    if left.scaled or not right.scaled or value >= 1000 or right.low < 1000:
        return Fraction(1)
    scale = next(
        (Fraction(step) for step in (10**12, 10**9, 10**6, 10**7, 10**5, 10**3) if right.low >= step), Fraction(1)
    )
    return scale if abs(value) * scale <= right.low * (10 if changes else 1) else Fraction(1)


def _same_kind(left: Unit, right: Unit) -> bool:
    """Whether two units can bound one range."""
    if left.dimension == "money" and right.dimension == "money":
        return left.currency == right.currency or "USD?" in (left.currency, right.currency)
    return left.name == right.name


def _closed(right: Figure) -> Figure:
    return right


def _ranged(left: Figure, right: Figure, rule: str) -> Figure | None:
    """The range from one figure to the other; None where it would run downward."""
    start = _inherit(left, right)
    if start is None or start.low is None or right.high is None:
        return None
    low, high = start.low, right.high
    if low > high and rule == "number.range-between":
        low, high = high, low
    if low >= high:
        return None
    unit = right.unit or start.unit
    if start.unit and start.unit.currency and unit and unit.currency == "USD?" and start.unit.currency != "USD?":
        unit = start.unit
    sort: Sort = right.sort if right.unit else start.sort
    return evolve(
        right,
        first=left.first - (1 if rule == "number.range-between" or left.opener else 0),
        low=low,
        high=high,
        unit=unit,
        sort=sort,
        precision=min(start.precision, right.precision) if low else right.precision,
        rule=rule,
        approximate=left.approximate or right.approximate,
        opener="" if left.opener else right.opener,
        effect=None,
        settled=right.settled or left.settled,
        counted=right.counted,
    )


def _compound(left: Figure, right: Figure, between: list[str]) -> Figure | None:
    """ "5 feet 2 inches", "two hours and 15 minutes", "3 dollars 50 cents"."""
    if between not in ([], ["and"]) or not (left.is_point or left.effect) or not right.is_point or right.effect:
        return None
    big, small = left.unit, right.unit
    if big is None or small is None or big.per or right.low is None:
        return None
    cents = big.dimension == "money" and small.dimension == "money" and small.factor < big.factor
    if not (cents or _PARTS.get(big.name) == small.name):
        return None
    ratio = small.factor / big.factor
    part = right.low * ratio
    if not 0 < part < 1:
        return None
    return evolve(
        left,
        last=right.last,
        low=None if left.low is None else left.low + part,
        high=None if left.high is None else left.high + part,
        precision=ratio,
        rule=left.rule if left.effect else "number.compound",
    )


def _two_bounds(left: Figure, right: Figure, between: list[str]) -> Figure | None:
    """ "more than 20 and fewer than 30": one interval."""
    if between not in (["and"], ["but"], [","], [",", "and"], [",", "but"], []):
        return None
    lower, upper = (left, right) if left.effect in ("at-least", "more") else (right, left)
    if lower.effect not in ("at-least", "more") or upper.effect not in ("at-most", "less"):
        return None
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    if left.counted or (left.unit and right.unit and not _same_kind(left.unit, right.unit)):
        return None
    return evolve(
        right,
        first=left.first,
        low=lower.low,
        high=upper.high,
        low_open=lower.low_open,
        high_open=upper.high_open,
        unit=left.unit or right.unit,
        sort=left.sort if left.unit else right.sort,
        rule="number.two-bounds",
        effect=None,
        precision=min(left.precision, right.precision),
        settled=left.settled or right.settled,
    )


def _back_change(left: Figure, right: Figure, between: list[str]) -> Shift | None:
    """ "to 7.4 billion from 6.8 billion": the later figure first; read only where both are of one unit."""
    if between != ["from"] or not left.plain or not right.plain or left.unit is None:
        return None
    if right.unit is None:
        right = evolve(right, unit=left.unit, sort=left.sort)
    if right.unit is None or not _same_kind(left.unit, right.unit):
        return None
    return Shift(left.first, right.last, right, left, "number.change-to-from")
