"""Speakers by their full names: surnames, titles and pronouns resolved within one article, where it is plain."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon.rules import table
from crosscheck.model import Span, Speaker
from crosscheck.segmenting.phrases import words

_RUN = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?:[^\S\n]+(?:(?:al|bin|de|del|der|la|van|von|du|da|dos|el|ibn)[^\S\n]+)?[A-ZÀ-Þ][\w'’-]*\.?)*"
)
_WORD = re.compile(r"[\w'’-]+")
_PRONOUNS = {"he": "m", "she": "f"}
_GENDERED = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lady": "f", "king": "m", "queen": "f"}


@cache
def _titles() -> dict[str, str]:
    """Words that stand before a name, with the kind of post they tell."""
    return {row[0]: row[1] for row in table("en", "titles")}


class Persons:
    """The names of an article, with where each stands and what post it is given; and who spoke last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, list[str]] = {}
        self._posts: dict[str, list[str]] = {}
        self._gender: dict[str, str] = {}
        self._surnames: dict[str, list[int]] = {}
        self._last: str | None = None
        self._last_body: str | None = None
        for run in _RUN.finditer(text):
            self._note(run)

    def speaker(self, span: Span | None) -> Speaker | None:
        """The speaker that a phrase names, or none where a pronoun's person is not plain."""
        if span is None:
            return None
        name = self._resolve(span)
        return Speaker(name, span) if name else None

    def _note(self, run: re.Match[str]) -> None:
        titles, name = _split(run[0])
        surname = name[-1] if name else ""
        if surname:
            self._surnames.setdefault(surname, []).append(run.start())
        if len(name) < 2 or len(name) > 4:
            return
        full = " ".join(name)
        if full not in self._full.setdefault(surname, []):
            self._full[surname].append(full)
        before = self._text[max(0, run.start() - 40) : run.start()].split("\n")[-1].split()[-2:] + titles
        for word in before:
            low = word.lower().strip(".,")
            if kind := _titles().get(low):
                self._posts.setdefault(kind, []).append(full)
            if low in _GENDERED:
                self._gender[full] = _GENDERED[low]

    def _resolve(self, span: Span) -> str | None:
        phrase = " ".join(span.of(self._text).split())
        low = phrase.lower()
        if low in _PRONOUNS:
            return self._pronoun(low, span.start)
        if low == "it":
            return self._last_body
        if low in ("who", "which"):
            return self._antecedent(span.start)
        if low in words("pronoun") or low in ("which", "this", "that", "these", "those"):
            return None
        return self._named(phrase) or self._described(phrase) or self._as_it_stands(phrase)

    def _antecedent(self, at: int) -> str | None:
        """The name right before "who"."""
        window = self._text[max(0, at - 80) : at].rstrip().rstrip(",")
        runs = list(_RUN.finditer(window))
        if not runs or runs[-1].end() < len(window):
            return None
        return self._full_name(_split(runs[-1][0])[1] or [""])

    def _named(self, phrase: str) -> str | None:
        """The person whose name stands in the phrase."""
        for run in reversed(list(_RUN.finditer(phrase))):
            titles, name = _split(run[0])
            full = self._full_name(name) if name else None
            if full:
                for title in titles:
                    if title.lower().strip(".") in _GENDERED:
                        self._gender[full] = _GENDERED[title.lower().strip(".")]
                self._last = full
                return full
        return None

    def _full_name(self, name: list[str]) -> str | None:
        known = self._full.get(name[-1], [])
        if " ".join(name) in known and len(name) > 1:
            return " ".join(name)
        if len(name) == 1 and len(known) >= 1 and len({each.split()[0] for each in known}) == 1:
            return known[0]
        return None

    def _described(self, phrase: str) -> str | None:
        """ "The Russian leader": the one person of the article who is given such a post."""
        tokens = phrase.lower().split()
        if len(tokens) > 4 or tokens[0] not in ("the", "his", "her", "president", "minister"):
            return None
        kind = _titles().get(tokens[-1])
        holders = list(dict.fromkeys(self._posts.get(kind, []))) if kind else []
        if len(holders) == 1:
            self._last = holders[0]
            return holders[0]
        return None

    def _pronoun(self, low: str, at: int) -> str | None:
        """The person named last before the pronoun, if nobody else could be meant."""
        gender = _PRONOUNS[low]
        candidate = self._nearest(at) or self._last
        if candidate is None or self._gender.get(candidate, gender) != gender:
            return None
        self._gender[candidate] = gender
        self._last = candidate
        return candidate

    def _nearest(self, at: int) -> str | None:
        """The only person whose name stands in the few lines before; none where there are several."""
        window = self._text[max(0, at - 300) : at]
        found = [
            full for run in _RUN.finditer(window) if (name := _split(run[0])[1]) and (full := self._full_name(name))
        ]
        people = list(dict.fromkeys(found))
        if self._last in people or not people:
            return self._last
        return people[0] if len(people) == 1 else None

    def _as_it_stands(self, phrase: str) -> str:
        found = _WORD.findall(phrase)
        article = found and found[0].lower() in ("the", "a", "an")
        name = phrase.split(maxsplit=1)[1] if article and " " in phrase else phrase
        self._last_body = name.split(",")[0]
        return name.split(",")[0]


def _split(run: str) -> tuple[list[str], list[str]]:
    """The titles before a name, and the name without them and without a possessive."""
    parts = run.split()
    parts[-1] = re.sub(r"['’]s\Z|['’.,]+\Z", "", parts[-1])
    first = 0
    for number, part in enumerate(parts):
        low = part.lower().strip(".")
        if low in _titles() or low in _GENDERED or low in words("det") or low in words("prep") or low in words("time"):
            first = number + 1
    return parts[:first], [part for part in parts[first:] if part]
