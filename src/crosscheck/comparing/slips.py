"""One person's or place's name told in two ways, wherever in a story it stands.

"Mayor Ana Rossi" in one paper and "the mayor, Anna Russo" in another differ, however little else the two
sentences have in common: the half of the name that both give, the post or the age hold them together. So names
are compared over the whole story, and not only within groups. Names of which some article gives both are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, weigh
from crosscheck.comparing.names import government, is_variant
from crosscheck.comparing.slots import Slot
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import function_words
from crosscheck.lexicon.en.words import canon, concept_kind, fold, surfaces, tokens, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Interval, Name, Place, Quantity, Reason, Relation, Role, Values

_SLIP = 67  # rapidfuzz ratio of two words from which one may be a slip of the other
_NEAR = 50  # the same where the two share a post or an age
_SHORTEST = 4  # letters of a name of which one may be a slip
_SHORT = 3  # letters that a short form has in common with the name
_BEFORE = 5  # words before a name that may tell a post: "the city's public safety director"
_AFTER = 7  # the same after it and a comma: ", director general of the disaster office"
_REACH = 80  # characters in which they stand
_STRENGTH = 0.9

Words = tuple[str, ...]


class Mention(NamedTuple):
    """A name in a statement."""

    claim: Claim
    fact: Name


Mentions = dict[Words, dict[str, list[Mention]]]  # by the name's words and the article


def compare(context: Context) -> list[Wide]:
    """The names that articles of a story give in two ways."""
    found = _mentions(context)
    known = _known(context)
    links = [pair for pair in _candidates(found) if _is_slip(context, found, known, *pair)]
    return [*(_wide(context, found, names, links) for names in _joined(links)), *_within(context, found)]


def _within(context: Context, found: Mentions) -> Iterator[Wide]:
    """Names that an article spells in two ways, a letter apart: "Karen Olson", and later "Olsen"."""
    by_article: dict[str, list[Words]] = {}
    for words in sorted(found):
        for article in found[words]:
            by_article.setdefault(article, []).append(words)
    for article, names in by_article.items():
        for one, two in _misspelt(names):
            first, second = found[one][article][0], found[two][article][0]
            of_a_place = len(one) != len(two) and any(_is_place(each) for each in (first, second))
            if first.claim is not second.claim and not of_a_place:
                mentions = {one: {article: [first]}, two: {article: [second]}}
                yield _wide(context, mentions, [one, two], [(one, two)])


def _misspelt(names: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """The names of an article that are one, of which a letter differs: both in full, or one by its surname alone."""
    full = [words for words in names if len(words) > 1]
    parts = {part for words in full for part in words}
    surnames: dict[str, list[Words]] = {}
    others: dict[tuple[int, Words], list[Words]] = {}
    for words in full:
        surnames.setdefault(words[-1][0], []).append(words)
        for i in range(len(words)):
            others.setdefault((i, words[:i] + words[i + 1 :]), []).append(words)
    for (i, _), alike in others.items():
        for one, two in combinations(alike, 2):
            if len(one[i]) == len(two[i]) and _is_a_letter_apart(one[i], two[i]):
                yield one, two
    for words in names:
        if len(words) == 1 and words[0] not in parts:
            for other in surnames.get(words[0][0], ()):
                if _is_a_letter_apart(words[0], other[-1]):
                    yield words, other


def _is_place(mention: Mention) -> bool:
    span = mention.fact.span
    return any(isinstance(fact, Place) and fact.span.overlaps(span) for fact in mention.claim.facts)


def _is_a_letter_apart(one: str, two: str) -> bool:
    """Whether two words differ in one letter; no plural, no people of a land, and no two spellings of one name."""
    short, long = sorted((one, two), key=len)
    if len(short) < _SHORTEST or long in (f"{short}s", f"{short}n") or is_variant(one, two):
        return False
    return Levenshtein.distance(one, two, score_cutoff=1) == 1


def _mentions(context: Context) -> Mentions:
    """The names of the running text by their words, without titles and initials."""
    found: Mentions = {}
    for claim in context.claims:
        if claim.statement.placement == "headline":
            continue
        for fact in claim.facts:
            if isinstance(fact, Name) and (words := _core(fact.name)):
                found.setdefault(words, {}).setdefault(claim.statement.article_id, []).append(Mention(claim, fact))
    return found


def _known(context: Context) -> dict[str, set[str]]:
    """The words of all names by article."""
    return {
        article_id: {
            fold(part)
            for claim in claims
            for fact in claim.facts
            if isinstance(fact, Name)
            for part in fact.name.split()
        }
        for article_id, claims in context.by_article.items()
    }


@cache
def _core(name: str) -> Words:
    """The words of a name after its titles, without initials.

    >>> _core("Health Minister Angela B. Merkel"), _core("President")
    (('angela', 'merkel'), ('president',))
    """
    words = [token.surface for token in tokens(name)]
    last = max((i for i, word in enumerate(words[:-1]) if word.lower().strip(".") in _titles()), default=-1)
    return tuple(fold(word) for word in words[last + 1 :] if len(word) > 1)


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in table("en", "titles")) | word_class("honorific") | word_class("post")


def _posts(context: Context, claim: Claim, name: Name) -> frozenset[str]:
    """The posts told of a name: by its titles, the words before it, and those after a comma."""
    text, hull = context.articles[claim.statement.article_id].text, claim.statement.hull
    before = surfaces(text, max(hull.start, name.span.start - _REACH), name.span.start)[-_BEFORE:]
    after: list[str] = []
    if text[name.span.end : name.span.end + 1] == ",":
        stop = min(hull.end, name.span.end + _REACH)
        comma = text.find(",", name.span.end + 1, stop)
        after = surfaces(text, name.span.end, stop if comma < 0 else comma)[:_AFTER]
    own = surfaces(name.name)[:-1]
    words = [word.lower() for word in (*before, *own, *after)] + (name.title or "").lower().split()
    posts = {post for post in map(_told, words) if post is not None}
    apposed = " ".join(before[-2:]) if text[: name.span.start].endswith(" ") else ""
    if len(before) > 1 and apposed.islower() and function_words().isdisjoint(apposed.split()):
        posts.add(apposed)  # "harbour master" is a post that no list has
    return frozenset(posts)


@cache
def _told(word: str) -> str | None:
    """The post that a word tells, if it tells one."""
    post = _post(word.strip("."))
    return post if post in _posts_known() else None


@cache
def _post(word: str) -> str:
    """A word in the form in which posts are compared."""
    full = dict(pair.split("=") for pair in word_class("short-post"))
    return canon(full.get(word, word))


@cache
def _posts_known() -> frozenset[str]:
    """The posts that tell one person from another, in the form in which words are compared."""
    plain = word_class("not-post")
    return frozenset(_post(word) for word in (_titles() | word_class("office")) - plain)


def _age(claim: Claim, name: Name) -> Interval | None:
    """The age that stands behind a name."""
    for fact in claim.facts:
        if (
            isinstance(fact, Quantity)
            and fact.role.predicate == "aged"
            and 0 < fact.span.start - name.span.end <= _SHORT
        ):
            return fact.interval
    return None


def _candidates(found: Mentions) -> Iterable[tuple[Words, Words]]:
    """Pairs of names that share their first or last word, or of which one is a lone word like the other's last."""
    under: dict[str, dict[Words, None]] = {}
    initials: dict[str, list[Words]] = {}
    for words in sorted(found):
        initials.setdefault(words[-1][0], []).append(words)
        if len(words) > 1:
            under.setdefault(f"{words[0]} ", {})[words] = None
            under.setdefault(f" {words[-1]}", {})[words] = None
    pairs = {pair: None for names in under.values() for pair in combinations(names, 2)}
    for names in initials.values():
        pairs.update({pair: None for pair in combinations(names, 2) if len(pair[0]) == 1 or len(pair[1]) == 1})
    return pairs


