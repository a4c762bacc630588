"""Texts and their parts: articles, spans, statements, labels."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from attrs import field, frozen

from crosscheck.model.noun import Noun

Furniture = Literal[
    "section", "byline", "dateline", "timestamp", "credit", "caption-mark", "widget", "share",
    "related", "notice", "contact", "list-number", "truncated", "blank",
]  # fmt: skip
Placement = Literal["headline", "standfirst", "body", "caption", "crosshead"]
Speech = Literal["own", "quoted", "mixed", "reported"]


@frozen(repr=False, order=True)
class Span(Noun):
    """Characters `start` up to, not including, `end`: Unicode code points of `Article.text`.

    >>> Span(0, 5).of("Seven died.")
    'Seven'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of the span, exactly."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)


@frozen(repr=False, order=True)
class Passage(Noun):
    """A span of a named article."""

    article_id: str
    span: Span


def _moment(value: date | datetime | str | None) -> date | datetime | None:
    """A day or a time from itself or from its ISO 8601 form."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is no ISO 8601 date; write it as 2015-10-16 or 2015-10-16T09:30+00:00") from None


@frozen(repr=False, eq=False, kw_only=True)
class Article(Noun):
    """One text as given. `text` is what crosscheck analyses, never edited.

    `published` and `updated` are days or times (a time keeps its zone where it has one), or their
    ISO 8601 form. `origin` names who reported the text first, where a manifest says so. `first_line` is the
    line of the file in which the text begins, which front matter moves down. `captions` are the paragraphs that
    the format says stand under a picture.

    >>> Article(id="echo", text="Seven died.", published="2026-11-17").published
    datetime.date(2026, 11, 17)
    """

    id: str
    text: str
    outlet: str | None = None
    published: date | datetime | None = field(default=None, converter=_moment)
    updated: date | datetime | None = field(default=None, converter=_moment)
    title: str | None = None
    url: str | None = None
    author: str | None = None
    origin: str | None = None
    path: str | None = None
    extracted: bool = False
    first_line: int = 1
    captions: tuple[Span, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, where known."""
        when = self.published
        return when.date() if isinstance(when, datetime) else when

    @property
    def name(self) -> str:
        """How the report calls the article's publisher: the outlet, else the id."""
        return self.outlet or self.id


@frozen(repr=False, eq=False)
class Speaker(Noun):
    """Who says it: a person or body by canonical name, and the span that names it, if any."""

    name: str
    span: Span | None = None


@frozen(repr=False, cache_hash=True)
class Statement(Noun):
    """A piece of an article that can be checked on its own: a sentence, or a clause of it.

    `spans` are its pieces in order (“X,” he said, “Y” is one statement in two); `sentence` is the
    span of the whole sentence. `speech` tells whose words they are; `cue` is the span of the words
    that attribute them ("he said", "according to"), if any.
    """

    article_id: str
    spans: tuple[Span, ...]
    sentence: Span
    placement: Placement = "body"
    speech: Speech = "own"
    speaker: Speaker | None = None
    cue: Span | None = None

    def __attrs_post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a statement has at least one span")

    @property
    def hull(self) -> Span:
        """From the first character of the statement to its last."""
        return self.spans[0] if len(self.spans) == 1 else Span(self.spans[0].start, self.spans[-1].end)

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells the statement from every other: article, start, end."""
        return self.article_id, self.spans[0].start, self.spans[-1].end

    def of(self, text: str) -> str:
        """The characters of the statement's hull, exactly."""
        return self.hull.of(text)


@frozen(repr=False, eq=False)
class Label(Noun):
    """A stretch of text that is not the article's claim: a credit, a byline, a dateline, a widget."""

    article_id: str
    span: Span
    furniture: Furniture


@frozen(repr=False, eq=False)
class Note(Noun):
    """Something the reader of the report should know about a text; `code` is stable."""

    article_id: str
    span: Span | None
    code: str


@frozen(repr=False, eq=False)
class Segmented(Noun):
    """An article cut up: statements and labels, which together cover every character but white space."""

    article: Article
    statements: tuple[Statement, ...]
    labels: tuple[Label, ...]
    notes: tuple[Note, ...] = ()
