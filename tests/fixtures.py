"""The project's fixtures as the tests use them: articles, and what a careful reader finds in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import frozen

from crosscheck.model import Article, Finding, Span
from crosscheck.reading import read

FOLDER = Path(__file__).parent.parent / "fixtures"
STORIES = sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


@frozen
class Member:
    """An expected member of a finding or a trap."""

    doc: str
    span: Span
    side: str | None


def articles(story: str) -> tuple[Article, ...]:
    """The articles of a fixture, read as the command reads them."""
    return read(FOLDER / story).articles


def expected(story: str) -> dict[str, Any]:
    """What is planted in a fixture."""
    data: dict[str, Any] = json.loads((FOLDER / story / "expected.json").read_text(encoding="utf-8"))
    return data


def members(item: dict[str, Any], texts: dict[str, str]) -> list[Member]:
    """The members of an expected finding or trap as spans."""
    found = []
    for member in item["members"]:
        start = texts[member["doc"]].index(member["quote"])
        found.append(Member(member["doc"], Span(start, start + len(member["quote"])), member.get("side")))
    return found


def touches(finding: Finding, member: Member) -> bool:
    """Whether a statement of the finding shares a character with the member."""
    return any(s.article_id == member.doc and s.hull.overlaps(member.span) for s in finding.statements)


def joins(finding: Finding, one: Member, two: Member) -> bool:
    """Whether two statements of the finding, apart from one another, touch the two members."""
    return any(
        s.article_id == one.doc
        and t.article_id == two.doc
        and s.hull.overlaps(one.span)
        and t.hull.overlaps(two.span)
        and s.key != t.key
        for s in finding.statements
        for t in finding.statements
    )


def covers(finding: Finding, item: dict[str, Any], texts: dict[str, str]) -> bool:
    """Whether a finding joins two members of an expected one: of two articles, or, within, of one; of two sides."""
    spans = members(item, texts)
    within = item.get("scope") == "within"
    return any(
        joins(finding, one, two)
        for i, one in enumerate(spans)
        for two in spans[i + 1 :]
        if (one.doc == two.doc) == within and (one.side is None or two.side is None or one.side != two.side)
    )
