/** Turns a reply to an answer into what it asks of it: another place or year, more, the second one, only targets, a table. */
import { asksForMentions } from '../../counts/mention-question.ts'
import { ASKS_WHAT } from '../../search/query/question-words.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { asksWhichKind, type Claim, readClaim, type Statement } from './claimed.ts'
import { isHollow } from './hollow.ts'

export type FollowUp =
  /** `isOfShown`: 还有呢 and 继续 may ask for the rest of a list that was shown. */
  | { readonly kind: 'more'; readonly isOfShown: boolean }
  /** The hit of this number, from 1; the last one for -1. `isWhole`: its paragraph. `mayBeItem`: 第二条 may be what the words shown number. */
  | {
      readonly kind: 'nth'
      readonly number: number
      readonly isWhole: boolean
      readonly mayBeItem?: boolean
    }
  /** The hit after the one shown, or the one before it. */
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'table' }
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
  /** The same of the newest report. */
  | { readonly kind: 'newest' }
  /** What a term in the words shown means. */
  | { readonly kind: 'meaning' }
  /** `about` may ask something else of the same topic as well. */
  | Statement
  /** What is numbered so in the words shown: the third of ten things. */
  | { readonly kind: 'item'; readonly number: number }
  /** Places beside those of the question. */
  | { readonly kind: 'beside'; readonly words: string }
  /**
   * Other places or years, or another topic, in the same question; `isSure` where it can be nothing else, `isOfPlace` where the
   * place of the answer is meant (那里, 这个县).
   */
  | {
      readonly kind: 'change'
      readonly words: string
      readonly isSure: boolean
      readonly isOfPlace?: boolean
    }

/** What is asked of the passage shown, whatever the question was. */
export type PassageFollowUp = Extract<FollowUp, { kind: 'open' | 'cite' | 'paragraph' | 'neighbour' }>

export function isAboutPassage(followUp: FollowUp): followUp is PassageFollowUp {
  return ['open', 'cite', 'paragraph', 'neighbour'].includes(followUp.kind)
}

/** What is polite or points at the answer, before and behind what is asked of it. */
const LEAD =
  /^(?:(?:请|麻烦|劳烦|拜托)(?:你|您)?|帮(?:我|忙)?|给(?:我|出)?|(?:你|您)(?=[这那])|能不能|能否|可不可以|可以|我(?:们)?(?:想|要)|想|再|就|(?:这|那|上面|上述|刚才|前面)的?一?(?:个|项|条|句|段|组)?(?:数字?|指标|数据|话|内容|报告|材料|原文)?(?:是|的)?(?=[哪谁什出来在有怎跟和与同比加能可])|是(?=[哪谁什])|那么?|把?(?:它|这个|上面的?|这些)|查看|显示|列出|看看|看一下|看|打开|翻到?|只|仅|单|光|要|来|换成?|改成|转成)/u
const TAIL =
  /(?:一下|看看|[，,]?再(?:说|讲|念|来)一[遍次]|可以[吗么]|行[吗么]|好[吗么]|好不好|行不行|给我|发我|呗|吧|吗|么|呢|啊|呀|啦|嘛|哦|谢谢|就(?:行|好|可以)了?|(?<=目标值?|计划|任务|实绩|实际|数)(?:是|有)?多少)$/u
/** 只要目标, 光目标; 光伏, 单位 and 只增不减 are words by themselves. */
const ONLY =
  /^(?:请|帮我|给我|就|那么?|我(?:想|要)?)*(?:只|仅|单|光)(?:要|看|留|列|显示|给我|说|(?=目标|计划|任务|实绩|实际|完成|结果|[0-9]))/u

const NUMERAL = '(?:[1-9]|1\\d|20|[一二三四五六七八九]|十[一二三四五六七八九]?)'
const UNIT = '[条个项处则]'
const WHOLE = '(?:原文|全文|全段|整段|原段|上下文|前后文|详细(?:内容|说明)?|详情|展开|完整的?)'
const PLACES = '(?<level>县市区|县市|市县|区县|县|市|区|州|省份?|地方|地区|城市|地)'

