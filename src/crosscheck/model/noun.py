"""What all nouns share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from attrs import Attribute, fields


class Noun:
    """A noun shows its class and its fields and is equal by them, by one function for all.

    attrs would compile these for each class: half of what making the forty classes costs, at every start. The few
    nouns that stand in sets and dictionaries by the thousand have theirs compiled all the same.
    """

    __slots__ = ()
    __attrs_attrs__: Sequence[Attribute[object]]

    def __repr__(self) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__attrs_attrs__)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))


def _values(noun: object) -> object:
    return _reader(noun.__class__)(noun)  # type: ignore[arg-type]  # mypy asks of the class what its instances can


@cache
def _reader(noun: type) -> Callable[[object], object]:
    """Reads the fields of a noun of this class, all at once."""
    return attrgetter(*(each.name for each in fields(noun)))
