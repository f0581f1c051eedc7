// Copying, sharing, and the same for words that are selected. Without this script the pages are complete.
;(() => {
  const texts = document.body.dataset
  const say = (button, words) => {
    const label = button.dataset.label ?? button.textContent
    button.dataset.label = label
    button.textContent = words
    const status = document.getElementById('status')
    if (status !== null) status.textContent = words
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  }
  const copy = async (button, words, done) => {
    try {
      await navigator.clipboard.writeText(words)
      say(button, done)
    } catch {
      say(button, copyByHand(words) ? done : texts.copyFailed)
    }
  }
  // Pages that are not served by https have no clipboard of the new kind.
  const copyByHand = (words) => {
    const area = document.createElement('textarea')
    area.value = words
    area.className = 'away'
    document.body.append(area)
    area.select()
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
  const whole = (address) => new URL(address, location.href).href
  const share = async (button, address, words) => {
    const url = whole(address)
    if (navigator.share === undefined) return copy(button, url, texts.shared)
    try {
      await navigator.share({ url, ...(words !== undefined && { text: words }) })
    } catch (error) {
      if (error.name !== 'AbortError') copy(button, url, texts.shared)
    }
  }

  for (const button of document.querySelectorAll('button[data-copy], button[data-share]'))
    button.hidden = false
  addEventListener('click', (event) => {
    const button = event.target.closest?.('button[data-copy], button[data-share]')
    if (!button) return
    if (button.dataset.copy !== undefined) copy(button, button.dataset.copy, texts.copied)
    else share(button, button.dataset.share)
  })

  // Words that are selected within one passage: exactly these are copied, with their source, or linked to.
  const bar = document.getElementById('selection')
  if (bar === null) return
  const [copyButton, shareButton] = bar.querySelectorAll('button')
  const cardLink = bar.querySelector('a')
  const sources = new Map()
  const sourceOf = (id) => {
    if (!sources.has(id)) {
      const request = fetch(`${texts.prefix}/api/passages/${id}`).then((response) =>
        response.ok ? response.json() : null,
      )
      sources.set(
        id,
        request.catch(() => null),
      )
    }
    return sources.get(id)
  }
  let selected = null
  const readSelection = () => {
    const selection = getSelection()
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
    const range = selection.getRangeAt(0)
    const holder = elementOf(range.commonAncestorContainer)?.closest('[data-passage]')
    if (!holder) return null
    const before = document.createRange()
    before.setStart(holder, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const start = Number(holder.dataset.start) + before.toString().length
    const words = range.toString()
    return {
      id: holder.dataset.passage,
      start: Math.max(0, start),
      words,
      box: range.getBoundingClientRect(),
    }
  }
  const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)
  document.addEventListener('selectionchange', () => {
    const now = readSelection()
    if (now === null) {
      if (!bar.contains(document.activeElement)) bar.hidden = true
      return
    }
    selected = now
    const end = now.start + now.words.length
    if (cardLink !== null) cardLink.href = `${texts.prefix}/cards/${now.id}.png?mark=${now.start}-${end}`
    bar.hidden = false
    const top = scrollY + now.box.bottom + 8
    const left = Math.min(
      Math.max(8, now.box.left + now.box.width / 2 - bar.offsetWidth / 2),
      innerWidth - bar.offsetWidth - 8,
    )
    bar.style.top = `${top}px`
    bar.style.left = `${left + scrollX}px`
    // Asked for now, because a browser lets a page copy only right after the click.
    sourceOf(now.id)
  })
  copyButton.addEventListener('click', async () => {
    const { id, words } = selected
    const source = await sourceOf(id)
    copy(copyButton, source === null ? words : `“${words}”\n${source.citation}`, texts.copied)
  })
  shareButton.addEventListener('click', () => {
    const { id, start, words } = selected
    share(shareButton, `${texts.prefix}/passages/${id}?mark=${start}-${start + words.length}#mark`, words)
  })
})()
