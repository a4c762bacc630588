"""`crosscheck check`: read, check, render, and say with the exit status how it went."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from attrs import asdict

import crosscheck
from crosscheck.cli import streams
from crosscheck.cli.choices import COMMANDS
from crosscheck.cli.configuring import Settings
from crosscheck.cli.statuses import FAILED_ON, RAN, UNREAD, WRONG_USE
from crosscheck.config import Config
from crosscheck.errors import InputError
from crosscheck.model import Article, Finding, Note, Report, SourceError
from crosscheck.reporting.options import Options, shown

# from about here on a check takes longer than a person waits without wondering
_LONG_WORK = 100_000


class Asked(NamedTuple):
    """What the command line asks for, as its options are called."""

    sources: tuple[str, ...]
    format: str
    output: str | None
    outlet: str | None
    published: str | None
    only: tuple[str, ...]
    ignore: tuple[str, ...]
    min_confidence: float
    top: int
    fail_on: tuple[str, ...]
    strict: bool
    embed_text: bool
    explain: bool
    brief: bool
    color: str
    quiet: bool
    verbose: bool

    @property
    def is_read_here(self) -> bool:
        """Whether the report, which lists what could not be read, is printed where errors would be too."""
        return self.format == "text" and self.output in (None, "-") and sys.stdout.isatty()

    def options(self) -> Options:
        """How the report is to be shown; `ConfigError` for a wrong facet or confidence."""
        return Options(
            width=streams.width(),
            color=self.color == "always" or (self.output in (None, "-") and streams.wants_color(self.color)),
            brief=self.brief,
            explain=self.explain,
            only=self.only,
            ignore=self.ignore,
            min_confidence=self.min_confidence,
            top=self.top,
            embed_text=self.embed_text,
        )


def run(asked: Asked, settings: Settings) -> int:
    """Check what is asked for; the exit status."""
    options = asked.options()
    if "-" in asked.sources and sys.stdin.isatty() and not asked.quiet:
        streams.say("reading standard input; end it with Ctrl-D")
    config = settings.config
    # who finds less than others do should see why
    if settings.path and not asked.quiet and (asked.verbose or config != Config()):
        streams.say(f"settings from {settings.path}")
    reading = crosscheck.read(*asked.sources, outlet=asked.outlet, published=asked.published, config=config)
    if not reading.articles:
        _complain(reading.errors)
        return WRONG_USE
    _keep_sources(asked.output, reading.articles)
    with streams.progress(
        f"checking {len(reading.articles)} articles …", _is_long(reading.articles) and not asked.quiet
    ):
        report = crosscheck.check(reading.articles, config, notes=reading.notes, errors=reading.errors)
    readable = _readable(report)
    if not (readable and asked.is_read_here):
        _complain(report.errors)
    if not readable:
        return WRONG_USE
    _hint(readable, report.notes, asked)
    if asked.is_read_here:
        from crosscheck.reporting.text_format import lines  # no other format waits for it

        streams.show(lines(report, options, links=streams.shows_links(asked.color)), asked.color)
    else:
        _deliver(crosscheck.render(report, asked.format, **asdict(options)), asked)
    return _status(report, asked, options)


def _is_long(articles: Sequence[Article]) -> bool:
    return sum(len(article.text) for article in articles) > _LONG_WORK


def _keep_sources(output: str | None, articles: Sequence[Article]) -> None:
    """Refuse to write the report over an article."""
    for article in articles:
        # the articles of an export are called export.json#1, export.json#2
        paths = {article.path, (article.path or "").rpartition("#")[0]}
        if output and os.path.realpath(output) in {os.path.realpath(path) for path in paths if path}:
            raise InputError("output-is-source", f"{output} is one of the sources; write the report to another file")


def _complain(errors: Sequence[SourceError]) -> None:
    for error in errors:
        streams.say(f"{error.path}: {error.message}{_meant(error)}")


def _meant(error: SourceError) -> str:
    """The command whose name was perhaps misspelt, where there is no such file."""
    from difflib import get_close_matches

    near = get_close_matches(error.path, COMMANDS, n=1, cutoff=0.75) if error.code == "not-found" else []
    return f", or did you mean the command {near[0]}?" if near else ""


def _readable(report: Report) -> list[Article]:
    """The articles in a language that there is a lexicon for."""
    foreign = {error.path for error in report.errors if error.code == "no-lexicon"}
    return [article for article in report.articles if (article.path or article.id) not in foreign]


def _hint(readable: Sequence[Article], notes: Sequence[Note], asked: Asked) -> None:
    if asked.quiet:
        return
    if len(readable) == 1:
        streams.say("one article alone can only be checked against itself; give others about the same event")
    if asked.verbose:
        for article in readable:
            streams.say(_understood(article, notes))


def _understood(article: Article, notes: Sequence[Note]) -> str:
    about = dict.fromkeys(note.code for note in notes if note.article_id == article.id)
    published = article.published.isoformat() if article.published else "no date"
    parts = [article.outlet or "no outlet", published, f"{len(article.text)} characters", *about]
    return f"{article.path or article.id}: {article.id}, {', '.join(parts)}"


def _deliver(text: str, asked: Asked) -> None:
    output = asked.output
    if output is None or output == "-":
        streams.emit(text)
        return
    # spreadsheets take a table without a byte-order mark for the system's old code page
    encoding = "utf-8-sig" if asked.format == "csv" else "utf-8"
    try:
        with open(output, "w", encoding=encoding, errors="replace", newline="") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or error
        raise InputError("output", f"{output}: could not be written ({reason}); name another file") from None


def _status(report: Report, asked: Asked, options: Options) -> int:
    if asked.strict and report.errors:
        return UNREAD
    visible = shown(report, options)
    return FAILED_ON if any(_is(finding, name) for finding in visible for name in asked.fail_on) else RAN


def _is(finding: Finding, name: str) -> bool:
    return name in (finding.verdict, finding.severity)
