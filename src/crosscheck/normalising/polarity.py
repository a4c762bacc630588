"""Whether it is said to be so or not, how firmly, and which way it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.lexicon.en.syntax import AUXILIARIES, PREPOSITIONS, clause, is_verb
from crosscheck.lexicon.en.words import Token, canon, concept_kind, stopwords
from crosscheck.lexicon.rules import table
from crosscheck.model import Certainty, Direction, Polarity, Role, Span, When
from crosscheck.normalising.roles import extent, measured, period

NEGATORS = frozenset(
    {
        "not",
        "no",
        "never",
        "without",
        "neither",
        "nor",
        "nobody",
        "none",
        "cannot",
        "cant",
        "dont",
        "didnt",
        "wont",
        "unable",
    }
)
NEGATING = frozenset({"fail", "refuse", "deny", "reject"})  # "failed to", "refused to", "denied that"
NEGATIVE_PREFIX = re.compile(r"^(?:un|in|im|non-?)(?=[a-z]{4})")
UP, DOWN = "rise", "fall"
POSSIBLE = re.compile(
    r"\b(?:may|might|could)\s+(?:also\s+)?(?:have|be|sell|\w+)\b|\bunconfirmed\b"
    r"|\bnot\s+(?:been\s+|yet\s+){0,2}confirmed\b|\btoo early to (?:say|tell)\b|\bpossibly\b|\bfeared\b",
    re.I,
)
CONFIRMED = re.compile(r"\b(?:has|have|had)?\s*confirmed\b|\bconfirms\b", re.I)
PLANNED = re.compile(
    r"\b(?:plans?|planned|planning|intends?|expected|set|due|scheduled|hopes?"
    r"|proposes?|proposed)\s+to\b|\bwill\b|\bis to\b|\bare to\b|\bwould\b",
    re.I,
)


def polarities(text: str, words: list[Token]) -> tuple[Polarity, ...]:
    """What the statement negates: for each negating word, the verb or quality that it bears on."""
    found = []
    for i, word in enumerate(words):
        lower = word.surface.lower().replace("’", "'")
        if lower in NEGATORS or lower.endswith("n't"):
            if (
                lower == "no"
                and i + 1 < len(words)
                and words[i + 1].surface.lower() in {"longer", "later", "more", "doubt"}
            ):
                target = (
                    words[i + 2]
                    if lower == "no" and i + 2 < len(words) and words[i + 1].surface.lower() == "longer"
                    else None
                )
            elif (
                lower == "not"
                and i + 1 < len(words)
                and words[i + 1].surface.lower() in {"only", "just", "least", "necessarily"}
            ):
                target = None
            else:
                target = _target(text, words, i)
        elif word.canon in NEGATING or (
            lower in {"failed", "fails", "refused", "refuses", "denied", "denies", "refusing"}
        ):
            target = _infinitive(words, i)
        else:
            continue
        if target is not None:
            found.append(Polarity(Span(word.start, word.end), "negated", "polarity.negation", Role(None, target.canon)))
    return tuple(found)


def _target(text: str, words: list[Token], i: int) -> Token | None:
    """The word that a negation bears on: the verb that follows in its clause, else the first word with content."""
    _, last = clause(text, words, Span(words[i].start, words[i].end))
    after = range(i + 1, min(last, i + 7))
    if words[i].surface.lower() in {"no", "without", "neither", "nobody", "none"}:  # these bear on the verb further on
        for j in after:
            if is_verb(words, j):
                return words[j]
    for j in after:
        lower = words[j].surface.lower()
        if lower not in stopwords() and lower not in AUXILIARIES and words[j].surface[0] != "‹":
            return words[j]
    return None


def _infinitive(words: list[Token], i: int) -> Token | None:
    """The verb of "refused to concede", "failed to agree"."""
    if i + 2 < len(words) and words[i + 1].surface.lower() == "to":
        return words[i + 2]
    return None


def directions(text: str, words: list[Token], whens: Sequence[When]) -> tuple[Direction, ...]:
    """Which way a measured thing is said to have gone: "revenue rose", "shares down"."""
    found = []
    for i, word in enumerate(words):
        if word.canon not in (UP, DOWN) or word.surface.lower() in PREPOSITIONS - {"up", "down"}:
            continue
        lower = word.surface.lower()
        if lower in {"up", "down"} and (i == 0 or (is_verb(words, i - 1) and words[i - 1].canon not in (UP, DOWN))):
            continue
        if lower in {"expected", "higher", "lower"}:
            continue
        span = Span(word.start, word.end)
        first, last = clause(text, words, span)
        thing = measured(words, span, first, last)
        value = "up" if word.canon == UP else "down"
        if thing and is_measurable(thing):
            role = Role(
                thing, "change", extent(text, words, span, first, last), period(text, span, whens, words, first, last)
            )
            found.append(Direction(span, value, f"direction.{value}", role))
    return tuple(found)


def is_measurable(thing: str) -> bool:
    """Whether a thing is one that rises and falls as a figure: revenue, a price, turnout, the peso.

    >>> is_measurable("net income"), is_measurable("robert")
    (True, False)
    """
    return canon(thing.split()[-1]) in {canon(row[0]) for row in table("en", "measurables")}


def certainties(text: str, start: int, end: int) -> tuple[Certainty, ...]:
    """How firmly a statement puts what it says; nothing where it is simply stated."""
    for value, pattern in (("possible", POSSIBLE), ("confirmed", CONFIRMED), ("planned", PLANNED)):
        if match := pattern.search(text, start, end):
            return (Certainty(Span(match.start(), match.end()), value, f"certainty.{value}", Role()),)
    return ()


def is_negative_form(canon: str) -> bool:
    """Whether a word negates by its prefix ("unsafe", "non-stop")."""
    return bool(NEGATIVE_PREFIX.match(canon)) and concept_kind(canon) is None
