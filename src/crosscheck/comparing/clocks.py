"""The time of day of what happens once: the landing, the alarm, the outbreak of the fire.

"Touched down at 11:42" and "made an emergency landing at 12:42" share no verb; a word before the time tells of which
event it is (`moment` in the word classes), and two times of one event are held against each other over the whole story.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve

from crosscheck.comparing.context import MANY, Context, Said
from crosscheck.comparing.times import same_days
from crosscheck.lexicon.en.fact_rules import FOREIGN_TIME
from crosscheck.lexicon.en.words import Token, word_class
from crosscheck.model import Claim, Role, When

_NOT = 8  # words before "until" in which a "not" may stand
_BEFORE = 24  # words before a time that may tell of which event it is


def moments(context: Context) -> Iterator[tuple[str, Said]]:
    """The times of day, each with the event that it is of."""
    for claim in context.claims:
        for fact in claim.facts if len(claim.facts) <= MANY else ():
            if not isinstance(fact, When) or fact.granularity != "minute" or fact.sort != "date":
                continue
            if (event := _event(context, claim, fact)) and (when := _reached(context, claim, fact)):
                yield event, Said(0, claim, evolve(when, role=Role(None, event.replace("-", " "))))


def of_one_day(a: When, b: When) -> bool:
    """Whether two times may be of one day; one told by a bound may be of the night after."""
    bounded = "until" in (a.modifier, b.modifier) or a.latest is None or b.latest is None
    return bounded or not (a.resolved and b.resolved) or same_days(a, b)


def _reached(context: Context, claim: Claim, fact: When) -> When | None:
    """When it happened: "by 9"; what did not happen until 9 happened then, what lasts until 9 is no moment."""
    text = context.articles[claim.statement.article_id].text
    if text[: fact.span.start].endswith((" to ", " past ")):
        return None  # "a quarter to noon"
    if fact.modifier != "until" or text[fact.span.start : fact.span.start + 2].lower() == "by":
        return fact
    return evolve(fact, modifier=None) if _negated(context, claim, fact) else None


def _negated(context: Context, claim: Claim, fact: When) -> bool:
    before = [word.surface.lower().replace("’", "'") for word in context.words(claim) if word.end <= fact.span.start]
    return any(word in word_class("negator") or word.endswith("n't") for word in before[-_NOT:])


def _event(context: Context, claim: Claim, fact: When) -> str | None:
    """What happened at a time, by the nearest word before it that tells."""
    text = context.articles[claim.statement.article_id].text
    if context.lowers(claim).isdisjoint(_known()) or FOREIGN_TIME.regex.match(text, fact.span.end):
        return None
    words = [word for word in context.words(claim) if word.end <= fact.span.start][-_BEFORE:]
    return next((event for i in range(len(words) - 1, -1, -1) if (event := _told(words, i))), None)


def _told(words: list[Token], at: int) -> str | None:
    """The event that a word tells of, by itself or with the next one."""
    lower = words[at].surface.lower()
    if (found := _known().get(lower)) != "two":
        return found
    return _known().get(f"{lower}-{words[at + 1].surface.lower()}") if at + 1 < len(words) else None


@cache
def _known() -> dict[str, str]:
    """The event that each word tells of; "two" for the first word of a pair."""
    found = dict(pair.split("=") for pair in word_class("moment"))
    return {**{pair.split("-")[0]: "two" for pair in found if "-" in pair and pair.split("-")[0] not in found}, **found}
