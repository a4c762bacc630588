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
        # two speakers joined; a verb that only the quotation has; a verb in -s or after a name
        ("The mayor and her deputy said it was late.", ["it was late."], "The mayor and her deputy", "indirect"),
        ("The mayor says Lisbon “has waited too long”.", ["Lisbon “has waited too long”."], "The mayor", "mixed"),
        ("Many traders say the tax hides a gap.", ["the tax hides a gap."], "Many traders", "indirect"),
        ("Officials say Lisbon hit a limit.", ["Lisbon hit a limit."], "Officials", "indirect"),
        # what is said ends with its clause, and goes on after one that only leads in
        ("While the mayor has said it is safe, the road is closed.", ["it is safe"], "the mayor", "indirect"),
        (
            "In recent days, aides say, the mood has changed.",
            ["In recent days", "the mood has changed."],
            "aides",
            "indirect",
        ),
        ("River keeps rising, says Macron ahead of talks", ["River keeps rising"], "Macron", "indirect"),
        # the head of a subject, however long
        (
            "The mayor of a town in the north said it was late.",
            ["it was late."],
            "The mayor of a town in the north",
            "indirect",
        ),
        (
            "The mayor in a call with aides from towns above the river on Friday warned of a flood.",
            ["of a flood."],
            "The mayor",
            "indirect",
        ),
        ("Aides in the United States said it was late.", ["it was late."], "Aides in the United States", "indirect"),
        # judging, warning, accusing, voicing
        ("The mayor called the plan “a disgrace” on Monday.", ["the plan “a disgrace”"], "The mayor", "mixed"),
        ("France voiced fears that “the dam may break”.", ["that “the dam may break”."], "France", "mixed"),
        ("The mayor warned of a flood.", ["of a flood."], "The mayor", "indirect"),
        ("France accused Spain of delay.", ["Spain of delay."], "France", "indirect"),
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
        "He said the same thing.",
        "The ministry said several things about the port.",
        "A man called “Tiny” was there.",
        "The mayor was accused by the paper of delay.",
        "The storm raised the river to “red”.",
        "She began taking calls from the “night line”.",
        "The mayor called a vote.",
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
            ("The minister called", "mixed", "minister"),
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


def speakers(text: str) -> list[str | None]:
    """The names of those who say the statements that somebody says."""
    made = segment(Article(id="a", text=text)).statements
    return [each.speaker.name if each.speaker else None for each in made if each.speech != "own"]


class TestNames:
    """Speakers by their full names, resolved where it is plain."""

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            # a name ends with its sentence; initials and titles do not end it
            ("She is in Lisbon. Macron said it rained. Mr. Emmanuel Macron left.", ["Emmanuel Macron"]),
            ("Gen. Dwight Eisenhower spoke. Eisenhower said it was late.", ["Dwight Eisenhower"]),
            ("Franklin D. Roosevelt arrived. Roosevelt said it was late.", ["Franklin D. Roosevelt"]),
            # words that open a sentence, and days, are no part of a name
            ("But Angela Merkel left. Merkel said it was late.", ["Angela Merkel"]),
            ("He told Angela Merkel Monday. Ms Merkel said it was late.", ["Angela Merkel"]),
            # a post behind the name; a post with what it is over
            (
                "Angela Merkel, the German chancellor, left. The chancellor said it was late.",
                ["Angela Merkel"],
            ),
            (
                "The envoy to Kenya said it was late. The special envoy to Kenya Angela Merkel left.",
                ["Angela Merkel"],
            ),
            ("The envoy to Kenya said it was late. The envoy to Chad Angela Merkel left.", ["envoy to Kenya"]),
            # a slip in the name, before the right form is known
            (
                "Angela Merkell said it was late. Merkel said it rained. Merkel said it was cold.",
                ["Angela Merkel"] * 3,
            ),
            # who belongs to somebody is not that somebody
            ("Emmanuel Macron left. The Macron campaign said it was late.", ["Macron campaign"]),
            # a country is no surname
            ("The Ottoman Turkey of old is gone. Turkey said it was late.", ["Turkey"]),
            # "it" is what the sentence before is about
            (
                "Emmanuel Macron said it rained. Kenya lies far off. It said that it had not rained.",
                ["Emmanuel Macron", "Kenya"],
            ),
            # "he" is the person with whom the sentence begins, but not where he is said to have done it
            ("Emmanuel Macron left. Joe Biden denounced what he called “a shame”.", ["Joe Biden"]),
        ],
    )
    def test_names(self, text: str, names: list[str]) -> None:
        assert speakers(text) == names
