"""Figures: paired by role, related as intervals, developing or not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from fractions import Fraction

from crosscheck.comparing.context import Context, Said
from crosscheck.comparing.facets import Compared, Outcome, refusals, weigh
from crosscheck.comparing.slots import Match, Slot, same_slot, slots
from crosscheck.lexicon.en.words import canon, fold, show
from crosscheck.model import Attribution, Claim, Name, Place, Quantity, Reason, Relation, Role, Values
from crosscheck.values.days import parse_edtf
from crosscheck.values.days import relate as relate_days
from crosscheck.values.intervals import relate

# states whose number is counted on while a story runs
DEVELOPING = frozenset(
    {
        "die",
        "injure",
        "missing",
        "rescue",
        "arrest",
        "evacuate",
        "infect",
        "hospital",
        "homeless",
        "find",
        "send",
        "burn",
        "damage",
        "destroy",
    }
)
# predicates that say which count is meant: the killed are not the injured, the licensed not those aboard
DEFINING = DEVELOPING | {
    "capacity",
    "carry",
    "change",
    "level",
    "aged",
    "in all",
    "employ",
    "cut",
    "win",
    "lose",
    "elect",
    "survive",
}
ONLY_RISES = frozenset({"die"})
# verbs that say nothing of the part a figure plays
NEUTRAL = frozenset({"be", "have", "level", "total", "number", "happen", "includ", "include", "give", "report"})
SAME_SLOT = 0.75
VERBATIM = 0.9
SAME_WORDS = 0.8
ALIKE = 0.7
HALF_SLOT = 0.5
PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those"})


def compare(context: Context, members: Sequence[Claim], aligned: dict[tuple[int, int], float]) -> Outcome:
    """The figures of a group's members, by role."""
    said = [
        Said(i, claim, fact)
        for i, claim in enumerate(members)
        for fact in claim.facts
        if isinstance(fact, Quantity) and fact.sort != "rank"
    ]
    found, refused = slots(said, lambda a, b: _match(context, aligned, a, b), lambda a, b: _meets(a, b))
    compared = tuple(_compared(context, slot) for slot in found)
    return Outcome(compared, refusals("quantity", [each for each in refused if each[2] != "no-role"]))


def _quantity(said: Said) -> Quantity:
    assert isinstance(said.fact, Quantity)
    return said.fact


def _meets(a: Said, b: Said) -> bool:
    return relate(_quantity(a), _quantity(b)) in ("same", "compatible")


def _match(context: Context, aligned: dict[tuple[int, int], float], a: Said, b: Said) -> Match:
    """How surely two figures play the same role, or why they are not compared."""
    one, two = _quantity(a), _quantity(b)
    related = relate(one, two)
    if related == "unit":
        return None
    strength = _role_match(one, two)
    slot = same_slot(context, a, b)
    close = aligned.get((min(a.member, b.member), max(a.member, b.member)), 0.0)
    if (
        strength is None
        and close
        and related in ("same", "compatible")
        and same_head(one.role.counted, two.role.counted)
    ):
        strength = (
            0.45  # "5,000 have joined", "5,000 are fighting": where the figures meet, one verb may stand for another
        )
    if strength is None and close >= ALIKE and slot >= HALF_SLOT and _same_thing(one, two):
        strength = (
            0.45  # "5,000 from Russia have joined", "8,000 from Russia are fighting": the same people all the same
        )
    if strength is None:
        if not (close >= VERBATIM and slot >= SAME_SLOT) or _roles_differ(one, two):
            return None
        strength = 0.6 * slot
    if related == "currency":
        return "currency"
    if a.article_id == b.article_id and not _meets(a, b) and not _of_one_thing(context, aligned, a, b):
        return None
    if reason := _other_part(context, a, b):
        return reason
    return round(min(1.0, strength + 0.3 * slot), 4)


