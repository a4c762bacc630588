"""The pieces of a text: one scan, a dictionary at each word, a rule at each hit, the longest match."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon.en.date_triggers import (
    AFTER_THE,
    LONG_NUMBER,
    NEXT_CHARACTER,
    SHIFT_WORDS,
    SHORT_NUMBER,
    SUFFIXED,
    shifted,
    triggers,
)
from crosscheck.lexicon.en.dates import BY_ID
from crosscheck.normalising import calendar_dates, calendar_relative, times
from crosscheck.normalising.calendar_atoms import Atom, Match, Reader

_READERS: dict[str, Reader] = calendar_dates.READERS | calendar_relative.READERS | times.READERS


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+|['’‘](?=[0-9]0)")


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """The pieces in `text[start:end]`, in order and apart from each other: at each word the longest match."""
    found: list[Atom] = []
    position = start
    known = _known()
    for token in _word().finditer(text, start, end):
        word = token[0]
        if word.lower() not in known and word[0] not in _FIGURES and word[:2].lower() != "fy":
            continue  # most words begin no time; this keeps the scan quick
        if token.start() < position:
            continue
        best = _longest(text, token, end)
        if best is not None:
            found.append(_with_article(text, best, position))
            position = best.end
    return found


_FIGURES = frozenset("0123456789'’‘")


@cache
def _known() -> frozenset[str]:
    """The words that may begin a time."""
    return frozenset(triggers()) | SHIFT_WORDS


def _longest(text: str, token: Match, end: int) -> Atom | None:
    best: Atom | None = None
    for rule in _rules_at(text, token):
        m = BY_ID[rule].regex.match(text, token.start(), end)
        if m is None or (best is not None and m.end() <= best.end) or _broken(m[0]):
            continue
        atom = _READERS[rule](m)
        if atom is not None and atom.end != token.start():
            best = atom._replace(rule=rule)
    return best


def _rules_at(text: str, token: Match) -> tuple[str, ...]:
    """The rules to try where this word begins."""
    word = token[0]
    if word[0].isascii() and word[0].isdigit():
        digits = len(word) - len(word.lstrip("0123456789"))
        numbers = SHORT_NUMBER if digits <= 3 else LONG_NUMBER if digits == 4 else ()
        after = text[token.end() : token.end() + 1]
        if after == "/" and digits == len(word) <= 2:
            return ("date.numeric",)
        if digits < len(word):
            return (*numbers, *triggers().get(word.lower(), ()))
        return tuple(r for r in numbers if r not in SUFFIXED and after in NEXT_CHARACTER.get(r, after))
    if word[0] in "'’‘":
        return ("date.decade",)
    word = word.lower()
    if word == "the":
        following = _following().match(text, token.end())
        return triggers()[word] if following and following[1].lower() in AFTER_THE else ()
    rules = triggers().get(word, ()) or (("date.fiscal-year",) if word.startswith("fy") else ())
    return rules + _shifted_at(text, token.end()) if word in SHIFT_WORDS else rules


def _shifted_at(text: str, end: int) -> tuple[str, ...]:
    """The rules for "last", "this", "next" … by the word that follows."""
    following = _following().match(text, end)
    if following is None:
        return ()
    return ("date.stretch",) if following[1][0].isdigit() else shifted().get(following[1].lower(), ())


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r"[\s-]{1,2}([^\W_]+)")


def _broken(matched: str) -> bool:
    """Whether a blank line runs through it: then the words belong to two paragraphs."""
    return ("\n" in matched and matched.count("\n") > matched.count("\r\n") > 0) or "\n\n" in matched


_WITH_ARTICLE = frozenset(
    {"unit", "quarter", "season", "years", "stretch", "part", "edge", "week-of", "weekday", "offset", "nth"}
)


_DAY_FIRST = frozenset({"date.day-month", "date.ordinal-month"})


def _with_article(text: str, atom: Atom, floor: int) -> Atom:
    """The piece with "the" before it, which belongs to it ("the third quarter")."""
    start = atom.start - 4
    if atom.kind == "years" and atom.unit not in {"decade", "century"}:
        return atom
    if (
        (atom.kind in _WITH_ARTICLE or atom.rule in _DAY_FIRST or text[atom.start : atom.start + 4].lower() == "day ")
        and start >= floor
        and text[start : atom.start].lower() == "the "
    ):
        return atom._replace(start=start)
    return atom
