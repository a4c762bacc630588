"""One JSON report for each story of a folder."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

from crosscheck import Article, check
from crosscheck.reporting import to_json
from crosscheck.values.days import bare_date


def published(given: str | None) -> date | None:
    """A day or time as the sets write it: ISO 8601, "2005-nov-28", or none where it is not to be read."""
    if not given:
        return None
    try:
        return datetime.fromisoformat(given) if len(given) > 10 else date.fromisoformat(given)
    except ValueError:
        return bare_date(" ".join(reversed(given.replace("-", " ").split())))


def predict(folder: Path, target: Path) -> int:
    """Read the documents of each FOLDER/NAME.json, nothing else of it; write TARGET/NAME.json. Returns how many."""
    target.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.glob("*.json"))
    for file in files:
        documents = json.loads(file.read_text(encoding="utf-8"))["documents"]
        articles = [
            Article(id=each["id"], outlet=each["outlet"], published=published(each.get("published")), text=each["text"])
            for each in documents
        ]
        (target / file.name).write_text(to_json(check(articles)), encoding="utf-8")
    return len(files)
