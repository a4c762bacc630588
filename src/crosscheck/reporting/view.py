"""What a report for people needs beside the report: letters for articles, short ids, lines and columns, days."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from attrs import field, frozen

from crosscheck.model import Article, Finding, Origin, Passage, Report, Version

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINE_END = re.compile(r"\r\n?|\n")


def letter(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …

    >>> [letter(n) for n in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def shortened(ids: Iterable[str], least: int = 4) -> dict[str, str]:
    """Each id's shortest prefix, of `least` characters or more, that no other id has.

    >>> shortened(["k7f2m3", "k7f2q9", "m3qdaa"])
    {'k7f2m3': 'k7f2m', 'k7f2q9': 'k7f2q', 'm3qdaa': 'm3qd'}
    """
    ordered = sorted(set(ids))
    short = {}
    for position, name in enumerate(ordered):
        beside = ordered[max(0, position - 1) : position] + ordered[position + 1 : position + 2]
        shared = max((_shared(name, other) for other in beside), default=0)
        short[name] = name[: max(least, shared + 1)]
    return short


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def day(when: date, year: bool = True) -> str:
    """A day, and the time of day where there is one.

    >>> day(date(2026, 11, 17)), day(datetime(2026, 11, 17, 9, 5), year=False)
    ('17 Nov 2026', '17 Nov 09:05')
    """
    shown = f"{when.day} {MONTHS[when.month - 1]}" + (f" {when.year}" if year else "")
    return f"{shown} {when:%H:%M}" if isinstance(when, datetime) else shown


def days(first: date, last: date) -> str:
    """A stretch of days.

    >>> days(date(2026, 11, 17), date(2026, 11, 18))
    '17–18 Nov 2026'
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first, year=first.year != last.year)} – {day(last)}"


def moment(as_of: str | None) -> datetime | None:
    """A day or time in ISO 8601 as a time that compares with others: midnight, and UTC, where not said."""
    try:
        when = datetime.fromisoformat(as_of or "")
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def as_of_text(as_of: str, with_day: bool) -> str:
    """A version's time as a reader wants it: the time of day alone, where all fall on one day."""
    when = moment(as_of)
    if when is None:
        return as_of
    if len(as_of) <= 10 or when.time() == time(0):
        return day(when.date(), year=False)
    return day(when.replace(tzinfo=None), year=False) if with_day else f"{when:%H:%M}"


@frozen
class View:
    """A report with what is needed to speak of its parts. Letters follow the order in which articles are listed."""

    report: Report
    articles: tuple[Article, ...]
    letters: dict[str, str]
    names: dict[str, str]
    ids: dict[str, str]
    _lines: dict[str, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, report: Report) -> View:
        articles = listed_order(report)
        return cls(
            report=report,
            articles=articles,
            letters={article.id: letter(number) for number, article in enumerate(articles)},
            names={article.id: article.name for article in articles},
            ids=shortened(finding.id for finding in report.findings),
        )

    def letters_of(self, article_ids: Iterable[str]) -> list[str]:
        """The letters of some articles, each once, in the order in which they are listed."""
        wanted = set(article_ids)
        return [self.letters[article.id] for article in self.articles if article.id in wanted]

    def location(self, passage: Passage) -> str:
        """Where a passage begins, as `path:line:column` from 1, which many terminals and editors open.

        For an extracted text these are a line and column of the extract, which the path then says.
        """
        article = self.report.article(passage.article_id)
        row = self.row(passage)
        name = f"{article.path or article.id}{' (extract)' if article.extracted else ''}"
        return f"{name}:{row}:{passage.span.start - self._starts(article)[row - 1] + 1}"

    def row(self, passage: Passage) -> int:
        """The number, from 1, of the line in which a passage begins."""
        return bisect_right(self._starts(self.report.article(passage.article_id)), passage.span.start)

    def _starts(self, article: Article) -> list[int]:
        if article.id not in self._lines:
            self._lines[article.id] = [0, *(m.end() for m in _LINE_END.finditer(article.text))]
        return self._lines[article.id]

    def bearers(self, version: Version) -> str:
        """The articles that give a version, by letter, and how many origins those are where that is fewer."""
        letters = self.letters_of(mention.passage.article_id for mention in version.mentions)
        return _counted(letters, len(set(version.origins)))

    def carriers(self, finding: Finding) -> str:
        """The same for a finding's statements."""
        return _counted(self.letters_of(s.article_id for s in finding.statements), finding.independent_origins)


def _counted(letters: list[str], origins: int) -> str:
    shown = " ".join(letters)
    return f"{shown} ({origins} origin{'s' if origins > 1 else ''})" if 0 < origins < len(letters) else shown


def shared_origins(report: Report) -> list[Origin]:
    """The origins that more than one article has something from."""
    return [origin for origin in report.origins if len(set(origin.articles)) > 1]


def is_whole(report: Report, origin: Origin) -> bool:
    """Whether its articles have nothing from elsewhere."""
    others = {a for other in report.origins if other.id != origin.id for a in other.articles}
    return not others & set(origin.articles)


def listed_order(report: Report) -> tuple[Article, ...]:
    """The articles in the report's order, those of one origin together, behind the first of them."""
    by_id = {article.id: article for article in report.articles}
    together = {a: origin.articles for origin in shared_origins(report) for a in origin.articles}
    order: dict[str, Article] = {}
    for article in report.articles:
        for member in (article.id, *together.get(article.id, ())):
            if member in by_id:
                order.setdefault(member, by_id[member])
    return tuple(order.values())
