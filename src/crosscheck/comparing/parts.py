"""What fills one part of a deed, wherever in a story it is told: where, by whom, with what, through what.

"The body was found in a ditch" and "A dog had discovered the body in woodland" need share no more than the deed
and a word beside it. What stands in one part of the deed must be of one kind, and of two values of it (`kinds.tsv`):
a ditch is no wood, a nurse no teacher, a stroke no heart attack. Where an article gives both, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Compared
from crosscheck.comparing.replaced import compared
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause, function_words, is_verb
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Facet, Quantity, Reason, Relation, Role, Span, Wording
from crosscheck.values.intervals import relate

_LONGEST = 4  # words of a noun phrase before its last
_SHARED = (
    1.0  # how rare the deed and the words in common beside it must be, added up: 1 is a word of no other statement
)
_DAYS = 3  # days between two articles that may tell of one deed
_STRENGTH = 0.8
_MOST = (
    300  # of a kind in a story that are held against each other; what is told more often is told in a heap of articles
)
_COUNTS = ("count", "percent", "ratio")


class Part(NamedTuple):
    """A word that fills a part of a deed: its kind and value by the table, the part, the deed and the words beside."""

    claim: Claim
    word: Token
    kind: int
    value: int
    part: str
    deed: str
    beside: frozenset[str]

    @property
    def fact(self) -> Wording:
        return Wording(Span(self.word.start, self.word.end), self.word.surface, "part.kind", Role(None, self.deed))


def compare(context: Context) -> list[Wide]:
    """The parts of one deed that two articles fill otherwise."""
    by_place: dict[tuple[int, str, str], list[Part]] = {}
    for claim in context.claims:
        for each in _parts(context, claim):
            by_place.setdefault((each.kind, each.part, each.deed), []).append(each)
    told = [_differing(context, group) for group in by_place.values()]
    return [_wide(context, group) for group in told if group]


def _differing(context: Context, group: Sequence[Part]) -> list[Part]:
    """What sets articles against each other, each of which fills the part in one way."""
    values: dict[str, set[int]] = {}
    for each in group:
        values.setdefault(each.claim.statement.article_id, set()).add(each.value)
    kept = [each for each in group if len(values[each.claim.statement.article_id]) == 1]
    linked = [pair for pair in combinations(kept[:_MOST], 2) if _is_one(context, *pair)]
    return list({id(each): each for pair in linked for each in pair}.values())


def _is_one(context: Context, one: Part, two: Part) -> bool:
    """Whether two parts are of one deed, at one time."""
    if one.claim.statement.article_id == two.claim.statement.article_id or one.value == two.value:
        return False
    if context.rarity({one.deed, *(one.beside & two.beside)}) < _SHARED or _counts_differ(one.claim, two.claim):
        return False
    if context.of_two_things(one.claim, two.claim) or context.of_two_names(one.claim, two.claim):
        return False
    return context.of_one_time(one.claim, two.claim, _DAYS)


def _counts_differ(one: Claim, two: Claim) -> bool:
    """Whether both count something, and nothing in common: so many here, so many there."""
    first, second = (
        [fact for fact in claim.facts if isinstance(fact, Quantity) and fact.sort in _COUNTS] for claim in (one, two)
    )
    return bool(first and second) and all(relate(x, y) not in ("same", "compatible") for x in first for y in second)


def _parts(context: Context, claim: Claim) -> Iterator[Part]:
    """The parts of deeds that a statement fills with a word of some kind."""
    lowers = context.lowers(claim)
    if lowers.isdisjoint(_first_words()) or not lowers.isdisjoint(word_class("unsure")):
        return
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    content = frozenset(word.canon for word in words if word.surface.lower() not in stopwords())
    for i, word in enumerate(words):
        known, last = _known(words, i)
        if not known or not _is_head(text, words, last) or (found := _place(text, words, i, last)) is None:
            continue
        part, deed = found
        beside = content - {deed, word.canon, words[last].canon}
        whole = Token(word.start, words[last].end, text[word.start : words[last].end], word.canon)
        if deed in canon_class("speech"):
            continue
        for kind, value in known:
            yield Part(claim, whole, kind, value, part, deed, beside)


def _known(words: Sequence[Token], i: int) -> tuple[list[tuple[int, int]], int]:
    """The kinds and values of the word at this position, with the next where the two are one ("heart attack")."""
    lower = words[i].surface.lower()
    if i + 1 < len(words) and (both := _values().get(f"{lower}-{words[i + 1].surface.lower()}")):
        return both, i + 1
    return (_values().get(lower, []) if words[i].surface.islower() else []), i


def _is_head(text: str, words: list[Token], at: int) -> bool:
    """Whether a noun phrase ends with the word at this position."""
    if at + 1 == len(words) or text[words[at].end : words[at + 1].start] != " ":
        return True
    lower = words[at + 1].surface.lower()
    ends = function_words() | word_class("opener") | word_class("spot")
    return lower in ends or lower.endswith("ly") or is_verb(words, at + 1)


def _place(text: str, words: list[Token], first: int, last: int) -> tuple[str, str] | None:
    """The part that a noun phrase fills, and of which deed; `None` where that is not plain."""
    start = first
    while start > max(0, first - _LONGEST) and _goes_on(text, words, start):
        start -= 1
    while start > 0 and words[start - 1].surface.lower() in word_class("determiner"):
        start -= 1
    if start and _joins(words, start - 1):
        return None  # one of several
    if _joins(words, last + 1) and last + 2 < len(words) and not is_verb(words, last + 2):
        return None
    begin, end = clause(text, words, Span(words[first].start, words[last].end))
    governor = words[start - 1].surface.lower() if start else ""
    if governor in word_class("preposition") | word_class("spot"):
        return _after_preposition(text, words, governor, start - 1)
    if start <= begin:
        return _subject(words, last + 1, end)
    if governor in word_class("being"):
        subject = words[start - 2] if start - 2 >= begin else None
        return ("is", subject.canon) if subject and subject.surface.islower() and _tells(subject) else None
    return ("object", _deed(words, start - 1)) if is_verb(words, start - 1) else None


def _after_preposition(text: str, words: list[Token], governor: str, at: int) -> tuple[str, str] | None:
    """The part that follows the preposition at this position, and of which deed."""
    if governor in ("through", "via"):
        before = {word.surface.lower() for word in words[:at]}
        way = "leave" if before & word_class("leaving") else "enter" if before & word_class("entering") else None
        return None if way is None else ("through", way)
    if governor == "of" and at and words[at - 1].surface.lower() == "front":
        governor, at = "in", at - 1
    if not at:
        return None
    begin, end = clause(text, words, Span(words[at - 1].start, words[at - 1].end))
    return _with_verb(words, "where" if governor in word_class("spot") else governor, begin, at, end)


def _joins(words: list[Token], at: int) -> bool:
    """Whether the word at this position joins a thing to another of its kind, and not a clause to a clause."""
    if at + 1 >= len(words) or words[at].surface.lower() not in word_class("joining"):
        return False
    return words[at + 1].surface.lower() not in word_class("auxiliary")


def _goes_on(text: str, words: list[Token], at: int) -> bool:
    """Whether a noun phrase reaches back to the word before this position."""
    before = words[at - 1]
    lower = before.surface.lower()
    if (
        text[before.end : words[at].start] not in (" ", "-")
        or lower in function_words()
        or lower in word_class("opener")
    ):
        return False
    return not is_verb(words, at - 1) or (
        lower.endswith("ed") and at > 1 and words[at - 2].surface.lower() in word_class("determiner")
    )


def _with_verb(words: list[Token], part: str, begin: int, at: int, end: int) -> tuple[str, str] | None:
    """A part with the verb before its preposition, in the clause; else the one after it."""
    before = [i for i in range(begin, at) if is_verb(words, i)]
    after = [i for i in range(at + 1, end) if is_verb(words, i)]
    found = before[-1] if before else after[0] if after else None
    if found is None:
        return None
    if words[found].surface.lower() in word_class("happening"):  # "the arrests took place in a flat"
        found = next((i for i in range(begin, found) if _tells(words[i])), found)
    return part, _deed(words, found)


def _subject(words: list[Token], at: int, end: int) -> tuple[str, str] | None:
    """The part of a subject: "by" of an active verb, "object" of a passive one."""
    being = False
    while at < end and words[at].surface.lower() in word_class("auxiliary"):
        being = words[at].surface.lower() in word_class("being")
        at += 1
    if at >= end or not is_verb(words, at):
        return None
    passive = being and not words[at].surface.endswith("ing")
    return "object" if passive else "by", _deed(words, at)


def _deed(words: Sequence[Token], at: int) -> str:
    """The deed of a verb, in the form in which deeds are compared."""
    lower, after = words[at].surface.lower(), words[at + 1].surface.lower() if at + 1 < len(words) else ""
    if (lower.startswith("open") and after == "fire") or lower == "fired":
        return "shoot"
    if lower.startswith(("break", "broke")) and after == "out":
        return "begin"
    return _deeds().get(lower, words[at].canon)


@cache
def _deeds() -> dict[str, str]:
    """Forms of verbs that are one deed in a report, beyond the concepts of the lexicon."""
    return {form: row.split("=")[0] for row in word_class("one-deed") for form in row.split("=")[1].split("/")}


def _tells(word: Token) -> bool:
    return word.surface.lower() not in stopwords()


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(table("en", "kinds"))


@cache
def _values() -> dict[str, list[tuple[int, int]]]:
    """The kinds of each word, with its value in each."""
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, (_, _, values) in enumerate(_rows()):
        for value, words in enumerate(values.split(" | ")):
            for word in words.split(", "):
                found.setdefault(word, []).append((kind, value))
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split("-")[0] for word in _values()) | frozenset(_values())


def _wide(context: Context, group: Sequence[Part]) -> Wide:
    values = {(each.claim.statement.article_id, each.word.start): each.value for each in group}
    facet: Facet = _rows()[group[0].kind][0]  # type: ignore[assignment]

    def value(side: Sequence[Said]) -> int:
        return values[side[0].article_id, side[0].fact.span.start]

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("compatible" if value(a) == value(b) else "conflict"), None

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return compared(context, facet, entries, _STRENGTH, relation)

    return Wide(tuple((each.claim, each.fact) for each in group), weighed)
