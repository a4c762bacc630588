"""Names and places: runs of capitalised words, and which of them say where."""

from __future__ import annotations

import re

from crosscheck.lexicon.en.syntax import clause, nearest_verb
from crosscheck.lexicon.en.words import Token, concept_kind, stem, stopwords, verbs
from crosscheck.model import Name, Place, Role, Span

JOINERS = frozenset({"of", "the", "de", "del", "da", "al", "el", "bin", "von", "van", "for", "and"})
NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "i",
    ]
)
HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "lord",
        "lady",
        "capt",
        "captain",
        "gen",
        "general",
        "lt",
        "col",
        "colonel",
        "maj",
        "major",
        "sgt",
        "prof",
        "professor",
        "president",
        "minister",
    ]
)
PLACE_NOUNS = frozenset(
    [
        "village",
        "town",
        "city",
        "port",
        "island",
        "province",
        "district",
        "region",
        "county",
        "state",
        "valley",
        "village",
        "capital",
        "suburb",
        "square",
        "park",
        "street",
        "airport",
        "hospital",
        "station",
        "school",
        "stadium",
        "hall",
        "centre",
        "center",
        "library",
        "gym",
        "church",
        "hotel",
        "road",
        "bridge",
    ]
)
WHERE = frozenset(["in", "at", "near", "off", "outside", "inside", "around", "from"])
THITHER = frozenset(["to", "for"])  # of place only after a verb of motion
MOTION = frozenset(
    {
        "travel",
        "arrive",
        "leave",
        "send",
        "flee",
        "fly",
        "drive",
        "tak",
        "return",
        "mov",
        "go",
        "com",
        "sail",
        "evacuate",
        "withdraw",
        "visit",
        "way",
    }
)
COMPASS = re.compile(
    r"\b(?P<way>(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern|erly|wards?)?\s+of\s+"
    r"(?:the\s+(?:\w+\s+)?(?:of\s+)?)?(?P<anchor>[A-Z][\w’'-]+)",
)
TYPE_FIRST = re.compile(r"(?P<type>[a-z]+)\s+of\s+$")


def names(text: str, words: list[Token], start: int) -> tuple[Name, ...]:
    """Runs of capitalised words in a statement that begins at `start`; a lone first word only if it is no known word.

    Titles before a name ("Mr", "President") are kept out of it.
    """
    found, i = [], 0
    while i < len(words):
        if not _starts(words, i, start):
            i += 1
            continue
        stop = i + 1
        while stop < len(words) and _joined(text, words, stop):
            stop += 1
        while stop > i + 1 and words[stop - 1].surface.lower() in JOINERS:
            stop -= 1
        first = i
        while first < stop - 1 and words[first].surface.lower().strip(".") in HONORIFICS:
            first += 1
        span = Span(words[first].start, words[stop - 1].end)
        surface = " ".join(span.of(text).replace("’", "'").removesuffix("'s").split())
        title = text[words[i].start : words[first].start].strip() or None
        if len(surface) > 1:
            found.append(Name(span, surface, "name.capitals", title))
        i = stop
    return tuple(found)


def names_known(text: str, words: list[Token], known: frozenset[str]) -> tuple[Name, ...]:
    """The names of a headline in which every word has a capital: runs of words known from names in the text."""
    found, i = [], 0
    while i < len(words):
        stop = i
        while (
            stop < len(words)
            and words[stop].surface in known
            and (stop == i or text[words[stop - 1].end : words[stop].start] == " ")
        ):
            stop += 1
        if stop > i:
            span = Span(words[i].start, words[stop - 1].end)
            found.append(Name(span, span.of(text), "name.known"))
        i = max(stop, i + 1)
    return tuple(found)


