"""From aligned pairs to groups, whatever the order: the surest pair first, ties by content, no chains."""

from __future__ import annotations

from collections.abc import Mapping

Scores = Mapping[tuple[int, int], float]


def partition(
    count: int, scores: Scores, floor: float, weakest: float, keys: list[tuple[object, ...]]
) -> list[list[int]]:
    """Groups of positions 0..count-1, each position in exactly one.

    Two groups become one when a pair across them reaches `floor`, the pairs across them reach `floor`
    on average, and no pair across them stays below `weakest`: a statement never joins a group for the
    sake of one member that it is like. `keys` order equal pairs by content.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    order = sorted(
        (pair for pair, score in scores.items() if score >= floor),
        key=lambda pair: (-scores[pair], sorted((keys[pair[0]], keys[pair[1]]))),
    )
    for left, right in order:
        one, two = group_of[left], group_of[right]
        if one == two or not _may_join(members[one], members[two], scores, floor, weakest):
            continue
        members[one] += members.pop(two)
        for position in members[one]:
            group_of[position] = one
    return [sorted(group) for group in members.values()]


def layers(
    count: int, scores: Scores, floor: float, weakest: float, keys: list[tuple[object, ...]], most: int = 2
) -> list[list[int]]:
    """The groups of `partition`, and those of the pairs that it left apart; each position is in one at least.

    A statement that tells two things belongs with two groups that do not belong together. So what reaches
    `floor` across the groups is grouped again, at most `most` times in all, and two positions are never
    together in two groups. A statement that only such a further group joins with others no longer stands alone.
    """
    found: list[list[int]] = []
    left = dict(scores.items())
    for _ in range(most):
        groups = partition(count, left if found else scores, floor, weakest, keys)
        found += [group for group in groups if len(group) > 1 or not found]
        together = {(a, b) for group in groups for n, a in enumerate(group) for b in group[n + 1 :]}
        left = {pair: score for pair, score in left.items() if pair not in together}
    joined = {position for group in found if len(group) > 1 for position in group}
    return [group for group in found if len(group) > 1 or group[0] not in joined]


def _may_join(one: list[int], two: list[int], scores: Scores, floor: float, weakest: float) -> bool:
    total = 0.0
    for a in one:
        for b in two:
            score = scores.get((a, b) if a < b else (b, a), 0.0)
            if score < weakest:
                return False
            total += score
    return total / (len(one) * len(two)) >= (floor + weakest) / 2
