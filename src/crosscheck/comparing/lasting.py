"""How long a thing took of which an event has one: the closure, the stoppage, the time that thieves were inside.

"Inside for less than four minutes" and "in the building for seven minutes" are of one stay, whatever else the two
sentences say. A word near the figure tells what lasted so long (`lasting` in the word classes).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from attrs import evolve

from crosscheck.comparing.context import Context
from crosscheck.lexicon.en.words import Token, canon, word_class
from crosscheck.model import Claim, Quantity, Role

_BEFORE, _AFTER = 7, 3  # words on either side of a figure that may tell what lasted so long
_LONGER = 12  # times another length of time, from which on two are hardly of one stay

What = tuple[str, ...]


def lasting(context: Context, claim: Claim, fact: Quantity) -> What | None:
    """What lasted so long, in words; `None` where no word near the figure tells."""
    if fact.sort != "duration" or fact.vague or fact.role.status or fact.role.period in ("earlier", "then"):
        return None
    if context.lowers(claim).isdisjoint(_known()):
        return None
    words = context.words(claim)
    at = next((i for i, word in enumerate(words) if word.end > fact.span.start), len(words))
    end = next((i for i in range(at, len(words)) if words[i].start >= fact.span.end), len(words))
    hyphened = "-" in fact.span.of(context.articles[claim.statement.article_id].text)
    what = _after(words, end, hyphened=hyphened) or _before(words, at)
    if what is None:
        return None
    subject = fact.role.counted.split()[-1] if fact.role.counted else ""
    return ("lasting", what, canon(subject)) if what in word_class("lasting-of") else ("lasting", what)


def named(what: What, fact: Quantity) -> Quantity:
    """The figure with what lasted so long as its role."""
    return evolve(fact, role=Role(what[1].replace("_", " "), "level"))


def of_one_length(one: Quantity, two: Quantity) -> bool:
    """Whether two lengths of time are near enough to be of one thing."""
    ends = [_end(each) for each in (one, two)]
    return max(ends) <= _LONGER * min(ends)


def _end(fact: Quantity) -> Fraction:
    end = fact.interval.high if fact.interval.high is not None else fact.interval.low
    return (end or Fraction(0)) * (fact.unit.factor if fact.unit else 1)


def _after(words: list[Token], end: int, *, hyphened: bool) -> str | None:
    """By a word after the figure: "14 seconds early", "four-minute museum raid"."""
    near = words[end : end + _AFTER]
    known = (_known().get(word.surface.lower()) for word in near if _is_told_after(word, hyphened=hyphened))
    return next((what for what in known if what and what != "in-the"), None)


def _is_told_after(word: Token, *, hyphened: bool) -> bool:
    return hyphened or word.surface.lower() in word_class("lasting-after")


def _before(words: list[Token], at: int) -> str | None:
    """By a word before it and "for", "lasted" and the like: "closed for three hours", "the siege lasted a day"."""
    if at == 0 or words[at - 1].surface.lower() not in word_class("for-so-long"):
        return None
    found = (
        _known().get(words[i].surface.lower()) and _what(words, i) for i in range(at - 1, max(-1, at - _BEFORE), -1)
    )
    return next((what for what in found if what), None)


@cache
def _known() -> dict[str, str]:
    """What each word tells to have lasted."""
    return dict(pair.split("=") for pair in word_class("lasting"))


def _what(words: list[Token], at: int) -> str | None:
    """What lasted by the word at a position; a house tells of a stay after "in the" alone."""
    lower = words[at].surface.lower()
    if lower == "inside" and words[at + 1].surface.lower() not in word_class("for-so-long"):
        return None
    what = _known().get(lower)
    if what != "in-the":
        return what
    before = [word.surface.lower() for word in words[max(0, at - 2) : at]]
    return "time_inside" if before in (["in", "the"], ["inside", "the"]) else None
