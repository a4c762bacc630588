"use strict";
(() => {
  // The page reads without this script. It is told at once that there is one; all else waits until it is asked for.
  document.documentElement.classList.add("js");

  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const words = (text) => (text || "").split(" ").filter(Boolean);
  const namesOf = (element) => words(element.dataset.f);
  const once = (make) => { let made; return () => (made === undefined ? (made = make()) : made); };

  // what stands for a finding anywhere on the page, by the finding's element id
  const places = once(() => {
    const found = new Map();
    for (const element of every("[data-f]")) {
      for (const name of namesOf(element)) {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(element);
      }
    }
    return found;
  });
  const placesOf = (name) => places().get(name) || [];
  const findings = once(() => every("[data-kind]").map((element) => ({
    id: element.id, element, kind: element.dataset.kind, facets: words(element.dataset.facets),
    letters: words(element.dataset.in), text: null,
  })));
  const columns = once(() => every(".column"));

  // ---- what is folded away is made when it is unfolded
  const unfold = (details) => {
    for (const kept of every("noscript", details)) {
      const parsed = document.createElement("template");
      parsed.innerHTML = kept.textContent;
      kept.replaceWith(parsed.content);
    }
  };
  document.addEventListener("toggle", (event) => { if (event.target.open) unfold(event.target); }, true);

  // ---- a long report: what no window shows at first is laid out bit by bit when the page is there, or when it is wanted
  const later = once(() => every(".long :is(.column, .cards, .only, .apart), .long .many tbody tr"));
  const comeNear = (most) => { for (const element of later().splice(0, most)) element.classList.add("near"); };
  const allNear = () => { if (later().length) comeNear(later().length); };
  const whenIdle = (task) => (window.requestIdleCallback ? requestIdleCallback(task) : setTimeout(task, 50));
  const settleIn = () => { comeNear(16); whenIdle(later().length ? settleIn : places); };

  // ---- lighting: what the pointer or the focus is on, else what was chosen
  let chosen = [];
  let lit = [];
  const light = (names) => {
    for (const element of lit) element.classList.remove("lit");
    lit = names.flatMap(placesOf);
    for (const element of lit) element.classList.add("lit");
  };
  const holder = (target) => (target instanceof Element ? target.closest("a.s, a.show, .card, tr[data-f], .alone > li") : null);
  const lightFor = (target) => {
    const held = holder(target);
    const names = held ? namesOf(held) : chosen;
    if (names.length || lit.length) light(names);
  };
  // a page that scrolls under a pointer at rest changes nothing
  let rest = "";
  document.addEventListener("pointerover", (event) => {
    const at = `${event.clientX} ${event.clientY}`;
    if (at !== rest) lightFor(event.target);
    rest = at;
  });
  // words that a link pointed at take the focus and light nothing else
  document.addEventListener("focusin", (event) => lightFor(event.target.matches("mark") ? null : event.target));
  document.documentElement.addEventListener("pointerleave", () => lightFor(null));

  // ---- bringing partners into view, each article in its own column
  const reveal = (element) => {
    for (let box = element.parentElement; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    const box = element.closest(".text");
    if (!box || box.scrollHeight <= box.clientHeight) return false;
    const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += top - box.clientHeight / 3;
    return true;
  };
  const showColumn = (element) => {
    const column = element.closest(".column");
    const box = column && column.parentElement;
    if (!box || box.scrollWidth <= box.clientWidth) return;
    const left = column.getBoundingClientRect().left - box.getBoundingClientRect().left;
    if (left < 0 || left + column.offsetWidth > box.clientWidth) box.scrollLeft += left - 8;
  };
  // where there is no room for all articles, those that a chosen finding does not concern step aside
  const makeRoom = () => {
    for (const column of columns()) column.classList.remove("aside");
    const box = columns()[0] && columns()[0].parentElement;
    if (!box || !(chosen.length || story) || box.scrollWidth <= box.clientWidth) return;
    const own = chosen.length ? chosen.flatMap(placesOf).map((element) => element.closest(".column")) : columns().filter(ofStory);
    const concerned = new Set(own.filter(Boolean));
    if (concerned.size) for (const column of columns()) column.classList.toggle("aside", !concerned.has(column));
  };
  // the story that one is at: of what was chosen, or gone to; its articles and its button are marked
  let story = "";
  const ofStory = (column) => column.dataset.story === story;
  const enter = (name) => {
    story = byId("story-2") ? name : "";
    for (const column of columns()) column.classList.toggle("its", Boolean(story) && ofStory(column));
    for (const link of every(".stories a")) {
      if (story && link.hash === `#${story}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const bringStory = () => { const column = columns().find(ofStory); if (column) showColumn(column); };
  const storyOf = (names) => {
    const place = names.flatMap(placesOf).map((element) => element.closest(".story")).find(Boolean);
    return place ? place.id : story;
  };
  const choose = (names, from) => {
    chosen = names;
    enter(storyOf(names));
    light(names);
    makeRoom();
    const seen = new Set();
    let first = null;
    for (const name of names) {
      for (const element of placesOf(name)) {
        const box = element.closest(".text") && element.closest(".column");
        if (!box || seen.has(box)) continue;
        seen.add(box);
        first = first || element;
        if (element !== from && !box.contains(from)) reveal(element);
      }
    }
    return first;
  };
  // beside the findings stand the articles of the story that one reads, unless a finding is chosen, or one went to a
  // story by its button and has not moved on
  let pinned = false;
  let inMiddle = null;
  const inSight = (element) => { const box = element.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; };
  const readAlong = () => {
    if (!inMiddle || inMiddle.id === story || chosen.length || !isWide() || (pinned && story && inSight(byId(story)))) return;
    pinned = false;
    enter(inMiddle.id);
    makeRoom();
    bringStory();
  };
  const watch = () => {
    const middle = new IntersectionObserver((entries) => {
      const entry = entries.find((each) => each.isIntersecting);
      if (!entry) return;
      inMiddle = entry.target;
      readAlong();
    }, { rootMargin: "-50% 0px" });
    for (const section of every(".story")) middle.observe(section);
    const moveOn = () => { if (pinned) { pinned = false; readAlong(); } };
    for (const name of ["wheel", "touchmove"]) addEventListener(name, moveOn, { passive: true });
    addEventListener("keydown", (event) => { if (!isTyping(event.target) && /^(Page|Home|End)/.test(event.key)) moveOn(); });
  };
  const isWide = () => matchMedia("(min-width: 1280px)").matches;
  const go = (element, block = "start") => {
    const inColumn = reveal(element);
    if (element.matches("a.s")) rove(element);
    else if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    if (inColumn || element.matches(".column")) showColumn(element);
    if (!inColumn || !isWide()) element.scrollIntoView({ block: inColumn ? "nearest" : block });
  };

  // ---- the way back: where findings and articles do not stand side by side, to where one came from
  const back = () => byId("back");
  let origin = null;
  const remember = (link, target) => {
    const crosses = Boolean(link.closest(".articles")) !== Boolean(target.closest(".articles"));
    if (!crosses || isWide()) { if (origin && crosses) forget(); return; }
    origin = { link, names: chosen };
    back().lastElementChild.textContent = link.closest(".articles") ? "Back to the article" : link.closest(".story") ? "Back to the finding" : "Back to the top";
    back().hidden = false;
  };
  const forget = () => { origin = null; back().hidden = true; };
  const comeBack = () => {
    const { link, names } = origin;
    forget();
    choose(names, link);
    reveal(link);
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  };

  const follow = (link) => {
    let target = byId(decodeURIComponent(link.hash.slice(1)));
    if (!target) return false;
    allNear();
    const shows = link.matches("a.show");
    if (shows) target = namesOf(link).flatMap(placesOf).find((element) => element.closest(".text")) || target;
    const names = namesOf(target).length ? (link.matches("a.s") || shows ? namesOf(link) : pick(link, target)) : chosen;
    remember(link, target);
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    if (target.matches(".story")) { enter(target.id); pinned = true; }
    const first = choose(target.matches(".story") ? [] : names, target);
    if (target.matches(".story")) bringStory();
    if (target.matches(".column")) target.classList.remove("aside");
    else if (first && !target.matches("a.s")) showColumn(first);
    go(target);
    return true;
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("#help")) keys().showModal();
    if (event.target.closest("#fold")) byId("fold").setAttribute("aria-expanded", String(tools().classList.toggle("open")));
    if (event.target.closest("#back")) comeBack();
    const strip = event.target.closest(".column.aside");
    if (strip) { strip.classList.remove("aside"); return; }
    const link = event.target.closest("a[href^='#']");
    if (!link || link.classList.contains("skip") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (follow(link)) event.preventDefault();
  });
  // from a row or a card to a statement of several findings: the finding that was asked about
  const pick = (link, target) => {
    const around = holder(link);
    const asked = around ? namesOf(around) : [];
    return asked.some((name) => namesOf(target).includes(name)) ? asked : namesOf(target);
  };
  const arrive = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    allNear();
    if (target.matches(".story")) { enter(target.id); pinned = true; }
    choose(namesOf(target), target);
    if (target.matches(".story")) bringStory();
    if (target.matches(".column")) target.classList.remove("aside");
    go(target);
  };
  addEventListener("popstate", arrive);

  // ---- filters: they hide and show, and change nothing else
  const tools = () => byId("tools");
  const say = (number) => {
    const all = findings().length;
    byId("count").textContent = number === all ? `${number} findings` : `${number} of ${all} findings`;
  };
  // "2500" finds "2,500", and one kind of quotation marks any other
  const plain = (text) => text.toLocaleLowerCase().replace(/(\d),(?=\d{3})/g, "$1").replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"').replace(/\s+/g, " ").trim();
  const textOf = (element) => {
    const folded = every("noscript", element).map((each) => each.textContent);
    return plain(folded.reduce((text, each) => text.replace(each, () => ""), element.textContent));
  };

  // ---- words in the articles themselves and in their heads: how often, where, and marked there
  const MARKED = 2000;
  const blocks = once(() => columns().flatMap((column) => every("h3 bdi, .meta:not(.loc), .text p", column)
    .map((element) => ({ column, element, text: plain(element.textContent) }))));
  const pattern = (words) => new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replace(/(\d)(?=\d)/g, "$1,?").replace(/'/g, "['\u2018\u2019]").replace(/"/g, '["\u201c\u201d\u00ab\u00bb]'))
    .join("\\s+"), "giu");
  // where in an element a pattern stands, as often as is asked for
  const rangesIn = (element, sought, most) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = texts.nextNode();
    let before = 0;
    const at = (offset, isEnd) => {
      while (node && before + node.length < offset + (isEnd ? 0 : 1)) { before += node.length; node = texts.nextNode(); }
      return [node, offset - before];
    };
    const found = [];
    for (const match of element.textContent.matchAll(sought)) {
      if (found.length >= most) break;
      const [startContainer, startOffset] = at(match.index, false);
      const [endContainer, endOffset] = at(match.index + match[0].length, true);
      found.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
    }
    return found;
  };
  // words that nowhere stand in a row are looked for in one paragraph, and counted as one place
  const lookInTexts = (words) => {
    const together = words.length ? blocks().filter((block) => block.text.includes(words.join(" "))) : [];
    if (together.length) {
      const sought = pattern(words);
      return together.map((block) => ({ ...block, sought: [sought], number: [...block.element.textContent.matchAll(sought)].length }));
    }
    const some = words.length ? blocks().filter((block) => words.every((word) => block.text.includes(word))) : [];
    return some.map((block) => ({ ...block, sought: words.map((word) => pattern([word])), number: 1 }));
  };
  const markTexts = (found) => {
    if (!window.Highlight || !CSS.highlights) return;
    const ranges = [];
    for (const { element, sought } of found) for (const each of sought) ranges.push(...rangesIn(element, each, MARKED - ranges.length));
    CSS.highlights.delete("found");
    if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  };
  const tellTexts = (found, words, inFindings) => {
    markTexts(found);
    const box = byId("elsewhere");
    box.hidden = !words.length;
    const byColumn = new Map(columns().map((column) => [column, found.filter((block) => block.column === column)]).filter(([, own]) => own.length));
    box.textContent = `${inFindings ? "In" : "In no finding; in"} ${byColumn.size ? "the articles:" : "none of the articles"}`;
    for (const [column, own] of byColumn) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${column.dataset.letter} ${own.reduce((sum, block) => sum + block.number, 0)}`;
      button.title = `${column.querySelector("h3 bdi").textContent}: to the first, then to the next`;
      let next = 0;
      button.addEventListener("click", () => { toPlace(button, own[next % own.length]); next += 1; });
      box.append(" ", button);
    }
  };
  const toPlace = (button, { column, element }) => {
    allNear();
    column.classList.remove("aside");
    remember(button, element);
    go(element, "center");
    showColumn(column);
  };
  const settle = () => {
    const kinds = new Set(every("[name=kind]:checked", tools()).map((box) => box.value));
    const facet = tools().elements.facet ? tools().elements.facet.value : "";
    const outlet = tools().elements.outlet.value;
    const wanted = plain(tools().elements.words.value).split(" ").filter(Boolean);
    const texts = lookInTexts(wanted);
    const shown = new Set();
    for (const finding of findings()) {
      if (wanted.length && finding.text === null) finding.text = textOf(finding.element);
      const passes = kinds.has(finding.kind) && (!facet || finding.facets.includes(facet))
        && (!outlet || finding.letters.includes(outlet)) && wanted.every((word) => finding.text.includes(word));
      finding.element.hidden = !passes;
      if (passes) shown.add(finding.id);
    }
    for (const row of every(".matrix tr[data-f]")) row.hidden = !shown.has(row.dataset.f);
    for (const statement of every("a.s")) statement.classList.toggle("off", !namesOf(statement).some((name) => shown.has(name)));
    const narrowed = Boolean(facet || outlet || wanted.length);
    for (const row of every(".matrix tr.single-source")) row.hidden = narrowed || !kinds.has("single-source");
    for (const group of every("[data-group]")) {
      group.hidden = !group.querySelector("li[data-f]:not([hidden])");
      for (const rest of every("details.rest", group)) {
        rest.hidden = !rest.querySelector("li:not([hidden])");
        if (wanted.length && !rest.hidden) rest.open = true;
      }
    }
    for (const part of every(".cards, .only")) part.hidden = !part.querySelector("[data-kind]:not([hidden])");
    for (const table of every(".scroll")) table.hidden = !table.querySelector("tbody tr:not([hidden])");
    for (const story of every(".story")) story.hidden = narrowed && !story.querySelector("[data-kind]:not([hidden])");
    say(shown.size);
    tellTexts(texts, wanted, shown.size);
    byId("nothing").hidden = shown.size > 0 || findings().length === 0;
  };
  document.addEventListener("input", (event) => {
    if (event.target.form !== tools()) return;
    settle();
    const column = event.target.name === "outlet" && columns().find((each) => each.dataset.letter === event.target.value);
    if (column) showColumn(column);
  });
  document.addEventListener("reset", () => setTimeout(settle));
  document.addEventListener("submit", (event) => { if (event.target === tools()) event.preventDefault(); });

  // ---- keyboard: an article's statements are one stop of the tab key, the arrows go among them
  const columnOf = once(() => {
    const found = new Map();
    for (const text of every(".text")) {
      const own = every("a.s", text);
      for (const statement of own) { statement.tabIndex = -1; found.set(statement, own); }
      const first = own.find((statement) => !statement.matches(".single-source")) || own[0];
      if (first) first.tabIndex = 0;
    }
    return found;
  });
  const rove = (statement) => {
    for (const other of columnOf().get(statement) || []) if (other.tabIndex === 0) other.tabIndex = -1;
    statement.tabIndex = 0;
  };
  const partner = (statement, step) => {
    const all = columns();
    let at = all.indexOf(statement.closest(".column"));
    for (let tried = 1; tried < all.length; tried += 1) {
      at = (at + step + all.length) % all.length;
      const found = every("a.s", all[at]).find((other) => namesOf(other).some((name) => namesOf(statement).includes(name)));
      if (found) return found;
    }
    return null;
  };
  const alongside = (step) => {
    const visible = every(".card:not([hidden]), .alone > li:not([hidden])").filter((element) => element.checkVisibility());
    const current = document.activeElement.closest(".card, .alone > li") || byId(chosen[0]);
    const at = visible.indexOf(current);
    return visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + step))];
  };
  const keys = () => byId("keys");
  const isTyping = (target) => target.matches("input[type=search], select, textarea");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab") columnOf();
    if (event.ctrlKey || event.metaKey || event.altKey || keys().open) return;
    const target = event.target;
    const typing = isTyping(target);
    if (!typing) allNear();
    if (event.key === "Escape") {
      if (typing && target.value) { target.value = ""; settle(); } else { enter(""); choose([], null); target.blur(); }
      return;
    }
    if (target.matches("a.s") && event.key.startsWith("Arrow")) {
      const own = columnOf().get(target);
      const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
      const next = event.key === "ArrowUp" || event.key === "ArrowDown" ? own[own.indexOf(target) + step] : partner(target, step);
      event.preventDefault();
      if (next) go(next);
      return;
    }
    if (typing || !byId("single").checked) return;
    if (event.key === "/") { event.preventDefault(); tools().elements.words.focus(); }
    if (event.key === "?") keys().showModal();
    if (event.key === "j" || event.key === "k") {
      const next = alongside(event.key === "j" ? 1 : -1);
      if (next) { const first = choose(namesOf(next), next); if (first) showColumn(first); go(next); }
    }
  });

  // ---- on paper everything is open
  let opened = [];
  addEventListener("beforeprint", () => {
    allNear();
    for (const box of every("details:not([open])")) { unfold(box); box.open = true; opened.push(box); }
  });
  addEventListener("afterprint", () => { for (const box of opened) box.open = false; opened = []; });

  document.addEventListener("DOMContentLoaded", () => {
    // a browser that goes back to the page may have kept the filters
    if (tools().querySelector("[name=kind]:not(:checked)") || every("select, [name=words]", tools()).some((each) => each.value)) settle();
    // of several stories the first one's articles, where there is no room for all
    if (byId("story-2")) { enter("story-1"); makeRoom(); watch(); }
    arrive();
  });
  addEventListener("load", () => whenIdle(settleIn));
})();
