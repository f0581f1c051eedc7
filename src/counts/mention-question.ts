/** Reads a question about who says a phrase, since when and how often; null where it asks something else. */
import { isOfLevel } from '../corpus/rank.ts'
import type { ReportMeta } from '../corpus/report.ts'
import { levelsOfUnit } from '../search/query/place-group.ts'
import { fold, foldText, lettersOf, originalRange } from '../text/normalizer.ts'
import { withoutOpenEnds } from '../text/sentences.ts'

/** `which`: who says it; `without`: who does not; `first`: since when; `count`: how often; `most`: who most; `whether`: anybody at all. */
export type MentionAsk = 'which' | 'without' | 'first' | 'count' | 'most' | 'whether'

export interface MentionQuestion {
  readonly ask: MentionAsk
  /** The phrase as typed. */
  readonly phrase: string
  /** In quotation marks: meant to the letter. */
  readonly isQuoted: boolean
  /** The kind of place that was asked for, as typed (省份, 县); null for all. */
  readonly kind: string | null
}

/** A phrase of more characters is a sentence, and answered by the passages that come near it. */
const MAX_PHRASE_UTF16 = 20

const KIND =
  '(?:省市自治区|省区市|省市区|省份|省级|省区|自治区|直辖市|地级市|县级市|城市|地市|区县|县区|县市|市县|市区|省|市|县|区|州|旗|乡镇|国家|地方|地区)'
const REPORT = '(?:(?:年度)?(?:政府)?(?:工作)?报告|文件|文本)(?:里面?|中|上|内)?'
const NOT_SAYING = '高升供前案交质速振效档请拔取倡醒名议纯炼货留款'
/** Words that say that something is said. */
const SAYING = `(?:(?:有|被|曾|都|也|还|会|只|首次|首先)*(?:提(?:到|及|过|起|出|了|得)+|(?:提(?=[^呢吗啊吧?？\\s])|(?<=[没有谁被都未不])提)(?![${NOT_SAYING}])|(?:说|谈|讲)(?:到|及|过|起|了)+|[说谈讲写]得(?=最)|(?:写|载)(?:到|进|入|过|了|上)+|(?<=没有?|未|不)[写说谈讲]|(?<=哪一?[份篇](?:${REPORT})?)[写说谈讲](?!的)|(?:列|纳|进)入(?=${REPORT})|见于|出自)(?:了|过)*|mention(?:s|ed|ing)?|talk(?:s|ed)? (?:of|about)|speaks? of)`
/** Words that say so only of a report or of a word: floods, too, 出现 somewhere, and places are concerned by much. */
const APPEARING =
  '(?:(?:有|被|曾|都|也|还)*(?:出现|涉及|包含|使用|用)(?:到|过|了|在|于)*|contains?|appears?|appeared|occurs?)'
const NEVER =
  "(?:从来|从|至今|一直|都|还)*(?:没有?|未|不|never|do(?:es)? not|doesn't|don't|did not|didn't) ?(?:曾|被|人)*"
const WHEN =
  '(?:是|从|在|于)*(?:(?:什么|啥)(?:时候|时间)|何时|何年|几时|哪一?年(?:度)?|哪一?届|when (?:was|were|is|did|does))(?:起|开始)?|(?:从|自)?(?:最早|最先|首次|首先|头一次|第一次|first|earliest)(?:是|在|从)*'
const COUNT =
  '(?:一共|总共|共计?|各自?|分别)?(?:有)?(?:多少|几)(?:次|回|遍|处)|词频|频次|频率|how (?:often|many times)(?: (?:is|was|are|does|do|did))?'
