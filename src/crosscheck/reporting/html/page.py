"""The whole page as values: who was read, what was found in each story, and the articles themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from attrs import evolve, frozen

from crosscheck.model import Article, Finding, Report, Story
from crosscheck.reporting import wording
from crosscheck.reporting.choosing import told_first
from crosscheck.reporting.html import opening
from crosscheck.reporting.html.atlas import KINDS, SIGNS, Atlas, kind
from crosscheck.reporting.html.cards import LABELS, Apart, apart, card
from crosscheck.reporting.html.matrix import Row, row
from crosscheck.reporting.html.notices import Shared, Told, notices
from crosscheck.reporting.html.only import Count, Only, counted, figures, only
from crosscheck.reporting.html.texts import Paragraph, paragraphs
from crosscheck.reporting.options import Options, bearing_facets
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import View, day, days

# from how many findings on a browser would take its time for all of it at once
_LONG = 150
# how many pairs that were not compared are listed
_MOST_APART = 20
# an address of any other kind ("javascript:", "data:") is shown and does nothing
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\"'<>\\]+", re.IGNORECASE)


@frozen
class Source:
    """An article as the page shows it."""

    letter: str
    name: str
    outlet: str
    title: str
    path: str
    when: str
    iso: str
    url: str
    link: bool
    author: str
    story: str
    chapter: str
    alone: tuple[Count, ...]
    figures: tuple[tuple[str, str], ...]
    origin: str
    notes: tuple[Told, ...]
    paragraphs: tuple[Paragraph, ...]


@frozen
class Chapter:
    """A story: its articles, findings by outlet, and what stands in one of them alone."""

    id: str
    heading: str
    counts: str
    lead: str
    then: str
    sources: tuple[Source, ...]
    rows: tuple[Row, ...]
    only: tuple[Only, ...]
    apart: tuple[Apart, ...]
    more_apart: int


@frozen
class Tally:
    """How many findings of a kind, or about a facet, there are."""

    name: str
    sign: str
    label: str
    number: int


@frozen
class Page:
    """All of it."""

    title: str
    days: str
    folder: str
    version: str
    tallies: tuple[Tally, ...]
    facets: tuple[Tally, ...]
    total: int
    hidden: int
    long: bool
    shared: tuple[Shared, ...]
    sources: tuple[Source, ...]
    chapters: tuple[Chapter, ...]
    errors: tuple[tuple[str, str], ...]


def page(report: Report, options: Options) -> Page:
    """Everything that the template sets."""
    atlas = Atlas.of(report, options)
    said = notices(atlas.view)
    atlas = evolve(
        atlas, marks={a.id: [*atlas.marks.get(a.id, ()), *said.marks.get(a.id, ())] for a in report.articles}
    )
    told = _stories(atlas.view)
    stories = {a.id: f"Story {n}" for n, (_, articles) in enumerate(told, 1) for a in articles if len(told) > 1}
    sources = {article.id: _source(atlas, article, stories, said.notes[article.id]) for article in atlas.view.articles}
    known = sorted(article.day for article in report.articles if article.day)
    return Page(
        title=f"{plural(len(report.articles), 'article')}, {plural(len(report.origins), 'origin')}",
        days=days(known[0], known[-1]) if known else "",
        folder=atlas.view.folder,
        version=report.version,
        tallies=tuple(tally for tally in _kinds(atlas) if tally.number),
        facets=tuple(tally for tally in _facets(atlas) if tally.number),
        total=len(atlas.findings),
        hidden=len(report.findings) - len(atlas.findings),
        long=len(atlas.findings) > _LONG,
        shared=said.shared,
        sources=tuple(sources.values()),
        chapters=tuple(_chapters(atlas, sources, told)),
        errors=tuple((error.path, error.message) for error in report.errors),
    )


def _kinds(atlas: Atlas) -> list[Tally]:
    found = [kind(finding) for finding in atlas.findings]
    return [Tally(each, SIGNS[each], LABELS[each], found.count(each)) for each in KINDS]


def _facets(atlas: Atlas) -> list[Tally]:
    found = [facet for finding in atlas.findings for facet in bearing_facets(finding)]
    return [Tally(facet, "", wording.FACETS[facet], found.count(facet)) for facet in wording.FACETS]


def _source(atlas: Atlas, article: Article, stories: dict[str, str], notes: tuple[Told, ...]) -> Source:
    view = atlas.view
    url = article.url or ""
    letter = view.letters[article.id]
    return Source(
        letter=letter,
        name=view.names[article.id],
        outlet=article.outlet or "outlet not known",
        title=article.title or "",
        path=view.path(article) + (" (extract)" if article.extracted else ""),
        when=day(article.published) if article.published else "date not known",
        iso=_iso(article.published),
        url=url,
        link=bool(_ADDRESS.fullmatch(url)),
        author=article.author or "",
        story=stories.get(article.id, ""),
        chapter=f"story-{stories.get(article.id, '').removeprefix('Story ') or 0}",
        alone=counted(atlas, article),
        figures=figures(atlas, article),
        origin=_origin(view, article),
        notes=notes,
        paragraphs=tuple(paragraphs(atlas, article)),
    )


def _origin(view: View, article: Article) -> str:
    """Whose an article as a whole is, where that is not its outlet."""
    for origin in view.report.origins:
        if article.id in origin.articles and origin.label not in (article.outlet, view.names[article.id]):
            return origin.label
    return ""


def _iso(when: date | datetime | None) -> str:
    return when.isoformat() if when else ""


def _stories(view: View) -> list[tuple[Story | None, list[Article]]]:
    """The stories with their articles, in the order of the articles' letters; all as one where there are none."""
    if not view.report.stories:
        return [(None, list(view.articles))]
    told = [(story, [a for a in view.articles if a.id in story.articles]) for story in view.report.stories]
    order = [article.id for article in view.articles]
    return sorted(((s, own) for s, own in told if own), key=lambda pair: order.index(pair[1][0].id))


def _chapters(
    atlas: Atlas, sources: dict[str, Source], told: Sequence[tuple[Story | None, list[Article]]]
) -> Iterator[Chapter]:
    for number, (story, articles) in enumerate(told, start=1):
        its_findings = [finding for finding in atlas.findings if story is None or finding.story == story.id]
        yield _chapter(atlas, sources, articles, its_findings, number if len(told) > 1 else 0)


def _chapter(
    atlas: Atlas, sources: dict[str, Source], articles: Sequence[Article], findings: Sequence[Finding], number: int
) -> Chapter:
    told = told_first(finding for finding in findings if finding.verdict != "single-source")
    told.sort(key=lambda finding: KINDS.index(kind(finding)))
    ids = {article.id for article in articles}
    known = sorted(article.day for article in articles if article.day)
    parts = [f"Story {number}", *([days(known[0], known[-1])] if known else [])] if number else []
    left = [pair for pair in atlas.view.report.not_compared if ids & {p.article_id for p in pair.passages}]
    return Chapter(
        id=f"story-{number}",
        heading=" · ".join(parts),
        counts=", ".join(opening.counts(atlas.view, findings)),
        lead=opening.lead(atlas.view, findings, len(articles)),
        then=opening.then(findings, len(left)),
        sources=tuple(sources[article.id] for article in articles),
        rows=tuple(row(atlas, finding, card(atlas, finding), articles) for finding in told),
        only=tuple(only(atlas, articles, findings)),
        apart=tuple(apart(atlas, pair) for pair in left[:_MOST_APART]),
        more_apart=max(0, len(left) - _MOST_APART),
    )
