"""What changed between two reports: what belongs together, what is counted, and how it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Finding, Report
from crosscheck.reporting import to_dict
from crosscheck.reporting.changes import Change, changes
from crosscheck.reporting.changes_text import lines, to_json
from crosscheck.reporting.layout import written
from tests.samples import figure, fire_report, scene


def told(old: Report, new: Report, width: int = 80) -> str:
    before, after = to_dict(old), to_dict(new)
    return written(lines(before, after, changes(before, after), width))


def of(report: Report, *findings: Finding) -> Report:
    return evolve(report, findings=findings)


def kinds(old: Report, new: Report) -> list[tuple[str, str]]:
    found = changes(to_dict(old), to_dict(new)).findings
    return [(change.kind, change.finding["id"]) for change in found]


def later_toll(report: Report) -> Finding:
    """The toll without its last version, as an earlier report had it: other statements, so another id."""
    toll = report.findings[1]
    comparison = toll.comparisons[0]
    before = evolve(comparison, versions=comparison.versions[:2], pairs=comparison.pairs[:1])
    return evolve(
        toll, id="earliertol", statements=toll.statements[:3], origins=toll.origins[:3], comparisons=(before,)
    )


def test_a_report_has_not_changed_from_itself() -> None:
    found = changes(to_dict(fire_report()), to_dict(fire_report()))
    assert found == ((), (), (), (), len(fire_report().findings))
    assert told(fire_report(), fire_report()) == (
        "The sources are the same.\n\n0 new · 0 changed · 0 no longer found · 8 findings as before\n"
    )


def test_sources_come_go_and_are_edited() -> None:
    report = fire_report()
    edited = evolve(report.articles[0], text=report.articles[0].text.replace("32", "33"))
    report = evolve(report, findings=(), not_compared=(), notes=(), reuse=())
    old = evolve(report, articles=(*report.articles[:3],))
    new = evolve(report, articles=(edited, *report.articles[2:]))
    found = changes(to_dict(old), to_dict(new))
    assert (found.added, found.removed, found.edited) == (("faro",), ("gazette",), ("lantern",))
    assert "added    faro (El Faro)\nremoved  gazette (Coast Gazette)\nedited   lantern (The Lantern)\n" in told(
        old, new
    )


def test_a_further_version_is_a_change_not_a_new_finding() -> None:
    report = fire_report()
    shown = told(of(report, later_toll(report)), of(report, report.findings[1]))
    assert "UPDATE  changed · figure: people injured" in shown
    assert "was   update: 27 ] Coast Gazette; at least 32 ] The Lantern and Harbour Post\n" in shown
    assert "41 ] El Faro" in shown
    assert "0 new · 1 changed · 0 no longer found" in shown


def test_a_claim_that_another_bears_out_is_a_change() -> None:
    report, here = fire_report(), scene()
    store = "The store held 4,500 tonnes of barley."
    alone = here.finding("alone22222", "single-source", [here.statement("lantern", store)])
    shown = told(of(report, alone), of(report, report.findings[2]))
    assert "AGREEMENT  changed · figure: barley held" in shown
    assert "was   single-source: “The store held 4,500 tonnes of barley.” ] The Lantern" in shown


def test_another_verdict_of_the_same_finding_is_a_change() -> None:
    report = fire_report()
    solved = evolve(report.findings[0], verdict="agreement", severity=None, comparisons=())
    assert kinds(report, of(report, solved, *report.findings[1:])) == [("changed", "k7f2m3qd6x")]


@pytest.mark.parametrize("field", ["alignment", "confidence", "group", "story"])
def test_what_a_reader_is_not_told_is_no_change(field: str) -> None:
    report = fire_report()
    other: Any = {"alignment": 0.7, "confidence": 0.7, "group": 5, "story": "s7"}[field]
    assert kinds(report, of(report, *(evolve(f, **{field: other}) for f in report.findings))) == []


def test_new_and_gone() -> None:
    report = fire_report()
    assert kinds(of(report, *report.findings[1:]), report) == [("new", "k7f2m3qd6x")]
    assert kinds(report, of(report, *report.findings[1:])) == [("gone", "k7f2m3qd6x")]
    assert "CONFLICT  no longer found · date: grain store destroyed" in told(report, of(report, *report.findings[1:]))


def test_figures_of_different_things_do_not_belong_together() -> None:
    report, here = fire_report(), scene()
    engines = here.finding("engines222", "agreement", [here.statement("gazette", "The fire brigade sent 14 engines.")])
    assert kinds(of(report, engines), of(report, report.findings[2])) == [("new", "agr2barley"), ("gone", "engines222")]
    assert figure("14")


def test_single_source_findings_are_counted_and_not_listed() -> None:
    report = fire_report()
    shown = told(of(report), report)
    assert "single-source: 4 new" in " ".join(shown.split())
    assert "Ferries" not in shown


def test_a_hostile_text_is_harmless() -> None:
    report = fire_report()
    nasty = tuple(evolve(article, outlet="x\x1b[2J\u202e") for article in report.articles)
    old, new = of(report), evolve(report, articles=nasty)
    found = changes(to_dict(old), to_dict(new))
    assert "\x1b" not in told(old, new) + to_json(found)
    assert "\u202e" not in told(old, new) + to_json(found)


def test_for_scripts() -> None:
    report = fire_report()
    data = json.loads(to_json(changes(to_dict(of(report, *report.findings[1:])), to_dict(report))))
    assert data["sources"] == {"added": [], "removed": [], "edited": []}
    assert data["same"] == 7
    assert [(each["change"], each["old"], each["new"]["id"]) for each in data["findings"]] == [
        ("new", None, "k7f2m3qd6x")
    ]


@given(st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_every_finding_is_told_once(before: set[int], after: set[int]) -> None:
    report = fire_report()
    old, new = (of(report, *(report.findings[n] for n in sorted(some))) for some in (before, after))
    found = changes(to_dict(old), to_dict(new))
    olds = [change.old["id"] for change in found.findings if change.old]
    news = [change.new["id"] for change in found.findings if change.new]
    assert len(olds) == len(set(olds)) == len(before) - found.same
    assert len(news) == len(set(news)) == len(after) - found.same
    assert all(isinstance(change, Change) for change in found.findings)
