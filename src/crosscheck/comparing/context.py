"""What a comparison knows beside the facts: the group's claims, their articles, origins and times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from crosscheck.lexicon.en.words import Token, fold, tokens
from crosscheck.model import Article, Claim, Fact, Group, Place, Quantity, Traced

Aligned = Mapping[tuple[int, int], float]  # the alignment of linked members by their positions, the lower first


class Said(NamedTuple):
    """A fact as one member of a group gives it; `member` is a position in the group's statements."""

    member: int
    claim: Claim
    fact: Fact

    @property
    def article_id(self) -> str:
        return self.claim.statement.article_id


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
    def _words(self) -> dict[tuple[str, int, int], list[Token]]:
        return {}

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

    def members(self, group: Group) -> list[Claim]:
        """The group's claims, in the order of its statements."""
        return [self.by_key[statement.key] for statement in group.statements]

    def words(self, claim: Claim) -> list[Token]:
        """The words of a claim with offsets into its article, read once."""
        key = claim.statement.key
        if key not in self._words:
            text = self.articles[key[0]].text
            self._words[key] = tokens(text, claim.statement.hull.start, claim.statement.hull.end)
        return self._words[key]

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


def alignments(group: Group) -> Aligned:
    """The alignment of each linked pair of the group's members (left < right)."""
    return {(link.left, link.right): link.alignment for link in group.links}


def alignment(aligned: Aligned, a: Said, b: Said) -> float:
    """How surely the statements of two facts say the same thing; 0 where they are not linked."""
    return aligned.get((min(a.member, b.member), max(a.member, b.member)), 0.0)
