/** Turns a question and the words that change it into the question that is meant: another place or year in it, or another topic. */
import { answer } from '../../answer/answer.ts'
import { isFiller } from '../../answer/figures/figure-words.ts'
import { readMentionQuestion } from '../../counts/mention-question.ts'
import { loadAskedNames } from '../../figures/asked.ts'
import { type FilterName, readOperators } from '../../search/query/operators.ts'
import type { Missing, Searcher } from '../../search/searcher.ts'
import { findYears } from '../../search/verdict/missing.ts'
import { fold, foldText, originalRange, tidy } from '../../text/normalizer.ts'
import { hasNumber } from '../../text/numeral.ts'
import { NO_YEARS, readYearsMeant, YEAR, yearsIn } from './years-meant.ts'

/** Words that ask for targets or for results, as questions and follow-ups have them. */
const KIND =
  /\s*(?:(?:主要)?(?:预期)?目标|计划|任务|(?:实际)?完成情况|实绩|实际(?!利用|到位|使用|控制)|\b(?:targets?|goals?|plans?|actual results?|actuals?|results?)\b)(?:值|数)?/giu
/** How much of what was asked about: no topic of its own. */
const MEASURE =
  /(?:同比)?(?:增速|增长率|增幅|涨幅|降幅|增长(?:了)?多少|增长(?=\s*$)|增加(?:了)?多少|下降(?:了)?多少|总量|总额|占比|比重|growth(?: rate)?)/giu
const ENGLISH_FRAME = /\b(?:the|of|in|for|and|on|to|a|an|what|is|are|was|were|about)\b/giu
/** 省级 means the autonomous regions, too. */
const LEVEL = /(?<level>国家|省|自治区|州|市|县|区|乡)(?:一)?级/gu
const FILTERED_LEVEL: Readonly<Record<string, string>> = { 国家: '国', 省: '省级' }

const EVERY_PLACE = /各个?(?:县市区|[县市区]{1,2}|州|省份?|地方|地区|城市|地)的?\s*/u

/** Another place has its report of another year. */
const YEAR_OF_REPORT = /(?:19|20)\d\d年?(?=的?(?:政府)?(?:工作)?报告)/u

interface Parts {
  /** As typed. */
  readonly places: readonly string[]
  /** In full, of those that have reports. */
  readonly full: readonly string[]
  readonly speakers: readonly string[]
  readonly years: readonly string[]
  readonly kinds: readonly string[]
  readonly levels: readonly string[]
  readonly measures: readonly string[]
  readonly hasTopic: boolean
}

/** null where the words name neither a place nor a year nor a topic. */
export async function changeQuestion(
  searcher: Searcher,
  question: string,
  words: string,
): Promise<string | null> {
  const [old, change] = await Promise.all([readParts(searcher, question), readParts(searcher, words)])
  if (!change.hasTopic && !isModifying(change)) return null
  const filtered = withoutFilters(question, change)
  const kept = change.full.length === 0 ? filtered : filtered.replace(YEAR_OF_REPORT, '')
  // 昭苏呢 behind 各县旅游收入 asks of 昭苏 alone.
  const single = change.places.length === 0 ? kept : kept.replace(EVERY_PLACE, '').trim()
  const topic = change.hasTopic ? withTopic(single, { words, old, change }) : single
  const placed = change.places.length === 0 ? topic : put(topic, old.places, namesFor(topic, old, change))
  const isDated = change.years.length + change.speakers.length > 0
  const dated = isDated ? put(placed, old.years, yearAfter(old.years, change.years)) : placed
  const [kind] = change.hasTopic ? [] : change.kinds
  const told = kind === undefined ? dated : askOnly(dated, kind.trim())
  const [measure] = change.hasTopic ? [] : change.measures
  const asked = measure === undefined ? told : `${withoutMeasure(told, measure)} ${measure}`
  const levels = change.levels.map((level) => FILTERED_LEVEL[level] ?? level)
  return levels.length === 0 ? asked : `级别:${levels.join(',')} ${asked}`
}

