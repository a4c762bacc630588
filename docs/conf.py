"""The documentation as a site: `make site` builds it, without a network, into `site/`.

Pages are the Markdown files beside this one. Two things are made of the code: the page of rules, from the rule
tables, and the reference, from docstrings.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

project = "crosscheck"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["cookbook/versions"]
myst_heading_anchors = 3
# a word in backquotes is code in our docstrings, as it is in Markdown
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
html_theme = "furo"
html_title = "crosscheck"
html_theme_options = {"light_css_variables": {"code-font-size": "78%"}, "dark_css_variables": {"code-font-size": "78%"}}
html_copy_source = False
html_show_copyright = False

RULES = Path(__file__).parent / "generated" / "rules.md"


def tables() -> Iterator[tuple[str, Any]]:
    """Each module of the lexicon that has a table of rules, with its first line and the table."""
    import crosscheck.lexicon

    for found in pkgutil.walk_packages(crosscheck.lexicon.__path__, "crosscheck.lexicon."):
        module = importlib.import_module(found.name)
        if hasattr(module, "RULES"):
            yield (module.__doc__ or found.name).strip().splitlines()[0], module.RULES


def cell(text: str) -> str:
    """Any text as a cell of a table."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def rules_page() -> str:
    """Every rule: its id, which reports carry, what it means, what it matches and what it must not."""
    parts = [
        "# Rules",
        "Made from the tables in `src/crosscheck/lexicon/en`. The steps of a finding name these ids; "
        "a test holds every rule to its examples.",
    ]
    for heading, rules in tables():
        parts += [f"## {heading.rstrip('.')}", "| rule | reads | such as | but not |\n| --- | --- | --- | --- |"]
        rows = [
            f"| `{rule.id}` | {cell(rule.meaning)} | {examples(rule.examples)} | {examples(rule.counterexamples)} |"
            for rule in rules
        ]
        parts[-1] += "\n" + "\n".join(rows)
    return "\n\n".join(parts) + "\n"


def examples(texts: tuple[str, ...]) -> str:
    return " · ".join(f"“{cell(text)}”" for text in texts[:3])


def write_rules(app: Any, config: Any) -> None:
    RULES.parent.mkdir(exist_ok=True)
    RULES.write_text(rules_page(), encoding="utf-8")


def setup(app: Any) -> None:
    app.connect("config-inited", write_rules)
