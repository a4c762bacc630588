"""The whole stage: from an article to its statements and labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from crosscheck.model import Article, Label, Note, Segmented, Span
from crosscheck.segmenting.clauses import split_clauses
from crosscheck.segmenting.layout import ends_with_stop
from crosscheck.segmenting.placing import Block, blocks
from crosscheck.segmenting.quoting import quotations
from crosscheck.segmenting.saying import Said
from crosscheck.segmenting.sentences import split_sentences

_MOST_TIMES = 3  # that an article says a sentence; from then on it is part of the page
_SHORTEST_TRUNCATED = 60  # characters; a shorter line without a stop is a title or an item


def segment(article: Article, *, clauses: bool = False) -> Segmented:
    """The article's statements and labels, in text order; together they cover all but white space.

    >>> made = segment(Article(id="echo", text="LISBON (ABC) - Seven died. Nobody was hurt, the mayor said."))
    >>> [(each.of(made.article.text), each.speech) for each in made.statements]
    [('Seven died.', 'own'), ('Nobody was hurt, the mayor said.', 'reported')]
    >>> [label.furniture for label in made.labels]
    ['dateline']
    """
    made = blocks(article)
    cut = [(block, _sentences(article.text, block)) for block in made if not block.furniture]
    said = Said(article.text, [sentences for _, sentences in cut])
    pieces = _clauses if clauses else _whole
    again = set(_said_again(article.text, cut))
    statements = [
        said.statement(article, block.placement, sentence, clause)
        for block, sentences in cut
        for sentence, clause in pieces(article.text, sentences)
        if sentence not in again
    ]
    return Segmented(article, tuple(statements), tuple(_labels(article, made, again)), tuple(_notes(article, cut)))


def _said_again(text: str, cut: Iterable[tuple[Block, list[Span]]]) -> Iterable[Span]:
    """The sentences that the article has said as often as an article does: "Story continues below"."""
    times: Counter[str] = Counter()
    for _, sentences in cut:
        for sentence in sentences:
            words = " ".join(sentence.of(text).split())
            times[words] += 1
            if times[words] > _MOST_TIMES:
                yield sentence


def _whole(text: str, sentences: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    return ((sentence, sentence) for sentence in sentences)


def _clauses(text: str, sentences: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    """Each clause with its sentence; the quotations are those of the paragraph."""
    quoted = quotations(text, sentences[0].start, sentences[-1].end)
    return ((sentence, clause) for sentence in sentences for clause in split_clauses(text, sentence, quoted))


def _sentences(text: str, block: Block) -> list[Span]:
    if block.placement in ("headline", "crosshead"):
        return [block.span]
    return split_sentences(text, block.span.start, block.span.end)


def _labels(article: Article, made: Iterable[Block], again: Iterable[Span]) -> list[Label]:
    marks = [mark for block in made for mark in block.marks]
    marks += [(block.span, block.furniture) for block in made if block.furniture]
    marks += [(span, "widget") for span in again]
    marks.sort(key=lambda mark: (mark[0].start, mark[0].end, mark[1]))
    return [Label(article.id, span, kind) for span, kind in marks]


def _notes(article: Article, cut: Iterable[tuple[Block, list[Span]]]) -> Iterable[Note]:
    """A paragraph that breaks off is noted: its last sentence is not whole."""
    for block, sentences in cut:
        if _breaks_off(article.text, block, sentences[-1]):
            yield Note(article.id, sentences[-1], "truncated-sentence")


def _breaks_off(text: str, block: Block, last: Span) -> bool:
    """Cut by a service that says so; or running text without a stop, and no title, item or signature."""
    if any(kind == "truncated" for _, kind in block.marks):
        return True
    if block.placement != "body" or block.bullet or ends_with_stop(text, block.span):
        return False
    words = [word for word in last.of(text).split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    return len(last) >= _SHORTEST_TRUNCATED and text[last.start] not in "-–—―" and 2 * capitals < len(words)
