/* Search, switches and lists choose among things; `show` is told of each whether it fits.
   Gives what narrows them to what an address says, where a form's names may begin with its own. */
function filters(form, things, show) {
  if (!form) return () => {};
  const query = one("[type=search]", form);
  const clear = one(".clear", form);
  const named = (name) => (form.dataset.as || "") + name;
  const switches = all("[data-only]", form);
  const lists = all("[data-by]", form);
  const texts = things.map((thing) => thing.textContent.toLowerCase());
  const isOn = (button) => button.getAttribute("aria-pressed") === "true";
  const has = (thing, list) => thing.dataset[list.dataset.by].split(" ").includes(String(list.selectedIndex - 1));

  function apply() {
    const wanted = query.value.trim().toLowerCase();
    const only = switches.filter(isOn).map((button) => button.dataset.only);
    const chosen = lists.filter((list) => list.value);
    const active = Boolean(wanted || only.length || chosen.length);
    let shown = 0;
    things.forEach((thing, index) => {
      const fits = texts[index].includes(wanted) && only.every((name) => name in thing.dataset)
        && chosen.every((list) => has(thing, list));
      shown += fits;
      show(thing, fits);
    });
    const output = one("output", form);
    output.textContent = active ? filled(output.dataset.words, { n: shown, total: things.length }) : "";
    clear.hidden = !active;
    const { narrowed } = address;
    ["q", "only", ...lists.map((list) => list.dataset.by)].forEach((name) => narrowed.delete(named(name)));
    if (wanted) narrowed.set(named("q"), query.value.trim());
    only.forEach((name) => narrowed.append(named("only"), name));
    chosen.forEach((list) => narrowed.set(named(list.dataset.by), list.value));
  }

  function narrowTo(narrowed) {
    query.value = narrowed.get(named("q")) || "";
    switches.forEach((button) => button.setAttribute("aria-pressed", narrowed.getAll(named("only")).includes(button.dataset.only)));
    lists.forEach((list) => {
      const index = Array.from(list.options, (option) => option.value).indexOf(narrowed.get(named(list.dataset.by)) || "");
      list.selectedIndex = Math.max(0, index);
    });
    apply();
  }

  function change() {
    apply();
    address.write(address.id || form.closest(".panel").id);
  }

  switches.forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", !isOn(button));
    change();
  }));
  query.addEventListener("input", change);
  lists.forEach((list) => list.addEventListener("change", change));
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    narrowTo(new URLSearchParams());
    change();
    query.focus();
  });
  form.hidden = false;
  return narrowTo;
}
