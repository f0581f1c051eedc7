/** Finds the speakers that a question names where it asks of their reports: 李鹏报告里的物价, 温家宝那份呢. */
import { getOrMake } from '../../text/maps.ts'
import { foldText } from '../../text/normalizer.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
import { WordTree } from '../../text/word-tree.ts'
import type { Catalog } from '../backend.ts'
import type { Run } from './question-words.ts'

/** A name with its office and what is said around it (李鹏总理那份报告里). */
export interface SpeakerMention extends Run {
  /** The name alone, folded. */
  readonly name: string
  /** Ids of what the speaker reported. */
  readonly reports: readonly string[]
}

const OFFICE = `(?:代|副)?(?:${HEADS_OF_GOVERNMENT})|同志`
/** 紧张工作 has no 张工 in it: a name opens the text or stands behind a mark, a year, a place's level, an office, or a word that asks. */
const BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\d]|年|[省市县区州国]|${OFFICE}|国务院|[看查找问说要和与跟在的是])$`,
  'u',
)
/** Its office, and what asks of a report, and nothing of the person (是谁, 多大). */
const BEHIND = new RegExp(
  `(?:${OFFICE})?(?:(?:的|那|这|在|所?[做作]的?)*[份篇次届]?(?:政府)?(?:工作)?报告(?:里面?|中|上)?|的?[那这][一两几]?[份篇次届](?:里面?|中|上)?|(?:时期|任内|任上)|(?=的?(?:说|讲|提|谈|承认|指出|强调|认为|怎么|咋|有没有|[呢,，。?？\\s]|$)))`,
  'uy',
)

/** From left to right; none where no speaker's report is asked about. */
export function findSpeakers(folded: string, { reports }: Catalog): SpeakerMention[] {
  const { names, tree, idsOf } = getOrMake(speakers, reports, () => readSpeakers(reports))
  const found: SpeakerMention[] = []
  for (let at = 0; at < folded.length; at++) {
    const name = names[tree.longestAt(folded, at)]
    if (name === undefined || !BEFORE.test(folded.slice(0, at))) continue
    BEHIND.lastIndex = at + name.length
    if (!BEHIND.test(folded)) continue
    found.push({ start: at, end: BEHIND.lastIndex, name, reports: idsOf.get(name) ?? [] })
    at = BEHIND.lastIndex - 1
  }
  return found
}

/** A catalog stays while its index is in use. */
const speakers = new WeakMap<Catalog['reports'], ReturnType<typeof readSpeakers>>()

function readSpeakers(reports: Catalog['reports']) {
  const idsOf = new Map<string, string[]>()
  for (const { id, speaker } of reports) {
    const name = foldText(speaker).trim()
    // 热合木·艾木拉 is 热合木.
    const [first = ''] = partsOfName(name)
    const own = name.length < 2 ? [] : new Set([name, ...(first.length > 2 ? [first] : [])])
    for (const one of own) getOrMake(idsOf, one, () => []).push(id)
  }
  const names = [...idsOf.keys()]
  return { names, tree: new WordTree(names), idsOf }
}

/** 热合木 and 艾木拉 of 热合木·艾木拉. */
export function partsOfName(folded: string): string[] {
  return folded.split(/[·•・.]/u)
}
