"""Laws of the reports, over arbitrary valid ones with arbitrary, hostile texts in every field."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any, get_args

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from crosscheck.model import (
    RELATIONS,
    Article,
    Comparison,
    Evidence,
    Facet,
    Finding,
    Mention,
    Note,
    Origin,
    Pair,
    Passage,
    Placement,
    Reason,
    Report,
    Reuse,
    Scope,
    SourceError,
    Span,
    Speaker,
    Speech,
    Statement,
    Step,
    Story,
    Term,
    Uncompared,
    Values,
    Version,
)
from crosscheck.reporting import explain, from_dict, from_json, render, to_dict, to_json
from crosscheck.reporting.excerpt import excerpt
from crosscheck.reporting.json_schema import schema
from crosscheck.reporting.layout import Page, joined, plain, words
from crosscheck.reporting.safe import cells, head, json_escaped, line, tail
from crosscheck.reporting.table import COLUMNS
from crosscheck.reporting.view import letter, shortened

Draw = Callable[..., Any]

HOSTILE = "\x00\x07\x1b[]2J\x7f\x85\x9b\n\r\t\u00a0\u00ad\u0301\u061c\u200b\u200d\u200e\u200f"
HOSTILE += "\u202a\u202e\u2028\u2066\u2069\ufeff\ufe0f\udce9\U000e0041"
PLAIN = "ab 27.,\"'\\é東אع𝟙👩<&>|`*"
TEXTS = st.text(st.sampled_from(HOSTILE + PLAIN + PLAIN), max_size=12) | st.text(max_size=8)
LONG = st.text(st.sampled_from(HOSTILE + PLAIN * 6), min_size=1, max_size=120)
MAYBE = st.none() | TEXTS
SHARES = st.floats(0, 1)
# in a report for people only these controls may stand: line ends, and with colour our own sequences
ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2067\u206a-\u206f\ufeff\ufe00-\ufe0f\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
OURS = re.compile(r"\x1b\[(?:0|1|2|1;31|1;32|1;33|1;36|1;4)m")


def names(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([name for choice in choices for name in get_args(choice)])


def lists(items: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


def values(depth: int = 1) -> st.SearchStrategy[Values]:
    atoms: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | SHARES | TEXTS
    items = atoms if not depth else atoms | lists(atoms, 3) | values(depth - 1)
    return st.dictionaries(TEXTS, items, max_size=3).map(lambda found: tuple(found.items()))


@st.composite
def moments(draw: Draw) -> date | datetime | None:
    when = draw(st.none() | st.dates() | st.datetimes())
    if isinstance(when, datetime) and draw(st.booleans()):
        return when.replace(tzinfo=timezone(timedelta(minutes=draw(st.integers(-720, 720)))))
    return when  # type: ignore[no-any-return]


@st.composite
def spans(draw: Draw, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def passages(draw: Draw, articles: list[Article]) -> Passage:
    article = draw(st.sampled_from(articles))
    return Passage(article.id, draw(spans(len(article.text))))


@st.composite
def statements(draw: Draw, articles: list[Article]) -> Statement:
    article = draw(st.sampled_from(articles))
    ends = sorted(
        draw(st.lists(st.integers(0, len(article.text)), min_size=2, max_size=4).filter(lambda e: len(e) % 2 == 0))
    )
    pieces = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
    span = st.none() | spans(len(article.text))
    speaker = draw(st.none() | st.builds(Speaker, TEXTS, span))
    return Statement(
        article.id,
        pieces,
        draw(spans(len(article.text))),
        draw(names(Placement)),
        draw(names(Speech)),
        speaker,
        draw(span),
    )


@st.composite
def facet_values(draw: Draw, facet: str) -> Values:
    """A value of the shape that the contract gives for the facet."""
    if facet == "quantity":
        return (
            ("low", draw(MAYBE)), ("high", draw(MAYBE)), ("low_open", draw(st.booleans())), ("high_open", False),
            ("approximate", True), ("precision", "1"), ("unit", draw(MAYBE)), ("sort", "count"),
            ("vague", draw(st.booleans())),
        )  # fmt: skip
    if facet == "date":
        day = draw(st.none() | st.dates().map(date.isoformat))
        return (
            ("edtf", day),
            ("earliest", day),
            ("latest", day),
            ("clock", None),
            ("zone", None),
            ("granularity", "day"),
        )
    keys = {
        "place": ("name", "within"), "name": ("name", "title"), "attribution": ("name",), "quote": ("words",),
        "wording": ("slot", "filler"),
    }  # fmt: skip
    return tuple((key, draw(TEXTS)) for key in keys.get(facet, ("value",)))


@st.composite
def roles(draw: Draw) -> Values:
    keys = draw(
        st.sampled_from(
            [
                ("counted", "predicate", "extent", "period", "display"),
                ("display",),
                (),
                ("counted", "predicate", "extent", "period"),
            ]
        )
    )
    return tuple((key, draw(TEXTS if key == "display" else MAYBE)) for key in keys)


def steps(articles: list[Article]) -> st.SearchStrategy[tuple[Step, ...]]:
    return lists(st.builds(Step, TEXTS, lists(passages(articles), 2), values()))


@st.composite
def comparisons(draw: Draw, articles: list[Article], count: int) -> Comparison:
    facet = draw(names(Facet))
    moment = st.none() | TEXTS | st.dates().map(date.isoformat) | st.datetimes().map(datetime.isoformat)
    mention = st.builds(Mention, st.integers(0, count - 1), passages(articles), TEXTS, moment)
    version = st.builds(Version, facet_values(facet), TEXTS, lists(mention), lists(TEXTS))
    versions = draw(lists(version, 3))
    position = st.integers(0, len(versions) - 1)
    pair = st.builds(Pair, position, position, st.sampled_from(RELATIONS), st.none() | names(Reason))
    return Comparison(
        facet, draw(roles()), versions, draw(lists(pair)) if versions else (), draw(st.sampled_from(RELATIONS)),
        draw(st.none() | names(Reason)), draw(TEXTS), draw(steps(articles)),
    )  # fmt: skip


@st.composite
def findings(draw: Draw, articles: list[Article], id: str, story: st.SearchStrategy[str]) -> Finding:
    found = draw(st.lists(statements(articles), min_size=1, max_size=3))
    verdict, severity = draw(
        st.sampled_from(
            [("agreement", None), ("single-source", None), ("discrepancy", "conflict"), ("discrepancy", "update")]
        )
    )
    tag = TEXTS | st.sampled_from(["edited-copy", "speakers-disagree"])
    return Finding(
        id=id, story=draw(story), group=draw(st.integers(-1, 9)), verdict=verdict, severity=severity,
        scope=draw(names(Scope)),
        statements=tuple(found), comparisons=draw(lists(comparisons(articles, len(found)))),
        origins=tuple(draw(TEXTS) for _ in found), alignment=draw(SHARES),
        confidence=draw(SHARES), tags=draw(lists(tag)),
        terms=draw(lists(st.builds(Term, TEXTS, SHARES))), checkable=draw(st.booleans()), steps=draw(steps(articles)),
    )  # fmt: skip


@st.composite
def reports(draw: Draw) -> Report:
    """A report in which everything points at something that is there, and every text may be anything."""
    ids = draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))
    articles = [
        Article(
            id=id, text=draw(LONG), outlet=draw(MAYBE), published=draw(moments()), updated=draw(moments()),
            title=draw(MAYBE),
            url=draw(MAYBE), origin=draw(MAYBE), path=draw(MAYBE), extracted=draw(st.booleans()),
            first_line=draw(st.integers(1, 3)), captions=draw(st.sampled_from([(), (Span(0, 1),)])),
        )
        for id in ids
    ]  # fmt: skip
    some = st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True).map(tuple)
    stories = draw(lists(st.builds(Story, TEXTS, some)))
    story = st.sampled_from([story.id for story in stories] or ["s1"])
    known = st.text("abcdefghij234567", min_size=10, max_size=10)
    passage = passages(articles)
    return Report(
        schema="crosscheck-report/1",
        version=draw(TEXTS),
        config=draw(values()),
        articles=tuple(articles),
        stories=stories,
        origins=draw(lists(st.builds(Origin, TEXTS, TEXTS, some, lists(names(Evidence)), lists(passage)))),
        findings=tuple(draw(findings(articles, id, story)) for id in draw(st.lists(known, max_size=3, unique=True))),
        not_compared=draw(lists(st.builds(Uncompared, names(Facet), names(Reason), lists(passage)))),
        reuse=draw(
            lists(
                st.builds(
                    Reuse, st.tuples(*[st.sampled_from(ids)] * 2), TEXTS, SHARES, lists(st.tuples(passage, passage))
                )
            )
        ),
        notes=draw(lists(st.builds(Note, st.sampled_from(ids), st.just(None), TEXTS))),
        errors=draw(lists(st.builds(SourceError, TEXTS, TEXTS, TEXTS))),
    )


class TestJson:
    """ "Such a report reloads to an equal `Report`." """

    @given(reports())
    def test_it_reloads_to_an_equal_report_and_keeps_to_the_schema(self, report: Report) -> None:
        document = to_dict(report, embed_text=True)
        assert from_dict(document) == report
        jsonschema.Draft202012Validator(schema()).validate(document)

    @given(st.text())
    def test_escaping_changes_no_value(self, text: str) -> None:
        assert json.loads(json_escaped(json.dumps(text, ensure_ascii=False))) == text


# CommonMark, with what GitHub adds to it
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(document: str) -> list[Token]:
    """Every token of a document in Markdown, those inside lines too."""
    return [each for token in MARKDOWN.parse(document) for each in (token, *(token.children or []))]


class TestEveryFormat:
    """Untrusted text is inert wherever it is written, and every table has its columns."""

    @given(reports())
    def test_of_any_report(self, report: Report) -> None:
        _check_table(report)
        _check_csv(render(report, "csv"))
        _check_markdown(render(report, "markdown"))
        _check_lines(render(report, "jsonl", embed_text=True))
        assert not ACTIVE.search(report._repr_html_().replace("\n", ""))
        one, other = report.articles[0].id, report.articles[-1].id
        assert report.between(one, other) == report.between(other, one)
        _check_json(report)


def _check_markdown(document: str) -> None:
    assert not ACTIVE.search(document)
    assert not {"link_open", "image", "html_inline", "html_block"} & {token.type for token in tokens(document)}


def _check_lines(written: str) -> None:
    assert not ACTIVE.search(written.replace("\ufe0f", ""))
    assert all(json.loads(line)["type"] for line in written.split("\n")[:-1])


def _check_table(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    for row in report.rows():
        assert tuple(row) == COLUMNS
        assert all(value is None or isinstance(value, str | int | float) for value in row.values())
        if row["words"] is not None:
            assert texts[str(row["source"])][row["start"] : row["end"]] == row["words"]  # type: ignore[misc]
    assert {row["finding"] for row in report.rows()} == {finding.id for finding in report.findings}


def _check_csv(written: str) -> None:
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not ACTIVE.search(written.replace("\r\n", ""))
    cells = [cell for row in rows[1:] for cell in row]
    assert not [c for c in cells if re.match(r"\s*[=+@\t\r]|\s*-(?!\d+(?:\.\d+)?$)", c)]


def _check_json(report: Report) -> None:
    document = to_json(report, embed_text=True)
    assert not ACTIVE.search(document.replace("\ufe0f", ""))
    again = from_json(document.encode("utf-8"))
    assert again == report
    assert to_json(again, embed_text=True) == document


class TestText:
    """Untrusted text never becomes markup or a terminal escape, and a line is as long as it may be."""

    @given(reports(), st.integers(40, 120), st.booleans(), st.booleans())
    def test_nothing_in_it_is_active(self, report: Report, width: int, brief: bool, whole: bool) -> None:
        shown = render(report, width=width, brief=brief, explain=whole)
        assert not ACTIVE.search(shown)
        assert shown.encode("utf-8")
        for finding in report.findings:
            assert not ACTIVE.search(explain(report, finding.id))
        coloured = render(report, width=width, brief=brief, explain=whole, color=True)
        assert OURS.sub("", coloured) == shown

    @given(st.text(st.sampled_from(HOSTILE + PLAIN)) | st.text())
    def test_a_line_is_one_and_shows_the_same_twice(self, text: str) -> None:
        shown = line(text)
        assert not ACTIVE.search(shown)
        assert "\n" not in shown
        assert line(shown) == shown

    @given(st.text(st.sampled_from("aé東א \u0301👩"), max_size=60), st.integers(16, 60))
    def test_lines_fit_and_lose_nothing(self, text: str, width: int) -> None:
        lines = [plain(each) for each in Page(width).flow(words(text), "- ", "  ")]
        assert all(cells(each) <= width for each in lines)
        assert "".join("".join(each[2:] for each in lines).split()) == "".join(line(text).split())

    @given(st.text(st.sampled_from("aé東 \u0301👩"), max_size=30), st.integers(0, 20))
    def test_cuts_fit_and_are_ends(self, text: str, width: int) -> None:
        assert cells(head(text, width)) <= width
        assert cells(tail(text, width)) <= width
        assert text.startswith(head(text, width))
        assert text.endswith(tail(text, width))


class TestExcerpts:
    """What is marked is what was compared, and the marks cannot be forged."""

    @given(LONG, st.data())
    def test_a_whole_excerpt_is_the_text_with_its_marks(self, text: str, data: st.DataObject) -> None:
        mark = data.draw(spans(len(text)))
        shown = plain(joined(excerpt(text, [mark], None)))
        unmarked = "".join(shown.replace("⟦", "").replace("⟧", "").split())
        expected = "".join(
            "".join(line(part) for part in (text[: mark.start], text[mark.start : mark.end], text[mark.end :])).split()
        )
        if "[" in text or "]" in text:
            assert unmarked == expected
        else:
            assert unmarked.replace("[", "").replace("]", "") == expected

    @given(LONG, st.data(), st.integers(20, 90))
    def test_only_marks_are_in_brackets(self, text: str, data: st.DataObject, room: int) -> None:
        marks = [mark for mark in data.draw(st.lists(spans(len(text)), max_size=3)) if len(mark)]
        shown = plain(joined(excerpt(text, marks, room)))
        opening = "⟦" if "[" in text or "]" in text else "["
        assert shown.count(opening) <= len(marks)
        assert bool(marks) == (opening in shown)


class TestNames:
    """Letters and short ids tell things apart."""

    @given(st.integers(0, 20_000), st.integers(0, 20_000))
    def test_letters(self, one: int, other: int) -> None:
        assert (letter(one) == letter(other)) == (one == other)

    @given(
        st.lists(st.text("ab2", min_size=5, max_size=9), unique=True, max_size=9).filter(
            lambda ids: not any(a != b and b.startswith(a) for a in ids for b in ids)
        )
    )
    def test_a_short_id_has_one_finding_and_no_character_too_many(self, ids: list[str]) -> None:
        for id, short in shortened(ids).items():
            assert id.startswith(short)
            assert [other for other in ids if other.startswith(short)] == [id]
            assert len(short) == 4 or len([other for other in ids if other.startswith(short[:-1])]) > 1
