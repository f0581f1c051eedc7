/** What of a question could not be taken as it was meant, and what of it the corpus lacks. */

import type { Answer } from '../../answer/answer.ts'
import { missingLine } from '../../answer/missing-line.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'

export const Notices = ({ answer, t }: { readonly answer: Answer; readonly t: Translate }) => {
  const lines = [
    ...answer.query.faults.map(({ kind, text }) => t(`fault-${kind}`, { text: clip(text) })),
    ...(answer.missing ?? []).map((lack) => missingLine(lack, t)),
  ]
  if (lines.length === 0) return null
  return (
    <ul class="notices">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
