"""Whether two figures play one role: the same thing counted, in the same predicate."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.comparing.apart import apart, bounds_apart
from crosscheck.comparing.context import Aligned, Context, Said, alignment
from crosscheck.comparing.figures import (
    counted_match,
    figure,
    is_telling,
    meets,
    of_other_states,
    part_over_whole,
    predicate,
    role_match,
    same_head,
)
from crosscheck.comparing.slots import Match, same_slot
from crosscheck.lexicon.en.words import canon_class, word_class
from crosscheck.model import Quantity
from crosscheck.values.intervals import relate

_IN_PLACE = 0.95  # strength where the words around both are the same
_SAME_SLOT = 0.75
_HALF_SLOT = 0.5
_VERBATIM = 0.9
_SAME_WORDS = 0.8
_ALIKE = 0.7
FAR_LARGER = 1000  # times another figure, from which on two are not taken for one count, unless one stands in its place
LARGER = 30  # the same for figures that do not develop: the births of a country and of a town
_OTHER_VERB = 0.45  # strength where one verb stands for another
# predicates of our own that say which count is meant, as the words of the class "defining" do
_KIND_OF = 0.62  # strength where one is a kind of the other, and where both are the one measure of their statements
# sorts of measures of which a statement seldom gives two
_MEASURED = frozenset({"percentage-points", "length", "area", "mass", "volume", "speed", "temperature", "power"})
_LABELS = frozenset({"capacity", "change", "level", "aged", "in all"})


def match(context: Context, aligned: Aligned, a: Said, b: Said) -> Match:
    """How surely two figures play the same role, 0 to 1; or why they are not compared."""
    related = relate(figure(a), figure(b))
    if related == "unit":
        return None
    if context.in_place(a, b) and not _other_counts(figure(a), figure(b)):
        return "currency" if related == "currency" else bounds_apart(context, a, b) or _IN_PLACE
    if "rank" in (figure(a).sort, figure(b).sort):
        return None  # the first of what is only plain where the words around are the same
    if (others := _sets_apart(context, a)) != _sets_apart(context, b):
        # "five other workers" are not the five of whom was spoken; "eight other wards" may be the nine less one
        return None if _is_one_more(*((b, a) if others else (a, b))) else "different-thing"
    if of_another_size(figure(a), figure(b)) or _of_several_ages(a, b):
        return None
    slot = same_slot(context, a, b)
    only = _only_one(a) and _only_one(b)
    meeting = related in ("same", "compatible")
    lone = figure(a).sort in _MEASURED and all(map(_only_measure, (a, b)))
    strength = _strength(figure(a), figure(b), alignment(aligned, a, b), slot, meeting, only, lone)
    if strength is None or related == "currency":
        return None if strength is None else "currency"
    if a.article_id == b.article_id and not meets(a, b) and not _of_one_thing(context, aligned, a, b):
        return None
    return apart(context, a, b) or round(min(1.0, strength + 0.3 * slot), 4)


def _sets_apart(context: Context, said: Said) -> bool:
    """Whether the figure counts others than those of whom was spoken: "five other workers", "three more"."""
    end, others = said.fact.span.end, word_class("others")
    if context.lowers(said.claim).isdisjoint(others):
        return False
    following = next((word for word in context.words(said.claim) if word.start >= end), None)
    return following is not None and following.surface.lower() in others


def _of_several_ages(a: Said, b: Said) -> bool:
    """Whether ages that differ stand beside other ages: a man of 36, and a man of 41 and a woman of 23."""
    if figure(a).sort != "age" or meets(a, b):
        return False
    return any(
        isinstance(fact, Quantity) and fact.sort == "age" and fact is not said.fact
        for said in (a, b)
        for fact in said.claim.facts
    )


def _is_one_more(all_: Said, others: Said) -> bool:
    """Whether a figure is that of the others and one."""
    whole, rest = figure(all_).interval, figure(others).interval
    return whole.is_point and rest.low is not None and rest.is_point and whole.low == rest.low + 1


def of_another_size(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are so far apart that they can hardly be two counts of one thing.

    A desk drops a digit, or writes thousand for million where all else is the same; a crowd is not its victims.
    """
    ends = [(_end(each.interval.low), _end(each.interval.high)) for each in (one, two)]
    (low, high), (other_low, other_high) = ((a or b, b or a) for a, b in ends)
    far = FAR_LARGER if predicate(one) in canon_class("developing") else LARGER
    return (high > 0 and other_low >= far * high) or (other_high > 0 and low >= far * other_high)


