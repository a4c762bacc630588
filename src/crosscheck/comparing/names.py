"""Names: another name in the same slot of nearly the same words, and two forms of one person's name."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Outcome, weigh
from crosscheck.comparing.slots import Match, same_slot, slots
from crosscheck.lexicon.en.words import concept_kind, fold, stopwords, tokens
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Name, Place, Reason, Relation, Role, Values

# letters that transliterations of one name differ in
_TRANSLITERATED = (("-", ""), ("'", ""), ("y", "i"), ("kh", "h"), ("q", "k"), ("c", "k"), ("ou", "u"), ("oo", "u"))
_AT_FIRST = (("gi", "i"), ("e", "i"))  # the same at the beginning: Giannis, Yiannis; Elias, Ilias
_HALF_SLOT = 0.25


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """The names of a group's members that stand for one person or body."""
    said = [
        Said(i, claim, fact)
        for i, claim in enumerate(members)
        if claim.statement.placement != "headline"  # where every word may have a capital
        for fact in claim.facts
        if isinstance(fact, Name)
        and not _is_place(claim, fact)
        and not _tells(claim, fact)
        and not _modifies(context, claim, fact)
    ]
    found, _ = slots(said, lambda a, b: _match(context, aligned, a, b), _meets)
    differing = [slot for slot in found if len({_key(entry) for entry in slot.entries}) > 1]
    return Outcome(
        tuple(weigh(context, "name", slot, role_values(Role("name")), _key, _value, _relation) for slot in differing)
    )


def _is_place(claim: Claim, name: Name) -> bool:
    return any(isinstance(fact, Place) and fact.span == name.span for fact in claim.facts)


def _tells(claim: Claim, name: Name) -> bool:
    """Whether the name is that of the speaker, which attribution compares."""
    said = claim.statement
    spans = (said.cue, said.speaker.span if said.speaker else None)
    return any(span is not None and span.overlaps(name.span) for span in spans)


def _modifies(context: Context, claim: Claim, name: Name) -> bool:
    """Whether a lone name goes with the noun after it ("the Russian president", "the Moscow summit")."""
    after = next((word for word in context.words(claim) if word.start >= name.span.end), None)
    if after is None or " " in name.name or after.start - name.span.end != 1:
        return False
    return after.surface[0].islower() and after.surface not in stopwords() and not after.surface.endswith(("ed", "ing"))


def _name(said: Said) -> Name:
    assert isinstance(said.fact, Name)
    return said.fact


@lru_cache(maxsize=4096)  # a name is held against every other of its group
def words_of(name: str) -> tuple[str, ...]:
    """A name's words in their common form, without titles and the like.

    >>> words_of("President Vladimir Putin")
    ('vladimir', 'putin')
    """
    return tuple(
        fold(token.surface) for token in tokens(name) if token.capitalised and concept_kind(token.canon) is None
    )


def _meets(a: Said, b: Said) -> bool:
    """Whether two names may be one: one's words are all in the other's, or one is the other's initials."""
    one, two = words_of(_name(a).name), words_of(_name(b).name)
    if not one or not two:
        return True
    if set(one) <= set(two) or set(two) <= set(one):
        return True
    short, long = sorted((one, two), key=len)
    return len(short) == 1 and short[0] == "".join(word[0] for word in long)


def _match(context: Context, aligned: Aligned, a: Said, b: Said) -> Match:
    """How surely two names stand for one person or body."""
    one, two = words_of(_name(a).name), words_of(_name(b).name)
    if not one or not two:
        return None
    if _meets(a, b):
        return round(0.6 + 0.4 * same_slot(context, a, b), 4)
    if not _one_person(one, two) or not alignment(aligned, a, b):
        return None
    slot = same_slot(context, a, b)
    return round(0.6 + 0.3 * slot, 4) if slot >= _HALF_SLOT and not _both_known(context, a, b) else None


@cache
def _governments() -> dict[str, str]:
    return {fold(name): row[0] for row in table("en", "governments") for name in row}


def government(name: str) -> str | None:
    """The country whose government a name may stand for: itself, its capital, its people.

    >>> government("Kremlin"), government("Moscow"), government("Kalua")
    ('Russia', 'Russia', None)
    """
    return _governments().get(fold(name))


def _one_person(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names share the first word and differ in the last, by more than a transliteration would."""
    return len(one) == len(two) >= 2 and one[0] == two[0] and one[-1] != two[-1] and not _is_form(one[-1], two[-1])


def _is_form(one: str, two: str) -> bool:
    """Whether two words are one in another transliteration, run into the next word, or cut short: Brothers, Bros."""
    short, long = sorted((one, two), key=len)
    return is_variant(one, two) or long.startswith(f"{short}-") or (one[:3] == two[:3] and len(long) - len(short) > 2)


def is_variant(one: str, two: str) -> bool:
    """Whether two spellings are one name in another transliteration.

    >>> is_variant("zelensky", "zelenskyy"), is_variant("serra", "sierra")
    (True, False)
    """
    return _bare(one) == _bare(two)


def _bare(word: str) -> str:
    """A name without what transliterations differ in: doubled letters, y and i, the Arabic article, hyphens."""
    for one, other in _TRANSLITERATED:
        word = word.replace(one, other)
    for one, other in _AT_FIRST:
        word = other + word.removeprefix(one) if word.startswith(one) else word
    return "".join(letter for i, letter in enumerate(word) if i == 0 or word[i - 1] != letter)


def _both_known(context: Context, a: Said, b: Said) -> bool:
    """Whether either article gives the other's name too: then there are two, or a slip of the pen."""
    for this, that in ((a, b), (b, a)):
        wanted = words_of(_name(that).name)[-1]
        for claim in context.by_article[this.article_id]:
            if any(isinstance(fact, Name) and wanted in words_of(fact.name) for fact in claim.facts):
                return True
    return False


def _key(said: Said) -> Hashable:
    return tuple(words_of(_name(said).name)[-1:])


def _value(said: Said) -> tuple[Values, str]:
    name = _name(said)
    return (("name", name.name), ("title", name.title)), name.name


def _relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    if _meets(a[0], b[0]) or fuzz.ratio(_name(a[0]).name, _name(b[0]).name) == 100:
        return "compatible", None
    return "conflict", None
