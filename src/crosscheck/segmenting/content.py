"""What is said: the words before the clause of speaker and verb, those after the verb, or both."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.segmenting.finite import (
    has_verb,
    is_adverbial,
    is_clause,
    may_be_verb,
    opens_clause,
    opens_statement,
    plainly_opens,
)
from crosscheck.segmenting.phrases import Part, Token, Verb, verbs, words

_FARTHEST = 25  # words within which "that" still belongs to the verb
_NEAR = 12  # words within which a quotation still belongs to it
_STOPS = frozenset([";", ":", "—", "--", "–"])
_SUBORDINATING = frozenset(["while", "although", "though", "after", "when", "if", "as", "since", "because", "whereas"])


def content_before(tokens: Sequence[Token], clause: int, verb_end: int, after: Part | None) -> Part | None:
    """What stands before the clause of speaker and verb, where that is what is said."""
    edge = clause - 1
    if edge < 0 or not (tokens[edge].quoted or tokens[edge].low in (",", "—", "--", "–", "―")):
        return None
    end = edge + 1 if tokens[edge].quoted else edge
    part = (_clause_start(tokens, end), end)
    if end <= part[0]:
        return None
    if tokens[end - 1].quoted and (after is None or (tokens[verb_end - 1] is not None and is_quote(tokens, part))):
        return part
    if after is not None:
        return None
    inverted = tokens[clause].low in ("said", "says") and part[1] - part[0] > 2
    closes = inverted and not any(token.breaks or token.quoted for token in tokens[verb_end:])
    if closes or _nothing_follows(tokens, verb_end):
        return part
    has_quote = any(token.quoted for token in tokens[part[0] : part[1]])
    clause = is_clause(tokens[part[0] : part[1]])
    return part if has_quote or clause or interrupted(tokens, verb_end, part, inverted=False) else None


def _nothing_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence ends with the verb, but for a day."""
    return all(token.low in words("time") or token.low in (".", "on") for token in tokens[at:])


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """The sentence's start, or what follows the last semicolon."""
    return next((n + 1 for n in range(end - 1, -1, -1) if tokens[n].low == ";"), 0)


def to_semicolon(tokens: Sequence[Token], part: Part | None) -> Part | None:
    """What is said ends at a semicolon."""
    if part is None:
        return None
    stop = next((n for n in range(part[0] + 1, part[1]) if tokens[n].low == ";"), part[1])
    return part[0], stop


def is_quote(tokens: Sequence[Token], part: Part) -> bool:
    return all(token.quoted or token.breaks for token in tokens[part[0] : part[1]])


def content_after(tokens: Sequence[Token], at: int, verb: Verb) -> Part | None:
    """What follows the verb, where that is what is said."""
    end = len(tokens)
    if at >= end:
        return None
    first = tokens[at]
    if first.quoted or first.low == "that":
        return at, end
    if first.low in (":", ",") and at + 1 < end and (tokens[at + 1].quoted or first.low == ":"):
        return at + 1, end
    if start := _after_that(tokens, at, verb.lemma):
        return start, end
    if first.low in words("wh") and (verb.takes == "clause" or verb.lemma in words("asking")):
        return at, end
    if (first.low == "to" and verb.lemma in words("to-do")) or _warns(tokens, at, verb.lemma):
        return at, end
    start = _skip_adverbial(tokens, at)
    if verb.lemma in words("addressing") and start == at:
        start = _skip_addressee(tokens, at)
    if start >= end:
        return None
    if tokens[start].quoted:
        return start, end
    if tokens[start].low in (",", ":") and start + 1 < end and tokens[start + 1].quoted:
        return start + 1, end
    if tokens[start].low == "," and verb.lemma == "tell" and start > at and start + 1 < end:
        return (start + 1, end) if opens_statement(tokens, start + 1) else None
    opens = _opens_said(tokens, start) if verb.takes == "clause" else plainly_opens(tokens, start)
    return (start, end) if opens and verb.takes != "quote" else None


