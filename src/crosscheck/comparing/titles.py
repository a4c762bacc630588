"""The post of one person, wherever in a story it is told: "chief executive Ana Rossi", "the chairwoman, Ana Rossi".

A title stands before a name, or after it and a comma. Two posts of the table of contrasts that nobody is taken to hold
at once differ, where neither article gives the person the other's post. What somebody was formerly is another post.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.contrasts import are_posts_apart, is_post, may_end_a_post
from crosscheck.comparing.facets import Compared
from crosscheck.comparing.replaced import compared
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.words import Token, fold, surfaces, word_class
from crosscheck.model import Claim, Name, Place, Reason, Relation, Role, Span, Wording

_BEFORE = 4  # words before a name in which a post may stand
_LONGEST = 3  # words of a post
_STRENGTH = 0.85
_MOST = (
    300  # of a kind in a story that are held against each other; what is told more often is told in a heap of articles
)


class Title(NamedTuple):
    """A post as a statement gives it to a name: its words and where they stand."""

    claim: Claim
    span: Span
    post: str
    person: str


def compare(context: Context) -> list[Wide]:
    """The posts of one person that two articles give otherwise."""
    told: dict[str, list[Title]] = {}
    shared = _shared_names(context)
    for claim in context.claims:
        for each in _titles(context, claim, shared):
            told.setdefault(each.person, []).append(each)
    found = []
    for titles in told.values():
        pairs = [pair for pair in combinations(titles[:_MOST], 2) if _differ(titles, *pair)]
        if pairs:
            found.append(_wide(context, list({id(each): each for pair in pairs for each in pair}.values())))
    return found


def _shared_names(context: Context) -> set[str]:
    """The last words of the names that more than one article has."""
    articles: dict[str, set[str]] = {}
    for claim in context.claims:
        for fact in claim.facts:
            if isinstance(fact, Name):
                articles.setdefault(_surname(fact), set()).add(claim.statement.article_id)
    return {name for name, those in articles.items() if len(those) > 1}


def _surname(name: Name) -> str:
    return fold(next(reversed(surfaces(name.name)), ""))


def _titles(context: Context, claim: Claim, shared: set[str]) -> Iterator[Title]:
    """The posts that a statement gives to those of the `shared` names that it has."""
    if claim.statement.placement == "headline":
        return
    places = [fact.span for fact in claim.facts if isinstance(fact, Place)]
    names = [fact for fact in claim.facts if isinstance(fact, Name) and _surname(fact) in shared]
    names = [name for name in names if not any(map(name.span.overlaps, places))]
    if not names:
        return
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    for name in names:
        inside = [i for i, word in enumerate(words) if name.span.start <= word.start < name.span.end]
        if not inside:
            continue
        person = fold(words[inside[-1]].surface)
        for first, last in (*_before(text, words, inside), *_after(text, words, inside[-1])):
            span = Span(words[first].start, words[last - 1].end)
            post = " ".join(word.surface for word in words[first:last]).lower()
            yield Title(claim, span, post, person)


def _before(text: str, words: list[Token], inside: list[int]) -> Iterator[tuple[int, int]]:
    """The post that stands in a name, or just before it, by the positions of its words."""
    for end in range(inside[0], inside[-1]):
        first = _post(words, max(0, end - _BEFORE + 1), end + 1) if end >= inside[0] else None
        if first is not None and _joined(text, words, first, end + 1):
            yield first, end + 1
            return
    at = inside[0]
    if at and text[words[at - 1].end : words[at].start] in (" ", ", "):
        first = _post(words, max(0, at - _BEFORE), at)
        if first is not None and _joined(text, words, first, at):
            yield first, at


def _after(text: str, words: list[Token], at: int) -> Iterator[tuple[int, int]]:
    """The post that stands after a name and a comma."""
    if at + 2 >= len(words) or text[words[at].end : words[at + 1].start] != ", ":
        return
    start = at + 1 + (words[at + 1].surface.lower() in word_class("determiner"))
    for end in range(min(len(words), start + _LONGEST), start, -1):
        if _joined(text, words, start, end) and _post(words, start, end) == start:
            yield start, end
            return


def _post(words: list[Token], start: int, end: int) -> int | None:
    """Where the longest post that ends before a position begins, not before `start`."""
    if not may_end_a_post(words[end - 1].surface):
        return None
    for first in range(max(start, end - _LONGEST), end):
        before = words[first - 1].surface.lower() if first else ""
        phrase = " ".join(word.surface for word in words[first:end])
        if is_post(phrase):
            return None if before in word_class("formerly") | word_class("joining") else first
    return None


def _joined(text: str, words: list[Token], first: int, end: int) -> bool:
    """Whether words stand with nothing but a space between each two."""
    return all(text[words[i].end : words[i + 1].start] == " " for i in range(first, end - 1))


def _differ(titles: list[Title], one: Title, two: Title) -> bool:
    """Whether two posts of one person rule one another out, and no article gives both."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or not are_posts_apart(one.post, two.post):
        return False
    return not any(
        each.claim.statement.article_id == mine.claim.statement.article_id and are_posts_apart(each.post, mine.post)
        for mine in (one, two)
        for each in titles
    )


def _wide(context: Context, titles: list[Title]) -> Wide:
    entries = tuple(
        (each.claim, Wording(each.span, each.post, "name.title", Role(None, each.person))) for each in titles
    )

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        one, two = a[0].fact, b[0].fact
        assert isinstance(one, Wording)
        assert isinstance(two, Wording)
        return ("conflict" if are_posts_apart(one.filler, two.filler) else "compatible"), None

    def weighed(said: tuple[Said, ...]) -> Compared:
        return compared(context, "name", said, _STRENGTH, relation)

    return Wide(entries, weighed)
