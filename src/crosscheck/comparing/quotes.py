"""The same words given to two speakers; one speaker's words in two versions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from crosscheck.comparing.context import Aligned, Context, Said
from crosscheck.comparing.contrasts import contrast, negates
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.frames import frame
from crosscheck.comparing.slots import Slot, merged
from crosscheck.comparing.speakers import speakers_alike
from crosscheck.lexicon.en.words import canon, fold, is_common, surfaces, tokens
from crosscheck.model import Attribution, Claim, Quotation, Reason, Relation, Values

_SAME_WORDS = 80  # rapidfuzz ratio of two quotations that are one utterance
_SOME_WORDS = 60  # ratio of word sets from which two quotations of one speaker are one utterance in two wordings
_SHARED = 2  # words with content that two wordings of one utterance have in common at least
_HARDLY = 0.25  # share of the words with content below which two quotations are two utterances
_CUT_SHORT = 95  # rapidfuzz partial ratio of a quotation and a part of it
_SURE = 0.75  # alignment from which two quotations of other speakers may be one in two wordings
_MUCH = 0.5  # share of words in common from which two quotations of one speaker are compared word by word
_EDIT = 6  # words of a passage in which a "not" more changes what is said
_LONG = 4  # words of a quotation that could hardly fall twice by chance


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Speakers of one quotation, and quotations of one speaker, between each two aligned members."""
    given, worded = [], []
    for (left, right), close in sorted(aligned.items()):
        pair = _likest(left, members[left], right, members[right])
        if pair is None:
            continue
        a, b = pair
        one, two = _plain(a), _plain(b)
        versions, verbatim = _are_versions(a, b), _same_utterance(one, two)
        if not (versions or verbatim):
            continue
        same = speakers_alike(context, a.claim, b.claim)
        if same is False and (verbatim or close >= _SURE):
            given.append((_attributed(a), _attributed(b)))
        elif same and versions and one != two:
            worded.append((a, b))
    attributions = [_attribution(context, entries) for entries in merged(given)]
    return Outcome((*attributions, *(_variants(context, entries) for entries in merged(worded))))


def _same_utterance(one: str, two: str) -> bool:
    """Whether two quotations are one: nearly the same words, or the one cut short."""
    if fuzz.ratio(one, two) >= _SAME_WORDS:
        return True
    return min(len(one.split()), len(two.split())) > _LONG and fuzz.partial_ratio(one, two) >= _CUT_SHORT


def _are_versions(a: Said, b: Said) -> bool:
    """Whether two quotations of one speaker are one utterance in two wordings: not of "the", "is" and a name alone."""
    one, two = _content(a), _content(b)
    if len(one & two) < min(_SHARED, len(one), len(two)):
        return False
    return fuzz.token_set_ratio(_plain(a), _plain(b)) >= _SOME_WORDS


def of_two_utterances(one: Claim, two: Claim) -> bool:
    """Whether two statements quote at length, and hardly a word in common."""
    a, b = _longest(0, one), _longest(1, two)
    if a is None or b is None:
        return False
    here, there = _content(a), _content(b)
    return 2 * len(here & there) < _HARDLY * (len(here) + len(there))


def _content(said: Said) -> set[str]:
    words = {word.canon for word in tokens(_quotation(said).words) if not is_common(word)}
    return words - {canon("including")}


def _longest(member: int, claim: Claim) -> Said | None:
    """The member's longest quotation, where it has at least four words."""
    quotes = [fact for fact in claim.facts if isinstance(fact, Quotation) and len(fact.words.split()) >= _LONG]
    return Said(member, claim, max(quotes, key=lambda fact: (len(fact.words), fact.span))) if quotes else None


def _likest(left: int, one: Claim, right: int, two: Claim) -> tuple[Said, Said] | None:
    """The quotations of two members that are most alike, of those that have at least four words."""
    pairs = [(Said(left, one, a), Said(right, two, b)) for a in _long(one) for b in _long(two)]
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    return max(
        pairs, key=lambda pair: (fuzz.ratio(_plain(pair[0]), _plain(pair[1])), len(_plain(pair[0]))), default=None
    )


def _long(claim: Claim) -> list[Quotation]:
    return [fact for fact in claim.facts if isinstance(fact, Quotation) and len(fact.words.split()) >= _LONG]


def _quotation(said: Said) -> Quotation:
    assert isinstance(said.fact, Quotation)
    return said.fact


def _plain(said: Said) -> str:
    return _folded(_quotation(said).words)


@lru_cache(maxsize=1024)  # a quotation is held against every other of its group
def _folded(words: str) -> str:
    return " ".join(map(fold, surfaces(words)))


def _attributed(said: Said) -> Said:
    """The speaker of a quotation as a fact."""
    speaker = said.claim.statement.speaker
    assert speaker is not None
    span = speaker.span or said.claim.statement.hull
    return Said(said.member, said.claim, Attribution(span, speaker.name, "attribution.speaker"))


def _attribution(context: Context, entries: tuple[Said, ...]) -> Compared:
    """One quotation with several speakers: a conflict."""
    role: Values = (("display", "who said it"),)

    def two(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        same = speakers_alike(context, a[0].claim, b[0].claim)
        return ("conflict" if same is False else "compatible"), None

    return weigh(context, "attribution", Slot(entries, 0.9), role, _speaker_key, _speaker_value, two)


def _speaker_key(said: Said) -> Hashable:
    assert isinstance(said.fact, Attribution)
    return said.fact.name


def _speaker_value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Attribution)
    return (("name", said.fact.name),), said.fact.name


def _variants(context: Context, entries: tuple[Said, ...]) -> Compared:
    """One speaker's words in several versions: no discrepancy, shown as a variant."""
    role: Values = (("display", "wording of the quotation"),)
    return weigh(
        context, "quote", Slot(entries, 0.8), role, lambda said: _plain(said),
        lambda said: ((("words", _quotation(said).words),), _quotation(said).words), _same_or_variant,
        ("quotation-variant",),
    )  # fmt: skip


def _same_or_variant(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    if _plain(a[0]) == _plain(b[0]):
        return "same", None
    return ("conflict" if _is_changed(_quotation(a[0]).words, _quotation(b[0]).words) else "compatible"), None


def _is_changed(one: str, two: str) -> bool:
    """Whether two versions of one utterance say different things: by a "not" between words that both have, or by
    words in one place of which the one rules out the other."""
    left, right = tokens(one), tokens(two)
    shared = frame(left, right, like=_MUCH)
    if shared is None:
        return False
    last = max(shared.partners)
    for hunk in shared.hunks:
        if not (0 < hunk.at[0] <= last):
            continue  # added before or after
        if max(len(hunk.left), len(hunk.right)) <= _EDIT and negates(hunk.left) != negates(hunk.right):
            return True
        if hunk.left and hunk.right and shared.anchored(hunk) and contrast(hunk.left, hunk.right) is not None:
            return True
    return False
