"""What an English article's own first and last lines say about when, and from whom, it is.

The shapes are those of the Associated Press and Reuters style books and of what news sites print
under a headline. A pattern is tried on one short line at a time.
"""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

# Sets of characters are negative where that serves: one with a character beyond Latin-1 takes long to compile.
# Any word stands for a month: a list of them takes long too, and a day without a month is read as none.
_MONTH = r"(?-i:[A-Z])\w{2,8}\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})"
_DASH = r"(?:--?|[–—])"
# KABUL, or NEW YORK; a place in mixed case is one only before a date
_CAPITALS = r"(?-i:[A-Z][^a-z\s\d(),;:]+(?:\s[A-Z][^a-z\s\d(),;:]+){0,3})"
_NAME = r"(?-i:[A-Z])[^()/,;:!?]{1,30}"

UPDATED = Rule(
    id="clue.updated",
    pattern=r"^\s*(?:last\s)?updated?(?:\s(?:on|at))?\s?[:–-]?\s(?P<rest>(?=.{0,50}\d{4}).{8,60})$",
    meaning="the rest of the line is when the article was last changed",
    examples=("Updated: 3 March 2020, 14:05", "Update : 15 Oct 2021, 20:29", "Last updated on 2020-03-03"),
    counterexamples=("The list was updated on 3 March 2020", "Updated figures are due"),
)
DATELINE = Rule(
    id="clue.dateline",
    pattern=rf"^\s*(?-i:[A-Z])[^();:!?]{{1,60}}?,\s(?P<date>{_DAY},?\s\d{{4}})\s*(?:\([^()]{{1,60}}\)\s*)?{_DASH}",
    meaning="place, day and year in front of a dash: the day on which the text was sent",
    examples=("LISBON, Nov 3, 2020 (Lusa) - The harbour", "Port Louis, 3 November 2020 — The harbour"),
    counterexamples=("LISBON, Nov 3 (Lusa) - The harbour", "The harbour closed on Nov 3, 2020 for a week"),
)
AGENCY = Rule(
    id="clue.agency",
    pattern=rf"""^\s*
        (?: {_CAPITALS} (?:,\s[^()]{{1,50}})? | (?-i:[A-Z])[^(),;:!?]{{1,40}},\s{_DAY}(?:,?\s\d{{4}})? )
        \s*\((?P<agencies>(?!update|correct|breaking|exclusive){_NAME}(?:/{_NAME}){{0,3}})\)\s*{_DASH}\s""",
    meaning="the last name in brackets between a dateline and its dash is the agency that sent the text",
    examples=("LISBON (Reuters) - The harbour", "LISBON, Nov 3, 2020 (BSS/AFP) — The", "Port Louis, 3 Nov (AP) -- It"),
    counterexamples=(
        "LISBON (UPDATED) - The harbour",
        "The bureau (FBI) - which is in the city - said",
        "(a) - the first",
        "LISBON (Reuters), the port",
    ),
)
TRUNCATED = Rule(
    id="clue.truncated",
    pattern=r"(?:…|\.{3})?\s?\[\+?[\d,]{1,9}\s(?:chars?|characters|words|more)\]\s*$",
    meaning="a service left out the rest of the text, and says how much",
    examples=("The ferry sank off… [+1210 chars]", "The ferry sank... [324 words]"),
    counterexamples=("He wrote [12 times]", "[+1210 chars] is what it says"),
)

RULES: tuple[Rule, ...] = (UPDATED, DATELINE, AGENCY, TRUNCATED)
