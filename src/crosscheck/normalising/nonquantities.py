"""Numbers that are no quantities: typed as what they are, never compared. Nearly all precision is won here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.lexicon.en.nonquantities import (
    CAPITALISED,
    CONTESTS,
    HYPHENED,
    IDIOMS,
    NAMED,
    ORDINAL_NAMES,
    PRONOUN_AFTER,
    PRONOUN_BEFORE,
    RULES,
    STREETS,
    TOLL_AFTER,
    TOLL_BEFORE,
    YEAR_BEFORE,
    YEAR_COUNTED,
    YEAR_NOUNS,
)
from crosscheck.lexicon.en.nouns import looks_plural
from crosscheck.lexicon.en.numbers import NUMBER_WORDS, SCALE_LETTERS, SMALL, TEENS, TENS
from crosscheck.lexicon.listed import listed
from crosscheck.lexicon.rules import compiled
from crosscheck.model import NonSort
from crosscheck.normalising.cardinals import cardinal
from crosscheck.normalising.numbers import DASHES, Number, glued, word
from crosscheck.normalising.numerals import BREAK, DIGITS, TAKEN, URL, WORD, Token
from crosscheck.normalising.units import is_unit_word, money_before, speaks_of_heat, unit_after


class Non(NamedTuple):
    """Tokens that are no quantity, and why."""

    first: int
    last: int
    sort: NonSort
    rule: str


_SORTS: dict[str, NonSort] = {
    "clock": "clock",
    "date": "date",
    "years": "year",
    "coordinate": "coordinate",
    "phone": "phone",
}
_MONTHS = listed("""
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec
""")


def no_number(tokens: Sequence[Token], at: int) -> Non | None:
    """Tokens from `at` on that hold digits and no number: an address of the web, "192.168.1.2"."""
    token = tokens[at]
    if token.kind == URL:
        return Non(at, at + 1, "url", "nonquantity.url")
    if token.kind == DIGITS:
        dots = token.text.count(".")
        return Non(at, at + 1, "version" if dots > 1 and len(token.text) < 16 else "code", "nonquantity.code")
    return None


def nonquantity(text: str, tokens: Sequence[Token], number: Number, floor: int, after_year: bool) -> Non | None:
    """What the number is where it is no quantity; None where it is one.

    `floor` is the first token that nothing before has taken; `after_year` is whether the fact before is a year.
    """
    if number.form in ("ordinal", "multiple", "band", "fraction"):
        return _ordinal(tokens, number) if number.form == "ordinal" else None
    if tokens[number.last - 1].kind == DIGITS or tokens[number.first].kind == DIGITS or number.form == "plural":
        return _digits(text, tokens, number, floor, after_year)
    return _words(tokens, number)


def _digits(text: str, tokens: Sequence[Token], number: Number, floor: int, after_year: bool) -> Non | None:
    """A number that has digits."""
    at = number.first
    while tokens[at].kind != DIGITS:
        at += 1
        if at == number.last:
            return None
    if "\ufffd" in text[tokens[at].start - 1 : tokens[at].start] + text[tokens[at].end : tokens[at].end + 1]:
        return Non(number.first, number.last, "code", "nonquantity.code")  # a character is lost: "4\ufffd months"
    money = money_before(tokens, at, floor) is not None
    if not money:
        found = _patterned(text, tokens, at)
        if found:
            return found
    if number.form == "plural":
        return Non(number.first, number.last, "year", "nonquantity.years")
    if money:
        return None
    return (
        _month_day(tokens, number, floor)
        or _dotted_time(tokens, number)
        or _street(tokens, number)
        or _coded(tokens, number, at)
        or _listed(text, tokens, number)
        or _named(tokens, number)
        or _year(tokens, number, after_year)
        or _contest(tokens, number)
    )


def _patterned(text: str, tokens: Sequence[Token], at: int) -> Non | None:
    """A date, a time, a telephone number: told by its shape."""
    start = tokens[at].start
    follows = text[tokens[at].end : tokens[at].end + 1]
    if (
        not follows
        or follows in ",;)"
        or (follows == " " and tokens[at].text.count(".") == 0 and not _may_be_dated(tokens, at + 1))
        or (follows in _HYPHENS and tokens[at + 2 : at + 3] and not _may_be_dated(tokens, at + 2))
    ):
        return None
    for rule in RULES:
        match = compiled(rule.pattern).match(text, start, tokens[-1].end)
        if match:
            last = at + 1
            while last < len(tokens) and tokens[last].start < match.end():
                last += 1
            if any(tokens[k].kind == TAKEN for k in range(at, last)):
                return None
            return Non(at, last, _SORTS[rule.id.split(".")[1]], rule.id)
    return None


_HYPHENS = ("-", "–")  # "65-member"
_DATING = listed("""
    of am pm a p gmt utc bst est edt cst pst cet cest ist et pt hours hrs o o'clock o’clock - – — / °
