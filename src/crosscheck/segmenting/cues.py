"""One verb of speech in one sentence: who says what, as numbers of tokens.

The three shapes are "S said that CONTENT", "CONTENT, S said" (or "said S") and "according to S".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from crosscheck.segmenting.phrases import Token, Verb, is_speaker, phrase_left, phrase_right, speakers, verbs, words

_JOINTS = frozenset([",", ";", "while", "though", "although", "whereas"])
_FARTHEST = 25  # words within which "that" still belongs to the verb


@frozen
class Cue:
    """Tokens `[start, end)` of the verb group and of the speaker, and the two stretches of content around them.

    `before` and `after` are content where they are not `None`; `shape` is "before", "after" or "around".
    """

    verb: tuple[int, int]
    speaker: tuple[int, int] | None
    before: tuple[int, int] | None
    after: tuple[int, int] | None


def read_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence, left to right."""
    found: list[Cue] = _named(tokens)
    for at, token in enumerate(tokens):
        if token.quoted:
            continue
        cue = None
        if token.low == "according" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
            cue = _according(tokens, at)
        elif token.low in verbs():
            cue = _asked(tokens) if at == 0 and token.low == "asked" else _verb(tokens, at, found)
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
    return [*earlier[:-1], evolve(last, after=(inside[0], start))]


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
    if end < len(tokens) and tokens[end].low == "," and end + 2 < len(tokens) and not _opens_clause(tokens, end + 1):
        after = (end + 1, len(tokens))
    return Cue((at, at + 2), speaker, (0, at), after if tokens[at - 1].low == "," and at < 6 else None)


def _asked(tokens: Sequence[Token]) -> Cue | None:
    """ "*Asked* if it was late, she nodded": a question by nobody named."""
    comma = next((n for n in range(1, min(len(tokens), _FARTHEST)) if tokens[n].low == ","), None)
    if comma is None or comma < 4 or tokens[1].low not in (*words("wh"), "about"):
        return None
    return Cue((0, 1), None, None, (1, comma))


def _verb(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Cue | None:
    verb = verbs()[tokens[at].low]
    if _is_noun(tokens, at):
        return None
    start = _group_start(tokens, at)
    if start is None:
        return None
    participle = tokens[at].low.endswith("ing") and start == at
    subject = _subject(tokens, start, at, participle, verb, earlier)
    if subject is None:
        return None
    speaker, clause, verb_end = subject
    after = _content_after(tokens, verb_end, verb)
    after = _to_semicolon(tokens, after)
    before = None if participle else _content_before(tokens, clause, verb_end, after)
    if before is not None:
        if after is None or not _is_quote(tokens, before):
            after = _interrupted(tokens, verb_end, inverted=verb_end > at + 1)
        if after is None:
            after = _second_quote(tokens, before, verb_end)
        return Cue((start, at + 1), speaker, before, after)
    return Cue((start, at + 1), speaker, None, after)


def _to_semicolon(tokens: Sequence[Token], part: tuple[int, int] | None) -> tuple[int, int] | None:
    """What is said ends at a semicolon."""
    if part is None:
        return None
    stop = next((n for n in range(part[0] + 1, part[1]) if tokens[n].low == ";"), part[1])
    return part[0], stop


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """A form that is no verb here: "the Baltic *states* have", "her *remarks*", a word of a name."""
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.low in words("aux") | words("modal"):
        return True
    if before and (before.low.endswith("'s") or before.low in words("prep")):
        return True
    return tokens[at].capital and at > 0 and sum(token.capital for token in tokens) * 2 < len(tokens)


def _group_start(tokens: Sequence[Token], at: int) -> int | None:
    """Where the verb group begins: "has repeatedly *said*"; none for an infinitive, a question of will, a denial."""
    start, seen_be = at, False
    while start > 0:
        low = tokens[start - 1].low
        if low in words("modal") or low in words("not") or low == "to":
            return None
        if low in words("be") or low in ("was", "were", "been", "be", "is", "are"):
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


def _subject(
    tokens: Sequence[Token], start: int, at: int, participle: bool, verb: Verb, earlier: Sequence[Cue]
) -> tuple[tuple[int, int] | None, int, int] | None:
    """The speaker's tokens, where the clause of speaker and verb begins, and where it ends."""
    left = _skip_times(tokens, start - 1)
    if participle:
        joined = left >= 0 and (tokens[left].breaks or tokens[left].quoted or tokens[left].low in ("and", "while"))
        return (_main_subject(tokens, earlier), start, at + 1) if joined else None
    if left < 0 or tokens[left].quoted or tokens[left].breaks:
        return _inverted(tokens, at, left, verb) or _apposition(tokens, start, at, left, earlier)
    low = tokens[left].low
    if low in ("and", "but", "or", "then"):
        return _main_subject(tokens, earlier), left, at + 1
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
    if first is None or not (is_speaker(tokens[first : left + 1]) or verb.lemma == "say"):
        return None
    return (_with_participle(tokens, first, left), left + 1), first, at + 1


def _with_participle(tokens: Sequence[Token], first: int, left: int) -> int:
    """Back to "People briefed on" from "the move": to the start of a sentence without a finite verb so far."""
    if first == 0 or left > 10 or tokens[first - 1].low not in words("prep"):
        return first
    plain = all(
        token.is_word and token.low not in words("aux") | words("modal") | words("sub") for token in tokens[:first]
    )
    return 0 if plain and any(token.low in speakers() for token in tokens[:first]) else first


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


def _inverted(tokens: Sequence[Token], at: int, left: int, verb: Verb) -> tuple[tuple[int, int], int, int] | None:
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


def _apposition(
    tokens: Sequence[Token], start: int, at: int, left: int, earlier: Sequence[Cue]
) -> tuple[tuple[int, int] | None, int, int] | None:
    """ "Lee, the chief of police, *said*": the phrase before the first of the commas, at a clause's start."""
    if left < 0 or tokens[left].low not in (",", "—", "--", "–", "-"):
        return None
    best: tuple[tuple[int, int] | None, int, int] | None = None
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
        tokens[at - 1].breaks
        and not any(token.breaks for token in tokens[: at - 1])
        and _is_adverbial(tokens[: at - 1])
    )


