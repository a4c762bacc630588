"""Words: tokens with their places, inflection folded, and news synonyms joined.

Matching wants "capsized", "capsizing" and "overturned" to be one word; people want the words as they
stand. So a token keeps its span, and `canon` is only ever used to compare.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from crosscheck.lexicon.rules import classes, table

# a word with inner apostrophes, hyphens or dots (U.S.), or a mask such as ‹count›
_WORD = re.compile(r"‹[a-z-]+›|[^\W\d_](?:[^\W_]|[-’'.](?=[^\W_]))*+|\d[\d.,]*+", re.UNICODE)
_VOWEL = re.compile(r"[aeiouy]")


class Token(NamedTuple):
    """A word: its characters' place, as it stands, and in the form in which words are compared."""

    start: int
    end: int
    surface: str
    canon: str

    @property
    def capitalised(self) -> bool:
        return self.surface[:1].isupper()


@cache
def stopwords() -> frozenset[str]:
    """Words too common to tell two statements apart."""
    return frozenset(word for row in table("en", "stopwords") for word in row[0].split())


@cache
def irregular() -> dict[str, str]:
    """The words whose forms follow no rule, by form: "sold" is of "sell"."""
    return {row[0]: row[1] for row in table("en", "irregular")}


@cache
def _concepts() -> tuple[dict[str, str], dict[str, str]]:
    """From the stem of each synonym to its concept, and from each concept to its kind."""
    words: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for name, kind, synonyms, *_ in table("en", "concepts"):
        kinds[name] = kind
        for word in (name, *synonyms.split()):
            words.setdefault(stem(word), name)
    return words, kinds


@cache
def _displays() -> dict[str, str]:
    return {row[0]: row[3] for row in table("en", "concepts") if len(row) > 3}


def show(canon: str) -> str:
    """A canonical word as people read it in a role.

    >>> show("die"), show("zinc")
    ('killed', 'zinc')
    """
    return _displays().get(canon, canon)


def concept_kind(canon: str) -> str | None:
    """Whether a canonical word is a known event ("v"), thing ("n") or property ("a").

    >>> concept_kind(canon("overturned"))
    'v'
    """
    return _concepts()[1].get(canon)


@cache
def fold(word: str) -> str:
    """A word in lower case, with plain apostrophes and the commoner of two spellings.

    >>> fold("Centre’s"), fold("U.S."), fold("organisation")
    ('center', 'us', 'organization')
    """
    word = word.lower().replace("’", "'")
    if not word.isascii():
        word = "".join(char for char in normalize("NFKD", word) if not combining(char))
    word = word.removesuffix("'s").removesuffix("'")
    word = word.replace(".", "") if "." in word and not word[0].isdigit() else word
    if word.endswith("tre") and len(word) > 5:
        word = word[:-3] + "ter"
    if len(word) > 6 and "is" in word:
        word = re.sub(r"is(e[ds]?|ing|ation|ations|er|ers)$", r"iz\1", word)
    if len(word) > 5 and "our" in word:
        word = re.sub(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$|ite)", "or", word)
    return word


@cache
def stem(word: str) -> str:
    """A word without its inflection: the same for all the forms of a verb or noun, and no word itself.

    >>> stem("capsized") == stem("capsizing") == stem("capsizes") == stem("capsize")
    True
    >>> stem("bodies") == stem("body"), stem("stopped") == stem("stop"), stem("rose") == stem("rise")
    (True, True, True)
    >>> stem("bus"), stem("king"), stem("red")
    ('bus', 'king', 'red')
    """
    word = fold(word)
    base = irregular().get(word)
    word = base or (_plain(word) if len(word) > 3 else word)
    return word[:-1] if len(word) > 3 and word.endswith("e") and not word.endswith("ee") else word


def _plain(word: str) -> str:
    """A regular plural, past or -ing form without its ending."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zzes")) else word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and _VOWEL.search(base):
            doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled else base
    return word


@cache
def verbs() -> frozenset[str]:
    """The stems of common verbs of news English."""
    return frozenset(stem(word) for row in table("en", "verbs") for word in row[0].split())


@cache
def canon(word: str) -> str:
    """The form in which words are compared: a news concept where there is one, else the stem.

    >>> canon("overturned") == canon("capsizes")
    True
    >>> canon("Kalua")
    'kalua'
    """
    base = stem(word)
    return _concepts()[0].get(base, base)


@cache
def word_class(kind: str) -> frozenset[str]:
    """The words of a class of `word_classes.tsv`, in small letters.

    >>> sorted(word_class("thither"))
    ['for', 'to']
    """
    return classes("en", "word_classes")[kind]


@cache
def canon_class(kind: str) -> frozenset[str]:
    """The words of a class of `word_classes.tsv` in the form in which words are compared.

    >>> "killed" in canon_class("state"), canon("killed") in canon_class("state")
    (False, True)
    """
    return frozenset(canon(word) for word in word_class(kind))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of text[start:end] in order, with offsets into the whole text."""
    return list(_tokens(text, start, len(text) if end is None else end))


def surfaces(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of text[start:end] as they stand, without their places.

    >>> surfaces("The U.S. coastguard's ship")
    ['The', 'U.S', "coastguard's", 'ship']
    """
    return _WORD.findall(text, start, len(text) if end is None else end)


@lru_cache(maxsize=4096)  # several stages ask for the words of one statement
def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    make = tuple.__new__  # the quickest way to a named tuple, and this is done for every word of a text
    found = []
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        surface = text[first:last]
        found.append(make(Token, (first, last, surface, _form(surface))))
    return tuple(found)


@cache
def _form(surface: str) -> str:
    """The form in which a word is compared; a mask is itself."""
    return surface if surface[0] == "‹" else canon(surface)


# words that are common in small letters and names in capitals
_NAMES_IN_CAPITALS = frozenset({"IS", "US", "U.S.", "U.S", "WHO"})


def is_common(token: Token) -> bool:
    """Whether a word is too common to tell two statements apart; "US" and "IS" are names.

    >>> [is_common(token) for token in tokens("Is this what the US said?")]
    [True, True, True, True, False, True]
    """
    return _is_common(token.surface)


@cache
def _is_common(surface: str) -> bool:
    return surface not in _NAMES_IN_CAPITALS and (surface.lower() in stopwords() or fold(surface) in stopwords())


def is_title_case(words: list[Token]) -> bool:
    """Whether nearly every word has a capital, as in a headline, so that capitals tell no names.

    >>> is_title_case(tokens("Putin Says Thousands Joined Islamic State"))
    True
    >>> is_title_case(tokens("Putin says thousands joined Islamic State"))
    False
    """
    capitals = small = 0
    most = 0.1 * len(words)  # small ones among them; a sentence soon has more
    for word in words:
        surface = word.surface
        if len(surface) > 3 and surface[0].isalpha() and not _is_common(surface):
            if surface[0].isupper():
                capitals += 1
            else:
                small += 1
                if small > most:
                    return False
    long = capitals + small
    return long > 2 and capitals >= 0.9 * long
