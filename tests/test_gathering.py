"""Articles about one event belong together, others do not."""

from __future__ import annotations

from crosscheck import Article, stories

FERRY = (
    "The Kalua ferry capsized off the northern cape on Tuesday. The coastguard searched for passengers of the ferry."
)
FERRY_TOO = (
    "Passengers are missing after a ferry capsized near Kalua, the coastguard said. The cape is known for storms."
)
MERGER = (
    "Corvo agreed to buy the dairy group Palmora for 2 billion florins. Shareholders will vote on the takeover in May."
)

CANDLES = (
    "Islanders lit candles for those who never came back. The school on the quay stayed shut, a choir sang in the "
    "rain, and fishermen, who had pulled a mother of two from the water, told of other winters. Divers will go down "
    "again when the swell allows it, and a crane is on its way. What is left of the ferry of Kalua will be raised, "
    "its owner said, if insurers agree."
)


def ids(articles: list[Article]) -> list[set[str]]:
    return sorted((set(story.articles) for story in stories(articles)), key=sorted)


def test_two_events_are_two_stories() -> None:
    given = [Article(id="a", text=FERRY), Article(id="b", text=MERGER), Article(id="c", text=FERRY_TOO)]
    assert ids(given) == [{"a", "c"}, {"b"}]


def test_far_days_are_two_events() -> None:
    given = [
        Article(id="a", text=FERRY, published="2020-05-05"),
        Article(id="b", text=FERRY_TOO, published="2026-05-05"),
    ]
    assert ids(given) == [{"a"}, {"b"}]


def test_a_further_article_changes_no_other_pair() -> None:
    given = [Article(id="a", text=FERRY), Article(id="c", text=FERRY_TOO)]
    assert {"a", "c"} in ids([*given, Article(id="b", text=MERGER)])


def test_what_comes_the_same_day_may_be_told_in_other_words() -> None:
    assert ids([Article(id="a", text=FERRY, published="2026-05-05"), Article(id="b", text=CANDLES)]) == [{"a"}, {"b"}]
    for day, told in (("2026-05-06", [{"a", "b"}]), ("2026-05-20", [{"a"}, {"b"}])):
        given = [
            Article(id="a", text=FERRY, published="2026-05-05"),
            Article(id="b", text=CANDLES, published=day),
            Article(id="c", text=MERGER, published="2026-05-05"),
        ]
        assert ids(given) == sorted([*told, {"c"}], key=sorted)


def test_nothing_makes_no_story() -> None:
    assert stories([]) == ()
