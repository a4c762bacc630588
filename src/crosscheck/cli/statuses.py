"""Exit statuses, as `docs/` and `--help` promise them."""

from __future__ import annotations

from typing import Final

RAN: Final = 0
FAILED_ON: Final = 1
WRONG_USE: Final = 2
UNREAD: Final = 3
# EX_SOFTWARE of sysexits.h: Python's own status for it is 1, which means something else here
BUG: Final = 70
INTERRUPTED: Final = 130
