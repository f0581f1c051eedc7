// Opened inside Telegram, a page takes on its colours. They come in the address; who the visitor is, is not read.
;(() => {
  const root = document.documentElement
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1)).get('tgWebAppThemeParams')
    try {
      // The address has them on the first page only.
      if (given !== null) sessionStorage.setItem('theme', given)
      return JSON.parse(given ?? sessionStorage.getItem('theme') ?? 'null')
    } catch {
      return null
    }
  }
  const names = {
    bg_color: '--paper',
    text_color: '--ink',
    hint_color: '--faded',
    link_color: '--accent',
    button_color: '--button',
    button_text_color: '--button-ink',
    secondary_bg_color: '--shade',
    section_separator_color: '--rule',
  }
  const paint = (theme) => {
    if (theme === null || typeof theme !== 'object') return
    root.classList.add('in-telegram')
    for (const [name, property] of Object.entries(names)) {
      if (/^#[0-9a-f]{6}$/i.test(theme[name])) root.style.setProperty(property, theme[name])
    }
    const [red, green, blue] = [1, 3, 5].map((at) =>
      Number.parseInt(String(theme.bg_color).slice(at, at + 2), 16),
    )
    const isDark = red * 0.3 + green * 0.6 + blue * 0.1 < 128
    root.style.colorScheme = isDark ? 'dark' : 'light'
    root.classList.toggle('dark', isDark)
  }
  paint(read())
  // The colours change while the page is open: Telegram says so in a message to the frame.
  addEventListener('message', (event) => {
    if (event.source !== parent || parent === window || typeof event.data !== 'string') return
    try {
      const { eventType, eventData } = JSON.parse(event.data)
      if (eventType === 'theme_changed') paint(eventData.theme_params)
    } catch {
      // Not one of Telegram's.
    }
  })
})()
