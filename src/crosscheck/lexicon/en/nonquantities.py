"""What looks like a number and is none: dates, times, codes, names; and the words that tell so.

The patterns are matched where a run of digits begins. Names that end in a number are told by the word
before it, which is looked up.
"""

from __future__ import annotations

from crosscheck.lexicon.listed import listed
from crosscheck.lexicon.rules import Rule
from crosscheck.model import NonSort

MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\b|July?\b|Jun\.|Jul\.|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![^\W\d_])"
)
_ZONE = r"(?:GMT|UTC|BST|EST|EDT|CST|PST|CET|CEST|IST|ET|PT)\b"

RULES: tuple[Rule, ...] = (
    Rule(
        "nonquantity.clock",
        rf"""(?<![\w.,:]) (?: \d{{1,2}} [:.] \d\d (?: :\d\d )? \s? (?: [ap]\.?m\b\.? | {_ZONE} )
        | \d{{1,2}} : \d\d (?: :\d\d )? (?! [\d:] )
        | \d{{1,2}} \s? (?: [ap]m\b | [ap]\.m\. | o['’]clock\b )
        | \d{{3,4}} \s? {_ZONE} | (?: 0\d | (?<= \b at \s ) (?: 1\d | 2[0-3] ) ) [0-5]\d \s? (?: hours | hrs ) \b )""",
        "a time of day",
        ("at 10:30", "9.15pm", "by 6 a.m.", "2317 GMT", "at 1400 hours", "5 o'clock"),
        ("30 people", "10.30 metres", "3 amps", "after 1400 hours"),
    ),
    Rule(
        "nonquantity.date",
        rf"""(?<![\w.,/-]) (?:
        (?: \d{{1,2}} \s?[-–]\s? )? \d{{1,2}} (?: st|nd|rd|th )? \s (?: of \s )?
        {MONTH} (?! \s (?:be|have|not)\b ) (?: ,? \s \d{{4}} (?!\d) )?
        | \d{{4}} - \d\d - \d\d (?![\d-])
        | \d{{1,2}} / \d{{1,2}} / (?: \d{{4}} | \d\d ) (?![\d/])
        | \d{{1,2}} \. \d{{1,2}} \. (?: \d{{4}} | \d\d ) (?![\d.]) )""",
        "a day of the calendar",
        ("7 March", "19-21 May", "16th of October 2015", "2015-10-16", "5/17/2018"),
        ("7 marches", "5/17", "3 may be"),
    ),
    Rule(
        "nonquantity.years",
        r"""(?<![\w.,/-]) (?: 1[6-9]\d\d | 20\d\d )
        (?: \s?[-–—/]\s? (?: (?: 1[6-9] | 20 ) \d\d | \d\d ) (?![\d,%]|\.\d|\s?(?:per\b|%))
        | s\b )""",
        "a stretch of years, or a decade",
        ("2014-2019", "2018/19", "the 1990s"),
        ("1000-5000", "2014 people"),
    ),
    Rule(
        "nonquantity.coordinate",
        r"(?<![\w.]) \d+ (?: \.\d+ )? \s? °  \s? (?: \d+ (?: \.\d+ )? \s? ['′’] \s? )? (?-i:[NSEW])\b",
        "a latitude or longitude",
        ("37.5°N", "12°34′ S"),
        ("37.5°C", "12 degrees north"),
    ),
    Rule(
        "nonquantity.phone",
        r"""(?<![\w.,]) (?: \d{1,4} [-\s] )?+ \(\d{2,5}\) \s? \d{3} [-–] \d{3,4} (?! [\d%,] )
        | (?<![\w.,]) 0\d{2,4} (?: [-\s] \d{3,4} ){1,3} (?! \d )
        | (?<![\w.,]) [2-9]\d\d [-–] 0\d{3} (?: / \d{3,4} )? (?! [\d%,] )
        | (?<![\w.,]) \d{1,4} (?: [-–] \d{2,7} ){2,4} (?: / \d{3,4} )? (?! \d )""",
        "a telephone number, or another number in groups",
        ("+1-222-555-0134", "555-0134", "020-7946-0018", "0800 555 111"),
        ("15-22 miles", "5,000-7,000", "100-1000 tents"),
    ),
)

