"""Which statements of a story say the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.aligning.candidates import candidates
from crosscheck.aligning.grouping import partition
from crosscheck.aligning.scoring import alignment, score, terms
from crosscheck.aligning.views import View, views
from crosscheck.model import Article, Claim, Group, Link, Story, Term

__all__ = ["align", "pair_alignment"]

Pair = tuple[int, int]
COPY = (Term("same-words", 1.0),)  # a statement and its copy


def align(
    story: Story, claims: Sequence[Claim], articles: Mapping[str, Article], floor: float = 0.53
) -> tuple[Group, ...]:
    """The story's claims in groups; each statement is in exactly one.

    `articles` are the story's articles by id; `floor` is the alignment (0 to 1) from which two statements
    are taken to say the same. The answer is the same whatever the order and ids of the articles.
    """
    copies = _copies(claims, articles)
    found = views([claims[same[0]] for same in copies], articles)
    scores: dict[Pair, float] = {pair: score(found[pair[0]], found[pair[1]]) for pair in candidates(found)}
    keys = [_key(view.claim, articles) for view in found]
    groups = partition(len(found), _with_headings(found, scores, floor), floor, 0.5 * floor, keys)
    groups.sort(key=lambda group: min(keys[i] for i in group))
    return tuple(
        _group(number, story, [(i, claims[copy]) for i in group for copy in copies[i]], found, scores, floor, articles)
        for number, group in enumerate(groups)
    )


def _with_headings(found: Sequence[View], scores: Mapping[Pair, float], floor: float) -> dict[Pair, float]:
    """The scores, those of headings raised by what they head: a headline goes where its own sentence goes.

    A heading says in a few words what a sentence of its article says in full; through that sentence, if
    the two are surely alike, it is as like another article's statement as 0.8 times the weaker of the steps.
    """
    raised = dict(scores)
    near: dict[int, list[tuple[float, int]]] = {}
    for (a, b), value in scores.items():
        near.setdefault(a, []).append((value, b))
        near.setdefault(b, []).append((value, a))
    for view in found:
        article = view.claim.statement.article_id
        own = [each for each in near.get(view.order, ()) if found[each[1]].claim.statement.article_id == article]
        step, body = max(own, default=(0.0, 0))
        if view.claim.statement.placement == "body" or step < floor:
            continue
        for value, other in near[body]:
            if other != view.order:
                pair = (min(view.order, other), max(view.order, other))
                raised[pair] = max(raised.get(pair, 0.0), round(0.8 * min(step, value), 4))
    return raised


def _copies(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[list[int]]:
    """Positions of claims with the same words, together: a statement printed twice is aligned once and weighs once."""
    found: dict[str, list[int]] = {}
    order = sorted(range(len(claims)), key=lambda i: _key(claims[i], articles))
    for i in order:
        text = claims[i].statement.of(articles[claims[i].statement.article_id].text)
        found.setdefault(" ".join(text.split()), []).append(i)
    return list(found.values())


def _group(
    number: int,
    story: Story,
    members: Sequence[tuple[int, Claim]],
    found: Sequence[View],
    scores: Mapping[Pair, float],
    floor: float,
    articles: Mapping[str, Article],
) -> Group:
    """A group with its statements in order of their text and the links that reach the floor; copies are linked by 1."""
    ordered = sorted(members, key=lambda member: _key(member[1], articles))
    links = []
    for left in range(len(ordered)):
        for right in range(left + 1, len(ordered)):
            a, b = ordered[left][0], ordered[right][0]
            pair = (min(a, b), max(a, b))
            if a == b:
                links.append(Link(left, right, 1.0, COPY))
            elif scores.get(pair, 0.0) >= floor:
                links.append(Link(left, right, scores[pair], terms(found[pair[0]], found[pair[1]])))
    return Group(number, story.id, tuple(claim.statement for _, claim in ordered), tuple(links))


def _key(claim: Claim, articles: Mapping[str, Article]) -> tuple[object, ...]:
    """An order of claims that depends on their content alone; the article's text and outlet tell equal ones apart."""
    statement = claim.statement
    article = articles[statement.article_id]
    return statement.of(article.text), statement.hull.start, article.text, article.name


def pair_alignment(
    claims: Sequence[Claim], articles: Mapping[str, Article], pairs: Sequence[Pair]
) -> list[tuple[float, tuple[Term, ...]]]:
    """The alignment of given pairs of positions, with its terms; for explanation and replay."""
    found = views(claims, articles)
    contributions = [terms(found[a], found[b]) for a, b in pairs]
    return [(alignment(each), each) for each in contributions]
