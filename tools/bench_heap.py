"""python tools/bench_heap.py [STATEMENTS ...]: a heap of made-up articles, checked end to end.

Prints processor time, peak memory, how much of what was planted came into one finding, and how time
divides over the stages. Each size runs in a process of its own, since memory is a process's peak.
`--one-story` makes five long articles of one story of all, so that every statement can meet every other.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict

from crosscheck import check
from crosscheck.model import Report
from evaluation.heap import Heap, heap


def recall(made: Heap, report: Report) -> dict[str, float]:
    """The share of planted pairs, by kind, of which both statements stand in findings of one group."""
    texts = {article.id: article.text for article in made.articles}
    groups: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
    for finding in report:
        for statement in finding.statements:
            sentence = statement.article_id, statement.sentence.of(texts[statement.article_id])
            groups[sentence].add((finding.story, finding.group))
    found, all_of = Counter[str](), Counter[str]()
    for each in made.planted:
        all_of[each.kind] += 1
        found[each.kind] += bool(groups[each.left] & groups[each.right])
    return {kind: found[kind] / all_of[kind] for kind in sorted(all_of)} | {"all": found.total() / all_of.total()}


def one(size: int, one_story: bool) -> None:
    made = heap(size, one_story=one_story)
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    report = check(made.articles)
    taken = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shares = "  ".join(f"{kind} {share:.4f}" for kind, share in recall(made, report).items())
    print(f"{size:8,}  {taken:7.1f} s  {memory:5.0f} MB (before: {idle:.0f})  {len(report.stories)} stories  "
          f"{len(report.findings)} findings  recall: {shares}", flush=True)  # fmt: skip


def main() -> None:
    options = [argument for argument in sys.argv[1:] if argument.startswith("--")]
    sizes = [int(argument) for argument in sys.argv[1:] if not argument.startswith("--")] or [1_000, 10_000, 100_000]
    if "--here" in options:
        one(sizes[0], "--one-story" in options)
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--here", *options, str(size)], check=True)


if __name__ == "__main__":
    main()