def _opens_said(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins here; its verb may stand in the quotation that its subject leads up to."""
    if opens_statement(tokens, at):
        return True
    if not tokens[at].is_word or tokens[at].low in words("prep") | words("conj") | words("sub") - words("det"):
        return False
    near = tokens[at : at + _NEAR]
    return any(token.quoted for token in near[1:]) or any(may_be_verb(near, number) for number in range(1, len(near)))


def _warns(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """ "Warned *of a flood*", "accused *him of lying*": what is said as a thing, not as a clause."""
    if lemma in words("warning"):
        return tokens[at].low in ("of", "about", "against")
    return (
        lemma == "accuse" and tokens[at].low != "by" and any(token.low == "of" for token in tokens[at + 1 : at + _NEAR])
    )


def content_judged(tokens: Sequence[Token], at: int) -> Part | None:
    """What is judged after "called", "denounced": up to the quotation in it, and those that follow closely."""
    quote = next((n for n in range(at, min(at + _FARTHEST, len(tokens))) if tokens[n].quoted), None)
    if quote is None or quote == at or _is_parted(tokens[at:quote]):
        return None
    for number in range(quote + 1, min(quote + _NEAR, len(tokens))):
        if tokens[number].quoted and not _is_parted(tokens[quote:number]):
            quote = number
    return at, quote + 1


def _is_parted(part: Sequence[Token]) -> bool:
    """Whether a verb or a dash stands among the words: what follows is then another matter."""
    verb = words("aux") | words("modal") | verbs().keys()
    return any(token.low in verb or token.low in _STOPS for token in part)


def content_voiced(tokens: Sequence[Token], at: int) -> Part | None:
    """What follows "voiced concern *that*"."""
    for number in range(at + 1, min(at + _NEAR, len(tokens))):
        if tokens[number].low == "that" and tokens[number - 1].low in words("feeling"):
            return number, len(tokens)
    return None


def to_main_clause(tokens: Sequence[Token], clause: int, part: Part | None) -> Part | None:
    """ "While he said *it was late*, the others stayed": what is said ends where the main clause begins."""
    opener = clause - 1
    if part is None or opener not in (0, 1) or tokens[opener].low not in _SUBORDINATING:
        return part
    for number in range(part[0] + 3, part[1] - 2):
        following = tokens[number + 1].low
        if tokens[number].low == "," and following not in words("conj") and plainly_opens(tokens, number + 1):
            return part[0], number
    return part


def _after_that(tokens: Sequence[Token], at: int, lemma: str) -> int | None:
    """The "that" a little further on: "said on Friday that", "told the council that"."""
    if tokens[at].low in (",", ";", ":") or tokens[at].low in words("sub"):
        return None
    may_skip = tokens[at].low in words("prep") or tokens[at].low in words("time") or tokens[at].low in words("adverb")
    if not may_skip and lemma not in (
        "tell",
        "inform",
        "assure",
        "remind",
        "warn",
        "promise",
        "convince",
        "advise",
        "notify",
    ):
        return None
    for number in range(at, min(at + _FARTHEST, len(tokens))):
        if tokens[number].low == "that" and number + 1 < len(tokens):
            return number
        quote_next = number + 1 < len(tokens) and tokens[number + 1].quoted
        if number > at and tokens[number].low in (",", ":") and quote_next:
            return number + 1
        if tokens[number].breaks and tokens[number].low != ",":
            return None
    return None


def _skip_adverbial(tokens: Sequence[Token], at: int) -> int:
    """Past "Wednesday", "on Friday", "late last week", "again"."""
    start = at
    if tokens[start].low in ("on", "in") and start + 1 < len(tokens) and tokens[start + 1].low in words("time"):
        start += 1
    while start < len(tokens) and (
        tokens[start].low in words("time")
        or tokens[start].low in words("adverb")
        or (start > at and tokens[start].low.isdigit())
    ):
        start += 1
    return start


def _skip_addressee(tokens: Sequence[Token], at: int) -> int:
    """Past "reporters", "him", "the council", "CNN's guests"."""
    if tokens[at].low in words("object"):
        return at + 1
    end = at
    while end < len(tokens) and end - at < 8 and tokens[end].is_word and tokens[end].low not in words("pronoun"):
        if end > at and tokens[end].low in words("prep") | words("sub") | words("det"):
            break
        end += 1
    return end


def interrupted(tokens: Sequence[Token], at: int, before: Part, *, inverted: bool) -> Part | None:
    """ "The ferry, he said, *had sunk*": what goes on after the second comma; all of it after "In the end, he said"."""
    end = _skip_adverbial(tokens, at) if at < len(tokens) else at
    if end + 2 < len(tokens) and tokens[end].low in (",", "—", "--", "–"):
        following = tokens[end + 1]
        leads_in = is_adverbial(tokens[before[0] : before[1]]) and not has_verb(tokens[before[0] : before[1]])
        if following.quoted or (leads_in and not inverted and opens_statement(tokens, end + 1)):
            return end + 1, len(tokens)
        if (
            not inverted
            and not opens_clause(tokens, end + 1)
            and following.is_word
            and end - at <= 3
            and following.low not in words("prep") | words("det")
        ):
            return end + 1, len(tokens)
    return None


def second_quote(tokens: Sequence[Token], before: Part, at: int) -> Part | None:
    """ "X," he said, "Y": a second quotation after the cue."""
    if not tokens[before[1] - 1].quoted:
        return None
    for number in range(at, len(tokens)):
        if tokens[number].quoted and number > at and tokens[number - 1].low in (",", ":", "—", "--", "–"):
            return number, len(tokens)
        if tokens[number].low in verbs() or tokens[number].low.endswith("ing"):
            return None
    return None
