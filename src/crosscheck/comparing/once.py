"""What an event has once, wherever in a story it stands: the land that a fire took, the day of "the accident".

"The accident occurred on 16 August" shares no word with "the ferry capsized on Saturday", and is of the same event
all the same, where both are news of it. So the days of what the story is about, and the figures of which an event
has only one (`once` in the word classes), are compared over the whole story.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from crosscheck.comparing import dates, quantities
from crosscheck.comparing.apart import apart
from crosscheck.comparing.clocks import moments, of_one_day
from crosscheck.comparing.context import MANY, Context, Said
from crosscheck.comparing.facets import Compared
from crosscheck.comparing.figures import figure, meets, role_match
from crosscheck.comparing.lasting import lasting, named, of_one_length
from crosscheck.comparing.owned import owned
from crosscheck.comparing.same_role import of_another_size
from crosscheck.comparing.slots import Slot, merged
from crosscheck.comparing.times import clocks_apart
from crosscheck.comparing.tolls import crowd, is_total, population, present, share, toll
from crosscheck.comparing.wide import Wide
from crosscheck.comparing.years import years, years_apart
from crosscheck.lexicon.en.words import Token, canon, canon_class, word_class
from crosscheck.model import Claim, Quantity, When

_STRENGTH = 0.8
_LEAD = 3  # statements of the running text that say what an article is about
_RECENT = 14  # days before an article within which its news happened
_BIRTHDAY = 30  # days between articles in which somebody may have become a year older
_MOST = 60  # articles that give a figure, beyond which they are held against each other in groups alone
_READERS = (share, present, toll, crowd, population)
_DAYS = ("day", "part-of-day", "minute")


def compare(context: Context) -> list[Wide]:
    """The days of the event, and the figures of which it has one, that articles of a story give otherwise."""
    return [
        *_figures(context),
        *_totals(context),
        *_persons(context),
        *_days(context),
        *_moments(context),
        *_years(context),
    ]


def _figures(context: Context) -> Iterator[Wide]:
    """The figures that an event has once, in articles that give one each, or another in the headline."""
    for what, by_article in _by_what(_of_event(context)):
        headed = [pair for told in by_article.values() if (pair := _headed(context, what, told))]
        plain = [*_plain(by_article), *(body for _, body in headed)]
        kept = [one for one in plain if all(one is two or _one_role(context, what, one, two) for two in plain)]
        for told in (*headed, kept):
            if len(told) > 1:
                yield _wide(told, lambda entries: quantities.weighed(context, Slot(entries, _STRENGTH)))


def _totals(context: Context) -> Iterator[Wide]:
    """Two totals that an article gives of one subject: "she won 14 of the 22 seats", "she won 15 in all"."""
    for claims in context.by_article.values():
        told = [Said(0, claim, fact) for claim in claims for fact in claim.facts if is_total(context, claim, fact)]
        for a, b in combinations(told, 2) if len(told) <= _MOST else ():
            if _one_subject(context, a, b) and not meets(a, b) and role_match(figure(a), figure(b)) is not None:
                yield _wide((a, b), lambda entries: quantities.weighed(context, Slot(entries, _STRENGTH)))


def _one_subject(context: Context, a: Said, b: Said) -> bool:
    """Whether two statements begin with one subject: "she", "the party"."""
    one, two = ([word.surface.lower() for word in context.words(said.claim)[:2]] for said in (a, b))
    return a.claim is not b.claim and (one == two or (one[0] == two[0] and one[0] in word_class("pronoun")))


def _persons(context: Context) -> Iterator[Wide]:
    """The figures that a person has once; an article that gives two differs from itself."""
    for _, by_article in _by_what(owned(context)):
        plain = _plain(by_article)
        if len(plain) > 1 and not _birthday(context, plain):
            yield _wide(plain, lambda entries: quantities.weighed(context, Slot(entries, _STRENGTH)))
        for told in by_article.values():
            if other := next((said for said in told if not meets(told[0], said)), None):
                yield _wide([told[0], other], lambda entries: quantities.weighed(context, Slot(entries, _STRENGTH)))


def _of_event(context: Context) -> Iterator[tuple[Hashable, Said]]:
    """The figures of which the event has one, each with what it is of."""
    for claim in context.claims:
        for fact in claim.facts if len(claim.facts) <= MANY else ():
            if not isinstance(fact, Quantity):
                continue
            if what := _is_once(fact) or next(filter(None, (read(context, claim, fact) for read in _READERS)), None):
                yield what, Said(0, claim, fact)
            elif length := lasting(context, claim, fact):
                yield length, Said(0, claim, named(length, fact))


def _by_what(found: Iterable[tuple[Hashable, Said]]) -> list[tuple[Hashable, dict[str, list[Said]]]]:
    """Figures by what they are of, then by article."""
    sorted_out: dict[Hashable, dict[str, list[Said]]] = {}
    for what, said in found:
        sorted_out.setdefault(what, {}).setdefault(said.article_id, []).append(said)
    return [(what, by_article) for what, by_article in sorted_out.items() if len(by_article) <= _MOST]


def _plain(by_article: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The first figure of each article whose figures all may hold."""
    return [told[0] for told in by_article.values() if all(meets(told[0], other) for other in told)]


def _headed(context: Context, what: Hashable, told: Sequence[Said]) -> tuple[Said, Said] | None:
    """The figure of a headline and that of the text under it, where these two are all and differ."""
    head = [said for said in told if said.claim.statement.placement == "headline"]
    body = [said for said in told if said.claim.statement.placement == "body"]
    if not head or not body or any(not meets(side[0], other) for side in (head, body) for other in side):
        return None
    pair = head[0], body[0]
    return None if meets(*pair) or not _one_role(context, what, *pair) else pair


