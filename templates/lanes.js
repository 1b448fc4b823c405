/* The name of a lane becomes a button that folds it to one line: its name, and how much it holds. */
function folds() {
  const map = one("table.map");
  const rows = all("tr[data-held]", map).map(foldable);
  const every = document.createElement("button");
  const name = () => { every.textContent = rows.some((row) => row.isOpen()) ? map.dataset.fold : map.dataset.unfold; };

  function foldable(row) {
    const head = row.cells[0];
    const cells = Array.from(row.cells).slice(1);
    const button = document.createElement("button");
    const held = document.createElement("td");
    const words = document.createElement("span");
    button.type = "button";
    button.className = "fold";
    button.append(head.firstChild);
    head.prepend(button);
    held.className = "held";
    held.colSpan = cells.reduce((sum, cell) => sum + cell.colSpan, 0);
    held.append(words);
    words.textContent = row.dataset.held;
    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    const fold = (open) => {
      button.setAttribute("aria-expanded", open);
      row.classList.toggle("folded", !open);
      cells.forEach((cell) => { cell.hidden = !open; });
      if (open) held.remove(); else row.append(held);
    };
    button.addEventListener("click", () => { fold(!isOpen()); name(); });
    fold(true);
    return { isOpen, fold };
  }

  if (rows.length < 2) return;
  every.type = "button";
  every.className = "fold-all";
  every.addEventListener("click", () => {
    const open = !rows.some((row) => row.isOpen());
    rows.forEach((row) => row.fold(open));
    name();
  });
  one("thead .name", map).append(every);
  name();
}
