"""python tools/bench_stages.py heap [STATEMENTS] | story PATH... | pairs FILE: what each stage costs.

Processor time by stage, beside that of a fixed loop, since the speed of a shared core wanders: `heap` of made-up
articles (milliseconds a statement), `story` of texts on disk (milliseconds, the best of several rounds, everything
imported, compiled and read before), `pairs` of sentences, of which each is an article by itself (`a` and `b` of JSON
lines; pairs a second, of the whole way and of comparing alone).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from crosscheck import check, read
from crosscheck.aligning import align
from crosscheck.comparing import compare
from crosscheck.gathering import gather
from crosscheck.lexicon.en import words
from crosscheck.model import Article, Story
from crosscheck.normalising import claims
from crosscheck.segmenting import segment, unified
from crosscheck.tracing import trace
from evaluation.heap import heap

STAGES = ("cutting", "reading facts", "tracing", "aligning", "comparing")
ROUNDS = 9
T = TypeVar("T")


def loop() -> float:
    """Processor time of a fixed loop of plain Python."""
    begun, counts = time.process_time(), dict[int, int]()
    for i in range(200_000):
        counts[i & 1023] = counts.get(i & 255, 0) + i % 7
    return time.process_time() - begun


class Clock:
    """Processor time by stage, in seconds, and the times of the loop in between."""

    def __init__(self) -> None:
        self.taken = dict.fromkeys(STAGES, 0.0)
        self.loops = [loop()]

    def of(self, stage: str, work: Callable[[], T]) -> T:
        begun = time.process_time()
        made = work()
        self.taken[stage] = self.taken.get(stage, 0.0) + time.process_time() - begun
        return made

    def story(self, story: Story, articles: Sequence[Article]) -> int:
        """A story through all the stages; how many statements it has."""
        by_id = {article.id: article for article in articles}
        cut = self.of("cutting", lambda: unified([segment(article, clauses=True) for article in articles]))
        found = self.of("reading facts", lambda: [claim for each in cut for claim in claims(each)])
        traced = self.of("tracing", lambda: trace(articles, found))
        groups = self.of("aligning", lambda: align(story, found, by_id))
        self.of("comparing", lambda: compare(groups, articles, found, traced))
        return len(found)

    def told(self, count: int, of: str) -> str:
        total = sum(self.taken.values())
        shares = "  ".join(f"{stage} {taken / total:.0%}" for stage, taken in self.taken.items())
        loops = f"loop {1000 * sum(self.loops) / len(self.loops):.0f} ms ({1000 * min(self.loops):.0f} at best)"
        return f"{1000 * total / count:.2f} ms {of}; {loops}; {shares}"


def of_heap(size: int) -> None:
    clock, count = Clock(), 0
    made = heap(size)
    articles = {article.id: article for article in made.articles}
    check(heap(300, seed=1).articles)
    for story in clock.of("gathering", lambda: gather(tuple(articles.values()))):
        count += clock.story(story, [articles[each] for each in story.articles])
        clock.loops.append(loop())
    print(f"{count:,} statements: {clock.told(count, 'each')}")


def of_story(paths: Sequence[str]) -> None:
    articles = read(*map(Path, paths)).articles
    check(articles)
    checked, cut, loops = [], [], []
    for _ in range(ROUNDS):
        words._tokens.cache_clear()  # so that no round knows the text of the one before
        begun = time.process_time()
        for article in read(*map(Path, paths)).articles:
            segment(article)
        cut.append(time.process_time() - begun)
        words._tokens.cache_clear()
        begun = time.process_time()
        check(articles)
        checked.append(time.process_time() - begun)
        loops.append(loop())
    rows = {f"{len(articles)} articles checked": checked, "read and cut": cut, "the loop": loops}
    for name, times in rows.items():
        print(f"{name}: {1000 * min(times):.0f} ms at best, {1000 * sorted(times)[ROUNDS // 2]:.0f} ms in the middle")


def of_pairs(file: Path, most: int = 400) -> None:
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, most)]
    _through(rows)  # the first round compiles patterns and reads word lists
    clock = _through(rows)
    print(f"{file.stem}: {clock.told(len(rows), 'a pair')}")
    alone, whole = clock.taken["comparing"], sum(clock.taken.values())
    print(f"  {len(rows) / whole:,.0f} pairs a second; {len(rows) / alone:,.0f} of comparing alone")


def _through(rows: Sequence[dict[str, str]]) -> Clock:
    clock = Clock()
    for number, row in enumerate(rows):
        clock.story(Story("s1", ("a", "b")), list(_articles(row)))
        if number % 50 == 0:
            clock.loops.append(loop())
    return clock


def _articles(row: dict[str, str]) -> Iterator[Article]:
    yield from (Article(id=name, outlet=name, text=row[name]) for name in ("a", "b"))


def main() -> None:
    what, *given = sys.argv[1:] or ["heap"]
    if what == "heap":
        of_heap(int(given[0]) if given else 3_000)
    elif what == "story":
        of_story(given)
    else:
        for each in given:
            of_pairs(Path(each))


if __name__ == "__main__":
    main()
