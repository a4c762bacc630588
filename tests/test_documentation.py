"""Every command and example of the documentation is run, or is known to be run by another test.

Doctests of the pages are run by `make docs`, which also holds each block of output to what its command prints.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import copy, copytree

import pytest
from attrs import evolve

import crosscheck
from crosscheck.cli.commands import EXAMPLES
from crosscheck.reporting import render
from tests.samples import fire_report

ROOT = Path(__file__).parent.parent
PAGES = (
    ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "docs" / "cookbook" / "README.md",
)  # fmt: skip
LISTED = re.compile(r"^ {2,4}((?:crosscheck|make|python|curl) .*?)(?: {2,}.*)?$", re.MULTILINE)
INLINE = re.compile(r"`((?:crosscheck|make|python) [^`]+)`")
# what a reader puts in the place of capitals
MEANT = {
    "[check] [OPTIONS] SOURCE...": "check echo.txt",
    "FOLDER...": "articles",
    "FOLDER": "articles",
    "OLD.json": "yesterday.json",
    "NEW.json": "today.json",
    " ID ": " k7f2 ",
    "curl -s URL": "cat echo.txt",
}
# a command with one of these ends with status 1 by what it finds
MAY_FAIL = "--fail-on"


def commands(program: str) -> list[str]:
    found = [line for page in PAGES for kind in (LISTED, INLINE) for line in kind.findall(page.read_text("utf-8"))]
    found += LISTED.findall(EXAMPLES)
    return sorted({line.partition("  #")[0].strip() for line in found if program in line.split()})


def mentioned(command: str) -> bool:
    """Whether a command is named and not given: it has no file, no folder and no text."""
    return not re.search(r"[A-Z/\"]|\.(?:txt|json)|- ?$|completion|schema|--help", command)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder that has what the examples name."""
    folder = tmp_path / "desk"
    (folder / "home" / ".config" / "fish" / "completions").mkdir(parents=True)
    copytree(ROOT / "fixtures" / "flood", folder / "fixtures" / "flood")
    copytree(ROOT / "fixtures" / "flood", folder / "articles")
    for name, source in (("echo", "wire"), ("courier", "herald"), ("gazette", "network6")):
        copy(ROOT / "fixtures" / "flood" / f"{source}.txt", folder / f"{name}.txt")
    copy(ROOT / "fixtures" / "formats" / "echo.html", folder / "courier.html")
    copy(ROOT / "fixtures" / "formats" / "newsroom.jsonl", folder / "items.jsonl")
    report = fire_report()
    for name, findings in (("report", report.findings), ("today", report.findings), ("yesterday", ())):
        saved = render(evolve(report, findings=findings), "json", embed_text=True)
        (folder / f"{name}.json").write_text(saved, encoding="utf-8")
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize("command", commands("crosscheck"))
def test_a_command_runs(desk: Path, command: str) -> None:
    line = f"{command} --help" if mentioned(command) else command
    for capitals, meant in MEANT.items():
        line = line.replace(capitals, meant)
    program = f"{shlex.quote(sys.executable)} -m crosscheck"
    ran = subprocess.run(
        ["sh", "-c", re.sub(r"\bcrosscheck(?= )", lambda _: program, line)],
        cwd=desk,
        env={**os.environ, "HOME": str(desk / "home"), "PYTHONPATH": str(Path(crosscheck.__file__).parents[1])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode in ((0, 1) if MAY_FAIL in line else (0,)), ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout or ">" in line or " -o " in line


def test_the_commands_are_found() -> None:
    found = commands("crosscheck")
    assert len(found) > 20
    assert {"crosscheck fixtures/flood", "crosscheck diff yesterday.json today.json"} <= set(found)


@pytest.mark.parametrize("command", commands("make"))
def test_a_target_of_make_is_there(command: str) -> None:
    targets = re.findall(r"^([a-z][a-z -]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert command.split()[1] in " ".join(targets).split()


@pytest.mark.parametrize("command", commands("python"))
def test_a_script_is_there(command: str) -> None:
    _, first, *rest = command.split()
    assert find_spec(rest[0]) if first == "-m" else (ROOT / first).is_file()


def fenced() -> Iterator[tuple[str, str, str]]:
    """Each fenced block of the pages: which page, how it is marked, what it holds."""
    for page in PAGES:
        for marker, kind, body in re.findall(
            r"(?:^<!-- (run|tested): .*-->\n)?^```(\S*)[^\n]*\n(.*?)^```",
            page.read_text("utf-8"),
            re.MULTILINE | re.DOTALL,
        ):
            if kind:
                yield page.name, f"{marker} {kind}".strip(), body


# by which test each kind of block is held, where its page does not say so itself
HELD = {
    ("how-it-decides.md", "text"): "test_text_report.test_the_report_in_the_documentation_is_the_one_that_is_printed",
    ("report-schema.md", "json"): "test_json_report.test_the_example_in_the_documentation_is_a_finding",
    ("report-schema.md", "python"): "test_json_report.test_the_code_in_the_documentation_runs",
}


@pytest.mark.parametrize(("page", "kind", "body"), list(fenced()))
def test_every_block_is_held_by_something(page: str, kind: str, body: str) -> None:
    directive = kind.startswith("{")  # of the site, which `make site` builds with every warning an error
    doctest = kind == "python" and body.lstrip().startswith(">>>")
    named = kind.startswith(("run ", "tested "))
    test = HELD.get((page, kind))
    assert directive or doctest or named or test
    if test:
        module, _, name = test.partition(".")
        assert f"def {name}(" in (ROOT / "tests" / f"{module}.py").read_text(encoding="utf-8")


def test_the_list_of_sources_is_read(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^    \[\n(?:    .*\n)*?    \]$", page, re.MULTILINE)
    (tmp_path / "sources.json").write_text(example, encoding="utf-8")
    for row in json.loads(example):
        (tmp_path / row["path"]).write_text("A ferry sank off Kalua.", encoding="utf-8")
    found = crosscheck.read(tmp_path)
    assert [article.outlet for article in found.articles] == [row["outlet"] for row in json.loads(example)]
    assert not found.errors


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_page_is_on_the_site() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"index"}
    assert pages <= set(re.findall(r"^[a-z/-]+$", index, re.MULTILINE))


def test_the_readme_fits_two_screens() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 100
