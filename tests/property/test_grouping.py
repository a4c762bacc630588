"""Groups: every position has its own, whatever the order; no group is held together by a chain."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.aligning.grouping import layers, partition

FLOOR, WEAKEST = 0.5, 0.25


@st.composite
def scored(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], float]]:
    """A number of positions and the alignment of some pairs of them, many of them equal."""
    count = draw(st.integers(1, 7))
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    values = draw(st.lists(st.sampled_from([0.0, 0.2, 0.3, 0.5, 0.7, 0.9]), min_size=len(pairs), max_size=len(pairs)))
    return count, {pair: value for pair, value in zip(pairs, values, strict=True) if value}


@given(scored())
@settings(deadline=None)
def test_each_position_is_in_exactly_one_group(case: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, scores = case
    groups = partition(count, scores, FLOOR, WEAKEST, [(i,) for i in range(count)])
    assert sorted(position for group in groups for position in group) == list(range(count))


@given(scored(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_positions_does_not_matter(
    case: tuple[int, dict[tuple[int, int], float]], random: object
) -> None:
    count, scores = case
    places = list(range(count))
    random.shuffle(places)  # type: ignore[attr-defined]
    moved = {(min(places[i], places[j]), max(places[i], places[j])): value for (i, j), value in scores.items()}
    keys: list[tuple[object, ...]] = [(i,) for i in range(count)]
    shuffled: list[tuple[object, ...]] = [()] * count
    for i, place in enumerate(places):
        shuffled[place] = keys[i]
    first = {frozenset(group) for group in partition(count, scores, FLOOR, WEAKEST, keys)}
    again = partition(count, moved, FLOOR, WEAKEST, shuffled)
    assert {frozenset(places.index(place) for place in group) for group in again} == first


@given(scored())
@settings(deadline=None)
def test_no_two_of_a_group_are_unlike(case: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, scores = case
    for group in partition(count, scores, FLOOR, WEAKEST, [(i,) for i in range(count)]):
        assert all(scores.get((a, b), 0.0) >= WEAKEST for n, a in enumerate(group) for b in group[n + 1 :])


@given(scored())
@settings(deadline=None)
def test_in_layers_nobody_is_lost_and_no_two_are_together_twice(
    case: tuple[int, dict[tuple[int, int], float]],
) -> None:
    count, scores = case
    groups = layers(count, scores, FLOOR, WEAKEST, [(i,) for i in range(count)])
    assert {position for group in groups for position in group} == set(range(count))
    pairs = [(a, b) for group in groups for n, a in enumerate(group) for b in group[n + 1 :]]
    assert len(pairs) == len(set(pairs))
    assert not any(len(group) == 1 and any(group[0] in other for other in groups if other != group) for group in groups)


def test_who_is_like_two_that_are_unlike_is_grouped_with_each() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8}
    assert layers(3, scores, FLOOR, WEAKEST, [(0,), (1,), (2,)]) == [[0, 1], [1, 2]]


def test_a_chain_is_not_a_group() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8}
    assert partition(3, scores, FLOOR, WEAKEST, [(0,), (1,), (2,)]) == [[0, 1], [2]]
