"""The HTML report: what it says of whom, that nothing in it can act, and that it needs nothing but itself.

What a browser makes of it is in `tests/browser`; here it is read by the standard library's parser.
"""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import check
from crosscheck.model import Article, Finding, Note, Origin, Report, SourceError, Span, Story, Term, Uncompared, Version
from crosscheck.reporting import render
from crosscheck.reporting.html.atlas import Atlas, Mark
from crosscheck.reporting.html.texts import paragraphs, pieces
from crosscheck.reporting.html.timeline import timeline
from crosscheck.reporting.options import Options
from crosscheck.reporting.view import View
from tests.samples import BURNT, DESTROYED, HURT, SCHEMA, compared, figure, fire_report, role, scene

VOID = {"meta", "link", "br", "input", "hr", "img"}


@frozen
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Any] = field(factory=list)

    def all(self, tag: str = "", **wanted: str) -> Iterator[Element]:
        """The elements inside, in order, with this tag and these attributes; `class_` asks for one of its classes."""
        classes = wanted.pop("class_", "").split()
        for child in self.children:
            if isinstance(child, Element):
                has = set(child.attributes.get("class", "").split())
                if (
                    (not tag or child.tag == tag)
                    and has.issuperset(classes)
                    and all(child.attributes.get(n) == v for n, v in wanted.items())
                ):
                    yield child
                yield from child.all(tag, **wanted, class_=" ".join(classes))

    @property
    def text(self) -> str:
        """Its text as it is seen: white space folded, without what only a screen reader reads."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif "vh" not in child.attributes.get("class", "").split():
                yield from child._texts()


class Builder(HTMLParser):
    """A tree of elements; every element is closed where it has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("rect", "line", "circle", "path"):
            return
        assert self.open.pop().tag == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(document: str) -> Element:
    builder = Builder()
    builder.feed(document)
    builder.close()
    assert len(builder.open) == 1
    return builder.open[0]


def page(report: Report, **options: Any) -> Element:
    return parsed(render(report, "html", **options))


def one(element: Element, tag: str = "", **wanted: str) -> Element:
    (found,) = element.all(tag, **wanted)
    return found


def shape(element: Element) -> list[Any]:
    """Elements with their attributes' names; the values too of those that never hold a source's text.

    Of a drawing only what kinds of elements it may have: how many labels find room depends on the text.
    """
    if element.tag == "svg":
        assert {child.tag for child in element.all()} <= {"line", "circle", "path", "text", "rect"}
        return []
    kept = ("class", "id", "href", "data-f", "role", "type", "name", "content", "http-equiv")
    return [
        (child.tag, sorted(child.attributes), [child.attributes.get(name) for name in kept], shape(child))
        for child in element.children
        if isinstance(child, Element)
    ]


