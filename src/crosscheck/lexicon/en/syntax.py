"""Just enough syntax: the clause around a word, its verb, and the noun phrase before it.

There is no parser here. A clause ends at punctuation and at the words that open another; the
verb is a word that is listed, inflected or follows an auxiliary. Where this is not plain, the answer
is `None`, and nothing is compared.
"""

from __future__ import annotations

from crosscheck.lexicon.en.words import Token, concept_kind, stem, verbs
from crosscheck.model import Span

BREAKS = frozenset(',;:()[]—–“”"\n•')
OPENERS = frozenset(
    [
        "and",
        "but",
        "or",
        "while",
        "which",
        "who",
        "whom",
        "that",
        "as",
        "after",
        "before",
        "when",
        "where",
        "because",
        "although",
        "though",
        "since",
        "until",
        "if",
        "than",
        "including",
        "whose",
        "with",
    ]
)
AUXILIARIES = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "to",
        "not",
        "never",
        "n't",
        "cannot",
        "wont",
    ]
)
MODALS = frozenset(
    ["will", "would", "can", "could", "may", "might", "must", "should", "shall", "did", "does", "do", "to"]
)
DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "no",
        "some",
        "any",
        "each",
        "every",
        "all",
    ]
)
PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "to",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "after",
        "before",
        "between",
        "among",
        "against",
        "during",
        "through",
        "within",
        "without",
        "off",
        "upon",
        "across",
        "along",
        "around",
        "behind",
        "beyond",
        "toward",
        "towards",
        "via",
        "per",
        "near",
        "inside",
        "outside",
        "despite",
        "amid",
        "since",
        "until",
        "as",
        "than",
        "like",
    ]
)
SPEECH = frozenset({"say", "ask", "warn", "believe", "add", "quote", "report", "confirm", "deny", "accuse"})


def is_verb(words: list[Token], at: int) -> bool:
    """Whether the word at this position is taken for a verb, an event noun or a state."""
    word = words[at]
    lower = word.surface.lower()
    if lower in AUXILIARIES or lower in PREPOSITIONS or lower in DETERMINERS or not lower[0].isalpha():
        return False
    kind = concept_kind(word.canon)
    if kind in ("n", "a") and not (at and words[at - 1].surface.lower() in MODALS):
        return False
    if kind == "v":
        return not (
            word.capitalised
            and at > 0
            and len(word.surface) > 1
            and not words[at - 1].surface[0].isupper()
            and lower[-1:] not in "dgs"
        )
    if word.capitalised and at > 0:
        return False
    if lower.endswith(("ed", "ing")) and len(lower) > 4:
        return True
    base = stem(word.surface)
    if base in verbs():
        before = words[at - 1].surface.lower() if at else ""
        return before not in DETERMINERS and before not in {"of", "in", "for", "by", "with"}
    return at > 0 and words[at - 1].surface.lower() in MODALS


def clause(text: str, words: list[Token], span: Span) -> tuple[int, int]:
    """Positions [first, last) of the words of the clause that holds the span.

    A clause runs from the break or opening word before the span to the one after it. A comma between
    two words of a list of names or adjectives is a break all the same.
    """
    first = next((i for i, word in enumerate(words) if word.end > span.start), len(words))
    last = next((i for i, word in enumerate(words) if word.start >= span.end), len(words))
    while first > 0 and not _breaks(text, words, first):
        first -= 1
    while last < len(words) and not _breaks(text, words, last):
        last += 1
    return first, last


def _breaks(text: str, words: list[Token], at: int) -> bool:
    """Whether a clause ends just before the word at this position."""
    if at == 0 or at >= len(words):
        return True
    between = text[words[at - 1].end : words[at].start]
    if any(char in BREAKS for char in between) or " -" in between:
        return True
    return words[at].surface.lower() in OPENERS or (at > 1 and words[at - 1].surface.lower() in OPENERS)


def nearest_verb(words: list[Token], span: Span, first: int, last: int) -> Token | None:
    """The verb or state that governs the figure at `span`: the one just before it, else the one after.

    Verbs of speech and light verbs ("leave", "have", "see") give way to any other.
    """
    before = [i for i in range(first, last) if words[i].end <= span.start and is_verb(words, i)]
    after = [i for i in range(first, last) if words[i].start >= span.end and is_verb(words, i)]
    position = next((i for i in range(first, last) if words[i].end > span.start), last)
    strong = [i for i in before if words[i].canon not in SPEECH and words[i].canon not in LIGHT]
    if strong and position - strong[-1] <= 3:
        return words[strong[-1]]
    solid = [i for i in after if words[i].canon not in SPEECH]
    if solid:
        return words[solid[0]]
    if strong:
        return words[strong[-1]]
    light = [i for i in before if words[i].canon not in SPEECH]
    return words[light[-1]] if light else None


LIGHT = frozenset(
    {
        "leave",
        "have",
        "see",
        "bring",
        "mak",
        "includ",
        "tak",
        "keep",
        "put",
        "reach",
        "ris",
        "rise",
        "fall",
        "expect",
        "show",
        "total",
        "number",
        "follow",
    }
)


def noun_phrase_before(words: list[Token], at: int, first: int) -> list[Token]:
    """The words of the noun phrase that ends just before position `at`, without determiners."""
    phrase: list[Token] = []
    for i in range(at - 1, first - 1, -1):
        lower = words[i].surface.lower()
        if (
            lower in PREPOSITIONS
            or lower in AUXILIARIES
            or lower in OPENERS
            or (is_verb(words, i) and concept_kind(words[i].canon) != "v")
        ):
            break
        if lower in DETERMINERS:
            break
        phrase.append(words[i])
    return phrase[::-1]
