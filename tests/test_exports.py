"""CSV, Markdown, JSON Lines, the table and the notebook: each as its consumer reads it, hostile texts included."""

from __future__ import annotations

import csv
import html.parser
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Article, Report
from crosscheck.reporting import render, schema, shown
from crosscheck.reporting.csv_format import harmless
from crosscheck.reporting.jsonl_format import TYPES
from crosscheck.reporting.markdown_format import code, escaped
from crosscheck.reporting.table import COLUMNS
from tests.property.test_reporting import ACTIVE, tokens
from tests.samples import SCHEMA, Scene, compared, figure, fire_report, role

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[click](javascript:alert(1))", "![x](http://x)",
    "**bold**", "_it_", "`code`", "~~gone~~", "# heading", "- item", "+ item", "* item", "1. item", "2) item",
    "> quote", "---", "===", "***", "| a | b |", "&lt;b&gt;", "&#60;b&#62;", "<http://evil.example>",
    "a\n\n# b", "\\", "\\*", "    code", "\tcode", "```", "[a]: http://x", "a\\", "$$x$$",
    "x\u202ey", "x\u200by", "\x1b[31m", "<!-- x", "*", "**",
]  # fmt: skip


def report_of(text: str, **changes: Any) -> Report:
    """One claim with a figure, in words that may be anything."""
    words = f"{text} killed 12 people"
    article = evolve(Article(id="a", text=words, outlet="The Echo", path="a.txt"), **changes)
    other = Article(id="b", text="It killed 21.", outlet="The Bell", path="b.txt")
    here = Scene((article, other), {"a": "o1", "b": "o2"})
    versions = [here.version(figure("12"), "12", (0, "a", "12")), here.version(figure("21"), "21", (1, "b", "21"))]
    statements = [here.statement("a", words.replace("\n", " ")), here.statement("b", "It killed 21.")]
    one = here.finding(
        "hostile222", "discrepancy", statements, [compared("quantity", "conflict", role("people"), *versions)],
        severity="conflict",
    )  # fmt: skip
    return Report(SCHEMA, "0", (), here.articles, findings=(one,))


class TestTable:
    def test_a_row_for_each_place(self) -> None:
        rows = [row for row in fire_report().rows() if row["finding"] == "k7f2m3qd6x"]
        assert [(row["outlet"], row["value"], row["origin"]) for row in rows] == [
            ("The Lantern", "Tue 17 Nov", "o1"),
            ("Harbour Post", "Tue 17 Nov", "o1"),
            ("El Faro", "Tue 17 Nov", "o3"),
            ("Coast Gazette", "Mon 16 Nov", "o2"),
        ]
        assert {row["low"] for row in rows} == {"2026-11-16", "2026-11-17"}
        assert (rows[0]["path"], rows[0]["line"], rows[0]["column"]) == ("lantern.txt", 3, 82)

    def test_a_row_for_each_statement_that_gives_no_value(self) -> None:
        rows = [row for row in fire_report().rows() if row["finding"] == "agr2fire77"]
        assert len(rows) == 4
        assert all(row["facet"] is None and row["words"] is None and row["statement"] for row in rows)


class TestCsv:
    def table(self, report: Report, **options: Any) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(render(report, "csv", **options), newline=""), strict=True))

    def test_a_spreadsheet_reads_the_rows(self) -> None:
        rows = self.table(fire_report())
        assert list(rows[0]) == list(COLUMNS)
        assert len(rows) == len(fire_report().rows())
        assert {row["value"] for row in rows if row["about"] == "people injured"} == {"27", "at least 32", "41"}
        assert render(fire_report(), "csv").endswith("\r\n")

    def test_filters_hide_rows(self) -> None:
        kept = {finding.id for finding in shown(fire_report(), only=["date"])}
        assert {row["finding"] for row in self.table(fire_report(), only=["date"])} == kept

    @pytest.mark.parametrize(
        "start", ["=", "+", "-", "@", "|", "%", "\t=", "\r=", " =", '"=', "'=", "＝", "＋", "－", "＠"]
    )
    def test_no_cell_is_run(self, start: str) -> None:
        hostile = f'{start}cmd|"/c calc"!A1'
        assert str(harmless(hostile)).startswith("'")
        for field in ("outlet", "path"):
            row = self.table(report_of("It", **{field: hostile}))[0]
            assert row[field].startswith("'")
        assert self.table(report_of(hostile))[0]["statement"].startswith("'")

    @pytest.mark.parametrize("value", ["-5", "12", "-0.25", "12 died", "a=b", "5,000–7,000"])
    def test_figures_stay_figures(self, value: str) -> None:
        assert harmless(value) == value


