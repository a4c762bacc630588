"""Who says what, on sentences of our own: content, speaker and kind; and speakers by their full names."""

from __future__ import annotations

import pytest

from crosscheck.model import Article, Span, Statement
from crosscheck.segmenting import segment, split_sentences
from crosscheck.segmenting.clauses import split_clauses
from crosscheck.segmenting.quoting import quotations
from crosscheck.segmenting.speech import Attributed, attributions


def found(text: str) -> list[Attributed]:
    return attributions(text, [split_sentences(part) for part in [text]])


def shown(text: str) -> list[tuple[list[str], str | None, str]]:
    """Content, speaker and kind of each."""
    return [
        ([part.of(text) for part in each.content], each.speaker.of(text) if each.speaker else None, each.kind)
        for each in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "kind"),
    [
        ("“It is late,” the mayor said.", ["“It is late,”"], "the mayor", "direct"),
        ("“It is late,” said the mayor.", ["“It is late,”"], "the mayor", "direct"),
        ("“Why now?” Macron asked.", ["“Why now?”"], "Macron", "direct"),
        ('"It is late," he told reporters.', ['"It is late,"'], "he", "direct"),
        ("''It is late,'' Ms. Merkel said.", ["''It is late,''"], "Ms. Merkel", "direct"),
        ("The mayor said: “It is late. We go.”", ["“It is late. We go.”"], "The mayor", "direct"),
        ("Macron told a forum in Lisbon on Friday, “It is late.”", ["“It is late.”"], "Macron", "direct"),
        (
            "“It is late,” Macron said, “but not too late.”",
            ["“It is late,”", "“but not too late.”"],
            "Macron",
            "direct",
        ),
        ("The mayor said that the river rose.", ["that the river rose."], "The mayor", "indirect"),
        ("The mayor said on Friday that the river rose.", ["that the river rose."], "The mayor", "indirect"),
        ("The river rose, the mayor said.", ["The river rose"], "the mayor", "indirect"),
        ("The river rose, the mayor said on Monday.", ["The river rose"], "the mayor", "indirect"),
        ("The river rose, according to the police.", ["The river rose"], "the police", "indirect"),
        ("According to the police, the river rose.", ["the river rose."], "the police", "indirect"),
        ("Officials say the river has risen.", ["the river has risen."], "Officials", "indirect"),
        ("The river, he said, had risen.", ["The river", "had risen."], "he", "indirect"),
        ("It was “very late”, the mayor said.", ["It was “very late”"], "the mayor", "mixed"),
        ("The mayor said it was “very late”.", ["it was “very late”."], "The mayor", "mixed"),
        (
            "Macron, the French president, said the river had risen.",
            ["the river had risen."],
            "Macron, the French president",
            "indirect",
        ),
        ("Macron: “It is late”", ["“It is late”"], "Macron", "direct"),
    ],
)
def test_one_attribution(text: str, content: list[str], speaker: str, kind: str) -> None:
    assert shown(text) == [(content, speaker, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The river rose on Monday.",
        "Leaders of the Baltic states have met.",
        "The Secretary of State has left.",
        "He declined to say why.",
        "They would say so.",
        "Her remarks were short.",
        "The film “Jaws” was shown.",
        "The claims were many.",
        "The company announced a plan.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert found(text) == []


def test_two_speakers_in_one_sentence() -> None:
    text = "The mayor said the river had risen, but officials said it had not."
    assert shown(text) == [
        (["the river had risen"], "The mayor", "indirect"),
        (["it had not."], "officials", "indirect"),
    ]


def test_a_shared_subject() -> None:
    text = "The mayor closed the road and said that the river had risen."
    assert shown(text) == [(["that the river had risen."], "The mayor", "indirect")]


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = "“It is late,” the mayor said. “We must go. It is very late.”"
    [(content, speaker, kind)] = shown(text)
    assert content == ["“It is late,”", "“We must go. It is very late.”"]
    assert (speaker, kind) == ("the mayor", "direct")


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    first, second = "The mayor said: “It is late.", "“We must go.”"
    text = f"{first}\n\n{second}"
    start = text.index(second)
    result = attributions(text, [[Span(0, len(first))], [Span(start, len(text))]])
    assert [each.speaker.of(text) for each in result if each.speaker] == ["The mayor", "The mayor"]


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "marked"),
        [
            ("It is “late”, he said.", ["“late”"]),
            ("It is 'late', he said.", ["'late'"]),
            ("It's the mayors' house.", []),
            ("The '80s weren't late.", []),
            ('"One." "Two."', ['"One."', '"Two."']),
            ("He said “a ‘b’ c” now.", ["“a ‘b’ c”"]),
            ("``One'' two", ["``One''"]),
        ],
    )
    def test_pairs(self, text: str, marked: list[str]) -> None:
        assert [each.span.of(text) for each in quotations(text, 0, len(text))] == marked


