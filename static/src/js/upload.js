// Sends files in parts, so that a broken connection loses one part at most; the plain form does the same at once.
const PAUSES = [1, 2, 4, 8, 15, 30, 60];
const seconds = (number) => new Promise((done) => setTimeout(done, number * 1000));

class Refused extends Error {}
class SignedOut extends Error {}

// A file is the same file when its name, size and time of change are.
const markOf = (file) => String(file.lastModified);
const manifestsFirst = (files) => [...files].sort((a, b) => /\.csv$/i.test(b.name) - /\.csv$/i.test(a.name));

async function ask(address, token, body, type) {
  const headers = { "X-CSRFToken": token, Accept: "application/json" };
  if (type) headers["Content-Type"] = type;
  const answer = await fetch(address, { method: "POST", body, headers });
  if (answer.redirected || answer.status === 403) throw new SignedOut();
  if (answer.status === 404) return { gone: true };
  if (answer.status >= 500 && answer.status !== 507) throw new TypeError(`status ${answer.status}`);
  const said = await answer.json();
  if (said.refused) throw new Refused(said.refused);
  return said;
}

// Asks again after a while where the connection breaks; what the server says is final.
async function insist(act, tell) {
  for (const pause of PAUSES) {
    try {
      return await act();
    } catch (failure) {
      if (failure instanceof Refused || failure instanceof SignedOut) throw failure;
      tell("The connection broke. Trying again…");
      await seconds(pause);
    }
  }
  return act();
}

async function send(file, begin, token, row) {
  const first = new FormData();
  for (const [name, value] of [["name", file.name], ["size", file.size], ["mark", markOf(file)]]) first.set(name, value);
  let at = await insist(() => ask(begin, token, first), row.tell);
  const { parts, part } = at;
  while (!at.done) {
    const from = at.received;
    row.show(from);
    const piece = file.slice(from, from + part);
    at = await insist(() => ask(`${parts}?from=${from}`, token, piece, "application/octet-stream"), row.tell);
    // The answer to the last part was lost on its way: the file is there.
    if (at.gone && from + piece.size >= file.size) break;
    if (at.gone) throw new Refused("The upload was given up. Choose the file again.");
  }
  row.end("Sent");
}

function rowFor(list, file) {
  const item = list.appendChild(document.createElement("li"));
  const name = item.appendChild(document.createElement("strong"));
  const progress = item.appendChild(document.createElement("progress"));
  const words = item.appendChild(document.createElement("span"));
  name.textContent = file.name;
  name.className = "break-anywhere";
  progress.max = file.size || 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `How much of ${file.name} is sent`);
  return {
    tell: (said) => (words.textContent = said),
    show: (received) => {
      progress.value = received;
      words.textContent = `${Math.floor((received / (file.size || 1)) * 100)} % sent`;
    },
    end: (said) => {
      progress.remove();
      words.textContent = said;
    },
  };
}

async function sendAll(form, files, panel) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const list = panel.querySelector("ul");
  const says = panel.querySelector("[role=status]");
  const rows = new Map(files.map((file) => [file, rowFor(list, file)]));
  const about = new FormData(form);
  about.delete("documents");
  const { batch, files: begin } = await insist(() => ask(form.dataset.parts, token, about), (said) => (says.textContent = said));
  for (const [number, file] of files.entries()) {
    says.textContent = `Sending file ${number + 1} of ${files.length}. Stay on this page until all are sent.`;
    try {
      await send(file, begin, token, rows.get(file));
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      rows.get(file).end(failure.message);
    }
  }
  says.textContent = "All files are sent.";
  globalThis.location.assign(batch);
}

function stop(panel, failure, again) {
  const says = panel.querySelector("[role=status]");
  says.textContent =
    failure instanceof SignedOut
      ? "You are signed out. Sign in again in another tab, then go on here: what was sent is kept."
      : "The connection is broken. What was sent is kept: go on when you are connected again.";
  const button = panel.querySelector("button");
  button.hidden = false;
  button.onclick = again;
}

// Takes the form over where the browser can send parts of files.
export function offerUploadInParts() {
  const form = document.querySelector("form[data-parts]");
  if (!form || form.dataset.taken) return;
  form.dataset.taken = "yes";
  form.addEventListener("submit", (event) => {
    const files = manifestsFirst(form.elements.documents.files);
    if (!files.length) return;
    event.preventDefault();
    const panel = document.getElementById(form.dataset.panel);
    const begin = () => {
      form.hidden = true;
      panel.hidden = false;
      panel.querySelector("button").hidden = true;
      panel.querySelector("ul").replaceChildren();
      panel.querySelector("h2").focus();
      sendAll(form, files, panel).catch((failure) => stop(panel, failure, begin));
    };
    begin();
  });
}
