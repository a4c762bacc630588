"""What changed between two reports, as text for people and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from crosscheck.reporting import wording
from crosscheck.reporting.changes import Change, Changes, Json, Kind, leading
from crosscheck.reporting.heading import closed, gapped_json, speaks
from crosscheck.reporting.layout import Line, Page
from crosscheck.reporting.safe import json_escaped
from crosscheck.reporting.text_format import apart
from crosscheck.reporting.text_header import plural
from crosscheck.reporting.view import capitals, cased, moment

_WEIGHTS = ("conflict", "update", "agreement")
_KINDS: dict[Kind, str] = {"new": "new", "changed": "changed", "gone": "no longer found"}


def lines(old: Json, new: Json, found: Changes, width: int) -> list[Line]:
    """The sources first, then the counts, then what is new, changed and gone, conflicts before updates.

    Single-source findings are counted and not listed: every further article brings dozens.
    """
    page = Page(width)
    names = {s["id"]: s["outlet"] or s["id"] for report in (old, new) for s in report["sources"]}
    blocks = [_sources(page, names, found), _counts(page, found)]
    for weight in _WEIGHTS:
        for change in found.findings:
            if weight in (change.finding["severity"], change.finding["verdict"]):
                blocks.append(_change(page, names, change))
    return apart(blocks)


def to_json(found: Changes) -> str:
    """Ids of sources, and of each changed finding the older and the newer form; single-source ones too."""
    data = {
        "sources": {"added": found.added, "removed": found.removed, "edited": found.edited},
        "same": found.same,
        "findings": [{"change": c.kind, "old": c.old, "new": c.new} for c in found.findings],
    }
    return json_escaped(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _sources(page: Page, names: dict[str, str], found: Changes) -> list[Line]:
    said = (("added", found.added), ("removed", found.removed), ("edited", found.edited))
    rows = [(name, ids) for name, ids in said if ids]
    if not rows:
        return page.para("The sources are the same.")
    return [
        line
        for name, ids in rows
        for line in page.para(wording.listed(_named(names, id) for id in ids), f"{name:<8} ", " " * 9)
    ]


def _named(names: dict[str, str], id: str) -> str:
    return id if names.get(id, id) == id else f"{id} ({names[id]})"


def _counts(page: Page, found: Changes) -> list[Line]:
    single = [change for change in found.findings if change.finding["verdict"] == "single-source"]
    listed = [change for change in found.findings if change not in single]
    parts = [f"{sum(c.kind == kind for c in listed)} {said}" for kind, said in _KINDS.items()]
    parts += [f"{plural(found.same, 'finding')} as before"]
    if single:
        told = [f"{n} {said}" for kind, said in _KINDS.items() if (n := sum(c.kind == kind for c in single))]
        parts.append(f"single-source: {', '.join(told)}")
    return page.para(" · ".join(parts), rest="  ")


def _change(page: Page, names: dict[str, str], change: Change) -> list[Line]:
    finding = change.finding
    label = finding["severity"] or finding["verdict"]
    lead = leading(finding)
    about = wording.WHOLE[finding["verdict"]]
    if lead:
        about = _about(finding, lead, page.width - len(label) - len(_KINDS[change.kind]) - 18)
    lines = page.heading(label.upper(), label, f"{_KINDS[change.kind]} · {about}", finding["id"][:6])
    if change.kind == "changed" and change.old and change.new:
        return [
            *lines,
            *page.para(_versions(change.old, names), "  was   "),
            *page.para(_versions(change.new, names), "  now   "),
        ]
    return lines + page.para(_versions(finding, names), "  ")


def _about(finding: Json, lead: Json, room: int) -> str:
    """What a finding is about, as `heading.heading` has it."""
    kind = wording.FACETS[lead["kind"]]
    texts = [statement["text"] for statement in finding["statements"]]
    role = cased(lead["role"]["display"] or "", capitals(texts))
    parts = [] if speaks(lead["kind"], lead["role"], texts) else gapped_json(finding, lead, room - len(kind))
    about = f"“{closed(parts)}”" if parts else role
    return f"{kind}: {about}" if about else kind


def _versions(finding: Json, names: dict[str, str]) -> str:
    """The verdict, and who gives what; the first statement where there is nothing to compare."""
    verdict = finding["severity"] or finding["verdict"]
    lead = leading(finding)
    if lead is None:
        statement = finding["statements"][0]
        return f"{verdict}: “{statement['text']}” ] {_who(finding['statements'], names)}"
    given = [f"{version['display']} ] {_who(version['places'], names)}" for version in _in_time(lead)]
    return f"{verdict}: {'; '.join(given)}"


def _in_time(facet: Json) -> list[Json]:
    """The versions of an update as they were first given; others as they stand."""
    first = [[when for place in v["places"] if (when := moment(place["as_of"]))] for v in facet["versions"]]
    order = list(range(len(first)))
    if facet["relation"] == "update" and all(first):
        order = sorted(order, key=lambda position: min(first[position]))
    return [facet["versions"][position] for position in order]


def _who(places: Sequence[Json], names: dict[str, str]) -> str:
    return wording.listed(dict.fromkeys(names[place["source"]] for place in places))
