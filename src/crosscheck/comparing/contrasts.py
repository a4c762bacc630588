"""Words that rule one another out in one place of a sentence: opposites, a "not", a "may", another kind of thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crosscheck.lexicon.en.numbers import ORDINALS
from crosscheck.lexicon.en.words import Token, irregular, stem, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Facet

_LONGEST = 4  # words of a phrase in the table
_BEGINNING = 3  # letters of a phrase by which it is found
_PREFIXES = ("un", "non", "in", "im", "il", "ir", "dis")

Phrase = tuple[str, ...]


class Contrast(NamedTuple):
    """What two fillers of one place differ in, the value of each, and how people read it."""

    facet: Facet
    values: tuple[str, str]
    shown: tuple[str, str]


def contrast(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """What sets the words of one statement against those that another has in their place.

    >>> from crosscheck.lexicon.en.words import tokens
    >>> contrast(tokens("rose"), tokens("fell"))
    Contrast(facet='direction', values=('up', 'down'), shown=('rose', 'fell'))
    >>> contrast(tokens("did not resign"), tokens("resigned")).values
    ('negated', 'affirmed')
    >>> contrast(tokens("may have"), tokens("has")).values
    ('possible', 'stated')
    >>> contrast(tokens("a lorry"), tokens("a vehicle"))
    """
    return (
        _negated(left, right)
        or _hedged(left, right)
        or _listed(left, right)
        or _prefixed(left, right)
        or _numbered(left, right)
    )


def listed(one: str, two: str) -> bool:
    """Whether two fillers, as they stand, rule one another out by the table.

    >>> listed("brother", "sisters"), listed("boat", "ship")
    (True, False)
    """
    a, b = _phrase(one.split()), _phrase(two.split())
    return a != b and _facet(a, b) is not None


@cache
def is_listed(word: str) -> bool:
    """Whether a word stands in the table of contrasts, or may have an opposite by its form.

    >>> is_listed("rescued"), is_listed("ferry"), is_listed("unknown"), is_listed("the")
    (True, True, True, False)
    """
    return any(_sides(_phrase([word]))) or word.lower().startswith(_PREFIXES) or word in word_class("undone")


def is_post(phrase: str) -> bool:
    """Whether a phrase is a post, or a calling, by the table.

    >>> is_post("Chief Executive"), is_post("brother")
    (True, False)
    """
    form = _phrase(phrase.split())
    return any(form in _posts_under(beginning) for beginning in _beginnings(form[0]))


@cache
def _posts() -> dict[str, list[str]]:
    """The posts of the table by how they begin."""
    found: dict[str, list[str]] = {}
    for facet, pair in table("en", "contrasts"):
        for words in pair.split("|") if facet == "name" else ():
            for phrase in words.strip().split(", "):
                found.setdefault(phrase[:_BEGINNING], []).append(phrase)
    return found


@cache
def _posts_under(beginning: str) -> frozenset[Phrase]:
    return frozenset(_phrase(phrase.split()) for phrase in _posts().get(beginning, ()))


@cache
def may_end_a_post(word: str) -> bool:
    """Whether a post of the table may end in this word, by its first letters, which takes no time.

    >>> may_end_a_post("Executive"), may_end_a_post("ferry")
    (True, False)
    """
    return not _beginnings(word_form(word)).isdisjoint(_ends_of_posts())


@cache
def _ends_of_posts() -> frozenset[str]:
    """How the last words of the posts of the table begin."""
    return frozenset(phrase.rpartition(" ")[2][:_BEGINNING] for each in _posts().values() for phrase in each)


def are_posts_apart(one: str, two: str) -> bool:
    """Whether two phrases are posts that the table sets against each other.

    >>> are_posts_apart("chief executive", "chairwoman"), are_posts_apart("chief executive", "CEO")
    (True, False)
    """
    a, b = _phrase(one.split()), _phrase(two.split())
    return a != b and _facet(a, b) == "name"


def _listed(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    for one in _readings(left):
        a = _phrase([word.surface for word in one])
        if not any(_sides(a)):
            continue
        for two in _readings(right):
            b = _phrase([word.surface for word in two])
            facet = None if a == b else _facet(a, b)
            if facet is None:
                continue
            shown = _shown(one), _shown(two)
            if facet != "direction":
                return Contrast(facet, shown, shown)
            return Contrast(facet, ("up", "down") if _is_up(a, b) else ("down", "up"), shown)
    return None


def _readings(words: Sequence[Token]) -> list[Sequence[Token]]:
    """A filler's words without those that go with any, and as they stand ("in line with"), where those are few."""
    bare = _bare(words)
    found = [bare] if len(bare) == len(words) else [bare, words]
    return [each for each in found if 0 < len(each) <= _LONGEST]


