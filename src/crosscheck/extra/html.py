"""Web pages: the article's text by trafilatura (extra `html`), the rest from what the page itself says.

Pages are hostile: scripts never reach the text, and a page that is nested too deeply or too large to be
read whole is refused, since the parser would silently read its beginning alone.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crosscheck.config import Fields
from crosscheck.errors import InputError
from crosscheck.model import Span
from crosscheck.reading.formats import Document
from crosscheck.reading.markup import without_comments
from crosscheck.reading.pages import metadata

# Extraction takes more time than in proportion: some seconds for a page that has all this, a tenth of one for most.
_MOST_TEXT, _MOST_ELEMENTS = 500_000, 20_000
# the parser takes the square of a tag's attributes; "=" is counted, since few attributes have no value
_MOST_ATTRIBUTES = 3_000
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\b[^<>]{0,200}>?|\Z)", re.I | re.S)
_UNREAD = ("script", "style", "noscript", "template", "svg", "iframe", "object")
_RULE_OF_TABLE = re.compile(r"\|?(?:\s?-{3,}\s?\|)+(?:\s?-{3,})?\s*")
_GAP = "\n\n"  # between two paragraphs
# how many of the first paragraphs may be above the headline: a section, a date
_ABOVE_HEADLINE = 4

# what it can't extract it would tell standard error, past our own message
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def documents(page: str, fields: Fields = ()) -> tuple[Document]:
    """The one article of a web page; `fields` are for exports.

    Its text is the headline and the paragraphs, captions among them, with a blank line between each two.
    Raises `InputError` (``"too-deep"``, ``"too-large"``, ``"no-article"``).
    """
    tree = _tree(page)
    captions = _keep_captions(tree)
    # the date of extraction is none of the article's, and htmldate knows no time of day: metadata are read apart
    text = trafilatura.extract(tree, output_format="txt", include_comments=False, with_metadata=False)
    paragraphs = [line.strip() for line in (text or "").splitlines() if not _RULE_OF_TABLE.fullmatch(line.strip())]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if not paragraphs:
        raise InputError("no-article", "a web page in which no article is found; save the article's text as .txt")
    known, headline = metadata(page)
    paragraphs = _headed(paragraphs, headline)
    spans = tuple(_captions(paragraphs, captions))
    return (Document(_GAP.join(paragraphs), known, extracted=True, captions=spans),)


def _tree(page: str) -> HtmlElement:
    bare = _SCRIPT.sub("", without_comments(page))
    if any(piece.count("=") > _MOST_ATTRIBUTES for piece in bare.split("<")):
        raise _too_large()
    # as bytes, since a page in which another character set is declared is not taken as characters
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise InputError("no-article", "a web page with nothing in it; save the article's text as .txt") from None
    for fault in parser.error_log:
        if fault.type_name == "ERR_RESOURCE_LIMIT":
            raise _too_deep() if "depth" in fault.message else _too_large()
    for element in list(tree.iter(*_UNREAD)):
        if element is not tree:
            element.drop_tree()
    if sum(map(len, tree.itertext())) > _MOST_TEXT or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise _too_large()
    return tree


def _too_deep() -> InputError:
    return InputError("too-deep", "a web page nested more than 256 deep; save the article's text as .txt")


def _too_large() -> InputError:
    return InputError("too-large", "a web page with more text than an article has; save the article's text as .txt")


def _keep_captions(tree: HtmlElement) -> frozenset[str]:
    """Make paragraphs of captions, and say which they are.

    trafilatura drops figures whole, and a caption's sentence is a claim.
    """
    found = []
    for caption in list(tree.iter("figcaption")):
        found.append(_folded(caption.text_content()))
        caption.tag = "p"
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None:
            figure.tag = "div"
    return frozenset(found)


def _captions(paragraphs: list[str], captions: frozenset[str]) -> Iterator[Span]:
    """Where the captions stand in the text of the paragraphs."""
    at = 0
    for paragraph in paragraphs:
        if _folded(paragraph) in captions:
            yield Span(at, at + len(paragraph))
        at += len(paragraph) + len(_GAP)


def _headed(paragraphs: list[str], headline: str | None) -> list[str]:
    """The paragraphs with the headline first, where extraction left it out."""
    if headline is None or any(_folded(headline) == _folded(each) for each in paragraphs[:_ABOVE_HEADLINE]):
        return paragraphs
    return [headline, *paragraphs]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