def words_of(document: str) -> str:
    """What a reader sees, as one line of text."""
    return " ".join("".join(t.content for t in token.children or []) for token in tokens(document) if token.children)


class TestMarkdown:
    def test_a_reader_sees_headings_and_quotes(self) -> None:
        found = tokens(render(fire_report(), "markdown"))
        headings = [found[n + 1].content for n, token in enumerate(found) if token.type == "heading_open"]
        assert headings[:3] == [
            "crosscheck · 4 articles · 3 origins · 18 Nov 2026",
            "Conflicts",
            "date: grain store destroyed `k7f2`",
        ]
        assert [token.type for token in found].count("table_open") == 1
        strong = [found[n + 1].content for n, token in enumerate(found) if token.type == "strong_open"]
        assert {"Tue 17 Nov", "[Tuesday]", "[Monday]"} <= set(strong)

    def test_it_says_what_the_text_says(self) -> None:
        seen = words_of(render(fire_report(), "markdown"))
        for words in ("the dates do not meet", "gazette.txt:3:65", "3 million crowns", "d.txt"):
            assert words in seen

    def test_brief_keeps_discrepancies(self) -> None:
        brief = render(fire_report(), "markdown", brief=True)
        assert "## Conflicts" in brief
        assert "## Agreements" not in brief
        assert "one origin alone" not in brief

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_text_stays_text(self, text: str) -> None:
        for report in (report_of(text), report_of("It", outlet=text), report_of("It", path=text)):
            found = tokens(render(report, "markdown"))
            plain = tokens(render(report_of("It"), "markdown"))
            for kind in (
                "link_open",
                "image",
                "html_inline",
                "html_block",
                "s_open",
                "em_open",
                "hr",
                "fence",
                "code_block",
            ):
                assert kind not in {token.type for token in found}, kind
            for kind in ("heading_open", "strong_open", "list_item_open", "table_open", "tr_open", "td_open"):
                count = [token.type for token in found].count(kind)
                assert count == [token.type for token in plain].count(kind), kind

    def test_a_bar_in_a_name_makes_no_further_cell(self) -> None:
        found = tokens(render(report_of("It", path="a|b.txt", outlet="The | Bell"), "markdown"))
        cells = [found[n + 1].content for n, token in enumerate(found) if token.type == "td_open"]
        assert cells[:4] == ["A", "`a|b.txt`", "The | Bell", "not known"]

    @given(st.text(st.sampled_from("*_`[]()<>!#-+=|~\\&$:/.1 aw@\n"), max_size=30) | st.text(max_size=20))
    def test_what_is_escaped_is_what_is_seen(self, text: str) -> None:
        from crosscheck.reporting.safe import line

        seen = words_of(f"> {escaped(text)}\n")
        assert seen.split() == line(text).split()

    @given(st.text(st.sampled_from("`a |\\ "), min_size=1, max_size=12).filter(str.strip))
    def test_a_code_span_holds_anything(self, text: str) -> None:
        found = [token for token in tokens(f"x {code(text)} y") if token.type == "code_inline"]
        assert [token.content.strip() for token in found] == [text.strip()] or " " in text
        assert len(found) == 1

    @pytest.mark.parametrize("text", ["@everyone", "see #12", "https://evil.example", "www.evil.example"])
    def test_nobody_is_called_and_nothing_linked_by_github(self, text: str) -> None:
        shown = escaped(text)
        assert not re.search(r"(?:@|#)\w", shown)
        assert not re.search(r"https?://|www\.", shown)


