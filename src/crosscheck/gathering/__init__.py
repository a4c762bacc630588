"""Which articles report one event. A minimal form: shared words, names counted double, and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from crosscheck.lexicon.en.words import stopwords, tokens
from crosscheck.model import Article, Story

ALIKE = 0.18  # mean cosine of two stories' articles from which they are one
APART = 45  # days between publications beyond which two articles are about two events

__all__ = ["gather"]


def gather(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The articles grouped by event: average linkage over the cosine of their words.

    Whether two articles belong together depends on those two and on the groups they are in, never on
    how many others were given. Time grows with the square of the number of articles.
    """
    vectors = [_vector(article.text) for article in articles]
    groups: list[list[int]] = [[i] for i in range(len(articles))]
    alike = {
        (i, j): 0.0 if _far(articles[i], articles[j]) else _cosine(vectors[i], vectors[j])
        for i in range(len(articles))
        for j in range(i + 1, len(articles))
    }
    keys = [article.text for article in articles]
    while (best := _closest(groups, alike, keys)) is not None:
        one, two = best
        groups[one] += groups.pop(two)
    return tuple(
        Story(f"s{number}", tuple(articles[i].id for i in sorted(group, key=lambda i: (keys[i], articles[i].id))))
        for number, group in enumerate(sorted(groups, key=lambda group: min(keys[i] for i in group)), 1)
    )


def _vector(text: str) -> dict[str, float]:
    """Unit vector of an article's words with content; a name counts twice."""
    common = stopwords()
    counts: Counter[str] = Counter()
    for token in tokens(text):
        if token.surface.lower() not in common:
            counts[token.canon] += 2 if token.capitalised else 1
    weights = {word: 1 + log(count) for word, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in sorted(a.items()) if word in b)


def _far(a: Article, b: Article) -> bool:
    """Whether the two were published too many days apart."""
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) > APART


def _closest(groups: list[list[int]], alike: dict[tuple[int, int], float], keys: list[str]) -> tuple[int, int] | None:
    """The two groups (earlier, later position) that are most alike, where they are alike enough."""
    best: tuple[float, list[str]] | None = None
    found = None
    for one in range(len(groups)):
        for two in range(one + 1, len(groups)):
            pairs = [(min(a, b), max(a, b)) for a in groups[one] for b in groups[two]]
            mean = round(sum(alike[pair] for pair in pairs) / len(pairs), 9)
            rank = (-mean, sorted(min(keys[i] for i in groups[g]) for g in (one, two)))
            if mean >= ALIKE and (best is None or rank < best):
                best, found = rank, (one, two)
    return found
