"""Finding the statements that belong together among ten thousand: ours, and the packages that people take for it.

All in one process and one run, over the statements of `evaluation.heap`, whose planted pairs are to be found. Each
makes a list of pairs: ours by its postings index, and with the alignment of each; rapidfuzz by `process.cdist` of
all pairs; datasketch by MinHash LSH; sparse_dot_topn by the closest TF-IDF vectors. Figures are processor time
and the recall of the planted pairs, for each peer at the bounds that suit it. "Candidates and a ratio" is what
rapidfuzz alone takes for our candidates. A package that is not installed is named and left out.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module

from rapidfuzz import fuzz

from crosscheck.aligning.candidates import shared_weights
from crosscheck.aligning.scores import Scores
from crosscheck.aligning.views import View, views
from crosscheck.model import Article, Claim
from crosscheck.normalising import claims
from crosscheck.segmenting import segment
from evaluation.heap import Heap, heap

Pairs = Iterable[tuple[int, int]]
SIZE = 10_000
FLOOR = 0.53
BATCH = 500  # rows of cdist at a time: all at once would take 400 MB
TOP = 40  # candidates a statement, for all that have such a limit


def planted(made: Heap, found: list[Claim], articles: dict[str, Article]) -> set[tuple[int, int]]:
    """The planted pairs by position."""
    at = {
        (claim.statement.article_id, claim.statement.sentence.of(articles[claim.statement.article_id].text)): i
        for i, claim in enumerate(found)
    }
    pairs = {(at[each.left], at[each.right]) for each in made.planted if each.left in at and each.right in at}
    return {(min(pair), max(pair)) for pair in pairs}


def index(seen: list[View], _: list[str]) -> Pairs:
    return shared_weights(seen, TOP)


def aligned(seen: list[View], _: list[str]) -> Pairs:
    return Scores(seen, shared_weights(seen, TOP), FLOOR)


def rapidfuzz_alone(seen: list[View], texts: list[str]) -> Pairs:
    """The ratio of each candidate, and nothing else: what aligning could not be quicker than, but for its bounds."""
    for a, b in shared_weights(seen, TOP):
        fuzz.token_set_ratio(texts[a], texts[b])
        yield a, b


def cdist(bound: float) -> Callable[[list[View], list[str]], Pairs]:
    process, np = import_module("rapidfuzz.process"), import_module("numpy")

    def pairs(_: list[View], texts: list[str]) -> Pairs:
        for start in range(0, len(texts), BATCH):
            scores = process.cdist(texts[start : start + BATCH], texts, scorer=fuzz.token_sort_ratio, dtype=np.uint8)
            rows, columns = np.nonzero(scores >= bound)
            above = start + rows < columns
            yield from zip((start + rows[above]).tolist(), columns[above].tolist(), strict=True)

    return pairs


def minhash(bound: float) -> Callable[[list[View], list[str]], Pairs]:
    datasketch = import_module("datasketch")

    def pairs(_: list[View], texts: list[str]) -> Pairs:
        lsh, made = datasketch.MinHashLSH(threshold=bound, num_perm=128), []
        for i, text in enumerate(texts):
            sketch = datasketch.MinHash(num_perm=128)
            sketch.update_batch([word.encode() for word in set(text.split())])
            lsh.insert(i, sketch)
            made.append(sketch)
        for i, sketch in enumerate(made):
            yield from ((i, j) for j in lsh.query(sketch) if i < j)

    return pairs


def sparse(top: float) -> Callable[[list[View], list[str]], Pairs]:
    sp_matmul_topn = import_module("sparse_dot_topn").sp_matmul_topn
    vectoriser = import_module("sklearn.feature_extraction.text").TfidfVectorizer

    def pairs(_: list[View], texts: list[str]) -> Pairs:
        matrix = vectoriser(token_pattern=r"\S+").fit_transform(texts)
        near = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=int(top), sort=False).tocoo()
        yield from ((int(i), int(j)) for i, j in zip(near.row, near.col, strict=True) if i < j)

    return pairs


PEERS = (("sparse_dot_topn", sparse, (TOP,)), ("datasketch LSH", minhash, (0.3, 0.5)),
         ("rapidfuzz cdist", cdist, (60,)))  # fmt: skip


def row(
    name: str, pairs: Callable[[list[View], list[str]], Pairs], seen: list[View], gold: set[tuple[int, int]]
) -> None:
    texts = [" ".join(view.text) for view in seen]
    begun = time.process_time()
    found = set(pairs(seen, texts))
    taken = time.process_time() - begun
    print(
        f"  {name:28}{taken:8.2f} s   {len(found):10,} pairs   recall {len(gold & found) / len(gold):.4f}", flush=True
    )


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    made = heap(size)
    articles = {article.id: article for article in made.articles}
    found = [claim for article in made.articles for claim in claims(segment(article))]
    begun = time.process_time()
    seen = views(found, articles)
    gold = planted(made, found, articles)
    print(f"{len(found):,} statements, {len(gold):,} planted pairs; views {time.process_time() - begun:.2f} s")
    row("candidates (index)", index, seen, gold)
    row("candidates and alignment", aligned, seen, gold)
    row("candidates and a ratio", rapidfuzz_alone, seen, gold)
    for name, maker, bounds in PEERS:
        try:
            for bound in bounds:
                row(f"{name}, {bound}", maker(bound), seen, gold)
        except ImportError as error:
            print(f"  {name} left out: {error}")


if __name__ == "__main__":
    main()
