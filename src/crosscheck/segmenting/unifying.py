"""One name for each speaker of a story: "Mr Putin" in one article is the Vladimir Putin of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import evolve

from crosscheck.lexicon.rules import table
from crosscheck.model import Segmented, Speaker, Statement
from crosscheck.segmenting.phrases import speakers, words


def unified(story: Sequence[Segmented]) -> tuple[Segmented, ...]:
    """The articles of one story, with each speaker by the same name in all of them.

    A surname, alone or behind a title, stands for the only full name of a speaker of the story that ends in it.
    Another spelling of a surname stays: whether it is a slip or another person is not told by the name.

    >>> from crosscheck.model import Article
    >>> from crosscheck.segmenting import segment
    >>> texts = ("President Emmanuel Macron said it was late.", "It had rained, Mr Macron said.")
    >>> story = [segment(Article(id=str(number), text=text)) for number, text in enumerate(texts)]
    >>> [each.statements[0].speaker.name for each in unified(story)]
    ['Emmanuel Macron', 'Emmanuel Macron']
    """
    full = _full_names(statement.speaker.name for each in story for statement in each.statements if statement.speaker)
    return tuple(_renamed(each, full) for each in story)


def _full_names(names: Iterable[str]) -> dict[str, str]:
    """The full name of each surname that is that of one speaker alone."""
    found: dict[str, set[str]] = {}
    for name in set(names):
        parts = name.split()
        is_name = 1 < len(parts) < 5 and parts[0][0].isupper() and parts[-1][0].isupper()
        if is_name and not _is_titled(parts) and parts[-1].lower() not in speakers() | words("body"):
            found.setdefault(parts[-1].casefold(), set()).add(name)
    return {surname: min(full) for surname, full in found.items() if len(full) == 1}


def _renamed(segmented: Segmented, full: dict[str, str]) -> Segmented:
    if not any(_name(statement, full) for statement in segmented.statements):
        return segmented
    return evolve(segmented, statements=tuple(_with_name(statement, full) for statement in segmented.statements))


def _with_name(statement: Statement, full: dict[str, str]) -> Statement:
    name = _name(statement, full)
    if name is None or statement.speaker is None:
        return statement
    return evolve(statement, speaker=Speaker(name, statement.speaker.span))


def _name(statement: Statement, full: dict[str, str]) -> str | None:
    """The full name for a speaker who is named by surname."""
    parts = statement.speaker.name.split() if statement.speaker else []
    return full.get(parts[-1].casefold()) if parts and parts[-1][0].isupper() and _is_titled(parts) else None


def _is_titled(parts: Sequence[str]) -> bool:
    """Whether the words before the last are titles or posts, or there are none; and the last is no country."""
    return parts[-1] not in _countries() and all(part.lower().strip(".") in _titles() for part in parts[:-1])


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "titles"))


@cache
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "countries"))
