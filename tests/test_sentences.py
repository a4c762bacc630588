"""The splitter on cases of our own: where a reader would cut, and where not."""

from __future__ import annotations

import pytest

from crosscheck.segmenting import split_sentences
from crosscheck.segmenting.layout import lines, paragraphs, wrap_width

# each case is a paragraph whose sentences are parted by " | "
CASES = [
    "The river rose. | Nobody was hurt.",
    "Lt. Col. Ramos left the U.S. on Sept. 30. | The army said so.",
    "He works in Washington, D.C. | The U.S. Army said Lt. Col. Ramos had left.",
    "Gen. de Gaulle met Mr. Macron at No. 10. | They talked.",
    "It cost $4.5 million, up 3.2 percent. | Sales fell.",
    "“Why now?” Macron said.",
    "“Why now?” the minister asked. | Nobody answered.",
    "“It is late.” | The mayor left.",
    "“Is it late?” | The mayor nodded.",
    '"Go!" he shouted.',
    "He arrived at 4 p.m. | The train had left.",
    "He arrived at 4 p.m. Monday and left.",
    "The quake hit at 4:17 a.m. (2317 GMT Monday), the institute said.",
    "Acme Corp. | Traders were surprised.",
    "The bond was sold by Acme Inc. | Investors had hoped for more.",
    "Acme Corp. Chairman Macron resigned.",
    "George W. Bush spoke. | J. F. Kennedy did not.",
    "He chose plan B. | The others did not.",
    "The firm (founded in the U.S.) grew. | It is large.",
    "(The paper was told earlier.) | It did not print it.",
    "Prices rose … | Wages did not.",
    "Prices rose... and fell.",
    "See p. 5 and Fig. 3 for details. | It is clear.",
    "The vote was 5 to 3. | It passed.",
    "Is it true? | Yes! | It is.",
    "The iPhone sold well. | iPads did not.",
    "He spoke to Reuters, AP, etc. | The others waited.",
    "Rome vs. Milan was dull.",
    "He said: “It is late. | We must go.” | They went.",
    "The St. Lawrence froze. | Mt. Etna did not.",
    "The vote is on Nov. 4. | In Dec. it will be too late.",
    "“We won”, she said. | “They lost”.",
    "'It is late,' he said. | 'Go home.'",
    "Is it 3.5? | No. | It is 3.6.",
    # points torn from their fractions, and figures that end a sentence or begin one
    "The tide rose by 2. 4 metres at most. | It fell again.",
    "Repairs cost $3. 5 million, then €2. 1m. | More is needed.",
    "A 5. 6-magnitude quake shook Lisbon at 9. 25 am.",
    "The rate was put at 4. 7. | It had been lower.",
    "Debt grew 1. 5%, the bank said.",
    "The talks began on May 6. | 12 people came.",
    "The mayor is 45. | 30 minutes later she resigned.",
    "They won 3. | 6-year-old boys cheered.",
    "The dam broke in 2006. | 5 million people fled.",
]


@pytest.mark.parametrize("case", CASES)
def test_cuts_where_a_reader_would(case: str) -> None:
    text = case.replace(" | ", " ")
    assert [span.of(text) for span in split_sentences(text)] == case.split(" | ")


def test_a_line_end_is_white_space() -> None:
    text = "The river\n   rose.\nNobody was hurt."
    assert [span.of(text) for span in split_sentences(text)] == ["The river\n   rose.", "Nobody was hurt."]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "...", "?", "“”"])
def test_next_to_nothing(text: str) -> None:
    assert "".join(span.of(text) for span in split_sentences(text)) == text.strip()


@pytest.mark.parametrize(
    "unit", [". ", "Mr. ", "a.b.", '"', "“(", "U.S. ", "?! ", "… ", "I. ", "A" * 50, "'", ". . ", "x.) ", "—-", "1. "]
)
def test_hostile_text_is_cut_without_loss(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert "".join("".join(span.of(text).split()) for span in split_sentences(text)) == "".join(text.split())


class TestParagraphs:
    def test_each_unwrapped_line_is_one(self) -> None:
        text = "The river rose over its banks on Monday.\nNobody was hurt in the town, the mayor said."
        assert len(paragraphs(text)) == 2

    def test_hard_wrapped_lines_are_joined(self) -> None:
        text = (
            "The river rose over its banks on Monday and flooded the lower part of the\n"
            "town, where the market was to be held, and the road to the port was closed\n"
            "for the rest of the day.\n\n"
            "Nobody was hurt, the mayor said after he had spoken to the fire service in\n"
            "the evening."
        )
        found = paragraphs(text)
        assert wrap_width(text, lines(text)) is not None
        assert [span.of(text).split()[0] for span in found] == ["The", "Nobody"]

    def test_a_blank_line_inside_a_sentence_is_bridged(self) -> None:
        text = (
            "   LISBON, May 4 (ABC) - The government in the capital said late on\n\n"
            "Friday that the road to the port would stay closed until the river had\n"
            "fallen, and that the market would be held in the upper part of the town,\n"
            "which was not flooded.\n\n"
            "   Nobody was hurt, the mayor said after he had spoken to the service in\n"
            "the evening, when the river had begun to fall at last and people were\n"
            "going home."
        )
        assert [span.of(text).split()[0] for span in paragraphs(text)] == ["LISBON,", "Nobody"]

    def test_a_title_is_not_joined_to_the_next_line(self) -> None:
        text = "River floods town\n\nmarket closed"
        assert len(paragraphs(text)) == 2

    def test_bullets_and_numbers_begin_one(self) -> None:
        text = "  • One thing that is long enough to be a line of its own\n  • another thing\n- a third thing"
        assert len(paragraphs(text)) == 3
