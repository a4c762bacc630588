"""One verb of speech in one sentence: who says what, as numbers of tokens.

The three shapes are "S said that CONTENT", "CONTENT, S said" (or "said S") and "according to S".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.segmenting.content import (
    content_after,
    content_before,
    content_judged,
    content_voiced,
    interrupted,
    is_quote,
    second_quote,
    to_main_clause,
    to_semicolon,
)
from crosscheck.segmenting.finite import opens_clause
from crosscheck.segmenting.phrases import Part, Token, Verb, is_speaker, judging, phrase_right, verbs, words
from crosscheck.segmenting.subjects import group_start, is_noun, subject

_FARTHEST = 25  # words within which a comma still ends what "asked" opens
_JOINTS = frozenset([",", ";", "while", "though", "although", "whereas"])


class Cue(NamedTuple):
    """Tokens `[start, end)` of the verb group and of the speaker, and the two stretches of content around them.

    `before` and `after` are content where they are not `None`; `shape` is "before", "after" or "around".
    """

    verb: Part
    speaker: Part | None
    before: Part | None
    after: Part | None


def read_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence, left to right."""
    found: list[Cue] = _named(tokens)
    spoken, judged = verbs(), judging()
    for at, token in enumerate(tokens):
        cue = None
        if token.low in spoken:
            cue = _asked(tokens) if at == 0 and token.low == "asked" else _verb(tokens, at, found)
        elif token.low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
            cue = _according(tokens, at)
        if cue is None and token.low in judged and at + 1 < len(tokens):
            cue = _judgement(tokens, at, found)
        if cue and (cue.before or cue.after) and not _is_nested(tokens, cue, found):
            found = [*_cut_at(tokens, found, cue), cue]
    return found


def _named(tokens: Sequence[Token]) -> list[Cue]:
    """ "Lee: “No”": a name, a colon, a quotation."""
    colon = next((n for n, token in enumerate(tokens[:5]) if token.low == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or not tokens[colon + 1].quoted:
        return []
    if not all(token.capital and not token.quoted for token in tokens[:colon]):
        return []
    return [Cue((colon, colon + 1), (0, colon), None, (colon + 1, len(tokens)))]


def _is_nested(tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue]) -> bool:
    """Whether the cue is itself a part of what an earlier one reports: "she said he *believes* it"."""
    inside = earlier[-1].after if earlier else None
    if inside is None or cue.before or cue.verb[0] < inside[0]:
        return False
    return not _is_joined(tokens, _clause_of(cue, earlier[-1]))


def _clause_of(cue: Cue, last: Cue) -> int:
    """Where the clause of the cue begins; a speaker shared with the last cue is not repeated."""
    if cue.before:
        return cue.before[1]
    if cue.speaker is None or cue.speaker == last.speaker:
        return cue.verb[0]
    return min(cue.verb[0], cue.speaker[0])


def _is_joined(tokens: Sequence[Token], start: int) -> bool:
    """Whether a new clause begins at `start`: after ", and", "but", "while" or a semicolon, or with a participle."""
    before = tokens[start - 1].low if start else ""
    return before in _JOINTS or before in ("and", "but")


def _cut_at(tokens: Sequence[Token], earlier: list[Cue], cue: Cue) -> list[Cue]:
    """The last statement ends where the next cue's clause begins."""
    inside = earlier[-1].after if earlier else None
    if inside is None:
        return earlier
    last, start = earlier[-1], _clause_of(cue, earlier[-1])
    if not inside[0] < start < inside[1]:
        return earlier
    while start - 1 > inside[0] and (tokens[start - 1].low in words("conj") or tokens[start - 1].low in _JOINTS):
        start -= 1
    return [*earlier[:-1], last._replace(after=(inside[0], start))]


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    end = phrase_right(tokens, at + 2)
    if end == at + 2 or not (is_speaker(tokens[at + 2 : end]) or tokens[end - 1].low.endswith("s")):
        return None
    speaker = (at + 2, end)
    if at <= 1:
        comma = next((n for n in range(end, min(len(tokens), end + 20)) if tokens[n].breaks), None)
        after = (comma + 1, len(tokens)) if comma is not None and comma + 1 < len(tokens) else None
        return Cue((at, at + 2), speaker, None, after)
    after = None
    if end < len(tokens) and tokens[end].low == "," and end + 2 < len(tokens) and not opens_clause(tokens, end + 1):
        after = (end + 1, len(tokens))
    before = (0, at - 1 if tokens[at - 1].breaks else at)
    return Cue((at, at + 2), speaker, before, after if tokens[at - 1].low == "," and at < 6 else None)


def _asked(tokens: Sequence[Token]) -> Cue | None:
    """ "*Asked* if it was late, she nodded": a question by nobody named."""
    comma = next((n for n in range(1, min(len(tokens), _FARTHEST)) if tokens[n].low == ","), None)
    if comma is None or comma < 4 or tokens[1].low not in (*words("wh"), "about"):
        return None
    return Cue((0, 1), None, None, (1, comma))


def _verb(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Cue | None:
    verb = verbs()[tokens[at].low]
    if is_noun(tokens, at):
        return None
    start = group_start(tokens, at)
    if start is None:
        return None
    participle = tokens[at].low.endswith("ing") and start == at
    last = earlier[-1].speaker if earlier else None
    found = subject(tokens, start, at, participle, verb, last)
    if found is None:
        return None
    speaker, clause, verb_end = found
    inverted = verb_end > at + 1
    after = None if inverted else content_after(tokens, verb_end, verb)
    after = to_main_clause(tokens, clause, to_semicolon(tokens, after))
    before = None if participle else content_before(tokens, clause, verb_end, after)
    if before is not None:
        if after is None or not is_quote(tokens, before):
            after = interrupted(tokens, verb_end, before, inverted=inverted)
        if after is None:
            after = second_quote(tokens, before, verb_end)
        return Cue((start, at + 1), speaker, before, after)
    return Cue((start, at + 1), speaker, None, after)


def _judgement(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Cue | None:
    """ "Called it “a disgrace”", "voiced fears that it sank": a verb that is none of speech by itself."""
    after = content_voiced(tokens, at + 1) if tokens[at].low in words("voicing") else content_judged(tokens, at + 1)
    start = group_start(tokens, at) if after and not (tokens[at].capital and at) else None
    if start is None or (start and tokens[start - 1].low.endswith("ing")):  # "taking *calls*"
        return None
    participle = tokens[at].low.endswith("ing") and start == at
    last = earlier[-1].speaker if earlier else None
    found = subject(tokens, start, at, participle, Verb(tokens[at].low, "quote", False), last)
    return Cue((start, at + 1), found[0], None, after) if found else None
