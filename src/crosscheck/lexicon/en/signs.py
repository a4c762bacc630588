"""What an English statement shows at a glance of what can be checked in it: a figure, a day, a name, quoted words.

Signs rank claims, they read nothing: what a figure or a day means is the normaliser's. No number is a
figure that only completes a name ("Route 12").
"""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

_NUMBER = r"[$€£]?\d[\d,.]*+(?:\s?(?:%|per\scent|percent|million|billion|thousand))?"
_YEAR = r"(?:1[89]|20)\d\ds?(?![\d,.]*\d)"
_WORDS = r"""(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?
    |millions?|billions?)\b(?:\sof\s(?:hundreds|thousands|millions))?"""

FIGURE = Rule(
    id="sign.figure",
    pattern=rf"""(?: ^\W*(?:\w++\s)? | (?<=[^\w\s])\s? | (?-i:\b[a-z][\w’'-]*+\s) )
        (?P<sign>(?!{_YEAR}){_NUMBER} | (?<!\w){_WORDS})""",
    meaning="a number that is no part of a name, and no year",
    examples=("Around 2,500 troops", "a 3.1bn bid", "some $12 million", "killed nine people", "(2,000 members"),
    counterexamples=(
        "the Route 12 bus",
        "a Boeing 737 landed",
        "nobody was hurt",
        "the often quoted words",
        "beyond 2016",
        "for 2016-2020",
    ),
)
_DAYS = r"""(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August
        |September|October|November|December)\b"""
DAY = Rule(
    id="sign.day",
    pattern=rf"""(?-i:\b(?P<sign>{_DAYS}|(?:1[89]|20)\d\ds?\b))""",
    meaning="the name of a day or month, or a year",
    examples=("on Tuesday", "in 1988", "by the end of October"),
    counterexamples=("he may go", "1,988 people", "every day"),
)
QUOTATION = Rule(
    id="sign.quotation",
    pattern=r"""(?P<sign>[“”"«»])""",
    meaning="quotation marks",
    examples=("“We will”", 'the "plan"'),
    counterexamples=("Russia's plan",),
)
NAME = Rule(
    id="sign.name",
    pattern=rf"""(?-i:(?<=\w\s)(?!{_DAYS})(?P<sign>[A-Z]\w++))""",
    meaning="a capital in the middle of a sentence",
    examples=("said Mr Lavrov",),
    counterexamples=("The mayor said so", "closed until Friday"),
)
VAGUE = Rule(
    id="sign.vague",
    pattern=r"""(?:dozens|scores|hundreds|thousands|millions|billions)\b(?:\sof\s(?:hundreds|thousands|millions))?+""",
    meaning="a figure that is a word for many, and nothing to check against",
    examples=("dozens", "hundreds of thousands"),
    counterexamples=("two hundred", "5,500", "three million"),
)
RULES = (FIGURE, VAGUE, DAY, QUOTATION, NAME)
SIGNS = (("quantity", FIGURE), ("date", DAY), ("quote", QUOTATION), ("name", NAME))
"""The facet that each sign hints at."""
