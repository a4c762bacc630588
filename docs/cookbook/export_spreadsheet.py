"""Export a report to a spreadsheet: a row for each place where a value stands.

    python export_spreadsheet.py FOLDER table.csv

Cells that a spreadsheet would run as formulas are defused. `pandas.DataFrame(report.rows())` has the same rows.
"""

import sys
from pathlib import Path

import crosscheck

folder, table = sys.argv[1:]
report = crosscheck.check(crosscheck.read(folder).articles)

# the mark at its beginning tells a spreadsheet that the file is UTF-8
Path(table).write_text(crosscheck.render(report, "csv"), encoding="utf-8-sig", newline="")
print(f"{len(report.rows())} rows written to {table}")
