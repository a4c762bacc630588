"""One finding explained: who says what in full, the confidence as a sum of its terms, the steps in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isclose

from attrs import frozen

from crosscheck.errors import ReportError
from crosscheck.model import Finding, Report, Term
from crosscheck.reporting import wording
from crosscheck.reporting.layout import Line, Page, words, written
from crosscheck.reporting.options import Options
from crosscheck.reporting.stepping import step_in_words, steps_in_order
from crosscheck.reporting.text_blocks import block
from crosscheck.reporting.text_format import apart
from crosscheck.reporting.view import View

TERMS = {
    "base": "what every finding starts with",
    "alignment": "how surely the sentences are about the same thing",
    "role": "how surely the figures, days or names compared belong to the same thing",
    "weight": "how much the words they share tell",
    "far-apart": "how far apart they stand in their articles",
    "shared-words": "words they share",
    "in-order": "words they have in one order",
    "once": "words they share that each article uses once",
    "among-few": "how much of the shorter is in the other",
    "nearest": "no other statement is as near to either",
    "nearest-there": "no other of the two articles is as near",
    "near-figures": "figures that one of them rounds",
    "same-clock": "one time of day",
    "same-figures": "figures and dates they share",
    "rare-figures": "figures that they share and few others have",
    "other-time": "one is of long ago",
    "shared-roles": "figures or dates for the same thing",
    "shared-quote": "quoted words they share",
    "other-quote": "quoted words they do not share",
    "other-period": "different times",
    "rest": "other grounds",
}


def explain(report: Report, finding_id: str, width: int = 80, color: bool = False) -> str:
    """One finding, explained at length; `finding_id` is any beginning of its id that no other finding has.

    `ReportError` where no finding or more than one begins so.
    """
    return written(lines(report, finding_id, width), color)


def lines(report: Report, finding_id: str, width: int = 80, links: bool = False) -> list[Line]:
    """The same as lines of styled pieces."""
    finding = find(report, finding_id)
    view, page = View.of(report, width), Page(width, links)
    legend = [line for a in _concerned(view, finding) for line in page.para(view.names[a], f"  {view.letters[a]} ")]
    shown = block(view, page, Options(width=width, explain=True), finding)
    return apart([legend, shown, *appendix(view, page, finding)])


def find(report: Report, finding_id: str) -> Finding:
    """The one finding whose id begins with `finding_id`."""
    wanted = finding_id.strip().lower()
    found = [finding for finding in report.findings if wanted and finding.id.startswith(wanted)]
    exact = [finding for finding in found if finding.id == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise ReportError(
            f"no finding's id begins with {finding_id!r}; the ids stand beside the findings in the report"
        )
    raise ReportError(
        f"{len(found)} findings begin with {finding_id!r}: {', '.join(f.id for f in found[:5])}; give more of it"
    )


def appendix(view: View, page: Page, finding: Finding) -> list[list[Line]]:
    """What `--explain` adds to a finding: the sums, then the steps."""
    return [_sums(page, finding), _steps(view, page, finding)]


def _concerned(view: View, finding: Finding) -> list[str]:
    concerned = {statement.article_id for statement in finding.statements}
    return [article.id for article in view.articles if article.id in concerned]


def _sums(page: Page, finding: Finding) -> list[Line]:
    return [line for total in sums(finding) for line in _sum(page, total)]


@frozen
class Sum:
    """A figure as the sum of its terms: what it is, how much, and what each term adds for which reason."""

    name: str
    total: float
    terms: tuple[tuple[float, str], ...]


def sums(finding: Finding) -> tuple[Sum, Sum]:
    """Alignment and confidence, each as the sum of its terms where the finding has them."""
    alignment = [t for t in finding.terms if t.name.startswith("alignment.")]
    confidence = [t for t in finding.terms if t.name.startswith("confidence.")]
    loose = [t for t in finding.terms if t not in alignment and t not in confidence]
    if loose and not confidence and (_adds_up(loose, finding.confidence) or not _adds_up(loose, finding.alignment)):
        confidence = loose
    elif loose:
        alignment += loose
    return (
        _summed("alignment, how surely the statements say the same thing", finding.alignment, alignment),
        _summed("confidence, how surely the finding holds", finding.confidence, confidence),
    )


def _adds_up(terms: Sequence[Term], total: float) -> bool:
    return isclose(fsum(term.value for term in terms), total, abs_tol=0.005)


def _summed(name: str, total: float, terms: Sequence[Term]) -> Sum:
    rows = list(terms)
    if rows and not _adds_up(rows, total):
        rows.append(Term("rest", total - fsum(term.value for term in rows)))
    return Sum(name, total, tuple((term.value, _term(term.name.rpartition(".")[2])) for term in rows))


def _term(code: str) -> str:
    return TERMS.get(code) or wording.humanised(code)


def _sum(page: Page, total: Sum) -> list[Line]:
    lines = page.para(f"{total.name}: {total.total:.2f}", "  ", "    ")
    for value, reason in total.terms:
        lines += page.para(reason, f"    {value:+.2f}  ", " " * 11)
    return lines


def _steps(view: View, page: Page, finding: Finding) -> list[Line]:
    steps = steps_in_order(finding)
    lines = page.heading("STEPS", "heading", "") if steps else []
    for number, (step, comparison) in enumerate(steps, start=1):
        start = f"  {number:>{len(str(len(steps)))}}. "
        lines += page.flow(words(step_in_words(view, step, comparison)), start, " " * len(start))
    return lines
