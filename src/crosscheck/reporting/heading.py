"""What a comparison is about, for who has not read the sentences: a role that says it, else a sentence with a gap.

"people killed" says what two figures are of. "last", "company" or "fell" do not, though they are all that can be
told of the role; there the heading is one of the statements, with a gap where its version stands: "The Karseth
Dam was built in ___". Whatever is said about a role is read out of such a statement, so it can not be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscheck.model import Comparison, Finding, Span
from crosscheck.reporting import excerpt, wording
from crosscheck.reporting.view import View

GAP = "___"
ROOM = 72
# of a quotation, or of what is a statement's greater part, no more would be left than its edges
_MOST = 0.6
_LEAST = 16
# what begins an object, so near to its subject
_ARTICLES = ("the", "a", "an", "his", "her", "its", "their")
_NEAR = 80
# where a clause ends; what stands in brackets
_CLAUSE = re.compile(r"[,;](?=\s)|\s[–—-](?=\s)")
_BRACKET = re.compile(r"\([^()]*+\)")
_QUOTES = " \"“”‘’'"


def heading(view: View, finding: Finding, comparison: Comparison, room: int = ROOM) -> str:
    """The facet, then what it is about; the facet alone where neither its role nor a statement says that."""
    kind = wording.FACETS[comparison.facet]
    about = subject(view, finding, comparison)
    if about:
        return f"{kind}: {about}"
    parts = gapped(view, finding, comparison, max(_LEAST, room - len(kind) - 4))
    return f"{kind}: “{closed(parts)}”" if len(parts) > 1 else view.title(finding, comparison)


def subject(view: View, finding: Finding, comparison: Comparison) -> str:
    """The role in words, where these say what the comparison is about; nothing where they do not."""
    texts = (each.of(view.report.article(each.article_id).text) for each in finding.statements)
    return view.about(finding, comparison) if speaks(comparison.facet, dict(comparison.role), texts) else ""


def speaks(facet: str, role: Mapping[str, Any], texts: Iterable[str]) -> bool:
    """Whether a role says what a comparison is about, and the texts do.

    "The flood left 2,600 homes without power" counts homes, and names a flood, but says of none that it was flooded.

    >>> home = {"counted": "home", "predicate": "flood", "display": "homes flooded"}
    >>> speaks("quantity", home, ["The flood left 2,600 homes without power"])
    False
    >>> speaks("quantity", home, ["The river flooded 2,600 homes", "The flood left 2,600 homes without power"])
    True
    >>> people = {"counted": "person", "predicate": "join", "display": "people joined"}
    >>> speaks("quantity", people, ["Some 300 people have joined the choir"])
    False
    """
    if not wording.speaks(facet, role):
        return False
    words = role["display"].partition(" (")[0].split(" ")
    verb = words[-1]
    texts = list(texts)
    if verb.endswith(("ed", "en")) and any(_has_object(text.lower(), words[0], verb) for text in texts):
        return False  # "people joined" does not say what, as "people killed" says all
    # of another word for the same ("die", "killed") there is a list; a form of the text's own word may be of its noun
    inflected = (role.get("predicate") or verb)[:4] == verb[:4]
    return not inflected or any(verb in text.lower() for text in texts)


def _has_object(text: str, counted: str, verb: str) -> bool:
    """Whether those counted do something to something: "people from Russia have joined the ranks"."""
    before, found, after = text.partition(f" {verb} ")
    _, counts, between = before[-_NEAR:].rpartition(counted)
    return bool(found and counts) and after.partition(" ")[0] in _ARTICLES and not set(between) & set(".;,")


def gapped(view: View, finding: Finding, comparison: Comparison, room: int) -> list[str]:
    """The shortest statement that gives a version, in pieces: the gaps stand between them. Nothing where none fits.

    A quotation's own words are what it is about.
    """
    spans: dict[int, list[Span]] = {}
    for version in () if comparison.facet == "quote" else comparison.versions:
        for mention in version.mentions:
            spans.setdefault(mention.statement, []).append(mention.passage.span)
    letters = list(view.letters)
    found = []
    for position, marks in spans.items():
        statement = finding.statements[position]
        hull = statement.hull
        text = hull.of(view.report.article(statement.article_id).text)
        inside = [mark.shift(-hull.start) for mark in marks if hull.contains(mark)]
        found.append((text, inside, letters.index(statement.article_id)))
    return chosen(found, room)


def gapped_json(finding: Mapping[str, Any], facet: Mapping[str, Any], room: int) -> list[str]:
    """The same from a finding and its facet as the JSON report has them."""
    spans: dict[int, list[Span]] = {}
    for version in () if facet["kind"] == "quote" else facet["versions"]:
        for place in version["places"]:
            spans.setdefault(place["statement"], []).append(Span(place["start"], place["end"]))
    found = []
    for position, marks in spans.items():
        statement = finding["statements"][position]
        hull = Span(statement["start"], statement["end"])
        found.append((statement["text"], [m.shift(-hull.start) for m in marks if hull.contains(m)], position))
    return chosen(found, room)


def chosen(statements: Iterable[tuple[str, Sequence[Span], int]], room: int) -> list[str]:
    """The shortest of some texts around their marks, with the marks left out; texts of one length by their rank.

    >>> chosen([("The dam, which was built in 1967, supplies farms.", [Span(28, 32)], 0),
    ...         ("The dam was built in 1962.", [Span(21, 25)], 1)], 40)
    ['The dam was built in ', '.']
    """
    fit = [
        (len(text), rank, _around(text, marks, room))
        for text, marks, rank in statements
        if marks and sum(mark.end - mark.start for mark in marks) <= _MOST * len(text)
    ]
    return min((each for each in fit if _says(each[2])), default=(0, 0, []))[2]


def _around(text: str, marks: Sequence[Span], room: int) -> list[str]:
    """What stands around the marks; where its beginning would be cut off, rather without its brackets and its end.

    >>> _around("The Union (formerly the League) met in Pelmar, the mayor said.", [Span(39, 45)], 40)
    ['The Union … met in ', ' …']
    """
    parts = excerpt.around(text, marks, room, len(GAP))
    if not parts[0].startswith(excerpt.ELLIPSIS):
        return parts
    beginning, *rest = excerpt.around(*_unbracketed(text, marks), room, len(GAP))
    return [beginning.replace(f"{excerpt.ELLIPSIS} {excerpt.ELLIPSIS}", excerpt.ELLIPSIS), *rest]


def _unbracketed(text: str, marks: Sequence[Span]) -> tuple[str, list[Span]]:
    """A text without what stands in brackets, and without what follows the clause of the last mark."""
    end = _CLAUSE.search(text, max(mark.end for mark in marks))
    if end:
        text = f"{text[: end.start()]} {excerpt.ELLIPSIS}"
    parts: list[str] = []
    left_out: list[tuple[int, int]] = []
    done = 0
    for bracket in _BRACKET.finditer(text):
        if not any(mark.overlaps(Span(*bracket.span())) for mark in marks):
            parts += [text[done : bracket.start()], excerpt.ELLIPSIS]
            left_out.append((bracket.start(), bracket.end() - bracket.start() - 1))
            done = bracket.end()
    gone = [sum(size for start, size in left_out if start < mark.start) for mark in marks]
    moved = [mark.shift(-size) for mark, size in zip(marks, gone, strict=True)]
    return "".join([*parts, text[done:]]), moved


def _says(parts: Sequence[str]) -> bool:
    return sum(map(len, parts)) >= _LEAST


def bare(parts: Sequence[str]) -> list[str]:
    """The pieces without the quotation marks and the full stop that a statement begins and ends with."""
    if not parts:
        return []
    first, *rest = [_opened(parts[0].lstrip(_QUOTES)), *parts[1:]]
    *most, last = [first, *rest]
    return [*most, last.rstrip(_QUOTES).removesuffix(".")]


def _opened(beginning: str) -> str:
    """A cut beginning, without the end of a bracket whose beginning was cut off, if enough is left.

    >>> _opened("… of Harbour Towns) Council met in the village of ")
    '… Council met in the village of '
    >>> _opened("… the Towns) met in ")
    '… the Towns) met in '
    """
    before, bracket, after = beginning.partition(")")
    unmatched = beginning.startswith(excerpt.ELLIPSIS) and bracket and "(" not in before
    return f"{excerpt.ELLIPSIS}{after}" if unmatched and len(after) >= _LEAST else beginning


def closed(parts: Sequence[str]) -> str:
    """The same as one line, in which each gap is `GAP`."""
    return GAP.join(bare(parts)).strip(" ")
