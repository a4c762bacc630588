"""A heap of made-up news of any size, with planted statements that belong together.

Every text is put together from the word lists and patterns below, by a generator with a fixed seed: the
same call gives the same articles. An event has five articles of twenty statements. Of these eight tell what
another article of the event tells too, in the same words (a copy) or in others (a paraphrase); four share
its rare words and tell something else (distractors); eight are an outlet's own. Each fourth event borrows
the names of the one before it, so that rare words alone decide nothing. An event keeps to a few of the
words, as news does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Literal

from attrs import frozen

from crosscheck.model import Article

ARTICLES = 5  # of an event
SHARED, DISTRACTING, OWN = 8, 4, 8  # statements of an article
WORDS = 12  # of each list that an event keeps to
COMMON = 6  # of the twenty that an event's articles share, how many every event could have
STATEMENTS = ARTICLES * (SHARED + DISTRACTING + OWN)  # of an event

SYLLABLES = "ba da fe go ha ji ka lo mu na or pa ri sa to ul va we xi yo zen kir mal tor bel dun gar hol".split()
ENDINGS = "ra stad mont ville burg na lo dor wick ham port sund ford mere".split()
OUTLETS = ("The Echo", "Morning Post", "Coast Gazette", "The Courier", "Daily Lantern")
BODIES = (
    "coastguard; fire service; interior ministry; harbour board; regional council; transport union; health agency; "
)
BODIES += "police; prosecutor; power company; rail operator; water authority; port authority; army; labour ministry"
THINGS = "ferry; tanker; warehouse; bridge; tunnel; refinery; hotel; stadium; market hall; school; factory; dam; "
THINGS += "hospital; train; coach; tower block; museum; shopping centre; grain silo; trawler; cable car; mine; pier"
ADJECTIVES = """
old narrow eastern crowded disused northern private flooded busy municipal remote modern quiet wooden temporary
southern central abandoned coastal rural empty small vast gloomy elegant famous muddy steep sunny draughty
listed leaky marble granite round triangular windowless vaulted ivy-clad dusty frozen haunted humble lavish
mossy neighbouring opulent ornate painted partial peaceful picturesque rusty sandy shabby snowy spacious
splendid tall thatched tiny tranquil unfinished
"""
NOUNS = """
garden library orchard canal vineyard theatre quarry chapel airfield meadow archive bakery brewery clinic
courtyard cinema depot estate forest gallery granary hill inn junction kiln laboratory lighthouse mill monastery
nursery observatory palace pavilion pharmacy playground pond promenade reservoir sawmill shipyard spa square
stable swamp tannery terrace valley watermill wharf aviary aqueduct arcade barn belfry boathouse boulevard cabin
cafeteria campsite castle cellar cemetery chimney citadel cottage crypt dormitory embassy fountain foundry
glasshouse grotto gymnasium hangar herbarium icehouse jetty kiosk lagoon ledge lock loft manor marina mosaic
obelisk orangery organ pagoda parsonage pasture planetarium plantation priory quay rectory rotunda rookery
sanatorium sundial synagogue tavern towpath treadmill viaduct villa well windmill workshop zoo allotment
ballroom causeway cloister dairy dovecote drawbridge farmyard footbridge gazebo hayloft
"""
PEOPLE = """
painters farmers teachers anglers choristers drummers gardeners hikers jurors lawyers masons nurses pilots
plumbers potters printers sailors shepherds singers surgeons tailors translators veterans volunteers waiters
weavers welders widows librarians beekeepers cyclists dancers acrobats actors archers archivists barbers
biologists blacksmiths botanists brewers butchers carpenters cellists chemists clowns cobblers composers cooks
coopers curators dentists dockers druids editors engravers falconers fencers florists geologists glaziers
historians jewellers jugglers linguists locksmiths magicians mechanics midwives millers monks novelists nuns
opticians pastors philosophers photographers pianists playwrights poets priests puppeteers rangers refugees
retirees roofers rowers saddlers scouts sculptors skaters smiths stokers students surveyors tanners thatchers
tilers twins umpires violinists wardens watchmakers wrestlers zoologists
"""
DEEDS = """
admired adorned bought catalogued cleaned decorated drew emptied enlarged examined fenced fitted furnished
guarded heated inspected leased lit mapped measured mended neglected painted photographed planted polished
praised rebuilt rented repainted restored sketched sold surveyed swept tidied visited watched weeded whitewashed
auctioned blessed borrowed carved cherished coveted criticised described designed dismantled donated dredged dug
engraved excavated exhibited filmed flattened gilded haunted imitated inherited insulated levelled locked mocked
mortgaged occupied panelled patrolled paved pawned plastered ploughed plundered raided ransacked recorded
remembered renamed renovated reopened roofed salvaged scrubbed searched sealed shared shelled shovelled shut
simplified stormed studied tiled trimmed unlocked ventilated wallpapered wired worshipped
"""
OPENERS = """
For years|Before the war|After the harvest|Without asking anybody|To general surprise|In a letter of complaint
By candlelight|At the end of a long winter|With some reluctance|On the advice of a neighbour|Between two storms
Against all odds|Since then|In the absence of a roof|During the holidays|Out of habit|Under a full moon
In spite of the smell|At their own expense
"""
TAILS = """
and nobody minded|which came as a relief|as a plaque recalls|to the annoyance of the neighbours
though the paint was wet|without a permit|for the second time|until the money ran out|because it rained
in return for a crate of pears|and sang|as their parents had done|with borrowed tools|while a band played
but kept the key|under the eyes of a stork|for a bet
"""
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# what one event's articles share, each in two wordings; the slots are the event's own names and figures
FACTS: tuple[tuple[str, str], ...] = (
    ("At least {a} people were killed when the {thing} in {place} collapsed on {day}, the {body} said.",
     "The collapse of the {thing} in {place} on {day} killed at least {a} people, according to the {body}."),
    ("Rescuers pulled {b} survivors out of the {thing} near {place} before nightfall.",
     "Before nightfall {b} survivors had been pulled out of the {thing} near {place} by rescuers."),
    ("The {body} had inspected the {thing} of {firm} only {c} weeks before the disaster.",
     "Only {c} weeks before the disaster the {thing} of {firm} was inspected by the {body}."),
    ("{firm} has promised to pay {d} million euros to the families of the victims in {place}.",
     "The families of the victims in {place} were promised {d} million euros by {firm}."),
    ("More than {e} residents of {place} had to leave their homes because of the danger of another collapse.",
     "Because another collapse was feared, more than {e} residents of {place} had to leave their homes."),
    ("The road between {place} and {town} will stay closed until {day}, the {body} announced.",
     "The {body} announced that the road between {place} and {town} would stay closed until {day}."),
    ("Shares in {firm}, which owns the {thing}, fell by {f} per cent in early trading.",
     "In early trading shares in {firm}, the owner of the {thing}, fell by {f} per cent."),
    ("Hospitals in {town} treated {g} of the injured, most of them for broken bones.",
     "Of the injured {g} were treated in hospitals in {town}, most of them for broken bones."),
    ("Engineers from {town} found deep cracks in the pillars of the {thing} last {month}.",
     "Last {month} engineers from {town} found deep cracks in the {thing}'s pillars."),
    ("A court in {town} ordered the arrest of {h} managers of {firm} over the collapse in {place}.",
     "Over the collapse in {place} a court in {town} ordered that {h} managers of {firm} be arrested."),
    ("The search for the missing in {place} was called off after {i} days because of heavy rain.",
     "Because of heavy rain the search for the missing in {place} was called off after {i} days."),
    ("Schools in {place} and {town} remained shut, and trains to the coast were cancelled.",
     "Trains to the coast were cancelled, and schools in {place} and {town} remained shut."),
    ("The {body} had warned in {year} that the foundations of the {thing} were too weak.",
     "In {year} the {body} had warned that the {thing}'s foundations were too weak."),
    ("A crane hired by {firm} toppled over during the rescue and crushed two parked vans.",
     "During the rescue a crane that {firm} had hired toppled over and crushed two parked vans."),
    ("The president of the region visited {place} on {day} and laid a wreath at the {thing}.",
     "On {day} the region's president visited {place} and laid a wreath at the {thing}."),
    ("Insurers put the damage at {d} million euros, twice the yearly profit of {firm}.",
     "The damage, twice the yearly profit of {firm}, was put at {d} million euros by insurers."),
    ("A telephone line for relatives of the missing was set up in the town hall of {town}.",
     "In the town hall of {town} a telephone line was set up for relatives of the missing."),
    ("Divers recovered the recorder of the {thing} from the mud below {place} after {i} attempts.",
     "After {i} attempts divers recovered the recorder of the {thing} from the mud below {place}."),
    ("The architect of the {thing} had asked {firm} for steel beams, but wood was used.",
     "Wood was used although the architect of the {thing} had asked {firm} for steel beams."),
    ("Football clubs from {town} collected {e} euros for the survivors during their matches.",
     "During their matches football clubs from {town} collected {e} euros for the survivors."),
)  # fmt: skip
# and what is put together anew for each event, likewise in two wordings
MADE: tuple[tuple[str, str], ...] = (
    ("{a} {people} from {place} {deed} the {adjective} {noun} of {firm} on {day}, the {body} said.",
     "On {day} {a} {people} from {place} {deed} {firm}'s {adjective} {noun}, according to the {body}."),
    ("The {body} found {b} {people} in the {adjective} {noun} behind the {thing} of {place}.",
     "In the {adjective} {noun} behind {place}'s {thing} the {body} found {b} {people}."),
    ("{firm} sold the {noun} near {town} to {people} for {d} million euros in {month}.",
     "For {d} million euros {firm} sold {people} the {noun} near {town} in {month}."),
    ("In {year} the {people} of {town} had {deed} the {adjective} {noun} that {firm} now owns.",
     "The {people} of {town} had {deed} the {adjective} {noun}, now owned by {firm}, in {year}."),
    ("A storm tore the roof off the {noun} in {place}, where {c} {people} slept.",
     "In {place}, where {c} {people} slept, a storm tore the roof off the {noun}."),
    ("The {adjective} {noun} in {town} will be {deed} by {people} before the end of {month}.",
     "Before the end of {month} the {adjective} {noun} in {town} will be {deed} by {people}."),
)  # fmt: skip
# rare words of the event in sentences that say something else
DISTRACTORS = (
    "{opener} the {people} of {place} {deed} a {noun}, {tail}.",
    "{opener} {firm} {deed} some {people} in a {adjective} {noun}, {tail}.",
    "{town} has a {adjective} {noun} that {people} once {deed}, {tail}.",
    "{opener} a {noun} in {place} was {deed} by {people} of the {body}.",
)
OWNS = (
    "{opener} {people} {deed} the {adjective} {noun}, {tail}.",
    "{opener} the {adjective} {noun} was {deed} by {people} in {year}, {tail}.",
    "{number} {people} {deed} a {noun} and {deed2} the {adjective} {noun2}, {tail}.",
    "The {people}, who {deed} the {noun}, would rather have {deed2} some {noun2}.",
    '"{opener} we {deed} the {noun}, {tail}," one of the {people} said.',
    "The council has set aside {d} thousand euros for {people} and their {adjective} {noun}, {tail}.",
    "{opener} about {b} {people} {deed} the {noun}, {tail}.",
    "A {adjective} {noun} is no {noun2}, {tail}.",
)
MONTHS = "January February March April May June July August September October November December".split()

LISTS = {"adjective": ADJECTIVES, "noun": NOUNS, "people": PEOPLE, "deed": DEEDS}
Lists = dict[str, list[str]]

Kind = Literal["copy", "paraphrase"]


@frozen
class Planted:
    """Two statements that belong together: each the article's id and the sentence's own words."""

    kind: Kind
    left: tuple[str, str]
    right: tuple[str, str]


@frozen
class Heap:
    """Articles in a mixed order, and what was planted in them."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]