def test_the_matrix_has_a_row_for_each_finding_and_a_column_for_each_article() -> None:
    table = one(page(fire_report()), "table", class_="matrix")
    head, *rows = [[cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in table.all("tr")]
    assert head[2:] == [
        "A The Lantern 18 Nov 2026 09:10", "B Harbour Post 18 Nov 2026 09:40", "C Coast Gazette 18 Nov 2026 08:55",
        "D El Faro 18 Nov 2026 20:30",
    ]  # fmt: skip
    cells = [[cell.text for cell in list(r.all("td"))[1:]] for r in table.all("tr")]
    assert cells[1] == [
        "Tue 17 Nov",
        "Tue 17 Nov",
        "Mon 16 Nov",
        "Tue 17 Nov",
    ]
    assert rows[1][0].startswith("Update · figure people injured ___ people were hurt")
    assert cells[2] == ["at least 32", "at least 32", "27", "41"]
    assert cells[3] == ["4,500 tonnes", "", "about 4,500 tonnes", ""]
    assert [cell[0] for cell in cells[5]] == ["0", "1", "1", "2"]


def test_the_version_with_fewer_origins_stands_out() -> None:
    row = one(page(fire_report()), "tr", class_="conflict")
    assert [cell.text for cell in row.all("td", class_="other")] == ["Mon 16 Nov"]


@pytest.mark.parametrize(
    ("finding", "standing"),
    [
        ("f-k7f2m3qd6x", "●● | ● 2 against 1"),
        ("f-m3qdzzzzzz", "● | ● | ● 3 origins"),
        ("f-agr2barley", "●● 2 independent origins"),
        ("f-agr2fire77", "●●● 3 independent origins"),
    ],
)
def test_origins_are_counted_and_not_files(finding: str, standing: str) -> None:
    card = one(page(fire_report()), id=finding)
    said = one(card, "p", class_="standing")
    assert f"{said.attributes['data-dots']} {said.text.rpartition(' ')[0]}" == standing


def test_what_one_alone_says_is_placed_at_its_figure() -> None:
    found = page(fire_report())
    assert one(one(found, id="f-sing2truck"), "a", class_="loc").text == "gazette.txt:4:54"
    assert one(one(found, id="f-sing2ferry"), "a", class_="loc").text == "post.txt:4:89"


def test_of_a_clause_the_beginning_of_its_sentence_is_told() -> None:
    here, report = scene(), fire_report()
    whole = here.statement("lantern", DESTROYED)
    clause = evolve(here.statement("lantern", "store in the port of Velmouth on Tuesday"), sentence=whole.sentence)
    item = one(
        page(evolve(report, findings=(here.finding("single5555", "single-source", [clause]),))), id="f-single5555"
    )
    assert one(item, "span", class_="around").text == "A fire destroyed a grain"
    full = one(
        page(evolve(report, findings=(here.finding("single5555", "single-source", [whole]),))), id="f-single5555"
    )
    assert not list(full.all("span", class_="around"))


def test_exact_figures_come_before_words_for_many() -> None:
    here, report = scene(), fire_report()
    vague = evolve(here.finding("single5555", "single-source", [here.statement("faro", HURT)]))
    text = (
        "Mr Lee said that hundreds of ships burnt.\n"
        "Mr Lee said that 65 ships burnt.\n"
        "Mr Lee said that some ships burnt.\n"
    )
    article = evolve(report.articles[-1], text=text)
    lines = [Span(m.start(), m.end()) for m in re.finditer(r".+", text)]
    found = [
        evolve(vague, id=f"single{n}", statements=(evolve(vague.statements[0], spans=(span,), sentence=span),))
        for n, span in enumerate(lines)
    ]
    told = evolve(report, articles=(*report.articles[:-1], article), findings=tuple(found), reuse=(), not_compared=())
    listed = one(page(told), "section", class_="by-one").all("li")
    assert [item.attributes["id"] for item in listed] == ["f-single1", "f-single0", "f-single2"]


def test_how_sure_says_out_of_what_and_from_where_on() -> None:
    report = fire_report()
    sure = evolve(
        report,
        config=(("link_floor", 0.5),),
        findings=(
            evolve(
                report.findings[0],
                alignment=0.6,
                terms=(
                    Term("alignment.shared-words", 0.6), Term("confidence.base", 0.1), Term("confidence.role", 0.75),
                ),
            ),
        ),
    )  # fmt: skip
    first, second = one(page(sure), id="f-k7f2m3qd6x").all("table", class_="sum")
    assert one(first, "caption").text == (
        "How surely the statements say the same thing: 0.60 out of 1 "
        "Statements are put together from 0.50 on. It is the sum of:"
    )
    assert one(second, "caption").text == (
        "How surely the finding holds: 0.85 out of 1 Every finding is shown, however low. It is the sum of:"
    )
    assert [row.text for row in second.all("tr")] == [
        "what every finding starts with+0.10",
        "how surely the figures, days or names compared belong to the same thing+0.75",
    ]
    least = one(page(sure, min_confidence=0.8), id="f-k7f2m3qd6x")
    assert "Shown if at least 0.80. It is the sum of:" in least.text


def test_what_breaks_off_is_said_to() -> None:
    report = fire_report()
    span = scene().statement("gazette", "The fire brigade sent 14 engines.").hull
    item = one(page(evolve(report, notes=(Note("gazette", span, "truncated-sentence"),))), id="f-sing2truck")
    assert one(item, "span", class_="around").text == "… (breaks off)"
    assert not list(one(page(report), id="f-sing2truck").all("span", class_="around"))


@pytest.mark.parametrize(
    ("one", "other", "laid_to_the_minister"),
    [
        (
            "The minister speaks at a meeting of the River Council of heads of state in the village of Varn, Estmark.",
            "The floods “cannot be left to one country,” the minister told a River Council meeting of heads of state in"
            " Marby, Estmark, on Friday.",
            False,
        ),
        (
            "Police said 12 people were injured in the riots.",
            "“In the riots 18 people were injured,” the minister told a meeting in Marby on Friday.",
            True,
        ),
    ],
)
def test_what_an_outlet_tells_beside_a_quotation_is_not_laid_to_its_speaker(
    one: str, other: str, laid_to_the_minister: bool
) -> None:
    articles = [Article(id=name, text=f"It rained in Orsa. {text}") for name, text in (("a", one), ("b", other))]
    page = render(check(articles), "html")
    captions = re.findall(r"<figcaption.*?</figcaption>", page[: page.index('data-kind="agreement"')])
    assert any("according to <bdi>minister" in caption.lower() for caption in captions) == laid_to_the_minister


def test_headings_come_last_of_what_one_alone_says() -> None:
    here, report = scene(), fire_report()
    first = here.statement("faro", "Grain store burns at Velmouth")
    findings = (
        here.finding("single5555", "single-source", [evolve(first, placement="headline")], checkable=False),
        here.finding("single6666", "single-source", [here.statement("faro", HURT)], checkable=False),
    )
    listed = one(page(evolve(report, findings=findings)), "section", class_="by-one").all("li")
    assert [item.attributes["id"] for item in listed] == ["f-single6666", "f-single5555"]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (1, "1 conflict: C contradicts itself; the articles do not contradict each other."),
        (2, "2 conflicts: C and D contradict themselves; the articles do not contradict each other."),
    ],
)
def test_articles_that_contradict_themselves_are_counted(own: int, words: str) -> None:
    here, report = scene(), fire_report()
    conflict = report.findings[0]
    within = [
        evolve(conflict, id=f"within{name}", scope="within", statements=(here.statement(name, words),) * 4)
        for name, words in (("gazette", BURNT), ("faro", HURT))[:own]
    ]
    found = page(evolve(report, findings=tuple(within)))
    assert one(found, "p", class_="lead").text.startswith(words)
    both = one(page(evolve(report, findings=(conflict, *within))), "p", class_="lead").text
    assert both.startswith(f"{own + 1} conflicts: in 1 the articles contradict each other, in {own} C ")


