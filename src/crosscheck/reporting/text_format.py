"""A report for people, as text: in a terminal or a pipe, from 40 columns up, with or without colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.model import Finding, Note, Passage, Report, Story, Uncompared
from crosscheck.reporting import wording
from crosscheck.reporting.layout import Page, words
from crosscheck.reporting.options import Options
from crosscheck.reporting.text_blocks import Quote, block, quotes, whole
from crosscheck.reporting.text_header import counts, header, plural, story_heading
from crosscheck.reporting.view import View

# what a reader can check soonest comes first: figures, then days, names, words and places
WEIGHTS = {"quantity": 3, "date": 2, "name": 2, "quote": 2, "place": 1}
SIGNS = {
    "quantity": re.compile(r"\d"),
    "quote": re.compile('[“”"«»]'),
    "name": re.compile(r"(?<=\w )[A-Z]\w"),
}


def render_text(report: Report, options: Options) -> str:
    """The whole report; every line fits into `options.width` columns, places to click on excepted."""
    view, page = View.of(report), Page(options.width, options.color)
    blocks = [header(view, page)]
    stories: Sequence[Story | None] = _stories(view) if len(report.stories) > 1 else [None]
    for number, story in enumerate(stories, start=1):
        blocks += _story(view, page, options, number, story)
    blocks += [[] if options.brief else _notes(view, page), _errors(report, page)]
    return "\n\n".join("\n".join(line.rstrip() for line in lines) for lines in blocks if lines) + "\n"


def _stories(view: View) -> list[Story]:
    """The stories in the order of their articles' letters."""
    order = {article.id: position for position, article in enumerate(view.articles)}
    return sorted(view.report.stories, key=lambda story: min(order.get(a, len(order)) for a in story.articles))


def _story(view: View, page: Page, options: Options, number: int, story: Story | None) -> list[list[str]]:
    found = [f for f in view.report.findings if story is None or f.story == story.id]
    apart = [
        u for u in view.report.not_compared if story is None or any(p.article_id in story.articles for p in u.passages)
    ]
    kept = [finding for finding in found if options.shows(finding)]
    single = [] if options.brief else ranked(view.report, kept)[: options.top]
    top = story_heading(view, page, number, story) if story else []
    if view.report.articles:
        top = top + counts(view, page, kept, len(apart), len(single), len(found) - len(kept))
    blocks = [top]
    weights = ("conflict", "update") if options.brief else ("conflict", "update", "agreement")
    for weight in weights:
        for finding in kept:
            if weight in (finding.severity, finding.verdict):
                blocks += _block(view, page, options, finding)
    if options.brief:
        return blocks
    return [*blocks, _single_source(view, page, options, single, kept), _apart(view, page, options, apart)]


def _block(view: View, page: Page, options: Options, finding: Finding) -> list[list[str]]:
    lines = block(view, page, options, finding)
    if not options.explain:
        return [lines]
    from crosscheck.reporting.explaining import appendix  # reads the lexicon's rules, which no other report needs

    return [lines + [line for part in appendix(view, page, finding) for line in part]]


def ranked(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """The single-source findings that can be checked, those with most to check first, else in the given order."""
    checkable = [f for f in findings if f.verdict == "single-source" and f.checkable]
    return sorted(checkable, key=lambda finding: -_to_check(report, finding))


def _to_check(report: Report, finding: Finding) -> int:
    """How much there is to check: by the facets found in it, else by what its text shows of them."""
    statement = finding.statements[0]
    text = statement.of(report.article(statement.article_id).text)
    found = {comparison.facet for comparison in finding.comparisons}
    return sum(WEIGHTS.get(facet, 0) for facet in found or (f for f, sign in SIGNS.items() if sign.search(text)))


def _single_source(
    view: View, page: Page, options: Options, single: Sequence[Finding], found: Sequence[Finding]
) -> list[str]:
    if not single:
        return []
    number = sum(finding.verdict == "single-source" for finding in found)
    top = f" ({len(single)} of {number}, most to check first)" if len(single) < number else ""
    lines = page.heading("SINGLE-SOURCE", "single-source", f"what one origin alone says{top}")
    return lines + quotes(view, page, [_alone(view, f) for f in single], whole=options.explain, most=options.top)


def _alone(view: View, finding: Finding) -> Quote:
    mentions = [m for comparison in finding.comparisons for version in comparison.versions for m in version.mentions]
    marks = tuple(mention.passage.span for mention in mentions if mention.statement == 0)
    copied = len({statement.article_id for statement in finding.statements}) > 1
    note = f"carried by {view.carriers(finding)}" if copied else ""
    return whole(finding.statements[0], marks, view.ids[finding.id], note)


def _apart(view: View, page: Page, options: Options, apart: Sequence[Uncompared]) -> list[str]:
    """What looks alike and was not compared, and why, by reason."""
    if not apart:
        return []
    kept = apart if options.explain else apart[: options.top]
    about = "what looks alike, and why it was left alone"
    lines = page.heading("NOT COMPARED", "heading", about)
    for pair in kept:
        lines += page.para(f"{wording.FACETS[pair.facet]}: {wording.reason(pair.reason)}", "  ", "    ")
        lines += quotes(view, page, [_pointed(view, passage) for passage in pair.passages], indent="    ")
    more = len(apart) - len(kept)
    return lines + ([f"  and {more} more, which the JSON report lists"] if more else [])


def _pointed(view: View, passage: Passage) -> Quote:
    """A passage marked in the statement that holds it."""
    around = (s.hull for f in view.report.findings for s in f.statements if s.article_id == passage.article_id)
    stretch = next((hull for hull in around if hull.contains(passage.span)), passage.span)
    return Quote(passage, stretch, (passage.span,))


def _notes(view: View, page: Page) -> list[str]:
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


def _errors(report: Report, page: Page) -> list[str]:
    if not report.errors:
        return []
    number = plural(len(report.errors), "source")
    lines = page.heading("NOT READ", "conflict", f"{number}; this report is incomplete")
    for error in report.errors:
        lines += page.flow([*words(f"{error.path}:"), *words(error.message)], "  ", "    ")
    return lines
