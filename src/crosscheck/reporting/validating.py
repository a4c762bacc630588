"""Whether a JSON value keeps to our schema: the part of JSON Schema that the schema's structure uses.

A reload must tell a broken report from a good one without a validator installed; the tests hold this
against the `jsonschema` package. The conditional part (`allOf`, the values by facet) is left to consumers.
"""

from __future__ import annotations

import re
from typing import Any

from crosscheck.errors import ReportError
from crosscheck.reporting.json_schema import DEFINITIONS, REPORT, Schema

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_IN_WORDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


def validate(data: Any) -> None:
    """Raise `ReportError`, naming the place, unless `data` has the structure of a report.

    >>> validate({"schema": "something-else"})
    Traceback (most recent call last):
    crosscheck.errors.ReportError: no report that this version can read: "version" is missing
    """
    _check(data, REPORT, "")


def _check(value: Any, rule: Schema, where: str) -> None:
    if "$ref" in rule:
        rule = DEFINITIONS[rule["$ref"].removeprefix("#/$defs/")]
    if "type" in rule:
        _check_type(value, rule["type"], where)
    if "const" in rule and value != rule["const"]:
        raise _fault(where, f"is {_short(value)} and must be {rule['const']!r}")
    if "enum" in rule and not any(
        value is option or (value == option and value is not True) for option in rule["enum"]
    ):
        raise _fault(where, f"is {_short(value)} and must be one of {', '.join(map(str, rule['enum']))}")
    if isinstance(value, dict):
        _check_fields(value, rule, where)
    elif isinstance(value, list):
        _check_items(value, rule, where)
    elif isinstance(value, str):
        if "pattern" in rule and not re.search(rule["pattern"], value):
            raise _fault(where, f"is {_short(value)}, which is not in the form it must have")
    elif value is not None:
        _check_bounds(value, rule, where)


def _check_type(value: Any, allowed: str | list[str], where: str) -> None:
    names = [allowed] if isinstance(allowed, str) else allowed
    kinds = (
        ["boolean"] if isinstance(value, bool) else [name for name, types in _TYPES.items() if isinstance(value, types)]
    )
    if not set(kinds) & set(names):
        raise _fault(where, f"is {_short(value)} and must be {' or '.join(_IN_WORDS[name] for name in names)}")


def _check_fields(value: dict[str, Any], rule: Schema, where: str) -> None:
    for name in rule.get("required", ()):
        if name not in value:
            raise _fault(f"{where}.{name}" if where else name, "is missing")
    for name, field in rule.get("properties", {}).items():
        if name in value:
            _check(value[name], field, f"{where}.{name}" if where else name)


def _check_items(value: list[Any], rule: Schema, where: str) -> None:
    if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
        raise _fault(where, f"has {len(value)} items, which is too few or too many")
    for position, item in enumerate(value):
        _check(item, rule.get("items", {}), f"{where}[{position}]")


def _check_bounds(value: float, rule: Schema, where: str) -> None:
    if value != value or not rule.get("minimum", value) <= value <= rule.get("maximum", value):
        raise _fault(where, f"is {value}, which is out of range")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _fault(where: str, what: str) -> ReportError:
    return ReportError(f'no report that this version can read: "{where}" {what}' if where else f"no report: it {what}")
