"""Whether the words around a date speak of what is to come."""

from __future__ import annotations

import re

from crosscheck.lexicon.en import time_words as words


def points_ahead(text: str, start: int, end: int, low: int, high: int) -> bool | None:
    """Whether the words around `text[start:end]` speak of what is to come; None where nothing tells.

    The nearest cue before it in its clause decides, else the first after it.
    """
    possessive = text[end : end + 2] in {"'s", "’s"}
    before = "" if possessive else _cues(text[max(low, start - 140) : start])
    clause = re.split(r"[;:.!?()]\s|;|\n\s*\n", before)[-1]
    trail = _trail(clause)
    if _UNTIL.match(text, start, end) and (ahead := _put_off(trail)) is not None:
        return ahead
    for word, previous, after in trail:
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    tail = re.split(r"[;:.!?()]\s|;|\n\s*\n", _cues(text[end : min(high, end + 100)]))[0]
    for word, previous, after in reversed(_trail(tail)):
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    return None


_UNTIL = re.compile(r"(?:until|till?)\s", re.IGNORECASE)


def _put_off(trail: list[tuple[str, str, str]]) -> bool | None:
    """Whether "until" follows a word that puts off or grants ("postponed until Friday", "they have until Friday")."""
    if trail and trail[0][0] in {"has", "have", "had"}:
        return True
    for word, previous, after in trail:
        if word in words.cues("until"):
            return True
        if _cue(word, previous, after) is not None:
            return None
    return None


def _cues(text: str) -> str:
    """The words in lower case, without names in -ed ("the United States"), which are no verbs."""
    return _NAME.sub("", text).lower().replace("’", "'")


_NAME = re.compile(r"(?<=[a-z]\s)[A-Z][a-z]+ed\b")


def _trail(clause: str) -> list[tuple[str, str, str]]:
    """The words of a clause from its end, each with the one before and the one after it."""
    found = re.findall(r"[a-z][a-z']*|'ll", clause)
    return [(w, found[i - 1] if i else "", found[i + 1] if i + 1 < len(found) else "") for i, w in enumerate(found)][
        ::-1
    ]


_BE = frozenset({"be", "been", "being", "is", "are"})


def _cue(word: str, previous: str, after: str) -> bool | None:
    """True for a word that points ahead, False for a past verb, None for neither."""
    if word.endswith("'ll") or (word in words.cues("ahead") and previous not in {"been", "previously"}):
        return True
    if word in words.cues("ahead-to") and (
        after == "to" or (after == "for" and word in {"set", "planned"}) or (after == "as" and previous == "as")
    ):
        return True
    if word in words.cues("back"):
        no_past = previous in _BE or previous in words.cues("ahead") or previous in words.cues("lasting")
        return None if no_past or after == "to" else False
    is_past = len(word) > 4 and word.endswith("ed") and not _is_state(word)
    no_past = previous in _BE or previous in words.cues("ahead") or previous in words.cues("lasting")
    return False if is_past and not no_past else None


def _is_state(word: str) -> bool:
    """Whether a word in -ed is no past verb: "unspecified", "undecided", or one that points ahead ("scheduled")."""
    return word.startswith("un") or word in words.cues("ahead")
