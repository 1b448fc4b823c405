/* The page of all journeys: a form narrows the table that it stands over. */
addEventListener("DOMContentLoaded", () => {
  tools();
  all("table.sortable").forEach(sorting);
  const show = tabs();
  const narrow = all("form.filters").map((form) => {
    const rows = Array.from(document.getElementById(form.dataset.for).tBodies[0].rows);
    return filters(form, rows, (row, fits) => { row.hidden = !fits; });
  });
  all("[data-narrowed]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = `${link.hash}?${link.dataset.narrowed}`;
    one(".tabs").scrollIntoView();
  }));
  const follow = () => {
    const id = address.read();
    narrow.forEach((narrowTo) => narrowTo(address.narrowed));
    const target = id && document.getElementById(id);
    if (target && target.matches(".panel")) show(id);
  };
  addEventListener("hashchange", follow);
  follow();
});
