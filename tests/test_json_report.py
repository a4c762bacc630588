"""The JSON report: the contract, the schema, the way back, and what happens to documents that are none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from attrs import evolve

from crosscheck.errors import ConfigError, ReportError
from crosscheck.model import Article, Facet, Reason, Report
from crosscheck.reporting import from_dict, from_json, render, shown, to_dict, to_json
from crosscheck.reporting.json_schema import schema
from crosscheck.reporting.validating import validate
from tests.samples import SCHEMA, fire_report, scene

DOCS = Path(__file__).parent.parent / "docs"
SURPRISE = "\x1b[31m\x7f\x9b\u202e\u2066\u200b\u200f\u2028\ufeff\ud800\U000e0041"


@pytest.fixture
def data() -> dict[str, Any]:
    return to_dict(fire_report(), embed_text=True)


def valid(document: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft202012Validator(schema()).is_valid(document))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_schema_a_caller_changes_is_their_own() -> None:
    schema()["$defs"]["note"].clear()
    assert schema()["$defs"]["note"]


def test_report_validates_with_and_without_texts() -> None:
    jsonschema.Draft202012Validator(schema()).validate(to_dict(fire_report()))
    jsonschema.Draft202012Validator(schema()).validate(to_dict(fire_report(), embed_text=True))


def test_fields_of_the_contract_are_there_in_order(data: dict[str, Any]) -> None:
    assert list(data)[:4] == ["schema", "version", "config", "summary"]
    assert data["schema"] == SCHEMA
    assert list(data["sources"][0])[:11] == [
        "id", "outlet", "published", "updated", "title", "url", "path", "story", "characters", "sha256", "extracted",
    ]  # fmt: skip
    finding = data["findings"][0]
    assert list(finding) == [
        "id", "group", "story", "verdict", "severity", "scope", "tags", "alignment", "confidence", "terms",
        "independent_origins", "checkable", "statements", "facets", "steps",
    ]  # fmt: skip
    assert list(finding["statements"][0]) == [
        "source", "start", "end", "text", "spans", "sentence", "placement", "speech", "speaker", "origin", "cue",
    ]  # fmt: skip
    assert list(finding["facets"][0]) == [
        "kind", "role", "relation", "reason", "versions", "pairs", "explanation", "steps",
    ]  # fmt: skip
    assert list(finding["facets"][0]["versions"][0]) == ["value", "display", "origins", "places"]


def test_summary_counts_origins_not_files(data: dict[str, Any]) -> None:
    assert data["summary"] == {
        "sources": 4, "origins": 3, "agreements": 2, "conflicts": 1, "updates": 1, "single_source": 4,
        "not_compared": 1,
    }  # fmt: skip
    assert data["findings"][0]["independent_origins"] == 3
    assert len(data["findings"][0]["statements"]) == 4


def test_offsets_give_the_sources_own_characters(data: dict[str, Any]) -> None:
    texts = {source["id"]: source["text"] for source in data["sources"]}
    for finding in data["findings"]:
        for statement in finding["statements"]:
            assert statement["text"] == texts[statement["source"]][statement["start"] : statement["end"]]
            assert [statement["start"], statement["end"]] == [statement["spans"][0][0], statement["spans"][-1][1]]
        for facet in finding["facets"]:
            for place in (place for version in facet["versions"] for place in version["places"]):
                written = texts[place["source"]][place["start"] : place["end"]]
                assert place["text"] == written.replace("\n", " ")


def test_a_speaker_without_a_span_has_no_offsets(data: dict[str, Any]) -> None:
    with_span, without = (statement["speaker"] for statement in data["findings"][0]["statements"][:2])
    assert with_span["name"] == "harbour master"
    assert isinstance(with_span["start"], int)
    assert without == {"name": "firefighters", "start": None, "end": None}


def test_a_role_has_its_four_parts_and_its_display(data: dict[str, Any]) -> None:
    role = data["findings"][1]["facets"][0]["role"]
    assert role == {
        "counted": "people", "predicate": "injured", "extent": None, "period": None, "display": "people injured",
    }  # fmt: skip


def test_a_role_that_lacks_parts_is_filled_up() -> None:
    report = fire_report()
    finding = report.findings[0]
    bare = evolve(finding, comparisons=(evolve(finding.comparisons[0], role=()),))
    document = to_dict(evolve(report, findings=(bare,)))
    assert document["findings"][0]["facets"][0]["role"]["counted"] is None
    assert valid(document)


def test_the_explanation_says_who_says_what(data: dict[str, Any]) -> None:
    said = data["findings"][0]["facets"][0]["explanation"]
    assert "Coast Gazette gives “Mon 16 Nov”" in said
    assert "The Lantern, Harbour Post and El Faro give “Tue 17 Nov”" in said


def test_a_given_explanation_is_kept() -> None:
    report = fire_report()
    finding = report.findings[0]
    told = evolve(finding, comparisons=(evolve(finding.comparisons[0], explanation="Two days."),))
    report = evolve(report, findings=(told,))
    document = to_dict(report, embed_text=True)
    assert document["findings"][0]["facets"][0]["explanation"] == "Two days."
    assert from_dict(document) == report


def test_it_reloads_to_an_equal_report() -> None:
    report = fire_report()
    assert from_dict(to_dict(report, embed_text=True)) == report
    assert from_json(to_json(report, embed_text=True)) == report
    assert from_json(render(report, "json", embed_text=True)) == report


def test_without_its_texts_it_says_how_to_get_them() -> None:
    with pytest.raises(ReportError, match="--embed-text"):
        from_json(to_json(fire_report()))


def test_equal_reports_are_equal_bytes() -> None:
    assert to_json(fire_report()) == to_json(fire_report())
    assert to_json(from_json(to_json(fire_report(), embed_text=True)), embed_text=True) == to_json(
        fire_report(), embed_text=True
    )


def test_no_text_unless_asked_for() -> None:
    assert "Ferries" in to_json(fire_report(), embed_text=True)
    assert all("text" not in source for source in to_dict(fire_report())["sources"])


def test_active_characters_are_escaped_and_come_back() -> None:
    article = Article(id="a", text=f"Seven {SURPRISE} died. Ü 東京", outlet=f"x{SURPRISE}", path="caf\udce9.txt")
    report = Report(SCHEMA, "0", (), (article,))
    document = to_json(report, embed_text=True)
    assert not {c for c in SURPRISE if not c.isascii() or not c.isprintable()} & set(document)
    assert "Ü 東京" in document
    assert document.encode("utf-8")
    assert from_json(document) == report


def test_filters_are_told_and_hide_nothing() -> None:
    report = fire_report()
    document = json.loads(render(report, "json", only=["date"], min_confidence=0.5))
    kept = [finding.id for finding in shown(report, only=["date"], min_confidence=0.5)]
    assert kept == ["k7f2m3qd6x", "sing2ferry"]
    assert len(document["findings"]) == len(report.findings)
    assert document["filtered"]["only"] == ["date"]
    assert set(document["filtered"]["hidden"]) == {f.id for f in report.findings} - set(kept)
    assert valid(document)
    assert json.loads(render(report, "json"))["filtered"] is None


def test_ignore_hides_a_facet_and_keeps_the_others() -> None:
    assert "k7f2m3qd6x" not in [f.id for f in shown(fire_report(), ignore="date")]
    assert "m3qdzzzzzz" in [f.id for f in shown(fire_report(), ignore="date")]


@pytest.mark.parametrize(
    ("options", "word"),
    [({"only": ["dates"]}, "dates"), ({"min_confidence": 2}, "between 0 and 1"), ({"widht": 80}, "widht"),
     ({"width": 3}, "40 columns"), ({"top": -1}, "0 or more")],
)  # fmt: skip
def test_options_that_make_no_sense_are_refused_by_name(options: dict[str, Any], word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        render(fire_report(), "json", **options)


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(ConfigError, match="text, html, markdown, csv, json, jsonl"):
        render(fire_report(), "pdf")


@pytest.mark.parametrize("facet", get_args(Facet))
def test_a_value_of_another_shape_than_its_facet_is_invalid(data: dict[str, Any], facet: str) -> None:
    document = deepcopy(data)
    comparison = document["findings"][0]["facets"][0]
    comparison["kind"] = facet
    for version in comparison["versions"]:
        version["value"] = {"nothing": "of the kind"}
    assert not valid(document)


def test_enumerations_are_the_models() -> None:
    assert set(schema()["$defs"]["facet"]["properties"]["reason"]["enum"]) == {*get_args(Reason), None}


BROKEN = {
    "a date that is none": (["sources", 0, "published"], "yesterday"),
    "an impossible day": (["sources", 0, "published"], "2026-02-31"),
    "a text that was changed": (["sources", 0, "text"], "Something else."),
    "two equal ids": (["sources", 1, "id"], "lantern"),
    "text for a number": (["findings", 0, "confidence"], "high"),
    "a truth value for a number": (["findings", 0, "alignment"], True),
    "a confidence above 1": (["findings", 0, "confidence"], 1.5),
    "an unknown verdict": (["findings", 0, "verdict"], "lie"),
    "an unknown relation": (["findings", 0, "facets", 0, "relation"], "equal"),
    "a missing list": (["findings"], None),
    "a span that runs backward": (["findings", 0, "statements", 0, "spans"], [[9, 3]]),
    "a statement without spans": (["findings", 0, "statements", 0, "spans"], []),
    "a start that is not its span's": (["findings", 0, "statements", 0, "start"], 1),
    "an unknown source": (["findings", 0, "statements", 0, "source"], "nowhere"),
    "a negative offset": (["findings", 0, "statements", 0, "start"], -1),
    "a statement there is not": (["findings", 0, "facets", 0, "versions", 0, "places", 0, "statement"], 99),
    "a version there is not": (["findings", 0, "facets", 0, "pairs", 0, "b"], 7),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_report_is_refused_in_words(data: dict[str, Any], what: str) -> None:
    *way, last = BROKEN[what][0]
    target: Any = data
    for step in way:
        target = target[step]
    target[last] = BROKEN[what][1]
    with pytest.raises(ReportError):
        from_dict(data)


@pytest.mark.parametrize(
    "document",
    ["", "{", "[]", "null", "3", '"text"', "{}", '{"schema": 1}', '{"schema": "sarif"}', "NaN", "[" * 100_000,
     '{"schema": "crosscheck-report/1"}', b"\xff\xfe\x00", '{"schema": "crosscheck-report/1", "version": Infinity}'],
)  # fmt: skip
def test_foreign_json_is_refused(document: str | bytes) -> None:
    with pytest.raises(ReportError):
        from_json(document)


def test_a_later_version_is_told_apart(data: dict[str, Any]) -> None:
    with pytest.raises(ReportError, match="crosscheck-report/2"):
        from_dict(data | {"schema": "crosscheck-report/2"})


def test_added_fields_are_no_fault(data: dict[str, Any]) -> None:
    data["findings"][0]["later"] = {"more": 1}
    assert from_dict(data) == fire_report()
    assert valid(data)


def test_our_validator_agrees_with_jsonschema(data: dict[str, Any]) -> None:
    """Take each key of the contract away: both validators refuse, or neither does."""
    for name in data:
        document = {key: value for key, value in data.items() if key != name}
        assert _accepted(document) == valid(document), name
    for name in data["findings"][0]:
        document = deepcopy(data)
        del document["findings"][0][name]
        assert _accepted(document) == valid(document), name


def _accepted(document: dict[str, Any]) -> bool:
    try:
        validate(document)
    except ReportError:
        return False
    return True


def test_facts_are_never_floats_that_json_cannot_hold() -> None:
    report = Report(SCHEMA, "0", (("rate", float("nan")),), ())
    with pytest.raises(ValueError, match="JSON"):
        to_json(report)
    with pytest.raises(TypeError, match="a report holds"):
        to_dict(Report(SCHEMA, "0", (("day", object()),), ()))


def test_no_path_that_was_not_given() -> None:
    here = scene()
    report = Report(SCHEMA, "0", (), tuple(evolve(article, path=None) for article in here.articles))
    assert all(source["path"] is None for source in to_dict(report)["sources"])


def test_the_example_in_the_documentation_is_a_finding() -> None:
    page = (DOCS / "report-schema.md").read_text(encoding="utf-8")
    finding = json.loads(page.split("```json\n")[1].split("```")[0])
    rules = schema() | {"$ref": "#/$defs/finding"}
    for name in ("type", "required", "properties"):
        del rules[name]
    jsonschema.Draft202012Validator(rules).validate(finding)
    for statement in finding["statements"]:
        assert len(statement["text"]) == statement["end"] - statement["start"]
    for version in finding["facets"][0]["versions"]:
        for place in version["places"]:
            statement = finding["statements"][place["statement"]]
            assert statement["text"][place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("name", ["report", "finding", "statement", "facet", "source", "origin"])
def test_every_field_is_documented(name: str) -> None:
    page = (DOCS / "report-schema.md").read_text(encoding="utf-8")
    contract = schema() if name == "report" else schema()["$defs"][name]
    assert [field for field in contract["properties"] if not re.search(rf"[`\"]{field}[`\"]", page)] == []


def test_the_package_gives_functions_whatever_was_imported_before() -> None:
    code = (
        "import crosscheck.reporting as r, crosscheck.reporting.json_schema, crosscheck.reporting.explaining;"
        "assert all(callable(getattr(r, name)) for name in r.__all__ if name != 'FORMATS'); assert r.schema()['$defs']"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_code_in_the_documentation_runs() -> None:
    page = (DOCS / "report-schema.md").read_text(encoding="utf-8")
    blocks = page.split("```python\n")[1:]
    assert blocks
    for block in blocks:
        exec(block.split("```")[0], {"report": fire_report()})
