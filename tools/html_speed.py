"""How large the HTML report of twenty articles is, and how soon a browser has it ready: the best of several runs.

python tools/html_speed.py [REPORT.html]: with a name, the report is kept there. Needs what `make check-web` installs.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

from bench_texts import TEMPLATES, sentences  # noqa: E402

import crosscheck  # noqa: E402
from crosscheck.model import Article, Report  # noqa: E402
from evaluation.heap import heap  # noqa: E402

ARTICLES = 20
WORDS = 800
SHARED = len(TEMPLATES)
RUNS = 5
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# from the first byte to the first picture after the script has run; then from a click to the picture after it
READY = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
CLICK = """() => new Promise(done => {
  const before = performance.now();
  document.querySelector("[name=kind][value=agreement]").click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""
FIND = """() => new Promise(done => {
  const before = performance.now();
  const box = document.querySelector("[name=words]");
  box.value = "ferry";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""
HOVER = """() => new Promise(done => {
  const before = performance.now();
  document.querySelector("a.s.agreement").focus();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""


def articles() -> list[Article]:
    """Twenty articles of some 800 words about one event: two dozen statements that all make, some of them with other
    figures, among some that are each outlet's own."""
    stock, other = sentences(0)[:SHARED], sentences(1)[:SHARED]
    own = iter([line for article in heap(4_000).articles for line in article.text.split("\n") if len(line) > 40])
    found = []
    for number in range(ARTICLES):
        chance = Random(number)
        told = [b if chance.random() < 0.15 else a for a, b in zip(stock, other, strict=True)]
        while sum(len(sentence.split()) for sentence in told) < WORDS:
            told.insert(chance.randrange(len(told)), next(own))
        paragraphs = [" ".join(told[n : n + 3]) for n in range(0, len(told), 3)]
        text = "\n\n".join((f"Storm and flood reach {number + 2} towns", *paragraphs))
        published = f"2026-11-17T{number:02}:30"
        found.append(Article(id=f"a{number:02}", text=text, outlet=f"Outlet {number + 1}", published=published))
    return found


def report() -> Report:
    return crosscheck.check(articles())


def measure(path: Path) -> dict[str, float]:
    """Milliseconds, the best of several runs each; on a busy machine the processor time is the one to look at."""
    from playwright.sync_api import sync_playwright

    best: dict[str, float] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        for _ in range(RUNS):
            page = browser.new_page(viewport={"width": 1600, "height": 1000}, reduced_motion="reduce")
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(path.as_uri())
            for name, task in {"ready": READY, "statement lit": HOVER, "filter": CLICK, "find": FIND}.items():
                best[name] = min(page.evaluate(task), best.get(name, float("inf")))
                if name == "ready":
                    spent = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
                    processor = "ready, processor time of the page's thread"
                    best[processor] = min(1000 * spent["ThreadTime"], best.get(processor, float("inf")))
            page.close()
        browser.close()
    return best


def main() -> None:
    made = crosscheck.render(report(), "html").encode()
    words = sum(len(article.text.split()) for article in articles())
    print(f"{ARTICLES} articles, {words} words: {len(made) / 1e6:.2f} MB")
    if not Path(BROWSER).exists():
        print("there is no Chromium here to measure it in")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1] if sys.argv[1:] else Path(folder) / "report.html").resolve()
        path.write_bytes(made)
        for name, milliseconds in measure(path).items():
            print(f"{milliseconds:8.0f} ms  {name}")


if __name__ == "__main__":
    main()