const MORE =
  /^(?:(?:除了(?:这|那)[些条个句]?(?:以外|之外|外)?[，,]?)?还有(?:没[有得]?|冇|别的|其他的?|更多的?|哪些|什么|几条)?|有没有(?:别的|其他的?|更多的?)|更多(?:结果|的)?|(?:再来|来)?(?:一?些|几[条个])|再来(?:一?些|几[条个])?|继续|接着(?:说|来)?|下一?[页批]|往[下后]|后面的|其他的?|多来?几[条个]|more|next|anything else|what else)$/u
/** No 还有别的, and no 下一页. */
const GOES_ON = /^(?:还有(?:没[有得]?|冇|哪些|什么|几条)?|继续|接着(?:说|来)?|往[下后]|后面的)$/u
const NEXT =
  /^(?:再?下|另|别的?|换|再来)(?:外)?一?(?:句话?|[条个处件项点])$|^(?:下|另|别的?|换|再来)(?:外)?一?(?:句话?|条|个|处)|^换(?:一?[句条个])?$/u
const PREVIOUS = /^再?(?:上|前)一?[条个处件项点]$/u
const NTH = new RegExp(
  `^(?:展开|打开|说说|讲讲)?第?(?<number>${NUMERAL})${UNIT}?(?<whole>的?${WHOLE})?$`,
  'u',
)
const OPEN_NTH = new RegExp(`^展开第?(?<number>${NUMERAL})${UNIT}?$`, 'u')
const PARAGRAPH = /^第(?<number>[1-9]\d{0,2}|[一二三四五六七八九十百]{1,5})(?:自然)?段$/u
const LAST = /^最后(?:一)?[条个段项处则]?$/u
const NEIGHBOUR =
  /^(?:它|这句话?)?的?(?<by>上|前|下|后)面?[那这]?一?(?<of>自然段|段|句)话?(?:是|怎么|说|写|的)*(?:什么|啥)?$|^(?:它|这句话?)?的?(?<side>前|后)面(?:又|还|接着?|是|怎么|说|写|讲|的|了)*(?:什么|啥)?的?$/u
const TABLE =
  /^(?:(?:做|列|整理|汇总|排|弄|画|转|换|变|搞|生成|用)*(?:成|为|出|个|一个|一张|张)*(?:表格?|列表)(?:格|形式|展示|看)*|(?:各地|各县|都|横向)?(?:对比|比较|比一比)|as a table|table|compare)$/u
const CHART =
  /^(?:做|列|整理|汇总|弄|画|绘|转|换|变|搞|生成|用|看|出)*(?:成|为|出|个|一个|一张|张)*(?:(?:走势|趋势|变化|折线|曲线|柱状|柱形|条形|统计|数据)图|图表?|折线|曲线)(?:形式|展示|看|表示)*$|^(?:as a )?chart$|^(?:draw|plot)(?: it| a chart)?$/u
