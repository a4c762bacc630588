"""Which rules of `dates` to try at which word, so that a text is scanned once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from crosscheck.lexicon.en.time_words import CARDINALS, MONTHS, ONES, ORDINALS, PARTS, SEASONS, SOME, WEEKDAYS, feasts


@cache
def triggers() -> dict[str, tuple[str, ...]]:
    """The rules to try at a word, by the word in lower case."""
    table: dict[str, list[str]] = {}

    def add(words: str | Iterable[str], *ids: str) -> None:
        for word in words.split() if isinstance(words, str) else words:
            table.setdefault(word, []).extend(i for i in ids if i not in table.get(word, ()))

    add(MONTHS, "date.month-day", "date.month-ordinal", "date.month-year", "date.month")
    add(WEEKDAYS, "date.weekday")
    add("mondays tuesdays wednesdays thursdays fridays saturdays sundays", "date.weekdays")
    add("year", "date.year-before", "date.unit", "date.quarter", "date.stretch")
    add("last", "date.today")
    add("the", "date.year-words", "date.the-unit", "date.months-of-account", "date.soon", "date.recently")
    add(ORDINALS, "date.ordinal-month", "date.century", "date.quarter")
    add("twenty thirty", "date.ordinal-month", "date.century")
    add("1st 2nd 3rd 4th final q1 q2 q3 q4 h1 h2 q h", "date.quarter")
    add(SEASONS, "date.season", "date.week-of")
    add([*CARDINALS, *SOME, "half"], "date.ago")
    add(ONES, "clock.o-clock")
    add([*CARDINALS, *SOME, "day", "week", "month", "year"], "date.offset")
    add("first second third fourth last final", "date.nth")
    add("nineteen twenty year", "date.year-words")
    add("twenties thirties forties fifties sixties seventies eighties nineties", "date.decade-words")
    add("many some days weeks months years decades centuries hours", "date.units-ago")
    add("today yesterday tomorrow tonight day", "date.today")
    add("day week month year night morning evening", "date.day-before")
    add("overnight", "date.overnight")
    add(
        "dawn sunrise daybreak morning lunchtime afternoon evening dusk sunset night early small mid",
        "date.part",
    )
    add(_feast_names(), "date.feast")
    add("year month week quarter", "date.year-end")
    add("week month weekend morning afternoon evening night year", "date.week-of")
    add(
        "very early earlier late later mid middle beginning start end close opening first latter circa sometime",
        "date.edge",
    )
    add("about around roughly approximately nearly almost", "date.approx")
    add("by until till no before prior ahead since after later pre post", "date.bound")
    add("every each", "date.every")
    add("daily weekly monthly yearly annually hourly nightly fortnightly biweekly biannually", "date.often")
    add("now right currently current nowadays presently these at already", "date.now")
    add("more most recently in recent past long", "date.recently")
    add("coming future near short long", "date.soon")
    add("noon midday midnight", "clock.noon")
    add("fiscal fy financial calendar", "date.fiscal-year", "date.quarter")
    return {word: tuple(ids) for word, ids in table.items()}


def _feast_names() -> list[str]:
    """The first words of the names of feasts."""
    return [*dict.fromkeys(feast.split()[0].partition("'")[0].strip(".") for feast in feasts()), "labour"]


SHORT_NUMBER = (
    "date.day-month",
    "date.numeric",
    "clock.12-hour",
    "clock.24-hour",
    "clock.dotted",
    "clock.o-clock",
    "date.ago",
    "date.century",
    "date.quarter",
)
LONG_NUMBER = ("date.iso", "date.years", "date.decade", "date.year", "clock.hundred")

# a rule that needs one of these characters right after its first word
NEXT_CHARACTER = {
    "date.iso": "-/.", "date.numeric": "-/.", "clock.24-hour": ":", "clock.dotted": ".", "date.years": " -–—/",
    "date.ago": " -\n\t\r\xa0", "clock.o-clock": " \n\t\r\xa0",
}  # fmt: skip
# and one that needs a figure after that character
NEXT_FIGURE = frozenset(("date.iso", "date.numeric", "clock.dotted"))
# and one that needs letters at the digits themselves ("20th", "3rd")
SUFFIXED = frozenset(("date.century", "date.quarter"))


@cache
def followers() -> dict[str, frozenset[str]]:
    """The words one of which follows a rule's first word, for rules whose first words are common.

    A rule that could not match is not tried, nor its pattern compiled.
    """
    units = [word + s for word in "day week fortnight month quarter year decade century hour minute night".split()
             for s in ("", "s")]  # fmt: skip
    units += ["centuries", "centurie"]
    small = [*ONES, "a", "an"]
    count = [*small, *SOME, "couple", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    zones = "gmt utc local bst cest cet cst cdt est edt mst mdt pst pdt ist jst".split()
    ordinal = [*ORDINALS, *ONES, "twentieth", "thirtieth"]
    table: dict[str, Iterable[str]] = {
        "date.ordinal-month": ["of", *ordinal],
        "date.century": ["century", *ordinal],
        "date.quarter": "quarter half fiscal ago earlier first second third fourth 1st 2nd 3rd 4th last final".split(),
        "date.nth": ["week", "weekend", "day", *WEEKDAYS],
        "date.offset": [*units, *count, "before", "after", "from", "of"],
        "date.day-month": [*MONTHS, "of", "to", "and", "or", "until"],
        "date.ago": [*units, *count, "short", "long", "full", "and", "of", "half"],
        "date.units-ago": [*units, "ago", "earlier"],
        "date.soon": [*units, "future", "term", "near", "foreseeable", "not", "coming", "short", "long"],
        "date.feast": {later for feast in feasts() for later in feast.replace("'", " ").split()[1:]},
        "date.part": [*PARTS, "hours"],
        "date.today": ["night", "before", "after"],
        "clock.o-clock": ["o", "in", "at"],
        "clock.hundred": ["hrs", "hours", "h", *zones],
    }
    return {rule: frozenset(words) for rule, words in table.items()}


# first words after which such a rule needs no other
ALONE: dict[str, frozenset[str]] = {
    "date.quarter": frozenset("q1 q2 q3 q4 h1 h2 q h".split()),
    "date.feast": frozenset(
        "christmas halloween thanksgiving easter pentecost juneteenth st"
        " valentine veterans presidents mother father".split()
    ),
    "date.part": frozenset("dawn sunrise daybreak morning lunchtime afternoon evening dusk sunset night".split()),
    "date.today": frozenset("today yesterday tomorrow tonight".split()),
}
# what follows digits without a blank, and the rules for it
GLUED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("st", "nd", "rd", "th"), ("date.day-month", "date.century", "date.quarter")),
    **dict.fromkeys(("a", "am", "p", "pm"), ("clock.12-hour",)),
    **dict.fromkeys(("h", "hrs", "hours"), ("clock.hundred",)),
    "s": ("date.decade",),
}
# rules that need one of these words a little further on: after "in" and "at", after digits
FURTHER = {
    ("date.recently", "in"): ("past", "recent"),
    ("date.now", "at"): ("present", "moment"),
    ("clock.12-hour", ""): ("am", "pm", "a.m", "p.m"),
    **{("date.nth", word): (" of", " in") for word in ("first", "second", "third", "fourth", "last", "final")},
}
# the first words of a stretch ("the last three days"); others move a unit only
STRETCHING = frozenset("last past next coming previous following first latest year this".split())

# the words that may follow "the" where it begins a time
AFTER_THE = frozenset(
    "full fiscal financial quarter weekend week year month decade day three six nine near foreseeable not future"
    " coming days weeks months years recent past short long".split()
)

SHIFT_WORDS = frozenset(
    [
        "last",
        "this",
        "next",
        "past",
        "previous",
        "preceding",
        "prior",
        "following",
        "coming",
        "upcoming",
        "current",
        "latest",
        "most",
        "that",
        "same",
        "comparable",
        "corresponding",
        "first",
    ]
)


@cache
def shifted() -> dict[str, tuple[str, ...]]:
    """The rules to try at a word of `SHIFT_WORDS`, by the word after it."""
    table: dict[str, tuple[str, ...]] = {}
    for following, rules in (
        (MONTHS, ("date.month-day", "date.month")),
        (WEEKDAYS, ("date.weekday",)),
        (ORDINALS, ("date.quarter",)),
        (["final", "1st", "2nd", "3rd", "4th", "q1", "q2", "q3", "q4", "h1", "h2"], ("date.quarter",)),
        (["half"], ("date.quarter",)),
        (SEASONS, ("date.season",)),
        (
            ["dawn", "sunrise", "daybreak", "morning", "lunchtime", "afternoon", "evening", "dusk", "sunset", "night"],
            ("date.part",),
        ),
        (["early", "late", "small"], ("date.part",)),
        (_feast_names(), ("date.feast",)),
        (
            ["day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century", "period"],
            ("date.unit",),
        ),
        (["fiscal", "financial", "calendar"], ("date.unit", "date.quarter")),
        ([*CARDINALS, *SOME], ("date.stretch",)),
        (["past", "coming", "last", "current", "recent", "same", "year"], _ALL_SHIFTED),
    ):
        for word in following:
            table[word] = (*table.get(word, ()), *(rule for rule in rules if rule not in table.get(word, ())))
    return table


_ALL_SHIFTED = (
    "date.month-day", "date.month", "date.weekday", "date.quarter", "date.season", "date.unit", "date.stretch",
    "date.part",
)  # fmt: skip
