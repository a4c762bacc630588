"""Who says what: quotations, reported speech and their speakers, over the paragraphs of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from crosscheck.model import Span
from crosscheck.segmenting.cues import Cue, read_cues
from crosscheck.segmenting.phrases import LONGEST_SENTENCE, Token, cue_words, outer_tokens
from crosscheck.segmenting.quoting import Quoted, quotations

Kind = Literal["direct", "mixed", "indirect"]

_MOST_PARTS = 40  # of one attributed statement


class Attributed(NamedTuple):
    """What somebody says: the parts of it, who, and the words that tell so.

    `kind`: direct (all in quotation marks), mixed (a part) or indirect (none).
    """

    content: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    kind: Kind


def attributions(text: str, paragraphs: Iterable[Sequence[Span]]) -> list[Attributed]:
    """The attributed statements of a text, given as paragraphs of sentences.

    >>> text = "“It is late,” the mayor said."
    >>> [found] = attributions(text, [[Span(0, len(text))]])
    >>> found.speaker.of(text), found.cue.of(text), found.kind
    ('the mayor', 'said', 'direct')
    """
    found: list[Attributed] = []
    going_on: Attributed | None = None
    for sentences in paragraphs:
        if not sentences:
            continue
        quoted = quotations(text, sentences[0].start, sentences[-1].end)
        here = _paragraph(text, sentences, quoted, going_on)
        found += here
        is_open = bool(quoted) and not quoted[-1].closed
        announces = text[sentences[-1].end - 1] == ":"
        going_on = here[-1] if here and (is_open or announces or here[-1].kind == "direct") else None
    return found


def _paragraph(
    text: str, sentences: Sequence[Span], quoted: Sequence[Quoted], before: Attributed | None
) -> list[Attributed]:
    found: list[Attributed] = []
    taken = sentences[0].start  # up to here, quotations are attributed
    near_each = [_overlapping(quoted, sentence) for sentence in sentences]
    cued = [_cues(text, sentence, near) for sentence, near in zip(sentences, near_each, strict=True)]
    later = _cued_later(sentences, quoted, [bool(cues) for _, cues in cued])
    for sentence, near, (tokens, cues) in zip(sentences, near_each, cued, strict=True):
        made = [_attributed(text, tokens, cue, near) for cue in cues]
        whole = None if cues else _whole_quote(sentence, near)
        if whole and sentence.start < taken:
            continue
        if whole and found and found[-1].kind != "indirect" and len(found[-1].content) < _MOST_PARTS:
            found[-1] = found[-1]._replace(content=(*found[-1].content, _unlapped(whole.span, found[-1].content)))
        elif whole and whole.span not in later:
            made = [_uncued(whole, before if not found else found[-1])]
        found += made
        taken = max([taken, *(each.content[-1].end for each in [*made, *found[-1:]])])
    return found


def _overlapping(quoted: Sequence[Quoted], sentence: Span) -> Sequence[Quoted]:
    """The quotations that share a character with the sentence."""
    if not quoted:
        return ()
    first = bisect_right(quoted, sentence.start, key=lambda each: each.span.end)
    last = bisect_left(quoted, sentence.end, key=lambda each: each.span.start)
    return quoted[first:last]


def _cued_later(sentences: Sequence[Span], quoted: Sequence[Quoted], cued: Sequence[bool]) -> set[Span]:
    """The quotations that go on into a sentence that has its own cue: “One. Two,” he said."""
    found: set[Span] = set()
    for each in quoted:
        number = bisect_left(sentences, each.span.end, key=lambda sentence: sentence.end)
        last = sentences[number] if number < len(sentences) and cued[number] else None
        if last and last.start > each.span.start and last.end > each.span.end + 1:
            found.add(each.span)
    return found


def _cues(text: str, sentence: Span, quoted: Sequence[Quoted]) -> tuple[list[Token], list[Cue]]:
    """The sentence's tokens and cues; none for one that has neither a verb of speech nor a quotation."""
    if len(sentence) > LONGEST_SENTENCE:
        return [], []
    if not quoted and cue_words().isdisjoint(_letters().findall(sentence.of(text).lower())):
        return [], []
    tokens = outer_tokens(text, sentence, quoted)
    return tokens, read_cues(tokens)


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def _unlapped(span: Span, content: Sequence[Span]) -> Span:
    return Span(max(span.start, content[-1].end), span.end)


def _whole_quote(sentence: Span, quoted: Sequence[Quoted]) -> Quoted | None:
    """The quotation in which the whole sentence stands."""
    return next(
        (each for each in quoted if each.span.start <= sentence.start and sentence.end <= each.span.end + 1), None
    )


def _uncued(whole: Quoted, before: Attributed | None) -> Attributed:
    return Attributed((whole.span,), before.speaker if before else None, None, "direct")


def _attributed(text: str, tokens: Sequence[Token], cue: Cue, quoted: Sequence[Quoted]) -> Attributed:
    """The cue's tokens as spans of the text; a quotation that began in an earlier sentence counts whole."""
    parts = [_content(tokens, part, quoted) for part in (cue.before, cue.after) if part]
    speaker = Span(tokens[cue.speaker[0]].start, tokens[cue.speaker[1] - 1].end) if cue.speaker else None
    verb = Span(tokens[cue.verb[0]].start, tokens[cue.verb[1] - 1].end)
    content = tuple(part for part in parts if part is not None)
    return Attributed(content, speaker, verb, _kind(text, content, quoted))


def _content(tokens: Sequence[Token], part: tuple[int, int], quoted: Sequence[Quoted]) -> Span:
    start, end = tokens[part[0]].start, tokens[part[1] - 1].end
    for each in quoted:
        if each.span.start < start < each.span.end:
            start = each.span.start
        if each.span.start < end < each.span.end:
            end = each.span.end
    return Span(start, end)


def _kind(text: str, content: Sequence[Span], quoted: Sequence[Quoted]) -> Kind:
    """Direct, mixed or indirect, by how many of the letters stand in quotation marks."""
    letters = inside = 0
    for part in content:
        letters += sum(map(str.isalnum, part.of(text)))
        for each in quoted:
            if part.overlaps(each.span):
                shared = Span(max(part.start, each.span.start), min(part.end, each.span.end))
                inside += sum(map(str.isalnum, shared.of(text)))
    return "indirect" if not inside else "direct" if inside == letters else "mixed"
