"""Whether there is a lexicon for the language of a text.

Function words are a quarter to a half of running English and stand in hardly any other language, so
their share among the words tells. Words that English shares with its neighbours (German *in*, *was*,
*will*; French *on*, *a*; Spanish *no*, *me*; Dutch *is*, *of*, *had*) do not count for it, and the
commonest words of those neighbours count against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from crosscheck.lexicon.rules import classes

_ENOUGH_WORDS = 2000
_TOO_FEW_WORDS = 10
# in the sentences of tests/test_language.py, headlines and lists too, English has 18 % and more and other languages
# none; the room in between is for lists of names, and for articles that quote English
_SHARE = 0.05
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN_END = "\u024f"


def has_lexicon(text: str) -> bool:
    """Whether crosscheck can read the language of `text`, which for now is English.

    Decided on the first two thousand words. A text of fewer than ten words in Latin letters passes,
    since nothing can be told from so few; so does one without any word.

    >>> has_lexicon("The ferry sank off the coast on Tuesday with more than forty people on board.")
    True
    >>> has_lexicon("Die Fähre sank am Dienstag vor der Küste, mehr als vierzig Menschen waren an Bord.")
    False
    """
    words = [word[0].casefold() for word in islice(_WORD.finditer(text), _ENOUGH_WORDS)]
    if not words:
        return True
    if 2 * sum(map(_is_latin, words)) < len(words):
        return False
    return len(words) < _TOO_FEW_WORDS or _reads_as_english(words)


def _reads_as_english(words: Sequence[str]) -> bool:
    english, others, shared = (_count(words, which) for which in ("en", "others", "shared"))
    if not others:
        english += shared
    # names hold the small words of other languages ("El Faro", "de la Cruz"); its own prose holds many more
    return english >= _SHARE * len(words) and 2 * english > others


def _count(words: Sequence[str], which: str) -> int:
    wanted = function_words(which)
    return sum(word in wanted for word in words)


def _is_latin(word: str) -> bool:
    return word[0] <= _LATIN_END


def function_words(which: str) -> frozenset[str]:
    """Function words: `en` of English alone, `others` of its neighbours alone, `shared` of both."""
    return classes("en", "function_words")[which]
