"""What the part of the page about a story opens with: in how much the articles contradict each other, or themselves.

Every count of conflicts that a reader sees is the same: on the story's button, in its sentence, and in the sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model import Finding
from crosscheck.reporting import wording
from crosscheck.reporting.html.atlas import kind
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import View

# so many articles are named in a sentence
_NAMED = 4


def counts(view: View, findings: Sequence[Finding]) -> Iterator[str]:
    """How many conflicts and updates there are, or agreements where there is neither."""
    conflicts, updates = _number(findings, "conflict"), _number(findings, "update")
    within = _within(view, findings)
    if conflicts:
        yield plural(conflicts, "conflict") + (f" within {_who(within)}" if len(within) == conflicts else "")
    if updates:
        yield plural(updates, "update")
    if not conflicts and not updates and _number(findings, "agreement"):
        yield plural(_number(findings, "agreement"), "agreement")


def lead(view: View, findings: Sequence[Finding], articles: int) -> str:
    """What a reader wants to know first, beginning with the counts."""
    conflicts, updates = _number(findings, "conflict"), _number(findings, "update")
    parts = ["No other article here reports this event."] if articles < 2 else []
    if conflicts or not parts:
        parts.append(_conflicts(view, findings, conflicts, articles))
    if updates:
        figures = "a figure that changes" if updates == 1 else "figures that change"
        parts.append(f"{plural(updates, 'update')}: {figures} as the story goes on.")
    return " ".join(parts)


def _conflicts(view: View, findings: Sequence[Finding], number: int, articles: int) -> str:
    """How many conflicts there are, and who contradicts whom."""
    if not number:
        return "No conflict: nothing that could be compared contradicts anything else."
    within = _within(view, findings)
    counted = plural(number, "conflict")
    if not within:
        return f"{counted}: the articles contradict each other."
    itself = f"{_who(within)} contradict{'s itself' if len(set(within)) == 1 else ' themselves'}"
    if len(within) < number:
        return f"{counted}: in {number - len(within)} the articles contradict each other, in {len(within)} {itself}."
    return f"{counted}: {itself}{'; the articles do not contradict each other' if articles > 1 else ''}."


def _within(view: View, findings: Sequence[Finding]) -> list[str]:
    """For each conflict of an article with itself that article's letter."""
    return [
        view.letters[finding.statements[0].article_id]
        for finding in findings
        if kind(finding) == "conflict" and finding.scope == "within"
    ]


def _who(letters: Sequence[str]) -> str:
    who = list(dict.fromkeys(letters))
    return wording.listed(who) if len(who) <= _NAMED else f"{len(who)} articles"


def then(findings: Sequence[Finding], apart: int) -> str:
    """What comes next: how much they agree on, how much rests on one origin, how much was left alone."""
    agreed, single = _number(findings, "agreement"), _number(findings, "single-source")
    parts = [
        f"They agree on {plural(agreed, 'point')}" if agreed else "",
        f"{plural(single, 'statement')} {'has' if single == 1 else 'have'} one origin alone" if single else "",
        f"{plural(apart, 'pair')} that {'looks' if apart == 1 else 'look'} alike {'was' if apart == 1 else 'were'} "
        "not compared" if apart else "",
    ]  # fmt: skip
    said = "; ".join(filter(None, parts))
    return f"{said}." if said else ""


def _number(findings: Sequence[Finding], name: str) -> int:
    return sum(kind(finding) == name for finding in findings)
