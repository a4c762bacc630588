"""Places: which names say where, and directions from a place."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.fact_rules import COMPASS
from crosscheck.lexicon.en.syntax import clause, nearest_verb
from crosscheck.lexicon.en.words import Token, canon_class, word_class
from crosscheck.model import Name, Place, Role, Span

_REACH = 5  # words between a preposition and the name that it governs
_MOTION_REACH = 6  # words between a word of motion and its preposition


def places(text: str, words: list[Token], found: tuple[Name, ...]) -> tuple[Place, ...]:
    """The names that say where: after a preposition of place, or after "the village of".

    The role's `counted` is the kind of place where the text tells it ("village"), its `predicate` the
    verb of the clause, its `extent` the preposition.
    """
    if not found:
        return ()
    position = {word.start: i for i, word in enumerate(words)}
    given = [_place(text, words, position[name.span.start], name, found) for name in found]
    return tuple(place for place in given if place is not None)


def _place(text: str, words: list[Token], at: int, name: Name, found: tuple[Name, ...]) -> Place | None:
    """The name at this position as a place; `None` where nothing says that it is one."""
    kind, preposition = _kind(words, at, name), _preposition(words, at)
    if preposition is None or (words[at - 1].surface.lower() == "of" and kind is None):
        return None
    verb = nearest_verb(words, name.span, *clause(text, words, name.span))
    role = Role(kind, verb.surface.lower() if verb else None, preposition)
    return Place(name.span, name.name, "place.preposition", _within(text, name, found), role)


def _kind(words: list[Token], at: int, name: Name) -> str | None:
    """The kind of place: "the village of X", "X island", "Liberty Square"."""
    after = next((word for word in words[at:] if word.start > name.span.end), None)
    near = [
        words[at - 2].surface if at > 1 and words[at - 1].surface.lower() == "of" else "",
        name.name.split()[-1],
        after.surface if after and after.start - name.span.end <= 1 else "",
    ]
    return next((word.lower() for word in near if word.lower() in word_class("place-noun")), None)


def _preposition(words: list[Token], at: int) -> str | None:
    """The preposition of place that governs the name, up to five words before it."""
    for i in range(at - 1, max(at - _REACH - 1, -1), -1):
        lower = words[i].surface.lower()
        if lower in word_class("where"):
            return lower
        if lower in word_class("thither"):
            return lower if _moves(words[max(i - _MOTION_REACH, 0) : i]) else None
        if lower not in word_class("before-place") and lower not in word_class("place-noun"):
            return None
    return None


def _moves(words: Sequence[Token]) -> bool:
    """Whether some word tells of motion, so that "to" and "for" say where."""
    return any(
        form in canon_class("motion") or form in word_class("motion-form")
        for word in words
        for form in (word.canon, word.surface.lower())
    )


def _within(text: str, name: Name, found: tuple[Name, ...]) -> str | None:
    """The larger place given after a comma: "Burabai, Kazakhstan"."""
    after = (other for other in found if other.span.start > name.span.end)
    return next((other.name for other in after if text[name.span.end : other.span.start].strip() == ","), None)


def compass(text: str, start: int, end: int) -> tuple[Place, ...]:
    """Directions from a place: "30 km north-east of Varna". `name` is the direction, `within` the place."""
    found = []
    for match in COMPASS.finditer(text, start, end):
        way = match["way"].lower().replace("-", "").replace(" ", "")
        span = Span(match.start("way"), match.end("anchor"))
        role = Role("compass", None, match["anchor"].lower())
        found.append(Place(span, way, COMPASS.id, match["anchor"], role))
    return tuple(found)
