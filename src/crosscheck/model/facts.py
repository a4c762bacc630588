"""What a statement says that can be compared: quantities, dates, names and the rest.

Every fact has the `span` it stands in, the `rule` that read it (dotted and stable) and a `role`.
Numbers are `Fraction`: exact, never floating point.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from attrs import frozen

from crosscheck.model.noun import Noun
from crosscheck.model.source import Span, Statement

Sort = Literal[
    "count", "money", "percent", "percentage-points", "length", "area", "mass", "volume",
    "temperature", "speed", "duration", "age", "rate", "ratio", "rank", "energy", "power",
    "data", "angle", "frequency", "pressure", "multiple", "number",
]  # fmt: skip
NonSort = Literal[
    "year", "date", "clock", "code", "name", "score", "phone", "address", "list-number",
    "section", "pronoun", "version", "model", "ordinal-name", "coordinate", "url",
]  # fmt: skip
Granularity = Literal[
    "minute", "part-of-day", "day", "week", "weekend", "month", "quarter", "half", "season",
    "year", "decade", "century", "range",
]  # fmt: skip
Modifier = Literal["start", "mid", "end", "approx", "before", "after", "since", "until"]
WhenSort = Literal["date", "recurrence", "vague"]


@frozen(repr=False, eq=False)
class Role(Noun):
    """The part a fact plays: what is counted or named, in which predicate, of what, and when.

    All four are canonical lower-case words of the lexicon, `None` where the text does not tell.
    `extent` is a place, a group or a part ("the city", "worldwide"); `period` is a stretch of
    time in EDTF ("2019", "2023-10-01/2023-12-31") or a named phase ("first round"). `status` is
    "planned" or "denied" where the clause puts the figure so; a plan is no deed.
    """

    counted: str | None = None
    predicate: str | None = None
    extent: str | None = None
    period: str | None = None
    status: str | None = None

    @property
    def display(self) -> str:
        """The role in a few words, for people."""
        parts = [part for part in (self.counted, self.predicate) if part]
        parts += [f"({part})" for part in (self.extent, self.period) if part]
        return " ".join(parts)


NO_ROLE = Role()


@frozen(repr=False, eq=False)
class Interval(Noun):
    """Everything from `low` to `high`; `None` is unbounded, an open end is not itself included.

    >>> Interval.point(12) == Interval(Fraction(12), Fraction(12))
    True
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise ValueError(f"an interval runs upward, not from {self.low} to {self.high}")
            if self.low == self.high and (self.low_open or self.high_open):
                raise ValueError(f"no number lies in the open interval at {self.low}")

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The one number `value`."""
        return cls(Fraction(value), Fraction(value))

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        return self.low is not None and self.high is not None


@frozen(repr=False, eq=False)
class Unit(Noun):
    """What a figure is measured in.

    `name` is canonical and singular ("metre", "percent", "dollar"); `symbol` is a currency's ISO 4217
    code where it is known (a bare "$" is "USD?" until the article says whose). One unit is `factor` of
    its dimension's base unit (for temperature after `offset` is added). `per` is what a rate is per
    ("hour", "share", "person").
    """

    name: str
    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    currency: str | None = None
    per: str | None = None


@frozen(repr=False, eq=False)
class Quantity(Noun):
    """A figure: an interval, exact or approximate, printed to a precision.

    `interval` is in `unit`, scale words multiplied out (4.5 million is 4,500,000). `precision` is the
    place value of the last printed digit that counts (2,000 to the thousand, 1,987 to the unit);
    `vague` marks a band such as "dozens".
    """

    span: Span
    interval: Interval
    sort: Sort
    rule: str
    unit: Unit | None = None
    approximate: bool = False
    precision: Fraction = Fraction(1)
    vague: bool = False
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Change(Noun):
    """From one figure to another ("from 4.8 to 4.7 per cent"): two values, not a range."""

    span: Span
    before: Quantity
    after: Quantity
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Nonquantity(Noun):
    """What looks like a number and is none; never compared as a figure."""

    span: Span
    sort: NonSort
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class When(Noun):
    """A time: the closed interval of days from `earliest` to `latest` (`None` is open).

    `clock` is the first and last minute of the day (0 to 1439) where given. `pattern` holds what is
    known of a date that could not be resolved, as EDTF ("XXXX-10-20") or ISO week day ("XXXX-WXX-2").
    `alternatives` are other readings, each an interval of days; `anchor` says what the reading was
    resolved against ("published", "mention", `None` for a full date).
    """

    span: Span
    earliest: date | None
    latest: date | None
    granularity: Granularity
    rule: str
    sort: WhenSort = "date"
    clock: tuple[int, int] | None = None
    zone: str | None = None
    modifier: Modifier | None = None
    anchor: Literal["published", "mention"] | None = None
    alternatives: tuple[tuple[date | None, date | None], ...] = ()
    pattern: str | None = None
    role: Role = NO_ROLE

    @property
    def resolved(self) -> bool:
        """Whether at least one end is a known day."""
        return self.earliest is not None or self.latest is not None


@frozen(repr=False, eq=False)
class Name(Noun):
    """A person or body; `title` is a post held ("finance minister")."""

    span: Span
    name: str
    rule: str
    title: str | None = None
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Place(Noun):
    """Where; `within` is the larger place the text gives with it."""

    span: Span
    name: str
    rule: str
    within: str | None = None
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Polarity(Noun):
    """Whether the predicate in `role` is affirmed or negated, or which of two opposites is said."""

    span: Span
    value: str
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Certainty(Noun):
    """How firmly it is said: "confirmed", "stated", "possible", "planned", "unknown", "denied"."""

    span: Span
    value: str
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Direction(Noun):
    """Which way something changed: "up", "down" or "flat"."""

    span: Span
    value: str
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Attribution(Noun):
    """To whom the statement is given."""

    span: Span
    name: str
    rule: str
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Quotation(Noun):
    """Words in quotation marks, without the marks."""

    span: Span
    words: str
    rule: str
    speaker: str | None = None
    role: Role = NO_ROLE


@frozen(repr=False, eq=False)
class Wording(Noun):
    """What fills a place of the statement for which there is no other fact: a cause, a thing, a deed."""

    span: Span
    filler: str
    rule: str
    role: Role = NO_ROLE


Fact = (
    Quantity | Change | Nonquantity | When | Name | Place | Polarity | Certainty | Direction | Attribution | Quotation
    | Wording
)  # fmt: skip


@frozen(repr=False, eq=False)
class Claim(Noun):
    """A statement with its facts found, in text order and not overlapping within a facet.

    `skeleton` is the statement's text with each figure and date, qualifier included, masked: two
    statements are aligned on their skeletons and compared on their facts.
    """

    statement: Statement
    facts: tuple[Fact, ...]
    skeleton: str
