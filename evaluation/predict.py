"""python -m evaluation.predict TASK < rows.jsonl > predictions.jsonl
python -m evaluation.predict stories DIR -o DIR

Predictions in the forms that the scorers define, one JSON line a row. A typed set of quantities is given
its kind: python -m evaluation.predict quantities --kind percent < rows.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

Row = dict[str, Any]
TASKS = ("quantities", "dates", "sentences", "quotes", "pairs", "alignment")


def predictor(task: str, kind: str | None = None) -> Callable[[Row], Row]:
    """The function that answers one row of a task; `SystemExit` with a clear line for a task that is not there."""
    if task not in TASKS:
        raise SystemExit(f"there is no task {task!r} yet; there are {', '.join(TASKS)} and stories")
    predict: Callable[..., Row] = import_module(f"evaluation.{task}").predict
    return (lambda row: predict(row, kind)) if kind else predict


def predict(task: str, rows: Iterable[Row], kind: str | None = None) -> list[Row]:
    """The answers to the rows of a task."""
    answer = predictor(task, kind)
    return [answer(row) for row in rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task")
    parser.add_argument("folder", nargs="?", type=Path, help="for stories: where NAME.json files are")
    parser.add_argument("-o", "--output", type=Path, help="for stories: where the reports go")
    parser.add_argument("--kind", help="for typed quantities: number, range, percent, ordinal, currency, ...")
    given = parser.parse_args()
    if given.task == "stories":
        if given.folder is None or given.output is None:
            parser.error("stories needs DIR and -o DIR")
        from evaluation.stories import predict as predict_stories

        print(f"{predict_stories(given.folder, given.output)} reports in {given.output}", file=sys.stderr)
        return 0
    answer = predictor(given.task, given.kind)
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