const OPEN = new RegExp(
  `^(?:(?:上面|刚才|前面)?的?(?:[那这]?一?[条个句段])?的?${WHOLE}|(?:详细|具体)(?:点|些|内容|说说|讲讲|怎么[说写]的?)|(?:原话|原文|原句)(?:到底|具体)?是?(?:(?:什么|啥)(?:样的?)?|(?:怎么|咋)[说写讲]的?)?|整个段落|这一?段|段落|(?:整|全)句(?:话)?(?:给我|发我)?)$`,
  'u',
)
const CITE =
  /^(?:(?:有)?(?:什么)?(?:出处|来源|引用|引文格式|引用格式)(?:是什么|在哪里?|呢)?|(?:出处|来源|引用|注释|脚注)?(?:该|要|应该)?怎么(?:引用|写|标|注|标注|注明)(?:出处|来源)?|复制|在哪(?:里|儿)?(?:说的)?|哪(?:里|儿)?(?:说|来)的|从哪(?:里|儿)?来的|谁(?:说|讲|作|做|写|报告|提)的|谁的(?:话|报告)|出自(?:哪里|哪儿|哪份报告|谁)|(?:[那这]?一?[次个场份]?(?:会议?|大会|两会|报告|讲话))?(?:是|在)?(?:(?:什么时候|啥时候|何时)(?:(?:召?开|[说作])?的会?)?|(?:哪一?天|几月几[日号]|几号)(?:的|(?:召?开|[说作做讲念])的?)?会?)|(?:会议|大会|开会)(?:的)?(?:时间|日期)|哪一?年(?:的|说的)?(?:数字?|数据|事)?|在?哪(?:一?次|个)会议?(?:上)?(?:[说讲作])?的?|哪一?(?:个|份|本|篇)报告(?:里)?(?:的)?(?:第?哪一?(?:页|段|节|部分))?(?:说|来|写|讲|提|解释)?的?|第?哪一?(?:页|段)的?|(?:能|可以|可不可以|能不能|能否)(?:直接)?(?:引用|引|写进(?:稿子|材料)里?)(?:不|吗|么)?|(?:给|要|附上?|标注?|注明|写|带上?|加上?|弄|生成)*(?:个|一下|一个|一条|份)?(?:完整的?|准确的?|规范的?|正式的?)?(?:原文)?(?:出处|来源|引文|引用|注释|脚注|参考文献|文献)(?:格式|信息)?(?:给我|发我|吧|呗)?|(?:按照?|用|以)?(?:论文|学术|期刊|国标|标准|规范|gb.?t ?7714|bibtex)的?(?:引用|引文|参考文献|文献|注释|脚注)?(?:的)?(?:格式|规范|样式)?(?:给|发|写|标|来)?(?:我|出来|一[个条下份])*|source|cite)$/u
const WHY =
  /^(?:那|这|又)?(?:是)?(?:为什么|为啥|为何|什么原因|啥原因|原因(?:是什么)?|怎么会?|凭什么|why)(?:会|要|[定订设说])*得?(?:[这那]样|(?:[这那]么|如此|比\p{sc=Han}{2,6})?[高低多少快慢大小])?(?:呢|啊)?$/u
/** 第3件具体怎么弄: one of the things that the words shown number. */
const ITEM = new RegExp(
  `^第?(?<number>${NUMERAL})(?:件|点|方面|大?项|条|个)(?:实?事)?(?<tail>(?:具体|详细|到底|是|要|该|怎么|如何|咋)*(?:弄|做|办|干|落实|推进|说|写|讲|回事|什么|啥|内容|安排|原话|原文|全文)*的?)$`,
  'u',
)
/** 省里, 市里那边, 全国: the place above. */
const ABOVE =
  /^(?:(?:全|咱们?|我们?)?(?<level>省|自治区|市|州|盟|地区)(?:里面?|里头|上面?|政府|层面|[这那]边)|全(?<whole>省|区|疆|市|州)|(?<near>[省区市州])上|(?<nation>全国|国家|中央)(?:层面|那边|上)?)(?:的|报告[里中]?|怎么[说定写]的?|[说写]的|怎么样|情况|也|都|是|一样|有没有|[提说]没[提说]到?|(?:提|说|讲)(?:没有|到)?|[这那][个条件项]\p{sc=Han}{0,2})*$/u
const ASKS_ON = new RegExp(`${ASKS_WHAT}|多[大长高久]|[吗没]|(?<verb>\\p{sc=Han})不\\k<verb>`, 'u')
/** 2023年目标, after an answer about another year. */
const OF_YEAR = /^(?:(?:19|20)\d\d年?|[今明去]年)的?(?:目标|计划|实绩|完成情况)(?:是?多少)?$/u
/** 差多少, 高了几个点, 谁多: of two that were asked about. */
const WEIGH =
  /^(?:那|到底|究竟|其中|[这那]?[两二三四五六几](?:个|家|地|者|[县市省区])(?:里头?|里面|当中|之中|中间)?|相?比(?:一?比|较|起来)?[，,]?)*(?<who>(?:谁|哪(?:一?个|边|里|份|儿)?(?:县|市|地方)?)的?)?(?:[今去前明]年的?)?(?:目标|增速|增幅)?(?:更|要|都|还)?(?:[增涨升长定]得)?最?(?:差|高|低|多|少|快|慢|大|小|强)(?:了|出|一?[点些])*(?:[\s，,]*[差高低多少快慢大小强](?:了|出)?)?(?:多少|几(?:个|倍)?(?:百分)?点?)?$/u