def _of_one_thing(context: Context, aligned: dict[tuple[int, int], float], a: Said, b: Said) -> bool:
    """Whether two sentences of one article surely speak of one thing: a heading and its text, or the same words.

    Two sentences that begin with "he" may be about two men.
    """
    statements = a.claim.statement, b.claim.statement
    if any(statement.placement != "body" for statement in statements):
        return True
    close = aligned.get((min(a.member, b.member), max(a.member, b.member)), 0.0)
    first = [context.words(said.claim)[0].surface.lower() for said in (a, b)]
    return close >= SAME_WORDS and not any(word in PRONOUNS for word in first)


def _role_match(one: Quantity, two: Quantity) -> float | None:
    """0.5 to 0.7 where what is counted and the predicate are known and agree; `None` where not."""
    if one.role.counted is None or two.role.counted is None:
        return None
    counted = counted_match(one.role.counted, two.role.counted)
    if counted is None or one.role.predicate is None or two.role.predicate is None:
        return None
    if canon(one.role.predicate) != canon(two.role.predicate):
        return None
    return 0.5 + 0.2 * counted


def counted_match(one: str, two: str) -> float | None:
    """1 for the same words, less for a modifier that only one has; `None` for another thing."""
    a, b = [canon(word) for word in one.split()], [canon(word) for word in two.split()]
    if a[-1] != b[-1]:
        return None
    left, right = set(a[:-1]), set(b[:-1])
    if left and right and not (left <= right or right <= left):
        return None
    return 1.0 if left == right else 0.5


def same_head(one: str | None, two: str | None) -> bool:
    """Whether both are known and their nouns are one."""
    return one is not None and two is not None and canon(one.split()[-1]) == canon(two.split()[-1])


def _roles_differ(one: Quantity, two: Quantity) -> bool:
    """Whether both say what is counted, or in which predicate, and it is not the same."""
    a, b = one.role, two.role
    if a.counted and b.counted and canon(a.counted.split()[-1]) != canon(b.counted.split()[-1]):
        return True
    return bool(a.predicate and b.predicate) and canon(a.predicate or "") != canon(b.predicate or "")


def _same_thing(one: Quantity, two: Quantity) -> bool:
    """Whether the same is counted, and neither predicate is one that makes a count another count."""
    predicates = [canon(role.predicate or "") for role in (one.role, two.role)]
    return (
        same_head(one.role.counted, two.role.counted)
        and counted_match(one.role.counted or "", two.role.counted or "") is not None
        and not any(not each or each in DEFINING for each in predicates)
    )


def _other_part(context: Context, a: Said, b: Said) -> Reason | None:
    """Whether the two figures are of different parts or times; `None` where nothing says so."""
    one, two = a.fact.role, b.fact.role
    if one.period != two.period and _periods_apart(context, a, b):
        return "different-period"
    if one.extent != two.extent and extents_apart(one.extent, two.extent):
        return "different-extent"
    if _meets(a, b):
        return None
    if _given_elsewhere(a, b) or _given_elsewhere(b, a):
        return "different-thing"
    if one.status != two.status or _subjects_apart(a, b):
        return "different-thing"
    if _ambiguous(context, a, b) or _ambiguous(context, b, a):
        return "different-thing"
    for this, that in ((a, b), (b, a)):
        if this.fact.role.period is None and that.fact.role.period is not None and _others(context, this, that):
            return "different-period"
        if this.fact.role.extent is None and that.fact.role.extent is not None and _others(context, this, that):
            return "different-extent"
    return None


def _subjects_apart(a: Said, b: Said) -> bool:
    """Whether two statements of persons' ages, years and doings name other persons, and none in common."""
    fact = _quantity(a)
    if fact.sort in ("money", "percent", "percentage-points") or canon(fact.role.predicate or "") in DEVELOPING:
        return False
    one, two = _names(a), _names(b)
    return bool(one and two) and not one & two


def _names(said: Said) -> set[str]:
    """The words of the names in a statement, places and speakers left out."""
    spans = [fact.span for fact in said.claim.facts if isinstance(fact, (Place, Attribution))]
    return {
        fold(word)
        for fact in said.claim.facts
        if isinstance(fact, Name) and not any(fact.span.overlaps(span) for span in spans)
        for word in fact.name.split()
    }


