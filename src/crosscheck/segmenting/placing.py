"""Where in the article a paragraph stands: headline, standfirst, body, caption or crosshead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.model import Article, Furniture, Placement, Span
from crosscheck.segmenting.furniture import Marked, cut, is_section_name, kind_of, mark_lines
from crosscheck.segmenting.layout import Line, Paragraph, ends_with_stop, gather, lines, wrap_width
from crosscheck.segmenting.phrases import words

_LONGEST_HEADLINE = 180
_LONGEST_CROSSHEAD = 70
_LONGEST_STANDFIRST = 400
_LONGEST_HEAD = 12  # blocks above the body
_DECORATION = "-–—*=~"
_LONGEST_DECORATED = 101
_EARLY = 6  # paragraphs among which a dateline may stand


class Block(NamedTuple):
    """A paragraph, or a piece of furniture: then `furniture` says which.

    `span` is what is said in it; `marks` are the labels at its ends; `gap`: whether a blank line is before it.
    """

    span: Span
    gap: bool
    furniture: Furniture | None = None
    marks: tuple[Marked, ...] = ()
    bullet: bool = False
    lines: int = 1
    placement: Placement = "body"


def blocks(article: Article) -> list[Block]:
    """The article's blocks in text order, furniture told from paragraphs, paragraphs placed.

    >>> [block.placement for block in blocks(Article(id="a", text="Ferry sinks\\n\\nA ferry sank on Monday."))]
    ['headline', 'body']
    """
    text = article.text
    found = lines(text)
    made = _joined(text, found, mark_lines(text, found), wrap_width(text, found))
    return _placed(article, [_under_picture(block, article) for block in made])


def _under_picture(block: Block, article: Article) -> Block:
    """The block as a caption, where the article's format says that it is one."""
    is_caption = not block.furniture and any(span.overlaps(block.span) for span in article.captions)
    return block._replace(placement="caption") if is_caption else block


def _joined(text: str, found: Sequence[Line], marks: dict[int, Furniture], width: int | None) -> list[Block]:
    made: list[Block] = []
    run: list[Line] = []
    for number, line in enumerate(found):
        if number in marks and not (run and _is_wrapped_into(text, run[-1], line, width)):
            if run:
                made += _blocks(text, gather(text, run, width), made)
                run = []
            made.append(Block(line.span, line.gap, marks[number]))
        else:
            run.append(line)
    return _captioned(text, made + _blocks(text, gather(text, run, width), made))


def _blocks(text: str, parts: Sequence[Paragraph], before: Sequence[Block]) -> list[Block]:
    first = sum(not block.furniture for block in before)
    return [_block(text, part, first + number < _EARLY) for number, part in enumerate(parts)]


def _is_wrapped_into(text: str, last: Line, line: Line, width: int | None) -> bool:
    """Whether the line is the short end of a wrapped sentence, however it looks."""
    return (
        width is not None and not line.gap and len(gather(text, [last, line], width)) == 1 and last.width > width // 2
    )


def _block(text: str, part: Paragraph, early: bool) -> Block:
    """A paragraph without the furniture at its ends."""
    if part.lines > 1 and (kind := kind_of(text, part.span)):
        return Block(part.span, part.gap, kind)
    marks: tuple[Marked, ...] = ((part.bullet, "list-number"),) if part.bullet else ()
    start = part.bullet.start if part.bullet else part.span.start
    decorated = _decorated(text, Span(start, part.span.end))
    if decorated:
        ends: tuple[Marked, ...] = ((decorated[0], "blank"), (decorated[2], "blank"))
        return Block(decorated[1], part.gap, marks=ends, placement="crosshead")
    span, cuts = cut(text, part.span, early)
    is_caption = any(kind in ("caption-mark", "credit") for _, kind in cuts)
    if not span:
        return Block(part.span, part.gap, cuts[0][1], marks)
    return Block(
        span, part.gap, None, marks + cuts, part.bullet is not None, part.lines, "caption" if is_caption else "body"
    )


def _decorated(text: str, span: Span) -> tuple[Span, Span, Span] | None:
    """A short line between rules or dashes ("- A long night -"): the mark before it, the line, the mark after it."""
    piece = span.of(text)
    left, right = len(piece) - len(piece.lstrip(_DECORATION)), len(piece.rstrip(_DECORATION))
    inner = piece[left:right]
    words = inner.strip()
    if not (left and right < len(piece) and words and inner[0].isspace() and inner[-1].isspace()):
        return None
    if len(words) > _LONGEST_DECORATED or "\n" in words:
        return None
    start = span.start + left + len(inner) - len(inner.lstrip())
    end = start + len(words)
    return Span(span.start, span.start + left), Span(start, end), Span(span.start + right, span.end)


