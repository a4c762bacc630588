"""What one origin alone says: of each article, and of those articles together that share the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import frozen

from crosscheck.model import Article, Finding
from crosscheck.reporting import wording
from crosscheck.reporting.html.atlas import Atlas
from crosscheck.reporting.html.cards import Alone, alone, figures_alone
from crosscheck.reporting.ranking import ranked

# how many of the figures that one origin alone gives stand in the matrix
_FIGURES = 4
# what stands over other text and says little by itself comes last
_HEADINGS = ("crosshead", "headline")


@frozen
class Only:
    """What stands in some articles, one or those that share it, and no other origin says: what has most to check
    first, as many as are to be open, then the rest. Articles are letters and names; `origin` is whose text it is."""

    id: str
    articles: tuple[tuple[str, str], ...]
    origin: str
    first: tuple[Alone, ...]
    rest: tuple[Alone, ...]

    @property
    def number(self) -> int:
        return len(self.first) + len(self.rest)


@frozen
class Count:
    """How many such statements an article has alone, or with which others, and the element id of their list."""

    id: str
    words: str


def only(atlas: Atlas, articles: Sequence[Article], findings: Sequence[Finding]) -> Iterator[Only]:
    """The lists of a story, by article; what articles share follows what its first has alone."""
    single = [finding for finding in findings if finding.verdict == "single-source"]
    checkable = ranked(atlas.view.report, single)
    rest = [finding for finding in single if not finding.checkable]
    rest.sort(key=lambda finding: finding.statements[0].placement in _HEADINGS)
    for letters, (first, last) in _grouped(atlas, checkable, rest).items():
        items = [alone(atlas, finding) for finding in (*first, *last)]
        top = min(atlas.options.top, len(first))
        names = {atlas.view.letters[article.id]: atlas.view.names[article.id] for article in articles}
        told = tuple((letter, names.get(letter, "")) for letter in letters)
        origin = _origin(atlas, (*first, *last)) if len(letters) > 1 else ""
        yield Only(_id(letters), told, origin, tuple(items[:top]), tuple(items[top:]))


def _grouped(
    atlas: Atlas, checkable: Sequence[Finding], rest: Sequence[Finding]
) -> dict[tuple[str, ...], tuple[list[Finding], list[Finding]]]:
    """Findings by the letters of the articles that have them, in the order of the letters."""
    found: dict[tuple[str, ...], tuple[list[Finding], list[Finding]]] = {}
    for number, findings in enumerate((checkable, rest)):
        for finding in findings:
            found.setdefault(_letters(atlas, finding), ([], []))[number].append(finding)
    order = list(atlas.view.letters.values())
    return dict(sorted(found.items(), key=lambda each: [order.index(letter) for letter in each[0]]))


def _letters(atlas: Atlas, finding: Finding) -> tuple[str, ...]:
    return tuple(atlas.view.letters_of(statement.article_id for statement in finding.statements))


def _id(letters: Sequence[str]) -> str:
    return f"only-{'-'.join(letters)}"


def _origin(atlas: Atlas, findings: Sequence[Finding]) -> str:
    """Whose text it is, if it is one origin's."""
    labels = {origin.id: origin.label for origin in atlas.view.report.origins}
    known = {origin for finding in findings for origin in finding.origins}
    return labels.get(next(iter(known)), "") if len(known) == 1 else ""


def counted(atlas: Atlas, article: Article) -> tuple[Count, ...]:
    """How many statements of an article rest on one origin, those it has alone first."""
    letter = atlas.view.letters[article.id]
    found: dict[tuple[str, ...], int] = {}
    for finding in _single(atlas, article):
        letters = _letters(atlas, finding)
        found[letters] = found.get(letters, 0) + 1
    told = sorted(found.items(), key=lambda each: len(each[0]))
    return tuple(
        Count(_id(letters), _words(number, [other for other in letters if other != letter])) for letters, number in told
    )


def _words(number: int, others: Sequence[str]) -> str:
    return f"{number} with {wording.listed(others)}" if others else f"{number} alone"


def figures(atlas: Atlas, article: Article) -> tuple[tuple[str, str], ...]:
    """The first figures in them, each with the element id of where it is said."""
    found: dict[str, str] = {}
    for finding in ranked(atlas.view.report, _single(atlas, article)):
        for word in figures_alone(atlas, finding):
            found.setdefault(word, atlas.ids[finding.id])
    return tuple(islice(found.items(), _FIGURES))


def _single(atlas: Atlas, article: Article) -> list[Finding]:
    return [
        finding
        for finding in atlas.findings
        if finding.verdict == "single-source" and any(s.article_id == article.id for s in finding.statements)
    ]
