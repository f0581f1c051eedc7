/** Finds the speakers that a question names where it asks of their reports: 李鹏报告里的物价, 温家宝那份呢. */
import { getOrMake } from '../../text/maps.ts'
import { foldText } from '../../text/normalizer.ts'
import { escapePattern } from '../../text/occurrences.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
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
const BEFORE = `(?<![\\p{L}]|\\d)|(?<=年|[省市县区州国]|${OFFICE}|国务院|[看查找问说要和与跟在的是])`
/** What asks of a report, and nothing of the person (是谁, 多大). */
const BEHIND =
  '(?:的|那|这|在|所?[做作]的?)*[份篇次届]?(?:政府)?(?:工作)?报告(?:里面?|中|上)?|的?[那这][一两几]?[份篇次届](?:里面?|中|上)?|(?:时期|任内|任上)|(?=的?(?:说|讲|提|谈|承认|指出|强调|认为|怎么|咋|有没有|[呢,，。?？\\s]|$))'

/** From left to right; none where no speaker's report is asked about. */
export function findSpeakers(folded: string, catalog: Catalog): SpeakerMention[] {
  const { byName, pattern } = getOrMake(speakers, catalog.reports, () => readSpeakers(catalog))
  if (pattern === null) return []
  return Array.from(folded.matchAll(pattern), ({ index, 0: run, groups }) => {
    const name = groups?.name ?? ''
    return { start: index, end: index + run.length, name, reports: byName.get(name) ?? [] }
  })
}

/** A catalog stays while its index is in use. */
const speakers = new WeakMap<Catalog['reports'], ReturnType<typeof readSpeakers>>()

function readSpeakers({ reports }: Catalog) {
  const byName = new Map<string, string[]>()
  for (const { id, speaker } of reports) {
    const name = foldText(speaker).trim()
    // 热合木·艾木拉 is 热合木.
    const [first = ''] = name.split(/[·•・.]/u)
    const names = name.length < 2 ? [] : new Set([name, ...(first.length > 2 ? [first] : [])])
    for (const one of names) getOrMake(byName, one, () => []).push(id)
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escapePattern)
  const pattern =
    names.length === 0
      ? null
      : new RegExp(`(?:${BEFORE})(?<name>${names.join('|')})(?:${OFFICE})?(?:${BEHIND})`, 'gu')
  return { byName, pattern }
}