def _is_up(one: Phrase, two: Phrase) -> bool:
    """Whether the first is on the left of a row of directions that the second is on the right of."""
    return any(_rows()[0][row] == "direction" for row in _sides(one)[0] & _sides(two)[1])


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    """The words without articles, auxiliaries and degrees before them, and "itself", "from" and the like after them."""
    light, loose = _light(), word_class("loose")
    start, stop = 0, len(words)
    while start < stop - 1 and words[start].surface.lower() in light:
        start += 1
    while stop > start + 1 and words[stop - 1].surface.lower() in loose:
        stop -= 1
    return words[start:stop]


@cache
def _light() -> frozenset[str]:
    return word_class("article") | word_class("tense") | word_class("degree")


def _shown(words: Sequence[Token]) -> str:
    return " ".join(word.surface for word in words).lower()


@cache
def _rows() -> tuple[tuple[Facet, ...], dict[str, list[tuple[str, int, int]]]]:
    """The facet of each row, and the phrases by what they begin with, each with its row and side."""
    facets: list[Facet] = []
    phrases: dict[str, list[tuple[str, int, int]]] = {}
    for number, (facet, pair) in enumerate(table("en", "contrasts")):
        facets.append(facet)  # type: ignore[arg-type]
        for side, words in enumerate(pair.split("|")):
            for phrase in words.strip().split(", "):
                phrases.setdefault(phrase.lstrip().partition(" ")[0][:_BEGINNING], []).append((phrase, number, side))
    return tuple(facets), phrases


@cache
def _under(beginning: str) -> dict[Phrase, tuple[set[int], set[int]]]:
    """The phrases that begin with these letters, with the rows in whose left and right lists they stand.

    Made beginning by beginning, since the forms of all words of the table take longer than a comparison.
    """
    found: dict[Phrase, tuple[set[int], set[int]]] = {}
    for phrase, row, side in _rows()[1].get(beginning, ()):
        found.setdefault(_phrase(phrase.split()), (set(), set()))[side].add(row)
    return found


def _sides(phrase: Phrase) -> tuple[set[int], set[int]]:
    """The rows in whose left, and in whose right list a phrase stands."""
    left: set[int] = set()
    right: set[int] = set()
    for beginning in _beginnings(phrase[0]):
        on_left, on_right = _under(beginning).get(phrase, _NOWHERE)
        left |= on_left
        right |= on_right
    return left, right


_NOWHERE: tuple[set[int], set[int]] = (set(), set())


@cache
def _beginnings(form: str) -> frozenset[str]:
    """How words of a form may begin: as it does, with a "z" or an "i" ("tried"), or as irregular forms do ("sold")."""
    own = form[:_BEGINNING]
    with_i = own.removesuffix("y") + "i" if own.endswith("y") else own
    return frozenset({own, own.replace("s", "z"), with_i}).union(_irregular().get(form, ()))


@cache
def _irregular() -> dict[str, set[str]]:
    """How the irregular forms of each word begin."""
    found: dict[str, set[str]] = {}
    for form, word in irregular().items():
        found.setdefault(word_form(word), set()).add(form[:_BEGINNING])
    return found


def _phrase(words: Sequence[str]) -> Phrase:
    return tuple(word_form(word) for word in words)


@cache
def word_form(word: str) -> str:
    """A word without its inflection and in one of two spellings."""
    return stem(word).replace("z", "s")


def _facet(one: Phrase, two: Phrase) -> Facet | None:
    """The facet of the first row that sets two phrases against one another."""
    (left, right), (other_left, other_right) = _sides(one), _sides(two)
    found = (left & other_right) | (right & other_left)
    return _rows()[0][min(found)] if found else None