/** 增速排一下: of the places that were asked about. */
const RANKS =
  /^(?:那|把?[这那]?[两二三四五六几](?:个|家|地|者))*的?(?:目标|增速|增幅|数)?排(?:一下|一排|个?[序名次]+|个?队)(?:看看)?$/u
const TOLD =
  '(?:(?:19|20)?\\d\\d年?|[去前今明上]一?年)?定?的?(?:[这那]个|上面|前面|目标|计划|实际|实绩|完成)?(?:数|值|的)?'
/** 目标比实际多出来多少, 目标定高了还是定低了: of two that are told of one place. */
const WEIGHED = new RegExp(
  `^(?=.*(?:目标|计划|实际|实绩|[这那]个))(?:那|就是说|也就是说|所以|这么说|是不是|是|[，,])*${TOLD}(?:(?:定|说)?得?(?:是|要|都|反倒|反而)?比${TOLD}(?:还|更|要|都|是|反倒|反而)*[多高少低大小快慢](?:出来?|了|些|一?点)*(?:还是(?:更|要)?[多高少低大小快慢]|多少|几.{0,3})?|定得?[高低大小多少]了?还是定?得?[高低大小多少]了?)[咯吧嘛啊吗么]*$`,
  'u',
)

/** 啥意思这个词, 这是什么意思: a term in what was shown. */
const MEANING =
  /^(?:(?:这|那)(?:个|句|一?个?)?(?:词语?|说法|提法|概念|名词|话|东西)?)?(?:是|指的?|到底|具体)*(?:个?(?:什么|啥)意思|(?:怎么|如何|咋)(?:理解|解释|讲)|(?:的)?含义(?:是(?:什么|啥))?|指(?:的是)?(?:什么|啥))(?:这个?|那个?)?(?:词语?|说法|提法|概念|名词|话)?$/u
/** 那是多少, 9000人还是1.1万人 as it is settled: the question itself. */
const HOW_MUCH = /^(?:那么?)?(?:到底|究竟|实际上?|应该|正确的?|真实的?|报告里)*(?:是)?多少$/u
const REPEAT =
  /^(?:请|麻烦)?(?:再|重新?|重复)(?:[说讲念来发]?一[遍次下])(?:[，,\s]*(?:简?短|简单|简洁|慢)一?[点些])?$|^(?:真的?|报告[里中]?|就|那|都)*(?:没有?|冇)(?:[写说提讲]到?过?|有)?(?:[吗么]|了吗)$/u
/** 最近一份报告里是多少, 最新的呢. */
const NEWEST =
  /^(?:那|在)*最[新近后](?:的|一)*[份年次届]?的?(?:报告)?[里中上]?的?(?:[写说定提]的?)?是?(?:多少|几|什么|怎么[说写]的?|呢)?$/u
/** 第五部分讲了啥: of the report that was shown. */
const PART =
  /^(?:这份|那份|它的?)?(?:报告)?的?(?:里面?)?(?<part>第[一二三四五六七八九十\d]{1,3}(?:个|大)?(?:部分|章))(?:主要)?(?:讲|说|写|是)?了?(?:些)?(?:什么|啥|哪些)?(?:的?内容)?$/u
/** 伊宁有吗: the same of another place. */
const WHETHER = /^(?<words>.{2,8}?)(?:也|都)?(?:有没有|有|提到?了?|说到?了?|写到?了?)(?:吗|么|没有?|呢|不)?$/u
/** 这届什么时候办的: the topic of the question, and something else that is asked about it. */
const ABOUT =
  /^(?:这|那|该)(?:一)?(?:[届次项种件些条批]|个(?=什么时候|何时|哪年|在哪|为什么|谁|花))的?(?<words>(?:是|要|会|得|又|都|一共|总共)*(?:什么时候|啥时候|何时|几时|哪|在哪|谁|由谁|多少|花了?|用了?|怎么|如何|咋|为什么|为啥|办|搞|有多|有几|有哪|能).*)$/u
