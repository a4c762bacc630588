"""Who reported a statement first: copied passages, and the origin of each statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from crosscheck.lexicon.en.credit_lines import CREDIT
from crosscheck.lexicon.en.words import surfaces
from crosscheck.model import Article, Claim, Evidence, Origin, Passage, Quotation, Reuse, Span, Traced
from crosscheck.tracing.overlap import Text, kept, runs

VERBATIM = 88  # least rapidfuzz ratio of two copied statements, numbers masked
LONG = 8  # words that a copied statement has at least
LEANS = 0.3  # share of copied statements from which an article leans on its source
WHOLE = 0.6  # share from which the whole article has its source's origin
SHINGLE = 4
FEWEST, FEW = 5, 0.06  # shingles that two articles share before more is looked at, at least; and by word of the shorter

# What two articles share before they are said to share copy: one sentence is often a statement that both were sent.
# Chosen on half of the stories of `wild`, and stated in docs/performance.md.
IN_RUNS, RUN_WORDS = 0.22, 24  # share of the shorter one's words in long runs, and how many words at least
SENTENCES, COPIED = 0.25, 3  # share of its sentences that are nearly verbatim, and how many at least
A_LONG_RUN = 20  # or as many words in one run, beside another run: a paragraph taken over by a longer article
MOSTLY = 0.6  # or this share of its sentences, however few
REWORDED = 0.4  # or this share of its words, kept in order in sentences that were edited

Key = tuple[str, int, int]
__all__ = ["trace"]


class Copyable(NamedTuple):
    """A sentence that could be seen as copied: its claims, its words with figures masked and quotations left out."""

    claims: tuple[Claim, ...]
    words: tuple[str, ...]

    @property
    def article(self) -> str:
        return self.claims[0].statement.article_id

    @property
    def passage(self) -> Passage:
        return Passage(self.article, self.claims[0].statement.sentence)


def trace(articles: Sequence[Article], claims: Sequence[Claim], first: int = 1) -> Traced:
    """Origins and reuse among the articles of one story.

    Articles of one outlet, or that a manifest gives to one origin, have one origin. A statement that is
    nearly verbatim in two articles has the origin of the one that came first: the one whose text is
    given to an agency, else the earlier, else by content. Origins are numbered from `first`.
    """
    ranks = {article.id: _rank(article) for article in articles}
    home = _homes(articles, first)
    sentences = _sentences(claims)
    holders = _holders(sentences)
    pairs = _copies(sentences, holders)
    by_articles: dict[tuple[str, str], list[tuple[Copyable, Copyable]]] = defaultdict(list)
    for one, two in pairs:
        source, copy = sorted((one, two), key=lambda each: ranks[each.article])
        if home[source.article] != home[copy.article]:
            by_articles[source.article, copy.article].append((source, copy))
    sizes = Counter(each.article for each in sentences if len(each.words) >= LONG)
    of_statement = {claim.statement.key: home[claim.statement.article_id] for claim in claims}
    copies: set[Key] = set()
    leans: dict[str, str] = {}
    reuse: list[Reuse] = []
    for (first_id, second_id), passages in sorted(
        by_articles.items(), key=lambda item: (ranks[item[0][0]], ranks[item[0][1]])
    ):
        copied = {id(copy) for _, copy in passages}
        share = min(1.0, len(copied) / max(1, min(sizes[first_id], sizes[second_id])))
        for source, copy in passages:
            origin = of_statement[source.claims[0].statement.key]
            of_statement.update((claim.statement.key, origin) for claim in copy.claims)
            copies |= {claim.statement.key for claim in (*source.claims, *copy.claims)}
        if share >= LEANS:
            leans.setdefault(second_id, leans.get(first_id, home[first_id]))
        pairs_of_passages = tuple((one.passage, two.passage) for one, two in passages)
        reuse.append(Reuse((first_id, second_id), home[first_id], round(share, 2), pairs_of_passages))
    told = _told(articles, sentences, _sharing(sentences, holders), ranks, home, reuse)
    return Traced(_origins(articles, home, reuse, ranks), told, of_statement, leans, frozenset(copies))


def _told(
    articles: Sequence[Article],
    sentences: Sequence[Copyable],
    sharing: Sequence[tuple[str, str]],
    ranks: Mapping[str, tuple[int, datetime, str, str]],
    home: Mapping[str, str],
    copied: Sequence[Reuse],
) -> tuple[Reuse, ...]:
    """Of the pairs of articles `sharing` words those that share copy; `copied` are their nearly verbatim sentences."""
    texts = _by_article(sentences)
    shingled = {article_id: Text([each.words for each in found]) for article_id, found in texts.items()}
    given = {article.id: article for article in articles}
    credits = {article.id: _credits(article) for article in articles}
    verbatim = {each.articles: each for each in copied}
    ordered = [
        tuple(sorted(pair, key=lambda each: ranks[each]))
        for pair in sorted({*sharing, *map(_sorted, verbatim)})
        if home[pair[0]] != home[pair[1]]
    ]
    found = [
        _shared(
            verbatim.get((source, copy)),
            (source, copy),
            home[source],
            texts,
            shingled,
            given=_is_credited(given[source], credits[copy]) or _is_credited(given[copy], credits[source]),
        )
        for source, copy in sorted(ordered, key=lambda pair: (ranks[pair[0]], ranks[pair[1]]))
    ]
    return tuple(each for each in found if each is not None)


def _sorted(pair: tuple[str, str]) -> tuple[str, str]:
    return (pair[0], pair[1]) if pair[0] < pair[1] else (pair[1], pair[0])


def _credits(article: Article) -> tuple[str, ...]:
    """What the article's lines of credit name, in small letters."""
    return tuple(match["name"].strip().casefold() for match in CREDIT.finditer(article.text, 0, len(article.text)))


