"""The year or month of a deed long past, and since when something is the first or the worst, over a whole story.

"Sold one of their oil fields for $30 million in 1957" and "it was sold for a reported $30 million in 1967" are of one
sale: the deed has one name, and what else the two statements share is rare in the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.dates import is_of_another
from crosscheck.comparing.times import same_days
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon_class, concept_kind, word_class
from crosscheck.model import Claim, When

_RARE = 1.0  # rarity of the words that two statements share beside the deed, from which they are of one
_SINCE = 0.7  # the same where both say that it was the first of its kind since
_REACH = 8  # words before "since" in which the first or the worst may be told
_MOST = 200  # dates of one deed in a story, beyond which they are held against each other in groups alone
_STRETCHES = frozenset({"year", "month"})


def years(context: Context) -> Iterator[tuple[Said, Said]]:
    """Pairs of years or months that two articles give for one deed."""
    found: dict[str, list[Said]] = {}
    for number, claim in enumerate(context.claims):
        dates = [fact for fact in claim.facts if isinstance(fact, When) and fact.sort == "date"]
        if len(dates) == 1 and dates[0].resolved:
            for deed in _deeds(context, claim, dates[0]):
                found.setdefault(deed, []).append(Said(number, claim, dates[0]))
    for deed, told in found.items():
        for a, b in combinations(told, 2) if len(told) <= _MOST else ():
            two = a.article_id != b.article_id and _apart(a, b) and not is_of_another(context, a, b)
            if two and context.rarity((_words(context, a) & _words(context, b)).difference(deed.split())) >= _least(
                deed
            ):
                yield a, b


def _deeds(context: Context, claim: Claim, fact: When) -> list[str]:
    """The deeds that a year or month may be of: the verbs and events of its clause."""
    words = context.words(claim)
    if fact.latest is None:
        kind = _kind_since([word for word in words if word.end <= fact.span.start][-_REACH:])
        return [kind] if kind and fact.granularity in _STRETCHES else []
    if fact.granularity not in _STRETCHES or fact.anchor == "mention":
        return []
    first, last = clause(context.articles[claim.statement.article_id].text, words, fact.span)
    light = canon_class("telling") | canon_class("light") | canon_class("any-event")
    return sorted({word.canon for word in words[first:last] if concept_kind(word.canon) == "v"} - light)


def _kind_since(words: list[Token]) -> str | None:
    """What has not been so since: "the worst flood in Orsa since"."""
    for word, noun in pairwise(reversed(words)):
        lower = noun.surface.lower()
        sort = next((sort for sort in ("first", "worst") if lower in word_class(f"{sort}-since")), None)
        if sort:
            return f"{sort} {word.canon} since"
    return None


def _least(deed: str) -> float:
    return _SINCE if deed.endswith(" since") else _RARE


def years_apart(one: When, two: When) -> bool:
    """Whether two stretches of time of one length have no day in common, or two times since begin otherwise."""
    if one.granularity != two.granularity:
        return False
    if one.latest is None and two.latest is None:
        return one.earliest != two.earliest
    return not same_days(one, two)


def _apart(a: Said, b: Said) -> bool:
    return isinstance(a.fact, When) and isinstance(b.fact, When) and years_apart(a.fact, b.fact)


def _words(context: Context, said: Said) -> set[str]:
    """The words of a statement beside its date."""
    span = said.fact.span
    return {word.canon for word in context.content(said.claim) if word.end <= span.start or word.start >= span.end}
