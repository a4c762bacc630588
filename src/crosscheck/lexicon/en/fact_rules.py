"""Patterns that make a fact by themselves, or tell what the aligner has to know: rounds and acronyms."""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

COMPASS = Rule(
    "place.compass",
    r"""(?-i: \b (?P<way> (?: north | south ) (?: [- ]? (?: east | west ) )? | east | west )
    (?: ern | erly | wards? )? \s+ of \s+ (?: the \s+ (?: \w+ \s+ )? (?: of \s+ )? )?
    (?P<anchor> [A-Z] [\w’'-]+ | town | city | village | pad | site | capital | base | launch ) \b )""",
    "the direction from a place",
    ("north-east of Varna", "30 km south of the city of Metz", "four miles east of town"),
    ("north of here", "the north of it", "North of Varna"),
    (
        "north of", "south of", "east of", "west of", "north\nof", "south\nof", "east\nof", "west\nof",
        "ern of", "erly of", "ward of", "wards of",
    ),
)  # fmt: skip
POSSIBLE = Rule(
    "certainty.possible",
    r"""\b (?-i: may | might | could ) \s+ (?: also \s+ )? (?: have | be | sell | \w+ ) \b
    | \b unconfirmed \b | \b not \s+ (?: been \s+ | yet \s+ ){0,2} confirmed \b
    | \b too [ ] early [ ] to [ ] (?: say | tell ) \b | \b possibly \b | \b feared \b""",
    "said to be possible",
    ("12 may have drowned", "has not been confirmed", "too early to say"),
    ("12 have drowned", "has been confirmed", "in May", "on May 31"),
    ("may", "might", "could", "confirmed", "too early", "possibly", "feared"),
)
CONFIRMED = Rule(
    "certainty.confirmed",
    r"\b (?: has | have | had )? \s* confirmed \b | \b confirms \b",
    "said to be confirmed",
    ("the police confirmed that", "have confirmed it"),
    ("a confirmation", "unconfirmed"),
    ("confirm",),
)
PLANNED = Rule(
    "certainty.planned",
    r"""\b (?: plans? | planned | planning | intends? | expected | set | due | scheduled | hopes? | proposes?
    | proposed ) \s+ to \b | \b will \b | \b is [ ] to \b | \b are [ ] to \b | \b would \b""",
    "said to be to come",
    ("the firm plans to close", "a vote is to follow", "it will close"),
    ("the firm closed", "the plans of the firm"),
    ("plan", "intend", "expected", "set", "due", "scheduled", "hope", "propose", "will", "is to", "are to", "would"),
)
QUOTED = Rule(
    "quotation.marks",
    r"""[“«] ( [^“”«»]{2,} ) [”»]? | " ( [^"]{2,} ) "?
    | (?<!\w) [‘'] ( [^‘’']{8,}+ (?: ['’] \w [^‘’']*+ ){0,200}+ ) ['’] (?!\w)""",
    "words in quotation marks; a quotation may run on to the end of the statement",
    ("he said “we are safe” and left", '"we are safe', "it was 'a lucky escape' for all"),
    ("we don't", "the 'old' town"),
    ("“", "«", '"', "‘", "'"),
)
FOREIGN_TIME = Rule(
    "date.foreign-time",
    r",? \s*+ [(]? (?: [\w.]{2,20} \s )? (?-i: [A-Z] [\w.]{1,20} ) \s+ time \b",
    "after a time of day: it is that of another zone",
    (" UK time", ", Mauritius time", " (New York time)"),
    (" local time", " at the time", " this time"),
    ("time",),
)
AS_OF = Rule(
    "date.as-of",
    r"""\b as [ ] (?: of | at ) [ ] (?: the [ ] )?
    (?: (?: late | early | mid | end [ ] of | noon | midday ) [ -] (?: on [ ] )? )? \Z""",
    "before a date: the figures of the sentence are as they stood then",
    ("As of ", "as of late ", "stood as at "),
    ("as ", "as soon as of", "of "),
    ("as of", "as at"),
)
ROUND = Rule(
    "event.round",
    r"\b ( first | second | third | fourth | final ) [ -] (?: round | quarter | half | leg | stage ) \b"
    r" | \b run-?off \b",
    "a round of an election or a contest, or a part of a year or a match; a run-off is the second",
    ("the second round", "a run-off in May", "in the first quarter", "second-half goals"),
    ("a round of talks", "they ran off", "the second of two"),
    ("round", "runoff", "run-off", "quarter", "half", "leg", "stage"),
)
ACRONYM = Rule(
    "name.acronym",
    r"[ ] \( ( (?-i:[A-Z]){2,6} ) \)",
    "an acronym in brackets, after what it stands for",
    ("the World Health Organization (WHO)", "Islamic State (IS)"),
    ("the group (who)", "WHO", "the body (the WHO)"),
)

CERTAINTIES = {"possible": POSSIBLE, "confirmed": CONFIRMED, "planned": PLANNED}
NONE = Rule(
    "number.none",
    r"""(?: \b (?P<no> no | zero ) \s+ (?: \w+ \s+ )?
        (?P<what> deaths | fatalities | casualties | injuries | arrests ) \b
    | \b (?P<none> no [ ] one | nobody | none ) \s+ (?: was | were | has [ ] been | had [ ] been | is )
    \s+ (?P<state> killed | hurt | injured | wounded | missing | arrested ) \b )
    (?: \s+ among \s+ (?: the \s+ )? (?P<among> \w+ (?: \s+ \w+ )? ) )?""",
    "no persons in a state: a count of nought",
    ("No deaths were reported", "nobody was hurt", "zero new fatalities"),
    ("no doubt", "nobody knows", "no death penalty"),
    ("deaths", "fatalities", "casualties", "injuries", "arrests", "no one", "nobody", "none"),
)
RULES: tuple[Rule, ...] = (COMPASS, *CERTAINTIES.values(), QUOTED, FOREIGN_TIME, AS_OF, ROUND, ACRONYM)
