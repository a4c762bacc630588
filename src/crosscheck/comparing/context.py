"""What a comparison knows beside the facts: the group's claims, their articles, origins and times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from math import fsum, log
from typing import Any, NamedTuple, TypeVar

from crosscheck.comparing.frames import Frame, Hunk, fills, forms, frame, same_change
from crosscheck.comparing.times import same_days
from crosscheck.lexicon.en.fact_rules import AS_OF
from crosscheck.lexicon.en.words import Token, fold, stopwords, tokens
from crosscheck.model import (
    Article,
    Claim,
    Direction,
    Fact,
    Group,
    Name,
    Place,
    Quantity,
    Span,
    Statement,
    Traced,
    When,
)

_LONG_FRAME = 20  # words in common that nobody writes twice, about two things
_LONGEST_EDIT = 5  # words by which an edit of a word or two makes a statement longer; more are a clause
_FEW = 40  # statements of a short story
MANY = 60  # facts of a statement, beyond which it is a list and no sentence
_AS_OF_REACH = 24  # characters before a date in which "as of" may stand
_MARKS = (",", "”", '"')  # before the words that tell who says it
T = TypeVar("T")
Aligned = Mapping[tuple[int, int], float]  # the alignment of linked members by their positions, the lower first


class Said(NamedTuple):
    """A fact as one member of a group gives it; `member` is a position in the group's statements."""

    member: int
    claim: Claim
    fact: Fact

    @property
    def article_id(self) -> str:
        return self.claim.statement.article_id


class _Reading(NamedTuple):
    """A claim's words: as they stand, in small letters, those with content, those that do not tell who says it,
    and as frames compare them."""

    claim: Claim
    words: list[Token]
    lowers: frozenset[str]
    content: list[Token]
    told: list[Token]
    forms: list[str]


