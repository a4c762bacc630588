"""The table of contrasts: whatever form a phrase has there, it is found by its words."""

from __future__ import annotations

import pytest

from crosscheck.comparing.contrasts import contrast
from crosscheck.lexicon.en.words import tokens
from crosscheck.lexicon.rules import table


@pytest.mark.parametrize("row", [pytest.param(row, id=row[1][:40]) for row in table("en", "contrasts")])
def test_each_phrase_is_set_against_those_of_the_other_side(row: tuple[str, ...]) -> None:
    left, right = (side.strip().split(", ") for side in row[1].split("|"))
    for one, two in [(one, right[0]) for one in left] + [(left[0], two) for two in right]:
        assert contrast(tokens(one), tokens(two)) is not None, (one, two)
        assert contrast(tokens(one), tokens(one)) is None, one