def _starts(words: list[Token], i: int, start: int) -> bool:
    """Whether a name can begin with this word."""
    word = words[i]
    lower = word.surface.lower()
    if not word.capitalised or lower in NOT_NAMES or lower in stopwords():
        return False
    if word.start > start:
        return True
    known = concept_kind(word.canon) is not None or stem(word.surface) in verbs() or lower.endswith(("ed", "ing", "ly"))
    following = i + 1 < len(words) and words[i + 1].capitalised
    return following or not known


def _joined(text: str, words: list[Token], i: int) -> bool:
    """Whether this word goes on with the name before it: a space between, and capitals to come."""
    gap = text[words[i - 1].end : words[i].start]
    if gap.strip(". ") or "\n\n" in gap or (". " in gap and len(words[i - 1].surface) > 3):
        return False
    word = words[i]
    if word.capitalised:
        return word.surface.lower() not in NOT_NAMES
    lower = word.surface.lower()
    return (
        lower in {"of", "de", "del", "da", "al", "bin", "von", "van"}
        and i + 1 < len(words)
        and words[i + 1].capitalised
    )


def places(text: str, words: list[Token], found: tuple[Name, ...]) -> tuple[Place, ...]:
    """The names that say where: after a preposition of place, or after "the village of".

    The role's `counted` is the kind of place where the text tells it ("village"), its `predicate` the
    verb of the clause, its `extent` the preposition.
    """
    result = []
    for name in found:
        at = next((i for i, word in enumerate(words) if word.start == name.span.start), None)
        if at is None or at == 0:
            continue
        before = words[at - 1].surface.lower()
        kind = _kind(words, at, name)
        preposition = _preposition(words, at)
        if preposition is None or (before == "of" and kind is None):
            continue
        first, last = clause(text, words, name.span)
        verb = nearest_verb(words, name.span, first, last)
        predicate = verb.surface.lower() if verb else None
        result.append(
            Place(
                name.span,
                name.name,
                "place.preposition",
                _within(text, name, found),
                Role(kind, predicate, preposition),
            )
        )
    return tuple(result)


def _kind(words: list[Token], at: int, name: Name) -> str | None:
    """The kind of place: "the village of X", "X island", "Liberty Square"."""
    if at > 1 and words[at - 1].surface.lower() == "of" and words[at - 2].surface.lower() in PLACE_NOUNS:
        return words[at - 2].surface.lower()
    last = name.name.split()[-1].lower()
    if last in PLACE_NOUNS:
        return last
    after = next((word for word in words if word.start > name.span.end), None)
    if after and after.start - name.span.end <= 1 and after.surface.lower() in PLACE_NOUNS:
        return after.surface.lower()
    return None


def _preposition(words: list[Token], at: int) -> str | None:
    """The preposition of place that governs the name, up to five words before it."""
    for i in range(at - 1, max(at - 6, -1), -1):
        lower = words[i].surface.lower()
        if lower in WHERE:
            return lower
        if lower in THITHER:
            near = {word.canon for word in words[max(i - 6, 0) : i]} | {
                word.surface.lower() for word in words[max(i - 6, 0) : i]
            }
            return lower if near & (MOTION | {"from"}) else None
        if (
            lower
            not in {"the", "of", "a", "an", "its", "central", "northern", "southern", "eastern", "western"}
            | PLACE_NOUNS
        ):
            return None
    return None


def _within(text: str, name: Name, found: tuple[Name, ...]) -> str | None:
    """The larger place given after a comma: "Burabai, Kazakhstan"."""
    for other in found:
        if other.span.start > name.span.end and text[name.span.end : other.span.start].strip() == ",":
            return other.name
    return None


def compass(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Directions from a place: "30 km north-east of Varna". `name` is the direction, `within` the place."""
    found = []
    for match in COMPASS.finditer(text, start, end):
        way = match["way"].lower().replace("-", "").replace(" ", "")
        found.append(
            Place(
                Span(match.start("way"), match.end("anchor")),
                way,
                "place.compass",
                match["anchor"],
                Role("compass", None, match["anchor"].lower()),
            )
        )
    return tuple(found)
