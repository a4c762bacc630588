"""What a careful reader takes for furniture, and where in the article the rest stands; on texts of our own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from crosscheck.lexicon.en.furniture import LINES, LONG, NEEDS, PREFIXES, RULES, SUFFIXES, TRIGGERS
from crosscheck.lexicon.rules import Rule
from crosscheck.model import Article, Segmented
from crosscheck.segmenting import segment
from crosscheck.segmenting.trying import Tries

DATA = Path(os.environ.get("CROSSCHECK_DATA", Path(__file__).parents[2] / "shared" / "data"))

PAGE = """World | Portugal

Flood closes port of Lisbon

The mayor says the market will be held in the upper town.
2 min read
By Our Correspondent in Lisbon
Foreign Desk
16 March 2023 • 6:00am

The port of Lisbon after the flood [Getty]

The river Tagus rose by three metres on Monday, the fire service said.

Image copyright EPA
Image caption The market square on Monday

Eleven people were taken to hospital.

‘A long night’

Nobody was killed. The road will reopen on Friday.

World
Live Story

The bridge is closed until

Media playback is unsupported on your device
Media caption How does a river rise? Explained in a minute

Read more: The bridge of Lisbon
Were you there? Write to news@example.org
Share this article
Copyright © 2023 Example. All rights reserved.
"""

WIRE = """LISBON FLOOD KILLS TWO

   LISBON, March 16, 2023 (ABC/DEF) - Two people died when the river rose over
its banks in the lower town on Monday, the fire service said.

   - 'A long night' -

   The road to the port is closed and will be so until the end of the week, the
mayor said.

   The bridge, which was built in 1966, was not damaged. Trains were running as
usual.

(Reporting by the Lisbon bureau; Editing by the night desk)
Enditem
"""

RELEASE = """Press release

Acme closes the year with record sales

Lisbon, 8 February 2024

- Sales of EUR 4,512 million, up 6.0%
- Outlook: growth of 3% to 5%

Acme increased its sales by 6.0% to EUR 4,512 million.

1. A total of 12 plants are open.

2. Two plants are closed.

About Acme

Acme employs 48,000 people.

ENDS

