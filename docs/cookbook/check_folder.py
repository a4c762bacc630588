"""Check a folder of articles, and list what their outlets disagree on.

python check_folder.py FOLDER
"""

import sys

import crosscheck

reading = crosscheck.read(sys.argv[1])
report = crosscheck.check(reading.articles, notes=reading.notes, errors=reading.errors)

print(f"{len(report.articles)} articles, {len(report.conflicts)} conflicts, {len(report.updates)} updates")
for finding in report.conflicts:
    for comparison in finding.comparisons:
        if comparison.relation == "conflict":
            print(f"\n{comparison.facet} ({finding.id[:4]})")
            for version in comparison.versions:
                outlets = {report.article(mention.passage.article_id).name for mention in version.mentions}
                print(f"  {version.display}: {', '.join(sorted(outlets))}")
for error in report.errors:
    print(f"\nnot read: {error.path}: {error.message}")
