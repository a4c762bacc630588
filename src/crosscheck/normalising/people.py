"""What a count counts and in which state: "12 killed", "the toll rose to 12", "287 deaths", "Girl, seven"."""

from __future__ import annotations

from crosscheck.lexicon.en.fact_rules import NONE
from crosscheck.lexicon.en.role_rules import WAS_OLD
from crosscheck.lexicon.en.syntax import function_words, is_verb, links
from crosscheck.lexicon.en.words import Token, canon, canon_class, word_class
from crosscheck.model import Interval, Quantity, Role, Span
from crosscheck.normalising.measured import object_of

_OLDEST = 115  # years
Counting = tuple[str | None, str | None]  # what is counted, and the predicate


def counting(words: list[Token], fact: Quantity, predicate: str | None, first: int, last: int) -> Counting:
    """What is counted and the predicate, given the verb of the clause."""
    if counted := fact.role.counted:
        return _persons(words, counted, predicate, first, last) or _things(counted, predicate, words, first, last)
    if whole := _of_which(words, fact.span, last):
        return whole, predicate
    state = _state(predicate) or _state_near(words, first, last)
    if (state or fact.vague) and _elliptic(words, fact.span, last):
        return "person", state or predicate
    return None, predicate


def _persons(words: list[Token], counted: str, predicate: str | None, first: int, last: int) -> Counting | None:
    """Persons and their state, where the noun tells of persons: "287 deaths", "12 victims"."""
    noun = counted.split()[-1]
    if noun in word_class("not-state") or (noun in word_class("supplied") and _is_cut_off(words, first, last)):
        return None
    if state := _state(noun):
        if state == "employ" and predicate and _tells(predicate):
            return "person", _state(predicate) or predicate  # "two workers died", "three employees were suspended"
        return "person", state
    if noun in word_class("persons"):
        return "person", _state_near(words, first, last) or predicate
    return None


def _tells(predicate: str) -> bool:
    """Whether a verb tells what became of workers, and not only that there are some."""
    form = canon(predicate)
    return form not in canon_class("light") | canon_class("holding") and (
        form in canon_class("state") or predicate.endswith("ed")
    )


def _is_cut_off(words: list[Token], first: int, last: int) -> bool:
    """Whether a clause tells of a power cut: "a power cut hit 640,000 homes", "60,000 homes lost electricity"."""
    lowers = {word.surface.lower() for word in words[first:last]}
    if lowers & word_class("blackout"):
        return lowers.isdisjoint(word_class("power-back"))
    return bool(lowers & word_class("power") and lowers & word_class("power-lost")) and lowers.isdisjoint(
        word_class("power-back")
    )


def _is_brought(counted: str, predicate: str | None, words: list[Token], first: int, last: int) -> bool:
    """Whether those counted were brought to a hospital: "17 passengers were taken to hospital"."""
    if predicate is None or predicate not in word_class("brought") or counted.split()[-1] in word_class("not-brought"):
        return False
    return any(word.canon == "hospital" for word in words[first:last])


def _things(counted: str, predicate: str | None, words: list[Token], first: int, last: int) -> Counting:
    """What is counted, where deeds, wins and states in the noun phrase are predicates."""
    *modifiers, noun = counted.split()
    head = canon(noun)
    if modifiers and head in canon_class("deed"):
        return " ".join(modifiers), head
    if set(counted.split()) & word_class("supplied") and _is_cut_off(words, first, last):
        return counted, "powerless"
    if _is_brought(counted, predicate, words, first, last):
        return counted, "hospital"
    if predicate and canon(predicate) == "carry" and head in canon_class("constituency"):
        return counted, "won"
    if predicate and canon(predicate) == "burn" and head in canon_class("perishable"):
        return counted, "destroyed"
    return counted, next(filter(None, map(_state, modifiers)), None) or predicate


def _state(word: str | None) -> str | None:
    """The state of persons that a word tells."""
    form = canon(word) if word else None
    return form if form in canon_class("state") else None


