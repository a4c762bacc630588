"""Places: the same slot of two sentences filled with two places, routes run the other way, compass points."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache, lru_cache

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Outcome, weigh
from crosscheck.comparing.slots import Match, same_slot, slots
from crosscheck.lexicon.en.fact_rules import COMPASS
from crosscheck.lexicon.en.syntax import is_verb
from crosscheck.lexicon.en.words import canon, fold, is_common, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Place, Quantity, Reason, Relation, Values
from crosscheck.values.intervals import relate

_PARTS = ("count", "percent", "ratio")  # sorts of figures that may be of a part here and a part there
_VERBATIM = 0.9
_SURE = 0.8  # alignment from which "east of town" is taken to be east of the town that the other names


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """The places of a group's members."""
    said = [Said(i, claim, fact) for i, claim in enumerate(members) for fact in claim.facts if isinstance(fact, Place)]
    found, _ = slots(said, lambda a, b: _match(context, aligned, a, b), _meets)
    return Outcome(
        tuple(
            weigh(context, "place", slot, _role(context, slot.entries[0]), place_key, place_value, _relation)
            for slot in found
        )
    )


def _role(context: Context, said: Said) -> Values:
    """The role of a place, shown by the nouns before it: "sports hall" of "a sports hall in the town of Orlec"."""
    words = [word for word in context.words(said.claim) if word.end <= said.fact.span.start]
    nouns: list[str] = []
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if (
            is_common(word)
            or not word.surface[0].isalpha()
            or is_verb(words, i)
            or word.surface.lower() == said.fact.role.counted
        ):
            if nouns:
                break
            continue
        nouns.insert(0, word.surface)
        if len(nouns) == 2:
            break
    shown = " ".join(nouns) if nouns and _place(said).rule != COMPASS.id else "direction" if not nouns else ""
    return (*role_values(said.fact.role)[:-1], ("display", shown))


def _place(said: Said) -> Place:
    assert isinstance(said.fact, Place)
    return said.fact


def _meets(a: Said, b: Said) -> bool:
    return not _words(_place(a).name).isdisjoint(_words(_place(b).name))


@lru_cache(maxsize=4096)  # a place is held against every other of its group
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in name.split())


def _match(context: Context, aligned: Aligned, a: Said, b: Said) -> Match:
    """Compass points from one place match; so does one name; else only the same slot after the same words."""
    one, two = _place(a), _place(b)
    if COMPASS.id in (one.rule, two.rule):
        if one.rule != two.rule:
            return None
        anchors = {fold(one.within or ""), fold(two.within or "")}
        unnamed = len(anchors) > 1 and anchors & word_class("generic-anchor") and alignment(aligned, a, b) >= _SURE
        return 0.9 if len(anchors) == 1 or unnamed else None
    slot = same_slot(context, a, b)
    if _meets(a, b):
        return round(0.5 + 0.5 * slot, 4)
    close = alignment(aligned, a, b)
    if not close or one.role.extent != two.role.extent or not differ(context, a, b) or _count_apart(a.claim, b.claim):
        return None
    kinds = {one.role.counted, two.role.counted} - {None}
    lead, other = _lead(context, a), _lead(context, b)
    same = lead == other if close < _VERBATIM else lead[-1:] == other[-1:]
    if len(kinds) < 2 and lead and same and (close >= _VERBATIM or _same_verb(one, two)):
        return round(0.6 + 0.3 * slot, 4)
    return None


def differ(context: Context, a: Said, b: Said) -> bool:
    """Whether two places are two of a kind, of which neither can lie in the other."""
    one, two = _place(a), _place(b)
    if is_country(one.name) != is_country(two.name) or _kind(one) != _kind(two):
        return False
    return not (_meets(a, b) or _names_both(context, a, b) or _contained(context, one, two))


def _count_apart(one: Claim, two: Claim) -> bool:
    """Whether both give counts or shares, and none in common: so many here, so many there."""
    first, second = (
        [fact for fact in claim.facts if isinstance(fact, Quantity) and fact.sort in _PARTS] for claim in (one, two)
    )
    return bool(first and second) and all(relate(x, y) not in ("same", "compatible") for x in first for y in second)


def _lead(context: Context, said: Said) -> list[str]:
    """The two words with content that lead up to a place, without the kind of place ("the town of")."""
    place, common = _place(said), stopwords()
    words = [word for word in context.words(said.claim) if word.end <= place.span.start]
    return [
        word.canon
        for word in words
        if word.surface.lower() not in common and word.surface.lower() != place.role.counted
    ][-2:]


def _kind(place: Place) -> str:
    """What kind of place the words of its name tell: a street, a venue, a wild place; else a town or region."""
    words = [fold(word) for word in place.name.replace("-", " ").split()]
    return next((kind for kind in ("street", "venue", "wild") if word_class(kind) & set(words)), "")


def _same_verb(one: Place, two: Place) -> bool:
    return one.role.predicate is not None and canon(one.role.predicate) == canon(two.role.predicate or "")


def _names_both(context: Context, a: Said, b: Said) -> bool:
    """Whether either sentence names the other's place too: then they are two places, not two versions."""
    return context.says(a.claim, _place(b).name) or context.says(b.claim, _place(a).name)


def _contained(context: Context, one: Place, two: Place) -> bool:
    """Whether some text of the story puts one in the other ("Burabai, Kazakhstan")."""
    return frozenset((fold(one.name), fold(two.name))) in context.nested


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in table("en", "countries"))


def is_country(name: str) -> bool:
    """Whether a name is that of a country or of a state of the United States.

    >>> is_country("Greece"), is_country("Athens")
    (True, False)
    """
    return fold(name) in _countries()


def place_key(said: Said) -> Hashable:
    place = _place(said)
    return fold(place.name)


def place_value(said: Said) -> tuple[Values, str]:
    place = _place(said)
    display = f"{place.name} of {place.within}" if place.rule == COMPASS.id else place.name
    return (("name", place.name), ("within", place.within)), display


def _relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    meets = _meets(a[0], b[0]) or _within(a[0], b[0]) or _within(b[0], a[0])
    return ("compatible", None) if meets else ("conflict", None)


def _within(a: Said, b: Said) -> bool:
    """Whether one place is said to lie in the other ("High Street, Orlec")."""
    return fold(_place(a).within or "") == fold(_place(b).name)
