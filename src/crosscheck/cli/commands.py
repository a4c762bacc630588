"""The commands and their options. What they do is imported when they run, so that `--help` is quick."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from crosscheck import __version__
from crosscheck.cli.choices import COLORS, FACETS, FAIL_ON, FORMATS, SUFFIXES

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

EXAMPLES = f"""\b
Examples:
  crosscheck echo.txt courier.txt gazette.txt
  crosscheck articles/                      a folder, with or without a sources.json
  crosscheck --brief --only quantity articles/
  crosscheck -o report.html articles/       or .md, .csv, .json, .jsonl
  crosscheck --fail-on conflict articles/   status 1 if two outlets contradict each other
  curl -s URL | crosscheck --outlet Echo --published 2026-11-17 -
  crosscheck -o today.json articles/ && crosscheck diff yesterday.json today.json
  crosscheck explain k7f2 today.json        why this finding, step by step
  crosscheck facts "between 5,000 and 7,000 people" --published 2015-10-16

\b
A FACET is {", ".join(FACETS[:7])},
{", ".join(FACETS[7:-1])} or {FACETS[-1]}.

\b
Settings are read from --config FILE, else from crosscheck.toml or [tool.crosscheck] in
pyproject.toml, here or in the nearest folder above. A key is an option's name; link-floor,
clauses, facets and [fields], for exports, are settings too.

\b
Exit status:
  0    ran, and nothing that --fail-on names was found
  1    something that --fail-on names was found
  2    wrong use, wrong settings, or no source could be read
  3    with --strict, a source could not be read
  70   a bug in crosscheck
  130  interrupted
