"""The public API as users write it. Never run: `mypy --strict` reads it, so that its types stay usable."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import crosscheck
from crosscheck import Article, Config, CrosscheckError, Report
from crosscheck.model import Quantity


def files() -> str:
    reading = crosscheck.read("echo.txt", Path("gazette.txt"))
    for error in reading.errors:
        print(error.path, error.code, error.message)
    report: Report = crosscheck.check(reading.articles, notes=reading.notes, errors=reading.errors)
    return crosscheck.render(report)


def one_file() -> tuple[Article, ...]:
    crosscheck.read("articles", manifest="sources.json")
    return crosscheck.read("echo.txt", outlet="The Echo", published=date(2026, 11, 17)).articles


def texts() -> list[str]:
    echo = Article(id="echo", text="Twelve people died.", outlet="The Echo", published="2026-11-17")
    gazette = Article(id="gazette", text="Some 21 people died.", published=date(2026, 11, 17))
    report = crosscheck.check([echo, gazette], Config(link_floor=0.6, facets=("quantity", "date")))
    for finding in report.discrepancies:
        for comparison in finding.comparisons:
            shown: list[str] = [version.display for version in comparison.versions]
            print(finding.id, finding.severity, comparison.facet, shown)
        for statement in finding.statements:
            print(statement.of(report.article(statement.article_id).text))
    crosscheck.replay(report, report.findings[0])
    return [crosscheck.explain(report, finding.id) for finding in report]


def formats(report: Report) -> None:
    text: str = crosscheck.render(report, "text", width=100, color=True, explain=True)
    document: str = crosscheck.render(report, format="json", embed_text=True, only=["date"])
    print(text, document, len(report.conflicts), len(report.agreements), len(report.single_source))


def asked(report: Report) -> Report:
    rows: list[dict[str, str | int | float | bool | None]] = report.rows()
    document: str = report.to_json(embed_text=True)
    print(rows, report.to_dict()["summary"], report.between("echo", "gazette"), report.updates, report.discrepancies)
    return Report.from_json(document)


def figures() -> list[Fraction | None]:
    facts = crosscheck.normalise("between 5,000 and 7,000 people", published=date(2015, 10, 16))
    return [fact.interval.low for fact in facts if isinstance(fact, Quantity)]


def mistakes() -> str:
    try:
        Config(link_floor=2.0)
        crosscheck.read()
    except CrosscheckError as error:
        return str(error)
    return ""
