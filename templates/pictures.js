/* What is drawn on the page as one picture: its sheets below one another, in the colours on the screen. */
function pictures() {
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const SIZE = 16384, AREA = 1.2e8; // what browsers draw at most, in px
  const menu = one("#picture");

  function drawn() {
    const panel = one(".panel.on");
    const own = panel ? all(":is(svg.flow, svg.drawing)", panel) : [];
    const view = own.length ? `.${panel.id.split("-").pop()}` : "";
    return { name: menu.dataset.name + view, margin: own.length ? 40 : 0, drawings: own.length ? own : all(".sheets > svg") };
  }

  function element(name, attributes) {
    const made = document.createElementNS(NAMESPACE, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  /* A copy that needs no style sheet, no page to lead to and no script. */
  function free(drawing, place) {
    const copied = drawing.cloneNode(true);
    const style = getComputedStyle(root);
    all('use[href="#logo"]', copied).forEach((use) => {
      const image = one("#logo image").cloneNode();
      ["x", "y"].forEach((key) => image.setAttribute(key, use.getAttribute(key)));
      use.replaceWith(image);
    });
    all("a", copied).forEach((link) => link.replaceWith(...link.childNodes));
    [copied, ...all("*", copied)].forEach((part) => {
      part.classList.forEach((name) => {
        const colour = style.getPropertyValue(`--${name.slice(2)}`).trim();
        if (colour && name.startsWith("f-")) part.setAttribute("fill", colour);
        if (colour && name.startsWith("s-")) part.setAttribute("stroke", colour);
      });
      ["class", "data-t", "aria-hidden", "aria-label", "role"].forEach((key) => part.removeAttribute(key));
    });
    Object.entries(place).forEach(([key, value]) => copied.setAttribute(key, value));
    return copied;
  }

  function composed({ drawings, margin }) {
    const boxes = drawings.map(({ viewBox: { baseVal: box } }) => ({ width: Math.ceil(box.width), height: Math.ceil(box.height) }));
    const width = Math.max(...boxes.map((box) => box.width)) + 2 * margin;
    const height = boxes.reduce((sum, box) => sum + box.height, 0) + 2 * margin;
    const whole = element("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img" });
    const title = element("title", {});
    title.textContent = one("h1").textContent;
    const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
    whole.append(title, element("rect", { width, height, fill: paper }));
    let y = margin;
    drawings.forEach((drawing, index) => {
      const box = boxes[index];
      whole.append(free(drawing, { x: margin, y, width: box.width, height: box.height }));
      y += box.height;
    });
    return { width, height, text: new XMLSerializer().serializeToString(whole) };
  }

  /* Twice as large as it is drawn, or as large as browsers can. */
  async function painted({ width, height, text }) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const scale = Math.min(2, SIZE / width, SIZE / height, Math.sqrt(AREA / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    if (!blob) throw new Error("too big");
    return blob;
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function take(does, as) {
    const chosen = drawn();
    const made = composed(chosen);
    const told = one("#told").dataset;
    if (as === "svg" && does === "copy") {
      await copy(made.text);
    } else if (as === "svg") {
      save(new Blob([made.text], { type: "image/svg+xml" }), `${chosen.name}.svg`);
    } else if (does === "copy") {
      const png = painted(made); // some browsers only copy what was promised at the click itself
      try {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
        tell(told.copied);
      } catch (error) {
        await png;
        tell(told.not);
      }
    } else {
      save(await painted(made), `${chosen.name}.png`);
    }
  }

  function close() {
    if (!menu.open) return;
    menu.open = false;
    one("summary", menu).focus({ preventScroll: true });
  }

  if (!(navigator.clipboard && window.ClipboardItem)) all("[data-do=copy][data-as=png]", menu).forEach((button) => button.parentElement.remove());
  all("button", menu).forEach((button) => button.addEventListener("click", () => {
    close();
    take(button.dataset.do, button.dataset.as).catch(() => tell(menu.dataset.big));
  }));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  menu.hidden = false;
}
