"""What all nouns share."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Attribute


class Noun:
    """A noun shows its class and its fields, by one function for all.

    attrs would compile one for each class: a third of what making the forty classes costs, at every start.
    """

    __slots__ = ()
    __attrs_attrs__: Sequence[Attribute[object]]

    def __repr__(self) -> str:
        fields = (f"{each.name}={getattr(self, each.name)!r}" for each in self.__attrs_attrs__)
        return f"{type(self).__qualname__}({', '.join(fields)})"
