"""How much two texts have in common, word for word: long runs, and sentences that keep most of their words in order.

A text is its sentences, each a sequence of words with quotations taken out and figures masked. Each measure
is a share of the shorter text's words, so that a short item taken from a long one shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

Words = Sequence[str]
RUN = 10  # words in a row that two reporters do not write by chance
KEPT = 0.7  # share of their words that two sentences have in common, in order, where one is made of the other
SHORTEST = 5  # words of a sentence that is looked at; shorter ones are alike by chance
SEED = 3  # words in a row that two sentences share before they are compared


class Run(NamedTuple):
    """The same words in a row: in which sentence of either text, and how many."""

    left: int
    right: int
    words: int


def runs(left: Sequence[Words], right: Sequence[Words], least: int = RUN) -> list[Run]:
    """Greedy tiles: runs of at least `least` words that both have, none overlapping another in either text.

    >>> runs([("the", "ferry", "sank", "off", "the", "cape")], [("a", "ferry", "sank", "off", "a", "rock")], least=3)
    [Run(left=0, right=0, words=3)]
    """
    places: dict[Words, list[tuple[int, int]]] = defaultdict(list)
    for j, sentence in enumerate(right):
        for at in range(len(sentence) - least + 1):
            places[sentence[at : at + least]].append((j, at))
    found: list[Run] = []
    taken: set[tuple[int, int]] = set()
    for i, sentence in enumerate(left):
        at = 0
        while at <= len(sentence) - least:
            longest, j, start = _longest(sentence, at, right, places.get(sentence[at : at + least], ()), taken)
            if longest < least:
                at += 1
                continue
            found.append(Run(i, j, longest))
            taken.update((j, start + step) for step in range(longest))
            at += longest
    return found


def _longest(
    sentence: Words,
    at: int,
    right: Sequence[Words],
    places: Sequence[tuple[int, int]],
    taken: set[tuple[int, int]],
) -> tuple[int, int, int]:
    """The longest run from a word on: its length, and in which sentence of the other text it begins where."""
    best = (0, 0, 0)
    for j, start in places:
        length, other = 0, right[j]
        while (
            at + length < len(sentence)
            and start + length < len(other)
            and sentence[at + length] == other[start + length]
            and (j, start + length) not in taken
        ):
            length += 1
        if length > best[0]:
            best = (length, j, start)
    return best


def kept(left: Sequence[Words], right: Sequence[Words], least: float = KEPT) -> float:
    """The share of the shorter text's words that a sentence of the other keeps in order.

    A sentence counts with the counterpart that it has most in common with, where that is at least `least`
    of the words of both. Words may be changed, added and left out, and sentences moved.

    >>> kept([("five", "men", "died", "on", "the", "ferry")], [("five", "men", "drowned", "on", "the", "ferry")])
    0.8333333333333334
    """
    if size(left) > size(right):
        left, right = right, left
    long = [sentence for sentence in right if len(sentence) >= SHORTEST]
    seeds: dict[Words, list[int]] = defaultdict(list)
    for j, sentence in enumerate(long):
        for seed in {sentence[at : at + SEED] for at in range(len(sentence) - SEED + 1)}:
            seeds[seed].append(j)
    words = 0
    for sentence in left:
        if len(sentence) < SHORTEST:
            continue
        near = {j for at in range(len(sentence) - SEED + 1) for j in seeds.get(sentence[at : at + SEED], ())}
        words += max((_common(sentence, long[j], least) for j in near), default=0)
    return words / max(1, size(left))


def _common(one: Words, two: Words, least: float) -> int:
    """How many words two sentences have in common, in order; none where that is less than `least` of both."""
    common = LCSseq.similarity(one, two)
    return common if 2 * common >= least * (len(one) + len(two)) else 0


def size(sentences: Sequence[Words]) -> int:
    """How many words a text has."""
    return sum(map(len, sentences))
