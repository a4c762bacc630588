"""How a report for people words what it tells of a finding: versions in order, why, what to check, details."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.model import Comparison, Finding, Report, Version
from crosscheck.reporting import wording
from crosscheck.reporting.choosing import by_weight, first_given, in_time, sole_speaker
from crosscheck.reporting.options import bearing
from crosscheck.reporting.view import View, as_of_text, moment


def ordered(view: View, comparison: Comparison) -> list[Version]:
    """The versions in the order in which a reader wants them: of time for an update, else of weight."""
    return in_time(comparison.versions) if comparison.relation == "update" else by_weight(view, comparison.versions)


def develops(comparison: Comparison) -> bool:
    """Whether the versions are in an order of time that is known."""
    return comparison.relation == "update" and all(map(first_given, comparison.versions))


def since(comparison: Comparison, version: Version) -> str:
    """When a version of an update was first given, with a blank before it; nothing where that is not known."""
    first = first_given(version) if comparison.relation == "update" else None
    if first is None:
        return ""
    mentions = [mention for other in comparison.versions for mention in other.mentions]
    days = {when.date() for mention in mentions if (when := moment(mention.as_of))}
    return f" {as_of_text(first, len(days) > 1)}"


def reasons(report: Report, finding: Finding, borne: Sequence[Comparison]) -> list[tuple[str, str]]:
    """Whom all cite, why it is so where that does not go without saying, and what would reconcile the versions.

    Under ``who``, ``why`` and ``check``.
    """
    speaker = sole_speaker(finding, borne[0] if borne else None)
    why = [wording.TAGS[tag] for tag in finding.tags if tag in wording.TAGS]
    told = [c for c in borne if c.relation != "same" or len(c.versions) > 1]
    why += [f"{wording.FACETS[c.facet]}: {_why(c)}" if len(borne) > 1 else _why(c) for c in told]
    check = wording.check(report, finding, borne[0]) if borne else None
    who = wording.one_witness(speaker) if speaker else ""
    found = [("who", who), ("why", "; ".join(dict.fromkeys(why))), ("check", check or "")]
    return [(name, text) for name, text in found if text]


def _why(comparison: Comparison) -> str:
    return comparison.explanation.rstrip(".") or wording.because(comparison)


def details(finding: Finding, borne: Sequence[Comparison]) -> list[Comparison]:
    """What the statements also hold: what one origin alone gives, what was not compared."""
    scene = () if borne else bearing(finding)  # places and names that two statements alike in wording share
    return [comparison for comparison in finding.comparisons if comparison not in borne and comparison not in scene]


def detail(view: View, finding: Finding, comparison: Comparison) -> str:
    """One such detail as a line."""
    named = view.title(finding, comparison, brief=True)
    if len({origin for version in comparison.versions for origin in version.origins}) == 1 == len(comparison.versions):
        version = comparison.versions[0]
        return f"only {view.bearers(version)} {named}: {version.display}"
    given = "; ".join(f"{version.display} ] {view.bearers(version)}" for version in comparison.versions)
    reason = f"; {wording.because(comparison)}" if comparison.relation == "not-compared" else ""
    return f"also {named}: {given}{reason}"
