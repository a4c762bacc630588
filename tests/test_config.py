"""Settings: what is refused, and that equal settings are equal however they are given."""

from __future__ import annotations

from itertools import permutations
from typing import Any, get_args

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.config import FACETS, Config
from crosscheck.errors import ConfigError
from crosscheck.model import Facet


def test_the_defaults_compare_everything() -> None:
    assert Config().facets == FACETS == get_args(Facet)
    assert Config().link_floor == 0.5
    assert Config().clauses is True


def test_it_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Config().link_floor = 0.7  # type: ignore[misc]


@given(st.floats(0, 1))
def test_every_share_is_an_alignment(floor: float) -> None:
    assert Config(link_floor=floor).link_floor == floor


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"link_floor": -0.01}, "link_floor is a number from 0 to 1"),
        ({"link_floor": 1.01}, "link_floor is a number from 0 to 1"),
        ({"link_floor": float("nan")}, "not nan"),
        ({"link_floor": "0.5"}, "not '0.5'"),
        ({"link_floor": True}, "not True"),
        ({"clauses": 1}, "clauses is true or false"),
        ({"facets": "date"}, "facets is a list"),
        ({"facets": None}, "facets is a list"),
        ({"facets": ["dates"]}, "did you mean 'date'"),
        ({"facets": ["zzzz"]}, "there are quantity, date"),
        ({"fields": {"txt": "body"}}, "did you mean 'text'"),
        ({"fields": {"text": ""}}, "not ''"),
        ({"fields": {"text": "a..b"}}, "not 'a..b'"),
        ({"fields": {"text": ["body"]}}, "not ['body']"),
        ({"fields": "body"}, "fields maps names to names"),
        ({"fields": 7}, "fields maps names to names"),
    ],
)
def test_what_is_refused(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Config(**given)
    assert words in str(caught.value)


def test_the_order_and_number_of_facets_is_nothing() -> None:
    expected = Config(facets=("quantity", "date", "name"))
    for facets in permutations(("name", "date", "quantity", "date")):
        assert Config(facets=facets) == expected


def test_fields_are_one_however_they_are_given() -> None:
    config = Config(fields={"outlet": "source.name", "text": "body"})
    assert config == Config(fields=(("text", "body"), ("outlet", "source.name")))
    assert Config(**dict(config.to_values())) == config


def test_its_values_are_its_fields_in_order() -> None:
    assert dict(Config().to_values()) == {"link_floor": 0.5, "clauses": True, "facets": FACETS, "fields": ()}
    assert [name for name, _ in Config().to_values()] == [field.name for field in Config.__attrs_attrs__]
