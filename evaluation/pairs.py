"""Verdicts on pairs of statements: each is an article of its own, both are taken to be of one story."""

from __future__ import annotations

from typing import Any

from crosscheck.config import Config
from crosscheck.model import Article, Story
from crosscheck.normalising import claims
from crosscheck.pipeline import compare_story
from crosscheck.segmenting import segment

Row = dict[str, Any]


def predict(row: Row) -> Row:
    """`conflict` where a conflict is found between the two, `agree` where an agreement is, else `neutral`."""
    both = [Article(id=name, outlet=name, text=row[name]) for name in ("a", "b")]
    claimed = [claim for article in both for claim in claims(segment(article))]
    found = compare_story(Story("s1", ("a", "b")), both, claimed, Config())[0]
    between = [finding for finding in found if len({s.article_id for s in finding.statements}) > 1]
    if any(finding.severity == "conflict" for finding in between):
        label = "conflict"
    elif any(finding.severity == "update" for finding in between):
        label = "neutral"
    else:
        label = "agree" if any(finding.verdict == "agreement" for finding in between) else "neutral"
    return {"id": row["id"], "label": label}
