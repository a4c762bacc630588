"""Whether it is said to be so or not, how firmly, and which way it changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.lexicon.en.fact_rules import CERTAINTIES
from crosscheck.lexicon.en.syntax import clause, is_verb
from crosscheck.lexicon.en.words import Token, canon, canon_class, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Certainty, Direction, Polarity, Role, Span, When
from crosscheck.normalising.circumstances import extent, period
from crosscheck.normalising.measured import measured

_WAYS = {"rise": "up", "fall": "down"}  # by the canonical word of the change
_REACH = 6  # words that a negation bears on


def polarities(text: str, words: list[Token]) -> tuple[Polarity, ...]:
    """What the statement negates: for each negating word, the verb or quality that it bears on."""
    found = []
    for i in [i for i, word in enumerate(words) if _may_negate(word.surface)]:
        word = words[i]
        if (target := _negated(text, words, i)) is not None:
            found.append(Polarity(Span(word.start, word.end), "negated", "polarity.negation", Role(None, target.canon)))
    return tuple(found)


@cache
def _may_negate(surface: str) -> bool:
    lower = surface.lower().replace("’", "'")
    return lower in word_class("negator") or lower.endswith("n't") or canon(lower) in canon_class("negating")


def _negated(text: str, words: list[Token], i: int) -> Token | None:
    """The word that the word at this position negates, if it negates."""
    lower = words[i].surface.lower().replace("’", "'")
    if lower in word_class("negator") or lower.endswith("n't"):
        after = words[i + 1].surface.lower() if i + 1 < len(words) else ""
        if lower == "no" and after in word_class("no-idiom"):
            return words[i + 2] if after == "longer" and i + 2 < len(words) else None
        if lower == "not" and after in word_class("not-idiom"):
            return None
        return _target(text, words, i)
    return _infinitive(words, i) if words[i].canon in canon_class("negating") else None


def _target(text: str, words: list[Token], i: int) -> Token | None:
    """The word that a negation bears on: the verb that follows in its clause, else the first word with content."""
    _, last = clause(text, words, Span(words[i].start, words[i].end))
    after = range(i + 1, min(last, i + _REACH + 1))
    if words[i].surface.lower() in word_class("negator-ahead") and (verbs := [j for j in after if is_verb(words, j)]):
        return words[verbs[0]]
    return next((words[j] for j in after if _has_content(words[j])), None)


def _has_content(word: Token) -> bool:
    lower = word.surface.lower()
    return lower not in stopwords() and lower not in word_class("auxiliary") and word.surface[0] != "‹"


def _infinitive(words: list[Token], i: int) -> Token | None:
    """The verb of "refused to concede", "failed to agree"."""
    return words[i + 2] if i + 2 < len(words) and words[i + 1].surface.lower() == "to" else None


def directions(text: str, words: list[Token], whens: Sequence[When]) -> tuple[Direction, ...]:
    """Which way a measured thing is said to have gone: "revenue rose", "shares down"."""
    found = []
    for i in [i for i, word in enumerate(words) if word.canon in _WAYS]:
        word = words[i]
        if not _tells_way(words, i):
            continue
        span = Span(word.start, word.end)
        first, last = clause(text, words, span)
        thing = measured(words, span, first, last)
        if thing and is_measurable(thing):
            when = period(text, span, whens, words, first, last)
            role = Role(thing, "change", extent(text, words, span, first, last), when)
            value = _WAYS[word.canon]
            found.append(Direction(span, value, f"direction.{value}", role))
    return tuple(found)


def _tells_way(words: list[Token], i: int) -> bool:
    """Whether the word tells that something rose or fell; "up" and "down" do alone, or after a verb that does."""
    lower = words[i].surface.lower()
    if lower in word_class("no-direction"):
        return False
    if lower in word_class("comparative"):
        before = words[i - 1] if i else None
        return before is not None and (before.surface[0].isdigit() or before.canon in canon_class("trading"))
    if lower in word_class("up-down"):
        return i > 0 and (words[i - 1].canon in _WAYS or not is_verb(words, i - 1))
    return True


def is_measurable(thing: str) -> bool:
    """Whether a thing is one that rises and falls as a figure: revenue, a price, turnout, the peso.

    >>> is_measurable("net income"), is_measurable("robert")
    (True, False)
    """
    return canon(thing.split()[-1]) in _measurables()


@cache
def _measurables() -> frozenset[str]:
    return frozenset(canon(row[0]) for row in table("en", "measurables"))


def certainties(text: str, start: int, end: int) -> tuple[Certainty, ...]:
    """How firmly a statement puts what it says; nothing where it is simply stated."""
    for value, rule in CERTAINTIES.items():
        if match := rule.search(text, start, end):
            return (Certainty(Span(match.start(), match.end()), value, rule.id, Role()),)
    return ()