# the word before a bare number of which it is the name, and what sort of name that makes
_NAMES: dict[NonSort, frozenset[str]] = {
    "section": listed("""
        article articles section sections chapter clause paragraph para rule regulation schedule annex amendment
        resolution page pages verse figure table appendix item act protocol proposition psalm exhibit count sec art
        footnote title form bill
    """),
    "code": listed("""
        no nos nr nrs num # number numbers № ref reference case docket serial code ticket box zip postcode pin
    """),
    "phone": listed("""
        call dial phone tel telephone hotline helpline ext extension text
    """),
    "name": listed("""
        grade grades channel route highway interstate motorway junction exit flight unit room gate platform terminal
        track lane zone district ward precinct block lot building apartment suite level phase stage tier class seed
        pick pier berth shaft sector station school hall studio bus line road hole cell reactor battalion brigade
        squad team group pool week day night year game match test round lap season episode volume vol issue part
        book step option plan quarter heat set over type scenario catch area formula top war euro bowl agenda vision
        expo radio covid windows agent world ligue serie fig hurricane s&p ftse cac dax nikkei asx russell stoxx
        nasdaq dow ibex topix fortune forbes kospi csi big sensex nifty p stoxx600 tsx psi aex
    """),
    "model": listed("""
        series boeing airbus embraer iphone ipad galaxy model mark mk version android ios playstation xbox apollo
        soyuz falcon vostok tupolev antonov ilyushin mig sukhoi peugeot mazda audi porsche pixel nexus python gpt
        macbook surface nokia bombardier cessna dash ariane progress
    """),
}  # fmt: skip
NAMED: dict[str, NonSort] = {word: sort for sort, words in _NAMES.items() for word in words}

# of those, the ones that are names only with a capital
CAPITALISED = listed("""
    count text form title bill over set type plan line part book act case code number numbers figure table item
    group team world radio school hall bus road night year quarter match test order progress surface agent p pin box
    ticket
""")

# before a hyphen and a number that stays a number ("sub-500", "then-18")
HYPHENED = listed("""
    minus sub then now under over about to nearly mid plus pre non than a and top from of up or by in at
""")

# before four bare digits that are a year
YEAR_BEFORE = listed("""
    in since until till by from to of during before after the late early mid year fiscal fy circa around between
    through and for this last next spring summer autumn fall winter christmas easter january february march april
    may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec - – /
    ( , to's
""")

# after four bare digits that are counted things all the same: people and goods, not elections or results
YEAR_COUNTED = listed("""
    people persons men women children homes houses troops soldiers workers students jobs cases deaths tonnes tons
    miles kilometres kilometers metres meters feet acres hectares dollars euros pounds barrels units employees
    residents families refugees migrants protesters demonstrators passengers fans spectators officers prisoners
    civilians schools votes shares cars vehicles hours minutes days weeks months years km rpm calories words seats
    copies rooms patients companies others mw kg hp
""")

# what a year stands before, so that four digits and one of these are no count ("the company's 2018 sales")
YEAR_NOUNS = listed("""
    elections sales olympics games results earnings revenues figures profits protests riots attacks talks floods
    fires rules models estimates levels accords championships finals awards polls wildfires hurricanes seasons
    forecasts taxes budgets shows events bombings killings shootings demonstrations negotiations prices costs losses
    numbers targets guidelines regulations reforms sanctions midterms primaries playoffs standards statistics
    accounts films movies cars
""")

# after "one" a thing is counted only where a noun may follow; these are never nouns
PRONOUN_AFTER = listed("""
    of another that who which day more who's to in on at for with by from is was were are had has have will would
    can could may might should must did does do and or but as than it they he she we you i the a an this his her its
    their my our your there if when where while because so not never also always just only ever thing way should
    side- knows wants needs says gets goes sees feels thinks saw said made took got went came thought became looks
    seems
""")
PRONOUN_BEFORE = listed("""
    no any every some each this that which the another such anyone little big good new other loved first last next
    right wrong latter former same previous
""")
# "killing one", "left two", "one dead": a count, though nothing is counted by name
TOLL_BEFORE = listed("""
    killing killed kills injuring injured wounding wounded hurting hurt leaving left least than arresting arrested
    missing rescued rescuing claimed
""")
TOLL_AFTER = listed("""
    dead killed injured wounded missing hurt arrested critically seriously critical fatality survivor fatally
    hospitalised hospitalized drowned trapped detained
""")
# words before a number that make it no number: idioms
IDIOMS: dict[str, frozenset[str]] = {
    "zero": frozenset(("ground", "net", "patient", "sub", "absolute", "from")),
    "first": frozenset(("at", "the-")),
    "second": frozenset(("split", "per", "a", "every")),
    "score": frozenset(("the", "a", "final", "this")),
}
# after an ordinal that belongs to a name or a date
ORDINAL_NAMES = listed("""
    amendment century centuries street avenue floor lady world reich division brigade battalion regiment army fleet
    infantry corps minister anniversary-x district circuit republic congress of half quarter quarters generation
    degree hand
""")
# the last word of a street's name
STREETS = listed("street st avenue ave road rd boulevard blvd lane ln drive place square terrace highway court")
# a result of a game or a vote stands near
CONTESTS = listed("""
    beat beating beaten win wins won winning lose loses lost losing draw drew drawn lead leads led leading score
    scores scored scoreline defeat defeats defeated victory down up trail trailed trailing game match final vote
    voted voting ruled ruling decision majority tie tied aggregate shutout rout thrashed thrashing edged penalties
    goals inning innings series record
""")
