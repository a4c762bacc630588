"""Figures of a text: read, typed, bounded, joined; and what looks like one and is none.

One pass over the tokens finds numbers; each is either typed as no quantity or given its unit and
qualifiers; neighbours that make one figure together (ranges, changes) are joined as they come.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from crosscheck.model import Change, Nonquantity, Quantity, Span
from crosscheck.normalising.figures import Figure, count, figure
from crosscheck.normalising.joining import Shift, join
from crosscheck.normalising.nonquantities import Non, no_number, nonquantity
from crosscheck.normalising.numbers import STARTS, may_hold_number, number_at, word
from crosscheck.normalising.numerals import DIGITS, URL, Token, tokenise
from crosscheck.normalising.spaced import rejoined

_Item = Figure | Shift | Non


def read_quantities(
    text: str, start: int, end: int, taken: Sequence[Span] = ()
) -> tuple[Quantity | Change | Nonquantity, ...]:
    """The figures in text[start:end] in order, none overlapping another or a `taken` span.

    Spans are offsets in the whole text. A figure's span has its qualifier and unit, not what it counts.

    >>> figure, = read_quantities("at least nine Russian soldiers", 0, 30)
    >>> figure.span, figure.interval.low, figure.interval.high, figure.role.counted
    (Span(start=0, end=13), Fraction(9, 1), None, 'russian soldier')
    >>> [(fact.sort, fact.rule) for fact in read_quantities("Flight 12 left at 10:30", 0, 23)]
    [('name', 'nonquantity.name'), ('clock', 'nonquantity.clock')]
    """
    if not may_hold_number(text, start, end):
        return ()
    tokens = rejoined(tokenise(text, start, end, taken))
    items = _items(text, tokens)
    _share_units(tokens, items)
    _restate(tokens, items)
    return tuple(_fact(tokens, item) for item in items)


def _items(text: str, tokens: list[Token]) -> list[_Item]:
    """Figures and non-quantities in order, neighbours joined."""
    items: list[_Item] = []
    at, floor = 0, 0
    while at < len(tokens):
        kind = tokens[at].kind
        low = tokens[at].low
        starts = kind == DIGITS or low in STARTS or low[-4:] == "fold"
        number = number_at(tokens, at, floor) if starts else None
        if number is None:
            non = no_number(tokens, at) if kind in (DIGITS, URL) else None
            if non and (kind != URL or any(letter.isdigit() for letter in tokens[at].text)):
                items.append(non)
                floor = non.last
            at += 1
            continue
        after_year = bool(items) and isinstance(items[-1], Non) and items[-1].sort in ("year", "date")
        found = nonquantity(text, tokens, number, floor, after_year) or figure(tokens, number, floor)
        if isinstance(found, Non):
            found = found._replace(first=max(found.first, floor))
            items.append(found)
        else:
            _push(tokens, items, found)
        last = items[-1]
        at = floor = max(last.last, at + 1)
        if isinstance(last, Figure):
            count(tokens, last)
    return items


def _push(tokens: list[Token], items: list[_Item], found: Figure) -> None:
    """Add a figure, joined to the one before where the two are one."""
    before = items[-1] if items else None
    if isinstance(before, Figure) and found.first - before.last <= 3:
        joined = join(tokens, before, found)
        if joined is not None:
            items[-1] = joined
            return
    items.append(found)


def _share_units(tokens: list[Token], items: list[_Item]) -> None:
    """In a list the last figure's unit or noun is that of all: "20, 30 and 40 points"."""
    for left, right in zip(reversed(items[:-1]), reversed(items), strict=False):
        if not isinstance(left, Figure) or not isinstance(right, Figure):
            continue
        between = [word(tokens, at) for at in range(left.last, min(right.first, left.last + 4))]
        listed = between in ([","], ["and"], ["or"], [",", "and"], [",", "or"])
        if (listed and left.unit is None and left.counted is None and left.sort == right.sort == "count") or (
            listed
            and left.unit is None
            and left.counted is None
            and left.sort == "count"
            and right.unit is not None
            and between in (["and"], ["or"])
        ):
            left.counted, left.unit = right.counted, right.unit
            left.sort = right.sort


def _restate(tokens: list[Token], items: list[_Item]) -> None:
    """A figure in brackets after another in another unit restates it, bound included."""
    for left, right in itertools.pairwise(items):
        if not isinstance(left, Figure) or not isinstance(right, Figure) or right.effect or not left.effect:
            continue
        if word(tokens, left.last) != "(" or right.first != left.last + 1 or left.unit is None or right.unit is None:
            continue
        if left.unit.dimension != right.unit.dimension or not right.is_point:
            continue
        right.effect, right.approximate, right.rule = left.effect, left.approximate, left.rule
        if left.high is None:
            right.high, right.low_open = None, left.low_open
        elif left.low is None:
            right.low, right.high_open = None, left.high_open


def _fact(tokens: list[Token], item: _Item) -> Quantity | Change | Nonquantity:
    if isinstance(item, Non):
        return Nonquantity(Span(tokens[item.first].start, tokens[item.last - 1].end), item.sort, item.rule)
    if isinstance(item, Shift):
        return item.change(tokens)
    return item.quantity(tokens)