/** The question of the places of the words as well, set side by side; null where they name neither a place nor a year. */
export async function askBeside(searcher: Searcher, question: string, words: string): Promise<string | null> {
  const [old, named] = await Promise.all([readParts(searcher, question), readParts(searcher, words)])
  // 所以安徽更快, behind a question of 安徽, names nothing beside it.
  const also = { ...named, places: isOfSame(named, old) ? [] : named.places }
  const kept = withoutFilters(question, also)
  const placed =
    also.places.length === 0 ? kept : put(kept, old.places, [...old.places, ...also.places].join('、'))
  const years = yearAfter(old.years, also.years)
  // What was aimed at is set beside what came of it, whichever of them was asked for.
  const told = also.years.length === 0 ? placed : placed.replace(KIND, ' ')
  const dated =
    also.years.length === 0 ? told : put(told, old.years, [...old.years.map(inFull), years].join('、'))
  if (also.places.length + also.years.length === 0) return null
  return COMPARED.test(dated) ? dated : `${dated} 对比`
}

function isOfSame({ full }: Parts, old: Parts): boolean {
  return full.length > 0 && full.every((one) => old.full.includes(one))
}

/** The question of these places as well, set side by side. */
export async function askOfAll(
  searcher: Searcher,
  question: string,
  places: readonly string[],
): Promise<string> {
  const old = await readParts(searcher, question)
  return put(question, old.places, [...places, ...old.places].join(' '))
}

/** So many places can be set side by side in one message. */
const MAX_ALONG = 8

/** The places that a question was asked of before this one, which asks the same of another; none where it asks something else. */
export async function placesAlong(
  searcher: Searcher,
  {
    question: before,
    along = [],
  }: { readonly question: string; readonly along?: readonly string[] | undefined },
  question: string,
): Promise<readonly string[]> {
  const [old, now] = await Promise.all([readParts(searcher, before), readParts(searcher, question)])
  if (now.places.length === 0 || topicOf(before, old) !== topicOf(question, now)) return []
  const all = new Set([...along, ...old.places])
  return [...all].filter((place) => !now.places.includes(place)).slice(-MAX_ALONG)
}

/** The years of the question before this one, which asks the same of others; '' where it asks something else. */
export async function yearsAlong(searcher: Searcher, before: string, question: string): Promise<string> {
  const [old, now] = await Promise.all([readParts(searcher, before), readParts(searcher, question)])
  return topicOf(before, old) === topicOf(question, now) ? old.years.join(' ') : ''
}

/** A question without its places and years. */
function topicOf(question: string, { places }: Parts): string {
  return places
    .reduce((rest, place) => rest.replace(place, ''), question.replace(YEAR, ''))
    .replace(/[\s、的和]/gu, '')
}

/** A bare 2024 beside another year may be any number. */
function inFull(year: string): string {
  return /^\d{4}$/u.test(year) ? `${year}年` : year
}

const COMPARED = /对比|比较|谁|哪|排/u

/** Whether the words name places, years, a level or a kind of figure, and nothing else. */
export async function isModifier(searcher: Searcher, words: string): Promise<boolean> {
  const parts = await readParts(searcher, words)
  return isModifying(parts) && !parts.hasTopic
}

/** The question with other words for the kind of figure: targets or results. */
export function askOnly(question: string, kind: string): string {
  const rest = question.replace(KIND, '').trim()
  return `${rest === '' ? question : rest} ${kind}`
}

/** The question of all places, of one level where one is named. */
export async function askElsewhere(searcher: Searcher, question: string, level: string): Promise<string> {
  const { places } = await readParts(searcher, question)
  const rest = places.reduce(
    (text, place) => text.replace(place, ' '),
    withoutFilters(question, { places: [level], years: [], levels: [] }),
  )
  return tidy(`各${level} ${rest}`)
}

