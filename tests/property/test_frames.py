"""Frames: what two statements share and in which places they differ."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.comparing.frames import LONGEST, frame
from crosscheck.lexicon.en.words import tokens

WORDS = st.lists(st.sampled_from("the gate bridge of old 12 19 Orsa was not shut by rain".split()), max_size=14)


class TestFrames:
    """A frame is the words that both have, in order, and the hunks between them: nothing is lost, nothing twice."""

    @settings(deadline=None)
    @given(WORDS, WORDS)
    def test_hunks_and_shared_words_make_up_both_statements(self, one: list[str], two: list[str]) -> None:
        left, right = tokens(" ".join(one)), tokens(" ".join(two))
        found = frame(left, right)
        if found is None:
            return
        for side, words in ((0, left), (1, right)):
            shared = [words[position] for position in (found.partners.keys() if side == 0 else found.partners.values())]
            inside = [word for hunk in found.hunks for word in (hunk.left, hunk.right)[side]]
            assert sorted([*shared, *inside], key=lambda word: word.start) == words

    @settings(deadline=None)
    @given(WORDS)
    def test_a_statement_and_itself_have_no_hunks(self, words: list[str]) -> None:
        found = frame(tokens(" ".join(words)), tokens(" ".join(words)))
        assert found is None or found.hunks == ()

    @settings(deadline=None)
    @given(WORDS, WORDS)
    def test_whether_two_are_a_frame_does_not_depend_on_their_order(self, one: list[str], two: list[str]) -> None:
        left, right = tokens(" ".join(one)), tokens(" ".join(two))
        there, back = frame(left, right), frame(right, left)
        assert (there is None) == (back is None)
        assert there is None or back is None or len(there.partners) == len(back.partners)

    def test_a_hundred_kilobytes_are_no_sentence(self) -> None:
        text = tokens("rain fell " * 10_000)
        assert len(text) > LONGEST
        assert frame(text, text) is None
