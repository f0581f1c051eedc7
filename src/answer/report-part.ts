/** Reads words that ask for one of the two parts of a report, what was done or what is planned, and finds its sections. */
import type { Report } from '../corpus/report.ts'
import type { Kind } from '../figures/figure.ts'
import { frameSections } from '../figures/section-frame.ts'

/** What was done: 回顾, 做了哪些事. It holds beside words of a plan (任务完成情况). */
const DONE =
  /回顾|总结|(?:做|干|办|完成|取得|实现|干成|做成|办成)(?:了|过|出)|取得|完成情况|进展情况?|成[绩就效果]单?|去年/gu
const PLANNED =
  /安排|部署|打算|计划|准备|重点|主要工作|(?:目标|主要|工作|年度)任务|要点|接下来|下一步|明年|(?:[将会想该]|(?<!主)要)(?=[做干办抓忙推])|[抓做办](?:好|(?=[什啥哪]))/gu
/** What is said around either. */
const BESIDE =
  /政府|工作|任务|今年|主要|重大|突出|具体|各项|着力|集中|推进|大事|实事|好事|事情|事项|方面|[哪几]+[个项件条大]*|[一二三四五六七八九十]+个?(?=方面)|什么|怎么|一些|[有是都还做干办抓忙事些啥的了在里中上]/gu
/** More sections than these are shown by their outermost ones. */
const MAX_SECTIONS = 20

/**
 * The part that is asked for and nothing in it; null for other words.
 *
 * @param words Folded, without the names of places, years and reports.
 */
export function readPart(words: string): Kind | null {
  const rest = words.replace(DONE, ' ').replace(PLANNED, ' ').replace(BESIDE, ' ')
  if (rest.replace(/[\s\p{P}]/gu, '') !== '') return null
  return words.search(DONE) >= 0 ? 'actual' : words.search(PLANNED) >= 0 ? 'target' : null
}

/** Places in the outline of the sections that make the part. */
export function sectionsOfPart(report: Report, part: Kind): number[] {
  const frames = frameSections(report)
  const sections = report.sections.flatMap(({ level, first, last }, index) => {
    const frame = frames[first - 1]
    const isOfPart = level > 1 && last >= first && frame?.kind === part && !frame.isGlossary
    return isOfPart ? [{ level, index }] : []
  })
  let deepest = Math.max(...sections.map(({ level }) => level))
  const outermost = Math.min(...sections.map(({ level }) => level))
  const within = (): { index: number }[] => sections.filter(({ level }) => level <= deepest)
  while (within().length > MAX_SECTIONS && deepest > outermost) deepest--
  return within().map(({ index }) => index)
}