def test_the_sum_the_story_s_button_and_its_sentence_count_the_same_conflicts() -> None:
    here, report = scene(), fire_report()
    conflict = report.findings[0]
    own = evolve(conflict, id="within5555", story="s2", scope="within", statements=(here.statement("faro", HURT),) * 4)
    stories = (Story("s1", ("lantern", "post")), Story("s2", ("gazette", "faro")))
    found = page(evolve(report, findings=(conflict, own), stories=stories))
    assert one(found, "label", class_="conflict").text == "≠ 2 conflicts"
    assert [a.text.rpartition(" · ")[2] for a in one(found, "nav", class_="stories").all("a")] == [
        "1 conflict", "1 conflict within D",
    ]  # fmt: skip
    assert [p.text.partition(".")[0] for p in found.all("p", class_="lead")] == [
        "1 conflict: the articles contradict each other",
        "1 conflict: D contradicts itself; the articles do not contradict each other",
    ]


def test_a_filter_with_nothing_behind_it_is_left_out() -> None:
    report = fire_report()
    kinds = {label.attributes["class"].split()[1] for label in page(report).all("label", class_="kind")}
    assert kinds == {"conflict", "update", "agreement", "single-source"}
    quiet = evolve(report, findings=tuple(f for f in report.findings if f.severity != "update"))
    kinds = {label.attributes["class"].split()[1] for label in page(quiet).all("label", class_="kind")}
    assert kinds == {"conflict", "agreement", "single-source"}
    assert not list(page(evolve(report, findings=report.findings[:1])).all("select", name="facet"))


def test_what_articles_share_is_no_one_s_alone() -> None:
    here, report = scene(), fire_report()
    shared = here.finding(
        "single5555", "single-source", [here.statement("lantern", DESTROYED), here.statement("post", DESTROYED)]
    )
    own = here.finding("single6666", "single-source", [here.statement("post", "Ferries were cancelled")])
    found = page(evolve(report, findings=(own, shared)))
    lists = {s.attributes["id"]: one(s, "h4").text for s in found.all("section", class_="by-one")}
    assert lists == {
        "only-A-B": "A The Lantern and B Harbour Post, one origin (Northwire) · 1 statement",
        "only-B": "B Harbour Post alone · 1 statement",
    }
    assert [place.text for place in one(found, id="f-single5555").all("a", class_="loc")] == [
        "lantern.txt:3:24", "post.txt:3:1",
    ]  # fmt: skip
    cells = [c.text for c in list(one(found, "tr", class_="single-source").all("td"))[1:]]
    assert cells == ["1 with B", "1 alone1 with A", "0", "0"]
    assert "statements of one origin" in one(found, "table", class_="matrix").text


def test_what_a_cell_counts_is_no_figure_of_an_article() -> None:
    here, report = scene(), fire_report()
    own = here.finding("single6666", "single-source", [here.statement("gazette", "The store held about 4,500 tonnes")])
    row = one(page(evolve(report, findings=(own,))), "tr", class_="single-source")
    assert "1 alonefigures: 4,500" in [cell.text for cell in row.all("td")]