def _is_credited(source: Article, credits: Sequence[str]) -> bool:
    """Whether the source is an agency's text, or the other article's `credits` name it."""
    names = {name.casefold() for name in (source.origin, source.outlet, _initials(source.outlet or "")) if name}
    return bool(source.origin) or any(credit.startswith(name) for credit in credits for name in names)


def _initials(outlet: str) -> str:
    """What an outlet of three words or more is called for short; empty for another."""
    words = outlet.replace("-", " ").split()
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def _by_article(sentences: Sequence[Copyable]) -> dict[str, list[Copyable]]:
    found: dict[str, list[Copyable]] = defaultdict(list)
    for sentence in sentences:
        found[sentence.article].append(sentence)
    return found


def _sharing(sentences: Sequence[Copyable], holders: Sequence[Sequence[int]]) -> list[tuple[str, str]]:
    """The pairs of articles that share some words in a row; what more than fifty articles have tells nothing."""
    articles = [each.article for each in sentences]
    having = [{articles[i] for i in ids} for ids in holders]
    pairs = Counter(pair for each in having if 1 < len(each) <= 50 for pair in combinations(sorted(each), 2))
    words = Counter[str]()
    for article, each in zip(articles, sentences, strict=True):
        words[article] += len(each.words)
    return sorted(
        pair for pair, count in pairs.items() if count >= max(FEWEST, FEW * min(words[pair[0]], words[pair[1]]))
    )


def _shared(
    verbatim: Reuse | None,
    pair: tuple[str, str],
    origin: str,
    texts: Mapping[str, Sequence[Copyable]],
    shingled: Mapping[str, Text],
    *,
    given: bool,
) -> Reuse | None:
    """What two articles share, where it is enough to say that they share copy.

    One sentence is enough where one is `given` to an agency, or to the other, by a dateline, credit line or manifest.
    """
    left, right = (shingled[article_id] for article_id in pair)
    found = runs(left, right)
    words = sum(run.words for run in found)
    in_runs = words / max(1, min(left.size, right.size))
    share, copied = (verbatim.share, len(verbatim.passages)) if verbatim else (0.0, 0)
    enough = (in_runs >= IN_RUNS and words >= RUN_WORDS) or (share >= SENTENCES and copied >= COPIED)
    enough = enough or share >= MOSTLY or (given and copied > 0)
    enough = enough or (len(found) > 1 and max(run.words for run in found) >= A_LONG_RUN)
    if not enough and kept(left, right) < REWORDED:
        return None
    passages = [*verbatim.passages] if verbatim else []
    passages += [(texts[pair[0]][run.left].passage, texts[pair[1]][run.right].passage) for run in found]
    return Reuse(pair, origin, round(max(share, in_runs), 2), tuple(dict.fromkeys(passages)))


