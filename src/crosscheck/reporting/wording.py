"""Relations, reasons, roles and codes in a reader's words. Reports say who says what, never what is true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from crosscheck.model import Comparison, Finding, Report, Role, Values, Version

FACETS = {
    "quantity": "figure",
    "date": "date",
    "place": "place",
    "name": "name",
    "polarity": "whether it is so",
    "direction": "up or down",
    "attribution": "who says so",
    "quote": "quoted words",
    "certainty": "how certain it is",
    "wording": "wording",
}
REASONS = {
    "different-extent": "they are about different places, groups or parts",
    "different-period": "they are about different times",
    "different-thing": "they are not about the same thing",
    "no-role": "the text does not say clearly enough what they are about",
    "unresolved-date": "a date could not be worked out",
    "ambiguous-date": "a date can be read in two ways, and in one of them they agree",
    "time-zone": "the days are one apart, which a difference in time zones can explain",
    "currency": "they are in different currencies, and no article gives a rate",
    "low-alignment": "the sentences may not be about the same thing",
}
CONFLICTS = {
    "quantity": "the figures do not meet, even when rounding and words like “about” are allowed for",
    "date": "the dates do not meet",
    "place": "two places are named, and neither is said to lie in the other",
    "name": "two names are given in the same part",
    "polarity": "one rules out what the other says",
    "direction": "the changes go opposite ways",
    "attribution": "the same words are given to different speakers",
    "quote": "one speaker's words are quoted differently",
    "certainty": "one is firmer than the other",
    "wording": "the same sentence is completed in different ways",
}
TAGS = {
    "speakers-disagree": "the speakers differ, not the outlets: each figure has a speaker of its own",
    "quotation-variant": "one speaker, in two wordings or translations",
    "headline-firmer": "the headline is firmer than the text under it",
    "edited-copy": "copies of one origin differ: something was changed on the way",
}
CHECKS = {
    "edited-copy": "the origin's own text: which of the copies keeps to it?",
    "speakers-disagree": "with each of the speakers: what do they count, and when?",
    "headline-firmer": "the text under the headline before quoting the headline",
    "quantity": "do all count the same thing, in the same place, at the same time?",
    "date": "is each the day of the event, or the day it was reported?",
    "no-day": "which came first: a source that gives the day would tell",
    "next-day": "the time of day and the time zone: a night has two dates",
    "same-digits": "the two have the same digits in another order: one may be a slip",
    "place": "does one of the places lie in the other, or is one where the news was sent from?",
    "name": "one person or body under two names, or two?",
    "polarity": "the times: did things change between the articles?",
    "direction": "since when, and of what, is the change measured?",
    "attribution": "a recording or transcript: who said it?",
    "quote": "a recording, or the words in the original language",
    "wording": "what each article gives as its source",
}
NOTES = {
    "truncated-sentence": "a sentence breaks off; it was used as far as it goes",
    "unresolved-weekday": "a weekday could not be turned into a date, since the article's own date is not known",
    "unresolved-date": "a date or weekday could not be worked out",
    "no-lexicon": "its language is not one that crosscheck reads; its sentences were not compared",
    "outlet-from-text": "who published it was taken from the text itself",
    "published-from-text": "when it was published was taken from the text itself",
    "updated-from-text": "when it was last changed was taken from the text itself",
    "origin-from-text": "who reported it first was taken from the text itself",
    "title-from-text": "its title was taken from the text itself",
    "url-from-text": "its address was taken from the text itself",
    "not-utf-8": "it is not in UTF-8; some characters may be wrong",
    "truncated-text": "a service left out the rest of the text; it was used as far as it goes",
    "given-twice": "it was given more than once and read once",
    "front-matter-published": "the date in its front matter is no date that can be read",
    "front-matter-updated": "the date of change in its front matter is no date that can be read",
    "field-published": "its date of publication is no date that can be read",
    "field-updated": "its date of change is no date that can be read",
    "unknown-outlet": "who published it is not known",
    "unknown-date": "when it was published is not known; give it with --published or in a manifest",
}
EVIDENCE = {
    "outlet": "same outlet",
    "credit-line": "credit line",
    "dateline": "dateline",
    "near-verbatim": "nearly the same words",
    "manifest": "list of sources",
}


WHOLE = {
    "agreement": "alike in wording",
    "discrepancy": "alike in wording",
    "single-source": "what one origin alone says",
}
"""What a finding is about that its statements bear as a whole."""
# a role ends in what was done, or in what state things are: "people killed", "people missing", "coaches in all"
_SPEAKS = re.compile("(?:[a-z]{2}(?:ed|en|ing)|aboard|all|dead|held|hurt|lost|sent|shot|sold|won)$")
ROLE_PARTS = ("counted", "predicate", "extent", "period")


def humanised(code: str) -> str:
    """A code that has no words yet, legibly.

    >>> humanised("unresolved-weekday")
    'unresolved weekday'
    """
    return code.replace("-", " ").replace("_", " ").replace(".", ": ")


def note(code: str) -> str:
    """A note's code in words."""
    return NOTES.get(code) or humanised(code)


