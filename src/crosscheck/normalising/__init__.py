"""From statements to claims: the facts of each statement, with spans, rules and roles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from attrs import evolve

from crosscheck.lexicon.en.words import is_title_case, tokens
from crosscheck.model import (
    Article,
    Attribution,
    Change,
    Claim,
    Fact,
    Name,
    Nonquantity,
    Quantity,
    Segmented,
    Span,
    Statement,
    When,
)
from crosscheck.normalising.dates import DateContext, read_dates
from crosscheck.normalising.names import names, names_known
from crosscheck.normalising.people import nobody
from crosscheck.normalising.places import compass, places
from crosscheck.normalising.polarity import certainties, directions, polarities
from crosscheck.normalising.quantities import read_quantities
from crosscheck.normalising.quotations import quotations
from crosscheck.normalising.roles import with_role

__all__ = ["claims", "normalise"]

MOST_FACTS = 40
LONGEST = 3000  # characters, as in cutting: what is longer is no sentence of a reader's


def claims(segmented: Segmented) -> tuple[Claim, ...]:
    """The statements of an article as claims, in order; dates may lean on days mentioned before.

    A claim has the first `MOST_FACTS` facts of its first `LONGEST` characters: facts are held against each other pair
    by pair, and what has more of them is a table.
    """
    text = segmented.article.text
    context = DateContext.of(text, segmented.article.published)
    known = _known_names(text, segmented.statements)
    found = []
    for statement in segmented.statements:
        facts, context = _facts(text, _read_part(statement), context, known)
        found.append(Claim(statement, facts[:MOST_FACTS], skeleton(text, statement.hull, facts)))
    return tuple(found)


def _read_part(statement: Statement) -> Statement:
    """The part of a statement that is read for facts: all of it, but of what is no sentence of news."""
    if len(statement.hull) <= LONGEST:
        return statement
    start = statement.hull.start
    return evolve(statement, spans=(Span(start, start + LONGEST),))


def _known_names(text: str, statements: Sequence[Statement]) -> frozenset[str]:
    """The words of the names that stand in running text, by which they are known in a headline."""
    found: set[str] = set()
    for statement in statements:
        words = tokens(text, statement.hull.start, statement.hull.end)
        if not is_title_case(words):
            found.update(part for name in _names(text, statement.hull) for part in name.name.split())
    return frozenset(found)


@lru_cache(maxsize=1024)  # asked for twice: for the names known in an article, and for each statement's facts
def _names(text: str, span: Span) -> tuple[Name, ...]:
    return names(text, tokens(text, span.start, span.end), span.start)


def normalise(text: str, published: date | datetime | None = None) -> tuple[Fact, ...]:
    """The figures, dates and other facts of a text, each with its span, value and role.

    `published` is the day against which "on Tuesday" is read; without it such dates stay unresolved.

    >>> figure = normalise("between 5,000 and 7,000 people", published=date(2015, 10, 16))[0]
    >>> figure.span, figure.interval.low, figure.interval.high, figure.role.counted
    (Span(start=0, end=23), Fraction(5000, 1), Fraction(7000, 1), 'person')
    """
    article = Article(id="text", text=text, published=published)
    whole = Span(0, len(text))
    return _facts(text, Statement(article.id, (whole,), whole), DateContext.of(text, published), frozenset())[0]


def _facts(
    text: str, statement: Statement, context: DateContext, known: frozenset[str]
) -> tuple[tuple[Fact, ...], DateContext]:
    """Everything the statement says that can be compared, in text order."""
    start, end = statement.hull.start, statement.hull.end
    whens, context = read_dates(text, start, end, context)
    figures = read_quantities(text, start, end, [when.span for when in whens])
    words = tokens(text, start, end)
    if is_title_case(words):
        found = tuple(_clear(names_known(text, words, known), [*whens, *figures]))
        words = [word._replace(surface=word.surface.lower()) for word in words]
    else:
        found = tuple(_clear(_names(text, statement.hull), [*whens, *figures]))
    facts: list[Fact] = [with_role(text, words, fact, whens) for fact in (*whens, *figures)]
    facts += [none for none in nobody(text, start, end) if not any(none.span.overlaps(fact.span) for fact in facts)]
    facts += found
    facts += places(text, words, found)
    facts += compass(text, start, end)
    facts += polarities(text, words)
    facts += directions(text, words, whens)
    facts += certainties(text, start, end)
    facts += quotations(text, statement)
    if statement.speaker and statement.speaker.span:
        facts.append(Attribution(statement.speaker.span, statement.speaker.name, "attribution.speaker"))
    return tuple(sorted(facts, key=lambda fact: (fact.span.start, fact.span.end, type(fact).__name__))), context


def _clear(found: Sequence[Name], taken: Sequence[Fact]) -> list[Name]:
    """The names that share no character with a date or a figure."""
    return [
        name
        for name in found
        if not any(name.span.overlaps(fact.span) for fact in taken if not isinstance(fact, Nonquantity))
    ]


def skeleton(text: str, span: Span, facts: Sequence[Fact]) -> str:
    """The statement with each figure and date masked by its sort.

    >>> from crosscheck.model import Interval
    >>> figure = Quantity(Span(0, 2), Interval.point(12), "count", "number.digits")
    >>> skeleton("12 were killed", Span(0, 14), [figure])
    '‹count› were killed'
    """
    parts, at = [], span.start
    for fact in facts:
        if not isinstance(fact, (Quantity, Change, When, Nonquantity)) or fact.span.start < at:
            continue
        if isinstance(fact, Nonquantity):
            continue
        parts += [text[at : fact.span.start], f"‹{_mask(fact)}›"]
        at = fact.span.end
    return " ".join(("".join([*parts, text[at : span.end]])).split())


def _mask(fact: Quantity | Change | When) -> str:
    if isinstance(fact, When):
        return "date"
    return fact.after.sort if isinstance(fact, Change) else fact.sort
