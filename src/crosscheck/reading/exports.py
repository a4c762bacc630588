"""JSON and JSON Lines as agencies and news services export them: one row an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from crosscheck.config import Fields
from crosscheck.errors import InputError
from crosscheck.lexicon.en.clues import TRUNCATED
from crosscheck.model import Span
from crosscheck.reading.fields import values
from crosscheck.reading.formats import Document, Found
from crosscheck.reading.metadata import DATES, Metadata, written_moment

_SHOWN_ROWS = 5
_NO_TEXT = 'no text in a field that is known; say where it is with the setting "fields", as {"text": "article.body"}'


def documents(text: str, fields: Fields = ()) -> tuple[Found, ...]:
    """The articles of a JSON export: of a list of rows, of an object that holds one, or of one row.

    Rows without text become one error; the others are read. Raises `InputError` (``"broken-json"``,
    ``"no-rows"``).

    >>> documents('{"articles": [{"title": "Ferry sinks", "content": "Seven died."}]}')[0].text
    'Ferry sinks\\n\\nSeven died.'
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and error.lineno > 1:
            return line_documents(text, fields)
        raise _broken(f"not JSON: {error.msg} in line {error.lineno}; mend it there") from None
    except (ValueError, RecursionError):
        raise _broken("not JSON that can be read: nested too deeply, or a number too long; export it anew") from None
    return _of_rows(list(enumerate(rows(found, fields), start=1)), fields, "row")


def line_documents(text: str, fields: Fields = ()) -> tuple[Found, ...]:
    """The articles of JSON Lines: one row a line; lines that are none become one error."""
    good: list[tuple[int, Any]] = []
    bad: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            if line.strip():
                good.append((number, json.loads(line)))
        except (ValueError, RecursionError):
            bad.append(number)
    errors = [_broken(f"{_listed('line', bad)}: not JSON; export it anew, one object a line")] if bad else []
    return (*(_of_rows(good, fields, "line") if good else ()), *errors)


def rows(found: Any, fields: Fields = ()) -> list[Any]:
    """The rows of an export: a list, the one list of objects that an object holds, or the object itself."""
    if isinstance(found, dict) and "text" not in values(found, fields):
        lists = [value for value in found.values() if isinstance(value, list) and any(map(_is_object, value))]
        found = lists[0] if len(lists) == 1 else found
    if isinstance(found, dict):
        return [found]
    if isinstance(found, list) and any(map(_is_object, found)):
        return found
    raise InputError("no-rows", "JSON without articles; export a list of objects, one an article")


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _of_rows(numbered: Sequence[tuple[int, Any]], fields: Fields, what: str) -> tuple[Found, ...]:
    found: list[Found] = []
    without: list[int] = []
    for number, row in numbered:
        said = values(row, fields) if isinstance(row, dict) else {}
        if "text" in said or "standfirst" in said:
            found.append(_document(said, number if len(numbered) > 1 else None))
        else:
            without.append(number)
    errors = [InputError("no-text", f"{_listed(what, without)}: {_NO_TEXT}")] if without else []
    return (*found, *errors)


def _listed(what: str, numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN_ROWS]))
    more = f" and {len(numbers) - _SHOWN_ROWS} more" if len(numbers) > _SHOWN_ROWS else ""
    return f"{what}{'s' * (len(numbers) > 1)} {shown}{more}"


def _document(said: dict[str, str], number: int | None) -> Document:
    """An article of what a row says: headline, standfirst and text, as they stand on a page."""
    body = said.get("text", "")
    head = [part for name in ("title", "standfirst") if (part := said.get(name)) and not _begins(body, part)]
    text = "\n\n".join(filter(None, [*head, body]))
    dates = {name: written_moment(said[name]) for name in DATES if name in said}
    given = {name: value for name, value in said.items() if name not in ("text", "standfirst")}
    wrong = tuple((None, f"field-{name}") for name, date in dates.items() if date is None)
    return Document(text, Metadata.of({**given, **dates}), (*wrong, *_truncated(text)), extracted=True, number=number)


def _begins(body: str, part: str) -> bool:
    """Whether a text says at its beginning what is given beside it, perhaps cut short."""
    start = " ".join(part.rstrip(" .…").split()).casefold()
    return " ".join(body[: 2 * len(part) + 500].split()).casefold().find(start) >= 0


def _truncated(text: str) -> Iterator[tuple[Span, str]]:
    """A note where a service says how much it left out."""
    last = text[-200:]
    found = TRUNCATED.regex.search(last)
    if found is not None:
        before = len(text) - len(last)
        yield Span(before + found.start(), before + found.end()), "truncated-text"


def _broken(message: str) -> InputError:
    return InputError("broken-json", message)
