"""Fill the documents' examples with what the commands in them really print.

In `README.md` and `docs/*.md`, a line `<!-- run: crosscheck ARGUMENTS -->` before a fenced block names
the command whose output the block holds. `--check` changes nothing and fails where one differs.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- run: crosscheck (?P<arguments>.*) -->\n```\w*\n)(?P<output>(?:(?!```).*\n)*)(?=```\n)")
WIDTH = "96"


def output(arguments: str) -> str:
    """What the command prints on standard output, at a fixed width and without colour."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": WIDTH, "NO_COLOR": "1"}
    command = [sys.executable, "-m", "crosscheck", *shlex.split(arguments)]
    ran = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=False)
    if ran.returncode not in (0, 1):
        sys.exit(f"crosscheck {arguments} failed with status {ran.returncode}")
    return "".join(line.rstrip() + "\n" for line in ran.stdout.decode("utf-8").splitlines())


def filled(document: str) -> str:
    """The document with every block made anew."""
    return BLOCK.sub(lambda found: found[1] + output(found["arguments"]), document)


def main() -> None:
    stale = []
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        before = path.read_text(encoding="utf-8")
        after = filled(before)
        if before != after:
            stale.append(path.relative_to(ROOT).as_posix())
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"{', '.join(stale)}: not what the commands print now; run make readme and look at the change")


if __name__ == "__main__":
    main()