class TestJsonLines:
    def test_each_line_is_an_object_of_the_schema(self) -> None:
        document = json.loads(render(fire_report(), "json"))
        lines = [json.loads(line) for line in render(fire_report(), "jsonl").splitlines()]
        names = {"not-compared": "uncompared"}
        for line in lines[1:]:
            rules = {"$defs": schema()["$defs"], "$ref": f"#/$defs/{names.get(line['type'], line['type'])}"}
            jsonschema.Draft202012Validator(rules).validate(line)
        for list_name, kind in TYPES.items():
            assert [{"type": kind} | each for each in document[list_name]] == [x for x in lines if x["type"] == kind]
        assert lines[0] == {"type": "report"} | {k: v for k, v in document.items() if k not in TYPES}

    def test_filters_are_told(self) -> None:
        first = json.loads(render(fire_report(), "jsonl", only=["date"]).splitlines()[0])
        assert first["filtered"]["only"] == ["date"]
        assert "m3qdzzzzzz" in first["filtered"]["hidden"]


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[Any] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


SUMMARY = {"div", "p", "b", "ul", "li", "table", "tr", "th", "td", "br", "bdi"}


class TestNotebook:
    def read(self, report: Report) -> _Tags:
        found = _Tags()
        found.feed(report._repr_html_())
        return found

    def test_it_shows_the_discrepancies(self) -> None:
        found = self.read(fire_report())
        assert "1 conflict · 1 update" in found.text
        assert "Mon 16 Nov" in found.text

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_text_stays_text(self, text: str) -> None:
        found = self.read(report_of(text, outlet=text))
        assert found.tags <= SUMMARY | {"details", "summary", "iframe"}
        assert [name for name, _ in found.attributes] == ["sandbox", "width", "height", "srcdoc"]
        assert not ACTIVE.search(found.text)

    def test_the_whole_is_in_a_frame_that_reaches_nothing(self) -> None:
        attributes = dict(self.read(fire_report()).attributes)
        assert attributes["sandbox"] == "allow-scripts"
        assert attributes["srcdoc"] == render(fire_report(), "html")

    def test_a_report_too_large_for_a_notebook(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("crosscheck.reporting.notebook.LARGEST", 100)
        found = self.read(fire_report())
        assert found.tags <= SUMMARY
        assert "Mon 16 Nov" in found.text


class TestBetween:
    def test_by_id_and_by_outlet(self) -> None:
        report = fire_report()
        ids = [finding.id for finding in report.between("lantern", "gazette")]
        assert ids == ["k7f2m3qd6x", "m3qdzzzzzz", "agr2barley", "agr2fire77"]
        assert report.between("Coast Gazette", "The Lantern") == report.between("lantern", "gazette")

    def test_two_on_one_side_do_not_disagree(self) -> None:
        report = fire_report()
        assert "k7f2m3qd6x" not in [finding.id for finding in report.between("lantern", "faro")]
        assert report.findings[0] in report.between("gazette", "faro")

    def test_nobody_of_that_name(self) -> None:
        with pytest.raises(KeyError, match=r"'The Sun'.*Coast Gazette"):
            fire_report().between("lantern", "The Sun")


def test_the_methods_are_the_functions() -> None:
    report = fire_report()
    assert Report.from_json(report.to_json(embed_text=True)) == report
    assert report.to_dict() == json.loads(report.to_json())
    assert set(report.discrepancies) == {*report.conflicts, *report.updates}


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parent.parent / "docs" / "report-schema.md").read_text(encoding="utf-8")
    table = page.split("## The same as a table")[1].split("\n## ")[0]
    named = re.findall(r"`([a-z_]+)`", "".join(re.findall(r"^\| `.*?\|", table, re.MULTILINE)))
    assert sorted(named) == sorted(COLUMNS)
    lines = page.split("## The same as JSON Lines")[1].split("\n## ")[0]
    assert all(f"`{kind}`" in lines for kind in TYPES.values())
