"""A small drawing of a figure that develops: time from left to right, the figure from bottom to top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from attrs import frozen

from crosscheck.model import Comparison, Version
from crosscheck.reporting.view import View, as_of_text, moment

# in units of the drawing, which CSS scales
WIDTH = 480
TOP, BOTTOM = 44, 92
LEFT, RIGHT = 12, WIDTH - 12
HEIGHT = 112
_LETTER = 7  # about as wide as a character of a label
_LONGEST = 24
_LABEL_ROWS = (12, 26)


@frozen
class Dot:
    """A version at one time: where its dot is, its label and the label's place (`None`: no room, the list has it)."""

    x: int
    y: int
    label: str
    label_x: int
    label_y: int | None
    time: str
    time_x: int
    time_shown: bool
    open: str


@frozen
class Timeline:
    """The dots in the order of time, and the drawing in words."""

    dots: tuple[Dot, ...]
    words: str
    width: int = WIDTH
    height: int = HEIGHT
    bottom: int = BOTTOM
    left: int = LEFT
    right: int = RIGHT


@frozen
class _Point:
    when: datetime
    as_of: str
    version: Version
    letters: tuple[str, ...]


def timeline(view: View, comparison: Comparison) -> Timeline | None:
    """The drawing, where there are figures of two times or more; else `None`."""
    points = _points(view, comparison.versions)
    values = [value for version in comparison.versions if (value := _level(version)) is not None]
    if len({point.when for point in points}) < 2 or len(values) < len(comparison.versions):
        return None
    with_day = len({point.when.date() for point in points}) > 1
    dots = tuple(_placed(points, min(values), max(values), with_day))
    return Timeline(dots, "; ".join(f"{dot.label}, {dot.time}" for dot in dots))


def _points(view: View, versions: Sequence[Version]) -> list[_Point]:
    found: dict[tuple[datetime, int], tuple[str, list[str]]] = {}
    for number, version in enumerate(versions):
        for mention in version.mentions:
            when = moment(mention.as_of)
            if when and mention.as_of:
                found.setdefault((when, number), (mention.as_of, []))[1].append(mention.passage.article_id)
    return [
        _Point(when, as_of, versions[number], tuple(view.letters_of(ids)))
        for (when, number), (as_of, ids) in sorted(found.items())
    ]


def _level(version: Version) -> Fraction | None:
    """The height of a dot: the middle of an interval, or its one end."""
    value: dict[str, Any] = dict(version.value)
    ends = [Fraction(end) for end in (value.get("low"), value.get("high")) if isinstance(end, str)]
    return sum(ends, Fraction()) / len(ends) if ends else None


def _open(version: Version) -> str:
    """Which way an unbounded figure is open ("at least", "up to")."""
    value = dict(version.value)
    if value.get("low") is None:
        return "down"
    return "up" if value.get("high") is None else ""


def _placed(points: Sequence[_Point], low: Fraction, high: Fraction, with_day: bool) -> Iterator[Dot]:
    first, last = points[0].when, points[-1].when
    ends = [0] * len(_LABEL_ROWS)
    time_end = 0
    for point in points:
        x = LEFT + round((RIGHT - LEFT) * ((point.when - first) / (last - first)))
        level = _level(point.version) or Fraction()
        y = BOTTOM - 8 - (round((BOTTOM - 8 - TOP) * (level - low) / (high - low)) if high > low else 0)
        label = f"{_brief(point.version.display)} · {_brief(' '.join(point.letters))}"
        label_x = _kept_in(x, len(label) * _LETTER)
        start, end = label_x - len(label) * _LETTER // 2, label_x + len(label) * _LETTER // 2
        row = next((n for n, used in enumerate(ends) if used <= start), None)
        if row is not None:
            ends[row] = end + _LETTER
        time = as_of_text(point.as_of, with_day)
        time_x = _kept_in(x, len(time) * _LETTER)
        time_shown = time_x - len(time) * _LETTER // 2 >= time_end
        if time_shown:
            time_end = time_x + len(time) * _LETTER // 2 + _LETTER
        label_y = _LABEL_ROWS[row] if row is not None else None
        yield Dot(x, y, label, label_x, label_y, time, time_x, time_shown, _open(point.version))


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]} …"


def _kept_in(x: int, width: int) -> int:
    """The middle of a label of `width` as near to `x` as the drawing has room for."""
    return max(min(x, WIDTH - width // 2), width // 2)