class Context:
    """Everything about a story that comparing looks up. Not changed after it is made."""

    def __init__(self, articles: Mapping[str, Article], claims: Sequence[Claim], traced: Traced) -> None:
        self.articles = articles
        self.claims = claims
        self.traced = traced

    @cached_property
    def by_key(self) -> dict[tuple[str, int, int], Claim]:
        return {claim.statement.key: claim for claim in self.claims}

    @cached_property
    def by_article(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.statement.article_id, []).append(claim)
        return found

    @cached_property
    def sides(self) -> dict[tuple[int, int], tuple[Fact, list[str]]]:
        """The words next to a fact on either side, by the fact's identity, for the facts of one group; see `slots`."""
        return {}

    @cached_property
    def _readings(self) -> dict[int, _Reading]:
        """By the claim's identity: a claim is asked for its words time and again."""
        return {}

    @cached_property
    def _read_before(self) -> dict[tuple[int, object], tuple[Claim, Any]]:
        return {}

    def read(self, claim: Claim, reader: Callable[[Sequence[Token]], T]) -> T:
        """What a reader makes of the words of a claim, read once for all groups and for the story."""
        key = id(claim), reader
        if key not in self._read_before:
            self._read_before[key] = claim, reader(self.words(claim))
        found: T = self._read_before[key][1]
        return found

    @cached_property
    def nested(self) -> set[frozenset[str]]:
        """Pairs of places of which some text of the story puts one in the other ("Burabai, Kazakhstan")."""
        return {
            frozenset((fold(fact.name), fold(fact.within)))
            for claim in self.claims
            for fact in claim.facts
            if isinstance(fact, Place) and fact.within is not None
        }

    @cached_property
    def figures(self) -> dict[str, list[Quantity]]:
        """The figures of each article."""
        return {
            article_id: [fact for claim in claims for fact in claim.facts if isinstance(fact, Quantity)]
            for article_id, claims in self.by_article.items()
        }

    @cached_property
    def _frames(self) -> dict[tuple[int, int], tuple[Claim, Claim, Frame | None]]:
        return {}

    @cached_property
    def full_names(self) -> list[set[str]]:
        """The words of each name of the story that has several."""
        names = {fact.name for claim in self.claims for fact in claim.facts if isinstance(fact, Name)}
        return [{fold(part) for part in name.split()} for name in sorted(names) if " " in name]

    @cached_property
    def _often(self) -> dict[str, int]:
        """In how many statements of the story each word stands."""
        return Counter(word for claim in self.claims for word in {word.canon for word in self.words(claim)})

    def rarity(self, words: Iterable[str]) -> float:
        """How rare words are in the story, added up: 1 for one that stands in a single statement, 0 in all.

        What is rare in a few statements cannot be told; they count as so many as a short story has.
        """
        all_ = max(len(self.claims), _FEW)
        return fsum(log(all_ / self._often.get(word, 1)) for word in words) / log(all_)

    def members(self, group: Group) -> list[Claim]:
        """The group's claims, in the order of its statements."""
        return [self.by_key[statement.key] for statement in group.statements]

    def words(self, claim: Claim) -> list[Token]:
        """The words of a claim with offsets into its article, read once."""
        return (self._readings.get(id(claim)) or self._read(claim)).words

    def lowers(self, claim: Claim) -> frozenset[str]:
        """The words of a claim in small letters."""
        return (self._readings.get(id(claim)) or self._read(claim)).lowers

    def content(self, claim: Claim) -> list[Token]:
        """The words of a claim that are not too common to tell anything."""
        return (self._readings.get(id(claim)) or self._read(claim)).content

    def told(self, claim: Claim) -> list[Token]:
        """The words of a claim but for those that tell who says it, where these stand apart."""
        return (self._readings.get(id(claim)) or self._read(claim)).told

    def _read(self, claim: Claim) -> _Reading:
        hull, text = claim.statement.hull, self.articles[claim.statement.article_id].text
        words = tokens(text, hull.start, hull.end)
        lowers, common = [word.surface.lower() for word in words], stopwords()
        content = [word for word, lower in zip(words, lowers, strict=True) if lower not in common]
        told = _without_attribution(claim.statement, text, words)
        found = self._readings[id(claim)] = _Reading(claim, words, frozenset(lowers), content, told, forms(words))
        return found

    def frame(self, left: Claim, right: Claim) -> Frame | None:
        """The words that the claims of two articles share, and the hunks in which they differ, found once.

        `None` where they have too few in common, and within one article, which does not edit its own copy.
        """
        known = self._frames.get((id(left), id(right)))
        if known is None:
            found = None
            if left.statement.article_id != right.statement.article_id:
                one = self._readings.get(id(left)) or self._read(left)
                two = self._readings.get(id(right)) or self._read(right)
                found = frame(one.words, two.words, (one.forms, two.forms))
                if found is None and (one.told is not one.words or two.told is not two.words):
                    found = frame(one.told, two.told)
            known = self._frames[id(left), id(right)] = left, right, found
        return known[2]

    def is_added(self, left: Claim, right: Claim, span: Span) -> bool:
        """Whether a passage stands in a clause that one of two statements in nearly the same words adds."""
        found = self.frame(left, right)
        return found is not None and any(
            len(hunk.left) - len(hunk.right) > _LONGEST_EDIT and fills(hunk.left, span) for hunk in found.hunks
        )

    def of_two_things(self, left: Claim, right: Claim) -> bool:
        """Whether two statements in nearly the same words put another name and another fact in place of a fact each.

        "Shares of Corvo rose on Monday", "Shares of Brandt fell on Friday": a form that was filled in twice.
        """
        found = self.frame(left, right)
        if found is None or len(found.hunks) < 2 or len(found.partners) >= _LONG_FRAME:
            return False
        named = [hunk for hunk in found.hunks if _is_other_thing(hunk, (left, right), (Name,))]
        facts = (Name, When, Quantity, Direction)
        return any(
            other is not hunk and not same_change(other, hunk) and _is_other_thing(other, (left, right), facts)
            for hunk in named
            for other in found.hunks
        )

    def of_two_names(self, left: Claim, right: Claim) -> bool:
        """Whether two statements name somebody, and not the same: neither places nor who says it count."""
        one, two = _names(left), _names(right)
        return bool(one and two) and one.isdisjoint(two)

    def as_of(self, claim: Claim) -> tuple[When, ...]:
        """The days as of which a claim's figures are given ("as of Monday")."""
        return tuple(fact for fact in claim.facts if isinstance(fact, When) and self.is_as_of(claim, fact))

    def of_one_day(self, left: Claim, right: Claim) -> bool:
        """Whether two claims give their figures as of the same day."""
        one, two = self.as_of(left), self.as_of(right)
        return bool(one and two) and any(same_days(x, y) for x in one for y in two)

    def is_as_of(self, claim: Claim, when: When) -> bool:
        """Whether a date only tells as of when the figures beside it hold."""
        text = self.articles[claim.statement.article_id].text
        before = text[max(0, when.span.start - _AS_OF_REACH) : when.span.start]
        return AS_OF.search(before, 0, len(before)) is not None and any(
            isinstance(fact, Quantity) for fact in claim.facts
        )

    def in_place(self, a: Said, b: Said) -> bool:
        """Whether two facts stand between the same words of two statements in nearly the same words, of one thing."""
        found = self.frame(a.claim, b.claim)
        if found is None or not found.swapped(a.fact.span, b.fact.span):
            return False
        if len(found.partners) >= _LONG_FRAME:
            return True
        own = [each for each in found.hunks if not (fills(each.left, a.fact.span) or fills(each.right, b.fact.span))]
        return not any(_is_other_thing(hunk, (a.claim, b.claim)) for hunk in own)

    def says(self, claim: Claim, name: str) -> bool:
        """Whether a name stands among the words of a claim."""
        return name in " ".join(word.surface for word in self.words(claim))

    def origin(self, claim: Claim) -> str:
        """The origin of a claim's statement."""
        return self.traced.of_statement[claim.statement.key]

    def published(self, claim: Claim) -> str | None:
        """When a claim was made: its article's time; for a copied passage, that of the copied article."""
        article = self.articles[claim.statement.article_id]
        return None if article.published is None else article.published.isoformat()

    def day(self, claim: Claim) -> date | None:
        """The day that the claim's article was published."""
        return self.articles[claim.statement.article_id].day

    def of_two_days(self, left: Claim, right: Claim) -> bool:
        """Whether two claims were published on different days, as far as is known."""
        days = self.day(left), self.day(right)
        return None not in days and days[0] != days[1]

    def of_one_time(self, left: Claim, right: Claim, days: int) -> bool:
        """Whether two claims may be of one time: published within so many days, and not with dates that all differ."""
        one, two = self.day(left), self.day(right)
        if one is not None and two is not None and abs((one - two).days) > days:
            return False
        first, second = ([fact for fact in claim.facts if isinstance(fact, When)] for claim in (left, right))
        return not (first and second) or any(same_days(a, b) for a in first for b in second)


