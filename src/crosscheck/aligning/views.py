"""What the aligner sees of a claim: its words by how much they tell, its names, its roles, its quoted words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import log
from typing import NamedTuple

from crosscheck.lexicon.en.fact_rules import ACRONYM, COMPASS, ROUND
from crosscheck.lexicon.en.words import canon, fold, is_common, tokens
from crosscheck.model import Article, Change, Claim, Name, Place, Quantity, Quotation, Role, Span, When

ATTRIBUTION_WEIGHT = 0.25  # who said it tells less of what was said
FAR = 60  # days between two dates beyond which they are of two events
_LONGEST_NAME = 80  # characters before an acronym in which what it stands for is looked for

FEW = 10  # statements among which the nearest one tells nothing, nor that a word stands in no other
TELLING = 10  # a count from which two are hardly the same by chance
CLOCK = 1  # minutes that a time of day may take and be one

_MOST_DIGITS = 3  # digits of a figure from which more tell nothing new

RoleKey = tuple[str, str, str]
Figure = tuple[str, Fraction, Fraction]


class View(NamedTuple):
    """One claim as the aligner sees it. `words` maps canonical words to their weight, 0 upward; `once` has those of
    them that no article of the story uses twice, and more than one does; `place` is the share of its article before
    it, 0 to 1; `exact` has the figures that are not vague, each with what it tells, 0 to 1; `ends` those with an end
    that tells something, each with it; `clocks` are minutes of the day; `text` has all the words, masked facts
    as their sort. `nearest` is the share of words that it has in common with the statement most like it, and
    `there` with the one of each other article, once that is known."""

    claim: Claim
    order: int
    article: str
    place: float
    words: Mapping[str, float]
    total: float
    once: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]
    roles: Mapping[RoleKey, tuple[Role, ...]]
    figures: tuple[Quantity, ...]
    exact: tuple[tuple[Quantity, float], ...]
    ends: tuple[tuple[Quantity, float], ...]
    clocks: tuple[int, ...]
    times: tuple[tuple[int, int], ...]
    now: tuple[tuple[int, int], ...]
    long_ago: bool
    phases: frozenset[str]
    text: tuple[str, ...]
    nearest: float = 0.0
    there: Mapping[str, float] = {}


def views(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[View]:
    """The claims of one story as views; a word weighs more the fewer of the story's statements have it."""
    long = expansions(article.text for article in articles.values())
    read = [_words(claim, articles[claim.statement.article_id].text, long) for claim in claims]
    often = Counter(word for words, _ in read for word in words)
    count = len(claims)
    rarity = {word: log(1 + count / seen) / log(1 + count) for word, seen in often.items()}
    story = _Story(rarity, _once(claims, [words for words, _ in read], often), _rarity_of_figures(claims), articles)
    places = _places(claims)
    return [
        _view(i, places[i], claim, words, text, story)
        for i, (claim, (words, text)) in enumerate(zip(claims, read, strict=True))
    ]


def _places(claims: Sequence[Claim]) -> list[float]:
    """The share of its article's statements that stand before each claim."""
    places = [0] * len(claims)
    seen: Counter[str] = Counter()
    for i in sorted(range(len(claims)), key=lambda i: claims[i].statement.hull.start):
        article = claims[i].statement.article_id
        places[i] = seen[article]
        seen[article] += 1
    return [place / seen[claim.statement.article_id] for place, claim in zip(places, claims, strict=True)]


def _once(claims: Sequence[Claim], words: Sequence[Mapping[str, float]], often: Mapping[str, int]) -> frozenset[str]:
    """The words that stand in one statement, and no more, of each of several articles: those name one thing.

    Among a few statements nearly every word does, and tells nothing.
    """
    if len(claims) < FEW:
        return frozenset()
    by_article: dict[str, set[str]] = {}
    for claim, each in zip(claims, words, strict=True):
        by_article.setdefault(claim.statement.article_id, set()).update(each)
    articles = Counter(word for each in by_article.values() for word in each)
    return frozenset(word for word, seen in often.items() if seen > 1 and articles[word] == seen)


