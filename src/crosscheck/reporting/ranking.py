"""Single-source findings, ranked by what can be checked in them: figures, days, names, quotations."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.lexicon.en.signs import FIGURE, SIGNS, VAGUE
from crosscheck.model import Finding, Report, Span
from crosscheck.reporting.quoting import Quote, whole
from crosscheck.reporting.view import View

# what a reader can check soonest comes first: figures, then days, names, words and places
WEIGHTS = {"quantity": 3, "date": 2, "name": 2, "quote": 2, "place": 1}
# a word for many is a figure that nothing can be checked against
_VAGUE = 1


def ranked(report: Report, findings: Sequence[Finding]) -> list[Finding]:
    """The single-source findings that can be checked, those with most to check first, else in the given order."""
    checkable = [f for f in findings if f.verdict == "single-source" and f.checkable]
    return sorted(checkable, key=lambda finding: -_to_check(report, finding))


def _to_check(report: Report, finding: Finding) -> int:
    """How much there is to check: by the facets found in it, and by what its first statement shows of them."""
    words = _words(report, finding)
    shown = {facet for facet, sign in SIGNS if sign.regex.search(words)}
    facets = shown.union(each.facet for each in finding.comparisons)
    return sum(WEIGHTS.get(facet, 0) for facet in facets) - (WEIGHTS["quantity"] - _VAGUE) * _only_vague(finding, words)


def _only_vague(finding: Finding, words: str) -> bool:
    """Whether all figures in what a finding says are words such as "hundreds"."""
    shown = [match["sign"] for match in FIGURE.regex.finditer(words)]
    read = [v for each in finding.comparisons if each.facet == "quantity" for v in each.versions]
    vague = [bool(VAGUE.regex.match(sign)) for sign in shown] + [bool(dict(v.value).get("vague")) for v in read]
    return bool(vague) and all(vague)


def _words(report: Report, finding: Finding) -> str:
    statement = finding.statements[0]
    return statement.of(report.article(statement.article_id).text)


def _figures(report: Report, finding: Finding) -> tuple[Span, ...]:
    """Where the finding's first statement shows a figure."""
    found = (Span(*match.span("sign")) for match in FIGURE.regex.finditer(_words(report, finding)))
    return tuple(span.shift(finding.statements[0].hull.start) for span in found)


def alone(view: View, finding: Finding) -> Quote:
    """What one origin says, with what was read in it marked, and who carries it."""
    mentions = [m for comparison in finding.comparisons for version in comparison.versions for m in version.mentions]
    marks = tuple(mention.passage.span for mention in mentions if mention.statement == 0)
    copied = len({statement.article_id for statement in finding.statements}) > 1
    note = f"carried by {view.carriers(finding)}" if copied else ""
    focus = () if marks else _figures(view.report, finding)
    return whole(finding.statements[0], marks, view.ids[finding.id], note, focus)
