"""What the statements of a group agree on, and where they differ: facts by role, relations, verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from attrs import evolve

from crosscheck.comparing import (
    bearings,
    causes,
    codes,
    dates,
    denials,
    firmness,
    intents,
    memberships,
    mishaps,
    names,
    once,
    parts,
    places,
    polarity,
    quantities,
    quotes,
    routes,
    seats,
    sides,
    slips,
    states,
    substitutions,
    swaps,
    titles,
    transposed,
    turns,
    unknowns,
    venues,
    ways,
)
from crosscheck.comparing.context import Context, alignments
from crosscheck.comparing.facets import Compared
from crosscheck.comparing.verdicts import OPEN, discrepancy, findings, mean_alignment, tells
from crosscheck.comparing.wide import (
    Near,
    Standing,
    between_neighbours,
    has_room,
    is_told,
    neighbours,
    of_no_group,
    placed,
)
from crosscheck.model import FACETS, Article, Claim, Facet, Finding, Group, Traced, Uncompared

__all__ = ["compare"]

COMPARERS = {
    "quantity": quantities.compare,
    "date": dates.compare,
    "place": places.compare,
    "name": names.compare,
    "polarity": polarity.compare,
    "direction": polarity.compare_directions,
    "quote": quotes.compare,
    "certainty": firmness.compare,
    "wording": causes.rivals,
}

# What is compared over a whole story, whether or not a group holds the statements together
STORYWIDE = (
    slips.compare,
    mishaps.compare,
    ways.compare,
    states.over_a_story,
    venues.compare,
    memberships.compare,
    once.compare,
    sides.compare,
    bearings.compare,
    intents.compare,
    parts.compare,
    titles.compare,
    denials.compare,
    transposed.compare,
    unknowns.compare,
    routes.compare,
    turns.compare,
    seats.compare,
    codes.compare,
)

# Statements that are less alike than this may agree in a figure, but are no ground for a contradiction: of 71
# discrepancies over 34 stories 44 of 58 above it were right, and 4 of 13 below (docs/evaluation.md)
SURE = 0.75
# Less is asked where it is plain that the facts are of one thing: the same counted in the same state, a direction
# from the same town
ROLE_KNOWN, SURE_OF_ROLE = 0.65, 0.5
BY_ROLE = frozenset({"quantity", "place"})  # facets whose facts can be so plain
# and more where a figure or date shares little of its role, so that the sentences alone vouch for it: of ten such
# discrepancies four of six above it were right, none of four below
ROLE_DOUBTED, SURE_OF_SENTENCE = 0.6, 0.95
BY_VALUE = frozenset({"quantity", "date"})
# The same of statements that share no fact
WORDED = 0.7
# Wording is more than one word, and rare enough, added up, unless statements share one of these: of agreements that
# rest on one word 8 of 14 were wrong, of the others 5 of 29
EVIDENCE = frozenset({"same-figures", "rare-figures", "near-figures", "same-clock", "shared-roles", "shared-quote"})
SEVERAL = 1.3
# of a group whose statements were grouped otherwise already; and of one whose figures are of two things
AGAIN, OF_TWO = 0.8, 0.95
NAMING = frozenset({"name", "place"})  # facets in which a frame may be filled in twice
OF_TWO_THINGS = frozenset({"different-extent", "different-period", "different-thing"})


def compare(
    groups: Sequence[Group],
    articles: Sequence[Article],
    claims: Sequence[Claim],
    traced: Traced,
    facets: Sequence[Facet] = FACETS,
) -> tuple[tuple[Finding, ...], tuple[Uncompared, ...]]:
    """The findings of a story's groups, and the facts that look alike but were not compared.

    Facts of one facet and one role are compared version by version; the table of relations is in
    docs/how-it-decides.md.
    """
    context = Context({article.id: article for article in articles}, claims, traced)
    found: list[Finding] = []
    standing = Standing(found)
    uncompared: list[Uncompared] = []
    near = neighbours(groups)
    told_wide = [each for comparer in STORYWIDE for each in comparer(context)]
    inside, outside = placed(between_neighbours(told_wide, near), groups)
    first, again = _by_turn(groups)

    def tell(group: Group, again: bool) -> None:
        known = [each for each in inside.get(group.id, ()) if each.comparison.facet in facets]
        rest: Group | None = group
        while rest is not None:
            members = context.members(rest)
            sure, refused = _told(context, rest, members, facets, near)
            uncompared.extend(refused)
            sure += [each for each in known if not is_told(each, sure)]
            if _holds(context, rest, members, sure, refused, again):
                found.extend(findings(context, rest, members, sure))
                return
            rest, known = _without_weakest(rest), []

    for group in first:
        tell(group, again=False)
    number = beyond = 1 + max((group.id for group in groups), default=-1)
    for wide in outside:
        lone = of_no_group(wide, groups[0].story, number, standing)
        if lone is not None and lone[2].comparison.facet in facets:
            found.append(discrepancy(context, *lone))
            number += 1
    for group in again:
        if has_room(group, standing, beyond):
            tell(group, again=True)
    # what no group kept stands alone, once
    held = {statement.key for finding in found for statement in finding.statements}
    alone = {statement.key: (group.story, statement) for group in groups for statement in group.statements}
    for key in (key for key in alone if key not in held):
        story, statement = alone[key]
        single = Group(number, story, (statement,), ())
        found += findings(context, single, context.members(single), [])
        number += 1
    return tuple(found), tuple(dict.fromkeys(uncompared))


def _by_turn(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """The groups of which no statement stands in one before, and the others."""
    seen: set[tuple[str, int, int]] = set()
    first: list[Group] = []
    again: list[Group] = []
    for group in groups:
        (first if seen.isdisjoint(statement.key for statement in group.statements) else again).append(group)
        seen.update(statement.key for statement in group.statements)
    return first, again


def _told(
    context: Context, group: Group, members: Sequence[Claim], facets: Sequence[Facet], near: Near
) -> tuple[list[Compared], list[Uncompared]]:
    """What is surely told of a group, in the facets asked for, and what is left open."""
    compared, refused = _compared(context, group, members)
    compared = [each for each in compared if each.comparison.facet in facets]
    doubtful = [
        each for each in compared if _is_doubtful(context, group, members, each) or _are_strangers(members, each, near)
    ]
    left = [each for each in refused if each.facet in facets]
    return [each for each in compared if each not in doubtful], [*left, *map(_left_open, doubtful)]


def _compared(context: Context, group: Group, members: Sequence[Claim]) -> tuple[list[Compared], list[Uncompared]]:
    """What the comparers say of a group, and what they refuse to compare."""
    if len(members) < 2:
        return [], []
    aligned = alignments(group)
    outcomes = [comparer(context, members, aligned) for comparer in COMPARERS.values()]
    told = [each for outcome in outcomes for each in outcome.compared]
    for comparer in (states.compare, substitutions.compare, swaps.compare):
        outcomes.append(comparer(context, members, aligned, told))
        told += outcomes[-1].compared
    compared = [each for outcome in outcomes for each in outcome.compared]
    return compared, [each for outcome in outcomes for each in outcome.uncompared]


def _holds(
    context: Context,
    group: Group,
    members: Sequence[Claim],
    compared: Sequence[Compared],
    refused: Sequence[Uncompared],
    again: bool,
) -> bool:
    """Whether the statements of a group do say the same: by a fact that two of them share or dispute, else by their
    wording alone, of which the more is asked, several words among it; figures that are of two things speak against
    it, and so does that one of them has its place in a group already (`again`)."""
    if len(group.statements) < 2 or any(each.comparison.relation in OPEN for each in compared):
        return True
    if len({statement.article_id for statement in group.statements}) < 2:
        return False  # what an article says twice is no news of it
    if any(tells(each.comparison) for each in compared):
        return True
    others = any(each.reason in OF_TWO_THINGS for each in refused)
    if all(quotes.of_two_utterances(members[link.left], members[link.right]) for link in group.links):
        return False
    least = OF_TWO if others else AGAIN if again else WORDED
    return mean_alignment(group, range(len(group.statements))) >= least and any(
        any(term.name in EVIDENCE for term in link.terms)
        or _share_wording(context, members[link.left], members[link.right])
        for link in group.links
    )


def _share_wording(context: Context, left: Claim, right: Claim) -> bool:
    """Whether two statements share several words that tell something: one word alone is no wording."""
    one, two = ({word.canon for word in context.content(claim)} for claim in (left, right))
    shared = one & two
    return len(shared) > 1 and context.rarity(shared) >= SEVERAL


def _without_weakest(group: Group) -> Group | None:
    """The group without the statement that is least like the others; none where that leaves a statement alone."""
    if len(group.statements) < 3:
        return None
    sums = [0.0] * len(group.statements)
    for link in group.links:
        sums[link.left] += link.alignment
        sums[link.right] += link.alignment
    out = min(range(len(sums)), key=lambda i: (round(sums[i], 4), -i))
    links = tuple(
        evolve(link, left=link.left - (link.left > out), right=link.right - (link.right > out))
        for link in group.links
        if out not in (link.left, link.right)
    )
    statements = tuple(each for i, each in enumerate(group.statements) if i != out)
    return evolve(group, statements=statements, links=links)


def _is_doubtful(context: Context, group: Group, members: Sequence[Claim], compared: Compared) -> bool:
    """Whether facts differ in statements that may not be about one thing.

    Statements that are one sentence but for a word are about one, unless the word is what they are about.
    """
    if compared.sure or compared.comparison.relation not in OPEN:
        return False
    pairs = combinations(sorted(set(compared.members)), 2)
    if compared.comparison.facet not in NAMING and all(context.frame(members[i], members[j]) for i, j in pairs):
        return False
    facet, close = compared.comparison.facet, mean_alignment(group, sorted(set(compared.members)))
    if facet in BY_ROLE and compared.strength >= ROLE_KNOWN:
        return close < SURE_OF_ROLE
    return close < (SURE_OF_SENTENCE if facet in BY_VALUE and compared.strength <= ROLE_DOUBTED else SURE)


def _are_strangers(members: Sequence[Claim], compared: Compared, near: Near) -> bool:
    """Whether facts differ in articles that say too little alike to be of one event."""
    if compared.comparison.relation not in OPEN:
        return False
    articles = sorted({members[i].statement.article_id for i in compared.members})
    return len(articles) > 1 and near.isdisjoint(combinations(articles, 2))


def _left_open(compared: Compared) -> Uncompared:
    comparison = compared.comparison
    passages = tuple(mention.passage for version in comparison.versions for mention in version.mentions)
    return Uncompared(comparison.facet, "low-alignment", passages)
