"""Which rules of furniture are worth trying on a line: a rule that is not tried is not compiled either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.lexicon.en.furniture import NEEDS, TRIGGERS
from crosscheck.lexicon.rules import Rule

_MARKS = " •·*-–—|[]()<>\"'"  # around a line
_STOPS = " .:!?-–—'\"”’"  # after its last word


class Tries:
    """Rules in order, found by what stands in a line in small letters, or begins or ends it.

    >>> from crosscheck.lexicon.en.furniture import LINES
    >>> [rule.id for rule in Tries(LINES).on("Photo: the coastguard")]
    ['furniture.credit.image']
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._starts: dict[str, list[tuple[str, int]]] = {}  # by first letter
        self._ends: dict[str, list[tuple[str, int]]] = {}  # by last letter
        self._inside: list[tuple[str, int]] = []
        for number, rule in enumerate(rules):
            for trigger in TRIGGERS[rule.id]:
                self._add(trigger, number)

    def _add(self, trigger: str, number: int) -> None:
        if trigger[0] == "^":
            self._starts.setdefault(trigger[1], []).append((trigger[1:], number))
        elif trigger[0] == "$":
            self._ends.setdefault(trigger[-1], []).append((trigger[1:], number))
        else:
            self._inside.append((trigger, number))

    def on(self, line: str) -> Iterator[Rule]:
        """The rules to try on the line, in their order."""
        low = line.lower()
        found = [number for trigger, number in self._inside if trigger in low]
        head, tail = low.lstrip(_MARKS), low.rstrip(_STOPS)
        found += [number for trigger, number in self._starts.get(head[:1], ()) if head.startswith(trigger)]
        found += [number for trigger, number in self._ends.get(tail[-1:], ()) if tail.endswith(trigger)]
        return (rule for rule in map(self._rules.__getitem__, sorted(set(found))) if _has_needed(rule.id, low))

    def match(self, line: str) -> Rule | None:
        """The first rule that matches the line."""
        return next((rule for rule in self.on(line) if rule.regex.search(line)), None)

    def find(self, line: str) -> tuple[Rule, int, int] | None:
        """The first rule that matches, and where."""
        for rule in self.on(line):
            if found := rule.regex.search(line):
                return rule, found.start(), found.end()
        return None


def _has_needed(rule: str, low: str) -> bool:
    return rule not in NEEDS or any(needed in low for needed in NEEDS[rule])
