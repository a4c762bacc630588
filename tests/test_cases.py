"""Pairs of statements with what should come of them; see cases/README.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crosscheck import Article, Config
from crosscheck.model import Finding, Story
from crosscheck.normalising import claims
from crosscheck.pipeline import compare_story
from crosscheck.segmenting import segment

FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    rows = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["id"]) for row in rows]


def findings(case: dict[str, Any]) -> list[Finding]:
    """The findings on a case's two texts, taken to be articles of one story."""
    days = case.get("published")
    given = days if isinstance(days, list) else [days, days]
    articles = {
        name: Article(id=name, outlet=f"The {name}", text=case[name], published=day)
        for name, day in zip("ab", given, strict=True)
    }
    both = tuple(articles.values())
    claimed = [claim for article in both for claim in claims(segment(article))]
    return list(compare_story(Story("s1", ("a", "b")), both, claimed, Config())[0])


def hold(case: dict[str, Any]) -> None:
    """Assert that what the case expects comes of it, and no discrepancy that it does not expect."""
    found = findings(case)
    discrepancies = [finding for finding in found if finding.verdict == "discrepancy"]
    if case["expect"] in ("conflict", "update"):
        assert [finding.severity for finding in discrepancies] == [case["expect"]]
        assert discrepancies[0].comparisons[0].facet == case["facet"]
        return
    assert not [(f.severity, [c.facet for c in f.comparisons]) for f in discrepancies]
    if case["expect"] == "agreement":
        assert any(f.verdict == "agreement" and f.independent_origins == 2 for f in found)
    if case["expect"] == "nothing":
        assert {f.verdict for f in found} == {"single-source"}


@pytest.mark.parametrize("case", cases("positive"))
def test_positive(case: dict[str, Any]) -> None:
    hold(case)


@pytest.mark.parametrize("case", cases("negative"))
def test_negative(case: dict[str, Any]) -> None:
    hold(case)


@pytest.mark.parametrize("case", cases("known-failures"))
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, Any]) -> None:
    hold(case)
