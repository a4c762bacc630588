"""Each finding as a card: what it is about, who gives which version, where it stands, and why it is what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from crosscheck.model import Article, Comparison, Finding, Mention, Passage, Span, Statement, Uncompared
from crosscheck.reporting import heading, safe, telling, wording
from crosscheck.reporting.choosing import leading, once_each_origin, origins_behind, sole_speaker
from crosscheck.reporting.excerpt import excerpt
from crosscheck.reporting.explaining import sums
from crosscheck.reporting.html.atlas import SIGNS, Atlas, Mark, kind
from crosscheck.reporting.html.texts import Piece, pieces
from crosscheck.reporting.html.timeline import Timeline, timeline
from crosscheck.reporting.options import bearing_facets
from crosscheck.reporting.stepping import step_in_words, steps_in_order
from crosscheck.reporting.text_header import plural

LABELS = {
    "conflict": "Conflict", "update": "Update", "agreement": "Agreement", "single-source": "Single-source",
}  # fmt: skip
WHY = {"conflict": "Why a conflict", "update": "Why an update", "agreement": "Why no conflict"}
_CLOSING = ("”", '",', '."', "’ ")  # of a quotation before the words that tell who says it
SAME_WORDS = "told in much the same words; nothing that could be compared differs: read both"
_FIGURE = re.compile(r"\d(?:[\d.,:]*\d)?+")
_YEAR = re.compile("(?:1[89]|20)\\d\\d")
_QUOTES = "\"“”‘’' "
# what a clause ends in, where its sentence goes on
_STOPS = ",;:–—- "
_SNIPPET = 90
# so much of what stands before a clause in its sentence is shown
_BEFORE = 60
BREAKS_OFF = "… (breaks off)"
_SENTENCE = 30
# so many dots are taken in at a glance, so many sides in a phrase
_DOTS = 6
_SIDES = 3
# of more statements than these the place alone is told
_QUOTED = 8


@frozen
class Giver:
    """An article that gives a version, and the statement in which it does."""

    letter: str
    name: str
    statement: str


@frozen
class Given:
    """A version: its value, who gives it, how many origins that is, and since when in a figure that develops."""

    display: str
    givers: tuple[Giver, ...]
    origins: str
    since: str


@frozen
class Facet:
    """A comparison: what it is about (nothing, where the card's title says so), and its versions."""

    title: str
    relation: str
    ordered: bool
    versions: tuple[Given, ...]


@frozen
class Quote:
    """A statement quoted, with its place as path:line:column and the statement's element id in the article; of a
    clause the beginning of its sentence, of what breaks off in the article that it does."""

    letter: str
    name: str
    location: str
    statement: str
    pieces: tuple[Piece, ...]
    speaker: str = ""
    before: str = ""
    after: str = ""


@frozen
class Sure:
    """A figure from 0 to 1 as the sum of its terms, and in words what it is and from what on it counts."""

    words: str
    total: float
    counts: str
    terms: tuple[tuple[float, str], ...]


@frozen
class Card:
    """A finding, ready to be set."""

    id: str
    short: str
    full: str
    kind: str
    sign: str
    label: str
    facet: str
    title: str
    words: tuple[str, ...]
    scope: str
    origins: str
    dots: str
    facets: tuple[str, ...]
    letters: tuple[str, ...]
    compared: tuple[Facet, ...]
    timeline: Timeline | None
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]
    why_label: str
    why: tuple[str, ...]
    check: str
    beside: tuple[tuple[str, str], ...]
    details: tuple[str, ...]
    sums: tuple[Sure, ...]
    steps: tuple[str, ...]


def card(atlas: Atlas, finding: Finding) -> Card:
    """A discrepancy or an agreement."""
    lead, borne = leading(finding)
    facet, about, said = _subject(atlas, finding, lead)
    quotes, more = _quotes(atlas, finding, borne)
    update = next((c for c in borne if c.relation == "update"), None)
    return Card(
        id=atlas.ids[finding.id],
        short=atlas.view.ids[finding.id],
        full=finding.id,
        kind=kind(finding),
        sign=SIGNS[kind(finding)],
        label=LABELS[kind(finding)],
        facet=facet,
        title=about,
        words=said,
        scope="within one article" if finding.scope == "within" else "",
        origins=origins(finding, lead),
        dots=dots(finding, lead),
        facets=bearing_facets(finding),
        letters=tuple(atlas.view.letters_of(s.article_id for s in finding.statements)),
        compared=tuple(_facet(atlas, finding, comparison, comparison is not lead) for comparison in borne),
        timeline=timeline(atlas.view, update) if update else None,
        quotes=quotes,
        more=more,
        why_label=WHY[kind(finding)],
        why=tuple(dict.fromkeys(_why(atlas, finding, borne))),
        check=(wording.check(atlas.view.report, finding, borne[0]) or "") if borne else "",
        beside=tuple((atlas.ids[f.id], f"{LABELS[kind(f)]}: {title(atlas, f)}") for f in atlas.beside(finding)),
        details=tuple(telling.detail(atlas.view, finding, c) for c in telling.details(finding, borne)),
        sums=tuple(_sure(atlas, finding)),
        steps=steps(atlas, finding),
    )


