/** Turns a message into the kind of small talk that it is, or null when it asks for something. */
import { foldText } from '../../text/normalizer.ts'

/** What people say beside their questions; the first kinds outweigh the later ones when a message has several. */
const TALK = {
  how: '(?:请问)?(?:这个|这|你|您)?(?:机器人|东西)?(?:要|该)?(?:怎么|怎样|如何|咋个?)(?:使用|用|玩|操作|提问|问|查询?)|使用(?:方法|说明|指南)|用法|(?:怎么|怎样|如何|咋)(?:才能|可以)?(?:只|单|光)(?:看|查|搜|要)\\p{sc=Han}{1,8}的|不(?:想|要)看(?:别|其[他它])的?(?:\\p{sc=Han}{0,2})|(?:怎么|怎样|如何|咋)(?:限定(?:地方|地区|年份|范围)|筛选|缩小范围|导出(?:表格)?|换语言)|帮助|教教我|(?:你|您)?(?:都)?(?:能|会|可以)(?:帮我|为我)?(?:做|干|查|回答)?(?:点|些)?(?:什么|啥|哪些)(?:事情?|问题|功能)?|(?:有|都有)?(?:什么|哪些)(?:功能|用处?)|我?(?:不太|不大|还不|不)(?:会|懂|知道)(?:怎么)?(?:用|打字|操作|弄)|我?(?:年纪大了?|老了)?(?:搞|弄|用|学)不(?:来|懂|明白|会|转)|what can you do|how (?:do i|to|can i) use (?:this|it|you)|how does (?:this|it) work|help(?: me)?',
  who: '(?:你|您)(?:到底|究竟)?(?:是|叫)(?:谁|哪位|什么名字|什么|啥|干什么的|做什么的|干嘛的)(?:东西|机器人)?|(?:你|您)(?:是不是|到底是|究竟是|是)(?:个?机器人?|人工智能|ai|真的?人|活人|人)(?:吗|不|么|还是(?:真?人|机器人?|ai|人工智能))?|(?:是)?(?:哪|什么)(?:个|家|些)?(?:公司|单位|团队|机构|部门|人)(?:做|开发|研发|造|搞|弄|设计)(?:出来)?的|谁(?:开发|研发|设计|造)(?:出来)?的|(?:请)?(?:做个)?(?:自我介绍|介绍一下(?:你)?自己)(?:一下)?|who are you|what are you|are you (?:a )?(?:bot|human|ai)',
  trust:
    '(?:你|您)?(?:会不会|会|是不是|是否|能不能)(?:自己|随便|胡|乱|瞎|在)*(?:编造?|造假|杜撰|改动?|生成)(?:的|数据|数字|原文|内容|答案|出来)*[吗么]?|(?:你|您)?(?:们)?(?:给|说|讲|答|查)?(?:的|出来的)?(?:这|那)?(?:个|些|条)?(?:数字?|数据|结果|信息|答案|内容|回答|原文|资料|引文)?(?:是不是|都|是|会|一定|到底|真)*(?:(?:准确|可靠|靠谱|可信|权威|真实|官方|最新|真|准|全|对)的?(?:[吗么]|不(?![准全对真靠可])|吧)|准不准确?|全不全|对不对|真不真|靠不靠谱|可不可[靠信]|能信[吗么]|可信[吗么])|(?:你|您)?(?:能)?(?:确定|肯定|保证)(?:[吗么]|没错[吗么])|真的假的|(?:你|您)?的?(?:数据|资料|内容|信息)(?:是|都是)?(?:从)?(?:哪|哪里|哪儿|什么地方)来的?|(?:数据|资料)?来源可靠[吗么]|(?:数据|资料|报告)(?:更新|收录|收)到(?:哪一?年|什么时候)(?:了)?|(?:你|这里)(?:都)?(?:收录?|有)了?(?:哪些|多少份?|几份)报告|is (?:this|it) (?:true|accurate|reliable)|are you sure',
  write:
    '(?:你|您)?(?:能不能|能否|可不可以|可以|能|会|再|给我|替我|帮我|帮忙|帮)*(?:写|起草|草拟|拟|编写?|润色|改写|翻译|扩写|仿写|缩写|续写|生成|创作|总结|概括)(?:成|一下|点|几)*(?:一?[篇段个份句条首])?(?:这[段个篇句]|它|上面的?)?(?:话|成)?(?:稿子?|讲话稿?|发言稿?|演讲稿?|文章|作文|诗|报道|新闻稿?|总结|材料|标语|口号|标题|开头|结尾|结束语|报告|方案|心得(?:体会)?|通知|英文|英语|中文|白话)?[吗么]?|(?:能不能|能否|可以|再|帮我|给我|请)*(?:给|来|写|拟)(?:我)?(?:个|一个|一?[段句])(?:一句话)?的?(?:导语|导言|摘要|提要|概要|标题|开头|结尾)[吗么]?|(?:请|麻烦)?(?:你|您)?(?:能不能|能否|可以|能|可不可以|用|再|更|说|讲|解释|弄|换)*(?:得|的)?(?:通俗易懂|通俗|浅显易懂|浅显|直白|口语化?|大白话|白话|人话|简单|好懂|易懂)(?:一?[点些])?(?:的话|的说法|的语言)?(?:来|地|的)?(?:说|讲|解释|表达)?(?:一?[点下遍])?[吗么]?',
  complaint:
    '太(?:长|啰嗦|多|乱|复杂|笼统)|看不过来|说重点|讲重点|(?:第[一二三四五六七八九\\d]+[句条个])?(?:到底)?(?:哪里?|哪儿|哪个|什么地方|怎么|为什么)(?:会|是|有|说)?(?:错|不对|不一样|不符)了?|(?:错|不对|不一样|不符)了?(?:在|是)?(?:哪里?|哪儿|什么地方)|(?:(?:这|你)(?:个|条)?)?(?:回答|答案|数字?|结果)?(?:好像|是不是|是)?(?:不对|错了?|有问题|有误|不是这个)(?:吧|啊)?|我问的不是(?:这个)?|你?(?:搞|弄|说|查|找|答|理解)错了|(?:这个?|那个?)?(?:你|您)?这?(?:个|破|什么)?(?:机器人)?(?:怎么|咋|为什么|为啥)?(?:老是?|总是?|又|净|一直|每次都?|都)?(?:答非所问|瞎答|乱答|胡说|答不(?:上来|出来|对)|听不懂(?:人话)?)|(?:真?烦|气)死(?:了|人了?|我了)?|(?:真|太|好)(?:差|烂|蠢|笨|傻|烦)|什么(?:破|烂)(?:玩意儿?|东西|机器人)|没用|不好用|我?(?:还是)?没(?:看|听|搞)(?:懂|明白)|看不懂|听不懂|不准确?|胡说(?:八道)?|垃圾|什么鬼|牛头不对马嘴|wrong|useless',
  thanks:
    '(?:非常|十分|太|万分|真是)?(?:感谢|谢谢|多谢|谢过|谢)(?:你|您|你们|大家)?(?:的)?(?:帮助|帮忙|回答|解答)?|(?:你|您)?辛苦(?:你|您)?|太好|thank(?:s| you)(?: very much| so much| a lot)?|thx|tks|3q',
  greeting:
    '(?:各位)?(?:老师|领导|同志|亲|大佬|朋友|小编|师傅)们?(?:你|您)?好|你们?好|您好|大家好|哈[喽啰罗]|嗨|喂|在[吗不么](?:在)?|有人[吗么]|(?:早上|上午|中午|下午|晚上)好|早安|早晨|晚安|早|hi|hello|hey|good (?:morning|afternoon|evening)',
  farewell: '再见|拜拜?|回见|下次见|回头见|good ?bye|bye(?: bye)?|see you',
  assent:
    '收到|好(?:的|吧|嘞|滴|呀|啊|勒)?|行(?:吧)?|可以|没问题|明白|知道|晓得|了解|懂|清楚|原来如此|这样(?:子)?|对(?:的)?|是(?:的)?|没错|没事|不用|算|随便|(?:你|您)?(?:真|太|好|很)*(?:厉害|棒)|(?:很|真|挺|还|太|非常|特别)?(?:有用|有帮助|管用|专业|方便|全面?|详细|快|清楚|满意)|帮(?:了|上)?(?:我)?大忙|很好|(?:真|挺|还)?(?:是)?不错|(?:真|挺|还|很|太)?好用|赞|牛|哈+|呵+|嘿+|嗯+|[哦噢喔]+|ok(?:ay)?|got it|i see|nice|great|cool|yes|no',
} as const
export type Talk = keyof typeof TALK