def test_where_nothing_was_compared_a_cell_says_that_the_wording_is_similar() -> None:
    row = next(r for r in page(fire_report()).all("tr", class_="agreement") if r.attributes["data-f"] == "f-agr2fire77")
    assert [cell.text for cell in list(row.all("td"))[1:]] == ["similar wording"] * 4


def test_the_legend_has_the_verdicts_that_there_are() -> None:
    report = fire_report()
    quiet = evolve(report, findings=tuple(f for f in report.findings if f.severity != "update"))
    for told, words in ((report, "conflict update agreement 2"), (quiet, "conflict agreement 2")):
        assert one(page(told), "p", class_="key").text.startswith(words)


def test_a_finding_s_id_says_what_it_is_for() -> None:
    found = page(fire_report())
    told = one(one(found, id="f-agr2barley"), "a", class_="id").attributes["title"]
    assert told == "the finding's id, agr2barley: for crosscheck explain agr2b REPORT.json"
    assert "finding's id, for crosscheck explain k7f2 REPORT.json" in one(found, "section", class_="cards").text


@pytest.mark.parametrize(
    ("placement", "cell"),
    [("headline", ["3 million crowns text", "41 headline"]), ("body", ["3 million crowns", "41"])],
)
def test_of_two_versions_of_one_article_each_says_where_it_stands(placement: Any, cell: list[str]) -> None:
    here, report = scene(), fire_report()
    damage = "The damage was put at 3 million crowns by the insurer."
    statements = [
        evolve(here.statement("faro", "41 people were injured"), placement=placement),
        here.statement("faro", damage),
        here.statement("gazette", "The fire brigade sent 14 engines."),
    ]
    versions = (
        here.version(figure("41"), "41", (0, "faro", "41")),
        here.version(figure("3000000"), "3 million crowns", (1, "faro", "3 million crowns"), (2, "gazette", "14")),
    )
    comparison = compared("quantity", "compatible", role("people", "injured"), *versions)
    found = page(evolve(report, findings=(here.finding("agree55555", "agreement", statements, [comparison]),)))
    cells = list(one(found, "tr", class_="agreement").all("td"))
    assert [item.text for item in cells[4].all("li")] == cell
    links = [link.attributes["href"] for link in cells[4].all("a")]
    assert len(set(links)) == 2
    assert not list(cells[3].all("li"))


def test_articles_that_have_some_text_in_common_are_named() -> None:
    report = fire_report()
    (reuse,) = report.reuse

    def said(*pairs: tuple[str, str]) -> list[str]:
        shared = tuple(evolve(reuse, articles=pair, origin=f"o{number}") for number, pair in enumerate(pairs, 2))
        origins = (*report.origins, Origin("o4", "Eastwire", ()), Origin("o5", "Westwire", ()))
        told = page(evolve(report, reuse=shared, origins=origins)).all("p", class_="shared")
        return [each.text for each in told][1:]

    assert said() == []
    assert said(("lantern", "post")) == []
    assert said(("gazette", "faro")) == [
        "C and D share a passage (Coast Gazette): there they count as one origin, elsewhere as two. "
        "show what they share"
    ]
    assert said(("gazette", "faro"), ("post", "faro"), ("lantern", "gazette"), ("lantern", "faro")) == [
        "4 of the articles share passages with another: there they count as one origin, elsewhere each for itself. "
        "show what they share"
    ]


def test_copies_that_differ_are_one_origin() -> None:
    report = fire_report()
    conflict = report.findings[0]
    versions = tuple(evolve(version, origins=("o1",)) for version in conflict.comparisons[0].versions)
    comparison = evolve(conflict.comparisons[0], versions=versions)
    edited = evolve(conflict, origins=("o1",) * 4, comparisons=(comparison,), tags=("edited-copy",))
    found = page(evolve(report, findings=(edited,)))
    card = one(found, id="f-k7f2m3qd6x")
    assert one(card, "p", class_="standing").text == "1 origin, in copies that differ k7f2"
    assert one(card, "p", class_="standing").attributes["data-dots"] == "●"
    assert {a.attributes["data-n"] for a in found.all("a", class_="conflict") if "data-n" in a.attributes} == {"1"}


def test_an_article_against_itself_is_one_origin() -> None:
    report = fire_report()
    found = page(evolve(report, findings=(evolve(report.findings[0], scope="within"),)))
    card = one(found, id="f-k7f2m3qd6x")
    assert "1 origin against itself, within one article" in one(card, "p", class_="standing").text


def test_many_versions_are_counted_and_not_listed() -> None:
    report = fire_report()
    conflict = report.findings[0]
    tuesday, monday = conflict.comparisons[0].versions
    comparison = evolve(conflict.comparisons[0], versions=(tuesday, monday, monday, monday))
    card = one(page(evolve(report, findings=(evolve(conflict, comparisons=(comparison,)),))), id="f-k7f2m3qd6x")
    assert "4 versions, 3 origins" in one(card, "p", class_="standing").text


