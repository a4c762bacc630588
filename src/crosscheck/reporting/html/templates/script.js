"use strict";
(() => {
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const words = (text) => (text || "").split(" ").filter(Boolean);
  const namesOf = (element) => words(element.dataset.f);

  // what stands for a finding anywhere on the page, by the finding's element id
  const places = new Map();
  for (const element of every("[data-f]")) {
    for (const name of namesOf(element)) {
      if (!places.has(name)) places.set(name, []);
      places.get(name).push(element);
    }
  }
  const findings = every("[data-kind]").map((element) => ({
    id: element.id, element, kind: element.dataset.kind, facets: words(element.dataset.facets),
    letters: words(element.dataset.in), text: null,
  }));
  const rows = every(".matrix tr[data-f]");
  const statements = every("a.s");

  // ---- lighting: what the pointer or the focus is on, else what was chosen
  let chosen = [];
  let lit = [];
  const light = (names) => {
    for (const element of lit) element.classList.remove("lit");
    lit = names.flatMap((name) => places.get(name) || []);
    for (const element of lit) element.classList.add("lit");
  };
  const holder = (target) => (target instanceof Element ? target.closest("a.s, .card, tr[data-f], .alone > li") : null);
  const lightFor = (target) => {
    const held = holder(target);
    light(held ? namesOf(held) : chosen);
  };
  // a page that scrolls under a pointer at rest changes nothing
  let rest = "";
  document.addEventListener("pointerover", (event) => {
    const at = `${event.clientX} ${event.clientY}`;
    if (at !== rest) lightFor(event.target);
    rest = at;
  });
  document.addEventListener("focusin", (event) => lightFor(event.target));
  document.documentElement.addEventListener("pointerleave", () => light(chosen));

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
    const columns = column && column.parentElement;
    if (!columns || columns.scrollWidth <= columns.clientWidth) return;
    const left = column.getBoundingClientRect().left - columns.getBoundingClientRect().left;
    if (left < 0 || left + column.offsetWidth > columns.clientWidth) columns.scrollLeft += left - 8;
  };
  // where there is no room for all articles, those that a chosen finding does not concern step aside
  const makeRoom = () => {
    const columns = every(".column");
    for (const column of columns) column.classList.remove("aside");
    const box = columns[0] && columns[0].parentElement;
    if (!box || !chosen.length || box.scrollWidth <= box.clientWidth) return;
    const concerned = new Set(chosen.flatMap((name) => places.get(name) || []).map((element) => element.closest(".column")));
    concerned.delete(null);
    if (concerned.size) for (const column of columns) column.classList.toggle("aside", !concerned.has(column));
  };
  const choose = (names, from) => {
    chosen = names;
    light(names);
    makeRoom();
    const seen = new Set();
    let first = null;
    for (const name of names) {
      for (const element of places.get(name) || []) {
        const box = element.matches("a.s") && element.closest(".column");
        if (!box || seen.has(box)) continue;
        seen.add(box);
        first = first || element;
        if (element !== from && !box.contains(from)) reveal(element);
      }
    }
    return first;
  };
  const isWide = () => matchMedia("(min-width: 1280px)").matches;
  const go = (element) => {
    const inColumn = reveal(element);
    if (element.matches("a.s")) rove(element);
    element.focus({ preventScroll: true });
    if (inColumn) showColumn(element);
    if (!inColumn || !isWide()) element.scrollIntoView({ block: inColumn ? "nearest" : "start" });
  };
  document.addEventListener("click", (event) => {
    const strip = event.target.closest(".column.aside");
    if (strip) { strip.classList.remove("aside"); return; }
    const link = event.target.closest("a[href^='#']");
    if (!link || link.classList.contains("skip") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = byId(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const names = namesOf(target).length ? (link.matches("a.s") ? namesOf(link) : pick(link, target)) : chosen;
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    const first = choose(names, target);
    if (first && !target.matches("a.s")) showColumn(first);
    go(target);
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
    choose(namesOf(target), target);
    go(target);
  };
  addEventListener("popstate", arrive);

  // ---- filters: they hide and show, and change nothing else
  const tools = byId("tools");
  const say = (number) => {
    byId("count").textContent = number === findings.length ? `${number} findings` : `${number} of ${findings.length} findings`;
  };
  // "2500" finds "2,500"
  const plain = (text) => text.toLocaleLowerCase().replace(/(\d),(?=\d{3})/g, "$1").replace(/\s+/g, " ");
  const settle = () => {
    const kinds = new Set(every("[name=kind]:checked", tools).map((box) => box.value));
    const facet = tools.elements.facet.value;
    const outlet = tools.elements.outlet.value;
    const wanted = plain(tools.elements.words.value).split(" ").filter(Boolean);
    const shown = new Set();
    for (const finding of findings) {
      if (wanted.length && finding.text === null) finding.text = plain(finding.element.textContent);
      const passes = kinds.has(finding.kind) && (!facet || finding.facets.includes(facet))
        && (!outlet || finding.letters.includes(outlet)) && wanted.every((word) => finding.text.includes(word));
      finding.element.hidden = !passes;
      if (passes) shown.add(finding.id);
    }
    for (const row of rows) row.hidden = !shown.has(row.dataset.f);
    for (const statement of statements) statement.classList.toggle("off", !namesOf(statement).some((name) => shown.has(name)));
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
    byId("nothing").hidden = shown.size > 0 || findings.length === 0;
  };
  tools.addEventListener("input", (event) => {
    settle();
    const column = event.target.name === "outlet" && every(".column").find((each) => each.dataset.letter === event.target.value);
    if (column) showColumn(column);
  });
  tools.addEventListener("reset", () => setTimeout(settle));
  tools.addEventListener("submit", (event) => event.preventDefault());

  // ---- keyboard: an article's statements are one stop of the tab key, the arrows go among them
  const columnOf = new Map();
  for (const text of every(".text")) {
    const own = every("a.s", text);
    for (const statement of own) { statement.tabIndex = -1; columnOf.set(statement, own); }
    const first = own.find((statement) => !statement.matches(".single-source")) || own[0];
    if (first) first.tabIndex = 0;
  }
  const rove = (statement) => {
    for (const other of columnOf.get(statement) || []) if (other.tabIndex === 0) other.tabIndex = -1;
    statement.tabIndex = 0;
  };
  const partner = (statement, step) => {
    const columns = every(".column");
    let at = columns.indexOf(statement.closest(".column"));
    for (let tried = 1; tried < columns.length; tried += 1) {
      at = (at + step + columns.length) % columns.length;
      const found = every("a.s", columns[at]).find((other) => namesOf(other).some((name) => namesOf(statement).includes(name)));
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
  const keys = byId("keys");
  byId("help").addEventListener("click", () => keys.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const target = event.target;
    const typing = target.matches("input[type=search], select, textarea");
    if (event.key === "Escape") {
      if (typing && target.value) { target.value = ""; settle(); } else { choose([], null); target.blur(); }
      return;
    }
    if (target.matches("a.s") && event.key.startsWith("Arrow")) {
      const own = columnOf.get(target);
      const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
      const next = event.key === "ArrowUp" || event.key === "ArrowDown" ? own[own.indexOf(target) + step] : partner(target, step);
      event.preventDefault();
      if (next) go(next);
      return;
    }
    if (typing || !byId("single").checked) return;
    if (event.key === "/") { event.preventDefault(); tools.elements.words.focus(); }
    if (event.key === "?") keys.showModal();
    if (event.key === "j" || event.key === "k") {
      const next = alongside(event.key === "j" ? 1 : -1);
      if (next) { const first = choose(namesOf(next), next); if (first) showColumn(first); go(next); }
    }
  });

  // ---- on paper everything is open
  let opened = [];
  addEventListener("beforeprint", () => { for (const box of every("details:not([open])")) { box.open = true; opened.push(box); } });
  addEventListener("afterprint", () => { for (const box of opened) box.open = false; opened = []; });

  tools.hidden = false;
  // a browser that goes back to the page may have kept the filters
  if (every("[name=kind]:not(:checked)", tools).length || every("select, [name=words]", tools).some((each) => each.value)) settle();
  else say(findings.length);
  arrive();
})();
