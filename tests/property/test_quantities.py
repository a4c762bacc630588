"""Write a value in every way that reports do, read it back: the value, and nothing else.

The writer below imports nothing from the lexicon, so the two can only agree by both being right.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.model import Change, Interval, Nonquantity, Quantity, Span
from crosscheck.normalising.quantities import read_quantities
from crosscheck.values.intervals import relate

law = settings(deadline=None, max_examples=60)

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")]

AT_LEAST = ["at least", "no fewer than", "a minimum of"]
ABOVE = ["more than", "over", "upwards of", "in excess of"]
AT_MOST = ["up to", "as many as", "no more than", "at most"]
BELOW = ["fewer than", "less than", "under", "below"]
ABOUT = ["about", "around", "some", "roughly", "an estimated", "nearly", "almost"]

COUNTS = st.integers(2, 10**7)
NOT_YEARS = COUNTS.filter(lambda n: not 1000 <= n <= 2200)
FRAMES = st.sampled_from(
    ["Officials counted {} tents.", "The ministry said {} soldiers had left.", "There were {} homes nearby."]
)


def words(n: int, joiner: str = " and ") -> str:
    """A whole number in words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in SCALES:
        if n >= size:
            rest = n % size
            link = joiner if rest and rest < 100 else " "
            return f"{words(n // size, joiner)} {name}" + (link + words(rest, joiner) if rest else "")
    raise AssertionError


def grouped(n: int, by: str = ",") -> str:
    """A whole number in groups of three."""
    return f"{n:,}".replace(",", by)


def indian(n: int) -> str:
    """A whole number grouped as in India: the last three, then twos."""
    head, tail = divmod(n, 1000)
    groups = []
    while head:
        head, last = divmod(head, 100)
        groups.insert(0, f"{last:02d}" if head else str(last))
    return ",".join([*groups, f"{tail:03d}"]) if groups else str(tail)


def read(text: str) -> list[Quantity | Change]:
    """The figures of a text."""
    return [fact for fact in read_quantities(text, 0, len(text)) if not isinstance(fact, Nonquantity)]


def only(text: str) -> Quantity:
    """The one figure of a text."""
    (fact,) = read(text)
    assert isinstance(fact, Quantity)
    return fact


@given(NOT_YEARS, FRAMES)
@law
def test_digits(n: int, frame: str) -> None:
    assert only(frame.format(n)).interval == Interval.point(n)


@given(COUNTS, FRAMES, st.sampled_from([",", "\u00a0", "\u2009", "\u202f"]))
@law
def test_grouped_digits(n: int, frame: str, by: str) -> None:
    text = grouped(n, by)
    if len(text) > 3 and by in text:
        assert only(frame.format(text)).interval == Interval.point(n)


@given(st.integers(100_000, 10**9), FRAMES)
@law
def test_indian_grouping(n: int, frame: str) -> None:
    assert only(frame.format(indian(n))).interval == Interval.point(n)


@given(st.integers(2, 10**9), FRAMES, st.sampled_from([" and ", " "]))
@law
def test_words(n: int, frame: str, joiner: str) -> None:
    assert only(frame.format(words(n, joiner))).interval == Interval.point(n)


@given(st.integers(1, 9999), st.sampled_from([(10**3, "thousand"), (10**6, "million"), (10**9, "billion")]), FRAMES)
@law
def test_decimals_with_a_scale(tenths: int, scale: tuple[int, str], frame: str) -> None:
    factor, name = scale
    fact = only(frame.format(f"{tenths // 10}.{tenths % 10} {name}"))
    assert fact.interval == Interval.point(Fraction(tenths * factor, 10))
    assert fact.precision == factor // 10


@given(
    COUNTS,
    st.sampled_from(["$", "£", "€", "US$", "A$", "HK$"]),
    st.sampled_from(["", " million", "m", "bn", " billion"]),
)
@law
def test_money(n: int, sign: str, scale: str) -> None:
    factor = {"": 1, " million": 10**6, "m": 10**6, "bn": 10**9, " billion": 10**9}[scale]
    fact = only(f"It cost {sign}{grouped(n)}{scale}.")
    assert fact.interval == Interval.point(n * factor)
    assert fact.sort == "money"
    assert fact.unit is not None
    assert fact.unit.currency == {"$": "USD?", "£": "GBP", "€": "EUR", "US$": "USD", "A$": "AUD", "HK$": "HKD"}[sign]


@given(st.integers(0, 1000), st.sampled_from(["%", " per cent", " percent", " %"]))
@law
def test_percent(tenths: int, sign: str) -> None:
    fact = only(f"Turnout was {tenths // 10}.{tenths % 10}{sign} in all.")
    assert fact.interval == Interval.point(Fraction(tenths, 10))
    assert fact.sort == "percent"


@given(st.integers(1, 20), st.integers(21, 40))
@law
def test_fractions(top: int, bottom: int) -> None:
    fact = only(f"They had {words(2)} thirds of the vote.")
    assert fact.interval == Interval.point(Fraction(2, 3))
    fact = only(f"It was {top} out of {bottom} of them.")
    assert fact.interval == Interval.point(Fraction(top, bottom))


