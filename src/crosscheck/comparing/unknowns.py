"""What one article says is not known and another states, wherever in a story the two stand.

"It is not known whether his collarbone is broken" and "A scan confirmed that the winger broke his collarbone": what the
question asks stands nearly whole in the answer. An answer that came on a later day is an update.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import evolve

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.words import Token, canon_class, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Certainty, Claim, Reason, Relation, Role, Span, Values

_RARE = 1.0  # how rare the words in common must be, added up: 1 is a word of no other statement of the story
_SHARE = 0.6  # of what is asked, that the answer must have, by how rare its words are
_DAYS = 3  # days between two articles that may tell of one thing
_STRENGTH = 0.8
_LONGEST = 40  # words of what is asked
_MOST = 300  # questions of a story; what is told more often is told in a heap of articles
_WHY = "one says that it is not known, the other states it"
_ASKING = frozenset({"whether", "if", "who", "what", "why", "how", "which", "where", "when"})
_PLAIN = frozenset({"whether", "if", "who", "what", "which"})


class Question(NamedTuple):
    """What a statement leaves open: the words that say so, those with content of what is asked, those of them that an
    answer has (of whom it is asked may be told in other words), and whether it is why.

    That something happened does not tell why or how.
    """

    claim: Claim
    span: Span
    asked: frozenset[str]
    needed: frozenset[str]
    reason: bool


def compare(context: Context) -> list[Wide]:
    """What one article leaves open and another states."""
    open_ = [question for claim in context.claims for question in _questions(context, claim)][:_MOST]
    having = _having(context, {word for question in open_ for word in question.asked})
    found = []
    for question in open_:
        answers: dict[str, tuple[Claim, Span]] = {}
        for claim in _near(question, having):
            article = claim.statement.article_id
            if article not in answers and (span := _answer(context, question, claim)) is not None:
                answers[article] = claim, span
        kept = [each for article, each in answers.items() if not _asks_too(open_, question, article)]
        if kept and question.claim.statement.article_id not in answers:
            found.append(_wide(context, question, kept))
    return found


def _having(context: Context, words: set[str]) -> dict[str, list[Claim]]:
    """The statements that have each of these words, in order."""
    having: dict[str, list[Claim]] = {word: [] for word in words}
    for claim in context.claims if words else ():
        for word in dict.fromkeys(each.canon for each in context.words(claim)):
            if word in having:
                having[word].append(claim)
    return having


def _near(question: Question, having: dict[str, list[Claim]]) -> Iterable[Claim]:
    """The statements that may answer: those with the rarest word that is needed, else those with any that is asked."""
    if question.needed:
        return min((having[word] for word in sorted(question.needed)), key=len)
    return {id(claim): claim for word in sorted(question.asked) for claim in having[word]}.values()


def _questions(context: Context, claim: Claim) -> Iterator[Question]:
    """What a statement of the running text leaves open, at most one thing."""
    if context.lowers(claim).isdisjoint(_ASKING) or claim.statement.placement == "headline":
        return
    words = context.words(claim)
    lowers = _lowers(words)
    closing = [begins for stop in range(len(lowers) + 1) if (begins := _cue(lowers, stop, "after")) is not None]
    for i, lower in enumerate(lowers):
        if lower not in _ASKING:
            continue
        cue = _cue(lowers, i, "before")
        asked: Sequence[Token]
        if cue is not None:
            asked, span = words[i + 1 : i + 1 + _LONGEST], Span(words[cue].start, words[i].end)
        elif (end := next((begins for begins in closing if begins > i + 1), None)) is not None:
            asked, span = words[i + 1 : min(end, i + 1 + _LONGEST)], Span(words[i].start, words[-1].end)
        else:
            continue
        asked = _clause(context, claim, asked)
        content = [word.canon for word in asked if _tells(word)]
        if len(set(content)) > 1:
            either = any(word.surface.lower() == "or" for word in asked)
            needed = content[1:] if lower in ("whether", "if") else content
            yield Question(claim, span, frozenset(content), frozenset(() if either else needed), lower not in _PLAIN)
            return


def _lowers(words: Sequence[Token]) -> list[str]:
    return [word.surface.lower().replace("’", "'") for word in words]


def _clause(context: Context, claim: Claim, words: Sequence[Token]) -> Sequence[Token]:
    """The words as far as the first comma or other mark between two of them."""
    text = context.articles[claim.statement.article_id].text
    for i in range(1, len(words)):
        if text[words[i - 1].end : words[i].start].strip(" -’'\n"):
            return words[:i]
    return words


def _cue(lowers: Sequence[str], stop: int, place: str) -> int | None:
    """Where the phrase begins that ends just before this position; `None` where none does."""
    for phrase in _phrases(place).get(lowers[stop - 1], ()) if stop else ():
        tail = tuple(lowers[max(0, stop - len(phrase)) : stop])
        contracted = phrase[0] == "n't" and len(tail) == len(phrase) and tail[0].endswith("n't")  # "isn't known"
        if tail == phrase or (contracted and tail[1:] == phrase[1:]):
            return stop - len(phrase)
    return None


@cache
def _phrases(place: str) -> dict[str, list[tuple[str, ...]]]:
    """For each last word the phrases that end in it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for where, phrases in table("en", "unknowns"):
        for phrase in phrases.split(", ") if where == place else ():
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append(words)
    for each in found.values():
        each.sort(key=lambda words: (-len(words), words))
    return found


