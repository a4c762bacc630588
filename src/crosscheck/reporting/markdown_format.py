"""A report as Markdown, for a story file or a pull request: CommonMark with the tables of GitHub.

Every text of the sources passes through `escaped`, so that none becomes markup, a link or a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.model import Article, Comparison, Finding, Report, Version
from crosscheck.reporting import safe, telling, wording
from crosscheck.reporting.choosing import leading, origins_behind, told_first
from crosscheck.reporting.excerpt import pieces
from crosscheck.reporting.heading import heading
from crosscheck.reporting.options import Options
from crosscheck.reporting.quoting import Quote, pointed, quoted
from crosscheck.reporting.ranking import alone, ranked
from crosscheck.reporting.text_header import evidence, parts_of, plural, tallies
from crosscheck.reporting.view import View, day, shared_origins

# what begins or ends markup inside a line, in CommonMark 0.31 or as GitHub extends it: formulas, bare addresses
_INLINE = re.compile(r"[\\`*_\[\]<>&|~$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
# what begins a block where it stands first: a heading, a list, a rule
_FIRST = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))")
# what GitHub makes a mention or a reference of after the Markdown was read; a code span keeps it from that
_MENTION = re.compile(r"[@#](?=\w)")
_HEADINGS = (
    ("conflict", "Conflicts"),
    ("update", "Updates"),
    ("agreement", "Agreements"),
)
_BRIEF = ("conflict", "update")


def escaped(text: str) -> str:
    r"""Any text as Markdown that shows it on one line and does nothing else.

    >>> print(escaped("*12* <b>died</b>\n# see [it](http://x) @all"))
    \*12\* \<b\>died\</b\> # see \[it\](http\://x) `@`all
    >>> print(escaped("1. Twelve"), escaped("- Twelve"))
    1\. Twelve \- Twelve
    """
    shown = _MENTION.sub(r"`\g<0>`", _INLINE.sub(r"\\\g<0>", safe.line(text).strip(" ")))
    first = _FIRST.match(shown)
    if first is None:
        return shown
    at = first.end() if first[0].isdigit() else 0
    return f"{shown[:at]}\\{shown[at:]}"


def code(text: str) -> str:
    """A text as a code span, whatever backticks it holds.

    >>> code("a.txt:3:1"), code("a`b")
    ('`a.txt:3:1`', '``a`b``')
    """
    shown = safe.line(text)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    fence = "`" * (longest + 1)
    return f"{fence}{pad}{shown}{pad}{fence}"


def render_markdown(report: Report, options: Options) -> str:
    """The report in the order of the text report; every statement in full."""
    view = View.of(report)
    kept = [finding for finding in report.findings if options.shows(finding)]
    single = [] if options.brief else ranked(report, kept)
    blocks = [f"# crosscheck · {escaped(' · '.join(parts_of(report)))}", *_sources(view), _counts(view, kept)]
    for weight, over in _HEADINGS:
        found = [f for f in told_first(kept) if weight in (f.severity, f.verdict)]
        if found and not (options.brief and weight not in _BRIEF):
            blocks += [f"## {over}", *(block for finding in found for block in _finding(view, finding))]
    blocks += _single(view, single[: options.top], sum(f.verdict == "single-source" for f in kept))
    if not options.brief:
        blocks += [*_apart(view), *_notes(view)]
    return "\n\n".join(block for block in [*blocks, *_errors(report)] if block) + "\n"


def _sources(view: View) -> Iterator[str]:
    if not view.articles:
        return
    rows = ["| | source | outlet | published |", "| --- | --- | --- | --- |"]
    rows += [_source(view, article) for article in view.articles]
    yield "\n".join(rows)
    for origin in shared_origins(view.report):
        letters = " ".join(view.letters_of(origin.articles))
        yield f"{letters} share text of one origin: {escaped(origin.label)} ({escaped(evidence(view.report, origin))})"


def _source(view: View, article: Article) -> str:
    published = day(article.published) if article.published else "not known"
    path = code(article.path or article.id).replace("|", "\\|")
    return f"| {view.letters[article.id]} | {path} | {escaped(article.outlet or 'not known')} | {published} |"


def _counts(view: View, kept: Sequence[Finding]) -> str:
    hidden = len(view.report.findings) - len(kept)
    said = [text for text, _ in tallies(kept, len(view.report.not_compared), hidden)]
    return f"**{' · '.join(said)}**" if view.articles else ""


def _finding(view: View, finding: Finding) -> Iterator[str]:
    lead, borne = leading(finding)
    about = heading(view, finding, lead) if lead else wording.WHOLE[finding.verdict]
    origins = f" · {plural(origins_behind(finding, lead), 'origin')}" if finding.verdict == "agreement" else ""
    within = " · within one article" if finding.scope == "within" else ""
    yield f"### {escaped(about)}{origins}{within} {code(view.ids[finding.id])}"
    yield "\n".join(
        _version(view, comparison, version, "" if comparison is lead else view.title(finding, comparison, brief=True))
        for comparison in borne
        for version in telling.ordered(view, comparison)
    )
    yield from (_quote(view, quote) for quote in quoted(view, finding, borne))
    said = [f"- {name}: {escaped(text)}" for name, text in telling.reasons(view.report, finding, borne)]
    said += [f"- {escaped(telling.detail(view, finding, each))}" for each in telling.details(finding, borne)]
    yield "\n".join(said)


def _version(view: View, comparison: Comparison, version: Version, about: str) -> str:
    named = f"{escaped(about)}: " if about else ""
    since = telling.since(comparison, version)
    return f"- {named}**{escaped(version.display) or '—'}** — {escaped(view.bearers(version) + since)}"


def _quote(view: View, quote: Quote) -> str:
    article = view.report.article(quote.place.article_id)
    text, marks, _ = quote.shown(article.text)
    parts = pieces(text, marks)
    shown = "".join(_marked(part) if number % 2 else _spaced(part) for number, part in enumerate(parts))
    where = f"{escaped(article.name)} ({view.letters[article.id]}) {code(view.location(quote.place))}"
    id = f" {code(quote.id)}" if quote.id else ""
    note = f" ({escaped(quote.note)})" if quote.note else ""
    return f"> {shown.strip(' ')}\n>\n> {where}{id}{note}"


def _spaced(part: str) -> str:
    """A stretch with the blanks at its ends, which part it from a mark."""
    return f"{' ' * part[:1].isspace()}{escaped(part)}{' ' * (len(part) > 1 and part[-1:].isspace())}"


def _marked(part: str) -> str:
    # a strong emphasis must not begin or end with a blank, and must be told from the letters beside it
    return f"**\\[{escaped(part)}\\]**"


def _single(view: View, single: Sequence[Finding], number: int) -> Iterator[str]:
    if single:
        more = f" ({len(single)} of {number}, most to check first)" if len(single) < number else ""
        yield f"## What one origin alone says{more}"
        yield from (_quote(view, alone(view, finding)) for finding in single)


def _apart(view: View) -> Iterator[str]:
    if view.report.not_compared:
        yield "## Not compared"
    for pair in view.report.not_compared:
        yield f"{escaped(wording.FACETS[pair.facet])}: {escaped(wording.reason(pair.reason))}"
        yield from (_quote(view, pointed(view, passage)) for passage in pair.passages)


def _notes(view: View) -> Iterator[str]:
    lines = dict.fromkeys(
        f"- {view.letters.get(note.article_id, '')} {escaped(wording.note(note.code))}" for note in view.report.notes
    )
    if lines:
        yield "## Notes"
        yield "\n".join(lines)


def _errors(report: Report) -> Iterator[str]:
    if report.errors:
        yield f"## Not read: {plural(len(report.errors), 'source')}; this report is incomplete"
        yield "\n".join(f"- {code(error.path)}: {escaped(error.message)}" for error in report.errors)
