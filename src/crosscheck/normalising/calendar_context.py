"""What the reading of dates carries from sentence to sentence: days, periods of account, what is to come."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Literal, NamedTuple

from crosscheck.model import When
from crosscheck.normalising.calendar_accounts import account_to, under_report
from crosscheck.normalising.calendar_atoms import Atom
from crosscheck.normalising.calendar_joins import Phrase
from crosscheck.normalising.calendar_views import Mention

Order = Literal["dmy", "mdy"]


class DateContext(NamedTuple):
    """What the reading of dates in one article leans on: its day, its order of numeric dates, times mentioned.

    `day`, `quarter`, `account` and `last` are the last day, the last quarter, the last period of account (a quarter,
    a half, "the first nine months") and the last time of any grain that the article has named so far; `coming`
    are the days ahead that it has named by their weekday, at most one for each; `past` is the last year before that
    of publication that it has named in figures.
    """

    published: date | None = None
    order: Order | None = None
    day: Mention | None = None
    quarter: Mention | None = None
    account: Mention | None = None
    last: Mention | None = None
    coming: tuple[date, ...] = ()
    past: int | None = None

    @classmethod
    def of(cls, text: str, published: date | datetime | None) -> DateContext:
        """The context at the beginning of an article.

        >>> DateContext.of("It opened on 13/10/2021.", date(2021, 10, 15)).order
        'dmy'
        """
        day = published.date() if isinstance(published, datetime) else published
        return cls(published=day, order=_order(text))


def _order(text: str) -> Order | None:
    """Whether the article writes the day first: a number above 12 tells; else how it writes months in words."""
    found = {"dmy": 0, "mdy": 0}
    for m in _numeric_dates().finditer(text):
        first, second = int(m[1]), int(m[2])
        if first > 12 >= second:
            found["dmy"] += 1
        elif second > 12 >= first:
            found["mdy"] += 1
    if found["dmy"] == found["mdy"]:
        return None
    return "dmy" if found["dmy"] > found["mdy"] else "mdy"


@cache
def _numeric_dates() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9./-])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9/-]|\.[0-9])")


def _closed(context: DateContext, day: date, months: int) -> DateContext:
    """The context after the last day of a period of account, which tells again, or first, what period that is."""
    if months == 3 and context.account is not None and context.account == context.last:
        return context
    mention = account_to(day, months)
    if context.account is not None and (context.account.latest - day).days > 200:
        return context._replace(last=mention)  # that of a year before, named to compare with
    quarter = mention if mention.granularity == "quarter" else context.quarter
    return context._replace(account=mention, quarter=quarter, last=mention)


def mentioned(context: DateContext, when: When, phrase: Phrase, months: int) -> DateContext:
    """The context after a time was named; one named only to compare with ("the year-ago quarter") leaves it."""
    if when.sort != "date" or when.earliest is None or when.latest is None:
        return context
    mention = Mention(when.earliest, when.latest, when.granularity)
    if when.anchor is None and context.published and when.latest.year < context.published.year:
        context = context._replace(past=when.latest.year)
    if when.earliest == when.latest:
        context = context._replace(day=mention)
        if phrase.first.kind == "weekday" and context.published and when.earliest > context.published:
            context = context._replace(coming=tuple(dict.fromkeys((*context.coming, when.earliest)))[-7:])
    if months and when.earliest == when.latest:
        return _closed(context, when.latest, months)
    if _compared(phrase.first):
        return context
    if when.granularity == "quarter" and under_report(mention, context.quarter, context.published):
        context = context._replace(quarter=mention)
    is_account = when.granularity in {"quarter", "half"} or phrase.first.base == "first"
    if is_account and under_report(mention, context.account, context.published):
        context = context._replace(account=mention)
    return context._replace(last=mention)


def _compared(atom: Atom) -> bool:
    """Whether the piece names another year's period beside this year's."""
    return (
        atom.base in {"year", "of-year"}
        or (atom.kind == "ago" and atom.unit == "year")
        or (atom.kind == "quarter" and atom.year_from is not None and atom.year_from.shift != 0)
    )
