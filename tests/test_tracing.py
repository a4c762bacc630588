"""Copied passages and the origins of statements."""

from __future__ import annotations

from crosscheck import Article, check

WIRE = (
    "The Kalua ferry capsized off the northern cape in heavy seas on Tuesday, the coastguard said. "
    "Divers spent the night searching the flooded lower deck of the vessel for passengers. "
    "The operator has suspended all its sailings between the islands until further notice."
)
OWN = (
    "A ferry turned over near Kalua on Tuesday. Fishing boats reached the wreck before the coastguard did. "
    "The harbour master called a meeting of all captains for the evening."
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
