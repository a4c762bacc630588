"""The findings of a story by outlet: a row for each that is not one origin's alone, a column for each article."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from crosscheck.model import Article, Finding
from crosscheck.reporting import safe
from crosscheck.reporting.choosing import by_weight, leading
from crosscheck.reporting.html.atlas import Atlas
from crosscheck.reporting.html.cards import Card

_ROOM = 44


@frozen
class Cell:
    """What an article gives: its versions in brief, or that it says so; which version it is, the first being that
    with most origins; and the statement's element id."""

    text: str = ""
    version: int = 0
    statement: str = ""


@frozen
class Row:
    """A finding and a cell for each article."""

    card: Card
    cells: tuple[Cell, ...]


def row(atlas: Atlas, finding: Finding, card: Card, articles: Sequence[Article]) -> Row:
    """A finding's row over these articles."""
    return Row(card, tuple(_cell(atlas, finding, article.id) for article in articles))


def _cell(atlas: Atlas, finding: Finding, article_id: str) -> Cell:
    own = [statement for statement in finding.statements if statement.article_id == article_id]
    if not own:
        return Cell()
    lead, _ = leading(finding)
    versions = by_weight(atlas.view, lead.versions) if lead else []
    given = [
        (number, mention)
        for number, version in enumerate(versions)
        for mention in version.mentions
        if mention.passage.article_id == article_id
    ]
    if not given:
        return Cell("says alike" if lead is None else "not given", 0, atlas.marked(own[0]).id)
    numbers = dict.fromkeys(number for number, _ in given)
    text = " / ".join(_brief(versions[number].display) for number in numbers)
    return Cell(
        text,
        max(numbers) if finding.verdict == "discrepancy" else 0,
        atlas.marked(finding.statements[given[0][1].statement]).id,
    )


def _brief(display: str) -> str:
    return display if len(display) <= _ROOM else f"{safe.head(display, _ROOM - 2)}…"
