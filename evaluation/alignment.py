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


def sentence_claims(document: Row) -> tuple[str, tuple[Claim, ...], list[Statement]]:
    """A document's text (its sentences joined by line ends) and each sentence as one claim."""
    text = "\n".join(document["sentences"])
    statements, at = [], 0
    for sentence in document["sentences"]:
        span = Span(at, at + len(sentence))
        statements.append(Statement(document["doc_id"], (span,), span))
        at = span.end + 1
    article = Article(id=document["doc_id"], text=text, outlet=document.get("outlet"), published=published(document.get("date")))
    return text, claims(Segmented(article, tuple(statements), ())), statements


def predict(row: Row) -> Row:
    """Groups of sentences, and the alignment of each candidate pair, of one story."""
    texts: dict[str, str] = {}
    found: list[Claim] = []
    place: dict[tuple[str, int, int], list[Any]] = {}
    for document in row["documents"]:
        text, its_claims, statements = sentence_claims(document)
        texts[document["doc_id"]] = text
        found += its_claims
        place |= {statement.key: [document["doc_id"], number] for number, statement in enumerate(statements)}
    groups = align(Story(row["story_id"], tuple(texts)), found, texts)
    pairs = candidates(views(found, texts))
    aligned = pair_alignment(found, texts, pairs)
    return {
        "story_id": row["story_id"],
        "groups": [[place[s.key] for s in group.statements] for group in groups if len(group.statements) > 1],
        "alignments": [
            [*place[found[a].statement.key], *place[found[b].statement.key], value]
            for (a, b), (value, _) in zip(pairs, aligned, strict=True)
        ],
    }
