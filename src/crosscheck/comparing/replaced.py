"""What stands in one place of two statements, as facts and as a report shows them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction

from attrs import evolve

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.contrasts import Contrast, listed
from crosscheck.comparing.display import quantity_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.words import Token, show, stopwords
from crosscheck.model import (
    Certainty,
    Claim,
    Direction,
    Facet,
    Fact,
    Interval,
    Polarity,
    Quantity,
    Reason,
    Relation,
    Role,
    Span,
    Values,
    Wording,
)


def as_fact(found: Contrast, side: int, span: Span, subject: str | None) -> Fact:
    """One side of a contrast as a fact; `subject` is the word that follows it."""
    value, role = found.values[side], Role(None, subject)
    match found.facet:
        case "polarity":
            return Polarity(span, value, f"polarity.{value}" if value in _PLAIN else "polarity.contrast", role)
        case "direction":
            return Direction(span, value, f"direction.{value}", role)
        case "certainty":
            return Certainty(span, value, "certainty.contrast", role)
        case "quantity":
            return Quantity(span, Interval.point(Fraction(value)), "rank", "number.ordinal", role=role)
    return Wording(span, found.shown[side], f"{found.facet}.contrast", role)


_NO_DATE = (("edtf", None), ("earliest", None), ("latest", None), ("clock", None), ("zone", None))
_PLAIN = ("negated", "affirmed")


Relate = Callable[[list[Said], list[Said]], tuple[Relation, Reason | None]]


def compared(
    context: Context, facet: Facet, entries: tuple[Said, ...], strength: float, relate: Relate | None = None
) -> Compared:
    """One place of a sentence with what fills it in each member."""
    role = _role(context, entries[0])

    def value(said: Said) -> tuple[Values, str]:
        return _value(context, facet, said)

    return weigh(context, facet, Slot(entries, strength), role, _key, value, relate or _relation)


def ruled_out(
    context: Context, facet: Facet, entries: tuple[tuple[Claim, Fact], ...], strength: float, why: str = ""
) -> Wide:
    """Facts anywhere in a story of which each rules out the others, with the reason in words."""

    def weighed(said: tuple[Said, ...]) -> Compared:
        found = compared(context, facet, said, strength, lambda a, b: ("conflict", None))
        return found._replace(comparison=evolve(found.comparison, explanation=why))

    return Wide(entries, weighed)


def tells(word: Token) -> bool:
    """Whether a word has content."""
    return word.surface.lower() not in stopwords()


def _role(context: Context, said: Said) -> Values:
    """What the place is called: by the words on both sides of it that tell something."""
    words, span = context.words(said.claim), said.fact.span
    before = [word.surface for word in words if word.end <= span.start and tells(word)]
    after = [word.surface for word in words if word.start >= span.end and tells(word)]
    values = (("counted", None), ("predicate", said.fact.role.predicate), ("extent", None), ("period", None))
    return (*values, ("display", " … ".join([*before[-1:], *after[:1]])))


def _key(said: Said) -> Hashable:
    fact = said.fact
    if isinstance(fact, Quantity):
        return fact.interval
    return fact.filler.lower() if isinstance(fact, Wording) else _plain(fact)


def _plain(fact: Fact) -> str:
    assert isinstance(fact, (Polarity, Direction, Certainty))
    return fact.value


def _value(context: Context, facet: Facet, said: Said) -> tuple[Values, str]:
    """A filler as a report gives it, and as people read it: in the words of the text."""
    fact = said.fact
    words = fact.span.of(context.articles[said.article_id].text)
    if isinstance(fact, Quantity):
        return quantity_values(fact), words
    if isinstance(fact, Wording):
        if facet == "date":
            return (*_NO_DATE, ("granularity", "day")), fact.filler
        if facet == "wording":
            return (("slot", fact.role.predicate), ("filler", fact.filler)), fact.filler
        return (("name", fact.filler), ("within" if facet == "place" else "title", None)), fact.filler
    predicate = show(fact.role.predicate or "")
    plain = {"negated": f"not {predicate}", "affirmed": predicate, "stated": "stated", "possible": "possible"}
    return (("value", _plain(fact)),), plain.get(_plain(fact), words)


def _relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    """A conflict, save for fillers that only a third has been set against."""
    one, two = a[0].fact, b[0].fact
    if isinstance(one, Wording) and isinstance(two, Wording) and one.rule == "wording.contrast" and not _digits(one):
        return ("conflict" if listed(one.filler, two.filler) else "compatible"), None
    return "conflict", None


def _digits(fact: Wording) -> bool:
    return fact.filler[:1].isdigit()