def _captioned(text: str, made: list[Block]) -> list[Block]:
    """A short paragraph directly above a credit or a caption's button is a caption."""
    for number, block in enumerate(made[:-1]):
        under = made[number + 1]
        if under.furniture in ("credit", "caption-mark") and not under.gap and block.gap and not block.furniture:
            made[number] = block._replace(placement="caption")
    return made


def _placed(article: Article, made: list[Block]) -> list[Block]:
    """Headline and standfirst at the top, crossheads below."""
    text = article.text
    paragraphs = [number for number, block in enumerate(made) if not block.furniture and block.placement == "body"]
    head = _head(text, made, paragraphs)
    if head and len(paragraphs) > 1:
        top = _sections(article, made, head)
        made[top[0]] = made[top[0]]._replace(placement="headline")
        for number in _standfirst(text, made, paragraphs, top):
            made[number] = made[number]._replace(placement="standfirst")
    for before, number, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        block = made[number]
        if block.placement == "body" and made[before].placement == "body" and _is_crosshead(text, block, made[after]):
            made[number] = block._replace(placement="crosshead")
    return made


def _head(text: str, made: list[Block], paragraphs: list[int]) -> list[int]:
    """The title-like blocks before the first block of running text."""
    head: list[int] = []
    for number in paragraphs:
        if not _is_title(text, made[number]) or (made[number].bullet and not head) or len(head) == _LONGEST_HEAD:
            break
        head.append(number)
    return head


def _is_title(text: str, block: Block) -> bool:
    """Short, and without a full stop, or in capitals as titles are."""
    line = block.span.of(text)
    if len(line) > _LONGEST_HEADLINE or any(kind == "dateline" for _, kind in block.marks):
        return False
    if _breaks_off(line):
        return False
    if not ends_with_stop(text, block.span) or line.rstrip("\"'”’")[-1:] in "?!":
        return True
    words = [word for word in line.split() if word[0].isalpha() and len(word) > 3]
    return block.lines == 1 and len(words) > 3 and all(word[0].isupper() for word in words)


def _breaks_off(line: str) -> bool:
    """Whether a line without a stop is the beginning of a sentence: it ends in a small word or an open quotation."""
    last = line.split()[-1]
    small = words("det") | words("prep") | words("conj") | words("sub")
    return last in small or line.count("“") > line.count("”")


def _sections(article: Article, made: list[Block], head: list[int]) -> list[int]:
    """The head without the section labels and the masthead above the headline, which become furniture."""
    text = article.text
    while len(head) > 1 and not made[head[0]].bullet and _is_label(article, made, head):
        block = made[head[0]]
        made[head[0]] = Block(block.span, block.gap, "section", block.marks)
        head = head[1:]
    for number in head[1:]:
        if is_section_name(made[number].span.of(text)):
            made[number] = Block(made[number].span, made[number].gap, "section", made[number].marks)
    return [number for number in head if not made[number].furniture]


def _is_label(article: Article, made: list[Block], head: list[int]) -> bool:
    """Whether the first of the head is a section or a masthead, not the headline."""
    line, following = made[head[0]].span.of(article.text), made[head[1]]
    if article.title and line.strip() == article.title.strip():
        return False
    if is_section_name(line) or _names_outlet(line, article):
        return True
    between = {block.furniture for block in made[head[0] : head[1]]}
    if "notice" in between or ("dateline" in between and "section" in between):
        return not following.bullet
    return len(line.split()) <= 2 and not following.bullet and len(following.span) > 2 * len(line) and following.gap


def _names_outlet(line: str, article: Article) -> bool:
    """Whether the line is the outlet's name, or a part of it."""
    words = {word.lower().strip(".,") for word in line.split()}
    outlet = {word.lower().strip(".,()") for word in (article.outlet or "").split()}
    return bool(words) and words <= outlet


def _standfirst(text: str, made: list[Block], paragraphs: list[int], top: list[int]) -> list[int]:
    """What stands between the headline and the body.

    The rest of the head; and a short paragraph that furniture of the top (byline, time) sets off from the body.
    """
    rest = top[1:]
    last = top[-1]
    following = [number for number in paragraphs if number > last]
    if not rest and following and following[0] == last + 1:
        block = made[following[0]]
        under = made[following[0] + 1].furniture if following[0] + 1 < len(made) else None
        if under in ("byline", "timestamp", "widget") and len(block.span) <= _LONGEST_STANDFIRST and len(following) > 1:
            return [following[0]]
    return rest


def _is_crosshead(text: str, block: Block, after: Block) -> bool:
    """A short line without a stop between paragraphs, before running text."""
    line = block.span.of(text)
    if block.bullet or block.lines > 1 or len(line) > _LONGEST_CROSSHEAD or len(line.split()) > 9:
        return False
    if line[-1] in ".,;:…!-–—" or line[0].islower() or not block.gap or not after.gap:
        return False
    if ends_with_stop(text, block.span) and not (line[-1] == "?" and len(line.split()) <= 7):
        return False
    return ends_with_stop(text, after.span) and len(after.span) > len(line)
