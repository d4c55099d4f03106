// The review screen: both sides know of each other, and the keyboard goes through it.
const page = document.querySelector(".review");
const paper = page.querySelector(".paper-text");
const found = page.querySelector(".found");
const may = page.dataset.may === "1";
page.classList.add("scripted");

const rows = () => [...found.querySelectorAll(".proposal")].filter((row) => row.offsetParent !== null);
const openRows = () => rows().filter((row) => row.dataset.open === "1");
const current = () => found.querySelector(".proposal.here");

function choose(row, { scrollRow = true, scrollText = true } = {}) {
  if (!row) return;
  current()?.classList.remove("here");
  row.classList.add("here");
  if (document.activeElement !== row && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
  if (scrollRow) row.scrollIntoView({ block: "nearest" });
  if (!paper) return;
  paper.querySelectorAll("[data-of].here").forEach((mark) => mark.classList.remove("here"));
  const marks = [...paper.querySelectorAll(`[data-of~="${row.dataset.proposal}"]`)];
  marks.forEach((mark) => mark.classList.add("here"));
  // Of the many places on the pages one is on the way of the Tab key: that of the chosen row.
  paper.querySelectorAll("a[data-of]").forEach((place) => (place.tabIndex = place === marks[0] ? 0 : -1));
  if (scrollText && marks.length) showMark(marks[0]);
}

// Only the text pane moves, never the page.
function showMark(mark) {
  const place = mark.getBoundingClientRect();
  const pane = paper.getBoundingClientRect();
  paper.scrollTop += place.top - pane.top - paper.clientHeight / 3;
  if (place.left < pane.left || place.right > pane.right) paper.scrollLeft += place.left - pane.left - 16;
}

function step(by) {
  const all = rows();
  const at = all.indexOf(current());
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
}

const act = (row, name) => row?.querySelector(`[data-act="${name}"]`)?.click();

// Choosing by hand.
found.addEventListener("click", (event) => {
  const row = event.target.closest(".proposal");
  if (!row) return;
  if (event.target.closest(".to-text")) {
    event.preventDefault();
    choose(row);
  } else if (row !== current()) choose(row, { scrollRow: false });
});
found.addEventListener("focusin", (event) => {
  const row = event.target.closest(".proposal");
  if (row && row !== current()) choose(row, { scrollRow: false });
});
paper?.addEventListener("click", (event) => {
  const mark = event.target.closest("[data-of]");
  if (!mark || (mark.matches("mark") && !document.getSelection().isCollapsed)) return;
  event.preventDefault();
  // Of several that share this place the smallest is meant.
  const size = (id) => [...paper.querySelectorAll(`mark[data-of~="${id}"]`)].reduce((sum, m) => sum + m.textContent.length, 0);
  const ids = mark.dataset.of.split(" ").sort((a, b) => size(a) - size(b));
  const row = ids.map((id) => document.getElementById(`p${id}`)).find(Boolean);
  row?.closest("details:not([open])")?.setAttribute("open", "");
  if (row) {
    choose(row, { scrollText: false });
    row.scrollIntoView({ block: "center" });
  }
});

// Pages larger than the pane, and the other view at the same row.
const zoom = document.getElementById("phong-to");
if (zoom) {
  zoom.hidden = false;
  zoom.addEventListener("click", () => {
    const zoomed = paper.classList.toggle("zoomed");
    zoom.setAttribute("aria-pressed", zoomed);
    choose(current(), { scrollRow: false });
  });
}
page.querySelector(".views")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && current()) link.hash = current().id;
});

// The keyboard.
const typing = (target) => target.closest("input:not([type=radio]), textarea, select");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && event.target.closest(".is-editing")) return act(event.target.closest(".is-editing"), "leave");
  if (typing(event.target)) return;
  const row = current();
  const key = event.key.toLowerCase();
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "?") toggleKeys();
  else if (!may) return;
  else if (key === "enter") {
    if (event.target.closest("a, button, summary")) return;
    if (row) act(row, "confirm");
    else choose(openRows()[0]);
  } else if (key === "e") act(row, "edit");
  else if (key === "x") act(row, "reject");
  else if (key === "c") found.querySelector('[data-act="certain"]')?.click();
  else if (/^[1-9]$/.test(key)) pickAnswer(row, Number(key) - 1);
  else return;
  event.preventDefault();
});

