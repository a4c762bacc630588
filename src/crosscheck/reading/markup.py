"""Markup read with the standard library alone: tags, their attributes, and the text of a fragment.

In time linear in the markup, whatever it holds: `html.parser` is quadratic on unclosed tags up to Python
3.13.5, so it gets single tags only, and those are found by a bounded pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

# Parts that repeat possessively and end at the next "<" fail at once where a tag is not closed.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z][\w:.-]{0,30})(?:[^<>\"']++|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,80}+>", re.I
)
_COMMENT, _END_OF_COMMENT = "<!--", "-->"
_UNREAD = frozenset({"script", "style", "template", "noscript", "head", "iframe", "svg", "math", "object"})
_RAW = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style")}
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "hr html li main nav ol p pre section table td th tr ul".split()
)
_WHITE = re.compile(r"[ \t\n\f\r]+")
_MARKUP = re.compile(r"<(?:p|br|div|section|article|body|h[1-6]|li|ul|figure|blockquote)\b[^<>]{0,500}>", re.I)


class Tag(NamedTuple):
    """One tag: where it stands, its name in small letters, and whether it closes."""

    start: int
    end: int
    name: str
    closes: bool


def tags(markup: str) -> Iterator[Tag]:
    """The tags of a page without comments, in order; what is inside a script is no markup.

    >>> [tag.name for tag in tags("<p>Seven <b>died</b>.<br/><script>'<i>'</script>")]
    ['p', 'b', 'b', 'br', 'script', 'script']
    """
    at = 0
    while (found := _TAG.search(markup, at)) is not None:
        tag = Tag(found.start(), found.end(), found["name"].lower(), bool(found["close"]))
        yield tag
        at = tag.end
        if tag.name in _RAW and not tag.closes:
            end = _RAW[tag.name].search(markup, at)
            at = end.start() if end else len(markup)


def without_comments(markup: str) -> str:
    """The page without its comments; one that is never closed runs to the end.

    >>> without_comments("<p>Seven <!-- or eight --> died.</p><!-- <p>")
    '<p>Seven  died.</p>'
    """
    pieces, at = [], 0
    while (start := markup.find(_COMMENT, at)) >= 0:
        pieces.append(markup[at:start])
        end = markup.find(_END_OF_COMMENT, start + len(_COMMENT))
        if end < 0:
            return "".join(pieces)
        at = end + len(_END_OF_COMMENT)
    return "".join([*pieces, markup[at:]])


def attributes(tag: str) -> dict[str, str]:
    """The attributes of one tag, names in small letters, character references resolved.

    >>> attributes('<meta property="og:site_name" content="Echo &amp; Post">')
    {'property': 'og:site_name', 'content': 'Echo & Post'}
    """
    parser = _OneTag()
    parser.feed(tag)
    return parser.found


class _OneTag(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.found.setdefault(name, value or "")


def is_markup(text: str) -> bool:
    """Whether a field holds a fragment of a page, not plain text.

    >>> is_markup("<p>Seven died.</p>"), is_markup("a < b")
    (True, False)
    """
    return _MARKUP.search(text) is not None


def text_of(markup: str) -> str:
    """The text of a fragment: a blank line between paragraphs, a line end for a break, nothing of scripts.

    >>> text_of("<p>Seven&nbsp;died.<br/>So far.</p><script>no()</script><p>It <b>rained</b>.</p>")
    'Seven\\xa0died.\\nSo far.\\n\\nIt rained.'
    """
    pieces: list[str] = []
    at, skipped = 0, ""
    markup = without_comments(markup)
    for tag in tags(markup):
        if skipped:
            if tag.closes and tag.name == skipped:
                skipped, at = "", tag.end
            continue
        pieces.append(_run(markup[at : tag.start]))
        at = tag.end
        if tag.name in _UNREAD and not tag.closes:
            skipped = tag.name
        elif tag.name == "br":
            pieces.append("\n")
        elif tag.name in _BLOCKS:
            pieces.append("\n\n")
    if not skipped:
        pieces.append(_run(markup[at:]))
    return _tidy("".join(pieces))


def _run(characters: str) -> str:
    return unescape(_WHITE.sub(" ", characters))


def _tidy(text: str) -> str:
    """At most one blank line, and no white space at the ends of lines."""
    lines = [line.strip(" ") for line in text.split("\n")]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip("\n")
