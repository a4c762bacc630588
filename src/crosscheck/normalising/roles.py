"""Roles: what a figure counts or measures, in which predicate, of what part, and of when.

Two figures are only ever compared when they play the same role, so a role is read carefully or not
at all: what the clause does not tell stays `None`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from crosscheck.lexicon.en.syntax import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH,
    clause,
    is_verb,
    nearest_verb,
    noun_phrase_before,
)
from crosscheck.lexicon.en.words import Token, canon, stopwords
from crosscheck.model import Change, Fact, Quantity, Role, Span, When
from crosscheck.values.days import edtf

COUNTS = frozenset({"count", "number"})
# states and events that happen to people, so that "killing 12" counts persons
OF_PERSONS = frozenset(
    {"die", "injure", "missing", "rescue", "arrest", "evacuate", "infect", "hospital", "homeless", "employ"}
)
PERSONS = frozenset(
    {"person", "victim", "survivor", "casualty", "fatality", "death", "life", "body count", "toll", "injury", "arrest"}
)
# nouns of deeds that a count goes with: "1,500 job cuts"
DEEDS = frozenset({"cut", "lose", "close", "arrest", "sell"})
CONSTITUENCIES = frozenset({"region", "country", "seat", "province", "county", "precinct", "constituency"})
ELECTORATE = frozenset({"voter", "voters", "elector", "electors", "electorate"})
SMALL = frozenset({"and", "or", "who", "which", "said", "told"})
MOVES = frozenset({"rise", "fall"})
PHASE = re.compile(
    r"\b(first|second|third|fourth|final|last)[ -](round|quarter|half|phase|leg|stage|day|week|night|session)\b"
    r"|\b(full[ -]year|runoff|run-off|nine months|half[ -]year)\b",
    re.IGNORECASE,
)
# a vehicle or hall carries so many, or may carry so many: not the same
HOLDING = frozenset({"carry", "hold", "seat", "take", "tak", "capacity", "accommodate"})
CAN = frozenset({"can", "could", "room", "space", "up"})
# how far a place lies: "Lindel, five miles downstream", "Lindel, which lies five miles below the dam"
AWAY = re.compile(r"([A-Z][\w’'-]+),\s+(?:which\s+(?:lies|is|was|stands)\s+)?$")
PLANNED = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|if|plans?|planned|planning|intends?|expects?|expected|set|due|scheduled"
    r"|hopes?|aims?|sees|foresees|forecasts?|outlook|guidance|target|proposes?|proposed|promised|pledged|wants?)\b|\b(?:is|are|was|were|going)\s+to\b|^\s*to\b|\bto\s+[a-z]+\s*(?:just|only|about|around|some)?\s*$",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|not true|false(?:ly)?|rejected (?:reports|claims))\b", re.IGNORECASE)
EARLIER = re.compile(
    r"\b(?:(?:earlier|previous) version|earlier (?:said|reported|put|figure|toll|count)|previously (?:said|reported)"
    r"|initially (?:said|reported|put)|corrected|revised|down from|up from|compared (?:with|to))\b",
    re.IGNORECASE,
)
PERIODS = frozenset({"year", "quarter", "half", "month", "decade", "century", "season", "range"})
AREA = re.compile(
    r"\b(?:nationwide|worldwide|overall|globally|elsewhere|alone|altogether|in all|in total)\b"
    r"|\b(?:in|at|across|throughout|within|outside|inside)\b",
    re.IGNORECASE,
)
# before the whole that a part is of: "four of the train's six coaches"
WHOLE = re.compile(r"\bof\s+(?:the|its|his|her|their)\s+(?:[\w’'-]+\s+)?$")


def with_role(text: str, words: list[Token], fact: Fact, whens: Sequence[When]) -> Fact:
    """The fact with its role read from the clause that it stands in."""
    if isinstance(fact, Quantity):
        return evolve(fact, role=quantity_role(text, words, fact, whens))
    if isinstance(fact, Change):
        return evolve(fact, role=quantity_role(text, words, evolve(fact.after, span=fact.span), whens))
    if isinstance(fact, When):
        return evolve(fact, role=when_role(text, words, fact))
    return fact


def quantity_role(text: str, words: list[Token], fact: Quantity, whens: Sequence[When]) -> Role:
    """The role of a figure: of a count by what is counted, of a measure by what is measured."""
    first, last = clause(text, words, fact.span)
    verb = nearest_verb(words, _with_counted(words, fact), first, last) or _shared_verb(text, words, fact, last)
    predicate = verb.surface.lower() if verb else None
    counted = fact.role.counted
    if fact.sort in COUNTS:
        counted, predicate = _count(words, fact, counted, predicate, first, last)
        predicate = "in all" if WHOLE.search(text, max(0, fact.span.start - 40), fact.span.start) else predicate
    elif fact.sort == "age":
        counted, predicate = _aged(text, words, fact.span), "aged"
    elif fact.sort != "rank":
        counted = _electorate(counted or _measured_here(text, words, fact, first, last))
        predicate = _change_or_level(text, words, fact.span, first)
    if (
        any(word.canon == "capacity" or word.surface.lower() in CAN for word in words[first:last])
        and canon(predicate or "") in HOLDING
    ):
        predicate = "capacity"
    part = extent(text, words, fact.span, first, last)
    time = period(text, fact.span, whens, words, first, last)
    return Role(
        counted, predicate, part, time, None if predicate == "capacity" else status(text, words, fact.span, first)
    )


def _with_counted(words: list[Token], fact: Quantity) -> Span:
    """The figure's span with the words that it counts, whose participles are no verbs ("fishing boats")."""
    end, names = fact.span.end, set((fact.role.counted or "").split())
    after = [word for word in words if word.start >= fact.span.end][: 2 * len(names)]
    for word in after:
        if word.surface.lower() in names or any(word.canon == canon(name) for name in names):
            end = word.end
    return Span(fact.span.start, end)


