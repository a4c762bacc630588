"""Word lists as they are read best: words and blanks."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text, in lower or upper case as they stand.

    >>> sorted(listed("street avenue road"))
    ['avenue', 'road', 'street']
    """
    return frozenset(text.split())
