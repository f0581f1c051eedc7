/** What a message may ask of the answer before it: more of it, the second one, its source, only targets, a table. */
import type { Claim } from './claimed.ts'

export type FollowUp =
  /** `isOfShown`: 还有呢 and 继续 may ask for the rest of a list that was shown. */
  | { readonly kind: 'more'; readonly isOfShown: boolean }
  /** The hit of this number, from 1; from the last one back below 0. `isWhole`: its paragraph. `mayBeItem`: 第二条 may be what the words shown number. */
  | {
      readonly kind: 'nth'
      readonly number: number
      readonly isWhole: boolean
      readonly mayBeItem?: boolean
    }
  /** The hit after the one shown, or the one before it. */
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** `isOfYears`: of all years that are told. */
  | { readonly kind: 'table'; readonly isOfYears: boolean }
  | { readonly kind: 'chart' }
  /** The paragraph around the words, its citation, another paragraph of its report, or its neighbour. */
  | { readonly kind: 'open' }
  | { readonly kind: 'cite' }
  /** Why what the answer says is so. */
  | { readonly kind: 'why' }
  | { readonly kind: 'paragraph'; readonly number: number }
  | { readonly kind: 'neighbour'; readonly of: 'paragraph' | 'sentence'; readonly by: 1 | -1 }
  /** Only targets, or only results. */
  | { readonly kind: 'only'; readonly words: string }
  /** All other places, of a level where one is named. */
  | { readonly kind: 'elsewhere'; readonly level: string }
  /** The place above that of the question: its province (省), its prefecture (市), or the nation (国). */
  | { readonly kind: 'above'; readonly level: '省' | '市' | '国' }
  /** Who says the words of the question, since when or how often. */
  | { readonly kind: 'mentions'; readonly words: string }
  /** Which of the places, or of the years and kinds of figure, has more. */
  | { readonly kind: 'weigh'; readonly isOfPlaces: boolean; readonly words: string }
  | Claim
  /** What the figure really is; `isSame`: the answer once more, which says whether it is done or planned. */
  | { readonly kind: 'again'; readonly isSame: boolean }
  /** Whether figures are reckoned alike: each as it is told. */
  | { readonly kind: 'basis'; readonly words: string }
  /** The same of the newest report. */
  | { readonly kind: 'newest' }
  /** What a term in the words shown means. */
  | { readonly kind: 'meaning' }
  /** A part of the report that was shown: 第三部分. */
  | { readonly kind: 'part'; readonly words: string }
  /** What is numbered so in the words shown: the third of ten things. */
  | { readonly kind: 'item'; readonly number: number }
  /** Places beside those of the question. */
  | { readonly kind: 'beside'; readonly words: string }

/** What is asked of the passage shown, whatever the question was. */
export type PassageFollowUp = Extract<FollowUp, { kind: 'open' | 'cite' | 'paragraph' | 'neighbour' }>

export function isAboutPassage(followUp: FollowUp): followUp is PassageFollowUp {
  return ['open', 'cite', 'paragraph', 'neighbour'].includes(followUp.kind)
}
