/* A table shows its first rows, and more when it is asked: a browser takes seconds over a thousand curves.
   Gives what looks again which rows are the first. */
function folding(table) {
  const step = 100;
  const button = one(`[data-more="${table.id}"]`);
  let limit = step;
  const look = () => {
    let fitting = 0;
    Array.from(table.tBodies[0].rows).forEach((row) => {
      fitting += !row.hidden;
      row.classList.toggle("beyond", fitting > limit);
    });
    button.hidden = fitting <= limit;
    button.textContent = filled(button.dataset.words, { n: Math.min(fitting - limit, 3 * step) });
  };
  button.addEventListener("click", () => {
    limit += 3 * step;
    look();
  });
  table.tHead.addEventListener("click", look); // behind the sorting
  look();
  return look;
}

/* The page of all journeys: a form narrows the table that it stands over. */
addEventListener("DOMContentLoaded", () => {
  tools();
  const sort = all("table.sortable").map(sorting);
  const show = tabs();
  const narrow = all("form.filters").map((form) => {
    const table = document.getElementById(form.dataset.for);
    const look = folding(table);
    let due = false;
    return filters(form, Array.from(table.tBodies[0].rows), (row, fits) => {
      row.hidden = !fits;
      if (!due) queueMicrotask(() => { due = false; look(); });
      due = true;
    });
  });
  all("[data-narrowed]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    location.hash = `${link.hash}?${link.dataset.narrowed}`;
    one(".tabs").scrollIntoView();
  }));
  const follow = () => {
    const id = address.read();
    [...sort, ...narrow].forEach((take) => take(address.narrowed));
    const target = id && document.getElementById(id);
    if (target && target.matches(".panel")) show(id);
  };
  addEventListener("hashchange", follow);
  follow();
});