const ABOUT_BOT: readonly Talk[] = ['how', 'who', 'trust']
const KINDS = Object.keys(TALK) as Talk[]
const PHRASES = KINDS.map((kind) => ({ kind, pattern: new RegExp(`^(?:${TALK[kind]})`, 'u') }))
/** Words of questions about the bot; a text of nothing else that calls it by 你 asks what it is, can, or is worth. */
const OF_BOT = new RegExp(
  `^(?:${[
    '你们?|您|这个?|那个?|东西|玩意儿?|软件|工具|程序|机器人?|真人|活人|bot|系统',
    '是|不|到底|究竟|还是|的|了|都|也|啊|哦|呀|呢|吗|么|吧|嘛|哈+|呵+|那|还|就|又|在|会|能|可以|行|要|想|懂|听|得|晓得|知道',
    '给|查|搜|找|回?答|说|讲|看|干|做|造|编|骗|开发|发明|写|叫|用|帮|陪|聊天?|唱|教|我们?|点|些|个|首|段',
    '什么|啥|谁|哪[里儿些个家]?|几|多|怎么|怎样|如何|咋|名字|公司|单位|地方|报告|问题|事情?|话|功能|用处?|好|有|没',
    '准确?|可靠|靠谱|可信|官方|正式|账号|[一二两三四五六七八九十]?份|最[早新旧晚近]|网站|直接|引用|作数|算数|乱|瞎|胡|假|真|对|笑话|歌|故事|英[语文]|中文',
    '(?:what|can|could|u|you|are|r|is|who|made|how|does?|do|work|any|in|i|ask|me|a|the|real|human|speak|understand|english|chinese|tell|joke)(?![a-z])',
    '\\s',
  ].join('|')})`,
  'u',
)
const CALLS_BOT = /你|您|机器人|(?:东西|玩意儿?|软件|工具|程序|系统)|\b(?:u|you|bot)\b|笑话|唱[首个支]歌/u
/** What is asked of it; 你说的是哪份报告 asks of its answer. */
const ASKS_OF_BOT: readonly (readonly [Talk, RegExp])[] = [
  ['trust', /准|可靠|靠谱|可信|官方|引用|数|最[早新旧晚近]|乱|瞎|胡|骗|假|编/u],
  ['who', /机器|真人|活人|名字|谁|公司|单位|笑话|歌|聊|who|real|human|joke/u],
  ['how', /能|会|可以|功能|用|懂|can|how|work|english|英|中文/u],
]
/** What carries no meaning between and behind such phrases. */
const FILLER =
  /^(?:[啊呀呢吧啦哈嘛吗么的了哟喽喔哦]|请|那|就|先|都|也|(?:你们|大家)看|这个(?=机器人)|机器人|小?引据|bot)/u
