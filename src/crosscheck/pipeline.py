"""The way of the data, from articles to a report: the only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

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
    Report,
    Segmented,
    SourceError,
    Story,
    Traced,
    Uncompared,
    When,
)
from crosscheck.normalising import claims
from crosscheck.segmenting import segment
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
    config = config or Config()
    given = tuple(articles)
    _unique(given)
    usable = [article for article in given if has_lexicon(article.text)]
    foreign = tuple(_foreign(article) for article in given if article not in usable)
    segmented = {article.id: segment(article, clauses=config.clauses) for article in usable}
    claimed = {article_id: claims(each) for article_id, each in segmented.items()}
    stories = gather(usable)
    found, uncompared, traced = compare_stories(stories, {article.id: article for article in usable}, claimed, config)
    return Report(
        schema=SCHEMA,
        version=__version__,
        config=config.to_values(),
        articles=given,
        stories=stories,
        origins=tuple(origin for each in traced for origin in each.origins),
        findings=_ordered(found, segmented),
        not_compared=tuple(uncompared),
        reuse=tuple(reuse for each in traced for reuse in each.reuse),
        notes=(*notes, *_notes(segmented, claimed)),
        errors=(*errors, *foreign),
    )


def compare_stories(
    stories: Sequence[Story], articles: dict[str, Article], claimed: dict[str, tuple[Claim, ...]], config: Config
) -> tuple[list[Finding], list[Uncompared], list[Traced]]:
    """The findings of each story by itself: articles of another story change nothing."""
    found: list[Finding] = []
    uncompared: list[Uncompared] = []
    traced: list[Traced] = []
    for story in stories:
        own = [articles[article_id] for article_id in story.articles]
        its_claims = [claim for article in own for claim in claimed[article.id]]
        origins = trace(own, its_claims, first=1 + sum(len(each.origins) for each in traced))
        groups = align(story, its_claims, articles, config.link_floor)
        first = max((finding.group for finding in found), default=-1) + 1
        groups = tuple(evolve(group, id=first + group.id) for group in groups)
        its_findings, its_uncompared = compare(groups, own, its_claims, origins, config.facets)
        found += its_findings
        uncompared += its_uncompared
        traced.append(origins)
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


def _notes(segmented: dict[str, Segmented], claimed: dict[str, tuple[Claim, ...]]) -> list[Note]:
    """The notes of the texts, and one for each date that could not be resolved."""
    found = [note for each in segmented.values() for note in each.notes]
    for article_id, its_claims in claimed.items():
        for claim in its_claims:
            found += [
                Note(article_id, fact.span, "unresolved-date")
                for fact in claim.facts
                if isinstance(fact, When) and fact.pattern is not None and not fact.resolved
            ]
    return found


def _ordered(found: Sequence[Finding], segmented: dict[str, Segmented]) -> tuple[Finding, ...]:
    """Discrepancies first, then agreements, then single-source; surer ones first, ties by content."""
    verdicts = ("discrepancy", "agreement", "single-source")
    ordered = sorted(
        found,
        key=lambda each: (
            verdicts.index(each.verdict), each.severity or "", not each.checkable, -each.independent_origins,
            -each.confidence, each.id,
            [statement.of(segmented[statement.article_id].article.text) for statement in each.statements],
        ),
    )  # fmt: skip
    seen: dict[str, int] = {}
    result = []
    for finding in ordered:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        number = seen[finding.id]
        result.append(finding if number == 1 else evolve(finding, id=f"{finding.id}-{number}"))
    return tuple(result)
