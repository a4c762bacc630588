"""From a report to what is read of it: text, JSON, and an explanation of one finding.

A format is a module with one function from a report and its options to text; `FORMATS` names them.
Each module is imported when it is first asked for, so that who wants text does not wait for JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from crosscheck.errors import ConfigError
from crosscheck.model import Finding, Report
from crosscheck.reporting import options as _options

FORMATS = {
    "text": "text_format:render_text",
    "html": "html:render_html",
    "markdown": "markdown_format:render_markdown",
    "csv": "csv_format:render_csv",
    "json": "json_format:render_json",
    "jsonl": "jsonl_format:render_jsonl",
}

__all__ = [
    "FORMATS", "explain", "from_dict", "from_json", "render", "render_notebook", "rows", "schema", "shown",
    "to_dict", "to_json",
]  # fmt: skip


def render(report: Report, format: str = "text", **options: object) -> str:
    """The report in a format, ending in a line feed. The options are those of `options.Options`.

    `ConfigError` for a format or an option that there is not, or a value out of range.

    >>> print(render(Report("crosscheck-report/1", "0", (), ())), end="")
    crosscheck · 0 articles · 0 origins
    """
    chosen = _options.Options.of(options)
    if format not in FORMATS:
        raise ConfigError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    module, _, function = FORMATS[format].partition(":")
    rendered = getattr(import_module(f"{__name__}.{module}"), function)(report, chosen)
    return str(rendered)


def shown(
    report: Report, *, only: Iterable[str] = (), ignore: Iterable[str] = (), min_confidence: float = 0.0
) -> tuple[Finding, ...]:
    """The findings that pass the filters: those that are shown, and those that `--fail-on` looks at."""
    chosen = _options.Options(only=only, ignore=ignore, min_confidence=min_confidence)
    return _options.shown(report, chosen)


def explain(report: Report, finding_id: str, *, width: int = 80, color: bool = False) -> str:
    """One finding at length: who says what, the confidence as a sum of its terms, the steps in words.

    `finding_id` is any beginning of its id that no other finding has; `ReportError` for any other.
    """
    from crosscheck.reporting import explaining

    return explaining.explain(report, finding_id, width, color)


def to_dict(report: Report, embed_text: bool = False) -> dict[str, Any]:
    """The report as plain dicts, lists, text, numbers, truth values and None, by `docs/report-schema.md`.

    With `embed_text` each source carries its text, and `from_dict` gives an equal report.
    """
    from crosscheck.reporting import json_format

    return json_format.to_dict(report, embed_text)


def to_json(report: Report, embed_text: bool = False) -> str:
    """The same as a JSON document: equal reports give equal bytes."""
    from crosscheck.reporting import json_format

    return json_format.to_json(report, embed_text)


def rows(report: Report) -> list[dict[str, str | int | float | bool | None]]:
    """The findings as a table: a row for each place where a value stands, with the keys of `table.COLUMNS`."""
    from crosscheck.reporting import table

    return table.rows(report)


def render_notebook(report: Report) -> str:
    """A piece of HTML for a notebook: the counts and the discrepancies, every text escaped."""
    from crosscheck.reporting import notebook

    return notebook.render_notebook(report)


def from_dict(data: object) -> Report:
    """The report of what `to_dict(report, embed_text=True)` gave; `ReportError`, saying why, for anything else."""
    from crosscheck.reporting import json_reading

    return json_reading.from_dict(data)


def from_json(document: str | bytes) -> Report:
    """The report of a JSON document that carries its texts; `ReportError`, saying why, for any other."""
    from crosscheck.reporting import json_reading

    return json_reading.from_json(document)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a JSON report."""
    from crosscheck.reporting import json_schema

    return json_schema.schema()
