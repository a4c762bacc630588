"""What goes to which stream: results to standard output, all else in single lines to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from crosscheck.reporting.layout import Line

NARROWEST, WIDEST, UNKNOWN = 40, 200, 80


def emit(text: str) -> None:
    """Write a result to standard output, as UTF-8 whatever the locale; a reader who leaves is no error."""
    try:
        sys.stdout.flush()
        _written(sys.stdout, text)
        sys.stdout.flush()
    except BrokenPipeError:
        # else the interpreter complains once more when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shows_links(choice: str = "auto") -> bool:
    """Whether what `show` writes can be clicked on: on a terminal that takes colours."""
    return sys.stdout.isatty() and wants_color(choice)


def show(lines: Iterable[Line], choice: str = "auto") -> None:
    """Write a report's lines to standard output: by rich on a terminal, with our own few colours, or without any."""
    if shows_links(choice):
        from crosscheck.reporting.terminal import painted

        emit(painted(lines))
    else:
        from crosscheck.reporting.layout import written

        emit(written(lines, wants_color(choice)))


def _written(stream: TextIO, text: str) -> None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        buffer.write(text.encode("utf-8", "replace"))


def say(message: str) -> None:
    """One line to standard error. Nothing that a file or its name holds can act on the terminal."""
    from crosscheck.reporting.safe import line

    shown = f"crosscheck: {line(message)}\n"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(shown.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()


def confess() -> None:
    """Say where the exception being handled came from, and that it is no mistake of the user's."""
    import traceback

    from crosscheck.reporting.safe import line

    for raw in traceback.format_exc().splitlines():
        indent = raw[: len(raw) - len(raw.lstrip(" "))]
        sys.stderr.write(f"{indent}{line(raw.lstrip(' '))}\n".encode("ascii", "backslashreplace").decode("ascii"))
    say("this is a bug in crosscheck, not a mistake of yours; please report it with the lines above")


@contextmanager
def progress(message: str, wanted: bool) -> Iterator[None]:
    """`message` and the time it takes on standard error while something long runs, if that is a terminal."""
    if not (wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"):
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    # a few times a second is enough for an eye, and leaves the processor to the work
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4) as shown:
        shown.add_task(message, total=None)
        yield


def wants_color(choice: str) -> bool:
    """Whether to colour: as told, else on a terminal, but for NO_COLOR (no-color.org) and dumb ones."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal, or of COLUMNS, within what a report can use; 80 where unknown."""
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():
        return UNKNOWN
    from shutil import get_terminal_size  # brings three compressors with it

    columns = get_terminal_size((UNKNOWN, 24)).columns
    return max(NARROWEST, min(WIDEST, columns))
