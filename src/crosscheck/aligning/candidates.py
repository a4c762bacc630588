"""Which pairs are worth a look: those that share telling words, by a postings index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from crosscheck.aligning.views import FEW, View
from crosscheck.model import Quantity

LIMIT = 40  # partners a statement, so that the work grows with the number of statements
LEAST = 0.12  # share of the smaller statement's weight in common below which no pair reaches the floor
COMMON = 400  # a word in more statements than this finds nobody
BUDGET = 1500  # entries of the index that a statement looks at, its rarest words first
ROLE = 0.5  # what the same role of a figure counts, beside the words
FIGURE = 1.0  # and a figure that tells as much as one can

STEPS = 20  # to the logarithm of a figure's size

Pair = tuple[int, int]
Step = tuple[str, int | None]


def candidates(found: Sequence[View], limit: int = LIMIT) -> list[Pair]:
    """Pairs of positions (left < right) that share the most, at most `limit` chosen from each side."""
    return list(shared_weights(found, limit))


def shared_weights(found: Sequence[View], limit: int = LIMIT) -> dict[Pair, float]:
    """The candidates in order, each with what its statements share at most, in the weight of words.

    Time and memory grow with the number of statements, each of which looks at `BUDGET` entries of the
    index and is given `limit` partners at most.
    """
    postings = _postings(found)
    figures = _figures(found)
    pairs: dict[Pair, float] = {}
    for view in found:
        shared, unseen = _shared(view, postings)
        told = _beside_words(view, postings, figures)
        least = LEAST * view.total
        likely = [
            (-weight, other)
            for other, weight in (_added(shared, told) if told else shared).items()
            if weight >= least or weight >= LEAST * found[other].total
        ]
        if len(likely) > limit:
            likely = sorted(likely)[:limit]
        for _, other in likely:
            pair = (view.order, other) if view.order < other else (other, view.order)
            most = unseen + shared.get(other, 0.0)
            if pairs.get(pair, most) >= most:
                pairs[pair] = most
    return {pair: pairs[pair] for pair in sorted(pairs)}


def with_nearest(found: Sequence[View], shared: Mapping[Pair, float]) -> list[View]:
    """The views, each with the share of words that it has in common with the statement most like it, of all and of
    each article.

    `shared` are the candidates with what they share at most. Two statements that are each other's nearest are
    more likely to say the same than two that share as much, while others share more.
    """
    if len(found) < FEW:
        return list(found)
    there: list[dict[str, float]] = [{} for _ in found]
    total = [view.total for view in found]
    for (a, b), weight in shared.items():
        likeness = 2 * weight / (total[a] + total[b])
        if likeness > there[a].get(found[b].article, 0.0):
            there[a][found[b].article] = likeness
        if likeness > there[b].get(found[a].article, 0.0):
            there[b][found[a].article] = likeness
    return [
        view._replace(nearest=max(each.values(), default=0.0), there=each)
        for view, each in zip(found, there, strict=True)
    ]


def _added(one: Mapping[int, float], two: Mapping[int, float]) -> dict[int, float]:
    return {**one, **{other: one.get(other, 0.0) + weight for other, weight in two.items()}}


def _postings(found: Sequence[View]) -> Mapping[str, list[int]]:
    """The statements that have a word, a role or a time of day, by position."""
    postings: dict[str, list[int]] = defaultdict(list)
    for view in found:
        for word in view.words:
            postings[word].append(view.order)
        for key in view.roles:
            postings["role " + " ".join(key)].append(view.order)
        for clock in view.clocks:
            postings[f"clock {clock}"].append(view.order)
    return postings


def _figures(found: Sequence[View]) -> Mapping[Step, list[int]]:
    """The statements that give a figure, by its sort and rough size."""
    holders: dict[Step, list[int]] = defaultdict(list)
    for view in found:
        for step in {_step(fact) for fact, _ in view.exact}:
            holders[step].append(view.order)
    return holders


def _step(fact: Quantity) -> Step:
    """The sort of a figure and its size to about a twentieth, so that what is printed in another unit is beside it."""
    low, high = fact.interval.low or 0, fact.interval.high or 0
    middle = abs(float(low + high)) / 2
    return fact.sort, round(STEPS * log(middle)) if middle else None


def _beside_words(view: View, postings: Mapping[str, list[int]], figures: Mapping[Step, list[int]]) -> dict[int, float]:
    """What other statements share with this one beside words: the roles of figures, and figures."""
    told: dict[int, float] = defaultdict(float)
    for key in view.roles:
        for other in postings["role " + " ".join(key)][:COMMON]:
            told[other] += ROLE
    for clock in view.clocks:
        for other in postings[f"clock {clock}"][:COMMON]:
            told[other] += FIGURE
    for fact, tells in view.exact:
        sort, size = _step(fact)
        for near in (None,) if size is None else (size - 1, size, size + 1):
            for other in figures.get((sort, near), ())[:COMMON]:
                told[other] += FIGURE * tells
    told.pop(view.order, None)
    return told


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
    shared.pop(view.order, None)
    return shared, unseen
