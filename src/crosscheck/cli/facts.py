"""`crosscheck facts`: what the normaliser reads in a text, for people who wonder why."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import crosscheck
from crosscheck.cli import streams
from crosscheck.cli.statuses import RAN
from crosscheck.errors import InputError
from crosscheck.model import Change, Fact, Interval, Name, Nonquantity, Place, Quantity, Quotation, When
from crosscheck.reading.decoding import decoded
from crosscheck.reading.metadata import Moment, moment
from crosscheck.reporting.safe import line
from crosscheck.values.days import edtf


def run(text: str, published: str | None) -> int:
    """Print the facts of `text`; the exit status."""
    day = _moment(published)
    if text == "-":
        text, _ = decoded(sys.stdin.buffer.read())
    streams.emit(shown(text, crosscheck.normalise(text, published=day)))
    return RAN


def _moment(published: str | None) -> Moment | None:
    try:
        return moment(published) if published else None
    except ValueError:
        raise InputError("bad-date", f"{published!r} is no date; write it as 2015-10-16") from None


def shown(text: str, facts: Sequence[Fact]) -> str:
    """The text with its facts in brackets, then each fact: its words, kind, value, role and rule."""
    blocks = [line(marked(text, facts)), *("\n".join(_block(text, fact)) for fact in facts)]
    if not facts:
        blocks.append("no facts found")
    return "\n\n".join(blocks) + "\n"


def marked(text: str, facts: Sequence[Fact]) -> str:
    """The text with brackets around each fact; of facts that overlap, around the longest from the left.

    >>> from crosscheck.model import Span
    >>> marked("12 died", [Quantity(Span(0, 2), Interval.point(12), "count", "number.digits")])
    '[12] died'
    """
    pieces, at = [], 0
    for span in sorted((fact.span for fact in facts), key=lambda span: (span.start, -span.end)):
        if span.start >= at:
            pieces += [text[at : span.start], "[", text[span.start : span.end], "]"]
            at = span.end
    return "".join(pieces) + text[at:]


def _block(text: str, fact: Fact) -> Iterator[str]:
    yield f"{line(fact.span.of(text))}"
    yield f"  {_kind(fact):<12}{line(_value(fact))}"
    if fact.role.display:
        yield f"  {'role':<12}{line(fact.role.display)}"
    yield f"  {'rule':<12}{fact.rule}"


def _kind(fact: Fact) -> str:
    names = {"When": "date", "Nonquantity": "no quantity", "Quotation": "quote"}
    name = type(fact).__name__
    return names.get(name, name.lower())


def _value(fact: Fact) -> str:
    match fact:
        case Quantity():
            return quantity(fact)
        case Change():
            return f"from {quantity(fact.before)} to {quantity(fact.after)}"
        case Nonquantity():
            return fact.sort
        case When():
            return _when(fact)
        case Name(title=str(title)):
            return f"{fact.name} ({title})"
        case Place(within=str(within)):
            return f"{fact.name}, {within}"
        case Quotation():
            return f"“{fact.words}”" + (f" ({fact.speaker})" if fact.speaker else "")
        case Name() | Place():
            return fact.name
        case _:
            return str(getattr(fact, "value", None) or getattr(fact, "name", ""))


def quantity(fact: Quantity) -> str:
    """A figure in words.

    >>> from crosscheck.model import Span
    >>> quantity(Quantity(Span(0, 2), Interval(Fraction(5000), None), "count", "number.at-least"))
    '5,000 or more (count)'
    """
    unit = "" if fact.unit is None else " " + (fact.unit.currency or fact.unit.name)
    if fact.unit is not None and fact.unit.per:
        unit += f" per {fact.unit.per}"
    about = "about " if fact.approximate else ""
    details = [fact.sort] + ["vague"] * fact.vague + [f"printed to {number(fact.precision)}"] * (fact.precision != 1)
    return f"{about}{interval(fact.interval)}{unit} ({', '.join(details)})"


def interval(value: Interval) -> str:
    """An interval in words.

    >>> interval(Interval(Fraction(5000), Fraction(7000))), interval(Interval(None, Fraction(1, 2), high_open=True))
    ('5,000 to 7,000', 'less than 0.5')
    """
    low, high = (end if end is None else number(end) for end in (value.low, value.high))
    if value.is_point:
        return f"{low}"
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"more than {low}" if value.low_open else f"{low} or more"
    if low is None:
        return f"less than {high}" if value.high_open else f"{high} or less"
    inner = f"{'more than ' * value.low_open}{low} to {'less than ' * value.high_open}{high}"
    return inner


def number(value: Fraction) -> str:
    """A number in decimal digits where it has an end, else as a fraction.

    >>> number(Fraction(9, 2)), number(Fraction(1, 3)), number(Fraction(-7000))
    ('4.5', '1/3', '-7,000')
    """
    places = next((n for n in range(19) if (value * 10**n).denominator == 1), None)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(abs(value), 1)
    decimals = f".{int(rest * 10**places):0{places}d}" if places else ""
    return f"{'-' * (value < 0)}{int(whole):,}{decimals}"


def _when(fact: When) -> str:
    if fact.sort != "date":
        return fact.sort
    if not fact.resolved:
        return f"{fact.pattern or 'unknown'} (not resolved: give --published)"
    approximate = fact.modifier == "approx"
    parts = [edtf(fact.earliest, fact.latest, fact.granularity, approximate=approximate)]
    if fact.clock is not None:
        parts.append("–".join(dict.fromkeys(f"{minute // 60:02d}:{minute % 60:02d}" for minute in fact.clock)))
    parts += [fact.zone] if fact.zone else []
    against = {"published": "against the day of publication", "mention": "against a day named before"}
    details = [fact.granularity] + ([against[fact.anchor]] if fact.anchor else [])
    return f"{' '.join(parts)} ({', '.join(details)})"
