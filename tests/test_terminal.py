"""The report on a terminal: rich paints the lines that go everywhere else, and every width is the same to both."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from crosscheck.model import Article, Report
from crosscheck.reporting import render
from crosscheck.reporting.layout import STYLES, Line, Word
from crosscheck.reporting.options import Options
from crosscheck.reporting.safe import cells, line
from crosscheck.reporting.terminal import painted
from crosscheck.reporting.text_format import lines
from tests.samples import SCHEMA, Scene, fire_report

ROOT = Path(__file__).parent.parent
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
# letters of the scripts that names in the news come in, with the marks that they carry
LETTERS = (
    "aZ9é"
    + "ßñøŁ"
    + "Ωλ"
    + "Жщ"
    + "אבג"
    + "حبيבلا"
    + "ไทย"
    + "東京"
    + "한글"
    + "かカー"
    + "ＡＢ"
    + "e\u0301"
    + "–“”…→·┐⟦"
)


def console(width: int = 80, colors: str = "standard") -> Console:
    return Console(
        file=io.StringIO(), force_terminal=True, width=width, color_system=colors, legacy_windows=False, _environ={}
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize("colors", ["standard", "256", "truecolor"])
def test_it_says_what_a_pipe_says(width: int, colors: str) -> None:
    options = Options(width=width)
    shown = painted(lines(fire_report(), options), console(width, colors))
    assert ESCAPES.sub("", shown) == render(fire_report(), width=width)
    assert "\x1b[1;31mCONFLICT\x1b[0m" in shown


def test_every_style_has_its_look() -> None:
    for style in STYLES:
        shown = painted([(Word("x", style),)], console())
        assert ("\x1b[" in shown) is bool(STYLES[style])


class TestLinks:
    """A place leads to its file, where it is a file here; never to what a text says it is."""

    def report(self, **changes: object) -> Report:
        article = Article(id="a", text="Seven died.", path="a b.txt", url="https://news.example/a")
        here = Scene((evolve(article, **changes),), {"a": "o1"})
        statement = here.statement("a", "Seven died.")
        return Report(SCHEMA, "0", (), here.articles, findings=(here.finding("x" * 10, "single-source", [statement]),))

    def links(self, report: Report) -> set[str]:
        found: list[Line] = lines(report, Options(), links=True)
        return {word.link for one in found for word in one if word.link}

    def test_to_a_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a b.txt").write_text("Seven died.", encoding="utf-8")
        assert self.links(self.report()) == {f"{tmp_path.as_uri()}/a%20b.txt"}
        assert self.links(self.report(path="a b.txt#3")) == {f"{tmp_path.as_uri()}/a%20b.txt"}
        shown = painted(lines(self.report(), Options(), links=True), console())
        assert re.search(r"\x1b\]8;id=\d+;file://[^\x1b]*/a%20b\.txt\x1b\\\x1b\[2ma b\.txt:1:1", shown)

    @pytest.mark.parametrize("path", [None, "gone.txt", "a\x1b]8;;x.txt", "a\0b", "https://evil.example/"])
    def test_to_nothing_else(self, path: str | None) -> None:
        assert self.links(self.report(path=path)) == set()

    def test_only_where_asked_for(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a b.txt").write_text("Seven died.", encoding="utf-8")
        assert "\x1b]8" not in render(self.report(), color=True)
        assert not any(word.link for one in lines(self.report(), Options()) for word in one)

    def test_a_hostile_file_name_stays_in_its_address(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        name = "a\x1b\\\x07b.txt"
        (tmp_path / name).write_text("Seven died.", encoding="utf-8")
        shown = painted(lines(self.report(path=name), Options(), links=True), console())
        assert "a%1B%5C%07b.txt" in shown
        assert "\x07" not in shown


class TestWidths:
    """The width of a character is the same to our layout and to rich, where news has it."""

    @given(st.text(st.sampled_from(LETTERS), max_size=30))
    def test_of_names(self, text: str) -> None:
        assert cells(line(text)) == cell_len(line(text))

    @pytest.mark.parametrize("ends", [(0x20, 0x24F), (0x370, 0x4FF), (0x5D0, 0x5EA), (0x620, 0x64A), (0xE01, 0xE3A),
                                      (0x1100, 0x11FF), (0x3041, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xADFF),
                                      (0xFF01, 0xFF60)])  # fmt: skip
    def test_of_scripts(self, ends: tuple[int, int]) -> None:
        for character in map(chr, range(ends[0], ends[1] + 1)):
            if unicodedata.category(character) != "Cn" and line(f"x{character}x") == f"x{character}x":
                assert cells(character) == cell_len(character), hex(ord(character))


def test_a_pipe_does_not_import_it() -> None:
    code = (
        "import sys, crosscheck.cli; crosscheck.cli.main(['fixtures/flood']);"
        "sys.stderr.write(str('rich' in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "FORCE_COLOR": "1"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True, cwd=ROOT)
    assert ran.stderr == b"False"
    assert b"\x1b" not in ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("columns", "arguments"), [(60, []), (200, []), (80, ["--color", "never"])])
def test_on_a_real_terminal(columns: int, arguments: list[str]) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color"}
    for name in ("NO_COLOR", "COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "crosscheck", *arguments, "fixtures/rail"]
    ran = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment, cwd=ROOT)
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # what Linux says when the other side has closed
            break
        if not more:
            break
        shown += more
    os.close(ours)
    assert ran.wait() == 0
    text = shown.decode("utf-8").replace("\r\n", "\n")
    assert ("\x1b]8;" in text) is (not arguments)
    assert all(cells(each) <= columns for each in ESCAPES.sub("", text).splitlines())
