"""The shape of English nouns: plurals, singulars, and the words that can't be part of what is counted."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon.listed import listed

IRREGULAR_PLURALS: dict[str, str] = {
    "people": "person", "persons": "person", "souls": "person", "folk": "person", "children": "child", "men": "man",
    "women": "woman", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf", "halves": "half",
    "shelves": "shelf", "thieves": "thief", "calves": "calf", "loaves": "loaf", "criteria": "criterion",
    "phenomena": "phenomenon", "bacteria": "bacterium", "data": "data", "media": "media", "dice": "die",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "oases": "oasis",
    "police": "police officer", "personnel": "personnel", "staff": "staff", "troops": "troop", "cattle": "cattle",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "hovercraft": "hovercraft", "watercraft": "watercraft",
    "sheep": "sheep", "fish": "fish", "deer": "deer", "series": "series", "species": "species",
    "offspring": "offspring",
    "headquarters": "headquarters", "works": "works", "crew": "crew", "buses": "bus", "gases": "gas",
    "viruses": "virus",
    "campuses": "campus", "bonuses": "bonus", "senses": "sense", "horses": "horse", "houses": "house",
    "nurses": "nurse",
    "causes": "cause", "clauses": "clause", "cases": "case", "phases": "phase", "purchases": "purchase",
    "leases": "lease",
    "responses": "response", "expenses": "expense", "licenses": "license", "licences": "licence", "courses": "course",
    "increases": "increase", "decreases": "decrease", "releases": "release", "diseases": "disease",
    "databases": "database",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "lies": "lie", "pies": "pie", "zombies": "zombie",
    "shoes": "shoe", "canoes": "canoe", "toes": "toe", "axes": "axe", "taxes": "tax", "vertebrae": "vertebra",
    "alumni": "alumnus", "cacti": "cactus", "fungi": "fungus", "countrymen": "countryman", "percent": "percent",
    "migrants": "migrant", "goods": "goods", "means": "means", "damages": "damages", "earnings": "earnings",
}  # fmt: skip

# end in -s and are no plurals, or are plurals that mostly stand before another noun
NOT_PLURAL = listed("""
    is was has does his this its us as yes thus plus across unless perhaps always whereas towards besides sometimes
    news sports arms politics economics physics athletics mathematics gas bus class glass mass boss cross loss pass
    press dress stress success access process business witness illness congress progress express address virus
    campus bonus status census focus consensus versus previous serious various famous religious dangerous numerous
    enormous precious suspicious less minus crisis analysis basis thesis emphasis diagnosis hypothesis tennis oasis
    paris texas kansas arkansas illinois hamas christmas mars venus afterwards indoors outdoors overseas nowadays
    hers theirs ours yours mr mrs ms dr st vs says said goes comes gets makes takes gives keeps becomes remains
    seems appears lies stands sits wants needs uses helps shows includes contains involves requires continues begins
    starts ends outstanding
""")

# no counted phrase goes past one of these
STOPS = listed("""
    a an the this that these those which who whom whose what when where while why how if than then so because since
    although though unless until before after during by for from in into of off on onto out over to toward towards
    under up upon with within without about above across against along amid among around as at behind below beneath
    beside besides between beyond down except inside like near outside per plus through throughout till via worth
    and or but nor yet he she it we they i you him her them us me his its our their your my there here is are was
    were be been being am has have had having do does did done will would can could may might must shall should not
    no also already just still only even ever never now later earlier ago again apart away back together today
    tonight tomorrow yesterday strong plus more less fewer each every either neither both all any some such other's
    others one's said says say told tells according including involving following regarding despite died dies dying
    killed killing injured injuring wounded wounding hurt missing dead arrested detained rescued evacuated displaced
    alive hospitalised hospitalized infected homeless came come comes fell rose went gone made make makes took take
    taken gave give given left leave leaves held hold holds lost lose loses won win wins got get gets found find ran
    run runs saw see seen seem began became become becomes remain remained remains broke broken drew driven drove
    fled fought grew knew known led lay met paid sent set shot sold spent spoke stood struck swept taught thought
    threw understood wore wrote mr mrs ms dr which's jan feb mar apr jun jul aug sept oct nov dec january february
    march april june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday high tall wide deep long thick old younger older overall overseas abroad nationwide worldwide
""")

# a state of those counted, never part of what they are; the reader of roles takes it as the predicate
STATES = listed("""
    dead missing injured wounded killed hurt arrested detained rescued evacuated displaced alive hospitalised
    hospitalized infected homeless unaccounted stranded trapped confirmed suspected reported
""")

# before the noun and not part of it
SKIPPED = listed("""
    the a an its their his her our my your these those other more further additional extra new total combined
    separate different straight consecutive successive of such all some
""")


@cache
def looks_plural(word: str) -> bool:
    """Whether a lower-case word has the form of a plural noun.

    >>> [looks_plural(word) for word in ("soldiers", "people", "class", "news", "bus", "crises")]
    [True, True, False, False, False, True]
    """
    if word in IRREGULAR_PLURALS or (word.endswith(("men", "women", "children", "people")) and len(word) > 4):
        return word not in ("specimen", "regimen", "omen", "abdomen", "acumen")
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and word not in NOT_PLURAL
    )


@cache
def singular(word: str) -> str:
    """The singular of a lower-case plural; the word itself where it is none.

    >>> [singular(word) for word in ("people", "countries", "boxes", "houses", "aircraft", "fishermen", "potatoes")]
    ['person', 'country', 'box', 'house', 'aircraft', 'fisherman', 'potato']
    """
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if not looks_plural(word):
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("children", "people")):
        return word[:-3] if word.endswith("children") else word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "toes")):
        return word[:-2]
    return word[:-1]
