"""From a JSON report back to the `Report` it was made of."""

from __future__ import annotations

import json
from typing import Any

from attrs import evolve

from crosscheck.errors import ReportError
from crosscheck.model import (
    Article,
    Comparison,
    Finding,
    Mention,
    Note,
    Origin,
    Pair,
    Passage,
    Report,
    Reuse,
    SourceError,
    Span,
    Speaker,
    Statement,
    Step,
    Story,
    Term,
    Uncompared,
    Values,
    Version,
)
from crosscheck.reporting.json_format import ROLE, Json, digest
from crosscheck.reporting.json_schema import NAME
from crosscheck.reporting.validating import validate
from crosscheck.reporting.wording import sentence


def from_json(document: str | bytes) -> Report:
    """The report of a JSON document; `ReportError` where it is broken, foreign or without its texts.

    >>> from_json("[]")
    Traceback (most recent call last):
    crosscheck.errors.ReportError: this is JSON, but no crosscheck report
    """
    return from_dict(_parsed(document))


def parsed(document: str | bytes) -> Json:
    """A JSON report as the dict it is, checked by the schema, with or without its texts; else `ReportError`."""
    data = _parsed(document)
    _refuse_foreign(data)
    validate(data)
    return data  # type: ignore[no-any-return]


def _parsed(document: str | bytes) -> Any:
    try:
        return json.loads(document, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as fault:
        raise ReportError(f"this is no JSON document, so no report: {fault}") from None


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def from_dict(data: Any) -> Report:
    """The report of what `to_dict(report, embed_text=True)` gave; `ReportError` for anything else.

    A report of the same version with fields added to it loads; what was added is left out.
    """
    _refuse_foreign(data)
    validate(data)
    try:
        return _report(data)
    except (ValueError, LookupError, RecursionError) as fault:
        raise ReportError(f"this report contradicts itself: {fault}") from None


def _refuse_foreign(data: Any) -> None:
    name = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(name, str) or not name.startswith("crosscheck-report/"):
        raise ReportError("this is JSON, but no crosscheck report")
    if name != NAME:
        raise ReportError(f"this report is {name[:40]!r} and this crosscheck reads {NAME!r}: use the one that made it")


def _report(data: Json) -> Report:
    articles = tuple(_article(source) for source in data["sources"])
    if len({article.id for article in articles}) < len(articles):
        raise ValueError("two sources have the same id")
    report = Report(
        schema=data["schema"],
        version=data["version"],
        config=pairs(data["config"]),
        articles=articles,
        stories=tuple(Story(s["id"], tuple(s["sources"])) for s in data.get("stories", ())),
        origins=tuple(_origin(origin) for origin in data["origins"]),
        findings=tuple(_finding(finding, articles) for finding in data["findings"]),
        not_compared=tuple(Uncompared(u["kind"], u["reason"], _passages(u["places"])) for u in data["not_compared"]),
        reuse=tuple(_reuse(reuse) for reuse in data["reuse"]),
        notes=tuple(Note(n["source"], _span_or_none(n), n["code"]) for n in data["notes"]),
        errors=tuple(SourceError(e["path"], e["code"], e["message"]) for e in data["errors"]),
    )
    _check_sources(report)
    return report


def pairs(values: Json) -> Values:
    """An object as pairs, nested ones too; lists as tuples: the inverse of `plain`.

    >>> pairs({"low": "5000", "days": [1, 2]})
    (('low', '5000'), ('days', (1, 2)))
    """
    return tuple((name, _value(value)) for name, value in values.items())


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return pairs(value)
    return tuple(map(_value, value)) if isinstance(value, list) else value


def _span(place: Json) -> Span:
    return Span(place["start"], place["end"])


def _span_or_none(place: Json | None) -> Span | None:
    return None if place is None or place["start"] is None else _span(place)


def _passage(place: Json) -> Passage:
    return Passage(place["source"], _span(place))


def _passages(places: list[Json]) -> tuple[Passage, ...]:
    return tuple(map(_passage, places))


def _article(source: Json) -> Article:
    if "text" not in source:
        raise ReportError("this report does not carry its texts; make it again with --embed-text")
    if digest(source["text"]) != source["sha256"]:
        raise ValueError(f"the text of {source['id']!r} is not the one that was analysed")
    same = ("id", "text", "outlet", "published", "updated", "title", "url", "path", "extracted")
    return Article(
        origin=source.get("given_origin"),
        author=source.get("author"),
        first_line=source.get("first_line", 1),
        captions=tuple(Span(*ends) for ends in source.get("captions", ())),
        **{name: source[name] for name in same},
    )


def _origin(data: Json) -> Origin:
    return Origin(
        id=data["id"],
        label=data["label"],
        articles=tuple(data["sources"]),
        evidence=tuple(data["evidence"]),
        passages=_passages(data.get("passages", [])),
    )


def _finding(data: Json, articles: tuple[Article, ...]) -> Finding:
    names = {article.id: article.name for article in articles}
    return Finding(
        id=data["id"],
        story=data["story"],
        group=data["group"],
        verdict=data["verdict"],
        severity=data["severity"],
        scope=data["scope"],
        statements=tuple(_statement(statement) for statement in data["statements"]),
        comparisons=tuple(_comparison(facet, names) for facet in data["facets"]),
        origins=tuple(statement["origin"] for statement in data["statements"]),
        alignment=data["alignment"],
        confidence=data["confidence"],
        tags=tuple(data["tags"]),
        terms=tuple(Term(term["name"], term["value"]) for term in data["terms"]),
        checkable=data["checkable"],
        steps=tuple(_step(step) for step in data.get("steps", ())),
    )


def _statement(data: Json) -> Statement:
    speaker = data["speaker"]
    statement = Statement(
        article_id=data["source"],
        spans=tuple(Span(*ends) for ends in data["spans"]),
        sentence=Span(*data["sentence"]),
        placement=data["placement"],
        speech=data["speech"],
        speaker=speaker and Speaker(speaker["name"], _span_or_none(speaker)),
        cue=_span_or_none(data.get("cue")),
    )
    if statement.hull != _span(data):
        raise ValueError(f"a statement of {data['source']!r} is not where its spans are")
    return statement


def _comparison(data: Json, names: dict[str, str]) -> Comparison:
    role = {name: data["role"][name] for name in data["role"].get("given", ROLE)}
    comparison = Comparison(
        facet=data["kind"],
        role=pairs(role),
        versions=tuple(_version(version) for version in data["versions"]),
        pairs=tuple(Pair(p["a"], p["b"], p["relation"], p["reason"]) for p in data["pairs"]),
        relation=data["relation"],
        reason=data["reason"],
        steps=tuple(_step(step) for step in data["steps"]),
    )
    # what the encoder worded for want of an explanation is worded anew, not kept
    given = data["explanation"]
    return comparison if given == sentence(comparison, names) else evolve(comparison, explanation=given)


def _version(data: Json) -> Version:
    mentions = tuple(Mention(p["statement"], _passage(p), p["text"], p["as_of"]) for p in data["places"])
    return Version(pairs(data["value"]), data["display"], mentions, tuple(data["origins"]))


def _step(data: Json) -> Step:
    return Step(data["rule"], _passages(data["spans"]), pairs(data["values"]))


def _reuse(data: Json) -> Reuse:
    one, other = data["sources"]
    passages = tuple((_passage(a), _passage(b)) for a, b in data["passages"])
    return Reuse((one, other), data["origin"], data["share"], passages)


def _check_sources(report: Report) -> None:
    """Everything that the findings point at is there."""
    lengths = {article.id: len(article.text) for article in report.articles}
    for finding in report.findings:
        for statement in finding.statements:
            if statement.article_id not in lengths or statement.hull.end > lengths[statement.article_id]:
                raise ValueError(f"finding {finding.id!r} has a statement that is in none of the sources")
        for comparison in finding.comparisons:
            _check_positions(finding, comparison)


def _check_positions(finding: Finding, comparison: Comparison) -> None:
    mentions = [mention.statement for version in comparison.versions for mention in version.mentions]
    versions = [position for pair in comparison.pairs for position in (pair.a, pair.b)]
    if any(m >= len(finding.statements) for m in mentions) or any(v >= len(comparison.versions) for v in versions):
        raise ValueError(f"finding {finding.id!r} points at a statement or a version that it does not have")
