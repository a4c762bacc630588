"""Dates in sentences of news: what each form means, and what is no date at all."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from crosscheck.lexicon.en.dates import RULES
from crosscheck.model import When
from crosscheck.normalising import calendar_scan
from crosscheck.normalising.dates import DateContext, read_dates
from crosscheck.values.days import edtf

PUBLISHED = date(2021, 10, 20)  # a Wednesday


def whens(text: str, published: date | None = PUBLISHED) -> tuple[When, ...]:
    return read_dates(text, 0, len(text), DateContext.of(text, published))[0]


def shown(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Each date's words, and its days in EDTF."""
    return [
        (when.span.of(text), edtf(when.earliest, when.latest, when.granularity) if when.resolved else when.sort)
        for when in whens(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("It sank on Monday.", "Monday", "2021-10-18"),
        ("It closed two days before Christmas 2019.", "two days before Christmas 2019", "2019-12-23"),
        ("He spoke the day after Monday's vote.", "the day after Monday", "2021-10-19"),
        ("They return a week from tomorrow.", "a week from tomorrow", "2021-10-25/2021-10-31"),
        ("It rained in the first week of May 2020.", "the first week of May 2020", "2020-05-01/2020-05-07"),
        ("It closes on the last Friday of November 2020.", "the last Friday of November 2020", "2020-11-27"),
        ("Pay before the end of 2030.", "before the end of 2030", "../2030"),
        ("She takes office on the first Monday in July 2022.", "the first Monday in July 2022", "2022-07-04"),
        ("It lost money in the last three months of 2019.", "the last three months of 2019", "2019-10/2019-12"),
        ("It struck before dawn on Tuesday.", "before dawn on Tuesday", "2021-10-19"),
        ("It will freeze overnight.", "overnight", "2021-10-20/2021-10-21"),
        ("Talks resume on Monday of next week.", "Monday of next week", "2021-10-25"),
        ("They met on Tuesday last week.", "Tuesday last week", "2021-10-12"),
        ("It sank late on Monday night.", "late on Monday night", "2021-10-18"),
        ("The minister will join talks in Oslo on Tuesday.", "Tuesday", "2021-10-26"),
        ("He said on Tuesday that the club will appeal.", "Tuesday", "2021-10-19"),
        ("The vote is scheduled for Friday.", "Friday", "2021-10-22"),
        ("Schools are to be closed until Friday.", "until Friday", "../2021-10-22"),
        ("They meet next Tuesday.", "next Tuesday", "2021-10-26"),
        ("The line will stay closed until Monday.", "until Monday", "../2021-10-25"),
        ("The line stayed closed until Monday.", "until Monday", "../2021-10-18"),
        ("Officials said the road would remain shut until Monday.", "until Monday", "../2021-10-25"),
        ("The court postponed the case until Monday.", "until Monday", "../2021-10-25"),
        ("They had until Monday to pay.", "until Monday", "../2021-10-25"),
        ("They must pay by Monday.", "by Monday", "../2021-10-25"),
        ("The mayor will fly to the United States on Monday.", "Monday", "2021-10-25"),
        ("A quake in 1998 killed 4,300 people.", "1998", "1998"),
        ("A storm in 1998 injured Norwegian sailors.", "1998", "1998"),
        ("It made a loss in the last quarter of 2019.", "the last quarter of 2019", "2019-36"),
        ("It made a loss in the last quarter of last year.", "the last quarter of last year", "2020-36"),
        ("It lost money for the last three months of 2023.", "the last three months of 2023", "2023-10/2023-12"),
        ("It opens in the year two thousand.", "the year two thousand", "2000"),
        ("It was dry in the summer of last year.", "the summer of last year", "2020-22"),
        ("It is due around year-end.", "around year-end", "2021-12"),
        ("Prices have doubled since year-end.", "since year-end", "2020-12/.."),
        ("It began last Friday.", "last Friday", "2021-10-15"),
        ("Prices rose last month.", "last month", "2021-09"),
        ("The park opens next year.", "next year", "2022"),
        ("It was found in mid-August.", "mid-August", "2021-08"),
        ("It has been shut since 2019.", "since 2019", "2019/.."),
        ("Work must end by 2030.", "by 2030", "../2030"),
        ("It was common before 1950.", "before 1950", "../1949"),
        ("The plant ran from 2016-2020.", "2016-2020", "2016/2020"),
        ("The 2012–13 season was poor.", "2012–13", "2012/2013"),
        ("They fell in the 1980s.", "the 1980s", "198X"),
        ("They fell in the late '80s.", "the late '80s", "198X"),
        ("It was built in the 19th century.", "the 19th century", "18XX"),
        ("Sales fell in the third quarter of 2020.", "the third quarter of 2020", "2020-35"),
        ("Q3 2020 was weak.", "Q3 2020", "2020-35"),
        ("Output rose in the first half of 2019.", "the first half of 2019", "2019-40"),
        ("It happened on October 22nd and 23rd.", "October 22nd and 23rd", "2021-10-22/2021-10-23"),
        ("It ran between 12 and 18 March 2020.", "between 12 and 18 March 2020", "2020-03-12/2020-03-18"),
        ("Trains stop from Monday to Thursday.", "from Monday to Thursday", "2021-10-18/2021-10-21"),
        ("Rain fell over the past three weeks.", "the past three weeks", "2021-09-29/2021-10-20"),
        ("She left five years ago.", "five years ago", "2016"),
        ("She left two months ago.", "two months ago", "2021-08"),
        ("It was cold last winter.", "last winter", "2020-24"),
        ("It was cold in the winter of 1994.", "the winter of 1994", "1994-24"),
        ("He died on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
        ("The march was on Good Friday 2021.", "Good Friday 2021", "2021-04-02"),
        ("It reopened at the end of 2019.", "the end of 2019", "2019"),
        ("It began in the week of March 6, 2000.", "the week of March 6, 2000", "2000-03-06/2000-03-12"),
        ("They arrived overnight.", "overnight", "2021-10-19/2021-10-20"),
        ("In March he resigned.", "March", "2021-03"),
        ("On the 21st of May 2010 it rained.", "the 21st of May 2010", "2010-05-21"),
        ("In nineteen ninety-six it closed.", "nineteen ninety-six", "1996"),
        ("He left the day before yesterday.", "the day before yesterday", "2021-10-18"),
        ("It will open on a day still undecided in February.", "February", "2022-02"),
        ("It snowed in Jan. and thawed.", "Jan.", "2021-01"),
    ],
)  # fmt: skip
def test_meaning(text: str, words: str, days: str) -> None:
    assert shown(text) == [(words, days)]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.", "Mrs May won a second vote.", "They paid 2,000 euros and 1,995 dollars.",
        "The index rose 2015 points.", "About 2000 people came; some 1200 soldiers followed.",
        "Version 10.12.5 is out.",
        "They won 3-2 and lost 21-19.",
        "It cost $2019 and weighs 1950 kg.", "Wait a second; the fall was long.",
        "Sheffield Wednesday lost.", "The sun was hot, and he sat down.", "Room 1994 is free.", "Flight 1549 landed.",
        "It lasted three days and 90 minutes.", "He is in his eighties.", "Super Tuesday rules",
        "A 2000-pound bomb fell.", "In 1998 people fled.", "In all 1998 killed in the quake were found.",
        "Call 555-1234 or 020 7946 0018.",
        "192.168.12.1 is down.", "August crowds? No: August Wilson wrote it.",
        "Deliveries take within 30 days.", "in the end", "By Sun Staff",
        "the latter part", "by and by", "of late", "it was early",
        "Hus and Jan Hus are one",
    ],
)  # fmt: skip
def test_never_a_date(text: str) -> None:
    assert [pair for pair in shown(text) if pair[1] not in {"vague", "recurrence"}] == []


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("They meet every Friday.", "every Friday", "recurrence"),
        ("It is published annually.", "annually", "recurrence"),
        ("Prayers on Fridays are long.", "Fridays", "recurrence"),
        ("It has recently closed.", "recently", "vague"),
        ("It is now closed.", "now", "vague"),
        ("Prices fell in recent years.", "in recent years", "vague"),
        ("He left several years ago.", "several years ago", "vague"),
    ],
)
def test_recognised_but_never_compared(text: str, words: str, sort: str) -> None:
    assert [(w.span.of(text), w.sort, w.resolved) for w in whens(text)] == [(words, sort, False)]


