// Presenting: one slide at a time, by keys, by buttons, and by the address, so that a slide can be come back to.
const ON = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

export function present() {
  const room = document.querySelector("[data-slides]");
  if (!room) return;
  const slides = [...room.children];
  const where = document.querySelector("[data-where]");
  const numberOf = () => Math.max(1, Math.min(slides.length, Number(location.hash.replace("#slide-", "")) || 1));

  function show({ focus }) {
    const number = numberOf();
    slides.forEach((slide, at) => slide.classList.toggle("slide--now", at + 1 === number));
    where.textContent = `${number} of ${slides.length}`;
    room.classList.remove("slides--blank");
    scrollTo(0, 0);
    if (focus) slides[number - 1].querySelector(".slide__title").focus({ preventScroll: true });
  }

  const go = (number) => {
    const to = Math.max(1, Math.min(slides.length, number));
    if (to === numberOf()) return;
    history.replaceState(null, "", `#slide-${to}`);
    show({ focus: true });
  };
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  const acts = { back: () => go(numberOf() - 1), on: () => go(numberOf() + 1), full };

  for (const one of document.querySelectorAll("[data-go], [data-where], [data-keys]")) one.hidden = false;
  document.addEventListener("click", (event) => acts[event.target.closest("[data-go]")?.dataset.go]?.());
  addEventListener("hashchange", () => show({ focus: true }));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // On a link or a button, Enter and the space bar press it.
    if (["Enter", " "].includes(event.key) && event.target.closest("a, button")) return;
    const key = event.key.toLowerCase();
    if (ON.includes(event.key)) acts.on();
    else if (BACK.includes(event.key)) acts.back();
    else if (event.key === "Home") go(1);
    else if (event.key === "End") go(slides.length);
    else if (key === "f") full();
    else if (key === "b" || key === ".") room.classList.toggle("slides--blank");
    else return;
    event.preventDefault();
  });
  room.classList.add("slides--one");
  show({ focus: false });
}
