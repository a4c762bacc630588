"""A report's lines for a terminal, by rich: as many colours as it has, and places that can be clicked on (OSC 8).

The lines are laid out by `layout`, for every medium in the same way; rich is told not to wrap, cut or
highlight anything. It is imported here and for the progress of long work alone, and only where there is a
terminal: a pipe or a file never pays for it (`docs/dependencies.md` has the figures).
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.style import Style
from rich.text import Text

from crosscheck.reporting.layout import Line, runs

# the same as `layout.STYLES`, in rich's words
_STYLES = {
    "conflict": "bold red",
    "update": "bold yellow",
    "agreement": "bold green",
    "single-source": "bold cyan",
    "heading": "bold",
    "mark": "bold underline",
    "id": "dim",
    "place": "dim",
    "": "",
}


def painted(lines: Iterable[Line], console: Console | None = None) -> str:
    """What to write to the terminal that standard output is (or that `console` stands for), line feeds included."""
    console = console or Console(force_terminal=True)
    text = Text(no_wrap=True, overflow="ignore", end="")
    for line in lines:
        for word in runs(line):
            text.append(word.text, _style(word.style, word.link))
        text.append("\n")
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return captured.get()


def _style(name: str, link: str) -> Style:
    style = Style.parse(_STYLES[name])
    return style.update_link(link) if link else style
