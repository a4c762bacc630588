"""One of two like things, wherever in a story it is told: "the left engine caught fire", "its right engine on fire".

Of such things an article that tells of one event names one and keeps to it. So where each of two articles has one side,
and what they tell of it has a word in common, they differ, however little else the two sentences share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Compared
from crosscheck.comparing.replaced import compared
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon_class, fold, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Facet, Name, Reason, Relation, Role, Span, Wording

_DAYS = 3  # days between two articles that may tell of one event
_SHARED = 0.3  # how rare the words in common beside the thing must be, added up: 1 is a word of no other statement
_FAR = 1.0  # the same for words of the whole statements
_STRENGTH = 0.85
_MOST = (
    300  # of a kind in a story that are held against each other; what is told more often is told in a heap of articles
)
_NUMBERED = -1  # the row of things that a number tells from one another


class Sided(NamedTuple):
    """A thing with the word that tells which of its like it is, and the words beside it."""

    claim: Claim
    word: Token
    thing: str
    facet: Facet
    row: int
    value: int
    beside: frozenset[str]
    around: frozenset[str]
    of: frozenset[str]

    @property
    def fact(self) -> Wording:
        return Wording(Span(self.word.start, self.word.end), self.word.surface, "place.side", Role(None, self.thing))


def compare(context: Context) -> list[Wide]:
    """The sides of one thing that two articles give otherwise."""
    by_thing: dict[tuple[str, int], list[Sided]] = {}
    for claim in context.claims:
        for each in _sided(context, claim):
            by_thing.setdefault((each.thing, each.row), []).append(each)
    told = [_differing(context, group) for group in by_thing.values()]
    return [_wide(context, group) for group in told if group]


def _differing(context: Context, group: Sequence[Sided]) -> list[Sided]:
    """The sides of a thing that set articles against each other, each of which keeps to one."""
    values: dict[str, set[int]] = {}
    for each in group:
        values.setdefault(each.claim.statement.article_id, set()).add(each.value)
    kept = [each for each in group if len(values[each.claim.statement.article_id]) == 1]
    linked = [pair for pair in combinations(kept[:_MOST], 2) if _is_one(context, *pair)]
    return list({id(each): each for pair in linked for each in pair}.values())


def _sided(context: Context, claim: Claim) -> Iterator[Sided]:
    """The things of a statement of which it tells the side, or the number."""
    lowers = context.lowers(claim)
    sides, numbers = not lowers.isdisjoint(_values()), not lowers.isdisjoint(word_class("numbered"))
    if not sides and not numbers:
        return
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    for i, (word, after) in enumerate(pairwise(words)):
        if text[word.end : after.start] != " ":
            continue
        if sides and (known := _values().get(word.surface)) and _is_sided(words, i + 1):
            yield _read(context, claim, i, word, after, (_rows()[known[0]][0], *known))
        elif numbers and word.surface.lower() in word_class("numbered") and after.surface.rstrip(".,").isdecimal():
            yield _read(context, claim, i, after, word, ("place", _NUMBERED, int(after.surface.rstrip(".,"))))


def _is_sided(words: Sequence[Token], at: int) -> bool:
    """Whether the word at this position is a thing of which there are two or more, told as one of them."""
    thing, before = words[at], words[at - 2].surface.lower() if at > 1 else ""
    plural = thing.surface.endswith("s") and not thing.surface.endswith("ss")
    return thing.canon in canon_class("sided") and not plural and before not in word_class("not-one")


def _read(context: Context, claim: Claim, at: int, word: Token, thing: Token, told: tuple[Facet, int, int]) -> Sided:
    """A side with the words beside it, in its clause and in its statement."""
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    first, last = clause(text, words, Span(min(word.start, thing.start), max(word.end, thing.end)))
    near, whole = (
        frozenset(each.canon for each in part if each is not word and each is not thing and _tells(each))
        for part in (words[first:last], words)
    )
    return Sided(claim, word, thing.canon, *told, near, whole, _of(words, at + 2, claim))


def _of(words: Sequence[Token], at: int, claim: Claim) -> frozenset[str]:
    """The name of what a thing is a side of: "of Mount Kalua"."""
    if at >= len(words) or words[at].surface != "of":
        return frozenset()
    end = words[at].end
    after = [fact for fact in claim.facts if isinstance(fact, Name) and 0 <= fact.span.start - end <= len(" the ")]
    kinds = word_class("wild") | word_class("street") | word_class("venue") | word_class("place-noun")
    return frozenset(fold(part) for fact in after[:1] for part in fact.name.split()) - kinds


def _is_one(context: Context, one: Sided, two: Sided) -> bool:
    """Whether two sides are told of one thing, at one time."""
    if one.claim.statement.article_id == two.claim.statement.article_id or one.value == two.value:
        return False
    if one.of and two.of and not one.of & two.of:
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS) or context.of_two_things(one.claim, two.claim):
        return False
    if context.of_two_names(one.claim, two.claim):
        return False  # one player's left foot, another's right
    near, far = context.rarity(one.beside & two.beside), context.rarity(one.around & two.around)
    return near >= _SHARED or far >= _FAR


def _tells(word: Token) -> bool:
    return word.surface.lower() not in stopwords()


@cache
def _rows() -> tuple[tuple[Facet, str], ...]:
    return tuple(table("en", "sides"))  # type: ignore[arg-type]


@cache
def _values() -> dict[str, tuple[int, int]]:
    """The row and the value of each word."""
    return {
        word: (row, value)
        for row, (_, values) in enumerate(_rows())
        for value, words in enumerate(values.split(" | "))
        for word in words.split(", ")
    }


def _wide(context: Context, group: Sequence[Sided]) -> Wide:
    values = {(each.claim.statement.article_id, each.word.start): each.value for each in group}

    def value(side: Sequence[Said]) -> int:
        return values[side[0].article_id, side[0].fact.span.start]

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("compatible" if value(a) == value(b) else "conflict"), None

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return compared(context, group[0].facet, entries, _STRENGTH, relation)

    return Wide(tuple((each.claim, each.fact) for each in group), weighed)
