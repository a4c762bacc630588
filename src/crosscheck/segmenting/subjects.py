"""Who the subject of a verb of speech is: before it, after it, across an apposition, or shared with another verb."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.segmenting.finite import has_verb, is_adverbial, looks_finite
from crosscheck.segmenting.phrases import (
    Part,
    Token,
    Verb,
    is_speaker,
    phrase_left,
    phrase_right,
    speakers,
    verbs,
    words,
)

_SHORT = 8  # words that a speaker has at most, with what is joined to him
_FARTHEST = 25  # words within which the comma of an adverbial is looked for


def is_noun(tokens: Sequence[Token], at: int) -> bool:
    """A form that is no verb here: "the Baltic *states* have", "her *remarks*", a word of a name."""
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.low in words("aux") | words("modal"):
        return True
    if before and (before.low.endswith("'s") or before.low in words("prep") or before.low in words("voicing")):
        return True
    is_base = tokens[at].low == verbs()[tokens[at].low].lemma and tokens[at].low != "say"
    if tokens[at].capital and at > 0 and is_base:
        return True
    return tokens[at].capital and at > 0 and sum(token.capital for token in tokens) * 2 < len(tokens)


def group_start(tokens: Sequence[Token], at: int) -> int | None:
    """Where the verb group begins: "has repeatedly *said*"; none for an infinitive, a question of will, a denial."""
    start, seen_be = at, False
    while start > 0:
        low = tokens[start - 1].low
        if low in words("modal") or low in words("not") or low == "to":
            return None
        if low in words("be"):
            seen_be = True
        elif (
            low not in words("aux")
            and low not in words("adverb")
            and low not in ("as", "quoted")
            and not low.endswith("ly")
        ):
            break
        if low in ("as", "quoted") and tokens[at].low != "saying":
            break
        start -= 1
    if seen_be and not tokens[at].low.endswith("ing"):
        return None
    while start < at and tokens[start].low in words("adverb") and start == 0:
        start += 1
    return start


def subject(
    tokens: Sequence[Token], start: int, at: int, participle: bool, verb: Verb, last: Part | None
) -> tuple[Part | None, int, int] | None:
    """The speaker's tokens, where the clause of speaker and verb begins, and where it ends."""
    left = _skip_times(tokens, start - 1)
    if participle:
        joined = left >= 0 and (tokens[left].breaks or tokens[left].quoted or tokens[left].low in ("and", "while"))
        return (_main_subject(tokens, last), start, at + 1) if joined else None
    if left < 0 or tokens[left].quoted or tokens[left].breaks:
        return _inverted(tokens, at, left, verb) or _apposition(tokens, start, at, left)
    low = tokens[left].low
    if low in ("and", "but", "or", "then"):
        return _main_subject(tokens, last), left, at + 1
    if low in ("who", "which", "that"):
        noun = left - 2 if left > 0 and tokens[left - 1].low == "," else left - 1
        first = phrase_left(tokens, noun) if noun >= 0 else None
        if first is None or not is_speaker(tokens[first : noun + 1]):
            return None
        return (left, left + 1), start, at + 1
    if low in ("i", "we", "you") or low in words("prep"):
        return None
    if low in words("pronoun"):
        return (left, left + 1), left, at + 1
    first = phrase_left(tokens, left)
    head = None if first is None else _head(tokens, _joined(tokens, first))
    if head is not None:
        return (head[0], left + 1 if left - head[0] < _SHORT else head[1]), head[0], at + 1
    if first is None or not (is_speaker(tokens[first : left + 1]) or verb.lemma == "say"):
        return None
    first = _joined(tokens, first)
    return (first, left + 1), first, at + 1


def _joined(tokens: Sequence[Token], first: int) -> int:
    """Back to "the mayor" from "her deputy" in "The mayor and her deputy"."""
    if first < 2 or tokens[first - 1].low != "and":
        return first
    start = phrase_left(tokens, first - 2)
    if start is None or not is_speaker(tokens[start : first - 1]) or not _starts_clause(tokens, start):
        return first
    finite = words("aux") | words("modal") | words("past")
    is_clause = any(token.low in finite or token.low.endswith("ed") for token in tokens[start + 1 : first - 1])
    return first if is_clause else start


def _head(tokens: Sequence[Token], first: int) -> Part | None:
    """The noun phrase at the start of a clause to which the phrase from `first` is joined by a preposition.

    "*People briefed on* the move", "*The mayor* of a town in the north": no finite verb stands between.
    """
    if first == 0 or tokens[first - 1].low not in words("prep"):
        return None
    start = next((n + 1 for n in range(first - 1, -1, -1) if not tokens[n].is_word), 0)
    part = tokens[start:first]
    finite = words("aux") | words("modal") | words("sub") | words("pronoun") | words("conj")
    leads_in = words("prep") | words("time") | words("adverb")
    if len(part) > _FARTHEST or part[0].low in leads_in or any(token.low in finite for token in part):
        return None
    if len(part) <= _SHORT and any(token.low in speakers() for token in part[:3]):
        return start, first
    small = [token.low for token in part[1:] if not token.capital]
    if any(low in words("past") or low in verbs() or low.endswith("ed") for low in small):
        return None
    end = phrase_right(tokens, start)
    return (start, end) if is_speaker(tokens[start:end]) and _starts_clause(tokens, start) else None


