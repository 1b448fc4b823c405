/* Single keys search and tell which keys there are. Whoever speaks to a computer can switch them off. */
function shortcuts(show) {
  const dialog = one("#keys");
  const single = one("#keys-single");
  const query = one("#query");
  single.checked = memory.read("keys") !== "off";
  single.addEventListener("change", () => memory.write("keys", single.checked ? "on" : "off"));
  one("#keys-open").addEventListener("click", () => dialog.showModal());
  one("#keys-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", (event) => {
    const typed = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (!single.checked || dialog.open || typed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && query) {
      event.preventDefault();
      show("map");
      query.focus();
    } else if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
    }
  });
  one("#keys-open").hidden = false;
}
