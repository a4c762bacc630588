"""From what the user names (files, folders, manifests, `-`) to the single sources behind it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from crosscheck.config import Fields
from crosscheck.errors import InputError
from crosscheck.model import SourceError
from crosscheck.reading import manifest
from crosscheck.reading.manifest import is_nameable
from crosscheck.reading.metadata import NOTHING_SAID, Metadata

STDIN = "-"
# what a folder is taken to hold articles in; a .json file may be anything, and is read where it is named
_TEXTS = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})


class Source(NamedTuple):
    """One text to be read: where it is (`None` is standard input), and what is known about it."""

    path: Path | None
    said: Metadata = NOTHING_SAID
    times: int = 1

    @property
    def key(self) -> str:
        """What two ways of naming one file have in common."""
        return STDIN if self.path is None else os.path.realpath(self.path)

    @property
    def shown(self) -> str:
        """The path as the user gave it, in characters that every stream takes."""
        return STDIN if self.path is None else displayable(self.path)


Named = Source | SourceError


def named(paths: Sequence[str | os.PathLike[str]], fields: Fields = ()) -> tuple[Named, ...]:
    """Every source that `paths` stand for, each once, in the order given; errors in their place.

    `fields` are those of `Config`: they help to tell an export from a manifest.
    """
    return _once(item for path in paths for item in _expanded(path, fields))


def listed(manifest: str | os.PathLike[str]) -> tuple[Named, ...]:
    """Every source that a manifest lists, each once."""
    return _once(_listed(Path(manifest)))


def _once(items: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Source] = {}
    order: list[str | SourceError] = []
    for item in items:
        if isinstance(item, SourceError):
            order.append(item)
        elif (earlier := found.get(item.key)) is not None:
            found[item.key] = earlier._replace(said=earlier.said.over(item.said), times=earlier.times + 1)
        else:
            found[item.key] = item
            order.append(item.key)
    return tuple(found[item] if isinstance(item, str) else item for item in order)


def described(sources: Sequence[Named], path: str | os.PathLike[str]) -> tuple[Named, ...]:
    """The sources with what a manifest says about them, and its errors."""
    said = tuple(_listed(Path(path)))
    known = {item.key: item.said for item in said if isinstance(item, Source)}
    errors = tuple(item for item in said if isinstance(item, SourceError))
    return errors + tuple(
        item._replace(said=known.get(item.key, NOTHING_SAID).over(item.said)) if isinstance(item, Source) else item
        for item in sources
    )


def displayable(path: str | os.PathLike[str]) -> str:
    """A path as text; bytes of it that are no UTF-8 become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def _expanded(given: str | os.PathLike[str], fields: Fields) -> Iterator[Named]:
    if os.fspath(given) == STDIN:
        yield Source(None)
        return
    if not is_nameable(given):
        yield SourceError(repr(given), "not-found", "no file can be called so; check the name")
        return
    path = Path(given)
    if os.path.isdir(path):
        yield from _of_folder(path)
    elif path.suffix.lower() == ".json" and manifest.is_manifest(path, fields):
        yield from _listed(path)
    else:
        yield Source(path)


def _of_folder(folder: Path) -> Iterator[Named]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        yield os_error(error, displayable(folder))
        return
    if folder / manifest.NAME in inside:
        yield from _listed(folder / manifest.NAME)
        return
    texts = [path for path in inside if _is_text(path)]
    yield from map(Source, texts)
    if not texts:
        message = "no .txt or .md file and no web page in this folder; name the files, or a folder that holds them"
        yield SourceError(displayable(folder), "no-texts", message)


def _is_text(path: Path) -> bool:
    plain = not path.name.startswith(".") and path.stem.casefold() != "readme"
    return plain and path.suffix.lower() in _TEXTS and os.path.isfile(path)


def _listed(path: Path) -> Iterator[Named]:
    """The sources of a manifest; one error in place of all of them where it can't be read."""
    shown = displayable(path)
    try:
        entries, errors = manifest.entries(path, shown)
    except InputError as error:
        yield SourceError(shown, error.code, str(error))
    except OSError as error:
        yield os_error(error, shown)
    else:
        yield from (Source(entry.path, entry.said) for entry in entries)
        yield from errors


def os_error(error: OSError, shown: str) -> SourceError:
    """What the system said about a path, as one line that says what to do."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError(shown, "not-found", "there is no such file; check the name")
    if isinstance(error, PermissionError):
        return SourceError(shown, "no-permission", "may not be read; change its permissions, or leave it out")
    if isinstance(error, IsADirectoryError):
        return SourceError(shown, "not-a-file", "a folder, not a file; name the files in it")
    return SourceError(shown, "unreadable", f"could not be read ({error.strerror or error}); try a copy of it")