def _skip_times(tokens: Sequence[Token], left: int) -> int:
    """Left of "on Friday", "late Thursday" between the subject and its verb."""
    at = left
    if at >= 2 and tokens[at].low in ("part", "turn") and tokens[at - 2].low in ("for", "in", ","):
        at -= 3 if tokens[at - 2].low == "for" else 2
    while at >= 0 and (tokens[at].low in words("time") or tokens[at].low.isdigit()):
        at -= 1
    if at < left and at >= 0 and tokens[at].low in ("on", "in", "at"):
        at -= 1
    return at


def _inverted(tokens: Sequence[Token], at: int, left: int, verb: Verb) -> tuple[Part, int, int] | None:
    """ "…", *said the minister*: after the phrase comes a mark, an adverbial or the end, but no verb."""
    if not verb.after or left < 0 or at + 1 >= len(tokens):
        return None
    first = tokens[at + 1].low
    if first in words("sub") or first in words("prep") or first in words("time"):
        return None
    pronoun = first in words("pronoun")
    end = at + 2 if pronoun else phrase_right(tokens, at + 1)
    phrase = tokens[at + 1 : end]
    if not phrase or not (pronoun or is_speaker(phrase)) or (not pronoun and has_verb(phrase)):
        return None
    if end < len(tokens) and tokens[end].quoted and not tokens[left].quoted:
        return None
    following = tokens[end].low if end < len(tokens) else ","
    if (
        following in words("aux")
        or following in words("modal")
        or (pronoun and tokens[min(end, len(tokens) - 1)].is_word)
    ):
        return None
    if not tokens[left].quoted and end < len(tokens) and tokens[end].is_word and not _may_follow(following):
        return None
    return (at + 1, end), at, end


def _may_follow(low: str) -> bool:
    """Words that may follow "said the minister" without making it "(he) said the minister is …"."""
    return low in words("prep") or low in words("time") or low in words("sub") or low.endswith("ing")


def _apposition(tokens: Sequence[Token], start: int, at: int, left: int) -> tuple[Part | None, int, int] | None:
    """ "Lee, the chief of police, *said*": the phrase before the first of the commas, at a clause's start."""
    if left < 0 or tokens[left].low not in (",", "—", "--", "–", "-"):
        return None
    best: tuple[Part | None, int, int] | None = None
    for comma in range(left - 1, max(left - 45, 0), -1):
        if tokens[comma].quoted or tokens[comma].low == ";":
            break
        if tokens[comma].low != tokens[left].low:
            continue
        if tokens[comma - 1].low in ("he", "she", "they"):
            return (comma - 1, comma), comma - 1, at + 1
        first = phrase_left(tokens, comma - 1)
        if first is None or not is_speaker(tokens[first:comma]) or has_verb(tokens[first:comma]):
            continue
        if best is None or _starts_clause(tokens, first):
            best = (first, left if left - first <= 14 else comma), first, at + 1
    return best


def _starts_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new clause can start here: at the start, after a quotation, "and", or an adverbial's comma."""
    if at == 0 or tokens[at - 1].quoted or tokens[at - 1].low in words("conj") or tokens[at - 1].low in words("sub"):
        return True
    return (
        tokens[at - 1].breaks and not any(token.breaks for token in tokens[: at - 1]) and is_adverbial(tokens[: at - 1])
    )


def _main_subject(tokens: Sequence[Token], last: Part | None) -> Part | None:
    """The subject of the sentence: the speaker of an earlier cue, else its first noun phrase."""
    if last:
        return last
    start = 0
    if tokens and (tokens[0].low in words("prep") or tokens[0].low in words("sub") or tokens[0].low in words("time")):
        start = next((n + 1 for n in range(min(len(tokens), _FARTHEST)) if tokens[n].low == ","), 0)
    while start < len(tokens) and (tokens[start].low in words("conj") or tokens[start].low in words("adverb")):
        start += 1
    if start < len(tokens) and tokens[start].low in words("pronoun"):
        return start, start + 1
    end = start
    while end < len(tokens) and end - start < 8 and tokens[end].is_word:
        token = tokens[end]
        if token.low in words("aux") | words("modal") or token.low in verbs() or looks_finite(token, end - start):
            break
        if token.low in words("prep") and token.low != "of":
            break
        end += 1
    return (start, end) if is_speaker(tokens[start:end]) and _starts_clause(tokens, start) else None
