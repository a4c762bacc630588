"""Who a statement's speaker is, by the words around the name, and whether two speakers can be one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from crosscheck.comparing.context import Context
from crosscheck.comparing.names import government, is_variant
from crosscheck.lexicon.en.words import (
    Token,
    canon,
    canon_class,
    concept_kind,
    fold,
    is_common,
    stopwords,
    surfaces,
    tokens,
    word_class,
)
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Name

_ALIKE = 80  # rapidfuzz ratio of two surnames of which one may be a slip of the other
_REACH = 60  # characters behind a name that may tell who it is: ", the chief financial officer"


class Person(NamedTuple):
    """Somebody by name; `known` where the text says that it is a person."""

    words: tuple[str, ...]
    known: bool


def speakers_alike(context: Context, a: Claim, b: Claim) -> bool | None:
    """Whether the speakers of two statements are one: true, false, or not known.

    A person's name against a name, or an office against an office, can differ; a name against an
    office may be one person.
    """
    one, two = a.statement.speaker, b.statement.speaker
    if one is None or two is None:
        return None
    genders = _gender(context, a), _gender(context, b)
    if None not in genders and genders[0] != genders[1]:
        return False  # "he said", "she said"
    here = _is_named_here(context, a) and _is_named_here(context, b)
    if here and (apart := _persons_apart(context, a, b)) is not None:
        return not apart
    same = same_speaker(one.name, two.name)
    return None if same is False and not here else same


def _gender(context: Context, claim: Claim) -> str | None:
    """Whether the words that name the speaker tell a man or a woman: "she", "Rossi, a fisherman", "his mother"."""
    speaker, text = claim.statement.speaker, context.articles[claim.statement.article_id].text
    if speaker is None or speaker.span is None or not claim.statement.hull.contains(speaker.span):
        return None
    named = speaker.span.of(text)
    words = surfaces(named.lower())
    if len(words) > 1 and words[0] in ("his", "her"):
        words = words[1:]
    found = {gender for gender in ("male", "female") if word_class(gender) & {*words}}
    return found.pop() if len(found) == 1 else None


def _is_named_here(context: Context, claim: Claim) -> bool:
    """Whether the statement itself names its speaker, by more than a pronoun."""
    speaker = claim.statement.speaker
    if speaker is None or speaker.span is None or not claim.statement.hull.contains(speaker.span):
        return False
    words = tokens(speaker.span.of(context.articles[claim.statement.article_id].text))
    return any(not is_common(word) for word in words)


def _persons_apart(context: Context, a: Claim, b: Claim) -> bool | None:
    """Whether both speakers are persons by name, and not the same; `None` where one is no person, or no name."""
    one, two = _person(context, a), _person(context, b)
    if one is None or two is None:
        return None
    if not all(person.known or _is_titled_elsewhere(context, person.words[-1]) for person in (one, two)):
        return None
    if any(x == y or is_variant(x, y) for x in one.words for y in two.words):
        return None
    if fuzz.ratio(one.words[-1], two.words[-1]) >= _ALIKE:
        return None
    return not any({*one.words} & words and {*two.words} & words for words in context.full_names)


def _is_titled_elsewhere(context: Context, surname: str) -> bool:
    """Whether the story gives a name with a post or a title before it: "Chief Executive Rossi"."""
    return any(
        isinstance(fact, Name)
        and fold(fact.name.split()[-1]) == surname
        and (fact.title is not None or any(_is_post(word) for word in tokens(fact.name)[:-1]))
        for claim in context.claims
        for fact in claim.facts
    )


def _person(context: Context, claim: Claim) -> Person | None:
    """The speaker of a claim by name: "Rossi" of "Metz coach Rossi", of "the coach, Rossi,", of "Rossi, a baker,"."""
    speaker, text = claim.statement.speaker, context.articles[claim.statement.article_id].text
    if speaker is None or speaker.span is None:
        return None
    stop = min(claim.statement.hull.end, speaker.span.end + _REACH)
    phrase, *rest = text[speaker.span.start : stop].split(",")
    if len(phrase) >= len(speaker.span):
        phrase = text[speaker.span.start : speaker.span.end].split(",")[0]
    own, behind = tokens(phrase), tokens(rest[0]) if rest else []
    name = _last_name(own)
    if name:
        marked = any(_is_post(word) for word in own) or _tells_a_person(behind)
        return _as_person(name, marked or len(name) > 1)
    name = _last_name(behind) if all(word.capitalised for word in behind[:3]) else []
    return _as_person(name, any(_is_post(word) for word in own)) if name else None


def _as_person(name: Sequence[Token], known: bool) -> Person | None:
    words = tuple(fold(word.surface) for word in name)
    if any(concept_kind(word.canon) == "n" for word in name) or {*words} & word_class("body"):
        return None
    return None if government(" ".join(words)) or any(word.surface.isupper() for word in name) else Person(words, known)


def _last_name(words: Sequence[Token]) -> list[Token]:
    """The capitalised words at the end of a phrase, after its titles."""
    found: list[Token] = []
    for word in reversed(words):
        if not word.capitalised or _is_post(word) or word.surface.endswith(("'s", "’s")):
            break
        found.insert(0, word)
    return found


def _tells_a_person(words: Sequence[Token]) -> bool:
    """Whether what follows a name and a comma tells a person: "a teacher", "who chairs", "sister of"."""
    if not words:
        return False
    return words[0].surface == "who" or any(_is_post(word) or _is_maker(word.surface) for word in words[:6])


def _is_maker(word: str) -> bool:
    """Nouns of persons by their form: "a fisherman", "a dentist"."""
    return word.islower() and word.endswith(("man", "woman", "ist", "maker", "keeper", "worker", "holder"))


def _is_post(word: Token) -> bool:
    return word.surface.lower() in _posts() or word.canon in canon_class("office")


@cache
def _posts() -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "titles")) | word_class("post") | word_class("kin")


def same_speaker(one: str, two: str) -> bool | None:
    """Whether two speakers' names mean one speaker; `None` where it cannot be told.

    Only two persons by full name, or two offices, can be told apart: a surname, a pronoun, a paper or a
    body may stand for either.

    >>> same_speaker("Vladimir Putin", "Putin"), same_speaker("the mayor", "the police chief")
    (True, False)
    >>> same_speaker("Vladimir Putin", "the Russian leader") is None
    True
    >>> same_speaker("Vladimir Putin", "Vladimir Putting"), same_speaker("George Bush", "George Clooney")
    (True, False)
    """
    a, b = _name_words(one), _name_words(two)
    persons = _is_person(one) and _is_person(two)
    if a & b and not (persons and _other_surname(one, two)):
        return True
    if persons or (_is_office(one) and _is_office(two)):
        return False
    return None


def _other_surname(one: str, two: str) -> bool:
    """Whether two full names end in surnames so unlike that neither is a slip of the other."""
    return fuzz.ratio(fold(one.split()[-1]), fold(two.split()[-1])) < _ALIKE


def _is_person(name: str) -> bool:
    """Two or three capitalised words, none of them known: a person by full name."""
    words = tokens(name)
    return 2 <= len(words) <= 3 and all(word.capitalised and concept_kind(word.canon) is None for word in words)


def _is_office(name: str) -> bool:
    """A description without a name ("the interior minister")."""
    words = tokens(name)
    return (
        bool(words)
        and not any(word.capitalised for word in words[1:])
        and any(word.canon in canon_class("office") for word in words)
    )


def _name_words(name: str) -> set[str]:
    return {canon(token.surface) for token in tokens(name) if token.surface.lower() not in stopwords()}