def test_the_same_instant_in_another_zone_is_one_time() -> None:
    text = "It struck at 04:17 local time on Tuesday (23:17 GMT on Monday), officials said."
    (when,) = whens(text)
    assert when.span.of(text) == "04:17 local time on Tuesday (23:17 GMT on Monday)"
    assert (when.earliest, when.clock, when.zone) == (date(2021, 10, 19), (257, 257), "local")


def test_modifier_part_and_clock() -> None:
    (late,) = whens("It sank late Monday.")
    assert (late.modifier, late.granularity) == ("end", "day")
    (night,) = whens("It sank on Monday evening.")
    assert (night.granularity, night.clock) == ("part-of-day", (1020, 1379))
    (noon,) = whens("It sank at noon on Monday.")
    assert (noon.granularity, noon.clock) == ("minute", (720, 720))


def test_the_day_mentioned_carries_over() -> None:
    text = (
        "The bridge fell on 3 May 2020. A day later divers came. The following week work stopped."
        " The same year it reopened."
    )
    assert [str(w.earliest) for w in whens(text)] == ["2020-05-03", "2020-05-04", "2020-05-11", "2020-01-01"]
    first, context = read_dates(text, 0, 30, DateContext.of(text, None))
    second, _ = read_dates(text, 31, 55, context)
    assert [w.earliest for w in (*first, *second)] == [date(2020, 5, 3), date(2020, 5, 4)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a quarter named in passing is not the one of which the article gives account
        (
            "Sales fell in the third quarter. After a flat second quarter costs fell. In the year-ago period it lost.",
            ["2021-35", "2021-34", "2020-35"],
        ),
        ("Profit rose in the third quarter. It fears a loss in the fourth quarter. A year ago it lost more.",
         ["2021-35", "2021-36", "2020-35"]),
        # the day on which a period of account ended tells which one it is
        ("Net for the quarter ended Sept. 30 was $2 million, against $1 million a year earlier.",
         ["2021-09-30", "2020-35"]),
        ("In this year's second quarter net was $2m, against $1m a year earlier.", ["2021-34", "2020-34"]),
        ("Sales rose in the third quarter. In last year's quarter they fell.", ["2021-35", "2020-35"]),
        # a numbered quarter has the days of the text, whatever the calendar calls it
        ("It lost money in the fourth quarter ended July 31. A year earlier it lost more.",
         ["2021-05/2021-07", "2021-07-31", "2020-05/2020-07"]),
        ("Sales rose in its fiscal first quarter, the bakery said. For the quarter ended Sept. 30 it made $2m.",
         ["2021-35", "2021-09-30"]),
        ("Sales rose in its first fiscal quarter. In the second quarter they fell.", ["2021-33", "2021-34"]),
        # told again by its number
        ("It made $2m in the third quarter. In the year-ago quarter, the second quarter ended Oct. 31, it made $1m."
         " In that quarter it closed a mill.",
         ["2021-35", "2020-08/2020-10", "2020-08/2020-10", "2020-10-31", "2020-08/2020-10"]),
        # figures of last year set against those of a quarter
        ("In the third quarter the bakery made $2m, compared with $1m last year.", ["2021-35", "2020-35"]),
        ("In the third quarter sales were $9m, up from last year's $8m.", ["2021-35", "2020-35"]),
        ("In the third quarter it hired more than it did last year.", ["2021-35", "2020"]),
        ("The club sold 300 tickets, compared with 200 last year.", ["2020"]),
    ],
)  # fmt: skip
def test_periods_of_account(text: str, days: list[str]) -> None:
    assert [found for _, found in shown(text)] == days


