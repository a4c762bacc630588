"""Rules are data: a row has an id, a pattern, its meaning, and examples for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pkgutil import get_data  # importlib.resources costs ten times as much to import
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule. `id` is dotted and stable, since reports carry it.

    `pattern` is a verbose, case-insensitive regular expression that takes time linear in the text.
    Every one of `examples` must match somewhere; none of `counterexamples` may. What matches has one of
    the `clues` in it, whatever its capitals, so that a look for those says no in a tenth of the time; a rule
    without clues is always tried.
    """

    id: str
    pattern: str
    meaning: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when first used."""
        return compiled(self.pattern)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in text[start:end].

        >>> rule = Rule("toy.ferry", r"\\b ferr(?: y | ies ) \\b", "ships", ("a ferry",), clues=("ferr",))
        >>> rule.search("Two ferries sank", 0, 16)[0], rule.search("Two boats sank", 0, 14)
        ('ferries', None)
        """
        return compiled(self.pattern).search(text, start, end) if self._may_match(text, start, end) else None

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match that begins where text[start:end] does."""
        return compiled(self.pattern).match(text, start, end) if self._may_match(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches in text[start:end], in order."""
        return compiled(self.pattern).finditer(text, start, end) if self._may_match(text, start, end) else ()

    def _may_match(self, text: str, start: int, end: int) -> bool:
        if not self.clues:
            return True
        lower = text[start:end].lower()
        for clue in self.clues:  # noqa: SIM110 - a generator takes twice as long
            if clue in lower:
                return True
        return False


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A verbose, case-insensitive pattern, compiled once."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


@cache
def table(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `lexicon/LANGUAGE/NAME.tsv`, without comments (#) and blank lines."""
    data = get_data("crosscheck.lexicon", f"{language}/{name}.tsv")
    if data is None:
        raise FileNotFoundError(f"the lexicon of {language!r} has no table {name!r}")
    text = data.decode("utf-8")
    if any(padded in text for padded in (" \t", "\t ", " \n", "\n ")):
        text = re.sub(" *([\t\n]) *", "\\1", text)
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def classes(language: str, name: str) -> dict[str, frozenset[str]]:
    """The words of each class of `lexicon/LANGUAGE/NAME.tsv`, whose rows are a class and some of its words.

    >>> sorted(classes("en", "word_classes")["change"])
    ['fall', 'rise']
    """
    found: dict[str, list[str]] = {}
    for kind, words in table(language, name):
        found.setdefault(kind, []).extend(words.split())
    return {kind: frozenset(words) for kind, words in found.items()}
