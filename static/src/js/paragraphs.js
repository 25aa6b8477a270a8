// What can be done with a paragraph, in place: its citation is fetched and shown below it, its address is copied.
// Without a script both lead to the paragraph's own page.
import { offerCopying } from "./copy.js";

const isPlain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

function say(link, sentence) {
  const row = link.closest("p");
  const says = row.querySelector("[role=status]") ?? row.appendChild(document.createElement("span"));
  says.className = "passage__said";
  says.setAttribute("role", "status");
  // A live region is read out when it changes, not when it comes.
  setTimeout(() => (says.textContent = sentence), 50);
}

async function cite(link) {
  const address = new URL(link.href);
  const id = address.hash.slice(1).replace(/-words$/, "");
  let citation = document.getElementById(id);
  if (!citation) {
    const answer = await fetch(address.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    citation = page.getElementById(id);
    if (!answer.ok || !citation) return globalThis.location.assign(address);
    citation.classList.add("cite--below");
    link.closest(".passage").append(document.adoptNode(citation));
    offerCopying();
  }
  citation.open = true;
  citation.querySelector("[data-copies]").focus();
}

async function copyAddress(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    say(link, "Link copied");
  } catch {
    // Browsers keep the clipboard from pages that did not come over TLS.
    globalThis.location.assign(link.href);
  }
}

export function listenToParagraphs() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".passage__acts a");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    // What was pressed while the pointer rested on the paragraph stays when the pointer leaves.
    link.closest("details").open = true;
    if (link.classList.contains("passage__link")) copyAddress(link);
    else cite(link);
  });
}
