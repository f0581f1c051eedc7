/** Says why a line is no part of the report: page numbers, navigation, toolbars, publication data, advertising. */

import { withoutSpaces } from '../../text/normalizer.ts'
import { ABRIDGED } from './printed-note.ts'

type Pattern = readonly [pattern: RegExp, reason: string]

/** The reason under which page numbers go: a running head stands beside them. */
export const PAGE_NUMBER = 'page number'

/** Furniture wherever it stands, also between two lines of a paragraph. */
const ANYWHERE: readonly Pattern[] = [
  [/^[-—–－─_·•~]+\d{1,3}[-—–－─_·•~]+$/u, PAGE_NUMBER],
  [/^第(?:\d|[一二三四五六七八九十百]){1,4}页(?:[,，/]?共\d{1,3}页)?$|^Page\d+(?:of\d+)?$/iu, PAGE_NUMBER],
  [/^(?:https?:\/\/|www\.)[\x21-\x7e]+$/iu, 'web address'],
  [/^[=_*#~·•.\-—–─＝＿]{5,}$/u, 'rule'],
  [/本文(?:内容)?(?:来自|来源于|转自|摘自).{0,12}(?:网络|互联网|网站)/u, 'advertising'],
  [/(?:搜集|收集)整理.{0,30}(?:联系我们|删除|侵权|异议)/u, 'advertising'],
  [/^.{0,10}(?:关注|搜索|下载|获取).{0,12}(?:公众号|小程序|数据网|文库).{0,20}$/u, 'advertising'],
  [/^(?:来自|来源[:：]?)?.{0,4}[\p{Script=Han}]{2,8}(?:数据网|文库|文档网|范文网)$/u, 'advertising'],
  [/^(?:var|function|document\.|window\.|\$\(|<\/?(?:script|style|div|span|p|br)\b)/iu, 'script'],
  [/^.{0,6}ICP[备证]\d*号?.{0,40}$|公网安备\d*|^©/iu, 'site footer'],
  [/^(?:扫一扫|微信扫|用手机扫|手机扫).{0,30}$/u, 'sharing'],
  [new RegExp(`^[（(【[]?(?:注[:：])?${ABRIDGED}[。.]?[）)】\\]]?$`, 'u'), 'editor’s note'],
]

/** Furniture above and below a report; within it such a line is text. */
const EDGE: readonly Pattern[] = [
  [/^[-—–－─]*\d{1,4}[-—–－─]*$|^\d{1,3}\/\d{1,3}$/u, 'page number or counter'],
  [
    /^(?:\d+\.)?(?:[您你]?(?:当前|现在|所在)(?:的)?位置|[您你]所在的位置|[您你]的位置|位置)(?:[:：].*)?$/u,
    'site navigation',
  ],
  [/^(?:\d+\.)?(?:网站)?首页(?:[>＞»›→/|-]+.{0,60})?$/u, 'site navigation'],
  [/^(?:\d+\.)?[>＞»›|｜]+(?:正文|.{0,12})$/u, 'site navigation'],
  [
    /^(?:索引号|发布机构|发文机[关构]|发布日期|发布时间|发文日期|发文时间|成文日期|主题分类|主题词|有效性|公开方式|信息分类|文号|名称|生成日期|公文时效|来源)(?:[:：〔[].{0,60}|[A-Z\d]{4}.{0,60}|\d{4}年.{0,40}报告|.{2,16}(?:人民政府|办公室).{0,40})?$/u,
    'publication data',
  ],
  [
    /^(?:来源|信息来源|稿源|作者|编辑|责任编辑|责编|审核|校对|录入|发表时间|更新时间|发布时间|时间|日期|阅读量?|浏览(?:次数|量)?|点击(?:数|量|率)?|评论|分享|打印|收藏|人气|访问量?|添加时间)[:：]?(?:$|[:：].{0,60}$|\d.{0,40}$)/u,
    'publication data',
  ],
  [
    /^[（(](?:责任编辑|责编|编辑|来源|稿源|记者|供稿|摄影)[:：].{0,30}[）)]?$|^[】）)\]>＞|]+$/u,
    'publication data',
  ],
  [/^[^。，]{0,60}(?:发布|发文|更新)(?:日期|时间)[:：](?:19|20)\d\d[^。]{0,120}$/u, 'publication data'],
  [/^上一页.{0,60}$|^.{0,40}下一页$|^\d+(?:\|\d+)+$/u, 'paging'],
  [
    /^(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\d{1,2}[时:：].{0,30}|(?:来源|字体|字号|浏览|【|\[|（).{0,30})$|^(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}$|来源[:：].{0,20}$/u,
    'publication data',
  ],
  [
    /^[【[(（]?(?:字体|字号)(?:大小)?[:：]?.{0,20}$|^[【[](?:打印|关闭|收藏|推荐|纠错|大|中|小|E-mail).{0,30}$|^[】\]]$|^[大中小]$/u,
    'toolbar',
  ],
  [
    /^(?:打印本?页?|关闭(?:窗口|本页)?|收藏(?:本页)?|全屏|下载(?:文字版|图片版)?|返回顶部|加大|还原|减小|分享到?|纠错|无障碍|长者(?:模式|助手)|繁體中文|简体|繁体|登录|注册|搜索|高级搜索|EN)[:：]?$/u,
    'toolbar',
  ],
  [/^(?:一图读懂|图解|视频解读|文字解读|专家解读|动漫解读|音频解读).{0,60}$/u, 'related articles'],
  [
    /^(?:免责声明|版权声明|特别声明|郑重声明|本站(?:为|所|部分|转载)|凡(?:注明|本网|本站)).{0,300}$/u,
    'site footer',
  ],
  [/^分享(?:到|至).{0,30}$/u, 'sharing'],
  [
    /^(?:主办|承办|协办|技术支持|版权所有)(?:单位)?[:：][^，、]{0,60}$|^Copyright|^(?:网站地图|联系我们|关于我们|网站声明|隐私声明|网站标识码.*|.{0,10}位访客)$/iu,
    'site footer',
  ],
  [
    /^(?:解读文章|相关(?:报道|解读|文件|新闻|阅读|链接|文章|专题|附件|信息)|政策解读|图解|延伸阅读|推荐阅读|热门(?:标签|文章|推荐)|上一[篇条].{0,60}|下一[篇条].{0,60})[:：]?$/u,
    'related articles',
  ],
  [
    /^(?:附件|附)?[:：]?(?:\d+[.．、])?[^。，]{1,60}\.(?:docx?|pdf|xlsx?|zip|rar|wps|ofd|jpg|png)$/iu,
    'attachment name',
  ],
  [
    /^[（(]?(?:本文|本报告)?(?:系|由)?根据.{1,14}整理[。.]?[）)]?$|^[（(](?:受权发布|摘要|摘登|摘编|摘录|节选|全文|现场文字实录|文字实录|政治协商稿|征求意见稿|送审稿)[）)]$/u,
    'editor’s note',
  ],
  [/^[（(]?新华社.{1,16}日电[）)]?$|^[（(]?本报讯[）)]?$/u, 'dateline'],
  [/(?:记者|通讯员|新华社).{1,16}摄[）)]?$/u, 'photo caption'],
  [/^(?:内容摘要|摘要|导读|内容简介|正文|全文)[:：]?$/u, 'page mark'],
  [/公有领域|维基文库|PublicDomain|知识共享|CreativeCommons|本作品/iu, 'licence'],
]

/** Names the furniture, or null for text. `text` is a cleaned line; `where` says how much counts as furniture. */
export function furnitureReason(text: string, where: 'anywhere' | 'edge'): string | null {
  const packed = withoutSpaces(text)
  const patterns = where === 'edge' ? [...ANYWHERE, ...EDGE] : ANYWHERE
  return patterns.find(([pattern]) => pattern.test(packed))?.[1] ?? null
}

/** Words that stand in a page's tail and nowhere in a speech: where they begin, the report is over. */
const TAIL_MARK =
  /^(?:免责声明|版权声明|上一页$|本栏(?:最新|推荐)|阅读排行|标签云|猜你喜欢|最新文章|本作品是中华人民共和国|相关(?:报道|解读|文件|新闻|阅读|链接|文章|专题|信息|附件)|扫一扫|【?打印本页|【?关闭窗口|分享到|热门标签|上一[篇条]|下一[篇条]|返回顶部|网站地图|版权所有|附件下载|解读文章|政策解读|【E-?mail推荐|您访问的链接|友情链接|联系我们|标签[:：]|点击排行|推荐信息)/iu

/** True where the page's tail begins. */
export function opensTail(text: string): boolean {
  return TAIL_MARK.test(withoutSpaces(text))
}

/** Text that a copier glued to the last or first line: 来自某某数据网, 搜索某某网, （图解）…. */
const GLUED_TAIL = new RegExp(
  '(?<=[。！？!?”])[。\\s]*(?:' +
    [
      '(?:来自|来源[:：]?|信息来源[:：]|转自|搜索|更多|微信公众号|关注)[^。！]{2,120}',
      '[（(](?:图解|视频|附图)[）)][^。！]{0,60}',
      '(?:扫一扫|微信扫|用手机扫|手机扫|【(?:打印|关闭|返回|收藏))[^。！]{0,120}',
      '(?:相关解读|视频解读|图解|文字解读|相关链接|上一篇|下一篇|附件下载)[:：]?[^。！]{0,120}',
      '[（(](?:责任编辑|责编|编辑)[:：][^。！）)]{1,20}[）)]?',
      `[（(【[]${ABRIDGED}[。.]?[）)】\\]]`,
      '[（(](?:新华社|来源|《?人民日报》?)[^。！）)]{0,30}[）)]',
    ].join('|') +
    ')\\s*$',
  'u',
)
/** More than this is never glued to a line: what stands further from its end is not looked at. */
const MAX_GLUED_UTF16 = 400
const GLUED_HEAD = /^(?:来源[:：]|来自|搜索)\s*[\p{Script=Han}\s]{2,20}?网\s{2,}/u

/** Parts a line from what was glued to it. Only the first and last lines of a text are ever asked about. */
export function cutGlued(text: string): { text: string; glued: string } {
  const end = Math.max(0, text.length - MAX_GLUED_UTF16)
  const tail = GLUED_TAIL.exec(text.slice(end))
  if (tail !== null) return { text: text.slice(0, end + tail.index), glued: tail[0] }
  const head = GLUED_HEAD.exec(text)
  if (head !== null) return { text: text.slice(head[0].length), glued: head[0] }
  return { text, glued: '' }
}
