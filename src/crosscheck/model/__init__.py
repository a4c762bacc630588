"""The frozen nouns that the stages hand to one another. Nothing here reads, decides or prints."""

from crosscheck.model.facts import (
    NO_ROLE, Attribution, Certainty, Change, Claim, Direction, Fact, Granularity, Interval, Modifier,
    Name, NonSort, Nonquantity, Place, Polarity, Quantity, Quotation, Role, Sort, Unit, When,
)  # fmt: skip
from crosscheck.model.findings import (
    FACETS, RELATIONS, Comparison, Evidence, Facet, Finding, Group, Link, Mention, Origin, Pair, Reason,
    Relation, Report, Reuse, Scope, Severity, SourceError, Step, Story, Term, Traced, Uncompared,
    Values, Verdict, Version,
)  # fmt: skip
from crosscheck.model.source import (
    Article, Furniture, Label, Note, Passage, Placement, Segmented, Span, Speaker, Speech, Statement,
)  # fmt: skip

__all__ = [
    "FACETS", "NO_ROLE", "RELATIONS", "Article", "Attribution", "Certainty", "Change", "Claim", "Comparison",
    "Direction", "Evidence", "Facet", "Fact", "Finding", "Furniture", "Granularity", "Group",
    "Interval", "Label", "Link", "Mention", "Modifier", "Name", "NonSort", "Nonquantity", "Note",
    "Origin", "Pair", "Passage", "Place", "Placement", "Polarity", "Quantity", "Quotation", "Reason",
    "Relation", "Report", "Reuse", "Role", "Scope", "Segmented", "Severity", "Sort", "SourceError",
    "Span", "Speaker", "Speech", "Statement", "Step", "Story", "Term", "Traced", "Uncompared", "Unit",
    "Values", "Verdict", "Version", "When",
]  # fmt: skip
