"""Figures of which a named person has one: an age, a number of children.

"Angela Merkel, 67," in one paper and "the 76-year-old Angela Merkel" in another need no other word in common: the
name holds them together. So what a person has once is compared over the whole story, and within an article too.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import evolve

from crosscheck.comparing.context import MANY, Context, Said
from crosscheck.comparing.names import is_variant
from crosscheck.lexicon.en.role_rules import APPOSED, KIN_OF, LEADING, OWN, THEN
from crosscheck.lexicon.en.syntax import function_words
from crosscheck.lexicon.en.words import canon, canon_class, concept_kind, fold, stem, surfaces, verbs, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Interval, Name, Place, Quantity

_REACH = 60  # characters between a name and what is told of the person
_AROUND = 20  # characters around an age that may say that it is of another day

Owner = tuple[str, ...]


class _Told(NamedTuple):
    """A figure of a person: what it is, the words of the name where it is given, and the sex where that is told."""

    what: str
    said: Said
    owner: Owner | None
    male: bool | None


def owned(context: Context) -> Iterator[tuple[Hashable, Said]]:
    """The figures of persons, each by what it is and whose."""
    found = [told for claims in context.by_article.values() for told in _of_article(context, claims)]
    firsts = _firsts(context) if found else {}
    named = [(each, whose) for each in found if each.owner and (whose := _whose(each.owner, firsts))]
    parents = {(each.male, whose): None for each, whose in named if each.what == "children"}
    for each, whose in named:
        yield (each.what, *whose), each.said
    for each in found:
        if each.owner is None and each.male is not None:
            ones = [whose for male, whose in parents if male == each.male]
            if len(ones) == 1:  # "a mother of 12", where only one is named
                yield (each.what, *ones[0]), each.said


def _of_article(context: Context, claims: Sequence[Claim]) -> Iterator[_Told]:
    for claim in claims:
        for fact in claim.facts if len(claim.facts) <= MANY else ():
            if isinstance(fact, Quantity) and (what := _what(fact)) is not None:
                owner, male = _told(context, claim, fact)
                if owner or male is not None:
                    yield _Told(what, Said(0, claim, _at_least(fact)), owner, male)


def _what(fact: Quantity) -> str | None:
    """What of a person a figure may tell: the age, the children; `None` for another figure."""
    if not fact.interval.is_point or fact.vague:
        return None
    if fact.sort == "age":
        return "age"
    return "children" if fact.sort == "count" and _head(fact) in canon_class("offspring") else None


def _head(fact: Quantity) -> str:
    return canon(fact.role.counted.split()[-1]) if fact.role.counted else ""


def _at_least(fact: Quantity) -> Quantity:
    """Three daughters are at least three children."""
    if fact.sort == "count" and _head(fact) in canon_class("son-or-daughter"):
        return evolve(fact, interval=Interval(fact.interval.low, None))
    return fact


def other_persons(context: Context, a: Said, b: Said) -> bool:
    """Whether two ages are of two persons: of other names, or of one surname and other first names."""
    one, two = (_told(context, said.claim, said.fact)[0] for said in (a, b) if isinstance(said.fact, Quantity))
    if not one or not two:
        return False
    return one[-1] != two[-1] or (len(one) > 1 < len(two) and one[-2] != two[-2] and not is_variant(one[-2], two[-2]))


def _told(context: Context, claim: Claim, fact: Quantity) -> tuple[Owner | None, bool | None]:
    """The words of the name of the person whose figure it is, and whether it is a man."""
    text, hull, start = context.articles[claim.statement.article_id].text, claim.statement.hull, fact.span.start
    if fact.sort == "age":
        past = THEN.search(text, max(hull.start, start - _AROUND), min(hull.end, fact.span.end + _AROUND))
        return (None if past else _beside(text, claim, fact, start, ahead="old" in fact.span.of(text))), None
    near = max(hull.start, start - _REACH)
    if kin := KIN_OF.search(text, near, start):
        male = kin[1].lower() in word_class("male") if kin[1].lower() != "parent" else None
        return _beside(text, claim, fact, kin.start(), ahead=True), male
    own = OWN.search(text, near, start)
    if own is None:
        return None, None
    whose = (own[1] or "").lower()
    if whose in ("his", "her") and not _named_before(claim, start):
        return None, whose == "his"
    return _named_before(claim, start), None


def _beside(text: str, claim: Claim, fact: Quantity, begin: int, *, ahead: bool) -> Owner | None:
    """The name right after a figure, else the one that it stands in apposition to."""
    places = {fact.span for fact in claim.facts if isinstance(fact, Place)}
    names = [each for each in claim.facts if isinstance(each, Name) and each.span not in places]
    after = next((name for name in names if name.span.start >= fact.span.end), None)
    if ahead and after and _leads(text[fact.span.end : min(after.span.start, fact.span.end + _REACH)]):
        return None if _modifies(text[after.span.end : after.span.end + _REACH]) else _words(after)
    before = next((name for name in reversed(names) if name.span.end <= begin), None)
    if before and begin - before.span.end <= _REACH and APPOSED.regex.fullmatch(text, before.span.end, begin):
        return _words(before)
    return None


def _named_before(claim: Claim, start: int) -> Owner | None:
    """Whose "his" or "her" is: of the only person named before in the statement."""
    places = {fact.span for fact in claim.facts if isinstance(fact, Place)}
    named = [fact for fact in claim.facts if isinstance(fact, Name) and fact.span not in places]
    before = [name for name in named if name.span.end <= start]
    return _words(before[0]) if len(before) == 1 else None


def _modifies(rest: str) -> bool:
    """Whether a name goes with the noun after it: "a 35-year-old New Bedford man"."""
    following = surfaces(rest if rest[:1].isspace() else "")[:1]
    if not following or not following[0][0].islower():
        return False
    low = following[0]
    verb = low.endswith(("ed", "ing")) or stem(low) in verbs() or concept_kind(canon(low)) == "v"
    return low not in function_words() and not verb


def _leads(gap: str) -> bool:
    """Whether a figure and the name after it are one phrase: "31-year-old rescue worker Angela Merkel"."""
    if LEADING.regex.fullmatch(gap) is None:
        return False
    lowers = [word.lower() for word in surfaces(gap)]
    return not any(low in function_words() or low.endswith("ed") or stem(low) in verbs() for low in lowers)


def _words(name: Name) -> Owner:
    """The words of a name, without titles and initials."""
    words = [fold(_undashed(word).strip(".")) for word in surfaces(name.name)]
    return tuple(word for word in words if len(word) > 1 and word not in _titles())


def _undashed(word: str) -> str:
    """A word without what a dash that lost its blanks ties to it: "Merkel-who"."""
    head, _, tail = word.partition("-")
    return head if tail.lower() in function_words() or tail.lower() in word_class("opener") else word


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in table("en", "titles")) | word_class("honorific") | word_class("post")


def _firsts(context: Context) -> dict[str, set[str]]:
    """The first names that a story gives with each surname."""
    found: dict[str, set[str]] = {}
    for claim in context.claims:
        for fact in claim.facts:
            if isinstance(fact, Name) and len(words := _words(fact)) > 1:
                found.setdefault(words[-1], set()).add(words[-2])
    return found


def _whose(owner: Owner, firsts: dict[str, set[str]]) -> Owner | None:
    """A person by surname, with the first name where several bear it; `None` where it is not plain who is meant."""
    if not owner:
        return None
    if len(firsts.get(owner[-1], ())) < 2:
        return owner[-1:]
    return owner[-2:] if len(owner) > 1 else None
