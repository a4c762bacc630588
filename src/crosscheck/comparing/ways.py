"""Up against down, of one measured thing, wherever it stands: "fee income rose", "income from fees went down".

The facts of `Direction` need a subject that is read; here it is enough that two clauses have rare words in common, one
of them a thing that rises and falls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon, canon_class, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Direction, Reason, Relation, Role, Span, Values

_WAYS = {"rise": "up", "fall": "down"}
_TOLD = (
    "ed",
    "rose",
    "fell",
    "fallen",
    "risen",
    "grew",
    "cut",
    "slid",
    "sank",
    "shrank",
    "rises",
    "falls",
)  # how a change that was ends
_AHEAD = 5  # words before a change that tell that it is still to come
_LONGEST_BASE = 8  # words of "more than in the winter before"
_BEFORE = 3  # words before a change in which a "not" or "would" bears on it
_RARE = 1.2  # how rare the words in common must be, added up: 1 is a word that no other statement of the story has
_KNOWN = 0.8  # the same of forecasts, of which a story tells few
_STRENGTH = 0.8
_THAT = ("That", "This", "It")
_DAYS = 3  # days between two articles that may tell of one forecast


class Way(NamedTuple):
    """A change that a statement tells: its word, which way, of which measured things, and the words of its clause."""

    claim: Claim
    word: Token
    way: str
    things: tuple[str, ...]
    beside: frozenset[str]
    periods: frozenset[str]
    ahead: bool
    compared: bool  # with an earlier time


def compare(context: Context) -> list[Wide]:
    """Changes of one thing that two articles tell the other way round."""
    told = [way for claim in context.claims for way in _ways(context, claim)]
    found = []
    for one, two in combinations(told, 2):
        if one.way == two.way or one.ahead != two.ahead or {*one.things}.isdisjoint(two.things):
            continue
        if _of_one_thing(context, one, two, told):
            sides = (one.claim, _fact(one)), (two.claim, _fact(two))
            found.append(Wide(sides, lambda said: _weighed(context, said)))
    return found


def _of_one_thing(context: Context, one: Way, two: Way, ways: Sequence[Way]) -> bool:
    """Whether two changes are of one thing and time, of which neither article tells both ways."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or (one.periods and two.periods and not one.periods & two.periods):
        return False
    shared = one.beside & two.beside
    for article, other in ((articles[0], two), (articles[1], one)):
        both = (way for way in ways if way.claim.statement.article_id == article and way.way == other.way)
        if any(len(way.beside & shared) > 1 for way in both):
            return False
    least = min(len(one.beside), len(two.beside))
    if one.ahead:
        return context.of_one_time(one.claim, two.claim, _DAYS) and len(shared) > 1 and context.rarity(shared) >= _KNOWN
    near = 2 * len(shared) >= least or (one.compared and two.compared)
    return len(shared) > 1 and near and context.rarity(shared) >= _RARE


def _ways(context: Context, claim: Claim) -> Iterator[Way]:
    """The changes that a statement tells of measured things; none of what is denied or only thought of."""
    words = context.words(claim)
    if claim.statement.placement == "headline":
        return
    text = context.articles[claim.statement.article_id].text
    for i, word in enumerate(words):
        way = _way(words, i)
        if way is None or any(_bears(each) for each in words[max(0, i - _BEFORE) : i]):
            continue
        first, last = clause(text, words, Span(word.start, word.end))
        compared = _is_compared(words, i)
        if compared:
            first, last = 0, len(words)  # "14 people died in avalanches, fewer than in the winter before"
        part = [each for j, each in enumerate(words[first:last], first) if j != i and _tells(each)]
        if compared and words[0].surface in _THAT:
            part = [*_before(context, claim), *part]
        subject = part if compared else _subject(words, first, i)
        things = tuple(each.canon for each in part if each.canon in _things() or each in subject)
        if word.surface.lower() in word_class("warmer") | word_class("colder"):
            things = (*things, canon("temperature"))
        if things:
            periods = {each.surface.lower() for each in words[first:last]} & word_class("part-of-year")
            yield Way(
                claim,
                word,
                way,
                things,
                frozenset({each.canon for each in part} | {*things}),
                frozenset(periods),
                _is_ahead(words, i),
                compared,
            )


def _before(context: Context, claim: Claim) -> list[Token]:
    """The words of the statement before one that begins with "that": "Turnout was 71 %. That was less than in 2019"."""
    claims = context.by_article[claim.statement.article_id]
    at = next((n for n, each in enumerate(claims) if each is claim), 0)
    return [word for word in context.words(claims[at - 1]) if _tells(word)] if at else []


def _is_compared(words: Sequence[Token], i: int) -> bool:
    """Whether a "more" or "less" is against an earlier time: "fewer than in the winter before", "a rise on 2019"."""
    lowers = [word.surface.lower().rstrip(",.") for word in words[i : i + _LONGEST_BASE]]
    if i and words[i].canon in _WAYS and words[i - 1].surface.lower() in ("a", "an"):
        return lowers[1:2] in (["on"], ["over"], ["from"], ["against"])
    if lowers[0] not in word_class("more-or-less") or lowers[1:2] != ["than"]:
        return False
    return lowers[2:3] in (["in"], ["a"], ["last"], ["the"], ["at"], ["during"]) and any(
        lower in word_class("of-before") or (lower.isdigit() and len(lower) == 4) for lower in lowers[2:]
    )


