"""Names for articles: the shortest part of each path that tells it from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath


def names(path: PurePath, given: str | None = None) -> tuple[str, ...]:
    """What an article may be called, shortest first; `given` is the id that its manifest gives.

    >>> names(PurePath("may/echo.txt"))
    ('echo', 'echo.txt', 'may/echo', 'may/echo.txt')
    >>> names(PurePath("may/echo.txt"), "the-echo")
    ('the-echo', 'may/the-echo')
    """
    lasts = (given,) if given else tuple(dict.fromkeys((path.stem, path.name)))
    folders = [part for part in path.parts[:-1] if part not in (path.anchor, ".", "..")]
    heads = ["/".join([*folders[len(folders) - depth :], ""]) for depth in range(len(folders) + 1)]
    return tuple(head + last for head in heads for last in lasts)


def shortest(candidates: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """One name for each, all different, each the first of its candidates that no other shares.

    Does not depend on the order, but for paths that differ in nothing that can be shown.

    >>> shortest([("a", "x/a"), ("a", "y/a"), ("b",)])
    ('x/a', 'y/a', 'b')
    """
    levels = [0] * len(candidates)
    while True:
        chosen = [names[level] for names, level in zip(candidates, levels, strict=True)]
        count = Counter(chosen)
        movable = [i for i, name in enumerate(chosen) if count[name] > 1 and levels[i] + 1 < len(candidates[i])]
        if not movable:
            return _numbered(chosen)
        for i in movable:
            levels[i] += 1


def _numbered(chosen: Sequence[str]) -> tuple[str, ...]:
    taken: set[str] = set()
    result = []
    for name in chosen:
        number, unique = 1, name
        while unique in taken or (unique != name and unique in chosen):
            number += 1
            unique = f"{name}~{number}"
        taken.add(unique)
        result.append(unique)
    return tuple(result)
