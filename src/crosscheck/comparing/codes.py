"""What is written in digits and is no quantity, wherever in a story it stands: telephone numbers, results, records.

A number to call that lacks a digit, "won 2-1" and "won 3-1", "Rossi (52-3)" and "Rossi (53-3)".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rapidfuzz.distance import OSA

from crosscheck.comparing.context import Context
from crosscheck.comparing.replaced import ruled_out
from crosscheck.comparing.wide import Wide, told_apart
from crosscheck.lexicon.en.words import fold, word_class
from crosscheck.model import Claim, Name, Nonquantity, Role, Wording

_LONG = 9  # digits of a telephone number with its area, of which one that differs in a digit is a slip
_ADJOINS = 2  # characters between a name and its record: " ("
_REACH = 6  # words before a result in which the verb stands: "beat the favourites of Orsa 2-1"
_DAYS = 3  # days between two articles that may tell of one match
_RARE = 1.2  # how rare the words must be that two statements share, of one match
_STRENGTH = 0.8
_WHY = {
    "phone": "the numbers differ in one digit",
    "record": "one person's or side's record is given in two ways",
    "result": "one match is told with two results",
}


class Code(NamedTuple):
    """A telephone number, a result or a record: its digits, and of whom it is."""

    claim: Claim
    fact: Nonquantity
    kind: str
    digits: tuple[str, ...]
    of: str


def compare(context: Context) -> list[Wide]:
    """Numbers, results and records that two articles give otherwise."""
    found = (each for claim in context.claims for each in _codes(context, claim))
    pairs = told_apart(found, partial(_differ, context))
    first = {(one.kind, one.of, one.digits, two.digits): (one, two) for one, two in reversed(pairs)}
    return [_wide(context, pair) for pair in first.values()]


def _codes(context: Context, claim: Claim) -> Iterator[Code]:
    text = context.articles[claim.statement.article_id].text
    for fact in claim.facts:
        if not isinstance(fact, Nonquantity):
            continue
        written = fact.span.of(text)
        groups = "".join(char if char.isdigit() else " " for char in written).split()
        if fact.sort == "phone" and len("".join(groups)) >= _LONG:
            yield Code(claim, fact, "phone", ("".join(groups),), "")
        elif fact.sort == "score" and len(groups) == 2:
            if holder := _holder(claim, fact, text):
                yield Code(claim, fact, "record", tuple(groups), holder)
            elif _is_result(context, claim, fact):
                yield Code(claim, fact, "result", tuple(sorted(groups)), "")


def _holder(claim: Claim, fact: Nonquantity, text: str) -> str | None:
    """Whose record stands just behind a name: "Rossi (52-3"; the last word of the name."""
    for name in claim.facts:
        if isinstance(name, Name) and 0 < fact.span.start - name.span.end <= _ADJOINS:
            between = text[name.span.end : fact.span.start]
            return fold(name.name.split()[-1]) if between in (" (", ", ") else None
    return None


def _is_result(context: Context, claim: Claim, fact: Nonquantity) -> bool:
    """Whether a verb of winning or losing leads up to a result."""
    before = [word.surface.lower() for word in context.words(claim) if word.end <= fact.span.start][-_REACH:]
    return not word_class("winning").isdisjoint(before)


def _differ(context: Context, found: Sequence[Code], one: Code, two: Code) -> bool:
    """Whether two codes are of one thing and differ, and neither article gives the other's."""
    articles = one.claim.statement.article_id, two.claim.statement.article_id
    if articles[0] == articles[1] or (one.kind, one.of) != (two.kind, two.of) or one.digits == two.digits:
        return False
    for mine in (one, two):
        theirs = (each for each in found if each.claim.statement.article_id == mine.claim.statement.article_id)
        if any((each.kind, each.of) == (mine.kind, mine.of) and each.digits != mine.digits for each in theirs):
            return False
    if one.kind == "phone":
        return (
            OSA.distance(one.digits[0], two.digits[0]) == 1
        )  # two desks of one house differ in more, or have their own
    if not context.of_one_time(one.claim, two.claim, _DAYS):
        return False
    if one.kind == "record":
        return True
    shared = {word.canon for word in context.content(one.claim)} & {word.canon for word in context.content(two.claim)}
    return context.rarity(shared) >= _RARE and not context.of_two_names(one.claim, two.claim)


def _wide(context: Context, pair: tuple[Code, Code]) -> Wide:
    entries = tuple((code.claim, _fact(context, code)) for code in pair)
    return ruled_out(context, "wording", entries, _STRENGTH, _WHY[pair[0].kind])


def _fact(context: Context, code: Code) -> Wording:
    written = code.fact.span.of(context.articles[code.claim.statement.article_id].text)
    return Wording(code.fact.span, " ".join(written.split()), f"wording.{code.kind}", Role(None, code.kind))