def _prefixed(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """Opposites by their form: "controlled", "uncontrolled"; "resident", "non-resident"."""
    one, two = _bare(left), _bare(right)
    if len(one) != 1 or len(two) != 1:
        return None
    a, b = one[0].surface.lower(), two[0].surface.lower()
    if not (a.endswith(b) or b.endswith(a)):
        return None
    return Contrast("polarity", (a, b), (a, b)) if is_opposite(a, b) or is_opposite(b, a) else None


def is_opposite(word: str, other: str) -> bool:
    """Whether the other word is this one with a prefix that says the opposite.

    >>> is_opposite("controlled", "uncontrolled"), is_opposite("less", "unless"), is_opposite("complete", "incomplete")
    (True, False, True)
    """
    for prefix in ("non-", "non", "un"):
        if other == prefix + word and len(word) > 3 and other not in word_class("no-opposite"):
            return True
    return any(other == prefix + word for prefix in ("in", "im", "il", "ir", "dis")) and word in word_class("undone")


def _numbered(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """Two ordinals: "the second day running", "the third day running"."""
    if len(left) != 1 or len(right) != 1:
        return None
    a, b = _ordinal(left[0].surface), _ordinal(right[0].surface)
    return Contrast("quantity", (str(a), str(b)), (left[0].surface, right[0].surface)) if a and b and a != b else None


def _ordinal(word: str) -> int | None:
    """The number of an ordinal in small letters; in capitals it is part of a name."""
    digits = word[:-2]
    if digits.isdecimal() and word.endswith(("st", "nd", "rd", "th")):
        return int(digits)
    return ORDINALS.get(word)


def _negated(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """A negation in one of the two, and the same beside it."""
    no, other = list(_negators(left)), list(_negators(right))
    if bool(no) == bool(other):
        return None
    mine, others = tuple(_kept(left, no)), tuple(_kept(right, other))
    if mine != others and not _alike(mine, others):
        return None
    return Contrast("polarity", ("negated", "affirmed") if no else ("affirmed", "negated"), ("", ""))


def _alike(one: Phrase, two: Phrase) -> bool:
    """Whether two phrases say the same as far as one row of the table goes: "withdrew", "gave up"."""
    if not one or not two or max(len(one), len(two)) > _LONGEST:
        return False
    (left, right), (other_left, other_right) = _sides(one), _sides(two)
    return bool(left & other_left or right & other_right)


def _negators(words: Sequence[Token]) -> Iterator[Token]:
    for i, word in enumerate(words):
        negates = _negation(word.surface)
        if negates is None:  # "didn ’ t"
            negates = i > 0 and words[i - 1].surface.lower().endswith("n")
        if negates:
            after = words[i + 1].surface.lower() if i + 1 < len(words) else ""
            if after not in word_class("not-idiom"):
                yield word


@cache
def _negation(surface: str) -> bool | None:
    """Whether a word negates; `None` for a "t", which is known by the word before it."""
    lower = surface.lower().replace("’", "'")
    if lower in word_class("plain-negator") or lower.endswith("n't"):
        return True
    return None if lower == "t" else False


def negates(words: Sequence[Token]) -> bool:
    """Whether the words hold an odd number of negations.

    >>> from crosscheck.lexicon.en.words import tokens
    >>> negates(tokens("will not")), negates(tokens("will not say that it is not")), negates(tokens("not only"))
    (True, False, False)
    """
    return len(list(_negators(words))) % 2 == 1


def _kept(words: Sequence[Token], dropped: Sequence[Token]) -> list[str]:
    """What is left of the words without auxiliaries, articles and the given ones, by its stem."""
    light = word_class("article") | word_class("tense") | word_class("some")
    return [word_form(word.surface) for word in words if word not in dropped and word.surface.lower() not in light]


def _hedged(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """A "may" or "might" in one of the two, and the same stated by the other."""
    known = word_class("hedge")
    hedges = [[word for word in side if word.surface in known] for side in (left, right)]
    if bool(hedges[0]) == bool(hedges[1]) or _kept(left, hedges[0]) != _kept(right, hedges[1]):
        return None
    if any(word.surface.lower() in word_class("modal-verb") for word in (*left, *right)):
        return None
    return Contrast("certainty", ("possible", "stated") if hedges[0] else ("stated", "possible"), ("", ""))
