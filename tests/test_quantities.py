"""Figures in sentences: what is read, what it counts, and what is no figure at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.model import Change, Interval, Nonquantity, Quantity
from crosscheck.normalising.quantities import read_quantities
from crosscheck.values.intervals import relate


def facts(text: str) -> list[Quantity | Change | Nonquantity]:
    return list(read_quantities(text, 0, len(text)))


def figures(text: str) -> list[Quantity]:
    return [fact for fact in facts(text) if isinstance(fact, Quantity)]


def one(text: str) -> Quantity:
    (fact,) = figures(text)
    return fact


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "counted"),
    [
        ("killing at least nine Russian soldiers", "at least nine", 9, None, "russian soldier"),
        ("between 5,000 and 7,000 people fled", "between 5,000 and 7,000", 5000, 7000, "person"),
        ("a total of 287 deaths", "287", 287, 287, "death"),
        ("5,000 to 7,000 people from Norway", "5,000 to 7,000", 5000, 7000, "person"),
        ("12 of the 47 passengers had left", "12", 12, 12, "passenger"),
        ("two or three tents", "two or three", 2, 3, "tent"),
        ("dozens of homes", "dozens", 12, 120, "home"),
        ("tens of thousands of voters", "tens of thousands", 10_000, 100_000, "voter"),
        ("several hundred pilgrims", "several hundred", 100, 1000, "pilgrim"),
        ("half a dozen boats", "half a dozen", 6, 6, "boat"),
        ("500+ tents", "500+", 500, None, "tent"),
        ("40 tents or more", "40", 40, 40, "tent"),
        ("12 or more boats", "12 or more", 12, None, "boat"),
        ("20-odd boats", "20-odd", 20, 20, "boat"),
        ("an 11-member panel", "11", 11, 11, "member"),
        ("around 2,500 Russian, Tajik and Uzbek troops", "around 2,500", 2500, 2500, "russian tajik uzbek troop"),
        ("more than 20 but fewer than 30 boats", "more than 20 but fewer than 30", 20, 30, "boat"),
        ("three US vessels", "three", 3, 3, "us vessel"),
        ("3 lakh voters", "3 lakh", 300_000, 300_000, "voter"),
        ("one and a half million eggs", "one and a half million", 1_500_000, 1_500_000, "egg"),
        ("two in five farmers", "two in five", Fraction(2, 5), Fraction(2, 5), "farmer"),
        ("1,987 injured people", "1,987", 1987, 1987, "person"),
    ],
)
def test_counts(text: str, surface: str, low: Fraction | None, high: Fraction | None, counted: str) -> None:
    fact = figures(text)[0]
    assert (fact.span.of(text), fact.interval.low, fact.interval.high, fact.role.counted) == (
        surface,
        low,
        high,
        counted,
    )


@pytest.mark.parametrize(
    "text", ["killing 12", "leaving 47 missing", "nine dead", "30 were injured", "12 dead, 3 missing"]
)
def test_a_toll_without_a_noun_counts_nothing_by_name(text: str) -> None:
    assert [fact.role.counted for fact in figures(text)] == [None] * len(figures(text))


@pytest.mark.parametrize(
    ("text", "surface", "value", "sort", "unit"),
    [
        ("It cost $4.5bn.", "$4.5bn", 4_500_000_000, "money", "dollar"),
        ("It cost RM79 then.", "RM79", 79, "money", "malaysian ringgit"),
        ("It cost A$1.2bn then.", "A$1.2bn", 1_200_000_000, "money", "australian dollar"),
        ("It cost EUR50m then.", "EUR50m", 50_000_000, "money", "euro"),
        ("It cost $US55,931,000 then.", "$US55,931,000", 55_931_000, "money", "dollar"),
        ("It cost Rs 12 crore then.", "Rs 12 crore", 120_000_000, "money", "indian rupee"),
        ("Give P5,000 each.", "P5,000", 5000, "money", "philippine peso"),
        ("some 12.3m tonnes of grain", "some 12.3m tonnes", 12_300_000, "mass", "tonne"),
        ("30 kilometres north", "30 kilometres", 30, "length", "kilometre"),
        ("a depth of 1.5 km2 of sand", "1.5 km2", Fraction(3, 2), "area", "square kilometre"),
        ("ten-foot waves", "ten-foot", 10, "length", "foot"),
        ("a 6.8-magnitude quake", "6.8-magnitude", Fraction(34, 5), "number", "magnitude"),
        ("magnitude 5 at least", "magnitude 5 at least", 5, "number", "magnitude"),
        ("It was 12 degrees Celsius.", "12 degrees Celsius", 12, "temperature", "celsius"),
        ("a dip to -5°C at night", "-5°C", -5, "temperature", "celsius"),
        ("at 90 km/h on ice", "90 km/h", 90, "speed", "kilometre per hour"),
        ("at 60 miles an hour on ice", "60 miles an hour", 60, "speed", "mile per hour"),
        ("5 feet 6 inches", "5 feet 6 inches", Fraction(11, 2), "length", "foot"),
        ("up 3 percentage points", "3 percentage points", 3, "percentage-points", "percentage point"),
        ("40 basis points more", "40 basis points", 40, "percentage-points", "basis point"),
        ("a 52-year-old baker", "52-year-old", 52, "age", "year of age"),
        ("Novak, 52, said so.", "52", 52, "age", "year of age"),
        ("Girl, seven, found alive", "seven", 7, "age", "year of age"),
        ("a boy aged 12 fell", "12", 12, "age", "year of age"),
        ("sales rose fourfold", "fourfold", 4, "multiple", None),
        ("three times as many", "three times", 3, "multiple", None),
        ("She came 10th overall.", "10th", 10, "rank", None),
    ],
)  # fmt: skip
def test_measures(text: str, surface: str, value: Fraction, sort: str, unit: str | None) -> None:
    fact = one(text)
    low = fact.interval.low
    assert (fact.span.of(text), low, fact.sort, fact.unit.name if fact.unit else None) == (surface, value, sort, unit)


def test_a_line_may_end_inside_a_figure_and_a_paragraph_may_not() -> None:
    assert one("It lies eight\nkilometres below the dam.").sort == "length"
    assert [fact.sort for fact in figures("It lies below eight\n\nKilometres away it rained.")] == ["count"]


def test_a_rate_names_what_it_is_per() -> None:
    fact = one("It pays €1.80 a share.")
    assert fact.unit is not None
    assert fact.unit.per == "share"
    earlier = one("Sales were $6 million a year earlier.")
    assert earlier.unit is not None
    assert earlier.unit.per is None


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("a Grade 6 teacher", "name"), ("an A320 landed", "model"), ("release No. 17/2023", "code"),
        ("please call 112.", "phone"),
        ("Article 5 of the treaty", "section"), ("the G20 met", "model"), ("Covid-19 spread", "code"),
        ("along Route 12 west", "name"),
        ("won 3-1 at home", "score"), ("one of the boats", "pronoun"), ("the S&P 500 fell", "name"),
        ("open 24/7 now", "code"),
        ("Unit 3 is shut", "name"), ("since 9/11 ended", "code"), ("in 2019 it rained", "year"),
        ("the 1990s were wet", "year"),
        ("at 10:30 it rang", "clock"), ("at 2317 GMT it rang", "clock"), ("at about 10.30 on Monday", "clock"),
        ("on 7 March it rained", "date"),
        ("on March 7 it rained", "date"), ("No one came", "pronoun"), ("a Boeing 737 crashed", "model"),
        ("at 12 Harbour Street", "address"),
        ("in nineteen ninety-four", "year"), ("see www.example.org/2019 now", "url"),
        ("the 22nd amendment", "ordinal-name"),
        ("in the 21st century", "ordinal-name"), ("on 192.168.1.2 today", "version"), ("it was a 5G mast", "model"),
        ("1. Wash hands", "list-number"),
        ("at 37.5°N it lies", "coordinate"),
    ],
)  # fmt: skip
def test_no_quantity(text: str, sort: str) -> None:
    assert [fact.sort if isinstance(fact, Nonquantity) else fact for fact in facts(text)] == [sort]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Grade rose by 6 points", 6), ("A group of 320 people", 320), ("It sold 2,019 cars", 2019),
        ("One person died", 1), ("at 10.30 metres", Fraction(103, 10)),
        ("more than 2000 people", 2000), ("3–5 boats", 3), ("100-200 boats", 100), ("killing one and fleeing", 1),
        ("the 2000 people", 2000),
        ("for 1400 hours", 1400), ("about 50m dollars", 50_000_000), ("500 people in Section", 500),
    ],
)  # fmt: skip
def test_what_resembles_a_name_or_a_date_and_is_a_quantity(text: str, value: Fraction) -> None:
    assert figures(text)[0].interval.low == value


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Growth slowed from 4.8 to 4.7 per cent.", Fraction(24, 5), Fraction(47, 10)),
        ("Sales rose to $7.4 billion from $6.8 billion.", 6_800_000_000, 7_400_000_000),
        ("It fell from 30 to 12 boats.", 30, 12),
    ],
)
def test_a_change_is_two_figures(text: str, before: Fraction, after: Fraction) -> None:
    (fact,) = facts(text)
    assert isinstance(fact, Change)
    assert (fact.before.interval, fact.after.interval) == (Interval.point(before), Interval.point(after))
    assert fact.before.unit == fact.after.unit


def test_from_and_to_without_a_change_is_a_range() -> None:
    assert one("Tickets go from $5 to $9.").interval == Interval(Fraction(5), Fraction(9))


def test_an_amount_and_where_it_led_is_no_range() -> None:
    assert len(figures("It gained 0.7 percent to 6,327 points.")) == 2
    assert len(figures("It rose by $4 million to $9 million.")) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 100, 000 people marched.", [100_000]), ("It holds 31, 000 people.", [31_000]),
        ("It cost $1, 250, 000 to build.", [1_250_000]), ("More than 31, 250 people came.", [31_250]),
        ("Between 100, 000 and 200, 000 people marched.", [100_000, 200_000]),
        ("They made 100, 200 and 300 boats.", [100, 200, 300]), ("About 100, 200 or 300 boats sank.", [100, 200, 300]),
        ("Of those aged 31, 250 people came.", [31, 250]), ("It made 31, 25 and 300 boats.", [25, 31, 300]),
    ],
)  # fmt: skip
def test_groups_of_thousands_parted_by_a_blank(text: str, values: list[int]) -> None:
    ends = [end for fact in figures(text) for end in (fact.interval.low, fact.interval.high) if end is not None]
    assert sorted({*ends}) == values


def test_a_list_shares_its_noun() -> None:
    assert [fact.role.counted for fact in figures("They made 20, 30 and 40 boats.")] == ["boat"] * 3


def test_a_figure_in_brackets_keeps_the_bound_of_what_it_restates() -> None:
    assert [fact.interval.high for fact in figures("more than 100 kilometres (60 miles) away")] == [None, None]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("two nautical miles", "3.7km", "same"), ("about 19 miles", "30 kilometres", "same"),
        ("up to three metres", "ten feet", "compatible"), ("19 miles", "34 kilometres", "apart"),
        ("at least 12 boats", "15 boats", "compatible"), ("at least 12 boats", "at least 21 boats", "bounds-apart"),
        ("up to 5 boats", "up to 9 boats", "bounds-apart"), ("more than 11 boats", "at least 12 boats", "same"),
        ("at least 12 boats", "9 boats", "apart"), ("12 boats", "21 boats", "apart"),
        ("40 boats", "43 boats", "apart"), ("110 boats", "106 boats", "apart"), ("830 boats", "832 boats", "apart"),
        ("about 110 boats", "106 boats", "compatible"), ("150 boats", "148 boats", "compatible"),
        ("300 boats", "287 boats", "compatible"), ("300 boats", "240 boats", "apart"),
        ("250 boats", "220 boats", "apart"), ("110 miles", "107 miles", "compatible"),
        ("1,110 boats", "1,106 boats", "compatible"), ("110 to 150 boats", "152 boats", "apart"),
        ("5,000 to 7,000 boats", "thousands of boats", "compatible"),
        ("about 2,000 boats", "hundreds of boats", "apart"),
        ("about 2,000 boats", "1,987 boats", "compatible"), ("2,904 boats", "2,940 boats", "apart"),
        ("half of them", "50 per cent", "same"),
        ("two thirds of them", "67 per cent", "same"), ("3 per cent", "3 percentage points", "unit"),
        ("40 basis points", "0.4 percentage points", "same"),
        ("$5", "€5", "currency"), ("$5", "A$5", "currency"), ("$5", "US$5", "same"),
        ("three dozen boats", "36 boats", "same"),
        ("5 metres", "5 boats", "unit"), ("$5 a share", "$5 a week", "unit"), ("12°C", "54°F", "same"),
        ("52 per cent", "52.4 per cent", "compatible"), ("a 52-year-old", "a 53-year-old", "apart"),
        ("4.5 million boats", "4,512,000 boats", "compatible"),
    ],
)  # fmt: skip
def test_relations(a: str, b: str, relation: str) -> None:
    assert relate(figures(a)[0], figures(b)[0]) == relation
    assert relate(figures(b)[0], figures(a)[0]) == relation


@pytest.mark.parametrize(
    ("piece", "count", "facts_found"),
    [
        ("9", 100_000, 1), ("hundred thousand ", 6_000, 3_000), ("one ", 25_000, 25_000), (",", 100_000, 0),
        ("9,", 50_000, 1), ("9.", 50_000, 1), ("1-", 50_000, 1),
    ],
)  # fmt: skip
def test_a_hundred_kilobytes_of_anything_are_read(piece: str, count: int, facts_found: int) -> None:
    text = piece * count
    assert len(read_quantities(text, 0, len(text))) == facts_found