ARTICLE = """Macron opens hospital in Lisbon

French President Emmanuel Macron said on Monday that the hospital would open.

“It is a good day,” Mr Macron told reporters.

The French president said he was glad.

He said the road would open too.

The interior ministry said 12 people were hurt. It rained all day.

“We were late,” said a nurse who did not give her name.

The hospital has 120 beds, officials say, and the road is closed.

The minister called the day “a great success for us all”.
"""


class TestStatements:
    result = segment(Article(id="a", text=ARTICLE))

    def one(self, opening: str) -> Statement:
        [each] = [each for each in self.result.statements if each.of(ARTICLE).startswith(opening)]
        return each

    @pytest.mark.parametrize(
        ("opening", "speech", "name"),
        [
            ("French President", "reported", "Emmanuel Macron"),
            ("“It is a good day", "quoted", "Emmanuel Macron"),
            ("The French president", "reported", "Emmanuel Macron"),
            ("He said the road", "reported", "Emmanuel Macron"),
            ("The interior ministry", "reported", "interior ministry"),
            ("It rained", "own", None),
            ("“We were late", "quoted", "nurse"),
            ("The minister called", "mixed", None),
        ],
    )
    def test_speech_and_speaker(self, opening: str, speech: str, name: str | None) -> None:
        each = self.one(opening)
        assert (each.speech, each.speaker.name if each.speaker else None) == (speech, name)

    def test_the_cue_is_the_verb(self) -> None:
        cue = self.one("“It is a good day").cue
        assert cue is not None
        assert cue.of(ARTICLE) == "told"

    def test_a_pronoun_without_a_person_has_no_speaker(self) -> None:
        [each] = segment(Article(id="a", text="He said the road would open.")).statements
        assert each.speech == "reported"
        assert each.speaker is None

    def test_a_slip_in_a_name_is_one_speaker(self) -> None:
        text = "Emmanuel Macronn spoke.\n\nMacron said the road was open.\n\nMacron said it was late."
        names = [each.speaker.name for each in segment(Article(id="a", text=text)).statements if each.speaker]
        assert names == ["Emmanuel Macron", "Emmanuel Macron"]

    def test_clauses_have_their_own_speakers(self) -> None:
        result = segment(Article(id="a", text="The road to the port is closed, but officials said it would open soon."))
        assert len(result.statements) == 1
        cut = segment(result.article, clauses=True).statements
        assert [each.speech for each in cut] == ["own", "reported"]
        assert len({each.sentence for each in cut}) == 1


class TestClauses:
    @pytest.mark.parametrize(
        "case",
        [
            "The bridge has collapsed; | the road to the port is closed.",
            "Eleven people are in hospital, | and two of them are badly hurt.",
            "The road to the port is closed, | but the airport stayed open all day.",
            "One thing is certain for now: | the river has not fallen.",
            # one clause, or not enough of a second
            "The river rose, and fell.",
            "The road is closed, and quickly filled with water.",
            "The mayor, who was ill, and his deputy were absent.",
            "He bought apples, pears and nuts; plums; and figs.",
            "“The road is closed, and the bridge has collapsed,” he said.",
            "The plan (the road is closed, and the bridge is down) was dropped.",
            "If the river rises again, and it may do so, the road will be closed.",
            "The road was closed, as the rules required, for two days.",
        ],
    )
    def test_cut(self, case: str) -> None:
        text = case.replace(" | ", " ")
        assert [span.of(text) for span in split_clauses(text, Span(0, len(text)))] == case.split(" | ")


@pytest.mark.parametrize(
    "unit",
    ["said ", "he said, ", "“a” said ", '"', "'a ", "A, B, said ", "according to ", "(“", ", and it was ", "““a "],
)
def test_hostile_text_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    result = segment(Article(id="a", text=text), clauses=True)
    pieces = [span.of(text) for each in result.statements for span in each.spans]
    pieces += [label.span.of(text) for label in result.labels]
    assert sum(len("".join(piece.split())) for piece in pieces) == len("".join(text.split()))
