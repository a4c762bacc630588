"""What statements of a story differ in, though no group need hold them together: where it goes in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import combinations, islice
from typing import NamedTuple, TypeVar

from crosscheck.comparing.context import Said
from crosscheck.comparing.facets import Compared
from crosscheck.model import Claim, Fact, Finding, Group, Link, Passage

T = TypeVar("T")
Key = tuple[str, int, int]
Near = Set[tuple[str, str]]  # pairs of articles, in order
_OPEN = ("update", "conflict")
_PAIRED = 300
_FEW = 6  # articles that are put together by somebody, and so are taken to be of one event
_ALIKE = 0.15  # share of the shorter of two articles that both say, from which they are taken to be of one event
_MOST = 2  # groups that a statement may stand in


class Wide(NamedTuple):
    """Facts of one role in statements anywhere in a story, and how they compare."""

    entries: tuple[tuple[Claim, Fact], ...]
    weigh: Callable[[tuple[Said, ...]], Compared]

    def among(self, statements: Sequence[Key]) -> Compared | None:
        """The comparison of those facts whose statements are among these; `None` where these leave no discrepancy."""
        at = {key: i for i, key in enumerate(statements)}
        said = [Said(at[claim.statement.key], claim, fact) for claim, fact in self.entries if claim.statement.key in at]
        if len(said) < 2:
            return None
        compared = self.weigh(tuple(sorted(said, key=lambda each: (each.member, each.fact.span))))
        return compared if compared.comparison.relation in _OPEN else None


def told_apart(found: Iterable[T], differ: Callable[[Sequence[T], T, T], bool]) -> list[tuple[T, T]]:
    """The pairs of what a story tells that differ; `differ` is asked with all that is told.

    Of the first 300: what is told more often is told in a heap of articles, and pairs grow with the square.
    """
    told = list(islice(found, _PAIRED))
    return [(one, two) for one, two in combinations(told, 2) if differ(told, one, two)]


def between_neighbours(wide: Iterable[Wide], near: Near) -> list[Wide]:
    """What is told by articles that are surely of one event, since they say much alike.

    A year's articles on politics, without their dates, hang together one by one, and are of many events.
    """
    found = []
    for each in wide:
        articles = {claim.statement.article_id for claim, _ in each.entries}
        alike = {one for pair in combinations(sorted(articles), 2) if pair in near for one in pair}
        kept = tuple(entry for entry in each.entries if entry[0].statement.article_id in alike or len(articles) == 1)
        if kept:
            found.append(each._replace(entries=kept))
    return found


def neighbours(groups: Sequence[Group]) -> Near:
    """Pairs of articles, in order, that say a share of the shorter one alike; all pairs of a few articles."""
    length: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for key in {statement.key for group in groups for statement in group.statements}:
        length[key[0]] += 1
    if len(length) <= _FEW:
        return set(combinations(sorted(length), 2))
    for group in groups:
        shared.update(combinations(sorted({each.article_id for each in group.statements}), 2))
    return {pair for pair, number in shared.items() if number >= _ALIKE * min(length[article] for article in pair)}


def placed(wide: Iterable[Wide], groups: Sequence[Group]) -> tuple[dict[int, list[Compared]], list[Wide]]:
    """The comparisons by the group whose statements they set against each other, and those of no group."""
    homes: dict[Key, list[Group]] = {}
    for group in groups:
        for statement in group.statements:
            homes.setdefault(statement.key, []).append(group)
    inside: dict[int, list[Compared]] = {}
    outside = []
    for each in wide:
        near = {group.id: group for claim, _ in each.entries for group in homes.get(claim.statement.key, ())}
        told = [(group, each.among(_keys(group))) for group in near.values() if len(group.statements) > 1]
        best = max(
            ((group, compared) for group, compared in told if compared is not None),
            key=lambda pair: len(pair[1].members),
            default=None,
        )
        if best is None:
            outside.append(each)
        else:
            inside.setdefault(best[0].id, []).append(best[1])
    return inside, outside


def _keys(group: Group) -> list[Key]:
    return [statement.key for statement in group.statements]


class Standing:
    """In which groups each statement stands, by a list of findings that grows."""

    def __init__(self, found: Sequence[Finding]) -> None:
        self._found = found
        self._read = 0
        self._groups: dict[Key, set[int]] = {}

    def of(self, key: Key) -> set[int]:
        """The numbers of the groups in which a statement stands by now."""
        for finding in self._found[self._read :]:
            for statement in finding.statements:
                self._groups.setdefault(statement.key, set()).add(finding.group)
        self._read = len(self._found)
        return self._groups.get(key, set())


def of_no_group(each: Wide, story: str, number: int, standing: Standing) -> tuple[Group, list[Claim], Compared] | None:
    """A group of its own for statements that no group holds together, so that no two are together in two groups."""
    kept: dict[Key, Claim] = {}
    for claim, _ in each.entries:
        key = claim.statement.key
        mine = standing.of(key)
        if len(mine) < _MOST and not any(mine & standing.of(other) for other in kept):
            kept[key] = claim
    claims = sorted(kept.values(), key=lambda claim: claim.statement.key)
    compared = each.among([claim.statement.key for claim in claims])
    if compared is None:
        return None
    links = tuple(Link(a, b, compared.strength) for a, b in combinations(range(len(claims)), 2))
    return Group(number, story, tuple(claim.statement for claim in claims), links), claims, compared


def has_room(group: Group, standing: Standing, first: int) -> bool:
    """Whether each statement of a group may stand in one more, and no two are together in one of `of_no_group`,
    whose numbers begin with `first`; those of the aligner never hold two together twice, but for copies."""
    theirs = [standing.of(key) for key in _keys(group)]
    met = {number for one, two in combinations(theirs, 2) for number in one & two}
    return all(len(each) < _MOST for each in theirs) and all(number < first for number in met)


def is_told(wide: Compared, own: Sequence[Compared]) -> bool:
    """Whether a group's own comparisons tell of two of the passages already."""
    passages = [mention.passage for version in wide.comparison.versions for mention in version.mentions]
    for each in own:
        if each.comparison.relation in _OPEN:
            theirs = [mention.passage for version in each.comparison.versions for mention in version.mentions]
            met = [one for one in passages if any(_overlap(one, two) for two in theirs)]
            if len({one.article_id for one in met}) > 1 or _say_the_same(wide, each):
                return True
    return False


def _say_the_same(wide: Compared, own: Compared) -> bool:
    """Whether two comparisons say of the same statements that they tell a thing more or less firmly, or otherwise."""
    one, two = wide.comparison, own.comparison
    firm = ("certainty", "polarity")
    return one.facet in firm and two.facet in firm and set(wide.members) <= set(own.members)


def _overlap(one: Passage, two: Passage) -> bool:
    return one.article_id == two.article_id and one.span.overlaps(two.span)