def title(atlas: Atlas, finding: Finding) -> str:
    """What the finding is about: the facet and its role or a sentence, else the beginning of what is said."""
    lead, _ = leading(finding)
    if lead and finding.verdict != "single-source":
        return heading.heading(atlas.view, finding, lead)
    return f"“{snippet(atlas, finding)}”"


def _subject(atlas: Atlas, finding: Finding, lead: Comparison | None) -> tuple[str, str, tuple[str, ...]]:
    """The facet, the role where it says what this is about, and a statement around its gaps, or its beginning."""
    if lead is None:
        return "", "", (snippet(atlas, finding),)
    about = heading.subject(atlas.view, finding, lead)
    said = tuple(heading.bare(heading.gapped(atlas.view, finding, lead, _SNIPPET)))
    if not said:
        said = (snippet(atlas, finding),)
    return wording.FACETS[lead.facet], about, said


def snippet(atlas: Atlas, finding: Finding) -> str:
    """The shortest of the finding's statements, or its beginning; of what is hardly a sentence rather another."""
    letters = list(atlas.view.letters)
    told = [
        (statement.of(atlas.view.report.article(statement.article_id).text), letters.index(statement.article_id))
        for statement in finding.statements
    ]
    text, _ = min(told, key=lambda each: (_fragment(each[0]), len(each[0]), each[1], each[0]))
    return " ".join(word.text for word in excerpt(text[: 4 * _SNIPPET].strip(_QUOTES).rstrip(_STOPS), (), _SNIPPET))


def _fragment(text: str) -> bool:
    """Whether this is hardly a sentence: too short for one, or a clause that goes on from another."""
    return len(text) < _SENTENCE or text[:1].islower()


def origins(finding: Finding, lead: Comparison | None) -> str:
    """How many origins stand behind it; in a discrepancy, how many against how many."""
    if finding.scope == "within":
        return "1 origin against itself"
    if finding.verdict == "discrepancy" and finding.independent_origins == 1:
        return "1 origin, in copies that differ"
    if finding.verdict != "discrepancy" or lead is None:
        number = origins_behind(finding, lead)
        if sole_speaker(finding, lead):
            return f"{plural(number, 'origin')}, one speaker"
        return plural(number, "independent origin" if number > 1 else "origin")
    sides = [len(set(version.origins)) for version in lead.versions]
    if finding.severity == "update":
        return plural(len({o for version in lead.versions for o in version.origins}), "origin")
    if len(sides) > _SIDES:
        return f"{len(sides)} versions, {plural(len({o for v in lead.versions for o in v.origins}), 'origin')}"
    most, *others = sorted(sides, reverse=True)
    return f"{most} against {wording.listed(map(str, others))}"


def dots(finding: Finding, lead: Comparison | None) -> str:
    """The same to be seen at a glance: a full dot for each origin, those of another version apart."""
    if finding.verdict == "discrepancy" and lead and finding.independent_origins > 1:
        sides = sorted((len(set(version.origins)) for version in lead.versions), reverse=True)
    else:
        sides = [1 if finding.verdict == "discrepancy" else origins_behind(finding, lead)]
    return " | ".join("●" * side for side in sides) if sum(sides) <= _DOTS else ""


def _facet(atlas: Atlas, finding: Finding, comparison: Comparison, named: bool) -> Facet:
    given = tuple(
        Given(
            version.display,
            givers(atlas, finding, version.mentions),
            plural(len(set(version.origins)), "origin"),
            telling.since(comparison, version).strip(),
        )
        for version in telling.ordered(atlas.view, comparison)
    )
    about = atlas.view.title(finding, comparison, brief=True) if named else ""
    return Facet(about, comparison.relation, telling.develops(comparison), given)


