/** Writes a reviewed draft as Markdown: its text, and below each line a quotation with the verdicts and sources. */
import type { DraftReview, ReviewedPiece } from './draft-review.ts'

export function draftToMarkdown({ title, summary, lines }: DraftReview): string {
  const blocks = lines.map(({ pieces, notes }) =>
    [
      pieces.map(pieceToMarkdown).join(''),
      ...notes.map(({ number, lines: said }) => `\n> [${number}] ${said.map(escapeMarks).join('  \n> ')}`),
    ].join('\n'),
  )
  return `# ${escapeMarks(title)}\n\n**${escapeMarks(summary)}**\n\n${blocks.join('\n\n')}\n`
}

function pieceToMarkdown({ text, note }: ReviewedPiece): string {
  return note === null ? escapeMarks(text) : `${escapeMarks(text)}[${note}]`
}

/** What a stranger wrote must not become markup. */
function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