def _given_elsewhere(a: Said, b: Said) -> bool:
    """Whether the other statement gives this value too, for something else ("52 to 48", "48 to 52")."""
    return any(
        isinstance(fact, Quantity) and fact is not b.fact and relate(fact, _quantity(a)) == "same"
        for fact in b.claim.facts
    )


def extents_apart(one: str | None, two: str | None) -> bool:
    """Whether two named parts share no word."""
    return one is not None and two is not None and not {canon(w) for w in one.split()} & {canon(w) for w in two.split()}


def _periods_apart(context: Context, a: Said, b: Said) -> bool:
    """Whether two periods have no day in common; none given means about when the article was published."""
    days: list[tuple[date | None, date | None]] = []
    for said in (a, b):
        period = said.fact.role.period
        if period is None:
            day = context.day(said.claim)
            if day is None:
                return False
            days.append((day, day))
            continue
        try:
            days.append(parse_edtf(period))
        except ValueError:  # a named phase: another one is another time, none may be the same
            return a.fact.role.period is not None and b.fact.role.period is not None
    one, two = days
    return relate_days(one, two) == "disjoint"


def _ambiguous(context: Context, said: Said, against: Said) -> bool:
    """Whether the same article gives a third value in the very same role, part and period, so that none is plain."""
    mine, other = _quantity(said), _quantity(against)
    return any(
        isinstance(fact, Quantity)
        and (fact.role.extent, fact.role.period) == (mine.role.extent, mine.role.period)
        and _role_match(fact, mine)
        and relate(fact, mine) == relate(fact, other) == "apart"
        for claim in context.by_article[said.article_id]
        for fact in claim.facts
    )


def _others(context: Context, said: Said, against: Said) -> bool:
    """Whether the same article gives a third value in the same role."""
    mine, other = _quantity(said), _quantity(against)
    return any(
        isinstance(fact, Quantity) and _role_match(fact, mine) and relate(fact, mine) == relate(fact, other) == "apart"
        for claim in context.by_article[said.article_id]
        for fact in claim.facts
    )


def _compared(context: Context, slot: Slot) -> Compared:
    """One slot as a comparison; two speakers of one article who disagree make it one of attribution."""
    speakers = _speakers_disagree(slot.entries)
    role = slot.entries[0].fact.role
    return weigh(
        context,
        "attribution" if speakers else "quantity",
        slot,
        role_values(role),
        _key,
        lambda said: (quantity_values(_quantity(said)), quantity_display(_quantity(said))),
        lambda a, b: ("compatible", None) if speakers else _relation(context, a, b),
        ("speakers-disagree",) if speakers else (),
    )


def _speakers_disagree(entries: Sequence[Said]) -> bool:
    """Whether one article gives two figures that differ, each to another speaker."""
    return any(
        one.article_id == two.article_id
        and None not in (_speaker(one), _speaker(two))
        and _speaker(one) != _speaker(two)
        and not _meets(one, two)
        for n, one in enumerate(entries)
        for two in entries[n + 1 :]
    )


def _speaker(said: Said) -> str | None:
    speaker = said.claim.statement.speaker
    return speaker.name if speaker else None


def _key(said: Said) -> Hashable:
    fact = _quantity(said)
    unit = fact.unit
    return (fact.interval, fact.approximate, unit.name if unit else None, unit.currency if unit else None)


def _relation(context: Context, a: list[Said], b: list[Said]) -> tuple[Relation, Reason | None]:
    """How two versions relate: as intervals, then by what is counted and when."""
    related = relate(_quantity(a[0]), _quantity(b[0]))
    if related in ("same", "compatible"):
        return related, None
    if related == "currency":
        return "not-compared", "currency"
    if related == "unit":
        return "not-compared", "different-thing"
    return ("update" if _is_update(context, a, b) else "conflict"), None


def _is_update(context: Context, a: list[Said], b: list[Said]) -> bool:
    """Whether a developing count may have moved on from one version to the other."""
    predicate = canon(a[0].fact.role.predicate or "")
    if predicate not in DEVELOPING:
        return False
    if {said.article_id for said in a} == {said.article_id for said in b} and len({said.article_id for said in a}) == 1:
        return False
    if predicate in ONLY_RISES:
        low, high = (a, b) if _size(a[0]) <= _size(b[0]) else (b, a)
        return not _later(context, low, high)
    return True


