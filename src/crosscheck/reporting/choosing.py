"""What a report for people tells of a finding, and in which order, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.model import Comparison, Finding, Mention, Version
from crosscheck.reporting.options import bearing
from crosscheck.reporting.view import View, moment


def leading(finding: Finding) -> tuple[Comparison | None, Sequence[Comparison]]:
    """The comparison that the heading names, and all that bear the finding, that one first.

    Where an agreement has only its scene in common, a place or a name, it is one of statements alike in wording,
    and nothing bears it.
    """
    borne = bearing(finding)
    telling = [each for each in borne if finding.verdict != "agreement" or each.facet not in ("place", "name")]
    if not telling:
        return None, ()
    return telling[0], sorted(borne, key=lambda each: each is not telling[0])


def sole_speaker(finding: Finding, lead: Comparison | None) -> str:
    """Whom all the statements behind an agreement of two origins cite: one witness, however many report it.

    Nothing where one of the statements is an outlet's own.
    """
    if finding.verdict != "agreement" or origins_behind(finding, lead) < 2:
        return ""
    bearing = {m.statement for v in lead.versions for m in v.mentions} if lead else range(len(finding.statements))
    statements = [finding.statements[position] for position in bearing]
    cited = {s.speaker.name if s.speaker and s.speech != "own" else "" for s in statements}
    return cited.pop() if len(cited) == 1 else ""


def told_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order given, but agreements on something that can be compared before those on a statement."""
    return sorted(findings, key=lambda finding: finding.verdict == "agreement" and leading(finding)[0] is None)


def origins_behind(finding: Finding, lead: Comparison | None) -> int:
    """How many origins bear what the heading names: those that give it, or all where it is the statement itself."""
    return len({o for version in lead.versions for o in version.origins}) if lead else finding.independent_origins


def first_given(version: Version) -> str | None:
    """When a version was first given, where that is known of it."""
    known = [(when, m.as_of) for m in version.mentions if m.as_of and (when := moment(m.as_of))]
    return min(known)[1] if known else None


def by_weight(view: View, versions: Sequence[Version]) -> list[Version]:
    """The versions with most origins first, then by letter."""
    letters = list(view.letters)
    first = [min([letters.index(m.passage.article_id) for m in version.mentions], default=0) for version in versions]
    order = sorted(range(len(versions)), key=lambda n: (-len(set(versions[n].origins)), first[n]))
    return [versions[n] for n in order]


def in_time(versions: Sequence[Version]) -> list[Version]:
    """The versions in the order of time; as they are, where the time of one is not known."""
    timed = [(when, position) for position, version in enumerate(versions) if (when := moment(first_given(version)))]
    return [versions[position] for _, position in sorted(timed)] if len(timed) == len(versions) else list(versions)


def once_each_origin(
    finding: Finding, mentions: Sequence[Mention], every: bool = False
) -> Iterator[tuple[int, list[Mention]]]:
    """The first statement of each origin (`every`: each statement), by position, with what it mentions."""
    heard: set[str] = set()
    for position in dict.fromkeys(mention.statement for mention in mentions):
        if every or finding.origins[position] not in heard:
            heard.add(finding.origins[position])
            yield position, [mention for mention in mentions if mention.statement == position]
