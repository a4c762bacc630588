"""A report as JSON: `crosscheck-report/1`, the contract of `docs/report-schema.md`.

Keys stand in a fixed order and every list in the report's order, so that equal reports are equal bytes.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from crosscheck.model import (
    Article,
    Comparison,
    Finding,
    Mention,
    Origin,
    Passage,
    Report,
    Reuse,
    Span,
    Statement,
    Step,
    Uncompared,
    Values,
    Version,
)
from crosscheck.reporting.options import Options, shown
from crosscheck.reporting.safe import json_escaped
from crosscheck.reporting.wording import role, sentence

Json = dict[str, Any]
ROLE = ("counted", "predicate", "extent", "period", "display")


def render_json(report: Report, options: Options) -> str:
    """The report as a JSON document; all findings are in it, with what the filters hide named."""
    return _document(to_dict(report, embed_text=options.embed_text) | {"filtered": filtered(report, options)})


def to_json(report: Report, embed_text: bool = False) -> str:
    """The report as a JSON document that ends in a line feed; with `embed_text` it reloads.

    One line for each source, finding and note: small, quick to make, and `diff` and `grep` work on it.
    """
    return _document(to_dict(report, embed_text))


def to_dict(report: Report, embed_text: bool = False) -> Json:
    """The report as plain dicts, lists, text, numbers, truth values and None."""
    texts = {article.id: article.text for article in report.articles}
    names = {article.id: article.name for article in report.articles}
    story_of = {article: story.id for story in report.stories for article in story.articles}
    return {
        "schema": report.schema,
        "version": report.version,
        "config": plain(report.config),
        "summary": summary(report),
        "sources": [_source(article, story_of.get(article.id), embed_text) for article in report.articles],
        "stories": [{"id": story.id, "sources": list(story.articles)} for story in report.stories],
        "origins": [_origin(origin) for origin in report.origins],
        "findings": [_finding(finding, texts, names) for finding in report.findings],
        "not_compared": [_uncompared(pair, texts) for pair in report.not_compared],
        "reuse": [_reuse(reuse) for reuse in report.reuse],
        "notes": [{"source": note.article_id, **_ends(note.span), "code": note.code} for note in report.notes],
        "errors": [{"path": e.path, "code": e.code, "message": e.message} for e in report.errors],
        "filtered": None,
    }


def summary(report: Report) -> dict[str, int]:
    """How much of each there is. Origins are counted, not files; updates are counted apart from conflicts."""
    return {
        "sources": len(report.articles),
        "origins": len({origin.id for origin in report.origins}),
        "agreements": len(report.agreements),
        "conflicts": len(report.conflicts),
        "updates": len(report.updates),
        "single_source": len(report.single_source),
        "not_compared": len(report.not_compared),
    }


def _document(data: Json) -> str:
    lines = [f"{_compact(key)}: {_value(value)}" for key, value in data.items()]
    return json_escaped("{\n" + ",\n".join(lines) + "\n}\n")


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def plain(values: Values) -> Json:
    """Pairs as an object, in their order, nested ones too; other tuples as lists.

    >>> plain((("low", "5000"), ("days", (1, 2)), ("unit", (("name", "metre"),))))
    {'low': '5000', 'days': [1, 2], 'unit': {'name': 'metre'}}
    """
    return {name: _plain(value) for name, value in values}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return plain(value) if _is_pairs(value) else [_plain(item) for item in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"a report holds text, numbers, truth values, None and tuples of them, not {value!r}")


def _is_pairs(value: tuple[Any, ...]) -> bool:
    pairs = all(isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value)
    return bool(value) and pairs and len({name for name, _ in value}) == len(value)


def _ends(span: Span | None) -> Json:
    return {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}


def _passage(passage: Passage) -> Json:
    return {"source": passage.article_id, **_ends(passage.span)}


def _source(article: Article, story: str | None, embed_text: bool) -> Json:
    source = {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published and article.published.isoformat(),
        "updated": article.updated and article.updated.isoformat(),
        "title": article.title,
        "url": article.url,
        "path": article.path,
        "story": story,
        "characters": len(article.text),
        "sha256": digest(article.text),
        "extracted": article.extracted,
        "given_origin": article.origin,
        "author": article.author,
        "first_line": article.first_line,
        "captions": [[span.start, span.end] for span in article.captions],
    }
    return source | {"text": article.text} if embed_text else source


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 form, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "label": origin.label,
        "sources": list(origin.articles),
        "evidence": list(origin.evidence),
        "passages": [_passage(passage) for passage in origin.passages],
    }


def _finding(finding: Finding, texts: dict[str, str], names: dict[str, str]) -> Json:
    borne = zip(finding.statements, finding.origins, strict=True)
    return {
        "id": finding.id,
        "group": finding.group,
        "story": finding.story,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "scope": finding.scope,
        "tags": list(finding.tags),
        "alignment": finding.alignment,
        "confidence": finding.confidence,
        "terms": [{"name": term.name, "value": term.value} for term in finding.terms],
        "independent_origins": finding.independent_origins,
        "checkable": finding.checkable,
        "statements": [_statement(s, origin, texts[s.article_id]) for s, origin in borne],
        "facets": [_facet(comparison, names) for comparison in finding.comparisons],
        "steps": [_step(step) for step in finding.steps],
    }


def _statement(statement: Statement, origin: str, text: str) -> Json:
    speaker = statement.speaker
    return {
        "source": statement.article_id,
        **_ends(statement.hull),
        "text": statement.of(text),
        "spans": [[span.start, span.end] for span in statement.spans],
        "sentence": [statement.sentence.start, statement.sentence.end],
        "placement": statement.placement,
        "speech": statement.speech,
        "speaker": speaker and {"name": speaker.name, **_ends(speaker.span)},
        "origin": origin,
        "cue": None if statement.cue is None else _ends(statement.cue),
    }


def _facet(comparison: Comparison, names: dict[str, str]) -> Json:
    return {
        "kind": comparison.facet,
        "role": _role(comparison.role),
        "relation": comparison.relation,
        "reason": comparison.reason,
        "versions": [_version(version) for version in comparison.versions],
        "pairs": [{"a": p.a, "b": p.b, "relation": p.relation, "reason": p.reason} for p in comparison.pairs],
        "explanation": comparison.explanation or sentence(comparison, names),
        "steps": [_step(step) for step in comparison.steps],
    }


def _role(given: Values) -> Json:
    """A role with all its parts; one that lacks some says which it was given, so that it reloads."""
    named = dict.fromkeys(ROLE) | {"display": role(given)} | plain(given)
    keys = [name for name, _ in given]
    return named if keys == list(ROLE) else named | {"given": keys}


def _version(version: Version) -> Json:
    return {
        "value": plain(version.value),
        "display": version.display,
        "origins": list(version.origins),
        "places": [_mention(mention) for mention in version.mentions],
    }


def _mention(mention: Mention) -> Json:
    return {
        "source": mention.passage.article_id,
        "statement": mention.statement,
        **_ends(mention.passage.span),
        "text": mention.text,
        "as_of": mention.as_of,
    }


def _step(step: Step) -> Json:
    return {"rule": step.rule, "spans": [_passage(passage) for passage in step.passages], "values": plain(step.values)}


def _uncompared(pair: Uncompared, texts: dict[str, str]) -> Json:
    places = [_passage(p) | {"text": p.span.of(texts[p.article_id])} for p in pair.passages]
    return {"kind": pair.facet, "reason": pair.reason, "places": places}


def _reuse(reuse: Reuse) -> Json:
    return {
        "sources": list(reuse.articles),
        "origin": reuse.origin,
        "share": reuse.share,
        "passages": [[_passage(one), _passage(other)] for one, other in reuse.passages],
    }


def filtered(report: Report, options: Options) -> Json | None:
    """What the options hide, as the JSON report says it; `None` where nothing filters."""
    if not options.filters:
        return None
    kept = {finding.id for finding in shown(report, options)}
    return {
        "only": list(options.only),
        "ignore": list(options.ignore),
        "min_confidence": options.min_confidence,
        "hidden": [finding.id for finding in report.findings if finding.id not in kept],
    }
