/** Reads a question for a share, 民生支出占比 or 服务业占GDP的比重, and tells which printed figures are that share. */
import { foldPhrase } from '../../text/normalizer.ts'

export interface AskedShare {
  /** What has the share: 民生支出. */
  readonly owner: string
  /** What it is a share of; '' where the question does not say. */
  readonly whole: string
  /** `[start, end)` in the folded question. */
  readonly start: number
  readonly end: number
}

const SHARE =
  /(?<owner>[\p{sc=Han}a-z\d]{2,16}?)的?\s*(?:占了?(?<whole>[\p{sc=Han}a-z]{2,16}?)的?(?:多大|多高)?的?(?:比重|比例|份额|多少|百分之(?:几|多少))|占比|比重|份额)/u
/** Words before the owner that are none of it: 各县民生支出占比, 哪里的服务业占比最高. */
const BEFORE =
  /^.*?(?:[各哪]\p{sc=Han}{0,2}?[县市区州省旗里儿]+的?|谁的?|的|所有|全[省市县区州]|(?:(?:19|20)\d\d年?|年|报告)[里中]?[说讲]?)(?=\p{sc=Han}{2})/u

/** null where no share is asked for. `folded`: the question without its places. */
export function readAskedShare(folded: string): AskedShare | null {
  const found = SHARE.exec(folded)
  if (found === null) return null
  const { owner = '', whole = '' } = found.groups ?? {}
  const own = owner.replace(BEFORE, '')
  if (own.length < 2) return null
  return {
    owner: own,
    whole,
    start: found.index + owner.length - own.length,
    end: found.index + found[0].length,
  }
}

/** 财政民生支出占一般公共预算支出的比重 is a share of 民生支出. */
export function isShareOf(name: string, { owner, whole }: AskedShare): boolean {
  const folded = inShort(foldPhrase(name))
  // 用于民生领域 is 民生支出, and 产业实现增加值 is 产业增加值.
  const bare = inShort(owner).replace(/(?<=..)(?:支出|领域|投入|方面|增加值)$/u, '')
  const at = folded.indexOf(bare)
  const rest = folded.slice(at + bare.length)
  return at >= 0 && /占|比重|比例|份额/u.test(rest) && isWithin(inShort(whole), rest)
}

function inShort(text: string): string {
  return text.replace(/(?:地区|国内)?生产总值/gu, 'gdp').replace(/规模以上/gu, '规上')
}

/** 财政支出 within 一般公共预算支出: whatever the whole is called, its end is the same. */
function isWithin(whole: string, rest: string): boolean {
  return whole === '' || rest.includes(whole) || rest.includes(whole.slice(-2))
}
