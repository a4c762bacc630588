"""What options can be, in one place: the help, the completion and the settings' file name the same."""

from __future__ import annotations

from typing import Final

FORMATS: Final = ("text", "html", "markdown", "csv", "json", "jsonl")
SUFFIXES: Final = {
    ".txt": "text", ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv", ".json": "json",
    ".jsonl": "jsonl",
}  # fmt: skip
"""The format that a report is written in by the name of its file, where none is asked for."""
FAIL_ON: Final = ("conflict", "update", "discrepancy", "single-source")
COMMANDS: Final = ("check", "completion", "diff", "explain", "facts", "schema")
COLORS: Final = ("auto", "always", "never")
FACETS: Final = (
    "quantity", "date", "place", "name", "polarity", "direction", "attribution", "quote", "certainty", "wording",
)  # fmt: skip
"""The model's facets, named here since `--help` imports nothing of the model; a test holds the two together."""
