"""Reading: files, folders, manifests and standard input become articles.

What a plain file can't say (outlet, publication date, origin) comes, in this order, from the options
of `read`, a manifest, the file's front matter, and the article's own lines; else it stays unknown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import BinaryIO

from attrs import evolve, frozen

from crosscheck.errors import InputError
from crosscheck.model import Article, Note, SourceError, Span
from crosscheck.reading import ids
from crosscheck.reading.clues import Clue, clues
from crosscheck.reading.decoding import LIMIT, decoded
from crosscheck.reading.metadata import Metadata, Moment, front_matter, moment
from crosscheck.reading.sources import Source, described, named, os_error

__all__ = ["Reading", "read"]

Path = str | os.PathLike[str]


@frozen
class Reading:
    """The articles that could be read, what to know about them, and an error for each other source."""

    articles: tuple[Article, ...]
    notes: tuple[Note, ...] = ()
    errors: tuple[SourceError, ...] = ()


@frozen
class _Text:
    """A source that was read, before it has its id."""

    source: Source
    text: str
    said: Metadata
    clues: tuple[Clue, ...]
    codes: tuple[str, ...]


def read(
    *paths: Path,
    manifest: Path | None = None,
    outlet: str | None = None,
    published: Moment | str | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """The articles behind `paths`: files, folders, manifests (`.json`), and `-` for standard input.

    A folder stands for what its `sources.json` lists, else for its .txt and .md files. `manifest`
    describes the files of `paths`; without paths it lists them. `outlet` and `published` (a day, a
    time, or either in ISO 8601) describe a single source. A file named twice is read once.

    A source that can't be read is an error in the result and never stops the others. Raises
    `InputError` for wrong use alone: nothing to read, a date that is none, or options for a single
    source when there are several.

    >>> import io
    >>> reading = read("-", outlet="The Echo", published="2026-11-17", stdin=io.BytesIO(b"Seven died."))
    >>> [(a.id, a.outlet, a.day.isoformat(), a.text) for a in reading.articles]
    [('stdin', 'The Echo', '2026-11-17', 'Seven died.')]
    >>> read("no-such-file.txt").errors[0].code
    'not-found'
    """
    sources = named(paths or ((manifest,) if manifest is not None else ()))
    if not sources:
        raise InputError("no-sources", "nothing to read; name files, a folder or a manifest, or - for standard input")
    if paths and manifest is not None:
        sources = described(sources, manifest)
    sources = _with_options(sources, Metadata(outlet=outlet, published=_moment(published)))
    read_or_not = [_read(item, stdin) if isinstance(item, Source) else item for item in sources]
    texts = [item for item in read_or_not if isinstance(item, _Text)]
    errors = tuple(item for item in read_or_not if isinstance(item, SourceError))
    return _reading(texts, errors)


def _moment(published: Moment | str | None) -> Moment | None:
    try:
        return moment(published) if isinstance(published, str) else published
    except ValueError:
        message = f"{published!r} is no date; write it as 2015-10-16 or 2015-10-16T09:30+00:00"
        raise InputError("bad-date", message) from None


def _with_options(sources: Sequence[Source | SourceError], options: Metadata) -> tuple[Source | SourceError, ...]:
    if options != Metadata() and len(sources) > 1:
        message = "an outlet and a date can be given for a single source only; for several, write a sources.json"
        raise InputError("one-source", message)
    return tuple(evolve(s, said=options.over(s.said)) if isinstance(s, Source) else s for s in sources)


def _read(source: Source, stdin: BinaryIO | None) -> _Text | SourceError:
    try:
        text, unicode = decoded(_bytes(source, stdin))
        codes = ("not-utf-8",) * (not unicode) + ("given-twice",) * (source.times > 1)
        return _text(source, text, codes)
    except InputError as error:
        return SourceError(source.shown, error.code, str(error))
    except OSError as error:
        return os_error(error, source.shown)


def _bytes(source: Source, stdin: BinaryIO | None) -> bytes:
    """At most one byte more than may be read, which is enough to know that there is too much."""
    if source.path is None:
        return (stdin or sys.stdin.buffer).read(LIMIT + 1)
    with open(source.path, "rb") as file:
        return file.read(LIMIT + 1)


def _text(source: Source, text: str, codes: tuple[str, ...]) -> _Text:
    """Metadata in their order: options and manifest (in the source), front matter, the article's lines."""
    matter, start, wrong = front_matter(text)
    body = text[start:]
    if not body.strip():
        raise InputError("empty", "nothing but front matter; put the article's text under it")
    said = source.said.over(matter)
    found = tuple(clue for clue in clues(body) if getattr(said, clue.about) is None)
    said = said.over(Metadata.of({clue.about: clue.value for clue in found}))
    return _Text(source, body, said, found, codes + tuple(f"front-matter-{key}" for key in wrong))


def _reading(texts: Sequence[_Text], errors: tuple[SourceError, ...]) -> Reading:
    candidates = [ids.names(PurePath(_shown_or_stdin(t.source)), t.said.id) for t in texts]
    named = list(zip(texts, ids.shortest(candidates), strict=True))
    return Reading(
        articles=tuple(_article(text, name) for text, name in named),
        notes=tuple(note for text, name in named for note in _notes(text, name)),
        errors=errors,
    )


def _shown_or_stdin(source: Source) -> str:
    return "stdin" if source.path is None else source.shown


def _article(text: _Text, name: str) -> Article:
    said = text.said
    return Article(
        id=name,
        text=text.text,
        outlet=said.outlet,
        published=said.published,
        updated=said.updated,
        title=said.title,
        url=said.url,
        origin=said.origin,
        path=text.source.shown,
    )


def _notes(text: _Text, name: str) -> list[Note]:
    codes = (*text.codes, "unknown-date") if text.said.published is None else text.codes
    notes = [Note(name, None, code) for code in codes]
    return notes + [Note(name, Span(clue.start, clue.end), f"{clue.about}-from-text") for clue in text.clues]
