"""Alignment: the groups as shipped, and the alignment of each candidate pair."""

from __future__ import annotations

from typing import Any

from crosscheck.aligning import align, pair_alignment
from crosscheck.aligning.candidates import candidates
from crosscheck.aligning.views import views
from crosscheck.model import Article, Claim, Segmented, Span, Statement, Story
from crosscheck.normalising import claims
from evaluation.stories import published

Row = dict[str, Any]


def sentence_claims(document: Row) -> tuple[Article, tuple[Claim, ...], list[Statement]]:
    """A document as an article (its text is its sentences joined by line ends) and each sentence as one claim."""
    text = "\n".join(document["sentences"])
    statements, at = [], 0
    for sentence in document["sentences"]:
        span = Span(at, at + len(sentence))
        statements.append(Statement(document["doc_id"], (span,), span))
        at = span.end + 1
    article = Article(
        id=document["doc_id"], text=text, outlet=document.get("outlet"), published=published(document.get("date"))
    )
    return article, claims(Segmented(article, tuple(statements), ())), statements


def predict(row: Row) -> Row:
    """Groups of sentences, and the alignment of each candidate pair, of one story."""
    articles: dict[str, Article] = {}
    found: list[Claim] = []
    place: dict[tuple[str, int, int], list[Any]] = {}
    for document in row["documents"]:
        article, its_claims, statements = sentence_claims(document)
        articles[document["doc_id"]] = article
        found += its_claims
        place |= {statement.key: [document["doc_id"], number] for number, statement in enumerate(statements)}
    groups = align(Story(row["story_id"], tuple(articles)), found, articles)
    pairs = candidates(views(found, articles))
    aligned = pair_alignment(found, articles, pairs)
    return {
        "story_id": row["story_id"],
        "groups": [[place[s.key] for s in group.statements] for group in groups if len(group.statements) > 1],
        "alignments": [
            [*place[found[a].statement.key], *place[found[b].statement.key], value]
            for (a, b), (value, _) in zip(pairs, aligned, strict=True)
        ],
    }