def givers(atlas: Atlas, finding: Finding, mentions: Iterable[Mention]) -> tuple[Giver, ...]:
    """The articles of some mentions, each once, in the order in which articles are listed."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.passage.article_id, mention)
    order = [article.id for article in atlas.view.articles if article.id in first]
    return tuple(
        Giver(atlas.view.letters[a], atlas.view.names[a], atlas.marked(finding.statements[first[a].statement]).id)
        for a in order
    )


def _quotes(atlas: Atlas, finding: Finding, borne: Sequence[Comparison]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """One statement of each origin (in a discrepancy: of each version), and the others, of which the place is told."""
    groups = [version.mentions for comparison in borne for version in comparison.versions]
    if finding.verdict != "discrepancy":
        groups = [tuple(mention for group in groups for mention in group)]
    chosen = {position for group in groups for position, _ in once_each_origin(finding, group)}
    heard = {finding.origins[position] for position in chosen}
    if finding.verdict != "discrepancy" or not borne:
        for position, origin in enumerate(finding.origins):
            if origin not in heard:
                heard.add(origin)
                chosen.add(position)
    letters = list(atlas.view.letters)
    statements = finding.statements
    order = sorted(range(len(statements)), key=lambda n: (letters.index(statements[n].article_id), statements[n].spans))
    first = [n for n in order if n in chosen][:_QUOTED]
    quoted = tuple(quote(atlas, finding, n, borne) for n in first)
    return quoted, tuple(quote(atlas, finding, n, borne) for n in order if n not in first)


def quote(atlas: Atlas, finding: Finding, position: int, compared: Iterable[Comparison]) -> Quote:
    """A statement in full, with what was compared in it marked, and where that stands."""
    statement = finding.statements[position]
    mentions = [
        (mention.passage, comparison.relation)
        for comparison in compared
        for version in comparison.versions
        for mention in version.mentions
        if mention.statement == position
    ]
    marks = [Mark(passage.span, relation, ()) for passage, relation in mentions]
    place = min((passage for passage, _ in mentions), default=Passage(statement.article_id, statement.hull))
    return Quote(
        letter=atlas.view.letters[statement.article_id],
        name=atlas.view.names[statement.article_id],
        location=atlas.view.location(place),
        statement=atlas.marked(statement).id,
        pieces=pieces(atlas.view.report.article(statement.article_id).text, statement.hull, marks),
        speaker=_cited(atlas, statement, [passage.span for passage, _ in mentions]),
        before=_before(atlas, statement),
        after=BREAKS_OFF if _breaks_off(atlas, statement) else "",
    )


def _cited(atlas: Atlas, statement: Statement, compared: Sequence[Span]) -> str:
    """Whom a statement cites; nobody for what the outlet tells beside: “…,” Putin told a summit in Astana."""
    if statement.speaker is None or statement.speech == "own":
        return ""
    text, cue = atlas.view.report.article(statement.article_id).text, statement.cue
    told_first = cue is not None and any(mark in text[statement.hull.start : cue.start] for mark in _CLOSING)
    if cue is not None and told_first and compared and all(span.start >= cue.end for span in compared):
        return ""
    return statement.speaker.name


def _before(atlas: Atlas, statement: Statement) -> str:
    """The beginning of the sentence that a clause goes on from; nothing where the clause can stand alone."""
    text = atlas.view.report.article(statement.article_id).text
    if not statement.of(text)[:1].islower() or statement.hull.start <= statement.sentence.start:
        return ""
    before = Span(statement.sentence.start, statement.hull.start).of(text)
    return shortened_to(safe.line(" ".join(before.split())), _BEFORE)


def shortened_to(text: str, room: int) -> str:
    """The end of a text, from a word on."""
    if safe.cells(text) <= room:
        return text
    return f"… {safe.tail(text, room).partition(' ')[2]}"


def _breaks_off(atlas: Atlas, statement: Statement) -> bool:
    """Whether the article's text ends in the middle of this."""
    return any(
        note.code == "truncated-sentence"
        and note.article_id == statement.article_id
        and note.span is not None
        and note.span.start < statement.hull.end <= note.span.end
        for note in atlas.view.report.notes
    )


def _why(atlas: Atlas, finding: Finding, borne: Sequence[Comparison]) -> Iterator[str]:
    speaker = sole_speaker(finding, borne[0] if borne else None)
    if speaker:
        yield wording.one_witness(speaker)
    yield from (wording.TAGS[tag] for tag in finding.tags if tag in wording.TAGS)
    if not borne:
        yield SAME_WORDS
    told = [c for c in borne if c.relation != "same" or len(c.versions) > 1] or borne[:1]
    for comparison in told:
        reason = comparison.explanation.rstrip(".") or wording.because(comparison)
        yield f"{atlas.view.title(finding, comparison, brief=True)}: {reason}" if len(told) > 1 else reason


