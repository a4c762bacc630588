"""What crosscheck finds: stories, origins, groups, comparisons, findings, and the report of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from importlib import import_module
from typing import Any, Literal, get_args

from attrs import field, frozen

from crosscheck.model.noun import Noun
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


@frozen(repr=False, eq=False)
class Step(Noun):
    """One link of an explanation, without prose: a rule, where it was applied, and what came of it."""

    rule: str
    passages: tuple[Passage, ...] = ()
    values: Values = ()


@frozen(repr=False, eq=False)
class Term(Noun):
    """One contribution to an alignment or a confidence, which are sums of such terms."""

    name: str
    value: float


@frozen(repr=False, eq=False)
class Story(Noun):
    """The articles about one event, by id."""

    id: str
    articles: tuple[str, ...]


@frozen(repr=False, eq=False)
class Origin(Noun):
    """Who reported something first: what counts as independent."""

    id: str
    label: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ("outlet",)
    passages: tuple[Passage, ...] = ()


@frozen(repr=False, eq=False)
class Reuse(Noun):
    """Articles that share copy: the share of the shorter one's sentences, and the passages in pairs."""

    articles: tuple[str, str]
    origin: str
    share: float
    passages: tuple[tuple[Passage, Passage], ...]


@frozen(repr=False, eq=False)
class Traced(Noun):
    """Origins of a story, its reuse, and the origin of each statement (by `Statement.key`).

    `leans_on` names, for an article that copies much of another, the origin that it is no second
    witness for. `copies` holds the statements that stand in a copied passage.
    """

    origins: tuple[Origin, ...]
    reuse: tuple[Reuse, ...]
    of_statement: Mapping[tuple[str, int, int], str]
    leans_on: Mapping[str, str]
    copies: frozenset[tuple[str, int, int]] = frozenset()


@frozen(repr=False, eq=False)
class Link(Noun):
    """Two statements of a group, by position in it, that say the same thing with this alignment."""

    left: int
    right: int
    alignment: float
    terms: tuple[Term, ...] = ()


@frozen(repr=False, eq=False)
class Group(Noun):
    """Statements about the same thing, in text order, and the links that hold them together."""

    id: int
    story: str
    statements: tuple[Statement, ...]
    links: tuple[Link, ...] = ()


@frozen(repr=False, eq=False)
class Mention(Noun):
    """One place where a version is given: `statement` is a position in the finding's statements."""

    statement: int
    passage: Passage
    text: str
    as_of: str | None = None


@frozen(repr=False, eq=False)
class Version(Noun):
    """One value of a facet, with everywhere it is given."""

    value: Values
    display: str
    mentions: tuple[Mention, ...]
    origins: tuple[str, ...] = ()


@frozen(repr=False, eq=False)
class Pair(Noun):
    """How two versions, by position, relate."""

    a: int
    b: int
    relation: Relation
    reason: Reason | None = None


@frozen(repr=False, eq=False)
class Comparison(Noun):
    """The versions of one facet in one role, and how each two relate; the strongest relation counts."""

    facet: Facet
    role: Values
    versions: tuple[Version, ...]
    pairs: tuple[Pair, ...]
    relation: Relation
    reason: Reason | None = None
    explanation: str = ""
    steps: tuple[Step, ...] = ()


@frozen(repr=False, eq=False)
class Finding(Noun):
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

    def joins(self, ours: Set[str], theirs: Set[str]) -> bool:
        """Whether the finding sets articles of `ours` against articles of `theirs`, or makes them agree."""
        if self.verdict == "agreement":
            said = {statement.article_id for statement in self.statements}
            return bool(said & ours and said & theirs)
        return self.verdict == "discrepancy" and any(
            _apart(comparison, pair, ours, theirs) for comparison in self.comparisons for pair in comparison.pairs
        )


def _apart(comparison: Comparison, pair: Pair, ours: Set[str], theirs: Set[str]) -> bool:
    """Whether one side of a pair that differs is given by `ours` and the other by `theirs`."""
    if pair.relation not in ("conflict", "update"):
        return False
    a, b = ({m.passage.article_id for m in comparison.versions[side].mentions} for side in (pair.a, pair.b))
    return bool((a & ours and b & theirs) or (a & theirs and b & ours))


