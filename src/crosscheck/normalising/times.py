"""Reading of the time of day: clocks, zones, parts of the day."""

from __future__ import annotations

from crosscheck.lexicon.en import time_words as words
from crosscheck.normalising.calendar_atoms import (
    Atom,
    Match,
    Reader,
    cardinal,
    piece,
    shift_in,
    word_before,
)


def zone(text: str | None) -> str | None:
    """A zone in one spelling: "GMT", "local", "ET" for EST and EDT, "+02:00"; a place's time by the place."""
    if not text:
        return None
    text = " ".join(text.split())
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        return "GMT" if digits == "0000" else f"{text[0]}{digits[:2]}:{digits[2:]}"
    first = text.split()[0]
    return words.ZONES.get(first.lower()) or (first if " " in text else first.upper())


def _clock12(m: Match) -> Atom | None:
    hour = int(m["hour"]) % 12 + 12 * (m["half"][0].lower() == "p")
    minute = hour * 60 + int(m["minute"] or 0)
    return piece(m, "clock", clock=(minute, minute), zone=zone(m["zone"]))


def _clock24(m: Match) -> Atom | None:
    minute = int(m["hour"]) * 60 + int(m["minute"])
    return piece(m, "clock", clock=(minute, minute), zone=zone(m["zone"]))


def _clock_hundred(m: Match) -> Atom | None:
    minute = int(m["hour"]) * 60 + int(m["minute"])
    return piece(m, "clock", clock=(minute, minute), zone=zone(m["zone2"] or m["zone"]))


def _clock_o(m: Match) -> Atom | None:
    hour = cardinal(m["count"])
    if hour is None or hour > 24:
        return None
    half = (m["part"] or "").lower()
    if not half:
        return piece(m, "clock", clock=None, weak=True)
    minute = (hour % 12 + 12 * (half in {"afternoon", "evening"} or (half == "night" and hour >= 6))) * 60
    return piece(m, "clock", clock=(minute, minute))


def _noon(m: Match) -> Atom:
    minutes = words.PARTS[m["part"].lower()]
    return piece(m, "clock", clock=minutes, zone=zone(m["zone"]))


def _overnight(m: Match) -> Atom:
    return piece(m, "part", part="overnight", shift=0, base="published")


def _part(m: Match) -> Atom | None:
    shift = shift_in(m)
    weak = not shift and not (word_before(m) == "the" and word_before(m, 2) in {"in", "during"})
    if m["shift"] and m["shift"].lower() in {"last", "past", "coming", "current", "latest"}:
        return None
    if shift.get("base") == "published" and shift["shift"] == 1:
        shift["base"] = "mention"
    return piece(
        m, "part", part={"early hours": "early hours"}.get(m["part"].lower(), m["part"].lower()), weak=weak, **shift
    )


READERS: dict[str, Reader] = {
    "date.overnight": _overnight,
    "date.part": _part,
    "clock.12-hour": _clock12,
    "clock.24-hour": _clock24,
    "clock.hundred": _clock_hundred,
    "clock.dotted": _clock_hundred,
    "clock.o-clock": _clock_o,
    "clock.noon": _noon,
}
