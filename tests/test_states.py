"""States that rule one another out: the table, and what a "not" does to a phrase."""

from __future__ import annotations

import pytest

from crosscheck.comparing.states import states
from crosscheck.lexicon.en.words import tokens
from crosscheck.lexicon.rules import table

KINDS = {"lasting", "onward", "either"}


@pytest.mark.parametrize("row", [pytest.param(row, id=row[1][:40]) for row in table("en", "states")])
def test_each_row_has_a_kind_and_two_sides_without_a_phrase_in_both(row: tuple[str, ...]) -> None:
    kind, *rest = row[0].split()
    assert kind in KINDS
    assert rest in ([], ["of-one"], ["of-story"])
    left, right = ({phrase.strip() for phrase in side.split(",")} for side in row[1].split("|"))
    assert left
    assert right
    assert not left & right


@pytest.mark.parametrize("row", [pytest.param(row, id=row[1][:40]) for row in table("en", "states")])
def test_each_phrase_is_read_on_its_own_side(row: tuple[str, ...]) -> None:
    number = list(table("en", "states")).index(row)
    for side, phrases in enumerate(row[1].split("|")):
        for phrase in phrases.strip().split(", "):
            found = [state for state in states(tokens(phrase)) if state.row == number]
            assert found, phrase
            assert side in {state.side for state in found}, phrase


def test_a_not_turns_a_state_round() -> None:
    [plain], [turned] = states(tokens("The crew were warned.")), states(tokens("The crew were not warned."))
    assert plain.row == turned.row
    assert plain.side != turned.side


def test_a_long_text_of_states_is_read() -> None:
    text = "cleared of not " * 5000
    assert len(states(tokens(text))) >= 5000