def test_each_statement_says_how_many_origins_stand_behind_it() -> None:
    marked = {
        (anchor.attributes["data-n"], anchor.attributes["title"])
        for anchor in page(fire_report()).all("a", class_="s")
        if "data-n" in anchor.attributes
    }
    assert marked == {
        ("2/3", "2 origins with “Tue 17 Nov”, 1 with another version"),
        ("1/3", "1 origin with “Mon 16 Nov”, 2 with another version"),
        ("1/3", "1 origin with “27”, 2 with another version"),
        ("1/3", "1 origin with “at least 32”, 2 with another version"),
        ("2", "2 independent origins"),
    }


def test_a_card_says_where_exactly_and_why() -> None:
    card = one(page(fire_report()), id="f-agr2barley")
    assert [place.text for place in card.all("a", class_="loc")] == ["lantern.txt:5:16", "gazette.txt:4:81"]
    assert one(card, "dl", class_="why").text == (
        "Why no conflictone leaves room for the other: a range, a bound or a rounding."
    )
    assert [mark.text for mark in card.all("mark")] == ["4,500 tonnes", "about 4,500 tonnes"]
    assert "only C who says so: its owner" in card.text


def test_places_are_given_from_the_folder_that_the_articles_share() -> None:
    report = fire_report()
    moved = evolve(report, articles=tuple(evolve(a, path=f"deep/in/{a.path}") for a in report.articles))
    found = page(moved)
    assert "files in deep/in/" in one(found, "header", class_="top").text
    assert next(place.text for place in one(found, id="f-agr2barley").all("a", class_="loc")) == "lantern.txt:5:16"
    apart = evolve(moved, articles=(evolve(moved.articles[0], path="elsewhere/lantern.txt"), *moved.articles[1:]))
    assert "elsewhere/lantern.txt:5:16" in one(page(apart), id="f-agr2barley").text


def test_every_link_leads_somewhere_and_every_id_is_there_once() -> None:
    found = page(fire_report())
    ids = [element.attributes["id"] for element in found.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [a.attributes["href"] for a in found.all("a") if a.attributes["href"].startswith("#")]
    assert {link[1:] for link in links} <= set(ids)
    named = [name for e in found.all() for name in e.attributes.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)
    lit = {name for element in found.all() for name in element.attributes.get("data-f", "").split()}
    assert lit <= set(ids)


def test_the_articles_are_there_whole() -> None:
    report = fire_report()
    columns = {column.attributes["data-letter"]: column for column in page(report).all("article", class_="column")}
    for article in report.articles:
        column = columns[View.of(report).letters[article.id]]
        text = " ".join(p.text for p in one(column, "div", class_="text").all("p"))
        assert text.split() == article.text.split()


def test_a_paragraph_knows_its_line() -> None:
    column = next(page(fire_report()).all("article", class_="column"))
    assert [p.attributes["data-line"] for p in column.all("p") if "data-line" in p.attributes] == ["1", "3", "5"]


def test_each_line_of_a_paragraph_has_its_number_at_its_place() -> None:
    text = (
        "The bridge is shut.\n\n"
        "The council said that the bridge would be closed to all heavy\n"
        "lorries until spring, when it is said to have been mended by\r\nits owner.\n"
    )
    article = Article(id="a", text=text, first_line=4)
    here = paragraphs(Atlas.of(Report(SCHEMA, "0", (), (article,)), Options()), article)
    told = [(piece.row, piece.text.split()[0]) for p in here for run in p.runs for piece in run.pieces if piece.row]
    assert told == [(7, "lorries"), (8, "its")]
    shown = one(page(Report(SCHEMA, "0", (), (article,))), "div", class_="text")
    assert [i.attributes["data-line"] for i in shown.all("i")] == ["7", "8"]


def test_a_line_begins_in_the_middle_of_what_is_marked() -> None:
    cut = pieces("at least\n12 died", Span(0, 16), [Mark(Span(0, 11), "conflict", ("f-1",))], [(9, 2)])
    assert [(p.text, p.relation, p.row) for p in cut] == [
        ("at least\n", "conflict", 0), ("12", "conflict", 2), (" died", "", 0),
    ]  # fmt: skip


def test_what_articles_share_is_marked_in_each_and_a_link_lights_it() -> None:
    found = page(fire_report())
    link = one(one(found, "p", class_="shared"), "a", class_="show")
    marked = {
        column.attributes["data-letter"]: " ".join(mark.text for mark in column.all("mark", class_="pointed"))
        for column in found.all("article", class_="column")
    }
    report = fire_report()
    letters = View.of(report).letters
    for pair in report.reuse[0].passages:
        for passage in pair:
            assert " ".join(report.text(passage).split()) in marked[letters[passage.article_id]]
    assert not marked["C"]
    lit = {mark.attributes["data-f"] for mark in found.all("mark", class_="pointed")}
    assert link.attributes["data-f"] in lit


def test_a_note_says_which_words_on_which_line() -> None:
    report, here = fire_report(), scene()
    span = here.passage("gazette", "14 engines").span
    unread = Note("gazette", span, "unresolved-date")
    many = tuple(evolve(unread, span=Span(n, n + 2)) for n in range(9))
    column = one(page(evolve(report, notes=(unread, Note("gazette", None, "unknown-date")))), id="in-C")
    listed = [item.text for item in one(column, "details", class_="notes").all("li")]
    assert listed == [
        "a date or weekday could not be worked out: 14 engines line 4",
        "when it was published is not known; give it with --published or in a manifest",
    ]
    link = one(one(column, "details", class_="notes"), "a", class_="show")
    assert [m.text for m in column.all("mark") if link.attributes["data-f"] in m.attributes["data-f"].split()] == [
        "14 engines"
    ]
    listed = [item.text for item in one(one(page(evolve(report, notes=many)), id="in-C"), "details").all("li")]
    assert listed[0].endswith("and 3 more")


def test_lines_broken_for_their_length_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The council said that the bridge would be closed to all heavy\nlorries until spring.\nImage: the council\n"
    )
    article = Article(id="a", text=wrapped)
    found = paragraphs(Atlas.of(Report(SCHEMA, "0", (), (article,)), Options()), article)
    assert [(p.row, "".join(x.text for run in p.runs for x in run.pieces).split()[-1]) for p in found] == [
        (1, "spring."), (3, "council"),
    ]  # fmt: skip


