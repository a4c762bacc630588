"""Runs of capitalised words, among which names are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscheck.segmenting.sentences import abbreviations


@cache
def _run() -> re.Pattern[str]:
    return re.compile(
        r"[A-ZÀ-Þ][\w'’.-]*(?:[^\S\n]+(?:(?:al|bin|de|del|der|la|van|von|du|da|dos|el|ibn)[^\S\n]+)?[A-ZÀ-Þ](?:(?:\.[A-ZÀ-Þ])+\.?|[\w'’-]*\.?))*"
    )


@cache
def _inner_stop() -> re.Pattern[str]:
    return re.compile(r"(?<![^\s.])([^\s.]*+)\.\s+")


class Run(NamedTuple):
    """Words in capitals that stand together, and where in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def runs(text: str, start: int = 0) -> Iterator[Run]:
    """The runs of capitalised words from `start`; none goes past the end of a sentence.

    >>> [run.text for run in runs("He met Gen. Charles de Gaulle in Paris. Winston Churchill stayed away.")]
    ['He', 'Gen. Charles de Gaulle', 'Paris', 'Winston Churchill']
    """
    for found in _run().finditer(text, start):
        begin = 0
        for stop in _inner_stop().finditer(found[0]) if "." in found[0] else ():
            if len(stop[1]) > 1 and stop[1].lower() not in abbreviations():
                yield Run(found.start() + begin, found[0][begin : stop.end(1)])
                begin = stop.end()
        yield Run(found.start() + begin, found[0][begin:].removesuffix(".") if begin else found[0])


def bare(word: str) -> str:
    """The word without a possessive and stops."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’'.,")
