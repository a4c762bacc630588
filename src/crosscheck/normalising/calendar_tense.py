"""Whether the words around a date speak of what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crosscheck.lexicon.en import time_words as words


def points_ahead(text: str, start: int, end: int, low: int, high: int) -> bool | None:
    """Whether the words around `text[start:end]` speak of what is to come; None where nothing tells.

    The nearest cue before it in its clause decides, else the first after it.
    """
    possessive = text[end : end + 2] in {"'s", "’s"}
    before = "" if possessive else _cues(text[max(low, start - 140) : start])
    clause = _words(_BREAK.split(before)[-1])
    backward = range(len(clause) - 1, -1, -1)
    if _UNTIL.match(text, start, end) and (ahead := _put_off(clause)) is not None:
        return ahead
    if (cue := _first_cue(clause, backward)) is not None:
        return cue
    tail = _words(_BREAK.split(_cues(text[end : min(high, end + 100)]), 1)[0])
    return _first_cue(tail, range(len(tail)))


_BREAK = re.compile(r"[;:.!?()]\s|;|\n\s*\n")
_UNTIL = re.compile(r"(?:until|till?)\s", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z]\s)[A-Z][a-z]+ed\b")
_WORD = re.compile(r"[a-z][a-z']*|'ll")
_BE = frozenset({"be", "been", "being", "is", "are"})


def _cues(text: str) -> str:
    """The words in lower case, without names in -ed ("the United States"), which are no verbs."""
    return _NAME.sub("", text).lower().replace("’", "'")


def _words(clause: str) -> list[str]:
    found: list[str] = _WORD.findall(clause)
    return found


@cache
def _telling() -> frozenset[str]:
    """The words that can be a cue, beside those in -ed."""
    return words.cues("ahead") | words.cues("ahead-to") | words.cues("back")


def _first_cue(clause: list[str], order: Iterable[int]) -> bool | None:
    """What the first cue of a clause says, in this order of its words."""
    telling = _telling()
    for index in order:
        word = clause[index]
        if (word in telling or word.endswith(("ed", "'ll"))) and (cue := _cue(clause, index)) is not None:
            return cue
    return None


def _put_off(clause: list[str]) -> bool | None:
    """Whether "until" follows a word that puts off or grants ("postponed until Friday", "they have until Friday")."""
    if clause and clause[-1] in {"has", "have", "had"}:
        return True
    for index in range(len(clause) - 1, -1, -1):
        if clause[index] in words.cues("until"):
            return True
        if _cue(clause, index) is not None:
            return None
    return None


def _cue(clause: list[str], index: int) -> bool | None:
    """True for a word that points ahead, False for a past verb, None for neither."""
    word = clause[index]
    previous = clause[index - 1] if index else ""
    after = clause[index + 1] if index + 1 < len(clause) else ""
    if word.endswith("'ll") or (word in words.cues("ahead") and previous not in {"been", "previously"}):
        return True
    if word in words.cues("ahead-to") and (
        after == "to" or (after == "for" and word in {"set", "planned"}) or (after == "as" and previous == "as")
    ):
        return True
    no_past = previous in _BE or previous in words.cues("ahead") or previous in words.cues("lasting")
    if word in words.cues("back"):
        return None if no_past or after == "to" else False
    is_past = len(word) > 4 and word.endswith("ed") and not _is_state(word)
    return False if is_past and not no_past else None


def _is_state(word: str) -> bool:
    """Whether a word in -ed is no past verb: "unspecified", "undecided", or one that points ahead ("scheduled")."""
    return word.startswith("un") or word in words.cues("ahead")