@given(
    st.integers(2, 400),
    st.integers(1, 400),
    st.sampled_from(["{} to {}", "between {} and {}", "from {} to {}", "{}-{}", "{}–{}"]),
    st.sampled_from([1, 10, 1000]),
)
@law
def test_ranges(low: int, more: int, form: str, step: int) -> None:
    ends = (low * step, (low + more) * step)
    written = form.format(*(grouped(end) for end in ends))
    if ends[0] < 10 and ends[1] < 10 and form in ("{}-{}", "{}–{}"):
        written = written.replace("-", " to ").replace("–", " to ")
    fact = only(f"The camp holds {written} soldiers.")
    assert fact.interval == Interval(Fraction(ends[0]), Fraction(ends[1]))
    assert fact.role.counted == "soldier"


@given(st.integers(2, 90), st.integers(1, 9), st.sampled_from(["million", "billion"]))
@law
def test_a_range_shares_its_scale_and_its_sign(low: int, more: int, scale: str) -> None:
    factor = {"million": 10**6, "billion": 10**9}[scale]
    expected = Interval(Fraction(low * factor), Fraction((low + more) * factor))
    for form in (
        f"${low} to ${low + more} {scale}",
        f"${low}-{low + more} {scale}",
        f"between ${low} {scale} and ${low + more} {scale}",
    ):
        fact = only(f"It will cost {form}.")
        assert fact.interval == expected
        assert fact.sort == "money"


@given(COUNTS, FRAMES, st.sampled_from(AT_LEAST + ABOVE + AT_MOST + BELOW))
@law
def test_a_bound_moves_exactly_one_end(n: int, frame: str, bound: str) -> None:
    fact = only(frame.format(f"{bound} {grouped(n)}"))
    lower = bound in AT_LEAST + ABOVE
    assert fact.interval.low == (n if lower else None)
    assert fact.interval.high == (None if lower else n)
    assert fact.interval.low_open == (bound in ABOVE)
    assert fact.interval.high_open == (bound in BELOW)


@given(COUNTS, FRAMES, st.sampled_from(ABOUT))
@law
def test_a_blur_moves_no_end(n: int, frame: str, blur: str) -> None:
    fact = only(frame.format(f"{blur} {grouped(n)}"))
    assert fact.interval == Interval.point(n)
    assert fact.approximate
    assert not only(frame.format(grouped(n))).approximate if n > 2200 else True


@given(
    st.integers(1, 500),
    st.sampled_from([("kilometres", "metres", 1000), ("tonnes", "kilograms", 1000), ("hours", "minutes", 60)]),
)
@law
def test_scaling_unit_and_number_together_changes_nothing(n: int, units: tuple[str, str, int]) -> None:
    large, small, factor = units
    assert (
        relate(
            only(f"It was {grouped(n + 1)} {large} in all."),
            only(f"It was {grouped((n + 1) * factor)} {small} in all."),
        )
        == "same"
    )


@given(st.integers(2, 10**6), FRAMES)
@law
def test_ways_of_writing_a_number_are_one_number(n: int, frame: str) -> None:
    assert relate(only(frame.format(grouped(n))), only(frame.format(words(n)))) == "same"


AROUND = st.sampled_from(
    ["", "In May the mayor of Ostend spoke. ", "It fell by 5% in 2019. ", "Section 4 was cut.\n", "Girl, seven. "]
)


@given(NOT_YEARS, FRAMES, AROUND, AROUND)
@law
def test_a_sentence_before_or_after_changes_nothing(n: int, frame: str, before: str, after: str) -> None:
    sentence = frame.format(n)
    alone = read_quantities(sentence, 0, len(sentence))
    within = read_quantities(before + sentence + " " + after, len(before), len(before) + len(sentence))
    assert [evolve(fact, span=fact.span.shift(len(before))) for fact in alone if not isinstance(fact, Change)] == list(
        within
    )


PIECES = st.sampled_from((
    "one", "two", "ten", "hundred", "thousand", "million", "dozen", "half", "a", "an", "third", "of", "and", "to",
    "from",
    "between", "at least", "more than", "up", "about", "5", "12", "3.5", "1,000", "2019", "%", "$", "£", "-", "–",
    "/", "(", ")",
    ".", ",", ";", ":", "per cent", "metres", "km", "people", "in", "out", "times", "+", "people,", "July", "4",
    "10:30",
    "Covid-19", "A320", "no.", "one-third", "1/2", "½", "m", "bn", "old", "year-old", "first", "22nd", "twice",
    "sixfold",
    "dozens", "tens", "hundreds", "GMT", "pm", "or so", "odd", '"', "'", "\n",
))  # fmt: skip


@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", ""]))
@settings(deadline=None, max_examples=300)
def test_whatever_stands_there_the_facts_are_in_order_and_do_not_overlap(pieces: list[str], joiner: str) -> None:
    text = joiner.join(pieces)
    at = 0
    for fact in read_quantities(text, 0, len(text)):
        assert at <= fact.span.start < fact.span.end <= len(text)
        at = fact.span.end
        if isinstance(fact, Quantity) and fact.interval.is_bounded:
            assert fact.interval.low is not None
            assert fact.interval.high is not None
            assert fact.interval.low <= fact.interval.high


@given(st.lists(PIECES, min_size=1, max_size=14), st.data())
@settings(deadline=None, max_examples=150)
def test_nothing_is_read_where_a_date_was(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    taken = Span(start, data.draw(st.integers(start, len(text))))
    for fact in read_quantities(text, 0, len(text), [taken] if len(taken) else []):
        assert not (len(taken) and fact.span.overlaps(taken))


@given(st.text(alphabet="0123456789.,- $%abconeth\n½", max_size=60))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read(text: str) -> None:
    facts = read_quantities(text, 0, len(text))
    assert all(fact.span.of(text).strip() for fact in facts)