/** The question for all years and both kinds of figure, where it is for some of them; null where it is already. */
export function askAll(question: string): string | null {
  const all = tidy(question.replace(YEAR, ' ').replace(KIND, ' '))
  return all === question.trim() || all === '' ? null : all
}

/** The question without its year: the newest report answers; null where nothing else is left. */
export function askNewest(question: string): string | null {
  const undated = tidy(question.replace(YEAR, ' '))
  return undated === '' ? null : undated
}

/** The question, of the newest report where nothing is found at its place, whose reports tell of no such year; with what they lack. */
export async function askCovered(
  searcher: Searcher,
  question: string,
): Promise<{ readonly question: string; readonly lacking: readonly Missing[] }> {
  const [query, catalog] = await Promise.all([searcher.read(question), searcher.catalog()])
  const lacking = findYears(query, catalog)
  const newest = lacking.length === 0 ? null : askNewest(question)
  if (newest === null) return { question, lacking: [] }
  const { hits } = await answer(searcher, question)
  const isFound = hits.some(({ report }) => query.preferences.places.includes(report.place))
  return isFound ? { question, lacking: [] } : { question: newest, lacking }
}

/** The whole is asked for where what each has was told. */
function withoutMeasure(question: string, measure: string): string {
  const rest = question.replace(MEASURE, '').trim()
  return /总/u.test(measure) ? rest.replace(/人均/u, '') : rest
}

function isModifying({ places, years, kinds, levels, measures }: Parts): boolean {
  return places.length + years.length + kinds.length + levels.length + measures.length > 0
}

async function readParts(searcher: Searcher, text: string): Promise<Parts> {
  const { named, foreign, speakers, terms, preferences } = await searcher.read(text)
  const folded = foldText(terms)
  const topic = folded
    .replace(YEAR, ' ')
    .replace(KIND, ' ')
    .replace(MEASURE, ' ')
    .replace(LEVEL, ' ')
    .replace(ENGLISH_FRAME, ' ')
    .replace(/^年|[\s\p{P}和与跟的呢]/gu, '')
  const rest = foreign.reduce((words, place) => words.replace(foldText(place), ''), topic)
  return {
    places: [...named, ...foreign, ...speakers],
    full: preferences.places,
    speakers,
    years: yearsIn(text),
    kinds: folded.match(KIND) ?? [],
    levels: [...folded.matchAll(LEVEL)].map(({ groups }) => groups?.level ?? ''),
    measures: folded.match(MEASURE) ?? [],
    hasTopic: rest !== '' && !isFiller(rest),
  }
}

interface TopicChange {
  readonly words: string
  readonly old: Parts
  readonly change: Parts
}

/** Another topic in the place of the old one, where that is known for sure; else beside the old place and year. */
function withTopic(question: string, { words, old, change }: TopicChange): string {
  const topic = attributeOf(
    [...change.places, ...change.years].reduce((rest, part) => rest.replace(part, ' '), words),
  )
  const phrase = readMentionQuestion(question, old.places)?.phrase ?? ''
  if (phrase !== '' && question.includes(phrase)) return question.replace(phrase, () => topic)
  const kin = ATTRIBUTES.find((group) => group.includes(topic))?.find((other) => question.includes(other))
  if (kin !== undefined) return question.replace(kin, topic)
  const names = loadAskedNames()
  const folded = fold(question)
  const [only, ...others] = names.find(folded.text)
  if (only !== undefined && others.length === 0 && names.find(foldText(topic)).length > 0) {
    const [start, end] = originalRange(folded, only.start, only.end)
    // 收入增长6%对吗, then 投资涨了36%呢: one number takes the place of the other.
    const behind = hasNumber(topic) ? '' : question.slice(end)
    const rest = `${question.slice(0, start)}${topic}${behind}`
    // What the words say themselves of targets and results goes before what the question said.
    return change.kinds.length === 0 ? rest : askOnly(rest, change.kinds.at(-1)?.trim() ?? '')
  }
  const owned = only === undefined ? null : ownedName(folded.text.slice(only.start, only.end), topic)
  return [...old.places, ...old.years, owned ?? topic].join(' ')
}

