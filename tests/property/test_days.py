"""Laws of day intervals: their relation is that of the sets of their days; EDTF says what was written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.calendars import easter, half_days, month_days, quarter_days, season_days, week_days, year_days
from crosscheck.values.days import Days, bare_date, edtf, parse_edtf, relate

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
HORIZON = 40
START = date(2021, 1, 1)


@st.composite
def intervals(draw: st.DrawFn) -> Days:
    """Intervals within a short stretch of days, either end open now and then."""
    low, high = sorted(draw(st.tuples(st.integers(0, 20), st.integers(0, 20))))
    earliest = draw(st.sampled_from([START + timedelta(days=low)] * 3 + [None]))
    latest = draw(st.sampled_from([START + timedelta(days=high)] * 3 + [None]))
    return earliest, latest


def day_set(days: Days) -> set[int]:
    """The slow way: every day from long before to long after, and beyond them for an open end."""
    earliest, latest = days
    low = -HORIZON if earliest is None else (earliest - START).days
    high = HORIZON if latest is None else (latest - START).days
    return set(range(low, high + 1))


class TestRelation:
    """The relation of two intervals is that of the sets of their days."""

    @given(intervals(), intervals())
    def test_matches_sets(self, a: Days, b: Days) -> None:
        left, right = day_set(a), day_set(b)
        expected = (
            "same"
            if left == right
            else "contains"
            if left > right
            else "within"
            if left < right
            else "overlaps"
            if left & right
            else "disjoint"
        )
        assert relate(a, b) == expected

    @given(intervals(), intervals())
    def test_symmetric_up_to_contains_and_within(self, a: Days, b: Days) -> None:
        mirrored = {"contains": "within", "within": "contains"}
        there, back = relate(a, b), relate(b, a)
        assert back == mirrored.get(there, there)

    @given(intervals(), intervals(), st.integers(0, 5))
    def test_widening_never_parts(self, a: Days, b: Days, by: int) -> None:
        wider = (a[0] and a[0] - timedelta(days=by), a[1] and a[1] + timedelta(days=by))
        if relate(a, b) != "disjoint":
            assert relate(wider, b) != "disjoint"

    def test_backward_interval_is_refused(self) -> None:
        with pytest.raises(ValueError, match="runs forward"):
            relate((date(2021, 1, 2), date(2021, 1, 1)), (None, None))


years = st.integers(1000, 2999)
filled = st.one_of(
    st.builds(lambda y, m: (*month_days(y, m), "month"), years, st.integers(1, 12)),
    st.builds(lambda y: (*year_days(y), "year"), years),
    st.builds(lambda y: (*year_days(y * 10, y * 10 + 9), "decade"), st.integers(100, 299)),
    st.builds(lambda y: (*year_days(y * 100, y * 100 + 99), "century"), st.integers(10, 29)),
    st.builds(lambda y, q: (*quarter_days(y, q), "quarter"), years, st.integers(1, 4)),
    st.builds(lambda y, h: (*half_days(y, h), "half"), years, st.integers(1, 2)),
    st.builds(lambda y, s: (*season_days(y, s), "season"), years, st.integers(0, 3)),
    st.builds(lambda d: (*week_days(d), "week"), st.dates(date(1000, 1, 1), date(2999, 1, 1))),
    st.builds(lambda d: (d, d, "day"), st.dates(date(1000, 1, 1), date(2999, 1, 1))),
)


class TestEdtf:
    """What is written in EDTF reads as the same days."""

    @given(filled, st.booleans())
    def test_units(self, unit: tuple[date, date, str], approximate: bool) -> None:
        earliest, latest, granularity = unit
        written = edtf(earliest, latest, granularity, approximate=approximate)  # type: ignore[arg-type]
        assert parse_edtf(written) == (earliest, latest)
        assert written.endswith("~") == approximate

    @given(st.dates(date(1000, 1, 1), date(2999, 1, 1)), st.integers(0, 4000), st.sampled_from(["ab", "a", "b", ""]))
    def test_ranges(self, day: date, length: int, known: str) -> None:
        days = (day if "a" in known else None, day + timedelta(days=length) if "b" in known else None)
        assert parse_edtf(edtf(*days, "range")) == days

    @given(filled, st.booleans())
    def test_open_units(self, unit: tuple[date, date, str], open_end: bool) -> None:
        earliest, latest, granularity = unit
        days = (earliest, None) if open_end else (None, latest)
        assert parse_edtf(edtf(*days, granularity)) == days  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("2008", (date(2008, 1, 1), date(2008, 12, 31))),
            ("1980/1989", (date(1980, 1, 1), date(1989, 12, 31))),
            ("2023-10-01/2023-12-31", (date(2023, 10, 1), date(2023, 12, 31))),
            ("2021-24", (date(2021, 12, 1), date(2022, 2, 28))),
            ("198X", (date(1980, 1, 1), date(1989, 12, 31))),
        ],
    )
    def test_reads(self, text: str, days: Days) -> None:
        assert parse_edtf(text) == days

    @pytest.mark.parametrize("text", ["", "first round", "2021-13", "2021-02-30", "21", "2021/2020", "2021-00", "/"])
    def test_refuses(self, text: str) -> None:
        with pytest.raises(ValueError, match=r".+"):
            parse_edtf(text)


class TestBareDate:
    """A line that is nothing but a date gives it; any other line gives none."""

    @given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
    def test_every_form(self, day: date, form: int) -> None:
        name = MONTHS[day.month - 1]
        line = [
            day.isoformat(),
            f"{day.day} {name} {day.year}",
            f"{name} {day.day}, {day.year}",
            f"{name[:3]}. {day.day}, {day.year}",
            f"{day.day} {name[:3]} {day.year}",
            f"Published: {day.day} {name} {day.year}",
            f"{day.year}/{day.month:02d}/{day.day:02d}",
        ][form]
        assert bare_date(line) == day

    @pytest.mark.parametrize(
        "line",
        ["Aug. 17", "10/11/2021", "31 June 2021", "It sank on 15 October 2021.", "15 October 2021 in Rome", "", "2021"],
    )
    def test_none(self, line: str) -> None:
        assert bare_date(line) is None


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1954, 4, 18), (1999, 4, 4), (2008, 3, 23), (2025, 4, 20), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)
