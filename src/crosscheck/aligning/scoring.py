"""How surely two claims say the same thing: a sum of named terms, squeezed to 0..1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, fsum, log

from rapidfuzz.distance import LCSseq

from crosscheck.aligning.views import CLOCK, View
from crosscheck.model import Quantity, Term
from crosscheck.values.intervals import relate

# learned by `python -m evaluation.weights FOLDER...` (logistic regression), version 4; see docs/evaluation.md
WEIGHTS: dict[str, float] = {
    "base": -3.7,
    "weight": 1.8,
    "once": 3.0,
    "among-few": 3.0,
    "far-apart": -3.2,
    "in-order": 4.0,
    "nearest": 1.1,
    "nearest-there": 1.6,
    "shared-roles": 1.7,
    "same-figures": 6.5,
    "rare-figures": 7.7,
    "near-figures": 4.2,
    "same-clock": 4.7,
    "shared-quote": 2.5,
    "other-quote": -0.5,
    "other-period": -2.0,
    "other-time": -1.1,
}

OTHER_WORDS = 0.25  # share of common words below which two quotations are two utterances
SHORT = 5  # words that a statement is taken to have at least
HEAVY = 4.0  # shared weight from which more tells nothing new
ONCE = 3  # shared words that stand in one statement of each article, from which more tell nothing new
NEAR = 0.9  # of two figures, the lower to the higher, where one may be the other in rounder numbers
RARE = 2.0  # what shared figures tell, from which more tells nothing new
DIGITS = 6  # digits of shared figures from which more tell nothing new
YEAR = 2  # digits that a date tells, if it is not of these days
LATELY = 7  # days back
AHEAD = 1  # days ahead: fewer things are said of each day to come

# what each view adds at most
_MOST = {name: max(0.0, weight) for name, weight in WEIGHTS.items()}
_ORDER, _WEIGHT, _NEAREST, _THERE = (_MOST[name] for name in ("in-order", "weight", "nearest", "nearest-there"))
_ROUNDING = 0.01  # terms are rounded before they are added


def features(a: View, b: View) -> dict[str, float]:
    """The raw views of a pair, each 0 to 1."""
    found = _circumstances(a, b)
    _add_words(found, a, b)
    found["in-order"] = _in_order(a.text, b.text)
    return found


def _circumstances(a: View, b: View) -> dict[str, float]:
    """What is soon known of a pair: all but the words and their order, which take most of the time."""
    found = {"base": 1.0, "far-apart": abs(a.place - b.place)}
    if a.once and b.once and (once := len(a.once & b.once)):
        found["once"] = min(once, ONCE) / ONCE
    if not (a.nearest or b.nearest):
        found["among-few"] = _share_among_few(a, b)
    roles = a.roles.keys() & b.roles.keys() if a.roles and b.roles else ()
    if roles:
        apart = all(_differ(a, b, key) for key in roles)
        others = a.names and b.names and not a.names & b.names  # a plant's staff is not the company's
        found["other-period" if apart else "shared-roles"] = 0.4 if others and not apart else 1.0
    if ((a.figures and b.figures) or (a.times and b.times)) and (figures := _same_figures(a, b)):
        found["same-figures"] = figures
    if a.exact and b.exact and (rare := _rare_figures(a, b)):
        found["rare-figures"] = rare
    if a.ends and b.ends and _has_near_figures(a, b):
        found["near-figures"] = 1.0
    if a.clocks and b.clocks and any(abs(one - two) <= CLOCK for one in a.clocks for two in b.clocks):
        found["same-clock"] = 1.0
    if a.long_ago != b.long_ago or (a.phases and b.phases and not a.phases & b.phases):
        found["other-time"] = 1.0
    if a.quoted and b.quoted:
        same = _dice(a.quoted, b.quoted)
        found["shared-quote"] = same
        found["other-quote"] = 1.0 if same < OTHER_WORDS else 0.0
    return found


def _share_among_few(a: View, b: View) -> float:
    """The share of the shorter statement's words that the other has, a very short one taken for longer than the other;
    where a story has few statements, neither what is nearest nor what is said once tells anything."""
    short, long = sorted((len(a.words), len(b.words)))
    return len(a.words.keys() & b.words.keys()) / max(short, min(SHORT, long + 1))


def _add_words(found: dict[str, float], a: View, b: View) -> None:
    """The views that come of the weight of the words that two statements share."""
    shared = 0.0
    weights = b.words
    for word, weight in a.words.items():
        if word in weights:
            other = weights[word]
            shared += weight if weight < other else other
    found["weight"], likeness = _weighed(shared, a.total, b.total)
    found["nearest"], found["nearest-there"] = _nearest(a, b, likeness)


def _weighed(shared: float, one: float, two: float) -> tuple[float, float]:
    """What shared words come to, alone and beside the weight of all the words of both."""
    return (shared if shared < HEAVY else HEAVY) / HEAVY, 2 * shared / (one + two)


def _nearest(a: View, b: View, likeness: float) -> tuple[float, float]:
    """How near two statements come to being each other's nearest, of all and of each other's article."""
    if not (a.nearest and b.nearest):
        return 0.0, 0.0
    all_ = _share(likeness, a.nearest) * _share(likeness, b.nearest)
    one, two = a.there.get(b.article), b.there.get(a.article)
    return all_, _share(likeness, one) * _share(likeness, two) if one and two else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if part < whole else 1.0


def reaching(a: View, b: View, shared: float, floor: float) -> tuple[float, tuple[Term, ...]] | None:
    """The alignment of a pair, and its terms, where it reaches `floor` (above 0, below 1); `None` where it does not.

    Says no as soon as it can: most pairs are far below. `shared` is the most that the words of the two can weigh
    together.
    """
    if not 0 < floor < 1:
        value = score(a, b)
        return (value, terms(a, b)) if value >= floor else None
    weight, likeness = _weighed(shared, a.total, b.total)
    most = _WEIGHT * weight + _ORDER + _circumstances_at_most(a, b) - _needed(floor)
    if most + _NEAREST + _THERE < 0:
        return None
    nearest, there = _nearest(a, b, likeness)
    most += _NEAREST * nearest + _THERE * there
    if most < 0:
        return None
    kept = _in_order(a.text, b.text)
    if most - _ORDER * (1 - kept) < 0:
        return None
    found = _circumstances(a, b)
    _add_words(found, a, b)
    found["in-order"] = kept
    if sum([WEIGHTS[name] * value for name, value in found.items()]) < _needed(floor):
        return None
    contributions = _terms(found)
    value = alignment(contributions)
    return (value, contributions) if value >= floor else None


@cache
def _needed(floor: float) -> float:
    """What the terms of a pair come to, at least, where it reaches the floor."""
    return log(floor / (1 - floor)) - _ROUNDING


def _circumstances_at_most(a: View, b: View) -> float:
    """More than what is neither words nor their order can come to, from what is known of it at once."""
    most = WEIGHTS["base"] + WEIGHTS["far-apart"] * abs(a.place - b.place)
    if a.once and b.once and (once := len(a.once & b.once)):
        most += WEIGHTS["once"] * min(once, ONCE) / ONCE
    if not (a.nearest or b.nearest):
        most += _MOST["among-few"]
    if a.roles and b.roles and not a.roles.keys().isdisjoint(b.roles):
        most += _MOST["shared-roles"]
    if a.quoted and b.quoted:
        most += _MOST["shared-quote"]
    if (a.times and b.times) or (a.figures and b.figures):
        most += _MOST["same-figures"]
    if a.exact and b.exact:
        most += _MOST["rare-figures"]
    if a.ends and b.ends:
        most += _MOST["near-figures"]
    if a.clocks and b.clocks:
        most += _MOST["same-clock"]
    return most


def _in_order(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the shorter statement's words, small ones and masks with them, that the other has in their order."""
    return float(LCSseq.similarity(a, b) / max(SHORT, min(len(a), len(b))))


