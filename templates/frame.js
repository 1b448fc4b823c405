"use strict";

/* What all pages do, and what the scripts beside this one use: together they are one on a page. */
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const mark = (parts, name, on) => parts.forEach((part) => part.classList.toggle(name, on));
const memory = { // a page that is opened from a disk may have none
  read(key) { try { return localStorage.getItem(`cjm-${key}`); } catch (error) { return null; } },
  write(key, value) { try { localStorage.setItem(`cjm-${key}`, value); } catch (error) { /* it lasts as long as the page */ } },
};

/* The address says what is shown, and behind a question mark how the map is narrowed. */
const address = {
  narrowed: new URLSearchParams(),
  get id() {
    try { return decodeURIComponent(location.hash.slice(1).split("?")[0]); } catch (error) { return ""; }
  },
  read() {
    const narrowed = location.hash.split("?")[1];
    if (narrowed !== undefined) this.narrowed = new URLSearchParams(narrowed);
    return this.id;
  },
  write(id) {
    const narrowed = String(this.narrowed);
    history.replaceState(null, "", id || narrowed ? `#${id}${narrowed && `?${narrowed}`}` : " ");
  },
};

/* Says what happened, to those who look and to those who listen. */
function tell(words) {
  const told = one("#told");
  told.textContent = words;
  clearTimeout(tell.until);
  tell.until = setTimeout(() => { told.textContent = ""; }, 4000);
}

/* Copies a text, also where the page has no right to the clipboard itself. */
async function copy(text) {
  const told = one("#told").dataset;
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const from = document.activeElement;
    const field = document.createElement("textarea");
    field.className = "vh";
    field.value = text;
    document.body.append(field);
    field.select();
    copied = document.execCommand("copy");
    field.remove();
    from.focus({ preventScroll: true });
  }
  tell(copied ? told.copied : told.not);
}

root.classList.add("js");
if (["light", "dark"].includes(memory.read("theme"))) root.dataset.theme = memory.read("theme");

function tools() {
  const button = one("#theme");
  if (button) {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const name = () => { one("span", button).textContent = isDark() ? button.dataset.light : button.dataset.dark; };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      memory.write("theme", root.dataset.theme);
      name();
    });
    system.addEventListener("change", name);
    button.hidden = false;
    name();
  }
  one("#print").hidden = false;
  one("#print").addEventListener("click", () => print());
}

/* Links to the page's sections become tabs. Gives the function that shows one, by its id. */
function tabs() {
  const links = all(".tabs a");
  const panels = links.map((link) => one(link.hash));
  const show = (id) => links.forEach((link, index) => {
    const on = panels[index].id === id;
    link.setAttribute("aria-selected", on);
    link.tabIndex = on ? 0 : -1;
    panels[index].classList.toggle("on", on);
  });
  links.forEach((link, index) => {
    link.id = `tab-${panels[index].id}`;
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", panels[index].id);
    link.parentElement.setAttribute("role", "presentation");
    panels[index].setAttribute("role", "tabpanel");
    panels[index].setAttribute("aria-labelledby", link.id);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(panels[index].id);
      address.write(panels[index].id);
    });
    link.addEventListener("keydown", (event) => {
      const last = links.length - 1;
      const goal = {
        ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last,
      }[event.key];
      if (goal === undefined) return;
      event.preventDefault();
      links[goal].click();
      links[goal].focus();
    });
  });
  if (links.length) {
    one(".tabs ul").setAttribute("role", "tablist");
    show(panels[0].id);
  }
  return show;
}
