"""Laws of the whole line: order, names, copies, other stories, replay, bytes."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Article, Report, check, model, replay
from crosscheck.errors import InputError, ReplayError
from crosscheck.model import Finding
from tests.fixtures import FOLDER, STORIES, articles

Essence = tuple[Any, ...]


def essence(report: Report, names: dict[str, str]) -> list[Essence]:
    """The findings without what depends on ids: verdicts and texts, with articles by their first names."""
    texts = {article.id: article.text for article in report.articles}

    def shown(finding: Finding) -> Essence:
        statements = sorted((names[s.article_id], s.hull.start, s.of(texts[s.article_id])) for s in finding.statements)
        facets = sorted((c.facet, c.relation, sorted(v.display for v in c.versions)) for c in finding.comparisons)
        return (
            finding.verdict, finding.severity or "", finding.scope, statements, facets, finding.alignment,
            finding.confidence, finding.independent_origins, finding.id,
        )  # fmt: skip

    return sorted((shown(finding) for finding in report), key=repr)


@pytest.mark.parametrize("story", STORIES)
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_order_and_ids_never_matter(story: str, data: st.DataObject) -> None:
    given_articles = articles(story)
    shuffled = data.draw(st.permutations(given_articles))
    ids = data.draw(st.permutations([f"x{number}" for number in range(len(shuffled))]))
    renamed = [evolve(article, id=name) for article, name in zip(shuffled, ids, strict=True)]
    names = {name: article.id for article, name in zip(shuffled, ids, strict=True)}
    same = {article.id: article.id for article in given_articles}
    assert essence(check(renamed), names) == essence(check(given_articles), same)


@pytest.mark.parametrize("story", STORIES)
def test_a_republished_copy_adds_no_origin_and_no_discrepancy(story: str) -> None:
    first = check(articles(story))
    copied = articles(story)[0]
    again = check((*articles(story), evolve(copied, id="copy", outlet="The Daily Copy")))
    assert len(again.discrepancies) == len(first.discrepancies)
    for finding in again:
        if {s.article_id for s in finding.statements} == {copied.id, "copy"}:
            assert finding.independent_origins == 1
            assert finding.verdict != "agreement"


@pytest.mark.parametrize("story", STORIES)
def test_an_article_of_another_story_changes_nothing(story: str) -> None:
    other = articles(STORIES[(STORIES.index(story) + 1) % len(STORIES)])[0]
    stranger = evolve(other, id="stranger")
    names = {article.id: article.id for article in (*articles(story), stranger)}
    alone, beside = check(articles(story)), check((*articles(story), stranger))
    kept = evolve(beside, findings=tuple(f for f in beside if "stranger" not in {s.article_id for s in f.statements}))
    assert essence(kept, names) == essence(alone, names)
    assert not any(
        len({s.article_id for s in f.statements}) > 1
        for f in beside
        if "stranger" in {s.article_id for s in f.statements}
    )


def _words(texts: dict[str, str], key: tuple[str, int, int]) -> list[str]:
    return texts[key[0]][key[1] : key[2]].split()


@pytest.mark.parametrize("story", STORIES)
def test_a_statement_is_in_two_groups_at_most_and_no_two_are_together_twice(story: str) -> None:
    report = check(articles(story))
    texts = {article.id: article.text for article in report.articles}
    groups: dict[tuple[str, int, int], set[int]] = {}
    together: dict[frozenset[tuple[str, int, int]], set[int]] = {}
    for finding in report:
        keys = [statement.key for statement in finding.statements]
        for number, key in enumerate(keys):
            groups.setdefault(key, set()).add(finding.group)
            for other in keys[number + 1 :]:
                if _words(texts, key) == _words(texts, other):
                    continue  # a copy goes where its original goes
                together.setdefault(frozenset((key, other)), set()).add(finding.group)
    assert all(len(each) <= 2 for each in groups.values())
    alone = [s.key for finding in report.single_source if len(finding.statements) == 1 for s in finding.statements]
    assert all(len(groups[key]) == 1 for key in alone)
    assert len(alone) == len(set(alone))
    assert all(len(each) == 1 for each in together.values())


def test_steps_replay_to_every_finding() -> None:
    for story in STORIES:
        replay(check(articles(story)))


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_an_altered_digit_or_step_makes_the_replay_fail(data: st.DataObject) -> None:
    report = check(articles(STORIES[0]))
    finding = data.draw(st.sampled_from([f for f in report.findings if any(digits(report, f))]))
    article_id, at = data.draw(st.sampled_from(digits(report, finding)))
    text = report.article(article_id).text
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    altered = evolve(
        report, articles=tuple(evolve(a, text=changed) if a.id == article_id else a for a in report.articles)
    )
    with pytest.raises(ReplayError):
        replay(altered, finding)
    steps = list(finding.steps)
    number = data.draw(st.integers(0, len(steps) - 1))
    steps[number] = evolve(steps[number], values=(*steps[number].values, ("altered", True)))
    with pytest.raises(ReplayError):
        replay(report, evolve(finding, steps=tuple(steps)))


def digits(report: Report, finding: Finding) -> list[tuple[str, int]]:
    """The places of the digits in a finding's statements."""
    return [
        (s.article_id, at)
        for s in finding.statements
        for at in range(s.hull.start, s.hull.end)
        if report.article(s.article_id).text[at] in "0123456789"
    ]


def test_two_runs_are_byte_identical_under_different_hash_seeds() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-m", "crosscheck", "-f", "json", str(FOLDER / STORIES[0])],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(runs) == 1


def test_two_equal_ids_are_refused() -> None:
    twice = Article(id="echo", text="Seven people died when the ferry sank.")
    with pytest.raises(InputError, match="echo"):
        check([twice, twice])


def test_one_endless_sentence_is_read_as_far_as_a_sentence_goes() -> None:
    clause = "40 people were killed in Port Amsel on Tuesday"
    text = "The minister said that " + " and ".join([clause] * 1000) + "."
    report = check([Article(id="a", outlet="A", text=text), Article(id="b", outlet="B", text=text.replace("40", "41"))])
    assert any(finding.verdict == "discrepancy" for finding in report)
    assert {s.article_id for finding in report for s in finding.statements} == {"a", "b"}


def test_what_a_noun_shows_makes_it_again() -> None:
    report = check(articles(STORIES[0]))
    names = {name: getattr(model, name) for name in dir(model)} | {"Fraction": Fraction, "datetime": datetime}
    for finding in report.findings:
        assert eval(repr(finding), names) == finding


def test_nouns_are_equal_by_their_class_and_their_fields() -> None:
    one, same = model.Interval(Fraction(1), Fraction(2)), model.Interval(Fraction(1), Fraction(2))
    assert one == same
    assert hash(one) == hash(same)
    assert len({one, same, evolve(one, high_open=True)}) == 2
    assert one != (Fraction(1), Fraction(2), False, False)
    assert model.Role("house", "burn") != model.Speaker("house", None)
