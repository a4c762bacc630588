"""What options can be, in one place: the help, the completion and the settings' file name the same."""

from __future__ import annotations

from typing import Final

FORMATS: Final = ("text", "html", "markdown", "csv", "json", "jsonl")
FAIL_ON: Final = ("conflict", "update", "discrepancy", "single-source")
COLORS: Final = ("auto", "always", "never")
FACETS: Final = (
    "quantity", "date", "place", "name", "polarity", "direction", "attribution", "quote", "certainty", "wording",
)  # fmt: skip
"""The model's facets, named here since `--help` imports nothing of the model; a test holds the two together."""
