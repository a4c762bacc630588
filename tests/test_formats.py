"""Formats: what a web page and the rows of an export become, and the one line that each unusable one gets."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.config import Config
from crosscheck.errors import InputError
from crosscheck.model import Article, Note, SourceError
from crosscheck.reading import Reading, read
from crosscheck.reading.decoding import LIMIT, decoded
from crosscheck.reading.exports import documents, line_documents
from crosscheck.reading.fields import values
from crosscheck.reading.formats import Document, format_of
from crosscheck.reading.markup import text_of
from crosscheck.reading.pages import metadata
from crosscheck.segmenting import segment
from tests.fixtures import FOLDER

FORMATS = FOLDER / "formats"
PARAGRAPHS = "".join(
    f"<p>The ferry of line {n} sank off Kalua late on Tuesday, the coastguard said.</p>" for n in range(9)
)


@pytest.fixture
def html() -> None:
    pytest.importorskip("trafilatura", reason="the extra `html` is not installed")


def only(reading: Reading) -> Article:
    assert not reading.errors
    (article,) = reading.articles
    return article


def error(reading: Reading) -> SourceError:
    (one,) = reading.errors
    assert len(one.message.splitlines()) == 1
    return one


def codes(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


def of_page(text: str) -> Reading:
    return read("-", stdin=io.BytesIO(text.encode("utf-8")))


def in_body(body: str) -> Reading:
    return of_page(f"<!doctype html><html><body>{body}</body></html>")


@pytest.mark.usefixtures("html")
class TestPages:
    def test_the_text_is_headline_captions_and_paragraphs(self) -> None:
        article = only(read(FORMATS / "echo.html"))
        paragraphs = article.text.split("\n\n")
        assert paragraphs[0] == "Ferry sinks off Kalua island"
        assert paragraphs[2] == "The ferry at its berth in Kalua harbour in May. Photo: The Kalua Echo"
        assert paragraphs[4].endswith(
            "at 8.15 pm and went down within twenty minutes, a spokesman for the coastguard said."
        )
        assert paragraphs[5] == "Rescue at night"
        assert len(paragraphs) == 8
        assert article.extracted
        assert [span.of(article.text) for span in article.captions] == [paragraphs[2]]

    def test_a_caption_is_one_though_nobody_is_credited(self) -> None:
        figure = "<figure><img src=a.jpg><figcaption>The tower stands on a hill above the town.</figcaption></figure>"
        body = "".join(f"<p>The river rose again on day {day}, and the fire service went out.</p>" for day in "12345")
        article = only(in_body(f"<article><h1>River rises</h1>{figure}{body}</article>"))
        placed = {each.of(article.text): each.placement for each in segment(article).statements}
        assert placed["The tower stands on a hill above the town."] == "caption"
        assert list(placed.values()).count("caption") == 1

    @pytest.mark.parametrize("words", ["99 people", "Home", "Read more", "Copyright", "color", "berth in Kalua."])
    def test_scripts_and_the_page_around_it_are_no_text(self, words: str) -> None:
        assert words not in only(read(FORMATS / "echo.html")).text

    def test_what_it_says_of_itself(self) -> None:
        article = only(read(FORMATS / "echo.html"))
        zone = timezone(timedelta(hours=1))
        assert article.published == datetime(2026, 11, 17, 21, 40, tzinfo=zone)
        assert article.updated == datetime(2026, 11, 18, 6, 5, tzinfo=zone)
        assert (article.outlet, article.author) == ("The Kalua Echo", "Harbour desk")
        assert (article.title, article.url) == ("Ferry sinks off Kalua island", "https://echo.example/ferry")

    def test_options_come_first(self) -> None:
        article = only(read(FORMATS / "echo.html", outlet="The Echo", published="2026-11-16"))
        assert (article.outlet, article.published) == ("The Echo", date(2026, 11, 16))

    def test_a_broken_one_is_read_as_far_as_it_goes(self) -> None:
        article = only(read(FORMATS / "broken.html"))
        assert article.text.startswith("Ferry goes down off Kalua\n\n")
        assert "at least 12 people died, firefighters said." in article.text
        assert "waves of up to four metres" in article.text
        assert "99" not in article.text
        assert (article.outlet, article.published) == ("Coast Post", datetime(2026, 11, 18, 5, 30))

    def test_a_page_from_standard_input_or_under_another_name(self, tmp_path: Path) -> None:
        page = (FORMATS / "echo.html").read_bytes()
        (tmp_path / "saved.txt").write_bytes(page)
        text = only(read(FORMATS / "echo.html")).text
        assert only(read("-", stdin=io.BytesIO(page))).text == text
        assert only(read(tmp_path / "saved.txt")).text == text

    def test_a_folder_holds_pages(self, tmp_path: Path) -> None:
        (tmp_path / "echo.html").write_bytes((FORMATS / "echo.html").read_bytes())
        assert only(read(tmp_path)).id == "echo"

    def test_a_headline_that_is_no_part_of_the_text_stands_first(self) -> None:
        page = f'<html><head><meta property="og:title" content="Ferry sinks"></head><body>{PARAGRAPHS}</body></html>'
        assert only(of_page(page)).text.startswith("Ferry sinks\n\nThe ferry of line 0 ")

    def test_the_same_page_twice_is_the_same_text(self) -> None:
        assert read(FORMATS / "echo.html") == read(FORMATS / "echo.html")

    def test_a_deeply_nested_one_is_refused_and_not_cut(self) -> None:
        assert error(in_body("<div>" * 100_000 + PARAGRAPHS)).code == "too-deep"
        assert only(in_body("<div>" * 200 + PARAGRAPHS + "</div>" * 200)).text.count("ferry") == 9

    @pytest.mark.parametrize(
        "body",
        [
            PARAGRAPHS * 1500,
            "<p>" + "A ferry sank. " * 60_000,
            "<p>" + "x" * 11_000_000,
            "<div></div>" * 30_000,
            "<p " + "".join(f"a{n}=b " for n in range(50_000)) + ">A ferry sank.",
        ],
    )
    def test_a_huge_one_is_refused(self, body: str) -> None:
        assert error(in_body(body)).code == "too-large"

    def test_a_huge_picture_in_it_is_none_of_its_text(self) -> None:
        picture = "<img src='data:image/png;base64," + "A" * 5_000_000 + "'>"
        assert only(in_body(picture + PARAGRAPHS)).text.count("ferry") == 9

    @pytest.mark.parametrize("body", ["", "<p></p>", "<script>var a = 1</script>", "<!-- <p>A ferry sank.</p>"])
    def test_one_without_an_article_is_refused(self, body: str, capfd: pytest.CaptureFixture[str]) -> None:
        assert error(in_body(body)).code == "no-article"
        assert capfd.readouterr() == ("", "")

    @given(
        st.lists(
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<b a='",
                    '"',
                    "'",
                    ">",
                    "<",
                    "<!--",
                    "-->",
                    "<script>",
                    "</script>",
                    "&#",
                    "&amp;",
                    "A ferry sank. ",
                    "<![CDATA[",
                    "</html>",
                    "\ud83d",
                    "\0",
                ]
            ),
            max_size=30,
        )
    )
    @settings(deadline=None, max_examples=40)
    def test_any_markup_is_read_or_refused(self, pieces: list[str]) -> None:
        page = "<!doctype html><html>" + "".join(pieces)
        reading = read("-", stdin=io.BytesIO(page.encode("utf-8", "replace")))
        assert len(reading.articles) + len(reading.errors) == 1
        assert all(article.text.strip() for article in reading.articles)


class TestWithoutTheExtra:
    def test_the_message_names_it_and_the_others_are_read(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
        monkeypatch.delitem(sys.modules, "crosscheck.extra.html", raising=False)
        (tmp_path / "other.txt").write_text("A ferry sank.", encoding="utf-8")
        reading = read(FORMATS / "echo.html", tmp_path / "other.txt")
        assert error(reading).code == "needs-extra"
        assert "pip install 'crosscheck[html]'" in error(reading).message
        assert [article.id for article in reading.articles] == ["other"]

    def test_another_script_is_read_in_the_western_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "charset_normalizer", None)
        monkeypatch.delitem(sys.modules, "crosscheck.extra.charset", raising=False)
        assert decoded("The paper Известия said so.".encode("cp1251"))[1] == "cp1252"


class TestMetadataOfPages:
    @pytest.mark.parametrize(
        ("head", "published"),
        [
            ('<meta property="article:published_time" content="2026-11-17T21:40Z">', "2026-11-17T21:40:00+00:00"),
            ("<META CONTENT='2026-11-17' NAME=DC.Date.Issued>", "2026-11-17"),
            ('<meta itemprop="datePublished" content="Tue, 17 Nov 2026 21:40:00 GMT">', "2026-11-17T21:40:00+00:00"),
            ('<time itemprop="datePublished" datetime="2026-11-17 21:40">', "2026-11-17T21:40:00"),
            ('<meta name="date" content="17 November 2026">', "2026-11-17"),
            ('<meta name="pubdate" content="soon"><meta name="date" content="2026-11-17">', "2026-11-17"),
            ('<meta name="pubdate" content="2026-11-17"><meta name="date" content="2026-11-17T09:00">',
             "2026-11-17T09:00:00"),
            ('<meta name="pubdate" content="2026-11-17"><meta name="date" content="2026-11-18T09:00">', "2026-11-17"),
        ],
    )  # fmt: skip
    def test_when_it_was_published(self, head: str, published: str) -> None:
        known, _ = metadata(head)
        assert known.published is not None
        assert known.published.isoformat() == published

    @pytest.mark.parametrize(
        "head",
        [
            '<meta name="date" content="yesterday">',
            '<time datetime="2026-11-17">',
            '<!-- <meta name="date" content="2026-11-17"> -->',
            '<script>\'<meta name="date" content="2026-11-17">\'</script>',
            '<script type="application/ld+json">{"@type": "Event", "datePublished": "2026-11-17"}</script>',
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 20261117}</script>',
            '<script type="text/javascript">{"@type": "NewsArticle", "datePublished": "2026-11-17"}</script>',
        ],
    )
    def test_when_it_is_not_known(self, head: str) -> None:
        assert metadata(head)[0].published is None

    @pytest.mark.parametrize(
        "block",
        [
            '{"@type": "NewsArticle", "headline": "Ferry sinks", "publisher": {"name": "The Echo"}}',
            '[{"@type": "WebPage"},'
            ' {"@type": "http://schema.org/Article", "headline": "Ferry sinks", "publisher": "The Echo"}]',
            '{"@graph": [{"@id": "#e", "name": "The Echo"},'
            ' {"@type": ["Report"], "headline": "Ferry sinks", "publisher": {"@id": "#e"}}]}',
            '\n//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry\nsinks",'
            ' "publisher": [{"name": "The Echo"}]};\n//]]>',
        ],
    )
    def test_ways_to_write_one_thing(self, block: str) -> None:
        known, _ = metadata(f'<SCRIPT type="application/ld+json">{block}</SCRIPT>')
        assert (known.title, known.outlet) == ("Ferry sinks", "The Echo")

    @pytest.mark.parametrize(
        "block", ["", "{", "[" * 100_000, "null", '{"@graph": [[[]]]}', '{"@type": {"@type": 1}}', "NaN"]
    )
    def test_json_that_is_none_says_nothing(self, block: str) -> None:
        known, headline = metadata(f'<script type="application/ld+json">{block}</script><h1>Ferry <b>sinks</b></h1>')
        assert (known.title, headline, known.published) == ("Ferry sinks", "Ferry sinks", None)

    def test_an_address_is_no_author_and_a_script_no_address(self) -> None:
        page = '<meta name="author" content="https://social.example/desk"><link rel="canonical" href="javascript:no()">'
        known, _ = metadata(page)
        assert (known.author, known.url) == (None, None)

    @pytest.mark.parametrize("piece", ["<a ", "<!--", "<a x='", "<script>", "<h1>", "</", '<meta x="', "&#", "<<<"])
    def test_hostile_markup_is_read_to_its_end(self, piece: str) -> None:
        page = '<meta name="author" content="desk">' + piece * (300_000 // len(piece))
        assert metadata(page)[0].author == "desk"
        assert "desk" not in text_of(page)


class TestExports:
    def test_rows_of_a_search_service(self) -> None:
        reading = read(FORMATS / "search.json")
        first, second = reading.articles
        assert [first.id, first.path, first.outlet] == ["search-1", f"{FORMATS / 'search.json'}#1", "Coast Post"]
        assert first.published == datetime(2026, 11, 18, 5, 30, tzinfo=UTC)
        assert first.text.startswith("Ferry goes down off Kalua\n\nA ferry sank near Kalua")
        assert first.text.count("at least 12 people") == 1
        assert second.text.endswith("The coastguard looks for 9 people who are missing after a ferry sank.")
        assert error(reading).message.startswith("row 3: no text")

    def test_a_text_that_was_cut_off_is_noted_where_it_was(self) -> None:
        reading = read(FORMATS / "search.json")
        (note,) = (note for note in reading.notes if note.code == "truncated-text")
        assert note.article_id == "search-1"
        assert note.span is not None
        assert note.span.of(reading.articles[0].text) == "… [+1210 chars]"

    def test_a_date_that_is_none_is_noted(self) -> None:
        assert Note("search-2", None, "field-published") in read(FORMATS / "search.json").notes

    @pytest.mark.parametrize("version", [1, 2, 3])
    def test_ninjs(self, version: int) -> None:
        article = only(read(FORMATS / f"ninjs{version}.json"))
        hours = {1: "2026-11-17T22:10:00+00:00", 2: "2026-11-17T23:10:00+00:00", 3: "2026-11-18T04:00:00+01:00"}
        assert article.published is not None
        assert article.published.isoformat() == hours[version]
        assert (article.id, article.outlet, article.author) == (
            f"ninjs{version}",
            "Northwire",
            "Northwire, Kalua bureau",
        )
        headline, first, second = article.text.split("\n\n")
        assert headline == article.title
        assert first.endswith(("sank on Tuesday.", "off Kalua."))
        assert second.startswith(("At least 12 died", "The search was"))
        assert "<" not in article.text

    def test_the_agency_of_a_dateline_is_its_origin(self) -> None:
        reading = read(FORMATS / "ninjs1.json")
        assert only(reading).origin == "Northwire"
        assert codes(reading) == ["origin-from-text"]

    def test_names_of_its_own_are_mapped(self) -> None:
        assert error(read(FORMATS / "newsroom.jsonl")).code == "no-text"
        fields = {"text": "story.body", "title": "story.head", "outlet": "desk.name", "published": "day"}
        reading = read(FORMATS / "newsroom.jsonl", config=Config(fields=fields))
        assert not reading.errors
        assert [(a.title, a.outlet, a.published) for a in reading.articles] == [
            ("Ferry sinks", "Kalua Gazette", date(2026, 11, 17)),
            ("Ferry owner silent", "Kalua Gazette", date(2026, 11, 18)),
        ]

    def test_broken_lines_are_one_error_and_the_others_are_read(self) -> None:
        reading = read(FORMATS / "broken.jsonl")
        assert [article.id for article in reading.articles] == ["broken-1", "broken-3"]
        assert error(reading).code == "broken-json"
        assert error(reading).message.startswith("line 2: ")

    def test_lines_in_a_json_file_and_one_row_from_standard_input(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_bytes((FORMATS / "broken.jsonl").read_bytes())
        assert len(read(tmp_path / "a.json").articles) == 2
        article = only(read("-", stdin=io.BytesIO(b'{"content": "A ferry sank."}')))
        assert (article.id, article.text) == ("stdin", "A ferry sank.")

    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            ('[{"content": "A ferry sank."', "broken-json", "line 1"),
            ("[" * 100_000, "broken-json", "JSON"),
            ('{"a":' * 100_000 + "1" + "}" * 100_000, "broken-json", "too deeply"),
            ("[" + "1" * 5000 + "]", "broken-json", "number too long"),
            ("[]", "no-rows", "list of objects"),
            ("[1, 2]", "no-rows", "list of objects"),
            ('"A ferry sank."', "no-rows", "list of objects"),
            ('{"a": [{"content": "x"}], "b": [{"content": "y"}]}', "no-text", "row 1"),
            ('[{"title": "Ferry sinks"}, 7]', "no-text", "rows 1, 2"),
            ('[{"content": ["", null, 7, [["A ferry sank."]]]}]', "no-text", "fields"),
        ],
    )
    def test_one_that_can_not_be_used(self, tmp_path: Path, text: str, code: str, words: str) -> None:
        (tmp_path / "a.json").write_text(text, encoding="utf-8")
        (tmp_path / "b.txt").write_text("A ferry sank.", encoding="utf-8")
        reading = read(tmp_path / "a.json", tmp_path / "b.txt")
        assert error(reading).code == code
        assert words in error(reading).message
        assert [article.id for article in reading.articles] == ["b"]

    def test_a_huge_one_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_bytes(b'[{"content": "' + b"A ferry sank. " * (LIMIT // 14) + b'"}]')
        assert error(read(tmp_path / "a.json")).code == "too-large"

    def test_many_rows_without_text_are_one_line(self) -> None:
        (refused,) = documents(json.dumps([{}] * 1000))
        assert isinstance(refused, InputError)
        assert str(refused).startswith("rows 1, 2, 3, 4, 5 and 995 more: ")

    def test_halves_of_characters_become_the_mark_for_them(self) -> None:
        (document,) = documents('{"content": "\\ud83d A ferry sank. \\ud83d\\ude00"}')
        assert isinstance(document, Document)
        assert document.text == "\ufffd A ferry sank. \U0001f600"

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("A ferry sank."),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["content", "title", "bodies", "value", "source", "name", "x"]), inner
                )
            ),
            max_leaves=12,
        )
    )
    @settings(deadline=None, max_examples=80)
    def test_any_json_is_read_or_refused(self, value: Any) -> None:
        for read_by in (documents, line_documents):
            try:
                found = read_by(json.dumps(value))
            except InputError as refused:
                found = (refused,)
            refusals = [each for each in found if isinstance(each, InputError)]
            assert {each.code for each in refusals} <= {"no-rows", "no-text", "broken-json"}
            assert all(each.text.strip() for each in found if isinstance(each, Document))

    @given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
    @settings(deadline=None, max_examples=60)
    def test_a_plain_text_is_not_edited(self, title: str, body: str) -> None:
        said = values({"headline": title, "body_text": body})
        if "<" not in title + body:
            assert (said["title"], said["text"]) == (title.strip(), body.strip())


class TestManifestOrExport:
    def test_a_list_with_paths_is_a_manifest_under_any_name(self, tmp_path: Path) -> None:
        (tmp_path / "echo.txt").write_text("A ferry sank.", encoding="utf-8")
        (tmp_path / "list.json").write_text('[{"path": "echo.txt", "outlet": "The Echo"}]', encoding="utf-8")
        assert only(read(tmp_path / "list.json")).outlet == "The Echo"

    def test_a_list_with_texts_is_none(self, tmp_path: Path) -> None:
        rows = [{"path": "/news/1", "content": "A ferry sank."}]
        (tmp_path / "list.json").write_text(json.dumps(rows), encoding="utf-8")
        assert only(read(tmp_path / "list.json")).text == "A ferry sank."

    def test_nor_one_with_texts_where_the_user_says(self, tmp_path: Path) -> None:
        rows = [{"path": "/news/1", "story": "A ferry sank."}]
        (tmp_path / "list.json").write_text(json.dumps(rows), encoding="utf-8")
        assert error(read(tmp_path / "list.json")).code == "broken-manifest"
        assert only(read(tmp_path / "list.json", config=Config(fields={"text": "story"}))).text == "A ferry sank."

    def test_a_manifest_lists_exports(self, tmp_path: Path) -> None:
        (tmp_path / "wire.json").write_bytes((FORMATS / "search.json").read_bytes())
        (tmp_path / "sources.json").write_text('[{"path": "wire.json", "id": "w", "origin": "AFP"}]', encoding="utf-8")
        assert [(a.id, a.origin) for a in read(tmp_path).articles] == [("w-1", "AFP"), ("w-2", "AFP")]


class TestCharacterSets:
    def test_another_script_is_found_and_named(self, tmp_path: Path) -> None:
        pytest.importorskip("charset_normalizer", reason="the extra `charset` is not installed")
        text = "The minister told the paper Известия that the ferry sank. " * 3
        (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
        reading = read(tmp_path / "a.txt")
        assert only(reading).text == text
        assert codes(reading)[:2] == ["not-utf-8", "read-as-cp1251"]

    @pytest.mark.parametrize(
        "text", ["café", "“It sank,” he said – “at noon”", "The bill was £3 million.", "30°C, ½ of it"]
    )
    def test_accents_and_quotation_marks_are_not_guessed_at(self, text: str) -> None:
        assert decoded(text.encode("cp1252")) == (text, "cp1252")

    @pytest.mark.parametrize(
        ("declared", "read_in"),
        [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("unicode_escape", "cp1252"), ("no-such", "cp1252")],
    )
    def test_what_a_page_declares(self, declared: str, read_in: str) -> None:
        page = f'<html><meta http-equiv=Content-Type content="text/html; charset={declared}"><p>“A ferry” sank'
        assert decoded(page.encode("cp1252")) == (page.encode("cp1252").decode(read_in), read_in)

    def test_utf_8_with_a_broken_character_stays_utf_8(self, tmp_path: Path) -> None:
        text = "“The ferry’s owner didn’t answer” – “not once”, “never”. " * 3
        (tmp_path / "a.txt").write_bytes(text.encode("utf-8") + "“".encode()[:2])
        reading = read(tmp_path / "a.txt")
        assert only(reading).text == text + "\ufffd"
        assert codes(reading)[:2] == ["not-utf-8", "read-as-utf-8"]


class TestTable:
    @pytest.mark.parametrize(
        ("name", "text", "expected"),
        [
            ("a.html", "A ferry sank.", "a web page"),
            ("a.HTM", "", "a web page"),
            ("a.txt", "<!-- saved --> <HTML lang=en>", "a web page"),
            ("a.txt", '<?xml version="1.0"?>\n<html xmlns="x">', "a web page"),
            ("a.txt", "The <html> tag", "text"),
            ("a.txt", "<htmlish>", "text"),
            ("a.txt", '{"a": 1}', "text"),
            ("a.md", "[{", "text"),
            ("a.json", "A ferry sank.", "JSON"),
            ("a.ndjson", "", "JSON Lines"),
            (None, '{"a": 1}', "JSON"),
            (None, "[+1210 chars]", "text"),
            (None, "[{}]", "JSON"),
        ],
    )
    def test_by_beginning_and_by_name(self, name: str | None, text: str, expected: str) -> None:
        assert format_of(name, text).name == expected

    def test_other_xml_is_refused(self) -> None:
        with pytest.raises(InputError) as caught:
            format_of("feed.xml", '<?xml version="1.0"?><rss>')
        assert caught.value.code == "not-text"

    @pytest.mark.parametrize("text", ["<!--" * 30_000, " " * 200_000, "<!-- - " * 30_000])
    def test_hostile_beginnings_are_text(self, text: str) -> None:
        assert format_of("a.txt", text + "<").name == "text"