""")


def _may_be_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a figure and a blank can make it a date or a time."""
    low = word(tokens, at)
    return low in _MONTHS or low in _DATING or low.isdigit()


def _street(tokens: Sequence[Token], number: Number) -> Non | None:
    """A house number: "12 Harbour Street"."""
    at = number.last
    if not number.bare or number.low.denominator != 1 or not _capital(tokens, at):
        return None
    while at < number.last + 3 and _capital(tokens, at + 1):
        at += 1
        if tokens[at].low in STREETS:
            return Non(number.first, at + 1, "address", "nonquantity.address")
    return None


def _dotted_time(tokens: Sequence[Token], number: Number) -> Non | None:
    """A time of day with a point: "at about 10.30 on Wednesday"."""
    before = word(tokens, number.first - 1)
    if before in ("about", "around", "just", "before", "after"):
        before = word(tokens, number.first - 2)
    hour, _, minute = tokens[number.first].text.partition(".")
    if before not in ("at", "by", "until", "since", "from") or not number.bare or len(minute) != 2 or len(hour) > 2:
        return None
    if before != "at" and word(tokens, number.last) not in ("on", "this", "yesterday", "today", "tomorrow", "local"):
        return None
    follows = word(tokens, number.last)
    if not hour or int(hour) > 23 or int(minute) > 59 or unit_after(tokens, number.last) or looks_plural(follows):
        return None
    known = follows in (
        "on",
        "this",
        "yesterday",
        "today",
        "tomorrow",
        "local",
        "in",
        "last",
        "the",
        "and",
        ",",
        ".",
        "",
    )
    return Non(number.first, number.last, "clock", "nonquantity.clock") if known else None


def _month_day(tokens: Sequence[Token], number: Number, floor: int) -> Non | None:
    """A day after its month, with the year if it follows: "March 7", "Aug. 14, 2015"."""
    first, last = number.first - 1, number.last
    if word(tokens, first) == "." and word(tokens, first - 1) in _MONTHS:
        first -= 1
    if first < floor or word(tokens, first) not in _MONTHS or not tokens[first].text[0].isupper():
        return None
    if not number.bare or number.low.denominator != 1 or not (1 <= number.low <= 31 or 1000 <= number.low <= 2200):
        return None
    if unit_after(tokens, last) and word(tokens, last) != "in":
        return None
    later = word(tokens, last + 1)
    if word(tokens, last) in DASHES and later.isdigit() and len(later) < 3 and number.low < int(later) <= 31:
        last += 2
    after = last + (word(tokens, last) == ",")
    year = word(tokens, after)
    if number.low <= 31 and len(year) == 4 and year.isdigit() and 1000 <= int(year) <= 2200:
        last = after + 1
    return Non(first, last, "date", "nonquantity.month-day")


def _coded(tokens: Sequence[Token], number: Number, at: int) -> Non | None:
    """Letters and digits grown together: "A320", "Covid-19", "5G", "17/2023"."""
    first, last = number.first, number.last
    before = word(tokens, at - 1)
    touches = glued(tokens, at) and glued(tokens, at - 1) and tokens[at - 2].kind == WORD
    if glued(tokens, at) and tokens[at - 1].kind == WORD and before != "x":
        return Non(at - 1, _run_on(tokens, last), "model", "nonquantity.model")
    if touches and before == ".":
        return Non(at - 2, _run_on(tokens, last), "model", "nonquantity.model")
    if (touches and before in DASHES and _is_code(tokens, at - 2)) or (
        before in DASHES and word(tokens, at - 2) == "covid"
    ):
        return Non(at - 2, _run_on(tokens, last), "code", "nonquantity.code")
    if number.bare and (end := _stroked(tokens, last)) > last:
        return Non(first, end, "code", "nonquantity.code")
    return _grown(tokens, number)


def _stroked(tokens: Sequence[Token], at: int) -> int:
    """The end of strokes and digits grown together ("/2023", "/7/365"); `at` where there are none."""
    while word(tokens, at) == "/" and glued(tokens, at) and glued(tokens, at + 1) and tokens[at + 1].kind == DIGITS:
        at += 2
    return at


