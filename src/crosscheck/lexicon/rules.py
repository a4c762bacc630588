"""Rules are data: a row has an id, a pattern, its meaning, and examples for and against it."""

from __future__ import annotations

import re
from functools import cache
from pkgutil import get_data  # importlib.resources costs ten times as much to import
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule. `id` is dotted and stable, since reports carry it.

    `pattern` is a verbose, case-insensitive regular expression that takes time linear in the text.
    Every one of `examples` must match somewhere; none of `counterexamples` may.
    """

    id: str
    pattern: str
    meaning: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when first used."""
        return compiled(self.pattern)


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
    lines = [line for line in text.splitlines() if line and line[0] != "#" and not line.isspace()]
    if " \t" in text or "\t " in text:
        return tuple(tuple(map(str.strip, line.split("\t"))) for line in lines)
    return tuple(tuple(line.strip(" ").split("\t")) for line in lines)


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