def test_of_marks_that_overlap_the_strongest_shows() -> None:
    marks = [Mark(Span(0, 6), "same", ("f-1",)), Mark(Span(4, 8), "conflict", ("f-2",))]
    assert [(p.text, p.relation, p.findings) for p in pieces("abcdefgh", Span(1, 8), marks)] == [
        ("bcd", "same", ("f-1",)), ("ef", "conflict", ("f-1", "f-2")), ("gh", "conflict", ("f-2",)),
    ]  # fmt: skip


def test_a_statement_in_two_pieces_is_marked_in_both_and_named_once() -> None:
    here, report = scene(), fire_report()
    first, last = here.passage("gazette", "The fire brigade").span, here.passage("gazette", "14 engines.").span
    statement = evolve(here.statement("gazette", "The fire brigade sent 14 engines."), spans=(first, last))
    finding = here.finding("single5555", "single-source", [statement])
    found = page(evolve(report, findings=(finding,), not_compared=()))
    assert [a.text for a in found.all("a", class_="s")] == ["The fire brigade", "14 engines."]
    assert sum("id" in a.attributes for a in found.all("a", class_="s")) == 1


class TestTimeline:
    def test_time_runs_to_the_right_and_figures_up(self) -> None:
        report = fire_report()
        drawn = timeline(View.of(report), report.findings[1].comparisons[0])
        assert drawn is not None
        assert [dot.label for dot in drawn.dots] == ["27 · C", "at least 32 · A B", "41 · D"]
        assert [dot.open for dot in drawn.dots] == ["", "up", ""]
        assert sorted(dot.x for dot in drawn.dots) == [dot.x for dot in drawn.dots]
        assert sorted((dot.y for dot in drawn.dots), reverse=True) == [dot.y for dot in drawn.dots]
        assert drawn.words == "27 · C, 08:55; at least 32 · A B, 09:10; 41 · D, 20:30"
        assert "aria-label" in one(page(report), "svg", class_="timeline").attributes

    def test_none_without_times_or_without_figures(self) -> None:
        report = fire_report()
        comparison = report.findings[1].comparisons[0]

        def changed(**change: Any) -> Any:
            versions = tuple(
                evolve(v, mentions=tuple(evolve(m, **change) for m in v.mentions)) for v in comparison.versions
            )
            return timeline(View.of(report), evolve(comparison, versions=versions))

        assert changed(as_of=None) is None
        assert changed(as_of="2026-11-18") is None
        unbounded = tuple(evolve(v, value=figure(None)) for v in comparison.versions)
        assert timeline(View.of(report), evolve(comparison, versions=unbounded)) is None

    def test_labels_never_meet(self) -> None:
        here = scene()
        times = [f"2026-11-18T09:{minute:02}" for minute in range(0, 40, 2)]
        versions = [
            here.version(figure(str(n)), f"at least {n} hundred", (0, "faro", "41"), as_of=[time])
            for n, time in enumerate(times)
        ]
        drawn = timeline(View.of(fire_report()), compared("quantity", "update", role("people"), *versions))
        assert drawn is not None
        for row in {dot.label_y for dot in drawn.dots if dot.label_y is not None}:
            spans = [
                (d.label_x - 3 * len(d.label), d.label_x + 3 * len(d.label)) for d in drawn.dots if d.label_y == row
            ]
            assert all(left[1] <= right[0] for left, right in pairwise(spans))


