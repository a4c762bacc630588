"""Two statements in nearly the same words: what stands in one where something else stands in the other.

Copies that somebody edited, and one agency's text in two papers, differ in a word or two. Such a pair is a
frame: the words that both have, in order, and the hunks between them. What fills a hunk plays one role in
both, whatever the role is called; so a frame tells that two facts belong together where their clauses do not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from crosscheck.lexicon.en.syntax import function_words
from crosscheck.lexicon.en.words import Token, fold
from crosscheck.model import Span

LIKE = 0.7  # share of words in common from which two statements are a frame
LONGEST = 400  # words of a statement; what is longer is no sentence, and takes long
MOST = 12  # hunks of a frame; more are two texts
ANCHOR = 3  # words in common, before and after taken together, that hold a hunk in its place


class Hunk(NamedTuple):
    """Words of one statement (`left`) that stand in the place of words of the other; one of the two may be empty."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    at: tuple[int, int]  # positions of the first word of each, or of the word that follows


class Frame(NamedTuple):
    """Two statements' words, and the hunks in which they differ."""

    left: Sequence[Token]
    right: Sequence[Token]
    hunks: tuple[Hunk, ...]
    partners: dict[int, int]  # positions of words of the left that the right has too, with those in the right

    def swapped(self, one: Span, two: Span) -> bool:
        """Whether two passages, one of each statement, stand between the same words."""
        mine, other = _range(self.left, one), _range(self.right, two)
        if mine is None or other is None:
            return False
        before = self._run(mine[0] - 1, other[0] - 1, -1)
        if before == 0 and self._are_small(mine[0] - 1, other[0] - 1):  # "earnings of $4m", "earnings were $5m"
            before = self._run(mine[0] - 2, other[0] - 2, -1)
        after = self._run(mine[1], other[1], +1)
        return self._held(mine, other, before, after)

    def _are_small(self, i: int, j: int) -> bool:
        """Whether at both positions stands a small word that the other has not there."""
        small = i > 0 and j > 0 and i not in self.partners and all(
            words[at].surface.lower() in function_words() for words, at in ((self.left, i), (self.right, j))
        )  # fmt: skip
        return small and j not in self.partners.values()

    def anchored(self, hunk: Hunk) -> bool:
        """Whether the words around a hunk hold it in its place."""
        (i, j), mine, other = hunk.at, len(hunk.left), len(hunk.right)
        before, after = self._run(i - 1, j - 1, -1), self._run(i + mine, j + other, +1)
        return self._held((i, i + mine), (j, j + other), before, after)

    def wider(self, hunk: Hunk, before: int, after: int) -> tuple[Sequence[Token], Sequence[Token]]:
        """A hunk's words with so many of the words that both have before and after them."""
        sides = ((self.left, hunk.at[0], len(hunk.left)), (self.right, hunk.at[1], len(hunk.right)))
        one, two = (words[max(0, at - before) : at + count + after] for words, at, count in sides)
        return one, two

    def _run(self, i: int, j: int, step: int) -> int:
        """How many words from these positions on, forward or back, the two have in common, up to ANCHOR."""
        count = 0
        while count < ANCHOR and self.partners.get(i, -1) == j >= 0:
            count, i, j = count + 1, i + step, j + step
        return count

    def _held(self, mine: tuple[int, int], other: tuple[int, int], before: int, after: int) -> bool:
        begins = mine[0] == other[0] == 0
        ends = mine[1] == len(self.left) and other[1] == len(self.right)
        return (before > 0 or begins) and (after > 0 or ends) and before + after >= ANCHOR


def forms(words: Sequence[Token]) -> list[str]:
    """The words as frames compare them."""
    return [fold(word.surface) for word in words]


def frame(
    left: Sequence[Token],
    right: Sequence[Token],
    known: tuple[Sequence[str], Sequence[str]] | None = None,
    like: float = LIKE,
) -> Frame | None:
    """The frame of two statements' words; `None` where they have too few in common, the share `like`.

    `known` are their forms.

    >>> from crosscheck.lexicon.en.words import tokens
    >>> found = frame(tokens("The dam held on Monday, they said."), tokens("The dam broke on Monday, they said."))
    >>> [(hunk.left[0].surface, hunk.right[0].surface) for hunk in found.hunks]
    [('held', 'broke')]
    """
    one, two = known or (forms(left), forms(right))
    least = like * (len(one) + len(two))
    if max(len(one), len(two)) > LONGEST or 2 * min(len(one), len(two)) < least:
        return None
    if 2 * sum(map(set(two).__contains__, one)) < least:
        return None  # whatever their order
    partners: dict[int, int] = {}
    for code in Indel.opcodes(one, two):
        if code.tag == "equal":
            partners.update(
                zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
            )
    if 2 * len(partners) < least:
        return None
    hunks = tuple(_hunks(left, right, partners))
    return Frame(left, right, hunks, partners) if len(hunks) <= MOST else None


def _hunks(left: Sequence[Token], right: Sequence[Token], partners: dict[int, int]) -> list[Hunk]:
    """What stands between the words in common, in order."""
    found, i, j = [], 0, 0
    for mine, other in [*partners.items(), (len(left), len(right))]:
        if mine > i or other > j:
            found.append(Hunk(tuple(left[i:mine]), tuple(right[j:other]), (i, j)))
        i, j = mine + 1, other + 1
    return found


def same_change(one: Hunk, two: Hunk) -> bool:
    """Whether two hunks put the same in the place of the same."""
    return [[word.canon for word in side] for side in (one.left, one.right)] == [
        [word.canon for word in side] for side in (two.left, two.right)
    ]


def fills(words: Sequence[Token], span: Span) -> bool:
    """Whether some of the words stand in the span."""
    return any(word.start < span.end and word.end > span.start for word in words)


def _range(words: Sequence[Token], span: Span) -> tuple[int, int] | None:
    """The positions of the words in a span, the last exclusive; `None` where no word is in it."""
    first, last = positions(words, span)
    return (first, last) if first < last else None


def positions(words: Sequence[Token], span: Span) -> tuple[int, int]:
    """Where the words of a span begin in a statement's, and where those after it do."""
    first = bisect_right(words, span.start, key=_END)
    return first, bisect_left(words, span.end, lo=first, key=_START)


_START, _END = attrgetter("start"), attrgetter("end")
