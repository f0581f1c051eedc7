/** Reads a number that somebody states of the figure shown, and whether words ask if what they say is so. */
import { WHETHER } from '../../quote/asked-whether.ts'
import { afterHearsay } from '../../quote/claims/spoken.ts'
import { foldText } from '../../text/normalizer.ts'

/** The number that the user has in mind for the figure asked for; `place`: of which place, or what else is said before it. */
export interface Claim {
  readonly kind: 'claim'
  readonly amount: string
  readonly place: string
}

/** 不对吧，我记得是17. A year corrects the question. */
const CLAIM =
  /^(?:(?:不(?:对|是)|你?(?:搞|弄)?错)(?:吧|了|啊|呀|的)*[\s,，.。!！?？]*)?(?:我|俺)?(?:怎么|明明|一直|好像)*(?:(?:记得|印象[里中]?|看到的?|查到的?|听说|以为)的?(?:好像|应该)?(?:是|有|说)?|应该是|不是)(?<amount>(?:增长|下降|减少|负)?[约近]?(?!(?:19|20)\d\d(?:年|$|[^\d.,]))\d[\d.,]*(?:[%％]|\p{L}{0,6}?))(?:左右)?(?:吗|么|吧|呢|啊|的)*$/u
/** 新源也是22%, 所以2025年目标是100%, 比上年涨了8%: a number for the figure that was shown, or for that of another place or time. */
const CLAIMED =
  '^(?:所以|那么?|也就是说?|就是说?|这么说|意思是|全[省市县区州]|现在|目前|一共|总共|好像|应该|大概|似乎|估计|当[时初]|那时候?|原[来先本]|本来|年初)*(?<place>(?:(?:19|20)?\\d\\d年)?的?\\p{sc=Han}{0,6}?)??(?:好像|应该|大概|似乎|估计)?(?:的?(?:也|都))?(?:是|有|为)?(?<amount>(?:(?:同比|比(?:上年|去年|前年))?(?:增长|增加|提高|上升|下降|减少|[涨增升降跌掉])了?)?[约近]?(?!(?:19|20)\\d\\d(?:年|\\p{L}*[的给])|\\d\\d年\\p{sc=Han}|\\d+[号届])\\d[\\d.,]*(?:[%％]|\\p{L}{0,6}?))(?:左右)?'
const CLAIM_ALONE = new RegExp(`${CLAIMED}$`, 'u')
const PLANNED = '(?:计划|目标|预期|规划|打算|安排|要做)\\p{sc=Han}{0,2}'
const DONE = '(?:已经?|真的?)*(?:实际|实绩|实现|完成|做到|结果|达到)\\p{sc=Han}{0,3}'
const EITHER_KIND = `(?:${PLANNED}还是${DONE}|${DONE}还是${PLANNED})`
const CLAIM_OF = new RegExp(
  `${CLAIMED}(?:对(?:吗|不对?)?|是(?:吗|不是)?|没错|是(?<kind>目标|计划|预期|实际|实绩|完成)\\p{sc=Han}{0,2}[吗么吧]|[那这]个?(?:数字?)?(?:到底|究竟)?是${EITHER_KIND})$`,
  'u',
)

/** Whether the words ask if what they say is so: 一本上线率39.29%，是不是; 网传…. */
export function asksToConfirm(words: string): boolean {
  return CONFIRMS.test(words) || afterHearsay(words) !== words
}

const CONFIRMS = new RegExp(`(?:${WHETHER}|(?<=\\d[^，,。\\d]{0,6})[吗么吧])[?？。!！\\s]*$`, 'u')

/** null where the words state no number of it. `plain`: folded, without marks at its ends. */
export function readClaim(plain: string): Claim | null {
  const { amount = '', place = '', kind = '' } = (CLAIM.exec(plain) ?? CLAIM_OF.exec(plain))?.groups ?? {}
  return amount === '' ? null : { kind: 'claim', amount, place: place + kind }
}

const ASKED_WHETHER = /(?:对|是)?[吗么吧]?[?？\s]*$/u

/** The number that words which end in 对吧 state of the figure shown; null where they state something else. */
export function readStated(words: string): Claim | null {
  const stated = foldText(words).replace(ASKED_WHETHER, '')
  const { amount = '', place = '' } = CLAIM_ALONE.exec(stated)?.groups ?? {}
  return readClaim(stated) ?? (amount === '' ? null : { kind: 'claim', amount, place })
}
