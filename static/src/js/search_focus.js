// After Search or a link within the page is pressed the focus goes to the count of results; after a filter is ticked it
// stays where it is.
export function moveFocusAfterSearch() {
  let pressed = false;
  document.addEventListener("submit", (event) => (pressed = event.target.id === "filters"), true);
  document.addEventListener("click", (event) => event.target.closest?.("#search a[hx-get]") && (pressed = true), true);
  document.addEventListener("change", () => (pressed = false), true);
  document.addEventListener("htmx:after:swap", () => {
    if (pressed) document.getElementById("count")?.focus();
    pressed = false;
  });
}
