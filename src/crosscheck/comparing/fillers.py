"""Two names in one place of a sentence: whether they can be one."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from crosscheck.comparing.context import Context
from crosscheck.comparing.contrasts import Contrast
from crosscheck.comparing.frames import Frame, Hunk, fills
from crosscheck.comparing.names import government, is_variant
from crosscheck.comparing.places import is_country
from crosscheck.lexicon.en.numbers import SMALL
from crosscheck.lexicon.en.words import Token, canon_class, concept_kind, fold, word_class
from crosscheck.model import Claim, Name, Nonquantity, Place, When

_ALIKE = 65  # rapidfuzz ratio from which two names may be two spellings of one
_LONGEST = 4  # words of a name
_SHORT = 3  # letters that a short form has in common with the name


def names_apart(context: Context, frame: Frame, hunk: Hunk, left: Claim, right: Claim) -> Contrast | None:
    """What sets two names that stand in one place and cannot be one against each other: as places, or as names."""
    if not (_is_name(hunk.left, left) and _is_name(hunk.right, right)):
        return None
    one, two = [fold(word.surface) for word in _own(hunk.left)], [fold(word.surface) for word in _own(hunk.right)]
    if set(one) & set(two) or _one_land(hunk) or (not _two_lands(hunk) and _may_be_one(one, two)):
        return None
    own = [word for each in frame.hunks for word in each.left], [word for each in frame.hunks for word in each.right]
    if _given(hunk.right, left, own[0]) or _given(hunk.left, right, own[1]):
        return None
    if _one_person(context, hunk, (left, right)):
        return None
    places = all(_in_place(words, claim) for words, claim in ((hunk.left, left), (hunk.right, right)))
    shown = [" ".join(word.surface for word in _own(words)) for words in (hunk.left, hunk.right)]
    return Contrast("place" if places else "name", (shown[0], shown[1]), (shown[0], shown[1]))


def unread(context: Context, hunk: Hunk, left: Claim, right: Claim) -> Contrast | None:
    """What sets two passages apart that no facet compares: results of games, times that nothing resolves."""
    one, two = _around(hunk.left, left), _around(hunk.right, right)
    if one is None or two is None or type(one) is not type(two):
        return None
    shown = tuple(
        fact.span.of(context.articles[claim.statement.article_id].text) for fact, claim in ((one, left), (two, right))
    )
    if not any(word.surface[0].isdigit() or word.surface.lower() in SMALL for word in hunk.left):
        return None
    return Contrast("date" if isinstance(one, When) else "wording", (shown[0], shown[1]), (shown[0], shown[1]))


def _around(words: Sequence[Token], claim: Claim) -> When | Nonquantity | None:
    """The passage of such a sort that the words are part of."""
    for fact in claim.facts:
        if words and fact.span.start <= words[0].start and words[-1].end <= fact.span.end:
            if isinstance(fact, Nonquantity) and fact.sort == "score":
                return fact
            if isinstance(fact, When) and not fact.resolved and fact.pattern is None:
                return fact
    return None


def _is_name(words: Sequence[Token], claim: Claim) -> bool:
    """Whether the words are a name, or a part of one that is more than a common noun ("School" of Music)."""
    if not words or len(words) > _LONGEST or claim.statement.placement == "headline":
        return False
    own = [word for word in _own(words) if word.surface.lower() not in word_class("particle")]
    if (
        not own
        or not all(word.capitalised or word.surface[0].isdigit() for word in own)
        or all(_is_common_noun(word) for word in own)
    ):
        return False
    first, last = own[0].start, own[-1].end
    spans = [fact.span for fact in claim.facts if isinstance(fact, Name)]
    if any(word.surface.isupper() for word in own) or first == claim.statement.hull.start:
        return any(span.start == first and span.end <= last + len("'s") for span in spans)  # "INS", "Warship" Sukanya
    return any(span.start <= first and last <= span.end for span in spans)


def _own(words: Sequence[Token]) -> Sequence[Token]:
    """A name's words without the article before them."""
    return words[1:] if words and words[0].surface in word_class("article") else words


def _is_common_noun(word: Token) -> bool:
    lower = word.surface.lower()
    return (
        concept_kind(word.canon) is not None
        or not word.capitalised
        or lower in word_class("not-name") | word_class("formerly")
        or lower in word_class("place-noun")
        or word.canon in canon_class("office")
    )


def _may_be_one(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether one is a spelling, a short form or the initials of the other."""
    a, b = " ".join(one), " ".join(two)
    if fuzz.ratio(a, b) >= _ALIKE or fuzz.partial_ratio(a, b) == 100 or is_variant(one[-1], two[-1]):
        return True
    if one[0][:_SHORT] == two[0][:_SHORT] and len(one) == len(two) == 1:
        return True
    return any(
        len(short) == 1 and short[0] == "".join(part[0] for part in " ".join(long).replace("-", " ").split())
        for short, long in ((one, two), (two, one))
    )


def _one_land(hunk: Hunk) -> bool:
    """Whether both names are of one country, or one is a country and may hold the other."""
    one, two = _plain(hunk.left), _plain(hunk.right)
    if government(one) == government(two) is not None:
        return True
    lands = {one.lower(), two.lower()}
    if lands & word_class("continental") or (lands & word_class("british") and lands & word_class("home-nation")):
        return True
    return _is_land(one) != _is_land(two)


def _is_land(name: str) -> bool:
    known = is_country(name) or government(name) is not None
    return known or name.lower() in word_class("british") | word_class("home-nation")


def _two_lands(hunk: Hunk) -> bool:
    """Whether the names are of two countries, however alike: Austria and Australia."""
    one, two = government(_plain(hunk.left)), government(_plain(hunk.right))
    return one is not None and two is not None and one != two


def _plain(words: Sequence[Token]) -> str:
    return " ".join(word.surface for word in _own(words)).removesuffix("'s").removesuffix("’s")


def _given(words: Sequence[Token], claim: Claim, own: Sequence[Token]) -> bool:
    """Whether the other statement names this as well, among its `own` words, so that there are two.

    What the two statements share is no sign of it.
    """
    wanted = _names(words)
    return any(wanted <= _parts(fact) for fact in claim.facts if isinstance(fact, Name) and fills(own, fact.span))


def _one_person(context: Context, hunk: Hunk, claims: tuple[Claim, Claim]) -> bool:
    """Whether either article joins the two names in one: a first name and a surname."""
    both = _names(hunk.left) | _names(hunk.right)
    return any(
        both <= _parts(fact)
        for claim in claims
        for other in context.by_article[claim.statement.article_id]
        for fact in other.facts
        if isinstance(fact, Name)
    )


def _names(words: Sequence[Token]) -> set[str]:
    return {fold(word.surface) for word in words if word.capitalised}


def _parts(fact: Name) -> set[str]:
    return {fold(part) for part in fact.name.split()}


def _in_place(words: Sequence[Token], claim: Claim) -> bool:
    return any(isinstance(fact, Place) and fact.span.start <= words[0].start < fact.span.end for fact in claim.facts)
