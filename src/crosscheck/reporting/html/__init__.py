"""The report as one HTML file that needs nothing else: no network, no framework, and it reads without its script.

Untrusted text is answered three times over. Jinja2 escapes every expression (all attributes are quoted); every
expression passes through `safe.line` first, so that control and bidirectional characters are seen and do nothing;
and the page's own content security policy lets run the one script and the one style sheet whose hashes it names,
and nothing be fetched, so that markup that got through all the same could do nothing. No text of a source is in
the script: it reads the page alone.

Nothing outside this package imports jinja2, and this package is imported when HTML is asked for.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.model import Report
from crosscheck.reporting import safe
from crosscheck.reporting.html.page import page
from crosscheck.reporting.options import Options

__all__ = ["render_html"]

# a line's end between tags, which a browser would keep as a piece of text of its own, some twenty thousand of them
_BETWEEN_TAGS = re.compile(r"(?<=[>}])\n\s*+(?=[<{])")


def render_html(report: Report, options: Options) -> str:
    """The whole report as an HTML document, ending in a line feed; equal reports give equal bytes.

    Of the options those count that filter, `brief` (discrepancies alone), `explain` (the steps in words) and `top`
    (how many single-source findings are open to see from the start).
    """
    template = _environment().get_template("report.html")
    return template.render(page=page(report, options), style=_own("style.css"), script=_own("script.js")) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=_Loader("crosscheck.reporting.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["hash"] = _hash
    return environment


class _Loader(PackageLoader):
    """The templates without the white space that only makes them legible."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:
        source, name, uptodate = super().get_source(environment, template)
        return _BETWEEN_TAGS.sub("", source), name, uptodate


def _shown(value: Any) -> Any:
    """What an expression puts on the page: text made safe to show, still to be escaped; our own files as they are."""
    return value if isinstance(value, Markup) else safe.line(str(value))


@cache
def _own(name: str) -> Markup:
    """The style sheet or the script: the only markup on the page that is not in the template."""
    return Markup((files(__name__) / "templates" / name).read_text(encoding="utf-8").strip())


def _hash(source: Markup) -> str:
    """A source expression of a content security policy for exactly this script or style sheet."""
    return f"'sha256-{b64encode(sha256(str(source).encode()).digest()).decode()}'"
