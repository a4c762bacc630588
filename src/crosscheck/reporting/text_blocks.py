"""One finding as a block of text: the versions first, then the places, then why, then what would reconcile it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.model import Comparison, Finding, Mention, Passage, Span, Statement, Version
from crosscheck.reporting import safe, wording
from crosscheck.reporting.choosing import by_weight, first_given, in_time, leading, once_each_origin, origins_behind
from crosscheck.reporting.excerpt import excerpt
from crosscheck.reporting.layout import Page, Word, Words, words
from crosscheck.reporting.options import Options
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import View, as_of_text, moment

MOST_PLACES = 4
MOST_DETAILS = 3
BESIDE = 44  # with fewer columns beside its place, a quote stands under it


class Quote(NamedTuple):
    """A stretch of an article to be quoted: the place to name, and which of its characters to mark."""

    place: Passage
    stretch: Span
    marks: tuple[Span, ...] = ()
    id: str = ""
    note: str = ""


def block(view: View, page: Page, options: Options, finding: Finding) -> list[str]:
    """A discrepancy or an agreement, whole."""
    lead, borne = leading(finding)
    return [
        *_heading(view, page, finding, lead),
        *(line for comparison in borne for line in _versions(view, page, comparison, comparison is not lead)),
        *quotes(view, page, _quotes(view, options, finding, borne), whole=options.explain),
        *_reasons(view, page, finding, borne),
        *_details(view, page, options, finding, borne),
    ]


def _heading(view: View, page: Page, finding: Finding, lead: Comparison | None) -> list[str]:
    label = finding.severity or finding.verdict
    about = wording.title(lead) if lead else "the statement as a whole"
    if finding.verdict == "agreement":
        about += f" · {plural(origins_behind(finding, lead), 'origin')}"
    if finding.scope == "within":
        about += f" · within one article, {' '.join(view.letters_of(s.article_id for s in finding.statements))}"
    return page.heading(label.upper(), label, about, view.ids[finding.id])


def _versions(view: View, page: Page, comparison: Comparison, named: bool) -> list[str]:
    """The apparatus: each version with who gives it; a developing figure in the order of time."""
    update = comparison.relation == "update"
    versions = in_time(comparison.versions) if update else by_weight(view, comparison.versions)
    ordered = update and all(first_given(version) for version in versions)
    items = [_version(view, version, versions if update else ()) for version in versions]
    between = [Word(""), Word("→"), Word("")] if ordered else [Word("")] * 5
    joined = [word for item in items for word in [*between, *item]][len(between) :]
    if named:
        joined = [*words(f"also {wording.title(comparison)}:"), *joined]
    if sum(word.cells + 1 for word in joined) + 1 <= page.width:
        return page.flow(joined, "  ")
    lines = page.para(f"also {wording.title(comparison)}:", "  ") if named else []
    first = ["  ", *["  → " if ordered else "  "] * len(items)]
    return lines + [
        line for start, item in zip(first, items, strict=False) for line in page.flow(item, start, "      ")
    ]


def _version(view: View, version: Version, of_update: Sequence[Version]) -> Words:
    """A version, who gives it, and in an update since when: `27 ] C 08:55`."""
    first = first_given(version)
    moments = {when.date() for other in of_update for m in other.mentions if (when := moment(m.as_of))}
    since = f" {as_of_text(first, len(moments) > 1)}" if of_update and first else ""
    return [*words(version.display, "heading"), Word(safe.line(f"] {view.bearers(version)}{since}"))]


def _quotes(view: View, options: Options, finding: Finding, borne: Sequence[Comparison]) -> list[Quote]:
    """What to quote: for a discrepancy each version once an origin, for an agreement each origin that bears it once."""
    if finding.verdict == "discrepancy":
        groups = [version.mentions for comparison in borne for version in by_weight(view, comparison.versions)]
    else:
        groups = [tuple(m for comparison in borne for version in comparison.versions for m in version.mentions)]
    found = [quote for mentions in groups for quote in _each_origin(finding, mentions, options.explain)]
    if finding.verdict == "discrepancy" and borne:
        return found
    if options.explain or not borne:
        found += _unheard(finding, found)
    letters = list(view.letters)
    return sorted(found, key=lambda quote: letters.index(quote.place.article_id))


def _unheard(finding: Finding, found: Sequence[Quote]) -> list[Quote]:
    """The first statement of each origin that nothing is quoted from yet."""
    quoted = {(quote.place.article_id, quote.stretch) for quote in found}
    first: dict[str, Statement] = {}
    heard = set()
    for statement, origin in zip(finding.statements, finding.origins, strict=True):
        first.setdefault(origin, statement)
        if (statement.article_id, statement.hull) in quoted:
            heard.add(origin)
    return [whole(statement) for origin, statement in first.items() if origin not in heard]


def whole(statement: Statement, marks: tuple[Span, ...] = (), id: str = "", note: str = "") -> Quote:
    """A quote of a statement that names the place where it begins."""
    return Quote(Passage(statement.article_id, statement.hull), statement.hull, marks, id, note)


def _each_origin(finding: Finding, mentions: Sequence[Mention], every: bool) -> list[Quote]:
    found: list[Quote] = []
    for position, here in once_each_origin(finding, mentions, every):
        passages = [mention.passage for mention in here]
        spans = tuple(passage.span for passage in passages)
        found.append(Quote(min(passages), finding.statements[position].hull, spans))
    return found


def quotes(
    view: View, page: Page, found: Sequence[Quote], *, whole: bool = False, indent: str = "  ", most: int = MOST_PLACES
) -> list[str]:
    """Quotes with their places: beside them where there is room, else under them."""
    kept = found if whole else found[:most]
    places = [indent + _place(view, quote) for quote in kept]
    widest = max(map(safe.cells, places), default=0)
    lines = []
    for place, quote in zip(places, kept, strict=True):
        lines += _quote(view, page, quote, place + " " * (widest - safe.cells(place) + 2), whole)
        lines += page.para(quote.note, "      ")
    if len(kept) < len(found):
        lines.append(f"{indent}and {plural(len(found) - len(kept), 'more place')}")
    return lines


def _place(view: View, quote: Quote) -> str:
    place = f"{view.letters[quote.place.article_id]} {safe.line(view.location(quote.place))}"
    return f"{quote.id} {place}" if quote.id else place


def _quote(view: View, page: Page, quote: Quote, place: str, entire: bool) -> list[str]:
    text = view.report.article(quote.place.article_id).text
    start = min([quote.stretch.start, *(mark.start for mark in quote.marks)])
    end = max([quote.stretch.end, *(mark.end for mark in quote.marks)])
    marks = [mark.shift(-start) for mark in quote.marks]
    beside = page.width - safe.cells(place)
    if beside >= BESIDE and not entire:
        return page.flow(excerpt(text[start:end], marks, beside if marks else 2 * beside - 10), place)
    below = page.width - 6
    found = excerpt(text[start:end], marks, None if entire else 2 * below - 8)
    return [place, *page.flow(found, "      ")]


def _reasons(view: View, page: Page, finding: Finding, borne: Sequence[Comparison]) -> list[str]:
    """Why, where it does not go without saying, and what would reconcile the versions."""
    why = [wording.TAGS[tag] for tag in finding.tags if tag in wording.TAGS]
    told = [c for c in borne if c.relation != "same" or len(c.versions) > 1]
    why += [f"{wording.FACETS[c.facet]}: {_why(c)}" if len(borne) > 1 else _why(c) for c in told]
    lines = page.para("; ".join(dict.fromkeys(why)), "  why   ")
    check = wording.check(view.report, finding, borne[0]) if borne else None
    return lines + page.para(check or "", "  check ")


def _why(comparison: Comparison) -> str:
    return comparison.explanation.rstrip(".") or wording.because(comparison)


def _details(view: View, page: Page, options: Options, finding: Finding, borne: Sequence[Comparison]) -> list[str]:
    """What the statements also hold: what one origin alone gives, what was not compared."""
    lines: list[str] = []
    rest = [comparison for comparison in finding.comparisons if comparison not in borne]
    kept = rest if options.explain else rest[:MOST_DETAILS]
    for comparison in kept:
        lines += page.flow(_detail(view, comparison), "  ", "        ")
    return lines + ([f"  and {plural(len(rest) - len(kept), 'more detail')}"] if len(kept) < len(rest) else [])


def _detail(view: View, comparison: Comparison) -> Words:
    about = "" if comparison.facet in ("attribution", "quote") else wording.role(comparison.role)
    named = f"{wording.FACETS[comparison.facet]} ({about}):" if about else f"{wording.FACETS[comparison.facet]}:"
    if len({origin for version in comparison.versions for origin in version.origins}) == 1 == len(comparison.versions):
        version = comparison.versions[0]
        return words(f"only {view.bearers(version)} {named} {version.display}")
    given = "; ".join(f"{version.display} ] {view.bearers(version)}" for version in comparison.versions)
    reason = f"; {wording.because(comparison)}" if comparison.relation == "not-compared" else ""
    return words(f"also {named} {given}{reason}")