def _is_ahead(words: Sequence[Token], i: int) -> bool:
    """Whether a change is still to come: "will fall", "is expected to rise"."""
    before = [word.surface.lower() for word in words[max(0, i - _AHEAD) : i]]
    return not word_class("ahead").isdisjoint(before)


def _way(words: Sequence[Token], i: int) -> str | None:
    """Which way the word at this position says that something went, or, where it is still to come, will go."""
    lower = words[i].surface.lower()
    if words[i].canon not in _WAYS and lower not in _leading():
        return None
    before = words[i - 1].surface.lower() if i else ""
    after = words[i + 1].surface.lower() if i + 1 < len(words) else ""
    if lower in word_class("warmer") or lower in word_class("colder"):
        return ("up" if lower in word_class("warmer") else "down") if _is_ahead(words, i) else None
    if lower in word_class("went-up"):
        return "up"
    if lower in word_class("went-down"):
        return "down"
    if lower in word_class("more-or-less"):
        shared = after == "than" and before in word_class("of-share")
        if after in word_class("of-frequency") or shared or _is_compared(words, i):
            return "up" if lower in ("more", "higher", "greater") else "down"
        return None
    if lower in word_class("up-down") and before in word_class("being") and _is_sized(words, i + 1):
        return lower
    if lower in word_class("going") and after in word_class("up-down"):
        return after
    if lower in word_class("turned-up-down"):
        return {"up": "up", "back": "down", "down": "down"}.get(after)
    if lower in ("added", "adds", "add") and any(word.surface == "to" for word in words[i + 1 : i + 6]):
        return "up"
    if words[i].canon in _WAYS and _is_compared(words, i):
        return _WAYS[words[i].canon]
    if lower in word_class("no-direction") | word_class("comparative") | word_class("up-down"):
        return None
    return _WAYS.get(words[i].canon) if lower.endswith(_TOLD) or _is_ahead(words, i) else None


@cache
def _leading() -> frozenset[str]:
    """Words that tell of a change together with others."""
    kinds = ("going", "turned-up-down", "went-up", "went-down", "more-or-less", "up-down", "warmer", "colder")
    return frozenset({"added", "adds", "add"}).union(*map(word_class, kinds))


def _is_sized(words: Sequence[Token], i: int) -> bool:
    """Whether a size begins here: "11%", "by a third"."""
    return i < len(words) and (words[i].surface[0].isdigit() or words[i].surface == "by")


def subjects_apart(context: Context, one: tuple[Claim, int], two: tuple[Claim, int]) -> bool:
    """Whether two words, each at a position of a claim, tell of two things before them: "collisions", "complaints"."""
    heads = []
    for claim, at in (one, two):
        words = context.words(claim)
        text = context.articles[claim.statement.article_id].text
        first, _ = clause(text, words, Span(words[at].start, words[at].end))
        heads.append({word.canon for word in _subject(words, first, at)})
    return bool(heads[0] and heads[1]) and heads[0].isdisjoint(heads[1])


def _subject(words: Sequence[Token], first: int, at: int) -> list[Token]:
    """What rises or falls, before the word that says so: its words up to a preposition; of "the number of" the rest."""
    found: list[Token] = []
    for i in range(first, at):
        lower = words[i].surface.lower()
        if words[i].canon in canon_class("before-told"):
            found = []  # "figures show the number"
        elif lower in word_class("preposition") and (found or lower != "of"):
            break
        elif _names_a_thing(words[i], words):
            found.append(words[i])
    return found


def _names_a_thing(word: Token, words: Sequence[Token]) -> bool:
    """Whether a word may name what rises or falls: no name, and no word of time or of the change itself."""
    lower = word.surface.lower()
    if not _tells(word) or (word.capitalised and word is not words[0]):
        return False
    return word.canon not in _WAYS and lower not in word_class("of-share") | word_class("no-riser")


def _bears(word: Token) -> bool:
    lower = word.surface.lower()
    return lower in word_class("negator") or lower in ("could", "may", "might", "if")


def _tells(word: Token) -> bool:
    return word.surface.lower() not in stopwords() and not word.surface[0].isdigit()


@cache
def _things() -> frozenset[str]:
    return frozenset(canon(row[0]) for row in table("en", "measurables"))


def _fact(way: Way) -> Direction:
    return Direction(Span(way.word.start, way.word.end), way.way, f"direction.{way.way}", Role(way.things[0], "change"))


def _weighed(context: Context, entries: tuple[Said, ...]) -> Compared:
    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return "conflict", None

    role = role_values(entries[0].fact.role)
    return weigh(context, "direction", Slot(entries, _STRENGTH), role, _key, _value, relation)


def _key(said: Said) -> str:
    assert isinstance(said.fact, Direction)
    return said.fact.value


def _value(said: Said) -> tuple[Values, str]:
    return (("value", _key(said)),), {"up": "rose", "down": "fell"}[_key(said)]
