"""What a report for people needs beside the report: letters for articles, short ids, lines and columns, days."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from attrs import field, frozen

from crosscheck.model import Article, Comparison, Finding, Origin, Passage, Report, Version
from crosscheck.reporting import wording

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINE_END = re.compile(r"\r\n?|\n")
_FOLDER = re.compile(r".*[/\\]", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]++")
_OF_NO_ADDRESS = re.compile(r"(?<![^\W\d_]|[@./])[^\W\d_]++")
_IN_MID_SENTENCE = re.compile(r"(?<=[^\W_] |[,;)] )[^\W\d_a-z][^\W\d_]*+")
_PLACE = 12  # columns that a letter, a line and a column take beside a path


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
    """A report with what is needed to speak of its parts. Letters follow the order in which articles are listed.

    `folder` is the one that all articles lie in, where it is told once and left out of every place.
    """

    report: Report
    articles: tuple[Article, ...]
    letters: dict[str, str]
    names: dict[str, str]
    ids: dict[str, str]
    folder: str = ""
    _lines: dict[str, list[int]] = field(factory=dict)
    _by_id: dict[str, Article] = field(factory=dict)
    _capitals: dict[str, dict[str, str]] = field(factory=dict)

    @classmethod
    def of(cls, report: Report, width: int | None = None) -> View:
        """With a `width`, the articles' folder is left out of places that take more than a third of it."""
        articles = listed_order(report)
        return cls(
            report=report,
            articles=articles,
            letters={article.id: letter(number) for number, article in enumerate(articles)},
            names={article.id: article.name for article in articles},
            ids=shortened(finding.id for finding in report.findings),
            folder=common_folder(articles) if width and _crowded(articles, width) else "",
            by_id={article.id: article for article in articles},
        )

    def letters_of(self, article_ids: Iterable[str]) -> list[str]:
        """The letters of some articles, each once, in the order in which they are listed."""
        wanted = set(article_ids)
        return [self.letters[article.id] for article in self.articles if article.id in wanted]

    def path(self, article: Article) -> str:
        """How the report names the article's file: its path, without the folder that is told once; else its id."""
        return (article.path or article.id).removeprefix(self.folder)

    def location(self, passage: Passage) -> str:
        """Where a passage begins, as `path:line:column` from 1, which many terminals and editors open.

        For an extracted text these are a line and column of the extract, which the path then says.
        """
        article = self._by_id[passage.article_id]
        line, column = self.line_and_column(article, passage.span.start)
        return f"{self.path(article)}{' (extract)' if article.extracted else ''}:{line}:{column}"

    def address(self, article_id: str) -> str:
        """The file's address for a terminal to open, if it is a file here; a web page's own address is not trusted."""
        path = self._by_id[article_id].path or ""
        for name in (path, path.rpartition("#")[0]):  # the rows of an export are called export.json#1
            if name and "\0" not in name and os.path.isfile(name):
                return Path(os.path.abspath(name)).as_uri()
        return ""

    def line_and_column(self, article: Article, offset: int) -> tuple[int, int]:
        """The line and column of the article's file, both from 1, of an offset into its text."""
        starts = self._starts(article)
        line = bisect_right(starts, offset)
        return article.first_line + line - 1, offset - starts[line - 1] + 1

    def row(self, passage: Passage) -> int:
        """The number, from 1, of the line in which a passage begins."""
        return self.line_and_column(self._by_id[passage.article_id], passage.span.start)[0]

    def _starts(self, article: Article) -> list[int]:
        if article.id not in self._lines:
            self._lines[article.id] = [0, *(m.end() for m in _LINE_END.finditer(article.text))]
        return self._lines[article.id]

    def title(self, finding: Finding, comparison: Comparison, brief: bool = False) -> str:
        """What a comparison is about, with the capitals that the articles of its story give to names."""
        return wording.title(comparison, self.about(finding, comparison), brief)

    def about(self, finding: Finding, comparison: Comparison) -> str:
        """A comparison's role in a few words, with those capitals."""
        return cased(wording.role(comparison.role), self._names(finding.story))

    def _names(self, story: str) -> dict[str, str]:
        if story not in self._capitals:
            told = {a for each in self.report.stories if each.id == story for a in each.articles}
            self._capitals[story] = capitals(a.text for a in self.articles if a.id in told or not told)
        return self._capitals[story]

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


def capitals(texts: Iterable[str]) -> dict[str, str]:
    """Words that the texts have with a capital in mid-sentence, and never without, by their form in small letters.

    >>> capitals(["Height of the Karseth Dam: the dam of Karseth. Write to desk@karseth.example"])
    {'karseth': 'Karseth'}
    """
    found: dict[str, str] = {}
    small: set[str] = set()
    for text in texts:
        small.update(_OF_NO_ADDRESS.findall(text))
        for word in _IN_MID_SENTENCE.findall(text):
            if not word.islower():  # and a headline's capitals are not the name's
                found[word.lower()] = found.get(word.lower(), word) if word.isupper() else word
    return {word: found[word] for word in found if word not in small}


def cased(about: str, names: dict[str, str]) -> str:
    """Words in small letters with the capitals of names.

    >>> cased("karseth dam (height)", {"karseth": "Karseth"})
    'Karseth dam (height)'
    """
    return _WORD.sub(lambda m: names.get(m[0], m[0]), about)


def common_folder(articles: Iterable[Article]) -> str:
    """The folder, with its separator, that the files of all articles lie in; nothing where there is none.

    >>> common_folder([Article(id="a", text="", path="x/y/a.txt"), Article(id="b", text="", path="x/z.txt")])
    'x/'
    """
    paths = [article.path or "" for article in articles]
    shared = _folder(min(paths, key=len, default=""))
    while not all(path.startswith(shared) for path in paths):
        shared = _folder(shared[:-1])
    return shared


def _folder(path: str) -> str:
    found = _FOLDER.match(path)
    return found[0] if found else ""


def _crowded(articles: Iterable[Article], width: int) -> bool:
    return max((len(article.path or "") for article in articles), default=0) + _PLACE > width // 3


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
