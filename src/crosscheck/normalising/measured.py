"""What a measure is of, and whether it is a level or the size of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.lexicon.en.role_rules import CHANGE_AFTER, DISTANT
from crosscheck.lexicon.en.syntax import function_words, is_verb, links, noun_phrase_before
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.model import Quantity, Span

_DISTANT_REACH = 60  # characters before a distance in which the place may stand
_NEAR = 5  # words after a measure that tell what it is of
_LONGEST_MEASURE = 3  # words


def measured_here(text: str, words: list[Token], fact: Quantity, first: int, last: int) -> str | None:
    """What a measure is of: the noun right after it ("ten-foot waves", "days of mourning"), else as `measured`."""
    if may_hold(words[first:last]) and any(word.canon in canon_class("holding") for word in words[first:last]):
        return "capacity"
    if fact.sort == "length" and (away := _distant(text, words, fact.span)):
        return away
    after = [word for word in words[first:last] if word.start >= fact.span.end][:_NEAR]
    if after and after[0].surface.lower() == "of":
        return _phrase(object_of(after, 1, len(after))) or measured(words, fact.span, first, last)
    adjacent = after and "-" in fact.span.of(text) and text[fact.span.end : after[0].start] == " "
    if adjacent and after[0].surface.lower() not in links():
        return after[0].surface.lower()
    return measured(words, fact.span, first, last)


def may_hold(words: Sequence[Token]) -> bool:
    """Whether a word says that something may be: "can seat", "room for"."""
    return any(word.surface.lower() in word_class("able") for word in words)


def _distant(text: str, words: list[Token], span: Span) -> str | None:
    """The place whose distance this is: "Lindel, five miles downstream"."""
    match = DISTANT.search(text, max(words[0].start, span.start - _DISTANT_REACH), span.start)
    return match[1].lower() if match else None


def measured(words: list[Token], span: Span, first: int, last: int) -> str | None:
    """What a measure is of: "revenue of $5m", "turnout was 61 per cent", "raised its revenue by 6 %"."""
    at = next((i for i in range(first, last) if words[i].end > span.start), last)
    first = next((i + 1 for i in range(at - 1, first - 1, -1) if words[i].canon in canon_class("speech")), first)
    if at > first and words[at - 1].surface.lower() == "of":
        return _phrase(_head_phrase(words, at - 1, first))
    verbs = [i for i in range(first, at) if is_verb(words, i)]
    for verb in _up_to_finite(words, verbs, first):
        if subject := _subject(words, first, verb):
            return _phrase(subject)
    start = next((i + 1 for i in reversed(verbs) if words[i].canon != "earn"), first)
    return _phrase(object_of(words, start, at)) or _phrase(_elided(words, first))


def _head_phrase(words: list[Token], at: int, first: int) -> list[Token]:
    """The noun phrase that ends here, or the measure that it bounds: "earnings from continuing operations of"."""
    phrase = noun_phrase_before(words, at, first)
    before = at - len(phrase) - 1
    if before > first and words[before].surface.lower() in word_class("determiner"):
        before -= 1
    bounds = before > first and words[before].surface.lower() in word_class("preposition")
    if bounds and words[before - 1].canon in canon_class("measure"):
        return noun_phrase_before(words, before, first)
    return phrase


def _elided(words: list[Token], first: int) -> list[Token]:
    """The subject of the sentence where a clause after "and" has none of its own: "and ended at 3.4 billion"."""
    if first < 2 or words[first - 1].surface.lower() != "and" or not is_verb(words, first):
        return []
    verb = next(
        (i for i in range(first) if words[i].surface.lower() in word_class("auxiliary") or is_verb(words, i)), 0
    )
    return _subject(words, 0, verb)


def _up_to_finite(words: list[Token], verbs: Sequence[int], first: int) -> Iterator[int]:
    """The verbs up to the first that has no measure's name, beyond which no subject is looked for."""
    for verb in verbs:
        yield verb
        if verb > first and not words[verb].capitalised and words[verb].canon not in canon_class("measure"):
            return


def _subject(words: list[Token], first: int, verb: int) -> list[Token]:
    """The head of the subject before a verb: its words up to the first preposition; of "the number of" what is told."""
    phrase: list[Token] = []
    for word in words[first:verb]:
        lower = word.surface.lower()
        if lower == "of" and phrase and phrase[-1].canon in canon_class("number-of"):
            phrase = []
            continue
        if lower in word_class("preposition"):
            break
        if lower not in function_words():
            phrase.append(word)
    return phrase


def object_of(words: Sequence[Token], start: int, stop: int) -> list[Token]:
    """The words of the noun phrase that begins here, up to the first preposition or verb."""
    phrase: list[Token] = []
    for word in words[start:stop]:
        lower = word.surface.lower()
        if lower in word_class("determiner") or (not phrase and lower in word_class("preposition")):
            continue
        if lower in links():
            break
        phrase.append(word)
    return phrase


def _phrase(phrase: Sequence[Token]) -> str | None:
    """At most the last three words of a noun phrase; `None` where it is none."""
    kept = [word.surface.lower().replace("’", "'") for word in phrase if _tells(word)]
    return " ".join(kept[-_LONGEST_MEASURE:]) or None


def _tells(word: Token) -> bool:
    lower = word.surface.lower()
    return word.surface[0] != "‹" and (lower not in stopwords() or lower in word_class("of-measure"))


def change_or_level(text: str, words: list[Token], span: Span, first: int) -> str:
    """Whether a measure is the size of a change ("rose 11 %", "by 2 %", "up 6 %") or a level ("to 12 %")."""
    before = [word for word in words[first:] if word.end <= span.start][-2:]
    if not before:
        return "level"
    lower = before[-1].surface.lower()
    if lower in word_class("change-before"):
        return "change"
    if lower not in word_class("level-before"):
        changed = before[-1].canon in canon_class("change") or CHANGE_AFTER.match(text, span.end, span.end + 40)
        return "change" if changed else "level"
    if lower == "of" and len(before) > 1 and before[0].canon in canon_class("change"):
        return "change"
    return "change" if CHANGE_AFTER.match(text, span.end, span.end + 40) else "level"
