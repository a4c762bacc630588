"""A report as JSON Lines: each object of the JSON report on a line of its own, named by `type`.

The first line holds what is said of the report as a whole; it also says what the filters hide.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crosscheck.model import Report
from crosscheck.reporting.json_format import filtered, to_dict
from crosscheck.reporting.options import Options
from crosscheck.reporting.safe import json_escaped

TYPES = {
    "sources": "source",
    "stories": "story",
    "origins": "origin",
    "findings": "finding",
    "not_compared": "not-compared",
    "reuse": "reuse",
    "notes": "note",
    "errors": "error",
}
"""What each list of the JSON report holds, as `type` calls it, in the order of the lines."""


def render_jsonl(report: Report, options: Options) -> str:
    """The report, all findings in it, one JSON object a line."""
    data = to_dict(report, embed_text=options.embed_text) | {"filtered": filtered(report, options)}
    return json_escaped(
        "".join(f"{json.dumps(each, ensure_ascii=False, allow_nan=False)}\n" for each in _objects(data))
    )


def _objects(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"type": "report"} | {name: value for name, value in data.items() if name not in TYPES}
    for name, kind in TYPES.items():
        for each in data[name]:
            yield {"type": kind} | each