const MOST = '(?:次数|频率)?最(?:多|少|频繁|高)|(?:the )?most(?: often)?'
const WHICH = `(?:都?有|是|在|被)*(?:哪(?:一?些|几[个份篇]?|一?[个份篇])?|(?:几|多少)(?:个|份|篇)|有多少)(?:不同)?的?(?<kind>${KIND})?的?(?:${REPORT})?|(?:有|是)?谁|(?:which|what|how many) (?<english>provinces?|cities|counties|districts|places|reports?|regions?)?|who`
const WHO = '(?:谁|哪(?:一?个|一?份|边|里|家|些)?)'
const WHETHER = `(?:有没有|有无|是否|是不是)(?:人|哪个|任何)?|do(?:es)? (?:any|the) (?:reports?|province)|(?:is|are|was) (?:there )?(?:any)?`
/** 提没提到, 说没说过. */
const WHETHER_SAID = '(?:提没提|提不提|谈没谈|讲没讲|写没写|说没说)(?:到|及|过|了)*'
const QUOTED_WORDS = '[“"「『《][^“”"「」『』《》]{1,40}[”"」』》]'
const AS_WORDS =
  '(?:(?:这|那)?一?(?:句话?|个?(?:词语?|说法|提法|口号|字眼?|概念))|的(?:说法|提法|表述|字样|话)|字样|吗|么|没有|[?？]|$)'
const CLOSING = `(?:的)(?:都|还)?(?<closing>${KIND}|${REPORT})(?=[?？。\\s]*$|有|是|都)`

/** What a question is made of, besides the phrase; the first that fits is taken. */
const PARTS = [
  ['whether-said', WHETHER_SAID],
  [
    'whether-said',
    `(?:原话|原文|原句|写的|说的|提法|表述|说法)(?:到底)?(?:是不是|是否是?)(?=${QUOTED_WORDS})`,
  ],
  ['whether', WHETHER],
  ['count', COUNT],
  ['when', WHEN],
  ['most', MOST],
  // 哪份报告提就业多
  ['most', `(?<=${WHO}.{1,24})(?<![增很众太不])得?(?:更|比较|较)?(?:多|少|频繁)(?=[?？呢啊吧\\s]*$)`],
  ['which', WHICH],
  ['never', `${NEVER}(?=${SAYING}|${APPEARING})`],
  ['never', `(?<=${REPORT})(?:里|中)?(?:都)?(?:没有|无)`],
  ['saying', `(?<=${REPORT})(?:里|中)?(?:都|也)?有(?!效|关|力|序|机)`],
  // 是不是有“…”这句话, 有“…”的说法吗
  ['saying', `有(?=${QUOTED_WORDS}${AS_WORDS})`],
  ['saying', SAYING],
  ['appearing', APPEARING],
  ['closing', CLOSING],
  [
    'report',
    `(?:有|全国|各|(?:这|那)?(?:[几两三四五六七八九十]|\\d{1,3})份|所有|全部|历年|各地|各省|各级|这些|国务院)*(?:的)?${REPORT}(?:的)?`,
  ],
  ['ending', '(?:了|过)?(?:没有|没|吗|(?<![什怎多那])么|呢|呀|啊|嘛)(?=[?？。!！\\s]*$)'],
  [
    'filler',
    '请问|各自?(?=[提说讲写谈])|分别|一共|总共|合计|加起来|我想(?:知道|问|查)|想知道|帮我|查(?:一下|查)?|看看|统计(?:一下)?|告诉我|关于|(?:这|那)(?:一|个|几|种)*(?:词|字|说法|提法|表述|概念|话题)|的(?:说法|提法|表述|内容|字样)|一词|字样|(?:19|20)\\d\\d年?度?(?![\\d.%])|(?:全国|各)(?:省|市|县|地)|除了|还有|目前|现在|the |in |by |any ',
  ],
] as const satisfies readonly (readonly [part: string, pattern: string])[]
/** `told`: said in a word that may mean anything (说到); it takes more to be a question of words. */
type Part = (typeof PARTS)[number][0] | 'told'

const QUOTED = /[“"「『《']([^“”"「」『』《》']{1,40})[”"」』》']/u

/** 提的几个“决定性进展”有哪些: what they are, and not who says so. */
const LISTS = /^\s*(?:都?有|分别是?|是|包括)(?:哪[些几][个项条]?|什么|啥)[?？\s]*$/u