class TestOptions:
    def test_filters_show_less_and_say_so(self) -> None:
        found = page(fire_report(), only=["date"])
        assert [card.attributes["id"] for card in found.all("article", class_="card")] == ["f-k7f2m3qd6x"]
        assert "6 more findings were filtered out" in one(found, "main").text

    def test_brief_is_discrepancies_alone(self) -> None:
        found = page(fire_report(), brief=True)
        assert {card.attributes["data-kind"] for card in found.all("article", class_="card")} == {"conflict", "update"}
        assert not list(found.all("ul", class_="alone"))

    def test_top_is_how_many_are_open(self) -> None:
        group = one(page(fire_report(), top=1), id="only-D")
        assert len(list(group.all("li"))) == 2
        assert len(list(one(group, "details", class_="rest").all("li"))) == 1

    def test_explain_adds_the_steps(self) -> None:
        assert not list(page(fire_report()).all("ol", class_="steps"))
        steps = one(one(page(fire_report(), explain=True), id="f-k7f2m3qd6x"), "ol", class_="steps")
        assert "“Tuesday” (A lantern.txt:3:82)" in steps.text


def test_what_could_not_be_read_is_said_at_the_top() -> None:
    errors = one(page(fire_report()), "div", class_="errors").text
    assert errors == (
        "Not read: this report is incompleted.txt: this is not a text; convert it to plain text or HTML first"
    )


def test_an_empty_report_is_a_page() -> None:
    assert "0 articles, 0 origins" in page(Report(SCHEMA, "0", (), ())).text


def test_two_stories_have_a_part_each() -> None:
    report = fire_report()
    first = Story("s1", ("lantern", "gazette", "post"))
    found = page(evolve(report, stories=(first, Story("s2", ("faro",)))))
    assert [s.attributes["id"] for s in found.all("section", class_="story")] == ["story-1", "story-2"]
    assert "No other article here reports this event." in one(found, id="story-2").text
    links = list(one(found, "nav", class_="stories").all("a"))
    assert [link.attributes["href"] for link in links] == ["#story-1", "#story-2"]
    assert links[0].text.endswith("A B C · 1 conflict, 1 update")
    assert not list(page(report).all("nav", class_="stories"))


# ---- hostile text

PAYLOADS = [
    "<script>pwned()</script>",
    "</script><script>pwned()</script>",
    "</style><img src=x onerror=pwned()>",
    "\"><svg onload=pwned()>",
    "' onmouseover='pwned()' x='",
    "`${pwned()}` {{ pwned() }} {% raw %}",
    "<!-- --><![CDATA[ ]]>",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "javascript:pwned()",
    "\u202egpj.exe\u202c\u2066\u200b\ufeff\u2028",
    "\x00\x1b[31m\x9b\x08\ud800",
    "W" * 3000,
]  # fmt: skip
BENIGN = "xyz"
ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def poisoned(text: str) -> Report:
    """A report with `text` in every place that a source, a manifest or a JSON report can fill."""
    report = fire_report()
    articles = tuple(
        evolve(
            article,
            text=f"{article.text} {text}",
            outlet=f"{article.outlet} {text}",
            title=text,
            author=text,
            url=text,
            path=f"{text}/{article.path}",
        )
        for article in report.articles
    )
    return evolve(
        report,
        version=text,
        articles=articles,
        origins=tuple(evolve(origin, label=f"{origin.label} {text}") for origin in report.origins),
        findings=tuple(_poisoned(finding, articles[0], text, n) for n, finding in enumerate(report.findings)),
        notes=(Note("post", None, text),),
        errors=(SourceError(text, "not-text", text),),
    )


