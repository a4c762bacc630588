"""Which facts of a group play the same part, so that their values may be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.frames import positions
from crosscheck.model import Reason, Span

# how surely two facts play one role, 0 to 1; or why they are not compared
Match = float | Reason | None
NEAR = 4  # words on either side that tell where in a sentence a fact stands
_WEIGHTS = tuple(1 / (i + 1) for i in range(NEAR))
_TOTALS = tuple(sum(_WEIGHTS[:i]) for i in range(NEAR + 1))


class Slot(NamedTuple):
    """Facts of one role, at most one for each member, and how surely they belong together."""

    entries: tuple[Said, ...]
    strength: float


def slots(
    said: Sequence[Said],
    match: Callable[[Said, Said], Match],
    meets: Callable[[Said, Said], bool],
    firm: float = 2,
) -> tuple[list[Slot], list[tuple[Said, Said, Reason]]]:
    """The facts in slots, and the pairs that were not compared, with the reason.

    `match` says how surely two facts play one role; `meets` whether their values are compatible. Pairs
    whose values meet are joined first, so that of two figures for one role in each of two statements
    ("52 to 48") like finds like, and only what is left over can differ. Facts that match as surely as `firm`
    belong together before all others.
    """
    links: list[tuple[bool, float, int, int]] = []
    refused = []
    for i, one in enumerate(said):
        for j in range(i + 1, len(said)):
            two = said[j]
            if one.member == two.member:
                continue
            found = match(one, two)
            if isinstance(found, str):
                refused.append((one, two, found))
            elif found:
                links.append((meets(one, two), found, i, j))
    strengths = {(i, j): found for _, found, i, j in links}
    slot_of = list(range(len(said)))
    members = {i: [i] for i in range(len(said))}
    for _, _, i, j in sorted(links, key=lambda link: (link[1] < firm, not link[0], -link[1], link[2], link[3])):
        a, b = slot_of[i], slot_of[j]
        if a == b or not _joinable(members[a], members[b], said, strengths, meets):
            continue
        members[a] += members.pop(b)
        for position in members[a]:
            slot_of[position] = a
    found_slots = [_slot(sorted(each), said, strengths) for each in members.values() if len(each) > 1]
    return sorted(found_slots, key=lambda slot: (slot.entries[0].member, slot.entries[0].fact.span)), refused


def merged(pairs: Sequence[tuple[Said, Said]]) -> list[tuple[Said, ...]]:
    """Pairs of facts found one by one, those that share a fact together: three outlets, one disagreement."""
    found: list[dict[tuple[int, Span], Said]] = []
    for pair in pairs:
        mine = {(said.member, said.fact.span): said for said in pair}
        touching = [each for each in found if each.keys() & mine.keys()]
        for each in touching:
            found.remove(each)
            mine = {**each, **mine}
        found.append(mine)
    return [tuple(each[key] for key in sorted(each)) for each in found]


def _joinable(
    one: list[int],
    two: list[int],
    said: Sequence[Said],
    strengths: dict[tuple[int, int], float],
    meets: Callable[[Said, Said], bool],
) -> bool:
    """Whether every fact of one matches every fact of the other, or could be the same value, and no member is in both.

    A fact that does neither is vouched for by a fellow of its own side that it meets and that matches.
    """
    if {said[i].member for i in one} & {said[j].member for j in two}:
        return False

    def matches(i: int, j: int) -> bool:
        return (min(i, j), max(i, j)) in strengths

    def vouched(i: int, fellows: list[int], j: int) -> bool:
        return any(matches(fellow, j) and meets(said[i], said[fellow]) for fellow in fellows if fellow != i)

    return all(
        matches(i, j) or meets(said[i], said[j]) or vouched(i, one, j) or vouched(j, two, i) for i in one for j in two
    )


def _slot(positions: list[int], said: Sequence[Said], strengths: dict[tuple[int, int], float]) -> Slot:
    inner = [strengths[i, j] for n, i in enumerate(positions) for j in positions[n + 1 :] if (i, j) in strengths]
    return Slot(tuple(said[i] for i in positions), round(min(inner), 4))


def same_slot(context: Context, one: Said, two: Said) -> float:
    """How alike the words around two facts are, 0 to 1: the share of the nearest words on both sides that agree."""
    sides = [side for side in (before(context, one, two), after(context, one, two)) if side is not None]
    return sum(sides) / len(sides) if sides else 0.0


def before(context: Context, one: Said, two: Said) -> float | None:
    """How alike the words just before two facts are; `None` where neither has any."""
    return _overlap(_side(context, one, -1), _side(context, two, -1))


def after(context: Context, one: Said, two: Said) -> float | None:
    """How alike the words just after two facts are; `None` where neither has any."""
    return _overlap(_side(context, one, +1), _side(context, two, +1))


def _side(context: Context, said: Said, direction: int) -> list[str]:
    """The canonical words next to a fact, nearest first."""
    key = id(said.fact), direction  # a fact's hash takes longer than what is kept here
    if (known := context.sides.get(key)) is not None:
        return known[1]
    words = context.content(said.claim)
    first, last = positions(words, said.fact.span)
    beside = reversed(words[max(0, first - NEAR) : first]) if direction < 0 else words[last : last + NEAR]
    near = [word.canon for word in beside]
    context.sides[key] = said.fact, near
    return near


def _overlap(a: list[str], b: list[str]) -> float | None:
    """The share of words in both, weighed by nearness; `None` where a side has none to tell."""
    if not a and not b:
        return None
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    total = (_TOTALS[len(a)] + _TOTALS[len(b)]) / 2
    shared = sum((_WEIGHTS[i] + _WEIGHTS[b.index(word)]) / 2 for i, word in enumerate(a) if word in b)
    return min(1.0, shared / total)
