"""python -m evaluation.reprints: articles that took copy from another, made by a generator, and who finds them.

A reprint takes a quarter of its sentences from a source, with a share of their words changed, some of them left
out, in another order; the rest is its own, on the same topic. The others beside a source, which took nothing,
are an article that says the same in another order and in other words (paraphrases), and one on the same topic
with the same names (distractors). Everything is put together from the word lists of `evaluation.heap`.

Prints the share of reprints found where one in a hundred of the others is taken for one: by the sentences
that keep their words in order (ours), by 5-gram containment, and by greedy string tiling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from crosscheck.lexicon.en.words import surfaces
from crosscheck.tracing.overlap import kept, runs, size
from evaluation.heap import DEEDS, DISTRACTORS, FACTS, LISTS, MADE, NOUNS, OWNS, PEOPLE, WORDS, draw_slots, listed

Sentence = tuple[str, ...]
Text = list[Sentence]
SENTENCES = 20  # of an article
TOLD = 14  # of them, in a source, that can be told in two ways
COPIED = 5  # of them, in a reprint
REWORDED = 0.4  # share of the words that a paraphrase has others for, beside their order
DROPPED = 0.1  # share of the words changed that are left out
TILE = 4  # least words of a tile in greedy string tiling
LEAST = 0.6  # words that a sentence keeps where a third of it may have been edited


class Made(NamedTuple):
    """A source, a text to hold against it, and whether that took copy from the source."""

    source: Text
    other: Text
    reprint: bool


def made(cases: int, edited: float, seed: int = 7) -> list[Made]:
    """Cases in turn: a reprint with a share of its copied words `edited`, paraphrases, distractors.

    >>> [case.reprint for case in made(2, 0.15)]
    [True, False, False, True, False, False]
    """
    found = []
    for number in range(cases):
        draw = Random(seed * 7919 + number)
        lists = {name: draw.sample(listed(words), WORDS) for name, words in LISTS.items()}
        names = draw_slots(draw, lists)
        pairs = draw.sample((*FACTS, *MADE), TOLD)
        told = [{**draw_slots(draw, lists), **_names(names)} for _ in pairs]
        source = [_words(pair[0].format(**slots)) for pair, slots in zip(pairs, told, strict=True)]
        other_order = [_words(pair[1].format(**slots)) for pair, slots in zip(pairs, told, strict=True)]
        reworded = [_edited(sentence, REWORDED, draw) for sentence in other_order]
        source += [_own(draw, lists, names) for _ in range(SENTENCES - TOLD)]
        copied = [_edited(sentence, edited, draw) for sentence in draw.sample(source, COPIED)]
        own = [_own(draw, lists, names) for _ in range(3 * SENTENCES)]
        reprint = copied + own[: SENTENCES - COPIED]
        paraphrase = draw.sample(reworded, COPIED) + own[SENTENCES : 2 * SENTENCES - COPIED]
        for other, is_reprint in ((reprint, True), (paraphrase, False), (own[2 * SENTENCES :], False)):
            draw.shuffle(other)
            found.append(Made(source, other, is_reprint))
    return found


def _names(slots: dict[str, str]) -> dict[str, str]:
    return {name: slots[name] for name in ("place", "town", "firm", "thing", "body")}


def _own(draw: Random, lists: dict[str, list[str]], names: dict[str, str]) -> Sentence:
    """A sentence on the same topic, half of them with the same names; a source has some of these too."""
    slots = {**draw_slots(draw, lists), **_names(names)}
    return _words(draw.choice(draw.choice((OWNS, DISTRACTORS))).format(**slots))


def _words(text: str) -> Sentence:
    return tuple(word.lower() for word in surfaces(text))


def _edited(sentence: Sentence, share: float, draw: Random) -> Sentence:
    """The sentence with a share of its words changed for others, one in ten of these left out."""
    others = [word for words in (NOUNS, PEOPLE, DEEDS) for word in listed(words)]
    changed = set(draw.sample(range(len(sentence)), round(share * len(sentence))))
    kept_words = []
    for at, word in enumerate(sentence):
        if at not in changed:
            kept_words.append(word)
        elif draw.random() >= DROPPED:
            kept_words.append(draw.choice(others))
    return tuple(kept_words)


def by_order(source: Text, other: Text) -> float:
    """Ours: the share of the shorter text's words that its sentences keep in order."""
    return kept(source, other, LEAST)


def by_grams(source: Text, other: Text) -> float:
    """Containment: the share of the shorter text's 5-grams that the other has."""
    one, two = ({s[i : i + 5] for s in text for i in range(len(s) - 4)} for text in (source, other))
    return len(one & two) / max(1, min(len(one), len(two)))


def by_tiles(source: Text, other: Text) -> float:
    """Greedy string tiling: the share of the shorter text in tiles."""
    return sum(run.words for run in runs(source, other, TILE)) / max(1, min(size(source), size(other)))


WAYS: dict[str, Callable[[Text, Text], float]] = {
    "words in order": by_order, "5-gram containment": by_grams, "greedy tiling": by_tiles,
}  # fmt: skip


def recall(scores: Sequence[tuple[float, bool]], alarms: float = 0.01) -> float:
    """The share of reprints above the score that just so many of the others reach.

    >>> recall([(0.9, True), (0.3, True), (0.5, False), (0.1, False)], alarms=0.0)
    0.5
    """
    others = sorted((score for score, reprint in scores if not reprint), reverse=True)
    bound = others[int(alarms * len(others))] if others else 0.0
    reprints = [score for score, reprint in scores if reprint]
    return sum(score > bound for score in reprints) / max(1, len(reprints))


def main(cases: int = 200) -> None:
    print("reprints found at 1 % false alarms, a quarter copied")
    for edited in (0.15, 0.3):
        given = made(cases, edited)
        figures = [
            f"{name} {recall([(way(case.source, case.other), case.reprint) for case in given]):.3f}"
            for name, way in WAYS.items()
        ]
        print(f"  {edited:.0%} of words edited: " + ", ".join(figures), flush=True)


if __name__ == "__main__":
    main()
