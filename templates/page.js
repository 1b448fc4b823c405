"use strict";

/* What the scripts beside this one use too: together they are one on the page. */
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const mark = (parts, name, on) => parts.forEach((part) => part.classList.toggle(name, on));
const articles = () => all("article[data-id]");
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

(() => {
  const narrow = matchMedia("(max-width: 760px)");

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

  /* A touchpoint's cells, points and words, by its id. */
  function columns() {
    const found = new Map(articles().map((article) => [article.dataset.id, []]));
    all(".map [data-t]").forEach((part) => (found.get(part.dataset.t) || []).push(part));
    return found;
  }

  /* The panel with one touchpoint's story. Gives what opens it, by an article's id. */
  function details(show, parts) {
    const drawer = one("#drawer");
    const body = one("#drawer-body");
    const place = one("#drawer-place");
    const scroller = one(".map-scroll");
    const stories = articles();
    let at = -1;
    let opener = null;

    const link = (index) => one(`.touchpoints a[href="#${CSS.escape(stories[index].id)}"]`);

    function reveal(index) {
      scroller.classList.add("aside");
      const head = link(index).closest("th").getBoundingClientRect();
      const left = scroller.getBoundingClientRect().left + one(".map .name").offsetWidth;
      const right = innerWidth - drawer.offsetWidth - 12;
      if (head.right > right) scroller.scrollLeft += head.right - right;
      else if (head.left < left) scroller.scrollLeft -= left - head.left;
    }

    function choose(index) {
      if (at >= 0) mark(parts.get(stories[at].dataset.id), "chosen", false);
      at = index;
      const copy = stories[index].cloneNode(true);
      const heading = one("h4", copy);
      copy.removeAttribute("id");
      copy.hidden = false;
      heading.id = "drawer-title";
      heading.setAttribute("aria-level", "2");
      body.replaceChildren(copy);
      const numbers = { n: index + 1, total: stories.length };
      place.textContent = filled(place.dataset.words, numbers);
      one("#drawer-previous").disabled = index === 0;
      one("#drawer-next").disabled = index === stories.length - 1;
      drawer.hidden = false;
      drawer.scrollTop = 0;
      mark(parts.get(stories[index].dataset.id), "chosen", true);
      address.write(stories[index].id);
      reveal(index);
    }

    function open(id, from) {
      const index = stories.findIndex((story) => story.id === id);
      if (index < 0) return false;
      if (narrow.matches) {
        show("map");
        address.write(id);
        stories[index].scrollIntoView();
        return true;
      }
      opener = from && from.matches("a") ? from : link(index);
      if (!from || !from.closest(".panel")) {
        show("map");
        scroller.scrollIntoView({ block: "start" });
      }
      choose(index);
      one("#drawer-close").focus({ preventScroll: true });
      return true;
    }

    function close() {
      if (drawer.hidden) return;
      drawer.hidden = true;
      scroller.classList.remove("aside");
      mark(parts.get(stories[at].dataset.id), "chosen", false);
      const panel = one(".panel.on");
      address.write(panel ? panel.id : "");
      at = -1;
      if (opener) opener.focus({ preventScroll: true });
    }

    function step(by, button) {
      if (!stories[at + by]) return;
      choose(at + by);
      if (opener && opener.closest(".touchpoints")) opener = link(at);
      if (button && button.disabled) one("#drawer-close").focus();
    }

    one("#drawer-close").addEventListener("click", close);
    one("#drawer-link").addEventListener("click", () => copy(`${location.href.split("#")[0]}#${stories[at].id}`));
    one("#drawer-previous").addEventListener("click", (event) => step(-1, event.currentTarget));
    one("#drawer-next").addEventListener("click", (event) => step(1, event.currentTarget));
    drawer.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") step(-1, event.target);
      if (event.key === "ArrowRight") step(1, event.target);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !one("dialog[open]")) close();
    });
    narrow.addEventListener("change", close);
    document.addEventListener("click", (event) => {
      const to = event.target.closest("a[href^='#t-']");
      const drawn = event.target.closest("svg [data-t]");
      if (to) {
        if (open(decodeURIComponent(to.getAttribute("href").slice(1)), to)) event.preventDefault();
      } else if (drawn) {
        open(`t-${drawn.dataset.t}`, drawn);
      }
    });
    return open;
  }

  /* Arrows walk along the touchpoints, the pointer washes their columns. */
  function walk(parts) {
    const links = all(".touchpoints a");
    const scroller = one(".map-scroll");
    let over = "";
    links.forEach((link, index) => {
      link.setAttribute("aria-haspopup", "dialog");
      link.addEventListener("keydown", (event) => {
        const goal = links[index + { ArrowRight: 1, ArrowLeft: -1 }[event.key]];
        if (!goal) return;
        event.preventDefault();
        goal.focus();
      });
    });
    const point = (id) => {
      if (id === over) return;
      mark(parts.get(over) || [], "over", false);
      mark(parts.get(id) || [], "over", true);
      over = id;
    };
    scroller.addEventListener("mouseover", (event) => {
      const part = event.target.closest("[data-t]");
      point(part ? part.dataset.t : "");
    });
    scroller.addEventListener("focusin", () => { // what gets the focus isn't hidden by the table's head
      scroller.style.scrollPaddingTop = `${one("thead", scroller).offsetHeight}px`;
    });
    document.addEventListener("focusin", ({ target }) => { // nor by the window's sides, as browsers leave it
      if (!target.matches(".scroll *:focus-visible") || target.closest(".name")) return;
      const region = target.closest(".scroll");
      const box = target.getBoundingClientRect();
      const { left, right } = region.getBoundingClientRect();
      const start = left + (parseFloat(getComputedStyle(region).scrollPaddingLeft) || 0);
      region.scrollLeft += Math.min(Math.max(0, box.right + 6 - right), Math.max(0, box.left - 6 - start));
      region.scrollLeft -= Math.max(0, start - box.left + 6);
    });
    scroller.addEventListener("mouseleave", () => point(""));
    scroller.addEventListener("scroll", () => scroller.classList.toggle("scrolled", scroller.scrollLeft > 2), { passive: true });
  }

  addEventListener("DOMContentLoaded", () => {
    tools();
    all("table.sortable").forEach(sorting);
    const show = tabs();
    const parts = columns();
    const open = details(show, parts);
    walk(parts);
    const narrowTo = filters(parts);
    folds();
    pictures();
    shortcuts(show);
    const follow = () => {
      const id = address.read();
      narrowTo(address.narrowed);
      const target = id && document.getElementById(id);
      if (target && target.matches(".panel")) show(id);
      else if (target && !open(id) && target.closest(".panel")) {
        show(target.closest(".panel").id);
        target.scrollIntoView({ block: "center" });
      }
    };
    addEventListener("hashchange", follow);
    follow();
  });
})();
