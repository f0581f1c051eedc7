/** The words of a snippet, which tell the script of the page where in their passage they stand. */
import type { Snippet } from '../../answer/snippet.ts'
import type { Passage } from '../../corpus/report.ts'
import { Marked } from './marked.tsx'

interface SnippetQuoteProps {
  readonly passage: Passage
  readonly snippet: Snippet
}

export const SnippetQuote = ({ passage, snippet: { text, range, highlights } }: SnippetQuoteProps) => {
  const lead = text.startsWith('…') && range[0] > 0 ? 1 : 0
  return (
    <blockquote lang="zh" data-passage={passage.id} data-start={range[0] - lead}>
      <Marked text={text} hits={highlights} />
    </blockquote>
  )
}
