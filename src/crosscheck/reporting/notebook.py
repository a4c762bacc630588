"""A report in a notebook: the counts, and a table of the discrepancies. Every text passes through `escape`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as html_escape

from crosscheck.model import Finding, Report
from crosscheck.reporting import safe, telling
from crosscheck.reporting.choosing import leading
from crosscheck.reporting.heading import heading
from crosscheck.reporting.text_header import parts_of, tallies
from crosscheck.reporting.view import View

LARGEST = 1_000_000
"""Characters of a report that a notebook, which keeps every output in its file, should hold."""


def escape(text: str) -> str:
    """Any text as HTML that shows it on one line and does nothing else.

    >>> escape("<b onload='x'>12\\x1b</b>")
    '&lt;b onload=&#x27;x&#x27;&gt;12‹U+001B›&lt;/b&gt;'
    """
    return html_escape(safe.line(text))


def render_notebook(report: Report) -> str:
    """A piece of HTML without style sheet or script, for the notebook's own look; the whole report folded under it.

    The whole is the HTML report in a frame of its own, which can neither fetch anything nor reach the notebook.
    """
    view = View.of(report)
    counted = " · ".join(text for text, _ in tallies(report.findings, len(report.not_compared), 0))
    rows = "".join(row for finding in report.discrepancies for row in _rows(view, finding))
    head = "<tr><th></th><th>what</th><th>who says what</th><th>id</th></tr>"
    table = f"<table>{head}{rows}</table>" if rows else ""
    listed = "".join(f"<li>{escape(view.letters[a.id])} {escape(a.name)}</li>" for a in view.articles)
    said = escape(f"crosscheck · {' · '.join(parts_of(report))}")
    return f"<div><p><b>{said}</b></p><ul>{listed}</ul><p>{escape(counted)}</p>{table}{_whole(report)}</div>"


def _whole(report: Report) -> str:
    from crosscheck.reporting import render

    document = render(report, "html")
    if len(document) > LARGEST:
        return "<p>The whole report is too large for a notebook: crosscheck.render(report, &#x27;html&#x27;)</p>"
    frame = f'<iframe sandbox="allow-scripts" width="100%" height="800" srcdoc="{html_escape(document)}"></iframe>'
    return f"<details><summary>The whole report</summary>{frame}</details>"


def _rows(view: View, finding: Finding) -> Iterator[str]:
    for comparison in leading(finding)[1]:
        given = "<br>".join(
            f"<b><bdi>{escape(version.display)}</bdi></b> {escape(view.bearers(version))}"
            for version in telling.ordered(view, comparison)
        )
        cells = (finding.severity or finding.verdict, heading(view, finding, comparison), given, view.ids[finding.id])
        yield "<tr>" + "".join(f"<td>{cell if cell is given else escape(cell)}</td>" for cell in cells) + "</tr>"