def reason(code: str | None) -> str:
    """Why two facts were not compared, in words."""
    return REASONS.get(code or "") or humanised(code or "they could not be compared")


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as a sentence has them.

    >>> listed(["The Echo", "The Courier", "El Faro"])
    'The Echo, The Courier and El Faro'
    """
    *most, end = list(names) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def role(values: Values) -> str:
    """A role in a few words: its own, else what is counted, doing what (where) (when).

    >>> role((("counted", "people"), ("predicate", "kill"), ("extent", None), ("period", "2019")))
    'people kill (2019)'
    """
    known = {name: value for name, value in values if isinstance(value, str)}
    return known.get("display") or Role(*(known.get(part) for part in ROLE_PARTS)).display


def speaks(facet: str, known: Mapping[str, Any]) -> bool:
    """Whether a role, by the names of its parts, says in its few words what a comparison is about.

    >>> speaks("quantity", {"counted": "person", "predicate": "die", "display": "people killed"})
    True
    >>> speaks("date", {"counted": None, "predicate": "last", "display": "last"})
    False
    >>> speaks("quantity", {"counted": "members", "display": "UN members in Geneva"})
    True
    """
    if facet not in ("quantity", "date") or known.get("predicate") in ("level", "change"):
        return False
    words = role(tuple(known.items())).partition(" (")[0]
    given = known.get("given", known)
    if "display" in given and "predicate" not in given:
        return " " in words  # said in so many words, not put together from what is counted and the verb
    return " " in words and bool(_SPEAKS.search(words))


def title(comparison: Comparison, about: str | None = None, brief: bool = False) -> str:
    """What a comparison is about: the facet, then the role, in brackets where a value follows (`brief`).

    `about` is the role in the report's words, where these are better than its own.
    """
    kind = FACETS[comparison.facet]
    about = role(comparison.role) if about is None else about
    if comparison.facet in ("attribution", "quote") or about in ("", kind):
        return kind
    if brief and (comparison.facet == "place" or about in ("level", "change")):
        return kind  # a word that stands before the name of a place says nothing without it
    return f"{kind} ({about})" if brief else f"{kind}: {about}"


def speakers(version: Version, names: Mapping[str, str]) -> str:
    """Who gives a version, by name, each once."""
    return listed(dict.fromkeys(names.get(m.passage.article_id, m.passage.article_id) for m in version.mentions))


def sentence(comparison: Comparison, names: Mapping[str, str]) -> str:
    """One sentence for a person: who gives what, and how the versions relate.

    `names` are the outlets by article id. What one gives is in quotation marks: it is the report of a report.
    """
    given = [
        f"{speakers(version, names) or 'one'} {_verb(version)} “{version.display}”" for version in comparison.versions
    ]
    said = "; ".join(given) or "nothing is given"
    return f"{said}: {because(comparison)}."


def _verb(version: Version) -> str:
    return "give" if len({mention.passage.article_id for mention in version.mentions}) > 1 else "gives"


def one_witness(speaker: str) -> str:
    """What to know of an agreement whose statements all cite one speaker."""
    return f"all cite one speaker ({speaker}): one witness, however many report it"


def because(comparison: Comparison) -> str:
    """Why the versions relate as they do, without saying who gives which."""
    return _BECAUSE[comparison.relation](comparison)


def _conflict(comparison: Comparison) -> str:
    if comparison.facet == "date" and "published" in _anchors(comparison):
        return "the dates do not meet; days were worked out from each article's date"
    return CONFLICTS[comparison.facet]


def _update(comparison: Comparison) -> str:
    times = {mention.as_of for version in comparison.versions for mention in version.mentions}
    told = "a figure that changes as a story goes on" if comparison.facet == "quantity" else "it may have changed since"
    if None in times:
        return f"{told}; which came first is not known"
    if len(times) == 1:
        return f"{told}; all are given as of one time"
    return f"{told}, given as of different times" if comparison.facet == "quantity" else told


def _compatible(comparison: Comparison) -> str:
    vague = [version.display for version in comparison.versions if dict(version.value).get("vague")]
    if vague:
        return f"a word like “{vague[0]}” leaves room for the other"
    if comparison.facet == "quantity":
        return "one leaves room for the other: a range, a bound or a rounding"
    return "one leaves room for the other"


def _same(comparison: Comparison) -> str:
    if len(comparison.versions) > 1:
        return "the same, written in different ways"
    return (
        f"the same {FACETS[comparison.facet]}"
        if comparison.facet in ("quantity", "date", "place", "name")
        else "the same"
    )


def _not_compared(comparison: Comparison) -> str:
    return f"not compared: {reason(comparison.reason)}"


def _only_here(comparison: Comparison) -> str:
    return "no other origin gives it"


_BECAUSE: dict[str, Callable[[Comparison], str]] = {
    "conflict": _conflict,
    "update": _update,
    "compatible": _compatible,
    "same": _same,
    "not-compared": _not_compared,
    "only-here": _only_here,
}


def _anchors(comparison: Comparison) -> set[Any]:
    return {value for step in comparison.steps for name, value in step.values if name == "anchor"}


def check(report: Report, finding: Finding, comparison: Comparison) -> str | None:
    """What might reconcile the versions: where to look, or what to ask. `None` where there is nothing to say."""
    for tag in finding.tags:
        if tag in CHECKS:
            return CHECKS[tag]
    if comparison.relation != "conflict":
        return _check_order(report, comparison) if comparison.relation == "update" else None
    if _same_digits(comparison):
        return CHECKS["same-digits"]
    if comparison.facet == "date":
        return _check_date(report, comparison)
    if finding.scope == "within" and comparison.facet == "quantity":
        return "which of the two the article stands by: one may be a slip, or count something else"
    return CHECKS.get(comparison.facet)


def _same_digits(comparison: Comparison) -> bool:
    """Whether two versions are one number with its digits in another order (1979, 1997)."""
    if comparison.facet not in ("quantity", "date"):
        return False
    shown = [version.display for version in comparison.versions]
    return len(set(shown)) > 1 and len({"".join(sorted(one)) for one in shown}) == 1


def _check_order(report: Report, comparison: Comparison) -> str | None:
    undated = _undated(report, comparison)
    return f"when was {listed(undated)} published? That tells which figure is the later one" if undated else None


def _check_date(report: Report, comparison: Comparison) -> str:
    undated = _undated(report, comparison)
    if undated:
        return f"when was {listed(undated)} published? Weekdays cannot be turned into dates without it"
    if all(dict(version.value).get("edtf") is None for version in comparison.versions):
        return CHECKS["no-day"]
    return CHECKS["next-day" if _next_days(comparison) else "date"]


def _next_days(comparison: Comparison) -> bool:
    """Whether the versions are single days, each one after the other."""
    found = [dict(version.value) for version in comparison.versions]
    try:
        days = sorted({date.fromisoformat(value[end]) for value in found for end in ("earliest", "latest")})
    except (KeyError, TypeError, ValueError):
        return False
    return len(days) == len(found) and all((b - a).days == 1 for a, b in pairwise(days))


def _undated(report: Report, comparison: Comparison) -> list[str]:
    used = {mention.passage.article_id for version in comparison.versions for mention in version.mentions}
    return [article.name for article in report.articles if article.id in used and article.published is None]