def _shared_verb(text: str, words: list[Token], fact: Quantity, last: int) -> Token | None:
    """The verb after a list: "people from Russia and other states have joined", "two boats and three cars were hit"."""
    if last >= len(words) or words[last].surface.lower() != "and":
        return None
    for i in range(last + 1, min(last + 10, len(words))):
        if any(char in BREAKS for char in text[words[i - 1].end : words[i].start]):
            return None
        if is_verb(words, i):
            return words[i]
    return None


def _aged(text: str, words: list[Token], span: Span) -> str | None:
    """Whose age it is: "a six-year-old girl", "Girl, seven,", "Harsani, 41,"."""
    after = next((word for word in words if word.start >= span.end), None)
    if (
        after
        and text[span.end : after.start] in (" ", "-")
        and after.surface.lower() not in PREPOSITIONS | AUXILIARIES | SMALL
    ):
        return after.surface.lower()
    before = next((word for word in reversed(words) if word.end <= span.start), None)
    if before and text[before.end : span.start].strip() in ("", ",", "aged", ", aged"):
        return before.surface.lower()
    return None


def _measured_here(text: str, words: list[Token], fact: Quantity, first: int, last: int) -> str | None:
    """What a measure is of: the noun right after it ("ten-foot waves", "days of mourning"), else as `measured`."""
    if any(word.surface.lower() in CAN for word in words[first:last]) and any(
        word.canon in HOLDING for word in words[first:last]
    ):
        return "capacity"
    if fact.sort == "length" and (
        away := AWAY.search(text, max(words[0].start, fact.span.start - 60), fact.span.start)
    ):
        return away[1].lower()
    after = [word for word in words[first:last] if word.start >= fact.span.end][:5]
    if after and after[0].surface.lower() == "of":
        return _phrase(_object(after, 1, len(after))) or measured(words, fact.span, first, last)
    adjacent = after and "-" in fact.span.of(text) and text[fact.span.end : after[0].start] == " "
    if adjacent and after[0].surface.lower() not in PREPOSITIONS | AUXILIARIES:
        return after[0].surface.lower()
    return measured(words, fact.span, first, last)


def _electorate(counted: str | None) -> str | None:
    """A share of the voters is the turnout."""
    return "turnout" if counted and counted.split()[-1] in ELECTORATE else counted


