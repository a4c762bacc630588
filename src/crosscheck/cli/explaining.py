"""`crosscheck explain`: one finding of a saved report, with its terms and steps in words."""

from __future__ import annotations

from crosscheck.cli import saved, streams
from crosscheck.cli.statuses import RAN
from crosscheck.reporting import explaining


def run(beginning: str, path: str) -> int:
    """Explain the finding whose id begins so; the exit status."""
    report = saved.report(path)
    streams.show(explaining.lines(report, beginning, streams.width(), links=streams.shows_links()))
    return RAN
