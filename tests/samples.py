"""Reports made by hand: a fire in an invented port, with one of everything that a report can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import field, frozen

from crosscheck.model import (
    Article,
    Comparison,
    Finding,
    Mention,
    Note,
    Origin,
    Pair,
    Passage,
    Report,
    Reuse,
    SourceError,
    Span,
    Speaker,
    Statement,
    Step,
    Story,
    Term,
    Uncompared,
    Values,
    Version,
)

SCHEMA = "crosscheck-report/1"

LANTERN = """Fire guts grain store in Velmouth

VELMOUTH (Northwire) - A fire destroyed a grain store in the port of Velmouth on Tuesday, the
harbour master said. At least 32 people were injured, the health ministry said.
The store held 4,500 tonnes of barley.
"""
POST = """Blaze at Velmouth docks

A fire destroyed a grain store in the port of Velmouth on Tuesday, the harbour master said.
At least 32 people were injured, the health ministry said. Ferries were cancelled until Friday.
"""
GAZETTE = """Velmouth grain store burns down

A grain store in Velmouth harbour was destroyed by fire late on Monday, firefighters said.
Twenty-seven people were hurt. The fire brigade sent 14 engines. The store held about 4,500 tonnes
of barley, its owner said.
"""
FARO = """Grain store burns at Velmouth

41 people were injured in the fire that destroyed a grain store in Velmouth on Tuesday. The damage
was put at 3 million crowns by the insurer. Who should pay is anybody's guess.
"""


def role(
    counted: str | None = None, predicate: str | None = None, extent: str | None = None, period: str | None = None
) -> Values:
    """A role as the comparing stage writes it: all five parts, in this order."""
    display = " ".join(part for part in (counted, predicate) if part)
    return (
        ("counted", counted),
        ("predicate", predicate),
        ("extent", extent),
        ("period", period),
        ("display", display),
    )


def figure(
    low: str | None, high: str | None = None, *, unit: str | None = None, sort: str = "count", **more: Any
) -> Values:
    """A quantity's value: a point where `high` is left out. `bound="low"` leaves the upper end open."""
    upper = None if more.pop("bound", None) == "low" else high or low
    return (
        ("low", low),
        ("high", upper),
        ("low_open", False),
        ("high_open", False),
        ("approximate", more.pop("approximate", False)),
        ("precision", more.pop("precision", "1")),
        ("unit", unit),
        ("sort", sort),
        *more.items(),
    )


def on(day: str) -> Values:
    """A date's value: one day."""
    return (
        ("edtf", day),
        ("earliest", day),
        ("latest", day),
        ("clock", None),
        ("zone", None),
        ("granularity", "day"),
    )


@frozen
class Scene:
    """Articles by id, and shorthand for places in them by their words."""

    articles: tuple[Article, ...]
    origins: dict[str, str] = field(factory=dict)

    def text(self, article_id: str) -> str:
        return next(article.text for article in self.articles if article.id == article_id)

    def passage(self, article_id: str, words: str) -> Passage:
        """Where `words` first stand in an article; line ends are as good as spaces."""
        start = self.text(article_id).replace("\n", " ").index(words)
        return Passage(article_id, Span(start, start + len(words)))

    def statement(self, article_id: str, words: str, **more: Any) -> Statement:
        span = self.passage(article_id, words).span
        return Statement(article_id, (span,), span, **more)

    def version(
        self, value: Values, display: str, *places: tuple[int, str, str], as_of: Sequence[str | None] = ()
    ) -> Version:
        """A version given at (position of the statement, article, words)."""
        times = [*as_of, *[None] * len(places)]
        mentions = tuple(
            Mention(number, self.passage(a, words), words, time)
            for (number, a, words), time in zip(places, times, strict=False)
        )
        origins = tuple(sorted({self.origins[a] for _, a, _ in places}))
        return Version(value, display, mentions, origins)

    def finding(
        self,
        id: str,
        verdict: str,
        statements: Sequence[Statement],
        comparisons: Sequence[Comparison] = (),
        **more: Any,
    ) -> Finding:
        """A finding with what a test does not care about filled in."""
        given: dict[str, Any] = {
            "story": "s1", "group": 0, "severity": None, "scope": "between", "alignment": 0.9, "confidence": 0.85,
        }  # fmt: skip
        return Finding(
            id=id,
            verdict=verdict,  # type: ignore[arg-type]
            statements=tuple(statements),
            comparisons=tuple(comparisons),
            origins=tuple(self.origins[s.article_id] for s in statements),
            **(given | more),
        )


