/* A table's headings become buttons that sort its rows; what has no value comes last.
   Gives what sorts by what an address says: a column's number, with a minus where it falls. */
function sorting(table) {
  const body = one("tbody", table);
  const heads = all("thead th", table);
  const written = Array.from(body.rows);
  const name = `${table.dataset.as || ""}sort`;
  const text = new Intl.Collator(root.lang, { numeric: true });
  const value = (row, index) => {
    const cell = row.cells[index];
    return "v" in cell.dataset ? cell.dataset.v && Number(cell.dataset.v) : cell.textContent.trim();
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : text.compare(a, b));

  function sort(index, up) {
    const rows = Array.from(body.rows, (row) => [value(row, index), row]);
    rows.sort(([a], [b]) => (a === "") - (b === "") || (up ? 1 : -1) * compare(a, b));
    heads.forEach((each) => each.removeAttribute("aria-sort"));
    heads[index].setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...rows.map(([, row]) => row));
  }

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.words.replace("{column}", head.textContent.trim().toLowerCase());
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      sort(index, up);
      address.narrowed.set(name, up ? index + 1 : -index - 1);
      address.write(address.id || table.closest(".panel").id);
    });
  });

  return (narrowed) => {
    const column = Number(narrowed.get(name));
    if (heads[Math.abs(column) - 1]) sort(Math.abs(column) - 1, column > 0);
    else if (heads.some((head) => head.hasAttribute("aria-sort"))) {
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      body.append(...written);
    }
  };
}
