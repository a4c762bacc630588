"""Copied passages and the origins of statements."""

from __future__ import annotations

import pytest
from attrs import evolve

from crosscheck import Article, check
from crosscheck.tracing.overlap import kept, runs
from evaluation import reprints

WIRE = (
    "The Kalua ferry capsized off the northern cape in heavy seas on Tuesday, the coastguard said. "
    "Divers spent the night searching the flooded lower deck of the vessel for passengers. "
    "The operator has suspended all its sailings between the islands until further notice."
)
OWN = (
    "A ferry turned over near Kalua on Tuesday. Fishing boats reached the wreck before the coastguard did. "
    "The harbour master called a meeting of all captains for the evening."
)
OWN_TOO = (
    "Bakers handed out bread on the quay while relatives waited. A bell was rung at noon for those on board. "
    "Nobody could say when the next boat would leave, and the market stayed shut."
)


def test_a_copy_has_the_origin_of_the_earlier() -> None:
    report = check(
        [
            Article(id="echo", outlet="The Echo", text=WIRE, published="2026-11-17"),
            Article(id="late", outlet="The Late Post", text=WIRE + " Prayers were said.", published="2026-11-18"),
        ]
    )
    assert [set(reuse.articles) for reuse in report.reuse] == [{"echo", "late"}]
    copied = [finding for finding in report if len(finding.statements) > 1]
    assert copied
    assert all(finding.verdict == "single-source" and finding.independent_origins == 1 for finding in copied)


def test_own_words_are_no_copy() -> None:
    report = check(
        [Article(id="echo", outlet="The Echo", text=WIRE), Article(id="gazette", outlet="The Gazette", text=OWN)]
    )
    assert report.reuse == ()


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    report = check(
        [
            Article(id="one", outlet="The Echo", text="The ferry sank off Kalua and 12 people were killed."),
            Article(id="two", outlet="The Echo", text="When the ferry sank off Kalua 12 people were killed."),
        ]
    )
    assert [origin.label for origin in report.origins] == ["The Echo"]
    assert not report.agreements


def test_a_manifest_gives_an_article_to_an_agency() -> None:
    report = check(
        [
            Article(id="echo", outlet="The Echo", text=WIRE, origin="NFP"),
            Article(id="late", outlet="The Late Post", text=WIRE, origin="NFP"),
        ]
    )
    assert [(origin.label, origin.evidence) for origin in report.origins] == [("NFP", ("manifest",))]


def test_a_quotation_that_two_reporters_heard_is_no_copy() -> None:
    quoted = '"We shall search until every single passenger has been found and brought home," the harbour master said.'
    report = check(
        [
            Article(id="echo", outlet="The Echo", text=f"{quoted} The ferry sank off Kalua in a storm."),
            Article(id="gazette", outlet="The Gazette", text=f"A storm sank the Kalua ferry. {quoted}"),
        ]
    )
    assert report.reuse == ()


def test_one_sentence_that_two_long_articles_share_is_no_shared_copy() -> None:
    shared = "Anyone who saw the ferry after nine in the evening is asked to call the harbour office at once."
    report = check(
        [
            Article(id="echo", outlet="The Echo", text=f"{WIRE} {shared}"),
            Article(id="gazette", outlet="The Gazette", text=f"{OWN} {OWN_TOO} {shared}"),
        ]
    )
    assert report.reuse == ()


def test_a_paragraph_in_a_long_article_is_shared_copy() -> None:
    taken = (
        "Divers in two teams spent the whole of the night searching the flooded lower deck of the vessel for any of "
        "its passengers, and a crane was on its way. The operator has suspended all its sailings between the islands "
        "of the coast until Friday."
    )
    changed = taken.replace("a crane was on its way", "nobody slept").replace("Friday", "the swell has gone down again")
    talk = " ".join(f"A {trade} of the old town spoke of {trade}s." for trade in ("baker", "tailor", "miller") * 8)
    more = " ".join(f"Each {trade} stayed at home with {trade}s." for trade in ("weaver", "cooper", "potter") * 8)
    given = [
        Article(id="echo", outlet="The Echo", text=f"{OWN} {taken} {talk}"),
        Article(id="late", outlet="The Late Post", text=f"{changed} {OWN_TOO} {more}"),
    ]
    assert [set(reuse.articles) for reuse in check(given).reuse] == [{"echo", "late"}]
    given = [evolve(each, text=each.text.replace("the flooded lower deck", each.outlet or "")) for each in given]
    assert not check(given).reuse


def test_one_sentence_of_an_agency_is_shared_copy() -> None:
    shared = "Anyone who saw the ferry after nine in the evening is asked to call the harbour office at once."
    report = check(
        [
            Article(id="echo", outlet="The Echo", text=f"{WIRE} {shared}", origin="NFP"),
            Article(id="gazette", outlet="The Gazette", text=f"{OWN} {OWN_TOO} {shared}"),
        ]
    )
    assert [set(reuse.articles) for reuse in report.reuse] == [{"echo", "gazette"}]


def test_copy_with_words_changed_here_and_there_is_found_and_its_passages_are_sentences() -> None:
    edited = (
        "The Kalua ferry overturned off the northern cape in heavy seas on Tuesday, the coastguard told us. "
        "Divers spent the whole night searching the flooded lower deck of the ship for passengers. "
        "The operator has since suspended all its sailings between the islands until further notice."
    )
    given = [Article(id="echo", outlet="The Echo", text=WIRE), Article(id="late", outlet="Late Post", text=edited)]
    (reuse,) = check(given).reuse
    texts = {article.id: article.text for article in given}
    for pair in reuse.passages:
        assert all(passage.span.of(texts[passage.article_id]).endswith(".") for passage in pair)


def test_runs_do_not_overlap_and_are_the_same_words() -> None:
    left = [tuple("the old ferry sank off the cape and the old ferry was never found".split())]
    right = [tuple("they say the old ferry sank off the cape".split()), tuple("the old ferry was lost".split())]
    found = runs(left, right, least=3)
    assert [run.words for run in found] == [7, 4]
    assert kept(right, left, least=0.6) == pytest.approx(7 / 14)
    assert runs(left, [("nothing", "like", "it")], least=3) == []


@pytest.mark.parametrize(("edited", "least"), [(0.15, 0.95), (0.3, 0.7)])
def test_reprints_are_found_ahead_of_grams_and_tiles(edited: float, least: float) -> None:
    given = reprints.made(60, edited)
    found = {
        name: reprints.recall([(way(case.source, case.other), case.reprint) for case in given])
        for name, way in reprints.WAYS.items()
    }
    ours = found.pop("words in order")
    assert ours >= least
    assert ours >= max(found.values()) - 0.02


@pytest.mark.parametrize("credit", ["Additional reporting by North Sea Wire", "Source: NSW"])
def test_a_credit_line_names_whose_copy_it_is(credit: str) -> None:
    shared = "Anyone who saw the ferry after nine in the evening is asked to call the harbour office at once."
    given = [
        Article(id="echo", outlet="North Sea Wire", text=f"{WIRE} {shared}"),
        Article(id="gazette", outlet="The Gazette", text=f"{OWN} {OWN_TOO} {shared}\n\n{credit}\n"),
    ]
    assert [set(reuse.articles) for reuse in check(given).reuse] == [{"echo", "gazette"}]
