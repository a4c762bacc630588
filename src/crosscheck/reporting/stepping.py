"""The steps of a finding in words, in the order in which they were taken, each with its rule and its places."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import crosscheck.lexicon.en as english
from crosscheck.lexicon.rules import Rule
from crosscheck.model import Comparison, Finding, Passage, Step, Values
from crosscheck.reporting import wording
from crosscheck.reporting.view import View

STEPS = {
    "segment": "taken as a statement",
    "number": "read as a figure",
    "quantity": "read as a figure",
    "date": "read as a date",
    "time": "read as a time",
    "align": "taken to say the same thing",
    "trace": "traced to its origin",
    "role": "taken to be about",
    "compare": "compared",
    "relation": "compared",
    "verdict": "so the finding is",
}
# how statements came about and together, before what was read in them; the verdict comes last
_FIRST, _LAST = ("segment", "align", "trace"), ("verdict",)
# what only a machine checks, or what another value already says
_UNSAID = {"text", "granularity", "sort", "low_open", "high_open", "approximate", "zone"}
_LONGEST = 60


def steps_in_order(finding: Finding) -> list[tuple[Step, Comparison | None]]:
    """All steps of a finding, those of a comparison with it."""
    own: list[tuple[Step, Comparison | None]] = [(step, None) for step in finding.steps]
    read: list[tuple[Step, Comparison | None]] = [(s, each) for each in finding.comparisons for s in each.steps]
    first = [each for each in own if _kind(each[0].rule) in _FIRST]
    last = [each for each in own if _kind(each[0].rule) in _LAST]
    return [*first, *(each for each in own if each not in first and each not in last), *read, *last]


def step_in_words(view: View, step: Step, comparison: Comparison | None = None) -> str:
    """One step as a sentence: what was applied to which words, where, and what came of it."""
    about_statements = _kind(step.rule) in (*_FIRST, *_LAST, "compare")
    places = [_place(view, passage, quoted=not about_statements) for passage in step.passages]
    came = _came(view, step, comparison)
    where = f"{wording.listed(places)}: " if places and _kind(step.rule) not in _LAST else ""
    return f"{where}{rule_in_words(step.rule)} [{step.rule}]{': ' + came if came else ''}"


def rule_in_words(rule: str) -> str:
    """What a rule means: its row in the lexicon, else the kind of step it is."""
    return _meanings().get(rule) or STEPS.get(_kind(rule)) or wording.humanised(rule)


def _kind(rule: str) -> str:
    return rule.partition(".")[0]


def _place(view: View, passage: Passage, quoted: bool) -> str:
    where = f"{view.letters[passage.article_id]} {view.location(passage)}"
    text = view.report.text(passage)
    words = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"“{words}” ({where})" if quoted else where


@cache
def _meanings() -> dict[str, str]:
    """The meaning of every rule of the lexicon, read when an explanation is first asked for."""
    modules = (import_module(m.name) for m in pkgutil.iter_modules(english.__path__, f"{english.__name__}."))
    rules = (rule for module in modules for rule in getattr(module, "RULES", ()) if isinstance(rule, Rule))
    return {rule.id: rule.meaning for rule in rules}


def _came(view: View, step: Step, comparison: Comparison | None) -> str:
    """What came of a step: its values, as far as a reader wants them."""
    values = dict(step.values)
    match _kind(step.rule):
        case "compare" if comparison:
            return "; ".join(_pair(comparison, name, relation) for name, relation in step.values)
        case "verdict":
            return str(values.get("severity") or values.get("verdict") or "")
        case "trace":
            origins = {origin.id: origin.label for origin in view.report.origins}
            return origins.get(str(values.get("origin")), str(values.get("origin") or ""))
    return "; ".join(_valued(_shortened(step.values)))


def _pair(comparison: Comparison, name: str, relation: Any) -> str:
    """A pair of versions, called `0-1` in the step, by what they are."""
    ends = [int(end) for end in name.split("-") if end.isdecimal()]
    if len(ends) != 2 or max(ends) >= len(comparison.versions):
        return f"{name} {relation}"
    one, other = (comparison.versions[end].display for end in ends)
    return f"{one} and {other}: {relation}"


def _shortened(values: Values) -> Values:
    """Values without what only a machine checks; the two ends of a figure that are one as one, a date by its EDTF."""
    given = dict(values)
    left_out = set(_UNSAID)
    one = "low" in given and given["low"] == given.get("high")
    if one:
        left_out |= {"low", "high"}
    if given.get("edtf"):
        left_out |= {"earliest", "latest"}
    kept = tuple((name, value) for name, value in values if name not in left_out)
    return (("value", given["low"]), *kept) if one else kept


def _valued(values: Sequence[tuple[str, Any]]) -> Iterator[str]:
    for name, value in values:
        if value is not None and value is not False and value != ():
            yield f"{wording.humanised(name)} {_shown(value)}" if value is not True else wording.humanised(name)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        named = all(isinstance(v, tuple) and len(v) == 2 and isinstance(v[0], str) for v in value)
        return ", ".join(_valued(value)) if named else ", ".join(_shown(v) for v in value)
    return str(value)
