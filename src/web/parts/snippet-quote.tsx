/** The words of a snippet, which tell the script of the page where in their passage they stand. */
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { Marked } from './marked.tsx'

export const SnippetQuote = ({ passage, snippet }: Pick<AnsweredHit, 'passage' | 'snippet'>) => {
  const { text, range, highlights } = snippet
  const lead = text.startsWith('…') && range[0] > 0 ? 1 : 0
  return (
    <blockquote lang="zh" data-passage={passage.id} data-start={range[0] - lead}>
      <Marked text={text} hits={highlights} />
    </blockquote>
  )
}