/** `places`: names of places in the text, as typed; they narrow and are no part of the phrase. */
export function readMentionQuestion(text: string, places: readonly string[] = []): MentionQuestion | null {
  const folded = fold(text)
  return readGrammar(text, folded, places) ?? readWhose(text)
}

function readWhose(text: string): MentionQuestion | null {
  const { phrase, kind = null } = WHOSE_WORDS.exec(text)?.groups ?? {}
  return phrase === undefined || phrase.includes('报告')
    ? null
    : { ask: 'which', phrase, isQuoted: false, kind }
}

function readGrammar(
  text: string,
  folded: ReturnType<typeof fold>,
  places: readonly string[],
): MentionQuestion | null {
  if (!SAYS.test(folded.text)) return null
  const quoted = QUOTED.exec(folded.text)
  if (quoted !== null && LISTS.test(folded.text.slice(quoted.index + quoted[0].length))) return null
  const { parts, kind, taken } = readParts(folded.text, quoted, places) ?? {}
  if (parts === undefined || taken === undefined) return null
  if (ASKS_FOR_WORDS.test(folded.text)) parts.add('saying')
  const ask = askOf(parts, quoted !== null)
  if (ask === null) return null
  // “九五”五年实际利用外资有多少: the marks are around a name, and something else is asked for.
  const others = quoted === null ? [] : restsOf(text, folded, taken)
  if (others.some((rest) => lettersOf(foldText(rest)).length >= MIN_TOPIC)) return null
  const phrase = quoted === null ? restOf(text, folded, taken) : withoutOpenEnds(quoted[1] ?? '')
  // 全市GDP多少，报告里有吗: what is asked for is no phrase.
  const isNone = phrase === null || phrase.length > MAX_PHRASE_UTF16 || /\d%/u.test(phrase)
  if (isNone || (quoted === null && /多少|什么|怎么|如何/u.test(phrase))) return null
  return {
    ask,
    phrase,
    isQuoted: quoted !== null,
    kind: levelsOfUnit(kind ?? '').length > 0 ? (kind ?? null) : null,
  }
}

/** In characters: as many beside what is quoted are a topic. */
const MIN_TOPIC = 6

/** Whether a text asks who says something, since when or how often, and leaves out what: 哪份提得最多, 各几次. */
export function asksForMentions(text: string): boolean {
  const folded = fold(text)
  const { parts, taken } = readParts(folded.text, null, []) ?? {}
  if (parts === undefined || taken === undefined) return false
  const says = (['saying', 'appearing', 'told', 'count', 'most'] as const).some((part) => parts.has(part))
  const asks = (['which', 'when', 'count', 'never'] as const).some((part) => parts.has(part))
  return says && asks && restsOf(text, folded, taken).length === 0
}

interface Read {
  readonly parts: Set<Part>
  readonly kind: string | null
  /** 1 for each character that is not the phrase's. */
  readonly taken: Uint8Array
}

/** null where things are asked for, and not who says them. */
function readParts(text: string, quoted: RegExpExecArray | null, places: readonly string[]): Read | null {
  const parts = new Set<Part>()
  let kind: string | null = null
  const taken = new Uint8Array(text.length)
  const take = (start: number, end: number): void => void taken.fill(1, start, end)
  if (quoted !== null) take(quoted.index, quoted.index + quoted[0].length)
  for (const place of places) {
    const at = text.indexOf(fold(place).text)
    if (at >= 0 && quoted === null) take(at, at + fold(place).text.length)
  }
  for (const { 0: run, index, groups } of text.matchAll(GRAMMAR)) {
    if (run === '' || taken[index] === 1) continue
    const part =
      PARTS[
        Object.keys(groups ?? {}).flatMap((name) =>
          /^p\d/.test(name) && groups?.[name] !== undefined ? [Number(name.slice(1))] : [],
        )[0] ?? -1
      ]?.[0]
    if (part === undefined) continue
    if (part === 'which' && groups?.kind === undefined && asksForThings(run, text, index)) return null
    if (part === 'saying' && !/[提m]/u.test(run)) parts.add('told')
    else parts.add(part)
    if (run.includes('报告')) parts.add('report')
    kind ??= groups?.kind ?? groups?.closing ?? groups?.english ?? null
    take(index, index + run.length)
  }
  return { parts, kind, taken }
}