def compared(facet: str, relation: str, about: Values, *versions: Version, **more: Any) -> Comparison:
    """A comparison whose pairs all have its own relation."""
    count = range(len(versions))
    pairs = tuple(Pair(a, b, relation) for a in count for b in count if a < b)  # type: ignore[arg-type]
    return Comparison(facet, about, tuple(versions), pairs, relation, **more)  # type: ignore[arg-type]


def scene() -> Scene:
    articles = (
        Article(id="lantern", text=LANTERN, outlet="The Lantern", published="2026-11-18T09:10", path="lantern.txt"),
        Article(id="gazette", text=GAZETTE, outlet="Coast Gazette", published="2026-11-18T08:55", path="gazette.txt"),
        Article(id="post", text=POST, outlet="Harbour Post", published="2026-11-18T09:40", path="post.txt"),
        Article(id="faro", text=FARO, outlet="El Faro", published="2026-11-18T20:30", path="faro.txt"),
    )
    return Scene(articles, {"lantern": "o1", "post": "o1", "gazette": "o2", "faro": "o3"})


def fire_report() -> Report:
    """One conflict, one update, three agreements, four single-source, one pair not compared, a note, an error."""
    here = scene()
    return Report(
        schema=SCHEMA,
        version="0.1.0",
        config=(("language", "en"), ("min_alignment", 0.5), ("facets", ("quantity", "date"))),
        articles=here.articles,
        stories=(Story("s1", ("lantern", "gazette", "post", "faro")),),
        origins=(
            Origin("o1", "Northwire", ("lantern", "post"), ("credit-line", "near-verbatim")),
            Origin("o2", "Coast Gazette", ("gazette",)),
            Origin("o3", "El Faro", ("faro",)),
        ),
        findings=(day_of_fire(here), injured(here), barley(here), destroyed(here), *alone(here)),
        not_compared=(
            Uncompared(
                "quantity",
                "different-thing",
                (here.passage("gazette", "14 engines"), here.passage("faro", "3 million crowns")),
            ),
        ),
        reuse=(
            Reuse(
                ("lantern", "post"),
                "o1",
                0.81,
                (
                    (
                        here.passage("lantern", "A fire destroyed a grain store"),
                        here.passage("post", "A fire destroyed a grain store"),
                    ),
                ),
            ),
        ),
        notes=(
            Note("post", here.passage("post", "Friday").span, "unresolved-weekday"),
            Note("faro", None, "unknown-outlet"),
        ),
        errors=(SourceError("d.txt", "not-text", "this is not a text; convert it to plain text or HTML first"),),
    )


DESTROYED = "A fire destroyed a grain store in the port of Velmouth on Tuesday, the harbour master said."
BURNT = "A grain store in Velmouth harbour was destroyed by fire late on Monday, firefighters said."
HURT = "41 people were injured in the fire that destroyed a grain store in Velmouth on Tuesday."


def fire_statements(here: Scene) -> list[Statement]:
    master = Speaker("harbour master", here.passage("lantern", "harbour master").span)
    return [
        here.statement(
            "lantern", DESTROYED, speech="reported", speaker=master, cue=here.passage("lantern", "said").span
        ),
        here.statement("gazette", BURNT, speech="reported", speaker=Speaker("firefighters")),
        here.statement("post", DESTROYED),
        here.statement("faro", HURT),
    ]


