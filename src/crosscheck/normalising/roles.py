"""Roles: what a figure counts or measures, in which predicate, of what part, and of when.

Two figures are only ever compared when they play the same role, so a role is read carefully or not
at all: what the clause does not tell stays `None`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from crosscheck.lexicon.en.role_rules import PARENT, TALLY_AFTER, TALLY_BEFORE, WHOLE
from crosscheck.lexicon.en.syntax import clause, is_broken, is_verb, nearest_verb
from crosscheck.lexicon.en.words import Token, canon, canon_class, word_class
from crosscheck.model import Change, Fact, Quantity, Role, Span, When
from crosscheck.normalising.circumstances import extent, period, status
from crosscheck.normalising.figures import AGE
from crosscheck.normalising.measured import change_or_level, may_hold, measured_here
from crosscheck.normalising.people import Counting, aged, counting, is_age

_COUNTS = frozenset({"count", "number"})
_WHOLE_REACH = 40  # characters before a part in which its whole may stand
_LONGEST_PARENT = 12  # characters
_LONGEST_LIST = 10  # words from the "and" after a figure to the verb that it shares


def with_role(text: str, words: list[Token], fact: Fact, whens: Sequence[When]) -> Fact:
    """The fact with its role read from the clause that it stands in."""
    if isinstance(fact, Quantity):
        if who := is_age(text, words, fact):
            return evolve(fact, sort="age", unit=AGE, role=Role(None if who in word_class("pronoun") else who, "aged"))
        return evolve(fact, role=quantity_role(text, words, fact, whens))
    if isinstance(fact, Change):
        return evolve(fact, role=quantity_role(text, words, evolve(fact.after, span=fact.span), whens))
    if isinstance(fact, When):
        return evolve(fact, role=when_role(text, words, fact))
    return fact


def quantity_role(text: str, words: list[Token], fact: Quantity, whens: Sequence[When]) -> Role:
    """The role of a figure: of a count by what is counted, of a measure by what is measured."""
    first, last = clause(text, words, fact.span)
    counted, predicate = _counted_as(text, words, fact, first, last)
    if canon(predicate or "") in canon_class("holding") and _may_hold(words[first:last]):
        predicate = "capacity"
    return Role(
        counted,
        predicate,
        extent(text, words, fact.span, first, last),
        period(text, fact.span, whens, words, first, last),
        None if predicate == "capacity" else status(text, words, fact.span, first),
    )


def _counted_as(text: str, words: list[Token], fact: Quantity, first: int, last: int) -> Counting:
    """What the figure is of, and its predicate: by the sort of the figure."""
    if fact.sort == "age":
        return aged(text, words, fact.span), "aged"
    if fact.unit is not None and fact.unit.dimension == "magnitude":
        torn = fact.interval.low is not None and fact.interval.low < 1  # "6." ended a sentence
        return None if torn else fact.unit.name, "level"
    if fact.sort not in _COUNTS and fact.sort != "rank":
        verb = nearest_verb(words, fact.span, first, last)
        if fact.sort == "duration" and verb and verb.canon in canon_class("term"):
            return verb.canon, "level"
        if fact.sort == "area" and (by := _consumed(text, words, verb, first, last)):
            return "land", by
        of = fact.role.counted or measured_here(text, words, fact, first, last)
        return _electorate(of), change_or_level(text, words, fact.span, first)
    if PARENT.search(text, max(0, fact.span.start - _LONGEST_PARENT), fact.span.start):
        return "child", "parent"
    if _is_tally(text, words, fact):
        return "vote", "tally"
    span = _with_counted(words, fact)
    verb = (
        nearest_verb(words, span, first, last) or _shared_verb(text, words, last) or _verb_of_list(text, words, first)
    )
    if verb is None or verb.canon not in canon_class("state") | canon_class("developing") | canon_class("defining"):
        verb = _relative_verb(words, last) or verb
    predicate = verb.surface.lower() if verb else None
    if fact.sort == "rank":
        return fact.role.counted, predicate
    counted, predicate = counting(words, fact, predicate, first, last)
    whole = WHOLE.search(text, max(0, fact.span.start - _WHOLE_REACH), fact.span.start)
    return counted, "in all" if whole else predicate


def _consumed(text: str, words: list[Token], verb: Token | None, first: int, last: int) -> str | None:
    """What took the land whose area this is: "burned 300 acres", "300 hectares went up in flames"."""
    verb = verb or _verb_of_list("", words, first)
    if last < len(words) and words[last].surface.lower() == "and":  # "of forest and pasture have gone up in flames"
        last = next((i for i in range(last + 1, len(words)) if is_broken(text, words, i)), len(words))
    by = canon_class("consuming")
    if verb and verb.canon in by:
        return verb.surface.lower()
    return next((word.surface.lower() for word in words[first:last] if word.canon in by), None)


def _is_tally(text: str, words: Sequence[Token], fact: Quantity) -> bool:
    """Whether the figure is one side of a vote: "voted 49 to 44", "by 49 votes to 44", "44 in favour, 49 against"."""
    if fact.sort != "count" or fact.role.counted not in (None, "vote"):
        return False
    end = fact.span.end
    told = TALLY_AFTER.match(text, end, end + 60) or TALLY_BEFORE.search(
        text, max(0, fact.span.start - 20), fact.span.start
    )
    return told is not None and any(word.surface.lower() in word_class("of-vote") for word in words)


def _verb_of_list(text: str, words: list[Token], first: int) -> Token | None:
    """The verb before a list whose last item this is: "has burned 212 homes and 31,200 acres"."""
    if first < 2 or words[first - 1].surface.lower() != "and":
        return None
    for i in range(first - 2, max(-1, first - 2 - _LONGEST_LIST), -1):
        if is_verb(words, i) and not words[i].surface.endswith("ing"):  # "404 rushing yards and two touchdowns"
            return words[i]
        if text and is_broken(text, words, i):
            return None
    return None


def _relative_verb(words: list[Token], last: int) -> Token | None:
    """The verb of those counted: "the 46 islanders who work at the port"."""
    if last + 1 >= len(words) or words[last].surface.lower() not in ("who", "that", "which"):
        return None
    return next((words[i] for i in range(last + 1, min(last + 4, len(words))) if is_verb(words, i)), None)


def _electorate(counted: str | None) -> str | None:
    """A share of the voters is the turnout."""
    return "turnout" if counted and counted.split()[-1] in word_class("elector") else counted


def _may_hold(words: Sequence[Token]) -> bool:
    """Whether the clause tells how many a hall or vehicle may hold, not how many it holds."""
    return may_hold(words) or any(word.canon == "capacity" for word in words)


def _with_counted(words: list[Token], fact: Quantity) -> Span:
    """The figure's span with the words that it counts, whose participles are no verbs ("fishing boats")."""
    end, names = fact.span.end, set((fact.role.counted or "").split())
    forms = {canon(name) for name in names}
    after = [word for word in words if word.start >= fact.span.end][: 2 * len(names)]
    for word in after:
        if word.surface.lower() in names or word.canon in forms:
            end = word.end
    return Span(fact.span.start, end)


