"""Whether a deed is to be done, wherever in a story it is told: "will appeal", "is considering whether to appeal".

What is decided, ruled out or left open is told of one deed in many ways. Here a deed is a verb, or the noun of one,
that both articles have; how firmly it is told is read from the words before it (and from "no" before a noun), and words
that both statements have beside it tell that it is one deed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import function_words, is_verb
from crosscheck.lexicon.en.words import Token, canon_class, fold, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Certainty, Claim, Facet, Name, Reason, Relation, Role, Span, Values

_RARE = 1.2  # how rare the deed and the words in common beside it must be: 1 is a word of no other statement
_DAYS = 3  # days between two articles that may tell of one deed
_SKIPPED = 2  # words between a cue and its deed: "will almost certainly appeal"
_STRENGTH = 0.8
_MOST = (
    300  # of a kind in a story that are held against each other; what is told more often is told in a heap of articles
)
_PLANNED = 7  # words from "no" to "planned"
_IF = frozenset(("if", "unless"))
_SHOWN = {"will": "decided", "open": "left open", "not": "ruled out", "done": "done"}
_AT_ODDS = ({"will", "open"}, {"will", "not"}, {"open", "not"}, {"open", "done"})
_PASSIVE = {"suspected": "open", "excluded": "not", "considered": "open", "ruled": "not"}  # of a deed told as a noun


class Intent(NamedTuple):
    """A deed, how it is told ("will", "open" or "not"), and the words with content beside it."""

    claim: Claim
    span: Span
    how: str
    deed: str
    beside: frozenset[str]


def compare(context: Context) -> list[Wide]:
    """Deeds that one article tells as decided or ruled out, and another otherwise."""
    by_deed: dict[str, list[Intent]] = {}
    for claim in context.claims:
        for each in _intents(context, claim):
            by_deed.setdefault(each.deed, []).append(each)
    found = [
        [pair for pair in combinations(told[:_MOST], 2) if _differ(context, told, *pair)] for told in by_deed.values()
    ]
    return [_wide(context, pairs) for pairs in found if pairs]


def _intents(context: Context, claim: Claim) -> Iterator[Intent]:
    """The deeds of a statement that are still to be done, or not to be done."""
    lowered = context.lowers(claim)
    if lowered.isdisjoint(_first_words()) or not lowered.isdisjoint(_IF):
        return
    words = context.words(claim)
    lowers = [word.surface.lower().replace("’", "'") for word in words]
    content = frozenset(word.canon for word in words if _tells(word))
    end = -1
    for i in range(len(words)):
        if lowers[i] in _PASSIVE and (noun := _noun(words, i)) is not None:
            told = _PASSIVE[lowers[i]]
            if told == "not" and not word_class("negator").isdisjoint(lowers[max(0, i - _PLANNED) : i]):
                told = "open"  # "cannot be ruled out"
            thing = words[noun].canon
            yield Intent(claim, Span(words[noun].start, words[i].end), told, thing, content - {thing})
        if i < end or (cue := _cue(lowers, i)) is None:
            continue
        how, end = cue
        at = _deed(words, end)
        if how == "done" and (at is None or not is_verb(words, at) or words[at].surface.endswith("ing")):
            continue
        if at is not None and (deed := _name_of(words[at])) is not None:
            yield Intent(claim, Span(words[i].start, words[at].end), how, deed, content - {words[at].canon})


def _noun(words: list[Token], at: int) -> int | None:
    """The position of the noun of which a participle is said: "arson is suspected"."""
    i = at - 1
    while i >= 0 and (words[i].surface.lower() in word_class("auxiliary") or words[i].surface.lower().endswith("ly")):
        i -= 1
    if i < 0 or i == at - 1 or not _tells(words[i]) or words[i].surface.lower() in function_words():
        return None
    return i


def _name_of(word: Token) -> str | None:
    """A deed in the form in which deeds are compared; `None` for verbs that tell too little."""
    if word.surface.lower().startswith("appeal"):
        return "appeal"  # to a court, not to the public
    return None if word.canon in canon_class("vague") | canon_class("no-deed") else word.canon


def _cue(lowers: Sequence[str], i: int) -> tuple[str, int] | None:
    """What the words from this position on say of the deed that follows, and where they end."""
    if lowers[i] == "no":  # "no job cuts are planned"
        for at in range(i + 3, min(i + _PLANNED, len(lowers))):
            if lowers[at] in word_class("intended") and lowers[at - 1] in word_class("auxiliary"):
                return "not", at - 2
    for phrase, how in _cues().get(lowers[i], ()):
        if tuple(lowers[i : i + len(phrase)]) == phrase:
            return how, i + len(phrase)
    return None


def _deed(words: Sequence[Token], at: int) -> int | None:
    """The position of the deed: the first word with content, after an adverb or an adjective or two."""
    for i in range(at, min(at + _SKIPPED + 1, len(words))):
        lower = words[i].surface.lower()
        if lower in word_class("plain-negator") or not words[i].surface[0].isalpha():
            return None
        if _tells(words[i]) and lower not in function_words() and not lower.endswith("ly"):
            return i
    return None


def _tells(word: Token) -> bool:
    return word.surface.lower() not in stopwords()


@cache
def _cues() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """For each first word the phrases that begin with it, the longest first, and what they say of a deed."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for how, phrases in table("en", "intents"):
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, how))
    for each in found.values():
        each.sort(key=lambda cue: -len(cue[0]))
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_cues())


