"""`crosscheck explain`: one finding of a saved report, with its terms and steps in words."""

from __future__ import annotations

import sys

import crosscheck
from crosscheck.cli import streams
from crosscheck.cli.statuses import RAN
from crosscheck.errors import InputError
from crosscheck.model import Report
from crosscheck.reporting.json_reading import from_json

_LISTED = 5


def run(beginning: str, path: str) -> int:
    """Explain the finding whose id begins so; the exit status."""
    report = from_json(_document(path))
    streams.emit(crosscheck.explain(report, full_id(report, beginning)).rstrip("\n") + "\n")
    return RAN


def _document(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        message = f"{path}: could not be read ({error.strerror or error}); name a report made with -f json --embed-text"
        raise InputError("not-found", message) from None


def full_id(report: Report, beginning: str) -> str:
    """The one id of a finding of `report` that begins so; `InputError` where there is none, or several."""
    beginning = beginning.casefold()
    ids = [finding.id for finding in report.findings if finding.id.startswith(beginning)]
    if beginning in ids:
        return beginning
    if not ids:
        raise InputError("no-finding", f"no finding's id begins with {beginning!r}; the report lists them")
    if len(ids) > 1:
        listed = ", ".join(ids[:_LISTED]) + (", …" if len(ids) > _LISTED else "")
        raise InputError("several-findings", f"{len(ids)} ids begin with {beginning!r}: {listed}; give more of it")
    return ids[0]
