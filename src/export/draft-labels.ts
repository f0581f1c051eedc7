/** The words of a reviewed draft that are not the draft's or the reports' own. */
import type { Conflict } from '../quote/claims/conflict.ts'

export interface DraftLabels {
  readonly title: string
  summary(counts: {
    readonly count: number
    readonly right: number
    readonly wrong: number
    readonly missing: number
  }): string
  verdict(supported: boolean | null): string
  readonly conflicts: Readonly<Record<Conflict['kind'], string>>
  /** 稿件：…；报告：… */
  said(said: string, source: string): string
}

export const CHINESE_LABELS: DraftLabels = {
  title: '核对结果',
  summary: ({ count, right, wrong, missing }) =>
    `${count} 句：${right} 一致，${wrong} 不符，${missing} 找不到`,
  verdict: (supported) => (supported === true ? '✓ 一致' : supported === false ? '✗ 不符' : '? 找不到'),
  conflicts: {
    place: '地点',
    year: '年份',
    kind: '实绩或目标',
    bound: '限定词',
    figure: '数字',
    words: '文字',
  },
  said: (said, source) => `稿件“${said}”，报告“${source}”`,
}
