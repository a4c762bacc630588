"""The head of a text report: what was read, from whom, and how many independent origins there are."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.model import Article, Finding, Origin, Report, Story
from crosscheck.reporting import safe
from crosscheck.reporting.layout import Line, Page, Word, padded, words
from crosscheck.reporting.view import View, day, days, is_whole, shared_origins
from crosscheck.reporting.wording import EVIDENCE


def plural(number: int, noun: str) -> str:
    """A number with its noun.

    >>> plural(1, "conflict"), plural(2, "origin")
    ('1 conflict', '2 origins')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def parts_of(report: Report) -> list[str]:
    """What the title line says: how many articles, origins and stories, and of which days."""
    parts = [plural(len(report.articles), "article"), plural(len(report.origins), "origin")]
    if len(report.stories) > 1:
        parts.append(f"{len(report.stories)} stories")
    return [*parts, *_stretch(report.articles)]


def header(view: View, page: Page) -> list[Line]:
    """The title line, a line for each article, and what shares an origin."""
    parts = parts_of(view.report) + ([f"in {view.folder}"] if view.folder else [])
    title = page.flow([Word("crosscheck", "heading"), *words("· " + " · ".join(parts))], rest="  ")
    rows = _rows(view, page)
    brackets, said = _brackets(view, page, rows)
    lines = [(*row, Word(bracket)) for row, bracket in zip(rows, brackets, strict=True)]
    return [*title, *lines, *(line for text in said for line in page.para(text, "  "))]


def _stretch(articles: Sequence[Article]) -> list[str]:
    known = sorted(article.day for article in articles if article.day)
    return [days(known[0], known[-1])] if known else []


def _rows(view: View, page: Page) -> list[Line]:
    """Letter, path, outlet and time of each article, in columns that fit."""
    if not view.articles:
        return []
    years = {article.day.year for article in view.articles if article.day}
    letters = [view.letters[article.id] for article in view.articles]
    paths = [safe.line(view.path(article)) for article in view.articles]
    links = [view.address(article.id) if page.links else "" for article in view.articles]
    outlets = [safe.line(article.outlet or "outlet not known") for article in view.articles]
    times = [day(a.published, year=len(years) > 1) if a.published else "date not known" for a in view.articles]
    head, when = max(map(len, letters)), max(map(len, times))
    room = page.width - head - when - 7
    outlet = min(max(map(safe.cells, outlets)), max(10, room // 2))
    path = min(max(map(safe.cells, paths)), max(8, room - outlet))
    return [
        _row(f"  {letter:{head}} ", _end(name, path), link, f"{padded(publisher, outlet)}  {time:{when}}", path)
        for letter, name, link, publisher, time in zip(letters, paths, links, outlets, times, strict=True)
    ]


def _row(letter: str, path: str, link: str, rest: str, width: int) -> Line:
    gap = " " * (width - safe.cells(path) + 2)
    return (Word(letter), Word(path, "", link), Word(gap + rest))


def _end(path: str, width: int) -> str:
    """A path's end, which tells it from others."""
    return path if safe.cells(path) <= width else "…" + safe.tail(path, width - 1)


def _brackets(view: View, page: Page, rows: list[Line]) -> tuple[list[str], list[str]]:
    """For each row what stands behind it, and in sentences what found no room there."""
    behind, said = [""] * len(rows), []
    order = [article.id for article in view.articles]
    used = [sum(word.cells for word in row) for row in rows]
    for origin in shared_origins(view.report):
        places = sorted(order.index(a) for a in set(origin.articles) if a in order)
        together = bool(places) and places == list(range(places[0], places[-1] + 1))
        shared = evidence(view.report, origin)
        for after, then in ((f" ({shared})", ""), ("", f"{_letters(view, origin)}: {shared}")):
            drawn = _drawn(origin, len(places), after)
            fits = together and all(used[p] + safe.cells(d) <= page.width for p, d in zip(places, drawn, strict=True))
            if fits and is_whole(view.report, origin):
                behind[places[0] : places[-1] + 1] = drawn
                said += [then] if then else []
                break
        else:
            said.append(_said(view, origin, shared))
    return behind, said


def _drawn(origin: Origin, size: int, after: str) -> list[str]:
    """A bracket around `size` rows, with what it means behind its first."""
    label = f"   {safe.line(origin.label)} copy " if set(origin.evidence) - {"outlet"} else "   "
    corners = ["┐", *("│" for _ in range(size - 2)), "┘"]
    return [f"{label}{corners[0]} one origin{after}", *(label + corner for corner in corners[1:])]


def _letters(view: View, origin: Origin) -> str:
    return " ".join(view.letters_of(origin.articles))


def _said(view: View, origin: Origin, shared: str) -> str:
    how = "one origin" if is_whole(view.report, origin) else "share text of one origin"
    return f"{_letters(view, origin)}: {how}, {origin.label} ({shared})"


def evidence(report: Report, origin: Origin) -> str:
    """Why articles are taken to share an origin, in words."""
    parts = [EVIDENCE[each] for each in origin.evidence]
    shares = sorted(round(100 * reuse.share) for reuse in report.reuse if reuse.origin == origin.id)
    if shares:
        stretch = f"{shares[0]}" if shares[0] == shares[-1] else f"{shares[0]}–{shares[-1]}"
        parts.append(f"{stretch}% shared text")
    return "; ".join(parts)


def tallies(findings: Sequence[Finding], not_compared: int, hidden: int, listed: int = 0) -> list[tuple[str, str]]:
    """How much of each was found, with its style; `listed` single-source findings are shown, `hidden` filtered out."""
    number = {key: sum(key in (f.verdict, f.severity) for f in findings) for key in ("conflict", "update", "agreement")}
    single = sum(f.verdict == "single-source" for f in findings)
    top = f" (top {listed} shown)" if 0 < listed < single else ""
    parts = [(plural(number[key], key), key if number[key] else "") for key in ("conflict", "update", "agreement")]
    parts += [(f"{single} single-source{top}", "")]
    parts += [(f"{not_compared} not compared", "")] if not_compared else []
    return parts + ([(f"{hidden} hidden by filters", "")] if hidden else [])


def counts(page: Page, findings: Sequence[Finding], not_compared: int, hidden: int, listed: int) -> list[Line]:
    """The same as a line."""
    parts = tallies(findings, not_compared, hidden, listed)
    dots = ["", *["· "] * len(parts)]
    found = [(Word(dot), Word(text, style, glued=True)) for dot, (text, style) in zip(dots, parts, strict=False)]
    return page.flow([word for both in found for word in both], rest="  ")


def story_heading(view: View, page: Page, number: int, story: Story) -> list[Line]:
    """The heading of one of several stories."""
    articles = [article for article in view.articles if article.id in story.articles]
    parts = [" ".join(view.letters[article.id] for article in articles), *_stretch(articles)]
    if len(articles) == 1:
        parts.append("no other article here reports this event")
    return page.heading(f"STORY {number}", "heading", " · ".join(parts))
