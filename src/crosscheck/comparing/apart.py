"""Why two figures of one role may still be of two things: another part, another time, another person."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.figures import extents_apart, figure, meets, of_other_states, predicate, role_match
from crosscheck.comparing.owned import other_persons
from crosscheck.comparing.times import same_days
from crosscheck.lexicon.en.role_rules import SOME_OF
from crosscheck.lexicon.en.words import canon, canon_class, fold, word_class
from crosscheck.model import Attribution, Name, Place, Quantity, Reason, Role, When
from crosscheck.values.days import parse_edtf
from crosscheck.values.days import relate as relate_days
from crosscheck.values.intervals import relate

_SO_FAR = frozenset({"so", "far"})
_ACCOUNTED = 120  # days after which accounts have been given
_NOBODYS = ("money", "percent", "percentage-points")  # sorts of figures that are seldom a person's own


def apart(context: Context, a: Said, b: Said) -> Reason | None:
    """Why the two figures are of different parts, times or things; `None` where nothing says so."""
    if figure(a).sort == "age" and meets(a, b):
        return None  # whose age it is tells more than when
    if (reason := bounds_apart(context, a, b)) is not None or meets(a, b):
        return reason
    one, two = a.fact.role, b.fact.role
    if figure(a).sort == "age" and other_persons(context, a, b):
        return "different-thing"
    if _given_elsewhere(a, b) or _given_elsewhere(b, a) or one.status != two.status or _subjects_apart(a, b):
        return "different-thing"
    if figure(a).sort == "number" and _of_two_days(a, b):
        return "different-thing"  # two earthquakes
    if _third_value(context, a, b, alike=True) or _third_value(context, b, a, alike=True):
        return "different-thing"
    return _one_unbounded(context, a, b) or _one_unbounded(context, b, a)


def bounds_apart(context: Context, a: Said, b: Said) -> Reason | None:
    """Why the two figures are of different parts or times; `None` where nothing says so."""
    one, two = a.fact.role, b.fact.role
    if one.period != two.period and _periods_apart(context, a, b):
        return "different-period"
    if _as_of_apart(context, a, b) or _is_sum_so_far(context, a) != _is_sum_so_far(context, b):
        return "different-period"
    if one.extent != two.extent and extents_apart(_part(one.extent), _part(two.extent)):
        return "different-extent"
    if not meets(a, b) and (_is_part(context, a, b) or _is_part(context, b, a)):
        return "different-extent"
    if not meets(a, b) and (_is_elsewhere(a) != _is_elsewhere(b) or _is_some(context, a, b)):
        return "different-extent"
    return None


def _part(extent: str | None) -> str | None:
    """A part of the whole; those hurt "in the riots" are all of them."""
    return None if extent and extent.split()[-1] in word_class("event-part") else extent


def _is_elsewhere(said: Said) -> bool:
    """Whether a part is another than the one spoken of: "19 died there", "at the rival plant", "none of our own"."""
    extent = figure(said).role.extent
    if extent is None:
        return False
    return figure(said).interval.high == 0 or extent.split()[0] in word_class("elsewhere")


def _is_some(context: Context, a: Said, b: Said) -> bool:
    """Whether one figure is of some of the persons of the other: "two of the injured"."""
    states = canon_class("state")
    if not any(figure(said).role.counted == "person" and predicate(figure(said)) in states for said in (a, b)):
        return False
    parts = [SOME_OF.regex.match(context.articles[said.article_id].text, said.fact.span.end) for said in (a, b)]
    return (parts[0] is None) != (parts[1] is None)


def _is_sum_so_far(context: Context, said: Said) -> bool:
    """Whether a figure sums up several deeds ("so far 14 boats have been seized"); of what develops any does."""
    return context.lowers(said.claim) >= _SO_FAR and predicate(figure(said)) not in canon_class("developing")


def _one_unbounded(context: Context, a: Said, b: Said) -> Reason | None:
    """Why a figure without a period or an extent is not one with: its article gives several of them."""
    mine, other = a.fact.role, b.fact.role
    no_period = mine.period is None and other.period is not None
    no_extent = mine.extent is None and other.extent is not None
    if not (no_period or no_extent) or not _third_value(context, a, b, alike=False):
        return None
    return "different-period" if no_period else "different-extent"


def _is_part(context: Context, said: Said, against: Said) -> bool:
    """Whether the article that gives a figure with a bound gives the other figure without: "28 in the round", 178."""
    mine, other = figure(said).role, against.fact.role
    bound, plain = _bounds(mine), _bounds(other)
    if said.article_id == against.article_id:
        in_text = said.claim.statement.placement == against.claim.statement.placement == "body"
        return in_text and other.extent is None and mine.extent is not None and not _is_whole(mine.extent)
    return bound != plain and any(
        _bounds(fact.role) == plain
        and role_match(fact, figure(said)) is not None
        and relate(fact, figure(against)) == "same"
        for fact in context.figures[said.article_id]
    )


def _bounds(role: Role) -> tuple[str | None, str | None]:
    """Of what part and of when; the whole is no part."""
    return None if role.extent and _is_whole(role.extent) else role.extent, role.period


def _is_whole(extent: str) -> bool:
    return extent in word_class("whole") or extent in ("in all", "in total")


def _subjects_apart(a: Said, b: Said) -> bool:
    """Whether two statements of persons' ages, years and doings name other persons, and none in common."""
    fact = figure(a)
    of_event = predicate(fact) in canon_class("developing") and not _is_missed(fact)
    if fact.sort in _NOBODYS or of_event or fact.role.predicate == "tally":
        return False
    one, two = _names(a), _names(b)
    return bool(one and two) and not one & two


