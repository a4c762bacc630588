"""Names: runs of capitalised words, with the titles before them."""

from __future__ import annotations

from crosscheck.lexicon.en.words import Token, concept_kind, stem, stopwords, verbs, word_class
from crosscheck.model import Name, Span

_ABBREVIATION = 3  # letters of a word whose full stop may stand inside a name ("Gen. Sherman")


def names(text: str, words: list[Token], start: int) -> tuple[Name, ...]:
    """Runs of capitalised words in a statement that begins at `start`; a lone first word only if it is no known word.

    Titles before a name ("Mr", "President") are kept out of it.
    """
    found, i = [], 0
    while i < len(words):
        if not _starts(words, i, start):
            i += 1
            continue
        stop = i + 1
        while stop < len(words) and _joined(text, words, stop):
            stop += 1
        run = _trimmed(words[i:stop])
        if name := _name(text, run):
            found.append(name)
        i += len(run)
    return tuple(found)


def _trimmed(run: list[Token]) -> list[Token]:
    """A run of words without the small words at its end."""
    while len(run) > 1 and run[-1].surface.lower() in word_class("joiner"):
        run = run[:-1]
    return run


def _name(text: str, run: list[Token]) -> Name | None:
    """A run of words as a name, with its titles apart; `None` for a single letter."""
    titles = 0
    while titles < len(run) - 1 and run[titles].surface.lower().strip(".") in word_class("honorific"):
        titles += 1
    span = Span(run[titles].start, run[-1].end)
    surface = " ".join(span.of(text).replace("’", "'").removesuffix("'s").split())
    title = text[run[0].start : span.start].strip() or None
    return Name(span, surface, "name.capitals", title) if len(surface) > 1 else None


def names_known(text: str, words: list[Token], known: frozenset[str]) -> tuple[Name, ...]:
    """The names of a headline in which every word has a capital: runs of words known from names in the text."""
    runs: list[list[Token]] = []
    for word in words:
        if word.surface not in known:
            continue
        if runs and text[runs[-1][-1].end : word.start] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
    spans = [Span(run[0].start, run[-1].end) for run in runs]
    return tuple(Name(span, span.of(text), "name.known") for span in spans)


def _starts(words: list[Token], i: int, start: int) -> bool:
    """Whether a name can begin with this word."""
    word = words[i]
    if not word.surface[0].isupper():
        return False
    lower = word.surface.lower()
    if lower in word_class("not-name") or lower in stopwords() or "-of-" in lower:
        return False  # "Father-of-two Nicolas Sarkozy"
    if word.start > start:
        return True
    known = concept_kind(word.canon) is not None or stem(word.surface) in verbs() or lower.endswith(("ed", "ing", "ly"))
    following = i + 1 < len(words) and words[i + 1].capitalised
    return following or not known


def _joined(text: str, words: list[Token], i: int) -> bool:
    """Whether this word goes on with the name before it: a space between, and capitals to come."""
    gap = text[words[i - 1].end : words[i].start]
    if gap.strip(". ") or "\n\n" in gap or (". " in gap and len(words[i - 1].surface) > _ABBREVIATION):
        return False
    lower = words[i].surface.lower()
    if words[i].capitalised:
        return lower not in word_class("not-name")
    return lower in word_class("particle") and i + 1 < len(words) and words[i + 1].capitalised