def test_a_weekday_named_as_coming_stays_so() -> None:
    text = (
        "The minister will join talks\non Tuesday, an aide said. He added that Tuesday's talks are closed."
        " They ended on Friday."
    )
    assert [(w.span.of(text), str(w.earliest)) for w in whens(text)] == [
        ("Tuesday", "2021-10-26"),
        ("Tuesday", "2021-10-26"),
        ("Friday", "2021-10-15"),
    ]


def test_the_other_reading_of_a_weekday_is_kept() -> None:
    (when,) = whens("It sank on Friday.")
    assert when.earliest == date(2021, 10, 15)
    assert when.alternatives == ((date(2021, 10, 22), date(2021, 10, 22)),)


def others(text: str) -> list[str]:
    """The other readings of the last date."""
    return [edtf(*days, "range") for days in whens(text)[-1].alternatives]


@pytest.mark.parametrize(
    ("text", "days", "alternatives"),
    [
        ("It had nine shops a year ago.", "2020-10", ["2020"]),
        ("He left in May 2019; a year earlier he had won.", "2018-05", []),
        ("It will have nine shops two years from now.", "2023", []),
        ("It rained last June.", "2021-06", ["2020-06"]),
        ("It rained last December.", "2020-12", []),
        ("It rained on 27 July.", "2021-07-27", ["2020-07-27"]),
        ("The dam broke in 2015. On 27 July it was full.", "2021-07-27", ["2020-07-27", "2015-07-27"]),
        ("The dam broke in 2020. On 29 November it was full.", "2021-11-29", ["2020-11-29"]),
        ("The dam broke in 2015. In July it was full.", "2021-07", ["2020-07", "2015-07"]),
        ("The bakery made $2m in its fiscal first quarter.", "2021-33", ["2022-01/2022-03", "2020-04/2021-12"]),
        ("The bakery made $2m in the first quarter of 2020.", "2020-33", []),
        ("In the first quarter it made $2m, against $1m last year.", "2020-33", ["2020"]),
    ],
)
def test_other_readings(text: str, days: str, alternatives: list[str]) -> None:
    assert shown(text)[-1][1] == days
    assert others(text) == alternatives


