"""python -m evaluation DATA: every figure there is, by the scorers that lie beside the data.

DATA is the folder of the evaluation sets; the scorers are in DATA/../score. Nothing of either is part of
the project.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from evaluation import reprints
from evaluation.candidates import figures as looked_at
from evaluation.mixed import figures as gathered
from evaluation.predict import Row, predict

TYPED = {
    "rt_number": "number", "rt_range": "range", "rt_percent": "percent", "rt_ordinal": "ordinal",
    "rt_currency": "currency", "rt_dimension": "dimension", "rt_age": "age", "rt_temperature": "temperature",
}  # fmt: skip
OPTIONS = {"dates": [[], ["--relations"]], "quotes": [[], ["--speech"]]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", help="one task")
    given = parser.parse_args()
    if not given.data.is_dir():
        print(f"{given.data}: no such folder; give that of the evaluation sets", file=sys.stderr)
        return 2
    scorers = given.data.resolve().parent / "score"
    with tempfile.TemporaryDirectory() as folder:
        for task in ("quantities", "dates", "sentences", "quotes", "pairs", "alignment"):
            if given.only in (None, task):
                rows_of_task(given.data, scorers, task, Path(folder))
        if given.only in (None, "quotes", "furniture"):
            furniture(given.data / "quotes" / "polnear_dev.jsonl")
        if given.only in (None, "stories"):
            stories(given.data / "stories", scorers, Path(folder) / "stories")
        if given.only in (None, "wild"):
            wild(given.data, scorers, Path(folder))
    for name, printed in (("candidates", candidates), ("mixed", mixed), ("reprints", made_reprints)):
        if given.only in (None, name):
            printed(given.data)
    return 0


def rows_of_task(data: Path, scorers: Path, task: str, folder: Path) -> None:
    """Score every file of a task."""
    for file in sorted((data / task).glob("*.jsonl")):
        rows = rows_of(file)
        answers = folder / file.name
        lines = (json.dumps(row, ensure_ascii=False) for row in predict(task, rows, TYPED.get(file.stem)))
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for options in OPTIONS.get(task, [[]]):
            run(f"{task}/{file.stem} {' '.join(options)}", scorers / f"{task}.py", file, answers, *options)


def furniture(file: Path) -> None:
    """Count the lines of texts that are said to hold no furniture, and those that are labelled so, by kind."""
    from evaluation.furniture import lines_labelled

    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    labelled, lines = lines_labelled([row["text"] for row in rows])
    print(f"\n== furniture in {file.stem}\n{'lines':<24} {lines}")
    for kind, count in [("labelled", labelled.total()), *labelled.most_common()]:
        print(f"{kind:<24} {count} ({count / lines:.2%})")


def stories(gold: Path, scorers: Path, reports: Path) -> None:
    """Score whole reports on stories with gold."""
    from evaluation.stories import predict as predict_stories

    predict_stories(gold, reports)
    run(f"stories in {gold.name}", scorers / "stories.py", gold, reports)


def wild(data: Path, scorers: Path, folder: Path) -> None:
    """Join the readings of real stories with their texts, and score whole reports on them."""
    target = folder / "wild"
    texts = data / "alignment" / "ecbplus_dev.jsonl"
    run("wild", scorers / "wild.py", data / "wild" / "ecb_dev.jsonl", texts, "-o", target)
    stories(target, scorers, folder / "wild-reports")


def candidates(data: Path) -> None:
    """How many gold pairs the aligner looks at."""
    title("candidates")
    for name in ("ecbplus_dev", "msrp_dev"):
        print(f"  {looked_at(name, rows_of(data / 'alignment' / f'{name}.jsonl'))}", flush=True)


def mixed(data: Path) -> None:
    """Stories whose articles are mixed together, gathered again."""
    title("stories gathered from ecbplus_dev")
    print(f"  {gathered(rows_of(data / 'alignment' / 'ecbplus_dev.jsonl'))}", flush=True)


def made_reprints(_: Path) -> None:
    """Reprints of the project's own making."""
    title("reprints")
    reprints.main()


def rows_of(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def title(text: str) -> None:
    print(f"\n== {text.strip()}", flush=True)


def run(name: str, *command: object) -> None:
    title(name)
    subprocess.run([sys.executable, *map(str, command)], check=False)


if __name__ == "__main__":
    raise SystemExit(main())
