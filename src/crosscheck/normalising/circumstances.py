"""Of what part a figure holds, of when, and whether it is planned or denied: what bounds a role."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.role_rules import (
    BASE,
    DENIED,
    EARLIER,
    EVERYWHERE,
    NAMED_PERIOD,
    PART,
    PLANNED,
    RATE,
    SINCE_WHEN,
)
from crosscheck.lexicon.en.syntax import is_broken, is_verb, links
from crosscheck.lexicon.en.time_words import ORDINALS
from crosscheck.lexicon.en.words import Token, stopwords, word_class
from crosscheck.model import Span, When
from crosscheck.values.days import edtf

_PERIODS = frozenset({"year", "quarter", "half", "month", "decade", "century", "season", "range"})
_EARLIER_REACH = 60  # characters before the clause in which "earlier said" may stand
_DENIED_REACH = 40
_LONGEST_RATE = 120
_LONGEST_BASE = 50
_LONGEST_EXTENT = 4  # words


def extent(text: str, words: list[Token], span: Span, first: int, last: int) -> str | None:
    """Of what part the figure holds: the place or group named after it in its clause."""
    stop = max(words[last - 1].end if last > first else span.end, span.end)
    whole = EVERYWHERE.search(text, span.end, stop)
    for part in PART.regex.finditer(text, span.end, stop):
        if whole and whole.start() <= part.start():
            break
        named = _named([word for word in words[first:last] if word.start >= part.end()])
        if named and word_class("no-extent").isdisjoint(named.split()[:1]):
            return named
    if whole:
        return whole.group().lower()
    return _there(words, span, last) or _introduced(text, words) or _recording(words, span, first, last)


def _there(words: list[Token], span: Span, last: int) -> str | None:
    """ "There", where the clause says of no other place that its figure is of: "19 people have died there"."""
    found = any(word.surface == "there" and word.start >= span.end for word in words[:last])
    return "there" if found else None


def _recording(words: list[Token], span: Span, first: int, last: int) -> str | None:
    """The place whose figure it is: "Latvia recorded 14,000 births", "the ward saw 112"."""
    verb = next((i for i in range(first + 1, last) if words[i].surface.lower() in word_class("recording")), None)
    if verb is None or words[verb].end > span.start or (verb + 1 < last and is_verb(words, verb + 1)):
        return None  # "the fire had scorched"
    subject = words[verb - 1]
    place = subject.capitalised and verb - first <= _LONGEST_EXTENT
    return subject.surface.lower() if place or subject.surface.lower() in word_class("place-noun") else None


def _introduced(text: str, words: list[Token]) -> str | None:
    """The place or part that a sentence begins with: "In Metz, 12 people were hurt", "In the sixth, he"."""
    if not words or words[0].surface.lower() not in word_class("introducing"):
        return None
    end = next((i for i in range(1, len(words)) if is_broken(text, words, i)), len(words))
    named = _named(words[1:end])
    last = words[end - 1]
    place = last.capitalised and last.surface.lower() not in word_class("not-name")
    told = end < len(words) and end <= _LONGEST_EXTENT and (place or last.surface.lower() in ORDINALS)
    return named if told else None


def _named(words: Sequence[Token]) -> str | None:
    """The words with content up to the next preposition or auxiliary."""
    phrase = []
    for word in words:
        lower = word.surface.lower()
        if lower in links():
            break
        plain = lower.replace("’", "'").removesuffix("'s")
        if lower not in stopwords() and word.surface[0].isalpha() and plain not in word_class("not-name"):
            phrase.append(plain)
    return " ".join(phrase[:_LONGEST_EXTENT]) or None


def period(text: str, span: Span, whens: Sequence[When], words: list[Token], first: int, last: int) -> str | None:
    """Of when the figure holds: a year, a quarter or a named phase in its clause, else a year named before it."""
    if first >= last:
        return None
    area = Span(min(words[first].start, span.start), max(words[last - 1].end, span.end))
    sentence = max(text.rfind(".", 0, span.start) + 1, words[0].start)
    if EARLIER.search(text, max(area.start - _EARLIER_REACH, sentence), span.start):
        return "earlier"
    if match := RATE.match(text, span.end, span.end + _LONGEST_RATE):
        return f"a {match[1].lower()}"
    if match := NAMED_PERIOD.search(text, min(area.start, words[0].start), area.end):
        return " ".join(match.group().lower().replace("-", " ").split())
    stretches = [
        when for when in whens if when.granularity in _PERIODS and when.resolved and not _is_of_base(text, when)
    ]
    inside = [when for when in stretches if area.overlaps(when.span) or _follows(text, area, when)]
    before = [when for when in stretches if when.span.end <= span.start]
    for when in inside or before[-1:]:
        if when.latest is None and when.earliest and SINCE_WHEN.match(text, when.span.end, when.span.end + 10):
            return str(when.earliest.year)
        return edtf(when.earliest, when.latest, when.granularity)
    return None


def _is_of_base(text: str, when: When) -> bool:
    """Whether a time is that of what a figure is measured against: "down 11 % from their peak in 2022"."""
    return BASE.search(text, max(0, when.span.start - _LONGEST_BASE), when.span.start) is not None


def _follows(text: str, area: Span, when: When) -> bool:
    """Whether a time "since" begins where a clause ends, for "since" opens another."""
    return when.latest is None and not text[area.end : when.span.start].strip() and when.span.start >= area.end


def status(text: str, words: list[Token], span: Span, first: int) -> str | None:
    """Whether the figure is of something planned, supposed or denied, by the words of its clause before it."""
    start = words[first].start if first < len(words) else span.start
    if words and DENIED.search(text, max(words[0].start, start - _DENIED_REACH), span.start):
        return "denied"
    return "planned" if PLANNED.search(text[start : span.start], 0, span.start - start) else None
