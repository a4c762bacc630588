"""Which articles report one event: shared words, names above all, and days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush, nlargest
from math import fsum, log, sqrt

from attrs import define

from crosscheck.lexicon.en.words import canon, concept_kind, stopwords, surfaces, verbs
from crosscheck.model import Article, Story

# chosen on half of the topics of ECB+ (evaluation/mixed.py); the figures are in docs/performance.md
ALIKE = 0.24  # mean cosine of two stories' articles from which they are one
AT_ONCE, SOON = 0.3, 14  # how much more alike articles of one day are; days after which that tells nothing more
APART = 45  # days between publications beyond which two articles are of one event only if they name one year
NAME = 4  # how many small words a capital is worth
LEAD, IN_LEAD = 300, 2  # characters at the beginning that say what it is about, and what a word there counts
EVERYDAY = 0.5  # what a common verb or a word for what news is always about weighs

FEW = 64  # articles up to which each two are held against each other
BUDGET = 2000  # above that: entries of the index that an article looks at, its rarest words first
CLOSEST = 20  # and articles that it is held against
IN_RAREST = 0.25 * ALIKE  # what two articles must have of their likeness in those words

_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)")
Vector = Mapping[str, float]
__all__ = ["gather"]


def gather(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The articles grouped by event: average linkage over the cosine of their words.

    Two groups are one story where their articles are alike on average. Where one was published long after
    the other, it must look back: both speak of the same year, in words or by their date. Whether two articles
    belong together depends on those two and on the groups they are in, never on how many others were given;
    only in a heap of more than `FEW` is an article held against no more than those that share its rarest
    words. Time grows with the number of articles.
    """
    ordered = sorted(articles, key=lambda article: (article.text, article.id))
    groups = [_Group([i], _days(each), _years(each), _vector(each.text), each.text) for i, each in enumerate(ordered)]
    made = _merged(groups, _pairs([group.words for group in groups]))
    return tuple(
        Story(f"s{number}", tuple(ordered[i].id for i in sorted(group.members)))
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
        """The mean cosine over the pairs of articles across two groups; 0 for two times, more for one."""
        mean = _product(self.words, other.words) / (len(self.members) * len(other.members))
        if self.days and other.days:
            first, last = min(self.days[0], other.days[0]), max(self.days[1], other.days[1])
            if last - first > APART and not self.years & other.years:
                return 0.0
            mean *= 1 + AT_ONCE * max(0, SOON - (last - first)) / SOON
        return round(mean, 9)

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


def _days(article: Article) -> tuple[int, int] | None:
    return None if article.day is None else (article.day.toordinal(), article.day.toordinal())


def _years(article: Article) -> set[int]:
    """The years that an article speaks of, and that of its publication."""
    named = {int(year) for year in _YEAR.findall(article.text)}
    return named if article.day is None else {*named, article.day.year}


def _vector(text: str) -> dict[str, float]:
    """Unit vector of an article's words with content; names count most, and what stands at the beginning twice."""
    common, everyday = stopwords(), verbs()
    counts: dict[str, int] = {}
    plain: set[str] = set()
    lead = text.find(" ", LEAD)
    printed = Counter(surfaces(text))
    for surface, times in Counter(surfaces(text, 0, lead if lead > 0 else None)).items():
        printed[surface] += (IN_LEAD - 1) * times
    for surface, times in printed.items():
        if surface.lower() in common:
            continue
        word, named = canon(surface), surface[0].isupper()
        counts[word] = counts.get(word, 0) + (NAME * times if named else times)
        if not named and (word in everyday or concept_kind(word)):
            plain.add(word)
    weights = {word: (EVERYDAY if word in plain else 1.0) * (1 + log(count)) for word, count in counts.items()}
    length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _product(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return fsum([a[word] * b[word] for word in a.keys() & b.keys()])  # the same in whatever order


def _pairs(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """The pairs of articles, by position, that could be of one story."""
    if len(vectors) <= FEW:
        return [(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for word, weight in vector.items():
            postings[word].append((i, weight))
    pairs = {(min(i, j), max(i, j)) for i, vector in enumerate(vectors) for j in _closest(i, vector, postings)}
    return sorted(pairs)


def _closest(i: int, vector: Vector, postings: Mapping[str, Sequence[tuple[int, float]]]) -> list[int]:
    """The articles that are most like this one in its rarest words."""
    shared: dict[int, float] = defaultdict(float)
    left = BUDGET
    for often, word in sorted((len(postings[word]), word) for word in vector):
        left -= often
        if left < 0:
            break
        weight = vector[word]
        for j, other in postings[word]:
            shared[j] += weight * other
    shared.pop(i, None)
    return [-j for _, j in nlargest(CLOSEST, [(value, -j) for j, value in shared.items() if value >= IN_RAREST])]


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
