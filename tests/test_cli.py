"""The command: what it prints where, and the exit statuses that scripts rely on.

Most tests put a small report in place of the check, so that they hold whatever is found; the last
ones run the real command as a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import copytree, which
from typing import Any, get_args

import pytest
from attrs import evolve, frozen

import crosscheck
from crosscheck.cli import choices, main, streams
from crosscheck.cli import facts as facts_command
from crosscheck.cli.commands import EXAMPLES
from crosscheck.cli.commands import crosscheck as crosscheck_command
from crosscheck.model import (
    Article,
    Change,
    Comparison,
    Facet,
    Fact,
    Finding,
    Interval,
    Nonquantity,
    Polarity,
    Quantity,
    Relation,
    Report,
    Role,
    Severity,
    Span,
    Statement,
    Unit,
    Verdict,
    When,
)  # fmt: skip
from crosscheck.reporting import FORMATS
from crosscheck.reporting.layout import Line, Word
from tests.samples import fire_report

ROOT = Path(__file__).parent.parent
FLOOD = ROOT / "fixtures" / "flood"
RELATIONS: dict[str, Relation] = {"conflict": "conflict", "update": "update", "agreement": "same"}


@frozen
class Ran:
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    def ran(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode("utf-8"), err.decode("utf-8"))

    return ran


def finding(
    verdict: Verdict = "discrepancy",
    severity: Severity | None = "conflict",
    facet: Facet = "quantity",
    confidence: float = 0.9,
) -> Finding:
    statement = Statement("echo", (Span(0, 5),), Span(0, 5))
    relation = RELATIONS.get(severity or verdict, "only-here")
    return Finding(
        id=f"{verdict[:2]}{(severity or 'none')[:2]}{facet}",
        story="s1",
        group=0,
        verdict=verdict,
        severity=severity,
        scope="between",
        statements=(statement,),
        comparisons=(Comparison(facet, (), (), (), relation),),
        origins=("o1",),
        alignment=0.9,
        confidence=confidence,
    )


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the check finds; a test fills it. The report is rendered as its options and findings."""
    findings: list[Finding] = []

    def check(articles: Any, config: object = None, *, notes: Any = (), errors: Any = ()) -> Report:
        return Report(
            "crosscheck-report/1", "0", (), tuple(articles), (), (), tuple(findings), notes=notes, errors=errors
        )

    def render(report: Report, format: str = "text", **options: object) -> str:
        return json.dumps({"format": format, "ids": [a.id for a in report.articles], **options}) + "\n"

    monkeypatch.setitem(vars(crosscheck), "check", check)
    monkeypatch.setitem(vars(crosscheck), "render", render)
    return findings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("echo", "courier"):
        (tmp_path / f"{name}.txt").write_text(f"A ferry sank, the {name} says.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("found")
class TestCheck:
    @pytest.mark.parametrize("first", [[], ["check"]])
    def test_is_the_command_where_none_is_named(self, run: Run, folder: Path, first: list[str]) -> None:
        ran = run(*first, "-f", "json", folder)
        assert (ran.status, ran.err) == (0, "")
        assert json.loads(ran.out)["ids"] == ["courier", "echo"]

    def test_a_file_named_like_a_command_is_given_with_its_folder(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "schema").write_text("A ferry sank.", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert json.loads(run("-q", "./schema").out)["ids"] == ["schema"]
        assert json.loads(run("-q", "check", "schema").out)["ids"] == ["schema"]
        assert '"$schema"' in run("schema").out

    def test_what_is_shown_is_passed_on(self, run: Run, folder: Path) -> None:
        arguments = ["--only", "date", "--only", "name", "--ignore", "name", "--min-confidence", "0.5", "--brief"]
        given = json.loads(run(*arguments, "--explain", "--embed-text", "--color", "always", folder).out)
        assert (given["format"], given["only"], given["ignore"]) == ("text", ["date", "name"], ["name"])
        assert (given["min_confidence"], given["brief"], given["explain"]) == (0.5, True, True)
        assert (given["embed_text"], given["color"]) == (True, True)

    def test_no_colour_in_a_pipe(self, run: Run, folder: Path) -> None:
        assert json.loads(run(folder).out)["color"] is False

    def test_standard_input(self, run: Run) -> None:
        ran = run("-q", "--outlet", "Echo", "--published", "2026-11-17", "-", stdin=b"A ferry sank.")
        assert json.loads(ran.out)["ids"] == ["stdin"]

    def test_to_a_file(self, run: Run, folder: Path) -> None:
        ran = run("-o", folder / "report", folder / "echo.txt", folder / "courier.txt")
        assert (ran.status, ran.out, ran.err) == (0, "", "")
        assert json.loads((folder / "report").read_text(encoding="utf-8"))["ids"] == ["echo", "courier"]

    @pytest.mark.parametrize(
        ("name", "arguments", "format"),
        [("r.html", [], "html"), ("r.MD", [], "markdown"), ("r.csv", [], "csv"), ("r.json", [], "json"),
         ("r.jsonl", [], "jsonl"), ("r.txt", [], "text"), ("r.pdf", [], "text"), ("r.json", ["-f", "csv"], "csv")],
    )  # fmt: skip
    def test_the_files_name_says_the_format(
        self, run: Run, folder: Path, tmp_path: Path, name: str, arguments: list[str], format: str
    ) -> None:
        sources = (folder / "echo.txt", folder / "courier.txt")
        assert run("-o", tmp_path / name, *arguments, *sources).status == 0
        assert json.loads((tmp_path / name).read_text(encoding="utf-8-sig"))["format"] == format

    def test_never_over_a_source(self, run: Run, folder: Path) -> None:
        ran = run("-o", folder / "echo.txt", folder)
        assert (ran.status, ran.out) == (2, "")
        assert "one of the sources" in ran.err
        assert "ferry" in (folder / "echo.txt").read_text(encoding="utf-8")

    def test_to_a_file_that_can_not_be(self, run: Run, folder: Path) -> None:
        ran = run("-o", folder / "nowhere" / "report", folder)
        assert (ran.status, ran.err.count("\n")) == (2, 1)

    def test_one_article_alone_is_said_so(self, run: Run, folder: Path) -> None:
        ran = run(folder / "echo.txt")
        assert (ran.status, ran.err.count("\n")) == (0, 1)
        assert "one article alone" in ran.err
        assert run("-q", folder / "echo.txt").err == ""

    def test_verbose_says_how_each_was_understood(self, run: Run, folder: Path) -> None:
        assert "echo, no outlet, no date, 29 characters" in run("-v", folder).err


class TestStatuses:
    def test_a_discrepancy_fails_nothing_by_itself(self, run: Run, folder: Path, found: list[Finding]) -> None:
        found.append(finding())
        assert run(folder).status == 0

    @pytest.mark.parametrize(
        ("fail_on", "one", "status"),
        [
            ("conflict", finding("discrepancy", "conflict"), 1),
            ("conflict", finding("discrepancy", "update"), 0),
            ("update", finding("discrepancy", "update"), 1),
            ("update", finding("discrepancy", "conflict"), 0),
            ("discrepancy", finding("discrepancy", "update"), 1),
            ("discrepancy", finding("agreement", None), 0),
            ("single-source", finding("single-source", None), 1),
            ("single-source", finding("agreement", None), 0),
        ],
    )
    def test_fail_on(
        self, run: Run, folder: Path, found: list[Finding], fail_on: str, one: Finding, status: int
    ) -> None:
        found.append(one)
        assert run("--fail-on", fail_on, folder).status == status

    def test_fail_on_one_of_several(self, run: Run, folder: Path, found: list[Finding]) -> None:
        found.append(finding("single-source", None))
        assert run("--fail-on", "conflict", "--fail-on", "single-source", folder).status == 1

    @pytest.mark.parametrize("hidden", [["--only", "date"], ["--ignore", "quantity"], ["--min-confidence", "0.95"]])
    def test_what_is_filtered_out_can_not_fail(
        self, run: Run, folder: Path, found: list[Finding], hidden: list[str]
    ) -> None:
        found.append(finding())
        assert run("--fail-on", "conflict", *hidden, folder).status == 0

    @pytest.mark.parametrize("kept", [["--only", "quantity"], ["--ignore", "date"], ["--min-confidence", "0.9"]])
    def test_what_is_not_filtered_out_can(self, run: Run, folder: Path, found: list[Finding], kept: list[str]) -> None:
        found.append(finding())
        assert run("--fail-on", "conflict", *kept, folder).status == 1

    def test_a_broken_source_is_one_line_and_the_others_are_reported(
        self, run: Run, folder: Path, found: list[Finding]
    ) -> None:
        ran = run(folder / "echo.txt", folder / "missing.txt", folder / "courier.txt")
        assert (ran.status, ran.err.count("\n")) == (0, 1)
        assert ran.err == f"crosscheck: {folder / 'missing.txt'}: there is no such file; check the name\n"
        assert json.loads(ran.out)["ids"] == ["echo", "courier"]

    def test_on_a_terminal_the_report_says_it_and_nothing_else(
        self, run: Run, folder: Path, found: list[Finding], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        sources = (folder / "echo.txt", folder / "missing.txt", folder / "courier.txt")
        assert run(*sources).err == ""
        assert run("-f", "json", *sources).err.count("\n") == 1
        assert run("-o", folder / "report", *sources).err.count("\n") == 1
        assert run(folder / "missing.txt").err.count("\n") == 1

    def test_strict_comes_before_fail_on(self, run: Run, folder: Path, found: list[Finding]) -> None:
        found.append(finding())
        sources = (folder / "echo.txt", folder / "missing.txt", folder / "courier.txt")
        assert run("--strict", *sources).status == 3
        assert run("--strict", "--fail-on", "conflict", *sources).status == 3
        assert run("--fail-on", "conflict", *sources).status == 1
        assert run("--strict", folder).status == 0

    def test_no_readable_source(self, run: Run, tmp_path: Path, found: list[Finding]) -> None:
        (tmp_path / "empty.txt").write_bytes(b"")
        ran = run("--strict", tmp_path / "missing.txt", tmp_path / "empty.txt")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 2)

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["check"],
            ["--no-such-option", "a.txt"],
            ["-f", "pdf", "a.txt"],
            ["--fail-on", "lies", "a.txt"],
            ["--only", "figures", "a.txt"],
            ["--min-confidence", "2", "a.txt"],
            ["--min-confidence", "nan", "a.txt"],
            ["--published", "yesterday", "a.txt"],
            ["--outlet", "Echo", "a.txt", "b.txt"],
            ["facts"],
            ["facts", "12", "--published", "yesterday"],
            ["explain", "abc"],
            ["explain", "abc", "no-such-report.json"],
            ["schema", "more"],
            ["diff", "one.json"],
            ["diff", "no-such-report.json", "nor-this.json"],
            ["completion", "tcsh"],
            ["--config", "no-such.toml", "a.txt"],
            ["--top", "-1", "a.txt"],
        ],
    )
    def test_wrong_use_is_one_line(self, run: Run, arguments: list[str]) -> None:
        ran = run(*arguments)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith("crosscheck: ")

    def test_interrupted(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setitem(vars(crosscheck), "check", interrupt)
        ran = run(folder)
        assert (ran.status, ran.out) == (130, "")

    def test_a_bug_is_no_finding(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def break_down(*_: object, **__: object) -> None:
            raise ZeroDivisionError("half\x1b[31m a ferry")

        monkeypatch.setitem(vars(crosscheck), "check", break_down)
        ran = run("--fail-on", "conflict", folder)
        assert (ran.status, ran.out) == (70, "")
        assert "ZeroDivisionError" in ran.err
        assert "\x1b" not in ran.err
        assert "a bug in crosscheck" in ran.err.splitlines()[-1]

    def test_an_article_in_another_language_alone(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def check(articles: Any, *_: object, **__: object) -> Report:
            error = crosscheck.model.SourceError(articles[0].path, "no-lexicon", "not English; leave it out")
            return Report("crosscheck-report/1", "0", (), tuple(articles), errors=(error,))

        monkeypatch.setitem(vars(crosscheck), "check", check)
        ran = run(folder / "echo.txt")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("found")
class TestHostileNames:
    @pytest.mark.parametrize("name", ["a\x1b[31m.txt", "a\nb.txt", "a\u202eb.txt"])
    def test_nothing_of_a_name_reaches_the_terminal(self, run: Run, name: str) -> None:
        for arguments in ([name], ["explain", "x", name], ["-f", name, "a"], [f"--{name}"]):
            ran = run(*arguments)
            assert ran.status == 2
            assert ran.err.count("\n") == 1
            assert not set(ran.err.rstrip("\n")) & set("\x1b\n\u202e")


class TestHelp:
    def test_shows_the_options_and_examples(self, run: Run) -> None:
        ran = run("--help")
        assert (ran.status, ran.err) == (0, "")
        for words in ("Usage: crosscheck [check] [OPTIONS] SOURCE...", "--fail-on", "explain k7f2", "130  interrupted"):
            assert words in ran.out
        assert ran.out == run("-h").out
        assert max(map(len, ran.out.splitlines())) <= 100

    def test_names_every_facet(self) -> None:
        assert get_args(Facet) == choices.FACETS
        for facet in choices.FACETS:
            assert facet in EXAMPLES

    def test_names_the_formats_that_there_are(self) -> None:
        assert set(choices.FORMATS) == set(FORMATS)

    @pytest.mark.parametrize("command", ["check", "facts", "explain", "diff", "schema", "completion"])
    def test_each_command_has_its_own(self, run: Run, command: str) -> None:
        assert run(command, "--help").out.startswith(f"Usage: crosscheck {command}")

    def test_version(self, run: Run) -> None:
        assert run("--version").out == f"crosscheck {crosscheck.__version__}\n"


class TestFacts:
    def quantity(self, low: int | None, high: int | None, **more: Any) -> Quantity:
        interval = Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))
        return Quantity(Span(0, 2), interval, "count", "number.digits", **more)

    def test_shows_surface_value_role_and_rule(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def normalise(text: str, published: date | None = None) -> tuple[Fact, ...]:
            assert (text, published) == ("12 people died on Tuesday", date(2026, 11, 18))
            day = date(2026, 11, 17)
            when = When(Span(18, 25), day, day, "day", "date.weekday", anchor="published")
            return (self.quantity(12, 12, role=Role("person", "die")), when)

        monkeypatch.setitem(vars(crosscheck), "normalise", normalise)
        ran = run("facts", "12 people died on Tuesday", "--published", "2026-11-18")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.splitlines() == [
            "[12] people died on [Tuesday]",
            "",
            "12",
            "  quantity    12 (count)",
            "  role        person die",
            "  rule        number.digits",
            "",
            "Tuesday",
            "  date        2026-11-17 (day, against the day of publication)",
            "  rule        date.weekday",
        ]

    def test_reads_standard_input(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(vars(crosscheck), "normalise", lambda text, published=None: ())
        assert run("facts", "-", stdin=b"A ferry sank.").out == "A ferry sank.\n\nno facts found\n"

    def test_words_for_every_kind(self) -> None:
        text = "12 of them"
        dollar = Unit("dollar", "money", currency="USD", per="share")
        day = date(2026, 11, 17)
        for fact, words in (
            (self.quantity(12, None), "12 or more (count)"),
            (self.quantity(None, 12), "12 or less (count)"),
            (self.quantity(None, None, vague=True), "any number (count, vague)"),
            (self.quantity(12, 15, approximate=True, unit=dollar), "about 12 to 15 USD per share (count)"),
            (self.quantity(2000, 2000, precision=Fraction(1000)), "2,000 (count, printed to 1,000)"),
            (Change(Span(0, 2), self.quantity(1, 1), self.quantity(2, 2), "change"), "from 1 (count) to 2 (count)"),
            (Nonquantity(Span(0, 2), "year", "year"), "no quantity year"),
            (When(Span(0, 2), None, None, "day", "d", pattern="XXXX-WXX-2"), "XXXX-WXX-2 (not resolved"),
            (When(Span(0, 2), day, day, "minute", "d", clock=(547, 547), zone="GMT"), "2026-11-17 09:07 GMT"),
            (When(Span(0, 2), None, None, "day", "d", sort="vague"), "vague"),
            (Polarity(Span(0, 2), "negated", "p"), "negated"),
        ):
            assert words in facts_command.shown(text, [fact])


class TestExplain:
    def test_hands_the_report_and_the_id_on(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from crosscheck.reporting import to_json

        text = "A ferry sank."
        article = Article(id="echo", text=text)
        statement = Statement("echo", (Span(0, 13),), Span(0, 13))
        one = evolve(finding("single-source", None), statements=(statement,), comparisons=(), id="abcdefghij")
        report = Report("crosscheck-report/1", "0", (), (article,), findings=(one,))
        path = tmp_path / "report.json"
        path.write_text(to_json(report, embed_text=True), encoding="utf-8")

        def lines(report: Report, finding_id: str, width: int, links: bool) -> list[Line]:
            return [(Word(f"{finding_id}: {report.findings[0].id} {links}"),)]

        monkeypatch.setattr("crosscheck.reporting.explaining.lines", lines)
        assert run("explain", "abc", path).out == "abc: abcdefghij False\n"
        assert run("explain", "abc", "-", stdin=path.read_bytes()).out == "abc: abcdefghij False\n"

    def test_a_report_without_texts_takes_them_from_its_files(self, run: Run, tmp_path: Path) -> None:
        path, source = tmp_path / "report.json", tmp_path / "flood"
        copytree(FLOOD, source)
        assert run("-f", "json", "-o", path, source).status == 0
        one = json.loads(path.read_text(encoding="utf-8"))["findings"][0]["id"]
        ran = run("explain", one[:6], path)
        assert (ran.status, ran.err) == (0, "")
        assert "confidence, how surely the finding holds" in ran.out
        (source / "wire.txt").write_text("Something else altogether.", encoding="utf-8")
        ran = run("explain", one, path)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "not as it was" in ran.err

    @pytest.mark.parametrize("path", ["-", "", None, "/dev/stdin", "a\0b", ".", "https://news.example/a"])
    def test_a_report_opens_nothing_but_files(self, run: Run, tmp_path: Path, path: str | None) -> None:
        document = fire_report().to_dict()
        document["sources"][0]["path"] = path
        (tmp_path / "report.json").write_text(json.dumps(document), encoding="utf-8")
        ran = run("explain", "k7f2", tmp_path / "report.json", stdin=b"A ferry sank.")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "--embed-text" in ran.err

    def test_what_is_no_report(self, run: Run, tmp_path: Path) -> None:
        for content in (b"[]", b"\xff", b"{}", b"[" * 100_000):
            (tmp_path / "report.json").write_bytes(content)
            ran = run("explain", "abc", tmp_path / "report.json")
            assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)

    @pytest.mark.parametrize("beginning", ["zz", "", "\x1b"])
    def test_an_id_that_there_is_not(self, run: Run, tmp_path: Path, beginning: str) -> None:
        path = tmp_path / "report.json"
        path.write_text(fire_report().to_json(embed_text=True), encoding="utf-8")
        ran = run("explain", beginning, path)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


class TestDiff:
    @pytest.fixture
    def saved(self, tmp_path: Path) -> tuple[Path, Path]:
        """The fire before and after the conflict was found; without texts."""
        report = fire_report()
        paths = tmp_path / "old.json", tmp_path / "new.json"
        for path, one in zip(paths, (evolve(report, findings=report.findings[1:]), report), strict=True):
            path.write_text(one.to_json(), encoding="utf-8")
        return paths

    def test_says_what_is_new(self, run: Run, saved: tuple[Path, Path]) -> None:
        ran = run("diff", *saved)
        assert (ran.status, ran.err) == (0, "")
        assert "CONFLICT  new · date: grain store destroyed" in ran.out
        changed = json.loads(run("diff", "-f", "json", *saved).out)["findings"]
        assert [(each["change"], each["new"]["id"]) for each in changed] == [("new", "k7f2m3qd6x")]

    @pytest.mark.parametrize(("name", "status"), [("conflict", 1), ("discrepancy", 1), ("update", 0)])
    def test_fails_on_what_is_new(self, run: Run, saved: tuple[Path, Path], name: str, status: int) -> None:
        assert run("diff", "--fail-on", name, *saved).status == status
        assert run("diff", "--fail-on", name, *reversed(saved)).status == 0
        assert run("diff", "--fail-on", name, saved[1], saved[1]).status == 0

    def test_names_the_report_that_is_none(self, run: Run, saved: tuple[Path, Path]) -> None:
        saved[1].write_text("[]", encoding="utf-8")
        ran = run("diff", *saved)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "new.json" in ran.err


@pytest.mark.parametrize(
    ("typed", "says"),
    [("shema", "did you mean the command schema?"), ("explian", "the command explain?"), ("a.txt", "")],
)
def test_a_misspelt_command_is_named(run: Run, typed: str, says: str) -> None:
    ran = run(typed)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert says in ran.err
    assert ("did you mean" in ran.err) is bool(says)


def test_the_commands_named_are_those_that_there_are() -> None:
    assert sorted(crosscheck_command.commands) == sorted(choices.COMMANDS)


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_prints_what_a_shell_reads(self, run: Run, shell: str) -> None:
        ran = run("completion", shell)
        assert ran.status == 0
        assert "_CROSSCHECK_COMPLETE" in ran.out

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("crosscheck ex", ["explain", "ex"]),
            ("crosscheck --fa", ["--fail-on"]),
            ("crosscheck a.txt --em", ["--embed-text"]),
            ("crosscheck -f cs", ["csv"]),
            ("crosscheck --only pl", ["place"]),
            ("crosscheck check --brief --ignore po", ["polarity"]),
            ("crosscheck explain k7f2 rep", ["rep"]),
        ],
    )
    def test_completes(self, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str, offered: list[str]) -> None:
        monkeypatch.setenv("_CROSSCHECK_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
        assert [line.partition(",")[2] for line in run().out.splitlines()] == offered


SOURCED = """
eval "$(crosscheck completion bash)"
COMP_LINE="$1" COMP_WORDS=($1) COMP_CWORD=$2 COMPREPLY=()
_crosscheck_completion crosscheck
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("crosscheck ex", ["explain"]),
        ("crosscheck e", ["explain", "echo.txt", "elsewhere"]),
        ("crosscheck --fa", ["--fail-on"]),
        ("crosscheck explain k7f2 re", ["report of today.json"]),
        ("crosscheck -o re", ["report of today.json"]),
        ("crosscheck completion f", ["fish"]),
    ],
)
def test_what_a_real_bash_completes(tmp_path: Path, typed: str, offered: list[str]) -> None:
    for name in ("echo.txt", "report of today.json"):
        (tmp_path / name).touch()
    (tmp_path / "elsewhere").mkdir()
    program = tmp_path / "bin" / "crosscheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m crosscheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    ran = subprocess.run(
        ["bash", "-c", SOURCED, "bash", typed, str(len(typed.split()) - 1)],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(Path(crosscheck.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (sorted(ran.stdout.splitlines()), ran.stderr) == (sorted(offered), "")


class TestStreams:
    @pytest.mark.parametrize(
        ("choice", "environment", "terminal", "expected"),
        [
            ("always", {"NO_COLOR": "1"}, False, True),
            ("never", {}, True, False),
            ("auto", {}, True, True),
            ("auto", {}, False, False),
            ("auto", {"NO_COLOR": "1"}, True, False),
            ("auto", {"TERM": "dumb"}, True, False),
        ],
    )
    def test_colour(
        self, monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], terminal: bool, expected: bool
    ) -> None:
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
        assert streams.wants_color(choice) is expected

    @pytest.mark.parametrize(("columns", "expected"), [("20", 40), ("60", 60), ("1000", 200)])
    def test_width_is_one_that_a_report_can_use(
        self, monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        assert streams.width() == expected

    @pytest.mark.parametrize("terminal", [True, False])
    def test_progress_is_for_terminals(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
    ) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
        monkeypatch.setenv("TERM", "xterm-256color")
        with streams.progress("checking", True):
            pass
        assert ("checking" in capsys.readouterr().err) is terminal
        with streams.progress("checking", False):
            pass
        assert capsys.readouterr().err == ""


def process(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more.pop("env", {})}
    command = [sys.executable, "-m", "crosscheck", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, check=False, timeout=300, **more)


class TestProcess:
    def test_help_needs_no_stage(self) -> None:
        code = (
            "import sys, crosscheck.cli; crosscheck.cli.main(['--help']);"
            "print([name for name in sys.modules if name.count('.') == 1 and name.startswith('crosscheck.')])"
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
        assert ran.stdout.decode().splitlines()[-1] == str(["crosscheck.errors", "crosscheck.cli"])

    def test_wrong_use(self) -> None:
        ran = process("--nothing")
        assert (ran.returncode, ran.stdout) == (2, b"")

    def test_no_readable_input(self, tmp_path: Path) -> None:
        ran = process(tmp_path)
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert b"no .txt or .md file" in ran.stderr

    @pytest.mark.parametrize("arguments", [["schema"], ["--help"]])
    def test_a_reader_who_leaves_is_no_error(self, arguments: list[str]) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "crosscheck", *arguments]
        ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment, check=False)
        os.close(writer)
        assert (ran.returncode, ran.stderr) == (0, b"")

    def test_a_pipe_that_closes_early_is_no_error(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "crosscheck", "-f", "json", str(FLOOD)]
        ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment, check=False)
        os.close(writer)
        assert (ran.returncode, ran.stderr) == (0, b"")

    def test_a_story(self) -> None:
        ran = process(FLOOD)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.decode("utf-8").startswith("crosscheck · 4 articles · ")
        assert process("check", FLOOD).stdout == ran.stdout

    def test_a_story_for_scripts_in_any_locale(self) -> None:
        ran = process("-f", "json", FLOOD, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONHASHSEED": "1"})
        again = process("-f", "json", FLOOD, env={"PYTHONUTF8": "1", "PYTHONHASHSEED": "2"})
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert [source["id"] for source in json.loads(ran.stdout)["sources"]] == [
            "wire",
            "herald",
            "network6",
            "authority",
        ]
        assert ran.stdout == again.stdout

    def test_fail_on_and_strict(self, tmp_path: Path) -> None:
        assert process("--fail-on", "conflict", FLOOD).returncode == 1
        ran = process("--strict", "--fail-on", "conflict", FLOOD, tmp_path / "missing.txt")
        assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
        assert b"missing.txt" in ran.stdout

    def test_another_language_is_one_line_and_the_others_are_reported(self, tmp_path: Path) -> None:
        german = tmp_path / "welle.txt"
        german.write_text("Die Fähre sank am Montag vor der Küste, 41 Menschen waren an Bord.\n" * 5, encoding="utf-8")
        ran = process(german)
        assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (2, b"", 1)
        ran = process("-f", "json", FLOOD, german)
        assert (ran.returncode, ran.stderr.count(b"\n")) == (0, 1)
        assert b"English" in ran.stderr
        assert [error["code"] for error in json.loads(ran.stdout)["errors"]] == ["no-lexicon"]

    def test_a_finding_explained_from_its_report(self, tmp_path: Path) -> None:
        report = tmp_path / "report.json"
        assert process("-f", "json", "--embed-text", "-o", report, FLOOD).returncode == 0
        one = json.loads(report.read_text(encoding="utf-8"))["findings"][0]["id"]
        ran = process("explain", one, report)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert one[:4] in ran.stdout.decode("utf-8")
        assert process("explain", "0000000000", report).returncode == 2

    def test_facts(self) -> None:
        ran = process("facts", "between 5,000 and 7,000 people died on Tuesday", "--published", "2015-10-16")
        out = ran.stdout.decode("utf-8")
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert out.startswith("[between 5,000 and 7,000] people died on [Tuesday]\n")
        assert "5,000 to 7,000" in out
        assert "2015-10-13" in out