@frozen(repr=False, eq=False)
class Uncompared(Noun):
    """Two facts that look alike and were not compared, and why."""

    facet: Facet
    reason: Reason
    passages: tuple[Passage, ...]


@frozen(repr=False, eq=False)
class SourceError(Noun):
    """A source that could not be read, and what to do about it."""

    path: str
    code: str
    message: str


@frozen(repr=False, eq=False)
class Report(Noun):
    """Everything crosscheck found, in a deterministic order.

    `config` is what was in force. `findings` come discrepancies first. Iterating gives the findings; in a
    notebook a report shows itself.

    >>> texts = {"echo": "Twelve people were killed when the ferry sank.", "gazette": "The ferry sank; 21 were killed."}
    >>> import crosscheck
    >>> report = crosscheck.check(Article(id=id, text=text) for id, text in texts.items())
    >>> len(report.conflicts), len(report.updates), report.between("echo", "gazette") == report.updates
    (0, 1, True)
    >>> Report.from_json(report.to_json(embed_text=True)) == report
    True
    >>> sorted({row["value"] for row in report.rows() if row["facet"] == "quantity"})
    ['12', '21']
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
        """Conflicts and updates."""
        return tuple(f for f in self.findings if f.verdict == "discrepancy")

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The discrepancies that time does not explain."""
        return tuple(f for f in self.findings if f.severity == "conflict")

    @property
    def updates(self) -> tuple[Finding, ...]:
        """The discrepancies in figures that change as a story goes on."""
        return tuple(f for f in self.findings if f.severity == "update")

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """What two origins or more say."""
        return tuple(f for f in self.findings if f.verdict == "agreement")

    @property
    def single_source(self) -> tuple[Finding, ...]:
        """What one origin alone says, however many articles carry it."""
        return tuple(f for f in self.findings if f.verdict == "single-source")

    def between(self, one: str, other: str) -> tuple[Finding, ...]:
        """What two articles, by id, or two outlets, by name, contradict each other in or agree on.

        A discrepancy of others is left out, though the two may both have a part in it, on the same side.
        `KeyError`, naming those that there are, for any other name.
        """
        ours, theirs = self._named(one), self._named(other)
        return tuple(finding for finding in self.findings if finding.joins(ours, theirs))

    def _named(self, name: str) -> frozenset[str]:
        """The ids of the articles with this id, else of those of this outlet."""
        found = {a.id for a in self.articles if a.id == name} or {a.id for a in self.articles if a.outlet == name}
        if not found:
            known = dict.fromkeys(each for a in self.articles for each in (a.id, a.outlet) if each)
            raise KeyError(f"no article or outlet is called {name!r}; there are {', '.join(known)}")
        return frozenset(found)

    def article(self, article_id: str) -> Article:
        """The article with this id; `KeyError` where there is none."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def text(self, passage: Passage) -> str:
        """The source's own characters of a passage."""
        return passage.span.of(self.article(passage.article_id).text)

    def to_dict(self, *, embed_text: bool = False) -> dict[str, Any]:
        """The report as plain dicts and lists, by `docs/report-schema.md`; with `embed_text` it reloads."""
        return _reporting().to_dict(self, embed_text)  # type: ignore[no-any-return]

    def to_json(self, *, embed_text: bool = False) -> str:
        """The same as a JSON document: equal reports give equal text."""
        return _reporting().to_json(self, embed_text)  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, document: str | bytes) -> Report:
        """The report of a JSON document that carries its texts; `ReportError`, saying why, for any other."""
        return _reporting().from_json(document)  # type: ignore[no-any-return]

    def rows(self) -> list[dict[str, str | int | float | bool | None]]:
        """The findings as a table, for ``pandas.DataFrame(report.rows())`` or ``polars.DataFrame(...)``.

        A row for each place where a finding's value stands; `reporting.table.COLUMNS` are its keys, and what they
        hold is in `docs/report-schema.md`.
        """
        return _reporting().rows(self)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        """What a notebook shows: the counts and the discrepancies, with every text of the sources escaped."""
        return _reporting().render_notebook(self)  # type: ignore[no-any-return]


def _reporting() -> Any:
    """The stage above that knows formats, by name and when asked: the nouns themselves import no stage."""
    return import_module("crosscheck.reporting")
