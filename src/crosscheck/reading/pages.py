"""What a web page says about its article: schema.org in JSON-LD first, then meta tags, then its own headline.

Read with the standard library, and with the times of day, which extraction libraries drop. Nothing is
made up: a page that says nothing has no date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any

from attrs import field, frozen

from crosscheck.reading.markup import Tag, attributes, tags, text_of, without_comments
from crosscheck.reading.metadata import Metadata, Moment, written_moment

# schema.org's kinds of article (schema.org/Article and what is under it)
_ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle "
    "reviewnewsarticle askpublicnewsarticle advertisercontentarticle liveblogposting blogposting "
    "socialmediaposting report".split()
)
# names that meta tags use (Open Graph, Dublin Core, schema.org microdata, and what large sites use); first wins
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "author": ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "pubdate", "publish-date", "publishdate", "dc.date", "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod"),
    "url": ("canonical", "og:url"),
}  # fmt: skip
_JSON_LD = re.compile(r"application/ld\+json\b", re.I)
_WRAPPING = ("//", "<![CDATA[", "]]>", ";")
_END_OF_H1 = re.compile("</h1", re.I)
_ADDRESS = re.compile(r"https?://\S+$", re.I)
_MOST_TAGS, _MOST_NODES, _LONGEST_JSON, _LONGEST_TEXT = 2000, 5000, 1_000_000, 2000


@frozen
class _Said:
    """Meta names and their contents in order, the JSON-LD blocks, and the text of the first h1."""

    meta: dict[str, str] = field(factory=dict)
    blocks: list[str] = field(factory=list)
    headlines: list[str] = field(factory=list)


def metadata(page: str) -> tuple[Metadata, str | None]:
    """What a page says of its article, and the headline as it stands on the page, if it is marked as one.

    >>> known, _ = metadata('<meta property="article:published_time" content="2026-11-17T21:40:00+01:00">')
    >>> known.published.isoformat()
    '2026-11-17T21:40:00+01:00'
    """
    said = _said(without_comments(page))
    article = next(_articles(said.blocks), {})
    names = {name: _first(said.meta, keys) for name, keys in _META.items()}
    headline = said.headlines[0] if said.headlines else None
    dates: dict[str, Any] = {
        name: _date([_text(article.get(key)), *_every(said.meta, _META[name])]) for name, key in _DATES
    }
    known = Metadata(
        title=_text(article.get("headline")) or names["title"] or headline,
        outlet=_name(article.get("publisher")) or names["outlet"],
        author=_name(article.get("author")) or _person(names["author"]),
        url=_address(names["url"]) or _address(_text(article.get("url"))),
        **dates,
    )
    return known, headline or known.title


_DATES = (("published", "datePublished"), ("updated", "dateModified"))


def _said(page: str) -> _Said:
    said = _Said()
    before: Tag | None = None
    read = 0
    for tag in tags(page):
        if before is not None and before.name == "script" and not before.closes:
            _keep_block(said.blocks, page, before, tag)
        if tag.name in ("meta", "link", "time", "h1") and not tag.closes and read < _MOST_TAGS:
            read += 1
            if tag.name == "h1":
                _keep_headline(said.headlines, page, tag)
            else:
                _keep_attributes(said.meta, tag, attributes(page[tag.start : tag.end]))
        before = tag
    return said


def _keep_block(blocks: list[str], page: str, script: Tag, end: Tag) -> None:
    given = page[script.start : min(script.end, script.start + _LONGEST_TEXT)]
    if _JSON_LD.search(given) and end.start - script.end <= _LONGEST_JSON:
        blocks.append(page[script.end : end.start])


def _keep_headline(headlines: list[str], page: str, tag: Tag) -> None:
    end = _END_OF_H1.search(page, tag.end, tag.end + _LONGEST_TEXT)
    headline = " ".join(text_of(page[tag.end : end.start()]).split()) if end and not headlines else None
    if headline:
        headlines.append(headline)


def _keep_attributes(meta: dict[str, str], tag: Tag, given: dict[str, str]) -> None:
    if tag.name == "link":
        names, content = given.get("rel", ""), given.get("href", "")
    elif tag.name == "time":
        # a page is full of times; only one that is marked is the article's
        names = given.get("itemprop", "") or ("pubdate" if "pubdate" in given else "")
        content = given.get("datetime", "")
    else:
        names = given.get("property", "") or given.get("name", "") or given.get("itemprop", "")
        content = given.get("content", "")
    if content.strip() and len(content) <= _LONGEST_TEXT:
        for name in names.lower().split():
            meta.setdefault(name, " ".join(content.split()))


def _every(meta: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next(iter(_every(meta, names)), None)


def _articles(blocks: list[str]) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes, those on top first, references to publishers and authors resolved."""
    for block in blocks:
        nodes = list(_nodes(_parsed(block)))
        by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        for node in nodes:
            if _is_article(node):
                yield {key: _resolved(value, by_id) for key, value in node.items()}


def _parsed(block: str) -> Any:
    """The JSON of a block, also where it is wrapped as old pages do; None where there is none."""
    try:
        return json.loads(_unwrapped(block), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(block: str) -> str:
    for mark in (*_WRAPPING, *_WRAPPING):
        block = block.strip().removeprefix(mark).removesuffix(mark)
    return block


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a value, outer ones first."""
    level, seen = [value], 0
    while level and seen < _MOST_NODES:
        seen += len(level)
        objects = [item for item in level if isinstance(item, dict)]
        yield from objects
        inner = [each for item in level if isinstance(item, list) for each in item]
        level = inner + [each for item in objects for each in item.values() if isinstance(each, dict | list)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and re.split(r"[/:#]", kind)[-1].lower() in _ARTICLES for kind in kinds)


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, dict) and isinstance(identity := value.get("@id"), str) and "name" not in value:
        return by_id.get(identity, value)
    return value


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        return None
    return " ".join(unescape(value).encode("utf-8", "ignore").decode("utf-8").split()) or None


def _name(value: Any) -> str | None:
    """The name of a person or body, or the names of several."""
    given = value if isinstance(value, list) else [value]
    names = (_person(_text(item.get("name") if isinstance(item, dict) else item)) for item in given[:20])
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def _person(name: str | None) -> str | None:
    return None if name is None or _ADDRESS.match(name) else name


def _address(url: str | None) -> str | None:
    return url if url and _ADDRESS.match(url) else None


def _date(written: list[str | None]) -> Moment | None:
    """The first that is a date; where that is a day, another's time on this day."""
    moments = [when for text in written if text and (when := written_moment(text[:100]))]
    if not moments:
        return None
    first = moments[0]
    if isinstance(first, datetime):
        return first
    return next((when for when in moments if isinstance(when, datetime) and _day(when) == first), first)


def _day(when: datetime) -> date:
    return when.date()