def _poisoned(finding: Finding, article: Article, text: str, number: int) -> Finding:
    def version(of: Version) -> Version:
        return evolve(of, display=f"{of.display} {text}")

    comparisons = tuple(
        evolve(
            c,
            role=role(f"thing {text}", "done"),
            explanation=f"because {text}" if number % 2 else "",
            versions=tuple(map(version, c.versions)),
            steps=tuple(evolve(s, rule=f"rule {text}", values=(("value", text),)) for s in c.steps),
        )
        for c in finding.comparisons
    )
    statements = tuple(
        evolve(s, speaker=evolve(s.speaker, name=f"speaker {text}")) if s.speaker else s for s in finding.statements
    )
    terms = tuple(evolve(term, name=f"term {text}") for term in finding.terms)
    name = f"{text}{number}"
    return evolve(finding, id=name, comparisons=comparisons, statements=statements, terms=terms, tags=(text,))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str) -> None:
    found, clean = page(poisoned(payload), explain=True), page(poisoned(BENIGN), explain=True)
    assert shape_without_ids(found) == shape_without_ids(clean)


def shape_without_ids(element: Element) -> list[Any]:
    """The shape, without what is made of a finding's id (where that is fit to be an element's) or of the version."""
    return _without(shape(element))


def _without(found: list[Any]) -> list[Any]:
    return [
        (
            tag,
            names,
            [v for v in values if v is None or not re.search(r"\b[fn]-|crosscheck", v)],
            _without(inner),
        )
        for tag, names, values, inner in found
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_hostile_acts_unseen(payload: str) -> None:
    document = render(poisoned(payload), "html", explain=True)
    assert not ACTIVE.search(document)
    document.encode("utf-8")


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    report = fire_report()

    def named(name: str) -> Report:
        return evolve(
            report, articles=(evolve(report.articles[0], outlet=f"a{name}", author=f"a{name}"), *report.articles[1:])
        )

    assert shape(page(named(text))) == shape(page(named("b")))


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://echo.example/a?b=1&c=2", True),
        ("http://echo.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("//echo.example/a", False),
        ("https://echo.example/\" onclick=\"x", False),
        ("https:\nalert(1)", False),
    ],
)  # fmt: skip
def test_only_an_address_of_the_web_is_a_link(url: str, link: bool) -> None:
    report = fire_report()
    found = page(evolve(report, articles=(evolve(report.articles[0], url=url), *report.articles[1:])))
    outward = [a.attributes["href"] for a in found.all("a") if not a.attributes["href"].startswith("#")]
    assert outward == ([url] if link else [])


def test_the_page_names_what_may_run_and_fetches_nothing() -> None:
    found = page(fire_report())
    policy = one(found, "meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    for tag in ("script", "style"):
        (source,) = one(found, tag).children
        digest = b64encode(sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    fetching = [
        (e.tag, name) for e in found.all() for name in e.attributes if name in ("src", "srcset", "data", "action")
    ]
    assert fetching == []
    assert [link.attributes["href"] for link in found.all("link")] == ["data:,"]
    assert not [name for e in found.all() for name in e.attributes if name.startswith("on") or name == "style"]
    assert "url(" not in one(found, "style").children[0]


def test_no_text_of_a_source_is_in_the_script() -> None:
    scripts = {one(page(poisoned(payload)), "script").children[0] for payload in (*PAYLOADS, BENIGN)}
    assert len(scripts) == 1


def test_equal_reports_give_equal_bytes() -> None:
    assert render(fire_report(), "html") == render(fire_report(), "html")


@pytest.mark.parametrize("format", ["text", "json"])
def test_who_wants_no_html_does_not_wait_for_it(format: str) -> None:
    code = f"""
import sys, crosscheck
from crosscheck.model import Article
crosscheck.render(crosscheck.check([Article(id="a", text="Seven people died.")]), {format!r})
print([name for name in sys.modules if name.startswith(("jinja2", "markupsafe", "crosscheck.reporting.html"))])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_pairs_that_were_not_compared_are_listed_up_to_a_number() -> None:
    report = fire_report()
    (pair,) = report.not_compared
    found = page(evolve(report, not_compared=(pair,) * 30))
    assert len(list(one(found, "section", class_="apart").all("li"))) == 20
    assert "And 10 more" in found.text
    assert isinstance(pair, Uncompared)


def test_a_shared_origin_is_said() -> None:
    assert "A and B share text of one origin, Northwire (credit line; nearly the same words; 81% shared text)." in (
        page(fire_report()).text
    )
    assert all(isinstance(origin, Origin) for origin in fire_report().origins)


def test_an_article_that_contradicts_itself_is_not_said_to_contradict_another() -> None:
    report = fire_report()
    within = tuple(evolve(each, scope="within") if each.severity == "conflict" else each for each in report.findings)
    page = render(evolve(report, findings=within), "html")
    assert "the articles contradict each other" in render(report, "html")
    assert "the articles contradict each other" not in page
    assert "contradicts itself; the articles do not contradict each other" in page
