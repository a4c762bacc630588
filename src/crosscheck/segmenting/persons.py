"""Speakers by their full names: surnames, titles and pronouns resolved within one article, where it is plain."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rapidfuzz.distance import Levenshtein

from crosscheck.lexicon.rules import table
from crosscheck.model import Span, Speaker
from crosscheck.segmenting.phrases import speakers, words

_PRONOUNS = {"he": "m", "she": "f"}
_MOST_WORDS = 60  # in front of a name that are kept
_MOST_NAMES = 8  # full names of one surname that are kept
_NEAR = 300  # characters within which a pronoun's person must have been named


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(r",\s+(?=[A-ZÀ-Þ])")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(
        r"[A-ZÀ-Þ][\w'’.-]*(?:[^\S\n]+(?:(?:al|bin|de|del|der|la|van|von|du|da|dos|el|ibn)[^\S\n]+)?[A-ZÀ-Þ][\w'’-]*\.?)*"
    )


@cache
def _titles() -> dict[str, str]:
    """Words that stand before a name, with the kind of post they tell."""
    return {row[0]: row[1] for row in table("en", "titles")}


class Persons:
    """The names of an article, with the words before each; and who spoke last.

    A name of two to four words is a person's where a title or post stands before it, where its last word
    also stands alone, or where it speaks; "the Foreign Ministry" and its like are no persons.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, list[str]] = {}  # by surname
        self._before: dict[str, list[str]] = {}  # the words in front of each full name
        self._gender: dict[str, str] = {}
        self._alone: Counter[str] = Counter()
        self._slips: dict[str, str | None] = {}
        self._last: str | None = None
        self._last_body: str | None = None
        for run in _run().finditer(text):
            self._note(run)

    def speaker(self, span: Span | None) -> Speaker | None:
        """The speaker that a phrase names, or none where a pronoun's person is not plain."""
        if span is None:
            return None
        name = self._resolve(span)
        return Speaker(name, span) if name else None

    def _note(self, run: re.Match[str]) -> None:
        if " " not in run[0]:
            self._alone[_bare(run[0])] += 1
            return
        titles, name = self._split(run[0], run.start())
        if len(name) == 1:
            self._alone[name[0]] += 1
        if not 2 <= len(name) <= 4 or _is_body(name) or self._text[run.start() - 1 : run.start()] == "-":
            return
        full = " ".join(name)
        known = self._full.setdefault(name[-1], [])
        if full not in known and len(known) < _MOST_NAMES:
            known.append(full)
        before = self._text[max(0, run.start() - 40) : run.start()].split("\n")[-1].split()[-3:] + titles
        known_before = self._before.setdefault(full, [])
        if len(known_before) < _MOST_WORDS:
            known_before.extend(word.lower().strip(".,’'") for word in before)
        self._mark_gender(full, titles)

    def _split(self, run: str, at: int) -> tuple[list[str], list[str]]:
        """The titles before a name, and the name without them and without a possessive."""
        parts = run.split()
        first = 0
        for number, part in enumerate(parts[:-1]):
            low = part.lower().strip(".")
            function = low in words("det") or low in words("prep") or low in words("time")
            if function or low in _titles() or low in speakers() or part.endswith(("'s", "’s")):
                first = number + 1
        before = self._text[max(0, at - 12) : at].split()[-1:]
        if first == 0 and len(parts) > 2 and before and before[0].lower() in ("to", "of", "in", "for", "from"):
            first = 1  # "envoy to Kenya Anna Lee"
        name = [*parts[first:-1], _bare(parts[-1])]
        if len(name) == 1 and (name[0].lower() in _titles() or name[0].lower() in words("pronoun")):
            return parts, []
        return parts[:first], [part for part in name if part]

    def _mark_gender(self, full: str, titles: list[str]) -> None:
        for title in titles:
            if (kind := _titles().get(title.lower().strip("."))) in ("m", "f"):
                self._gender[full] = kind

    def _resolve(self, span: Span) -> str | None:
        phrase = " ".join(span.of(self._text).split())
        low = phrase.lower()
        if low in _PRONOUNS:
            return self._pronoun(low, span.start)
        if low == "it":
            return self._last_body
        if low in ("who", "which"):
            return self._antecedent(span.start)
        if low in words("pronoun") or low in ("this", "that", "these", "those", "and", "one"):
            return None
        name = self._named(phrase, span.start) or self._apposed(span.end) or self._described(phrase)
        if name and not _is_company(name):
            return name
        self._last_body = name or _as_it_stands(phrase)
        return self._last_body

    def _named(self, phrase: str, at: int) -> str | None:
        """The person whose name stands in the phrase: the first that has a full name, or is called by surname."""
        for run in _run().finditer(phrase):
            titles, name = self._split(run[0], at + run.start())
            if run[0].endswith(("'s", "’s")) and run.end() < len(phrase):
                continue  # "Kenya's minister" is not Kenya
            if name and not _is_body(name) and (full := self._full_name(name)):
                if not self._is_person(full, name) and run[0] != phrase:
                    continue
                self._mark_gender(full, titles)
                self._last = full
                return full
        return None

    def _is_person(self, full: str, name: list[str]) -> bool:
        """Whether a post stands before the name, or its surname alone elsewhere."""
        posts = any(_titles().get(word) for word in self._before.get(full, []))
        return posts or self._alone[name[-1]] > 0 or len(name) == 1

    def _full_name(self, name: list[str]) -> str | None:
        known = self._full.get(name[-1], [])
        if len(name) > 1:
            return " ".join(name) if " ".join(name) in known else None
        if known and len({each.split()[0] for each in known}) == 1:
            return known[0]
        if name[0] not in self._slips:
            self._slips[name[0]] = None if known else self._misspelt(name[0])
        return self._slips[name[0]]

    def _misspelt(self, surname: str) -> str | None:
        """A full name whose surname is a slip of this one (Putting, Putin): the form used more often counts."""
        for other, known in self._full.items():
            if len(surname) > 3 and other[:2] == surname[:2] and len(known) == 1:
                close = Levenshtein.distance(other, surname, score_cutoff=2) <= 2
                if close and self._alone[other] < self._alone[surname]:
                    return known[0].removesuffix(other) + surname
        return None

    def _apposed(self, end: int) -> str | None:
        """ "The president of the commission, *Anna Lee*,": the name after the comma."""
        comma = _apposed().match(self._text, end)
        run = _run().match(self._text, comma.end()) if comma else None
        if run is None or not (run[0].endswith(".") or self._text[run.end() : run.end() + 1] in (",", ".")):
            return None
        name = self._split(run[0], run.start())[1]
        return self._full_name(name) if len(name) > 1 and not _is_body(name) else None

    def _described(self, phrase: str) -> str | None:
        """ "The Russian leader": the one person of the article of whom all these words are said."""
        tokens = [token for token in phrase.lower().split() if token not in words("det")]
        kind = _titles().get(tokens[-1]) if tokens else None
        if not kind or kind == "plain" or len(tokens) > 3:
            return None
        found = [
            full
            for full, before in self._before.items()
            if any(_titles().get(word) == kind for word in before) and all(word in before for word in tokens[:-1])
        ]
        exact = [full for full in found if tokens[-1] in self._before[full]]
        found = exact if exact and kind != "leader" else found
        if len(found) != 1:
            return None
        self._last = found[0]
        return found[0]

    def _antecedent(self, at: int) -> str | None:
        """The name right before "who"."""
        window = self._text[max(0, at - 80) : at].rstrip().rstrip(",")
        runs = list(_run().finditer(window))
        if not runs or runs[-1].end() < len(window):
            return None
        name = self._split(runs[-1][0], max(0, at - 80) + runs[-1].start())[1]
        return self._full_name(name) if name else None

    def _pronoun(self, low: str, at: int) -> str | None:
        """The person named last before the pronoun, unless another could be meant or the gender is wrong."""
        near = [full for full in self._nearby(at) if self._gender.get(full, _PRONOUNS[low]) == _PRONOUNS[low]]
        known = [full for full in near if self._gender.get(full)]
        candidate = self._last if self._last in near or not near else None
        if candidate is None and near:
            candidate = near[0] if len(near) == 1 else self._opener(near, at)
        if candidate is None and len(known) == 1:
            candidate = known[0]
        if candidate is None or self._gender.get(candidate, _PRONOUNS[low]) != _PRONOUNS[low]:
            return None
        self._gender[candidate] = _PRONOUNS[low]
        self._last = candidate
        return candidate

    def _opener(self, near: list[str], at: int) -> str | None:
        """The one person among these with whom the last sentence that begins with a name begins."""
        start = max(0, at - _NEAR)
        found = None
        for run in _run().finditer(self._text[start:at]):
            before = self._text[max(0, start + run.start() - 2) : start + run.start()]
            if not before or before[-1] == "\n" or before.strip()[-1:] in (".", "!", "?"):
                name = self._split(run[0], start + run.start())[1]
                full = self._full_name(name) if name else None
                found = full if full in near else found
        return found

    def _nearby(self, at: int) -> list[str]:
        """The persons named in the few lines before."""
        start = max(0, at - _NEAR)
        found: list[str] = []
        for run in _run().finditer(self._text[start:at]):
            name = self._split(run[0], start + run.start())[1]
            full = self._full_name(name) if name and not _is_body(name) else None
            if full and full not in found and self._is_person(full, name):
                found.append(full)
        return found


def _bare(word: str) -> str:
    """The word without a possessive and stops."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’'.,")


def _is_body(name: list[str]) -> bool:
    """Whether the last word makes it an organisation: "Foreign Ministry", "Electoral Commission"."""
    return name[-1].lower() in speakers() or name[-1].lower() in words("body")


def _is_company(name: str) -> bool:
    return name.split()[-1].rstrip(".").lower() in (
        "se",
        "ag",
        "inc",
        "corp",
        "co",
        "ltd",
        "plc",
        "llc",
        "sa",
        "nv",
        "gmbh",
    )


def _as_it_stands(phrase: str) -> str:
    """The words of the text, without an article and an apposition."""
    first, _, rest = phrase.partition(" ")
    name = rest if first.lower() in ("the", "a", "an") and rest else phrase
    return name.split(",")[0]
