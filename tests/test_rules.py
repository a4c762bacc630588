"""Rules are data, and this goes over all of them: every row is held to its own examples."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator

import pytest

import crosscheck.lexicon
from crosscheck.lexicon.rules import Rule

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")


def tables() -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """The name of each module of the lexicon that has a table of rules, and the table."""
    for found in pkgutil.walk_packages(crosscheck.lexicon.__path__, "crosscheck.lexicon."):
        module = importlib.import_module(found.name)
        if hasattr(module, "RULES"):
            yield found.name, module.RULES


TABLES = dict(tables())
RULES = [rule for rules in TABLES.values() for rule in rules]
EACH = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


def test_there_are_rules() -> None:
    assert RULES


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_a_tuple_of_rules(name: str) -> None:
    assert isinstance(TABLES[name], tuple)
    assert all(isinstance(rule, Rule) for rule in TABLES[name])


def test_ids_are_unique() -> None:
    # one table may take rows from another, but two rows with one id are two rules with one name
    repeated = Counter(rule.id for rule in dict.fromkeys(RULES))
    assert [name for name, times in repeated.items() if times > 1] == []


@EACH
def test_an_id_is_dotted_and_in_small_letters(rule: Rule) -> None:
    assert ID.fullmatch(rule.id)


@EACH
def test_a_rule_says_what_it_means(rule: Rule) -> None:
    assert rule.meaning.strip()


@EACH
def test_every_example_matches(rule: Rule) -> None:
    assert rule.examples
    assert [example for example in rule.examples if not rule.regex.search(example)] == []


@EACH
def test_no_counterexample_matches(rule: Rule) -> None:
    assert [example for example in rule.counterexamples if rule.regex.search(example)] == []


@EACH
def test_no_rule_matches_nothing(rule: Rule) -> None:
    assert not rule.regex.search("")


@EACH
def test_what_matches_has_one_of_the_clues(rule: Rule) -> None:
    for text in (each for example in rule.examples for each in (example, example.upper())):
        matched, quickly = rule.regex.search(text), rule.search(text, 0, len(text))
        assert (matched is None) == (quickly is None)
        assert bool(list(rule.finditer(text, 0, len(text)))) == bool(matched)
