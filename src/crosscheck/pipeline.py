"""The way of the data, from articles to a report: the only module that knows the order of the stages."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from attrs import define, evolve, field

from crosscheck import __version__
from crosscheck.aligning import align
from crosscheck.comparing import compare
from crosscheck.config import Config
from crosscheck.errors import InputError, ReplayError
from crosscheck.gathering import gather
from crosscheck.lexicon.language import has_lexicon
from crosscheck.model import (
    Article,
    Claim,
    Finding,
    Note,
    Origin,
    Report,
    Reuse,
    Segmented,
    SourceError,
    Story,
    Traced,
    Uncompared,
    When,
)
from crosscheck.normalising import claims
from crosscheck.segmenting import segment, unified
from crosscheck.tracing import trace

SCHEMA = "crosscheck-report/1"


def check(
    articles: Iterable[Article],
    config: Config | None = None,
    *,
    notes: Iterable[Note] = (),
    errors: Iterable[SourceError] = (),
) -> Report:
    """What the articles agree on, where they contradict each other, and what only one of them says.

    `notes` and `errors` are those of reading, passed on into the report. An article in a language
    without a lexicon is reported in `errors` and left out. Raises `InputError` for two equal ids.

    >>> report = check([
    ...     Article(id="echo", text="The ferry sank off Kalua island. Twelve people were killed when the ferry sank."),
    ...     Article(id="gazette", text="Some 21 people were killed when the ferry sank, the coastguard said."),
    ... ])
    >>> [finding.severity for finding in report.discrepancies]
    ['update']
    """
    with _undisturbed():
        return _checked(tuple(articles), config or Config(), notes, errors)


def _checked(
    given: tuple[Article, ...], config: Config, notes: Iterable[Note], errors: Iterable[SourceError]
) -> Report:
    _unique(given)
    usable = {article.id: article for article in given if has_lexicon(article.text)}
    stories = gather(tuple(usable.values()))
    taken = _Taken(config)
    for story in stories:
        taken.add(story, [usable[article_id] for article_id in story.articles])
    return Report(
        schema=SCHEMA,
        version=__version__,
        config=config.to_values(),
        articles=given,
        stories=stories,
        origins=tuple(taken.origins),
        findings=_ordered(taken.findings, usable),
        not_compared=tuple(taken.uncompared),
        reuse=tuple(taken.reuse),
        notes=(*notes, *taken.notes(usable)),
        errors=(*errors, *(_foreign(article) for article in given if article.id not in usable)),
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without looks for cycles among what is kept, which hold none: those take a tenth of the time of a large heap."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@define(eq=False)
class _Taken:
    """What goes into the report, story by story: a story's claims are let go of when it is done."""

    config: Config
    findings: list[Finding] = field(factory=list)
    uncompared: list[Uncompared] = field(factory=list)
    origins: list[Origin] = field(factory=list)
    reuse: list[Reuse] = field(factory=list)
    groups: int = 0
    _notes: dict[str, tuple[list[Note], list[Note]]] = field(factory=dict)

    def add(self, story: Story, articles: Sequence[Article]) -> None:
        cut = unified([segment(article, clauses=self.config.clauses) for article in articles])
        its_claims = [claim for each in cut for claim in self._claims(each)]
        found, uncompared, traced = compare_story(
            story, articles, its_claims, self.config, origins=len(self.origins), groups=self.groups
        )
        self.findings += found
        self.uncompared += uncompared
        self.origins += traced.origins
        self.reuse += traced.reuse
        self.groups = max((finding.group + 1 for finding in found), default=self.groups)

    def _claims(self, segmented: Segmented) -> tuple[Claim, ...]:
        made = claims(segmented)
        self._notes[segmented.article.id] = list(segmented.notes), _unresolved(segmented.article, made)
        return made

    def notes(self, order: Iterable[str]) -> list[Note]:
        """The notes of the texts, and one for each date that could not be resolved, in the order of the articles."""
        both = [self._notes[article_id] for article_id in order]
        return [note for nth in (0, 1) for each in both for note in each[nth]]


def compare_story(
    story: Story,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    config: Config,
    *,
    origins: int = 0,
    groups: int = 0,
) -> tuple[tuple[Finding, ...], tuple[Uncompared, ...], Traced]:
    """The findings of a story by itself: articles of another story change nothing.

    `origins` and `groups` are how many there are already, from which its own are numbered.
    """
    traced = trace(articles, claims, first=1 + origins)
    made = align(story, claims, {article.id: article for article in articles}, config.link_floor)
    found, uncompared = compare(
        [evolve(group, id=groups + group.id) for group in made], articles, claims, traced, config.facets
    )
    return found, uncompared, traced


def replay(report: Report, *findings: Finding) -> None:
    """Check that the findings' steps (all the report's, if none is named) lead to them again.

    Each is made anew from the report's own texts and dates alone, and must come out equal, steps and
    all. Raises `ReplayError` where one does not: a text, a date or a step was changed.
    """
    again = {finding.id: finding for finding in check(report.articles, Config(**dict(report.config)))}
    for finding in findings or report.findings:
        if again.get(finding.id) != finding:
            raise ReplayError(
                f"finding {finding.id} does not follow from its sources: a text, a date or a step was changed"
            )


def _unique(articles: Sequence[Article]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise InputError("equal-ids", f"two articles have the id {article.id!r}; give each its own", article.path)
        seen.add(article.id)


def _foreign(article: Article) -> SourceError:
    where = article.path or article.id
    message = "the text does not look like English, the only language there is a lexicon for yet; leave it out"
    return SourceError(where, "no-lexicon", message)


def _unresolved(article: Article, made: Sequence[Claim]) -> list[Note]:
    """A note for each date that could not be resolved."""
    return [
        Note(article.id, fact.span, "unresolved-date")
        for claim in made
        for fact in claim.facts
        if isinstance(fact, When) and fact.pattern is not None and not fact.resolved
    ]


def _ordered(found: Sequence[Finding], articles: Mapping[str, Article]) -> tuple[Finding, ...]:
    """Discrepancies first, then agreements, then single-source; surer ones first, ties by content."""
    verdicts = ("discrepancy", "agreement", "single-source")
    ordered = sorted(
        found,
        key=lambda each: (
            verdicts.index(each.verdict), each.severity or "", not each.checkable, -each.independent_origins,
            -each.confidence, each.id,
            [statement.of(articles[statement.article_id].text) for statement in each.statements],
        ),
    )  # fmt: skip
    seen: dict[str, int] = {}
    result = []
    for finding in ordered:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        result.append(finding if number == 1 else evolve(finding, id=f"{finding.id}-{number}"))
    return tuple(result)
