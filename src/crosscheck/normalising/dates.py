"""Times in running text, read sentence by sentence against the day of publication and the times mentioned before."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from attrs import evolve

from crosscheck.lexicon.en import time_words as words
from crosscheck.model import Modifier, Span, When
from crosscheck.normalising.calendar_accounts import closing_day, compares_figures, ends_account
from crosscheck.normalising.calendar_atoms import Atom
from crosscheck.normalising.calendar_context import DateContext, mentioned
from crosscheck.normalising.calendar_joins import Phrase, phrases
from crosscheck.normalising.calendar_resolving import resolve
from crosscheck.normalising.calendar_tense import points_ahead
from crosscheck.normalising.calendar_views import Reading, View
from crosscheck.values.days import Days

__all__ = ["DateContext", "read_dates"]


def read_dates(text: str, start: int, end: int, context: DateContext) -> tuple[tuple[When, ...], DateContext]:
    """The times in `text[start:end]`, in text order, and the context for what follows.

    Spans are offsets into `text`. A time that can't be resolved has neither end, and a `pattern` where one is known.

    >>> from datetime import date
    >>> text = "It capsized late on Monday; divers will return on Thursday."
    >>> whens, _ = read_dates(text, 0, len(text), DateContext.of(text, date(2021, 10, 20)))
    >>> [(when.span.of(text), str(when.earliest)) for when in whens]
    [('late on Monday', '2021-10-18'), ('Thursday', '2021-10-21')]
    """
    found: list[When] = []
    for phrase in phrases(text, start, end):
        when = _when(text, phrase, _view(text, phrase, start, end, context))
        if when is None:
            continue
        if found and (restated := _restated(text, found[-1], when)):
            found[-1] = restated
            continue
        if found and _apposed(text, found[-1], when):
            found[-1] = evolve(found[-1], earliest=when.earliest, latest=when.latest, alternatives=when.alternatives)
        found.append(when)
        context = mentioned(context, when, phrase, ends_account(text, phrase))
    return tuple(found), context


def _view(text: str, phrase: Phrase, start: int, end: int, context: DateContext) -> View:
    ahead = None
    if phrase.first.kind in {"weekday", "month", "season", "unit", "day", "quarter", "feast", "nth", "part"}:
        ahead = points_ahead(text, phrase.start, phrase.end, start, end)
    view = View(
        context.published, context.order, context.last, context.day, context.quarter, context.account, ahead,
        context.coming, context.past,
    )  # fmt: skip
    closes, compared = closing_day(text, phrase, view), compares_figures(text, phrase, start)
    return view._replace(closes=closes, compared=compared) if closes or compared else view


def _when(text: str, phrase: Phrase, view: View) -> When | None:
    """The phrase as a fact."""
    span = Span(phrase.start, phrase.end)
    first = phrase.first
    if first.kind == "recurrence":
        return When(span, None, None, "range", first.rule, sort="recurrence")
    if first.kind == "vague":
        return When(
            span, None, None, "range", f"{first.rule}", sort="vague", pattern=f"{(first.base or '').upper()}_REF"
        )
    reading = resolve(first, view)
    if reading is None:
        return None
    if phrase.last is not None:
        return _range(span, first, phrase.last, reading, view)
    return _bounded(_timed(When(
        span, reading.earliest, reading.latest, reading.granularity, first.rule, anchor=reading.anchor,
        alternatives=reading.alternatives, pattern=reading.pattern, modifier=_modifier(first),
    ), first), _edged(phrase.bound, first.edge))  # fmt: skip


def _modifier(atom: Atom) -> Modifier | None:
    modifiers: dict[str | None, Modifier] = {"start": "start", "mid": "mid", "end": "end", "approx": "approx"}
    return modifiers.get(atom.edge)


def _timed(when: When, atom: Atom) -> When:
    """With the minutes of the day, where the text gives a time or a part of the day."""
    if atom.clock is not None:
        return evolve(when, clock=atom.clock, zone=atom.zone, granularity="minute")
    if atom.part is not None and atom.part != "overnight":
        return evolve(when, clock=words.PARTS[atom.part], granularity="part-of-day")
    if atom.part == "overnight":
        return evolve(when, granularity="part-of-day")
    return when


def _bounded(when: When, bound: str | None) -> When:
    """With an open end, where "since", "until", "before" or "after" makes one."""
    if bound is None:
        return when
    if when.granularity in {"minute", "part-of-day"} and bound in {"before", "after"}:
        return evolve(when, modifier=_BOUNDS[bound])  # "before dawn on Tuesday" is on Tuesday
    earliest, latest = _open(bound, (when.earliest, when.latest))
    alternatives = tuple(_open(bound, days) for days in when.alternatives)
    return evolve(when, earliest=earliest, latest=latest, modifier=_BOUNDS[bound], alternatives=alternatives)


def _edged(bound: str | None, edge: str | None) -> str | None:
    """ "Before the end of May" is until its last day."""
    return "until" if bound == "before" and edge == "end" else bound


def _open(bound: str, days: Days) -> Days:
    """The days from, or up to, the interval; nothing is known where the interval is not."""
    earliest, latest = days
    if earliest is None or latest is None:
        return None, None
    if bound == "until":
        return None, latest
    if bound == "since":
        return earliest, None
    return (None, earliest - timedelta(days=1)) if bound == "before" else (latest + timedelta(days=1), None)


_BOUNDS: dict[str, Modifier] = {"until": "until", "before": "before", "since": "since", "after": "after"}


def _range(span: Span, first: Atom, last: Atom, reading: Reading, view: View) -> When | None:
    """From one time to another; the second end is the first such after the first."""
    if first.kind == "clock":
        clock = (first.clock[0], last.clock[1]) if first.clock and last.clock else None
        return When(
            span,
            reading.earliest,
            reading.latest,
            "minute",
            "date.range",
            clock=clock,
            zone=last.zone or first.zone,
            anchor=reading.anchor,
        )
    if first.kind in {"day", "month", "quarter", "season"} and last.year and first.year is None:
        earlier = resolve(first._replace(year=last.year), view)
        reading = earlier or reading
    if first.year and last.year is None and last.kind in {"day", "month", "quarter", "season"}:
        last = last._replace(year=first.year)
    other = resolve(last, view)
    if other is None:
        return None
    if reading.earliest is None or other.latest is None:
        return When(span, None, None, "range", "date.range", pattern=reading.pattern)
    latest, earliest = other.latest, reading.earliest
    if latest < earliest and last.kind == "weekday":
        latest += timedelta(days=7 * (-(-(earliest - latest).days // 7)))
    elif latest < earliest and other.anchor and last.year is None:
        later = [b for _, b in other.alternatives if b is not None and b >= earliest]
        if later:
            latest = later[0]
        elif [a for a, _ in reading.alternatives if a is not None and a <= latest]:
            earliest = next(a for a, _ in reading.alternatives if a is not None and a <= latest)
    if latest < earliest:
        return None
    return When(span, earliest, latest, "range", "date.range", anchor=reading.anchor)


def _apposed(text: str, first: When, second: When) -> bool:
    """Whether a quarter is told again by its number: "in the year-ago quarter, the second quarter ended Oct. 31"."""
    told_again = first.rule == "date.unit" and first.anchor == "mention" and second.rule == "date.quarter"
    return told_again and first.granularity == second.granularity and text[first.span.end : second.span.start] == ", "


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s?[(/\[]\s?|,\sor\s")


def _restated(text: str, first: When, second: When) -> When | None:
    """One fact for an instant and the same in another zone: "04:17 on Tuesday (23:17 GMT on Monday)"."""
    gap = text[first.span.end : second.span.start]
    if (
        first.clock is None
        or second.clock is None
        or second.zone is None
        or first.granularity != "minute"
        or len(gap) > 6
    ):
        return None
    if second.granularity != "minute" or not _bracket().fullmatch(gap):
        return None
    end = second.span.end
    if text[end : end + 1] in {")", "]"}:
        end += 1
    if first.earliest is None and second.earliest is not None:
        return None
    return evolve(first, span=Span(first.span.start, end))
