"""A heap of made-up news, small enough for the suite: what is planted is found, no event is torn apart."""

from __future__ import annotations

from crosscheck import check, stories
from evaluation.heap import heap
from tools.bench_heap import recall


def test_what_is_planted_in_a_heap_is_found() -> None:
    made = heap(500)
    assert recall(made, check(made.articles))["all"] >= 0.97


def test_no_event_is_torn_apart_whatever_lies_beside_it() -> None:
    articles = heap(2000).articles
    story_of = {article: story.id for story in stories(articles) for article in story.articles}
    for article in articles:
        assert story_of[article.id] == story_of[f"{article.id.split('-')[0]}-0"]


def test_the_order_of_a_heap_never_matters() -> None:
    articles = heap(1500).articles
    assert stories(articles) == stories(articles[::-1])
