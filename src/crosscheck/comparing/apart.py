"""Why two figures of one role may still be of two things: another part, another time, another person."""

from __future__ import annotations

from datetime import date

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.figures import extents_apart, figure, meets, predicate, role_match
from crosscheck.comparing.times import same_days
from crosscheck.lexicon.en.words import canon_class, fold
from crosscheck.model import Attribution, Name, Place, Quantity, Reason
from crosscheck.values.days import parse_edtf
from crosscheck.values.days import relate as relate_days
from crosscheck.values.intervals import relate

_NOBODYS = ("money", "percent", "percentage-points")  # sorts of figures that are seldom a person's own


def apart(context: Context, a: Said, b: Said) -> Reason | None:
    """Why the two figures are of different parts, times or things; `None` where nothing says so."""
    if (reason := bounds_apart(context, a, b)) is not None or meets(a, b):
        return reason
    one, two = a.fact.role, b.fact.role
    if _given_elsewhere(a, b) or _given_elsewhere(b, a) or one.status != two.status or _subjects_apart(a, b):
        return "different-thing"
    if _third_value(context, a, b, alike=True) or _third_value(context, b, a, alike=True):
        return "different-thing"
    return _one_unbounded(context, a, b) or _one_unbounded(context, b, a)


def bounds_apart(context: Context, a: Said, b: Said) -> Reason | None:
    """Why the two figures are of different parts or times; `None` where nothing says so."""
    one, two = a.fact.role, b.fact.role
    if one.period != two.period and _periods_apart(context, a, b):
        return "different-period"
    if _as_of_apart(context, a, b):
        return "different-period"
    if one.extent != two.extent and extents_apart(one.extent, two.extent):
        return "different-extent"
    return None


def _one_unbounded(context: Context, a: Said, b: Said) -> Reason | None:
    """Why a figure without a period or an extent is not one with: its article gives several of them."""
    mine, other = a.fact.role, b.fact.role
    no_period = mine.period is None and other.period is not None
    no_extent = mine.extent is None and other.extent is not None
    if not (no_period or no_extent) or not _third_value(context, a, b, alike=False):
        return None
    return "different-period" if no_period else "different-extent"


def _subjects_apart(a: Said, b: Said) -> bool:
    """Whether two statements of persons' ages, years and doings name other persons, and none in common."""
    fact = figure(a)
    if fact.sort in _NOBODYS or predicate(fact) in canon_class("developing"):
        return False
    one, two = _names(a), _names(b)
    return bool(one and two) and not one & two


def _names(said: Said) -> set[str]:
    """The words of the names in a statement, places and speakers left out."""
    spans = [fact.span for fact in said.claim.facts if isinstance(fact, (Place, Attribution))]
    return {
        fold(word)
        for fact in said.claim.facts
        if isinstance(fact, Name) and not any(fact.span.overlaps(span) for span in spans)
        for word in fact.name.split()
    }


def _given_elsewhere(a: Said, b: Said) -> bool:
    """Whether the other statement gives this value too, for something else ("52 to 48", "48 to 52")."""
    return any(
        isinstance(fact, Quantity) and fact is not b.fact and relate(fact, figure(a)) == "same"
        for fact in b.claim.facts
    )


def _periods_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether two periods have no day in common; none given means about when the article was published."""
    days: list[tuple[date | None, date | None]] = []
    for said in (a, b):
        period, day = said.fact.role.period, context.day(said.claim)
        if period is None and day is None:
            return False
        try:
            days.append((day, day) if period is None else parse_edtf(period))
        except ValueError:  # a named phase: another one is another time, none may be the same
            return a.fact.role.period is not None and b.fact.role.period is not None
    return relate_days(*days) == "disjoint"


def _as_of_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether both statements say as of when their figures hold, and mean different days."""
    one, two = context.as_of(a.claim), context.as_of(b.claim)
    return bool(one and two) and not any(same_days(x, y) for x in one for y in two)


def _third_value(context: Context, said: Said, against: Said, *, alike: bool) -> bool:
    """Whether the same article gives a third value in this role, so that none is plain; `alike`: of the same bounds."""
    mine, other = figure(said), figure(against)
    bounds = mine.role.extent, mine.role.period
    return any(
        (not alike or (fact.role.extent, fact.role.period) == bounds)
        and role_match(fact, mine) is not None
        and relate(fact, mine) == relate(fact, other) == "apart"
        for fact in context.figures[said.article_id]
    )
