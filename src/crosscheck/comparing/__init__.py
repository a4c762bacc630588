"""What the statements of a group agree on, and where they differ: facts by role, relations, verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.comparing import dates, firmness, names, places, polarity, quantities, quotes, substitutions
from crosscheck.comparing.context import Context, alignments
from crosscheck.comparing.verdicts import findings
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
}


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
    uncompared: list[Uncompared] = []
    for group in groups:
        members = context.members(group)
        context.sides.clear()
        outcomes = []
        if len(members) > 1:
            aligned = alignments(group)
            outcomes = [comparer(context, members, aligned) for comparer in COMPARERS.values()]
            told = [each for outcome in outcomes for each in outcome.compared]
            outcomes.append(substitutions.compare(context, members, aligned, told))
        compared = [each for outcome in outcomes for each in outcome.compared if each.comparison.facet in facets]
        found += findings(context, group, members, compared)
        uncompared += [each for outcome in outcomes for each in outcome.uncompared if each.facet in facets]
    return tuple(found), tuple(dict.fromkeys(uncompared))
