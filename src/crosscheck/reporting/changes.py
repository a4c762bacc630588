"""What changed from one report to a later one of the same story.

A finding's id is made of its statements' words, so equal ids are the same finding. Of the others, two belong
together that share a statement, or that compare the same facet of the same thing: a toll with a further version,
a claim that a second outlet now bears out. Works on JSON reports, with or without their texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

Json = dict[str, Any]
Kind = Literal["new", "changed", "gone"]


class Change(NamedTuple):
    """A finding that is new, has changed or is gone, as the older and the newer report have it."""

    kind: Kind
    old: Json | None
    new: Json | None

    @property
    def finding(self) -> Json:
        """The finding as it is now, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


class Changes(NamedTuple):
    """Sources by id, findings in the order of the reports, and how many findings are as before."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    findings: tuple[Change, ...]
    same: int


def changes(old: Json, new: Json) -> Changes:
    """What changed from the one JSON report to the other.

    >>> found = changes({"sources": [], "findings": []}, {"sources": [{"id": "a", "sha256": ""}], "findings": []})
    >>> found.added, found.findings
    (('a',), ())
    """
    before = {source["id"]: source["sha256"] for source in old["sources"]}
    after = {source["id"]: source["sha256"] for source in new["sources"]}
    pairs = _pairs(old["findings"], new["findings"])
    found = tuple(_changed(old["findings"], new["findings"], pairs))
    return Changes(
        added=tuple(id for id in after if id not in before),
        removed=tuple(id for id in before if id not in after),
        edited=tuple(id for id in after if id in before and after[id] != before[id]),
        findings=found,
        same=len(pairs) - sum(change.kind == "changed" for change in found),
    )


def _changed(old: Sequence[Json], new: Sequence[Json], pairs: dict[int, int]) -> Iterator[Change]:
    """New and changed findings in the order of the newer report, then those that are gone."""
    before = {later: earlier for earlier, later in pairs.items()}
    for position, finding in enumerate(new):
        if position not in before:
            yield Change("new", None, finding)
        elif _told(old[before[position]]) != _told(finding):
            yield Change("changed", old[before[position]], finding)
    for position, finding in enumerate(old):
        if position not in pairs:
            yield Change("gone", finding, None)


def _told(finding: Json) -> Json:
    """What a reader is told of a finding: the verdict, who gives what of its leading facet, how many origins."""
    kept = ("verdict", "severity", "scope", "independent_origins")
    facet = leading(finding) or {"relation": None, "versions": ()}
    given = [(v["display"], sorted({place["source"] for place in v["places"]})) for v in facet["versions"]]
    return {name: finding[name] for name in kept} | {"relation": facet["relation"], "versions": sorted(given)}


def leading(finding: Json) -> Json | None:
    """The facet that a finding is about, as `choosing.leading` has it."""
    relations = ("conflict", "update") if finding["verdict"] == "discrepancy" else ("same", "compatible")
    scene = ("place", "name") if finding["verdict"] == "agreement" else ()
    found = (each for each in finding["facets"] if each["relation"] in relations and each["kind"] not in scene)
    return None if finding["verdict"] == "single-source" else next(found, None)


def _pairs(old: Sequence[Json], new: Sequence[Json]) -> dict[int, int]:
    """Which finding of the older report, by position, is which of the newer one."""
    ids = {finding["id"]: position for position, finding in enumerate(new)}
    pairs = {position: ids[f["id"]] for position, f in enumerate(old) if f["id"] in ids}
    taken = set(pairs.values())
    rest = [position for position in range(len(old)) if position not in pairs]
    for _, earlier, later in sorted(_candidates(old, new, rest, taken)):
        if earlier not in pairs and later not in taken:
            pairs[earlier] = later
            taken.add(later)
    return pairs


def _candidates(
    old: Sequence[Json], new: Sequence[Json], rest: Sequence[int], taken: set[int]
) -> Iterator[tuple[int, int, int]]:
    """Pairs that may belong together, those with most in common first."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for later, finding in enumerate(new):
        for key in _keys(finding) if later not in taken else ():
            holders.setdefault(key, []).append(later)
    for earlier in rest:
        shared: dict[int, int] = {}
        for key in _keys(old[earlier]):
            for later in holders.get(key, ()):
                shared[later] = shared.get(later, 0) + 1
        yield from ((-number, earlier, later) for later, number in shared.items())


def _keys(finding: Json) -> list[tuple[str, ...]]:
    """What tells that two findings belong together: a statement of theirs, the facets of a thing they compare."""
    keys: list[tuple[str, ...]] = [
        (statement["source"], " ".join(statement["text"].split())) for statement in finding["statements"]
    ]
    if finding["verdict"] != "single-source":
        bearing = [facet for facet in finding["facets"] if facet["relation"] not in ("only-here", "not-compared")]
        keys += [("facet", facet["kind"], facet["role"]["display"]) for facet in bearing if facet["role"]["display"]]
    return list(dict.fromkeys(keys))
