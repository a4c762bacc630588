"""Patterns by which a figure's role is read: of what part it holds, of when, whether planned or denied.

They are searched in the clause that the figure stands in, most of them before it.
"""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

NAMED_PERIOD = Rule(
    "period.named",
    r"""\b (?: first | second | third | fourth | final | last ) [ -]
    (?: round | quarter | half | phase | leg | stage | day | week | night | session ) \b
    | \b then \b (?! \s+ \w )
    | \b (?: full[ -]year | run-?off | nine[ ]months | half[ -]year ) \b""",
    "a stretch of the event that has figures of its own",
    ("in the first round", "profit for the full year", "before the run-off"),
    ("the first candidate", "a round of talks", "nine weeks"),
    ("first", "second", "third", "fourth", "final", "last", "full", "runoff", "run-off", "nine months", "half", "then"),
)
RATE = Rule(
    "period.rate",
    r"(?: \s+ (?! in \b ) [\w’'-]{2,30}+ ){1,3} \s+ (?: an? | per | each | every ) \s+"
    r" ( day | week | month | year | season | hour ) \b",
    "a figure of any such stretch of time, and of none",
    (" storms a year", " named storms every season"),
    (" a year", " storms in a year", " storms last year"),
    (" a ", " an ", "per", "each", "every"),
)
SINCE_WHEN = Rule(
    "period.since-when",
    r",? \s+ when \b",
    "what a time since another is told of happened at that time",
    (", when a ferry sank",),
    ("the day", " whenever"),
    ("when",),
)
EARLIER = Rule(
    "period.earlier",
    r"""\b (?: (?: earlier | previous ) [ ] version | earlier [ ] (?: said | reported | put | figure | toll | count )
    | previously [ ] (?: said | reported ) | initially [ ] (?: said | reported | put ) | corrected | revised
    | (?: down | up ) [ ] from | compared [ ] (?: with | to ) ) \b""",
    "a figure that another has taken the place of",
    ("the ministry earlier said", "revised from 14", "down from 20", "compared with 12 a year before"),
    ("an earlier start", "fell down the stairs", "said on Monday"),
    ("earlier", "previous", "initially", "corrected", "revised", "down from", "up from", "compared"),
)
BASE = Rule(
    "period.base",
    r"""\b (?: from | below | above | than | against | since | off | on | with ) \s+
    (?: [\w’'-]++ \s+ ){0,3}? (?: peak | high | highs | low | lows | level | levels | record | figure | total )
    \s+ (?: (?: of | in | set | seen | reached | recorded | hit ) \s+ ){1,2} (?: the \s+ )? $""",
    "what a figure is measured against, before its time",
    ("down from their peak in ", "below the record set in ", "against the level of "),
    ("from a town in ", "the peak in ", "down from their peak "),
    ("peak", "high", "low", "level", "record", "figure", "total"),
)
DISTANT = Rule(
    "measure.distance",
    r"(?-i: ( [A-Z][\w’'-]{1,60}+ ), \s+ (?: which \s+ (?: lies | is | was | stands ) \s+ )? $ )",
    "whose distance from another place is given",
    ("in Metz, ", "in Metz, which lies "),
    ("in metz, ", "in Metz ", "in Metz, which has "),
    (",",),
)
CHANGE_AFTER = Rule(
    "measure.change",
    r"""(?<! \s ) \s*+ (?: rise | increase | fall | drop | decline | gain | growth | cut | jump
    | higher | lower )""",
    "a figure is the size of a change",
    (" increase in fares", " drop", " lower"),
    (" of the vote", " share"),
    ("rise", "increase", "fall", "drop", "decline", "gain", "growth", "cut", "jump", "higher", "lower"),
)
WHOLE = Rule(
    "count.whole",
    r"""(?: \d | \b (?: one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve
    | half | any | all | some | most | many | few | each | none | dozens | hundreds | thousands | only
    | several | part | third | quarter | member | members | out )) \s+ of \s+ (?: the | its | his | her | their )
    \s+ (?: [\w’'-]+ \s+ )? $""",
    "the whole that a part is of",
    ("four of the train's ", "three of its ", "14 of the country's "),
    ("four of ", "the train's ", "of the old grey ", "Of the ", "thought of the "),
    ("of the", "of its", "of his", "of her", "of their", "of\n"),
)
EVERYWHERE = Rule(
    "extent.whole",
    r"\b (?: nationwide | worldwide | overall | globally | elsewhere | alone | altogether | in[ ]all | in[ ]total ) \b",
    "a figure is of the whole, or of a part by itself",
    ("40 schools nationwide", "12 people in all"),
    ("the world", "in alliance"),
    ("wide", "overall", "globally", "elsewhere", "alone", "altogether", "in all", "in total"),
)
PARENT = Rule(
    "count.children",
    r"\b (?: mother | father | mum | mom | dad | parent | parents ) (?: [ -] of [ -] ) $",
    "somebody's children are counted",
    ("a mother of ", "father-of-"),
    ("the mother ", "a brother of "),
    ("mother", "father", "mum", "mom", "dad", "parent"),
)
TALLY_AFTER = Rule(
    "count.tally-after",
    r"""\s+ (?: votes? \s+ | members? \s+ | deputies \s+ | MPs \s+ )? (?: (?: to | against ) \s+ \d
    | (?: in \s+ favou?r | against | for ) \s* (?: [,;.] | and \b | to \b | with \b | $ ) )""",
    "one side of a vote, before the other or with its side",
    (" to 44", " votes to 46", " votes against 12", " in favour, 49 against", " against."),
    (" to the north", " votes", " against the bill", " for miles"),
    ("to", "against", "in", "for"),
)
TALLY_BEFORE = Rule(
    "count.tally-before",
    r"\d (?: \s+ votes? )? \s+ (?: to | against ) \s+ $",
    "the other side of a vote",
    ("49 to ", "by 49 votes to ", "12 votes against "),
    ("49 and ", "went to "),
    ("to ", "against "),
)
WAS_OLD = Rule(
    "count.was-old",
    r"\s* (?: [.;!)”] (?! \d ) | , \s+ (?! \d ) | \s (?: when | and | but | at [ ] the [ ] time ) \b )",
    'nothing follows that a number after "was" could count',
    (".", ", he said", " when he died"),
    (" goals", ", 14"),
)
APPOSED = Rule(
    "owner.apposed",
    r"""(?: , \s*+ | \s* [(] | \s+ (?= is | was ) )
    (?: (?: who \s+ )? (?: is | was ) \s+ )? (?: (?: now | aged? ) \s+ )?
    (?: \d{1,3} [)]? ,? \s+ (?: and \s+ )? )?
    (?: (?: an? | the ) \s+ (?: [a-z’'-]{2,20}+ \s+ ){0,2}+ )? $""",
    "between a name and what is told of the person",
    (", ", " (", ", aged ", ", a ", ", who is ", ", 34, a ", " is the proud "),
    (" told a ", ", told police that a "),
)
LEADING = Rule(
    "owner.leading",
    r",? [ -] (?: [\w’'-]{2,20}+ \s ){0,3}+ $",
    "between a figure and the name of the person whose it is",
    (" climber ", " ", ", "),
    (" (", " who met, Ana"),
)
KIN_OF = Rule(
    "owner.kin",
    r"\b ( mother | father | mum | mom | dad | parent ) (?: [ -] of [ -] ) $",
    "a parent of so many",
    ("a mother of ", "dad-of-"),
    ("the parents of ", "a brother of "),
    ("-of-", " of "),
)
OWN = Rule(
    "owner.own",
    r"""\b ( his | her | ’s | 's ) \s+ (?: own \s+ | young \s+ | small \s+ | grown \s+ )? $
    | \b (?: leaves | leaving | left ) \s+ (?: behind \s+ )? (?: a \s+ (?: wife | husband ) \s+ and \s+ )? $
    | \b (?: has | had ) \s+ $""",
    "somebody's own",
    ("one of her ", "leaves behind ", "Merkel's ", "who had "),
    ("their ", "with ", "the other "),
)
THEN = Rule(
    "owner.then",
    r"""\b (?: at | at [ ] the [ ] age [ ] of | then | turned | turns | turning | when ) \s+ \d
    | \d [ ,]+ (?: when | at [ ] the [ ] time | years? [ ] ago | then ) \b""",
    "an age of another day",
    ("at 19", "then 19", "19 at the time", "turned 80"),
    ("aged 19", "19, was"),
    ("at", "then", "turn", "when", "ago"),
)

