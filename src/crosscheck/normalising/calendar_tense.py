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
    for word, previous, after in _trail(clause):
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    tail = re.split(r"[;:.!?()]\s|;|\n\s*\n", _cues(text[end : min(high, end + 100)]))[0]
    for word, previous, after in reversed(_trail(tail)):
        if (cue := _cue(word, previous, after)) is not None:
            return cue
    return None


def _cues(text: str) -> str:
    return text.lower().replace("’", "'")


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
        return None if previous in _BE or previous in words.cues("ahead") or after == "to" else False
    is_past = len(word) > 4 and word.endswith("ed") and word not in words.cues("ahead")
    return False if is_past and previous not in _BE and previous not in words.cues("ahead") else None
