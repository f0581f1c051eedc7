/** Turns folded text into the runs in it that only ask or are polite, which tell nothing of what is asked about. */
import { cutWords } from '../../text/words.ts'

/** A longer text is a paste: no word of it asks, was mistyped or is the one that the reports lack. */
export const MAX_QUESTION_UTF16 = 100

/** A run of a folded text, `[start, end)` in UTF-16 units. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** Whether some character lies in both. */
export function overlaps(a: Run, b: Run): boolean {
  return a.start < b.end && b.start < a.end
}

/** 几 that asks for a number, and not the one of 好几条, 十几年 and 近几年. Source of a pattern. */
export const HOW_MANY = '(?<![好十百千万这那前后近头]|未来|过去)几'

/** What asks wherever it stands in a short text, 几 included. Source of a pattern. */
export const ASKS_WHAT = '多少|几|哪|什么|啥|谁|怎|咋|如何|何时'

/** Asking and politeness; longer ones first. Folded. */
const QUESTION_WORDS = [
  '你知道|请?介绍一下|请介绍|请?简述|请问一下|请问|麻烦问一下|麻烦问下|请告诉我|告诉我|请帮我查一下|请帮我|帮我查一下|帮我查|帮我找|帮忙查一下|麻烦|谢谢您|谢谢|你好|您好|我想知道|想知道|我想了解|想了解|查一下|查询|搜一下|找一下|看一下|有关于',
  '(?:在)?(?:已经?|所)?收录的(?=各|所有|这|报告|政府|工作)|的?(?:政府)?(?:工作)?报告(?:里|中|上)?(?:面)?(?:是)?(?:怎么|如何|怎样|咋|有没有|关于)?(?:说|提到|提及|提|讲|写|谈|论述|阐述|描述)(?:了|的|到)?(?:自己)?|(?:政府)?(?:工作)?报告(?:里|中)(?:面)?|(?<=市|县|区|州|省|旗|年)(?:政府工作|政府)?报告(?![书人会制])',
  '(?:的)?(?:那|这|哪)(?:一)?(?:部分|节|章|段)|还有哪些|都有哪些|有哪些',
  '(?:是|在)?(?:什么|啥)(?:时候|时间|时期|年代|地方)|(?:是|在)?(?:何时|何年|何地|何处|几时)|(?:是|在)?哪一?[年天月日](?:份)?|几月几[日号]',
  '(?:说|讲|指|包括|包含)?的?(?:是|有|包括|包含|指)(?:哪|那)(?:[几些]|[一二两三四五六七八九十]+)(?:个|项|条|种|类|方面|样|座|家)?(?:地方|东西|内容)?',
  '(?:是|究竟)?干(?:嘛|什么|啥)(?:用|使)?的|(?:是|指|到底|究竟)?(?:啥|什么|甚么)(?:意思|东西|玩意儿?|含义)|是个?啥|指啥|(?:是|又)?(?:怎么|如何|咋|怎样)(?:理解|讲|说|表述|描述|阐述|论述)的?(?=[?？，,]|$)',
  '(?:我|本人|我们)是(?:一[名个位])?[^，,。]{0,14}(?:记者|学生|研究生|老师|市民|居民|村民|家长|编辑|学者)[，,]|(?:我|我们|咱们|咱)(?:想|要|应?该|们?家|这儿|这里|这边|那边)?(?=[^国省州市县区])|听说|据说|印象(?:中|里)|好像(?:是)?|觉得|政府(?=管|怎|如何|有什么|有没有|做了|打算|准备|是不是|要不要|采取)',
  '(?:有没有|有什么|有啥|有哪些|是什么|什么|哪些)(?:好)?(?:办法|措施|举措|做法|说法|动作|动静|安排|打算)|(?:怎么|咋|如何|怎样)(?:治理?|管理?|整治|办理?|弄|搞|解决|应对|处理|落实|推进|开展|安排)(?=[?？呢的]|$)|(?:了|过)?(?:没有|没)(?=[?？]|$)|越来越[多少大小高低]?',
  // 修不修, 建没建: the verb is asked for once.
  '(?:这句)?(?:原文|原话|原句)(?:到底|具体)?(?:是)?(?:怎么|如何|咋)(?:写|说|讲)的?|要?一字不差|大意(?:是|为)?|(?:是个?)?什么鬼',
  '该不该|要不要|敢不敢|肯不肯|愿不愿意?|(?<=(?<verb>\\p{sc=Han}))[不没]\\k<verb>',
  // 搞得咋样了, 发展得怎么样: the verb that says nothing, and what asks of any.
  '(?:[搞弄干做办整]得?|得)(?:怎么样|咋样|怎样|如何)了?|(?:怎么样|咋样|怎样)了?(?=[?？，,。\\s]|$)',
  '管不管|行不行|好不好|够不够|解决(?:了)?(?:没有|没)|咋样|咋办|咋|(?:平均)?(?:一年|一天|一个月|每年|每天)(?=能|要|有|可|大概|总共|多少|几|送|来|产|卖|办|共|好)',
  '是什么(?:意思|标准|概念)|什么意思|指的是什么|指的是|是指什么|是指|指什么|什么是|是啥意思|是啥|怎么解释|如何解释|是怎么定义的|的含义|的定义|名词解释',
  '(?:名字)?叫(?:做|作)?(?:什么|啥)(?:名字|名)?|为什么|为何|为啥|为甚么|凭什么|凭啥|何谓|怎么样|怎么办|怎样|怎么|如何|是什么|有什么|做了什么|什么样|什么|啥|何种',
  `(?:是|有|达到|达)?(?:了)?(?:多少|${HOW_MANY})(?:人次|公里|万人(?!口)|万(?=人口)|万亩|亿元|万元|平方米|个百分点|人(?![口才])|[个户名家所座条项亩吨元列场次辆台套天年月号钱种块间处栋件头拨批口匹棵只张部本层位支盏股])?(?![厕籍])|百分之几|多高|多大|多长|多远|多久|多重|多宽|多深|多快|占多大`,
  '现在|目前|如今|一共|总共|到底|究竟|大概|大约|那个|这个|打算|准备|想要|问一下|问下|问问|能够',
  '(?:具体)?(?:是|有|包括|包含)?(?:哪[一二两三四五六七八九十几]*(?:方面|[个项条种类方家位座次场部支所届本首款颗只名段篇门张批处间])|哪些)|(?:排名?|位?居|列)?第几(?:[名位]|(?=[届任次代]))?|(?:是)?哪(?:里|儿|国)的?人|什么人|具体|分别|在哪里|在哪儿|(?<!存)在哪|到哪里|去哪里|哪里|哪儿|哪(?=[?？]|$)|是谁|由谁|谁',
  '(?:government )?(?:work )?report (?:say|says|said|mention|mentions)(?: about| on| of)?(?![a-z])|government work reports?(?![a-z])',
  '(?:how many|how much|what|which|who|when|where|why|how|did|does|do|is|are|was|were|has|have|the|of|in|on|for|to|a|an|and|about|by|at|please|tell me|show me)(?![a-z])',
  '(?:有没有|有无|是否|是不是|有)(?:提到|提及|说到|讲到|谈到|写到|提过|说过)(?:了|过)?|有没有|有无|是否|是不是|能不能|会不会|可不可以|能否|可否|(?:吗|呢|吧|么|呀|啊|来着)+(?=[\\s,，.。!！?？]|$)',
]
const ASKING = new RegExp(QUESTION_WORDS.join('|'), 'gu')
const WHOLE = new RegExp(`^(?:${QUESTION_WORDS.join('|')})$`, 'u')
/** Characters that ask wherever they stand. Others do as words only: no 几 of 茶几 or 几何, no 目前 of 项目前景. */
const CORE = /^(?:.*(?:谁|什么|甚么|啥|多少|怎么|怎样|如何|为何|为啥|哪[里些个儿]|第几|[吗呢么呀啊]))?/u
/** Words that somebody else chose: nothing in a title or a quotation asks. */
export const QUOTED = /《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"/gu

/** Finds the runs from left to right. A word at the end of which a run has only a part stays: 月球 of 多少月球岩石. */
export function findQuestionWords(folded: string): Run[] {
  const matches = [...folded.matchAll(ASKING)]
  if (matches.length === 0) return []
  const boundaries = new Set(cutWords(folded).map(({ index }) => index)).add(folded.length)
  return matches.flatMap(({ index, 0: match }): Run[] => {
    const core = CORE.exec(match)?.[0].length ?? 0
    let end = index + match.length
    let start = index
    // 修了 is one word, and 几条 asks behind it.
    while (core === 0 && start < end && !boundaries.has(start)) start++
    if (start > index && !WHOLE.test(folded.slice(start, end))) return []
    while (end > Math.max(start, index + core) && !boundaries.has(end)) end--
    return end > start ? [{ start, end }] : []
  })
}

/** Finds what stands in quotation marks or the marks of a title, with the marks. */
export function findQuoted(folded: string): Run[] {
  return runsOf(folded, QUOTED)
}

/** All matches of a pattern with the flag g. */
export function runsOf(folded: string, pattern: RegExp): Run[] {
  return [...folded.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }))
}
