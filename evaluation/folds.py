"""python -m evaluation.folds DATA: the aligner's terms against single ratios, learned and measured on other topics.

On `alignment/ecbplus_dev` (gold_pairs) and `alignment/msrp_dev`, over the pairs of annotated sentences of two
documents. What is learned, the weights of our terms and those of a logistic regression over all peers, is learned
without a fifth of the topics and measured on that fifth. Every pair that reaches a bound is one; the bound is
chosen for each figure on the topics of the other folds, or, in the right half of the table, the best for this very
file. B-cubed is that of the scorer beside the data: over what pairs connect. "in groups" are the groups that the
aligner's own linkage makes of our alignments, from a floor chosen in the same way.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from crosscheck.aligning.candidates import shared_weights, with_nearest
from crosscheck.aligning.grouping import layers
from crosscheck.aligning.scoring import WEIGHTS, features
from crosscheck.aligning.views import views
from crosscheck.lexicon.en.words import canon, is_common, tokens
from crosscheck.model import Article, Claim
from evaluation.alignment import sentence_claims
from evaluation.weights import fit, probability

Row = dict[str, Any]
Pair = tuple[int, int]
FOLDS = 5
BOUNDS = tuple(bound / 50 for bound in range(5, 50))
RATIOS: dict[str, Callable[[str, str], float]] = {
    "ratio": fuzz.ratio,
    "partial_ratio": fuzz.partial_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "partial_token_sort_ratio": fuzz.partial_token_sort_ratio,
    "WRatio": fuzz.WRatio,
    "QRatio": fuzz.QRatio,
}
PEERS = (*RATIOS, "TF-IDF cosine")


class Topic(NamedTuple):
    """The annotated sentences of a story, the pairs across its documents, and what is known of each pair."""

    name: str
    size: int
    pairs: list[Pair]
    labels: list[bool]
    ours: list[list[float]]
    peers: list[list[float]]


def topic(row: Row) -> Topic:
    """A row of the alignment sets with the views of each pair."""
    articles: dict[str, Article] = {}
    claims: list[Claim] = []
    place: dict[tuple[str, int], int] = {}
    for document in row["documents"]:
        article, its_claims, _ = sentence_claims(document)
        articles[document["doc_id"]] = article
        place |= {(document["doc_id"], number): len(claims) + number for number in range(len(its_claims))}
        claims += its_claims
    seen = views(claims, articles)
    seen = with_nearest(seen, shared_weights(seen))
    kept = [place[d["doc_id"], number] for d in row["documents"] for number in d["annotated"]]
    position = {order: i for i, order in enumerate(kept)}
    source = [claims[order].statement.article_id for order in kept]
    pairs = [(i, j) for i, j in combinations(range(len(kept)), 2) if source[i] != source[j]]
    gold = {frozenset((position[place[a, i]], position[place[b, j]])) for a, i, b, j in row["gold_pairs"]}
    texts = [claims[order].statement.of(articles[claims[order].statement.article_id].text) for order in kept]
    vectors = tfidf(texts)
    found = [features(seen[kept[i]], seen[kept[j]]) for i, j in pairs]
    return Topic(
        row.get("group") or row["story_id"],
        len(kept),
        pairs,
        [frozenset(pair) in gold for pair in pairs],
        [[each.get(name, 0.0) for name in WEIGHTS] for each in found],
        [
            [
                *(ratio(texts[i].lower(), texts[j].lower()) / 100 for ratio in RATIOS.values()),
                product(vectors[i], vectors[j]),
            ]
            for i, j in pairs
        ],
    )


def tfidf(texts: Sequence[str]) -> list[dict[str, float]]:
    """Unit vectors of the texts' words with content."""
    counts = [Counter(canon(word.surface) for word in tokens(text) if not is_common(word)) for text in texts]
    often = Counter(word for each in counts for word in each)
    vectors = []
    for each in counts:
        weights = {word: (1 + log(n)) * log((1 + len(texts)) / often[word]) for word, n in each.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({word: weight / length for word, weight in weights.items()})
    return vectors


def product(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    return sum(weight * two[word] for word, weight in one.items() if word in two)


class Figures(NamedTuple):
    """Shares of 0 to 1."""

    accuracy: float
    pair_f1: float
    cubed_f1: float


def measured(topics: Sequence[Topic], chosen: Sequence[Iterable[Pair]]) -> Figures:
    """How well the pairs chosen of each topic do."""
    right = hits = given = wanted = total = 0
    shares, sizes = [0.0, 0.0], [0, 0]
    for each, pairs in zip(topics, chosen, strict=True):
        gold = {pair for pair, label in zip(each.pairs, each.labels, strict=True) if label}
        got = set(pairs) & set(each.pairs)
        hits, given, wanted = hits + len(gold & got), given + len(got), wanted + len(gold)
        total += len(each.pairs)
        right += len(each.pairs) - len(gold ^ got)
        want, have = companions(each.size, gold), companions(each.size, pairs)
        for side, (of, others) in enumerate(((have, want), (want, have))):
            shares[side] += sum(len(c & others.get(s, set())) / len(c) for s, c in of.items())
            sizes[side] += len(of)
    cubed = [share / size if size else 0.0 for share, size in zip(shares, sizes, strict=True)]
    return Figures(right / total, 2 * hits / max(1, given + wanted), 2 * cubed[0] * cubed[1] / (sum(cubed) or 1.0))


def companions(size: int, pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """For each sentence those that pairs connect it with, directly or through others."""
    group = list(range(size))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for a, b in pairs:
        group[root(a)] = root(b)
    together: dict[int, set[int]] = defaultdict(set)
    for i in range(size):
        together[root(i)].add(i)
    return {i: together[root(i)] - {i} for i in range(size) if len(together[root(i)]) > 1}


def linked(each: Topic, scores: Sequence[float], floor: float) -> set[Pair]:
    """The pairs of the groups that the aligner's linkage makes of alignments."""
    kept = {pair: value for pair, value in zip(each.pairs, scores, strict=True) if value >= floor / 2}
    groups = layers(each.size, kept, floor, floor / 2, [(i,) for i in range(each.size)])
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def reached(each: Topic, scores: Sequence[float], bound: float) -> set[Pair]:
    """The pairs that reach a bound."""
    return {pair for pair, value in zip(each.pairs, scores, strict=True) if value >= bound}


def folds(topics: Sequence[Topic]) -> list[int]:
    """The fold of each topic: by name, so that what is of one topic is in one."""
    number = {name: i for i, name in enumerate(sorted({each.name for each in topics}))}
    return [number[each.name] % FOLDS for each in topics]


def crossed(topics: Sequence[Topic], rows: Callable[[Topic], list[list[float]]]) -> list[list[float]]:
    """The chance of each pair of each topic, by weights learned without its fold."""
    fold = folds(topics)
    found: list[list[float]] = [[] for _ in topics]
    for left_out in range(FOLDS):
        train = [
            ((row, label), 1.0)
            for each, number in zip(topics, fold, strict=True)
            if number != left_out
            for row, label in zip(rows(each), each.labels, strict=True)
        ]
        weights = fit(train, rounds=8)
        for i, each in enumerate(topics):
            if fold[i] == left_out:
                found[i] = [probability(weights, row) for row in rows(each)]
    return found


def report(name: str, topics: Sequence[Topic]) -> None:
    """Print the figures of one set."""
    pairs = sum(len(each.pairs) for each in topics)
    print(f"\n== {name}: {pairs} pairs, {sum(map(sum, (each.labels for each in topics)))} of them gold")
    print(f"{'':36}{'bound chosen on other topics':^32}{'bound best for this file':^32}")
    print(f"{'':36}" + 2 * f"{'accuracy':>10}{'pair F1':>10}{'B-cubed':>10}  ", flush=True)
    ours = crossed(topics, lambda each: each.ours)
    show("crosscheck, learned on other topics", topics, ours, reached)
    show("the same, in groups", topics, ours, linked)
    show("regression over all of the below", topics, crossed(topics, lambda each: [[1.0, *row] for row in each.peers]))
    for i, peer in enumerate(PEERS):
        show(peer, topics, [[row[i] for row in each.peers] for each in topics])


def show(
    name: str,
    topics: Sequence[Topic],
    scores: Sequence[Sequence[float]],
    choose: Callable[[Topic, Sequence[float], float], set[Pair]] = reached,
) -> None:
    """Print the figures of one way to choose pairs."""
    chosen = {bound: [choose(t, row, bound) for t, row in zip(topics, scores, strict=True)] for bound in BOUNDS}
    everywhere = {bound: measured(topics, pairs) for bound, pairs in chosen.items()}
    best = [max(each[i] for each in everywhere.values()) for i in range(3)]
    others = [measured(topics, _by_folds(topics, chosen, i))[i] for i in range(3)]
    print(f"{name:36}" + "  ".join("".join(f"{each:10.3f}" for each in half) for half in (others, best)), flush=True)


def _by_folds(topics: Sequence[Topic], chosen: Mapping[float, list[set[Pair]]], figure: int) -> list[set[Pair]]:
    """The pairs of each topic at the bound that is best, by one figure, for the topics of the other folds."""
    fold = folds(topics)
    bounds = []
    for left_out in range(FOLDS):
        rest = [i for i, number in enumerate(fold) if number != left_out]
        figures = {
            bound: measured([topics[i] for i in rest], [pairs[i] for i in rest])[figure]
            for bound, pairs in chosen.items()
        }
        bounds.append(max(figures, key=lambda bound: figures[bound]))
    return [chosen[bounds[number]][i] for i, number in enumerate(fold)]


def main() -> int:
    folder = Path(sys.argv[1]) / "alignment"
    for name in ("ecbplus_dev", "msrp_dev"):
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        report(name, [topic(json.loads(line)) for line in lines if line.strip()])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
