"""Lines that say whose copy an article also is."""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

CREDIT = Rule(
    "origin.credit-line",
    r"""\b(?:(?:additional|further|with)\s)?(?:reporting\s(?:by|from)|(?:files|material|copy|reports?)\sfrom|source:)
        \s(?:the\s)?(?P<name>[^\n.;()]{2,60})""",
    "the agency or outlet that a line of credit names",
    ("Additional reporting by Northwire", "With files from the Coast Gazette", "Source: NFP"),
    ("The source of the river was found.", "He reported from the port."),
    ("reporting", "files", "material", "copy", "report", "source:"),
)
RULES = (CREDIT,)
