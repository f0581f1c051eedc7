/** Writes changes between two reports as one HTML page that needs nothing else. */
import type { ChangesSheet, SheetPiece } from './changes-sheet.ts'

export function changesToHtml(sheet: ChangesSheet): string {
  const { language, title, summary, citations, legend, terms, parts } = sheet
  const section = (heading: string, inner: string): string => `<h2>${escapeHtml(heading)}</h2>\n${inner}\n`
  const rows = (part: ChangesSheet['parts'][number]): string =>
    part.rows
      .map(
        ({ source, pieces }) =>
          `<tr><td class="source">${escapeHtml(source)}</td><td>${pieces.map(pieceToHtml).join('')}</td></tr>`,
      )
      .join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary)}</p>
<ol>${citations.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ol>
<p class="source">${escapeHtml(legend)}</p>
${terms === null ? '' : section(terms.heading, `<p>${terms.words.map(escapeHtml).join(' · ')}</p>`)}${parts
  .map((part) => section(part.heading, `<table>\n${rows(part)}\n</table>`))
  .join('')}</body>
</html>
`
}

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.8 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1d1b18; }
h1, h2 { line-height: 1.4; }
table { border-collapse: collapse; width: 100%; }
td { padding: 0.5rem; border-top: 1px solid #ddd7cb; vertical-align: top; }
.source { color: #6a645b; font-size: 0.85rem; }
td.source { width: 9rem; }
del { color: #a3241d; }
ins { color: #1f6b3a; text-decoration-thickness: 2px; }
`

function pieceToHtml({ text, kind }: SheetPiece): string {
  if (kind === 'same') return escapeHtml(text)
  const tag = kind === 'added' ? 'ins' : 'del'
  return `<${tag}>${escapeHtml(text)}</${tag}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