def _is_missed(fact: Quantity) -> bool:
    """Whether somebody missed so many of something: games are not missing as persons are."""
    return predicate(fact) == canon("missing") and fact.role.counted != "person"


def _names(said: Said) -> set[str]:
    """The words of the names in a statement, places and speakers left out."""
    spans = [fact.span for fact in said.claim.facts if isinstance(fact, (Place, Attribution))]
    return {
        fold(word)
        for fact in said.claim.facts
        if isinstance(fact, Name) and not any(fact.span.overlaps(span) for span in spans)
        for word in fact.name.split()
    }


def _of_two_days(a: Said, b: Said) -> bool:
    """Whether both statements name days, and none in common."""
    one, two = ([fact for fact in said.claim.facts if isinstance(fact, When)] for said in (a, b))
    return bool(one and two) and not any(same_days(x, y) for x in one for y in two)


def _given_elsewhere(a: Said, b: Said) -> bool:
    """Whether the other statement gives this value too, for something else ("52 to 48", "48 to 52").

    That 12 were arrested says nothing of whether 12 or 18 were injured.
    """
    return any(
        isinstance(fact, Quantity)
        and fact is not b.fact
        and relate(fact, figure(a)) == "same"
        and not (role_match(figure(a), figure(b)) is not None and of_other_states(fact, figure(a)))
        for fact in b.claim.facts
    )


def _periods_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether two periods have no day in common; none given means about when the article was published."""
    if _is_of_no_day(a) != _is_of_no_day(b):
        return True
    days: list[tuple[date | None, date | None]] = []
    for said in (a, b):
        period, day = said.fact.role.period, context.day(said.claim)
        if period is None and day is None:
            return False
        try:
            days.append(_about(day, figure(said)) if period is None else parse_edtf(period))
        except ValueError:  # a named phase: another one is another time, none may be the same
            return a.fact.role.period is not None and b.fact.role.period is not None
    return relate_days(*days) == "disjoint"


def _is_of_no_day(said: Said) -> bool:
    """Whether a figure is of any such stretch of time ("a year"), or of another than the one spoken of ("then")."""
    period = said.fact.role.period
    return period is not None and (period.startswith("a ") or period == "then")


def _about(day: date | None, fact: Quantity) -> tuple[date | None, date | None]:
    """Of when a figure is that has no period: of about the day of publication; accounts are of the months before."""
    if day is None or fact.sort not in ("money", "percent"):
        return day, day
    return day - timedelta(_ACCOUNTED), day


def _as_of_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether both statements say as of when their figures hold, and mean different days."""
    one, two = context.as_of(a.claim), context.as_of(b.claim)
    return bool(one and two) and not any(same_days(x, y) for x in one for y in two)


def _third_value(context: Context, said: Said, against: Said, *, alike: bool) -> bool:
    """Whether the same article gives a third value in this role, so that none is plain; `alike`: of the same bounds."""
    mine, other = figure(said), figure(against)
    bounds = mine.role.extent, mine.role.period
    if mine.role.predicate == "tally":
        return False  # the other side of the vote
    return any(
        (not alike or (fact.role.extent, fact.role.period) == bounds)
        and fact.role.status == mine.role.status  # "we would be counting dozens" counts nobody
        and role_match(fact, mine) is not None
        and relate(fact, mine) == relate(fact, other) == "apart"
        for fact in context.figures[said.article_id]
    )
