"""Which pairs are worth a look: those that share telling words, by a postings index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.aligning.views import View

LIMIT = 40  # partners a statement, so that the work grows with the number of statements
LEAST = 0.12  # share of the smaller statement's weight in common below which no pair reaches the floor
COMMON = 400  # a word in more statements than this finds nobody
BUDGET = 1500  # entries of the index that a statement looks at, its rarest words first
ROLE = 0.5  # what the same role of a figure counts, beside the words

Pair = tuple[int, int]


def candidates(found: Sequence[View], limit: int = LIMIT) -> list[Pair]:
    """Pairs of positions (left < right) that share the most, at most `limit` chosen from each side."""
    return list(shared_weights(found, limit))


def shared_weights(found: Sequence[View], limit: int = LIMIT) -> dict[Pair, float]:
    """The candidates in order, each with what its statements share at most, in the weight of words.

    Time and memory grow with the number of statements, each of which looks at `BUDGET` entries of the
    index and is given `limit` partners at most.
    """
    postings = _postings(found)
    pairs: dict[Pair, float] = {}
    for view in found:
        shared, unseen = _shared(view, postings)
        least = LEAST * view.total
        likely = [
            (-weight, other)
            for other, weight in shared.items()
            if weight >= least or weight >= LEAST * found[other].total
        ]
        if len(likely) > limit:
            likely = sorted(likely)[:limit]
        for weight, other in likely:
            pair = (view.order, other) if view.order < other else (other, view.order)
            most = unseen - weight
            if pairs.get(pair, most) >= most:
                pairs[pair] = most
    return {pair: pairs[pair] for pair in sorted(pairs)}


def _postings(found: Sequence[View]) -> Mapping[str, list[int]]:
    """The statements that have a word, or a role, by position."""
    postings: dict[str, list[int]] = defaultdict(list)
    for view in found:
        for word in view.words:
            postings[word].append(view.order)
        for key in view.roles:
            postings["role " + " ".join(key)].append(view.order)
    return postings


def _shared(view: View, postings: Mapping[str, list[int]]) -> tuple[dict[int, float], float]:
    """What other statements share with this one; and the weight of its words that were not looked up."""
    shared: dict[int, float] = defaultdict(float)
    left, unseen = BUDGET, 0.0
    for often, word in sorted((len(postings[word]), word) for word in view.words):
        weight = view.words[word]
        left -= often
        if often > COMMON or left < 0:
            unseen += weight
            continue
        for other in postings[word]:
            shared[other] += weight
    for key in view.roles:
        for other in postings["role " + " ".join(key)][:COMMON]:
            shared[other] += ROLE
    shared.pop(view.order, None)
    return shared, unseen