const TARGET = /^(?:主要|预期)*(?:目标|计划|任务|安排|打算)(?:值|数|的)?$/u
const ACTUAL = /^(?:实绩|回顾|实际(?:数|值|完成|情况)?|完成(?:数|值|情况|的)|结果|已?完成的?)的?$/u
/** 只要安排不要回顾. */
const BUT_NOT = /(?<=\p{sc=Han}{2})[\s，,]*(?:不要|不看|别要)\p{sc=Han}{2,4}$/u
const NOT = /^(?:不要|不看|去掉|别要)/u
const ELSEWHERE = new RegExp(
  `^(?:有没有|还有|有)?(?:别的|其[他它余]的?|另外的?|各个?|所有的?|每个)(?:[几两三四五六]个?)?${PLACES}(?:的|都|也|报告|[里中]|[有提说写谈]到?过?|怎么样|情况|占比|比重|比例|增速|目标|数据?)*$`,
  'u',
)
/** 跟上海比, 加上浙江: a place beside the one of the question. */
const BESIDE =
  /^(?:再|也|还|是不是|是否)*(?:(?:加上?|添上?|带上|算上|并上)(?<added>.{2,12}?)(?:一起|一块儿?)?(?:比|对比|看|的)*(?:[，,](?:[两三四五几]|这|那)?[家个地者]?\p{sc=Han}{0,3}(?:谁|哪)\p{sc=Han}{0,5})?|(?<also>.{2,12}?)的?(?:(?:也|都)+(?:加上|添上|带上|算上|加进来|放进来|算进去|比一?比)|(?:拿来|拿出来|放在?一起|摆在?一起)(?:比一?比|对比|比较|看看?))|(?:跟|和|与|同|比起?|对比)(?<compared>.{2,12}?)(?:相比|比一?比|比较|对比|比)(?:起来|一下)?(?:呢|怎么样|如何|谁[高低多少好快]|[高低多少](?:多少|吗)?|差多少)?|比(?<than>.{2,12}?)(?:是|还|更|要|都)*[高低多少快慢](?:了|出)?(?:多少|几|吗)?)$/u
/** 不是，我说的是2024年: what was meant. */
const CORRECTION =
  /^(?:(?:不(?:是|对)|[你我]?(?:搞|弄|理解|说|查|看|打|写)?错)(?:的|了|啦|吧|啊|呀|哦)*[\s,，.。!！]+(?:(?:我|俺)?(?:想)?(?:说|问|要|指|找|查|看)的?(?:是|不是.{1,10}[,，]\s*而?是)|应该是|是指?|要的是)?|(?:我|俺)问的?是?(?=\p{sc=Han}{2,6}$)|(?:我|俺)(?:(?:想)?(?:说|问|要|指|找|查|看)的|的?意思)是说?|(?:no|sorry)[\s,.!]+(?:i mean(?:t)?)?)\s*/u
/** 我要的是目标，不是完成数. */
const NOT_THAT = /[\s，,]+不是.{1,10}$/u
/** 不是伊宁，是昭苏: a slogan may run so as well; 不是问产量，问面积 is none. */
const INSTEAD =
  /^我?不是(?:(?<asked>[问说要找查]).{0,10}[，,\s]\s*我?(?:是|想)?[问说要找查]的?是?|.{1,10}[，,]\s*(?:而|应该)?是)(?<words>.{2,20})$/u
/** 还有别的矿吗: another topic at the same place. */
const OTHER =
  /^(?:那|还)?(?:还?有没有|还?有)(?:什么|哪些)?(?:别的|其[他它]的?|另外的?)(?<words>\p{L}{1,8}?)(?:了|吗|么|没有?|呢)*$/u
/** 那里的路, 它的目标: of the place and year of the question. */
const PRONOUN =
  /^(?:那里|那边|那儿|那个?(?:地方|[县市区省州])|这个?(?:地方|[县市区省州])|当地的|[它他她](?!妈)们?|该[县市区省州])(?:的|那边的?|在)?(?=.{2})/u
