"""From an article to its statements: sentences, placements, furniture, and who says what."""

from crosscheck.segmenting.sentences import split_sentences
from crosscheck.segmenting.statements import segment
from crosscheck.segmenting.unifying import unified

__all__ = ["segment", "split_sentences", "unified"]