def _answer(context: Context, question: Question, claim: Claim) -> Span | None:
    """The words of a statement in which it states what is asked; `None` where it leaves it open, or tells of else."""
    own = question.claim.statement
    if claim.statement.article_id == own.article_id or claim.statement.placement == "headline":
        return None
    lowers = context.lowers(claim)
    if not lowers.isdisjoint(_leaving_open()) or any(
        isinstance(fact, Certainty) and fact.value != "confirmed" for fact in claim.facts
    ):
        return None
    words = context.words(claim)
    if question.reason and not any(word.canon in canon_class("explaining") for word in words):
        return None
    there = [word for word in words if word.canon in question.asked and _tells(word)]
    shared = {word.canon for word in there}
    if not question.needed <= shared:
        return None
    if len(shared) < 2 or context.rarity(shared) < max(_RARE, _SHARE * context.rarity(question.asked)):
        return None
    if not context.of_one_time(question.claim, claim, _DAYS) or context.of_two_names(question.claim, claim):
        return None
    return Span(there[0].start, there[-1].end)


@cache
def _leaving_open() -> frozenset[str]:
    """The words with one of which a statement may leave open what it tells."""
    weighing = word_class("hypothetical") | word_class("hedge") | word_class("weighing")
    return weighing | {
        "investigating",
        "investigate",
        "unclear",
        "unknown",
        "suspect",
        "suspects",
        "believed",
        "likely",
    }


def _asks_too(questions: Sequence[Question], question: Question, article: str) -> bool:
    """Whether an article that states it leaves it open as well."""
    return any(
        each.claim.statement.article_id == article and len(each.asked & question.asked) > 1 for each in questions
    )


def _tells(word: Token) -> bool:
    lower = word.surface.lower()
    return lower not in stopwords() and word.canon not in canon_class("vague") and word.surface[0].isalpha()


def _wide(context: Context, question: Question, answers: Sequence[tuple[Claim, Span]]) -> Wide:
    asked = Role(None, "known")
    entries = (
        (question.claim, Certainty(question.span, "possible", "certainty.possible", asked)),
        *((claim, Certainty(span, "stated", "certainty.stated", asked)) for claim, span in answers),
    )

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("update" if _is_news(context, question, (*a, *b)) else "conflict"), None

    def weighed(said: tuple[Said, ...]) -> Compared:
        told = weigh(context, "certainty", Slot(said, _STRENGTH), role_values(asked), _key, _value, relation)
        return told._replace(comparison=evolve(told.comparison, explanation=_WHY))

    return Wide(entries, weighed)


def _is_news(context: Context, question: Question, said: Sequence[Said]) -> bool:
    """Whether the answers are of a later day than the question."""
    day, own = context.day(question.claim), question.claim.statement.key
    days = [context.day(each.claim) for each in said if each.claim.statement.key != own]
    return day is not None and bool(days) and all(each is not None and each > day for each in days)


def _key(said: Said) -> Hashable:
    assert isinstance(said.fact, Certainty)
    return said.fact.value


def _value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Certainty)
    return (("value", said.fact.value),), "not known" if said.fact.value == "possible" else "stated"
