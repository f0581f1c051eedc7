/** Tells a sentence as people say it in the order and the words of a report: 658亿元，这是2023年的收入 is 2023年的收入658亿元. */

const RELATIVE = '[去今明前]年|现在|目前|如今'
const YEAR = '(?:19|20)\\d{2}年'
const NUMBER = '(?!\\d+[年月日号时])\\d[\\d.,]*(?:%|[十百千万亿]*\\p{sc=Han}{0,4}?)(?:左右|以上|以内)?'
/** What a number or a statement is of, told behind it: no number of its own but a year. */
const TOLD_BEHIND = `(?<behind>(?:[^，,。；;：:？?！!\\d“”]|${YEAR}){4,28})`
const JOINT = '(?:，|,|：|:|——|—)'

/** Words that say the same in fewer or other ones, the longer before the shorter. */
const SAID: readonly (readonly [RegExp, string])[] = [
  // 去年（2023年), 2023年这一年: the year that is named is the one that is meant.
  [new RegExp(`(?:${RELATIVE})[（(](${YEAR.replace('年', '')})年?[）)]`, 'gu'), '$1年'],
  [new RegExp(`(${YEAR})(?:这一年|这年|一年里?|那年)`, 'gu'), '$1'],
  [/^(?:听说|据说|好像|其实|我记得|记得)[，,]?/u, ''],
  [/^\p{sc=Han}{2,3}(?:总理|省长|主席|市长|州长|县长|区长)(?:的|在)?(?=[^，,。\d]{0,6}报告)/u, ''],
  [/(?:头一[回次]|首次)(?:突?破|过)(?=\d)/gu, '首次突破'],
]

/** 658亿元，这是2023年的收入; 增长9%的，是2023年的收入. */
const NUMBER_FIRST = new RegExp(
  `^(?<first>(?:增长|下降|增加|减少)?(?:超过?|近|约)?${NUMBER})的?(?:${JOINT}+(?:这?就?是|这)|[—：:]+|[，,](?=[^，。]*${YEAR}))${TOLD_BEHIND}`,
  'u',
)
/** 收入增长9%，这是2024年的目标. */
const STATEMENT_FIRST = new RegExp(
  `^(?<first>[^。；;]*?\\d[^。；;]*?)，这就?是${TOLD_BEHIND}(?=$|[。？?！!])`,
  'u',
)

/** The text itself where nothing is said otherwise. */
export function tellPlainly(text: string): string {
  const plain = SAID.reduce((left, [pattern, words]) => left.replace(pattern, words), text)
  return plain.replace(NUMBER_FIRST, '$<behind>$<first>').replace(STATEMENT_FIRST, '$<behind>，$<first>')
}
