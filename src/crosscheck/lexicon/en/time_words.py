"""The words of time: names of months, days and parts of the day, what moves and what bounds a date."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon.rules import classes, table


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, group in enumerate(words.split(), first) for word in group.split("/")}


MONTHS = _numbered(
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep"
    " october/oct november/nov december/dec"
)
WEEKDAYS = _numbered(
    "monday/mon tuesday/tue/tues wednesday/wed/weds thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun", 0
)
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ONES = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
TENS = {w: 10 * n for w, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
CARDINALS = ONES | TENS | {"a": 1, "an": 1, "couple": 2}
SOME = frozenset({"few", "several", "many", "some", "recent"})
SEASONS = _numbered("spring summer autumn/fall winter", 0)

# first and last minute of the parts of the day, as news uses them
PARTS = {
    "dawn": (240, 479),
    "sunrise": (240, 479),
    "daybreak": (240, 479),
    "morning": (300, 719),
    "noon": (720, 720),
    "midday": (720, 720),
    "lunchtime": (690, 839),
    "afternoon": (720, 1079),
    "evening": (1020, 1379),
    "dusk": (1020, 1199),
    "sunset": (1020, 1199),
    "night": (1080, 1439),
    "midnight": (0, 0),
    "small hours": (0, 299),
    "early hours": (0, 359),
    "overnight": (0, 1439),
}

# how far a word moves a unit, and from what: the day of publication or the time last mentioned
SHIFTS: dict[str, tuple[int, str]] = {
    "last": (-1, "published"),
    "this": (0, "published"),
    "next": (1, "published"),
    "past": (-1, "published"),
    "this past": (-1, "published"),
    "this last": (-1, "published"),
    "this coming": (1, "published"),
    "coming": (1, "published"),
    "upcoming": (1, "published"),
    "current": (0, "published"),
    "this current": (0, "published"),
    "latest": (0, "latest"),
    "most recent": (0, "latest"),
    "previous": (-1, "mention"),
    "preceding": (-1, "mention"),
    "prior": (-1, "mention"),
    "following": (1, "mention"),
    "same": (0, "mention"),
    "that": (0, "mention"),
    "that same": (0, "mention"),
    "year-ago": (-1, "year"),
    "year-earlier": (-1, "year"),
    "corresponding": (0, "mention"),
    "comparable": (0, "mention"),
}

# what part of the following time is meant
EDGES = {
    "early": "start",
    "earlier": "start",
    "beginning": "start",
    "start": "start",
    "first part": "start",
    "opening": "start",
    "mid": "mid",
    "middle": "mid",
    "midway": "mid",
    "late": "end",
    "later": "end",
    "end": "end",
    "close": "end",
    "latter part": "end",
    "latter half": "end",
    "about": "approx",
    "around": "approx",
    "circa": "approx",
    "sometime": "approx",
    "roughly": "approx",
    "approximately": "approx",
    "nearly": "approx",
    "almost": "approx",
    "some": "approx",
}
BOUNDS = {
    "by": "until",
    "until": "until",
    "till": "until",
    "til": "until",
    "no later than": "until",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "since": "since",
    "after": "after",
    "later than": "after",
    "following": "after",
    "post": "after",
    "pre": "before",
}

# zones, canonical by the letters that do not tell summer from winter time
ZONES = {
    "utc": "GMT",
    "z": "GMT",
    "gmt": "GMT",
    "et": "ET",
    "est": "ET",
    "edt": "ET",
    "eastern": "ET",
    "ct": "CT",
    "cst": "CT",
    "cdt": "CT",
    "central": "CT",
    "mt": "MT",
    "mst": "MT",
    "mdt": "MT",
    "mountain": "MT",
    "pt": "PT",
    "pst": "PT",
    "pdt": "PT",
    "pacific": "PT",
    "local": "local",
}


def cues(name: str) -> frozenset[str]:
    """A list of `date_cues.tsv`: words around a date that tell how to read it."""
    return classes("en", "date_cues")[name]


def month_name(number: int) -> str:
    """The short name of a month, counted from 1, whatever the locale.

    >>> month_name(9)
    'Sep'
    """
    return _short(MONTHS, number)


def weekday_name(number: int) -> str:
    """The short name of a day of the week, counted from Monday as 0, whatever the locale.

    >>> weekday_name(1)
    'Tue'
    """
    return _short(WEEKDAYS, number)


def _short(names: dict[str, int], number: int) -> str:
    return next(name for name in names if names[name] == number)[:3].capitalize()


@cache
def feasts() -> dict[str, tuple[str, int, int, int]]:
    """How each feast is found, and the numbers for it (`feasts.tsv`)."""
    return {name: (how, int(a), int(b), int(c)) for name, how, a, b, c in table("en", "feasts")}