def _differ(context: Context, told: Sequence[Intent], one: Intent, two: Intent) -> bool:
    """Whether two articles that keep to what they say of a deed tell it otherwise, of one time and thing."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or {one.how, two.how} not in _AT_ODDS:
        return False
    if any(each.how != mine.how for mine in (one, two) for each in told if _is_of(each, mine)):
        return False
    if not context.of_one_time(one.claim, two.claim, _DAYS) or context.of_two_things(one.claim, two.claim):
        return False
    shared = one.beside & two.beside
    names = _names(context, one.claim), _names(context, two.claim)
    if not shared or (names[0] and names[1] and not names[0] & names[1]):
        return False
    return context.rarity({one.deed, *shared}) >= _RARE


def _is_of(each: Intent, mine: Intent) -> bool:
    return each.claim.statement.article_id == mine.claim.statement.article_id


def _names(context: Context, claim: Claim) -> set[str]:
    """The words of the names that a statement gives, without its speaker's and the outlets' ("told the Echo")."""
    speaker = claim.statement.speaker.span if claim.statement.speaker else None
    names = [fact for fact in claim.facts if isinstance(fact, Name) and not (speaker and speaker.overlaps(fact.span))]
    outlets = {fold(part) for article in context.articles.values() for part in article.name.split()}
    return {fold(part) for fact in names for part in fact.name.split()} - outlets


def _wide(context: Context, pairs: Sequence[tuple[Intent, Intent]]) -> Wide:
    """One deed as several articles tell it; of an article the first statement that is at odds with another's."""
    first: dict[tuple[str, str], Intent] = {}
    for each in (each for pair in pairs for each in pair):
        first.setdefault((each.claim.statement.article_id, each.how), each)
    told = list(first.values())
    facet: Facet = "certainty" if any(each.how == "open" for each in told) else "polarity"

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("update" if _is_news(context, (*a, *b)) else "conflict"), None

    def weighed(said: tuple[Said, ...]) -> Compared:
        role: Values = (("display", told[0].deed),)
        return weigh(context, facet, Slot(said, _STRENGTH), role, _key, _value, relation)

    return Wide(tuple((each.claim, _fact(each)) for each in told), weighed)


def _is_news(context: Context, said: Sequence[Said]) -> bool:
    """Whether what was left open on one day was decided by a later one."""
    before, after = (
        [context.day(each.claim) for each in said if (_key(each) == "open") is open_] for open_ in (True, False)
    )
    return bool(before and after) and all(x is not None and y is not None and x < y for x in before for y in after)


def _fact(each: Intent) -> Certainty:
    return Certainty(each.span, each.how, f"certainty.{each.how}", Role(None, each.deed))


def _key(said: Said) -> Hashable:
    assert isinstance(said.fact, Certainty)
    return said.fact.value


def _value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Certainty)
    return (("value", said.fact.value),), _SHOWN[said.fact.value]
