"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const narrow = matchMedia("(max-width: 760px)");
  const memory = { // a page that is opened from a disk may have none
    read() { try { return localStorage.getItem("cjm-theme"); } catch (error) { return null; } },
    write(theme) { try { localStorage.setItem("cjm-theme", theme); } catch (error) { /* it lasts as long as the page */ } },
  };

  root.classList.add("js");
  if (["light", "dark"].includes(memory.read())) root.dataset.theme = memory.read();

  function tools() {
    const button = one("#theme");
    if (button) {
      const system = matchMedia("(prefers-color-scheme: dark)");
      const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
      const name = () => { one("span", button).textContent = isDark() ? button.dataset.light : button.dataset.dark; };
      button.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark";
        memory.write(root.dataset.theme);
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
        history.replaceState(null, "", link.hash);
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

  const articles = () => all("article[data-id]");
  const mark = (parts, name, on) => parts.forEach((part) => part.classList.toggle(name, on));

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
      place.textContent = place.dataset.words.replace(/\{(\w+)\}/g, (_, key) => numbers[key]);
      one("#drawer-previous").disabled = index === 0;
      one("#drawer-next").disabled = index === stories.length - 1;
      drawer.hidden = false;
      drawer.scrollTop = 0;
      mark(parts.get(stories[index].dataset.id), "chosen", true);
      history.replaceState(null, "", `#${stories[index].id}`);
      reveal(index);
    }

    function open(id, from) {
      const index = stories.findIndex((story) => story.id === id);
      if (index < 0) return false;
      if (narrow.matches) {
        show("map");
        history.replaceState(null, "", `#${id}`);
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
      history.replaceState(null, "", panel ? `#${panel.id}` : " ");
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
    one("#drawer-previous").addEventListener("click", (event) => step(-1, event.currentTarget));
    one("#drawer-next").addEventListener("click", (event) => step(1, event.currentTarget));
    drawer.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") step(-1, event.target);
      if (event.key === "ArrowRight") step(1, event.target);
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
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
    scroller.addEventListener("mouseleave", () => point(""));
    scroller.addEventListener("scroll", () => scroller.classList.toggle("scrolled", scroller.scrollLeft > 2), { passive: true });
  }

  /* Search and switches dim the rest of the map; in the story the rest is left out. */
  function filters(show, parts) {
    const form = one(".filters");
    if (!form) return;
    const query = one("#query");
    const switches = all("[data-only]", form);
    const stories = articles().map((article) => ({ article, text: article.textContent.toLowerCase() }));
    const isOn = (button) => button.getAttribute("aria-pressed") === "true";

    function apply() {
      const wanted = query.value.trim().toLowerCase();
      const only = switches.filter(isOn).map((button) => button.dataset.only);
      const active = Boolean(wanted || only.length);
      let shown = 0;
      stories.forEach(({ article, text }) => {
        const fits = text.includes(wanted) && only.every((name) => name in article.dataset);
        shown += fits;
        article.hidden = !fits;
        mark(parts.get(article.dataset.id), "dim", !fits);
      });
      const output = one("#shown");
      const numbers = { n: shown, total: stories.length };
      output.textContent = active ? output.dataset.words.replace(/\{(\w+)\}/g, (_, key) => numbers[key]) : "";
      one("#clear").hidden = !active;
    }

    switches.forEach((button) => button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", !isOn(button));
      apply();
    }));
    query.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    one("#clear").addEventListener("click", () => {
      query.value = "";
      switches.forEach((button) => button.setAttribute("aria-pressed", "false"));
      apply();
      query.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
      event.preventDefault();
      show("map");
      query.focus();
    });
    form.hidden = false;
  }

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

  addEventListener("DOMContentLoaded", () => {
    tools();
    all("table.sortable").forEach(sorting);
    const show = tabs();
    const parts = columns();
    const open = details(show, parts);
    walk(parts);
    filters(show, parts);
    const follow = () => {
      const id = decodeURIComponent(location.hash.slice(1));
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
