"""A report as CSV (RFC 4180) for spreadsheets: the rows of `table`, with every cell made harmless."""

from __future__ import annotations

import csv
import io
import re

from crosscheck.model import Report
from crosscheck.reporting.options import Options, shown
from crosscheck.reporting.safe import line
from crosscheck.reporting.table import COLUMNS, Cell, rows

# what makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), also in the full-width forms that
# some fold; a blank or a quotation mark before it does not protect
_FORMULA = re.compile(r"[\s'\"]*[=+\-@|%＝＋－＠｜％]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def render_csv(report: Report, options: Options) -> str:
    """The findings that are shown, a row for each place, under a row of column names; lines end in CR LF.

    Without a byte-order mark: who writes it to a file for a spreadsheet encodes it as ``utf-8-sig``, as the
    command does for ``-o``.
    """
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    for row in rows(report, shown(report, options)):
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return written.getvalue()


def harmless(value: Cell) -> Cell:
    """A cell that no spreadsheet runs: on one line, nothing hidden in it, formulas behind an apostrophe.

    >>> harmless("=HYPERLINK(1)"), harmless("-5"), harmless(None), harmless("12 died")
    ("'=HYPERLINK(1)", '-5', None, '12 died')
    """
    if not isinstance(value, str):
        return value
    shown = line(value)
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
