"""What all nouns share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from attrs import Attribute


class Noun:
    """A noun shows its class and its fields and is equal by them, by one function for all.

    attrs would compile these for each class: half of what making the forty classes costs, at every start. The few
    nouns that stand in sets and dictionaries by the thousand have theirs compiled all the same.
    """

    __slots__ = ()
    __attrs_attrs__: Sequence[Attribute[object]]

    def __repr__(self) -> str:
        fields = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__attrs_attrs__)
        return f"{type(self).__qualname__}({', '.join(fields)})"

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        fields = _fields(self.__class__)
        return fields(self) == fields(other)

    def __hash__(self) -> int:
        return hash(_fields(self.__class__)(self))


@cache
def _fields(noun: type[Noun]) -> Callable[[object], object]:
    """Reads the fields of a noun, all at once."""
    return attrgetter(*(each.name for each in noun.__attrs_attrs__))
