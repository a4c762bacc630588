"""Articles of many stories mixed together: how `crosscheck.stories` sorts them, and TF-IDF with average linkage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt
from typing import Any

from crosscheck import Article, stories
from evaluation.stories import published

Row = dict[str, Any]
Groups = Sequence[Sequence[int]]
_WORD = re.compile(r"\b\w\w+\b")
BOUNDS = tuple(bound / 100 for bound in range(8, 48, 2))


def figures(rows: Iterable[Row]) -> str:
    """B-cubed precision, recall and F1 of the stories as shipped, and of TF-IDF at the bound best for this file."""
    articles: list[Article] = []
    gold: list[str] = []
    for row in rows:
        for document in row["documents"]:
            title = f"{document['title']}\n\n" if document.get("title") else ""
            text = title + "\n".join(document["sentences"])
            day = published(document.get("date"))
            articles.append(Article(id=str(len(articles)), text=text, published=day))
            gold.append(row["story_id"])
    ours = [[int(each) for each in story.articles] for story in stories(articles)]
    likeness = tfidf([article.text for article in articles])
    groups = linked(likeness, len(articles), BOUNDS)
    theirs = {bound: bcubed(groups[bound], gold) for bound in BOUNDS}
    best = max(theirs, key=lambda bound: theirs[bound][2])
    told = {f"crosscheck.stories, {len(ours)} groups": bcubed(ours, gold), f"TF-IDF at {best}": theirs[best]}
    lines = [f"{name}: P {p:.3f} R {r:.3f} F1 {f1:.3f}" for name, (p, r, f1) in told.items()]
    return f"{len(articles)} articles of {len(set(gold))} stories, B-cubed\n  " + "\n  ".join(lines)


def bcubed(groups: Groups, gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over the articles, each counted with itself.

    >>> [round(figure, 3) for figure in bcubed([[0, 1], [2]], ["a", "a", "a"])]
    [1.0, 0.556, 0.714]
    """
    sizes = Counter(gold)
    precision = recall = 0.0
    for group in groups:
        inside = Counter(gold[i] for i in group)
        precision += sum(count * count for count in inside.values()) / len(group)
        recall += sum(count * count / sizes[name] for name, count in inside.items())
    p, r = precision / len(gold), recall / len(gold)
    return p, r, 2 * p * r / (p + r)


def tfidf(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    """The cosine of each two texts (left < right), words weighed as scikit-learn does with sublinear counts."""
    counted = [Counter(_WORD.findall(text.lower())) for text in texts]
    often = Counter(word for words in counted for word in words)
    rarity = {word: log((1 + len(texts)) / (1 + count)) + 1 for word, count in often.items()}
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, words in enumerate(counted):
        weights = {word: (1 + log(count)) * rarity[word] for word, count in words.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            postings[word].append((i, weight / length))
    found: dict[tuple[int, int], float] = defaultdict(float)
    for held in postings.values():
        for at, (i, weight) in enumerate(held):
            for j, other in held[at + 1 :]:
                found[i, j] += weight * other
    return found


def linked(
    likeness: Mapping[tuple[int, int], float], count: int, bounds: Sequence[float]
) -> dict[float, list[list[int]]]:
    """The groups of average linkage at each bound: the two most alike are joined until no two are alike by it.

    >>> linked({(0, 1): 0.5, (1, 2): 0.2}, 3, [0.1, 0.3])
    {0.3: [[0, 1], [2]], 0.1: [[0, 1, 2]]}
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), value in likeness.items():
        sums[i][j] = sums[j][i] = value
    groups = {i: [i] for i in range(count)}
    queue = [(-value, i, j) for (i, j), value in likeness.items()]
    heapify(queue)
    found: dict[float, list[list[int]]] = {}
    left = sorted(bounds, reverse=True)
    while queue and left:
        mean, one, two = heappop(queue)
        if one not in groups or two not in groups or -mean != _mean(sums, groups, one, two):
            continue
        while left and -mean < left[0]:
            found[left.pop(0)] = [list(group) for group in groups.values()]
        groups[one] += groups.pop(two)
        for other, value in sums[two].items():
            sums[other].pop(two, None)
            if other != one:
                sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
        for other in sums[one]:
            heappush(queue, (-_mean(sums, groups, one, other), min(one, other), max(one, other)))
    return found | {bound: [list(group) for group in groups.values()] for bound in left}


def _mean(sums: Sequence[Mapping[int, float]], groups: Mapping[int, Sequence[int]], one: int, two: int) -> float:
    return sums[one].get(two, 0.0) / (len(groups[one]) * len(groups[two]))
