"""What runs into what in drawings, as a browser with its own fonts draws them."""

from collections.abc import Mapping

from playwright.sync_api import Browser

# Of every drawing: its size, its lines of text with their boxes, and the texts that a curve runs through.
MEASURED = """looked => [...document.body.children].map(place => {
    const svg = place.firstElementChild, sheet = svg.getBoundingClientRect(), lines = [], curves = []
    for (const text of svg.querySelectorAll('text')) {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const range = document.createRange()
            range.selectNodeContents(node)
            const box = range.getBoundingClientRect()
            if (node.data.trim()) {
                const [x, y] = [sheet.left, sheet.top]
                lines.push([box.left - x, box.top - y, box.right - x, box.bottom - y, node.data])
            }
        }
    }
    for (const path of looked ? svg.querySelectorAll('path') : []) {
        // The line of a curve bends, isn't filled, and is longer than a sign.
        if (!/C/.test(path.getAttribute('d')) || path.getAttribute('fill') !== 'none') continue
        const whole = path.getTotalLength()
        if (whole < 60) continue
        const matrix = path.getScreenCTM(), points = []
        // Letters are higher than six pixels.
        for (let at = 0; at <= whole; at += 6) points.push(path.getPointAtLength(at).matrixTransform(matrix))
        curves.push(points)
    }
    const struck = [...svg.querySelectorAll('text')].filter(text => {
        const box = text.getBoundingClientRect()
        const inside = point => point.x > box.left + 1 && point.x < box.right - 1
            && point.y > box.top + 4 && point.y < box.bottom - 4
        return curves.some(points => points.some(inside))
    })
    return [sheet.width, sheet.height, lines, curves.length, struck.map(text => text.textContent)]
})"""


def collisions(browser: Browser, svgs: Mapping[str, str], *, curves: bool = False) -> list[str]:
    """Texts that leave their sheet or run into each other by more than a pixel, by the drawings' names.

    Those that the line of a curve runs through as well, where the drawings have `curves`.
    """
    page = browser.new_page()
    try:
        page.set_content("".join(f"<div>{svg}</div>" for svg in svgs.values()))
        found = page.evaluate(MEASURED, curves)
    finally:
        page.close()
    wrong = []
    for name, (width, height, boxes, lines, struck) in zip(svgs, found, strict=True):
        assert boxes
        assert lines or not curves, name
        wrong += [f"{name}: {told}" for told in _touching(width, height, boxes)]
        wrong += [f"{name}: a curve runs through {text!r}" for text in struck if curves]
    return wrong


def _touching(width: float, height: float, boxes: list[tuple[float, float, float, float, str]]) -> list[str]:
    wrong = [
        f"{text!r} leaves the sheet"
        for left, top, right, bottom, text in boxes
        if left < 0 or top < 0 or right > width or bottom > height
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
