"""Who says what, in the form of `score/quotes.py`."""

from __future__ import annotations

from typing import Any

from crosscheck.segmenting import split_sentences
from crosscheck.segmenting.layout import paragraphs
from crosscheck.segmenting.speech import Attributed, attributions


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The attributed statements of the row's `text`."""
    text = row["text"]
    cut = [split_sentences(text, part.start, part.end) for part in paragraphs(text)]
    return {"doc_id": row["doc_id"], "quotes": [_quote(each) for each in attributions(text, cut)]}


def _quote(found: Attributed) -> dict[str, Any]:
    speaker, cue = found.speaker, found.cue
    return {
        "start": found.content[0].start,
        "end": found.content[-1].end,
        "content": [[part.start, part.end] for part in found.content],
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "kind": found.kind,
    }