PRESENT = Rule(
    "count.present",
    r"""(?: \s+ [\w’'-]{1,30}+ ){0,7} \s+ (?: was | were | had [ ] been )
    \s+ (?: (?: then | still | already ) \s+ )? (?: inside | present | on [ ]?-?site
    | (?: on | at | in ) \s+ the \s+ (?: premises | site | building | plant | factory | house | hall | hotel | shop
        | store | club | school | mine | train | scene ) )
    (?: [ ] at [ ] the [ ] time )? \b""",
    "those counted were there when it happened",
    (" people were on the premises", " of the site's 210 employees were present", " were inside at the time"),
    (" people were hurt", " people ran out of the building"),
)
LIVING = Rule(
    "count.living",
    r"\b (?: home \s+ to | population \s+ of | population \s+ is | inhabited \s+ by | populated \s+ by ) \s+ $",
    "before the number of those who live in a place",
    (", home to ", "has a population of "),
    ("home to roost", "the population "),
    ("home", "population", "inhabited", "populated"),
)
OF_ALL = Rule(
    "count.of-all",
    r"\s+ of \s+ (?: the | its | his | her | their ) \s+ (?: [\w’'-]{1,30}+ \s+ )?? \d",
    "so many of all that there are",
    (" of the country's 22", " of the 22"),
    (" of the seats", " of 22"),
)
SOME_OF = Rule(
    "count.some-of",
    r"\s+ of \s+ (?: the | those | them | these | whom ) \b",
    "a count of some of those who are counted elsewhere",
    (" of the injured", " of whom"),
    (" of rain", " offices"),
)
NOT_ALL = Rule(
    "toll.not-all",
    r"""\s+ (?: of \s+ (?: the | those | them | these | whom ) \b
    | (?: \w+ \s+ ){0,2} (?: others? | more | further | people \s+ there ) \b | (?: [\w-]+ \s+ ){1,4}+ there \b )""",
    "a count of some, of others, or of those there",
    (" of the dead", " other people", " people have died there"),
    (" people died", " dead in the fire"),
)
PART = Rule(
    "extent.part",
    r"\b (?: in | at | across | throughout | within | outside | inside | during ) \b",
    "the place or group that a figure is of",
    ("12 people in Metz", "throughout the valley"),
    ("12 people of Metz", "injured"),
)
DENIED = Rule(
    "status.denied",
    r"\b (?: den (?: y | ies | ied | ying ) | not[ ]true | false (?: ly )? | rejected [ ] (?: reports | claims ) ) \b",
    "somebody says that it is not so",
    ("the ministry denied that", "it is not true that", "rejected claims that"),
    ("a dense crowd", "rejected the offer", "it is true that"),
    ("den", "not true", "false", "rejected "),
)
PLANNED = Rule(
    "status.planned",
    r"""\b (?: will | would | could | may | might | should | shall | if | plans? | planned | planning | intends?
        | expects? | expected | set | due | scheduled | hopes? | aims? | sees | foresees | forecasts? | outlook
        | guidance | target | proposes? | proposed | promised | pledged | wants? ) \b
    | \b (?: is | are | was | were | going ) \s+ to \b
    | ^ \s* to \b
    | \b to \s+ [^\W\d_]++ \s*+
        (?: (?: just | only | about | around | some | last | next | the | another ) \s*+ )? $""",
    "a figure is of something to come, or supposed",
    ("the firm plans to cut", "it would cost", "it is to hire", "a vote to spend about "),
    ("the firm cut", "it cost", "from Metz to the coast of"),
    (
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "shall",
        "if",
        "plan",
        "intend",
        "expect",
        "set",
        "due",
        "schedule",
        "hope",
        "aim",
        "sees",
        "foresees",
        "forecast",
        "outlook",
        "guidance",
        "target",
        "propose",
        "promise",
        "pledge",
        "want",
        "to ",
    ),
)

RULES: tuple[Rule, ...] = (
    NAMED_PERIOD, RATE, SINCE_WHEN, EARLIER, DISTANT, BASE, CHANGE_AFTER, WHOLE, EVERYWHERE, PARENT, TALLY_AFTER,
    TALLY_BEFORE, WAS_OLD, APPOSED, LEADING, KIN_OF, OWN, THEN, PRESENT, LIVING, OF_ALL, SOME_OF, NOT_ALL, PART, DENIED,
    PLANNED,
)  # fmt: skip
