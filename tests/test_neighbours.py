"""Articles that hang together one by one need not be of one event: what they differ in is no discrepancy."""

from __future__ import annotations

from random import Random

import pytest

from crosscheck import Article, Config
from crosscheck.model import Story
from crosscheck.normalising import claims
from crosscheck.pipeline import compare_story
from crosscheck.segmenting import segment

SEAT = "The firm that checked the towers is based in the western port of Larne."
OTHER = "The firm, which has its headquarters in the eastern town of Marby, checked four towers."


def of_its_own(number: int) -> str:
    """Ten sentences of made-up words that no other article has."""
    chance = Random(number)
    words = iter(["".join(chance.choices("bdfgklmnprstvz", k=3) + chance.choices("aeiou", k=3)) for _ in range(30)])
    return " ".join(f"Her {one} was {next(words)} by his {next(words)}." for one in words)


@pytest.mark.parametrize(
    ("others", "shared", "found"),
    [(0, "", True), (4, "", True), (5, "", False), (5, " The council met on Friday and raised the water rates.", True)],
)
def test_a_discrepancy_needs_articles_of_one_event(others: int, shared: str, found: bool) -> None:
    """In a heap two articles that say hardly anything alike are not set against each other."""
    again = shared + shared.replace("water", "harbour").replace("Friday", "Monday")
    texts = [f"{SEAT}{again} {of_its_own(0)}", f"{OTHER}{again} {of_its_own(1)}"]
    texts += [of_its_own(2 + n) for n in range(others)]
    articles = [Article(id=f"a{n}", text=text) for n, text in enumerate(texts)]
    told = [claim for article in articles for claim in claims(segment(article))]
    findings = compare_story(Story("s1", tuple(a.id for a in articles)), articles, told, Config())[0]
    versions = [{v.display for v in f.comparisons[0].versions} for f in findings if f.verdict == "discrepancy"]
    assert ({"Larne", "Marby"} in versions) == found
