"""Just enough syntax: the clause around a word, its verb, and the noun phrase before it.

There is no parser here. A clause ends at punctuation and at the words that open another; the
verb is a word that is listed, inflected or follows an auxiliary. Where this is not plain, the answer
is `None`, and nothing is compared. The words are those of `word_classes.tsv`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from operator import attrgetter

from crosscheck.lexicon.en.words import Token, canon_class, concept_kind, irregular, stem, verbs, word_class
from crosscheck.model import Span

_BREAKS = frozenset(',;:()[]—–“”"\n•')
_START, _END = attrgetter("start"), attrgetter("end")
_LONGEST = 150  # words of a clause on either side of what it holds; more are a list that nobody punctuated
_SAME_IN_PAST = frozenset({"cut", "hit", "hurt", "put", "set", "split", "quit", "shut"})  # "three cars hit a wall"
_NEAR = 3  # words between a verb and the figure that it surely governs


@cache
def links() -> frozenset[str]:
    """Prepositions and auxiliaries: a noun phrase goes on past none of them."""
    return word_class("preposition") | word_class("auxiliary")


@cache
def function_words() -> frozenset[str]:
    """Prepositions, auxiliaries and determiners: no verbs by themselves, and no nouns."""
    return links() | word_class("determiner")


def is_verb(words: list[Token], at: int) -> bool:
    """Whether the word at this position is taken for a verb, an event noun or a state."""
    word = words[at]
    sort, thing = _verb_sort(word.surface, word.canon)
    if sort == "no":
        return False
    before = words[at - 1].surface if at else None
    if thing and not _is_modal(before) and not _is_participle(words, at):
        return False
    if sort == "event":
        if word.canon in canon_class("speech") and before is not None and before.lower() in word_class("determiner"):
            return False  # "for a reported $30 million"
        return not _is_name(word.surface, before)
    if before is not None and word.surface[0].isupper():
        return False
    if sort == "inflected":
        return True
    if sort == "listed":
        return before is None or not _before_noun(before.lower())
    return _is_modal(before)


def _is_participle(words: list[Token], at: int) -> bool:
    """Whether a word in -ed follows an auxiliary: "was housed", "was last inspected"."""
    return words[at].surface.lower().endswith("ed") and any(
        word.surface.lower() in word_class("auxiliary") for word in words[max(0, at - 2) : at]
    )


@cache
def _verb_sort(surface: str, canon: str) -> tuple[str, bool]:
    """What a word is by itself: no verb, an event, inflected, listed, or "other"; and whether a thing."""
    lower = surface.lower()
    if lower in function_words() or not lower[0].isalpha():
        return "no", False
    kind = concept_kind(canon)
    if kind == "v":
        return "event", False
    if lower.endswith(("ed", "ing")) and len(lower) > 4:
        return "inflected", kind is not None
    listed = stem(surface) in verbs() and lower != "last"  # "last year"
    return "listed" if listed else "other", kind is not None


def _is_modal(surface: str | None) -> bool:
    return surface is not None and surface.lower() in word_class("modal")


def _is_name(surface: str, before: str | None) -> bool:
    """Whether a word that could be a verb is rather a name: capitalised inside a sentence, not inflected."""
    return (
        before is not None
        and surface[0].isupper()
        and len(surface) > 1
        and not before[0].isupper()
        and surface.lower()[-1] not in "dgs"
    )


@cache
def _before_noun(lower: str) -> bool:
    return lower in word_class("determiner") or lower in word_class("before-noun")


def clause(text: str, words: list[Token], span: Span) -> tuple[int, int]:
    """Positions [first, last) of the words of the clause that holds the span.

    A clause runs from the break or opening word before the span to the one after it. A comma between
    two words of a list of names or adjectives is a break all the same.
    """
    first = bisect_right(words, span.start, key=_END)
    last = bisect_left(words, span.end, key=_START)
    if 0 < first < last and words[first].surface.lower() == "as" and not is_broken(text, words, first):
        first -= 1  # "go up by as much as 14 %" opens no clause
    begin, end = max(0, first - _LONGEST), min(len(words), last + _LONGEST)
    while first > begin and not _breaks(text, words, first):
        first -= 1
    while last < end and not _breaks(text, words, last):
        last += 1
    return first, last


def _breaks(text: str, words: list[Token], at: int) -> bool:
    """Whether a clause ends just before the word at this position."""
    if at == 0 or at >= len(words):
        return True
    before, word = words[at - 1], words[at]
    between = text[before.end : word.start]
    if between != " " and (not _BREAKS.isdisjoint(between) or " -" in between):
        return True
    return _opens_clause(words, at) or (at > 1 and _opens_clause(words, at - 1))


def _opens_clause(words: list[Token], at: int) -> bool:
    """Whether a clause begins with the word at this position; not in "have since fallen", "profit before tax"."""
    if not _opens(words[at].surface):
        return False
    lower = words[at].surface.lower()
    if lower == "since":
        return at == 0 or words[at - 1].surface.lower() not in ("has", "have", "had")
    if lower in ("before", "after"):
        return at + 1 == len(words) or words[at + 1].surface.lower() not in ("tax", "taxes", "interest")
    return True


@cache
def _opens(surface: str) -> bool:
    return surface.lower() in word_class("opener")


def is_broken(text: str, words: list[Token], at: int) -> bool:
    """Whether a mark of punctuation stands between the word at this position and the one before it."""
    return not _BREAKS.isdisjoint(text[words[at - 1].end : words[at].start])


def nearest_verb(words: list[Token], span: Span, first: int, last: int) -> Token | None:
    """The verb or state that governs the figure at `span`: the one just before it, else the one after.

    Verbs of speech and light verbs ("leave", "have", "see") give way to any other.
    """
    speech = canon_class("speech")
    found = [i for i in range(first, last) if is_verb(words, i) and words[i].canon not in speech]
    found = [i for i in found if i + 1 == last or words[i + 1].canon not in speech]  # "survivors say"
    before = [i for i in found if words[i].end <= span.start]
    after = [i for i in found if words[i].start >= span.end]
    strong = [i for i in before if words[i].canon not in canon_class("light")]
    if strong and bisect_right(words, span.start, first, last, key=_END) - strong[-1] <= _NEAR:
        return words[strong[-1]]
    chosen = _finite(words, after)[:1] or strong[-1:] or before[-1:]
    return words[chosen[0]] if chosen else None


def _finite(words: list[Token], found: list[int]) -> list[int]:
    """The verbs from the first on that is no noun with the form of a verb: "five people at the board were fined"."""
    first = words[found[0]].surface.lower() if found else ""
    if not found or first in irregular() or first in _SAME_IN_PAST or first.endswith(("ed", "ing")):
        return found
    passive = next((n for n, i in enumerate(found) if _is_participle(words, i)), 0)
    joined = {word.surface.lower() for word in words[found[0] : found[passive]]} & {"and", "or", "but"}
    return found if joined else found[passive:]


def noun_phrase_before(words: list[Token], at: int, first: int) -> list[Token]:
    """The words of the noun phrase that ends just before position `at`, without determiners."""
    start = at
    while start > first and not _ends_phrase(words, start - 1):
        start -= 1
    return words[start:at]


def _ends_phrase(words: list[Token], at: int) -> bool:
    """Whether a noun phrase cannot reach back to the word at this position."""
    lower = words[at].surface.lower()
    if lower in function_words() or lower in word_class("opener"):
        return True
    return is_verb(words, at) and concept_kind(words[at].canon) != "v"
