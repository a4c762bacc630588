"""Whose words a statement is, from the attributed statements of the whole article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from crosscheck.model import Article, Placement, Span, Speech, Statement
from crosscheck.segmenting.persons import Persons
from crosscheck.segmenting.quoting import quotations
from crosscheck.segmenting.speech import Attributed, attributions

_LEAST_SHARE = 2  # half of a statement's letters must be said by somebody for it to be reported speech


class Said:
    """What is said in an article, by where it stands."""

    def __init__(self, text: str, paragraphs: Sequence[Sequence[Span]]) -> None:
        self._text = text
        self._count = [0, *accumulate(map(str.isalnum, text))]  # of letters before each character
        self._found = sorted(attributions(text, paragraphs), key=lambda each: each.content[0].start)
        persons = Persons(text)
        named = {each: persons.speaker(each.speaker) for each in self._found}
        self._speakers = {each: persons.settled(speaker) for each, speaker in named.items()}
        parts = [(part, each) for each in self._found for part in each.content]
        self._waiting = sorted(parts, key=lambda pair: (pair[0].start, pair[0].end), reverse=True)
        self._active: list[tuple[Span, Attributed]] = []

    def statement(self, article: Article, placement: Placement, sentence: Span, clause: Span) -> Statement:
        """The clause (it may be the whole sentence) as a statement, with speaker and cue."""
        here = self._near(clause)
        speech, main = self._speech(clause, here)
        speaker = self._speakers[main] if main else None
        cue = main.cue if main and main.cue and sentence.contains(main.cue) else None
        return Statement(article.id, (clause,), sentence, placement, speech, speaker, cue)

    def _near(self, clause: Span) -> list[Attributed]:
        """What overlaps the clause; clauses are asked for in the order of the text, so that this takes linear time."""
        while self._waiting and self._waiting[-1][0].start < clause.end:
            self._active.append(self._waiting.pop())
        self._active = [(part, each) for part, each in self._active if part.end > clause.start]
        return list(dict.fromkeys(each for _, each in self._active))

    def _speech(self, clause: Span, here: Sequence[Attributed]) -> tuple[Speech, Attributed | None]:
        """How much of the clause is said by somebody, in whose words, and who says most of it."""
        shares = {each: self._letters(clause, each.content) for each in here}
        main = max(here, key=lambda each: (shares[each], -each.content[0].start), default=None)
        if main is None:
            marks = quotations(self._text, clause.start, clause.end)
            return ("mixed" if any(_is_words(self._text, each.span) for each in marks) else "own"), None
        whole = self._letters(clause, [clause])
        said = self._letters(clause, [part for each in here for part in each.content])
        naming = [span for each in here for span in _naming(self._text, each)]
        rest = whole - self._letters(clause, [*naming, *(part for each in here for part in each.content)])
        if all(each.kind == "direct" for each in here):
            return ("quoted" if 3 * rest <= 2 * whole else "mixed"), main
        if any(each.kind != "indirect" for each in here):
            return "mixed", main
        return ("reported", main) if _LEAST_SHARE * said >= said + rest else ("own", None)

    def _letters(self, clause: Span, parts: Iterable[Span]) -> int:
        count, at = 0, clause.start
        for part in sorted(parts, key=_ends):
            start, end = max(part.start, at), min(part.end, clause.end)
            if start < end:
                count += self._count[end] - self._count[start]
                at = end
        return count


def _naming(text: str, said: Attributed) -> list[Span]:
    """The words that tell who says it, with what stands between speaker and verb ("Lee, at a meeting, *said*").

    Not where another verb stands there too: "Lee left, and *said* …".
    """
    if said.speaker is None or said.cue is None or said.cue.start <= said.speaker.end:
        return [span for span in (said.speaker, said.cue) if span]
    between = text[said.speaker.end : said.cue.start].strip()
    is_apposed = between.startswith(",") and between.endswith(",")
    hull = Span(said.speaker.start, said.cue.end)
    belongs = is_apposed or not ("," in between or " and " in between)
    return [hull] if belongs and not any(hull.overlaps(part) for part in said.content) else [said.speaker, said.cue]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_words(text: str, span: Span) -> bool:
    """Whether a quotation holds somebody's words, not a title or a nickname."""
    inside = span.of(text).strip("\"“”«»'‘’`")
    return bool(inside) and (inside[0].islower() or len(inside.split()) > 4)
