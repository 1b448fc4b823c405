"use strict";

const articles = () => all("article[data-id]");

(() => {
  const narrow = matchMedia("(max-width: 760px)");

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
    const sort = all("table.sortable").map(sorting);
    const show = tabs();
    const parts = columns();
    const open = details(show, parts);
    walk(parts);
    const narrowTo = filters(one(".filters"), articles(), (article, fits) => {
      article.hidden = !fits;
      mark(parts.get(article.dataset.id), "dim", !fits);
    });
    folds();
    pictures();
    shortcuts(show);
    const follow = () => {
      const id = address.read();
      [...sort, narrowTo].forEach((take) => take(address.narrowed));
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
