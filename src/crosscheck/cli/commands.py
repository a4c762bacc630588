"""The commands and their options. What they do is imported when they run, so that `--help` is quick."""

from __future__ import annotations

from typing import Any

import click

from crosscheck import __version__

FAIL_ON = click.Choice(["conflict", "update", "discrepancy", "single-source"])
EXAMPLES = """\b
Examples:
  crosscheck echo.txt courier.txt gazette.txt
  crosscheck articles/                      a folder, with or without a sources.json
  crosscheck -f json -o report.json articles/
  crosscheck --fail-on conflict articles/   status 1 if two outlets contradict each other
  curl -s URL | crosscheck --outlet Echo --published 2026-11-17 -
  crosscheck facts "between 5,000 and 7,000 people" --published 2015-10-16
  crosscheck explain k7f2 report.json

\b
A FACET is quantity, date, place, name, polarity, direction, attribution, quote,
certainty or wording.

\b
Exit status:
  0    ran, and nothing that --fail-on names was found
  1    something that --fail-on names was found
  2    wrong use, or no source could be read
  3    with --strict, a source could not be read
  70   a bug in crosscheck
  130  interrupted
"""


class DefaultsToCheck(click.Group):
    """A group whose first argument, if it names no command, is what to check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h", "--version")):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        params = (*self.commands["check"].get_params(ctx), *self.get_params(ctx))
        records = [param.get_help_record(ctx) for param in params if isinstance(param, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl(list(dict.fromkeys(record for record in records if record)))
        self.format_commands(ctx, formatter)


@click.group(
    cls=DefaultsToCheck,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[check] [OPTIONS] SOURCE...",
    epilog=EXAMPLES,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def crosscheck() -> None:
    """What do several news reports of one event agree on, where do they contradict each other, and what
    does only one of them say?

    A SOURCE is a text file, a web page, a JSON or JSON Lines export, a folder, a manifest (sources.json),
    or - for standard input. A file named like a command is given as ./facts.
    """


@crosscheck.command(epilog=EXAMPLES, short_help="Check sources against each other; the command if none is named.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="How to report. [text]")
@click.option("-o", "--output", metavar="FILE", help="Write the report to FILE.")
@click.option("--outlet", metavar="NAME", help="Who published it, for a single source.")
@click.option("--published", metavar="DATE", help="When, for a single source: 2015-10-16, 2015-10-16T09:30+00:00.")
@click.option("--only", metavar="FACET", multiple=True, help="Show findings about this facet alone (repeatable).")
@click.option("--ignore", metavar="FACET", multiple=True, help="Show no findings about this facet (repeatable).")
@click.option("--min-confidence", type=float, default=0.0, metavar="0..1", help="Show no findings less sure.")
@click.option("--fail-on", type=FAIL_ON, multiple=True, help="Status 1 if one is shown (repeatable).")
@click.option("--strict", is_flag=True, help="Status 3 if a source could not be read.")
@click.option("--embed-text", is_flag=True, help="JSON with the texts in it, for `crosscheck explain`.")
@click.option("--explain", is_flag=True, help="Show the steps that led to each finding.")
@click.option("--brief", is_flag=True, help="Discrepancies only, one line a place.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours. [auto]")
@click.option("-q", "--quiet", is_flag=True, help="On standard error, errors alone.")
@click.option("-v", "--verbose", is_flag=True, help="On standard error, say how each source was understood.")
def check(**options: Any) -> int:
    """Check sources against each other (the command where none is named)."""
    from crosscheck.cli.checking import Asked, run

    return run(Asked(**options))


@crosscheck.command(short_help="Show what the normaliser reads in a text.")
@click.argument("text")
@click.option("--published", metavar="DATE", help="The day to resolve days against: 2015-10-16.")
def facts(text: str, published: str | None) -> int:
    """Show what the normaliser reads in TEXT, or in standard input for -."""
    from crosscheck.cli.facts import run

    return run(text, published)


@crosscheck.command(short_help="Explain one finding of a saved report.")
@click.argument("finding", metavar="ID")
@click.argument("report", metavar="REPORT.json")
def explain(finding: str, report: str) -> int:
    """Explain the finding ID, or the one whose id begins so, of a report made with --embed-text."""
    from crosscheck.cli.explaining import run

    return run(finding, report)


@crosscheck.command(short_help="Print the JSON Schema of reports.")
def schema() -> int:
    """Print the JSON Schema of reports."""
    import json

    from crosscheck.cli.streams import emit
    from crosscheck.reporting.schema import schema as report_schema

    emit(json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n")
    return 0
