"""A report for people, as text: in a terminal or a pipe, from 40 columns up, with or without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.model import Finding, Note, Passage, Report, Story, Uncompared
from crosscheck.reporting import wording
from crosscheck.reporting.choosing import told_first
from crosscheck.reporting.layout import Line, Page, words, written
from crosscheck.reporting.options import Options
from crosscheck.reporting.quoting import pointed
from crosscheck.reporting.ranking import alone, ranked
from crosscheck.reporting.text_blocks import block, quotes
from crosscheck.reporting.text_header import counts, header, plural, story_heading
from crosscheck.reporting.view import View


def render_text(report: Report, options: Options) -> str:
    """The whole report; every line fits into `options.width` columns, places to click on excepted."""
    return written(lines(report, options), options.color)


def lines(report: Report, options: Options, links: bool = False) -> list[Line]:
    """The same as lines of styled pieces, for `written` or a terminal; with `links`, places carry their addresses."""
    view, page = View.of(report, options.width), Page(options.width, links)
    blocks = [header(view, page)]
    stories: Sequence[Story | None] = _stories(view) if len(report.stories) > 1 else [None]
    for number, story in enumerate(stories, start=1):
        blocks += _story(view, page, options, number, story)
    blocks += [[] if options.brief else _notes(view, page), _errors(report, page)]
    return apart(blocks)


def apart(blocks: Iterable[list[Line]]) -> list[Line]:
    """Blocks under each other, an empty line between each two."""
    found: list[Line] = []
    for each in filter(None, blocks):
        found += [(), *each] if found else each
    return found


def _stories(view: View) -> list[Story]:
    """The stories in the order of their articles' letters."""
    order = {article.id: position for position, article in enumerate(view.articles)}
    return sorted(view.report.stories, key=lambda story: min(order.get(a, len(order)) for a in story.articles))


def _story(view: View, page: Page, options: Options, number: int, story: Story | None) -> list[list[Line]]:
    found = [f for f in view.report.findings if story is None or f.story == story.id]
    uncompared = [
        u for u in view.report.not_compared if story is None or any(p.article_id in story.articles for p in u.passages)
    ]
    kept = [finding for finding in found if options.shows(finding)]
    single = [] if options.brief else ranked(view.report, kept)[: options.top]
    top = story_heading(view, page, number, story) if story else []
    if view.report.articles:
        top = top + counts(page, kept, len(uncompared), len(found) - len(kept), len(single))
    blocks = [top]
    weights = ("conflict", "update") if options.brief else ("conflict", "update", "agreement")
    for weight in weights:
        for finding in told_first(kept):
            if weight in (finding.severity, finding.verdict):
                blocks += _block(view, page, options, finding)
    if options.brief:
        return blocks
    return [*blocks, _single_source(view, page, options, single, kept), _apart(view, page, options, uncompared)]


def _block(view: View, page: Page, options: Options, finding: Finding) -> list[list[Line]]:
    lines = block(view, page, options, finding)
    if not options.explain:
        return [lines]
    from crosscheck.reporting.explaining import appendix  # reads the lexicon's rules, which no other report needs

    return [lines + [line for part in appendix(view, page, finding) for line in part]]


def _single_source(
    view: View, page: Page, options: Options, single: Sequence[Finding], found: Sequence[Finding]
) -> list[Line]:
    if not single:
        return []
    number = sum(finding.verdict == "single-source" for finding in found)
    top = f" ({len(single)} of {number}, most to check first)" if len(single) < number else ""
    lines = page.heading("SINGLE-SOURCE", "single-source", f"what one origin alone says{top}")
    return lines + quotes(view, page, [alone(view, f) for f in single], whole=options.explain, most=options.top)


def _apart(view: View, page: Page, options: Options, found: Sequence[Uncompared]) -> list[Line]:
    """What looks alike and was not compared, and why, by reason."""
    if not found:
        return []
    kept = found if options.explain else found[: options.top]
    about = "what looks alike, and why it was left alone"
    lines = page.heading("NOT COMPARED", "heading", about)
    for pair in kept:
        lines += page.para(f"{wording.FACETS[pair.facet]}: {wording.reason(pair.reason)}", "  ", "    ")
        lines += quotes(view, page, [pointed(view, passage) for passage in pair.passages], indent="    ")
    more = len(found) - len(kept)
    return lines + page.para(f"and {more} more, which the JSON report lists" if more else "", "  ")


def _notes(view: View, page: Page) -> list[Line]:
    """What the reader should know about the texts, each kind once an article."""
    if not view.report.notes:
        return []
    kinds: dict[tuple[str, str], list[Note]] = {}
    for note in view.report.notes:
        kinds.setdefault((note.article_id, note.code), []).append(note)
    lines = page.heading("NOTES", "heading", "")
    for (article_id, code), notes in kinds.items():
        rows = dict.fromkeys(view.row(Passage(article_id, note.span)) for note in notes if note.span)
        at = f" (line{'s' if len(rows) > 1 else ''} {wording.listed(map(str, rows))})" if rows else ""
        lines += page.para(f"{wording.note(code)}{at}", f"  {view.letters.get(article_id, article_id)} ")
    return lines


def _errors(report: Report, page: Page) -> list[Line]:
    if not report.errors:
        return []
    number = plural(len(report.errors), "source")
    lines = page.heading("NOT READ", "conflict", f"{number}; this report is incomplete")
    for error in report.errors:
        lines += page.flow([*words(f"{error.path}:"), *words(error.message)], "  ", "    ")
    return lines
