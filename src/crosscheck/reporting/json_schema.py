"""The JSON Schema (2020-12) of `crosscheck-report/1`, as data.

Its enumerations are those of the model, so that the two cannot drift apart. Further fields are allowed
everywhere: a reader of version 1 must not stumble over what a later 1 adds.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, get_args

from crosscheck.model import Evidence, Facet, Placement, Reason, Relation, Scope, Severity, Speech, Verdict

NAME = "crosscheck-report/1"
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
OFFSET: Schema = {"type": "integer", "minimum": 0}
OFFSET_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 0}
DATE_OR_NULL: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d"}
ANY_OBJECT: Schema = {"type": "object"}
PAIR_OF_OFFSETS: Schema = {"type": "array", "items": OFFSET, "minItems": 2, "maxItems": 2}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def one_of(literal: Any, *, or_null: bool = False) -> Schema:
    return {"enum": [*get_args(literal), *([None] if or_null else [])]}


def record(fields: dict[str, Schema], *, optional: dict[str, Schema] | None = None) -> Schema:
    """An object that has all of `fields` and may have any of `optional`."""
    return {"type": "object", "required": list(fields), "properties": fields | (optional or {})}


def nullable(schema: Schema) -> Schema:
    return schema | {"type": [schema["type"], "null"]}


SPAN = record({"start": OFFSET, "end": OFFSET})
PASSAGE = record({"source": TEXT, "start": OFFSET, "end": OFFSET})
PLACE = record({"source": TEXT, "start": OFFSET, "end": OFFSET, "text": TEXT})

FIGURE = record(
    {
        "low": TEXT_OR_NULL, "high": TEXT_OR_NULL, "low_open": FLAG, "high_open": FLAG,
        "approximate": FLAG, "precision": TEXT_OR_NULL, "unit": TEXT_OR_NULL, "sort": TEXT,
    },
    optional={"vague": FLAG},
)  # fmt: skip
DATE = record(
    {
        "edtf": TEXT_OR_NULL, "earliest": DATE_OR_NULL, "latest": DATE_OR_NULL,
        "clock": {"type": ["string", "array", "null"]}, "zone": TEXT_OR_NULL, "granularity": TEXT,
    }
)  # fmt: skip
VALUES: dict[str, Schema] = {
    "quantity": {"anyOf": [FIGURE, record({"before": {}, "after": {}})]},
    "date": DATE,
    "place": record({"name": TEXT}, optional={"within": TEXT_OR_NULL}),
    "name": record({"name": TEXT}, optional={"title": TEXT_OR_NULL}),
    "polarity": record({"value": TEXT}),
    "direction": record({"value": TEXT}),
    "certainty": record({"value": TEXT}),
    "attribution": record({"name": TEXT}),
    "quote": record({"words": TEXT}),
    "wording": record({"slot": TEXT_OR_NULL, "filler": TEXT_OR_NULL}),
}


def _value_of(facet: str) -> Schema:
    """The rule that a facet of this kind has values of the shape its kind has."""
    value = {"properties": {"versions": {"items": {"properties": {"value": VALUES[facet]}}}}}
    return {"if": {"properties": {"kind": {"const": facet}}}, "then": value}


DEFINITIONS: dict[str, Schema] = {
    "source": record(
        {
            "id": TEXT, "outlet": TEXT_OR_NULL, "published": DATE_OR_NULL, "updated": DATE_OR_NULL,
            "title": TEXT_OR_NULL, "url": TEXT_OR_NULL, "path": TEXT_OR_NULL, "story": TEXT_OR_NULL,
            "characters": OFFSET, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}, "extracted": FLAG,
        },
        optional={
            "given_origin": TEXT_OR_NULL, "author": TEXT_OR_NULL, "first_line": OFFSET,
            "captions": array(PAIR_OF_OFFSETS), "text": TEXT,
        },
    ),
    "story": record({"id": TEXT, "sources": array(TEXT)}),
    "origin": record(
        {"id": TEXT, "label": TEXT, "sources": array(TEXT), "evidence": array(one_of(Evidence))},
        optional={"passages": array(PASSAGE)},
    ),
    "term": record({"name": TEXT, "value": NUMBER}),
    "step": record({"rule": TEXT, "spans": array(PASSAGE), "values": ANY_OBJECT}),
    "statement": record(
        {
            "source": TEXT, "start": OFFSET, "end": OFFSET, "text": TEXT,
            "spans": array(PAIR_OF_OFFSETS) | {"minItems": 1}, "sentence": PAIR_OF_OFFSETS,
            "placement": one_of(Placement), "speech": one_of(Speech),
            "speaker": nullable(record({"name": TEXT, "start": OFFSET_OR_NULL, "end": OFFSET_OR_NULL})),
            "origin": TEXT,
        },
        optional={"cue": nullable(SPAN)},
    ),
    "role": record(
        {
            "counted": TEXT_OR_NULL, "predicate": TEXT_OR_NULL, "extent": TEXT_OR_NULL,
            "period": TEXT_OR_NULL, "display": TEXT,
        },
        optional={"given": array(TEXT)},
    ),
    "place": record(
        {"source": TEXT, "statement": OFFSET, "start": OFFSET, "end": OFFSET, "text": TEXT, "as_of": TEXT_OR_NULL}
    ),
    "version": record(
        {"value": ANY_OBJECT, "display": TEXT, "origins": array(TEXT), "places": array(ref("place"))}
    ),
    "pair": record(
        {"a": OFFSET, "b": OFFSET, "relation": one_of(Relation), "reason": one_of(Reason, or_null=True)}
    ),
    "facet": record(
        {
            "kind": one_of(Facet), "role": ref("role"), "relation": one_of(Relation),
            "reason": one_of(Reason, or_null=True), "versions": array(ref("version")), "pairs": array(ref("pair")),
            "explanation": TEXT, "steps": array(ref("step")),
        }
    ) | {"allOf": [_value_of(facet) for facet in VALUES]},
    "finding": record(
        {
            "id": TEXT, "group": {"type": "integer"}, "story": TEXT, "verdict": one_of(Verdict),
            "severity": one_of(Severity, or_null=True), "scope": one_of(Scope), "tags": array(TEXT),
            "alignment": SHARE, "confidence": SHARE, "terms": array(ref("term")), "independent_origins": OFFSET,
            "checkable": FLAG, "statements": array(ref("statement")), "facets": array(ref("facet")),
        },
        optional={"steps": array(ref("step"))},
    ),
    "uncompared": record({"kind": one_of(Facet), "reason": one_of(Reason), "places": array(PLACE)}),
    "reuse": record(
        {
            "sources": array(TEXT) | {"minItems": 2, "maxItems": 2}, "origin": TEXT, "share": SHARE,
            "passages": array(array(PASSAGE) | {"minItems": 2, "maxItems": 2}),
        }
    ),
    "note": record({"source": TEXT, "start": OFFSET_OR_NULL, "end": OFFSET_OR_NULL, "code": TEXT}),
    "error": record({"path": TEXT, "code": TEXT, "message": TEXT}),
    "filtered": nullable(
        record(
            {
                "only": array(one_of(Facet)), "ignore": array(one_of(Facet)),
                "min_confidence": SHARE, "hidden": array(TEXT),
            }
        )
    ),
}  # fmt: skip
COUNTS = ("sources", "origins", "agreements", "conflicts", "updates", "single_source", "not_compared")
SUMMARY = record(dict.fromkeys(COUNTS, OFFSET))
REPORT = record(
    {
        "schema": {"const": NAME}, "version": TEXT, "config": ANY_OBJECT, "summary": SUMMARY,
        "sources": array(ref("source")), "origins": array(ref("origin")), "findings": array(ref("finding")),
        "not_compared": array(ref("uncompared")), "reuse": array(ref("reuse")), "notes": array(ref("note")),
        "errors": array(ref("error")),
    },
    optional={"stories": array(ref("story")), "filtered": ref("filtered")},
)  # fmt: skip


def schema() -> Schema:
    """The JSON Schema that every JSON report keeps to; `crosscheck schema` prints it.

    >>> schema()["properties"]["schema"]
    {'const': 'crosscheck-report/1'}
    """
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": NAME, "title": "A crosscheck report"}
    return deepcopy(head | REPORT | {"$defs": DEFINITIONS})
