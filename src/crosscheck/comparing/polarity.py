"""Affirmed against negated, one of two opposites against the other, up against down."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.display import role_values
from crosscheck.comparing.facets import Compared, Outcome, weigh
from crosscheck.comparing.figures import counted_match, extents_apart, same_head
from crosscheck.comparing.slots import Match, Slot, merged, slots
from crosscheck.lexicon.en.syntax import clause, function_words, is_verb
from crosscheck.lexicon.en.words import Token, canon, canon_class, show, stopwords, word_class
from crosscheck.lexicon.rules import table
from crosscheck.model import Claim, Direction, Fact, Polarity, Quantity, Reason, Relation, Role, Span, Values
from crosscheck.values.intervals import relate

_ALIKE = 0.5  # alignment from which two statements are like enough for a "not" to matter
_ALIKE_WITHIN = 0.8  # the same within one article, whose sentences are all alike
_SAME_HEAD = 0.3  # "the operating margin widened to 13.4 %", "the profit margin narrowed to 13.4 %"


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each canonical word the words that say the opposite."""
    found: dict[str, set[str]] = {}
    for one, two in table("en", "antonyms"):
        found.setdefault(canon(one), set()).add(canon(two))
        found.setdefault(canon(two), set()).add(canon(one))
    return {word: frozenset(others) for word, others in found.items()}


