"""How many gold pairs the aligner looks at, with at most 40 partners a statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from crosscheck.aligning.candidates import LIMIT, candidates
from crosscheck.aligning.views import views
from crosscheck.model import Article, Claim
from evaluation.alignment import sentence_claims

Row = dict[str, Any]


def figures(name: str, rows: Iterable[Row]) -> str:
    """The recall of the candidates in a file of stories with gold pairs.

    Pairs of one story that a file gives by themselves (two sentences, the same or not) are read as one heap.
    """
    found = wanted = 0
    for articles, claims, gold in heaps(rows):
        looked = {frozenset((claims[a].statement.key, claims[b].statement.key)) for a, b in _pairs(claims, articles)}
        found += len(gold & looked)
        wanted += len(gold)
    return f"{name}: {found} of {wanted} gold pairs among at most {LIMIT} candidates a statement, {found / wanted:.4f}"


def _pairs(claims: list[Claim], articles: Mapping[str, Article]) -> list[tuple[int, int]]:
    return candidates(views(claims, articles))


def heaps(rows: Iterable[Row]) -> Iterable[tuple[dict[str, Article], list[Claim], set[frozenset[Any]]]]:
    """Each story as articles, claims and its gold pairs (by statement)."""
    for row in rows:
        articles: dict[str, Article] = {}
        claims: list[Claim] = []
        keys: dict[tuple[str, int], Any] = {}
        for document in row["documents"]:
            article, its_claims, statements = sentence_claims(document)
            articles[article.id] = article
            claims += its_claims
            keys |= {(article.id, number): statement.key for number, statement in enumerate(statements)}
        yield articles, claims, {frozenset((keys[a, i], keys[b, j])) for a, i, b, j in row["gold_pairs"]}
