"""Laws of reading dates: every way of writing a day is read as that day; only what it leans on moves it."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import When
from crosscheck.normalising.dates import DateContext, read_dates

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
some_day = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def whens(text: str, published: date | None = None) -> tuple[When, ...]:
    return read_dates(text, 0, len(text), DateContext.of(text, published))[0]


def only(text: str, published: date | None = None) -> When:
    found = whens(text, published)
    assert len(found) == 1, (text, found)
    return found[0]


def suffix(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def written(day: date) -> list[str]:
    """Ways to write a whole date, made without the lexicon."""
    month, short, d, y = MONTHS[day.month - 1], SHORT[day.month - 1], day.day, day.year
    weekday = WEEKDAYS[day.weekday()]
    return [
        f"{month} {d}, {y}", f"{short} {d}, {y}", f"{month} {d}{suffix(d)}, {y}", f"{weekday}, {month} {d}, {y}",
        f"{d} {month} {y}", f"{d}{suffix(d)} {month} {y}", f"the {d}{suffix(d)} of {month}, {y}",
        f"{weekday} {d} {month} {y}", f"{weekday}, {d} {month} {y}", f"{d}-{month[:3]}-{y}", day.isoformat(),
        f"{y}/{day.month:02d}/{d:02d}",
    ]  # fmt: skip


class TestWriting:
    """Whatever way a date is written, it is read as that date, and its span is the words of the date."""

    @given(
        some_day,
        st.integers(0, 11),
        st.sampled_from(["The bridge opened on {}.", "{}: the talks failed", "By then ({}) it was over"]),
    )
    def test_whole_dates(self, day: date, form: int, frame: str) -> None:
        words = written(day)[form]
        text = frame.format(words)
        when = only(text)
        assert (when.earliest, when.latest, when.granularity) == (day, day, "day")
        assert when.span.of(text).removeprefix("the ") == words.removeprefix("the ")
        assert when.anchor is None

    @given(some_day, st.sampled_from(["dmy", "mdy"]), st.sampled_from("/-."))
    def test_digits_in_the_order_of_the_article(self, day: date, order: str, by: str) -> None:
        parts = (day.day, day.month) if order == "dmy" else (day.month, day.day)
        other = (25, 12) if order == "dmy" else (12, 25)
        text = f"It began on {parts[0]}{by}{parts[1]}{by}{day.year} and ended on {other[0]}{by}{other[1]}{by}2049."
        first, last = whens(text)
        assert (first.earliest, last.earliest) == (day, date(2049, 12, 25))
        assert first.alternatives == ()

    @given(some_day)
    def test_digits_that_nothing_decides_keep_both_readings(self, day: date) -> None:
        when = only(f"It began on {day.day}/{day.month}/{day.year}.", day)
        readings = {when.earliest, *(a for a, _ in when.alternatives)}
        assert day in readings
        assert len(readings) == (2 if day.day <= 12 and day.day != day.month else 1)

    @given(st.integers(1900, 2049), st.integers(1, 12))
    def test_months_and_years(self, year: int, month: int) -> None:
        for words in (f"{MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} of {year}", f"{MONTHS[month - 1]}, {year}"):
            when = only(f"The bridge opened in {words}.")
            assert when.granularity == "month"
            assert when.earliest == date(year, month, 1)
            assert when.latest is not None
            assert (when.latest + timedelta(days=1)).day == 1
        assert only(f"The bridge opened in {year}.").earliest == date(year, 1, 1)

    @given(some_day, st.integers(1, 9))
    def test_ranges(self, day: date, length: int) -> None:
        last = day + timedelta(days=length)
        if (day.year, day.month) != (last.year, last.month):
            last, day = day.replace(day=length + 1), day.replace(day=1)
        month, year = MONTHS[day.month - 1], day.year
        for words in (
            f"{month} {day.day}-{last.day}, {year}",
            f"{month} {day.day} to {last.day}, {year}",
            f"from {day.day} to {last.day} {month} {year}",
            f"between {day.day} and {last.day} {month} {year}",
            f"from {month} {day.day}, {year} to {month} {last.day}, {year}",
        ):
            when = only(f"The fair runs {words}.")
            assert (when.earliest, when.latest, when.granularity) == (day, last, "range"), words

    @given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", " GMT", " local time"]))
    def test_clock_times(self, hour: int, minute: int, zone: str) -> None:
        half = "a.m." if hour < 12 else "p.m."
        for words in (f"{hour:02d}:{minute:02d}{zone}", f"{hour % 12 or 12}:{minute:02d} {half}{zone}"):
            when = only(f"It struck at {words} on 5 May 2020.")
            assert (when.clock, when.earliest) == ((hour * 60 + minute,) * 2, date(2020, 5, 5)), words
            assert when.zone == {"": None, " GMT": "GMT", " local time": "local"}[zone]


class TestAnchoring:
    """What has no year, or no date at all, is read against the day of publication, and against nothing else."""

    @given(some_day, st.integers(0, 6))
    def test_weekday_is_the_most_recent_today_included(self, published: date, weekday: int) -> None:
        when = only(f"It sank on {WEEKDAYS[weekday]}, officials said.", published)
        assert when.earliest is not None
        assert when.earliest.weekday() == weekday
        assert 0 <= (published - when.earliest).days <= 6
        assert when.anchor == "published"

    @given(
        some_day,
        st.integers(0, 6),
        st.sampled_from(["will meet on {}", "is scheduled for {}", "are due to vote {}", "will open late on {}"]),
    )
    def test_weekday_after_a_cue_is_the_next(self, published: date, weekday: int, frame: str) -> None:
        when = only("The council " + frame.format(WEEKDAYS[weekday]) + ".", published)
        assert when.earliest is not None
        assert when.earliest.weekday() == weekday
        assert 0 <= (when.earliest - published).days <= 6

    @given(
        some_day,
        st.integers(-8, 8),
        st.sampled_from(
            ["It sank on Tuesday", "It sank last Friday", "It will open next Monday", "yesterday", "two days ago",
             "last week", "this weekend", "the past three weeks", "It will open by Sunday", "late on Thursday"]
        ),
    )  # fmt: skip
    def test_shifting_by_whole_weeks(self, published: date, weeks: int, text: str) -> None:
        by = timedelta(days=7 * weeks)
        here, there = only(text, published), only(text, published + by)
        assert there.earliest == (here.earliest and here.earliest + by)
        assert there.latest == (here.latest and here.latest + by)

    @given(some_day)
    def test_relative_days(self, published: date) -> None:
        for words, days in (
            ("yesterday", -1),
            ("today", 0),
            ("tomorrow", 1),
            ("three days ago", -3),
            ("the day before yesterday", -2),
        ):
            assert only(f"It was {words}.", published).earliest == published + timedelta(days=days)

    @given(some_day, st.integers(-150, 150))
    def test_month_and_day_is_the_nearest(self, published: date, away: int) -> None:
        day = published + timedelta(days=away)
        when = only(f"{MONTHS[day.month - 1]} {day.day} is a holiday", published)
        if (day.month, day.day) != (2, 29):
            assert when.earliest == day
            assert all(abs((a - published).days) >= abs(away) for a, _ in when.alternatives if a)

    @given(some_day, st.integers(1, 20), st.sampled_from(["later", "earlier"]))
    def test_from_the_day_mentioned(self, day: date, count: int, way: str) -> None:
        text = f"It began on {written(day)[4]}. It ended {count} days {way}."
        assert whens(text)[1].earliest == day + timedelta(days=count if way == "later" else -count)
        assert whens(text)[1].anchor == "mention"

    @pytest.mark.parametrize(
        "text", ["It sank on Tuesday.", "It sank on Oct. 20.", "It sank yesterday.", "a day later", "last week"]
    )
    def test_nothing_is_invented(self, text: str) -> None:
        when = only(text)
        assert (when.earliest, when.latest) == (None, None)
        assert not when.resolved


class TestIndependence:
    """A full date is read the same whatever stands around it."""

    @given(some_day, some_day, st.integers(0, 11))
    def test_sentences_around(self, day: date, published: date, form: int) -> None:
        words = written(day)[form]
        alone = only(f"It opened on {words}.", published)
        text = f"Talks failed on Monday in 2019, three days later. It opened on {words}. It will close next week."
        among = [when for when in whens(text, published) if words in when.span.of(text)]
        assert [(w.earliest, w.latest, w.rule) for w in among] == [(alone.earliest, alone.latest, alone.rule)]

    @given(st.text(alphabet="0123456789/-.: 'adhinorstuyMT,", max_size=60))
    def test_any_text_gives_facts_in_order_and_apart(self, text: str) -> None:
        found = whens(text, date(2021, 10, 20))
        assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
        for when in found:
            assert when.span.of(text).strip()
            if when.earliest and when.latest:
                assert when.earliest <= when.latest
