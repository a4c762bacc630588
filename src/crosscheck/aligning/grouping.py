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


def _may_join(one: list[int], two: list[int], scores: Scores, floor: float, weakest: float) -> bool:
    across = [scores.get((min(a, b), max(a, b)), 0.0) for a in one for b in two]
    return min(across) >= weakest and sum(across) / len(across) >= (floor + weakest) / 2