/** 把每一分钱都用在刀刃上 是哪个县写的: all before the question is the phrase. */
const WHOSE_WORDS = new RegExp(
  `^(?<phrase>[^“”「」?？]{6,${MAX_PHRASE_UTF16}}?)[\\s，,。]*(?:这[句段]?话)?(?:是|都)*(?:谁(?:在(?:哪份)?报告)?|哪(?:一?[个份篇里儿]|几[个份篇])?(?<kind>省份?|自治区|[州市县区])?(?:的?报告)?)(?:里|中|上)*[说讲写提]的[?？\\s]*$`,
  'u',
)
/** Without one of these nothing is said to be said. */
const SAYS = new RegExp([WHETHER_SAID, SAYING, APPEARING, REPORT, QUOTED_WORDS].join('|'), 'u')
/** 有没有“…”这个说法: whether it is there, and not whether it is said. */
const ASKS_FOR_WORDS = new RegExp(`(?:有没有|有无)${QUOTED_WORDS}${AS_WORDS}`, 'u')
const GRAMMAR = new RegExp(PARTS.map(([, pattern], index) => `(?<p${index}>${pattern})`).join('|'), 'gu')

/** 提到了哪些工程 asks what is said, not who says it: 哪些 stands before a thing. */
function asksForThings(run: string, text: string, index: number): boolean {
  const next = text.slice(index + run.length)
  return (
    /哪(?:一?些|几个?|一?个|些)?的?$/u.test(run) &&
    /^[\p{L}\p{N}]/u.test(next) &&
    !/^(?:提|说|写|没|最|出现|被|在|都|也|里)/u.test(next)
  )
}

function askOf(parts: ReadonlySet<Part>, isQuoted: boolean): MentionAsk | null {
  const isOfWords = isQuoted || parts.has('report') || parts.has('count') || parts.has('when')
  const asksWho = parts.has('which') || parts.has('closing')
  if (parts.has('whether-said')) return 'whether'
  const says =
    parts.has('saying') ||
    (parts.has('told') && (isOfWords || asksWho)) ||
    (parts.has('appearing') && isOfWords) ||
    (parts.has('count') && parts.has('report'))
  if (!says) return null
  if (parts.has('never') && (asksWho || parts.has('ending'))) return 'without'
  if (parts.has('when')) return 'first'
  if (parts.has('most')) return 'most'
  if (parts.has('count')) return 'count'
  if (asksWho) return 'which'
  return parts.has('whether') || parts.has('ending') ? 'whether' : null
}

/** Particles and marks at the ends of the phrase. */
const EDGE =
  /^(?:[\s\p{P}]|的|了|过|在|是|把|对|被|由|于|和|中|里|都|也|为)+|(?:[\s\p{P}]|的|了|过|在|是|被|由|于|里|中|都|也)+$/gu

/** What the grammar leaves: one run of characters. Of several none is the phrase for sure. */
function restOf(text: string, folded: ReturnType<typeof fold>, taken: Uint8Array): string | null {
  const runs = restsOf(text, folded, taken)
  return runs.length === 1 ? (runs[0] as string) : null
}

function restsOf(text: string, folded: ReturnType<typeof fold>, taken: Uint8Array): string[] {
  const runs: string[] = []
  for (let at = 0; at < taken.length; ) {
    if (taken[at] === 1) {
      at++
      continue
    }
    let end = at
    while (end < taken.length && taken[end] === 0) end++
    const run = text.slice(...originalRange(folded, at, end)).replace(EDGE, '')
    if (run !== '') runs.push(run)
    at = end
  }
  return runs
}

/** Makes a test for the reports of a kind of place: 省份 are provinces, autonomous regions and municipalities. */
export function acceptsKind(kind: string | null): (report: Pick<ReportMeta, 'level' | 'place'>) => boolean {
  const levels = levelsOfUnit(kind ?? '')
  return (report) => levels.length === 0 || isOfLevel(report, levels)
}