const OPENING =
  /^(?:[光单只](?=\p{sc=Han}{2,}呢$)|那(?![句段])么?|换成?|改成|改为|再看看?|看看|如果是|要是|what about|how about|and)\s*/u
const SURE_OPENING = /^(?:那(?![句段])么?|换成?|改成|改为|what about|how about)/u
const CLOSING = /\s*(?:呢|的呢|怎么样|怎样|如何|又如何|是多少|的情况)$/u

export interface FollowUpOptions {
  /** Whether the first two characters are a word of the reports, as in 那拉提. Default false. */
  readonly opensWord?: boolean
}

/** As readFollowUp, by what the reports have: 那 of 那拉提 points at nothing, nor does 换 of 换届 change anything. */
export async function readFollowUpIn({ backend }: Searcher, text: string): Promise<FollowUp | null> {
  const [frequency = 0] = /^(?:[那光单只]|换(?!成))/u.test(text)
    ? await backend.frequencies([text.slice(0, 2)])
    : []
  return readFollowUp(text, { opensWord: frequency > 0 })
}

export function readFollowUp(text: string, { opensWord = false }: FollowUpOptions = {}): FollowUp | null {
  const plain = foldText(text)
    .replace(/^[\p{P}\p{S}\s]+|(?:(?![%‰])[\p{P}\p{S}\s])+$/gu, '')
    .replace(/(?<=\p{sc=Han})[啊呀吧啦嘛哦]+$/u, '')
    .replace(BUT_NOT, '')
  const claim = readClaim(plain)
  if (claim !== null) return claim
  for (const bare of barer(plain)) {
    const asked = readBare(bare)
    if (asked !== null) return asked
  }
  const meant = CORRECTION.test(plain) ? plain.replace(CORRECTION, '').replace(NOT_THAT, '') : ''
  if (meant !== '') return readFollowUp(meant) ?? { kind: 'change', words: meant, isSure: true }
  const { words: instead, asked } = INSTEAD.exec(plain)?.groups ?? {}
  if (instead !== undefined)
    return readFollowUp(instead) ?? { kind: 'change', words: instead, isSure: asked !== undefined }
  const only = ONLY.exec(plain)?.[0] ?? ''
  const rest = plain.slice(only.length).replace(TAIL, '').replace(/的$/u, '')
  if (only !== '' && rest !== '') return { kind: 'change', words: rest, isSure: true }
  return readChange(plain, opensWord)
}

/** The words as they are, then without what stands around them, a word at a time. */
function* barer(plain: string): Generator<string> {
  yield plain
  let tailless = plain
  while (TAIL.test(tailless)) {
    tailless = tailless.replace(TAIL, '').trim()
    yield tailless
  }
  for (let rest = tailless; LEAD.test(rest); ) {
    rest = rest.replace(LEAD, '').trim()
    yield rest
  }
}