def _birthday(context: Context, told: Sequence[Said]) -> bool:
    """Whether ages differ by one in articles of quite different days."""
    days = sorted(day for day in (context.day(said.claim) for said in told) if day is not None)
    if figure(told[0]).sort != "age" or not days or (days[-1] - days[0]).days < _BIRTHDAY:
        return False
    ages = [low for said in told if (low := figure(said).interval.low) is not None]
    return max(ages) - min(ages) <= 1


def _is_once(fact: Quantity) -> Hashable:
    """What a figure that an event has once is of, in words; `None` for others."""
    role = fact.role
    if role.counted is None or role.predicate is None or role.status or role.period or fact.vague:
        return None
    what = canon(role.counted.split()[-1]), canon(role.predicate), fact.sort
    return what if f"{what[0]}/{what[1]}" in _once() else None


@cache
def _once() -> frozenset[str]:
    return frozenset("/".join(map(canon, pair.split("/"))) for pair in word_class("once"))


def _one_role(context: Context, what: Hashable, a: Said, b: Said) -> bool:
    """Whether nothing says that two figures are of two parts, times or things."""
    one, two, kind = figure(a), figure(b), what[0] if isinstance(what, tuple) else None
    if kind == "lasting":
        return of_one_length(one, two)
    if kind in ("share", "present", "population"):  # a plan in one, and what it comes to in the other
        near = kind != "present" or not of_another_size(one, two)
        return one.role.period == two.role.period and near
    if kind == "crowd":
        return apart(context, a, b) is None and not of_another_size(one, two)
    return role_match(one, two) is not None and apart(context, a, b) is None


def _days(context: Context) -> Iterator[Wide]:
    """The days of "the accident", with those of the lead of other articles."""
    for claim in context.claims:
        for fact in claim.facts:
            if isinstance(fact, When) and _is_news(context, claim, fact) and (event := _event(context, claim, fact)):
                others = [said for said in _leads(context, event) if said.article_id != claim.statement.article_id]
                if others:
                    told = [Said(0, claim, fact), *others]
                    yield _wide(told, lambda entries: dates.weighed(context, Slot(entries, _STRENGTH)))


def _is_news(context: Context, claim: Claim, fact: When) -> bool:
    """Whether a date is a day shortly before its article."""
    day = context.day(claim)
    if day is None or fact.sort != "date" or fact.granularity not in _DAYS or fact.anchor == "mention":
        return False
    return fact.earliest is not None and fact.earliest == fact.latest and 0 <= (day - fact.earliest).days <= _RECENT


def _moments(context: Context) -> Iterator[Wide]:
    """The times of day of one event that articles give otherwise."""
    for event, by_article in _by_what(moments(context)):
        told = [each[0] for each in by_article.values() if not any(_clocks_apart(each[0], other) for other in each)]
        if any(_clocks_apart(one, two) for one, two in combinations(told, 2)):
            yield _wide(told, lambda entries: dates.weighed(context, Slot(entries, _STRENGTH), clocks_apart))
        for each in by_article.values() if event in word_class("moment-once") else ():
            if len(each) == 2 and _clocks_apart(*each):
                yield _wide(each, lambda entries: dates.weighed(context, Slot(entries, _STRENGTH), clocks_apart))


def _years(context: Context) -> Iterator[Wide]:
    """The years of deeds long past that articles give otherwise."""
    for told in merged(list(years(context))):
        yield _wide(told, lambda entries: dates.weighed(context, Slot(entries, _STRENGTH), years_apart))


def _clocks_apart(a: Said, b: Said) -> bool:
    one, two = a.fact, b.fact
    return isinstance(one, When) and isinstance(two, When) and of_one_day(one, two) and clocks_apart(one, two)


def _event(context: Context, claim: Claim, fact: When) -> str | None:
    """Of what a date is given as of an event ("the blast occurred on"): its concept; "mishap" for "the accident"."""
    if canon(fact.role.predicate or "") != "happen":
        return None
    words = context.words(claim)
    verb = next((i for i, word in enumerate(words) if word.canon == "happen"), 0)
    subject = next(
        (word for word in reversed(words[:verb]) if word.surface.lower() not in word_class("auxiliary")), None
    )
    return _concept(subject, words) if subject else None


def _concept(subject: Token, words: Sequence[Token]) -> str | None:
    if words[0].surface.lower() != "the":
        return None
    if subject.canon in canon_class("mishap"):
        return "mishap"
    return subject.canon if subject.canon in canon_class("mishap-event") else None


def _leads(context: Context, event: str) -> Iterator[Said]:
    """The day that the lead of each article gives to the event."""
    for claims in context.by_article.values():
        body = [claim for claim in claims if claim.statement.placement == "body"][:_LEAD]
        for claim in body:
            days = [fact for fact in claim.facts if isinstance(fact, When) and _is_news(context, claim, fact)]
            if len(days) == 1 and _is_of(days[0], event):
                yield Said(0, claim, days[0])
                break


def _is_of(fact: When, event: str) -> bool:
    done = canon(fact.role.predicate or "")
    return done == event or (event == "mishap" and done in canon_class("mishap-event"))


def _wide(told: Sequence[Said], weighed: Callable[[tuple[Said, ...]], Compared]) -> Wide:
    return Wide(tuple((said.claim, said.fact) for said in told), weighed)
