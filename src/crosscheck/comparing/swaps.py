"""A word and its opposite between the same words, in statements that are otherwise told in their own way.

"The generators of the hospital worked and nobody was hurt", "The generators of the hospital failed, and nurses worked
by torchlight": too little is the same for a frame (`frames`), but what stands around the two words is, and enough of it
to say that they have one place. Within a figure, a date or a name nothing is compared here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.contrasts import Contrast, contrast, is_listed
from crosscheck.comparing.facets import Compared, Outcome
from crosscheck.comparing.replaced import as_fact, compared, tells
from crosscheck.comparing.slots import merged
from crosscheck.comparing.ways import subjects_apart
from crosscheck.lexicon.en.syntax import clause
from crosscheck.lexicon.en.words import Token, canon_class, word_class
from crosscheck.model import FACETS, Claim, Direction, Facet, Name, Nonquantity, Quantity, Span, When
from crosscheck.values.intervals import relate

_SURE = 0.75  # alignment from which two statements are held to tell of one thing
_RUN = 2  # words with content just before and after, the same in both, that make one place
_BESIDE = 3  # further words that the two clauses share, where there is one beside the word
_NEAR = 4  # words before in which a negation, or a word like it, bears on the word
_STRENGTH = 0.8
_PARTS = ("count", "percent", "ratio")  # sorts of figures that may be of some here and of others there
_OPEN = ("update", "conflict")


def compare(context: Context, members: Sequence[Claim], aligned: Aligned, told: Sequence[Compared]) -> Outcome:
    """Words with opposite meaning that stand in one place of two aligned members; `told` is what is found already."""
    pairs: dict[Facet, list[tuple[Said, Said]]] = {}
    for (left, right), close in sorted(aligned.items()):
        one, two = members[left], members[right]
        if close < _SURE or one.statement.article_id == two.statement.article_id or _is_told(told, left, right):
            continue
        for found, mine, other in _opposed(context, one, two):
            sides = (
                Said(member, claim, as_fact(found, side, Span(word.start, word.end), None))
                for side, (member, claim, word) in enumerate(((left, one, mine), (right, two, other)))
            )
            pairs.setdefault(found.facet, []).append((next(sides), next(sides)))
            break
    return Outcome(
        tuple(
            compared(context, facet, entries, _strength(entries, aligned))
            for facet in FACETS
            for entries in merged(pairs.get(facet, []))
        )
    )  # fmt: skip


def _is_told(told: Sequence[Compared], left: int, right: int) -> bool:
    """Whether the two members are set against each other in words already."""
    return any(
        each.comparison.relation in _OPEN
        and each.comparison.facet in ("polarity", "direction", "certainty", "wording", "place", "name")
        and {left, right} <= {*each.members}
        for each in told
    )


def _strength(entries: Sequence[Said], aligned: Aligned) -> float:
    close = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)
    return round(_STRENGTH * close, 4)


def _opposed(context: Context, one: Claim, two: Claim) -> Iterator[tuple[Contrast, Token, Token]]:
    """Words of one statement with an opposite in the same place of the other, of which neither has both."""
    mine, other = _candidates(context, one, two), _candidates(context, two, one)
    if not mine or not other or context.of_two_things(one, two) or _count_apart(context, one, two):
        return
    if context.of_two_names(one, two):
        return
    left, right = context.words(one), context.words(two)
    for i in mine:
        for j in other:
            found = contrast([left[i]], [right[j]])
            if found is None or found.facet == "quantity" or _turned(left, i) or _turned(right, j):
                continue
            if found.facet == "direction" and subjects_apart(context, (one, i), (two, j)):
                continue
            if _in_one_place(context, (one, two), i, j) and not _says_both(context, one, two):
                yield found, left[i], right[j]


def _candidates(context: Context, claim: Claim, other: Claim) -> list[int]:
    """The positions of the words of a statement that may have an opposite and that the other has not."""
    theirs = {word.canon for word in context.words(other)}
    facts = [
        fact.span
        for fact in claim.facts
        if isinstance(fact, (Quantity, When, Name, Nonquantity)) and not isinstance(fact, Direction)
    ]
    return [
        i
        for i, word in enumerate(context.words(claim))
        if word.surface.islower()
        and tells(word)
        and word.canon not in theirs
        and is_listed(word.surface)
        and not any(span.start <= word.start < span.end for span in facts)
    ]


def _in_one_place(context: Context, claims: tuple[Claim, Claim], i: int, j: int) -> bool:
    """Whether what stands around two words is the same, as far as it tells that they have one place."""
    left, right = (context.words(claim) for claim in claims)
    before, after = _run(left, right, i - 1, j - 1, -1), _run(left, right, i + 1, j + 1, +1)
    if not before and (not after or left[i].canon in canon_class("of-one-side")):
        return False  # "Metz won the final", "our club lost the final"
    ahead = [_ahead(context, claim, at) for claim, at in zip(claims, (i, j), strict=True)]
    if ahead[0] - ahead[1] and ahead[1] - ahead[0]:
        return False  # "collisions on the line have fallen", "complaints on the line have risen"
    run = before + after
    near = [_beside(context, claim, at) for claim, at in zip(claims, (i, j), strict=True)]
    return run >= _RUN or len(near[0] & near[1]) >= _BESIDE


def _count_apart(context: Context, one: Claim, two: Claim) -> bool:
    """Whether both count something, and nothing in common: so many dead, so many hurt."""
    first, second = _counts(context, one), _counts(context, two)
    return bool(first and second) and all(relate(x, y) not in ("same", "compatible") for x in first for y in second)


def _counts(context: Context, claim: Claim) -> list[Quantity]:
    """The counts and shares that a statement gives, but for those of who says it."""
    told = context.told(claim)
    found = [fact for fact in claim.facts if isinstance(fact, Quantity) and fact.sort in _PARTS]
    return [fact for fact in found if told[0].start <= fact.span.start < told[-1].end]


def _says_both(context: Context, one: Claim, two: Claim) -> bool:
    """Whether either article says what the other says as well, so that there are two things."""
    return any(
        [word.surface for word in context.words(claim)] == [word.surface for word in context.words(other)]
        for mine, other in ((one, two), (two, one))
        for claim in context.by_article[mine.statement.article_id]
    )


def _run(left: Sequence[Token], right: Sequence[Token], i: int, j: int, step: int) -> int:
    """How many words with content the two have in common from these positions on."""
    count = 0
    while 0 <= i < len(left) and 0 <= j < len(right) and left[i].canon == right[j].canon:
        count, i, j = count + tells(left[i]), i + step, j + step
    return count


def _beside(context: Context, claim: Claim, at: int) -> set[str]:
    """The words with content of the clause of a word."""
    words = context.words(claim)
    span = Span(words[at].start, words[at].end)
    first, last = clause(context.articles[claim.statement.article_id].text, words, span)
    return {word.canon for k, word in enumerate(words[first:last], first) if k != at and tells(word)}


def _ahead(context: Context, claim: Claim, at: int) -> set[str]:
    """The words with content of the clause of a word before it."""
    words = context.words(claim)
    span = Span(words[at].start, words[at].end)
    first, _ = clause(context.articles[claim.statement.article_id].text, words, span)
    return {word.canon for word in words[first:at] if tells(word)}


def _turned(words: Sequence[Token], at: int) -> bool:
    """Whether something before a word turns it round, or makes it less than it says."""
    before = [word.surface.lower() for word in words[max(0, at - _NEAR) : at]]
    turning = word_class("negator") | word_class("plain-negator") | word_class("hardly") | word_class("hypothetical")
    return any(word in turning or word.endswith(("n't", "n’t")) for word in before)
