"""The text report: its shape, its widths, what it says of whom, and what untrusted text cannot do in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from crosscheck import check
from crosscheck.errors import ReportError
from crosscheck.model import Article, Note, Report, Span, Step, Story, Uncompared, Version
from crosscheck.reporting import explain, render, wording
from crosscheck.reporting.excerpt import excerpt
from crosscheck.reporting.layout import Page, joined, plain, words, written
from crosscheck.reporting.safe import cells, line
from crosscheck.reporting.view import View, as_of_text, days, shortened
from tests.samples import SCHEMA, Scene, compared, figure, fire_report, on, role, scene

LOCATION = re.compile(r"^ *(?:\S{4,10} )?[A-Z]+ \S+:\d+:\d+$")


def lines(report: Report, **options: Any) -> list[str]:
    return render(report, **options).splitlines()


def bare(painted: str) -> str:
    """A line without its colours and isolates."""
    return re.sub(r"\x1b\[[0-9;]*m|[\u2068\u2069]", "", painted)


def block(report: Report, label: str, **options: Any) -> str:
    """The part of the report that begins with `label`."""
    return next(part for part in render(report, **options).split("\n\n") if part.startswith(label))


def test_the_head_names_articles_and_counts_origins() -> None:
    head = lines(fire_report(), width=110)
    assert head[0] == "crosscheck · 4 articles · 3 origins · 18 Nov 2026"
    assert head[1].split() == [
        "A", "lantern.txt", "The", "Lantern", "18", "Nov", "09:10", "Northwire", "copy", "┐", "one", "origin",
    ]  # fmt: skip
    assert head[2].endswith("Northwire copy ┘")
    assert head[3].split()[0] == "C"
    assert head[5] == "  A B: credit line; nearly the same words; 81% shared text"


def test_the_bracket_holds_its_evidence_where_there_is_room() -> None:
    assert lines(fire_report(), width=130)[1].endswith(
        "┐ one origin (credit line; nearly the same words; 81% shared text)"
    )


def test_an_origin_of_a_part_is_said_and_not_drawn() -> None:
    report = fire_report()
    own = evolve(report.origins[1], id="o4", label="Harbour Post", articles=("post",))
    shown = render(evolve(report, origins=(*report.origins, own)), width=130)
    assert "A B: share text of one origin, Northwire" in shown
    assert "┐" not in shown


def test_the_counts_line() -> None:
    assert "1 conflict · 1 update · 2 agreements · 4 single-source (top 2 shown) · 1 not compared" in lines(
        fire_report(), width=100, top=2
    )


def test_parts_come_by_weight() -> None:
    heads = [part.split()[0] for part in render(fire_report()).split("\n\n")[2:]]
    assert heads == ["CONFLICT", "UPDATE", "AGREEMENT", "AGREEMENT", "SINGLE-SOURCE", "NOT", "NOTES", "NOT"]


def test_a_conflict_block_reads_from_versions_to_what_to_check() -> None:
    assert block(fire_report(), "CONFLICT").splitlines() == [
        "CONFLICT  date: grain store destroyed                                       k7f2",
        "  Tue 17 Nov ] A B D (2 origins)      Mon 16 Nov ] C",
        "  A lantern.txt:3:82  … port of Velmouth on [Tuesday], the harbour master said.",
        "  D faro.txt:3:80     … that destroyed a grain store in Velmouth on [Tuesday].",
        "  C gazette.txt:3:65  … destroyed by fire late on [Monday], firefighters said.",
        "  why   the dates do not meet; days were worked out from each article's date",
        "  check the time of day and the time zone: a night has two dates",
    ]


def test_copies_are_quoted_once() -> None:
    assert "post.txt" not in block(fire_report(), "CONFLICT")
    assert "post.txt" in block(fire_report(), "CONFLICT", explain=True)


def test_an_update_is_in_the_order_of_time() -> None:
    assert "  27 ] C 08:55  →  at least 32 ] A B (1 origin) 09:10  →  41 ] D 20:30" in lines(fire_report())


def test_an_update_of_unknown_order_has_no_arrow() -> None:
    report = fire_report()
    finding = report.findings[1]
    comparison = finding.comparisons[0]
    timeless = tuple(evolve(v, mentions=tuple(evolve(m, as_of=None) for m in v.mentions)) for v in comparison.versions)
    shown = block(
        evolve(report, findings=(evolve(finding, comparisons=(evolve(comparison, versions=timeless),)),)), "UPDATE"
    )
    assert "→" not in shown
    assert "which came first is not known" in shown


def test_an_agreement_counts_origins_not_files() -> None:
    assert "· 2 origins" in block(fire_report(), "AGREEMENT  figure")
    assert "· 3 origins" in block(fire_report(), "AGREEMENT  alike in wording")


def test_an_agreement_counts_and_quotes_those_who_bear_it() -> None:
    here, report = scene(), fire_report()
    barley = report.findings[2]
    third = evolve(
        barley, statements=(*barley.statements, here.statement("faro", "The damage")), origins=("o1", "o2", "o3")
    )
    shown = block(evolve(report, findings=(third,)), "AGREEMENT")
    assert third.independent_origins == 3
    assert "· 2 origins" in shown
    assert "faro.txt" not in shown
    assert "faro.txt" in block(evolve(report, findings=(third,)), "AGREEMENT", explain=True)


def cited(*texts: str) -> str:
    """The first agreement of a report on these texts."""
    articles = [Article(id=f"a{n}.txt", text=text, published="2026-11-18") for n, text in enumerate(texts)]
    return block(check(articles), "AGREEMENT")


def test_two_outlets_that_cite_one_speaker_have_one_witness() -> None:
    told = cited(
        "The harbour master said 32 sailors were injured in the fire at Velmouth.",
        "Thirty-two sailors were injured in the Velmouth fire, the harbour master said.",
    )
    assert "· 2 origins" in told
    assert "who all cite one speaker (harbour master): one witness, however many report it" in " ".join(told.split())


@pytest.mark.parametrize(
    "other",
    [
        "Thirty-two sailors were injured in the Velmouth fire.",
        "Thirty-two sailors were injured in the Velmouth fire, the health ministry said.",
    ],
)
def test_an_outlet_of_its_own_knowledge_or_a_second_speaker_is_a_second_witness(other: str) -> None:
    told = cited("The harbour master said 32 sailors were injured in the fire at Velmouth.", other)
    assert "· 2 origins" in told
    assert "who  " not in told


def test_an_agreement_with_only_its_scene_in_common_quotes_the_statements() -> None:
    """A place that both name is no finding of its own, and marks of it would cut the sentences in pieces."""
    told = cited(
        "The harbour master of Velmouth has resigned after a long quarrel with the owners of the ferries.",
        "After a long quarrel with the ferries' owners the harbour master of Velmouth has resigned.",
    )
    assert told.startswith("AGREEMENT  alike in wording")
    assert "[Velmouth]" not in told
    assert "also place" not in told


def test_what_one_origin_alone_gives_is_no_agreement() -> None:
    shown = block(fire_report(), "AGREEMENT  figure")
    assert "only C who says so: its owner" in shown
    assert "also who says so" not in shown


def test_single_source_lists_what_can_be_checked_most_first() -> None:
    shown = block(fire_report(), "SINGLE-SOURCE")
    assert shown.index("3 million") < shown.index("Ferries")
    assert "anybody's guess" not in shown
    assert "3 of 4, most to check first" in shown


def test_top_limits_single_source() -> None:
    assert "Ferries" in block(fire_report(), "SINGLE-SOURCE", top=3)
    assert "Ferries" not in block(fire_report(), "SINGLE-SOURCE", top=2)
    assert "SINGLE-SOURCE" not in render(fire_report(), top=0)


def test_ten_papers_with_one_story_are_one_origin() -> None:
    here = scene()
    statements = [here.statement(a, "A fire destroyed a grain store") for a in ("lantern", "post")]
    finding = here.finding("single4444", "single-source", statements)
    report = Report(SCHEMA, "0", (), here.articles, findings=(finding,))
    assert "carried by A C (1 origin)" in render(report)


def test_what_was_not_compared_has_its_reason() -> None:
    shown = block(fire_report(), "NOT COMPARED")
    assert "they are not about the same thing" in shown
    assert "[14 engines]" in shown


def test_notes_and_errors_come_last() -> None:
    shown = render(fire_report(), width=200)
    assert shown.index("NOTES") < shown.index("NOT READ")
    assert "B a weekday could not be turned into a date, since the article's own date is not known (line 4)" in shown
    assert "d.txt: this is not a text" in shown


def test_brief_keeps_discrepancies_and_errors() -> None:
    shown = render(fire_report(), brief=True)
    assert "CONFLICT" in shown
    assert "UPDATE" in shown
    assert "NOT READ" in shown
    assert not any(word in shown for word in ("AGREEMENT", "SINGLE-SOURCE", "NOTES", "NOT COMPARED"))


def test_filters_say_how_much_they_hide() -> None:
    shown = render(fire_report(), only=["date"])
    assert "CONFLICT" in shown
    assert "UPDATE" not in shown
    assert "6 hidden by filters" in shown
    assert "hidden" not in render(fire_report())


def test_nothing_found_is_said() -> None:
    report = Report(SCHEMA, "0", (), scene().articles)
    assert "0 conflicts · 0 updates · 0 agreements · 0 single-source" in lines(report)


def test_several_stories_have_a_section_each() -> None:
    report = fire_report()
    stories = (Story("s2", ("faro",)), Story("s1", ("lantern", "gazette", "post")))
    shown = render(evolve(report, stories=stories), width=120)
    assert "· 2 stories ·" in shown
    assert "STORY 1  A B C · 18 Nov 2026" in shown
    assert "STORY 2  D · 18 Nov 2026 · no other article here reports this event" in shown
    assert "STORY" not in render(report)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("options", [{}, {"explain": True}, {"brief": True}, {"color": True}])
def test_lines_fit_but_for_places_to_click_on(width: int, options: dict[str, bool]) -> None:
    for each in map(bare, lines(fire_report(), width=width, **options)):
        assert cells(each) <= width or LOCATION.match(each), each
        assert each == each.rstrip()


def test_colour_adds_only_sequences() -> None:
    coloured = render(fire_report(), color=True)
    assert "\x1b[1;31mCONFLICT\x1b[0m" in coloured
    assert "\x1b[1;4m[Tuesday],\x1b[0m" in coloured or "\x1b[1;4m[Tuesday]" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(fire_report())
    assert "\x1b" not in render(fire_report())


def test_more_articles_than_letters() -> None:
    articles = tuple(Article(id=f"a{n}", text="Seven died.") for n in range(30))
    shown = lines(Report(SCHEMA, "0", (), articles))
    assert shown[26].startswith("  Z  a25")
    assert shown[27].startswith("  AA a26")
    assert "outlet not known" in shown[1]
    assert "date not known" in shown[1]


def test_line_and_column_count_every_kind_of_line_end() -> None:
    article = Article(id="a", text="one\r\ntwo\rthree\nfour", path="x/a.txt")
    view = View.of(Report(SCHEMA, "0", (), (article,)))
    found = {word: Scene((article,)).passage("a", word) for word in ("one", "two", "three", "four")}
    assert [view.location(p) for p in found.values()] == ["x/a.txt:1:1", "x/a.txt:2:1", "x/a.txt:3:1", "x/a.txt:4:1"]


def test_an_extract_does_not_pretend_to_be_the_file() -> None:
    article = Article(id="a", text="Seven died.", path="a.html", extracted=True)
    view = View.of(Report(SCHEMA, "0", (), (article,)))
    assert view.location(Scene((article,)).passage("a", "died")) == "a.html (extract):1:7"


def test_wide_characters_are_counted_as_two() -> None:
    text = "東京の火事で二十七人が負傷したと東京消防庁が発表した。" * 3
    articles = (Article(id="a", text=text, outlet="東京新聞"), Article(id="b", text=text, outlet="大阪日報"))
    here = Scene(articles, {"a": "o1", "b": "o2"})
    finding = here.finding("wide222222", "agreement", [here.statement(a, text) for a in "ab"])
    for each in lines(Report(SCHEMA, "0", (), articles, findings=(finding,)), width=60):
        assert cells(each) <= 60


def test_right_to_left_text_cannot_pull_its_line_round() -> None:
    def shown(text: str) -> str:
        return written([joined(words(text))])

    assert shown("المدينة 27 ] A") == "\u2068المدينة\u2069 27 ] A\n"
    assert shown("1 שלום, עולם 1") == "1 \u2068שלום, עולם\u2069 1\n"
    assert shown("עולם") == "\u2068עולם\u2069\n"
    assert shown("plain") == "plain\n"


def test_a_right_to_left_run_over_several_styles_is_one() -> None:
    line = joined([*words("שלום", "mark"), *words("עולם 1", "heading"), *words("end")])
    assert written([line]) == "\u2068שלום עולם\u2069 1 end\n"
    assert re.sub(r"\x1b\[[0-9;]*m", "", written([line], color=True)) == written([line])


class TestUntrustedText:
    """Each threat by itself, so that each answer is missed when it is taken away."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a\x1b[31mb", "a‹U+001B›[31mb"),
            ("a\x9b31mb", "a‹U+009B›31mb"),
            ("a\x07\x08b", "a‹U+0007›‹U+0008›b"),
            ("a\x7fb", "a‹U+007F›b"),
            ("a\u202eb", "a‹U+202E›b"),
            ("a\u2067b\u2069", "a‹U+2067›b‹U+2069›"),
            ("a\ud800b", "a‹U+D800›b"),
            ("a\ufffeb", "a‹U+FFFE›b"),
            ("a\u200bb\ufeffc\u2060d", "abcd"),
            ("so\u00adft", "soft"),
            ("a\u200fb\u200ec\u061cd", "abcd"),
            ("a\U000e0061b", "ab"),
            ("a\u3164b", "ab"),
            ("a\ufe0fb", "ab"),
            ("pay\u200dpal", "paypal"),
            ("می\u200cخواهم", "می\u200cخواهم"),
            ("می\u200c\u200c\u200cخ", "می\u200cخ"),
            ("a" + "\u0301" * 40, "a" + "\u0301" * 4),
            ("a\r\n\t\u2028 b", "a b"),
            ("plain text", "plain text"),
        ],
    )
    def test_a_line(self, text: str, shown: str) -> None:
        assert line(text) == shown

    @pytest.mark.parametrize("field", ["outlet", "path", "id"])
    def test_what_names_an_article(self, field: str) -> None:
        article = evolve(Article(id="a", text="Seven died."), **{field: "x\x1b]0;owned\x07\u202ey"})
        shown = render(Report(SCHEMA, "0", (), (article,)), width=200)
        assert "‹U+001B›]0;owned‹U+0007›‹U+202E›y" in shown

    @pytest.mark.parametrize("change", ["display", "role", "explanation", "tags", "note", "error", "origin"])
    def test_what_a_finding_says(self, change: str) -> None:
        assert "\x1b" not in render(_poisoned(change), width=200, explain=True)
        assert "‹U+001B›" in render(_poisoned(change), width=200, explain=True) or change == "tags"

    def test_a_text_cannot_forge_a_mark(self) -> None:
        found = excerpt("He said [12] and 14", [Span(17, 19)], 60)
        assert plain(joined(found)) == "He said [12] and ⟦14⟧"
        found = excerpt("He said [⟦12⟧] and 14", [Span(19, 21)], 90)
        assert plain(joined(found)) == "He said [‹U+27E6›12‹U+27E7›] and ⟦14⟧"

    def test_an_over_long_word_is_broken(self) -> None:
        assert [plain(each) for each in Page(10).flow(words("x" * 25))] == ["x" * 10, "x" * 10, "x" * 5]

    @pytest.mark.parametrize(
        "unit", ["\u200d", "\u0301", "é\u200d", "א ", "א-", "\x1b[", "[", " ", "東", "‹", "a" * 50 + " "]
    )
    def test_a_hundred_kilobytes_of_one_thing(self, unit: str) -> None:
        text = unit * (100_000 // len(unit)) + "12 x"
        articles = (Article(id="a", text=text), Article(id="b", text="12 x"))
        here = Scene(articles, {"a": "o1", "b": "o2"})
        versions = [here.version(figure("12"), "12", (0, "a", "12"), (1, "b", "12"))]
        statements = [here.statement("a", text.replace("\n", " ")), here.statement("b", "12 x")]
        finding = here.finding(
            "long222222", "agreement", statements, [compared("quantity", "same", role("x"), *versions)]
        )
        shown = render(Report(SCHEMA, "0", (), articles, findings=(finding,)))
        assert "12" in shown
        assert len(shown) < 2_000


def _poisoned(change: str) -> Report:
    """The fire with an escape sequence in one of its parts."""
    bad, report = "\x1b[2J", fire_report()
    finding = report.findings[0]
    comparison = finding.comparisons[0]
    if change == "display":
        comparison = evolve(comparison, versions=tuple(evolve(v, display=bad) for v in comparison.versions))
    elif change == "role":
        comparison = evolve(comparison, role=role(f"{bad} destroyed"))
    elif change == "explanation":
        comparison = evolve(comparison, explanation=bad)
    elif change == "note":
        report = evolve(report, notes=(Note("post", None, bad),))
    elif change == "error":
        report = evolve(report, errors=(evolve(report.errors[0], path=bad, message=bad),))
    elif change == "origin":
        report = evolve(report, origins=(evolve(report.origins[0], label=bad),))
    tags = (bad,) if change == "tags" else ()
    return evolve(report, findings=(evolve(finding, comparisons=(comparison,), tags=tags), *report.findings[1:]))


class TestExcerpt:
    def test_what_is_marked_is_kept(self) -> None:
        text = "word " * 40 + "Monday" + " word" * 40
        shown = plain(joined(excerpt(text, [Span(200, 206)], 40)))
        assert shown.startswith("… word")
        assert " [Monday] " in shown
        assert shown.endswith("word …")
        assert cells(shown) <= 40

    def test_what_fits_is_whole(self) -> None:
        assert plain(joined(excerpt("12 died", [Span(0, 2)], 40))) == "[12] died"

    def test_space_is_folded(self) -> None:
        assert plain(joined(excerpt("at least\n  12\tdied", [Span(3, 13)], 40))) == "at [least 12] died"

    def test_marks_that_touch_are_one(self) -> None:
        assert plain(joined(excerpt("12 died", [Span(0, 2), Span(1, 4)], 40))) == "[12 d]ied"


class TestExplain:
    def test_it_shows_all_of_it(self) -> None:
        shown = explain(fire_report(), "k7f2")
        assert "A fire destroyed a grain store in the port of Velmouth on [Tuesday], the" in shown
        assert "B post.txt:3:59" in shown
        assert "confidence, how surely the finding holds: 0.85" in shown
        assert "+0.60  words they share" in shown
        assert "+0.25  origins" in shown
        assert "[date.weekday]: anchor published; earliest 2026-11-17" in " ".join(shown.split())

    def test_terms_that_add_up_to_both_are_the_confidences(self) -> None:
        report = fire_report()
        finding = evolve(report.findings[0], alignment=0.85)
        shown = explain(evolve(report, findings=(finding,)), "k7f2")
        assert shown.index("alignment, how") < shown.index("confidence, how") < shown.index("+0.60  words they share")

    def test_steps_stand_in_the_order_in_which_they_are_taken(self) -> None:
        here, report = scene(), fire_report()
        day = here.passage("lantern", "Tuesday")
        compared_steps = (Step("date.weekday", (day,)), Step("compare.date", (day,), (("0-1", "conflict"),)))
        comparison = evolve(report.findings[0].comparisons[0], steps=compared_steps)
        steps = (
            Step("segment.statement", (day,), (("text", "0123456789abcdef"),)),
            Step("trace.origin", (day,), (("origin", "o1"),)),
            Step("verdict", (day,), (("verdict", "discrepancy"), ("severity", "conflict"))),
        )
        finding = evolve(report.findings[0], comparisons=(comparison,), steps=steps)
        shown = " ".join(explain(evolve(report, findings=(finding,)), "k7f2").partition("STEPS")[2].split())
        assert re.findall(r"\[([a-z.]+)\]", shown) == [
            "segment.statement", "trace.origin", "date.weekday", "compare.date", "verdict",
        ]  # fmt: skip
        assert "[trace.origin]: Northwire" in shown
        assert "[compare.date]: Tue 17 Nov and Mon 16 Nov: conflict" in shown
        assert "so the finding is [verdict]: conflict" in shown
        assert "0123456789abcdef" not in shown

    def test_terms_that_do_not_add_up_are_made_to_openly(self) -> None:
        report = fire_report()
        finding = evolve(report.findings[0], confidence=0.95)
        assert "+0.10  other grounds" in explain(evolve(report, findings=(finding,)), "k7f2")

    @pytest.mark.parametrize("beginning", ["k", "k7f2", "K7F2", "k7f2m3qd6x"])
    def test_any_beginning_that_is_one_findings(self, beginning: str) -> None:
        assert "CONFLICT" in explain(fire_report(), beginning)

    @pytest.mark.parametrize(
        ("beginning", "says"),
        [("zz", "no finding"), ("", "no finding"), ("sing2", "4 findings"), ("agr", "2 findings")],
    )
    def test_any_other_is_refused(self, beginning: str, says: str) -> None:
        with pytest.raises(ReportError, match=says):
            explain(fire_report(), beginning)

    def test_no_scores_without_it(self) -> None:
        shown = render(fire_report())
        assert "alignment" not in shown
        assert "confidence" not in shown
        assert "confidence" in render(fire_report(), explain=True)


class TestWording:
    def test_never_true_or_false(self) -> None:
        tables = [table for name, table in vars(wording).items() if name[0].isupper() and isinstance(table, dict)]
        assert len(tables) >= 7
        for said in (said for table in tables for said in table.values()):
            assert not re.search(r"\b(?:true|false|untrue|lied|correct|mistaken)\b", said), said

    @pytest.mark.parametrize(
        ("one", "other", "check"),
        [
            ("2026-11-16", "2026-11-17", "next-day"),
            ("2026-11-12", "2026-11-21", "same-digits"),
            ("2026-11-03", "2026-11-17", "date"),
        ],
    )
    def test_what_to_check_of_dates(self, one: str, other: str, check: str) -> None:
        here = scene()
        versions = [Version(on(day), day, (evolve(_mention(here), as_of=None),)) for day in (one, other)]
        finding = here.finding(
            "x", "discrepancy", [here.statement("gazette", "Monday")], [compared("date", "conflict", role(), *versions)]
        )
        assert wording.check(fire_report(), finding, finding.comparisons[0]) == wording.CHECKS[check]

    def test_an_undated_article_is_named(self) -> None:
        report = fire_report()
        undated = tuple(evolve(article, published=None) for article in report.articles)
        shown = render(evolve(report, articles=undated), width=200)
        assert "when was The Lantern, Coast Gazette, Harbour Post and El Faro published?" in shown

    def test_one_article_against_itself(self) -> None:
        here = scene()
        statements = [
            here.statement("gazette", "Twenty-seven people were hurt."),
            here.statement("gazette", "14 engines"),
        ]
        versions = [
            here.version(figure("27"), "27", (0, "gazette", "Twenty-seven")),
            here.version(figure("14"), "14", (1, "gazette", "14")),
        ]
        finding = here.finding(
            "within2222",
            "discrepancy",
            statements,
            [compared("quantity", "conflict", role("people"), *versions)],
            scope="within",
            severity="conflict",
        )
        shown = render(Report(SCHEMA, "0", (), here.articles, findings=(finding,)))
        assert "within one article, B" in shown
        assert "which of the two the article stands by" in shown


def _mention(here: Scene) -> Any:
    return here.version(on("2026-11-16"), "", (0, "gazette", "Monday")).mentions[0]


def test_short_ids_are_unique_beginnings() -> None:
    assert shortened(["abcdef", "abcxyz", "zzzz99"]) == {"abcdef": "abcd", "abcxyz": "abcx", "zzzz99": "zzzz"}


def test_days_across_years() -> None:
    from datetime import date

    assert days(date(2015, 10, 16), date(2021, 10, 15)) == "16 Oct 2015 – 15 Oct 2021"
    assert days(date(2026, 10, 30), date(2026, 11, 2)) == "30 Oct – 2 Nov 2026"


@pytest.mark.parametrize(
    ("as_of", "with_day", "shown"),
    [("2026-11-18", False, "18 Nov"), ("2026-11-18T09:10", False, "09:10"),
     ("2026-11-18T09:10+02:00", True, "18 Nov 09:10"), ("last week", True, "last week")],
)  # fmt: skip
def test_times_of_versions(as_of: str, with_day: bool, shown: str) -> None:
    assert as_of_text(as_of, with_day) == shown


def test_a_pair_not_compared_that_stands_in_no_finding_is_shown_by_itself() -> None:
    here = scene()
    pair = Uncompared("date", "time-zone", (here.passage("gazette", "Monday"), here.passage("faro", "Tuesday")))
    shown = render(Report(SCHEMA, "0", (), here.articles, not_compared=(pair,)))
    assert "a difference in time zones can explain" in shown
    assert "[Monday]" in shown


def test_the_report_in_the_documentation_is_the_one_that_is_printed() -> None:
    page = (Path(__file__).parent.parent / "docs" / "how-it-decides.md").read_text(encoding="utf-8")
    shown = page.split("```text\n")[1].split("\n```")[0]
    assert shown == "\n\n".join(render(fire_report()).split("\n\n")[:4])
