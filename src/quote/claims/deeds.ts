/** Tells by which verbs a clause says that something was done, and whether two clauses say the same deed, each in its own verb: 加装, 装上. */
import { readFileSync } from 'node:fs'
import { dataLines } from '../../text/word-list.ts'
import { cutWords } from '../../text/words.ts'

/** The lines of deeds.txt in which each verb stands. */
const KNOWN = new Map<string, ReadonlySet<number>>()
for (const [line, verbs] of dataLines(
  readFileSync(new URL('deeds.txt', import.meta.url), 'utf8'),
).entries()) {
  for (const verb of verbs.split(' ')) KNOWN.set(verb, new Set([...(KNOWN.get(verb) ?? []), line]))
}
const LONGEST = Math.max(...[...KNOWN.keys()].map((verb) => verb.length))

/** What a verb may have behind it without being another one: 装上了, 建好, 冒出来. */
const BEHIND = /(?:[出起下进]来|[上成好下出起掉齐到妥进]|完(?!成))?[了过]?/uy
/** How it was done. */
const BEFORE = /(?:高(?:质量|标准|水平|效率?)|[新又再已全])$/u

/** 再建58个: the dictionary makes one word of it. */
const AGAIN = /[再又还已要先共]/u

/** A verb in a folded text. */
export interface Deed {
  readonly start: number
  /** With what stands behind the verb: 上了 of 装上了. */
  readonly end: number
  readonly lines: ReadonlySet<number>
}

/** The verbs of a folded text. One of a single character counts only where something shows that it is a verb: 装上了, 种3万棵. */
export function deedsIn(text: string): Deed[] {
  const deeds: Deed[] = []
  let end = 0
  for (const { index: at } of cutWords(text)) {
    const deed =
      at < end ? null : (deedAt(text, at) ?? (AGAIN.test(text.charAt(at)) ? deedAt(text, at + 1) : null))
    if (deed === null) continue
    end = deed.end
    deeds.push({ ...deed, start: at - (BEFORE.exec(text.slice(0, at))?.[0].length ?? 0) })
  }
  return deeds
}

/** 由29亿元增加到50亿元 says only how much it came to, 压减33.2% by how much it fell. */
const RISES = /增加[到至]了?\d|[增减降升涨]了?\d[\d.]*(?:%|个?百分点)/uy

function deedAt(text: string, at: number): Deed | null {
  RISES.lastIndex = at
  if (RISES.test(text)) return null
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const lines = KNOWN.get(text.slice(at, at + length))
    if (lines === undefined) continue
    BEHIND.lastIndex = at + length
    const end = at + length + (BEHIND.exec(text)?.[0].length ?? 0)
    if (length > 1 || end > at + 1 || /\d/u.test(text.charAt(end))) return { start: at, end, lines }
  }
  return null
}

/** The text with a mark for each of its verbs. */
export function withoutDeeds(text: string): string {
  return deedsIn(text).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)},${left.slice(end)}`,
    text,
  )
}

/** Does each verb that is said have one among those that are told that may mean the same? */
export function sayDeeds(said: readonly Deed[], told: readonly Deed[]): boolean {
  return said.every(({ lines }) => told.some((other) => [...lines].some((line) => other.lines.has(line))))
}

const REMOVAL =
  /(?:关闭|关停|拆除|拆迁|淘汰|取消|撤销|取缔|清退|清理|腾退|退出|化解|查处|处置|处罚|减免|注销|销毁|追[讨回]|没收|收缴|削减|消除)(?=.*\d)/u

/** The verb of a clause that says that what its number counts was done away with; null where none does. Folded. */
export function removalIn(clause: string): string | null {
  return REMOVAL.exec(clause)?.[0] ?? null
}

/** Whether a text may say so, in whichever words. */
export function isRemoved(text: string): boolean {
  return /[关停拆淘撤砍简削清化解处罚改除排减免退降少没收追销腾讨]|取[消缔]|查/u.test(text)
}

/** 打下粮食3万吨 is 粮食产量3万吨. */
export const PRODUCED: readonly Deed[] = deedsIn('生产')