"""


# click's own loses the names of commands where a file may stand in their place too
BASH = """\
_crosscheck_completion() {
    local answer word="${COMP_WORDS[COMP_CWORD]}"
    local IFS=$'\\n'
    COMPREPLY=()
    for answer in $(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _CROSSCHECK_COMPLETE=bash_complete "$1"); do
        if [[ $answer == plain,* ]]; then
            COMPREPLY+=("${answer#plain,}")
        else
            compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -f -- "$word"))
        fi
    done
}
complete -o nosort -F _crosscheck_completion crosscheck
"""


def _files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _facets(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(facet) for facet in FACETS if facet.startswith(incomplete)]


class DefaultsToCheck(click.Group):
    """A group whose first argument, if it names no command, is what to check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = args and (args[0] in self.commands or args[0] in ("--help", "-h", "--version"))
        if not named and not (ctx.resilient_parsing and not args):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the first word can be: a command, else what `check` takes."""
        own = super().shell_complete(ctx, incomplete)
        names = {item.value for item in own}
        default = self.commands["check"]
        inner = click.Context(default, parent=ctx, info_name="check", resilient_parsing=True)
        files = [] if incomplete.startswith("-") else _files(inner, default.params[0], incomplete)
        found = default.shell_complete(inner, incomplete) + files
        return own + [item for item in found if item.value not in names]

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


def _facet_option(name: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, metavar="FACET", multiple=True, shell_complete=_facets, help=f"{help} (repeatable).")


@crosscheck.command(epilog=EXAMPLES, short_help="Check sources against each other; the command if none is named.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=_files)
@click.option("-f", "--format", type=click.Choice(FORMATS), default="text", help="How to report. [by FILE, else text]")
@click.option("-o", "--output", metavar="FILE", shell_complete=_files, help="Write the report to FILE.")
@click.option("--outlet", metavar="NAME", help="Who published it, for a single source.")
@click.option("--published", metavar="DATE", help="When, for a single source: 2015-10-16, 2015-10-16T09:30+00:00.")
@_facet_option("--only", "Show findings about this facet alone")
@_facet_option("--ignore", "Show no findings about this facet")
@click.option("--min-confidence", type=float, default=0.0, metavar="0..1", help="Show no findings less sure.")
@click.option("--top", type=int, default=5, metavar="N", help="How many single-source findings to list. [5]")
@click.option("--fail-on", type=click.Choice(FAIL_ON), multiple=True, help="Status 1 if one is shown (repeatable).")
@click.option("--strict", is_flag=True, help="Status 3 if a source could not be read.")
@click.option("--embed-text", is_flag=True, help="JSON with the texts in it, which can be explained anywhere.")
@click.option("--explain", is_flag=True, help="Show the steps that led to each finding.")
@click.option("--brief", is_flag=True, help="Discrepancies only.")
@click.option("--color", type=click.Choice(COLORS), default="auto", help="Colours. [auto]")
@click.option("--config", metavar="FILE", shell_complete=_files, help="Take the settings from FILE.")
@click.option("-q", "--quiet", is_flag=True, help="On standard error, errors alone.")
@click.option("-v", "--verbose", is_flag=True, help="On standard error, say how each source was understood.")
@click.pass_context
def check(ctx: click.Context, /, config: str | None, **options: Any) -> int:
    """Check sources against each other (the command where none is named)."""
    from crosscheck.cli.checking import Asked, run
    from crosscheck.cli.configuring import settings

    found = settings(config)
    default = click.core.ParameterSource.DEFAULT
    unsaid = {name: value for name, value in found.options.items() if ctx.get_parameter_source(name) == default}
    suffix = os.path.splitext(options["output"] or "")[1].lower()
    if suffix in SUFFIXES and ctx.get_parameter_source("format") == default:
        unsaid["format"] = SUFFIXES[suffix]
    return run(Asked(**(options | unsaid)), found)


@crosscheck.command(short_help="Show what the normaliser reads in a text.")
@click.argument("text")
@click.option("--published", metavar="DATE", help="The day to resolve days against: 2015-10-16.")
def facts(text: str, published: str | None) -> int:
    """Show what the normaliser reads in TEXT, or in standard input for -."""
    from crosscheck.cli.facts import run

    return run(text, published)


@crosscheck.command(short_help="Explain one finding of a saved report.")
@click.argument("finding", metavar="ID")
@click.argument("report", metavar="REPORT.json", shell_complete=_files)
def explain(finding: str, report: str) -> int:
    """Explain the finding ID, or the one whose id begins so, of a report made with -f json.

    The report must carry its texts (--embed-text), or its sources must still be where they were.
    """
    from crosscheck.cli.explaining import run

    return run(finding, report)


@crosscheck.command(short_help="Show what changed between two saved reports.")
@click.argument("old", metavar="OLD.json", shell_complete=_files)
@click.argument("new", metavar="NEW.json", shell_complete=_files)
@click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="How to report. [text]")
@click.option("--fail-on", type=click.Choice(FAIL_ON), multiple=True, help="Status 1 if one is new (repeatable).")
def diff(old: str, new: str, format: str, fail_on: tuple[str, ...]) -> int:
    """Show what changed from one report of a story to a later one, both made with -f json."""
    from crosscheck.cli.diffing import run

    return run(old, new, format, fail_on)


@crosscheck.command(short_help="Print the JSON Schema of reports.")
def schema() -> int:
    """Print the JSON Schema of reports."""
    import json

    from crosscheck.cli.streams import emit
    from crosscheck.reporting import schema as report_schema

    emit(json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n")
    return 0


@crosscheck.command(short_help="Print what makes a shell complete the command.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the code that makes SHELL complete this command.

    \b
    bash:  crosscheck completion bash >> ~/.bashrc
    zsh:   crosscheck completion zsh >> ~/.zshrc
    fish:  crosscheck completion fish > ~/.config/fish/completions/crosscheck.fish
    """
    from click.shell_completion import get_completion_class

    from crosscheck.cli.streams import emit

    found = get_completion_class(shell)
    assert found is not None
    own = found(crosscheck, {}, "crosscheck", "_CROSSCHECK_COMPLETE").source() + "\n"
    emit(BASH if shell == "bash" else own)
    return 0
