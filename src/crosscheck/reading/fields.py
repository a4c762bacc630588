"""Where in a row of an export what is: names that are known, after those that the user gives.

Known are rows as news search services return them (NewsAPI's names, which others copy) and the IPTC's
ninjs 1 to 3 (iptc.org/standards/ninjs). A path goes into objects by dots; a list on the way stands for
all that is in it. Small and capital letters are one, since ninjs 3 is ninjs 2 in camel case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crosscheck.config import FIELDS, Fields

Row = Mapping[str, Any]

# (what, path, where from); within one thing, the first path that leads to text decides
KNOWN = (
    ("text", "body_xhtml", "ninjs 1"),
    ("text", "body_text", "ninjs 1"),
    ("text", "bodies.value", "ninjs 2 and 3"),
    ("text", "content", "NewsAPI"),
    ("standfirst", "description", "NewsAPI"),
    ("title", "headline", "ninjs 1"),
    ("title", "headlines.value", "ninjs 2 and 3"),
    ("title", "title", "NewsAPI, ninjs 1"),
    ("author", "byline", "ninjs 1"),
    ("author", "by", "ninjs 2 and 3"),
    ("author", "author", "NewsAPI"),
    ("outlet", "source.name", "NewsAPI"),
    ("outlet", "copyrightholder", "ninjs"),
    ("outlet", "infosources.name", "ninjs 2 and 3"),
    # the text is as of its version, and so are its weekdays
    ("published", "versioncreated", "ninjs"),
    ("published", "firstcreated", "ninjs"),
    ("published", "publishedat", "NewsAPI"),
    ("url", "url", "NewsAPI"),
)


def values(row: Row, fields: Fields = ()) -> dict[str, str]:
    """What a row says, by the names of `FIELDS`; `fields` (as in `Config`) come first, in place of what is known.

    >>> values({"source": {"name": "The Echo"}, "content": "Seven died."})
    {'text': 'Seven died.', 'outlet': 'The Echo'}
    >>> values({"content": "no", "article": {"body": "Seven died."}}, (("text", "article.body"),))
    {'text': 'Seven died.'}
    """
    given = dict(fields)
    found = {}
    for name in FIELDS:
        paths = [given[name]] if name in given else [path for known, path, _ in KNOWN if known == name]
        texts = (text for path in paths if (text := _best(list(_texts(row, path.split("."))), name)))
        if (text := next(texts, None)) is not None:
            found[name] = text
    return found


def _best(texts: list[str], name: str) -> str | None:
    """The first of several; of one text in several forms, the one that has its paragraphs."""
    if name not in ("text", "standfirst", "title"):
        return texts[0].strip() if texts else None
    # imported here, since html.parser is slow to import and only exports need it
    from crosscheck.reading.markup import is_markup, text_of

    marked = next((text for text in texts if is_markup(text)), None)
    if marked is not None:
        return text_of(marked)
    return texts[0].strip() if texts else None


def _texts(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            # lists of lists are not followed: nothing known has them, and hostile files do
            if not isinstance(item, list):
                yield from _texts(item, path)
    elif not path:
        if isinstance(value, str) and value.strip():
            yield _whole(value)
    elif isinstance(value, dict):
        wanted = path[0].casefold()
        for key, inner in value.items():
            if key.casefold() == wanted:
                yield from _texts(inner, path[1:])


def _whole(text: str) -> str:
    r"""The text with U+FFFD for halves of surrogate pairs, which JSON can write and no stream takes.

    >>> _whole("\ud83d died")
    '� died'
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
