"""Two causes that statements which say much the same give for one thing; for those of the event see `mishaps`."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.slots import Slot, merged
from crosscheck.lexicon.en.syntax import clause, is_verb
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.model import Claim, Role, Span, Values, Wording

_SURE = 0.85  # alignment from which two statements give the cause of one thing
_LONGEST = 8  # words of a cause
_STRENGTH = 0.8
_THE_CAUSE: Values = (("display", "the cause"),)


def rivals(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Two causes that aligned members give for one thing, with no word in common."""
    pairs = []
    for (left, right), close in sorted(aligned.items()):
        if close < _SURE or context.of_two_things(members[left], members[right]):
            continue
        one, two = _cause(context, members[left]), _cause(context, members[right])
        if one and two and not _tells(context, members[right], one) and not _tells(context, members[left], two):
            pairs.append((_worded(context, left, members[left], one), _worded(context, right, members[right], two)))
    return Outcome(tuple(_two_causes(context, entries, aligned) for entries in merged(pairs)))


def _cause(context: Context, claim: Claim) -> list[Token]:
    """The words of the one cause that a statement gives: "destocking" of "owing to destocking by customers"."""
    if context.lowers(claim).isdisjoint(word_class("cause-before")):
        return []
    words, text = context.words(claim), context.articles[claim.statement.article_id].text
    found: list[list[Token]] = []
    for i, word in enumerate(words[:-2]):
        pair = word.surface.lower(), words[i + 1].surface.lower()
        if f"{pair[0]}-{pair[1]}" not in word_class("cause-phrase") or _is_infinitive(words, i + 2):
            continue
        first, last = clause(text, list(words), Span(words[i + 2].start, words[i + 2].end))
        found.append([each for each in words[max(i + 2, first) : min(last, i + 2 + _LONGEST)] if _has_content(each)])
    return found[0] if len(found) == 1 else []


def _is_infinitive(words: Sequence[Token], at: int) -> bool:
    """Whether "due to" leads up to a verb: "is due to meet"."""
    return not words[at].surface.endswith("ing") and words[at - 2].surface == "due" and is_verb(list(words), at)


def _has_content(word: Token) -> bool:
    return word.surface.lower() not in stopwords() and word.canon not in canon_class("vague-cause")


def _tells(context: Context, claim: Claim, cause: Sequence[Token]) -> bool:
    """Whether a statement has a word of a cause."""
    return not {word.canon for word in cause}.isdisjoint(word.canon for word in context.words(claim))


def _worded(context: Context, member: int, claim: Claim, cause: Sequence[Token]) -> Said:
    span = Span(cause[0].start, cause[-1].end)
    text = " ".join(span.of(context.articles[claim.statement.article_id].text).split())
    return Said(member, claim, Wording(span, text, "wording.cause", Role(None, "cause")))


def _two_causes(context: Context, entries: tuple[Said, ...], aligned: Aligned) -> Compared:
    strength = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)

    def key(said: Said) -> Hashable:
        return _filler(said).lower()

    def shown(said: Said) -> tuple[Values, str]:
        return (("slot", "cause"), ("filler", _filler(said))), _filler(said)

    return weigh(
        context, "wording", Slot(entries, round(_STRENGTH * strength, 4)), _THE_CAUSE, key, shown,
        lambda a, b: ("conflict", None),
    )  # fmt: skip


def _filler(said: Said) -> str:
    assert isinstance(said.fact, Wording)
    return said.fact.filler
