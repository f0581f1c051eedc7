/** Turns a message as people write it into the question in it: without greeting, thanks, hurry, wishes for its form, and fillers of speech. */

import { WHETHER } from '../../quote/asked-whether.ts'
import { withoutHearsay } from '../../quote/claims/spoken.ts'
import { fold, foldText, originalRange } from '../../text/normalizer.ts'
import { settleAlternatives } from './alternatives.ts'
import { EMOTICONS, readTalk, type Talk } from './small-talk.ts'

/** A longer message is a paste, of which every word counts. */
const MAX_BARE_UTF16 = 160

/** What stands between the clauses of a message. */
const BETWEEN = /(?:[，,。！!？?；;~～…]|(?<![:：])\s)+/gu
/** How fast and in which form an answer is wished for, and what for. The whole clause. */
const WISH = new RegExp(
  `^(?:${[
    '(?:很|十分|非常|特别|挺|有点)?急(?:稿|用|需|件|活|事|得很)?(?:的|啊|！)*',
    '(?:家人|姐妹|兄弟|朋友|宝子|宝|伙伴|小伙伴|大佬|各位|大神)们?(?:救急|救命|救救我|帮帮忙|求助|在吗)*|救急|救命|救救我|急急+',
    '(?:急|挺急的?)?在线等(?:答案|回复)?',
    '(?:赶稿|赶时间|截稿)\\p{L}{0,6}|(?:今[天晚]|明[天早]|马上|立刻|一会儿?)(?:就|要)*(?:用|交稿?|截稿|发稿|开会|上会|汇报)(?:了)?',
    '(?:领导|老师|老板|单位|主任|编辑|上级)(?:们)?(?:马上|今天|明天|下午)?(?:等着|急着|要|让|叫|催)\\p{L}{0,8}',
    '我是(?:一[名个位])?\\p{L}{0,8}(?:记者|学生|研究生|老师|编辑|学者|研究员|干部|秘书|市民|居民|村民)',
    '(?:我们?|我们单位|本人)?(?:最近|今天)?(?:正?在)(?:做|写|准备|赶|起草|研究|跟|采写|筹备)\\p{L}{0,14}(?:稿子?|报道|材料|课题|选题|论文|调研|文章|专题|方案|新闻|节目)',
    '(?:字数|篇幅|长度)[\\p{L}\\p{N}]{0,14}|(?:不超过|不多于|大约|大概|约|最多|控制在)?[\\d一二三四五六七八九十百]+个?字(?:左右|以内|之内|以下|就行|即可)*',
    '(?:要求|格式)?[:：]?\\s*(?:只|就|请|都|必须|最好|一定)*(?:要|给|附上?|带上?|注明|标明|写明)(?:我|出|上)?(?:准确的?|完整的?)?(?:原文|原话|出处|来源|引文|原句|页码|依据|链接)(?:和(?:出处|原文|来源))?(?:即可|就行|吗|哦|啊)*',
    '(?:要求|格式)[:：]\\s*(?:原文|原话|出处|引文|简[短洁]|详细)',
    '(?:不要|别|请勿|不许)(?:瞎|胡|乱)?(?:编|猜|解释|废话|啰嗦)\\p{L}{0,4}',
    '(?:一[个条项])?(?:都|也)?(?:别|不要|不能|不许|不得)(?:漏|落|少|遗漏)[了掉下]?',
    '越(?:快|详细|简单|短|多|全)越好|简[短洁单](?:点|些|一[点些]|明了)?|(?:详细|具体|准确)(?:点|些|一[点些])',
    '(?:问|请教|咨询|打听|打扰|求助|求教)(?:一?下|个事儿?|个问题|你个?问题|各位|大家)*|有(?:个|件)?(?:问题|事儿?)(?:想|要)?(?:问|请教|咨询)?(?:一下|你|您|大家)*|不好意思|打扰了?|抱歉|对不起|拜托(?:了|你|大家)?|求(?:助|解|指教)',
    '(?:你|您)?(?:能|可以|可否|能否)(?:帮(?:我|忙)?)?(?:查|找|看)(?:一?下|到)?(?:吗|么)?',
    '(?:那|我们?|咱们?)?(?:换|再?[问说聊])一?(?:个|点|下)?(?:话题|别的|其他的?|事儿?|问题)(?:问|说|聊|吧|哈|啊)*',
  ].join('|')})$`,
  'u',
)
/** 我写的是：…，帮看下有没有错: what frames a piece of text that is to be checked. It begins and ends with a mark. */
const CHECKED_HEAD =
  /^(?:(?:这是|下面是|以下是)?(?:我|我们|小编|同事|领导)?(?:的)?(?:稿子?|草稿|初稿|材料|文章)?(?:里面?|中)?(?:是)?(?:这[么样])?(?:写|起草|引用?)(?:的|了)?(?:是|如下|一段|一句)?|(?:这是|下面是|以下是)(?:我|我们)?的?(?:稿子?|草稿|初稿|材料)|(?:请|麻烦)?(?:帮(?:我|忙)?|给我)(?:看|查|核对?|检查|校对)(?:看|下|一下)?(?:这[段句个]话?)?(?:对不对|有没有错)?)\s*[:：]\s*/u