def heap(statements: int, seed: int = 5, *, one_story: bool = False) -> Heap:
    """A heap of about `statements` statements, a multiple of a hundred.

    >>> made = heap(200)
    >>> len(made.articles), len(made.planted)
    (10, 40)
    >>> made == heap(200)
    True
    """
    events = max(1, statements // STATEMENTS)
    articles: list[Article] = []
    planted: list[Planted] = []
    slots: dict[str, str] = {}
    for number in range(events):
        draw = Random(seed * 1_000_003 + number)
        lists = {name: draw.sample(listed(words), WORDS) for name, words in LISTS.items()}
        slots = {
            **draw_slots(draw, lists),
            **({name: slots[name] for name in ("place", "firm")} if number % 4 == 3 else {}),
        }
        its_articles, its_planted = _event(number, draw, lists, slots)
        articles += its_articles
        planted += its_planted
    if one_story:
        articles = [_merged(articles[at::ARTICLES], at) for at in range(ARTICLES)]
        planted = [_in_merged(each) for each in planted]
    Random(seed).shuffle(articles)
    return Heap(tuple(articles), tuple(planted))


def _merged(parts: Sequence[Article], number: int) -> Article:
    """All that one outlet has printed, as one long article."""
    text = "\n\n".join(part.text for part in parts)
    return Article(id=f"a{number}", text=text, outlet=OUTLETS[number], published=date(2026, 11, 18))


def _in_merged(planted: Planted) -> Planted:
    def moved(place: tuple[str, str]) -> tuple[str, str]:
        return "a" + place[0].split("-")[1], place[1]

    return Planted(planted.kind, moved(planted.left), moved(planted.right))


def _event(number: int, draw: Random, lists: Lists, slots: dict[str, str]) -> tuple[list[Article], list[Planted]]:
    """The five articles of one event. Each of twenty shared facts stands in two of them."""
    told: list[list[str]] = [[] for _ in range(ARTICLES)]
    planted = []
    facts = draw.sample(FACTS, COMMON) + [draw.choice(MADE) for _ in range(ARTICLES * SHARED // 2 - COMMON)]
    for n, wordings in enumerate(facts):
        one, two = n % ARTICLES, (n + 1 + n // ARTICLES % (ARTICLES - 1)) % ARTICLES
        kind: Kind = "copy" if draw.random() < 0.5 else "paraphrase"
        own = {**slots, **_words(draw, lists), **_figures(draw), "place": slots["place"] if n % 2 else slots["other"]}
        left = wordings[0].format(**own)
        right = left if kind == "copy" else wordings[1].format(**own)
        told[one].append(left)
        told[two].append(right)
        planted.append(Planted(kind, (f"e{number}-{one}", left), (f"e{number}-{two}", right)))
    articles = []
    for at, sentences in enumerate(told):
        patterns = draw.choices(DISTRACTORS, k=DISTRACTING) + draw.choices(OWNS, k=OWN)
        rest = [pattern.format(**{**slots, **_words(draw, lists)}).strip() for pattern in patterns]
        whole = [*sentences, *(each[0].upper() + each[1:] for each in rest)]
        draw.shuffle(whole)
        text = "\n\n".join(" ".join(whole[i : i + 4]) for i in range(0, len(whole), 4))
        day = date(2026, 1, 5) + timedelta(days=number % 300)
        articles.append(Article(id=f"e{number}-{at}", text=text, outlet=OUTLETS[at], published=day))
    return articles, planted


def draw_slots(draw: Random, lists: Lists) -> dict[str, str]:
    """The names of an event."""
    firm = _name(draw) + " " + draw.choice(("Holding", "Lines", "Group", "Works"))
    return {
        "place": _name(draw), "other": _name(draw), "town": _name(draw), "firm": firm,
        "thing": draw.choice(listed(THINGS)), "body": draw.choice(listed(BODIES)),
        **_figures(draw), **_words(draw, lists),
    }  # fmt: skip


def _name(draw: Random) -> str:
    """A rare name of three syllables or more.

    >>> _name(Random(1))
    'Haxiholford'
    """
    return ("".join(draw.choice(SYLLABLES) for _ in range(3)) + draw.choice(ENDINGS)).capitalize()


def _figures(draw: Random) -> dict[str, str]:
    figures = {name: str(draw.randint(3, 90)) for name in "abcdfghi"}
    figures["year"] = str(draw.randint(1890, 2019))
    return {**figures, "e": f"{draw.randint(2, 90) * 100:,}", "day": draw.choice(DAYS), "month": draw.choice(MONTHS)}


def _words(draw: Random, lists: Lists) -> dict[str, str]:
    number = draw.choice(("Two", "Three", "Four", "Five", "Seven", "Nine", "Eleven", "Twelve", "Twenty"))
    return {
        **{name: draw.choice(lists[name.rstrip("2")]) for name in (*lists, "noun2", "deed2")},
        "opener": draw.choice(listed(OPENERS)), "tail": draw.choice(listed(TAILS)),
        "year": str(draw.randint(1890, 2019)),
        "number": number, "e": f"{draw.randint(2, 90) * 100:,}", "b": str(draw.randint(3, 90)),
        "d": str(draw.randint(3, 90)), "day": draw.choice(DAYS),
    }  # fmt: skip


@cache
def listed(words: str) -> list[str]:
    """The entries of a list: between semicolons, between bars and line ends, or between blanks."""
    parted = words.replace("\n", "|") if "|" in words else words.replace("; ", "|")
    parted = parted if "|" in parted else "|".join(words.split())
    return [word.strip() for word in parted.strip("|").split("|")]