def _names(claim: Claim) -> set[str]:
    """The words of the names of a statement that are no places and not its speaker's."""
    speaker = claim.statement.speaker.span if claim.statement.speaker else None
    others = [fact.span for fact in claim.facts if isinstance(fact, Place)] + ([speaker] if speaker else [])
    names = [fact for fact in claim.facts if isinstance(fact, Name) and not any(map(fact.span.overlaps, others))]
    return {fold(part) for fact in names for part in fact.name.split()}


def _without_attribution(statement: Statement, text: str, words: list[Token]) -> list[Token]:
    """The words of a statement but for those that tell, before or after a comma, who says it: ", the mayor said"."""
    cue, speaker = statement.cue, statement.speaker.span if statement.speaker else None
    if cue is None:
        return words
    hull = statement.hull
    first, last = (min(cue.start, speaker.start), max(cue.end, speaker.end)) if speaker else (cue.start, cue.end)
    comma, after = max(text.rfind(mark, hull.start, first) for mark in _MARKS), text.find(",", last, hull.end)
    kept = words
    if comma >= 0 and after < 0 and text.find(" ", last, hull.end) < 0:
        kept = [word for word in words if word.end <= comma]
    elif comma < 0 and after >= 0 and first - hull.start <= _AS_OF_REACH:
        kept = [word for word in words if word.start > after]
    return kept if 2 * len(kept) > len(words) else words


def is_parallel(found: Frame, hunk: Hunk, claims: tuple[Claim, Claim], *, figures: bool) -> bool:
    """Whether another hunk says that the two speak of two things: another name, time or, with `figures`, figure."""
    kinds = (Name, When, Quantity) if figures else (Name, When)
    return len(found.partners) < _LONG_FRAME and any(
        other is not hunk and not same_change(other, hunk) and _is_other_thing(other, claims, kinds)
        for other in found.hunks
    )


def _is_other_thing(hunk: Hunk, claims: tuple[Claim, Claim], kinds: tuple[type, ...] = (Name, When)) -> bool:
    """Whether a hunk puts one fact of these kinds in the place of another."""
    return all(
        any(isinstance(fact, kinds) and fills(words, fact.span) for fact in claim.facts)
        for words, claim in zip((hunk.left, hunk.right), claims, strict=True)
    )


def alignments(group: Group) -> Aligned:
    """The alignment of each linked pair of the group's members (left < right)."""
    return {(link.left, link.right): link.alignment for link in group.links}


def alignment(aligned: Aligned, a: Said, b: Said) -> float:
    """How surely the statements of two facts say the same thing; 0 where they are not linked."""
    return aligned.get((min(a.member, b.member), max(a.member, b.member)), 0.0)