def expansions(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What the story's texts say that its acronyms stand for: "Islamic State (IS)".

    >>> expansions(["the Commonwealth of Independent States (CIS) met"])["CIS"]
    ('commonwealth', 'independent', 'country')
    """
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for match in ACRONYM.regex.finditer(text):
            before = tokens(text, max(0, match.start() - _LONGEST_NAME), match.start())
            words = [token for token in before if token.capitalised][-len(match[1]) :]
            if "".join(word.surface[0] for word in words) == match[1]:
                found.setdefault(match[1], tuple(word.canon for word in words))
    return found


def _words(claim: Claim, text: str, long: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, float], tuple[str, ...]]:
    """The claim's words with content, acronyms written out, each with a factor for where it stands; and all of them
    in their order, a figure or time as its sort."""
    statement = claim.statement
    masked = [fact for fact in claim.facts if isinstance(fact, (Quantity, Change, When))]
    said = [span for span in (statement.cue, statement.speaker.span if statement.speaker else None) if span]
    named = _named(claim, text)
    words: dict[str, float] = {}
    row: list[str] = []
    for token in tokens(text, statement.hull.start, statement.hull.end):
        if masked and (mask := _mask(token.start, masked)):
            if not row or row[-1] != mask:
                row.append(mask)
            continue
        row.append(token.canon)
        if is_common(token):
            continue
        factor = ATTRIBUTION_WEIGHT if said and _inside(token.start, said) else named.get(token.start, 1.0)
        for word in long.get(token.surface, (token.canon,)):
            words[word] = max(words.get(word, 0.0), factor)
    return words, tuple(row)


def _mask(at: int, facts: Iterable[Quantity | Change | When]) -> str:
    """The sort of the figure or time that a word belongs to, as no word is written; empty for any other word."""
    for fact in facts:
        if fact.span.start <= at < fact.span.end:
            return f"‹{fact.after.sort if isinstance(fact, Change) else fact.sort}›"
    return ""


def _named(claim: Claim, text: str) -> dict[int, float]:
    """What each word of a name weighs, by where it starts: together no more than one, for a name is one thing."""
    found: dict[int, float] = {}
    for fact in claim.facts:
        if isinstance(fact, (Name, Place)):
            inside = [token for token in tokens(text, fact.span.start, fact.span.end) if not is_common(token)]
            found |= {token.start: min(found.get(token.start, 1.0), 1 / len(inside)) for token in inside}
    return found


def _inside(at: int, spans: Iterable[Span]) -> bool:
    for span in spans:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every word
        if span.start <= at < span.end:
            return True
    return False


class _Story(NamedTuple):
    """What views need to know of the whole story."""

    rarity: Mapping[str, float]
    once: frozenset[str]
    figures: Mapping[Figure, float]
    articles: Mapping[str, Article]


def _view(
    order: int, place: float, claim: Claim, words: Mapping[str, float], text: tuple[str, ...], story: _Story
) -> View:
    rarity = story.rarity
    weighed = {word: factor * rarity[word] for word, factor in words.items()}
    roles: dict[RoleKey, tuple[Role, ...]] = {}
    for fact in claim.facts:
        if key := role_key(fact):
            roles[key] = (*roles.get(key, ()), fact.role)
    article = story.articles[claim.statement.article_id]
    dates = [fact for fact in claim.facts if isinstance(fact, When)]
    times = tuple(_days(fact) for fact in dates if fact.sort == "date" and fact.resolved)
    quantities = [fact for fact in claim.facts if isinstance(fact, Quantity)]
    now = _now(article)
    return View(
        claim,
        order,
        article.id,
        place,
        weighed,
        sum(weighed.values()) or 1e-9,
        story.once.intersection(words),
        frozenset(
            fold(part) for fact in claim.facts if isinstance(fact, Name) for part in fact.name.split() if len(part) > 2
        ),
        frozenset(word for fact in claim.facts if isinstance(fact, Quotation) for word in _content(fact.words)),
        roles,
        tuple(fact for fact in quantities if _is_telling(fact)),
        tuple((fact, _tells(fact) * story.figures[figure]) for fact in quantities if (figure := _figure(fact))),
        tuple((fact, end) for fact in quantities if (end := _end(fact))),
        tuple(fact.clock[0] for fact in dates if fact.clock and fact.clock[1] - fact.clock[0] <= CLOCK),
        times,
        now,
        _is_long_ago(times, now),
        _phases(claim.statement.of(article.text)),
        text,
    )


def _is_long_ago(times: Sequence[tuple[int, int]], now: Sequence[tuple[int, int]]) -> bool:
    """Whether every date of a statement ends months before its article was published."""
    return bool(now and times) and all(last + FAR < now[0][0] for _, last in times)


def _is_telling(fact: Quantity) -> bool:
    """Whether a figure could hardly be the same by chance: not vague, with a unit or from ten on.

    A rank is nearly always small, and an age only tells who is spoken of.
    """
    if fact.vague or fact.sort in ("rank", "age") or fact.interval.low is None or fact.interval.high is None:
        return False
    return fact.unit is not None or fact.interval.low >= TELLING


def _end(fact: Quantity) -> float:
    """The end of a figure that may be told in rounder numbers; 0 where it tells nothing."""
    if fact.vague or fact.sort in ("rank", "age"):
        return 0.0
    end = fact.interval.high if fact.interval.low is None else fact.interval.low
    return abs(float(end)) if end and (fact.unit is not None or end >= TELLING) else 0.0


def _figure(fact: Quantity) -> Figure | None:
    """What a figure is, for counting how often it is given; none where it has no two ends."""
    if fact.vague or fact.interval.low is None or fact.interval.high is None:
        return None
    return fact.sort, fact.interval.low, fact.interval.high


def _rarity_of_figures(claims: Sequence[Claim]) -> dict[Figure, float]:
    """How rare each figure is among the claims, 0 to 1, as with words."""
    often = Counter(
        figure
        for claim in claims
        for figure in {_figure(fact) for fact in claim.facts if isinstance(fact, Quantity)}
        if figure
    )
    return {figure: log(1 + len(claims) / seen) / log(1 + len(claims)) for figure, seen in often.items()}


def _tells(fact: Quantity) -> float:
    """How much a figure tells by its form, 0 to 1: its digits before the closing zeros, and its unit."""
    digits = len(str(int(fact.interval.low or 0)).rstrip("0")) or 1
    return min(_MOST_DIGITS, digits + (fact.sort != "count" and fact.unit is not None)) / _MOST_DIGITS


def _days(when: When) -> tuple[int, int]:
    """A time as its first and last day by number; an open end is a day."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None
    assert last is not None
    return first.toordinal(), last.toordinal()


def _phases(text: str) -> frozenset[str]:
    """The rounds that a statement names; a run-off is the second."""
    return frozenset("second" if match[1] is None else match[1].lower() for match in ROUND.finditer(text, 0, len(text)))


def _now(article: Article) -> tuple[tuple[int, int], ...]:
    return () if article.day is None else ((article.day.toordinal(), article.day.toordinal()),)


def _content(words: str) -> list[str]:
    return [token.canon for token in tokens(words) if not is_common(token)]


def role_key(fact: object) -> RoleKey | None:
    """What a figure's role is, for finding the same again: the sort, the counted head and the predicate."""
    if isinstance(fact, Place) and fact.rule == COMPASS.id:
        return "place", "compass", fold(fact.within or "")
    if isinstance(fact, Change):
        return role_key(fact.after)
    if not isinstance(fact, Quantity) or fact.role.counted is None or fact.role.predicate is None:
        return None
    return fact.sort, canon(fact.role.counted.split()[-1]), canon(fact.role.predicate)
