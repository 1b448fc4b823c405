/* A table's headings become buttons that sort its rows; what has no value comes last. */
function sorting(table) {
  const body = one("tbody", table);
  const heads = all("thead th", table);
  const text = new Intl.Collator(root.lang, { numeric: true });
  const value = (row, index) => {
    const cell = row.cells[index];
    return "v" in cell.dataset ? cell.dataset.v && Number(cell.dataset.v) : cell.textContent.trim();
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : text.compare(a, b));
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.words.replace("{column}", head.textContent.trim().toLowerCase());
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      const rows = Array.from(body.rows, (row) => [value(row, index), row]);
      rows.sort(([a], [b]) => (a === "") - (b === "") || (up ? 1 : -1) * compare(a, b));
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      body.append(...rows.map(([, row]) => row));
    });
  });
}
