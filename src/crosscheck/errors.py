"""What crosscheck raises on purpose. Every message says what to do."""

from __future__ import annotations


class CrosscheckError(Exception):
    """Base of everything that crosscheck raises on purpose."""


class InputError(CrosscheckError):
    """A source that cannot be used: it is missing, not a text, empty, or in a broken manifest.

    `code` is stable and machine-readable (``"not-found"``, ``"not-text"``, ``"empty"``,
    ``"broken-manifest"``, ``"no-lexicon"``, ...); the message is for people.
    """

    def __init__(self, code: str, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.path = path


class ConfigError(CrosscheckError):
    """A setting that does not exist or has a value out of range."""


class ReportError(CrosscheckError):
    """A JSON document that is no report of this version."""


class ReplayError(CrosscheckError):
    """A finding whose steps do not lead to it from the given texts."""
