"""What crosscheck finds: stories, origins, groups, comparisons, findings, and the report of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

from attrs import field, frozen

from crosscheck.model.source import Article, Note, Passage, Statement

Verdict = Literal["agreement", "discrepancy", "single-source"]
Severity = Literal["conflict", "update"]
Scope = Literal["between", "within"]
Facet = Literal[
    "quantity", "date", "place", "name", "polarity", "direction", "attribution", "quote",
    "certainty", "wording",
]  # fmt: skip
FACETS: tuple[Facet, ...] = get_args(Facet)
Relation = Literal["only-here", "not-compared", "same", "compatible", "update", "conflict"]
RELATIONS: tuple[Relation, ...] = ("only-here", "not-compared", "same", "compatible", "update", "conflict")
Reason = Literal[
    "different-extent", "different-period", "different-thing", "no-role", "unresolved-date",
    "ambiguous-date", "time-zone", "currency", "low-alignment",
]  # fmt: skip
Evidence = Literal["outlet", "credit-line", "dateline", "near-verbatim", "manifest"]

# names and values in a fixed order, as a JSON object has them; a value is text, a number, a truth value,
# None, or such pairs again
Values = tuple[tuple[str, Any], ...]


@frozen
class Step:
    """One link of an explanation, without prose: a rule, where it was applied, and what came of it."""

    rule: str
    passages: tuple[Passage, ...] = ()
    values: Values = ()


@frozen
class Term:
    """One contribution to an alignment or a confidence, which are sums of such terms."""

    name: str
    value: float


@frozen
class Story:
    """The articles about one event, by id."""

    id: str
    articles: tuple[str, ...]


@frozen
class Origin:
    """Who reported something first: what counts as independent."""

    id: str
    label: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ("outlet",)
    passages: tuple[Passage, ...] = ()


@frozen
class Reuse:
    """Articles that share copy: the share of the shorter one's sentences, and the passages in pairs."""

    articles: tuple[str, str]
    origin: str
    share: float
    passages: tuple[tuple[Passage, Passage], ...]


@frozen
class Traced:
    """Origins of a story, its reuse, and the origin of each statement (by `Statement.key`).

    `leans_on` names, for an article that copies much of another, the origin that it is no second
    witness for. `copies` holds the statements that stand in a copied passage.
    """

    origins: tuple[Origin, ...]
    reuse: tuple[Reuse, ...]
    of_statement: Mapping[tuple[str, int, int], str]
    leans_on: Mapping[str, str]
    copies: frozenset[tuple[str, int, int]] = frozenset()


@frozen
class Link:
    """Two statements of a group, by position in it, that say the same thing with this alignment."""

    left: int
    right: int
    alignment: float
    terms: tuple[Term, ...] = ()


@frozen
class Group:
    """Statements about the same thing, in text order, and the links that hold them together."""

    id: int
    story: str
    statements: tuple[Statement, ...]
    links: tuple[Link, ...] = ()


@frozen
class Mention:
    """One place where a version is given: `statement` is a position in the finding's statements."""

    statement: int
    passage: Passage
    text: str
    as_of: str | None = None


@frozen
class Version:
    """One value of a facet, with everywhere it is given."""

    value: Values
    display: str
    mentions: tuple[Mention, ...]
    origins: tuple[str, ...] = ()


@frozen
class Pair:
    """How two versions, by position, relate."""

    a: int
    b: int
    relation: Relation
    reason: Reason | None = None


@frozen
class Comparison:
    """The versions of one facet in one role, and how each two relate; the strongest relation counts."""

    facet: Facet
    role: Values
    versions: tuple[Version, ...]
    pairs: tuple[Pair, ...]
    relation: Relation
    reason: Reason | None = None
    explanation: str = ""
    steps: tuple[Step, ...] = ()


@frozen
class Finding:
    """One line of the report: a verdict over statements, with the evidence and the reason."""

    id: str
    story: str
    group: int
    verdict: Verdict
    severity: Severity | None
    scope: Scope
    statements: tuple[Statement, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[str, ...]
    alignment: float
    confidence: float
    tags: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    checkable: bool = True
    steps: tuple[Step, ...] = ()

    @property
    def independent_origins(self) -> int:
        """How many origins, not articles, stand behind the finding's statements."""
        return len(set(self.origins))


@frozen
class Uncompared:
    """Two facts that look alike and were not compared, and why."""

    facet: Facet
    reason: Reason
    passages: tuple[Passage, ...]


@frozen
class SourceError:
    """A source that could not be read, and what to do about it."""

    path: str
    code: str
    message: str


@frozen
class Report:
    """Everything crosscheck found, in a deterministic order.

    `config` is what was in force. `findings` come discrepancies first. Iterating gives the findings.
    """

    schema: str
    version: str
    config: Values
    articles: tuple[Article, ...]
    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_compared: tuple[Uncompared, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[SourceError, ...] = field(default=())

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @property
    def discrepancies(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.verdict == "discrepancy")

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity == "conflict")

    @property
    def updates(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity == "update")

    @property
    def agreements(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.verdict == "agreement")

    @property
    def single_source(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.verdict == "single-source")

    def article(self, article_id: str) -> Article:
        """The article with this id; `KeyError` where there is none."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def text(self, passage: Passage) -> str:
        """The source's own characters of a passage."""
        return passage.span.of(self.article(passage.article_id).text)
