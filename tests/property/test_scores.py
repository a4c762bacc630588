"""The quick way to the alignments that reach the floor tells what the slow way tells."""

from __future__ import annotations

import pytest

from crosscheck.aligning.candidates import LIMIT, candidates, shared_weights, with_nearest
from crosscheck.aligning.scores import Scores
from crosscheck.aligning.scoring import features, reaching, score, terms
from crosscheck.aligning.views import View, views
from crosscheck.normalising import claims
from crosscheck.segmenting import segment
from evaluation.heap import heap


@pytest.fixture(scope="module")
def found() -> list[View]:
    """The statements of two made-up events as the aligner sees them."""
    articles = {article.id: article for article in heap(200).articles}
    seen = views([claim for article in articles.values() for claim in claims(segment(article))], articles)
    return with_nearest(seen, shared_weights(seen))


@pytest.mark.parametrize("floor", [0.0, 0.1, 0.53, 0.9, 1.0])
def test_no_pair_that_reaches_the_floor_is_passed_over(found: list[View], floor: float) -> None:
    for (a, b), shared in shared_weights(found).items():
        exact = score(found[a], found[b])
        expected = (exact, terms(found[a], found[b])) if exact >= floor else None
        assert reaching(found[a], found[b], shared, floor) == expected


def test_any_candidate_has_its_alignment_and_no_other_pair_has_one(found: list[View]) -> None:
    shared = shared_weights(found)
    scores = Scores(found, shared, 0.53)
    assert all(value >= 0.53 for value in scores.values())
    assert all(scores[pair] == score(found[pair[0]], found[pair[1]]) for pair in list(shared)[::7])
    assert scores.get((0, 10**6), 0.0) == 0.0


def test_a_statement_chooses_no_more_partners_than_the_limit(found: list[View]) -> None:
    for limit in (1, 3, LIMIT):
        assert len(candidates(found, limit)) <= limit * len(found)


def test_some_are_each_others_nearest_and_a_figure_told_by_two_tells_more(found: list[View]) -> None:
    both = [features(found[a], found[b]) for a, b in shared_weights(found)]
    assert max(each.get("nearest", 0.0) for each in both) > 0.95
    assert min(each.get("nearest", 1.0) for each in both) < 0.3
    assert all(0 <= each[name] <= 1 for each in both for name in ("in-order", "weight"))
    assert all(0 < tells <= 1 for view in found for _, tells in view.exact)
