"""The findings of a story by outlet: a row for each that is not one origin's alone, a column for each article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from crosscheck.model import Article, Comparison, Finding, Statement, Version
from crosscheck.reporting import safe
from crosscheck.reporting.choosing import leading
from crosscheck.reporting.html.atlas import Atlas
from crosscheck.reporting.html.cards import Card
from crosscheck.reporting.telling import develops, ordered

_ROOM = 44
# a matrix of more columns than this is wide: all have one width, and the style sheet can join up to so many of them
WIDE = 6
_SPAN = 17
PARTS = {
    "headline": "headline", "standfirst": "standfirst", "body": "text", "caption": "caption", "crosshead": "crosshead",
}  # fmt: skip
# of versions that no majority of origins is against, as many as have a sign of their own
_SIDES = 4


@frozen
class Given:
    """A version in brief, the element id of the statement that gives it, and in which part of the article, where the
    article gives another in another part."""

    text: str
    statement: str
    part: str = ""


@frozen
class Cell:
    """What an article gives: its versions in brief, or that it says so; how these stand to the others (`mark`).
    In a wide matrix a cell without a version stands for as many as `span`."""

    given: tuple[Given, ...] = ()
    mark: str = ""
    column: int = 0
    span: int = 1


@frozen
class Row:
    """A finding and a cell for each article."""

    card: Card
    cells: tuple[Cell, ...]


def row(atlas: Atlas, finding: Finding, card: Card, articles: Sequence[Article]) -> Row:
    """A finding's row over these articles."""
    cells = [evolve(_cell(atlas, finding, article.id), column=n) for n, article in enumerate(articles)]
    return Row(card, tuple(_joined(cells) if len(cells) > WIDE else cells))


def _joined(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Cells of which those without a statement, as many as stand in a row, are one."""
    for given, group in groupby(cells, key=lambda cell: bool(cell.given)):
        together = list(group)
        if given:
            yield from together
            continue
        for first in range(0, len(together), _SPAN):
            yield evolve(together[first], span=len(together[first : first + _SPAN]))


def _cell(atlas: Atlas, finding: Finding, article_id: str) -> Cell:
    own = [statement for statement in finding.statements if statement.article_id == article_id]
    if not own:
        return Cell()
    lead, _ = leading(finding)
    versions = ordered(atlas.view, lead) if lead else []
    given = [
        (number, mention)
        for number, version in enumerate(versions)
        for mention in version.mentions
        if mention.passage.article_id == article_id
    ]
    if not given:
        return Cell((Given("similar wording" if lead is None else "not given", atlas.marked(own[0]).id),))
    first: dict[int, Statement] = {}
    for number, mention in given:
        first.setdefault(number, finding.statements[mention.statement])
    parts = [PARTS[statement.placement] for statement in first.values()]
    told = tuple(
        Given(_brief(versions[number].display), atlas.marked(statement).id, part if len(set(parts)) > 1 else "")
        for (number, statement), part in zip(first.items(), parts, strict=True)
    )
    return Cell(told, mark(finding, lead, versions, tuple(first)) if lead else "")


def mark(finding: Finding, lead: Comparison, versions: Sequence[Version], numbers: Sequence[int]) -> str:
    """How an article's versions stand to the others: nothing of them is known but who gives them, and when.

    `other`: fewer origins give it than another; `side-1`, `side-2`, …: as many give another, so that neither stands
    out (`side-0`: this article gives several of these); `later`: a figure that develops was given after another.
    """
    number = max(numbers)
    if finding.verdict != "discrepancy":
        return ""
    if develops(lead):
        return "later" if number else ""
    weights = [len(set(version.origins)) for version in versions]
    most = max(weights)
    if weights.count(most) == 1:
        return "other" if weights[number] < most else ""
    if weights[number] < most:
        return "other"
    return f"side-{min(number + 1, _SIDES) if len(numbers) == 1 else 0}"


def _brief(display: str) -> str:
    return display if len(display) <= _ROOM else f"{safe.head(display, _ROOM - 2)}…"