function toggleKeys() {
  const keys = document.getElementById("phim");
  if (!keys) return;
  keys.open = !keys.open;
  if (keys.open) keys.scrollIntoView({ block: "nearest" });
}

// The first question without an answer takes the number.
function pickAnswer(row, index) {
  const asked = [...(row?.querySelectorAll("fieldset.question") ?? [])];
  const next = asked.find((set) => !set.querySelector(":checked")) ?? asked.at(-1);
  const radio = next?.querySelectorAll("input[type=radio]")[index];
  if (radio) radio.checked = true;
}

// After an act on a row the next open one is chosen; a refusal keeps the row.
let order = [];
let from = null;
document.body.addEventListener("htmx:beforeRequest", (event) => {
  order = openRows().map((row) => row.id);
  from = event.target.closest(".proposal")?.id ?? null;
});
document.body.addEventListener("htmx:afterSettle", (event) => {
  const row = document.getElementById(from ?? event.target.id);
  if (!row?.classList.contains("proposal")) return;
  if (row.classList.contains("is-editing")) {
    choose(row);
    row.querySelector("textarea, input:not([type=hidden]), select")?.focus();
    return;
  }
  watch(row);
  if (row.dataset.open === "1") return choose(row);
  seen.delete(row.dataset.proposal);
  tellSeen();
  const after = order.slice(order.indexOf(from) + 1).map((id) => document.getElementById(id));
  choose(after.find((other) => other?.dataset.open === "1") ?? openRows()[0] ?? row);
});
window.addEventListener("beforeunload", () => {
  sessionStorage.setItem("duyet", JSON.stringify({ at: location.pathname, seen: [...seen] }));
});

// What was scrolled past: only that is confirmed by the one act.
const form = document.getElementById("chac-chan");
const seen = new Set();
const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) seen.add(entry.target.dataset.proposal);
    tellSeen();
  },
  { threshold: 0.6 },
);
function watch(row) {
  if (row.dataset.certain === "1") watcher.observe(row);
}
function tellSeen() {
  if (!form) return;
  const certain = [...found.querySelectorAll('.proposal[data-certain="1"]')].map((row) => row.dataset.proposal);
  const shown = certain.filter((id) => seen.has(id));
  form.querySelectorAll('input[name="seen"]').forEach((input) => input.remove());
  for (const id of shown) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "seen", value: id });
    form.append(input);
  }
  const count = form.querySelector(".seen-count");
  count.textContent = `${count.dataset.words} ${shown.length}/${certain.length}`;
  form.querySelector("button").disabled = shown.length === 0;
}
const kept = JSON.parse(sessionStorage.getItem("duyet") ?? "null");
if (kept?.at === location.pathname) kept.seen.forEach((id) => seen.add(id));
rows().forEach(watch);
tellSeen();

// Adding a missed task: the words that are selected in the text.
const pick = page.querySelector(".pick");
const points = (text) => [...text].length;
document.addEventListener("selectionchange", () => {
  if (!pick || !paper) return;
  const selection = document.getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const inside = range && !range.collapsed && paper.contains(range.commonAncestorContainer);
  pick.hidden = !inside;
  if (!inside) return;
  const before = document.createRange();
  before.selectNodeContents(paper);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const start = points(before.toString()) + points(text) - points(text.trimStart());
  pick.elements.text.value = text.trim();
  pick.elements.start.value = start;
  pick.elements.end.value = start + points(text.trim());
});

paper?.querySelectorAll("a[data-of]").forEach((place) => (place.tabIndex = -1));
const asked = document.getElementById(location.hash.slice(1));
if (asked?.classList.contains("proposal") && asked.dataset.open === "1") choose(asked);
else if (may) choose(openRows()[0], { scrollRow: false });
