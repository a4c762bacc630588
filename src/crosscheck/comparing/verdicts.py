"""From what was compared in a group to its findings."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha256

from attrs import evolve

from crosscheck.comparing.context import Context
from crosscheck.comparing.facets import Compared
from crosscheck.lexicon.en.words import canon
from crosscheck.model import (
    Claim,
    Comparison,
    Finding,
    Group,
    Name,
    Passage,
    Quantity,
    Quotation,
    Scope,
    Severity,
    Statement,
    Step,
    Term,
    Verdict,
    When,
)

BEARING = ("same", "compatible")
OPEN = ("update", "conflict")
ALIKE = 0.9  # alignment of statements that are nearly word for word the same


def findings(context: Context, group: Group, members: Sequence[Claim], compared: Sequence[Compared]) -> list[Finding]:
    """One discrepancy for each comparison that ends in one, then one finding for the rest of the group.

    A statement that shares no fact with those that differ, and is not nearly word for word the same, is in none.
    """
    apart = [each for each in compared if each.comparison.relation in OPEN]
    rest = [each for each in compared if each.comparison.relation not in OPEN]
    found = [discrepancy(context, group, members, each) for each in apart]
    told = {member for each in compared if tells(each.comparison) for member in each.members}
    kept = [i for i in range(len(members)) if i in told or not _tells_another_thing(group, members, i)]
    if (
        any(tells(each.comparison) for each in rest)
        or not apart
        or (
            len(told) < len(kept)
            and not (mean_alignment(group, kept) < ALIKE and any(_is_body(members[i]) for i in kept if i not in told))
        )
    ):
        found.append(_rest(context, group, members, kept, rest))
    return found


def _is_body(claim: Claim) -> bool:
    """Whether a claim stands in the running text; a heading goes where what it heads goes."""
    return claim.statement.placement == "body"


def _tells_another_thing(group: Group, members: Sequence[Claim], number: int) -> bool:
    """Whether a member counts what another counts, of whom it says something else: people employed, people held.

    Where they are not nearly word for word the same, the two share a scene, and no claim.
    """
    own = _counts(members[number])
    beside = [_counts(claim) for i, claim in enumerate(members) if i != number]
    if not any(thing in other and other[thing].isdisjoint(done) for thing, done in own.items() for other in beside):
        return False
    return all(link.alignment < ALIKE for link in group.links if number in (link.left, link.right))


def _counts(claim: Claim) -> dict[str, set[str]]:
    """What a claim counts, and what is said of it, in canonical words."""
    found: dict[str, set[str]] = {}
    for fact in claim.facts:
        if isinstance(fact, Quantity) and fact.role.counted and fact.role.predicate:
            found.setdefault(canon(fact.role.counted.split()[-1]), set()).add(canon(fact.role.predicate))
    return found


def tells(comparison: Comparison) -> bool:
    """Whether statements agree, or differ, in something a reader would want to know; the scene alone is not."""
    return comparison.relation in OPEN or (comparison.relation in BEARING and comparison.facet not in ("place", "name"))


def discrepancy(context: Context, group: Group, members: Sequence[Claim], compared: Compared) -> Finding:
    """A comparison in which one version rules another out, as a finding of the statements that give them."""
    kept = sorted(set(compared.members))
    comparison = _renumbered(compared.comparison, kept)
    scope = _scope(members, compared.comparison)
    severity: Severity = "conflict" if comparison.relation == "conflict" else "update"
    tags = list(compared.tags)
    origins = {context.origin(members[i]) for i in kept}
    if (
        len(origins) == 1
        and scope == "between"
        and any(members[i].statement.key in context.traced.copies for i in kept)
    ):
        tags.append("edited-copy")
    terms = (
        Term("role", round(0.45 * compared.strength, 4)),
        Term("alignment", round(0.45 * mean_alignment(group, kept), 4)),
        Term("base", 0.1),
    )
    return _finding(context, group, members, kept, (comparison,), "discrepancy", severity, scope, tuple(tags), terms)


def _rest(
    context: Context, group: Group, members: Sequence[Claim], kept: Sequence[int], compared: Sequence[Compared]
) -> Finding:
    """What is left of a group: an agreement where two origins make it, else single-source."""
    chosen = [members[i] for i in kept]
    origins = effective_origins(context, chosen)
    verdict: Verdict = "agreement" if len(set(origins)) > 1 else "single-source"
    scope: Scope = (
        "between" if len({claim.statement.article_id for claim in chosen}) > 1 or len(chosen) == 1 else "within"
    )
    tags = tuple(sorted({tag for each in compared for tag in each.tags}))
    bearing = [each.strength for each in compared if each.comparison.relation in BEARING]
    terms = (
        Term("base", 0.1),
        Term("alignment", round(0.6 * mean_alignment(group, kept), 4)),
        Term("role", round(0.3 * max(bearing, default=0.3), 4)),
    )
    comparisons = tuple(_renumbered(each.comparison, kept) for each in compared if set(each.members) <= set(kept))
    return _finding(context, group, members, kept, comparisons, verdict, None, scope, tags, terms)


def _finding(
    context: Context,
    group: Group,
    members: Sequence[Claim],
    kept: Sequence[int],
    comparisons: tuple[Comparison, ...],
    verdict: Verdict,
    severity: Severity | None,
    scope: Scope,
    tags: tuple[str, ...],
    terms: tuple[Term, ...],
) -> Finding:
    """The finding with its statements, origins, confidence and steps; the id is given by content."""
    chosen = [members[i] for i in kept]
    statements = tuple(claim.statement for claim in chosen)
    origins = tuple(effective_origins(context, chosen))
    return Finding(
        id=_identifier(context, scope, comparisons, statements),
        story=group.story,
        group=group.id,
        verdict=verdict,
        severity=severity,
        scope=scope,
        statements=statements,
        comparisons=comparisons,
        origins=origins,
        alignment=mean_alignment(group, kept),
        confidence=round(min(1.0, sum(term.value for term in terms)), 4),
        tags=tags,
        terms=terms,
        checkable=any(_checkable(context, claim) for claim in chosen),
        steps=_steps(context, group, members, kept, origins, verdict, severity),
    )


def effective_origins(context: Context, members: Sequence[Claim]) -> list[str]:
    """The origin of each statement; an article that copies a wire is no second witness beside the wire."""
    own = [context.origin(claim) for claim in members]
    leaning = [context.traced.leans_on.get(claim.statement.article_id) for claim in members]
    return [
        source if source is not None and source in own else origin for origin, source in zip(own, leaning, strict=True)
    ]


def _renumbered(comparison: Comparison, kept: Sequence[int]) -> Comparison:
    """The comparison with its mentions counting the finding's statements."""
    position = {member: i for i, member in enumerate(kept)}
    versions = tuple(
        evolve(
            version,
            mentions=tuple(evolve(mention, statement=position[mention.statement]) for mention in version.mentions),
        )
        for version in comparison.versions
    )
    return evolve(comparison, versions=versions)


