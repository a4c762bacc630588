"""python -m evaluation.weights DATA: the aligner's weights, learned from alignment/ecbplus_dev.jsonl.

Logistic regression by Newton's method with a small ridge, in plain Python, over the pairs that the
aligner itself would look at. Prints the table that stands in src/crosscheck/aligning/scoring.py, and how
well it does on topics that were left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import Any

from crosscheck.aligning.candidates import candidates
from crosscheck.aligning.scoring import WEIGHTS, features
from crosscheck.aligning.views import views
from crosscheck.model import Article, Claim
from evaluation.alignment import sentence_claims

NAMES = list(WEIGHTS)
RIDGE = 2.0
Sample = tuple[list[float], bool]


def samples(row: dict[str, Any], gold: str = "gold_pairs") -> list[Sample]:
    """The features of each candidate pair of annotated sentences of two documents, and whether it is gold."""
    articles: dict[str, Article] = {}
    found: list[Claim] = []
    number: dict[tuple[str, int, int], tuple[str, int]] = {}
    for document in row["documents"]:
        article, its_claims, statements = sentence_claims(document)
        articles[document["doc_id"]] = article
        found += its_claims
        annotated = set(document["annotated"])
        number |= {s.key: (document["doc_id"], i) for i, s in enumerate(statements) if i in annotated}
    seen = views(found, articles)
    wanted = {frozenset(((a, i), (b, j))) for a, i, b, j in row[gold]}
    result = []
    for left, right in candidates(seen):
        a, b = number.get(found[left].statement.key), number.get(found[right].statement.key)
        if a and b and a[0] != b[0]:
            raw = features(seen[left], seen[right])
            result.append(([raw.get(name, 0.0) for name in NAMES], frozenset((a, b)) in wanted))
    return result


def fit(data: Sequence[Sample], rounds: int = 12) -> list[float]:
    """The weights that make the data likeliest, less a ridge."""
    size = len(NAMES)
    weights = [0.0] * size
    for _ in range(rounds):
        gradient = [-RIDGE * w for w in weights]
        hessian = [[RIDGE * (i == j) for j in range(size)] for i in range(size)]
        for row, label in data:
            chance = _chance(weights, row)
            some = [(i, x) for i, x in enumerate(row) if x]
            for i, x in some:
                gradient[i] += (label - chance) * x
                for j, y in some:
                    hessian[i][j] += chance * (1 - chance) * x * y
        weights = [w + step for w, step in zip(weights, _solve(hessian, gradient), strict=True)]
    return weights


def _chance(weights: Sequence[float], row: Sequence[float]) -> float:
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


def best_f1(data: Sequence[Sample], weights: Sequence[float]) -> tuple[float, float, float, float]:
    """F1, precision and recall (of the candidates) at 0.5, and the best F1 at any threshold."""
    ranked = sorted(((_chance(weights, row), label) for row, label in data), reverse=True)
    positives = sum(label for _, label in data) or 1
    hits, best, at_half = 0, 0.0, (0.0, 0.0, 0.0)
    for count, (chance, label) in enumerate(ranked, 1):
        hits += label
        f1 = 2 * hits / (count + positives)
        best = max(best, f1)
        if chance >= 0.5:
            at_half = (f1, hits / count, hits / positives)
    return (*at_half, best)


def main() -> int:
    data = Path(sys.argv[1]) / "alignment" / "ecbplus_dev.jsonl"
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    groups = sorted({row["group"] for row in rows})
    by_group = {name: [s for row in rows if row["group"] == name for s in samples(row)] for name in groups}
    folds = 5
    for fold in range(folds):
        train = [s for i, name in enumerate(groups) if i % folds != fold for s in by_group[name]]
        test = [s for i, name in enumerate(groups) if i % folds == fold for s in by_group[name]]
        print(
            f"fold {fold}: F1 {{:.3f}} P {{:.3f}} R {{:.3f}} at 0.5; best F1 {{:.3f}}".format(
                *best_f1(test, fit(train))
            )
        )
    everything = [s for name in groups for s in by_group[name]]
    shipped = best_f1(everything, list(WEIGHTS.values()))
    print(f"{len(everything)} pairs, {sum(label for _, label in everything)} gold; as shipped: {shipped}")
    for name, weight in zip(NAMES, fit(everything), strict=True):
        print(f'    "{name}": {weight:.2f},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
