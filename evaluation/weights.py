"""python -m evaluation.weights FOLDER...: the aligner's weights, learned from stories with gold.

Each folder holds stories in the form of stories/*.json; one whose name begins with "wild" weighs a fifth, since its
agreements are a choice and many of its pairs that are not listed are right. Logistic regression by Newton's method
with a ridge on what each view varies, in plain Python, over the candidate pairs of statements that the gold speaks of,
as the pipeline cuts them. A finding that many pairs tell weighs as the root of their number, since one of them will
do. Prints how well the shipped weights do on each folder, how well weights learned without a fifth of the stories do
on that fifth, and the table for src/crosscheck/aligning/scoring.py. Shipped are these figures times 1.2, rounded, but
for "base", which is chosen by the figures of whole reports; "among-few", which no story of these sets has; and
"other-quote", "other-period" and "other-time", which count against by design, while the few cases of the data leave
them open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import exp, fsum, sqrt
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
RIDGE = 10.0
ALIGNABLE = ("compatible", "speakers")  # traps whose members do speak of one thing
Pair = tuple[int, int]
Sample = tuple[list[float], bool]
Weighed = tuple[Sample, float]


def samples(story: dict[str, Any]) -> list[Weighed]:
    """The features of each candidate pair of annotated statements of two documents, whether gold puts them together,
    and how much the pair weighs."""
    articles = {
        each["id"]: Article(
            id=each["id"], outlet=each["outlet"], published=published(each.get("published")), text=each["text"]
        )
        for each in story["documents"]
    }
    cut = unified([segment(article, clauses=True) for article in articles.values()])
    seen = views([claim for each in cut for claim in claims(each)], articles)
    chosen = shared_weights(seen)
    seen = with_nearest(seen, chosen)
    told = [
        [(_touched(seen, articles, each), each.get("side")) for each in one["members"]]
        for one in story["findings"]
        if one["verdict"] != "single-source"
    ]
    traps = [([_touched(seen, articles, each) for each in one["members"]], one["kind"]) for one in story["traps"]]
    alone = [_touched(seen, articles, each) for one in story["findings"] for each in one["members"]]
    annotated = set().union(*alone, *(each for members, _ in traps for each in members))
    single = [one for one in story["findings"] if one["verdict"] == "single-source" and not one.get("optional")]
    lone = set().union(*(_touched(seen, articles, one["members"][0]) for one in single))
    gold: dict[Pair, float] = {}
    for members in told:
        inside = set(_pairs([at for at, _ in members])) & chosen.keys()
        across = {
            pair for one, two in combinations(members, 2) if _apart(one, two) for pair in _pairs([one[0], two[0]])
        }
        for pair in inside:
            gold[pair] = max(gold.get(pair, 0.0), 1 / sqrt(len(across & inside)) if pair in across else 0.0)
    open_ones = {pair for members, kind in traps if kind in ALIGNABLE for pair in _pairs(members)} - gold.keys()
    return [
        (([raw.get(name, 0.0) for name in NAMES], (a, b) in gold), gold.get((a, b), 0.0) or 1.0)
        for a, b in chosen
        if (a, b) not in open_ones and ((a in annotated and b in annotated) or a in lone or b in lone)
        if seen[a].claim.statement.article_id != seen[b].claim.statement.article_id
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


def _apart(one: tuple[set[int], str | None], two: tuple[set[int], str | None]) -> bool:
    """Whether a pair of two members shows the finding: of a conflict, one that is of two sides."""
    return one[1] is None or two[1] is None or one[1] != two[1]


def _pairs(members: Sequence[set[int]]) -> Iterator[Pair]:
    for one, two in combinations(members, 2):
        yield from ((min(a, b), max(a, b)) for a in one for b in two if a != b)


def fit(data: Sequence[Weighed], rounds: int = 15) -> list[float]:
    """The weights that make the samples, each of which counts as often as it says, likeliest, less a ridge."""
    size = len(data[0][0][0])
    weights = [0.0] * size
    ridge = [RIDGE * variance(row[i] for (row, _), _ in data) or 1e-9 for i in range(size)]
    for _ in range(rounds):
        gradient = [-each * w for each, w in zip(ridge, weights, strict=True)]
        hessian = [[ridge[i] * (i == j) for j in range(size)] for i in range(size)]
        for (row, label), times in data:
            chance = probability(weights, row)
            some = [(i, x) for i, x in enumerate(row) if x]
            for i, x in some:
                gradient[i] += times * (label - chance) * x
                for j, y in some:
                    hessian[i][j] += times * chance * (1 - chance) * x * y
        weights = [w + step for w, step in zip(weights, _solve(hessian, gradient), strict=True)]
    return weights


def variance(values: Iterable[float]) -> float:
    """How much values vary; 0 for those that are all one."""
    kept = list(values)
    mean = fsum(kept) / len(kept)
    return fsum((value - mean) ** 2 for value in kept) / len(kept)


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
    stories: list[tuple[str, list[Weighed]]] = []
    for folder in map(Path, sys.argv[1:]):
        times = 0.2 if folder.name.startswith("wild") else 1.0
        for path in sorted(folder.glob("*.json")):
            found = samples(json.loads(path.read_text(encoding="utf-8")))
            stories.append((folder.name, [(sample, times * weight) for sample, weight in found]))
    shipped = list(WEIGHTS.values())
    for name in dict.fromkeys(name for name, _ in stories):
        print(name, "as shipped:", at_half([s for n, found in stories if n == name for s, _ in found], shipped))
    for fold in range(5):
        train = [each for i, (_, found) in enumerate(stories) if i % 5 != fold for each in found]
        test = [s for i, (_, found) in enumerate(stories) if i % 5 == fold for s, _ in found]
        print(f"fold {fold}:", at_half(test, fit(train)))
    for name, weight in zip(NAMES, fit([each for _, found in stories for each in found]), strict=True):
        print(f'    "{name}": {weight:.1f},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