def _sure(atlas: Atlas, finding: Finding) -> Iterator[Sure]:
    """How sure it is that the statements belong together, and that the finding holds."""
    alignment, confidence = sums(finding)
    floor, least = dict(atlas.view.report.config).get("link_floor"), atlas.options.min_confidence
    if alignment.terms:
        counts = f"Statements are put together from {floor:.2f} on" if isinstance(floor, float) else ""
        yield Sure("How surely the statements say the same thing", alignment.total, counts, alignment.terms)
    if confidence.terms:
        counts = f"Shown if at least {least:.2f}" if least else "Every finding is shown, however low"
        yield Sure("How surely the finding holds", confidence.total, counts, confidence.terms)


def steps(atlas: Atlas, finding: Finding) -> tuple[str, ...]:
    """The steps in words, where they are asked for."""
    if not atlas.options.explain:
        return ()
    return tuple(step_in_words(atlas.view, step, comparison) for step, comparison in steps_in_order(finding))


@frozen
class Alone:
    """A single-source finding: what one origin alone says, and where in other articles it stands."""

    id: str
    short: str
    full: str
    facets: tuple[str, ...]
    letters: tuple[str, ...]
    quote: Quote
    also: tuple[Quote, ...]
    steps: tuple[str, ...]


def alone(atlas: Atlas, finding: Finding) -> Alone:
    """A single-source finding."""
    letters = tuple(atlas.view.letters_of(statement.article_id for statement in finding.statements))
    own = finding.statements[0].article_id
    others = [n for n, statement in enumerate(finding.statements) if statement.article_id != own]
    return Alone(
        id=atlas.ids[finding.id],
        short=atlas.view.ids[finding.id],
        full=finding.id,
        facets=tuple(dict.fromkeys((*(c.facet for c in finding.comparisons), *bearing_facets(finding)))),
        letters=letters,
        quote=_figures(atlas, finding),
        also=tuple(quote(atlas, finding, n, ()) for n in others),
        steps=steps(atlas, finding),
    )


def figures_alone(atlas: Atlas, finding: Finding) -> Iterator[str]:
    """The figures in what one origin alone says, years and small ones left out."""
    statement = finding.statements[0]
    for word in _FIGURE.findall(statement.of(atlas.view.report.article(statement.article_id).text)):
        if tells(word):
            yield word


def _figures(atlas: Atlas, finding: Finding) -> Quote:
    """The statement with its figures (else its dates) marked, and the first one's place, for who looks for one."""
    found = quote(atlas, finding, 0, ())
    statement = finding.statements[0]
    text = atlas.view.report.article(statement.article_id).text
    figures = [Span(*m.span()) for m in _FIGURE.finditer(text, statement.hull.start, statement.hull.end)]
    figures = figures or sorted(_read(finding))
    first = next((figure for figure in figures if tells(figure.of(text))), figures[0] if figures else None)
    return evolve(
        found,
        pieces=pieces(text, statement.hull, [Mark(figure, "same", ()) for figure in figures]),
        location=atlas.view.location(Passage(statement.article_id, first)) if first else found.location,
    )


def _read(finding: Finding) -> Iterator[Span]:
    """Where a figure in words, or a date, was read in a finding's first statement."""
    for comparison in finding.comparisons:
        if comparison.facet in ("quantity", "date"):
            mentions = (mention for version in comparison.versions for mention in version.mentions)
            yield from (mention.passage.span for mention in mentions if mention.statement == 0)


def tells(figure: str) -> bool:
    """Whether a figure is one that a reader may look for: neither a year nor a small one."""
    return len(figure) > 2 and not _YEAR.fullmatch(figure)


@frozen
class Apart:
    """What looks alike and was not compared: of which facet, why, and the places."""

    facet: str
    reason: str
    quotes: tuple[Quote, ...]


def apart(atlas: Atlas, pair: Uncompared) -> Apart:
    """Two passages that were left alone."""
    return Apart(
        wording.FACETS[pair.facet],
        wording.reason(pair.reason),
        tuple(_pointed(atlas, passage) for passage in pair.passages),
    )


def _pointed(atlas: Atlas, passage: Passage) -> Quote:
    """A passage marked in the statement that holds it."""
    article: Article = atlas.view.report.article(passage.article_id)
    around = [m for m in atlas.of_article(article.id) if m.statement.hull.contains(passage.span)]
    stretch = around[0].statement.hull if around else passage.span
    return Quote(
        letter=atlas.view.letters[article.id],
        name=atlas.view.names[article.id],
        location=atlas.view.location(passage),
        statement=around[0].id if around else "",
        pieces=pieces(article.text, stretch, [Mark(passage.span, "same", ())]),
    )
