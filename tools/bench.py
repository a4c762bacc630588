"""Processor time of importing crosscheck, of `--help`, and of a check of each fixture: the best of several runs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 5


def seconds(*arguments: str) -> float:
    """User and system time of one Python process, start-up included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    stories = [path.parent.relative_to(ROOT).as_posix() for path in sorted((ROOT / "fixtures").glob("*/expected.json"))]
    tasks = {
        "python alone": ("-c", ""),
        "import crosscheck": ("-c", "import crosscheck"),
        "crosscheck --help": ("-m", "crosscheck", "--help"),
        **{f"crosscheck {story}": ("-m", "crosscheck", story) for story in [*stories, *sys.argv[1:]]},
    }
    for name, arguments in tasks.items():
        print(f"{min(seconds(*arguments) for _ in range(RUNS)) * 1000:8.0f} ms  {name}", flush=True)


if __name__ == "__main__":
    main()