def _all(found: Mentions, words: Words) -> list[Mention]:
    return [mention for mentions in found[words].values() for mention in mentions]


def _is_slip(context: Context, found: Mentions, known: dict[str, set[str]], a: Words, b: Words) -> bool:
    """Whether two names are one in two versions: alike, or of one post or age, and never both in one article."""
    if set(a) <= set(b) or set(b) <= set(a) or is_variant("".join(a), "".join(b)):
        return False
    one, two = a[-1], b[-1]
    if one == two:
        one, two = a[-2], b[-2]
        if set(a[:-1]) & set(b[:-1]) or "n" in (concept_kind(canon(one)), concept_kind(canon(two))):
            return False  # "Ship Corvo" is what the Corvo is
    alike, lone = fuzz.ratio(one, two), min(len(a), len(b)) == 1
    if lone and alike < _SLIP:
        return False
    if _is_form(one, two) or _are_two(found, known, a, b) or government(one) or government(two):
        return False
    if lone:
        return _share_a_post(context, found, a, b)
    if alike >= _SLIP or (alike >= _NEAR and (_share_an_age(found, a, b) or _begin_alike(one, two))):
        return True
    return not word_class("body") & {*a, *b} and _share_a_post(context, found, a, b)


def _begin_alike(one: str, two: str) -> bool:
    """Whether two words begin alike ("Hagedorn", "Hagemann") or are made of the same letters ("Imran", "Amrin")."""
    return one[:_SHORT] == two[:_SHORT] or (one[-1] == two[-1] and sorted(one) == sorted(two))


