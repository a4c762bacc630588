"""Every planted item of the fixtures is found with its verdict, and nothing else there is a discrepancy."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from crosscheck import Report, check
from tests.fixtures import STORIES, articles, covers, expected, joins, members, touches

ITEMS = [(story, item["id"]) for story in STORIES for item in expected(story)["findings"]]
TRAPS = [(story, number) for story in STORIES for number in range(len(expected(story)["traps"]))]


@cache
def report(story: str) -> Report:
    return check(articles(story))


@cache
def texts(story: str) -> dict[str, str]:
    return {article.id: article.text for article in articles(story)}


def item(story: str, name: str) -> dict[str, Any]:
    return next(each for each in expected(story)["findings"] if each["id"] == name)


@pytest.mark.parametrize(("story", "name"), ITEMS)
def test_planted_item_is_found(story: str, name: str) -> None:
    planted = item(story, name)
    if planted["verdict"] == "single-source":
        member = members(planted, texts(story))[0]
        holding = [finding for finding in report(story) if touches(finding, member)]
        assert any(finding.verdict == "single-source" for finding in holding)
        assert all(len({s.article_id for s in finding.statements}) == 1 for finding in holding)
        return
    covering = [finding for finding in report(story) if covers(finding, planted, texts(story))]
    right = [finding for finding in covering if finding.verdict == planted["verdict"]]
    assert right, f"covered by {[(finding.verdict, finding.severity) for finding in covering]}"
    if planted["verdict"] == "discrepancy":
        assert planted["severity"] in {finding.severity for finding in right}


@pytest.mark.parametrize("story", STORIES)
def test_nothing_else_is_a_discrepancy(story: str) -> None:
    planted = [each for each in expected(story)["findings"] if each["verdict"] == "discrepancy"]
    false = [
        [statement.of(texts(story)[statement.article_id]) for statement in finding.statements]
        for finding in report(story).discrepancies
        if not any(covers(finding, each, texts(story)) for each in planted)
    ]
    assert not false


@pytest.mark.parametrize(("story", "number"), TRAPS)
def test_trap_is_kept(story: str, number: int) -> None:
    trap = expected(story)["traps"][number]
    spans = members(trap, texts(story))
    planted = [each for each in expected(story)["findings"] if each["verdict"] == "discrepancy"]
    for finding in report(story).discrepancies:
        if any(covers(finding, each, texts(story)) for each in planted):
            continue
        assert not any(joins(finding, one, two) for i, one in enumerate(spans) for two in spans[i + 1 :])


@pytest.mark.parametrize("story", STORIES)
def test_shared_copy_is_seen(story: str) -> None:
    seen = {frozenset(reuse.articles) for reuse in report(story).reuse}
    assert {frozenset(each["docs"]) for each in expected(story)["reuse"]} <= seen


@pytest.mark.parametrize("story", STORIES)
def test_fixture_is_one_story(story: str) -> None:
    assert len(report(story).stories) == 1
