"""`python -m crosscheck` is the command."""

import sys

from crosscheck.cli import run

if __name__ == "__main__":
    sys.exit(run())
