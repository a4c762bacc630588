"""crosscheck: what several reports of one event agree on, contradict each other in, and say alone.

    report = crosscheck.check(crosscheck.read("a.txt", "b.txt").articles)
    print(crosscheck.render(report))

The public names are those in `__all__`; each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from crosscheck.config import Config as Config
    from crosscheck.errors import CrosscheckError as CrosscheckError
    from crosscheck.gathering import gather as stories
    from crosscheck.model import Article as Article
    from crosscheck.model import Report as Report
    from crosscheck.normalising import normalise as normalise
    from crosscheck.pipeline import check as check
    from crosscheck.pipeline import replay as replay
    from crosscheck.reading import read as read
    from crosscheck.reporting import explain as explain
    from crosscheck.reporting import render as render

_HOMES = {
    "Article": "crosscheck.model",
    "Config": "crosscheck.config",
    "CrosscheckError": "crosscheck.errors",
    "Report": "crosscheck.model",
    "check": "crosscheck.pipeline",
    "explain": "crosscheck.reporting",
    "normalise": "crosscheck.normalising",
    "read": "crosscheck.reading",
    "render": "crosscheck.reporting",
    "replay": "crosscheck.pipeline",
    "stories": "crosscheck.gathering:gather",
}
__all__ = [
    "Article", "Config", "CrosscheckError", "Report", "check", "explain", "normalise", "read", "render",
    "replay", "stories",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that importing crosscheck costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    value = getattr(import_module(module), attribute or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
