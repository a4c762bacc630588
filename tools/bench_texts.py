"""Sentences as news writes them, with figures and dates that differ each time, and texts that are hard on a reader."""

from __future__ import annotations

PLACES = ("Oslo", "Lisbon", "the port", "Kampala", "the north", "Quito", "two districts", "Perth")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = ("two", "three", "five", "seven", "nine", "eleven", "twelve", "sixteen", "twenty-one", "forty")

TEMPLATES = (
    "At least {small} people were killed when a ferry sank off {place} on {day}, the coastguard said.",
    "Rescuers pulled {word} sailors from the water late on {day}, and {small} more were missing.",
    "The flood has driven between {low} and {high} people from their homes since {month} {date}.",
    "The government will spend ${decimal} billion on new roads over the next {word} years.",
    "Unemployment fell to {decimal} per cent in the third quarter of {year}, from {decimal2} per cent a year earlier.",
    "The company, which has {high} workers in {place}, plans to cut {small} per cent of them by {month}.",
    "More than {low} homes were without power, the utility said in a statement.",
    "A quake of magnitude {decimal} struck {place} at 04:17 on {date} {month}, damaging hundreds of buildings.",
    "The fire burnt some {low} hectares and came within {word} kilometres of the town.",
    "The court sentenced the former minister to {word} years in prison and a fine of €{low}.",
    "Turnout was {small} per cent, up from {decimal} per cent in {year}.",
    "He was first elected in {year} and has led the party for {word} years.",
    "The bridge, {small} metres long, was opened in {month} {year} and closed last week.",
    "Dozens of schools stayed shut on {day}; lessons resume next {day2}.",
    "Sales rose {decimal} per cent to ${small}m, helped by a weaker currency.",
    "The minister said talks would go on until {day}, but gave no further details.",
    "Officials had expected twice as many visitors, about {high} a day.",
    "The storm brought winds of up to {small} miles an hour and {word} inches of rain.",
    "Half of those questioned opposed the plan, and one in five had not heard of it.",
    "The ship left {place} on {date} {month} {year} with a crew of {word}.",
    '"We lost everything," she said, pointing at what had been a house.',
    "The two sides traded blame for the failure of the talks, which began in {place} last {month}.",
    "A spokesman declined to comment on the report.",
    "The central bank raised its rate by {small} basis points to {decimal} per cent, the first rise since {year}.",
    "Police arrested {word} men, aged between {small} and {small2}, and seized {low} litres of fuel.",
)
PARAGRAPH = 10
COUNT = 200


def sentences(turn: int) -> list[str]:
    """Two hundred sentences; those of another turn have other figures, so that nothing learnt by heart helps."""
    return [TEMPLATES[n % len(TEMPLATES)].format(**_values(n + COUNT * turn)) for n in range(COUNT)]


def paragraphs(turn: int) -> list[str]:
    """The same, ten to a paragraph."""
    found = sentences(turn)
    return [" ".join(found[n : n + PARAGRAPH]) for n in range(0, COUNT, PARAGRAPH)]


def _values(n: int) -> dict[str, object]:
    low = 1_000 + 730 * n % 91_000
    return {
        "small": 11 + 7 * n % 83, "small2": 96 + n % 3, "word": WORDS[n % len(WORDS)], "low": f"{low:,}",
        "high": f"{low * 2:,}", "decimal": f"{1 + n % 8}.{n % 9 + 1}", "decimal2": f"{9 + n % 4}.{n % 9 + 1}",
        "place": PLACES[n % len(PLACES)], "month": MONTHS[n % len(MONTHS)], "day": DAYS[n % len(DAYS)],
        "day2": DAYS[(n + 3) % len(DAYS)], "date": 1 + n % 28, "year": 1990 + n % 34,
    }  # fmt: skip


# repeated to a hundred thousand characters: what makes a careless pattern take minutes
HOSTILE = {
    "nines": "9", "hundred thousand": "hundred thousand ", "one": "one ", "commas": ",", "next": "next ",
    "digits": "1234567890", "many figures": "1 2345 67 ", "1/1/": "1/1/", "full stops": ".", "initials": "A. ",
    "quotes": "“",
}  # fmt: skip


def hostile(piece: str, length: int) -> str:
    """The piece over and over, to the length."""
    return (piece * (length // len(piece) + 1))[:length]
