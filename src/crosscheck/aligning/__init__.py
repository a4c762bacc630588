"""Which statements of a story say the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.aligning.candidates import candidates
from crosscheck.aligning.grouping import partition
from crosscheck.aligning.scoring import alignment, terms
from crosscheck.aligning.views import View, views
from crosscheck.model import Article, Claim, Group, Link, Story, Term

__all__ = ["align", "pair_alignment"]

Pair = tuple[int, int]


def align(story: Story, claims: Sequence[Claim], articles: Mapping[str, Article], floor: float = 0.5) -> tuple[Group, ...]:
    """The story's claims in groups; each statement is in exactly one.

    `articles` are the story's articles by id; `floor` is the alignment (0 to 1) from which two statements
    are taken to say the same. The answer is the same whatever the order and ids of the articles.
    """
    found = views(claims, articles)
    scored: dict[Pair, tuple[Term, ...]] = {pair: terms(found[pair[0]], found[pair[1]]) for pair in candidates(found)}
    scores = {pair: alignment(contributions) for pair, contributions in scored.items()}
    keys = [_key(view, articles) for view in found]
    groups = partition(len(found), scores, floor, 0.5 * floor, keys)
    groups.sort(key=lambda group: min(keys[i] for i in group))
    return tuple(_group(number, story, group, found, scored, scores, floor, keys) for number, group in enumerate(groups))


def _group(
    number: int,
    story: Story,
    members: list[int],
    found: Sequence[View],
    scored: Mapping[Pair, tuple[Term, ...]],
    scores: Mapping[Pair, float],
    floor: float,
    keys: Sequence[tuple[object, ...]],
) -> Group:
    """A group with its statements in order of their text and the links that reach the floor."""
    members = sorted(members, key=lambda i: keys[i])
    links = [
        Link(left, right, scores[pair], scored[pair])
        for left in range(len(members))
        for right in range(left + 1, len(members))
        if scores.get(pair := (min(members[left], members[right]), max(members[left], members[right])), 0.0) >= floor
    ]
    return Group(number, story.id, tuple(found[i].claim.statement for i in members), tuple(links))


def _key(view: View, articles: Mapping[str, Article]) -> tuple[object, ...]:
    """An order of claims that depends on their content alone; the article's text tells equal ones apart."""
    statement = view.claim.statement
    text = articles[statement.article_id].text
    return statement.of(text), statement.hull.start, text


def pair_alignment(claims: Sequence[Claim], articles: Mapping[str, Article], pairs: Sequence[Pair]) -> list[tuple[float, tuple[Term, ...]]]:
    """The alignment of given pairs of positions, with its terms; for explanation and replay."""
    found = views(claims, articles)
    contributions = [terms(found[a], found[b]) for a, b in pairs]
    return [(alignment(each), each) for each in contributions]
