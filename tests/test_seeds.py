"""Five real articles, where they lie beside the project: what a careful reader finds in them, and what turns with them.

The texts belong to others and are no part of the project; without them these tests are skipped.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from crosscheck import Article, Report, check
from crosscheck.model import Finding
from crosscheck.reading import read
from crosscheck.segmenting import segment

FOLDER = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the five seed articles are not beside the project")


@cache
def articles() -> tuple[Article, ...]:
    return read(FOLDER).articles


@cache
def report() -> Report:
    return check(articles())


def said(finding: Finding, of: Report) -> dict[str, str]:
    """What each article says in a finding, white space folded."""
    found: dict[str, str] = {}
    for statement in finding.statements:
        text = " ".join(statement.of(of.article(statement.article_id).text).split())
        found[statement.article_id] = found.get(statement.article_id, "") + " " + text
    return found


def findings_with(*quotes: str, of: Report | None = None) -> list[Finding]:
    """The findings in whose statements all the quotes stand."""
    of = of or report()
    return [f for f in of.findings if all(any(q in text for text in said(f, of).values()) for q in quotes)]


def essence(finding: Finding, of: Report) -> tuple[object, ...]:
    return finding.verdict, finding.severity, finding.scope, sorted(said(finding, of).items())


def changed(article_id: str, old: str, new: str) -> Report:
    """The report on the seeds with one phrase of one article changed."""
    assert sum(old in a.text for a in articles() if a.id == article_id) == 1
    return check(tuple(evolve(a, text=a.text.replace(old, new, 1)) if a.id == article_id else a for a in articles()))


def test_the_three_true_discrepancies_are_found_and_nothing_false() -> None:
    found = {
        (f.scope, f.comparisons[0].facet, tuple(v.display for v in f.comparisons[0].versions))
        for f in report().discrepancies
    }
    assert found == {
        ("between", "place", ("Burabai", "Astana")),
        ("within", "quantity", ("hundreds", "about 2,000")),
        ("between", "date", ("In the wake of the Taliban takeover", "the former Afghan government was still in place")),
    }


def test_the_talks_of_20_october_are_of_one_day() -> None:
    (finding,) = findings_with("talks on Afghanistan scheduled for October 20", "As for the talks the next day")
    assert finding.verdict == "agreement"
    assert [version.display for version in finding.comparisons[0].versions] == ["Wed 20 Oct 2021"]


def test_the_worded_agreements_are_found() -> None:
    for one, two in (
        ("would pose a serious risk if", "Extremists pose a threat if they return home"),
        ("attempts to build co-operation", "cooperation” with the U.S. and Turkey"),
    ):
        (finding,) = findings_with(one, two)
        assert finding.verdict == "agreement"


def test_the_years_are_apart() -> None:
    assert all(len({s.article_id in ("bbc", "bloomberg") for s in f.statements}) == 1 for f in report().findings)


def test_five_to_seven_thousand_and_the_thousands_of_both_headlines_agree() -> None:
    (finding,) = findings_with("to 7,000 people from Russia and other", "to 7,000 people from Russia and states")
    assert finding.verdict == "agreement"
    assert finding.independent_origins == 2
    headlines = {s.article_id for s in finding.statements if s.placement == "headline"}
    assert headlines == {"bbc", "bloomberg"}
    figures = [c for c in finding.comparisons if c.facet == "quantity"]
    assert {c.relation for c in figures} == {"compatible"}
    assert any(v.display == "5,000–7,000" and len(v.origins) == 2 for c in figures for v in c.versions)


def test_the_wire_sentence_is_one_origin() -> None:
    (finding,) = findings_with("cautiously optimistic")
    assert {s.article_id for s in finding.statements} == {"newarab", "bss"}
    assert finding.independent_origins == 1
    assert finding.verdict == "single-source"
    assert [set(each.articles) for each in report().reuse] == [{"newarab", "bss"}]


@pytest.mark.parametrize(
    "quotes",
    [("actively being drawn there", "actively assembling there"), ("try to destabilise", "attempt to destabilize")],
)
def test_two_translations_of_one_speech_are_aligned(quotes: tuple[str, str]) -> None:
    (finding,) = findings_with(*quotes)
    assert finding.verdict == "agreement"


@pytest.mark.parametrize(
    "furniture",
    ["2 min read", "Image copyright", "Beta Version", "Live Story", "Most View", "MENA", "Middle East", "Update :"],
)
def test_furniture_is_no_claim(furniture: str) -> None:
    for finding in report().findings:
        texts = said(finding, report()).values()
        assert all(text.strip() != furniture and furniture + " " not in text for text in texts)


def test_a_caption_is_a_claim_and_its_credit_is_not() -> None:
    (finding,) = findings_with("in the village of Burabai, Kazakhstan")
    assert not findings_with("Image copyright EPA")
    assert "caption" in [s.placement for s in finding.statements if s.article_id == "bbc"]


# (article, phrase, its change, the facet that turns, words of the finding that turns)
TURNS = [
    ("bbc", "that 5,000 to 7,000 people", "that 8,000 to 9,000 people", "quantity", "5,000 to 7,000"),
    ("bloomberg", "said 5,000 to 7,000 people", "said 500 to 700 people", "quantity", "500 to 700"),
    ("bloomberg", "said 5,000 to 7,000 people", "said 15,000 people", "quantity", "15,000"),
    ("newarab", "Taliban leadership in Kabul", "Taliban leadership in Herat", "place", "Herat"),
    ("bss", "new leadership in\nKabul", "new leadership in\nKandahar", "place", "Kandahar"),
    ("newarab", "While Moscow has been", "While Ankara has been", "name", "Ankara"),
]


@pytest.mark.parametrize(("article_id", "old", "new", "facet", "words"), TURNS)
def test_a_change_turns_the_finding_about_it_and_no_other(
    article_id: str, old: str, new: str, facet: str, words: str
) -> None:
    turned = changed(article_id, old, new)
    before = [essence(f, report()) for f in report().findings]
    fresh = [f for f in turned.discrepancies if essence(f, turned) not in before]
    assert fresh
    for finding in fresh:
        assert [c.facet for c in finding.comparisons] == [facet]
        assert any(words in text for text in said(finding, turned).values())
    marks = new.split()[1], new.split()[-1]
    others = [f for f in turned.findings if not any(mark in t for mark in marks for t in said(f, turned).values())]
    assert all(essence(f, turned) in before for f in others)


# figures, days and names that only one article has: changing them contradicts nobody
ALONE = [
    ("bbc", "5,500 troops", "8,500 troops"),
    ("afghan", "Around 2,500 Russian", "Around 9,500 Russian"),
    ("bss", "up to two million Afghans", "up to three million Afghans"),
    ("bloomberg", "began Sept. 30", "began Sept. 12"),
    ("newarab", "Zamir Kabulov", "Zamir Karimov"),
    ("bbc", "announced on Thursday", "announced on Tuesday"),
]


@pytest.mark.parametrize(("article_id", "old", "new"), ALONE)
def test_a_change_of_what_one_alone_says_contradicts_nobody(article_id: str, old: str, new: str) -> None:
    turned = changed(article_id, old, new)
    assert len(turned.discrepancies) == len(report().discrepancies)


def reading() -> list[tuple[str, ...]]:
    """What a careful reader makes of each stretch of the articles (tests/cases/seeds.tsv)."""
    lines = (Path(__file__).parent / "cases" / "seeds.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("article_id", ["bbc", "bloomberg", "newarab", "bss", "afghan"])
def test_every_sentence_placement_label_and_speaker_is_as_a_careful_reader_has_it(article_id: str) -> None:
    (article,) = [each for each in articles() if each.id == article_id]
    cut = segment(article)
    found: list[tuple[int, int, str, str, str]] = [
        (s.spans[0].start, s.spans[-1].end, s.placement, s.speech, s.speaker.name if s.speaker else "-")
        for s in cut.statements
    ]
    found += [(label.span.start, label.span.end, f"label:{label.furniture}", "-", "-") for label in cut.labels]
    assert [tuple(map(str, row)) for row in sorted(found)] == [row[1:] for row in reading() if row[0] == article_id]


def test_when_and_from_whom_the_articles_are() -> None:
    told = {a.id: (a.published, a.updated, a.origin) for a in articles()}
    assert {name for name, (_, _, origin) in told.items() if origin} == {"bss"}
    assert told["bss"] == (date(2021, 10, 15), datetime(2021, 10, 15, 20, 29), "AFP")
    assert all(published and not updated for name, (published, updated, _) in told.items() if name != "bss")
