/* Search, switches and lists dim the rest of the map; in the story the rest is left out.
   Gives what narrows the map to what an address says. */
function filters(parts) {
  const form = one(".filters");
  if (!form) return () => {};
  const query = one("#query");
  const switches = all("[data-only]", form);
  const lists = all("[data-by]", form);
  const stories = articles().map((article) => ({ article, text: article.textContent.toLowerCase() }));
  const isOn = (button) => button.getAttribute("aria-pressed") === "true";
  const has = (article, list) => article.dataset[list.dataset.by].split(" ").includes(String(list.selectedIndex - 1));

  function apply() {
    const wanted = query.value.trim().toLowerCase();
    const only = switches.filter(isOn).map((button) => button.dataset.only);
    const chosen = lists.filter((list) => list.value);
    const active = Boolean(wanted || only.length || chosen.length);
    let shown = 0;
    stories.forEach(({ article, text }) => {
      const fits = text.includes(wanted) && only.every((name) => name in article.dataset)
        && chosen.every((list) => has(article, list));
      shown += fits;
      article.hidden = !fits;
      mark(parts.get(article.dataset.id), "dim", !fits);
    });
    const output = one("#shown");
    output.textContent = active ? filled(output.dataset.words, { n: shown, total: stories.length }) : "";
    one("#clear").hidden = !active;
    const narrowed = new URLSearchParams();
    if (wanted) narrowed.set("q", query.value.trim());
    only.forEach((name) => narrowed.append("only", name));
    chosen.forEach((list) => narrowed.set(list.dataset.by, list.value));
    address.narrowed = narrowed;
  }

  function narrowTo(narrowed) {
    query.value = narrowed.get("q") || "";
    switches.forEach((button) => button.setAttribute("aria-pressed", narrowed.getAll("only").includes(button.dataset.only)));
    lists.forEach((list) => {
      const index = Array.from(list.options, (option) => option.value).indexOf(narrowed.get(list.dataset.by) || "");
      list.selectedIndex = Math.max(0, index);
    });
    apply();
  }

  function change() {
    apply();
    address.write(address.id || "map");
  }

  switches.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", !isOn(button));
    change();
  }));
  query.addEventListener("input", change);
  lists.forEach((list) => list.addEventListener("change", change));
  form.addEventListener("submit", (event) => event.preventDefault());
  one("#clear").addEventListener("click", () => {
    narrowTo(new URLSearchParams());
    change();
    query.focus();
  });
  form.hidden = false;
  return narrowTo;
}
