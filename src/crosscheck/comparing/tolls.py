"""Counts of people of which an event has one: the dead, hurt and missing, the crowd, who was there, who lives there.

They are counts of all, not of some, of others, or of another time.
"""

from __future__ import annotations

from crosscheck.comparing.context import Context
from crosscheck.lexicon.en.role_rules import LIVING, NOT_ALL, OF_ALL, PRESENT
from crosscheck.lexicon.en.words import canon, canon_class, fold, word_class
from crosscheck.model import Claim, Fact, Name, Place, Quantity, When

_CROWD = 100  # heads of the least crowd
_LIVING = 40  # characters before a number of inhabitants that tell that it is one
_RECENT = 14  # days before an article within which its news happened
_DAYS = ("day", "part-of-day", "minute")


def toll(context: Context, claim: Claim, fact: Quantity) -> tuple[str, str] | None:
    """The state of which a figure is the count of the whole event; `None` for other figures."""
    role, state = fact.role, canon(fact.role.predicate or "")
    if role.counted != "person" or role.status or role.period or fact.vague or state not in canon_class("toll"):
        return None
    if role.extent and (fact.interval.high == 0 or role.extent.split()[-1] not in word_class("event-part")):
        return None
    text = context.articles[claim.statement.article_id].text
    if NOT_ALL.regex.match(text, fact.span.end) or _is_of_old(context, claim):
        return None
    return "toll", state


def crowd(context: Context, claim: Claim, fact: Quantity) -> tuple[str, str] | None:
    """Who came, where a figure is the size of a crowd: "some 8,000 supporters", "a crowd of 2,000 fans"."""
    role = fact.role
    if fact.sort != "count" or role.counted is None or role.status or role.period in ("then", "earlier") or fact.vague:
        return None
    head, done = canon(role.counted.split()[-1]), canon(role.predicate or "")
    came = head in canon_class("crowd") and done not in canon_class("developing")
    if not came and not (role.counted == "person" and done in canon_class("coming")):
        return None
    end = fact.interval.high if fact.interval.high is not None else fact.interval.low
    if end is None or end < _CROWD or _is_of_old(context, claim):
        return None
    text = context.articles[claim.statement.article_id].text
    return None if NOT_ALL.regex.match(text, fact.span.end) else ("crowd", head if came else done)


def present(context: Context, claim: Claim, fact: Quantity) -> tuple[str, str] | None:
    """Who was there when it happened: "64 people were on the premises at the time"."""
    role = fact.role
    if fact.sort != "count" or fact.vague or role.status or role.period or not fact.interval.is_point:
        return None
    if role.predicate == "in all":
        return None  # of whom those were some
    who = role.counted == "person" or canon((role.counted or "").split(" ")[-1]) in canon_class("employ-noun")
    if not who or context.lowers(claim).isdisjoint(word_class("present")):
        return None
    text = context.articles[claim.statement.article_id].text
    if PRESENT.regex.match(text, fact.span.end) is None or _is_of_old(context, claim):
        return None
    return "present", "person"


def population(context: Context, claim: Claim, fact: Quantity) -> tuple[str, str] | None:
    """Of what place a figure is the number of people who live there: "Orsa, home to 120,000 people"."""
    if fact.sort != "count" or fact.vague or fact.role.period or fact.role.status:
        return None
    text, start = context.articles[claim.statement.article_id].text, fact.span.start
    told = LIVING.search(text, max(claim.statement.hull.start, start - _LIVING), start)
    if told is None:
        return None
    names = [each for each in claim.facts if isinstance(each, (Name, Place)) and each.span.end <= told.start()]
    if not names:
        return None
    place = names[-1 if told.group().lower().startswith("home") else 0]  # "Orsa, south of Metz, has a population of"
    return "population", fold(place.name.split()[0])


def is_total(context: Context, claim: Claim, fact: Fact) -> bool:
    """Whether a figure is said to be the whole: "in all", "a total of", or so many of all that there are."""
    if not isinstance(fact, Quantity) or fact.sort != "count" or fact.role.counted is None or fact.vague:
        return False
    if fact.role.period or fact.role.status or fact.role.predicate in (None, "in all"):
        return False
    if fact.role.extent is not None:
        return fact.role.extent in word_class("whole") or fact.role.extent in ("in all", "in total")
    text = context.articles[claim.statement.article_id].text
    total = text[max(0, fact.span.start - 9) : fact.span.start].lower() == "total of "
    return total or OF_ALL.regex.match(text, fact.span.end) is not None


def share(context: Context, claim: Claim, fact: Quantity) -> tuple[str, str] | None:
    """Of whom a figure is a share, where an event has one: of a firm's staff."""
    if fact.sort not in ("percent", "ratio") or fact.role.counted is None or fact.role.period in ("earlier", "then"):
        return None
    text, end = context.articles[claim.statement.article_id].text, fact.span.end
    head = canon(fact.role.counted.split()[-1])
    of = fact.sort == "ratio" or text[end : end + 4] == " of "
    return ("share", head) if of and head in canon_class("one-body") else None


def _is_of_old(context: Context, claim: Claim) -> bool:
    """Whether a statement names a time long before its article, or a month or year of which that is not known."""
    day = context.day(claim)
    for fact in claim.facts:
        if isinstance(fact, When) and fact.sort == "date":
            if day is not None and fact.latest is not None:
                if (day - fact.latest).days > _RECENT:
                    return True
            elif fact.granularity not in _DAYS and fact.earliest is None:
                return True
    return False