def test_unresolved_keeps_what_is_known() -> None:
    assert [w.pattern for w in whens("On Tuesday or Oct. 20", None)] == ["XXXX-WXX-2", "XXXX-10-20"]


def test_a_rule_that_is_not_tried_could_not_match(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [example for rule in RULES for example in (*rule.examples, *rule.counterexamples)]
    texts = [glue.join(pair) for glue in (" ", ", ", "-") for pair in itertools.pairwise(examples)]
    texts += [
        f"{shift} {example}" for shift in ("last", "the next", "this past", "half", "mid") for example in examples
    ]
    found = [calendar_scan.atoms(text, 0, len(text)) for text in texts]
    monkeypatch.setattr(calendar_scan, "_fits", lambda *_: True)
    monkeypatch.setattr(calendar_scan, "_fitting_month", lambda text, end, rules: rules)
    monkeypatch.setattr(calendar_scan, "_fitting_figure", lambda rules, *_: rules)
    assert [calendar_scan.atoms(text, 0, len(text)) for text in texts] == found


@pytest.mark.parametrize(
    "piece",
    ["next ", "1/1/", "7", "the ", "Monday ", "in May ", "last year ", "1.", "12:00 ", "Monday to ", "a few ",
     "early ", "by ", "\n", "2019-", "of the "],
)  # fmt: skip
def test_hostile_text_is_read_in_one_pass(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = whens(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