Press Office: press@example.org
Follow us: @example
"""


def made(text: str, outlet: str | None = None) -> Segmented:
    return segment(Article(id="a", text=text, outlet=outlet))


def labels(result: Segmented, kind: str) -> list[str]:
    return [label.span.of(result.article.text) for label in result.labels if label.furniture == kind]


def placed(result: Segmented, placement: str) -> list[str]:
    return [each.of(result.article.text) for each in result.statements if each.placement == placement]


class TestPage:
    result = made(PAGE)

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("section", ["World | Portugal", "World"]),
            ("byline", ["By Our Correspondent in Lisbon", "Foreign Desk"]),
            ("timestamp", ["16 March 2023 • 6:00am"]),
            ("credit", ["[Getty]", "Image copyright EPA"]),
            ("caption-mark", ["Image caption", "Media caption"]),
            ("widget", ["2 min read", "Live Story", "Media playback is unsupported on your device"]),
            ("related", ["Read more: The bridge of Lisbon"]),
            ("contact", ["Were you there? Write to news@example.org"]),
            ("share", ["Share this article"]),
            ("notice", ["Copyright © 2023 Example. All rights reserved."]),
        ],
    )
    def test_labels(self, kind: str, expected: list[str]) -> None:
        assert labels(self.result, kind) == expected

    @pytest.mark.parametrize(
        ("placement", "expected"),
        [
            ("headline", ["Flood closes port of Lisbon"]),
            ("standfirst", ["The mayor says the market will be held in the upper town."]),
            ("crosshead", ["‘A long night’"]),
            (
                "caption",
                [
                    "The port of Lisbon after the flood",
                    "The market square on Monday",
                    "How does a river rise?",
                    "Explained in a minute",
                ],
            ),
        ],
    )
    def test_placements(self, placement: str, expected: list[str]) -> None:
        assert placed(self.result, placement) == expected

    def test_what_breaks_off_stays_a_statement(self) -> None:
        assert "The bridge is closed until" in placed(self.result, "body")


class TestWire:
    result = made(WIRE)

    def test_dateline_and_credit(self) -> None:
        assert labels(self.result, "dateline") == ["LISBON, March 16, 2023 (ABC/DEF) -"]
        assert labels(self.result, "credit") == ["(Reporting by the Lisbon bureau; Editing by the night desk)"]
        assert labels(self.result, "notice") == ["Enditem"]

    def test_headline_and_crosshead(self) -> None:
        assert placed(self.result, "headline") == ["LISBON FLOOD KILLS TWO"]
        assert placed(self.result, "crosshead") == ["'A long night'"]
        assert labels(self.result, "blank") == ["-", "-"]

    def test_wrapped_sentences_are_whole(self) -> None:
        body = placed(self.result, "body")
        assert [sentence.split()[0] for sentence in body] == ["Two", "The", "The", "Trains"]


class TestRelease:
    result = made(RELEASE)

    def test_labels(self) -> None:
        assert labels(self.result, "notice") == ["Press release", "About Acme", "ENDS"]
        assert labels(self.result, "dateline") == ["Lisbon, 8 February 2024"]
        assert labels(self.result, "list-number") == ["-", "-", "1.", "2."]
        assert labels(self.result, "contact") == ["Press Office: press@example.org"]

    def test_bullets_under_the_headline_are_its_standfirst(self) -> None:
        assert placed(self.result, "headline") == ["Acme closes the year with record sales"]
        assert placed(self.result, "standfirst") == [
            "Sales of EUR 4,512 million, up 6.0%",
            "Outlook: growth of 3% to 5%",
        ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("15 Oct 2021, 20:27", "timestamp"),
        ("Update : 15 Oct 2021, 20:29", "timestamp"),
        ("Updated on February 8, 2024 at 10:15 AM CET", "timestamp"),
        ("August 18, 2019 | 9:48am", "timestamp"),
        ("Published 3 hours ago", "timestamp"),
        ("Tuesday 28 May 2024 | Politics | Staff", "timestamp"),
        ("Latest News", "widget"),
        ("• Most View", "widget"),
        ("NEWS > BUSINESS", "section"),
        ("***", "blank"),
        ("What do you think? Post a comment.", "share"),
        ("Filed under: boats, rivers", "related"),
        ("hide caption", "caption-mark"),
    ],
)
def test_a_line_of_furniture_in_a_text(line: str, kind: str) -> None:
    result = made(f"River floods town\n\nThe river rose on Monday.\n\n{line}\n\nNobody was hurt, the mayor said.\n")
    assert labels(result, kind) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the river had fallen.",
        "In 2008, the river rose.",
        "The latest news from the town was bad.",
        "Share prices fell on Monday.",
        "Monday was worse.",
        "Readers of the paper were told on 15 October 2021.",
        "Police said: stay at home.",
        "The minister (Labour) - who was ill - did not come.",
        "It ends on Friday.",
        "Citizens in need of help should call 112.",
    ],
)
def test_a_sentence_is_no_furniture(line: str) -> None:
    result = made(f"River floods town\n\nThe river rose on Monday.\n\n{line}\n\nNobody was hurt, the mayor said.\n")
    assert not result.labels
    assert line in placed(result, "body")


def test_the_outlets_own_name_above_the_headline_is_a_masthead() -> None:
    result = made("MINISTRY OF HEALTH\n\nHospital opens\n\nThe hospital opened on Monday.", outlet="Ministry of Health")
    assert labels(result, "section") == ["MINISTRY OF HEALTH"]
    assert placed(result, "headline") == ["Hospital opens"]


def test_a_paragraph_cut_off_is_noted() -> None:
    cut = "The minister said that he would “openly tell the others what he thinks of the"
    result = made(f"Minister speaks\n\n{cut}\n\nThe others did not answer him on Monday.")
    assert [(note.code, note.span.of(result.article.text)) for note in result.notes if note.span] == [
        ("truncated-sentence", cut)
    ]


def test_a_service_that_cuts_says_so() -> None:
    result = made("The river rose and the town was… [+1210 chars]")
    assert labels(result, "truncated") == ["… [+1210 chars]"]
    assert [note.code for note in result.notes] == ["truncated-sentence"]


@pytest.mark.parametrize("text", ["", " \n\n ", "Seven died.", "Seven died", "\ufeff", "By", "-", "•", "[Getty]"])
def test_next_to_nothing(text: str) -> None:
    result = made(text)
    assert len(result.statements) + len(result.labels) == bool(text.strip())


@pytest.mark.parametrize(
    "unit", ["By A ", "LISBON, ", "(A) - ", "a/", "• ", "|>", "\n- ", "\n\n", "1. a\n", "@a.", "x: "]
)
def test_hostile_text_is_covered(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    result = made(text)
    covered = [span.of(text) for each in result.statements for span in each.spans]
    covered += [label.span.of(text) for label in result.labels]
    assert sum(len("".join(piece.split())) for piece in covered) == len("".join(text.split()))


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not beside this checkout")
def test_furniture_is_rare_in_plain_news() -> None:
    """Under 0.5 % of lines.

    Not counted, since they are there: the clock times and rules that part the entries of live pages, and
    editors' notes ("Correction:", "This post has been updated").
    """
    count = total = 0
    for row in map(json.loads, (DATA / "quotes" / "polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()):
        result = made(row["text"])
        total += sum(bool(line.strip()) for line in row["text"].splitlines())
        ends = {line.strip() for line in row["text"].splitlines()}
        whole = [each for each in result.labels if each.span.of(row["text"]) in ends]
        count += sum(each.furniture not in ("timestamp", "blank", "list-number", "notice") for each in whole)
    assert count < 0.005 * total


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_is_tried_on_its_examples(rule: Rule) -> None:
    rules = next(rules for rules in (LINES, PREFIXES, SUFFIXES) if rule in rules)
    for example in rule.examples:
        assert rule in list(Tries(rules).on(example)), example


def test_triggers_are_those_of_rules() -> None:
    ids = {rule.id for rule in RULES}
    assert set(TRIGGERS) == ids
    assert set(NEEDS) < ids
    assert ids > LONG


@pytest.mark.parametrize(("times", "labelled"), [(3, 0), (5, 2), (300, 297)])
def test_what_an_article_says_again_and_again_is_part_of_the_page(times: int, labelled: int) -> None:
    line = "The story continues below the picture."
    made = segment(Article(id="a", text="\n\n".join(["Ten boats sank off Orsa.", *[line] * times, "Nobody was hurt."])))
    assert [label.furniture for label in made.labels] == ["widget"] * labelled
    assert [each.of(made.article.text) for each in made.statements].count(line) == times - labelled
    assert len(made.statements) == 2 + times - labelled
