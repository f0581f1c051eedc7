/** A quote check in, the message that tells it out: in these words, in other words, or not at all. */
import type { QuoteCheck } from '../../quote/check.ts'
import type { Hit } from '../../search/searcher.ts'
import { button, fitReply, type Keyboard, lines, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import { verdictLines } from './quote-verdict.ts'
import type { Setting } from './source-line.ts'
import { copyButtons, shareButton } from './take-away.ts'

export interface CheckedQuote {
  readonly check: QuoteCheck
  /** Length of what was checked, when the quote was too long to be checked whole; null when all of it was. */
  readonly checkedOnly: number | null
}

export function quoteReply({ check, checkedOnly }: CheckedQuote, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const hit = check.kind === 'not-found' ? check.nearest : check.hit
  return fitReply({
    text: lines(
      questionHeading(state, setting),
      checkedOnly === null ? null : `⚠ ${t('quote-cut', { count: checkedOnly })}`,
      check.kind === 'not-found' || check.part === undefined ? null : t('quote-part'),
      misattribution(check, setting),
      '',
      ...verdictLines(check, setting),
    ),
    keyboard: quoteKeyboard(hit, quotedWords(check), setting),
  })
}

/** The words around the quote name another place or speaker than the report that it is from. */
function misattribution(check: QuoteCheck, { t }: Setting): string | null {
  if (check.kind === 'not-found' || check.misattributed === undefined) return null
  const { place, year } = check.hit.report
  return `⚠ ${t('quote-misattributed', { place, year: String(year), named: check.misattributed })}`
}

/** The report's own words for the quote, when they stand in one paragraph or heading; otherwise the whole paragraph is copied. */
function quotedWords(check: QuoteCheck): { readonly quote?: string } {
  if (check.kind === 'not-found' || check.kind === 'pieced' || check.places.length > 1) return {}
  return { quote: check.places[0]?.heading ?? check.hit.passage.text.slice(...check.range) }
}

function quoteKeyboard(hit: Hit | null, words: { readonly quote?: string }, setting: Setting): Keyboard {
  const { t } = setting
  if (hit === null) return [button(t('button-results'), { kind: 'list', offset: 0 })]
  return [
    [
      ...copyButtons(hit.passage, hit.report, { quote: words.quote ?? hit.passage.text, t }),
      ...shareButton(hit.passage, setting),
    ],
    [
      ...button(t('button-open'), { kind: 'open', passage: hit.passage.id, page: 0 }),
      ...button(t('button-results'), { kind: 'list', offset: 0 }),
    ],
  ]
}