function readBare(bare: string): FollowUp | null {
  if (WEIGHED.test(bare)) return { kind: 'weigh', isOfPlaces: false, words: bare }
  if (MORE.test(bare)) return { kind: 'more', isOfShown: GOES_ON.test(bare) }
  if (NEXT.test(bare)) return { kind: 'step', by: 1 }
  if (PREVIOUS.test(bare)) return { kind: 'step', by: -1 }
  if (LAST.test(bare)) return { kind: 'nth', number: -1, isWhole: false }
  const { number, whole } = NTH.exec(bare)?.groups ?? {}
  if (number !== undefined)
    return {
      kind: 'nth',
      number: readNumber(number),
      isWhole: whole !== undefined || OPEN_NTH.test(bare),
      mayBeItem: /^第.+[条项个]$/u.test(bare),
    }
  const paragraph = PARAGRAPH.exec(bare)?.groups?.number
  if (paragraph !== undefined) return { kind: 'paragraph', number: readNumber(paragraph) }
  const { side, by = side, of = '句' } = NEIGHBOUR.exec(bare)?.groups ?? {}
  if (by !== undefined)
    return {
      kind: 'neighbour',
      of: of === '句' ? 'sentence' : 'paragraph',
      by: /[上前]/u.test(by) ? -1 : 1,
    }
  if (CHART.test(bare)) return { kind: 'chart' }
  const { added, also = added, compared, than } = BESIDE.exec(bare)?.groups ?? {}
  const beside = also ?? compared ?? than
  if (beside !== undefined) return { kind: 'beside', words: beside }
  if (TABLE.test(bare)) return { kind: 'table' }
  if (OPEN.test(bare)) return { kind: 'open' }
  if (CITE.test(bare)) return { kind: 'cite' }
  if (WHY.test(bare)) return { kind: 'why' }
  const isNot = NOT.test(bare)
  const kind = bare.replace(NOT, '')
  if (TARGET.test(kind)) return { kind: 'only', words: isNot ? '完成情况' : '目标' }
  if (ACTUAL.test(kind)) return { kind: 'only', words: isNot ? '目标' : '完成情况' }
  const item = ITEM.exec(bare)?.groups
  if (item !== undefined && (item.tail !== '' || /[件点面]/u.test(bare)))
    return { kind: 'item', number: readNumber(item.number ?? '') }
  if (REPEAT.test(bare)) return { kind: 'again', isSame: true }
  if (asksForMentions(bare)) return { kind: 'mentions', words: bare }
  const above = ABOVE.exec(bare)?.groups
  if (above !== undefined) return { kind: 'above', level: levelAbove(above) }
  const level = ELSEWHERE.exec(bare)?.groups?.level
  return level === undefined ? null : { kind: 'elsewhere', level: level.replace(/^地方$|^地区$/u, '地') }
}

/** What stands above a county is its prefecture, whatever that is called. */
function levelAbove({
  level,
  whole,
  near,
  nation,
}: Readonly<Record<string, string | undefined>>): '省' | '市' | '国' {
  if (nation !== undefined) return '国'
  return /^(?:省|自治区|区|疆)$/u.test(level ?? whole ?? near ?? '') ? '省' : '市'
}

function readNumber(digits: string): number {
  return readNumeral(digits) ?? 1
}

/** 那昭苏呢, 换成2023年, 粮食呢: marked before or behind as a change to something said before. */
function readChange(plain: string, opensWord: boolean): FollowUp | null {
  const opening = opensWord ? '' : (OPENING.exec(plain)?.[0] ?? '')
  const words = plain.slice(opening.length).replace(CLOSING, '').trim()
  const own = plain.replace(PRONOUN, '').replace(CLOSING, '').trim()
  if (PRONOUN.test(plain) && own !== plain && own !== '')
    return { kind: 'change', words: own, isSure: true, isOfPlace: true }
  const about = ABOUT.exec(plain)?.groups?.words ?? PART.exec(plain)?.groups?.part
  if (about !== undefined) return { kind: 'about', words: about }
  if (MEANING.test(plain)) return { kind: 'meaning' }
  if (HOW_MUCH.test(plain)) return { kind: 'again', isSame: false }
  if (asksWhichKind(plain)) return { kind: 'again', isSame: true }
  if (NEWEST.test(plain)) return { kind: 'newest' }
  const who = WEIGH.exec(plain)?.groups
  if (who !== undefined || RANKS.test(plain))
    return { kind: 'weigh', isOfPlaces: who === undefined || who.who !== undefined, words: plain }
  if (OF_YEAR.test(plain)) return { kind: 'change', words: plain, isSure: false }
  if (isHollow(plain) && ASKS_ON.test(plain)) return { kind: 'about', words: plain }
  const other = OTHER.exec(plain)?.groups?.words
  if (other !== undefined) return { kind: 'change', words: other, isSure: false, isOfPlace: true }
  const whether = /(?:吗|么|没有?|呢|不)$/u.test(plain) ? WHETHER.exec(plain)?.groups?.words : undefined
  if (whether !== undefined) return { kind: 'change', words: whether, isSure: false }
  if (words === '' || (opening === '' && !/呢$/u.test(plain))) return null
  return { kind: 'change', words, isSure: SURE_OPENING.test(opening) }
}
