// Buttons that copy the words of an element; without a script the words stand there to be selected.
export function offerCopying() {
  for (const button of document.querySelectorAll("[data-copies]")) button.hidden = false;
}

function select(words) {
  const range = document.createRange();
  range.selectNodeContents(words);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copy(button) {
  const words = document.getElementById(button.dataset.copies);
  const says = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(words.textContent.trim());
    says.textContent = "Copied";
  } catch {
    // Browsers keep the clipboard from pages that did not come over TLS.
    select(words);
    says.textContent = "Selected: press Ctrl and C to copy";
  }
}

export function listenToCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copies]");
    if (button) copy(button);
  });
}
