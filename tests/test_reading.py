"""Reading: what each kind of source becomes, and the one line that each broken one gets."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.errors import InputError
from crosscheck.model import Article, Note, SourceError
from crosscheck.reading import Reading, ids, read
from crosscheck.reading.clues import clues
from crosscheck.reading.decoding import LIMIT, decoded, is_unicode
from crosscheck.reading.manifest import KEYS
from crosscheck.reading.metadata import Metadata, front_matter


def only(reading: Reading) -> Article:
    assert not reading.errors
    (article,) = reading.articles
    return article


def error(reading: Reading) -> SourceError:
    (one,) = reading.errors
    assert "\n" not in one.message
    return one


def write_manifest(folder: Path, rows: object) -> Path:
    path = folder / "sources.json"
    path.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("echo", "courier", "gazette"):
        (tmp_path / f"{name}.txt").write_text(f"A ferry sank, the {name} says.\n", encoding="utf-8")
    return tmp_path


class TestFiles:
    def test_a_text_is_an_article_as_it_stands(self, folder: Path) -> None:
        article = only(read(folder / "echo.txt"))
        assert article.text == "A ferry sank, the echo says.\n"
        assert (article.id, article.path) == ("echo", str(folder / "echo.txt"))
        assert (article.outlet, article.published, article.origin) == (None, None, None)

    def test_line_ends_stay(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"One.\r\nTwo.\rThree.\n")
        assert only(read(tmp_path / "a.txt")).text == "One.\r\nTwo.\rThree.\n"

    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a.text", "a", "a.TXT", "a.b.c"])
    def test_any_name_will_do(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("A ferry sank.", encoding="utf-8")
        assert only(read(tmp_path / name)).text == "A ferry sank."

    def test_standard_input(self) -> None:
        article = only(read("-", stdin=io.BytesIO(b"A ferry sank.")))
        assert (article.id, article.path, article.text) == ("stdin", "-", "A ferry sank.")

    def test_a_path_that_is_no_unicode_can_be_shown(self, tmp_path: Path) -> None:
        path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
        try:
            with open(path, "wb") as file:
                file.write(b"A ferry sank.")
        except OSError:
            pytest.skip("this file system takes Unicode names alone")
        article = only(read(os.fsdecode(path)))
        assert article.id.encode("utf-8")
        assert article.path is not None
        assert article.path.encode("utf-8")

    def test_a_file_named_twice_is_read_once(self, folder: Path) -> None:
        reading = read(folder / "echo.txt", folder / ".." / folder.name / "echo.txt")
        assert only(reading).id == "echo"
        assert Note("echo", None, "given-twice") in reading.notes

    def test_a_file_named_once_has_no_such_note(self, folder: Path) -> None:
        assert Note("echo", None, "given-twice") not in read(folder / "echo.txt").notes

    def test_a_date_that_is_not_known_has_a_note(self, folder: Path) -> None:
        assert read(folder / "echo.txt").notes == (Note("echo", None, "unknown-date"),)
        assert read(folder / "echo.txt", published="2026-11-17").notes == ()


class TestCharacters:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_unicode_is_read_without_its_mark(self, encoding: str) -> None:
        text, read_in = decoded("Zoë’s café".encode(encoding))
        assert text == "Zoë’s café"
        assert is_unicode(read_in)

    @pytest.mark.parametrize(
        ("encoding", "mark"),
        [("utf-16-be", b"\xfe\xff"), ("utf-16-le", b"\xff\xfe"), ("utf-32-be", b"\0\0\xfe\xff")],
    )
    def test_either_order_of_bytes(self, encoding: str, mark: bytes) -> None:
        assert decoded(mark + "Zoë".encode(encoding)) == ("Zoë", encoding)

    def test_western_code_page_gets_a_note(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("Zoë’s café".encode("cp1252"))
        reading = read(tmp_path / "a.txt")
        assert only(reading).text == "Zoë’s café"
        assert Note("a", None, "not-utf-8") in reading.notes
        assert Note("a", None, "read-as-cp1252") in reading.notes

    def test_what_the_code_page_lacks_is_latin_1(self) -> None:
        assert decoded(b"caf\xe9 \x81") == ("caf\xe9 \x81", "iso8859-1")

    @pytest.mark.parametrize(
        "data",
        [
            b"%PDF-1.7 text",
            b"PK\x03\x04more",
            b"\x89PNG\r\n\x1a\n",
            b"{\\rtf1 text}",
            b"a ferry\0sank",
            bytes(range(1, 32)) * 9,
            b"\xff\xfe\x00\xd8",
        ],
    )
    def test_what_is_no_text_is_refused(self, data: bytes) -> None:
        with pytest.raises(InputError) as caught:
            decoded(data)
        assert caught.value.code == "not-text"

    def test_text_about_such_files_is_text(self) -> None:
        assert decoded(b"The %PDF- mark, an <html> tag\tand a form feed\x0c.")[1]

    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\u2003".encode()])
    def test_nothing_is_empty(self, data: bytes) -> None:
        with pytest.raises(InputError) as caught:
            decoded(data)
        assert caught.value.code == "empty"

    @given(st.text(min_size=1))
    def test_what_was_written_with_a_mark_is_read(self, text: str) -> None:
        if text.strip():
            assert decoded(text.encode("utf-8-sig")) == (text, "utf-8")

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
    def test_what_was_written_without_one_is_read(self, text: str) -> None:
        assert decoded(("A ferry: " + text).encode("utf-8")) == ("A ferry: " + text, "utf-8")

    @given(st.binary(max_size=300))
    def test_any_bytes_are_a_text_or_refused(self, data: bytes) -> None:
        try:
            text, _ = decoded(data)
        except InputError as refused:
            code = refused.code
        else:
            code = "" if text.strip() and text.encode("utf-8") else "no text"
        assert code in ("", "not-text", "empty")


class TestFolders:
    def test_texts_in_the_order_of_their_names(self, folder: Path) -> None:
        (folder / "notes.md").write_text("More.", encoding="utf-8")
        (folder / "expected.json").write_text("{}", encoding="utf-8")
        (folder / "picture.png").write_bytes(b"\x89PNG")
        (folder / "README.md").write_text("About.", encoding="utf-8")
        (folder / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
        (folder / "deeper").mkdir()
        (folder / "deeper" / "other.txt").write_text("Deeper.", encoding="utf-8")
        reading = read(folder)
        assert [article.id for article in reading.articles] == ["courier", "echo", "gazette", "notes"]
        assert not reading.errors

    def test_a_manifest_says_what_belongs_to_it(self, folder: Path) -> None:
        write_manifest(folder, [{"path": "gazette.txt", "id": "g", "outlet": "The Gazette"}, {"path": "echo.txt"}])
        reading = read(folder)
        assert [(a.id, a.outlet) for a in reading.articles] == [("g", "The Gazette"), ("echo", None)]

    def test_without_texts(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("About.", encoding="utf-8")
        assert error(read(tmp_path)).code == "no-texts"


class TestManifest:
    def test_as_an_argument(self, folder: Path) -> None:
        row = {
            "path": "echo.txt",
            "id": "the-echo",
            "outlet": "The Echo",
            "published": "2026-11-17",
            "updated": "2026-11-18T09:30+00:00",
            "title": "Ferry sinks",
            "url": "https://example.org/ferry",
            "origin": None,
        }
        article = only(read(write_manifest(folder, [row])))
        assert article == Article(
            id="the-echo",
            text="A ferry sank, the echo says.\n",
            outlet="The Echo",
            published=date(2026, 11, 17),
            updated=datetime(2026, 11, 18, 9, 30, tzinfo=UTC),
            title="Ferry sinks",
            url="https://example.org/ferry",
            path=str(folder / "echo.txt"),
        )

    def test_describing_the_files_given(self, folder: Path) -> None:
        manifest = write_manifest(folder, [{"path": "echo.txt", "outlet": "The Echo"}, {"path": "gazette.txt"}])
        reading = read(folder / "echo.txt", folder / "courier.txt", manifest=manifest)
        assert [(a.id, a.outlet) for a in reading.articles] == [("echo", "The Echo"), ("courier", None)]

    def test_alone_it_lists_them(self, folder: Path) -> None:
        manifest = write_manifest(folder, [{"path": "echo.txt"}])
        assert only(read(manifest=manifest)).id == "echo"

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("[{", "line 1"),
            ("nothing", "not JSON"),
            ("[" * 100_000, "JSON"),
            ('{"path": "echo.txt"}', "not a list"),
            ("[]", "not a list"),
            ("null", "not a list"),
        ],
    )
    def test_one_that_can_not_be_used(self, folder: Path, text: str, words: str) -> None:
        reading = read(write_manifest(folder, text), folder / "courier.txt")
        assert error(reading).code == "broken-manifest"
        assert words in error(reading).message
        assert [article.id for article in reading.articles] == ["courier"]

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            ("echo.txt", "not an object"),
            ({"outlet": "The Echo"}, 'no "path"'),
            ({"path": "echo.txt", "publishd": "2026-11-17"}, "did you mean 'published'"),
            ({"path": "echo.txt", "zzz": 1}, "there are path, id"),
            ({"path": "echo.txt", "published": "yesterday"}, "2015-10-16"),
            ({"path": "echo.txt", "published": 20261117}, "is text"),
            ({"path": "echo.txt", "outlet": ["The Echo"]}, "is text"),
            ({"path": 7}, "is text"),
        ],
    )
    def test_an_entry_that_can_not_be_used(self, folder: Path, row: object, words: str) -> None:
        reading = read(write_manifest(folder, [{"path": "courier.txt"}, row]))
        assert error(reading).code == "broken-manifest"
        assert "entry 2" in error(reading).message
        assert words in error(reading).message
        assert [article.id for article in reading.articles] == ["courier"]

    @given(
        st.recursive(
            st.none()
            | st.booleans()
            | st.floats()
            | st.text(max_size=8)
            | st.sampled_from(["echo.txt", "../a", "2026-11-17"]),
            lambda values: (
                st.lists(values, max_size=4)
                | st.dictionaries(st.sampled_from([*KEYS, "other"]) | st.text(max_size=5), values, max_size=4)
            ),
            max_leaves=12,
        )
    )
    def test_any_json_is_read_or_refused_in_single_lines(self, rows: object) -> None:
        with TemporaryDirectory() as name:
            (Path(name) / "echo.txt").write_text("A ferry sank.", encoding="utf-8")
            reading = read(write_manifest(Path(name), json.dumps(rows)))
        assert reading.articles or reading.errors
        assert {article.text for article in reading.articles} <= {"A ferry sank."}
        for each in reading.errors:
            assert each.code in ("broken-manifest", "not-found", "not-a-file", "outside", "unreadable")
            assert len(each.message.splitlines()) == 1

    def test_two_equal_ids(self, folder: Path) -> None:
        rows = [{"path": "echo.txt", "id": "a"}, {"path": "courier.txt", "id": "a"}, {"path": "gazette.txt"}]
        reading = read(write_manifest(folder, rows))
        assert error(reading).code == "broken-manifest"
        assert "'a'" in error(reading).message
        assert [article.id for article in reading.articles] == ["a", "gazette"]

    @pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "inner/../../secret.txt", "C:\\a.txt"])
    def test_a_path_that_leads_out_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "secret.txt").write_text("Secret.", encoding="utf-8")
        inside = tmp_path / "inside"
        inside.mkdir()
        reading = read(write_manifest(inside, [{"path": name}]))
        assert error(reading).code == "outside"
        assert not reading.articles

    @pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
    def test_a_name_that_no_file_can_have(self, folder: Path, name: str) -> None:
        assert error(read(write_manifest(folder, [{"path": name}]))).code == "not-found"
        assert error(read(name)).code == "not-found"
        assert error(read(name)).path.encode("utf-8")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
    def test_a_pipe_is_refused(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe")
        assert error(read(write_manifest(folder, [{"path": "pipe"}]))).code == "not-a-file"

    def test_a_link_that_leads_out_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("Secret.", encoding="utf-8")
        inside = tmp_path / "inside"
        inside.mkdir()
        (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
        assert error(read(write_manifest(inside, [{"path": "link.txt"}]))).code == "outside"

    @pytest.mark.parametrize("name", ["echo.txt", "./echo.txt", "deeper/../echo.txt", "deeper/other.txt"])
    def test_a_path_that_stays_inside_is_read(self, folder: Path, name: str) -> None:
        (folder / "deeper").mkdir()
        (folder / "deeper" / "other.txt").write_text("Deeper.", encoding="utf-8")
        assert only(read(write_manifest(folder, [{"path": name}]))).text

    def test_a_missing_file_of_it(self, folder: Path) -> None:
        reading = read(write_manifest(folder, [{"path": "nowhere.txt"}, {"path": "echo.txt"}]))
        assert error(reading).code == "not-found"
        assert [article.id for article in reading.articles] == ["echo"]


class TestErrors:
    def test_each_broken_source_gets_one_line_and_the_others_are_read(self, folder: Path) -> None:
        (folder / "empty.txt").write_bytes(b"")
        (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
        (folder / "nothing-here").mkdir()
        names = ["missing.txt", "empty.txt", "echo.txt", "picture.jpg", "nothing-here", "courier.txt"]
        reading = read(*(folder / name for name in names))
        assert [article.id for article in reading.articles] == ["echo", "courier"]
        assert [e.code for e in reading.errors] == ["not-found", "empty", "not-text", "no-texts"]
        assert [e.path for e in reading.errors] == [
            str(folder / name) for name in ("missing.txt", "empty.txt", "picture.jpg", "nothing-here")
        ]

    def test_too_large(self, tmp_path: Path) -> None:
        with open(tmp_path / "large.txt", "wb") as file:
            file.truncate(LIMIT + 1)
        assert error(read(tmp_path / "large.txt")).code == "too-large"

    @pytest.mark.parametrize(
        ("raised", "code"),
        [
            (PermissionError(13, "Permission denied"), "no-permission"),
            (OSError(5, "Input/output error"), "unreadable"),
            (OSError(36, "File name too long"), "unreadable"),
        ],
    )
    def test_what_the_system_refuses(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, raised: OSError, code: str
    ) -> None:
        def refuse(*_: object) -> NoReturn:
            raise raised

        monkeypatch.setattr("builtins.open", refuse)
        reading = read(folder / "echo.txt")
        monkeypatch.undo()
        assert error(reading).code == code

    def test_a_folder_named_by_a_manifest(self, folder: Path) -> None:
        (folder / "deeper").mkdir()
        assert error(read(write_manifest(folder, [{"path": "deeper"}]))).code == "not-a-file"

    def test_a_file_taken_for_a_folder(self, folder: Path) -> None:
        assert error(read(folder / "echo.txt" / "more.txt")).code == "not-found"

    def test_a_name_that_is_too_long(self) -> None:
        assert error(read("a" * 10_000)).code == "unreadable"

    def test_nothing_to_read(self) -> None:
        with pytest.raises(InputError) as caught:
            read()
        assert caught.value.code == "no-sources"

    def test_options_for_one_source_and_several_sources(self, folder: Path) -> None:
        with pytest.raises(InputError) as caught:
            read(folder, outlet="The Echo")
        assert caught.value.code == "one-source"

    def test_a_date_that_is_none(self, folder: Path) -> None:
        with pytest.raises(InputError) as caught:
            read(folder / "echo.txt", published="last Tuesday")
        assert caught.value.code == "bad-date"


class TestFrontMatter:
    def test_the_article_is_the_text_after_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text(
            '---\ntitle: "Ferry sinks: nine dead"\noutlet: The Echo\n'
            "published: 2026-11-17\ntags:\n  - sea\n---\n\nNine died.\n",
            encoding="utf-8",
        )
        article = only(read(tmp_path / "a.md"))
        assert article.text == "\nNine died.\n"
        assert (article.title, article.outlet) == ("Ferry sinks: nine dead", "The Echo")
        assert article.published == date(2026, 11, 17)

    @pytest.mark.parametrize(
        "text",
        [
            "Nine died.\n---\noutlet: The Echo\n---\n",
            "---\nNine people died, he said.\n---\nMore.",
            "---\noutlet: The Echo\nNine died.",
            "---\n---\nNine died.",
            "--- \u2014 ---",
            "---",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert front_matter(text) == (Metadata(), 0, ())

    def test_a_date_as_people_write_it(self) -> None:
        known, _, wrong = front_matter("---\npublished: 3 November 2020\n---\nIt sank.")
        assert (known.published, wrong) == (date(2020, 11, 3), ())

    def test_a_date_that_can_not_be_read_gets_a_note(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("---\npublished: soon\noutlet: Echo\n---\nNine died.", encoding="utf-8")
        reading = read(tmp_path / "a.md")
        assert only(reading).published is None
        assert [note.code for note in reading.notes] == ["front-matter-published", "unknown-date"]

    def test_nothing_after_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("---\noutlet: The Echo\n---\n\n", encoding="utf-8")
        assert error(read(tmp_path / "a.md")).code == "empty"

    @given(st.text(st.sampled_from("-a:\n\r \"'é"), max_size=60))
    def test_the_text_after_it_is_a_tail_of_the_file(self, text: str) -> None:
        _, start, _ = front_matter(text)
        assert 0 <= start <= len(text)
        assert start == 0 or text.startswith("---")

    def test_a_hundred_thousand_lines_are_no_front_matter(self) -> None:
        assert front_matter("---\n" + "a: b\n" * 100_000)[1] == 0


class TestClues:
    def found(self, text: str) -> dict[str, str]:
        for clue in clues(text):
            assert text[clue.start : clue.end].strip()
        return {clue.about: str(clue.value) for clue in clues(text)}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ferry sinks\n15 Oct 2021, 20:27\n\nNine died.", {"published": "2021-10-15 20:27:00"}),
            ("Published: March 3, 2020\nUpdated: March 4, 2020", {"published": "2020-03-03", "updated": "2020-03-04"}),
            ("LISBON, Nov 3, 2020 (BSS/AFP) - It sank.", {"published": "2020-11-03", "origin": "AFP"}),
            ("LISBON (Reuters) - It sank.", {"origin": "Reuters"}),
            ("LISBON, Nov 3 (AP) — It sank.", {"origin": "AP"}),
            ("It sank.\r\n\r\n3 November 2020\r\n", {"published": "2020-11-03"}),
        ],
    )
    def test_what_the_lines_tell(self, text: str, expected: dict[str, str]) -> None:
        assert self.found(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "It sank on 3 November 2020 off Lisbon.",
            "LISBON, Nov 3 - It sank.",
            "The port authority (LPA) - a public body - said so.",
            "Updated figures are due on Friday.",
            "3/4/2020",
            "LISBON (UPDATED) - It sank.",
            "It sank.\n" * 20 + "3 November 2020\n" + "It sank.\n" * 20,
        ],
    )
    def test_what_they_do_not_tell(self, text: str) -> None:
        assert self.found(text) == {}

    def test_options_come_before_manifest_before_front_matter_before_lines(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(
            "---\noutlet: Matter\ntitle: Matter\n---\n3 November 2020\nUpdated: 4 November 2020\nIt sank.",
            encoding="utf-8",
        )
        manifest = write_manifest(tmp_path, [{"path": "a.txt", "outlet": "Manifest", "published": "2020-11-01"}])
        article = only(read(manifest, published="2020-11-02"))
        assert (article.published, article.outlet, article.title) == (date(2020, 11, 2), "Manifest", "Matter")
        assert str(article.updated) == "2020-11-04"
        reading = read(manifest)
        assert only(reading).published == date(2020, 11, 1)
        assert [note.code for note in reading.notes] == ["updated-from-text"]

    @pytest.mark.parametrize("line", ["A" * 100_000, "A, " * 30_000, "LISBON, " + "(" * 50_000, "1 " * 50_000])
    def test_long_lines_tell_nothing(self, line: str) -> None:
        assert self.found(line) == {}


class TestIds:
    @pytest.mark.parametrize(
        ("paths", "expected"),
        [
            (["echo.txt", "courier.txt"], ["echo", "courier"]),
            (["a.txt", "a.md"], ["a.txt", "a.md"]),
            (["may/a.txt", "june/a.txt", "b.txt"], ["may/a", "june/a", "b"]),
            (["x/may/a.txt", "y/may/a.txt"], ["x/may/a", "y/may/a"]),
            (["may/a.txt", "june/a.md"], ["a.txt", "a.md"]),
            (["/data/a.txt", "a.txt"], ["data/a", "a.txt"]),
        ],
    )
    def test_the_shortest_part_that_tells_apart(self, paths: list[str], expected: list[str]) -> None:
        assert list(ids.shortest([ids.names(PurePath(path)) for path in paths])) == expected

    @settings(max_examples=50)
    @given(
        st.lists(
            st.sampled_from(["a.txt", "a.md", "x/a.txt", "y/a.txt", "x/b", "x/y/a.txt", "a.txt.md"]),
            unique=True,
            max_size=5,
        )
    )
    def test_all_differ_whatever_the_order(self, paths: list[str]) -> None:
        named = dict(zip(paths, ids.shortest([ids.names(PurePath(path)) for path in paths]), strict=True))
        assert len(set(named.values())) == len(paths)
        for other in list(permutations(paths))[:6]:
            again = ids.shortest([ids.names(PurePath(path)) for path in other])
            assert dict(zip(other, again, strict=True)) == named

    def test_equal_ids_of_two_manifests_take_their_folders(self, tmp_path: Path) -> None:
        for name in ("may", "june"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "a.txt").write_text("A ferry sank.", encoding="utf-8")
            write_manifest(tmp_path / name, [{"path": "a.txt", "id": "echo"}])
        reading = read(tmp_path / "may", tmp_path / "june")
        assert [article.id for article in reading.articles] == ["may/echo", "june/echo"]
