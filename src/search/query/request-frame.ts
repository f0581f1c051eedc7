/** Finds in a folded text what a person says around a topic to have words on it: 给领导写讲话稿，要用一句关于…的. */
import { type Run, runsOf } from './question-words.ts'

const MAKING = '写|做|起草|准备|撰写|采访|备课|研究|搞|弄|整理|编'
const WORK =
  '(?:研究|报道|新闻稿?|稿子?|讲话稿?|发言稿?|演讲稿?|文章|文稿|材料|论文|课题|选题|作业|调研|方案|公众号|推文|专题)'
const WISH = `${MAKING}|找|要用?|用|需要|引用|查|搜|来|给|看看?|了解|有没有|想要?|求`
const PIECE = '(?:话|句子|原话|原文|表述|提法|论述|段落|素材|金句|排比句|名句|口号|资料|说法|内容)'
/** 我在写一篇稿子，: what the words are for, before what is asked. */
const PURPOSE = new RegExp(
  `^(?:我们?|领导|单位|给[^，,。]{1,6}|正在?|在|最近|今天|明天|要|想|打算|准备)+[^，,。]{0,4}(?:${MAKING})(?:了|着|个|一|几|两|篇|份|段|期|关)*(?:新闻|研究|调研|讲话|发言|公众号)?${WORK}[，,。]`,
  'u',
)
/** 要用一句关于, 找几段有关: the wish, up to the topic. */
const ABOUT = new RegExp(`^[^。！？]{0,20}?(?:${WISH})[^，,。]{0,12}?(?:关于|有关|围绕)(?=[^，,。]{2})`, 'u')
const ASKED = new RegExp(
  `^(?:(?:请|麻烦|帮我|帮忙|给我|我要|我想要?|再|想|要)*(?:找|来|要|用|引用|推荐|给|求|有没有)+(?:(?:一|几|两|些)+[句段条个点些]?(?:${PIECE}的?)?(?:关于|有关)?|(?<=引用)))(?=[^，,。]{2})`,
  'u',
)
/** …的研究, …的话: the kind of words that is wanted, behind the topic. */
const BEHIND = new RegExp(`(?:方面|这块|这方面)?的?(?:${WORK}|${PIECE})?(?=[，,。?？!！]|$)`, 'u')
/** 这几份报告里, 那一段给我全文, 要能直接引用的原话 */
const CLOSING =
  /[，,]?(?:在)?(?:这|那)(?:里的?)?(?:几|些|五)?份(?:政府)?(?:工作)?(?:报告)?(?:里|中)?(?:面)?|(?:那|这)一?(?:段|句|部分)(?:话)?(?:给我|发我|发给我)?(?:全文|原文|原话|看看)?(?:给|发)?(?:我|一?下)?$|(?:给我|发我|发给我)(?:全文|原文|看看)$|(?:(?:^|[，,。\s])(?:最好|一定|必须|得)*要?|要)(?:能|可以|可|够)(?:直接|放心|原样)*(?:引用|写进(?:稿子?|材料|文章)里?|用在(?:稿子?|材料|文章)里)的?(?:原文|原话|句子|话|表述|说法)?(?=[，,。\s]|$)/gu

/** 找最核心的那几句, 原文发我, 后半句怎么说的. */
const PICKED =
  /(?:找|摘|挑|选|列|抄)出?(?:最?(?:核心|关键|重要|精彩|经典)的?)那?[几两一][句段条]话?|(?:原文|原话|原句|全文)(?:发|贴|抄)(?:给?我|出来)?|(?:的|[，,\s])[后前](?:半|一)句话?是?(?:咋|怎么|如何)?[说写讲]?[的来着]*(?=[?？。\s]|$)/gu

/** None in a text that nobody asks with. */
export function findRequestFrames(folded: string): Run[] {
  const closing = [CLOSING, PICKED].flatMap((pattern) => runsOf(folded, pattern))
  const purpose = PURPOSE.exec(folded)?.[0].length ?? 0
  const rest = folded.slice(purpose)
  const wish = (ABOUT.exec(rest) ?? ASKED.exec(rest))?.[0].length ?? 0
  if (purpose + wish === 0) return closing
  const start = purpose + wish
  const behind = BEHIND.exec(folded.slice(start))
  const tail =
    behind === null || behind[0] === '' || behind.index === 0
      ? []
      : [{ start: start + behind.index, end: start + behind.index + behind[0].length }]
  return [{ start: 0, end: start }, ...tail, ...closing]
}
