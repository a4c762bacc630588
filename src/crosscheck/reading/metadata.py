"""What is known about an article beside its text, and from where it is known first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import evolve, field, fields, frozen

from crosscheck.values.days import bare_date

Moment = date | datetime

_LONGEST_FRONT_MATTER = 100
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:")
_LONGEST_DATE = 60
_CONTINUATION = re.compile(r"\s|-\s|#|$")


def moment(value: str) -> Moment:
    """A day or a time from its ISO 8601 form; `ValueError` for anything else.

    >>> moment("2015-10-16")
    datetime.date(2015, 10, 16)
    >>> moment("2021-10-15T20:27").isoformat()
    '2021-10-15T20:27:00'
    """
    value = value.strip()
    return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)


def _optional_moment(value: Moment | str | None) -> Moment | None:
    return moment(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Metadata:
    """What an option, a manifest, front matter or the article's own lines say; `None` is unsaid.

    >>> Metadata(outlet="The Echo").over(Metadata(outlet="Echo", origin="AFP")).origin
    'AFP'
    """

    id: str | None = None
    outlet: str | None = None
    published: Moment | None = field(default=None, converter=_optional_moment)
    updated: Moment | None = field(default=None, converter=_optional_moment)
    title: str | None = None
    author: str | None = None
    url: str | None = None
    origin: str | None = None

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Metadata:
        """The metadata with these names; dates are days, times, or either in ISO 8601."""
        return cls(**said)

    def over(self, other: Metadata) -> Metadata:
        """This, and what only `other` says."""
        said = {name: getattr(self, name) for name in FIELDS if getattr(self, name) is not None}
        return evolve(other, **said)


NOTHING_SAID = Metadata()
FIELDS: tuple[str, ...] = tuple(attribute.name for attribute in fields(Metadata))
DATES = ("published", "updated")
_IN_FRONT_MATTER = frozenset(FIELDS) - {"id"}


def front_matter(text: str) -> tuple[Metadata, int, tuple[str, ...]]:
    """What the lines between two `---` at the very top say, where the article begins, and wrong dates.

    Keys other than those of `Metadata` are passed over, since Markdown files carry many. Lines that
    are no ``key: value`` make it no front matter, and the article begins at 0.

    >>> known, start, wrong = front_matter("---\\noutlet: The Echo\\n---\\nSeven died.")
    >>> known.outlet, start, wrong
    ('The Echo', 25, ())
    """
    found = _block(text)
    if found is None:
        return NOTHING_SAID, 0, ()
    lines, start = found
    said = {key: value for key, value in map(_pair, lines) if value and key in _IN_FRONT_MATTER}
    dates = {key: written_moment(said[key]) for key in DATES if key in said}
    return Metadata.of({**said, **dates}), start, tuple(key for key, date in dates.items() if date is None)


def _block(text: str) -> tuple[list[str], int] | None:
    """The lines between the marks and the offset behind the second mark."""
    lines: list[str] = []
    at = 0
    while at < len(text) and len(lines) <= _LONGEST_FRONT_MATTER:
        found = _LINE.match(text, at)
        assert found is not None
        line = found[0].rstrip()
        if at == 0 and line != "---":
            return None
        if at and line in ("---", "..."):
            return (lines, found.end()) if any(map(_PAIR.match, lines)) else None
        if at and not (_PAIR.match(line) or _CONTINUATION.match(line)):
            return None
        if at:
            lines.append(line)
        at = found.end()
    return None


def _pair(line: str) -> tuple[str, str]:
    found = _PAIR.match(line)
    if found is None:
        return "", ""
    value = (found[2] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return found[1].casefold(), value


def written_moment(value: str) -> Moment | None:
    """A day or a time in ISO 8601, as mails write it (RFC 2822), or as people do; None for anything else.

    >>> written_moment("Tue, 17 Nov 2026 21:40:00 +0100").isoformat()
    '2026-11-17T21:40:00+01:00'
    >>> written_moment("17 November 2026").isoformat()
    '2026-11-17'
    """
    try:
        return moment(value)
    except ValueError:
        return _mail_moment(value.strip()) or bare_date(value)


def _mail_moment(value: str) -> Moment | None:
    if not _MAIL.match(value):
        return None
    # imported here because few need it
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value[:_LONGEST_DATE])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
