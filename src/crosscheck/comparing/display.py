"""Roles and figures as a report gives them, and as people read them."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.lexicon.en.words import canon, show
from crosscheck.lexicon.rules import table
from crosscheck.model import Interval, Quantity, Role, Unit, Values

_UNNAMED = ("level", "change")  # predicates that are no words of the text
_STATUS = {"planned": "planned or supposed", "denied": "denied"}


def role_values(role: Role) -> Values:
    """A role as a report gives it, with how people read it.

    >>> dict(role_values(Role("person", "perishing", "metz", "2019")))["display"]
    'people killed (metz) (2019)'
    >>> dict(role_values(Role("house", "destroyed", status="planned")))["display"]
    'houses destroyed (planned or supposed)'
    """
    return (
        ("counted", role.counted),
        ("predicate", role.predicate),
        ("extent", role.extent),
        ("period", role.period),
        ("display", _role_display(role)),
    )


def _role_display(role: Role) -> str:
    figure = role.predicate is not None and role.predicate not in _UNNAMED
    parts = [plural(role.counted) if role.counted and figure else role.counted]
    if role.predicate and role.predicate not in _UNNAMED:
        parts.append(in_words(role.predicate))
    status = _STATUS.get(role.status or "")
    bounds = dict.fromkeys(["change" if role.predicate == "change" else None, role.extent, role.period, status])
    return " ".join([part for part in parts if part] + [f"({bound})" for bound in bounds if bound])


def in_words(predicate: str) -> str:
    """A predicate as a role shows it: a news concept in its common word, any other as it stands.

    >>> in_words("perishing"), in_words("inspected")
    ('killed', 'inspected')
    """
    common = canon(predicate)
    return show(common) if show(common) != common else predicate


def quantity_values(fact: Quantity) -> Values:
    """A figure as a report gives it: decimal strings, `None` where it is unbounded."""
    values: tuple[tuple[str, object], ...] = (
        ("low", number(fact.interval.low)),
        ("high", number(fact.interval.high)),
        ("low_open", fact.interval.low_open),
        ("high_open", fact.interval.high_open),
        ("approximate", fact.approximate),
        ("precision", number(fact.precision)),
        ("unit", _unit(fact.unit) if fact.unit else None),
        ("sort", fact.sort),
    )
    return (*values, ("vague", True)) if fact.vague else values


def _unit(unit: Unit) -> str:
    return (unit.currency or unit.name) + (f" per {unit.per}" if unit.per else "")


def number(value: Fraction | None) -> str | None:
    """A number as a decimal string; as a fraction where its decimals do not end.

    >>> number(Fraction(9, 2)), number(Fraction(1, 3)), number(Fraction(7000))
    ('4.5', '1/3', '7000')
    >>> number(Fraction(-1, 40)), number(None)
    ('-0.025', None)
    """
    if value is None:
        return None
    places = _decimals(value)
    if not places:
        return str(value)  # "1/3" or "7000"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + f"{digits[:-places]}.{digits[-places:]}"


def _decimals(value: Fraction) -> int | None:
    """How many decimals write the value exactly; `None` where they do not end."""
    rest, powers = value.denominator, [0, 0]
    for i, prime in enumerate((2, 5)):
        while rest % prime == 0:
            rest //= prime
            powers[i] += 1
    return max(powers) if rest == 1 else None


def quantity_display(fact: Quantity) -> str:
    """A figure in a few characters, for people.

    >>> from crosscheck.model import Span
    >>> quantity_display(Quantity(Span(0, 1), Interval(Fraction(5000), Fraction(7000)), "count", "r"))
    '5,000–7,000'
    >>> quantity_display(Quantity(Span(0, 1), Interval(Fraction(12), None), "count", "r"))
    'at least 12'
    >>> euro = Unit("euro", "money", currency="EUR")
    >>> quantity_display(Quantity(Span(0, 1), Interval.point(412_000_000), "money", "r", unit=euro))
    'EUR 412 million'
    """
    if fact.vague and fact.interval.low in _BANDS:
        return _BANDS[fact.interval.low]
    both = fact.interval.low is not None and fact.interval.high is not None
    one = fact.interval.is_point and fact.interval.low == 1
    return f"{'about ' if fact.approximate and both else ''}{_measure(_amount(fact.interval), fact.unit, one)}"


# what the vague bands of `lexicon/en/numbers` are called, by where they begin
_BANDS = {
    Fraction(12): "dozens", Fraction(20): "scores", Fraction(100): "hundreds", Fraction(1000): "thousands",
    Fraction(10_000): "tens of thousands", Fraction(100_000): "hundreds of thousands", Fraction(10**6): "millions",
}  # fmt: skip


def _amount(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if low is None:
        return ("less than " if interval.high_open else "up to ") + _printed(high)
    if high is None:
        return ("more than " if interval.low_open else "at least ") + _printed(low)
    return _printed(low) if low == high else f"{_printed(low)}–{_printed(high)}"


def _measure(amount: str, unit: Unit | None, one: bool) -> str:
    """An amount with its unit: "EUR 412 million", "61%", "42 metres", "90 miles per hour"."""
    if unit is None:
        return amount
    per = f" per {unit.per}" if unit.per else ""
    if unit.currency:
        whole, point, rest = amount.rpartition(".")
        cents = f"{whole}{point}{rest}0" if point and len(rest) == 1 else amount  # 1.8 is printed as 1.80
        return f"{unit.currency.rstrip('?')} {cents}{per}"
    if unit.name in ("percent", "percentage"):
        return f"{amount}%{per}"
    if unit.dimension == "age":
        return f"aged {amount}"
    return f"{amount} {unit.name if one else plural(unit.name)}{per}"


def plural(noun: str) -> str:
    """The plural of a noun, or of the first word of a unit with "per", for people to read.

    >>> plural("house"), plural("city"), plural("person"), plural("foot"), plural("mile per hour"), plural("crew")
    ('houses', 'cities', 'people', 'feet', 'miles per hour', 'crew')
    >>> plural("fireman"), plural("human")
    ('firemen', 'humans')
    """
    head, _, rest = noun.partition(" per ")
    words = head.split()
    last = words[-1]
    known = {row[0]: row[1] for row in table("en", "plurals")}
    if last in known:
        last = known[last]
    elif last.endswith("man") and last not in _NO_MEN:
        last = last[:-2] + "en"
    elif last.endswith("y") and last[-2:-1] not in ("a", "e", "o", "u"):
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        last += "es"
    else:
        last += "s"
    return " ".join([*words[:-1], last]) + (f" per {rest}" if rest else "")


_NO_MEN = ("human", "german", "roman", "norman", "ottoman", "shaman", "talisman")


def _printed(value: Fraction | None) -> str:
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value is not None and abs(value) >= scale and _decimals(value / scale) is not None:
            short = number(value / scale) or ""
            if len(short) <= 6:
                return f"{short} {name}"
    text = number(value) or "?"
    whole, _, rest = text.partition(".")
    if whole.lstrip("-").isdigit():
        whole = f"{int(whole):,}"
    return f"{whole}.{rest}" if rest else whole
