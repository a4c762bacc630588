"""One finding as a block of text: the versions first, then the places, then why, then what would reconcile it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.model import Comparison, Finding, Version
from crosscheck.reporting import safe, telling, wording
from crosscheck.reporting.choosing import leading, origins_behind
from crosscheck.reporting.excerpt import excerpt, head
from crosscheck.reporting.heading import heading
from crosscheck.reporting.layout import Line, Page, Word, Words, plain, words
from crosscheck.reporting.options import Options
from crosscheck.reporting.quoting import Quote, quoted
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import View

MOST_PLACES = 4
MOST_DETAILS = 3
BESIDE = 44  # with fewer columns beside its place, a quote stands under it


def block(view: View, page: Page, options: Options, finding: Finding) -> list[Line]:
    """A discrepancy or an agreement, whole."""
    lead, borne = leading(finding)
    return [
        *_heading(view, page, finding, lead),
        *(line for comparison in borne for line in _versions(view, page, finding, comparison, comparison is not lead)),
        *quotes(view, page, quoted(view, finding, borne, options.explain), whole=options.explain),
        *_reasons(view, page, finding, borne),
        *_details(view, page, options, finding, borne),
    ]


def _heading(view: View, page: Page, finding: Finding, lead: Comparison | None) -> list[Line]:
    label = finding.severity or finding.verdict
    after = f" · {plural(origins_behind(finding, lead), 'origin')}" if finding.verdict == "agreement" else ""
    if finding.scope == "within":
        after += f" · within one article, {' '.join(view.letters_of(s.article_id for s in finding.statements))}"
    id = view.ids[finding.id]
    room = page.width - len(label) - len(after) - len(id) - 4
    about = heading(view, finding, lead, room) if lead else wording.WHOLE[finding.verdict]
    return page.heading(label.upper(), label, about + after, id)


def _versions(view: View, page: Page, finding: Finding, comparison: Comparison, named: bool) -> list[Line]:
    """The apparatus: each version with who gives it; a developing figure in the order of time."""
    ordered = telling.develops(comparison)
    items = [_version(view, page, comparison, version) for version in telling.ordered(view, comparison)]
    between = [Word(""), Word("→"), Word("")] if ordered else [Word("")] * 5
    row = [word for item in items for word in [*between, *item]][len(between) :]
    name = words(f"also {view.title(finding, comparison, brief=True)}:") if named else []
    if sum(word.cells + 1 for word in [*name, *row]) + 1 <= page.width:
        return page.flow([*name, *row], "  ")
    lines = page.flow(name, "  ")
    first = ["  ", *["  → " if ordered else "  "] * len(items)]
    return lines + [
        line for start, item in zip(first, items, strict=False) for line in page.flow(item, start, "      ")
    ]


def _version(view: View, page: Page, comparison: Comparison, version: Version) -> Words:
    """A version, who gives it, and in an update since when: `27 ] C 08:55`. Quoted words stand whole below."""
    quoted = comparison.facet == "quote"
    display = head(safe.line(version.display), page.width // 2) if quoted else version.display
    given = f"] {view.bearers(version)}{telling.since(comparison, version)}"
    return [*words(display, "heading"), Word(safe.line(given))]


def quotes(
    view: View, page: Page, found: Sequence[Quote], *, whole: bool = False, indent: str = "  ", most: int = MOST_PLACES
) -> list[Line]:
    """Quotes with their places: beside them where there is room, else under them."""
    kept = found if whole else found[:most]
    places = [_place(view, page, quote) for quote in kept]
    widest = max((sum(word.cells + 1 for word in place) - 1 for place in places), default=0) + len(indent)
    lines = []
    for place, quote in zip(places, kept, strict=True):
        lines += _quote(view, page, quote, place, indent, widest + 2, whole)
        lines += page.para(quote.note, "      ")
    if len(kept) < len(found):
        lines += page.para(f"and {plural(len(found) - len(kept), 'more place')}", indent)
    return lines


def _place(view: View, page: Page, quote: Quote) -> Words:
    """The id, the letter, and where it is: one word, so that it can be clicked on even where it is too long."""
    link = view.address(quote.place.article_id) if page.links else ""
    where = Word(safe.line(view.location(quote.place)), "place", link)
    return [*([Word(quote.id, "id")] if quote.id else []), Word(view.letters[quote.place.article_id]), where]


def _quote(view: View, page: Page, quote: Quote, place: Words, indent: str, widest: int, entire: bool) -> list[Line]:
    text, marks, focus = quote.shown(view.report.article(quote.place.article_id).text)
    beside = page.width - widest
    line = (Word(indent), *(piece for word in place for piece in (word, Word(" "))))
    if beside >= BESIDE and not entire:
        room = beside if len(marks) == 1 else (2 if marks else 3) * beside - 10
        lines = page.flow(excerpt(text, marks, room, focus), " " * widest)
        gap = Word(" " * (widest - safe.cells(plain(line)) - 1))
        return [(*line, gap, *lines[0][1:]), *lines[1:]] if lines else [line]
    below = page.width - 6
    room = (2 if marks else 3) * below - 8
    return [line, *page.flow(excerpt(text, marks, None if entire else room, focus), "      ")]


def _reasons(view: View, page: Page, finding: Finding, borne: Sequence[Comparison]) -> list[Line]:
    found = telling.reasons(view.report, finding, borne)
    return [line for name, text in found for line in page.para(text, f"  {name:<5} ")]


def _details(view: View, page: Page, options: Options, finding: Finding, borne: Sequence[Comparison]) -> list[Line]:
    rest = telling.details(finding, borne)
    kept = rest if options.explain else rest[:MOST_DETAILS]
    lines = [
        line for comparison in kept for line in page.para(telling.detail(view, finding, comparison), "  ", "        ")
    ]
    more = f"and {plural(len(rest) - len(kept), 'more detail')}" if len(kept) < len(rest) else ""
    return lines + page.para(more, "  ")
