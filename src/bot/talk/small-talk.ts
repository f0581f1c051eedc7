/** Turns a message into the kind of small talk that it is, or null when it asks for something. */
import { foldText } from '../../text/normalizer.ts'

/** What people say beside their questions; the first kinds outweigh the later ones when a message has several. */
const TALK = {
  how: '(?:请问)?(?:这个|这|你|您)?(?:机器人|东西)?(?:要|该)?(?:怎么|怎样|如何|咋)(?:使用|用|玩|操作|提问|问|查询?)|使用(?:方法|说明|指南)|用法|帮助|教教我|你(?:都)?(?:能|会|可以)(?:帮我|为我)?(?:做|干|查|回答)?(?:点|些)?(?:什么|啥|哪些)(?:事情?|问题|功能)?|(?:有|都有)?(?:什么|哪些)(?:功能|用处?)|what can you do|how (?:do i|to|can i) use (?:this|it|you)|how does (?:this|it) work|help(?: me)?',
  who: '(?:你|您)(?:到底|究竟)?(?:是|叫)(?:谁|哪位|什么名字|什么|啥|干什么的|做什么的|干嘛的)(?:东西|机器人)?|(?:你|您)是(?:个?机器人|人工智能|ai|真人|人)(?:吗|还是人|还是机器人)?|(?:请)?(?:做个)?(?:自我介绍|介绍一下(?:你)?自己)(?:一下)?|who are you|what are you|are you (?:a )?(?:bot|human|ai)',
  complaint:
    '不对|错了|你错了|不是这个|答非所问|没用|不好用|看不懂|听不懂|不准确?|胡说(?:八道)?|垃圾|什么鬼|wrong|useless',
  thanks:
    '(?:非常|十分|太|万分|真是)?(?:感谢|谢谢|多谢|谢过|谢)(?:你|您|你们|大家)?(?:的)?(?:帮助|帮忙|回答|解答)?|(?:你|您)?辛苦(?:你|您)?|太好|thank(?:s| you)(?: very much| so much| a lot)?|thx',
  greeting:
    '你们?好|您好|大家好|哈[喽啰罗]|嗨|喂|在[吗不么](?:在)?|有人[吗么]|(?:早上|上午|中午|下午|晚上)好|早安|早晨|晚安|早|hi|hello|hey|good (?:morning|afternoon|evening)',
  farewell: '再见|拜拜?|回见|下次见|回头见|good ?bye|bye(?: bye)?|see you',
  assent:
    '收到|好(?:的|吧|嘞|滴|呀|啊|勒)?|行(?:吧)?|可以|没问题|明白|知道|了解|懂|清楚|原来如此|这样(?:子)?|对(?:的)?|是(?:的)?|没错|没事|不用|算|随便|厉害|真?棒|很好|不错|赞|牛|哈+|呵+|嘿+|嗯+|[哦噢喔]+|ok(?:ay)?|got it|i see|nice|great|cool|yes|no',
} as const
export type Talk = keyof typeof TALK

const KINDS = Object.keys(TALK) as Talk[]
const PHRASES = KINDS.map((kind) => ({ kind, pattern: new RegExp(`^(?:${TALK[kind]})`, 'u') }))
/** What carries no meaning between and behind such phrases. */
const FILLER = /^(?:[啊呀呢吧啦哈嘛吗么的了哟喽喔]|请|那|就|先|都|也|机器人|小?引据|bot)/u
/** A longer message has something to say. */
const MAX_TALK_UTF16 = 40

export function readTalk(text: string): Talk | null {
  if (text.length > MAX_TALK_UTF16) return null
  let rest = foldText(text)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
  const found = new Set<Talk>()
  while (rest !== '') {
    const read = longestPhrase(rest)
    const filler = read === null ? FILLER.exec(rest)?.[0] : undefined
    const length = read?.length ?? filler?.length ?? 0
    if (length === 0) return null
    if (read !== null) found.add(read.kind)
    rest = rest.slice(length).trimStart()
  }
  return KINDS.find((kind) => found.has(kind)) ?? null
}

/** The longest phrase that the text begins with; a word of Latin letters must end there. */
function longestPhrase(text: string): { readonly kind: Talk; readonly length: number } | null {
  let longest: { kind: Talk; length: number } | null = null
  for (const { kind, pattern } of PHRASES) {
    const length = pattern.exec(text)?.[0].length ?? 0
    const isCut = /[a-z]$/u.test(text.slice(0, length)) && /^[a-z]/u.test(text.slice(length))
    if (!isCut && length > (longest?.length ?? 0)) longest = { kind, length }
  }
  return longest
}