def _are_two(found: Mentions, known: dict[str, set[str]], a: Words, b: Words) -> bool:
    """Whether some article gives both names: in full, or where they end differently, by their last words."""
    if found[a].keys() & found[b].keys():
        return True
    return a[-1] != b[-1] and any(a[-1] in words and b[-1] in words for words in known.values())


def _is_form(one: str, two: str) -> bool:
    """Whether two words are one name: in another transliteration, cut short, an initial, a pet name."""
    if is_variant(one, two) or one.startswith(two) or two.startswith(one):
        return True
    if one[:_SHORT] == two[:_SHORT] and abs(len(one) - len(two)) >= _SHORT:
        return True
    return bool(({one} | _pets().get(one, frozenset())) & ({two} | _pets().get(two, frozenset())))


@cache
def _pets() -> dict[str, frozenset[str]]:
    """For each short form the names that it may stand for."""
    found: dict[str, set[str]] = {}
    for name, forms in table("en", "nicknames"):
        for form in forms.split():
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def _share_a_post(context: Context, found: Mentions, a: Words, b: Words) -> bool:
    one, two = (
        {post for mention in _all(found, words) for post in _posts(context, mention.claim, mention.fact)}
        for words in (a, b)
    )
    return bool(one & two)


def _share_an_age(found: Mentions, a: Words, b: Words) -> bool:
    one, two = ({_age(mention.claim, mention.fact) for mention in _all(found, words)} for words in (a, b))
    return bool((one & two) - {None})


def _joined(links: Sequence[tuple[Words, Words]]) -> list[list[Words]]:
    """The names that links hold together, each once."""
    found: list[set[Words]] = []
    for link in links:
        touching = [each for each in found if each & set(link)]
        found = [each for each in found if each not in touching] + [set(link).union(*touching)]
    return sorted(sorted(each) for each in found)


def _wide(context: Context, found: Mentions, names: list[Words], links: Sequence[tuple[Words, Words]]) -> Wide:
    """The first mention of each name in each article, as versions of one name."""
    first = [mentions[0] for words in names for mentions in found[words].values()]
    apart = {frozenset(link) for link in links}

    def relation(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        return ("conflict" if frozenset((_words(a[0]), _words(b[0]))) in apart else "compatible"), None

    def weighed(entries: tuple[Said, ...]) -> Compared:
        return weigh(context, "name", Slot(entries, _STRENGTH), role_values(Role("name")), _words, _value, relation)

    return Wide(tuple((mention.claim, mention.fact) for mention in first), weighed)


def _words(said: Said) -> Words:
    assert isinstance(said.fact, Name)
    return _core(said.fact.name)


def _value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Name)
    return (("name", said.fact.name), ("title", said.fact.title)), said.fact.name