def _same_figures(a: View, b: View) -> float:
    """The telling figures that two statements share, 0 to 1: printed alike or converted ("310 km", "just over 190
    miles"), each by how many digits it has, since a long figure is hardly the same by chance; and the dates."""
    digits = 0
    if a.figures and b.figures:
        digits += sum([_telling(one) for one in a.figures if _is_among(one, b.figures)])
    if a.times and b.times:
        digits += YEAR * sum(time in b.times and not _is_lately(time, a, b) for time in a.times)
    return min(digits, DIGITS) / DIGITS


def _rare_figures(a: View, b: View) -> float:
    """The figures that two statements share, 0 to 1, each by what it tells and by how few others have it."""
    tell = 0.0
    for one, own in a.exact:
        for two, other in b.exact:
            if one.sort == two.sort and relate(one, two) == "same":
                tell += min(own, other)
    return min(tell, RARE) / RARE


def _has_near_figures(a: View, b: View) -> bool:
    """Whether one figure may be the other in rounder numbers: "more than 200", 211; "14.2 gigawatts", 14,212 MW."""
    for one, low in a.ends:
        for two, high in b.ends:
            if one.sort != two.sort:
                continue
            if (one.unit != two.unit or NEAR * high <= low <= high / NEAR) and relate(one, two) == "compatible":
                return True
    return False


def _is_lately(time: tuple[int, int], a: View, b: View) -> bool:
    """Whether a time is within a week of one of the articles: what is new is all of these days."""
    return any(first - LATELY <= time[1] and time[0] <= last + AHEAD for first, last in (*a.now, *b.now))


def _is_among(one: Quantity, others: Sequence[Quantity]) -> bool:
    for other in others:  # noqa: SIM110 - a generator takes twice as long
        if one.sort == other.sort and relate(one, other) == "same":
            return True
    return False


def _telling(figure: Quantity) -> int:
    """The digits of a figure before its closing zeros, four at most."""
    return min(4, len(str(int(figure.interval.low or 0)).rstrip("0")))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _differ(a: View, b: View, key: tuple[str, str, str]) -> bool:
    """Whether the figures in this role are of other times, or one planned and one done, in every combination."""
    return all(
        (one.period is not None and two.period is not None and one.period != two.period)
        or (one.status != two.status and key[0] != "money")
        for one in a.roles[key]
        for two in b.roles[key]
    )


def terms(a: View, b: View) -> tuple[Term, ...]:
    """The contributions to the alignment of a pair, in the order of the weights."""
    return _terms(features(a, b))


def _terms(found: Mapping[str, float]) -> tuple[Term, ...]:
    return tuple([Term(name, round(weight * found[name], 4)) for name, weight in WEIGHTS.items() if found.get(name)])


def alignment(contributions: tuple[Term, ...]) -> float:
    """The terms' sum on the scale of 0 to 1 (the logistic function).

    >>> alignment((Term("base", -1.0), Term("shared-words", 1.0)))
    0.5
    """
    return _logistic([term.value for term in contributions])


def score(a: View, b: View) -> float:
    """The alignment of a pair, without its terms: `alignment(terms(a, b))`, quicker."""
    return _logistic([round(WEIGHTS[name] * value, 4) for name, value in features(a, b).items() if value])


def _logistic(values: Sequence[float]) -> float:
    """`fsum`, since the order of the terms must not matter."""
    return round(1 / (1 + exp(-fsum(values))), 4)
