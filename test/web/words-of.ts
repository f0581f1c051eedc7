/** What a page shows in words, so that tests can say it line by line. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The lines of the page’s main part, or of a piece of one: a link is `[words](address)`; what is chosen has a `*` before it. */
export function wordsOf(html: string): string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/u.exec(html)?.[1] ?? html
  return main
    .replace(/<option [^>]*selected[^>]*>([^<]*)/gu, '\n*$1')
    .replace(/<a [^>]*href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/gu, (_, href, rest, words) => {
      const link = `[${String(words)}](${String(href)})`
      return String(rest).includes('aria-current') ? `*${link}` : link
    })
    .replace(
      /<\/?(?:p|div|h\d|li|dt|dd|t[hdr]|blockquote|summary|option|button|label|section|span class="label")\b[^>]*>/gu,
      '\n',
    )
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