def day_of_fire(here: Scene) -> Finding:
    tuesday = here.version(
        on("2026-11-17"), "Tue 17 Nov", (0, "lantern", "Tuesday"), (2, "post", "Tuesday"), (3, "faro", "Tuesday")
    )
    monday = here.version(on("2026-11-16"), "Mon 16 Nov", (1, "gazette", "Monday"))
    steps = (
        Step(
            "date.weekday", (here.passage("lantern", "Tuesday"),), (("anchor", "published"), ("earliest", "2026-11-17"))
        ),
        Step("relation.apart", (), (("relation", "conflict"),)),
    )
    about = role("grain store", "destroyed")
    comparison = compared("date", "conflict", about, tuesday, monday, steps=steps)
    return here.finding(
        "k7f2m3qd6x",
        "discrepancy",
        fire_statements(here),
        [comparison],
        severity="conflict",
        terms=(Term("shared-words", 0.6), Term("origins", 0.25)),
        confidence=0.85,
    )


def injured(here: Scene) -> Finding:
    statements = [
        here.statement("gazette", "Twenty-seven people were hurt."),
        here.statement("lantern", "At least 32 people were injured, the health ministry said."),
        here.statement("post", "At least 32 people were injured, the health ministry said."),
        here.statement("faro", HURT),
    ]
    versions = [
        here.version(figure("27"), "27", (0, "gazette", "Twenty-seven"), as_of=["2026-11-18T08:55"]),
        here.version(
            figure("32", bound="low"),
            "at least 32",
            (1, "lantern", "At least 32"),
            (2, "post", "At least 32"),
            as_of=["2026-11-18T09:10"] * 2,
        ),
        here.version(figure("41"), "41", (3, "faro", "41"), as_of=["2026-11-18T20:30"]),
    ]
    comparison = compared("quantity", "update", role("people", "injured"), *versions)
    return here.finding("m3qdzzzzzz", "discrepancy", statements, [comparison], severity="update", group=1)


def barley(here: Scene) -> Finding:
    statements = [
        here.statement("lantern", "The store held 4,500 tonnes of barley."),
        here.statement("gazette", "The store held about 4,500 tonnes of barley, its owner said."),
    ]
    versions = [
        here.version(
            figure("4500", unit="tonne", sort="mass", precision="100"), "4,500 tonnes", (0, "lantern", "4,500 tonnes")
        ),
        here.version(
            figure("4500", unit="tonne", sort="mass", precision="100", approximate=True),
            "about 4,500 tonnes",
            (1, "gazette", "about 4,500 tonnes"),
        ),
    ]
    owner = here.version((("name", "owner"),), "its owner", (1, "gazette", "its owner"))
    comparisons = [
        compared("quantity", "compatible", role("barley", "held"), *versions),
        compared("attribution", "only-here", role(predicate="say"), owner),
    ]
    return here.finding("agr2barley", "agreement", statements, comparisons, group=2)


def destroyed(here: Scene) -> Finding:
    return here.finding("agr2fire77", "agreement", fire_statements(here), [])


def alone(here: Scene) -> list[Finding]:
    def one(id: str, article: str, words: str, *found: tuple[str, Values, str], checkable: bool = True) -> Finding:
        comparisons = [
            compared(facet, "only-here", role(), here.version(value, text, (0, article, text)))
            for facet, value, text in found
        ]
        return here.finding(
            id, "single-source", [here.statement(article, words)], comparisons, checkable=checkable, group=9
        )

    return [
        one("sing2ferry", "post", "Ferries were cancelled until Friday.", ("date", on("2026-11-20"), "Friday")),
        one("sing2truck", "gazette", "The fire brigade sent 14 engines.", ("quantity", figure("14"), "14")),
        one("sing2crown", "faro", "The damage was put at 3 million crowns by the insurer.",
            ("quantity", figure("3000000", unit="crown", sort="money", precision="1000000"), "3 million crowns"),
            ("attribution", (("name", "insurer"),), "the insurer")),
        one("sing2guess", "faro", "Who should pay is anybody's guess.", checkable=False),
    ]  # fmt: skip
