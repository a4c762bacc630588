"""Dates: two outlets' days for one event."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.date_words import in_words, pattern_in_words
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, Outcome, refusals, weigh
from crosscheck.comparing.figures import is_telling, predicate, same_head
from crosscheck.comparing.slots import Match, Slot, same_slot, slots
from crosscheck.comparing.times import clocks_differ, ends_differ, same_days, same_end
from crosscheck.lexicon.en.fact_rules import PLANNED
from crosscheck.lexicon.en.words import canon, canon_class, concept_kind
from crosscheck.model import Claim, Quantity, Reason, Relation, Values, When
from crosscheck.values.days import edtf, relate
from crosscheck.values.intervals import relate as relate_figures

_DAYS = frozenset({"minute", "part-of-day", "day"})
_ALIKE = 0.8  # alignment from which the one day that each of two statements names is taken to be of one event
_SAME_TEXT = 0.95  # the same where the words around are rather others, and nothing speaks of two events
_NEAR_SLOT = 0.3
_HALF_SLOT = 0.5
_SAME_SLOT = 0.7
_VERBATIM = 0.85
_ONE_ACT = 0.65  # alignment from which deadlines of two verbs are of one act
_MONTH = 30  # days by which no two articles differ in when a thing was or will be
_ONE_DEED = 0.65  # strength of the one date of each of two alike statements, of one deed
_IN_PLACE = 0.9  # strength of two dates between the same words


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """The dates of a group's members, each by the event that it dates."""
    said = [
        Said(i, claim, fact)
        for i, claim in enumerate(members)
        for fact in claim.facts
        if isinstance(fact, When) and _comparable(fact) and not context.is_as_of(claim, fact)
    ]
    found, refused = slots(said, lambda a, b: _match(context, aligned, a, b), _meets, firm=_IN_PLACE)
    return Outcome(tuple(_sure(context, aligned, slot) for slot in found), refusals("date", refused))


def _sure(context: Context, aligned: Aligned, slot: Slot) -> Compared:
    """The comparison, held for sure where two deadlines of one act differ: that needs few words in common."""
    compared = weighed(context, slot)
    due = compared.comparison.relation == "conflict" and all(
        _is_one_act(context, aligned, a, b) for n, a in enumerate(slot.entries) for b in slot.entries[n + 1 :]
    )
    return compared._replace(sure=due)


def _is_one_act(context: Context, aligned: Aligned, a: Said, b: Said) -> bool:
    """Whether two dates are deadlines of one act, or one deadline."""
    if not all(_when(said).latest and _is_due(context, said) for said in (a, b)):
        return False
    same = canon(_when(a).role.predicate or "") == canon(_when(b).role.predicate or "")
    return same or alignment(aligned, a, b) >= _ONE_ACT


def weighed(context: Context, slot: Slot, differ: Callable[[When, When], bool] | None = None) -> Compared:
    """The dates of one event as versions, and how they relate; `differ` says when two are in conflict."""
    return weigh(
        context, "date", slot, role_values(slot.entries[0].fact.role), _key, _value,
        lambda one, two: _relation(context, one, two, differ),
    )  # fmt: skip


def _comparable(fact: When) -> bool:
    return fact.sort == "date" and (fact.resolved or fact.pattern is not None)


def _is_period(claim: Claim, fact: object) -> bool:
    """Whether a stretch of time tells of when the statement's figures hold: then it is no value itself."""
    return (
        isinstance(fact, When)
        and fact.granularity not in _DAYS
        and any(isinstance(other, Quantity) and other.role.period is not None for other in claim.facts)
    )


def _when(said: Said) -> When:
    assert isinstance(said.fact, When)
    return said.fact