def _count(
    words: list[Token], fact: Quantity, counted: str | None, predicate: str | None, first: int, last: int
) -> tuple[str | None, str | None]:
    """What is counted and in which state, for "12 killed", "the toll rose to 12" and "287 deaths"."""
    head = canon(counted.split()[-1]) if counted else None
    if head in OF_PERSONS or (counted and counted.split()[-1] in PERSONS):
        return "person", head if head in OF_PERSONS else _state_near(words, first, last) or predicate
    if counted is None:
        counted = _of_which(words, fact.span, last)
    if counted and len(counted.split()) > 1 and head in DEEDS:
        return " ".join(counted.split()[:-1]), head
    if counted and predicate and canon(predicate) == "carry" and head in CONSTITUENCIES:
        return counted, "won"
    if counted:
        inner = next((canon(word) for word in counted.split()[:-1] if canon(word) in OF_PERSONS), None)
        return counted, inner or predicate
    state = canon(predicate) if predicate and canon(predicate) in OF_PERSONS else _state_near(words, first, last)
    if state and _elliptic(words, fact.span, last):
        return "person", state
    if fact.vague and _elliptic(words, fact.span, last):
        return "person", predicate
    return None, predicate


def _of_which(words: list[Token], span: Span, last: int) -> str | None:
    """What is counted in "14 of the country's 22 provinces": the noun at the end."""
    after = [word for word in words[:last] if word.start >= span.end]
    if len(after) < 2 or after[0].surface.lower() != "of":
        return None
    phrase = _object(after, 1, len(after))
    return phrase[-1].surface.lower() if phrase and phrase[-1].surface[0].islower() else None


def _state_near(words: list[Token], first: int, last: int) -> str | None:
    """The state of persons that the clause names, if it names just one; who tells of it is not meant."""
    telling = next((i for i in range(first, last) if words[i].canon in SPEECH), first)
    states = {
        word.canon for i, word in enumerate(words[first:last], first) if word.canon in OF_PERSONS and i >= telling
    }
    return states.pop() if len(states) == 1 else None


def _elliptic(words: list[Token], span: Span, last: int) -> bool:
    """Whether no noun follows the figure that it could count."""
    after = next((i for i in range(last) if words[i].start >= span.end), None)
    return (
        after is None
        or words[after].canon in OF_PERSONS
        or is_verb(words, after)
        or words[after].surface.lower() in (AUXILIARIES | PREPOSITIONS | DETERMINERS)
        or words[after].surface.lower()
        in {"people", "persons", "still", "others", "more", "so", "now", "confirmed", "feared", "and"}
    )


def measured(words: list[Token], span: Span, first: int, last: int) -> str | None:
    """What a measure is of: "revenue of $5m", "turnout was 61 per cent", "raised its revenue by 6 %"."""
    at = next((i for i in range(first, last) if words[i].end > span.start), last)
    first = next((i + 1 for i in range(at - 1, first - 1, -1) if words[i].canon in SPEECH), first)
    if at > first and words[at - 1].surface.lower() == "of":
        return _phrase(noun_phrase_before(words, at - 1, first))
    for i in range(first, at):
        if is_verb(words, i) and (subject := _subject(words, first, i)):
            return _phrase(subject)
        if is_verb(words, i) and i > first and not words[i].capitalised and words[i].canon not in {"earn", "revenue"}:
            break
    for i in range(at - 1, first - 1, -1):
        if is_verb(words, i) and words[i].canon not in {"earn"}:
            return _phrase(_object(words, i + 1, at))
    return _phrase(_object(words, first, at))


def _subject(words: list[Token], first: int, verb: int) -> list[Token]:
    """The head of the subject before a verb: its words up to the first preposition."""
    phrase = []
    for word in words[first:verb]:
        lower = word.surface.lower()
        if lower in PREPOSITIONS:
            break
        if lower not in DETERMINERS and lower not in AUXILIARIES:
            phrase.append(word)
    return phrase


def _object(words: list[Token], start: int, stop: int) -> list[Token]:
    """The words of the noun phrase that begins here, up to the first preposition or verb."""
    phrase: list[Token] = []
    for i in range(start, stop):
        lower = words[i].surface.lower()
        if lower in DETERMINERS or (not phrase and lower in PREPOSITIONS):
            continue
        if lower in PREPOSITIONS or lower in AUXILIARIES:
            break
        phrase.append(words[i])
    return phrase


