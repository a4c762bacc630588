"""What a run can be told: one frozen `Config`, checked when it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from attrs import Attribute, asdict, field, frozen

from crosscheck.errors import ConfigError
from crosscheck.model import Facet, Values

FACETS: tuple[Facet, ...] = get_args(Facet)
FIELDS = ("text", "standfirst", "title", "author", "outlet", "published", "updated", "url", "origin")
"""What can be taken from a field of an export."""
Fields = tuple[tuple[str, str], ...]


def nearest(name: str, known: Sequence[str]) -> str:
    """What somebody who wrote `name` may have meant, as the end of a message.

    >>> nearest("dates", FACETS)
    "did you mean 'date'?"
    """
    # imported here because only a mistake needs it
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}"


def _share(_: Config, attribute: Attribute[float], value: object) -> None:
    # a truth value is a number to Python, and a mistake here; so is "not a number", which no test of order meets
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ConfigError(f"{attribute.name} is a number from 0 to 1, not {value!r}")


def _truth(_: Config, attribute: Attribute[bool], value: object) -> None:
    if not isinstance(value, bool):
        raise ConfigError(f"{attribute.name} is true or false, not {value!r}")


def _in_order(names: Iterable[str]) -> tuple[Facet, ...]:
    """Facets in the order of the model, each once, so that equal settings are equal."""
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise ConfigError(f"facets is a list of facets, not {names!r}")
    asked = tuple(names)
    for name in asked:
        if name not in FACETS:
            raise ConfigError(f"no facet is called {name!r}; {nearest(str(name), FACETS)}")
    return tuple(facet for facet in FACETS if facet in asked)


def _mapped(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> Fields:
    """The fields of an export in the order of `FIELDS`, from a mapping or from pairs."""
    try:
        named = dict(given)
    except (TypeError, ValueError):
        raise ConfigError(f'fields maps names to names, as {{"text": "article.body"}}, not {given!r}') from None
    for name, path in named.items():
        if name not in FIELDS:
            raise ConfigError(f"no field is called {name!r}; {nearest(str(name), FIELDS)}")
        if not isinstance(path, str) or not all(path.split(".")):
            raise ConfigError(f"{name} is taken from a field's name, or names with dots between, not {path!r}")
    return tuple((name, named[name]) for name in FIELDS if name in named)


@frozen(kw_only=True)
class Config:
    """Settings that change what is found, as against what is shown of it.

    `link_floor` (0 to 1) is the alignment from which on two statements are grouped; `clauses` cuts
    long sentences into clauses; `facets` are the respects in which claims are compared. `fields` says
    where in the rows of a JSON export `read` finds what (a mapping from `FIELDS` to names in the row, with
    dots into objects in it), for exports whose names it does not know. Raises `ConfigError` for a value
    out of range.

    >>> Config(facets=["date", "quantity"]).facets
    ('quantity', 'date')
    >>> Config(link_floor=2)
    Traceback (most recent call last):
    crosscheck.errors.ConfigError: link_floor is a number from 0 to 1, not 2
    >>> Config(fields={"outlet": "source.name", "text": "body"}).fields
    (('text', 'body'), ('outlet', 'source.name'))
    """

    link_floor: float = field(default=0.5, validator=_share)
    clauses: bool = field(default=True, validator=_truth)
    facets: tuple[Facet, ...] = field(default=FACETS, converter=_in_order)
    fields: Fields = field(default=(), converter=_mapped)

    def to_values(self) -> Values:
        """The settings as a report keeps them: names and values, in a fixed order.

        >>> Config(facets=("date",)).to_values()
        (('link_floor', 0.5), ('clauses', True), ('facets', ('date',)), ('fields', ()))
        """
        values: dict[str, Any] = asdict(self)
        return tuple(values.items())
