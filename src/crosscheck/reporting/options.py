"""How a report is shown: one validated set of options for every format, and what they let through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from attrs import field, fields, frozen

from crosscheck.errors import ConfigError
from crosscheck.model import Comparison, Facet, Finding, Report

FACETS: tuple[str, ...] = get_args(Facet)
BEARING = {
    "discrepancy": ("conflict", "update"),
    "agreement": ("same", "compatible"),
    "single-source": ("only-here", "same", "compatible"),
}


def _facets(value: Iterable[str]) -> tuple[str, ...]:
    given = (value,) if isinstance(value, str) else tuple(value)
    for name in given:
        if name not in FACETS:
            raise ConfigError(f"there is no facet {name!r}; there are {', '.join(FACETS)}")
    return tuple(facet for facet in FACETS if facet in given)


@frozen(kw_only=True)
class Options:
    """What to show and how. Filters (`only`, `ignore`, `min_confidence`) change what is shown, not what was found.

    `width` is in columns of a terminal, at least 40; `top` is how many single-source findings, and how many of
    what was not compared, are listed; `embed_text` makes a JSON report that reloads. A format takes what concerns it.

    >>> Options(only="date").only
    ('date',)
    """

    width: int = 80
    color: bool = False
    brief: bool = False
    explain: bool = False
    only: tuple[str, ...] = field(default=(), converter=_facets)
    ignore: tuple[str, ...] = field(default=(), converter=_facets)
    min_confidence: float = 0.0
    top: int = 5
    embed_text: bool = False

    def __attrs_post_init__(self) -> None:
        if self.width < 40:
            raise ConfigError(f"a report needs 40 columns or more, not {self.width}")
        if not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"a confidence lies between 0 and 1; {self.min_confidence} does not")
        if self.top < 0:
            raise ConfigError(f"the number of findings to list is 0 or more, not {self.top}")

    @classmethod
    def of(cls, given: dict[str, object]) -> Options:
        """Options by name; `ConfigError` for a name that there is not."""
        known = [attribute.name for attribute in fields(cls)]
        for name in given:
            if name not in known:
                raise ConfigError(f"there is no option {name!r} for a report; there are {', '.join(known)}")
        return cls(**given)  # type: ignore[arg-type]

    @property
    def filters(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.only or self.ignore or self.min_confidence)

    def shows(self, finding: Finding) -> bool:
        """Whether the finding passes the filters."""
        facets = bearing_facets(finding)
        if finding.confidence < self.min_confidence:
            return False
        return any((not self.only or facet in self.only) and facet not in self.ignore for facet in facets)


def bearing(finding: Finding) -> tuple[Comparison, ...]:
    """The comparisons that make the finding what it is: those in conflict, or those that two origins agree in."""
    found = tuple(c for c in finding.comparisons if c.relation in BEARING[finding.verdict])
    if finding.verdict != "agreement":
        return found
    return tuple(c for c in found if len({origin for version in c.versions for origin in version.origins}) > 1)


def bearing_facets(finding: Finding) -> tuple[str, ...]:
    """The facets that the finding is about; its wording, where there is nothing else to compare."""
    return tuple(dict.fromkeys(c.facet for c in bearing(finding))) or ("wording",)


def shown(report: Report, options: Options) -> tuple[Finding, ...]:
    """The findings that pass the filters, in the report's order."""
    return tuple(finding for finding in report.findings if options.shows(finding))
