"""What runs into what in a drawing, as a browser with its own fonts draws it."""

from typing import Any

from playwright.sync_api import Browser

LINES = """() => [...document.querySelectorAll('text')].flatMap(text => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), lines = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        if (node.data.trim()) lines.push([box.left, box.top, box.right, box.bottom, node.data])
    }
    return lines
})"""

STRUCK = """() => {
    const found = [], lines = []
    for (const path of document.querySelectorAll('path')) {
        // The line of a curve bends, isn't filled, and is longer than a sign.
        if (!/C/.test(path.getAttribute('d')) || path.getAttribute('fill') !== 'none') continue
        if (path.getTotalLength() < 60) continue
        const place = path.getScreenCTM(), points = []
        for (let at = 0; at <= path.getTotalLength(); at += 2) {
            points.push(path.getPointAtLength(at).matrixTransform(place))
        }
        lines.push(points)
    }
    for (const text of document.querySelectorAll('text')) {
        const box = text.getBoundingClientRect()
        const inside = point => point.x > box.left + 1 && point.x < box.right - 1
            && point.y > box.top + 4 && point.y < box.bottom - 4
        if (lines.some(points => points.some(inside))) found.push(text.textContent)
    }
    return [found, lines.length]
}"""


def collisions(browser: Browser, svg: str) -> list[str]:
    """Texts that leave the sheet or run into each other by more than a pixel, as the browser draws them."""
    page = browser.new_page()
    try:
        page.set_content(f"<body style='margin:0'>{svg}</body>")
        size: dict[str, Any] = page.eval_on_selector("svg", "svg => svg.getBoundingClientRect().toJSON()")
        boxes: list[tuple[float, float, float, float, str]] = page.evaluate(LINES)
    finally:
        page.close()
    assert boxes
    wrong = [
        f"{text!r} leaves the sheet"
        for left, top, right, bottom, text in boxes
        if left < 0 or top < 0 or right > size["right"] or bottom > size["bottom"]
    ]
    boxes.sort(key=lambda box: box[1])
    for n, (left, top, right, bottom, text) in enumerate(boxes):
        for left2, top2, right2, bottom2, other in boxes[n + 1 :]:
            if top2 > bottom:
                break
            # A line of type is higher than its letters.
            if min(right, right2) - max(left, left2) > 1 and min(bottom, bottom2) - max(top, top2) > 4:
                wrong.append(f"{text!r} runs into {other!r}")
    return wrong


def struck(browser: Browser, svg: str) -> list[str]:
    """The texts that the line of a curve runs through."""
    page = browser.new_page()
    try:
        page.set_content(f"<body style='margin:0'>{svg}</body>")
        found: list[str]
        found, lines = page.evaluate(STRUCK)
    finally:
        page.close()
    assert lines
    return found
