"""One name for each speaker of a story, whatever each article calls him."""

from __future__ import annotations

import random

import pytest

from crosscheck import Article, check
from crosscheck.segmenting import segment, unified


def names(*texts: str) -> list[str | None]:
    """The speaker's name in the first statement of each text."""
    story = unified([segment(Article(id=str(number), text=text)) for number, text in enumerate(texts)])
    return [each.statements[0].speaker.name if each.statements[0].speaker else None for each in story]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("President Emmanuel Macron said it rained.", "Macron said it rained."), ["Emmanuel Macron"] * 2),
        (("Emmanuel Macron said it rained.", "It rained, Mr. Macron said."), ["Emmanuel Macron"] * 2),
        (("Emmanuel Macron said it rained.", "President Macron said it rained."), ["Emmanuel Macron"] * 2),
        # two of one surname: which is meant is open
        (
            ("George Bush said it rained.", "Barbara Bush said it rained.", "Bush said it rained."),
            ["George Bush", "Barbara Bush", "Bush"],
        ),
        # another spelling may be another person
        (("Emmanuel Macron said it rained.", "Macroni said it rained."), ["Emmanuel Macron", "Macroni"]),
        # bodies and places are no surnames
        (
            ("The Foreign Ministry said it rained.", "The Health Ministry said it rained."),
            ["Foreign Ministry", "Health Ministry"],
        ),
        (("Michael Jordan said it rained.", "Jordan said it rained."), ["Michael Jordan", "Jordan"]),
    ],
)
def test_names(texts: tuple[str, ...], expected: list[str | None]) -> None:
    assert names(*texts) == expected


def test_the_order_does_not_matter() -> None:
    texts = [
        "Emmanuel Macron said it rained.",
        "Macron said it rained.",
        "Angela Merkel said it rained.",
        "Ms Merkel said it rained.",
    ]
    made = dict(zip(texts, names(*texts), strict=True))
    for seed in range(4):
        mixed = random.Random(seed).sample(texts, len(texts))
        assert names(*mixed) == [made[text] for text in mixed]


def test_a_report_names_a_speaker_alike_in_all_articles() -> None:
    report = check(
        [
            Article(id="a", text="The ferry sank off Kalua island on Monday, President Emmanuel Macron said."),
            Article(id="b", text="The ferry sank off Kalua island on Monday, Mr Macron said."),
        ]
    )
    assert {s.speaker.name for f in report.findings for s in f.statements if s.speaker} == {"Emmanuel Macron"}
