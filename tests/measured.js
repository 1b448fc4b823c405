// Which texts of a document leave their place or touch each other, as the browser set them.
// Gives sentences. Lengths are CSS px; half a pixel of ink is nothing that anybody sees.
narrow => {
  const SLACK = 0.5, wrong = []
  const pen = document.createElement('canvas').getContext('2d')
  const short = text => text.length > 40 ? text.slice(0, 40) + '…' : text

  // How far the letters themselves reach from their baseline; a line's box is as high as its font.
  function ink(item) {
    if (item.top !== undefined) return item
    const style = getComputedStyle(item.holder)
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const letters = pen.measureText(item.text)
    item.top = item.base - letters.actualBoundingBoxAscent * item.scale
    item.bottom = item.base + letters.actualBoundingBoxDescent * item.scale
    return item
  }
  function boxed(each, more = 0) {
    const box = each.getBoundingClientRect()
    return {each, left: box.left - more, right: box.right + more, top: box.top - more, bottom: box.bottom + more,
      high: box.top - more, low: box.bottom + more}
  }
  function meet(a, b) {
    // Between lines of one text an accent may reach up beside a descender, as in all display type.
    const slack = a.around && a.around === b.around ? a.size * 0.08 : SLACK
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  }
  function pairs(items, others, tell) {
    const all = [...items.map(item => ({item, mine: true})), ...(others ?? []).map(item => ({item, mine: false}))]
      .sort((a, b) => a.item.high - b.item.high)
    let open = []
    for (const one of all) {
      open = open.filter(other => other.item.low > one.item.high)
      for (const other of open) {
        if (others && one.mine === other.mine) continue
        if (Math.min(one.item.right, other.item.right) - Math.max(one.item.left, other.item.left) <= SLACK) continue
        const [a, b] = one.mine ? [one.item, other.item] : [other.item, one.item]
        tell(a, b)
      }
      open.push(one)
    }
  }

  // A drawing's lines of text: where the browser set them, their baseline, and where they hang.
  function lines(svg) {
    const found = []
    for (const text of svg.querySelectorAll('text')) {
      const there = text.getScreenCTM()
      let base = text.y.baseVal[0].value
      for (const node of text.childNodes) {
        const holder = node.nodeType === 3 ? text : node
        if (holder !== text && node.dy?.baseVal.length) base += node.dy.baseVal[0].value
        if (!node.textContent.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        const x = (holder.x.baseVal.length ? holder : text).x.baseVal[0].value
        const anchor = {end: -1, middle: 0}[getComputedStyle(text).textAnchor] ?? 1
        const at = new DOMPoint(x + anchor, base).matrixTransform(there)
        found.push({
          text: node.textContent.trim(), holder, around: text, size: parseFloat(getComputedStyle(text).fontSize) * there.d, scale: there.d, base: at.y, x: at.x,
          left: box.left, right: box.right, high: box.top, low: box.bottom,
        })
      }
    }
    return found
  }

  function drawing(svg, where) {
    const sheet = svg.getBoundingClientRect(), texts = lines(svg)
    const say = (item, words) => wrong.push(`${where}: ‘${short(item.text)}’ ${words}`)
    pairs(texts, null, (a, b) => { if (meet(ink(a), ink(b))) say(b, `runs into ‘${short(a.text)}’`) })
    // A cell is the smallest ground that was drawn before a text round the place where it hangs.
    const cells = [...svg.querySelectorAll('rect:not(.hit), circle:not(.hit)')].filter(each => !each.closest('clipPath'))
      .map(each => ({each, filled: each.getAttribute('fill') !== 'none', ...boxed(each)}))
      .sort((a, b) => (a.right - a.left) * (a.bottom - a.top) - (b.right - b.left) * (b.bottom - b.top))
    for (const item of texts) {
      const y = item.base - 3
      const cell = item.cell = cells.find(box => box.left <= item.x && item.x <= box.right && box.top <= y && y <= box.bottom)
      const out = [cell, sheet].find(box => box && (
        item.left < box.left - SLACK || item.right > box.right + SLACK ||
        (item.high < box.top && ink(item).top < box.top - SLACK) ||
        (item.low > box.bottom && ink(item).bottom > box.bottom + SLACK)))
      if (out) say(item, out === sheet ? 'leaves the sheet' : 'leaves its cell')
    }
    // Straight lines that part lanes, cells and phases; a curve's own lines lie behind its words.
    const rules = [...svg.querySelectorAll('path')]
      .filter(path => /^M-?[\d.]+[ -][\d.]+[HV]-?[\d.]+$/.test(path.getAttribute('d')))
      .filter(path => !path.closest('.curve') && path.matches('.s-line, .s-line2, .s-ink:not([stroke-width="1"])'))
      .map(path => boxed(path, 0.7))
    pairs(texts, rules, (item, rule) => {
      const hidden = item.cell?.filled && rule.each.compareDocumentPosition(item.cell.each) & Node.DOCUMENT_POSITION_FOLLOWING
      if (!hidden && meet(ink(item), rule)) say(item, 'is struck through by a line')
    })
    const markers = [...svg.querySelectorAll('.pt')].map(mark => {
      const shapes = [...mark.querySelectorAll('circle:not(.hit), path')].map(shape => shape.getBoundingClientRect())
      const box = {left: Math.min(...shapes.map(x => x.left)), right: Math.max(...shapes.map(x => x.right)),
        top: Math.min(...shapes.map(x => x.top)), bottom: Math.max(...shapes.map(x => x.bottom))}
      return {...box, high: box.top, low: box.bottom, name: mark.dataset.t}
    })
    const captions = texts.filter(item => item.holder.closest('.curve') && !item.holder.closest('.pt'))
    pairs(captions, markers, (item, mark) => { if (meet(ink(item), mark)) say(item, `lies on the marker of ${mark.name}`) })
    return texts.length
  }

  // The page's own texts, with everything that scrolls laid open.
  function page() {
    const html = [...document.querySelectorAll('body :not(svg, svg *)')]
    const styles = html.map(each => getComputedStyle(each))
    const open = html.filter((_, n) => /auto|scroll/.test(styles[n].overflowX + styles[n].overflowY))
    const still = html.filter((_, n) => /sticky|fixed/.test(styles[n].position))
    for (const each of open) Object.assign(each.style, {overflow: 'visible', maxHeight: 'none'})
    for (const each of still) each.style.position = 'static'
    // What is only read out is cut away.
    const unseen = html.filter((_, n) => styles[n].clipPath !== 'none')
    for (const each of unseen) each.style.display = 'none'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement
      if (!node.data.trim() || holder.closest('svg, script, style, noscript, .skip, .sheets, .sight') || !holder.checkVisibility()) continue
      const style = getComputedStyle(holder), size = parseFloat(style.fontSize)
      let block = holder
      while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (!box.width) continue
        const base = (box.top + box.bottom) / 2 + size * 0.347  // Arial: 0.905 up, 0.212 down
        texts.push({text: node.data.trim(), block, left: box.left, right: box.right, high: base - size * 0.74,
          low: base + size * 0.21, top: base - size * 0.74, bottom: base + size * 0.21})
      }
    }
    const say = (item, words) => wrong.push(`page: ‘${short(item.text)}’ ${words}`)
    pairs(texts, null, (a, b) => { if (meet(a, b)) say(b, `runs into ‘${short(a.text)}’`) })
    for (const item of texts) {
      const cell = item.block.closest('td, th, article, li') ?? document.body
      for (const around of [item.block, cell]) {
        const box = around.getBoundingClientRect()
        const out = item.left < box.left - 1 || item.right > box.right + 1 ||
          (around === cell && cell !== document.body && (item.top < box.top - 1 || item.bottom > box.bottom + 1))
        if (out) { say(item, `leaves its ${around.tagName.toLowerCase()}`); break }
      }
    }
    return texts.length
  }

  let count = 0
  if (!narrow) for (const sheets of document.querySelectorAll('.sheets')) Object.assign(sheets.style, {display: 'block', position: 'static'})
  const drawings = [...document.querySelectorAll('svg')].filter(svg => (narrow ? svg.matches('.strip') : !svg.matches('.flow, .drawing')) && svg.querySelector('text') && svg.getBoundingClientRect().width)
  for (const svg of drawings) count += drawing(svg, svg.closest('[data-view]')?.dataset.view ?? svg.getAttribute('class') ?? 'drawing')
  if (document.querySelector('main')) count += page()
  return [count, [...new Set(wrong)]]
}
