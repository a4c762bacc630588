"""Compare two versions of one article: which facts did the outlet change?

python compare_versions.py versions/morning.txt versions/evening.txt
"""

import sys

import crosscheck

before, after = crosscheck.read(*sys.argv[1:]).articles
report = crosscheck.check([before, after])

for finding in report.between(before.id, after.id):
    for comparison in finding.comparisons:
        if comparison.relation in ("conflict", "update"):
            given = {
                mention.passage.article_id: version.display
                for version in comparison.versions
                for mention in version.mentions
            }
            about = dict(comparison.role)["display"]
            print(f"{comparison.facet}, {about}: {given[before.id]} became {given[after.id]}")

for finding in report.single_source:
    articles = {statement.article_id for statement in finding.statements}
    if len(articles) == 1:
        statement = finding.statements[0]
        what = "no longer said" if before.id in articles else "new"
        print(f"{what}: {statement.of(report.article(statement.article_id).text)}")