def _scope(members: Sequence[Claim], comparison: Comparison) -> Scope:
    """Between articles where some two versions that differ stand in two; else within one."""
    for pair in comparison.pairs:
        if pair.relation not in OPEN:
            continue
        sides = [
            {members[mention.statement].statement.article_id for mention in comparison.versions[i].mentions}
            for i in (pair.a, pair.b)
        ]
        if any(one != two for one in sides[0] for two in sides[1]):
            return "between"
    return "within"


def mean_alignment(group: Group, kept: Sequence[int]) -> float:
    """The mean alignment of the links among the kept members; 1 for a statement alone."""
    links = [link.alignment for link in group.links if link.left in kept and link.right in kept]
    if links:
        return round(sum(links) / len(links), 4)
    return 1.0 if len(kept) < 2 else round(min((link.alignment for link in group.links), default=0.0), 4)


def _checkable(context: Context, claim: Claim) -> bool:
    """Whether a statement has a figure, a date, a name or a quotation to check, and is no question."""
    text = claim.statement.of(context.articles[claim.statement.article_id].text).rstrip()
    return not text.endswith("?") and any(isinstance(fact, (Quantity, When, Name, Quotation)) for fact in claim.facts)


def _identifier(
    context: Context, scope: str, comparisons: Sequence[Comparison], statements: Sequence[Statement]
) -> str:
    """Ten characters by scope, facets, roles and the statements' own words; the same in every run."""
    texts = sorted(" ".join(each.of(context.articles[each.article_id].text).split()) for each in statements)
    facets = sorted(f"{each.facet} {dict(each.role).get('display')}" for each in comparisons)
    digest = sha256("\0".join([scope, *facets, *texts]).encode()).digest()
    return b32encode(digest[:10]).decode().lower()[:10]


def _steps(
    context: Context,
    group: Group,
    members: Sequence[Claim],
    kept: Sequence[int],
    origins: Sequence[str],
    verdict: Verdict,
    severity: Severity | None,
) -> tuple[Step, ...]:
    """How the statements came together, where they come from, and the verdict; the facts' steps are elsewhere."""
    passages = [_passage(claim.statement) for claim in members]
    steps = [
        Step(
            "segment.statement",
            (passage,),
            (("text", _digest(context, claim.statement)), ("published", context.published(claim))),
        )
        for passage, claim in zip(passages, members, strict=True)
    ]
    steps += [
        Step("align.link", (passages[link.left], passages[link.right]), (("alignment", link.alignment),))
        for link in group.links
    ]
    steps += [
        Step("trace.origin", (passages[i],), (("origin", origin),)) for i, origin in zip(kept, origins, strict=True)
    ]
    steps.append(Step("verdict", tuple([passages[i] for i in kept]), (("verdict", verdict), ("severity", severity))))
    return tuple(steps)


def _passage(statement: Statement) -> Passage:
    return Passage(statement.article_id, statement.hull)


def _digest(context: Context, statement: Statement) -> str:
    """The first sixteen hexadecimal digits of the SHA-256 of the statement's characters."""
    return sha256(statement.of(context.articles[statement.article_id].text).encode()).hexdigest()[:16]
