// What scripts add to checking a review: keys, words selected on the page, the lit place in sight, a warning before
// typed words are left behind. Every act is a button or link of the page, and works without any of this.
const OFF = "checking-keys-off";
const inField = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const keysAreOff = () => localStorage.getItem(OFF) === "1";

export function offerChecking() {
  const checking = document.getElementById("checking");
  if (!checking) return;
  offerKeys(checking);
  offerSwitch();
  offerSelection(checking);
  warnBeforeLeaving(checking);
  showLitPlace(checking);
  if (location.hash === "#checking") document.getElementById("item")?.focus({ preventScroll: true });
}

function offerKeys(checking) {
  document.addEventListener("keydown", (pressed) => {
    if (pressed.key === "Enter" && pressed.ctrlKey) return press(checking, "c", pressed);
    if (pressed.key === "Escape" && inField(pressed.target)) return document.getElementById("item")?.focus();
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || inField(pressed.target) || keysAreOff()) return;
    if (pressed.key === "e") return write(checking, pressed);
    press(checking, pressed.key, pressed);
  });
}

function press(checking, key, pressed) {
  if (!/^[a-z?]$/i.test(key)) return;
  const found = checking.querySelector(`[data-key="${key}"]`);
  if (!found) return;
  pressed.preventDefault();
  found.click();
}

function write(checking, pressed) {
  const field = checking.querySelector(".panel-item textarea:not([hidden]), .panel-item .govuk-input");
  if (!field) return;
  pressed.preventDefault();
  field.focus();
}

// Keys of one letter get in the way of those who speak to their computer (WCAG 2.1.4).
function offerSwitch() {
  const button = document.getElementById("keys-switch");
  if (!button) return;
  const show = () => {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(keysAreOff()));
    button.textContent = keysAreOff() ? "Keys of one letter are off. Switch them on" : "Switch keys of one letter off";
  };
  button.addEventListener("click", () => {
    localStorage.setItem(OFF, keysAreOff() ? "0" : "1");
    show();
  });
  show();
}

function offerSelection(checking) {
  const text = checking.querySelector("[data-selectable]");
  const bar = checking.querySelector("[data-selected]");
  if (!text || !bar) return;
  let words = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const chosen = selection.rangeCount && text.contains(selection.getRangeAt(0).commonAncestorContainer);
    if (!chosen || !selection.toString().trim()) return;
    words = selection.toString().trim();
    bar.hidden = false;
    for (const field of bar.querySelectorAll("[data-words]")) field.value = words;
  });
  bar.addEventListener("click", ({ target }) => {
    const use = target.closest("[data-use]")?.dataset.use;
    if (use) put(checking, use, words);
  });
}

function put(checking, use, words) {
  const field = checking.querySelector(use === "evidence" ? "#id_evidence" : "#id_text");
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  field.value = use === "append" ? `${field.value.trimEnd()}\n${words}` : words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function warnBeforeLeaving(checking) {
  const warn = (leaving) => leaving.preventDefault();
  for (const form of checking.querySelectorAll("form[data-keep]")) {
    form.addEventListener("input", () => addEventListener("beforeunload", warn));
    form.addEventListener("submit", () => removeEventListener("beforeunload", warn));
  }
}

function showLitPlace(checking) {
  const beside = checking.querySelector(".beside");
  const lit = beside?.querySelector("[aria-current] rect") ?? beside?.querySelector("mark");
  if (!lit || beside.scrollHeight <= beside.clientHeight) return;
  const middle = lit.getBoundingClientRect().top - beside.getBoundingClientRect().top + beside.scrollTop;
  beside.scrollTop = middle - beside.clientHeight / 3;
}
