"""The whole stage: from an article to its statements and labels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from crosscheck.model import Article, Label, Note, Segmented, Span, Speech, Statement
from crosscheck.segmenting.layout import ends_with_stop
from crosscheck.segmenting.persons import Persons
from crosscheck.segmenting.placing import Block, blocks
from crosscheck.segmenting.quoting import quotations
from crosscheck.segmenting.sentences import split_sentences
from crosscheck.segmenting.speech import Attributed, attributions

_SHORTEST_TRUNCATED = 60  # characters; a shorter line without a stop is a title or an item
_LEAST_SHARE = 3  # a third of a sentence's letters must be said by somebody for it to be reported speech


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
    said = _Said(article.text, [sentences for _, sentences in cut])
    statements = [said.statement(article, block, sentence) for block, sentences in cut for sentence in sentences]
    return Segmented(article, tuple(statements), tuple(_labels(article, made)), tuple(_notes(article, made)))


class _Said:
    """What is said in an article, by where it stands."""

    def __init__(self, text: str, paragraphs: Sequence[Sequence[Span]]) -> None:
        self._text = text
        self._found = sorted(attributions(text, paragraphs), key=lambda each: each.content[0].start)
        persons = Persons(text)
        self._speakers = {each: persons.speaker(each.speaker) for each in self._found}
        self._reach = max((each.content[-1].end - each.content[0].start for each in self._found), default=0)

    def statement(self, article: Article, block: Block, sentence: Span) -> Statement:
        here = [each for each in self._near(sentence) if any(part.overlaps(sentence) for part in each.content)]
        speech, main = self._speech(sentence, here)
        speaker = self._speakers[main] if main else None
        cue = main.cue if main and main.cue and sentence.contains(main.cue) else None
        return Statement(article.id, (sentence,), sentence, block.placement, speech, speaker, cue)

    def _near(self, sentence: Span) -> list[Attributed]:
        first = bisect_left(self._found, sentence.start - self._reach, key=lambda each: each.content[0].start)
        last = bisect_left(self._found, sentence.end, key=lambda each: each.content[0].start)
        return self._found[first:last]

    def _speech(self, sentence: Span, here: Sequence[Attributed]) -> tuple[Speech, Attributed | None]:
        """How much of the sentence is said by somebody, in whose words, and who says most of it."""
        shares = {each: self._letters(sentence, each.content) for each in here}
        main = max(here, key=lambda each: (shares[each], -each.content[0].start), default=None)
        marks = quotations(self._text, sentence.start, sentence.end)
        if main is None:
            return ("mixed" if any(_is_words(self._text, each.span) for each in marks) else "own"), None
        if all(each.kind == "direct" for each in here):
            around = [span for each in here for span in (*each.content, each.speaker, each.cue) if span]
            rest = self._letters(sentence, [sentence]) - self._letters(sentence, around)
            return ("quoted" if 3 * rest <= 2 * self._letters(sentence, [sentence]) else "mixed"), main
        if any(each.kind != "indirect" for each in here):
            return "mixed", main
        return (
            ("reported", main) if _LEAST_SHARE * shares[main] >= self._letters(sentence, [sentence]) else ("own", None)
        )

    def _letters(self, sentence: Span, parts: Iterable[Span]) -> int:
        count, at = 0, sentence.start
        for part in sorted(parts):
            start, end = max(part.start, at), min(part.end, sentence.end)
            if start < end:
                count += sum(map(str.isalnum, self._text[start:end]))
                at = end
        return count


def _is_words(text: str, span: Span) -> bool:
    """Whether a quotation holds somebody's words, not a title or a nickname."""
    inside = span.of(text).strip("\"“”«»'‘’`")
    return bool(inside) and (inside[0].islower() or len(inside.split()) > 4)


def _sentences(text: str, block: Block) -> list[Span]:
    if block.placement in ("headline", "crosshead"):
        return [block.span]
    return split_sentences(text, block.span.start, block.span.end)


def _labels(article: Article, made: Iterable[Block]) -> list[Label]:
    marks = [mark for block in made for mark in block.marks]
    marks += [(block.span, block.furniture) for block in made if block.furniture]
    return [Label(article.id, span, kind) for span, kind in sorted(marks)]


def _notes(article: Article, made: list[Block]) -> Iterable[Note]:
    """A paragraph that breaks off is noted: its last sentence is not whole."""
    for block in made:
        if block.furniture:
            continue
        last = _sentences(article.text, block)[-1]
        if _breaks_off(article.text, block, last):
            yield Note(article.id, last, "truncated-sentence")


def _breaks_off(text: str, block: Block, last: Span) -> bool:
    """Cut by a service that says so; or running text without a stop, and no title, item or signature."""
    if any(kind == "truncated" for _, kind in block.marks):
        return True
    if block.placement != "body" or block.bullet or ends_with_stop(text, block.span):
        return False
    words = [word for word in last.of(text).split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in words)
    return len(last) >= _SHORTEST_TRUNCATED and text[last.start] not in "-–—―" and 2 * capitals < len(words)
