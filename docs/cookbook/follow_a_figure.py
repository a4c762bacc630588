"""Follow one figure of a story across its outlets, in the order of time.

python follow_a_figure.py FOLDER "people killed"
"""

import sys

import crosscheck

folder, about = sys.argv[1:]
report = crosscheck.check(crosscheck.read(folder).articles)

figures = [row for row in report.rows() if row["facet"] == "quantity" and about in str(row["about"])]
for row in sorted(figures, key=lambda row: (str(row["as_of"]), str(row["path"]), row["start"])):
    print(f"{row['as_of'] or 'time not known':25}  {row['value']:12}  {row['outlet']}: {row['path']}:{row['line']}")
