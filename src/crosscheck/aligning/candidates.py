"""Which pairs are worth a look: those that share telling words, by a postings index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crosscheck.aligning.views import View

LIMIT = 40  # partners a statement, so that the work grows with the number of statements
LEAST = 0.12  # share of the smaller statement's weight in common below which no pair reaches the floor
COMMON = 400  # a word in more statements than this finds nobody


def candidates(found: Sequence[View], limit: int = LIMIT) -> list[tuple[int, int]]:
    """Pairs of positions (left < right) that share the most, at most `limit` chosen from each side.

    Time grows with statements times words times COMMON at worst, not with the square of the statements.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for view in found:
        for word in view.words:
            postings[word].append(view.order)
        for key in view.roles:
            postings["role " + " ".join(key)].append(view.order)
    pairs: set[tuple[int, int]] = set()
    for view in found:
        shared: dict[int, float] = defaultdict(float)
        for word, weight in view.words.items():
            if len(postings[word]) <= COMMON:
                for other in postings[word]:
                    shared[other] += weight
        for key in view.roles:
            for other in postings["role " + " ".join(key)][:COMMON]:
                shared[other] += 0.5
        shared.pop(view.order, None)
        likely = [other for other, weight in shared.items() if weight >= LEAST * min(view.total, found[other].total)]
        best = sorted(likely, key=lambda other: (-shared[other], other))[:limit]
        pairs.update((min(view.order, other), max(view.order, other)) for other in best)
    return sorted(pairs)
