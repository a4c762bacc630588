"""Two figures beside one another: whether they meet, and how alike their roles are."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.comparing.context import Said
from crosscheck.lexicon.en.words import canon, canon_class, word_class
from crosscheck.model import Quantity
from crosscheck.values.intervals import contains, relate

FAR_OVER = 2  # times a bound, from which on a figure is another figure
_LONG = 3  # digits that are not noughts, from which on a figure is hardly given for two things; with a unit one fewer
_ROUNDED = Fraction(1, 20)  # how far off a round figure may be in a copied sentence, as a share of it


def figure(said: Said) -> Quantity:
    assert isinstance(said.fact, Quantity)
    return said.fact


def predicate(fact: Quantity) -> str:
    """The predicate in the form in which words are compared; empty where there is none."""
    return canon(fact.role.predicate or "")


def meets(a: Said, b: Said) -> bool:
    """Whether both figures may hold."""
    return relate(figure(a), figure(b)) in ("same", "compatible")


def is_edited(one: Quantity, two: Quantity) -> bool:
    """Whether of two plain figures for one thing neither is the other rounded: 141 and 150, over 78 and over 80.

    Who copies a sentence rounds a figure or keeps it; and a bound is rounded the one way in which it still holds.
    """
    if one.approximate or two.approximate or one.vague or two.vague or one.unit != two.unit:
        return False
    coarse, fine = (one, two) if one.precision >= two.precision else (two, one)
    rough, exact = coarse.interval, fine.interval
    if (rough.low is None) != (exact.low is None) or (rough.high is None) != (exact.high is None):
        return False
    if rough.low is None or exact.low is None:
        return not _is_over(rough.high, exact.high, coarse.precision)
    if rough.high is None or exact.high is None:
        return not _is_over(exact.low, rough.low, coarse.precision)
    if rough.is_point != exact.is_point and (contains(rough, exact) or contains(exact, rough)):
        return False  # 80, and 65 to 80
    off = max(abs(rough.low - exact.low), abs(rough.high - exact.high))
    return 2 * off >= coarse.precision or off > abs(rough.high) * _ROUNDED


def is_telling(fact: Quantity) -> bool:
    """Whether a figure is so long that it is hardly given for two things."""
    low = fact.interval.low
    if low is None or not fact.interval.is_point or fact.vague:
        return False
    digits = str(low.numerator).rstrip("0")
    return len(digits) >= (_LONG - 1 if fact.unit is not None else _LONG)


def is_far_over(one: Quantity, two: Quantity) -> bool:
    """Whether one is "at least" so many, and the other more than twice that: who knew 287 would not write "over 100".

    Over 34 stories every such pair was a difference, and every agreement of a bound with a figure lay below 1.7.
    """
    for bound, plain in ((one, two), (two, one)):
        low = bound.interval.low
        if bound.vague or plain.vague or low is None or low <= 0 or bound.interval.high is not None:
            continue
        if plain.interval.low is not None and plain.interval.high is not None and plain.interval.low > FAR_OVER * low:
            return True
    return False


def _is_over(one: Fraction | None, two: Fraction | None, precision: Fraction) -> bool:
    """Whether one end is the other, or less than a printed place over it."""
    return one is not None and two is not None and 0 <= one - two < precision


def role_match(one: Quantity, two: Quantity) -> float | None:
    """0.5 to 0.7 where what is counted and the predicate are known and agree; `None` where not."""
    if one.role.counted is None or two.role.counted is None:
        return None
    counted = counted_match(one.role.counted, two.role.counted)
    if counted is None or one.role.predicate is None or two.role.predicate is None:
        return None
    return 0.5 + 0.2 * counted if predicate(one) == predicate(two) else None


def counted_match(one: str, two: str) -> float | None:
    """1 for the same words, less for a modifier that only one has; `None` for another thing.

    >>> counted_match("rail bridges", "bridge"), counted_match("rail bridge", "road bridge")
    (0.5, None)
    """
    *left, head = map(canon, one.split())
    *right, other = map(canon, two.split())
    a, b = set(left), set(right)
    if head != other or (a and b and not (a <= b or b <= a)):
        return None
    return 1.0 if a == b else 0.5


def same_head(one: str | None, two: str | None) -> bool:
    """Whether both are known and their nouns are one."""
    return one is not None and two is not None and canon(one.split()[-1]) == canon(two.split()[-1])


def of_other_states(one: Quantity, two: Quantity) -> bool:
    """Whether two figures count those in two states of which nobody takes the one for the other: injured, arrested."""
    states = canon_class("developing")
    return predicate(one) != predicate(two) and predicate(one) in states and predicate(two) in states


def part_over_whole(one: Quantity, two: Quantity) -> bool:
    """Whether more of a kind of people are counted in a state than there are people in it: 17 passengers of 14."""
    if predicate(one) != predicate(two) or predicate(one) not in canon_class("developing"):
        return False
    for kind, all_ in ((one, two), (two, one)):
        head = (kind.role.counted or "").rpartition(" ")[2]
        if all_.role.counted == "person" and head in word_class("kind-of-person"):
            low, high = kind.interval.low, all_.interval.high
            return low is not None and high is not None and low > high
    return False


def extents_apart(one: str | None, two: str | None) -> bool:
    """Whether two named parts share no word."""
    return one is not None and two is not None and not {canon(w) for w in one.split()} & {canon(w) for w in two.split()}
