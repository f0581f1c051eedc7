/** Turns a text into the places of its figures, each with its unit: 348.2亿元, 5.5%, 0.3个百分点, 12.6万吨. */

import { MAGNITUDE } from '../text/numeral.ts'
import type { Range } from '../text/runs.ts'

const DIGITS = '[0-9０-９]+'
const NUMBER = `${DIGITS}(?:[.,．，]${DIGITS})*(?![0-9０-９A-Za-z])`
/** Units that reports count in; the longer one first where one begins with another. */
const UNITS = [
  '个百分点 平方公里 平方千米 平方米 立方米 千瓦时 标准煤 分钟 小时 人次 车次 架次 场次',
  '户次 公里 千米 千瓦 兆瓦 千伏 公斤 公顷 美元 欧元 标箱 元 吨 亩 户 人 名 个 家',
  '项 件 起 座 条 所 处 套 台 辆 架 头 只 匹 羽 株 棵 张 米 倍 位 度 年 天',
  '岁 场 次 宗 部 列 班 间 层 级 类 克 斤',
]
  .join(' ')
  .replaceAll(' ', '|')
const FIGURE = new RegExp(
  `(?<![0-9０-９A-Za-z.．第])${NUMBER}(?:[%％‰]|${MAGNITUDE}(?:${UNITS})|${MAGNITUDE})`,
  'gu',
)
/** A year names a time, not a quantity. */
const YEAR = /^(?:19|20)\d{2}年?$/u

/** Sorted and apart from each other. A figure inside a name, as in G577 and 3A, is none. */
export function findFigures(text: string): Range[] {
  const figures: Range[] = []
  for (const match of text.matchAll(FIGURE)) {
    if (!YEAR.test(match[0].normalize('NFKC'))) figures.push([match.index, match.index + match[0].length])
  }
  return figures
}
