"""Laws of segmenting: statements and labels cover the text, do not overlap, and stay inside it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.model import Article, Segmented
from crosscheck.segmenting import segment, split_sentences

PIECES = st.sampled_from(
    [
        "The ferry sank on Monday", "Seven died", "Mr. Macron said", "“Nobody knew,”", '"It is late,"', "he said",
        "the minister added", "according to the police", "U.S.", "p.m.", "No. 10", "Sept. 30", "LISBON (ABC) -",
        "By Our Reporter", "Image caption", "Image copyright EPA", "[Getty]", "2 min read", "15 Oct 2021, 20:27",
        "World", "Read more: X", "ENDS", "•", "- ", "1. ", ".", "!", "?", "…", ",", ";", ":", " -- ", "—", "(", ")",
        "[", "]", "“", "”", '"', "'", "’", "and", "but", "while", "that", "\n", "\n\n", "\r\n", "   ", "\t",
        "\u00a0", "\u200b", "\ufeff", "é", "中文。", "\x0c",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)
LAWS = settings(max_examples=150, deadline=None)


def made(text: str, clauses: bool = False) -> Segmented:
    return segment(Article(id="a", text=text), clauses=clauses)


class TestCover:
    """Statements and labels together cover every character but white space, each once."""

    @LAWS
    @given(TEXTS, st.booleans())
    def test_each_character_once(self, text: str, clauses: bool) -> None:
        result = made(text, clauses)
        times = [0] * len(text)
        spans = [span for statement in result.statements for span in statement.spans]
        for span in [*spans, *(label.span for label in result.labels)]:
            for at in range(span.start, span.end):
                times[at] += 1
        assert all(n <= 1 for n in times)
        assert all(n == 1 for n, c in zip(times, text, strict=True) if not c.isspace())

    @LAWS
    @given(TEXTS, st.booleans())
    def test_in_order_and_tight(self, text: str, clauses: bool) -> None:
        result = made(text, clauses)
        keys = [statement.key for statement in result.statements]
        assert keys == sorted(set(keys))
        for statement in result.statements:
            assert statement.sentence.contains(statement.hull)
            for span in statement.spans:
                assert span.of(text) == span.of(text).strip() != ""

    @LAWS
    @given(TEXTS)
    def test_speakers_and_cues_lie_in_the_text(self, text: str) -> None:
        for statement in made(text).statements:
            assert statement.cue is None or statement.cue.end <= len(text)
            if statement.speaker and statement.speaker.span:
                assert statement.speaker.span.of(text).strip()

    @LAWS
    @given(TEXTS)
    def test_twice_the_same(self, text: str) -> None:
        assert made(text) == made(text)


class TestSentences:
    """Sentences cover their paragraph, in order, without the white space between them."""

    @LAWS
    @given(TEXTS)
    def test_cover(self, text: str) -> None:
        spans = split_sentences(text)
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(spans))

    @LAWS
    @given(TEXTS, st.integers(0, 40), st.integers(0, 40))
    def test_only_between_start_and_end(self, text: str, start: int, length: int) -> None:
        start = min(start, len(text))
        end = min(start + length, len(text))
        part = split_sentences(text[start:end])
        assert [span.shift(start) for span in part] == split_sentences(text, start, end)
