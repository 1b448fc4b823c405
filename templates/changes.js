/* From one change to the next: with buttons, arrows, or n and p; the address says which one is shown. */
function stepping() {
  const bar = one("#stepper");
  if (!bar) return;
  const changes = all(".change");
  const at = one("#step-at");
  const single = one("#keys-single");
  const quietly = matchMedia("(prefers-reduced-motion: reduce)");
  let place = -1;
  const show = (to) => {
    place = Math.max(0, Math.min(to, changes.length - 1));
    at.textContent = filled(at.dataset.words, { n: place + 1, total: changes.length });
    one("#step-back").disabled = place === 0;
    one("#step-on").disabled = place === changes.length - 1;
  };
  const go = (to) => {
    show(to);
    changes[place].focus({ preventScroll: true });
    changes[place].scrollIntoView({ behavior: quietly.matches ? "auto" : "smooth", block: "start" });
    address.write(changes[place].id);
  };
  const here = () => { // where somebody has got to by a link or by Tab
    const found = changes.findIndex((change) => change.id === address.id);
    if (found >= 0) show(found);
    return found;
  };
  single.checked = memory.read("keys") !== "off";
  single.addEventListener("change", () => memory.write("keys", single.checked ? "on" : "off"));
  one("#step-back").addEventListener("click", () => go(place - 1));
  one("#step-on").addEventListener("click", () => go(place + 1));
  addEventListener("hashchange", () => { const found = here(); if (found >= 0) changes[found].focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.target.closest(".curves") && event.key.startsWith("Arrow")) return; // there they scroll
    const letter = single.checked ? event.key : "";
    if (event.key === "ArrowRight" || letter === "n") go(place + 1);
    else if (event.key === "ArrowLeft" || letter === "p") go(place - 1);
    else return;
    event.preventDefault();
  });
  bar.hidden = false;
  here();
}

document.addEventListener("DOMContentLoaded", () => {
  tools();
  stepping();
});