def _rank(article: Article) -> tuple[int, datetime, str, str]:
    """Who comes first: an article given to an agency, then the earlier published, then by text and outlet."""
    when = article.published
    if not isinstance(when, datetime):
        when = datetime.combine(when or date.max, time.max)
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return (0 if article.origin else 1, when, article.text, _label(article))


def _homes(articles: Sequence[Article], first: int) -> dict[str, str]:
    """The origin id of each article on its own: one for each agency or outlet, numbered by content."""
    names: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        names[_label(article).casefold()].append(article)
    ordered = sorted(names.values(), key=lambda each: min((article.text, _label(article)) for article in each))
    return {article.id: f"o{number}" for number, each in enumerate(ordered, first) for article in each}


def _label(article: Article) -> str:
    return article.origin or article.outlet or article.id


def _origins(
    articles: Sequence[Article], home: Mapping[str, str], reuse: Sequence[Reuse], ranks: Mapping[str, object]
) -> tuple[Origin, ...]:
    """The origins in the order of their ids, with the passages that others took from them."""
    found = []
    for origin_id in sorted(set(home.values()), key=lambda each: int(each[1:])):
        own = [article for article in articles if home[article.id] == origin_id]
        taken = [each for each in reuse if each.origin == origin_id]
        carriers = [each.articles[1] for each in taken if each.share >= WHOLE]
        evidence: list[Evidence] = ["manifest" if own[0].origin else "outlet"]
        if taken:
            evidence.append("near-verbatim")
        ids = tuple(dict.fromkeys([article.id for article in sorted(own, key=lambda each: each.text)] + carriers))
        passages = tuple(dict.fromkeys(passage for each in taken for _, passage in each.passages))
        found.append(Origin(origin_id, _label(own[0]), ids, tuple(evidence), passages))
    return tuple(found)


def _sentences(claims: Sequence[Claim]) -> list[Copyable]:
    """The claims by sentence, in lower-case words without quotations, which two reporters may both have heard."""
    found: dict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.statement.article_id, claim.statement.sentence].append(claim)
    return [Copyable(tuple(each), tuple(word for claim in each for word in _plain(claim))) for each in found.values()]


def _plain(claim: Claim) -> list[str]:
    text = claim.skeleton
    for fact in claim.facts:
        if isinstance(fact, Quotation):
            text = text.replace(" ".join(fact.words.split()) or " ", " ")
    return surfaces(text.lower())


def _holders(found: Sequence[Copyable]) -> list[list[int]]:
    """For each four words in a row that several sentences have, their positions."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for i, each in enumerate(found):
        words = each.words
        for shingle in zip(*(words[at:] for at in range(SHINGLE)), strict=False):
            ids = holders.get(shingle)
            if ids is None:
                holders[shingle] = [i]
            elif ids[-1] != i:
                ids.append(i)
    return [ids for ids in holders.values() if len(ids) > 1]


def _copies(found: Sequence[Copyable], holders: Sequence[Sequence[int]]) -> list[tuple[Copyable, Copyable]]:
    """Pairs of statements of two articles that are nearly the same, word for word.

    Candidates share a shingle of four words; a shingle of more than fifty statements tells nothing.
    """
    long = [len(each.words) >= LONG for each in found]
    articles = [each.article for each in found]
    pairs: set[tuple[int, int]] = set()
    for ids in holders:
        ids = [i for i in ids if long[i]]
        if len(ids) <= 50:
            pairs.update((a, b) for a, b in combinations(ids, 2) if articles[a] != articles[b])
    texts = {i: " ".join(found[i].words) for pair in pairs for i in pair}
    return [
        (found[a], found[b])
        for a, b in sorted(pairs)
        if fuzz.ratio(texts[a], texts[b], score_cutoff=VERBATIM) >= VERBATIM
    ]