def _is_adverbial(part: Sequence[Token]) -> bool:
    return bool(part) and (part[0].low in words("prep") or part[0].low in words("time") or part[0].low in words("sub"))


def _main_subject(tokens: Sequence[Token], earlier: Sequence[Cue]) -> tuple[int, int] | None:
    """The subject of the sentence: the speaker of an earlier cue, else its first noun phrase."""
    if earlier:
        return earlier[-1].speaker
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
        if token.low in words("aux") | words("modal") or token.low in verbs() or _looks_finite(token, end - start):
            break
        if token.low in words("prep") and token.low != "of":
            break
        end += 1
    return (start, end) if end > start and is_speaker(tokens[start:end]) else None


def _looks_finite(token: Token, position: int) -> bool:
    return position > 0 and not token.capital and (token.low.endswith("ed") or token.low in words("adverb"))


def _is_quote(tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    return all(token.quoted or token.breaks for token in tokens[part[0] : part[1]])


def _content_before(
    tokens: Sequence[Token], clause: int, verb_end: int, after: tuple[int, int] | None
) -> tuple[int, int] | None:
    """What stands before the clause of speaker and verb, where that is what is said."""
    edge = clause - 1
    if edge < 0 or not (tokens[edge].quoted or tokens[edge].low in (",", "—", "--", "–", "―")):
        return None
    end = edge + 1 if tokens[edge].quoted else edge
    part = (_clause_start(tokens, end), end)
    if end <= part[0]:
        return None
    if tokens[end - 1].quoted and (after is None or (tokens[verb_end - 1] is not None and _is_quote(tokens, part))):
        return part
    if after is not None:
        return None
    if _nothing_follows(tokens, verb_end):
        return part
    has_quote = any(token.quoted for token in tokens[part[0] : part[1]])
    return part if has_quote or _is_clause(tokens[part[0] : part[1]]) or _is_interrupted(tokens, verb_end) else None


def _nothing_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence ends with the verb, but for a day."""
    return all(token.low in words("time") or token.low in (".", "on") for token in tokens[at:])


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """The sentence's start, or what follows the last semicolon."""
    return next((n + 1 for n in range(end - 1, -1, -1) if tokens[n].low == ";"), 0)


def _is_clause(part: Sequence[Token]) -> bool:
    """Enough words, and not only an adverbial such as "On Friday" or "In a speech"."""
    count = sum(token.is_word for token in part)
    if count < 3:
        return False
    opening = part[0].low in words("prep") or part[0].low in words("time") or part[0].low in words("sub")
    return has_verb(part) if not opening else any(token.low == "," for token in part) and has_verb(part)


def has_verb(part: Sequence[Token]) -> bool:
    """Whether a finite verb is likely among the words: an auxiliary, a modal, a past or a third person."""
    for number, token in enumerate(part):
        low = token.low
        if not token.is_word:
            continue
        if (
            low in words("aux")
            or low in words("modal")
            or low in verbs()
            or "n't" in low
            or low.endswith(("'re", "'ve", "'ll", "'d", "'m"))
        ):
            return True
        if number and not token.capital and len(low) > 3 and (low.endswith("ed") or low in _irregular()):
            return True
        if number and not token.capital and low.endswith("s") and not low.endswith("ss") and part[number - 1].capital:
            return True
    return False


def _irregular() -> frozenset[str]:
    return words("past")


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.low.endswith("ing") or token.low in words("conj") or token.low in words("sub")


def _content_after(tokens: Sequence[Token], at: int, verb: Verb) -> tuple[int, int] | None:
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
    if first.low in words("wh") and (verb.takes == "clause" or verb.lemma in _ASKING):
        return at, end
    if first.low == "to" and verb.lemma in _TO_DO:
        return at, end
    start = _skip_adverbial(tokens, at)
    if verb.lemma in _ADDRESSING and start == at:
        start = _skip_addressee(tokens, at)
    if start >= end:
        return None
    if tokens[start].quoted:
        return start, end
    if tokens[start].low in (",", ":") and start + 1 < end and tokens[start + 1].quoted:
        return start + 1, end
    if tokens[start].low == "," and verb.lemma == "tell" and start > at and start + 1 < end:
        return (start + 1, end) if _opens_statement(tokens, start + 1) else None
    opens = _opens_statement(tokens, start) if verb.takes == "clause" else _plainly_opens(tokens, start)
    return (start, end) if opens and verb.takes != "quote" else None


_ADDRESSING = frozenset("tell inform assure remind warn promise convince notify".split())  # noqa: SIM905
_ASKING = frozenset(
    ["know", "wonder", "see", "understand", "decide", "learn", "reveal", "disclose", "determine", "ask", "explain"]
)
_TO_DO = frozenset(["vow", "promise", "pledge", "agree", "threaten", "ask", "urge", "demand", "hope", "expect"])


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


def _opens_statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with a subject and a finite verb begins here."""
    first = tokens[at]
    if not first.is_word or first.low in words("conj"):
        return False
    if first.low in words("pronoun") or first.low in (
        "there",
        "it's",
        "he's",
        "she's",
        "they're",
        "we're",
        "i'm",
        "there's",
    ):
        return True
    if first.low in words("prep") or first.low in words("sub") - words("det"):
        return first.low in ("if", "when", "while", "after", "in", "as", "under", "since", "although") and has_verb(
            tokens[at + 3 :]
        )
    return len(tokens) - at > 2 and has_verb(tokens[at + 1 : at + 22])


def _plainly_opens(tokens: Sequence[Token], at: int) -> bool:
    """A pronoun, or a short phrase, and then an auxiliary or modal verb."""
    if tokens[at].low in words("pronoun") or tokens[at].low == "there":
        return True
    if not tokens[at].is_word or tokens[at].low in words("prep") | words("conj") | words("sub") - words("det"):
        return False
    for number in range(at + 1, min(at + 9, len(tokens))):
        low = tokens[number].low
        if low in words("modal") or low in words("aux"):
            return True
        if not tokens[number].is_word or low in words("sub") or low in words("conj"):
            return False
    return False


def _is_interrupted(tokens: Sequence[Token], at: int) -> bool:
    return _interrupted(tokens, at, inverted=False) is not None


def _interrupted(tokens: Sequence[Token], at: int, inverted: bool) -> tuple[int, int] | None:
    """ "The ferry, he said, *had sunk*": what goes on after the second comma."""
    end = _skip_adverbial(tokens, at) if at < len(tokens) else at
    if end + 2 < len(tokens) and tokens[end].low in (",", "—", "--", "–"):
        following = tokens[end + 1]
        if following.quoted:
            return end + 1, len(tokens)
        if (
            not inverted
            and not _opens_clause(tokens, end + 1)
            and following.is_word
            and end - at <= 3
            and following.low not in words("prep") | words("det")
        ):
            return end + 1, len(tokens)
    return None


def _second_quote(tokens: Sequence[Token], before: tuple[int, int], at: int) -> tuple[int, int] | None:
    """ "X," he said, "Y": a second quotation after the cue."""
    if not tokens[before[1] - 1].quoted:
        return None
    for number in range(at, len(tokens)):
        if tokens[number].quoted and number > at and tokens[number - 1].low in (",", ":", "—", "--", "–"):
            return number, len(tokens)
        if tokens[number].low in verbs() or tokens[number].low.endswith("ing"):
            return None
    return None
