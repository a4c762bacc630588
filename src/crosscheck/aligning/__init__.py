"""Which statements of a story say the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.aligning.candidates import shared_weights, with_nearest
from crosscheck.aligning.grouping import layers
from crosscheck.aligning.scores import Scores
from crosscheck.aligning.scoring import alignment, terms
from crosscheck.aligning.views import views
from crosscheck.model import Article, Claim, Group, Link, Story, Term

__all__ = ["align", "pair_alignment"]

Pair = tuple[int, int]
WEAKEST = 0.7  # of the floor, what two statements of one group must reach that are joined through others
COPY = (Term("same-words", 1.0),)  # a statement and its copy


def align(
    story: Story, claims: Sequence[Claim], articles: Mapping[str, Article], floor: float = 0.5
) -> tuple[Group, ...]:
    """The story's claims in groups; each statement is in one at least, in two where it tells two things.

    `articles` are the story's articles by id; `floor` is the alignment (0 to 1) from which two statements
    are taken to say the same. The answer is the same whatever the order and ids of the articles.
    """
    copies = _copies(claims, articles)
    found = views([claims[same[0]] for same in copies], articles)
    shared = shared_weights(found)
    found = with_nearest(found, shared)
    scores = Scores(found, shared, floor)
    keys = [_key(view.claim, articles) for view in found]
    groups = layers(len(found), scores, floor, WEAKEST * floor, keys)
    groups.sort(key=lambda group: min(keys[i] for i in group))
    return tuple(
        _group(number, story, [(i, claims[copy]) for i in group for copy in copies[i]], scores, articles)
        for number, group in enumerate(groups)
    )


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
    scores: Scores,
    articles: Mapping[str, Article],
) -> Group:
    """A group with its statements in order of their text and its links (pairs of `scores.own`); copies by 1."""
    ordered = sorted(members, key=lambda member: _key(member[1], articles))
    links = []
    for left in range(len(ordered)):
        for right in range(left + 1, len(ordered)):
            a, b = ordered[left][0], ordered[right][0]
            pair = (min(a, b), max(a, b))
            if a == b:
                links.append(Link(left, right, 1.0, COPY))
            elif pair in scores.own:
                links.append(Link(left, right, scores.own[pair], scores.terms[pair]))
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
    found = with_nearest(found, shared_weights(found))
    contributions = [terms(found[a], found[b]) for a, b in pairs]
    return [(alignment(each), each) for each in contributions]
