"""Stop a publication pipeline where the draft contradicts another outlet.

    python fail_on_conflict.py DRAFT FOLDER

Exits with status 1 if it does, and says where. `crosscheck --fail-on conflict` does the same for any two articles.
"""

import sys

import crosscheck

LEAST = 0.7  # findings that are less sure stop nobody

draft, folder = sys.argv[1:]
reading = crosscheck.read(draft, folder)
report = crosscheck.check(reading.articles)
ours = next(article for article in report.articles if article.path == draft)

conflicts = {
    finding
    for other in report.articles
    if other.id != ours.id
    for finding in report.between(ours.id, other.id)
    if finding.severity == "conflict" and finding.confidence >= LEAST
}
for finding in sorted(conflicts, key=lambda finding: finding.id):
    print(crosscheck.explain(report, finding.id))
sys.exit(1 if conflicts else 0)
