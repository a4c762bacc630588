"""Reading: files, folders, manifests and standard input become articles.

Each text goes to the reader of its format (`formats`). What a file can't say (outlet, publication date,
origin) comes, in this order, from the options of `read`, a manifest, the file's front matter, meta tags
or fields, and the article's own lines; else it stays unknown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from crosscheck.config import Config, Fields
from crosscheck.errors import InputError
from crosscheck.model import Article, Note, SourceError, Span
from crosscheck.reading import ids
from crosscheck.reading.clues import Clue, clues
from crosscheck.reading.decoding import LIMIT, decoded, is_unicode
from crosscheck.reading.formats import Document, documents, format_of
from crosscheck.reading.metadata import Metadata, Moment, moment
from crosscheck.reading.sources import Source, described, listed, named, os_error

__all__ = ["Reading", "read"]

Path = str | os.PathLike[str]


class Reading(NamedTuple):
    """The articles that could be read, what to know about them, and an error for each other source."""

    articles: tuple[Article, ...]
    notes: tuple[Note, ...] = ()
    errors: tuple[SourceError, ...] = ()


class _Text(NamedTuple):
    """An article that was read, before it has its id."""

    source: Source
    document: Document
    said: Metadata
    clues: tuple[Clue, ...]
    codes: tuple[str, ...]


def read(
    *paths: Path,
    manifest: Path | None = None,
    outlet: str | None = None,
    published: Moment | str | None = None,
    stdin: BinaryIO | None = None,
    config: Config | None = None,
) -> Reading:
    """The articles behind `paths`: files, folders, manifests, and `-` for standard input.

    Files are plain text, Markdown, web pages (extra `html`), or exports in JSON or JSON Lines, whose
    articles are numbered (``export.json#2``); `config.fields` says where exports hold what. A folder
    stands for what its `sources.json` lists, else for its texts and pages. `manifest` describes the
    files of `paths`; without paths it lists them. `outlet` and `published` (a day, a time, or either in
    ISO 8601) describe a single source. A file named twice is read once.

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
    fields = config.fields if config else ()
    sources = named(paths, fields) if paths or manifest is None else listed(manifest)
    if not sources:
        raise InputError("no-sources", "nothing to read; name files, a folder or a manifest, or - for standard input")
    if paths and manifest is not None:
        sources = described(sources, manifest)
    sources = _with_options(sources, Metadata(outlet=outlet, published=_moment(published)))
    found = [each for item in sources for each in _read(item, stdin, fields)]
    errors = tuple(item for item in found if isinstance(item, SourceError))
    return _reading([item for item in found if isinstance(item, _Text)], errors)


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
    return tuple(s._replace(said=options.over(s.said)) if isinstance(s, Source) else s for s in sources)


def _read(source: Source | SourceError, stdin: BinaryIO | None, fields: Fields) -> list[_Text | SourceError]:
    if isinstance(source, SourceError):
        return [source]
    try:
        text, encoding = decoded(_bytes(source, stdin))
        found = documents(format_of(source.path.name if source.path else None, text), text, fields)
    except InputError as error:
        return [_refused(source, error)]
    except OSError as error:
        return [os_error(error, source.shown)]
    codes = ("given-twice",) * (source.times > 1)
    if not is_unicode(encoding):
        codes = ("not-utf-8", f"read-as-{encoding.partition(',')[0]}", *codes)
    return [_refused(source, each) if isinstance(each, InputError) else _text(source, each, codes) for each in found]


def _refused(source: Source, error: InputError) -> SourceError:
    return SourceError(source.shown, error.code, str(error))


def _bytes(source: Source, stdin: BinaryIO | None) -> bytes:
    """At most one byte more than may be read, which is enough to know that there is too much."""
    if source.path is None:
        return (stdin or sys.stdin.buffer).read(LIMIT + 1)
    with open(source.path, "rb") as file:
        return file.read(LIMIT + 1)


def _text(source: Source, document: Document, codes: tuple[str, ...]) -> _Text:
    """Metadata in their order: options and manifest (in the source), the format's, the article's lines."""
    said = source.said.over(document.said)
    found = tuple(clue for clue in clues(document.text) if getattr(said, clue.about) is None)
    said = said.over(Metadata.of({clue.about: clue.value for clue in found}))
    return _Text(source, document, said, found, codes)


def _reading(texts: Sequence[_Text], errors: tuple[SourceError, ...]) -> Reading:
    named = list(zip(texts, ids.shortest([_candidates(text) for text in texts]), strict=True))
    return Reading(
        articles=tuple(_article(text, name) for text, name in named),
        notes=tuple(note for text, name in named for note in _notes(text, name)),
        errors=errors,
    )


def _candidates(text: _Text) -> tuple[str, ...]:
    path = PurePath("stdin" if text.source.path is None else text.source.shown)
    number = text.document.number
    return ids.names(path, text.source.said.id if number is None else f"{text.source.said.id or path.stem}-{number}")


def _article(text: _Text, name: str) -> Article:
    said, shown, number = text.said, text.source.shown, text.document.number
    return Article(
        id=name,
        text=text.document.text,
        outlet=said.outlet,
        published=said.published,
        updated=said.updated,
        title=said.title,
        url=said.url,
        author=said.author,
        origin=said.origin,
        path=shown if number is None else f"{shown}#{number}",
        extracted=text.document.extracted,
        first_line=text.document.first_line,
        captions=text.document.captions,
    )


def _notes(text: _Text, name: str) -> list[Note]:
    notes = [Note(name, None, code) for code in text.codes]
    notes += [Note(name, span, code) for span, code in text.document.notes]
    if text.said.published is None:
        notes.append(Note(name, None, "unknown-date"))
    return notes + [Note(name, Span(clue.start, clue.end), f"{clue.about}-from-text") for clue in text.clues]
