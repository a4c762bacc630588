"""Speakers by their full names: surnames, titles and pronouns resolved within one article, where it is plain."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rapidfuzz.distance import Levenshtein

from crosscheck.lexicon.rules import table
from crosscheck.model import Span, Speaker
from crosscheck.segmenting.phrases import speakers, words
from crosscheck.segmenting.runs import Run, bare, runs
from crosscheck.segmenting.sentences import openers

_PRONOUNS = {"he": "m", "she": "f"}
_MOST_WORDS = 60  # in front of a name that are kept
_MOST_NAMES = 8  # full names of one surname that are kept
_NEAR = 300  # characters within which a pronoun's person must have been named


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(r",\s+(?=[A-ZÀ-Þ])")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r",\s([^,.;:!?\n]{3,80})[,.]")


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\n|[.!?][\"”’)]?\s)\s*(?:The\s)?")


@cache
def _titles() -> dict[str, str]:
    """Words that stand before a name, with the kind of post they tell."""
    return {row[0]: row[1] for row in table("en", "titles")}


@cache
def _leading() -> frozenset[str]:
    """Words before a name that are no part of it: titles, posts, function words, days."""
    functions = words("det") | words("prep") | words("time") | words("sub") | words("conj")
    return functions | _titles().keys() | speakers()


@cache
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "countries"))


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
        self._renamed: dict[str, str] = {}  # a misspelt full name and the right one
        self._last: str | None = None
        self._last_body: str | None = None
        self._body_at = 0
        for run in runs(text):
            self._note(run)

    def speaker(self, span: Span | None) -> Speaker | None:
        """The speaker that a phrase names, or none where a pronoun's person is not plain."""
        if span is None:
            return None
        name = self._resolve(span)
        return Speaker(name, span) if name else None

    def settled(self, speaker: Speaker | None) -> Speaker | None:
        """The speaker by the name that turned out to be right, once all have been named (Putting, then Putin)."""
        return Speaker(self._renamed.get(speaker.name, speaker.name), speaker.span) if speaker else None

    def _note(self, run: Run) -> None:
        if " " not in run.text:
            self._alone[bare(run.text)] += 1
            return
        titles, name = self._split(run.text, run.start)
        if len(name) == 1:
            self._alone[name[0]] += 1
        full = " ".join(name)
        if not 2 <= len(name) <= 4 or _is_body(name) or self._text[run.start - 1 : run.start] == "-":
            return
        if full in _countries() or name[-1] == "I":
            return
        known = self._full.setdefault(name[-1], [])
        if full not in known and len(known) < _MOST_NAMES:
            known.append(full)
        before = self._text[max(0, run.start - 40) : run.start].split("\n")[-1].split()[-3:] + titles
        known_before = self._before.setdefault(full, [])
        if len(known_before) < _MOST_WORDS:
            known_before.extend(word.lower().strip(".,’'") for word in (*before, *self._post_after(run.end)))
        self._mark_gender(full, titles)

    def _post_after(self, end: int) -> list[str]:
        """The words of "…, *the chief of police*,": what a name that ends at `end` is said to be."""
        found = _apposition().match(self._text, end)
        said = found[1].split() if found else []
        return said if any(_titles().get(word.lower(), "plain") != "plain" for word in said) else []

    def _split(self, run: str, at: int) -> tuple[list[str], list[str]]:
        """The titles before a name, and the name without them and without a possessive."""
        parts, leading = run.split(), _leading()
        first = 0
        for number, part in enumerate(parts[:-1]):
            low = part.lower().strip(".")
            if low in leading or (number == 0 and low in openers()) or part.endswith(("'s", "’s")):
                first = number + 1
        before = self._text[max(0, at - 12) : at].split()[-1:]
        after_place = before and before[0].lower() in ("to", "of", "in", "for", "from")
        if first == 0 and after_place and len(parts) > 2 and not parts[1].endswith("."):
            first = 1  # "envoy to Kenya Anna Lee"
        name = [*parts[first:-1], bare(parts[-1])]
        while len(name) > 1 and name[-1].lower() in words("time"):
            name.pop()  # "told Anna Lee Monday"
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
            return self._body_before(span.start)
        if low in ("who", "which"):
            return self._antecedent(span.start)
        if low in words("pronoun") or low in ("this", "that", "these", "those", "and", "one"):
            return None
        name = self._named(phrase, span.start) or self._apposed(span.end) or self._described(phrase)
        if name and not _is_company(name):
            return name
        self._last_body = name or _as_it_stands(phrase)
        self._body_at = span.start
        return self._last_body

    def _body_before(self, at: int) -> str | None:
        """What "it" means: the name with which the last sentence begins, else the body that spoke shortly before."""
        start = max(0, at - _NEAR)
        last = [each.end() for each in _sentence_start().finditer(self._text, start, at)][-2:-1]
        run = next(runs(self._text[last[0] : at]), None) if last else None
        name = self._split(run.text, 0)[1] if run and not run.start else []
        if (
            name
            and name[0].lower() not in openers()
            and not (self._full_name(name) and self._is_person(" ".join(name), name))
        ):
            return " ".join(name)
        return self._last_body if at - self._body_at < _NEAR else None

    def _named(self, phrase: str, at: int) -> str | None:
        """The person whose name stands in the phrase: the first that has a full name, or is called by surname."""
        for run in runs(phrase):
            titles, name = self._split(run.text, at + run.start)
            if run.text.endswith(("'s", "’s")) and run.end < len(phrase):
                continue  # "Kenya's minister" is not Kenya
            if _first_word(phrase[run.end :]) in speakers():
                continue  # nor is "the Lee campaign" Lee
            if name and not _is_body(name) and (full := self._full_name(name)):
                if not self._is_person(full, name) and (run.text != phrase or len(name) == 1):
                    continue
                self._mark_gender(full, titles)
                self._last = full
                return full
        return None

    def _is_person(self, full: str, name: list[str]) -> bool:
        """Whether a post stands before the name, or its surname alone elsewhere."""
        posts = any(_titles().get(word) for word in self._before.get(full, []))
        if len(name) == 1:
            return posts or name[0] not in _countries()
        return posts or self._alone[name[-1]] > 0

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
                    self._renamed[known[0]] = known[0].removesuffix(other) + surname
                    return self._renamed[known[0]]
        return None

    def _apposed(self, end: int) -> str | None:
        """ "The president of the commission, *Anna Lee*,": the name after the comma."""
        comma = _apposed().match(self._text, end)
        run = next(runs(self._text[comma.end() : comma.end() + _NEAR]), None) if comma else None
        at = comma.end() + run.end if comma and run else 0
        if run is None or run.start or not (run.text.endswith(".") or self._text[at : at + 1] in (",", ".")):
            return None
        name = self._split(run.text, at - len(run.text))[1]
        return self._full_name(name) if len(name) > 1 and not _is_body(name) else None

    def _described(self, phrase: str) -> str | None:
        """ "The Russian leader": the one person of the article of whom all these words are said."""
        tokens = [token for token in phrase.lower().split() if token not in words("det")]
        joint = next((n for n, token in enumerate(tokens) if n and token in ("to", "of", "for")), len(tokens))
        post, rest = tokens[:joint], tokens[joint + 1 :]
        kind = _titles().get(post[-1]) if post else None
        if not kind or kind == "plain" or len(post) > 3 or len(rest) > 4:
            return None
        said = [token for token in [*post[:-1], *rest] if not (rest and token.endswith(("'s", "’s")))]
        found = [
            full
            for full, before in self._before.items()
            if any(_titles().get(word) == kind for word in before) and all(word in before for word in said)
        ]
        exact = [full for full in found if post[-1] in self._before[full]]
        found = exact if exact and kind != "leader" else found
        if len(found) != 1:
            return None
        self._last = found[0]
        return found[0]

    def _antecedent(self, at: int) -> str | None:
        """The name right before "who"."""
        window = self._text[max(0, at - 80) : at].rstrip().rstrip(",")
        last = list(runs(window))[-1:]
        if not last or last[0].end < len(window):
            return None
        name = self._split(last[0].text, max(0, at - 80) + last[0].start)[1]
        return self._full_name(name) if name else None

    def _pronoun(self, low: str, at: int) -> str | None:
        """The person named last before the pronoun, unless another could be meant or the gender is wrong."""
        near = [full for full in self._nearby(at) if self._gender.get(full, _PRONOUNS[low]) == _PRONOUNS[low]]
        known = [full for full in near if self._gender.get(full)]
        subject = self._subject(at)
        candidate = subject or (self._last if self._last in near or not near else None)
        if candidate is None and near:
            candidate = near[0] if len(near) == 1 else self._opener(near, at)
        if candidate is None and len(known) == 1:
            candidate = known[0]
        if candidate is None or self._gender.get(candidate, _PRONOUNS[low]) != _PRONOUNS[low]:
            return None
        self._gender[candidate] = _PRONOUNS[low]
        self._last = candidate
        return candidate

    def _subject(self, at: int) -> str | None:
        """The person with whom the sentence around `at` begins: "*Anna Lee* denied what she called a lie"."""
        if not self._text[max(0, at - 2) : at - 1].isalpha():
            return None  # "Lee was late, she said"
        start = max(0, at - _NEAR)
        last = [each.end() for each in _sentence_start().finditer(self._text, start, at)][-1:]
        run = next(runs(self._text[last[0] : at]), None) if last else None
        name = self._split(run.text, last[0])[1] if run and not run.start else []
        return self._full_name(name) if name and not _is_body(name) else None

    def _opener(self, near: list[str], at: int) -> str | None:
        """The one person among these with whom the last sentence that begins with a name begins."""
        start = max(0, at - _NEAR)
        found = None
        for run in runs(self._text[start:at]):
            before = self._text[max(0, start + run.start - 2) : start + run.start]
            if not before or before[-1] == "\n" or before.strip()[-1:] in (".", "!", "?"):
                name = self._split(run.text, start + run.start)[1]
                full = self._full_name(name) if name else None
                found = full if full in near else found
        return found

    def _nearby(self, at: int) -> list[str]:
        """The persons named in the few lines before."""
        start = max(0, at - _NEAR)
        found: list[str] = []
        for run in runs(self._text[start:at]):
            name = self._split(run.text, start + run.start)[1]
            full = self._full_name(name) if name and not _is_body(name) else None
            if full and full not in found and self._is_person(full, name):
                found.append(full)
        return found


def _first_word(text: str) -> str:
    return "".join(text.split(maxsplit=1)[:1]).lower()


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