def _days(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _meets(a: Said, b: Said) -> bool:
    return same_days(_when(a), _when(b))


def _match(context: Context, aligned: Aligned, a: Said, b: Said) -> Match:
    """How surely two dates are of one event: by their verb, or by the words around them."""
    one, two = _when(a), _when(b)
    if not _meets(a, b) and (context.of_two_things(a.claim, b.claim) or is_of_another(context, a, b)):
        return None
    if context.in_place(a, b) and (one.granularity in _DAYS) == (two.granularity in _DAYS):
        return _in_place(context, a, b)
    if (_is_period(a.claim, one) or _is_period(b.claim, two)) and not _share_a_figure(a.claim, b.claim):
        return None
    slot, close = same_slot(context, a, b), alignment(aligned, a, b)
    same = _same_event(canon(one.role.predicate or ""), canon(two.role.predicate or ""))
    if same is None:
        return None
    alone = _alone(a, b) and (
        (close >= _ALIKE and slot >= _HALF_SLOT)
        or (close >= _SAME_TEXT and slot >= _NEAR_SLOT and not _of_two_events(one, two))
        or (close >= _ALIKE and same)
    )
    if (one.granularity in _DAYS) != (two.granularity in _DAYS) and not _meets(a, b) and not alone:
        return None  # a day against a stretch that does not hold it is rather another event
    one_day = _meets(a, b) and (slot > 0 or (close >= _ALIKE and _alone(a, b)))
    if not same and not alone and not (close >= _VERBATIM and slot >= _SAME_SLOT) and not one_day:
        return None
    if one.resolved != two.resolved or _said_otherwise(one, two):
        return "unresolved-date"
    if not _meets(a, b) and (_borrowed(one) or _borrowed(two)):
        return None
    whole = one.resolved and one.anchor is None and two.anchor is None  # printed with its year
    whole = whole and not context.of_two_names(a.claim, b.claim)
    named = alone and ((close >= _SAME_TEXT and _of_one_name(one, two)) or (close >= _ALIKE and same and whole))
    if not _meets(a, b) and ((slot == 0 and not named) or _past_and_to_come(context, a, b)):
        return None  # of three such over 34 stories none was one event
    if not _meets(a, b):
        return _doubt(one, two) or max(_ONE_DEED if named else 0, round(0.5 + 0.4 * slot, 4))
    return round(0.6 + 0.4 * slot, 4)


def _in_place(context: Context, a: Said, b: Said) -> Match:
    """How surely two dates between the same words are of one event; a period of other figures is of another time."""
    one, two = _when(a), _when(b)
    if one.resolved != two.resolved or _said_otherwise(one, two):
        return "unresolved-date"
    if _meets(a, b):
        return 0.95
    whole = one.resolved and one.anchor is None and two.anchor is None  # printed with its year
    told = canon(one.role.predicate or "") in canon_class("telling") and not whole
    if told or _borrowed(one) or _borrowed(two):
        return None
    if (_is_period(a.claim, one) or _is_period(b.claim, two)) and not _same_figures(a.claim, b.claim):
        return None
    return _doubt(one, two) or _IN_PLACE


def _same_figures(one: Claim, two: Claim) -> bool:
    """Whether two statements give the same figures."""
    figures = [[fact.interval for fact in claim.facts if isinstance(fact, Quantity)] for claim in (one, two)]
    return figures[0] == figures[1]


def _borrowed(when: When) -> bool:
    """Whether only the time of day is given, and the day was taken from a mention before."""
    return when.anchor == "mention" and when.clock is not None


def is_of_another(context: Context, a: Said, b: Said) -> bool:
    """Whether the article of one date gives the other's, too, for an event of that name: two drills, in two months."""
    return a.article_id != b.article_id and any(
        _has_event(context, said, other) for said, other in ((a, b), (b, a)) if _when(said).role.predicate
    )


def _has_event(context: Context, said: Said, other: Said) -> bool:
    event = canon(_when(said).role.predicate or "")
    return any(
        isinstance(fact, When)
        and fact.sort == "date"
        and canon(fact.role.predicate or "") == event
        and same_days(fact, _when(other))
        for claim in context.by_article[said.article_id]
        for fact in claim.facts
    )


def _past_and_to_come(context: Context, a: Said, b: Said) -> bool:
    """Whether one speaks of a day before its article and the other of one after, which are of two events.

    Two articles may well differ in whether a thing was today or is tomorrow, but hardly by a month.
    """
    told = [_is_past(context, said) for said in (a, b)]
    if None in told or told[0] == told[1]:
        return False
    one, two = _when(a), _when(b)
    if a.article_id == b.article_id:
        return context.day(a.claim) not in (one.latest, two.latest)
    return bool(one.earliest and two.earliest and abs((one.earliest - two.earliest).days) > _MONTH)


def _is_past(context: Context, said: Said) -> bool | None:
    """Whether a date lies before its article's day or on it, or after it; `None` where that is not known."""
    day, when = context.day(said.claim), _when(said)
    if day is None:
        return None
    if when.latest and when.latest <= day:
        return True
    return False if when.earliest and when.earliest > day else None


def _alone(a: Said, b: Said) -> bool:
    """Whether each date is the only one of its sort, day or stretch, in its statement; of both, if one is of each."""
    mixed = (_when(a).granularity in _DAYS) != (_when(b).granularity in _DAYS)
    return _only_date(a, mixed) and _only_date(b, mixed)


def _only_date(said: Said, mixed: bool) -> bool:
    """Whether the date is the only day (or the only stretch; with `mixed` the only date) that its statement names."""
    sort = _when(said).granularity in _DAYS
    dates = [fact for fact in said.claim.facts if isinstance(fact, When) and fact.sort == "date"]
    like = [fact for fact in dates if mixed or (fact.granularity in _DAYS) == sort]
    return len(like) == 1 and like[0] is said.fact


def _of_one_name(one: When, two: When) -> bool:
    """Whether both dates are of a known event, and of the same."""
    event = canon(one.role.predicate or "")
    return bool(event) and concept_kind(event) == "v" and event == canon(two.role.predicate or "")


def _of_two_events(one: When, two: When) -> bool:
    """Whether both dates are of known events, and not of one."""
    both = [canon(when.role.predicate or "") for when in (one, two)]
    return both[0] != both[1] and all(concept_kind(event) == "v" for event in both)


def _share_a_figure(one: Claim, two: Claim) -> bool:
    """Whether two statements give one sum of money, long figure or count of one thing, so that one deed is dated."""
    return any(
        isinstance(x, Quantity)
        and isinstance(y, Quantity)
        and (x.sort == "money" or is_telling(x) or same_head(x.role.counted, y.role.counted))
        and relate_figures(x, y) == "same"
        for x in one.facts
        for y in two.facts
    )


def _same_event(one: str, two: str) -> bool | None:
    """Whether two canonical predicates are of one event; `None` where one tells who told."""
    both = {one, two}
    if both & canon_class("telling"):
        return None
    return "" not in both and (one == two or bool(both & canon_class("any-event")))


def _said_otherwise(one: When, two: When) -> bool:
    """Whether two dates that are not resolved can't be held together: a weekday and a day of a month, a day and
    its morning."""
    if one.resolved or two.resolved or one.pattern == two.pattern:
        return False
    forms = [re.sub(r"[0-9]", "0", (when.pattern or "").split("T")[0]) for when in (one, two)]
    return forms[0] != forms[1] or (one.pattern or "").split("T")[0] == (two.pattern or "").split("T")[0]


def _same_day_of_another_year(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and one != two and (one.month, one.day) == (two.month, two.day)


def _doubt(one: When, two: When) -> Reason | None:
    """Why two dates that differ may still be one day."""
    for this, that in ((one, two), (two, one)):
        if any(relate(days, _days(that)) != "disjoint" for days in this.alternatives):
            return "ambiguous-date"
    if (one.anchor or two.anchor) and _same_day_of_another_year(one.earliest, two.earliest):
        return "ambiguous-date"  # and one of the two does not say of which
    near = one.earliest and two.earliest and abs((one.earliest - two.earliest).days) <= 1
    if near and one.zone and two.zone and one.zone != two.zone:
        return "time-zone"
    return None


def _deadlines_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether one act is to be done by two days: "completed by the end of June", "finished by the end of the year"."""
    one, two = _when(a), _when(b)
    if one.modifier != "until" or two.modifier != "until" or one.latest is None or two.latest is None:
        return False
    if one.earliest or two.earliest or same_end(one, two):
        return False
    return all(_is_due(context, said) for said in (a, b)) and not any(
        isinstance(fact, Quantity) and predicate(fact) in canon_class("developing")
        for said in (a, b)
        for fact in said.claim.facts
    )


def _is_due(context: Context, said: Said) -> bool:
    """Whether what is dated is to be brought to an end, by a word such as "will" or "is to"."""
    done = canon(_when(said).role.predicate or "")
    text, start = context.articles[said.article_id].text, said.claim.statement.hull.start
    planned = PLANNED.search(text, start, said.fact.span.start)
    return done in canon_class("completing") and planned is not None


def _key(said: Said) -> Hashable:
    when = _when(said)
    return when.earliest, when.latest, when.clock, when.pattern


def _value(said: Said) -> tuple[Values, str]:
    """A date as a report gives it, and as people read it."""
    when = _when(said)
    written = edtf(when.earliest, when.latest, when.granularity) if when.resolved else when.pattern
    values: Values = (
        ("edtf", written),
        ("earliest", when.earliest.isoformat() if when.earliest else None),
        ("latest", when.latest.isoformat() if when.latest else None),
        ("clock", "–".join(map(_clock, sorted(set(when.clock)))) if when.clock else None),
        ("zone", when.zone),
        ("granularity", when.granularity),
    )
    return values, _display(when, written or "")


def _clock(minute: int) -> str:
    """A minute of the day on the clock."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _display(when: When, written: str) -> str:
    clock = f" {_clock(when.clock[0])}" if when.clock and when.clock[0] == when.clock[1] else ""
    if not when.resolved:
        return pattern_in_words(written) or clock.strip()
    return (in_words(when.earliest, when.latest) or written) + clock


def _relation(
    context: Context, a: list[Said], b: list[Said], differ: Callable[[When, When], bool] | None
) -> tuple[Relation, Reason | None]:
    one, two = _when(a[0]), _when(b[0])
    if differ is not None:
        return ("conflict" if differ(one, two) else "compatible"), None
    if not one.resolved or not two.resolved:
        return ("same", None) if one.pattern == two.pattern else ("conflict", None)
    related = relate(_days(one), _days(two))
    if related == "disjoint" and (doubt := _doubt(one, two)):
        return "not-compared", doubt
    if related == "same":
        if not clocks_differ(one, two):
            return "same", None
        return ("conflict" if one.zone == two.zone and context.in_place(a[0], b[0]) else "compatible"), None
    edited = (context.in_place(a[0], b[0]) and ends_differ(one, two)) or _deadlines_apart(context, a[0], b[0])
    return ("conflict", None) if related == "disjoint" or edited else ("compatible", None)