def _shared_verb(text: str, words: list[Token], last: int) -> Token | None:
    """The verb after a list: "people from Russia and other states have joined", "two boats and three cars were hit"."""
    if last >= len(words) or words[last].surface.lower() != "and":
        return None
    for i in range(last + 1, min(last + _LONGEST_LIST, len(words))):
        if is_broken(text, words, i):
            return None
        if is_verb(words, i):
            return words[i]
    return None


def when_role(text: str, words: list[Token], fact: When) -> Role:
    """A date's role: the predicate that it dates. What is told beside the date, and nothing else, is the telling."""
    first, last = clause(text, words, fact.span)
    before = [i for i in range(first, last) if words[i].end <= fact.span.start]
    telling = next((i for i in before if words[i].canon in canon_class("speech")), None)
    told = [i for i in before if is_verb(words, i)]
    if telling is not None and (not told or told[-1] <= telling):
        return Role(None, words[telling].surface.lower())
    verb = _deed(words, told) or nearest_verb(words, fact.span, first, last) or _main_verb(words, fact.span, first)
    return Role(None, verb.surface.lower()) if verb else Role()


def _main_verb(words: list[Token], span: Span, first: int) -> Token | None:
    """The verb before a date between commas: "died at the mill in Orsa, a town of weavers, on 3 November"."""
    if not 0 < first < len(words) or words[first].start >= span.start:
        return None
    found = [i for i in range(first) if is_verb(words, i) and words[i].canon not in canon_class("speech")]
    return words[found[-1]] if found and words[first].surface.lower() in word_class("preposition") else None


def _deed(words: list[Token], told: Sequence[int]) -> Token | None:
    """The last verb before a date where its object, an event, stands between: "pleaded guilty to theft in July"."""
    finite = [i for i in told if words[i].surface.lower().endswith("ed") and words[i].canon not in canon_class("light")]
    if not finite or finite[-1] == told[-1]:
        return None
    between = [word.surface.lower() for word in words[finite[-1] + 1 : told[-1]]]
    return None if word_class("circumstance").intersection(between) else words[finite[-1]]