const LOOK =
  '(?:请|麻烦)?(?:大家|你|您)?(?:帮(?:我|忙)?|给我|替我)?(?:看|查对?|核对?|核实|核验|检查|校对|比对|把关)(?:看|下|一下|一看)*'
const DEICTIC =
  '(?:(?:这|那|以上|上面|上述|里面)(?:几|两|三|四|些)?(?:个|句|组|处|段)?(?:数字?|数据|说法|话|内容|表述|引用)?)'
const CHECKED_TAIL = new RegExp(
  `(?:[，,。；;！!\\s]+|(?<=\\d[%％\\p{sc=Han}]{0,3})(?=对|是|有|正|准|属))(?:${LOOK}(?:${DEICTIC})?(?:${WHETHER})?|(?:${DEICTIC})?${WHETHER})[?？。！!\\s]*$`,
  'u',
)
/** 那我写“…”对不, “…”这句能用吗: a sentence in marks, and nothing around it but whether it holds. */
const JUDGED_QUOTE =
  /^(?:那|我们?|就|想|要|可以|能|这[么样]|写|说|引用?|报道|稿子?里|[:：，,\s])*[“"「『](?<sentence>[^“”"「」『』]{14,})[”"」』][，,。\s]*(?:我|就)?(?:(?:这|那)(?:一?[句段]话?|[么样个])?)?(?:写|说|讲|引用?|用|表述|放|发)*(?:能用|能写|能行|可以|合适|妥|行不行|行|对不对|对不|对|没错|没问题|有错|正确|准确)(?:吗|么|不|吧|没)?[?？。\s]*$/u
/** 我写2023年计划新增就业1.1万, 行不行. */
const WRITES = /^(?:我们?|小编)(?:就|想|要|准备|打算|可以)*写(?:的是|成|了|上)?(?=.*\d)/u
/** In characters: a shorter text states nothing that could be checked. */
const MIN_CHECKED = 12

/** What people cry out beside a question: of it nobody asks. The whole clause. */
const CRY =
  /^(?:唉|哎|天哪?|我的天|气死(?:我|人)了?|急死(?:我|人)?了?|愁死(?:我|人)?了?|\p{L}{0,5}太\p{L}{1,4}了|(?:老是|总是|天天)\p{L}{2,4})$/u
/** Of two clauses the one that asks is meant. */
const ASKS =
  /[?？]|什么|啥|谁|哪|几[个家所条座年次]|多少|多[大高长远久]|怎|如何|咋|为何|吗|呢|有没有|是不是|是否|能不能|会不会|有无|第几|查|找/u
/** Said before a question: fillers of speech, what names it a question, and a wish to have a claim checked. */
const LEAD =
  /^(?:嗯+|呃+|(?:他|你|特)妈的?|特么的?|妈的|卧槽|我[靠操艹]|tmd|(?:额+|啊+|喂|哎呀?)(?=[\s，,。]|那个|请|帮|我想|你)|诶|哦+|噢+|那个(?:什么|啥|谁)?(?=[^，,。]{4})|就是说?(?=[^，,。]{4})|话说|对了|我说|其实|顺便|(?:查询?|搜索?|检索|问题?|提问|关键词|主题|题目|内容|需求)\s*[:：]|\s|[，,、])+/u
const CHECK =
  /^(?:请|麻烦|帮(?:我|忙)?|给我|再)*(?:核实?|核对|查证|查实|验证|确认|校对)(?:一?下|一核)?(?:这个)?(?:数字?|数据|说法)?\s*[:：，,]?\s*(?=\S{4})/u
/** 我们博野县: whose place it is says nothing of it. */
const OWN =
  /^(?:我们|咱们?|俺们?)(?=[\p{sc=Han}]{2,8}(?:[省市县区州旗]))(?!(?:我们|咱们?|俺们?)[这那国省市县区州旗家村乡镇])/u
/** 昭苏县去年的就是收入: a filler in the midst. Behind 然后 a second thing is asked. */
const MIDST =
  /(?<=[的了])(?:就是|那个|嗯+|呃+)(?=\p{sc=Han}{2})|(?<=^\p{sc=Han}{4,12})(?:那个|嗯+|呃+)(?=\p{sc=Han}{2})/gu
const AND_THEN = /(?<=[多少几啥么吗呢])(?:然后|还有就是|还有|另外)(?=\p{sc=Han}{2})/gu
/** 伊宁市那个, 新源那边的嘞: what only points, and particles of dialects. */
const POINTS =
  /(?<=\p{sc=Han}{2})(?:[那这](?:[个份边儿]|一块)的?)?(?:[嘞咧噻咯喽]|(?<=多少|了|的|吗)勒)*[?？。!！\s]*$/u
/** 跌了多少报告写了吗: what is asked for in the report is asked for. */
const SAID =
  /(?<=(?:多少|什么|几)[^，,。?？]{0,8}[，,\s]?)(?:这份?)?报告[里中]?(?:有没有|有|都)?[写说提](?:了|到|过)?(?:吗|没有?|么)[?？]?$/u
/** Behind the words; digits are pictures, too, by that name. */
const PICTURES = /(?:(?![\d#*])\p{Extended_Pictographic}|[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}])+$/u
/** What dialects ask by. Before a unit, since 好多 is many as well, and 好久 long ago. */
const DIALECT: readonly (readonly [said: RegExp, meant: string])[] = [
  [/有冇/gu, '有没有'],
  [/几多|好多(?=[十百千]?[万亿]|[元块个人家亩户名次场条座套所间吨公斤]|钱)/gu, '多少'],
  [/啥子|么子|咩(?=嘢|事|意思)嘢?/gu, '什么'],
  [/咋个|啷个|点样/gu, '怎么'],
  [/点解|为么子/gu, '为什么'],
  [/边(?=个|度|间|份)/gu, '哪'],
  [/[这那]?(?:旮旯|旮瘩|疙瘩|噶哒|嘎达)(?:里|儿)?/gu, ''],
]
/** 那个县最高: 哪个 typed by its sound. */
const WHICH = /^那(?=(?:个|些|几个|一个)(?:[县市区省州]|地方|城市|报告)[^呢]*(?:最|第一|更|提到|提及|排))/u

interface Clause {
  /** `[start, end)` in the folded text, with the mark behind it. */
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The message itself where nothing stands around its question. */
export function bareQuestion(message: string): string {
  const typed = withoutCheckFrame(message.replace(EMOTICONS, '').trim())
  if (typed.length > MAX_BARE_UTF16 || /[\n“”「」『』"《》].*\n/su.test(typed)) return typed
  const kept = askedClauses(typed)
  const bare = DIALECT.reduce((text, [said, meant]) => text.replace(said, meant), kept)
    .replace(MIDST, '')
    .replace(AND_THEN, '，')
    .replace(SAID, '')
    .replace(POINTS, (tail) => tail.match(/[?？]/u)?.[0] ?? '')
    .replace(WHICH, '哪')
  const led = stripped(bare, LEAD)
  const owned = stripped(stripped(withoutHearsay(led), OWN), /\d/u.test(led) ? CHECK : /(?!)/u)
  return owned === '' ? typed : settleAlternatives(owned)
}

/** A text with figures, or a sentence in marks, without the words that ask for its check. */
function withoutCheckFrame(typed: string): string {
  const sentence = JUDGED_QUOTE.exec(typed)?.groups?.sentence
  if (sentence !== undefined) return sentence
  if (!/\d/u.test(typed)) return typed
  const bare = typed.replace(CHECKED_TAIL, '')
  const text = bare.replace(CHECKED_HEAD, '').replace(bare === typed ? /(?!)/u : WRITES, '')
  return text.length >= MIN_CHECKED && /\d/u.test(text) ? text : typed
}

function stripped(text: string, pattern: RegExp): string {
  const folded = fold(text)
  const run = pattern.exec(folded.text)?.[0] ?? ''
  if (run === '') return text
  const [, end] = originalRange(folded, 0, run.length)
  const rest = text.slice(end).trim()
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/** Without the clauses that ask nothing; all of them where none would be left. */
function askedClauses(text: string): string {
  const folded = fold(text)
  const clauses = splitClauses(folded.text)
  const worded = clauses.filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
  if (worded.length < 2) return text.replace(PICTURES, '').trim() || text
  const asks = worded.some(({ words }) => ASKS.test(words))
  const dropped = clauses.filter(
    ({ words }) =>
      !/[\p{L}\p{N}]/u.test(words) ||
      isTalk(words) ||
      WISH.test(words) ||
      (asks && !ASKS.test(words) && CRY.test(words)),
  )
  const left = worded.filter((clause) => !dropped.includes(clause))
  if (left.length === 0 || left.length === worded.length) return text
  const runs = left.map(({ start, end }) => originalRange(folded, start, end))
  return runs
    .map(([start, end]) => text.slice(start, end))
    .join('')
    .replace(/[\s，,；;、~～]+$/u, '')
    .trim()
}

/** Words of one character may be what is looked for: 牛, 早. */
const BESIDE: ReadonlySet<Talk> = new Set(['thanks', 'greeting', 'farewell', 'assent', 'trust', 'complaint'])

function isTalk(words: string): boolean {
  const talk = words.length < 2 ? null : readTalk(words)
  return talk !== null && BESIDE.has(talk)
}

function splitClauses(folded: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (const { 0: mark, index } of folded.matchAll(BETWEEN)) {
    // 1,200 and 3.5 are numbers, and a space between Latin words is none of ours.
    if (/^[,.]$/u.test(mark) && /\d$/u.test(folded.slice(0, index)) && /^\d/u.test(folded.slice(index + 1)))
      continue
    clauses.push(clauseOf(folded, from, index, index + mark.length))
    from = index + mark.length
  }
  return [...clauses, clauseOf(folded, from, folded.length, folded.length)]
}

function clauseOf(folded: string, start: number, stop: number, end: number): Clause {
  return {
    start,
    end,
    words: foldText(folded.slice(start, stop))
      .replace(/[^\p{L}\p{N}:：\s]+/gu, '')
      .trim(),
  }
}
