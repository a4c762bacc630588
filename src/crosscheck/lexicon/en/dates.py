"""How English writes times: a rule for each form of expression.

A rule reads one piece ("late", "Monday", "2 p.m.", "October 20"); `normalising` puts pieces together and
says which days they mean.
"""

from __future__ import annotations

from crosscheck.lexicon.rules import Rule

_S = r"\s{1,2}"
_MONTH = r"""(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|jul(?:y|\.)?
    |aug(?:ust|\.)?|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![^\W\d_])"""
_WEEKDAY = r"""(?P<weekday>mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?P<full>day)?\b"""
_D = r"(?:3[01]|[12][0-9]|0?[1-9])"
_DAY = rf"(?P<day>{_D})(?:st|nd|rd|th)?(?![0-9a-z%]|[.,:/][0-9])"
_DAY2 = rf"(?P<day2>{_D})(?:st|nd|rd|th)?(?![0-9a-z%]|[.,:/][0-9])"
_YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_ORDINAL = (
    r"(?P<word>first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen"
    r"|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen)th|twentieth|thirtieth"
    r"|(?:twenty|thirty)[\s-](?:first|second|third|(?:four|fif|six|seven|eigh|nin)th|one|two"
    r"|three|four|five|six|seven|eight|nine))"
)
_SMALL = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif"
    r"|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four"
    r"|five|six|seven|eight|nine))?)"
)
_COUNT = (
    rf"(?P<count>[0-9]{{1,3}}(?![0-9.,:]\d)|{_SMALL}|(?:a\s)?couple(?:\sof)?|(?:a\s)?few"
    r"|several|many|some)"
)
_UNIT = (
    r"(?P<unit>day|weekend|week|fortnight|month|quarter|year|decade|century|centurie|hour"
    r"|minute)"
)
_SHIFT = r"""(?P<shift>last\syear['’]s(?=\s(?:quarter|period)\b)
    |last|this\s(?:past|coming|last|current)|this|next|past|previous|preceding|prior|following
    |coming|upcoming|current|latest|most\srecent|that\ssame|that|same(?!\syear-)
    |(?:(?:comparable|corresponding|same)\s)?year-(?:ago|earlier)|comparable|corresponding)"""
_ZONE = r"""(?:\s{0,2}(?P<zone>(?:GMT|UTC|Z|BST|CES?T|EE?S?T|[ECMP][SD]?T|I[SD]?T|JST|KST|AE[SD]T
    |MSK|WIB|SGT|HKT|PKT|AST|NPT)(?![^\W\d_])
    |(?:Eastern|Central|Mountain|Pacific)(?:\s(?:standard|daylight))?(?:\stime)?|local(?:\stime)?
    |(?-i:[A-Z][a-z]{2,15})(?:\s(?:standard|summer|daylight))?\stime\b|[+-][01][0-9]:?[0-5][0-9])(?![0-9]))?"""
_PART = (
    r"(?P<part>dawn|sunrise|daybreak|morning|lunchtime|afternoon|evening|dusk|sunset|night|"
    r"(?:early|small)\shours)(?![^\W\d_])"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)(?![^\W\d_])"


def _rule(id: str, pattern: str, meaning: str, examples: str, counterexamples: str = "") -> Rule:
    """A row; examples are separated by " | "."""
    against = tuple(counterexamples.split(" | ")) if counterexamples else ()
    return Rule(id, r"(?<!\w)" + pattern, meaning, tuple(examples.split(" | ")), against)


