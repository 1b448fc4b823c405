/* What meets what on a page: [kind, its colour, the ground's, an example], each pair of colours once.
   The ground of a text or an outline is the last shape drawn below it, or else the nearest background. */
() => {
  const clear = "rgba(0, 0, 0, 0)";
  const found = new Map();
  const seen = new Map();
  const drawn = new Map();
  const shown = (part) => part.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const within = (x, y, { left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
  const local = (x, y, part) => new DOMPoint(x, y).matrixTransform(part.getScreenCTM().inverse());

  /* Of parts that are made alike a few will do. */
  const alike = (part, most) => {
    const like = [];
    for (let each = part; each && like.length < 10; each = each.parentElement) like.push(each.tagName, each.getAttribute("class"));
    const key = like.join();
    seen.set(key, (seen.get(key) || 0) + 1);
    return seen.get(key) > most;
  };

  /* A drawing's parts in the order in which they are painted. */
  const parts = (drawing) => {
    if (!drawn.has(drawing)) {
      const list = Array.from(drawing.querySelectorAll("path, circle, rect, text"), (part) => ({
        part, box: part.getBoundingClientRect(), fill: part.localName === "text" ? "none" : getComputedStyle(part).fill,
      }));
      drawn.set(drawing, list);
    }
    return drawn.get(drawing);
  };
  const cut = (x, y, part) => {
    const group = part.closest("[clip-path]");
    if (!group) return false;
    const window = document.getElementById(group.getAttribute("clip-path").slice(5, -1)).firstElementChild;
    const at = local(x, y, group);
    const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(window.getAttribute(name)));
    return !within(at.x, at.y, { left, right: left + width, top, bottom: top + height });
  };
  const under = (x, y, part) => {
    const drawing = part.closest("svg");
    if (drawing) {
      const list = parts(drawing);
      const at = list.findIndex((each) => each.part === part.closest("text") || each.part === part);
      const below = list.slice(0, at).reverse().find(({ part: each, box, fill }) => fill !== "none" && !each.closest("clipPath")
        && within(x, y, box) && each.isPointInFill(local(x, y, each)) && !cut(x, y, each));
      if (below) return below.fill;
    }
    for (let each = drawing ? drawing.parentElement : part; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (backgroundColor !== clear) return backgroundColor;
    }
    return "";
  };
  const add = (what, colour, back, where) => {
    const key = [what, colour, back].join();
    if (!found.has(key)) found.set(key, [what, colour, back, where]);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const part = node.parentElement;
    if (!node.data.trim() || part.closest(".vh, title, desc, script, style") || alike(part, 3) || !shown(part)) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(part);
    const back = under(box.left + box.width / 2, box.top + box.height / 2, part);
    add("text", part instanceof SVGElement ? style.fill : style.color, back, node.data);
  }
  document.querySelectorAll("svg :is(path, circle, rect)").forEach((part) => {
    if (part.closest("symbol, clipPath, .mark") || alike(part, 8) || !shown(part)) return;
    const { stroke, fill } = getComputedStyle(part);
    if (stroke === "none" && fill === "none") return;
    const { x, y } = part.getPointAtLength(part.getTotalLength() * 0.3).matrixTransform(part.getScreenCTM());
    add("shape", stroke === "none" ? fill : stroke, under(x, y, part), part.outerHTML.slice(0, 90));
  });
  return [...found.values()];
}