def _size(said: Said) -> Fraction:
    interval = _quantity(said).interval
    return interval.low if interval.low is not None else interval.high or Fraction(0)


def _later(context: Context, one: list[Said], two: list[Said]) -> bool:
    """Whether every mention of one is of a later day than every mention of the other."""
    first, second = [context.day(said.claim) for said in one], [context.day(said.claim) for said in two]
    return all(x is not None and y is not None and x > y for x in first for y in second)


def role_values(role: Role) -> Values:
    """A role as a report gives it, with how people read it."""
    counted = "people" if role.counted == "person" else role.counted
    predicate = in_words(role.predicate) if role.predicate and role.predicate not in {"level", "change"} else None
    parts = [part for part in (counted, predicate) if part]
    if role.predicate == "change":
        parts.append("(change)")
    parts += [f"({part})" for part in (role.extent, role.period) if part]
    return (
        ("counted", role.counted),
        ("predicate", role.predicate),
        ("extent", role.extent),
        ("period", role.period),
        ("display", " ".join(parts)),
    )


def in_words(predicate: str) -> str:
    """A predicate as a role shows it: a news concept in its common word, any other as it stands.

    >>> in_words("perishing"), in_words("inspected")
    ('killed', 'inspected')
    """
    common = canon(predicate)
    return show(common) if show(common) != common else predicate


def quantity_values(fact: Quantity) -> Values:
    """A figure as a report gives it: decimal strings, `None` where it is unbounded."""
    unit = fact.unit
    values: tuple[tuple[str, object], ...] = (
        ("low", number(fact.interval.low)),
        ("high", number(fact.interval.high)),
        ("low_open", fact.interval.low_open),
        ("high_open", fact.interval.high_open),
        ("approximate", fact.approximate),
        ("precision", number(fact.precision)),
        ("unit", (unit.currency or unit.name) + (f" per {unit.per}" if unit.per else "") if unit else None),
        ("sort", fact.sort),
    )
    return (*values, ("vague", True)) if fact.vague else values


def number(value: Fraction | None) -> str | None:
    """A number as a decimal string; as a fraction where its decimals do not end.

    >>> number(Fraction(9, 2)), number(Fraction(1, 3)), number(Fraction(7000))
    ('4.5', '1/3', '7000')
    """
    if value is None:
        return None
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    if value.denominator == 1:
        return str(value.numerator)
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + f"{digits[:-places]}.{digits[-places:]}"


def quantity_display(fact: Quantity) -> str:
    """A figure in a few characters, for people.

    >>> from crosscheck.model import Interval, Span
    >>> quantity_display(Quantity(Span(0, 1), Interval(Fraction(5000), Fraction(7000)), "count", "r"))
    '5,000–7,000'
    >>> quantity_display(Quantity(Span(0, 1), Interval(Fraction(12), None), "count", "r"))
    'at least 12'
    """
    low, high = fact.interval.low, fact.interval.high
    about = "about " if fact.approximate else ""
    if low is not None and high is not None:
        amount = _printed(low) if low == high else f"{_printed(low)}–{_printed(high)}"
    elif low is not None:
        amount, about = ("more than " if fact.interval.low_open else "at least ") + _printed(low), ""
    else:
        amount, about = ("less than " if fact.interval.high_open else "up to ") + _printed(high), ""
    unit = ""
    if fact.unit:
        unit = "%" if fact.unit.name in ("percent", "percentage") else f" {fact.unit.currency or fact.unit.name}"
        unit += f" per {fact.unit.per}" if fact.unit.per else ""
    return f"{about}{amount}{unit}"


def _printed(value: Fraction | None) -> str:
    text = number(value) or "?"
    whole, _, rest = text.partition(".")
    if whole.lstrip("-").isdigit():
        whole = f"{int(whole):,}"
    return f"{whole}.{rest}" if rest else whole
