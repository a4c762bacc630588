"""Sentence boundaries, in the form of `score/sentences.py`."""

from __future__ import annotations

from typing import Any

from crosscheck.segmenting import split_sentences
from crosscheck.segmenting.layout import paragraphs


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The sentences of the row's `text`, cut paragraph by paragraph."""
    text = row["text"]
    spans = [span for part in paragraphs(text) for span in split_sentences(text, part.start, part.end)]
    return {"doc_id": row["doc_id"], "spans": [[span.start, span.end] for span in spans]}
