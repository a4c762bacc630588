"""The HTML report in a real browser: lighting, filters, keys, looks, and that hostile text does nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import crosscheck
from crosscheck.model import Article, Note, Report, Span, Story
from crosscheck.reporting import render
from crosscheck.reporting.view import View
from tests.browser.conftest import Open
from tests.samples import fire_report
from tests.test_html_report import PAYLOADS, poisoned

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIXTURES = Path(__file__).parents[2] / "fixtures"
CONFLICT, UPDATE, BARLEY, FIRE = "f-k7f2m3qd6x", "f-m3qdzzzzzz", "f-agr2barley", "f-agr2fire77"
SIZES = [(400, 860), (900, 1100), (1600, 1000)]


@cache
def flood() -> Report:
    return crosscheck.check(crosscheck.read(str(FIXTURES / "flood")).articles)


def lit(page: Page, selector: str = "a.s") -> list[str]:
    """The letters of the articles in which something is lit, or the ids of what is."""
    return page.eval_on_selector_all(
        f"{selector}.lit", "all => all.map(e => e.closest('.column')?.dataset.letter ?? (e.id || e.dataset.f))"
    )


def visible(page: Page, selector: str) -> list[str]:
    return page.eval_on_selector_all(
        selector, "all => all.filter(e => e.checkVisibility()).map(e => e.id || e.dataset.f)"
    )


class TestLight:
    def test_the_pointer_on_a_statement_lights_its_partners_in_all(self, opened: Open) -> None:
        page = opened(flood()).page
        page.hover("a.s.update >> nth=0")
        names = page.get_attribute("a.s.update >> nth=0", "data-f")
        assert names
        told = {
            letter for name in names.split() for letter in (page.get_attribute(f"#{name}", "data-in") or "").split()
        }
        assert len(told) > 1
        assert set(lit(page)) == told
        # what one origin alone says stands in a list, and has no card and no row
        cards = sorted(name for name in names.split() if page.query_selector(f".card#{name}"))
        assert sorted(set(lit(page, ".card"))) == cards
        assert sorted(set(lit(page, "tr"))) == cards
        page.hover("h1")
        assert lit(page) == []

    def test_so_does_the_focus(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.focus(f"#{BARLEY} .loc >> nth=0")
        assert lit(page) == ["A", "C"]
        page.focus("#help")
        assert lit(page) == []

    def test_a_click_on_a_row_chooses_the_finding_and_goes_to_it(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.click(f"tr[data-f={BARLEY}] th a")
        assert page.evaluate("document.activeElement.id") == BARLEY
        page.mouse.move(5, 5)
        assert lit(page) == ["A", "C"]
        page.keyboard.press("Escape")
        assert lit(page) == []

    def test_a_click_on_a_statement_goes_to_its_finding(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.click(f".column[data-letter=C] a.s[data-f='{UPDATE}']")
        assert page.evaluate("document.activeElement.id") == UPDATE
        assert page.evaluate("location.hash") == f"#{UPDATE}"

    def test_a_place_brings_its_statement_into_sight_in_its_column(self, opened: Open) -> None:
        page = opened(flood()).page
        place = page.locator(".card .loc", has_text="network6.txt:44:19").first
        statement = (place.get_attribute("href") or "")[1:]
        place.click()
        assert page.evaluate("document.activeElement.id") == statement
        box, column = (
            page.locator(f"#{statement}").bounding_box(),
            page.locator(".column[data-letter=C] .text").bounding_box(),
        )
        assert box is not None
        assert column is not None
        assert column["y"] <= box["y"] <= column["y"] + column["height"]
        assert box["x"] + box["width"] <= 1600

    def test_nothing_moves_when_it_is_lit_or_filtered_out(self, opened: Open) -> None:
        page = opened(flood()).page
        # where each piece of text stands in its paragraph, and each paragraph in its article
        places = """() => [...document.querySelectorAll(".text p")].flatMap(p => {
            const found = [p.offsetTop, p.offsetHeight], box = p.getBoundingClientRect();
            const range = document.createRange();
            const texts = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
                const at = texts.currentNode.data.search(/\\S/);
                if (at < 0) continue;
                range.setStart(texts.currentNode, at); range.setEnd(texts.currentNode, at + 1);
                const letter = range.getBoundingClientRect();
                found.push((letter.x - box.x).toFixed(1), (letter.y - box.y).toFixed(1));
            }
            return found;
        })"""
        before = page.evaluate(places)
        for selector in (".text a.s.conflict", ".text a.s.update", ".text a.s.agreement", ".shared a"):
            page.hover(f"{selector} >> nth=0")
            assert page.evaluate("document.querySelectorAll('.lit').length") > 1
            assert page.evaluate(places) == before
        page.uncheck("[name=kind][value=agreement]")
        assert page.evaluate(places) == before

    def test_what_articles_share_is_lit_in_each_and_in_sight(self, opened: Open) -> None:
        page = opened(flood()).page
        page.click(".shared a >> nth=0")
        page.mouse.move(5, 5)
        shared = set(lit(page, "mark"))
        assert len(shared) > 1
        assert lit(page) == []
        for letter in shared:
            mark = page.locator(f".column[data-letter={letter}] mark.lit").first.bounding_box()
            assert mark is not None
            assert 0 < mark["y"] < 1000
            assert 0 < mark["x"] < 1600
        page.keyboard.press("Escape")
        assert lit(page, "mark") == []

    def test_the_words_of_a_note_are_lit_and_reached(self, opened: Open) -> None:
        text = (
            "The dam broke.\n" + "\n".join(f"Line {n} is about water." for n in range(90)) + "\nIt rained recently.\n"
        )
        span = Span(text.index("recently"), text.index("recently") + 8)
        article = Article(id="a", text=text)
        page = opened(Report("1", "0", (), (article,), notes=(Note("a", span, "unresolved-date"),))).page
        page.click(".notes summary")
        page.click(".notes a.show")
        assert page.evaluate("document.activeElement.textContent") == "recently"
        box = page.locator("mark.lit").bounding_box()
        assert box is not None
        assert 0 < box["y"] < 1000

    @pytest.mark.parametrize(("width", "height"), SIZES)
    def test_the_number_beside_a_statement_is_its_line(self, opened: Open, width: int, height: int) -> None:
        page = opened(flood(), width, height).page
        numbers = page.locator(".text i[data-line]")
        assert numbers.count() > 10
        # each stands as high as the words that its line begins with
        apart = """all => all.map(e => {
            const next = document.createTreeWalker(e.closest("p"), NodeFilter.SHOW_TEXT);
            next.currentNode = e;
            while (next.nextNode() && !next.currentNode.data.trim());
            const range = document.createRange(), text = next.currentNode, at = text.data.search(/\\S/);
            range.setStart(text, at); range.setEnd(text, at + 1);
            const letter = range.getBoundingClientRect();
            const mark = e.getBoundingClientRect();
            return Math.abs(letter.top + letter.height / 2 - mark.top - mark.height / 2);
        })"""
        assert page.locator(".column").first.is_visible()
        assert max(numbers.evaluate_all(apart)) < 14

    def test_what_is_compared_is_lit_stronger(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.hover(f"#{CONFLICT} h4")
        assert page.eval_on_selector_all(".text mark.lit", "all => all.map(e => e.textContent)") == [
            "Tuesday", "Tuesday", "Monday", "Tuesday",
        ]  # fmt: skip

    def test_an_address_with_a_finding_opens_at_it(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.goto(f"{page.url}#{BARLEY}")
        page.reload()
        assert lit(page) == ["A", "C"]

    def test_articles_that_a_chosen_finding_does_not_concern_step_aside(self, opened: Open) -> None:
        page = opened(flood(), width=1300).page
        row = page.locator("tr.conflict", has_text="homes without electricity")
        row.locator("th a").click()
        assert page.eval_on_selector_all(".column.aside", "all => all.map(e => e.dataset.letter)") == ["C", "D"]
        page.click(".column.aside >> nth=0")
        assert page.locator(".column.aside").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".column.aside").count() == 0


STYLE = "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.color, s.boxShadow, s.fontWeight] }"
CONTENT = "(e, side) => getComputedStyle(e, side).content"


class TestMatrix:
    def test_of_two_versions_neither_stands_out_and_each_has_its_sign(self, opened: Open) -> None:
        page = opened(flood()).page
        cells = page.locator("tr.conflict", has_text="in a sports hall").locator(".cell a")
        assert cells.all_inner_texts() == ["Orlec", "Pelmar"]
        one, other = cells.all()
        assert one.evaluate(STYLE) == other.evaluate(STYLE)
        assert one.evaluate(CONTENT, "::before") != other.evaluate(CONTENT, "::before") != "none"

    def test_the_version_that_fewer_give_stands_out(self, opened: Open) -> None:
        page = opened(fire_report()).page
        looks = {cell.inner_text(): cell.evaluate(STYLE) for cell in page.locator("tr.conflict .cell a").all()}
        assert looks["Mon 16 Nov"] != looks["Tue 17 Nov"]

    def test_a_later_figure_is_not_marked_as_one_against_others(self, opened: Open) -> None:
        page = opened(fire_report()).page
        looks = {cell.inner_text(): cell for cell in page.locator("tr.update .cell a").all()}
        assert "→" in looks["41"].evaluate(CONTENT, "::before")
        assert looks["27"].evaluate(CONTENT, "::before") == "none"
        assert looks["41"].evaluate(STYLE) == looks["27"].evaluate(STYLE)

    def test_a_title_and_a_value_show_where_they_lead(self, opened: Open) -> None:
        page = opened(fire_report()).page
        title = page.locator(f"tr[data-f={CONFLICT}] th a")
        value = page.locator(f"tr[data-f={CONFLICT}] .cell a").first
        assert "why" in title.locator("> :last-child").evaluate(CONTENT, "::after")
        underline = "e => getComputedStyle(e).textDecorationLine + ' ' + getComputedStyle(e).textDecorationStyle"
        assert value.evaluate(underline) == "underline dotted"
        assert title.evaluate(underline).startswith("none")
        title.click()
        assert page.evaluate("document.activeElement.matches('.card')")
        value.click()
        assert page.evaluate("document.activeElement.matches('.column a.s')")

    def test_a_verdict_has_its_sign(self, opened: Open) -> None:
        page = opened(fire_report()).page
        signs = {
            kind: page.locator(f".matrix .verdict.{kind}").first.evaluate(CONTENT, "::before")[1:2]
            for kind in ("conflict", "update", "agreement", "single-source")
        }
        assert signs == {"conflict": "≠", "update": "→", "agreement": "=", "single-source": "1"}

    def test_a_figure_that_one_alone_gives_leads_to_where_it_is_said(self, opened: Open) -> None:
        page = opened(flood()).page
        page.locator(".matrix .figures a", has_text="9,000").click()
        assert "9,000" in page.evaluate("document.activeElement.querySelector('mark').textContent")
        place = page.evaluate("document.activeElement.querySelector('.loc').textContent")
        name, line, column = place.split(":")
        text = (FIXTURES / "flood" / name).read_text(encoding="utf-8").split("\n")[int(line) - 1]
        assert text[int(column) - 1 :].startswith("9,000")


class TestWayBack:
    def test_on_a_telephone_a_button_leads_back_to_where_one_came_from(self, opened: Open) -> None:
        page = opened(flood(), 400, 860).page
        place = page.locator(".card .loc", has_text="network6.txt:44:19").first
        assert page.is_hidden("#back")
        place.click()
        assert page.evaluate("document.activeElement.matches('a.s')")
        assert page.inner_text("#back") == "↑ Back to the finding"
        page.click("#back")
        assert page.is_hidden("#back")
        assert page.evaluate("document.activeElement.textContent") == "network6.txt:44:19"
        box = place.bounding_box()
        assert box is not None
        assert 0 < box["y"] < 860

    def test_and_from_a_finding_back_to_the_article(self, opened: Open) -> None:
        page = opened(flood(), 400, 860).page
        statement = page.locator(".column[data-letter=C] a.s.conflict").first
        name = statement.get_attribute("id")
        statement.click()
        assert page.inner_text("#back") == "↑ Back to the article"
        page.click("#back")
        assert page.evaluate("document.activeElement.id") == name

    def test_where_both_are_in_sight_there_is_none(self, opened: Open) -> None:
        page = opened(flood()).page
        page.locator(".card .loc", has_text="network6.txt:44:19").first.click()
        assert page.is_hidden("#back")

    def test_without_its_script_each_article_has_a_link_to_the_findings(self, opened: Open) -> None:
        page = opened(flood(), 400, 860, script=False).page
        assert all(link.is_visible() for link in page.locator(".column .up").all())
        assert page.locator(".column .up").first.get_attribute("href") == "#findings"


class TestArticles:
    @pytest.mark.parametrize(("width", "height"), SIZES)
    def test_each_story_is_a_click_away(self, opened: Open, width: int, height: int) -> None:
        report = flood()
        ids = [article.id for article in report.articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        page = opened(evolve(report, stories=stories), width, height).page
        page.locator(".stories a").nth(1).click()
        box = page.locator("#story-2 .lead").bounding_box()
        assert box is not None
        assert 0 < box["y"] < height / 2

    @pytest.mark.parametrize(("width", "height"), [(1440, 900), (1600, 1000), (900, 1100)])
    def test_the_articles_of_the_story_that_one_goes_to_are_in_sight_and_marked(
        self, opened: Open, width: int, height: int
    ) -> None:
        report = flood()
        ids = [article.id for article in View.of(report).articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        page = opened(evolve(report, stories=stories), width, height).page

        def shown() -> tuple[list[str], list[str]]:
            boxes = {c.get_attribute("data-letter"): c.bounding_box() for c in page.locator(".column").all()}
            wide = [name for name, b in boxes.items() if name and b and b["width"] > 150 and b["x"] + 150 < width]
            return wide, page.eval_on_selector_all(".column.its", "all => all.map(e => e.dataset.letter)")

        assert shown() == (["A", "B"], ["A", "B"])
        page.locator(".stories a").nth(1).click()
        assert shown() == (["C", "D"], ["C", "D"])
        assert page.locator(".stories [aria-current]").inner_text().startswith("Story 2")
        page.locator(".stories a").nth(0).click()
        assert shown() == (["A", "B"], ["A", "B"])
        page.keyboard.press("Escape")
        assert shown()[1] == []
        page.goto(f"{page.url.partition('#')[0]}#story-2")
        page.reload()
        assert shown() == (["C", "D"], ["C", "D"])

    def test_they_follow_the_story_that_one_reads_unless_a_finding_is_chosen(self, opened: Open) -> None:
        report = flood()
        ids = [article.id for article in View.of(report).articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        page = opened(evolve(report, stories=stories), 1440, 900).page
        read = "name => document.getElementById(name).scrollIntoView()"
        its = "name => [...document.querySelectorAll('.column.its')].every(e => e.dataset.story === name)"
        page.evaluate(read, "story-2")
        page.wait_for_function(its, arg="story-2")
        page.evaluate(read, "story-1")
        page.wait_for_function(its, arg="story-1")
        page.evaluate("document.querySelector('#story-1 .alone > li .loc').click()")
        page.evaluate(read, "story-2")
        page.wait_for_timeout(100)
        assert page.evaluate(its, "story-1")

    def test_the_story_that_one_went_to_stays_until_one_moves_on(self, opened: Open) -> None:
        report = flood()
        ids = [article.id for article in View.of(report).articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        page = opened(evolve(report, stories=stories), 1440, 5000).page
        its = "name => [...document.querySelectorAll('.column.its')].every(e => e.dataset.story === name)"
        page.locator(".stories a").nth(1).click()
        page.wait_for_timeout(100)
        # less is shown, so that another story comes to stand in the middle of the window, and this one is still there
        page.fill("[name=words]", "dam")
        page.wait_for_timeout(100)
        assert page.evaluate(its, "story-2")
        page.fill("[name=words]", "")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.mouse.move(300, 500)
        page.mouse.wheel(0, -100_000)
        page.wait_for_function(its, arg="story-1")

    def test_of_one_story_nothing_steps_aside_on_arrival(self, opened: Open) -> None:
        page = opened(flood(), 1300).page
        assert page.locator(".column.aside, .column.its").count() == 0

    def test_it_shows_that_there_are_more_than_fit(self, opened: Open) -> None:
        page = opened(flood()).page
        box = page.locator(".columns").bounding_box()
        columns = [column.bounding_box() for column in page.locator(".column").all()]
        assert box is not None
        edge = box["x"] + box["width"]
        cut = [each for each in columns if each and each["x"] < edge - 40 and each["x"] + each["width"] > edge + 40]
        assert len(cut) == 1

    @pytest.mark.parametrize(("width", "height"), SIZES)
    def test_each_is_a_click_away(self, opened: Open, width: int, height: int) -> None:
        page = opened(flood(), width, height).page
        page.locator(".which a", has_text="Sorva River Authority").click()
        box = page.locator(".column[data-letter=D] h3").bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= width - 100
        assert 0 <= box["y"] <= height


class TestFolded:
    SUM = ".card .sum >> nth=0"

    def test_how_sure_is_made_when_it_is_asked_for(self, opened: Open) -> None:
        page = opened(flood()).page
        assert page.locator(".card .sum").count() == 0
        page.locator(".card", has=page.locator("summary")).first.locator("summary").click()
        page.wait_for_selector(self.SUM)
        assert re.search(r"[+-]\d\.\d\d", page.inner_text(self.SUM))

    def test_and_on_paper(self, opened: Open) -> None:
        page = opened(flood()).page
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("noscript").count() == 0
        assert page.is_visible(self.SUM)

    def test_and_without_the_script(self, opened: Open) -> None:
        page = opened(flood(), script=False).page
        assert page.locator(".card .sum").count() > 10

    def test_its_markup_is_not_looked_through(self, opened: Open) -> None:
        page = opened(flood()).page
        page.fill("[name=words]", "rowscope")
        page.fill("[name=words]", "tbody")
        assert visible(page, ".card") == []


@cache
def twenty() -> Report:
    speed = pytest.importorskip("tools.html_speed", reason="tools/ is not on the path; `make check-web` puts it there")
    found: Report = speed.report()
    return found


@pytest.mark.usefixtures("browser")
class TestLong:
    def test_twenty_long_articles_are_under_three_megabytes(self) -> None:
        assert len(render(twenty(), "html").encode()) < 3_000_000

    def test_what_is_out_of_sight_is_soon_there(self, opened: Open) -> None:
        page = opened(twenty()).page
        page.locator(".column.near").nth(19).wait_for(state="attached")
        hidden = "all => all.filter(e => !e.checkVisibility()).length"
        assert page.eval_on_selector_all(".column p, .matrix td, .card > header", hidden) == 0

    def test_and_at_once_where_it_is_asked_for(self, opened: Open) -> None:
        page = opened(twenty()).page
        page.evaluate("window.requestIdleCallback = () => {}")
        page.evaluate("[...document.querySelectorAll('.card .loc')].at(-1).click()")
        assert page.evaluate("document.activeElement.matches('a.s')")
        assert page.evaluate("document.activeElement.checkVisibility()")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.checkVisibility()")

    def test_without_the_script_and_on_paper_all_of_it(self, opened: Open) -> None:
        page = opened(twenty(), script=False).page
        hidden = "all => all.filter(e => !e.checkVisibility()).length"
        assert page.eval_on_selector_all(".column p, .matrix td, .card > header", hidden) == 0
        page.emulate_media(media="print")
        assert page.eval_on_selector_all(".column p, .matrix td, .card > header", hidden) == 0

    def test_nothing_runs_before_it_is_asked_for(self, opened: Open) -> None:
        page = opened(twenty()).page
        assert page.locator("a.s[tabindex]").count() == 0
        page.keyboard.press("Tab")
        assert page.locator("a.s[tabindex='0']").count() == 20


class TestFilters:
    def test_a_verdict_hides(self, opened: Open) -> None:
        page = opened(fire_report()).page
        assert visible(page, ".card") == [CONFLICT, UPDATE, BARLEY, FIRE]
        page.uncheck("[name=kind][value=agreement]")
        assert visible(page, ".card") == [CONFLICT, UPDATE]
        assert visible(page, ".matrix tr[data-f]") == [CONFLICT, UPDATE]
        assert page.inner_text("#count") == "6 of 8 findings"
        assert page.locator("a.s.agreement:not(.off)").count() == 0
        page.click("button[type=reset]")
        page.wait_for_function("document.getElementById('count').textContent === '8 findings'")
        assert visible(page, ".card") == [CONFLICT, UPDATE, BARLEY, FIRE]

    def test_a_facet(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.select_option("[name=facet]", "date")
        assert visible(page, ".card") == [CONFLICT]
        assert visible(page, ".alone > li") == ["f-sing2ferry"]

    def test_an_outlet(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.select_option("[name=outlet]", "D")
        assert visible(page, ".card") == [CONFLICT, UPDATE, FIRE]
        assert visible(page, ".by-one") == ["only-D"]

    def test_words(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.fill("[name=words]", "3 MILLION")
        assert visible(page, ".card") == []
        assert visible(page, ".alone > li") == ["f-sing2crown"]
        assert page.is_hidden(".scroll")
        page.fill("[name=words]", "no such words")
        assert page.is_visible("#nothing")
        assert page.inner_text("#count") == "0 of 8 findings"

    def test_words_that_only_the_articles_have_are_found_there(self, opened: Open) -> None:
        shown = opened(fire_report())
        page = shown.page
        page.fill("[name=words]", "northwire")
        assert page.inner_text("#count") == "0 of 8 findings"
        said = "In no finding; in the articles: A 2 B 1"
        assert " ".join(page.inner_text("#elsewhere").split()) == said
        marked = "[...CSS.highlights.get('found')].map(r => r.startContainer.data.slice(r.startOffset, r.endOffset))"
        assert page.evaluate(marked) == ["Northwire"] * 3
        page.click("#elsewhere button >> nth=0")
        assert page.evaluate("document.activeElement.closest('.column').dataset.letter") == "A"
        page.click("#elsewhere button >> nth=0")
        assert "VELMOUTH (Northwire)" in page.evaluate("document.activeElement.textContent")
        page.fill("[name=words]", "no such words")
        assert page.inner_text("#elsewhere") == "In no finding; in none of the articles"
        page.fill("[name=words]", "")
        assert page.is_hidden("#elsewhere")
        assert page.evaluate("CSS.highlights.has('found')") is False
        assert shown.said == []

    @pytest.mark.parametrize(
        ("sought", "told"),
        [
            ("4500", "In the articles: A 1 C 1"),
            ("4500 TONNES of barley", "In the articles: A 1 C 1"),
            ("anybody’s", "In the articles: D 1"),
            ("insurer crowns", "In the articles: D 1"),
            ("(northwire) -", "In no finding; in the articles: A 1"),
            ("e", None),
            ("[", "In no finding; in none of the articles"),
            ("\\", "In no finding; in none of the articles"),
        ],
    )
    def test_what_is_looked_for_is_taken_as_it_is_meant(self, opened: Open, sought: str, told: str | None) -> None:
        shown = opened(fire_report())
        shown.page.fill("[name=words]", sought)
        assert told is None or " ".join(shown.page.inner_text("#elsewhere").split()) == told
        assert shown.said == []

    def test_a_word_in_an_article_is_brought_into_sight(self, opened: Open) -> None:
        text = "\n\n".join((*(f"Paragraph {n} is about water." for n in range(90)), "The zebra left."))
        articles = tuple(Article(id=f"a{n}", text=text if n == 5 else "Rain.") for n in range(6))
        page = opened(Report("1", "0", (), articles)).page
        page.fill("[name=words]", "zebra")
        page.click("#elsewhere button")
        box = page.locator("p", has_text="zebra").bounding_box()
        assert box is not None
        assert 0 < box["y"] < 1000
        assert 0 < box["x"] < 1500

    def test_words_open_what_was_folded(self, opened: Open) -> None:
        page = opened(render(fire_report(), "html", top=0)).page
        assert visible(page, ".alone > li") == []
        page.fill("[name=words]", "ferries")
        assert visible(page, ".alone > li") == ["f-sing2ferry"]


class TestKeys:
    def test_j_and_k_go_from_finding_to_finding(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == BARLEY
        assert lit(page) == ["A", "C"]
        page.keyboard.press("k")
        assert page.evaluate("document.activeElement.id") == UPDATE

    def test_hidden_findings_are_passed_over(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.uncheck("[name=kind][value=update]")
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == BARLEY

    def test_the_slash_finds_and_escape_empties(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.keyboard.press("/")
        page.keyboard.type("jk/")
        assert page.input_value("[name=words]") == "jk/"
        page.keyboard.press("Escape")
        assert page.input_value("[name=words]") == ""
        assert page.inner_text("#count") == "8 findings"

    def test_single_keys_can_be_turned_off(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.keyboard.press("?")
        assert page.is_visible("#keys")
        page.uncheck("#single")
        page.click("#keys button")
        page.keyboard.press("j")
        assert not page.evaluate("document.activeElement.id").startswith("f-")

    def test_an_article_is_one_stop_and_the_arrows_go_among_its_statements(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.keyboard.press("Tab")
        assert page.eval_on_selector_all("a.s", "all => all.filter(e => e.tabIndex === 0).length") == 4
        page.focus(".column[data-letter=A] a.s >> nth=0")
        page.keyboard.press("ArrowDown")
        assert "32 people" in page.evaluate("document.activeElement.textContent")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.closest('.column').dataset.letter") == "B"
        page.keyboard.press("ArrowRight")
        assert "Twenty-seven" in page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == UPDATE

    def test_the_first_tab_skips(self, opened: Open) -> None:
        page = opened(fire_report()).page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "To the findings"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "findings"


class TestSpace:
    def test_on_a_telephone_the_tools_are_one_line_until_they_are_unfolded(self, opened: Open) -> None:
        page = opened(flood(), 400, 850).page
        tools = page.locator("#tools").bounding_box()
        assert tools is not None
        assert tools["height"] < 70
        assert page.is_visible("[name=words]")
        page.click("#fold")
        assert page.get_attribute("#fold", "aria-expanded") == "true"
        assert page.is_visible(".kinds")
        assert page.is_visible("[name=outlet]")
        page.click("#fold")
        assert page.is_hidden(".kinds")
        assert opened(flood(), 900, 1100).page.is_hidden("#fold")

    @pytest.mark.parametrize(("width", "height"), SIZES)
    def test_they_are_said_to_stand_side_by_side_where_they_do(self, opened: Open, width: int, height: int) -> None:
        page = opened(flood(), width, height).page
        tops = page.eval_on_selector_all(".column", "all => all.map(e => e.getBoundingClientRect().top)")
        assert ("side by side" in page.inner_text("#articles-h")) == (len(set(tops)) == 1)


class TestLooks:
    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize(("width", "height"), SIZES)
    def test_nothing_is_fetched_said_or_wider_than_the_window(
        self, opened: Open, width: int, height: int, dark: bool
    ) -> None:
        shown = opened(flood(), width, height, dark)
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
        assert [url for url in shown.fetched if not url.startswith(("file:", "data:"))] == []
        assert len([url for url in shown.fetched if url.startswith("file:")]) == 1
        assert shown.said == []

    @pytest.mark.parametrize(("width", "dark"), [(400, False), (900, True), (1600, False), (1600, True)])
    def test_axe_finds_nothing(self, opened: Open, width: int, dark: bool) -> None:
        source = pytest.importorskip("axe_playwright_python", reason="axe is missing; `make check-web` installs it")
        axe = next(Path(source.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
        page = opened(flood() if width < 1600 else fire_report(), width, 1000, dark).page
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        page.focus(".card >> nth=0")
        page.evaluate(axe)
        assert violations(page) == []

    @pytest.mark.parametrize("dark", [False, True])
    def test_axe_finds_nothing_in_a_story_chosen_and_words_found(self, opened: Open, dark: bool) -> None:
        source = pytest.importorskip("axe_playwright_python", reason="axe is missing; `make check-web` installs it")
        axe = next(Path(source.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
        report = flood()
        ids = [article.id for article in report.articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        notes = (Note(ids[2], Span(0, 8), "unresolved-date"),)
        page = opened(evolve(report, stories=stories, notes=notes), 1440, 900, dark).page
        page.fill("[name=words]", "dam")
        page.locator(".stories a").nth(1).click()
        page.click(".notes summary >> nth=0")
        page.evaluate(axe)
        assert violations(page) == []
        page.fill("[name=words]", "")
        page.click(".shared a >> nth=0")
        assert violations(page) == []

    def test_dark_is_dark(self, opened: Open) -> None:
        def brightness(dark: bool) -> int:
            page = opened(fire_report(), dark=dark).page
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
            return sum(map(int, re.findall(r"\d+", colour)))

        assert brightness(True) < 150 < 600 < brightness(False)

    def test_on_paper_all_is_open_and_nothing_is_for_clicking(self, opened: Open) -> None:
        page = opened(render(fire_report(), "html", top=0), dark=True).page
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print", color_scheme="light")
        assert page.is_hidden("#tools")
        assert len(visible(page, ".alone > li")) == 4
        assert page.evaluate("document.querySelectorAll('details:not([open])').length") == 0
        assert len(page.pdf()) > 10_000
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate("document.querySelectorAll('details[open]').length") == 0

    def test_no_article_steps_aside_on_paper_or_on_a_narrow_window(self, opened: Open) -> None:
        report = flood()
        ids = [article.id for article in report.articles]
        page = opened(evolve(report, stories=(Story("s1", tuple(ids[:1])), Story("s2", tuple(ids[1:])))), 1300).page
        assert page.locator(".column.aside").count() > 0
        shown = "all => all.every(e => e.checkVisibility({ visibilityProperty: true }) && e.offsetWidth > 200)"
        assert not page.eval_on_selector_all(".text p", shown)
        page.set_viewport_size({"width": 400, "height": 860})
        assert page.eval_on_selector_all(".text p", shown)
        page.set_viewport_size({"width": 1300, "height": 860})
        page.emulate_media(media="print")
        assert page.eval_on_selector_all(".text p", shown)

    def test_on_a_sheet_of_paper_the_matrix_is_a_table(self, opened: Open) -> None:
        page = opened(flood(), 688).page
        assert page.locator(".matrix").evaluate("e => getComputedStyle(e).display") == "block"
        page.emulate_media(media="print")
        assert page.locator(".matrix").evaluate("e => getComputedStyle(e).display") == "table"
        rows = page.locator(".matrix tr.conflict").all()
        tops = rows[0].locator("th, td").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        assert len(set(tops)) == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 688

    def test_how_to_read_the_matrix_goes_with_it(self, opened: Open) -> None:
        page = opened(fire_report()).page
        assert page.is_visible(".how")
        page.fill("[name=words]", "3 million")
        assert page.is_hidden(".how")

    def test_without_its_script_the_page_reads_all_the_same(self, opened: Open) -> None:
        page = opened(fire_report(), script=False).page
        assert page.locator("#tools").is_hidden()
        assert page.locator(".card").count() == 4
        assert page.locator(f"#{BARLEY}").is_visible()
        page.click(f"#{BARLEY} .loc >> nth=0")
        assert "#s-" in page.url


def violations(page: Page) -> list[Any]:
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]


class TestHostile:
    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_hostile_text_does_nothing(self, opened: Open, payload: str) -> None:
        shown = opened(render(poisoned(payload), "html", explain=True))
        page = shown.page
        page.hover("a.s >> nth=0")
        page.click("tr[data-f] th a >> nth=0")
        # what is folded away is parsed when it is unfolded, and is as harmless then
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".card .sum, .card .steps").count() > 0
        assert page.locator("noscript").count() == 0
        assert shown.said == []
        assert len(shown.fetched) <= 2
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, embed, form[action], base").count() == 0
        assert page.evaluate(
            "[...document.querySelectorAll('*')].every(e => [...e.attributes].every(a => !a.name.startsWith('on')))"
        )
        assert page.eval_on_selector_all(
            "a", "all => all.every(a => ['file:', 'https:', 'http:'].includes(a.protocol))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 1600

    @pytest.mark.parametrize("width", [400, 1600])
    def test_an_over_long_name_leaves_the_rest_in_sight(self, opened: Open, width: int) -> None:
        page = opened(poisoned("W" * 3000), width).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        heights = "all => Math.max(...all.map(e => e.getBoundingClientRect().height))"
        if width > 700:
            assert page.eval_on_selector_all(".matrix thead tr", heights) < 300
            assert page.eval_on_selector_all(".outlet", heights.replace("height", "width")) < 900
            assert page.eval_on_selector_all(".column > header", heights) < 300
            assert page.eval_on_selector_all(".column > .text", heights) > 300
        else:
            assert page.eval_on_selector_all(".matrix td", heights) < 700

    def test_an_over_long_name_stands_aside_in_a_strip(self, opened: Open) -> None:
        report = poisoned("W" * 3000)
        ids = [article.id for article in report.articles]
        stories = (Story("s1", tuple(ids[:2])), Story("s2", tuple(ids[2:])))
        page = opened(evolve(report, stories=stories), 1300).page
        widths = "all => all.map(e => Math.max(e.offsetWidth, e.scrollWidth))"
        assert max(page.eval_on_selector_all(".column.aside, .column.aside header", widths)) < 60

    @pytest.mark.parametrize(
        "payload", [payload for payload in PAYLOADS if payload.isprintable() and len(payload) < 100]
    )
    def test_hostile_text_is_seen_as_it_is(self, opened: Open, payload: str) -> None:
        page = opened(poisoned(payload)).page
        names = page.eval_on_selector_all(".column h3", "all => all.map(e => e.textContent)")
        assert all(" ".join(payload.split()) in name for name in names)

    @pytest.mark.parametrize(
        "markup",
        [
            "<script>document.title = 'pwned'</script>",
            "<img src='x' onerror=\"document.title = 'pwned'\">",
            "<svg onload=\"document.title = 'pwned'\"></svg>",
            "<iframe srcdoc=\"<script>parent.document.title = 'pwned'</script>\"></iframe>",
            "<style>body { display: none }</style>",
        ],
    )
    def test_markup_that_got_through_could_do_nothing_either(self, opened: Open, markup: str) -> None:
        document = render(fire_report(), "html").replace("<h1>", f"{markup}<h1>", 1)
        shown = opened(document)
        shown.page.wait_for_timeout(50)
        assert "pwned" not in shown.page.title()
        assert shown.page.is_visible("h1")
        assert any("Content Security Policy" in text for text in shown.said)
        assert all(url.startswith(("file:", "data:", "about:")) for url in shown.fetched)
