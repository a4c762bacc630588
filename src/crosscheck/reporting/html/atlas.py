"""Where everything on the page is: an element id for each finding and statement, and what to say of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen

from crosscheck.model import Finding, Report, Span, Statement
from crosscheck.reporting.choosing import leading, origins_behind
from crosscheck.reporting.options import Options, bearing, shown
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import View, common_folder

Key = tuple[str, int, int]
# strongest first: a statement of several findings is marked as the first of these that it has
KINDS = ("conflict", "update", "agreement", "single-source")
SIGNS = {"conflict": "≠", "update": "→", "agreement": "=", "single-source": "1"}
RELATIONS = ("conflict", "update", "same", "compatible")
# of what is marked in an article: these, and what a link at its head points at
LOOKS = (*RELATIONS, "pointed")
_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[0-9]+)?")


def kind(finding: Finding) -> str:
    """A finding's verdict, or the severity that says more."""
    return finding.severity or finding.verdict


@frozen
class Mark:
    """A stretch of an article that was compared, how it came out, and the element ids of the findings about it."""

    span: Span
    relation: str
    findings: tuple[str, ...]


@frozen
class Marked:
    """A statement as it stands in its article: its element id, its findings', its kind, and its origins in brief."""

    id: str
    statement: Statement
    findings: tuple[str, ...]
    kind: str
    badge: str
    words: str


@frozen
class Atlas:
    """Everything that the parts of the page refer to. Findings are those shown, in the report's order."""

    view: View
    options: Options
    findings: tuple[Finding, ...]
    ids: dict[str, str]
    statements: dict[Key, Marked]
    marks: dict[str, list[Mark]]
    _by_article: dict[str, list[Marked]]
    _by_group: dict[tuple[str, int], list[Finding]]

    @classmethod
    def of(cls, report: Report, options: Options) -> Atlas:
        found = shown(report, options)
        if options.brief:
            found = tuple(finding for finding in found if finding.verdict == "discrepancy")
        ids = {finding.id: _element_id(finding.id, number) for number, finding in enumerate(found)}
        statements = _statements(found, ids)
        by_article: dict[str, list[Marked]] = {}
        for marked in sorted(statements.values(), key=lambda marked: marked.statement.spans):
            by_article.setdefault(marked.statement.article_id, []).append(marked)
        by_group: dict[tuple[str, int], list[Finding]] = {}
        for finding in found:
            by_group.setdefault((finding.story, finding.group), []).append(finding)
        view = View.of(report)
        view = evolve(view, folder=common_folder(view.articles))
        return cls(view, options, found, ids, statements, _marks(found, ids), by_article, by_group)

    def marked(self, statement: Statement) -> Marked:
        return self.statements[statement.key]

    def of_article(self, article_id: str) -> list[Marked]:
        """The statements of an article, in text order."""
        return self._by_article.get(article_id, [])

    def beside(self, finding: Finding) -> list[Finding]:
        """The other findings about the same statements."""
        return [other for other in self._by_group[finding.story, finding.group] if other is not finding]


def _element_id(finding_id: str, number: int) -> str:
    """An id that stays the same from run to run, where the finding's own can be one."""
    return f"f-{finding_id}" if _PLAIN_ID.fullmatch(finding_id) else f"n-{number}"


def _statements(findings: Iterable[Finding], ids: dict[str, str]) -> dict[Key, Marked]:
    by_key: dict[Key, list[tuple[Finding, int]]] = {}
    for finding in findings:
        for position, statement in enumerate(finding.statements):
            by_key.setdefault(statement.key, []).append((finding, position))
    found = {}
    for number, (key, members) in enumerate(by_key.items()):
        finding, position = min(members, key=lambda member: KINDS.index(kind(member[0])))
        badge, words = _origins(finding, position)
        names = tuple(dict.fromkeys(ids[member.id] for member, _ in members))
        found[key] = Marked(f"s-{number}", finding.statements[position], names, kind(finding), badge, words)
    return found


def _origins(finding: Finding, position: int) -> tuple[str, str]:
    """How many origins stand behind what a statement says: `1/3` where others say otherwise."""
    if finding.scope == "within":
        return "1", "one origin, against itself"
    if finding.verdict != "discrepancy":
        number = origins_behind(finding, leading(finding)[0])
        return str(number), plural(number, "independent origin") if number > 1 else "one origin alone"
    for comparison in bearing(finding):
        for version in comparison.versions:
            if any(mention.statement == position for mention in version.mentions):
                own = set(version.origins)
                others = {o for other in comparison.versions if other is not version for o in other.origins}
                if own == others:
                    return "1", "one origin, in copies that differ"
                words = f"{plural(len(own), 'origin')} with “{version.display}”, {len(others)} with another version"
                return f"{len(own)}/{len(own) + len(others)}", words
    return str(finding.independent_origins), plural(finding.independent_origins, "origin")


def _marks(findings: Iterable[Finding], ids: dict[str, str]) -> dict[str, list[Mark]]:
    """What was compared in each article, as far as two origins, or two versions, came of it."""
    found: dict[str, list[Mark]] = {}
    for finding in findings:
        for comparison in bearing(finding):
            if comparison.relation in RELATIONS and finding.verdict != "single-source":
                for mention in (mention for version in comparison.versions for mention in version.mentions):
                    mark = Mark(mention.passage.span, comparison.relation, (ids[finding.id],))
                    found.setdefault(mention.passage.article_id, []).append(mark)
    return found
