"""A sentence cut into clauses that stand on their own; conservative, and never inside quotation marks or brackets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.model import Span
from crosscheck.segmenting.finite import has_verb
from crosscheck.segmenting.phrases import LONGEST_SENTENCE, Token, outer_tokens, verbs, words
from crosscheck.segmenting.quoting import Quoted, quotations
from crosscheck.segmenting.sentences import trimmed

_FEWEST_WORDS = 4
_JOINTS = frozenset(["and", "but", "while"])
_MARKS = frozenset([";", ":", "--", "—", "–"])
_HINTS = (", and", ", but", ", while", ",\n", ";", ":", "--", "—", "–")
_DASHES = frozenset(["--", "—", "–"])
_SUBJECT = 9  # words within which a clause's finite verb follows its beginning


def split_clauses(text: str, sentence: Span, quoted: Sequence[Quoted] | None = None) -> list[Span]:
    """The clauses of a sentence, in order; together they hold all of it but white space.

    A mark stays with the clause before it, a joining word with the clause after it. `quoted` are the
    quotations of the paragraph; without them, those of the sentence.

    >>> text = "The bridge has collapsed; the road is closed, and officials said 12 people had died."
    >>> [span.of(text) for span in split_clauses(text, Span(0, len(text)))]
    ['The bridge has collapsed;', 'the road is closed,', 'and officials said 12 people had died.']
    """
    inside = text[sentence.start : sentence.end]
    hinted = any(mark in inside for mark in _HINTS) or _may_count(inside)
    if len(sentence) > LONGEST_SENTENCE or not hinted:
        return [sentence]
    quoted = quotations(text, sentence.start, sentence.end) if quoted is None else quoted
    tokens = outer_tokens(text, sentence, quoted)
    cuts = [sentence.start]
    start = 0
    for at, token in enumerate(tokens):
        after = _cut_after(tokens, at)
        left = tokens[start : at + 1] if token.is_word else tokens[start:at]
        if after is None or not _stands(left):
            continue
        rest = tokens[after + (tokens[after].low in _JOINTS) :]
        if _opens(rest) and _stands(rest) and (token.low not in _DASHES or rest[0].low in words("pronoun")):
            cuts.append(token.end)
            start = after
    edges = pairwise([*cuts, sentence.end])
    return [span for left, right in edges if (span := trimmed(text, left, right))]


def _may_count(text: str) -> bool:
    """Whether a figure follows an "and", with which a clause could begin."""
    after = [part.split(maxsplit=1) for part in text.replace("\n", " ").split(" and ")[1:]]
    return any(part and (part[0][0].isdigit() or part[0].lower() in words("number")) for part in after)


def _cut_after(tokens: Sequence[Token], at: int) -> int | None:
    """The token with which the next clause would begin, where the token at `at` may part two clauses."""
    low, after = tokens[at].low, at + 1
    if after >= len(tokens) or tokens[after].quoted:
        return None
    if low == ",":
        return after if tokens[after].low in _JOINTS else None
    if tokens[after].low == "and" and _is_counted(tokens, after + 1):
        return after
    if low not in _MARKS:
        return None
    once = sum(token.low == low for token in tokens) == 1
    return after if low == ";" or once else None


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure with a state or verb of its own begins here: "(52 were injured and) 19 were missing"."""
    if at >= len(tokens) or not (tokens[at].low[:1].isdigit() or tokens[at].low in words("number")):
        return False
    return any(token.low in words("aux") for token in tokens[at + 1 : at + 4])


def _stands(part: Sequence[Token]) -> bool:
    """Enough words, with a finite verb among them, and not opened by a word that makes it depend on another."""
    if sum(token.is_word for token in part) < _FEWEST_WORDS or not has_verb(_without_relative(part)):
        return False
    return part[0].low not in ("if", "when", "although", "though", "because", "since", "while", "unless", "whether")


def _without_relative(part: Sequence[Token]) -> Sequence[Token]:
    """The words without a relative clause between commas: its verb is not the sentence's."""
    start = next((n for n, token in enumerate(part) if token.low in ("who", "which", "whose")), None)
    if start is None:
        return part
    end = next((n for n in range(start, len(part)) if part[n].low == ","), len(part))
    return [*part[:start], *part[end + 1 :]]


def _opens(part: Sequence[Token]) -> bool:
    """A subject and, a few words on, its finite verb, before any comma or relative clause."""
    if not part or not part[0].is_word or _is_no_subject(part[0].low):
        return False
    for number, token in enumerate(part[1:_SUBJECT], start=1):
        if not token.is_word or token.low in words("conj") or token.low in words("sub") - words("det"):
            return False
        if token.low in words("aux") or token.low in words("modal") or token.low in verbs():
            return True
        if not token.capital and (token.low in words("past") or (token.low.endswith("ed") and number > 0)):
            return True
    return False


def _is_no_subject(low: str) -> bool:
    if low.endswith(("ing", "ly")) or low in words("adverb") or low in words("past") or low in verbs():
        return True
    functions = words("modal") | words("prep") | words("conj") | words("aux") | (words("sub") - words("det"))
    return low == "one" or low in functions
