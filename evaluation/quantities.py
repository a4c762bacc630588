"""Figures in the form that the scorer of quantities reads.

The scorer knows a value, a unit's name and one modifier. What it does not count is left out here, not
in the normaliser: ranks, and multiples told by a word ("twice"), which none of its sets annotates. The
sets that annotate one kind of figure get only that kind, by the sort that the normaliser gave.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from crosscheck.lexicon.en.numbers import MULTIPLES
from crosscheck.model import Change, Interval, Nonquantity, Quantity, Span
from crosscheck.normalising.quantities import read_quantities

Row = dict[str, Any]

KINDS = ("number", "range", "percent", "ordinal", "currency", "dimension", "age", "temperature")
_DIMENSIONS = frozenset(("length", "area", "mass", "volume", "speed", "angle", "data", "rate"))
# the set of numbers has none in "180ml", where a unit's letters touch the digits
_GLUED = re.compile(r"\d[A-Za-z]")
_MODIFIERS = {
    "number.at-least": ">=", "number.or-more": ">=", "number.plus": ">=", "number.more-than": ">",
    "number.at-most": "<=", "number.or-less": "<=", "number.less-than": "<", "number.just-over": ">",
}  # fmt: skip


def predict(row: Row, kind: str | None = None) -> Row:
    """The figures of a row's text, of one kind where the set annotates only that.

    The kind is the one given, else that of the set by whose name the row's id begins ("rt_range-12").

    >>> predict({"id": "a", "text": "at least nine people"})["pred"]
    [{'lo': 9.0, 'hi': None, 'unit': 'person', 'modifier': '>=', 'start': 0, 'end': 13}]
    """
    kind = kind or kind_of(str(row["id"]).partition("-")[0])
    facts = read_quantities(row["text"], 0, len(row["text"]))
    found = [part for fact in facts if isinstance(fact, Quantity | Change) for part in _parts(fact)]
    text = row["text"]
    pred = [written(part, text, kind) for part in found if _wanted(part, part.span.of(text), kind)]
    if kind == "number":
        pred += [run for fact in facts if isinstance(fact, Nonquantity) for run in _runs(text, fact)]
    return {"id": row["id"], "pred": pred}


def kind_of(name: str) -> str | None:
    """The kind that a set annotates, from its name ("rt_number"); None where it annotates all."""
    kind = name.removeprefix("rt_") if name.startswith("rt_") else ""
    return kind if kind in KINDS else None


def _parts(fact: Quantity | Change) -> list[Quantity]:
    """A fact as the figures the sets make of it: a change "from X to Y" is a range to them, "to Y from X" two."""
    if isinstance(fact, Quantity):
        return [fact]
    if fact.rule == "number.change-to-from":
        return [fact.after, fact.before]
    ends = [
        end for part in (fact.before, fact.after) for end in (part.interval.low, part.interval.high) if end is not None
    ]
    return [
        Quantity(
            fact.span,
            _between(ends),
            fact.after.sort,
            fact.rule,
            fact.after.unit or fact.before.unit,
            role=fact.after.role,
        )
    ]


def _between(ends: list[Fraction]) -> Interval:
    return Interval(min(ends), max(ends))


def _runs(text: str, fact: Nonquantity) -> list[Row]:
    """The runs of digits in a date or a code: the set of numbers annotates each, whatever it stands for."""
    if fact.sort in ("url", "ordinal-name"):
        return []
    found = re.finditer(r"(?<![^\W\d])\d+(?![^\W\d])", fact.span.of(text))
    ends = [(match.group(), fact.span.start + match.start(), fact.span.start + match.end()) for match in found]
    return [{"lo": float(run), "hi": float(run), "start": start, "end": end} for run, start, end in ends]


def _wanted(fact: Quantity, surface: str, kind: str | None) -> bool:
    """Whether the set annotates such a figure."""
    if kind is None:
        return fact.sort != "rank" and not (fact.sort == "multiple" and surface.split()[-1].lower() in MULTIPLES)
    if kind == "number":
        return fact.sort != "rank" and not (fact.sort != "money" and fact.unit and _GLUED.search(surface))
    if kind == "range":
        return True
    return {
        "percent": fact.sort == "percent",
        "ordinal": fact.sort == "rank",
        "currency": fact.sort == "money",
        "dimension": fact.sort in _DIMENSIONS,
        "age": fact.sort == "age",
        "temperature": fact.sort == "temperature" or (fact.unit is not None and fact.unit.name == "degree"),
    }[kind]


def written(fact: Quantity, text: str, kind: str | None = None) -> Row:
    """One figure as the scorer's JSON object."""
    low, high = fact.interval.low, fact.interval.high
    span: Span = fact.span
    return {
        "lo": None if low is None else float(low),
        "hi": None if high is None else float(high),
        "unit": unit_name(fact, fact.span.of(text), kind),
        "modifier": _MODIFIERS.get(fact.rule, "~" if fact.approximate else ""),
        "start": span.start,
        "end": span.end,
    }


def unit_name(fact: Quantity, surface: str, kind: str | None = None) -> str | None:
    """The unit as the sets call it, or what is counted."""
    unit = fact.unit
    if unit is None:
        return fact.role.counted if fact.sort not in ("rank", "multiple") else None
    name = "metric ton" if unit.name == "tonne" else unit.name
    if unit.dimension in ("magnitude",):
        return None
    if kind == "currency" and unit.currency == "GBP" and unit.name == "pound sterling" and "GBP" not in surface:
        name = "pound"
    return f"{name} per {unit.per}" if unit.per and kind is None else name
