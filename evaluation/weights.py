"""python -m evaluation.weights FOLDER...: the aligner's weights, learned from stories with gold.

Each folder holds stories in the form of stories/*.json; one whose name begins with "wild" weighs a tenth, since its
agreements are a choice and many of its pairs that are not listed are right. Logistic regression by Newton's method
with a small ridge, in plain Python, over all pairs of statements that the gold speaks of. Prints how well the
shipped weights do on each folder, how well weights learned without a fifth of the stories do on that fifth, and the
table for src/crosscheck/aligning/scoring.py. Shipped are these figures, rounded, but for "other-quote" and
"other-period", which count against by design, while the few cases of the data leave them open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import exp
from pathlib import Path
from typing import Any

from crosscheck.aligning.candidates import shared_weights, with_nearest
from crosscheck.aligning.scoring import WEIGHTS, features
from crosscheck.aligning.views import View, views
from crosscheck.model import Article, Span
from crosscheck.normalising import claims
from crosscheck.segmenting import segment, unified
from evaluation.stories import published

NAMES = list(WEIGHTS)
RIDGE = 0.1
ALIGNABLE = ("compatible", "speakers")  # traps whose members do speak of one thing
Sample = tuple[list[float], bool]


def samples(story: dict[str, Any]) -> list[Sample]:
    """The features of each pair of annotated statements of two documents, and whether gold puts them together."""
    articles = {
        each["id"]: Article(
            id=each["id"], outlet=each["outlet"], published=published(each.get("published")), text=each["text"]
        )
        for each in story["documents"]
    }
    cut = unified([segment(article) for article in articles.values()])
    seen = views([claim for each in cut for claim in claims(each)], articles)
    seen = with_nearest(seen, shared_weights(seen))
    told = [
        [_touched(seen, articles, each) for each in one["members"]]
        for one in story["findings"]
        if one["verdict"] != "single-source"
    ]
    traps = [([_touched(seen, articles, each) for each in one["members"]], one["kind"]) for one in story["traps"]]
    alone = [_touched(seen, articles, each) for one in story["findings"] for each in one["members"]]
    annotated = set().union(*alone, *(each for members, _ in traps for each in members))
    gold = {pair for members in told for pair in _pairs(members)}
    open_ones = {pair for members, kind in traps if kind in ALIGNABLE for pair in _pairs(members)} - gold
    return [
        ([raw.get(name, 0.0) for name in NAMES], (a, b) in gold)
        for a, b in combinations(sorted(annotated), 2)
        if (a, b) not in open_ones and seen[a].claim.statement.article_id != seen[b].claim.statement.article_id
        for raw in (features(seen[a], seen[b]),)
    ]


def _touched(seen: Sequence[View], articles: dict[str, Article], member: dict[str, Any]) -> set[int]:
    """The statements on which a gold member lies."""
    text = articles[member["doc"]].text
    start = member.get("start", text.find(member["quote"]))
    span = Span(start, start + len(member["quote"]))
    return {
        view.order
        for view in seen
        if view.claim.statement.article_id == member["doc"] and view.claim.statement.hull.overlaps(span)
    }


def _pairs(members: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    for one, two in combinations(members, 2):
        yield from ((min(a, b), max(a, b)) for a in one for b in two if a != b)


def fit(data: Sequence[tuple[Sample, float]], rounds: int = 15) -> list[float]:
    """The weights that make the samples, each of which counts as often as it says, likeliest, less a ridge."""
    size = len(data[0][0][0])
    weights = [0.0] * size
    for _ in range(rounds):
        gradient = [-RIDGE * w for w in weights]
        hessian = [[RIDGE * (i == j) for j in range(size)] for i in range(size)]
        for (row, label), times in data:
            chance = probability(weights, row)
            some = [(i, x) for i, x in enumerate(row) if x]
            for i, x in some:
                gradient[i] += times * (label - chance) * x
                for j, y in some:
                    hessian[i][j] += times * chance * (1 - chance) * x * y
        weights = [w + step for w, step in zip(weights, _solve(hessian, gradient), strict=True)]
    return weights


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, sum(w * x for w, x in zip(weights, row, strict=True))))))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with partial pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i], strict=True)]
    return [row[size] / row[i] for i, row in enumerate(rows)]


def at_half(data: Sequence[Sample], weights: Sequence[float]) -> str:
    """Precision and recall of the pairs that reach an alignment of one half."""
    reached = [label for row, label in data if probability(weights, row) >= 0.5]
    gold = sum(label for _, label in data)
    return f"P {sum(reached) / max(1, len(reached)):.3f} R {sum(reached) / max(1, gold):.3f} of {gold}"


def main() -> int:
    stories: list[tuple[str, float, list[Sample]]] = []
    for folder in map(Path, sys.argv[1:]):
        times = 0.1 if folder.name.startswith("wild") else 1.0
        for path in sorted(folder.glob("*.json")):
            stories.append((folder.name, times, samples(json.loads(path.read_text(encoding="utf-8")))))
    shipped = list(WEIGHTS.values())
    for name in dict.fromkeys(name for name, _, _ in stories):
        print(name, "as shipped:", at_half([s for n, _, found in stories if n == name for s in found], shipped))
    for fold in range(5):
        train = [(s, times) for i, (_, times, found) in enumerate(stories) if i % 5 != fold for s in found]
        test = [s for i, (_, _, found) in enumerate(stories) if i % 5 == fold for s in found]
        print(f"fold {fold}:", at_half(test, fit(train)))
    for name, weight in zip(NAMES, fit([(s, times) for _, times, found in stories for s in found]), strict=True):
        print(f'    "{name}": {weight:.1f},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
