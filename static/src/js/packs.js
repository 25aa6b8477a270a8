// Packs: adding without leaving the page, quoting selected words, putting entries in order by drag.
const WORD_END = /\s/;

// The tray answers with itself; what was pressed says what became of it.
async function addInPlace(form, button) {
  const sent = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body: sent, headers: { "X-In-Place": "1" } });
  if (!answer.ok || answer.redirected) return globalThis.location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const tray = page.getElementById("tray");
  const says = tray.querySelector("#tray-says");
  const sentence = says.textContent;
  says.textContent = "";
  document.getElementById("tray").replaceWith(tray);
  globalThis.htmx?.process(tray);
  // A live region is read out when it changes, not when it comes.
  setTimeout(() => (says.textContent = sentence), 100);
  if (button) button.firstChild.textContent = sentence.startsWith("Added") ? "Added to pack" : "In the pack";
}

export function listenToAdding() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id !== "add-to-pack" || !document.querySelector("#tray[data-in-use]")) return;
    event.preventDefault();
    addInPlace(form, event.submitter);
  });
}

// The words that are selected, made whole at both ends; nothing where they lie in more than one place.
function selectedWords() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const holder = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("p, blockquote, li");
  const text = holder(range.startContainer);
  const place = text?.closest("[id^='i-']");
  if (!place || holder(range.endContainer) !== text || text.closest(".meta, .foot, .entry")) return null;
  const { startContainer: first, endContainer: last } = range;
  if (first.nodeType !== Node.TEXT_NODE || last.nodeType !== Node.TEXT_NODE) return null;
  let [start, end] = [range.startOffset, range.endOffset];
  while (start > 0 && !WORD_END.test(first.data[start - 1])) start -= 1;
  while (end > 0 && end < last.data.length && !WORD_END.test(last.data[end])) end += 1;
  range.setStart(first, start);
  range.setEnd(last, end);
  const selected = range.cloneContents();
  // The mark of a note is no word of the review.
  for (const mark of selected.querySelectorAll(".note-call")) mark.remove();
  const words = selected.textContent.trim();
  return words ? { words, place, text, anchor: place.id.slice(2) } : null;
}

function field(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

function offerQuoting() {
  const found = selectedWords();
  const standing = document.querySelector(".quote-words");
  if (!found) return standing?.contains(document.activeElement) ? undefined : standing?.remove();
  standing?.remove();
  const form = document.getElementById("add-to-pack");
  const bar = Object.assign(document.createElement("form"), { className: "quote-words no-print", method: "post", action: form.action });
  const button = Object.assign(document.createElement("button"), { className: "button-link", textContent: "Add the selected words to pack" });
  bar.append(...[...form.querySelectorAll("input")].map((one) => one.cloneNode()), field("item", found.anchor), field("words", found.words), button);
  bar.addEventListener("submit", (event) => {
    if (!document.querySelector("#tray[data-in-use]")) return;
    event.preventDefault();
    addInPlace(bar, button);
  });
  found.text.after(bar);
}

export function listenToSelecting() {
  if (!document.getElementById("add-to-pack")) return;
  let waits;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waits);
    waits = setTimeout(offerQuoting, 300);
  });
}

// What had the focus may be gone with its entry: then it goes to what is said, beside “Undo”.
export function keepFocus() {
  document.addEventListener("htmx:after:swap", () => {
    if (document.activeElement === document.body) document.querySelector("#arrange #said")?.focus();
  });
}

// The tray's list is fetched when it is first opened.
export function listenToTray() {
  document.addEventListener(
    "toggle",
    (event) => event.target.matches?.("#tray details[open]") && globalThis.htmx.trigger(event.target.querySelector(".tray__list"), "wanted"),
    true,
  );
}

// Dragging only fills in and sends the form that the keyboard uses.
let carried;
const entryAt = (event) => event.target.closest?.(".entries > .entry");
const isLowerHalf = (event, entry) => event.clientY > entry.getBoundingClientRect().top + entry.offsetHeight / 2;

function mark(entry, lower) {
  for (const one of document.querySelectorAll(".entry--over, .entry--over-end")) one.classList.remove("entry--over", "entry--over-end");
  entry?.classList.add(lower ? "entry--over-end" : "entry--over");
}

function drop(entry, lower) {
  const from = Number(carried.dataset.place);
  const onto = Number(entry.dataset.place) + (lower ? 1 : 0);
  const form = carried.querySelector("form[data-drop]");
  form.elements.to.value = String(onto > from ? onto - 1 : onto);
  form.requestSubmit();
}

export function listenToDragging() {
  document.addEventListener("dragstart", (event) => {
    carried = event.target.closest?.(".grip") ? entryAt(event) : null;
    if (!carried) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(carried, 20, 20);
    carried.classList.add("entry--carried");
  });
  document.addEventListener("dragover", (event) => {
    const entry = carried && entryAt(event);
    if (!entry || entry === carried) return;
    event.preventDefault();
    mark(entry, isLowerHalf(event, entry));
  });
  document.addEventListener("drop", (event) => {
    const entry = carried && entryAt(event);
    if (!entry || entry === carried) return;
    event.preventDefault();
    drop(entry, isLowerHalf(event, entry));
  });
  document.addEventListener("dragend", () => {
    carried?.classList.remove("entry--carried");
    mark(null);
    carried = null;
  });
}
