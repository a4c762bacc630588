"""The same words given to two speakers; one speaker's words in two versions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from rapidfuzz import fuzz

from crosscheck.comparing.context import Aligned, Context, Said
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.slots import Slot, merged
from crosscheck.lexicon.en.words import canon, canon_class, concept_kind, fold, is_common, stopwords, tokens
from crosscheck.model import Attribution, Claim, Quotation, Reason, Relation, Values

_SAME_WORDS = 80  # rapidfuzz ratio of two quotations that are one utterance
_SOME_WORDS = 60  # ratio of word sets from which two quotations of one speaker are one utterance in two wordings
_SHARED = 2  # words with content that two wordings of one utterance have in common at least
_HARDLY = 0.25  # share of the words with content below which two quotations are two utterances
_CUT_SHORT = 95  # rapidfuzz partial ratio of a quotation and a part of it
_LONG = 4  # words of a quotation that could hardly fall twice by chance


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Speakers of one quotation, and quotations of one speaker, between each two aligned members."""
    given, worded = [], []
    for left, right in sorted(aligned):
        a, b = _longest(left, members[left]), _longest(right, members[right])
        if a is None or b is None:
            continue
        same = _speakers(context, a, b)
        if same is False and _same_utterance(_plain(a), _plain(b)):
            given.append((_attributed(a), _attributed(b)))
        elif same and _plain(a) != _plain(b) and _are_versions(a, b):
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
    return {word.canon for word in tokens(_quotation(said).words) if not is_common(word)}


def _longest(member: int, claim: Claim) -> Said | None:
    """The member's longest quotation, where it has at least four words."""
    quotes = [fact for fact in claim.facts if isinstance(fact, Quotation) and len(fact.words.split()) >= _LONG]
    return Said(member, claim, max(quotes, key=lambda fact: (len(fact.words), fact.span))) if quotes else None


def _quotation(said: Said) -> Quotation:
    assert isinstance(said.fact, Quotation)
    return said.fact


def _plain(said: Said) -> str:
    return " ".join(fold(token.surface) for token in tokens(_quotation(said).words))


def _speakers(context: Context, a: Said, b: Said) -> bool | None:
    """Whether the two speakers are one: true, false, or not known.

    A person's name against a name, or an office against an office, can differ; a name against an
    office may be one person.
    """
    one, two = a.claim.statement.speaker, b.claim.statement.speaker
    if one is None or two is None:
        return None
    same = same_speaker(one.name, two.name)
    return None if same is False and not (_named_here(context, a) and _named_here(context, b)) else same


def _named_here(context: Context, said: Said) -> bool:
    """Whether the statement itself names its speaker, by more than a pronoun."""
    speaker = said.claim.statement.speaker
    if speaker is None or speaker.span is None or not said.claim.statement.hull.contains(speaker.span):
        return False
    words = tokens(speaker.span.of(context.articles[said.article_id].text))
    return any(not is_common(word) for word in words)


def same_speaker(one: str, two: str) -> bool | None:
    """Whether two speakers' names mean one speaker; `None` where it cannot be told.

    Only two persons by full name, or two offices, can be told apart: a surname, a pronoun, a paper or a
    body may stand for either.

    >>> same_speaker("Vladimir Putin", "Putin"), same_speaker("the mayor", "the police chief")
    (True, False)
    >>> same_speaker("Vladimir Putin", "the Russian leader") is None
    True
    >>> same_speaker("Vladimir Putin", "Vladimir Putting"), same_speaker("George Bush", "George Clooney")
    (True, False)
    """
    a, b = _name_words(one), _name_words(two)
    persons = _is_person(one) and _is_person(two)
    if a & b and not (persons and _other_surname(one, two)):
        return True
    if persons or (_is_office(one) and _is_office(two)):
        return False
    return None


def _other_surname(one: str, two: str) -> bool:
    """Whether two full names end in surnames so unlike that neither is a slip of the other."""
    return fuzz.ratio(fold(one.split()[-1]), fold(two.split()[-1])) < _SAME_WORDS


def _is_person(name: str) -> bool:
    """Two or three capitalised words, none of them known: a person by full name."""
    words = tokens(name)
    return 2 <= len(words) <= 3 and all(word.capitalised and concept_kind(word.canon) is None for word in words)


def _is_office(name: str) -> bool:
    """A description without a name ("the interior minister")."""
    words = tokens(name)
    return (
        bool(words)
        and not any(word.capitalised for word in words[1:])
        and any(word.canon in canon_class("office") for word in words)
    )


def _name_words(name: str) -> set[str]:
    return {canon(token.surface) for token in tokens(name) if token.surface.lower() not in stopwords()}


def _attributed(said: Said) -> Said:
    """The speaker of a quotation as a fact."""
    speaker = said.claim.statement.speaker
    assert speaker is not None
    span = speaker.span or said.claim.statement.hull
    return Said(said.member, said.claim, Attribution(span, speaker.name, "attribution.speaker"))


def _attribution(context: Context, entries: tuple[Said, ...]) -> Compared:
    """One quotation with several speakers: a conflict."""
    role: Values = (("display", "who said it"),)
    return weigh(context, "attribution", Slot(entries, 0.9), role, _speaker_key, _speaker_value, _two_speakers)


def _two_speakers(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    one, two = a[0].claim.statement.speaker, b[0].claim.statement.speaker
    assert one is not None
    assert two is not None
    return ("conflict" if same_speaker(one.name, two.name) is False else "compatible"), None


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
    return ("same" if _plain(a[0]) == _plain(b[0]) else "compatible"), None
