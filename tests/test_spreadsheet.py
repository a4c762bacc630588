"""CSV as a spreadsheet has it: Gnumeric opens the report, and says of each cell what it took it for."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from crosscheck.model import Report
from crosscheck.reporting import render
from tests.samples import fire_report
from tests.test_exports import report_of

pytestmark = pytest.mark.skipif(
    shutil.which("ssconvert") is None, reason="there is no spreadsheet here: install Debian's package gnumeric"
)
CELL = "{http://www.gnumeric.org/v10.dtd}Cell"
TEXT = "60"
STARTS = ["=", "+", "-", "@", "\t=", " =", '"=', "＝"]


def opened(folder: Path, document: str) -> dict[tuple[int, int], tuple[str | None, str]]:
    """Each cell by row and column: the code of its type, which formulas lack, and its text."""
    path, made = folder / "report.csv", folder / "report.xml"
    path.write_bytes(document.encode("utf-8-sig"))
    command = ["ssconvert", "-I", "Gnumeric_stf:stf_csvtab", "-T", "Gnumeric_XmlIO:sax:0", path, made]
    subprocess.run(command, check=True, capture_output=True)
    found = ElementTree.parse(made).iter(CELL)
    return {(int(c.get("Row", 0)), int(c.get("Col", 0))): (c.get("ValueType"), c.text or "") for c in found}


def test_rows_and_columns_are_those_of_the_report(tmp_path: Path) -> None:
    document = render(fire_report(), "csv")
    cells = opened(tmp_path, document)
    rows = list(csv.reader(io.StringIO(document)))
    assert max(row for row, _ in cells) + 1 == len(rows)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            kind, shown = cells.get((row, column), (TEXT, ""))
            if kind == TEXT:
                assert shown == text.removeprefix("'")
    column = rows[0].index("low")
    assert {cells[row, column] for row in range(1, len(rows)) if rows[row][column] == "27"} == {("40", "27")}


def hostile(start: str) -> Report:
    text = f'{start}HYPERLINK("http://evil.example";1)'
    return report_of(text, outlet=text, path=text)


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    cells = opened(tmp_path, render(hostile(start), "csv"))
    assert all(kind is not None for kind, _ in cells.values())
    assert [text for _, text in cells.values() if "HYPERLINK" in text]


def test_one_that_is_not_defused_would_be(tmp_path: Path) -> None:
    cells = opened(tmp_path, 'outlet\r\n"=1+1"\r\n')
    assert cells[1, 0] == (None, "=1+1")
