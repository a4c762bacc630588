"""Periods of account: which quarter, half or run of months a report speaks of, and on what day it ended."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from crosscheck.normalising.calendar_joins import Phrase, phrases
from crosscheck.normalising.calendar_resolving import resolve
from crosscheck.normalising.calendar_views import Mention, View, months_to


@cache
def _ended_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(quarter|period)|(three|six|nine)[\s-]months?)\s(?:that\s)?end(?:ed|ing)\s(?:on\s)?$", re.IGNORECASE
    )


@cache
def _ended_after() -> re.Pattern[str]:
    return re.compile(r",?\s(?:that\s|which\s)?end(?:ed|ing)\s(?:on\s)?", re.IGNORECASE)


@cache
def _numbered_or_ended() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(first|second|third|fourth)[\s-](?:fiscal\s)?quarter\b|quarter\s(?:that\s)?end(?:ed|ing)\s(?:on\s)?)",
        re.IGNORECASE,
    )


def ends_account(text: str, phrase: Phrase) -> int:
    """How many months of account end on this day ("the quarter ended Sept. 30"); 0 where none do."""
    m = _ended_before().search(text, max(0, phrase.start - 40), phrase.start)
    if m is None:
        return 0
    return 3 if m[1] else {"three": 3, "six": 6, "nine": 9}[m[2].lower()]


@cache
def _set_against() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|than|against|versus|compared\s(?:with|to))\b", re.IGNORECASE)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"['’]s\s[^\w\s]?[0-9]")


def compares_figures(text: str, phrase: Phrase, start: int) -> bool:
    """Whether a figure of last year is set against one of now: "compared with $3 million last year"."""
    first = phrase.first
    if (first.kind, first.unit, first.shift, first.base) != ("unit", "year", -1, "published"):
        return False
    before = text[max(start, phrase.start - 100) : phrase.start]
    after_cue = _set_against().split(before)[1:]
    if not after_cue or any(sign in after_cue[-1] for sign in ";:()"):
        return False
    return any(c.isdigit() for c in after_cue[-1]) or _figure().match(text, phrase.end) is not None


def closing_day(text: str, phrase: Phrase, view: View) -> date | None:
    """The last day of a numbered quarter or half, where the text gives it.

    It stands right after ("the fourth quarter ended Aug. 26"), or after a fiscal quarter a little further on, as long
    as no other quarter is named before ("in its fiscal second quarter … for the quarter ended Sept. 30").
    """
    if phrase.first.kind != "quarter" or phrase.last is not None:
        return None
    m = _ended_after().match(text, phrase.end)
    if m is None and phrase.first.fiscal and phrase.first.unit == "quarter":
        m = _numbered_or_ended().search(text, phrase.end, phrase.end + 500)
        m = None if m is None or m[1] else m
    if m is None:
        return None
    following = phrases(text, m.end(), min(len(text), m.end() + 24))
    if not following or following[0].start != m.end() or following[0].first.kind != "day":
        return None
    reading = resolve(following[0].first, view)
    return reading.latest if reading else None


def account_to(day: date, months: int) -> Mention:
    """The period of account that ends on a day, as a time mentioned."""
    return Mention(*months_to(day, months), "quarter" if months == 3 else "range")


def under_report(new: Mention, known: Mention | None, published: date | None) -> bool:
    """Whether a period is the one that an article gives account of, from here on.

    That is the latest one that is over: one before it ("after a flat second quarter") or still to come ("it expects
    a loss in the fourth quarter") is named in passing.
    """
    if published is not None and new.earliest > published:
        return False
    if known is None or published is None:
        return True
    return known.latest <= new.latest < published or known.latest >= published