def _end(value: Fraction | None) -> Fraction | int:
    """An end of a figure, 0 where it has none; a whole number as such, since those are compared ten times as fast."""
    if value is None:
        return 0
    return value.numerator if value.denominator == 1 else value


def _only_one(said: Said) -> bool:
    """Whether its statement counts the like only once: not "two goals at home, three away"."""
    mine = figure(said)
    return not any(
        isinstance(fact, Quantity)
        and fact is not mine
        and same_head(fact.role.counted, mine.role.counted)
        and relate(fact, mine) == "apart"
        for fact in said.claim.facts
    )


def _only_measure(said: Said) -> bool:
    """Whether its statement gives no other figure of its sort."""
    return not any(
        isinstance(fact, Quantity) and fact is not said.fact and fact.sort == figure(said).sort
        for fact in said.claim.facts
    )


def _strength(
    one: Quantity, two: Quantity, close: float, slot: float, meeting: bool, only: bool, lone: bool
) -> float | None:
    """How alike two roles are; another verb, or none, will do where the statements or the figures are alike."""
    strength = role_match(one, two)
    if strength is not None:
        return strength
    if of_other_states(one, two):
        return None
    if close and part_over_whole(one, two):
        return _KIND_OF
    if close >= _ALIKE and one.sort == two.sort and lone and predicate(one) == predicate(two):
        return _KIND_OF
    if close and meeting and same_head(one.role.counted, two.role.counted):
        return _OTHER_VERB  # "5,000 have joined", "5,000 are fighting"
    if close and is_telling(one) and relate(one, two) == "same":
        return _OTHER_VERB  # nobody gives £84,000 twice
    if close >= _ALIKE and slot >= _HALF_SLOT and _same_count(one, two) and only:
        return _OTHER_VERB  # "5,000 from Russia have joined", "8,000 from Russia are fighting"
    if close >= _VERBATIM and slot >= _SAME_SLOT and not _roles_differ(one, two):
        return 0.6 * slot
    return None


def _same_count(one: Quantity, two: Quantity) -> bool:
    """Whether the same is counted, and neither predicate is one that makes a count another count."""
    if one.role.counted is None or two.role.counted is None:
        return False
    return counted_match(one.role.counted, two.role.counted) is not None and not (_defines(one) or _defines(two))


def _defines(fact: Quantity) -> bool:
    """Whether the predicate says which count is meant: the killed are not the injured. None leaves it open."""
    form = predicate(fact)
    known = canon_class("developing") | canon_class("defining")
    return not form or fact.role.predicate in _LABELS or form in known


def _other_counts(one: Quantity, two: Quantity) -> bool:
    """Whether each is a count of its own: of other things, or of people in another state."""
    a, b = one.role, two.role
    if a.counted and b.counted and not same_head(a.counted, b.counted):
        return True
    return predicate(one) != predicate(two) and _defines(one) and _defines(two) and bool(a.predicate and b.predicate)


def _roles_differ(one: Quantity, two: Quantity) -> bool:
    """Whether both say what is counted, or in which predicate, and it is not the same."""
    a, b = one.role, two.role
    if a.counted and b.counted and not same_head(a.counted, b.counted):
        return True
    return bool(a.predicate and b.predicate) and predicate(one) != predicate(two)


def _of_one_thing(context: Context, aligned: Aligned, a: Said, b: Said) -> bool:
    """Whether two sentences of one article surely speak of one thing: a heading and its text, or the same words.

    Two sentences that begin with "he" may be about two men.
    """
    if any(said.claim.statement.placement != "body" for said in (a, b)):
        return True
    first = [context.words(said.claim)[0].surface.lower() for said in (a, b)]
    return alignment(aligned, a, b) >= _SAME_WORDS and not any(word in word_class("pronoun") for word in first)
