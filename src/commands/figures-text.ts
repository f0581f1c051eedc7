/** Writes the figures that answer a question as text for people at a terminal. */

import { citePassage } from '../answer/citation.ts'
import type { FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { figureNumber } from '../answer/figures/figure-number.ts'
import type { StatedFigure } from '../search/backend.ts'
import { printable } from './corpus-options.ts'

/** At most `limit` rows, then who is silent. */
export function figuresText(question: string, answer: FiguresAnswer | null, limit: number): string {
  if (answer === null) return `${printable(question)}: no question for figures\n\n`
  const { rows, absent, lacking, indicator, asked } = answer
  const covers = asked.kind === 'target' ? '安排' : asked.kind === 'actual' ? '回顾' : '谈到'
  const count = rows.length === 0 ? 'no figure' : rows.length === 1 ? '1 figure' : `${rows.length} figures`
  return [
    `${printable(question)}: ${count} of ${printable(indicator)}`,
    ...(lacking === null ? [] : [lacking === 'value' ? '只说了增速，没有说总量' : '只说了总量，没有说增速']),
    ...rows.slice(0, limit).flatMap(rowLines),
    ...silentLine(
      '没有说',
      absent.filter(({ isCovered }) => isCovered),
    ),
    ...silentLine(
      `没有${covers}那一年的报告`,
      absent.filter(({ isCovered }) => !isCovered),
    ),
    '',
    '',
  ].join('\n')
}

function silentLine(lead: string, absent: FiguresAnswer['absent']): string[] {
  const places = absent.map(({ report, year }) => `${printable(report.place)}（${year}年）`)
  return places.length === 0 ? [] : [`${lead}：${places.join('、')}`]
}

function rowLines(one: StatedFigure, index: number): string[] {
  const { figure, passage, report } = one
  return [
    `${index + 1}. ${figureLine(one)}`,
    `   ${printable(figure.quote)}`,
    `   ${printable(citePassage(passage, report))}`,
  ]
}

/** 昭苏县 2024年 实绩 旅游收入 30.38亿元. */
export function figureLine({ figure, report }: StatedFigure): string {
  const whose = [report.place, figure.subject ?? '', figure.scope ?? '']
    .filter((part) => part !== '')
    .join(' ')
  const kind = figure.kind === 'target' ? '目标' : '实绩'
  return `${printable(whose)} ${figure.year}年 ${kind} ${printable(figure.name)} ${printable(figureNumber(figure))}`
}