def _is_code(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before a hyphen and digits makes a code with them: no number, unit or "sub-"."""
    low = tokens[at].low
    numeric = low in HYPHENED or low in SMALL or low in SCALE_LETTERS or is_unit_word(low)
    return not numeric and not (tokens[at - 1].kind == DIGITS and unit_after(tokens, at) is not None)


_GROWN = frozenset(("x", "yo", "plus", "ish", "s"))


def _grown(tokens: Sequence[Token], number: Number) -> Non | None:
    """Letters after digits that are neither a scale nor a unit: "5G", "24703L202"."""
    last = number.last
    if not glued(tokens, last) or tokens[last].kind != WORD or number.form != "digits":
        return None
    if tokens[last].text in ("C", "F") and speaks_of_heat(tokens, last):
        return None
    reading = unit_after(tokens, last)
    more = glued(tokens, last + 1) and tokens[last + 1].kind == DIGITS
    if (reading is None and tokens[last].low not in _GROWN) or (more and reading and reading.last == last + 1):
        return Non(number.first, _run_on(tokens, last + 1), "model", "nonquantity.model")
    return None


def _run_on(tokens: Sequence[Token], last: int) -> int:
    """The token after the letters and digits that touch one another from `last` on."""
    while glued(tokens, last) and tokens[last].kind in (WORD, DIGITS):
        last += 1
    return last


def _listed(text: str, tokens: Sequence[Token], number: Number) -> Non | None:
    """A list number at the start of a line: "1. ", "2) "."""
    if not number.bare or word(tokens, number.last) not in (".", ")") or not glued(tokens, number.last):
        return None
    start, end = tokens[number.first].start, tokens[number.last].end
    line = text[max(0, start - 9) : start]
    begins = not line.rpartition("\n")[2].strip() and (start < 9 or "\n" in line)
    if begins and number.low < 100 and text[end : end + 1] in (" ", "\t") and text[end + 1 : end + 2].isalpha():
        return Non(number.first, number.last + 1, "list-number", "nonquantity.list-number")
    return None


_ABBREVIATED = listed("no nos nr nrs art sec fig vol tel ext p")
_EDITIONS = listed("pro max plus mini ultra air lite se")
_VERSIONED = frozenset(("version", "section", "ios", "windows", "article"))
_NO_NAME_AFTER = listed("- – to % percent per of in and or , ( on")


def _named(tokens: Sequence[Token], number: Number) -> Non | None:
    """A number that ends a name: "Grade 6", "Boeing 737", "No. 17", "the S&P 500"."""
    back = number.first - 1
    if not number.bare or (number.low.denominator != 1 and word(tokens, back) not in _VERSIONED):
        return None
    if word(tokens, back) == "." and word(tokens, back - 1) in _ABBREVIATED:
        back -= 1
    low = word(tokens, back)
    if word(tokens, number.last) in _EDITIONS and _capital(tokens, number.last):
        return Non(number.first, number.last, "model", "nonquantity.model")
    if low in ("", "-", ",") or unit_after(tokens, number.last) is not None:
        return None
    sort = _name_sort(tokens, back)
    if sort and not (_counts(tokens, number.last) and tokens[back].text.islower()):
        return Non(back, number.last, sort, f"nonquantity.{sort}")
    ends = word(tokens, number.last) not in _NO_NAME_AFTER and not _counts(tokens, number.last)
    if ends and number.low < 1000 and _titled(tokens, back):
        return Non(back, number.last, "name", "nonquantity.name")
    return None


def _name_sort(tokens: Sequence[Token], at: int) -> NonSort | None:
    """What sort of name a number makes with the word before it."""
    low = tokens[at].low
    if low == "p" and word(tokens, at - 1) not in ("&", "s", "."):
        return None
    if low in CAPITALISED and not tokens[at].text[0].isupper() and word(tokens, at + 1) != ".":
        return None
    return NAMED.get(low)


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be a name that a number ends: capitalised, and not because it begins a sentence."""
    token = tokens[at]
    if token.kind != WORD or not token.text[0].isupper() or token.low in _MONTHS or token.low in _NO_NAMES:
        return False
    return at > 0 and (tokens[at - 1].kind == WORD or tokens[at - 1].text in ":,('’")


_NO_NAMES = listed("""
    monday tuesday wednesday thursday friday saturday sunday the a an all these those only about over at least more
    than and or in to from with for by up some around nearly almost another just
""")


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural noun follows within two words, so that the number counts it."""
    return looks_plural(word(tokens, at)) or (word(tokens, at).isalpha() and looks_plural(word(tokens, at + 1)))


def _year(tokens: Sequence[Token], number: Number, after_year: bool) -> Non | None:
    """Four bare digits that are a year by where they stand."""
    if not number.bare or not tokens[number.first].text.isdigit() or len(tokens[number.first].text) != 4:
        return None
    value, before, after = int(number.low), word(tokens, number.first - 1), word(tokens, number.last)
    if not 1000 <= value <= 2200:
        return None
    reading = unit_after(tokens, number.last)
    if reading or (after in ("%", "percent", "-") and reading):
        return None
    likely = value >= 1800
    if likely and after_year and before in ("to", "-", "–", "and", "or", ",", "until"):
        return Non(number.first, number.last, "year", "nonquantity.year")
    if looks_plural(after) and after in YEAR_COUNTED and (before not in ("in", "since", "the") or value % 100 == 0):
        return None
    if not likely:
        early = before in ("in", "since", "until", "ad", "d", "bc", "from", "circa") or after in (
            "bc",
            "ad",
            "b",
            "bce",
        )
        early = early or (after_year and before in ("and", "to"))
        return (
            Non(number.first, number.last, "year", "nonquantity.year")
            if early or (before == "." and word(tokens, number.first - 2) == "d")
            else None
        )
    if before not in YEAR_BEFORE and before not in ("the", "a") and not before.endswith(("'s", "’s", "s'")) and before:
        plural = looks_plural(after) and after not in YEAR_NOUNS
        if plural or (value % 1000 == 0 and _counts(tokens, number.last)):
            return None
    if before in _BOUNDS and looks_plural(after):
        return None
    if before in _BOUNDS and value % 500 == 0:
        return None
    return Non(number.first, number.last, "year", "nonquantity.year")


_BOUNDS = listed("""
    than least about some nearly almost around over under roughly approximately most only exactly many to is equals
    exceed surpass
""")


def _contest(tokens: Sequence[Token], number: Number) -> Non | None:
    """A result: "3-1", "a 5-4 vote"; not "15-22 miles", "5-10W"."""
    at = number.last
    if not number.bare or word(tokens, at) not in DASHES or at + 1 >= len(tokens) or tokens[at + 1].kind != DIGITS:
        return None
    spaced = not glued(tokens, at) or not glued(tokens, at + 1)
    right = tokens[at + 1].text
    if not right.isdigit() or len(right) > 3 or number.low >= 1000 or spaced:
        return None
    end = at + 2
    if word(tokens, end) in DASHES and glued(tokens, end) and glued(tokens, end + 1):
        if tokens[end + 1].kind == DIGITS:
            return Non(number.first, _run_of_digits(tokens, end), "score", "nonquantity.score")
        if int(right) > number.low:
            return None
    falls = int(right) <= number.low
    if (glued(tokens, end) and tokens[end].kind == WORD) or word(tokens, end) in ("%", "percent", "per"):
        return None
    if falls and _downward_scale(tokens, end):
        return None
    near = any(word(tokens, k) in CONTESTS for k in range(max(0, number.first - 6), min(len(tokens), end + 4)))
    small = number.low < 10 and int(right) < 10 and not (_counts(tokens, end) or unit_after(tokens, end))
    if falls or small or (near and not unit_after(tokens, end) and not looks_plural(word(tokens, end))):
        return Non(number.first, end, "score", "nonquantity.score")
    return None


def _downward_scale(tokens: Sequence[Token], at: int) -> bool:
    """Whether a scale word follows two figures, so that they are a range: "$900-1.2 billion"."""
    return word(tokens, at) in ("million", "billion", "trillion", "thousand")


def _run_of_digits(tokens: Sequence[Token], at: int) -> int:
    """The token after groups of digits joined by dashes."""
    while word(tokens, at) in DASHES and at + 1 < len(tokens) and tokens[at + 1].kind == DIGITS:
        at += 2
    return at


def _words(tokens: Sequence[Token], number: Number) -> Non | None:
    """A number in words."""
    first, last = number.first, number.last
    low, before, after = tokens[first].low, word(tokens, first - 1), word(tokens, last)
    if last - first == 1:
        if low in ("seventeen", "eighteen", "nineteen", "twenty") and (
            after in TENS or after in TEENS or after == "oh"
        ):
            rest = cardinal(tokens, last + (after == "oh"), joins=False)
            if rest is not None and rest.low < 100 and not looks_plural(word(tokens, rest.last)):
                return Non(first, rest.last, "year", "nonquantity.year-words")
        if low == "one":
            return _one(tokens, number)
        if before in IDIOMS.get(low, ()):
            return Non(first, last, "name", "nonquantity.idiom")
    if (
        low in ("a", "an")
        and last - first == 2
        and tokens[first + 1].low == "couple"
        and after not in ("of", "more", "dozen")
    ):
        return Non(first, last, "name", "nonquantity.idiom")
    if (
        (
            _capital(tokens, first)
            and _capital(tokens, last)
            and first > 0
            and tokens[first - 1].kind == WORD
            and not _capital(tokens, first - 1)
        )
        and not is_unit_word(after)
        and not number.scaled
    ):
        return Non(first, last + 1, "name", "nonquantity.name")
    if (
        NAMED.get(before) in ("section", "name", "code")
        and last - first < 3
        and not _counts(tokens, last)
        and not unit_after(tokens, last)
    ) and before not in ("number", "numbers", "no", "over", "text", "call", "set", "team", "group", "count", "case"):
        return Non(first - 1, last, NAMED[before], f"nonquantity.{NAMED[before]}")
    return None


def _capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a word with a capital."""
    return 0 <= at < len(tokens) and tokens[at].kind == WORD and tokens[at].text[0].isupper()


def _one(tokens: Sequence[Token], number: Number) -> Non | None:
    """ "one": a pronoun unless a noun follows it or a toll is given."""
    before, after = word(tokens, number.first - 1), word(tokens, number.last)
    pronoun = Non(number.first, number.last, "pronoun", "nonquantity.pronoun")
    if after[:1].isdigit() or after in NUMBER_WORDS:
        return pronoun
    follows = word(tokens, number.last + 1)
    if is_unit_word(after) or (after in ("to", "or") and (follows in SMALL or follows[:1].isdigit())):
        return None
    if after in TOLL_AFTER or (after == "person" or after == "percent"):
        return None
    if before in TOLL_BEFORE and after not in ("of", "another"):
        return None
    if after in ("-",) and word(tokens, number.last + 1) in (
        "off",
        "time",
        "on",
        "sided",
        "way",
        "stop",
        "size",
        "liner",
    ):
        return pronoun
    if (
        before in PRONOUN_BEFORE
        or after in PRONOUN_AFTER
        or not after
        or not (after[0].isalpha() or after in ("-", "%", "/"))
    ):
        return pronoun if before not in ("minus", "negative") and after not in ("/",) else None
    return pronoun if word(tokens, number.last - 2) == "-" and before == "by" else None


def _ordinal(tokens: Sequence[Token], number: Number) -> Non | None:
    """An ordinal that belongs to a name, a date or an idiom: "the 22nd amendment", "the 21st century"."""
    first, last = number.first, number.last
    low, before, after = tokens[first].low, word(tokens, first - 1), word(tokens, last)
    name = Non(first, last, "ordinal-name", "nonquantity.ordinal-name")
    if last - first == 1 and before in IDIOMS.get(low, ()):
        return name
    if first > 1 and before in ("and", "or", ",", "to", "-") and _dated_before(tokens, first - 2):
        return Non(first, last, "date", "nonquantity.date")
    if before in _MONTHS or after in _MONTHS or (after == "of" and word(tokens, last + 1) in _MONTHS):
        return Non(first, last, "date", "nonquantity.date")
    if after in ORDINAL_NAMES and after != "of":
        return name
    if (
        after in DASHES
        and glued(tokens, last)
        and word(tokens, last + 1) in ("century", "hand", "degree", "grade", "class", "generation", "quarter", "half")
    ):
        return name
    if _capital(tokens, last) and _capital(tokens, first) and first > 0:
        return name
    return name if last - first == 1 and low == "second" and is_unit_word(before) else None


def _dated_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month and a day end at the token: "October 22nd", as another day follows it."""
    at -= tokens[at].low in ("st", "nd", "rd", "th")
    return at > 0 and tokens[at].kind == DIGITS and word(tokens, at - 1) in _MONTHS


def is_break(token: Token) -> bool:
    """Whether nothing reaches across the token."""
    return token.kind == BREAK
