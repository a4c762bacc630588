"""The alignments of a story's pairs: those that reach the floor at once, the others when they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosscheck.aligning.scoring import reaching, score
from crosscheck.aligning.views import View
from crosscheck.model import Term

Pair = tuple[int, int]
THROUGH_BODY = 0.8  # what a heading keeps of the alignment of the sentence that it heads


class Scores(Mapping[Pair, float]):
    """The alignment of each candidate pair (positions, left < right); it holds those that reach `floor`.

    Most candidates share a name and little else, so that a bound shows that they can't reach it. `get` and
    `[]` tell the alignment of any candidate; whoever asks for another pair is told that it has none.
    """

    def __init__(self, found: Sequence[View], shared: Mapping[Pair, float], floor: float) -> None:
        self._found = found
        self._floor = floor
        self._candidates = shared
        self.own: dict[Pair, float] = {}  # of those that reach the floor by their own words
        self.terms: dict[Pair, tuple[Term, ...]] = {}  # of the same
        self._other: dict[Pair, float] = {}
        for pair, most in shared.items():
            reached = reaching(found[pair[0]], found[pair[1]], most, floor)
            if reached is not None:
                self.own[pair], self.terms[pair] = reached
        self._raised = self._raised_headings()
        self._sure = {**self.own, **{pair: value for pair, value in self._raised.items() if value >= floor}}

    def __getitem__(self, pair: Pair) -> float:
        if (value := self.get(pair, -1.0)) < 0:
            raise KeyError(pair)
        return value

    def get(self, pair: Pair, default: float = 0.0) -> float:  # type: ignore[override]
        value = self._raised.get(pair)
        return self._by_words(pair, default) if value is None else value

    def _by_words(self, pair: Pair, default: float = 0.0) -> float:
        value = self.own.get(pair)
        if value is None:
            value = self._other.get(pair)
        if value is None:
            if pair not in self._candidates:
                return default
            value = self._other[pair] = score(self._found[pair[0]], self._found[pair[1]])
        return value

    def __iter__(self) -> Iterator[Pair]:
        return iter(self._sure)

    def __len__(self) -> int:
        return len(self._sure)

    def _raised_headings(self) -> dict[Pair, float]:
        """The scores of headings, raised by what they head: a headline goes where its own sentence goes.

        A heading says in a few words what a sentence of its article says in full; through that sentence, if
        the two are surely alike, it is as like another article's statement as 0.8 times the weaker of the steps.
        """
        headings = [view for view in self._found if view.claim.statement.placement != "body"]
        if not headings:
            return {}
        near: dict[int, list[int]] = defaultdict(list)
        for a, b in self._candidates:
            near[a].append(b)
            near[b].append(a)
        raised: dict[Pair, float] = {}
        for view in headings:
            article = view.claim.statement.article_id
            own = [
                (self.own[pair], other)
                for other in near[view.order]
                if (pair := _pair(view.order, other)) in self.own
                and self._found[other].claim.statement.article_id == article
            ]
            step, body = max(own, default=(0.0, 0))
            for other in near[body] if own else ():
                if other != view.order:
                    pair = _pair(view.order, other)
                    value = round(THROUGH_BODY * min(step, self._by_words(_pair(body, other))), 4)
                    raised[pair] = max(raised.get(pair, 0.0), self._by_words(pair), value)
        return raised


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
