"""How much two texts have in common, word for word: long runs, and sentences that keep most of their words in order.

A text is its sentences, each a sequence of words with quotations taken out and figures masked. Each measure
is a share of the shorter text's words, so that a short item taken from a long one shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

Words = Sequence[str]
RUN = 10  # words in a row that two reporters do not write by chance
KEPT = 0.7  # share of their words that two sentences have in common, in order, where one is made of the other
SHORTEST = 5  # words of a sentence that is looked at; shorter ones are alike by chance
SEED = 3  # words in a row that two sentences share before they are compared


class Text:
    """A text's sentences, and where in it which words stand in a row: found once, for it is held against several."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        self.sentences = sentences
        self.size = size(sentences)
        self._places: dict[int, dict[Words, list[tuple[int, int]]]] = {}

    @classmethod
    def of(cls, text: Sequence[Words] | Text) -> Text:
        return text if isinstance(text, Text) else cls(text)

    def places(self, count: int) -> dict[Words, list[tuple[int, int]]]:
        """For each `count` words in a row the sentences that they stand in, and where."""
        found = self._places.get(count)
        if found is None:
            found = self._places[count] = {}
            for j, sentence in enumerate(self.sentences):
                for at in range(len(sentence) - count + 1):
                    found.setdefault(sentence[at : at + count], []).append((j, at))
        return found

    @cached_property
    def in_rows(self) -> frozenset[Words]:
        """What stands in rows long enough for a run. Sets of tuples meet more quickly than dictionaries."""
        return frozenset(self.places(RUN))

    @cached_property
    def seeds(self) -> list[frozenset[Words]]:
        """The seeds of each sentence; a short one has none."""
        return [
            frozenset(zip(*(sentence[at:] for at in range(SEED)), strict=False))
            if len(sentence) >= SHORTEST
            else frozenset()
            for sentence in self.sentences
        ]

    @cached_property
    def seeded(self) -> dict[Words, list[int]]:
        """The sentences that have a seed."""
        found: dict[Words, list[int]] = {}
        for j, seeds in enumerate(self.seeds):
            for seed in seeds:
                found.setdefault(seed, []).append(j)
        return found

    @cached_property
    def all_seeds(self) -> frozenset[Words]:
        return frozenset(self.seeded)


class Run(NamedTuple):
    """The same words in a row: in which sentence of either text, and how many."""

    left: int
    right: int
    words: int


def runs(left: Sequence[Words] | Text, right: Sequence[Words] | Text, least: int = RUN) -> list[Run]:
    """Greedy tiles: runs of at least `least` words that both have, none overlapping another in either text.

    >>> runs([("the", "ferry", "sank", "off", "the", "cape")], [("a", "ferry", "sank", "off", "a", "rock")], least=3)
    [Run(left=0, right=0, words=3)]
    """
    left, right = Text.of(left), Text.of(right)
    common = left.in_rows & right.in_rows if least == RUN else left.places(least).keys() & right.places(least).keys()
    found: list[Run] = []
    taken: set[tuple[int, int]] = set()
    told = (-1, 0)  # up to which word of which sentence of the left
    for i, at in sorted(place for words in common for place in left.places(least)[words]):
        if (i, at) < told:
            continue
        sentence = left.sentences[i]
        places = right.places(least)[sentence[at : at + least]]
        longest, j, start = _longest(sentence, at, right.sentences, places, taken)
        if longest >= least:
            found.append(Run(i, j, longest))
            taken.update((j, start + step) for step in range(longest))
            told = (i, at + longest)
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


def kept(left: Sequence[Words] | Text, right: Sequence[Words] | Text, least: float = KEPT) -> float:
    """The share of the shorter text's words that a sentence of the other keeps in order.

    A sentence counts with the counterpart that it has most in common with, where that is at least `least`
    of the words of both. Words may be changed, added and left out, and sentences moved.

    >>> kept([("five", "men", "died", "on", "the", "ferry")], [("five", "men", "drowned", "on", "the", "ferry")])
    0.8333333333333334
    """
    left, right = Text.of(left), Text.of(right)
    if left.size > right.size:
        left, right = right, left
    words = 0
    for sentence, seeds in zip(left.sentences, left.seeds, strict=True):
        near = {j for seed in seeds & right.all_seeds for j in right.seeded[seed]}
        words += max((_common(sentence, right.sentences[j], least) for j in near), default=0)
    return words / max(1, left.size)


def _common(one: Words, two: Words, least: float) -> int:
    """How many words two sentences have in common, in order; none where that is less than `least` of both."""
    return LCSseq.similarity(one, two, score_cutoff=ceil(least * (len(one) + len(two)) / 2))


def size(sentences: Sequence[Words]) -> int:
    """How many words a text has."""
    return sum(map(len, sentences))
