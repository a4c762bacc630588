"""How fast crosscheck reads figures, dates and sentences, and how fast the packages do that people install for it.

All in one process and one run, in turn, several rounds: a figure is the median of its rounds, in processor time. The
texts are of the project's own, with other numbers in each round. A package that is not installed is named and left
out; `make bench` installs them into an environment of their own.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from statistics import median

from bench_texts import HOSTILE, hostile, paragraphs, sentences

from crosscheck import normalise
from crosscheck.normalising.dates import DateContext, read_dates
from crosscheck.normalising.quantities import read_quantities
from crosscheck.segmenting.sentences import split_sentences

ROUNDS = 5
PUBLISHED = date(2024, 11, 18)
Reader = Callable[[str], object]


def quantities(text: str) -> object:
    return read_quantities(text, 0, len(text))


def dates(text: str) -> object:
    return read_dates(text, 0, len(text), DateContext.of(text, PUBLISHED))


def facts(text: str) -> object:
    return normalise(text, PUBLISHED)


def quantulum3() -> Reader:
    parser = import_module("quantulum3.parser")
    return lambda text: parser.parse(text)


def text2num() -> Reader:
    convert = import_module("text_to_num").alpha2digit
    return lambda text: convert(text, "en")


def dateparser() -> Reader:
    search = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.combine(PUBLISHED, datetime.min.time())}
    return lambda text: search(text, languages=["en"], settings=settings)


def pysbd() -> Reader:
    segment = import_module("pysbd").Segmenter(language="en", clean=False).segment
    return lambda text: segment(text)


# what is read, our readers of it, theirs, and the texts; all of one row see the same
ROWS: tuple[tuple[str, dict[str, Reader], tuple[Callable[[], Reader], ...], Callable[[int], list[str]]], ...] = (
    ("figures", {"read_quantities": quantities, "normalise": facts}, (quantulum3, text2num), sentences),
    ("dates", {"read_dates": dates}, (dateparser,), sentences),
    ("sentences", {"split_sentences": split_sentences}, (pysbd,), paragraphs),
)


def main() -> None:
    warnings.filterwarnings("ignore")
    for name, ours, makers, texts in ROWS:
        print(f"{name}: sentences a second, median of {ROUNDS} rounds")
        theirs = {maker.__name__: reader for maker in makers if (reader := made(maker))}
        compared(ours, theirs, texts)
    print("seconds for 100,000 characters (and for half of them)")
    for name, piece in HOSTILE.items():
        print(f"  {name:18}", "   ".join(worst(label, reader, piece) for label, reader in READERS.items()), flush=True)


READERS: dict[str, Reader] = {"quantities": quantities, "dates": dates, "sentences": split_sentences}


def made(maker: Callable[[], Reader]) -> Reader | None:
    """A package's reader, or None, and a line that says so, where the package is not installed."""
    try:
        return maker()
    except ImportError as error:
        print(f"  {maker.__name__} left out: {error}")
        return None


def compared(ours: dict[str, Reader], theirs: dict[str, Reader], texts: Callable[[int], list[str]]) -> None:
    """Print how many sentences a second each reads, and how many times as many as each peer ours are."""
    readers = ours | theirs
    times: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(ROUNDS + 1):
        for name, reader in readers.items():
            taken = seconds(reader, texts(turn))
            if turn:  # the first round compiles patterns and reads word lists
                times[name].append(taken)
    for name in readers:
        rate = len(sentences(0)) / median(times[name])
        ratios = [
            f"{median(other / own for own, other in zip(times[name], times[peer], strict=True)):.2g} × {peer}"
            for peer in theirs
            if name in ours
        ]
        print(f"  {name:18}{rate:9,.0f}   {'   '.join(ratios)}".rstrip(), flush=True)


def seconds(reader: Reader, texts: list[str]) -> float:
    """Processor time for all the texts."""
    begun = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - begun


def worst(label: str, reader: Reader, piece: str) -> str:
    """Seconds for a hundred thousand characters of one thing, and for half of them."""
    whole, half = (seconds(reader, [hostile(piece, length)]) for length in (100_000, 50_000))
    return f"{label} {whole:.2f} ({half:.2f})"


if __name__ == "__main__":
    main()