def _phrase(phrase: list[Token]) -> str | None:
    """At most the last three words of a noun phrase; `None` where it is none."""
    kept = [
        word
        for word in phrase
        if word.surface[0] != "‹" and (word.surface.lower() not in stopwords() or word.surface.lower() in {"net"})
    ]
    return " ".join(word.surface.lower().replace("’", "'") for word in kept[-3:]) or None


def _change_or_level(text: str, words: list[Token], span: Span, first: int) -> str:
    """Whether a measure is the size of a change ("rose 11 %", "by 2 %", "up 6 %") or a level ("to 12 %")."""
    before = [word for word in words[first:] if word.end <= span.start][-2:]
    if not before:
        return "level"
    lower = before[-1].surface.lower()
    if lower in {"by", "up", "down", "another", "further"}:
        return "change"
    if lower in {"to", "at", "was", "is", "of", "were"}:
        moved = re.match(r"\s*(?:rise|increase|fall|drop|decline|gain|growth|cut|jump)", text[span.end :], re.I)
        if lower == "of" and len(before) > 1 and before[0].canon in MOVES:
            return "change"
        return "change" if moved else "level"
    return "change" if before[-1].canon in MOVES else "level"


def extent(text: str, words: list[Token], span: Span, first: int, last: int) -> str | None:
    """Of what part the figure holds: the place or group named after it in its clause."""
    stop = words[last - 1].end if last > first else span.end
    stop = max(stop, span.end)
    match = AREA.search(text, span.end, stop)
    if match is None:
        return None
    lower = match.group().lower()
    if lower in {
        "nationwide",
        "worldwide",
        "overall",
        "globally",
        "elsewhere",
        "alone",
        "altogether",
        "in all",
        "in total",
    }:
        return lower
    phrase = []
    for word in words[first:last]:
        if word.start < match.end():
            continue
        low = word.surface.lower()
        if low in PREPOSITIONS or low in AUXILIARIES:
            break
        if low not in stopwords() and word.surface[0] != "‹":
            phrase.append(low.replace("’", "'").removesuffix("'s"))
    return " ".join(phrase[:4]) or None


def period(text: str, span: Span, whens: Sequence[When], words: list[Token], first: int, last: int) -> str | None:
    """Of when the figure holds: a year, a quarter or a named phase in its clause, else a year named before it."""
    if first >= last:
        return None
    area = Span(min(words[first].start, span.start), max(words[last - 1].end, span.end))
    if EARLIER.search(text, max(area.start - 60, text.rfind(".", 0, span.start) + 1, words[0].start), span.start):
        return "earlier"
    if match := PHASE.search(text, min(area.start, words[0].start), area.end):
        return " ".join(match.group().lower().replace("-", " ").split())
    stretches = [when for when in whens if when.granularity in PERIODS and when.resolved]
    inside = [when for when in stretches if area.overlaps(when.span)]
    before = [when for when in stretches if when.span.end <= span.start]
    for when in inside or before[-1:]:
        return edtf(when.earliest, when.latest, when.granularity)
    return None


def status(text: str, words: list[Token], span: Span, first: int) -> str | None:
    """Whether the figure is of something planned, supposed or denied, by the words of its clause before it."""
    start = words[first].start if first < len(words) else span.start
    before = text[start : span.start]
    if words and DENIED.search(text, max(words[0].start, start - 40), span.start):
        return "denied"
    return "planned" if PLANNED.search(before) else None


def when_role(text: str, words: list[Token], fact: When) -> Role:
    """A date's role: the predicate that it dates."""
    first, last = clause(text, words, fact.span)
    before = [i for i in range(first, last) if words[i].end <= fact.span.start and is_verb(words, i)]
    telling = next(
        (i for i in range(first, last) if words[i].end <= fact.span.start and words[i].canon in SPEECH), None
    )
    if before and telling is not None and before[-1] <= telling:
        return Role(None, words[telling].surface.lower())
    if telling is not None and not before:
        return Role(None, words[telling].surface.lower())
    verb = nearest_verb(words, fact.span, first, last)
    if verb is None:
        return Role()
    return Role(None, verb.surface.lower())
