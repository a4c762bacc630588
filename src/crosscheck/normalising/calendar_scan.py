"""The pieces of a text: one scan, a dictionary at each word, a rule at each hit, the longest match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from crosscheck.lexicon.en.date_triggers import (
    AFTER_THE,
    ALONE,
    FURTHER,
    GLUED,
    LONG_NUMBER,
    NEXT_CHARACTER,
    NEXT_FIGURE,
    SHIFT_WORDS,
    SHORT_NUMBER,
    STRETCHING,
    SUFFIXED,
    followers,
    shifted,
    triggers,
)
from crosscheck.lexicon.en.dates import BY_ID
from crosscheck.lexicon.en.time_words import MONTHS, ORDINALS
from crosscheck.normalising import calendar_dates, calendar_relative, times
from crosscheck.normalising.calendar_atoms import Atom, Match, Reader

_READERS: dict[str, Reader] = calendar_dates.READERS | calendar_relative.READERS | times.READERS


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+|['’‘](?=[0-9]0)")


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """The pieces in `text[start:end]`, in order and apart from each other: at each word the longest match."""
    hits = _hits(text, start, end)
    if not hits:
        return []
    found: list[Atom] = []
    position = start
    tokens = list(_word().finditer(text, start, end))
    for token in (tokens[i] for i in hits):
        if token.start() < position:
            continue
        best = _longest(text, token, end)
        if best is not None:
            found.append(_with_article(text, best, position))
            position = best.end
    return found


def _hits(text: str, start: int, end: int) -> list[int]:
    """Which words of text[start:end] may begin a time, by the word after each: few do, and only those are looked at."""
    words = _word().findall(text, start, end)
    found = []
    for i, goes_on in enumerate(map(_goes_on, words)):
        if goes_on is None:
            continue
        following = words[i + 1].lower() if i + 1 < len(words) else ""
        if not goes_on or following in goes_on or following[:1].isdigit() or _further(words, i):
            found.append(i)
    return found


@cache
def _goes_on(word: str) -> frozenset[str] | None:
    """The words before one of which, or before digits, a word begins a time; none where any may follow.

    `None` for a word that begins no time.
    """
    word = word.lower()
    if word[0] in _FIGURES or (word[:2] == "fy" and word not in _known()):
        return frozenset()
    if word not in _known():
        return None
    if word == "the":
        return AFTER_THE
    rules = [rule for rule in triggers().get(word, ()) if (rule, word) not in FURTHER or rule in followers()]
    if word in MONTHS or any(rule not in followers() or word in ALONE.get(rule, ()) for rule in rules):
        return frozenset()
    following = [followers()[rule] for rule in rules]
    return frozenset(_NOTHING).union(*following, shifted() if word in SHIFT_WORDS else ())


_NOTHING = ("",)  # so that the words that a word needs are some, even where it only needs one further on


def _further(words: Sequence[str], i: int) -> bool:
    """Whether one of the words that a word needs further on stands there."""
    needed = _FURTHER.get(words[i].lower())
    return needed is not None and any(later in word.lower() for word in words[i + 1 : i + 9] for later in needed)


_FURTHER = {word: needed for (rule, word), needed in FURTHER.items() if word and rule not in followers()}
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
        return _rules_at_figure(text, token)
    if word[0] in "'’‘":
        return ("date.decade",)
    word = word.lower()
    rules = triggers().get(word, ()) or (("date.fiscal-year",) if word.startswith("fy") else ())
    if word in MONTHS:
        return _fitting_month(text, token.end(), rules)
    following = _word_after(text, token.end())
    if word == "the":
        return rules if following in AFTER_THE else ()
    fitting = tuple([rule for rule in rules if _fits(rule, word, following, text, token.end())])
    return fitting + _shifted_at(word, following) if word in SHIFT_WORDS else fitting


def _rules_at_figure(text: str, token: Match) -> tuple[str, ...]:
    """The rules to try where these digits begin."""
    word = token[0]
    digits = len(word) - len(word.lstrip("0123456789"))
    rules: tuple[str, ...] = SHORT_NUMBER if digits <= 3 else LONG_NUMBER if digits == 4 else ()
    if digits == 3 and text[max(0, token.start() - 2) : token.start()].rstrip(",.")[-1:].isdigit():
        return ()  # "5,000 to"
    if digits < len(word):
        return GLUED.get(word[digits:].lower(), rules)
    after = text[token.end() : token.end() + 2]
    if after[:1] == "/" and digits <= 2:
        return ("date.numeric",) if after[1:].isdigit() else ()
    if digits == 4 and after[:1] in _BEFORE_MORE and _DATED.isdisjoint(text[token.end() + 2 : token.end() + 4]):
        rules = tuple(rule for rule in rules if rule != "date.iso")  # "2016-2020"
    following, half = "", False
    if after[:1].isspace() or after[:1] in _BEFORE_MORE:
        following = _word_after(text, token.end())
        half = digits <= 2 and _fits("clock.12-hour", "", "", text, token.end())
    return _fitting_figure(rules, after, "0" if following[:1].isdigit() else following, half)


_BEFORE_MORE = frozenset("-.:")
_DATED = frozenset("-./")


@lru_cache(maxsize=512)
def _fitting_figure(rules: tuple[str, ...], after: str, following: str, half: bool) -> tuple[str, ...]:
    """Of the rules for digits those that the next two characters and the next word allow."""
    return tuple(
        rule
        for rule in rules
        if rule not in SUFFIXED
        and after[:1] in NEXT_CHARACTER.get(rule, after)
        and (rule not in NEXT_FIGURE or after[1:].isdigit())
        and (rule != "date.years" or not after[:1].isspace() or not _RANGING.isdisjoint(after))
        and (rule != "clock.12-hour" or half)
        and (
            rule not in followers()
            or following in followers()[rule]
            or (rule == "date.day-month" and (following == "0" or not _JOINING.isdisjoint(after)))
        )
    )


def _joins(after: str) -> bool:
    """Whether a day is joined to another here: "20-23 October", "20 & 21"; not to a word, as in "20-year"."""
    return not _JOINING.isdisjoint(after) and not after[1:].isalpha()


_JOINING = frozenset("-–—&")
_RANGING = frozenset("-–—/")


def _fits(rule: str, word: str, following: str, text: str, end: int) -> bool:
    """Whether a rule can match at a word, or at digits (""), by what follows."""
    if rule in followers() and following not in followers()[rule] and word not in ALONE.get(rule, ()):
        return False
    if (rule, word) in FURTHER:
        near = text[end : end + 18].lower().replace("\n", " ")
        return any(later in near for later in FURTHER[rule, word])
    return True


def _shifted_at(word: str, following: str) -> tuple[str, ...]:
    """The rules for "last", "this", "next" … by the word that follows."""
    rules = ("date.stretch",) if following[:1].isdigit() else shifted().get(following, ())
    return rules if word in STRETCHING else tuple(rule for rule in rules if rule != "date.stretch")


def _fitting_month(text: str, end: int, rules: tuple[str, ...]) -> tuple[str, ...]:
    """Of the rules for a month those that a day, a day in words or a year after it allows."""
    m = _after_month().match(text, end)
    following = m[1].lower() if m else ""
    figures = following[:1].isdigit()
    unfit = {
        "date.month-day": not figures,
        "date.month-year": not figures or not following[:4].isdigit() or len(following) < 4,
        "date.feast": following != "day",
        "date.month-ordinal": following not in ORDINALS and following not in {"twenty", "thirty"},
    }
    return tuple(rule for rule in rules if not unfit.get(rule, False))


@cache
def _after_month() -> re.Pattern[str]:
    return re.compile(r"\.?,?[\s/-]{1,2}(?:(?:of|the)\s{1,2})?([^\W_]+)", re.IGNORECASE)


def _word_after(text: str, end: int) -> str:
    """The next word in lower case; empty where no blank or hyphen joins it."""
    following = _following().match(text, end)
    return following[1].lower() if following else ""


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