/** 粮食面积, where 面积 follows 粮食总产; null where no indicator is called so. */
function ownedName(name: string, topic: string): string | null {
  const names = loadAskedNames()
  for (let length = name.length - 1; length >= 2; length--) {
    const owned = name.slice(0, length) + foldText(topic)
    const [found] = names.find(owned)
    if (found?.start === 0 && found.end === owned.length) return name.slice(0, length) + topic
  }
  return null
}

/** What tells figures of one kind apart: 农村的呢 after 城镇居民收入. Longer ones before what they contain. */
const ATTRIBUTES: readonly (readonly string[])[] = [
  ['城乡', '城镇', '农村', '城市', '农民'],
  ['进出口', '出口', '进口'],
  ['第一产业', '第二产业', '第三产业'],
  ['一产', '二产', '三产'],
  ['工业', '农业', '服务业'],
  ['国内', '境外', '国外', '入境'],
  ['幼儿园', '小学', '初中', '高中', '大学'],
  ['男', '女'],
]

/** As the figures have it: 城里人 is 城镇. */
function attributeOf(words: string): string {
  return words
    .replace(/^[\s的]+|[\s的]+$/gu, '')
    .replace(/^城里人?$/u, '城镇')
    .replace(/^(?:乡下人?|农民|村里)$/u, '农村')
}

/** Whether the words are such a kind and nothing else. */
export function isAttribute(words: string): boolean {
  return ATTRIBUTES.some((group) => group.includes(attributeOf(words)))
}

const FILTERS_OF: readonly (readonly ['places' | 'years' | 'levels', readonly FilterName[]])[] = [
  ['places', ['place', 'report']],
  ['years', ['year', 'report']],
  ['levels', ['level']],
]

/** Filters of what is changed would shut it out. */
function withoutFilters(question: string, change: Pick<Parts, 'places' | 'years' | 'levels'>): string {
  const dropped = FILTERS_OF.flatMap(([part, names]) => (change[part].length > 0 ? names : []))
  const filters = readOperators(question).filters.filter(({ name }) => dropped.includes(name))
  return tidy(filters.reduce((text, filter) => text.replace(filter.text, ' '), question))
}

/** 昭苏县 of 昭苏县长 takes a name that ends with its level: 新源 is 新源县 there. */
function namesFor(question: string, old: Parts, { places, full }: Parts): string {
  const isOffice = old.places.some((place) =>
    OFFICE.test(question.slice(question.indexOf(place) + place.length - 1)),
  )
  return (isOffice && full.length > 0 ? full : places).join(' ')
}

const OFFICE = /^[省市县区州旗乡镇]长/u

/** Puts words in place of the first of the old ones, and takes the others out; in front where there are none. */
function put(question: string, old: readonly string[], words: string): string {
  const [first, ...others] = old.filter((one) => question.includes(one))
  if (first === undefined) return `${words} ${question}`
  // 伊宁和新源 leaves no 和 behind.
  const rest = others.reduce(
    (text, other) =>
      ['和', '与', '跟', '、', ''].reduce((left, mark) => left.replace(mark + other, ' '), text),
    question,
  )
  return tidy(rest.replace(first, words))
}

/** 去年 after a question about 2024 is 2023. */
function yearAfter(old: readonly string[], years: readonly string[]): string {
  const [digits] = /\d{4}/.exec(old[0] ?? '') ?? []
  const base = { ...NO_YEARS, asked: digits === undefined ? null : Number(digits) }
  return years.map((year) => readYearsMeant(year, base).years[0] ?? year).join(' ')
}
