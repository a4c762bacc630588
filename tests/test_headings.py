"""What a finding is called: a role that says what it is of, else a statement with a gap where its versions stand."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Report, Span
from crosscheck.reporting import render
from crosscheck.reporting.choosing import leading, told_first
from crosscheck.reporting.heading import GAP, bare, chosen, closed, gapped, gapped_json, heading
from crosscheck.reporting.heading import speaks as says_it
from crosscheck.reporting.safe import cells
from crosscheck.reporting.view import View
from crosscheck.reporting.wording import speaks
from tests.samples import fire_report, role


def with_role(*parts: str | None) -> Report:
    """The fire with another role for the day on which the store was destroyed."""
    report = fire_report()
    first = report.findings[0]
    comparison = evolve(first.comparisons[0], role=role(*parts))
    return evolve(report, findings=(evolve(first, comparisons=(comparison,)), *report.findings[1:]))


def named(report: Report, room: int = 72) -> str:
    finding = report.findings[0]
    lead, _ = leading(finding)
    assert lead is not None
    return heading(View.of(report), finding, lead, room)


@pytest.mark.parametrize(
    "display", ["people killed", "people missing", "homes flooded", "people arrested (protest)", "coaches in all"]
)
def test_a_role_that_says_what_it_is_of(display: str) -> None:
    assert speaks("quantity", {"counted": "x", "predicate": "x", "display": display})


@pytest.mark.parametrize(
    ("facet", "known"),
    [
        ("date", {"predicate": "last", "display": "last"}),
        ("date", {"predicate": "built", "display": "built"}),
        ("place", {"counted": "fighters", "display": "fighters trained"}),
        ("polarity", {"predicate": "need", "display": "need"}),
        ("quantity", {"counted": "shares", "predicate": "change", "display": "shares listed"}),
        ("quantity", {"counted": "wage", "predicate": "level", "display": "wage agreed"}),
        ("quantity", {"counted": "dairy", "predicate": "owns", "display": "dairies owns"}),
        ("quantity", {"counted": None, "predicate": "killed", "display": "killed"}),
    ],
)
def test_one_that_does_not(facet: str, known: dict[str, str | None]) -> None:
    assert not speaks(facet, known)


def test_the_heading_is_the_role_or_a_sentence_with_a_gap() -> None:
    assert named(fire_report()) == "date: grain store destroyed"
    assert named(with_role("destroyed")) == "date: “… in the fire that destroyed a grain store in Velmouth on ___”"
    assert named(with_role("destroyed"), 40) == "date: “… store in Velmouth on ___”"


def test_where_no_sentence_says_more_the_role_is_all_there_is() -> None:
    report = with_role("last")
    first = report.findings[0]
    whole = tuple(
        evolve(v, mentions=tuple(evolve(m, passage=evolve(m.passage, span=first.statements[m.statement].hull))
                                 for m in v.mentions))
        for v in first.comparisons[0].versions
    )  # fmt: skip
    quoted = evolve(first, comparisons=(evolve(first.comparisons[0], versions=whole),))
    assert named(evolve(report, findings=(quoted,))) == "date: last"


def test_a_saved_report_is_given_the_same_gap() -> None:
    report = with_role("destroyed")
    finding, saved = report.findings[0], json.loads(render(report, "json"))["findings"][0]
    found = gapped(View.of(report), finding, finding.comparisons[0], 60)
    assert closed(gapped_json(saved, saved["facets"][0], 60)) == closed(found)
    assert len(found) > 1


def test_every_format_for_readers_has_it() -> None:
    report = with_role("destroyed")
    assert "destroyed a grain store in Velmouth on ___”" in render(report, "text", width=100)
    assert r"destroyed a grain store in Velmouth on \_\_\_” `k7f2`" in render(report, "markdown")
    assert 'in Velmouth on <span class="gap">___</span></span>' in render(report, "html")


@given(st.text("ab c\u202e", max_size=60), st.integers(0, 30), st.integers(1, 9), st.integers(20, 60))
def test_what_is_left_out_is_the_mark_alone(text: str, start: int, length: int, room: int) -> None:
    mark = Span(start, start + length)
    parts = chosen([(text, [mark], 0)], room)
    assert all(ord(character) > 31 and character != "\u202e" for part in parts for character in part)
    assert not parts or cells(GAP.join(parts)) <= max(room, 24)


def test_quotation_marks_around_a_statement_are_left_out() -> None:
    assert bare(["“The dam was built in ", ".”"]) == ["The dam was built in ", ""]
    assert bare(["They called it “a shame” in ", " again."]) == ["They called it “a shame” in ", " again"]
    assert bare([]) == []


def test_agreements_on_something_compared_come_first() -> None:
    report = fire_report()
    assert [finding.id for finding in told_first(reversed(report.findings))][-1] == "agr2fire77"
    assert [finding.id for finding in told_first(report.findings)][:3] == [f.id for f in report.findings[:3]]


HOUSED = "Evacuees from the lower town were being housed in a sports hall in the town of Orlec, the governor said."


def test_rather_than_its_beginning_a_statement_loses_its_brackets_and_what_follows() -> None:
    mark = Span(HOUSED.index("Orlec"), HOUSED.index("Orlec") + 5)
    assert GAP.join(chosen([(HOUSED, [mark], 0)], 60)) == f"… were being housed in a sports hall in the town of {GAP} …"
    held = "The Council (once the League of Harbour Towns) met on Friday in the village of Pelmar."
    mark = Span(held.index("Pelmar"), held.index("Pelmar") + 6)
    assert GAP.join(chosen([(held, [mark], 0)], 56)) == f"The Council … met on Friday in the village of {GAP}."


def test_what_is_left_out_twice_is_told_once() -> None:
    held = "He spoke at a meeting of the Council (once the League) of Heads of Harbours in the village of Pelmar."
    mark = Span(held.index("Pelmar"), held.index("Pelmar") + 6)
    found = [GAP.join(chosen([(held, [mark], 0)], room)) for room in range(30, 90)]
    assert any(each.startswith("… of Heads") for each in found)
    assert not [each for each in found if "… …" in each]


def test_a_statement_whose_beginning_is_kept_keeps_its_end() -> None:
    text = "The talks on Friday, the envoy of the northern towns said, would be about the port."
    assert GAP.join(chosen([(text, [Span(13, 19)], 0)], 40)).startswith(f"The talks on {GAP}, the envoy")


def test_what_is_marked_in_brackets_stays() -> None:
    text = "The old and long forgotten members of the Council (12 of the towns) met again in Pelmar"
    assert "(" in GAP.join(chosen([(text, [Span(51, 53)], 0)], 40))


def test_brackets_without_end_are_soon_done() -> None:
    text = f"{'(a' * 50_000} {'(b) ' * 20_000}on Friday"
    mark = Span(len(text) - 6, len(text))
    assert chosen([(text, [mark], 0)], 60)[0].startswith("…")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Some 300 people have joined the choir.", False),
        ("The choir was joined by 300 people.", True),
        ("The storm injured a driver and 300 people joined.", True),
    ],
)
def test_a_role_without_its_object_does_not_say_what_it_is_about(text: str, said: bool) -> None:
    joined = {"counted": "person", "predicate": "join", "display": "people joined"}
    assert says_it("quantity", joined, [text]) is said
