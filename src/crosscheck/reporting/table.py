"""A report as a table: a row for each place where a finding's value stands, in columns with fixed names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from crosscheck.model import Comparison, Finding, Mention, Report, Statement, Version
from crosscheck.reporting.view import View
from crosscheck.reporting.wording import role

Cell = str | int | float | bool | None
Row = dict[str, Cell]

COLUMNS = (
    "finding", "verdict", "severity", "scope", "tags", "confidence", "alignment", "independent_origins", "checkable",
    "story", "group", "facet", "about", "relation", "reason", "value", "low", "high", "unit", "as_of",
    "source", "outlet", "published", "origin", "speaker", "speech", "placement",
    "path", "line", "column", "start", "end", "words", "statement",
)  # fmt: skip
"""The columns in their order; further ones may be added at the end, none changes its name or meaning."""

_ENDS = {"quantity": ("low", "high"), "date": ("earliest", "latest")}


def rows(report: Report, findings: Sequence[Finding] | None = None) -> list[Row]:
    """The report's findings, or some of them, as rows with the keys of `COLUMNS`.

    A finding has a row for each place where one of its values is given, and one, without a value, for each
    other statement of it. `low` and `high` are exact: decimal strings of a figure, the first and last day of
    a date; `None` is unbounded or unknown. `words` are the source's own characters of the value, `statement`
    those of the statement.
    """
    view = View.of(report)
    return [row for finding in (report.findings if findings is None else findings) for row in _rows(view, finding)]


def _rows(view: View, finding: Finding) -> Iterator[Row]:
    mentioned: set[int] = set()
    for comparison in finding.comparisons:
        for version in comparison.versions:
            for mention in version.mentions:
                mentioned.add(mention.statement)
                yield _row(view, finding, mention.statement, _valued(comparison, version), mention)
    for position in range(len(finding.statements)):
        if position not in mentioned:
            yield _row(view, finding, position, {}, None)


def _row(view: View, finding: Finding, position: int, valued: Row, mention: Mention | None) -> Row:
    statement = finding.statements[position]
    found = _found(finding) | valued | _placed(view, statement, mention)
    return dict.fromkeys(COLUMNS) | found | {"origin": finding.origins[position]}


def _found(finding: Finding) -> Row:
    return {
        "finding": finding.id,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "scope": finding.scope,
        "tags": " ".join(finding.tags),
        "confidence": finding.confidence,
        "alignment": finding.alignment,
        "independent_origins": finding.independent_origins,
        "checkable": finding.checkable,
        "story": finding.story,
        "group": finding.group,
    }


def _valued(comparison: Comparison, version: Version) -> Row:
    value: dict[str, Any] = dict(version.value)
    low, high = _ENDS.get(comparison.facet, ("", ""))
    return {
        "facet": comparison.facet,
        "about": role(comparison.role),
        "relation": comparison.relation,
        "reason": comparison.reason,
        "value": version.display,
        "low": value.get(low),
        "high": value.get(high),
        "unit": value.get("unit") if comparison.facet == "quantity" else None,
    }


def _placed(view: View, statement: Statement, mention: Mention | None) -> Row:
    article = view.report.article(statement.article_id)
    span = mention.passage.span if mention else statement.hull
    line, column = view.line_and_column(article, span.start)
    return {
        "as_of": mention.as_of if mention else None,
        "source": article.id,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "speaker": statement.speaker.name if statement.speaker else None,
        "speech": statement.speech,
        "placement": statement.placement,
        "path": article.path,
        "line": line,
        "column": column,
        "start": span.start,
        "end": span.end,
        "words": span.of(article.text) if mention else None,
        "statement": statement.of(article.text),
    }
