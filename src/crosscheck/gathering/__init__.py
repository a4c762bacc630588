"""Which articles report one event: shared words, names above all, and days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import log, sqrt

from attrs import define

from crosscheck.lexicon.en.words import concept_kind, stopwords, tokens, verbs
from crosscheck.model import Article, Story

# chosen on half of the topics of ECB+ (evaluation/heaps.py); the figures are in docs/performance.md
ALIKE = 0.24  # mean cosine of two stories' articles from which they are one
APART = 45  # days between publications beyond which two articles are of one event only if they name one year
NAME = 4  # how many small words a capital is worth
LEAD, IN_LEAD = 300, 2  # characters at the beginning that say what it is about, and what a word there counts
EVERYDAY = 0.5  # what a common verb or a word for what news is always about weighs

FEW = 64  # articles up to which each two are held against each other
BUDGET = 4000  # above that: entries of the index that an article looks at, its rarest words first
CLOSEST = 40  # and articles that it is held against

_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)")
Vector = Mapping[str, float]
__all__ = ["gather"]


def gather(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The articles grouped by event: average linkage over the cosine of their words.

    Two groups are one story where their articles are alike on average. Where one was published long after
    the other, it must look back: both speak of the same year, in words or by their date. Whether two articles belong together depends on those two and on the
    groups they are in, never on how many others were given; only in a heap of more than `FEW` is an article
    held against no more than those that share its rarest words. Time grows with the number of articles.
    """
    groups = [_Group([i], _days(each), _years(each), _vector(each.text), each.text) for i, each in enumerate(articles)]
    made = _merged(groups, _pairs([group.words for group in groups]))
    return tuple(
        Story(f"s{number}", tuple(articles[i].id for i in _ordered(group, articles)))
        for number, group in enumerate(sorted(made, key=lambda group: group.key), 1)
    )


@define(eq=False)
class _Group:
    """Articles by position, first and last day of publication, years named, sum of their vectors, first text."""

    members: list[int]
    days: tuple[int, int] | None
    years: set[int]
    words: dict[str, float]
    key: str

    def likeness(self, other: _Group) -> float:
        """The mean cosine over the pairs of articles across two groups; 0 for groups of two times."""
        if self.days and other.days and not self.years & other.years:
            first, last = min(self.days[0], other.days[0]), max(self.days[1], other.days[1])
            if last - first > APART:
                return 0.0
        return round(_product(self.words, other.words) / (len(self.members) * len(other.members)), 9)

    def take(self, other: _Group) -> None:
        """Become one with another group."""
        self.members += other.members
        if self.days and other.days:
            self.days = min(self.days[0], other.days[0]), max(self.days[1], other.days[1])
        self.days = self.days or other.days
        self.years |= other.years
        for word, weight in other.words.items():
            self.words[word] = self.words.get(word, 0.0) + weight
        self.key = min(self.key, other.key)


def _ordered(group: _Group, articles: Sequence[Article]) -> list[int]:
    return sorted(group.members, key=lambda i: (articles[i].text, articles[i].id))


def _days(article: Article) -> tuple[int, int] | None:
    return None if article.day is None else (article.day.toordinal(), article.day.toordinal())


def _years(article: Article) -> set[int]:
    """The years that an article speaks of, and that of its publication."""
    named = {int(year) for year in _YEAR.findall(article.text)}
    return named if article.day is None else {*named, article.day.year}


def _vector(text: str) -> dict[str, float]:
    """Unit vector of an article's words with content; names count most, and what stands at the beginning twice."""
    common, everyday = stopwords(), verbs()
    counts: Counter[str] = Counter()
    plain: set[str] = set()
    for token in tokens(text):
        if token.surface.lower() in common:
            continue
        weight = NAME if token.capitalised else 1
        counts[token.canon] += weight * IN_LEAD if token.start < LEAD else weight
        if not token.capitalised and (token.canon in everyday or concept_kind(token.canon)):
            plain.add(token.canon)
    weights = {word: (EVERYDAY if word in plain else 1.0) * (1 + log(count)) for word, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _product(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(a[word] * b[word] for word in sorted(a.keys() & b.keys()))


def _pairs(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """The pairs of articles, by position, that could be of one story."""
    if len(vectors) <= FEW:
        return [(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))]
    postings: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for word in vector:
            postings[word].append(i)
    pairs = {(min(i, j), max(i, j)) for i, vector in enumerate(vectors) for j in _closest(i, vector, postings)}
    return sorted(pairs)


def _closest(i: int, vector: Vector, postings: Mapping[str, Sequence[int]]) -> list[int]:
    """The articles that share the most of this one's rarest words."""
    shared: dict[int, float] = defaultdict(float)
    left = BUDGET
    for word in sorted(vector, key=lambda word: (len(postings[word]), word)):
        left -= len(postings[word])
        if left < 0:
            break
        for j in postings[word]:
            shared[j] += vector[word]
    shared.pop(i, None)
    return sorted(shared, key=lambda j: (-shared[j], j))[:CLOSEST]


def _merged(groups: list[_Group], pairs: Sequence[tuple[int, int]]) -> list[_Group]:
    """Average linkage: the two groups most alike become one, ties by content, until none are alike enough.

    The mean over two groups reaches the bound only where one of their pairs does, so only such pairs are followed.
    """
    near: dict[int, set[int]] = {i: set() for i in range(len(groups))}
    queue = []

    def ranked(i: int, j: int) -> tuple[float, list[str], int, int] | None:
        mean = groups[i].likeness(groups[j])
        return (-mean, sorted((groups[i].key, groups[j].key)), i, j) if mean >= ALIKE else None

    for i, j in pairs:
        if entry := ranked(i, j):
            near[i].add(j)
            near[j].add(i)
            queue.append(entry)
    heapify(queue)
    current = {(entry[2], entry[3]): entry for entry in queue}
    alive = dict(enumerate(groups))
    while queue:
        best = heappop(queue)
        one, two = best[2:]
        if current.get((one, two)) is not best:
            continue
        groups[one].take(alive.pop(two))
        near[one] = {other for other in near[one] | near.pop(two) if other in alive and other != one}
        for other in sorted(near[one]):
            near[other].discard(two)
            near[other].add(one)
            pair = min(one, other), max(one, other)
            current.pop((min(two, other), max(two, other)), None)
            current.pop(pair, None)
            if entry := ranked(*pair):
                current[pair] = entry
                heappush(queue, entry)
    return list(alive.values())