def _of_which(words: list[Token], span: Span, last: int) -> str | None:
    """What is counted in "14 of the country's 22 provinces": the noun at the end."""
    after = [word for word in words[:last] if word.start >= span.end]
    if len(after) < 2 or after[0].surface.lower() != "of":
        return None
    phrase = object_of(after, 1, len(after))
    return phrase[-1].surface.lower() if phrase and phrase[-1].surface[0].islower() else None


def _state_near(words: list[Token], first: int, last: int) -> str | None:
    """The state of persons that the clause names, if it names just one; who tells of it is not meant."""
    telling = next((i for i in range(first, last) if words[i].canon in canon_class("speech")), first)
    states = {word.canon for word in words[telling:last] if word.canon in canon_class("state")}
    return states.pop() if len(states) == 1 else None


def _elliptic(words: list[Token], span: Span, last: int) -> bool:
    """Whether no noun follows the figure that it could count."""
    after = next((i for i in range(last) if words[i].start >= span.end), None)
    if after is None or words[after].canon in canon_class("state") or is_verb(words, after):
        return True
    lower = words[after].surface.lower()
    return lower in function_words() or lower in word_class("elliptic")


def aged(text: str, words: list[Token], span: Span) -> str | None:
    """Whose age it is: "a six-year-old girl", "Girl, seven,", "Harsani, 41,"."""
    at = next((i for i, word in enumerate(words) if word.start >= span.end), len(words))
    after = words[at] if at < len(words) else None
    told = [word for word in words if word.end <= span.start]
    after_aged = bool(told) and told[-1].surface.lower() in ("aged", "age")
    adjoins = after is not None and text[span.end : after.start] in (" ", "-") and not after_aged
    if after and adjoins and not _is_small(after.surface.lower()) and (not is_verb(words, at) or at + 1 == len(words)):
        return (_townsman(words, at) or after).surface.lower()
    if after_aged:
        told.pop()  # "a woman aged 23"
    before = told[-1] if told and told[-1].surface.lower() not in function_words() else None
    if before and text[before.end : span.start].strip() in ("", ",", "aged", ", aged"):
        return before.surface.lower()
    return None


def is_age(text: str, words: list[Token], fact: Quantity) -> str | None:
    """Who is so old, where a bare number is an age: "the youngest of the dead, a nurse, was 32"; else `None`."""
    if fact.sort != "count" or fact.role.counted or not fact.interval.is_point or not _is_lifetime(fact):
        return None
    before = [word for word in words if word.end <= fact.span.start]
    if len(before) < 2 or before[-1].surface.lower() not in ("is", "was") or before[-1].end + 1 != fact.span.start:
        return None
    if fact.span.end < words[-1].end and WAS_OLD.regex.match(text, fact.span.end) is None:
        return None
    who = [word.surface.lower() for word in before[:-1]]
    superlative = next((word for word in who if word in ("youngest", "oldest")), None)
    near = text[before[-2].end : before[-1].start] == " "
    named = before[-2].capitalised and who[-1] not in function_words()
    return superlative or (who[-1] if near and (named or who[-1] in word_class("somebody")) else None)


def _is_lifetime(fact: Quantity) -> bool:
    low = fact.interval.low
    return low is not None and low.denominator == 1 and 0 < low <= _OLDEST


def _townsman(words: list[Token], at: int) -> Token | None:
    """Who is meant by "a 35-year-old New Bedford man"; `None` where no names stand before a noun."""
    end = next((i for i in range(at, len(words)) if not words[i].capitalised), len(words))
    if not at < end < len(words) or words[end].start - words[end - 1].end != 1:
        return None
    return None if _is_small(words[end].surface.lower()) or is_verb(words, end) else words[end]


def _is_small(lower: str) -> bool:
    return lower in links() or lower in word_class("not-aged")


def nobody(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Counts of nought: "no deaths were reported", "nobody was hurt"."""
    found = []
    for match in NONE.finditer(text, start, end):
        word = "no" if match["no"] else "none"
        role = Role("person", canon(match["what"] or match["state"]), match["among"] and match["among"].lower())
        found.append(Quantity(Span(*match.span(word)), Interval.point(0), "count", NONE.id, role=role))
    return tuple(found)
