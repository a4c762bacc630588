"""Reports that were saved: the file's bytes, and the texts of one that was saved without them."""

from __future__ import annotations

import os
import sys

import crosscheck
from crosscheck.errors import CrosscheckError, InputError
from crosscheck.model import Report
from crosscheck.reporting import from_dict
from crosscheck.reporting.json_format import Json, digest
from crosscheck.reporting.json_reading import parsed


def document(path: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; `InputError` where it can't be read."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        message = f"{path}: could not be read ({error.strerror or error}); name a report made with -f json"
        raise InputError("not-found", message) from None


def report(path: str) -> Report:
    """The report in a file. One without its texts gets them from its sources' files, if these are what they were."""
    data = parsed(document(path))
    for source in data["sources"]:
        if "text" not in source:
            source["text"] = _text(source)
    return from_dict(data)


def _text(source: Json) -> str:
    """The text that was analysed: that of the source's file, known by its digest."""
    path = (source["path"] or "").replace("\0", "")
    for name in dict.fromkeys((path, path.rpartition("#")[0])):
        for article in _read(name):
            if digest(article.text) == source["sha256"]:
                return article.text
    where = f"{path} is not here, or not as it was" if path else f"{source['id']} is no file"
    raise InputError("no-text", f"{where}: make the report again with --embed-text, which keeps the texts in it")


def _read(path: str) -> tuple[crosscheck.Article, ...]:
    # a report may come from anybody: nothing but a plain file is opened for it, and only its digest decides
    try:
        return crosscheck.read(path).articles if os.path.isfile(path) else ()
    except CrosscheckError:
        return ()
