// A field that finds a value in a long list of checkboxes. Ticked values always stay.
const plain = (words) => words.toLowerCase().replaceAll("&", "and").replace(/[^\p{L}\p{N} ]/gu, "").trim();

function narrow(field) {
  const choices = [...document.getElementById(field.dataset.finds).querySelectorAll(".choice")];
  let shown = 0;
  for (const choice of choices) {
    choice.hidden = !choice.querySelector("input").checked && !plain(choice.textContent).includes(plain(field.value));
    if (!choice.hidden) shown += 1;
  }
  // Values that are folded away are looked through too.
  for (const more of choices[0]?.closest("fieldset").querySelectorAll("details") ?? []) if (field.value) more.open = true;
  document.getElementById(`${field.id}-says`).textContent = field.value ? `${shown} of ${choices.length} shown` : "";
}

// Shows the fields, which stand hidden in the page, and narrows anew lists that were swapped.
export function offerFacetSearch() {
  for (const field of document.querySelectorAll("[data-finds]")) {
    field.closest(".facet__find").hidden = false;
    narrow(field);
  }
}

// The field is no filter itself: neither leaving it nor Enter in it asks the server.
export function listenToFacetSearch() {
  const inField = (event) => event.target.matches?.("[data-finds]");
  document.addEventListener("input", (event) => inField(event) && narrow(event.target));
  document.addEventListener("change", (event) => inField(event) && event.stopPropagation(), true);
  document.addEventListener("keydown", (event) => inField(event) && event.key === "Enter" && event.preventDefault());
}