/** A whole text to be made of a place or year; what is said about a topic (关于…) is looked for. */
const WRITES =
  /^(?:请|帮我|给我|替我|麻烦|你|能不能|我要)*(?:代?写|起草|草拟|生成|拟写)(?:出)?一?[份篇个](?!.*(?:关于|有关|围绕)).{0,20}(?:报告|讲话稿?|发言稿?|文章|总结|材料|新闻稿?|心得(?:体会)?)$/u
/** [抱拳] behind the words, as other messengers write a picture. */
export const EMOTICONS = /(?:\[\p{sc=Han}{1,4}\]\s*)+$/u
/** A longer message has something to say. */
const MAX_TALK_UTF16 = 40

export function readTalk(text: string): Talk | null {
  if (text.length > MAX_TALK_UTF16) return null
  let rest = foldText(text.replace(EMOTICONS, ''))
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
  // A thumb or a smile; digits are pictures, too, by that name.
  if (rest === '' && /\p{Extended_Pictographic}/u.test(text)) return 'assent'
  if (WRITES.test(rest)) return 'write'
  const asked = readAskedOfBot(rest)
  const found = new Set<Talk>()
  while (rest !== '') {
    const read = longestPhrase(rest)
    const filler = read === null ? FILLER.exec(rest)?.[0] : undefined
    const length = read?.length ?? filler?.length ?? 0
    if (length === 0) return asked
    if (read !== null) found.add(read.kind)
    rest = rest.slice(length).trimStart()
  }
  // Who it is says what it does, and that its words are those of the reports.
  if (ABOUT_BOT.filter((kind) => found.has(kind)).length > 1) return 'who'
  return KINDS.find((kind) => found.has(kind)) ?? null
}

function readAskedOfBot(text: string): Talk | null {
  if (!CALLS_BOT.test(text)) return null
  for (let rest = text; rest !== ''; ) {
    const length = OF_BOT.exec(rest)?.[0].length ?? 0
    if (length === 0) return null
    rest = rest.slice(length)
  }
  return ASKS_OF_BOT.find(([, sign]) => sign.test(text))?.[0] ?? null
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
