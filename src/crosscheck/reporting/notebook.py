"""A report in a notebook: the counts, and a table of the discrepancies. Every text passes through `escape`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as html_escape

from crosscheck.model import Finding, Report
from crosscheck.reporting import safe, telling
from crosscheck.reporting.choosing import leading
from crosscheck.reporting.text_header import parts_of, tallies
from crosscheck.reporting.view import View


def escape(text: str) -> str:
    """Any text as HTML that shows it on one line and does nothing else.

    >>> escape("<b onload='x'>12\\x1b</b>")
    '&lt;b onload=&#x27;x&#x27;&gt;12‹U+001B›&lt;/b&gt;'
    """
    return html_escape(safe.line(text))


def render_notebook(report: Report) -> str:
    """A piece of HTML without style sheet or script, for the notebook's own look."""
    view = View.of(report)
    counted = " · ".join(text for text, _ in tallies(report.findings, len(report.not_compared), 0))
    rows = "".join(row for finding in report.discrepancies for row in _rows(view, finding))
    head = "<tr><th></th><th>what</th><th>who says what</th><th>id</th></tr>"
    table = f"<table>{head}{rows}</table>" if rows else ""
    listed = "".join(f"<li>{escape(view.letters[a.id])} {escape(a.name)}</li>" for a in view.articles)
    said = escape(f"crosscheck · {' · '.join(parts_of(report))}")
    return f"<div><p><b>{said}</b></p><ul>{listed}</ul><p>{escape(counted)}</p>{table}</div>"


def _rows(view: View, finding: Finding) -> Iterator[str]:
    for comparison in leading(finding)[1]:
        given = "<br>".join(
            f"<b><bdi>{escape(version.display)}</bdi></b> {escape(view.bearers(version))}"
            for version in telling.ordered(view, comparison)
        )
        cells = (finding.severity or finding.verdict, view.title(finding, comparison), given, view.ids[finding.id])
        yield "<tr>" + "".join(f"<td>{cell if cell is given else escape(cell)}</td>" for cell in cells) + "</tr>"
