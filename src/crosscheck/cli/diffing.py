"""`crosscheck diff`: what changed between two saved reports of one story."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.cli import streams
from crosscheck.cli.saved import document
from crosscheck.cli.statuses import FAILED_ON, RAN
from crosscheck.errors import ReportError
from crosscheck.reporting import changes_text
from crosscheck.reporting.changes import Changes, Json, changes
from crosscheck.reporting.json_reading import parsed


def run(old_path: str, new_path: str, format: str, fail_on: Sequence[str]) -> int:
    """Say what changed; the exit status."""
    old, new = _report(old_path), _report(new_path)
    found = changes(old, new)
    if format == "json":
        streams.emit(changes_text.to_json(found))
    else:
        streams.show(changes_text.lines(old, new, found, streams.width()))
    return FAILED_ON if _is_worse(found, fail_on) else RAN


def _report(path: str) -> Json:
    try:
        return parsed(document(path))
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from None


def _is_worse(found: Changes, fail_on: Sequence[str]) -> bool:
    """Whether something that `fail_on` names is new, or has become so."""
    return any(
        name in (change.new["verdict"], change.new["severity"])
        and not (change.old and name in (change.old["verdict"], change.old["severity"]))
        for change in found.findings
        if change.new
        for name in fail_on
    )