def compare(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Negations and opposites between each two aligned members."""
    pairs = []
    for (left, right), close in sorted(aligned.items()):
        within = members[left].statement.article_id == members[right].statement.article_id
        if close < (_ALIKE_WITHIN if within else _ALIKE) or context.of_two_things(members[left], members[right]):
            continue
        if pair := _contrary(context, members, left, right):
            pairs.append(pair)
    return Outcome(tuple(_compared(context, entries, aligned) for entries in merged(pairs)))


def _compared(context: Context, entries: tuple[Said, ...], aligned: Aligned) -> Compared:
    strength = max(alignment(aligned, a, b) for a in entries for b in entries if a.member < b.member)
    role = role_values(Role(None, entries[0].fact.role.predicate))

    def differ(a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
        no, yes = (a, b) if value_key(a[0]) == "negated" else (b, a)
        changed = value_key(no[0]) == "negated" and may_have_changed(context, no[0].claim, yes[0].claim)
        return ("update" if changed else "conflict"), None

    return weigh(context, "polarity", Slot(entries, strength), role, value_key, value, differ)


def _contrary(context: Context, members: Sequence[Claim], left: int, right: int) -> tuple[Said, Said] | None:
    """What the two members say the contrary of, as two facts."""
    return (
        _negated(context, members, left, right)
        or _negated(context, members, right, left)
        or _opposed(context, members, left, right)
        or _none(context, members, left, right)
        or _none(context, members, right, left)
    )


def _negated(context: Context, members: Sequence[Claim], no: int, yes: int) -> tuple[Said, Said] | None:
    """What one member negates and the other affirms of the same things, as two facts."""
    if not _negates(members[no]):
        return None
    if not context.lowers(members[yes]).isdisjoint(word_class("hypothetical")):
        return None
    words = context.words(members[yes])
    for fact in members[no].facts:
        if not isinstance(fact, Polarity) or fact.role.predicate in canon_class("vague"):
            continue
        if _negates(members[yes]) and not _affirms(context, members[yes], fact):
            continue
        if context.is_added(members[no], members[yes], fact.span) or _is_supposed(context, members[no], fact):
            continue
        for i, word in enumerate(words):
            if word.canon != fact.role.predicate or not is_verb(words, i) or _is_tried(words, i):
                continue
            sides = Said(no, members[no], fact), _said(yes, members[yes], word, "affirmed", "polarity.affirmed")
            if same_things(context, *sides):
                return sides
    return None


def _is_tried(words: Sequence[Token], i: int) -> bool:
    """Whether the verb at this position is no more than tried or wanted: "trying to determine"."""
    return i > 1 and words[i - 1].surface == "to" and words[i - 2].surface.lower() in word_class("trying")


def _affirms(context: Context, claim: Claim, fact: Polarity) -> bool:
    """Whether a statement that negates something affirms what the fact negates, before it comes to that."""
    words = context.words(claim)
    first = min(each.span.start for each in claim.facts if isinstance(each, Polarity))
    at = next((i for i, word in enumerate(words) if word.canon == fact.role.predicate and is_verb(words, i)), None)
    return at is not None and words[at].end <= first


def _none(context: Context, members: Sequence[Claim], no: int, yes: int) -> tuple[Said, Said] | None:
    """A thing of several words of which one member says that there was none ("no tear gas was used") and the other
    tells plainly."""
    if "no" not in context.lowers(members[no]) or _negates(members[yes]):
        return None
    if not context.lowers(members[yes]).isdisjoint(word_class("hypothetical")):
        return None
    words, others = context.words(members[no]), context.words(members[yes])
    if context.of_two_days(members[no], members[yes]):
        return None
    there = [word.canon for word in others]
    for i, word in enumerate(words):
        thing = _thing(words, i + 1) if word.surface.lower() == "no" else []
        canons = [each.canon for each in thing]
        at = next((j for j in range(len(there)) if there[j : j + len(canons)] == canons), None)
        if len(thing) > 1 and at is not None:
            span, found = Span(thing[0].start, thing[-1].end), others[at]
            mine = Polarity(
                Span(word.start, span.end),
                "negated",
                "polarity.none",
                Role(None, " ".join(each.surface for each in thing)),
            )
            theirs = Polarity(
                Span(found.start, others[at + len(thing) - 1].end), "affirmed", "polarity.affirmed", mine.role
            )
            return Said(no, members[no], mine), Said(yes, members[yes], theirs)
    return None


def _thing(words: Sequence[Token], first: int) -> list[Token]:
    """The words of a noun phrase from this position on: up to a word that is common, or a form in -ed."""
    found: list[Token] = []
    for word in words[first:]:
        if (
            word.surface.lower() in stopwords()
            or word.surface.lower() in function_words()
            or not word.surface.islower()
        ):
            break
        if word.surface.endswith("ed") and found:
            break
        found.append(word)
    return [] if found and found[0].surface in word_class("no-idiom") | word_class("no-thing") else found


def _is_supposed(context: Context, claim: Claim, fact: Polarity) -> bool:
    """Whether what is negated is no more than supposed: "would not have closed it if ..."."""
    if "if" not in context.lowers(claim):
        return False
    before = [word.surface.lower() for word in context.words(claim) if word.start <= fact.span.start][-2:]
    return any(word.startswith("would") for word in before)


def _negates(claim: Claim) -> bool:
    return any(isinstance(fact, Polarity) for fact in claim.facts)


def _said(member: int, claim: Claim, word: Token, value: str, rule: str) -> Said:
    """What a word of a member says, as a fact."""
    return Said(member, claim, Polarity(Span(word.start, word.end), value, rule, Role(None, word.canon)))


def same_things(context: Context, a: Said, b: Said) -> bool:
    """Whether the clauses of two facts speak of the same: two words beside the verb, or the one name there is."""
    one, two = _clause_words(context, a), _clause_words(context, b)
    shared, least, most = len(one & two), min(len(one), len(two)), max(len(one), len(two))
    named = {word.canon for word in context.words(a.claim) if word.capitalised} & one & two
    return (shared >= 2 or (shared == least == 1 and bool(named))) and 2 * shared >= least and 3 * shared >= most


def _clause_words(context: Context, said: Said) -> set[str]:
    """The words with content in the fact's clause, without its predicate."""
    words = context.words(said.claim)
    text = context.articles[said.article_id].text
    first, last = clause(text, words, said.fact.span)
    common = stopwords()
    own = {said.fact.role.predicate or ""}
    whole = first < last and (words[first].surface.lower() in word_class("auxiliary") or is_verb(words, first))
    near = {word.canon for word in words[first:last] if word.surface.lower() not in common} - own
    return (not whole and near) or {word.canon for word in words if word.surface.lower() not in common} - own


def _opposed(context: Context, members: Sequence[Claim], left: int, right: int) -> tuple[Said, Said] | None:
    """A word of one member and its opposite in the other, of the same things, where neither has both or negates."""
    if _negates(members[left]) or _negates(members[right]):
        return None
    figures = any(isinstance(fact, Quantity) for i in (left, right) for fact in members[i].facts)
    for word, other in _opposite_words(context.words(members[left]), context.words(members[right])):
        if figures and word.canon in canon_class("of-many"):
            continue
        sides = tuple(
            _said(i, members[i], each, each.canon, "polarity.antonym") for i, each in ((left, word), (right, other))
        )
        if same_things(context, sides[0], sides[1]) and not (
            word.canon in canon_class("of-one-side") and _of_two_sides(context, sides[0], sides[1])
        ):
            return sides[0], sides[1]
    return None


def _of_two_sides(context: Context, a: Said, b: Said) -> bool:
    """Whether a contest is told of its two sides: "Metz won", "our club lost"."""
    one, two = _subject(context, a), _subject(context, b)
    return not one & two


def _subject(context: Context, said: Said) -> set[str]:
    """The words with content before a fact in its clause, else in its statement."""
    words, common = context.words(said.claim), stopwords()
    first, _ = clause(context.articles[said.article_id].text, words, said.fact.span)
    before = [word for word in words if word.end <= said.fact.span.start and word.surface.lower() not in common]
    near = {word.canon for word in before if word.start >= words[first].start}
    return near or {word.canon for word in before}


def _opposite_words(one: Sequence[Token], two: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Words of one statement with an opposite in the other, where neither has both."""
    known = opposites()
    opposed = [word for word in one if word.canon in known]
    if not opposed:
        return
    here, there = {word.canon for word in one}, {word.canon for word in two}
    for word in opposed:
        against = known[word.canon]
        if against & there and word.canon not in there and not against & here:
            other = next(each for each in two if each.canon in against)
            if not _comes_after(other):
                yield word, other


def _comes_after(word: Token) -> bool:
    """Whether a word tells of what follows upon its opposite: what has reopened was closed."""
    return word.surface.lower().startswith("reopen")


def value_key(said: Said) -> Hashable:
    assert isinstance(said.fact, Polarity)
    return said.fact.value


def value(said: Said) -> tuple[Values, str]:
    assert isinstance(said.fact, Polarity)
    predicate = show(said.fact.role.predicate or "")
    no = "no" if said.fact.rule == "polarity.none" else "not"
    words = {"negated": f"{no} {predicate}", "affirmed": predicate}
    return (("value", said.fact.value),), words.get(said.fact.value, show(said.fact.value))


def may_have_changed(context: Context, no: Claim, yes: Claim) -> bool:
    """Whether what has not happened on one day may have happened by the day of the other."""
    before, after = context.day(no), context.day(yes)
    return before is not None and after is not None and before < after and not context.lowers(no).isdisjoint(_SO_FAR)


_SO_FAR = frozenset(("has", "have", "yet", "still"))


def compare_directions(context: Context, members: Sequence[Claim], aligned: Aligned) -> Outcome:
    """Which way one measured thing went, by the thing, its part and its period."""
    said = [
        Said(i, claim, fact) for i, claim in enumerate(members) for fact in claim.facts if isinstance(fact, Direction)
    ]
    found, _ = slots(said, lambda a, b: _same_thing(context, a, b), lambda a, b: _way(a) == _way(b))
    return Outcome(tuple(_went(context, slot) for slot in found))


def _went(context: Context, slot: Slot) -> Compared:
    """One thing's ways as a comparison; it holds where statements are less alike, if they give one figure for it."""
    role = role_values(slot.entries[0].fact.role)
    compared = weigh(context, "direction", slot, role, _way, _way_value, lambda a, b: ("conflict", None))
    changes = [(said, fact) for said in slot.entries for fact in said.claim.facts if _is_change(fact, said)]
    sure = any(
        one.member != two.member and _way(one) != _way(two) and relate(x, y) in ("same", "compatible")
        for n, (one, x) in enumerate(changes)
        for two, y in changes[n + 1 :]
        if isinstance(x, Quantity) and isinstance(y, Quantity)
    )
    return compared._replace(sure=sure)


def _is_change(fact: Fact, said: Said) -> bool:
    """Whether a fact is the size of the change of which a direction tells the way."""
    if not isinstance(fact, Quantity) or fact.role.predicate != "change" or fact.role.counted is None:
        return False
    return counted_match(fact.role.counted, said.fact.role.counted or "?") is not None


def _same_thing(context: Context, a: Said, b: Said) -> Match:
    """How surely two directions are of one thing, in one part and one period."""
    one, two = a.fact.role, b.fact.role
    counted = counted_match(one.counted or "?", two.counted or "!")
    if counted is None and same_head(one.counted, two.counted) and _share_a_figure(a, b):
        counted = _SAME_HEAD
    if counted is None:
        return None
    if _way(a) != _way(b):
        if context.of_two_things(a.claim, b.claim):
            return None
        if one.period != two.period:
            return "different-period"
        if extents_apart(one.extent, two.extent) or (
            one.extent != two.extent and (_both_ways(context, a) or _both_ways(context, b))
        ):
            return "different-extent"
    return 0.6 + 0.3 * counted


def _share_a_figure(a: Said, b: Said) -> bool:
    """Whether the two statements give one figure that is the same to the unit."""
    return any(
        isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit is not None and relate(x, y) == "same"
        for x in a.claim.facts
        for y in b.claim.facts
    )


def _both_ways(context: Context, said: Said) -> bool:
    """Whether the article tells of the thing that it went up and that it went down, of parts or at times."""
    thing = said.fact.role.counted or "?"
    ways = {
        fact.value
        for claim in context.by_article[said.article_id]
        for fact in claim.facts
        if isinstance(fact, Direction) and counted_match(fact.role.counted or "!", thing) is not None
    }
    return len(ways) > 1


def _way(said: Said) -> str:
    assert isinstance(said.fact, Direction)
    return said.fact.value


def _way_value(said: Said) -> tuple[Values, str]:
    return (("value", _way(said)),), {"up": "rose", "down": "fell"}.get(_way(said), _way(said))
