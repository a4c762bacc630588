"""`crosscheck explain`: one finding of a saved report, with its terms and steps in words."""

from __future__ import annotations

import sys

import crosscheck
from crosscheck.cli import streams
from crosscheck.cli.statuses import RAN
from crosscheck.errors import InputError
from crosscheck.reporting import from_json


def run(beginning: str, path: str) -> int:
    """Explain the finding whose id begins so; the exit status."""
    report = from_json(_document(path))
    streams.emit(crosscheck.explain(report, beginning, width=streams.width(), color=streams.wants_color("auto")))
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
