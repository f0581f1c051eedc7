import type { Setting } from '../../src/bot/replies/source-line.ts'
import { keyText } from '../key-text.ts'

/** Of a bot that may share and draw, and has no pages; a text is its key and what it is given. */
export const keySetting: Setting = {
  t: keyText,
  botUsername: 'bot',
  canShare: true,
  canDraw: true,
  pages: null,
}

/** A report of one county, 甲县, given in 2023. */
export const jiaReport = {
  id: 'jia-2023',
  place: '甲县',
  level: '县',
  year: 2023,
  title: '政府工作报告',
  date: '2023-01-10',
  meeting: '',
  post: '',
  speaker: '',
}
