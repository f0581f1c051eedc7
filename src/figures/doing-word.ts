/** 新增A9家、B529家: the doing-word at the head of a list reaches all its items, as long as none has its own. */
import type { Token } from './lexer.ts'
import type { Head } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import type { Statement } from './sentence-state.ts'

/** Words that make of what there is what was added to it or made anew. */
const DOING = /^(?:新.+|净增加?)$/
/** What adds to a figure that an indicator has. */
const ADDING = /^(?:新增|净增加?)$/
/** An item that begins so tells of something else: what was done to it, or how much there is of it. */
const OWN =
  /^(?:新|总|累计|达|共|居|加固|整修|更新|维修|翻新|翻建|升级|提升|提质|硬化|绿化|美化|亮化|打通|疏浚|清淤|铺设|架设|敷设|安装|改建|扩建|提标|修复|修缮|关闭|淘汰|取消|撤并|承担|入选|上榜|获|拆|完工|复垦|退|减)/
/** Told of years or of those who found work, not of what there is: more of it is no change. */
const FLOW = /就业|减税/
/** How it was done, and how well. */
const HOW =
  /^(?:重点|稳定|全力|充分|大力|深入|扎实|积极|有效|着力|精心|严格|统筹|尽快|早日|率先|至少|不少|强力|必须|需要)/
/** Before the item stands the one before it, its number last. */
const JOINT = /[、和与及]$/

/**
 * The doing-word of the item that a number closes: its own, or that of the items before it in the list; null where there is none.
 *
 * @param stretch what stands before the number.
 * @param carried that of the item before.
 * @param last what the item before states.
 */
export function readDoing(
  stretch: readonly Token[],
  { text, number, noun, carried, last }: Item,
): string | null {
  const doing = stretch
    .filter((token) => token.start <= noun && token.is === 'word' && /^(?:verb|change)$/.test(token.word.is))
    .map(({ start, end }) => ({ start, printed: text.slice(start, end) }))
    .findLast(({ start, printed }) => (start < noun || DOING.test(printed)) && !HOW.test(printed))
  if (doing !== undefined) {
    // 改造和新建2.3万所卫生院: not all of them anew.
    const isOneOfTwo =
      doing.start > (stretch[0]?.start ?? noun) && /[、和与及或]$/.test(text.slice(0, doing.start))
    return DOING.test(doing.printed) && !isOneOfTwo ? doing.printed : null
  }
  const start = stretch[0]?.start ?? number.start
  if (stretch.some(tellsMore) || OWN.test(text.slice(start, number.start))) return null
  if (JOINT.test(text.slice(0, start))) return carried
  // 新增A9家、B3家，C81家: nothing but a noun of the same unit goes on with the list.
  const isBare = stretch.some(({ is }) => is === 'text') && !stretch.some(({ is }) => is === 'name')
  return isBare && last?.unit === number.unit && last.value !== null ? carried : null
}

interface Item {
  readonly text: string
  readonly number: Pick<PrintedNumber, 'start' | 'unit'>
  /** Where the first noun begins. */
  readonly noun: number
  readonly carried: string | null
  readonly last: Pick<Statement, 'unit' | 'value'> | null
}

/** 达到, 占, 其中. */
function tellsMore(token: Token): boolean {
  return token.is === 'word' && ['level', 'change', 'share', 'compare', 'from', 'of'].includes(token.word.is)
}

/** The nouns with the doing-word in their names; of an indicator the number is what was added. */
export function withDoing(heads: readonly Head[], doing: string | null): readonly Head[] {
  if (doing === null) return heads
  return heads.map((head) => {
    if (head.entry === null) {
      const isNamed = /^新|净增|新[增建]/.test(head.name) || OWN.test(head.name)
      return isNamed ? head : { ...head, name: doing + head.name }
    }
    return ADDING.test(doing) && !FLOW.test(head.name) ? { ...head, isIncrement: true } : head
  })
}
