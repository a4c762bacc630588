"""What one article says was not so and another tells as a deed, wherever in a story the two stand.

"The captain has not been detained" and "The captain, a man of 51 from the north, was detained by police on Tuesday":
the two sentences have little in common, but of what is negated nearly all. The word that a "not" bears on must be in
both, or be one that only says that there is something ("received no demand", "has not been fitted with brakes").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.polarity import may_have_changed, value, value_key
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.model import Claim, Polarity, Reason, Relation, Role, Span

_RARE = 1.2  # how rare the words in common must be, added up: 1 is a word of no other statement of the story
_SHARE = 0.6  # of what is negated, that the other must have
_DAYS = 3  # days between two articles that may tell of one thing
_BEFORE = 3  # words before a deed in which a "not" or "would" bears on it
_STRENGTH = 0.8


class Told(NamedTuple):
    """A deed of a statement, whether it is negated, and other words with content: of its clause where it is."""

    claim: Claim
    span: Span
    deed: str
    negated: bool
    beside: frozenset[str]


def compare(context: Context) -> list[Wide]:
    """Deeds that one article negates and another tells."""
    denied = [each for claim in context.claims for each in _denied(context, claim)]
    found = []
    for no in denied:
        told = [yes for claim in context.claims for yes in _affirmed(context, claim, no)]
        kept = {yes.claim.statement.article_id: yes for yes in reversed(told)}
        if kept and no.claim.statement.article_id not in kept:
            found += [_wide(context, no, yes) for yes in kept.values() if not _denies_too(context, denied, no, yes)]
    return found


def _denied(context: Context, claim: Claim) -> Iterator[Told]:
    """What a statement of the running text negates outright."""
    if claim.statement.placement == "headline" or _is_open(context, claim):
        return
    if not context.lowers(claim).isdisjoint(word_class("others")):
        return  # "no other ship"
    words = context.words(claim)
    for fact in claim.facts:
        if isinstance(fact, Polarity) and fact.role.predicate not in {None} | canon_class("vague") - _light():
            deed = str(fact.role.predicate)
            first, last = clause(context.articles[claim.statement.article_id].text, words, fact.span)
            told = {word.start for word in context.told(claim)}
            beside = frozenset(w.canon for w in words[first:last] if w.start in told and _tells(w)) - {deed}
            yield Told(claim, fact.span, deed, negated=True, beside=beside)


def _affirmed(context: Context, claim: Claim, no: Told) -> Iterator[Told]:
    """The deeds of another statement that are what was negated."""
    own = no.claim.statement
    if claim.statement.key == own.key or _is_open(context, claim) or any(isinstance(f, Polarity) for f in claim.facts):
        return
    words = context.words(claim)
    there = {word.canon for word in words}
    light = no.deed in _light()
    if not (no.deed in there or light) or len(no.beside & there) < 2:
        return
    for i, word in enumerate(words):
        if word.canon == no.deed or (light and word.canon in no.beside):
            beside = frozenset(each.canon for each in context.told(claim) if _tells(each)) - {word.canon}
            yes = Told(claim, Span(word.start, word.end), word.canon, negated=False, beside=beside)
            if not any(_bears(each) for each in words[max(0, i - _BEFORE) : i]) and _is_of(context, no, yes):
                yield yes
                return


def _is_of(context: Context, no: Told, yes: Told) -> bool:
    """Whether two clauses have nearly all in common of what the one negates, and may be of one time."""
    shared = no.beside & (yes.beside | {yes.deed})
    need = max(2, _SHARE * len(no.beside))
    if len(shared) < need or context.rarity({yes.deed, *shared}) < _RARE:
        return False
    return context.of_one_time(no.claim, yes.claim, _DAYS) and not context.of_two_things(no.claim, yes.claim)


def _denies_too(context: Context, denied: Sequence[Told], no: Told, yes: Told) -> bool:
    """Whether the article that tells the deed negates it as well."""
    theirs = [each for each in denied if each.claim.statement.article_id == yes.claim.statement.article_id]
    return any(each.deed == no.deed and each.beside & no.beside for each in theirs)


def _tells(word: Token) -> bool:
    lower = word.surface.lower()
    return lower not in stopwords() and lower not in word_class("negator") and word.surface[0].isalpha()


def _is_open(context: Context, claim: Claim) -> bool:
    """Whether a statement is of what may be, or asks."""
    lowers = context.lowers(claim)
    return not lowers.isdisjoint(word_class("hypothetical")) or not lowers.isdisjoint(_QUALIFIED)


# a statement with one of these is of a time or a part
_QUALIFIED = frozenset(
    "yet still until anymore only all every everyone longer earlier originally previously initially once formerly ago "
    "expect expects expecting".split()
)


def _bears(word: Token) -> bool:
    lower = word.surface.lower()
    if lower in ("to", "for") or lower.endswith(("n't", "n’t")):
        return True  # "to determine the cause"
    return lower in word_class("negator") or lower in word_class("hardly")


@cache
def _light() -> frozenset[str]:
    """Deeds that say no more than that there is a thing."""
    return canon_class("light-deed")


def _wide(context: Context, no: Told, yes: Told) -> Wide:
    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("update" if may_have_changed(context, no.claim, yes.claim) else "conflict"), None

    def weighed(said: tuple[Said, ...]) -> Compared:
        return weigh(
            context, "polarity", Slot(said, _STRENGTH), role_values(Role(None, no.deed)), value_key, value, relation
        )

    return Wide(tuple((each.claim, _fact(each)) for each in (no, yes)), weighed)


def _fact(each: Told) -> Polarity:
    value = "negated" if each.negated else "affirmed"
    return Polarity(each.span, value, f"polarity.{'negation' if each.negated else 'affirmed'}", Role(None, each.deed))
