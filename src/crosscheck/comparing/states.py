"""States that rule one another out, said of one thing: "the road stayed open", "the road was blocked".

The words of `contrasts.tsv` need a sentence that is otherwise the same. The phrases of `states.tsv` are plain
enough to be compared between two sentences that only speak of the same thing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.contrasts import word_form
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.names import government
from crosscheck.comparing.slots import Slot, merged
from crosscheck.comparing.wide import Wide
from crosscheck.lexicon.en.syntax import clause, function_words
from crosscheck.lexicon.en.words import Token, stopwords, tokens, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Name, Place, Polarity, Reason, Relation, Role, Span, Values

_BEFORE = 3  # words before a state in which a "not" turns it round
_SURE = 0.75  # alignment from which two statements are held to speak of one thing
_LIKELY = 0.5  # the same where the clauses of the two states have rare words in common
_RARE = 1.2  # how rare these are, added up: 1 is a word that no other statement of the story has
_SOME = 0.8  # the same for statements that are alike
_OVERLAPPING = 20  # states before one that may have words in common with it
_STRENGTH = 0.9
_KNOWN = 0.4  # how rare the noun must be of which two states are said: a sixth of a story's statements have it
_DAYS = 3  # days between two articles that may tell of one thing


class State(NamedTuple):
    """A phrase of the table: its row, its side there (after a "not" the other), the positions of its words."""

    row: int
    side: int
    first: int
    last: int
    negated: bool


def compare(context: Context, members: Sequence[Claim], aligned: Aligned, told: Sequence[Compared]) -> Outcome:
    """Opposite states between each two aligned members, where neither tells of both; `told` is what is found."""
    read = [context.read(claim, states) for claim in members] if aligned else []
    pairs = [
        (_said(context, left, members[left], one), _said(context, right, members[right], two))
        for (left, right), close in sorted(aligned.items())
        if close >= _LIKELY and not _is_told(told, left, right)
        for one, two in _opposed(read[left], read[right])
        if _of_one_thing(context, (members[left], members[right]), (one, two), close)
    ]
    weighed = [_weighed(context, Slot(entries, _strength(entries, aligned))) for entries in merged(pairs)]
    return Outcome(tuple(weighed))


def _weighed(context: Context, slot: Slot) -> Compared:
    """The states of one thing as a comparison, which holds between statements that are less alike."""

    def value(said: Said) -> tuple[Values, str]:
        shown = said.fact.span.of(context.articles[said.article_id].text)
        return (("value", shown.lower()),), " ".join(shown.split())

    role = role_values(Role(None, None))
    compared = weigh(context, "polarity", slot, role, _key, value, lambda a, b: _differ(context, a, b))
    return compared._replace(sure=True)


def over_a_story(context: Context) -> list[Wide]:
    """Opposite states, wherever they stand, in clauses that share rare words or the name of whom they are told."""
    told = [(claim, state) for claim in context.claims for state in context.read(claim, states)]
    both = {(claim.statement.key, state.row, state.side) for claim, state in told}
    kept = _kept(told)
    pairs = []
    rows: dict[int, list[tuple[Claim, State]]] = {}
    for claim, state in told:
        rows.setdefault(state.row, []).append((claim, state))
    for left, right in (pair for row in rows.values() for pair in combinations(row, 2)):
        (one, a), (two, b) = left, right
        if a.side == b.side or one.statement.article_id == two.statement.article_id:
            continue
        if any((claim.statement.key, state.row, 1 - state.side) in both for claim, state in (left, right)):
            continue
        once = all((claim.statement.article_id, state.row) in kept for claim, state in (left, right))
        plain = not (a.negated or b.negated) and _plainly_of_one(context, (one, two), (a, b))
        if plain or (once and _of_the_story(context, (one, two), (a, b))):
            pairs.append((_said(context, 0, one, a), _said(context, 0, two, b)))
    return [
        Wide(tuple((said.claim, said.fact) for said in entries), lambda each: _weighed(context, Slot(each, _STRENGTH)))
        for entries in _together(pairs)
    ]


def _kept(told: Sequence[tuple[Claim, State]]) -> set[tuple[str, int]]:
    """The articles that keep to one side of a row, each with the row."""
    sides: dict[tuple[str, int], set[int]] = {}
    for claim, state in told:
        sides.setdefault((claim.statement.article_id, state.row), set()).add(state.side)
    return {each for each, found in sides.items() if len(found) == 1}


def _of_the_story(context: Context, claims: tuple[Claim, Claim], pair: tuple[State, State]) -> bool:
    """Whether two states are of what the story has one of: by their row, or since one thing by its noun is in both."""
    if not context.of_one_time(*claims, _DAYS) or _goes_on(context, claims, pair) or context.of_two_things(*claims):
        return False
    if any(_is_open(context.words(claim), state) for claim, state in zip(claims, pair, strict=True)):
        return False
    if "of-story" in _rows()[pair[0].row][0]:
        return True
    one, two = (_subject(context, claim, state) for claim, state in zip(claims, pair, strict=True))
    if one is None or two is None or one[0] != two[0] or (one[1] and two[1] and not one[1] & two[1]):
        return False
    return context.rarity((one[0],)) >= _KNOWN


def _subject(context: Context, claim: Claim, state: State) -> tuple[str, set[str]] | None:
    """The noun of which a state is said, just before it, and the words of names that tell which one it is."""
    words, between = context.words(claim), word_class("auxiliary") | word_class("degree") | word_class("staying")
    at = state.first - 1
    while at >= 0 and (words[at].surface.lower() in between or _turns(words[at])):
        at -= 1
    being = word_class("being") | word_class("staying")
    if state.last - state.first < 2 and being.isdisjoint(word.surface.lower() for word in words[at + 1 : state.first]):
        return None  # "the fire damaged a barn" tells no state of the fire
    noun = words[at]
    if at < 1 or not noun.surface.islower() or noun.surface in stopwords() or noun.surface in function_words():
        return None
    if noun.surface.endswith("s") and not noun.surface.endswith("ss"):
        return None
    near, start = words[max(0, at - _BEFORE) : at + 1], claim.statement.hull.start
    return noun.canon, {word.canon for word in near if word.capitalised and word.start > start}


def _together(pairs: Sequence[tuple[Said, Said]]) -> list[list[Said]]:
    """Pairs that share a statement, as one."""
    found: list[dict[tuple[str, int, int], Said]] = []
    for pair in pairs:
        mine = {said.claim.statement.key: said for said in pair}
        for each in [each for each in found if each.keys() & mine.keys()]:
            found.remove(each)
            mine = {**mine, **each}
        found.append(mine)
    return [list(each.values()) for each in found]


def _plainly_of_one(context: Context, claims: tuple[Claim, Claim], pair: tuple[State, State]) -> bool:
    """Whether the clauses of two states are of one thing, whatever else their statements tell."""
    if _goes_on(context, claims, pair) or context.of_two_things(*claims):
        return False
    if any(_is_open(context.words(claim), state) for claim, state in zip(claims, pair, strict=True)):
        return False
    one, two = (_things(context, claim, state, whole=False) for claim, state in zip(claims, pair, strict=True))
    if context.rarity(one & two) >= _RARE:
        return True
    return "of-one" in _rows()[pair[0].row][0] and bool(
        _named(context, claims[0], one) & _named(context, claims[1], two)
    )


def _named(context: Context, claim: Claim, things: set[str]) -> set[str]:
    """The surnames among the words of a clause: the last words of names that are no places."""
    places = [fact.span for fact in claim.facts if isinstance(fact, Place)]
    return {
        word.canon
        for fact in claim.facts
        if isinstance(fact, Name) and not any(fact.span.overlaps(span) for span in places)
        for word in tokens(fact.name)[-1:]
        if word.canon in things and government(fact.name) is None
    }


def _is_told(told: Sequence[Compared], left: int, right: int) -> bool:
    """Whether two members are set against each other already by what one affirms and the other negates."""
    return any(
        each.comparison.facet in ("polarity", "direction")
        and each.comparison.relation == "conflict"
        and {left, right} <= {*each.members}
        for each in told
    )


def _strength(entries: Sequence[Said], aligned: Aligned) -> float:
    close = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)
    return round(_STRENGTH * close, 4)


def _opposed(one: Sequence[State], two: Sequence[State]) -> Iterator[tuple[State, State]]:
    """States on the two sides of a row of which neither statement tells both; not both by a "not"."""
    for a in one:
        for b in two:
            if a.row != b.row or a.side == b.side or (a.negated and b.negated):
                continue
            if not any(s.row == a.row and s.side == b.side for s in one) and not any(
                s.row == a.row and s.side == a.side for s in two
            ):
                yield a, b


def _of_one_thing(context: Context, claims: tuple[Claim, Claim], pair: tuple[State, State], close: float) -> bool:
    """Whether two states are said of one thing, at one time: their statements or clauses share rare words."""
    if _goes_on(context, claims, pair):
        return False
    if context.of_two_things(*claims):
        return False
    words = [context.words(claim) for claim in claims]
    if any(_is_open(words[i], state) for i, state in enumerate(pair)):
        return False
    near = [_things(context, claim, state, whole=False) for claim, state in zip(claims, pair, strict=True)]
    far = [_things(context, claim, state, whole=True) for claim, state in zip(claims, pair, strict=True)]
    shared = far[0] & far[1]
    if close < _SURE:
        names = {word.canon for word in words[0] if word.capitalised} & shared
        return context.rarity(near[0] & near[1]) >= _RARE or context.rarity(names) >= _RARE
    return context.rarity(shared) >= (_SOME if near[0] & near[1] else _RARE)


def _goes_on(context: Context, claims: tuple[Claim, Claim], pair: tuple[State, State]) -> bool:
    """Whether what one statement tells is what follows, on a later day, upon what the other tells: "has reopened"."""
    days = [context.day(claim) for claim in claims]
    if "onward" not in _rows()[pair[0].row][0] or None in days:
        return False
    one, two = sorted(zip(days, (state.side for state in pair), strict=True), key=str)
    return one[0] != two[0] and one[1] < two[1]


def _is_open(words: Sequence[Token], state: State) -> bool:
    """Whether a state is only thought of: "could be reopened", "if it is closed"."""
    before = words[max(0, state.first - _BEFORE) : state.first]
    return any(word.surface.lower() in word_class("hypothetical") for word in before)


def _things(context: Context, claim: Claim, state: State, *, whole: bool) -> set[str]:
    """The words with content beside a state, in its clause or in the whole statement."""
    words = context.words(claim)
    first, last = 0, len(words)
    if not whole:
        text = context.articles[claim.statement.article_id].text
        first, last = clause(text, words, Span(words[state.first].start, words[state.last - 1].end))
    common = stopwords()
    return {
        word.canon
        for i, word in enumerate(words[first:last], first)
        if not state.first <= i < state.last and word.surface.lower() not in common
    }


def _said(context: Context, member: int, claim: Claim, state: State) -> Said:
    words = context.words(claim)
    before = range(max(0, state.first - _BEFORE), state.first) if state.negated else ()
    first = next((i for i in before if _turns(words[i])), state.first)
    span = Span(words[first].start, words[state.last - 1].end)
    value = f"{state.row}.{state.side}"
    return Said(member, claim, Polarity(span, value, "polarity.state", Role(None, words[state.last - 1].canon)))


def _key(said: Said) -> Hashable:
    assert isinstance(said.fact, Polarity)
    return said.fact.value


def _differ(context: Context, a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    one, two = str(_key(a[0])).split("."), str(_key(b[0])).split(".")
    if one[0] != two[0]:
        return "compatible", None
    days = {context.day(said.claim) for said in (*a, *b)}
    return ("update" if "either" in _rows()[int(one[0])][0] and len(days - {None}) > 1 else "conflict"), None


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(table("en", "states"))


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], int, int]]]:
    """For each first word the phrases that begin with it, each with its row and side; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for row, (_, pair) in enumerate(_rows()):
        for side, phrases in enumerate(pair.split("|")):
            for phrase in phrases.strip().split(", "):
                forms = tuple(word_form(word) for word in phrase.split())
                found.setdefault(forms[0], []).append((forms, row, side))
    for each in found.values():
        each.sort(key=lambda entry: (-len(entry[0]), entry[1:]))
    return found


def states(words: Sequence[Token]) -> list[State]:
    """The states that a statement's words tell of.

    >>> from crosscheck.lexicon.en.words import tokens
    >>> told = [states(tokens(text)) for text in ("The bridge was not closed.", "The bridge stayed open.")]
    >>> any(one.row == two.row and one.side == two.side for one in told[0] for two in told[1])
    True
    """
    forms = [word_form(word.surface) for word in words]
    known = _phrases()
    found: list[State] = []
    for i in [i for i, form in enumerate(forms) if form in known]:
        following = forms[i + 1] if i + 1 < len(forms) else None
        for phrase, row, side in known[forms[i]]:
            if len(phrase) > 1 and phrase[1] != following:
                continue  # most of them, so the rest of the words is not looked at
            last = i + len(phrase)
            if tuple(forms[i:last]) == phrase and not any(s.row == row and i < s.last for s in found[-_OVERLAPPING:]):
                negated = any(_turns(word) for word in words[max(0, i - _BEFORE) : i])
                found.append(State(row, side ^ negated, i, last, negated))
    return found


def _turns(word: Token) -> bool:
    lower = word.surface.lower()
    return lower in word_class("plain-negator") or lower.endswith(("n't", "n’t"))
