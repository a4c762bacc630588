"""The scripts of `docs/cookbook`, run as their readers run them."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

ROOT = Path(__file__).parent.parent
COOKBOOK = ROOT / "docs" / "cookbook"
SCRIPTS = sorted(COOKBOOK.glob("*.py"))
VERSIONS = ("docs/cookbook/versions/morning.txt", "docs/cookbook/versions/evening.txt")


def ran(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, f"docs/cookbook/{script}", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, encoding="utf-8")


def test_check_a_folder() -> None:
    found = ran("check_folder.py", "fixtures/flood")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("4 articles, ")
    assert "  1962: Continental Wire Service, Sorva River Authority\n  1967: Network Six\n" in found.stdout


def test_follow_one_figure_across_outlets() -> None:
    found = ran("follow_a_figure.py", "fixtures/flood", "people killed")
    assert (found.returncode, found.stderr) == (0, "")
    assert [line.split()[0][:10] for line in found.stdout.splitlines()] == sorted(
        line.split()[0][:10] for line in found.stdout.splitlines()
    )
    assert "38            Sorva River Authority: fixtures/flood/authority.txt:12" in found.stdout


def test_compare_two_versions_of_one_article() -> None:
    found = ran("compare_versions.py", *VERSIONS)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines() == [
        "date, built: 1974 became 1947",
        "quantity, people injured: 3 became 5",
        "no longer said: The cause of the fire is not known.",
        "new: Police said a man had been arrested on suspicion of arson.",
    ]


@pytest.mark.parametrize(("others", "status"), [(["network6.txt"], 1), (["wire.txt"], 0)])
def test_fail_a_publication_pipeline_on_a_conflict(tmp_path: Path, others: list[str], status: int) -> None:
    for name in others:
        copy(ROOT / "fixtures" / "flood" / name, tmp_path)
    found = ran("fail_on_conflict.py", "fixtures/flood/authority.txt", str(tmp_path))
    assert (found.returncode, found.stderr) == (status, "")
    assert ("CONFLICT" in found.stdout) is bool(status)


def test_export_to_a_spreadsheet(tmp_path: Path) -> None:
    found = ran("export_spreadsheet.py", "fixtures/flood", str(tmp_path / "table.csv"))
    assert (found.returncode, found.stderr) == (0, "")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} rows written" in found.stdout
    assert {"38", "31", "at least 14"} <= {row["value"] for row in rows}


def test_each_script_is_in_the_index_and_short() -> None:
    index = (COOKBOOK / "README.md").read_text(encoding="utf-8")
    assert len(SCRIPTS) == 5
    for script in SCRIPTS:
        assert f"({script.name})" in index
        assert len(script.read_text(encoding="utf-8").splitlines()) <= 40
