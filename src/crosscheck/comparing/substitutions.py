"""One thing put in the place of another in nearly the same words: what no fact of its own tells.

Two statements in nearly the same words differ in hunks (`frames`). A hunk is a discrepancy where its two
fillers rule one another out: by the table of contrasts, or as two names. Synonyms, wider words and
paraphrases do not; where it is not certain, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.comparing.context import Aligned, Context, Said, alignment, is_parallel
from crosscheck.comparing.contrasts import Contrast, contrast
from crosscheck.comparing.facets import Compared, Outcome
from crosscheck.comparing.fillers import names_apart, unread
from crosscheck.comparing.frames import Frame, Hunk, fills
from crosscheck.comparing.replaced import as_fact, compared, tells
from crosscheck.comparing.slots import merged
from crosscheck.comparing.times import same_days
from crosscheck.comparing.ways import subjects_apart
from crosscheck.lexicon.en.words import canon_class
from crosscheck.model import FACETS, Claim, Facet, Polarity, Span, When

_STRENGTH = 0.9
_NEAR = 4  # words between a negation and an opposite that may undo it
_THINGS = ("date", "name", "place", "wording")  # what statements of other figures may well differ in
_OPEN = ("update", "conflict")

Found = tuple[Said, Said]


def compare(context: Context, members: Sequence[Claim], aligned: Aligned, told: Sequence[Compared]) -> Outcome:
    """The hunks of each two aligned members that are discrepancies; `told` are those found by other facets."""
    pairs: dict[Facet, list[Found]] = {}
    texts = [tuple(word.canon for word in context.words(claim)) for claim in members] if aligned else []
    for left, right in sorted(aligned):
        if _says_both(texts, members, left, right):
            continue
        for facet, found in _differing(context, members, left, right):
            if not any(_is_told(said, each) for said in found for each in told):
                pairs.setdefault(facet, []).append(found)
    return Outcome(
        tuple(
            compared(context, facet, entries, _strength(entries, aligned))
            for facet in FACETS
            for entries in merged(pairs.get(facet, []))
        )
    )  # fmt: skip


def _says_both(texts: Sequence[tuple[str, ...]], members: Sequence[Claim], left: int, right: int) -> bool:
    """Whether one of the two articles says what the other says as well, so that there are two things."""
    articles = [claim.statement.article_id for claim in members]
    return any(
        texts[i] == texts[other] and articles[i] == articles[own]
        for own, other in ((left, right), (right, left))
        for i in range(len(members))
    )


def _differing(context: Context, members: Sequence[Claim], left: int, right: int) -> Iterator[tuple[Facet, Found]]:
    """The facets and fillers of the hunks that set two members against each other."""
    frame = context.frame(members[left], members[right])
    if frame is None:
        return
    claims = members[left], members[right]
    for hunk in frame.hunks:
        if not frame.anchored(hunk):
            continue
        found = _contrast(frame, hunk) or unread(context, hunk, *claims) or names_apart(context, frame, hunk, *claims)
        if found is None or _undone(frame, hunk, found):
            continue
        if found.facet == "direction":
            one, two = zip(claims, _positions(context, claims, frame, hunk), strict=True)
            if subjects_apart(context, one, two):
                continue
        dated = found.facet != "date" and _dates(hunk, claims)
        if dated and _may_be_one(context, claims, *dated):
            continue
        of_some = any(word.canon in canon_class("of-many") for word in (*hunk.left, *hunk.right))
        if not is_parallel(frame, hunk, claims, figures=of_some or found.facet in _THINGS or bool(dated)):
            yield found.facet, _fillers(frame, hunk, found, claims, (left, right))


def _dates(hunk: Hunk, claims: tuple[Claim, Claim]) -> tuple[When, When] | None:
    """The two dates of which both fillers are parts: "the first quarter"; `None` where they are not."""
    one, two = (
        next((fact for fact in claim.facts if isinstance(fact, When) and words and fills(words, fact.span)), None)
        for words, claim in zip((hunk.left, hunk.right), claims, strict=True)
    )
    return (one, two) if one and two else None


def _may_be_one(context: Context, claims: tuple[Claim, Claim], one: When, two: When) -> bool:
    """Whether two dates may be one: "last month", said on two days."""
    if one.resolved and two.resolved:
        return same_days(one, two)
    return context.day(claims[0]) != context.day(claims[1])


def _contrast(frame: Frame, hunk: Hunk) -> Contrast | None:
    """What sets a hunk's fillers against each other, by themselves or with a word beside them: "interior minister"."""
    found = contrast(hunk.left, hunk.right)
    if found is not None or not hunk.left or not hunk.right:
        return found
    for before, after in ((0, 1), (1, 0), (1, 1)):
        wider = contrast(*frame.wider(hunk, before, after))
        if wider is not None:
            return wider
    return None


def _undone(frame: Frame, hunk: Hunk, found: Contrast) -> bool:
    """Whether another hunk nearby may take back what this one says: "not safe", "unsafe"."""
    if found.facet not in ("polarity", "direction"):
        return False
    for other in frame.hunks:
        if other is not hunk and abs(other.at[0] - hunk.at[0]) <= _NEAR:
            against = contrast(other.left, other.right)
            if against is not None and against.facet == "polarity" and "negated" in (*against.values, *found.values):
                return True
    return False


def _positions(context: Context, claims: tuple[Claim, Claim], frame: Frame, hunk: Hunk) -> list[int]:
    """Where a hunk's words begin in the two statements, whose frame may leave out who says it."""
    found = []
    for claim, words, at in zip(claims, (frame.left, frame.right), hunk.at, strict=True):
        start = words[min(at, len(words) - 1)].start
        found.append(next(i for i, word in enumerate(context.words(claim)) if word.start == start))
    return found


def _fillers(frame: Frame, hunk: Hunk, found: Contrast, claims: tuple[Claim, Claim], members: tuple[int, int]) -> Found:
    """The two sides of a hunk as facts; for an empty side, the word that follows."""
    sides = []
    for side, words in enumerate((hunk.left, hunk.right)):
        all_words = (frame.left, frame.right)[side]
        shown = words or all_words[hunk.at[side] : hunk.at[side] + 1] or all_words[-1:]
        subject = next((word.canon for word in all_words[hunk.at[side] + len(words) :] if tells(word)), None)
        fact = as_fact(found, side, Span(shown[0].start, shown[-1].end), subject)
        sides.append(Said(members[side], claims[side], fact))
    return sides[0], sides[1]


def _is_told(said: Said, each: Compared) -> bool:
    """Whether another facet has told of this passage, or of a negation of this member."""
    if each.comparison.relation not in _OPEN or said.member not in each.members:
        return False
    if each.comparison.facet == "polarity" and isinstance(said.fact, Polarity):
        return True
    return any(
        mention.statement == said.member and mention.passage.span.overlaps(said.fact.span)
        for version in each.comparison.versions
        for mention in version.mentions
    )


def _strength(entries: Sequence[Said], aligned: Aligned) -> float:
    close = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)
    return round(_STRENGTH * close, 4)
