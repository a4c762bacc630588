"""The command: options, streams and exit statuses around `read`, `check` and `render`.

Exit statuses: 0 it ran and nothing that `--fail-on` names was found; 1 something was; 2 wrong use, or
no readable input; 3 with `--strict`, a source could not be read (this comes before 1); 70 a bug of
crosscheck's own, which must not look like a finding; 130 interrupted.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence

import click

from crosscheck.cli import streams
from crosscheck.cli.commands import crosscheck as command
from crosscheck.cli.statuses import BUG, INTERRUPTED, RAN, WRONG_USE
from crosscheck.errors import CrosscheckError

__all__ = ["main", "run"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process, if none); its exit status."""
    try:
        status = command.main(arguments, prog_name="crosscheck", standalone_mode=False)
        return status if isinstance(status, int) else RAN
    except click.ClickException as error:
        streams.say(_message(error))
        return WRONG_USE
    except CrosscheckError as error:
        streams.say(str(error))
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except SystemExit:
        # click leaves so when nobody reads its help any more
        return RAN
    except Exception:
        streams.confess()
        return BUG


def run() -> int:
    """`main` as a process of its own.

    Looking for cycles in what lives until the end anyway, and once more at the end, takes a seventh of its time.
    """
    gc.disable()
    status = main()
    gc.freeze()
    return status


def _message(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message += f" See '{error.ctx.command_path} --help'."
    return message
