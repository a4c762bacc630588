"""The manifest: a JSON list that says what plain files can't, one object a source."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from crosscheck.config import Fields, nearest
from crosscheck.errors import InputError
from crosscheck.model import SourceError
from crosscheck.reading.decoding import LIMIT, decoded
from crosscheck.reading.fields import values
from crosscheck.reading.metadata import DATES, FIELDS, Metadata, moment

NAME = "sources.json"
KEYS = ("path", *FIELDS)


class Entry(NamedTuple):
    """One file of a manifest, as a path that can be opened, and what the manifest says about it."""

    path: Path
    said: Metadata


def is_manifest(path: Path, fields: Fields = ()) -> bool:
    """Whether a JSON file lists files, as against holding articles: a list with a "path" in it, and no text.

    One that can't be read is taken for an export, whose reader says what is wrong with it; but one
    called `sources.json` is always a manifest.
    """
    if path.name.casefold() == NAME:
        return True
    try:
        with open(path, "rb") as file:
            found = json.loads(decoded(file.read(LIMIT + 1))[0])
    except (OSError, InputError, ValueError, RecursionError):
        return False
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    return any("path" in row for row in rows) and not any("text" in values(row, fields) for row in rows)


def entries(path: Path, shown: str) -> tuple[tuple[Entry, ...], tuple[SourceError, ...]]:
    """The files that a manifest lists, in its order, and an error for each entry that can't be used.

    `shown` is how errors call the manifest. Raises `InputError` (``"broken-manifest"`` and what
    reading a file raises) where the whole of it can't be used.
    """
    good: list[Entry] = []
    bad: list[SourceError] = []
    ids: dict[str, str] = {}
    for number, row in enumerate(_rows(path), start=1):
        try:
            entry = _entry(row, path.parent)
            _keep_ids_apart(entry, row["path"], ids)
            good.append(entry)
        except InputError as error:
            bad.append(SourceError(shown, error.code, f"entry {number}: {error}"))
    return tuple(good), tuple(bad)


def _rows(path: Path) -> list[Any]:
    text, _ = decoded(path.read_bytes())
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise _broken(f"not JSON: {error.msg} in line {error.lineno}; mend it there") from None
    except (ValueError, RecursionError):
        raise _broken("not JSON that can be read; write a plain list of objects") from None
    if not isinstance(rows, list) or not rows:
        raise _broken('not a list of sources; write [{"path": "echo.txt", "outlet": "The Echo", ...}, ...]')
    return rows


def _entry(row: object, folder: Path) -> Entry:
    if not isinstance(row, dict):
        raise _broken('not an object; write {"path": "echo.txt", "outlet": "The Echo", ...}')
    for key in row:
        if key not in KEYS:
            raise _broken(f"no key is called {key!r}; {nearest(key, KEYS)}")
    if not row.get("path"):
        raise _broken('no "path"; name the file it describes')
    for key, value in row.items():
        if value is not None and not isinstance(value, str):
            raise _broken(f'"{key}" is text, not {json.dumps(value)[:40]}; put it in quotation marks')
    _check_dates(row)
    said = {key: row[key].strip() or None for key in FIELDS if row.get(key)}
    return Entry(_inside(row["path"], folder), Metadata(**said))


def _check_dates(row: Mapping[str, Any]) -> None:
    for key in DATES:
        try:
            moment(row.get(key) or "2000-01-01")
        except ValueError:
            raise _broken(f'"{key}" is no date; write it as 2015-10-16 or 2015-10-16T09:30+00:00') from None


def _inside(name: str, folder: Path) -> Path:
    """The file `name` of a manifest in `folder`; whoever wrote it may name no file outside."""
    if not is_nameable(name):
        raise InputError("not-found", f"no file can be called {name!r}; check the name")
    if Path(name).is_absolute() or name[1:2] == ":":
        raise InputError("outside", f"{name!r} is no path relative to the manifest; name a file in its folder")
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError("outside", f"{name!r} lies outside the manifest's folder; move the file into it")
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        # opening a pipe or a device that a manifest names could wait for ever
        raise InputError("not-a-file", f"{name!r} is no regular file; name one")
    return path


def is_nameable(path: str | os.PathLike[str]) -> bool:
    """Whether the system can be asked for a file of this name at all."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _keep_ids_apart(entry: Entry, name: str, ids: dict[str, str]) -> None:
    identity = entry.said.id
    if identity is None:
        return
    if identity in ids:
        raise _broken(f"{ids[identity]!r} has the id {identity!r} too; give each source an id of its own")
    ids[identity] = name


def _broken(message: str) -> InputError:
    return InputError("broken-manifest", message)