RULES: tuple[Rule, ...] = (
    _rule(
        "date.iso",
        r"(?P<year>[12][0-9]{3})(?P<by>[-/.])(?P<month_number>0[1-9]|1[0-2]|[1-9])(?P=by)"
        r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9-])"
        r"(?:T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
        r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
        "year, month and day in digits, largest first",
        "2021-10-20 | 2021/10/20 | 2021-10-20T14:05Z",
        "1-800-20 | 2021-13-20 | 2021-10/20",
    ),
    _rule(
        "date.month-day",
        rf"(?:(?P<shift>last|this|next|this\spast|this\scoming)\s)?{_MONTH}{_S}(?:the\s)?{_DAY}"
        rf"(?!\s(?:percent|per\scent|people)\b)"
        rf"(?:\s?(?P<join>-|–|—|to|and|&|or|through|until)\s?{_DAY2})?(?:,?{_S}{_YEAR}|,?\s"
        rf"(?P<short>['’][0-9]{{2}})(?![0-9]))?",
        "a month and a day, or two days, with or without the year",
        "Oct. 20 | October 22nd and 23rd | March 12-18, 2020",
        "October 20,000 | May 5.5 | March 12:30",
    ),
    _rule(
        "date.month-ordinal",
        rf"{_MONTH}{_S}(?:the\s)?{_ORDINAL}(?![^\W\d_])(?:,?{_S}{_YEAR})?",
        "a month and a day in words",
        "March the eighth | May twenty-nine",
        "March of the second brigade",
    ),
    _rule(
        "date.day-month",
        rf"(?P<day>{_D})(?:st|nd|rd|th)?(?:\s?(?P<join>-|–|—|to|and|&|or|until)\s?(?P<day2>{_D})"
        rf"(?:st|nd|rd|th)?)?"
        rf"(?:{_S}|-)(?:of{_S})?{_MONTH}(?:,?[\s-]{{1,2}}{_YEAR}|-(?P<short>[0-9]{{2}})(?![0-9]))?",
        "a day, or two days, and a month, with or without the year",
        "20 October 2021 | the 3rd of March | 12 and 18 March | 20-Oct-21",
        "20 Octopuses | 32 October | 20 marched",
    ),
    _rule(
        "date.ordinal-month",
        rf"{_ORDINAL}{_S}of{_S}{_MONTH}(?:,?{_S}{_YEAR})?",
        "a day in words and a month",
        "second of August | the twenty-first of May, 2010",
        "second of the marches",
    ),
    _rule(
        "date.month-year",
        rf"{_MONTH}(?:,?{_S}(?:of{_S})?|-|/){_YEAR}",
        "a month of a year",
        "October 2021 | Dec. 1999 | May of 2003",
        "October 2021.5 | March 12",
    ),
    _rule(
        "date.month",
        rf"(?:{_SHIFT}\s)?(?:month{_S}of{_S})?{_MONTH}",
        "a month, whose year the text leaves open",
        "in October | last November | this coming May",
        "Octopus | Marching",
    ),
    _rule(
        "date.numeric",
        rf"(?P<first>{_D})(?P<by>[-/.]){{1}}(?P<second>{_D})(?P=by)(?P<year>(?:1[0-9]"
        rf"|20)?[0-9]{{2}})(?![0-9]|[.,/-][0-9])",
        "day, month and year in digits, in an order that the article decides",
        "20/10/2021 | 10/20/21 | 20.10.2021",
        "192.168.1.12.5 | 20/10 | 1/1/1/1/1",
    ),
    _rule(
        "date.weekday",
        rf"(?:{_SHIFT}\s)?{_WEEKDAY}(?:{_S}(?P<after>week|gone|(?:last|next)(?!\s(?:week|month|year|night))))?(?![^\W\d_])",
        "a day of the week",
        "Monday | last Tuesday | this coming Sunday | Friday last",
        "Mondays | sunny | satin",
    ),
    _rule(
        "date.weekdays",
        r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)days(?:\snights?|\smornings?)?(?![^\W\d_])",
        "every week on a day",
        "Mondays",
        "Monday's",
    ),
    _rule(
        "date.year",
        r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]|[.,:/][0-9]|[^\W\d_]|\s?%|[-–][^\W\d_])",
        "a year",
        "in 2019 | 1066",
        "2019.5 | 2,019 | 2019s | 1200-strong",
    ),
    _rule(
        "date.years",
        r"(?P<year>(?:1[0-9]|20)[0-9]{2})\s?(?P<join>-|–|—|/)\s?(?P<last>(?:1[0-9]|20)[0-9]{2}"
        r"|[0-9]{2})(?![0-9]|[-–.,/:][0-9]|[^\W\d_])",
        "from a year to a later one, or a season across two",
        "2016-2020 | 2012–13 | 2019/20",
        "2016-20-21 | 2016-2",
    ),
    _rule(
        "date.fiscal-year",
        r"(?:fiscal|FY|financial\syear|fiscal\syear|calendar)(?:\s(?:year\s)?)?(?P<year>(?:1[0-9]"
        r"|20)[0-9]{2})(?![0-9]|[.,][0-9])",
        "a company's or state's year of account",
        "fiscal 2012 | FY2012 | financial year 2021",
        "fiscal 20",
    ),
    _rule(
        "date.year-words",
        r"(?P<high>nineteen|twenty)[\s-](?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty"
        r"|ninety)"
        r"(?:[\s-](?P<ones>one|two|three|four|five|six|seven|eight|nine))?(?![^\W\d_]|[\s-]"
        r"(?:thousand|hundred|million))"
        r"|(?:the\s)?year\s(?P<thousand>two\sthousand)(?:(?:\sand)?\s(?P<more>one|two|three|four"
        r"|five|six|seven|eight|nine|ten|eleven|twelve))?(?![^\W\d_])",
        "a year in words",
        "nineteen ninety-six | twenty twenty-one",
        "nineteen people | twenty thousand",
    ),
    _rule(
        "date.decade",
        r"(?:(?P<year>(?:1[0-9]|20)[0-9]0)['’]?s|['’‘](?P<short>[0-9]0)['’]?s)(?![^\W\d_])",
        "ten years",
        "the 1980s | 1990's",
        "1985 | 80s",
    ),
    _rule(
        "date.decade-words",
        r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![^\W\d_])",
        "ten years of the 20th century, in words",
        "the eighties",
        "eighty",
    ),
    _rule(
        "date.century",
        rf"(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)[\s-]century|{_ORDINAL}[\s-]century",
        "a hundred years",
        "the 20th century | nineteenth-century",
        "20 centuries",
    ),
    _rule(
        "date.quarter",
        rf"(?:{_SHIFT}\s)?(?:fiscal[\s-])?(?:(?P<number>first|second|third|fourth|1st|2nd|3rd|4th"
        rf"|last|final)[\s-](?:fiscal\s)?(?P<size>quarter|half)"
        rf"|(?P<q>[QH])(?P<q_number>[1-4])(?![0-9]))(?:,?\s(?:of{_S})?(?:fiscal\s)?{_YEAR})?"
        rf"(?![^\W\d_])",
        "three months or six of a year",
        "the third quarter | first half of 2019 | Q3 2021 | third-quarter | second fiscal quarter",
        "quarter | third",
    ),
    _rule(
        "date.season",
        rf"(?:{_SHIFT}\s)?{_SEASON}(?:{_S}(?:of{_S})?{_YEAR})?",
        "a season of the year",
        "last summer | the winter of 1994 | summer 2021",
        "summertime | fallen",
    ),
    _rule(
        "date.unit",
        rf"{_SHIFT}[\s-](?:(?:fiscal|financial|calendar)\s)?(?:{_UNIT}|(?P<period>period))(?![^\W\d_])"
        rf"(?!\s(?:earlier|before|ago)\b)",
        "a stretch of the calendar next to the day of publication, or to a time mentioned",
        "last week | the following day | this month | the year-ago quarter | last year's quarter | that year",
        "weekly | next of kin",
    ),
    _rule(
        "date.the-unit",
        r"the\s(?:(?:full|fiscal|financial)\s)?(?P<unit>quarter|weekend|week|year|month|decade"
        r"|day)(?![^\W\d_]|-)(?!\s(?:ago|after|before|of|that|when|earlier|later|end(?:ed|ing)?|to|[12][0-9]{3})\b)",
        "the current one, or the one mentioned",
        "the quarter | in the year",
        "the year-on | the week of | the weekly",
    ),
    _rule(
        "date.offset",
        rf"(?:{_COUNT}\s(?P<unit>day|week|month|year)s?|(?P<one>day|week|month|year))"
        r"\s(?P<direction>before|after|from)(?=\s[^\W_])",
        "so long before or after the time that follows",
        "two days before Christmas | the day after Monday | a week from tomorrow",
        "two days before. | days after",
    ),
    _rule(
        "date.nth",
        rf"(?P<word>first|second|third|fourth|last|final)\s(?:(?P<unit>week|weekend|day)|{_WEEKDAY})\s(?:of|in)"
        rf"(?=\s(?:the\s)?(?:last\s|this\s|next\s|following\s)?(?:year|month|{_MONTH}|[12][0-9]{{3}}\b))",
        "a week, weekend or day of the month or year that follows",
        "the first week of October | last Friday of the month | first day of 2019",
        "first week of the campaign | second day of play",
    ),
    _rule(
        "date.day-before",
        r"(?:the\s)?(?P<unit>day|week|month|year|night|morning|evening)\s(?P<direction>before"
        r"|after)(?![^\W\d_])(?P<deictic>\s(?:yesterday|tomorrow|last|next))?",
        "the one next to the time mentioned",
        "the day before | the year after",
        "today before",
    ),
    _rule(
        "date.year-before",
        r"year-(?:ago|earlier|before)(?=\s[^\W\d_])(?!\s(?:quarter|period|month|week|third|second"
        r"|first|fourth|nine|six)\b)",
        "of a year before the time mentioned",
        "the year-ago results | year-earlier profit",
        "year-ago.",
    ),
    _rule(
        "date.stretch",
        rf"(?:the\s)?(?P<shift>last|past|next|coming|previous|following|first|latest)\s{_COUNT}\s"
        rf"(?:trading\s|business\s|fiscal\s|more\s)?"
        r"(?P<unit>day|week|fortnight|month|quarter|year|decade|centurie|hour|minute|summer|winter"
        r"|weekend)s?(?![^\W\d_])"
        r"(?:\sof\s(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]))?",
        "some days, weeks, … up to the day of publication, or from it on",
        "the past three weeks | the next two years | first nine months of 2015",
        "three weeks | past the house",
    ),
    _rule(
        "date.months-of-account",
        r"the\s(?P<count>three|six|nine)\smonths(?![^\W\d_])(?!\s(?:since|to|that|before|after|of"
        r"|from|when|ago|earlier|in)\b)",
        "in a company's report: the first three, six or nine months of its year",
        "for the nine months, net rose",
        "the nine months of war",
    ),
    _rule(
        "date.ago",
        rf"(?:(?P<half>half\s)?{_COUNT}[\s-](?:and\sa\shalf\s)?)(?:short\s|long\s|full\s)?"
        rf"(?P<unit>day|week|fortnight|month|quarter|year|decade|centurie|century|hour|minute"
        rf"|night)s?"
        r"\s(?P<direction>ago|earlier|later|previously|hence|from\snow|from\stoday|prior"
        r"|before(?=\s?[.,;)]|\s?$)|after(?=\s?[.,;)]|\s?$)|on(?=\s?[.,;)]|\s?$))(?![^\W\d_])",
        "so long before or after the day of publication, or a time mentioned",
        "five years ago | two days later | a week earlier",
        "two days after the vote | five years",
    ),
    _rule(
        "date.units-ago",
        r"(?:many\s|some\s)?(?:days|weeks|months|years|decades|centuries|hours)\s(?:ago|earlier)"
        r"(?![^\W\d_])",
        "an unstated time before",
        "years ago | some weeks earlier",
        "years",
    ),
    _rule(
        "date.today",
        r"(?P<word>today|yesterday|tomorrow|tonight|last\snight|tomorrow\snight|"
        r"(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow)(?![^\W\d_])",
        "a day next to that of publication",
        "today | the day before yesterday | last night",
        "todays",
    ),
    _rule(
        "date.overnight",
        r"overnight(?![^\W\d_]|-)",
        "the night before the day of publication",
        "stayed overnight",
        "overnight-delivery",
    ),
    _rule(
        "date.part",
        rf"(?:{_SHIFT}\s(?:early\s|late\s)?|mid-?)?{_PART}",
        "a part of a day",
        "this morning | the following evening",
        "mornings",
    ),
    _rule(
        "date.feast",
        r"(?:(?:the\s)?(?P<shift>last|this|next|past|previous|following)\s)?(?P<feast>christmas"
        r"(?:\s(?:day|eve))?|boxing\sday|new\syear['’]?s\s(?:eve|day)"
        r"|valentine['’]?s\sday|st\.?\spatrick['’]?s\sday|may\sday|independence\sday|bastille\sday"
        r"|halloween|armistice\sday|veterans['’]?\sday|earth\sday|juneteenth"
        r"|thanksgiving(?:\sday)?|labou?r\sday|memorial\sday|columbus\sday|presidents['’]?\sday|"
        r"(?:martin\sluther\sking|mlk)\sday|mother['’]?s\sday|father['’]?s\sday"
        r"|election\sday|black\sfriday|good\sfriday|easter(?:\s(?:sunday|monday))?|palm\ssunday"
        r"|ash\swednesday|whit\smonday|pentecost)(?![^\W\d_])"
        rf"(?:{_S}(?:of{_S}|in{_S})?{_YEAR})?",
        "a feast or holiday",
        "Christmas Day | last Thanksgiving | Good Friday 2021",
        "Friday",
    ),
    _rule(
        "date.year-end",
        r"(?:the\s)?(?P<unit>year|month|week|quarter)(?:['’]s|-)?[\s-]?(?P<edge>end)(?![^\W\d_])",
        "the last part of a year, month, …",
        "year-end | the year's end",
        "week of",
    ),
    _rule(
        "date.week-of",
        r"(?:the\s)?(?P<unit>week|month|weekend|morning|afternoon|evening|night|year|spring|summer"
        r"|autumn|winter)\s(?P<link>of|beginning|starting|ending|from)(?![^\W\d_])",
        "what a following date lies in",
        "the week of | the night of",
        "weeks of",
    ),
    _rule(
        "date.edge",
        r"(?:the\s)?(?:very\s)?(?P<edge>early|earlier|late|later|mid|circa|sometime|(?:beginning"
        r"|start|end|close|opening|middle|(?:first|latter)\s(?:part|half))(?=\sof\s))"
        r"(?:-|\s(?:of\s|in\s|on\s)?)(?=['’‘a-z0-9])",
        "which part of the time that follows",
        "early May | mid-August | the end of 2019",
        "earliest | clearly",
    ),
    _rule(
        "date.approx",
        r"(?P<edge>about|around|roughly|approximately|nearly|almost)\s(?=[^\W_])",
        "near the time that follows",
        "about 1900",
        "roundabout",
    ),
    _rule(
        "date.bound",
        r"(?P<bound>by|until|till|no\slater\sthan|before|prior\sto|ahead\sof|since|after"
        r"|later\sthan|pre(?=-)|post(?=-))[\s-](?=['’‘a-z0-9])",
        "the time that follows is the end, or the beginning",
        "until 5 May | since 2019 | post-1959",
        "bypass",
    ),
    _rule(
        "date.every",
        r"(?P<word>every|each)\s(?:other\s|single\s|second\s|(?:two|three|four|five|six"
        r"|[0-9]{1,2})\s)?"
        r"(?:(?:day|week|month|quarter|year|hour|minute|night|morning|evening|afternoon|weekend"
        r"|decade|season|spring|summer|autumn|fall|winter)s?"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
        r"|august|september|october|november|december)(?![^\W\d_])",
        "again and again",
        "every Friday | each year | every two weeks",
        "every time | each of",
    ),
    _rule(
        "date.often",
        r"(?:daily|weekly|monthly|yearly|annually|hourly|nightly|fortnightly|biweekly|biannually)"
        r"(?![^\W\d_])",
        "again and again",
        "daily | annually",
        "dailyness | annual",
    ),
    _rule(
        "date.now",
        r"(?:now|right\snow|currently|current|nowadays|presently|these\sdays|at\spresent"
        r"|at\sthe\smoment|already(?=\sthis))(?![^\W\d_])",
        "about the day of publication",
        "now | these days",
        "nowhere",
    ),
    _rule(
        "date.recently",
        r"(?:(?:more\s|most\s)?recently|(?:in\s)?(?:the\s)?recent\s(?:days|weeks|months|quarters"
        r"|years|decades)(?:\sand\s(?:weeks|months|years))?|the\spast(?=[.,;]|\s(?:and|or|by"
        r"|but)\b)|in\sthe\spast(?=\s?[.,;:)]|\s(?:and|or|by|but|to|he|she|they|it|that|have|has"
        r"|when)\b)"
        r"|past\s(?:years|decades|weeks|months)|long\sago)(?![^\W\d_])",
        "an unstated time before",
        "recently | recent years | in the past, it",
        "in the past three weeks | recent | past the post",
    ),
    _rule(
        "date.soon",
        r"(?:the\s(?:near\s|foreseeable\s|not-too-distant\s)?future|(?:the\s)?coming\s(?:days"
        r"|weeks|months|quarters|years)|future(?=\s(?:quarters|years))|(?:the\s)?(?:near|short"
        r"|long)\sterm|the\s(?:days|weeks|months|years)\sahead)(?![^\W\d_])",
        "an unstated time to come",
        "the near future | coming weeks",
        "futures | coming of age",
    ),
    _rule(
        "clock.12-hour",
        rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap]\.m\.|[ap]m)"
        rf"(?![^\W\d_]){_ZONE}",
        "a time of day before or after noon",
        "2 p.m. | 8.30am | 2pm EDT",
        "2 men | 13 p.m. | 2 pmq",
    ),
    _rule(
        "clock.24-hour",
        rf"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![0-9]|:[0-9]{{2}}[.,:][0-9])"
        rf"(?::[0-5][0-9](?![0-9]))?(?:\s?(?:hrs|hours|h)\b)?{_ZONE}",
        "a time of day by the clock of 24 hours",
        "04:17 | 20:27 GMT",
        "2:1 | 2:345",
    ),
    _rule(
        "clock.dotted",
        rf"(?P<hour>[01]?[0-9]|2[0-3])\.(?P<minute>[0-5][0-9])(?:\s?(?:hrs|hours|h)\b{_ZONE}|"
        rf"\s?(?P<zone2>GMT|UTC|local\stime|BST|CES?T|[ECMP][SD]T|IST|JST)\b"
        rf"|(?<=\bat\s[0-9]\.[0-9][0-9])(?=_AFTER)|(?<=\bat\s[0-9][0-9]\.[0-9][0-9])(?=_AFTER))".replace(
            "_AFTER", r"\s(?:on|this|that|yesterday|today|in\sthe\s(?:morning|afternoon|evening)|last\snight)\b"
        ),
        "a time of day with a point",
        "05.52 local time | 18.30 GMT",
        "5.52 metres | 05.524 GMT | 25.10 GMT",
    ),
    _rule(
        "clock.hundred",
        rf"(?P<hour>[01][0-9]|2[0-3])\.?(?P<minute>[0-5][0-9])\s?(?:(?:hrs|hours|h)\b{_ZONE}|"
        rf"(?P<zone2>GMT|UTC|local\stime|BST|CES?T|[ECMP][SD]T|IST|JST)\b)",
        "a time of day of four digits",
        "2317 GMT | 0817 hours",
        "2317 | 2567 GMT",
    ),
    _rule(
        "clock.o-clock",
        r"(?P<count>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?:\so['’]clock)?(?:\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)"
        r"|(?<=clock))(?![^\W\d_])",
        "a whole hour",
        "five o'clock | 5 o'clock in the afternoon",
        "five clocks",
    ),
    _rule(
        "clock.noon",
        rf"(?P<part>noon|midday|midnight)(?![^\W\d_]){_ZONE}",
        "the middle of day or night",
        "noon | midnight",
        "noonday",
    ),
)

BY_ID = {rule.id: rule for rule in RULES}
