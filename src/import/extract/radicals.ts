/** A line of a PDF in, the line with characters in the place of their radicals out: fonts name 一 as ⼀ (U+2F00). */
import type { SourceLine } from '../source/source.ts'

/** The supplement's radicals that look like a character in use, after EquivalentUnifiedIdeograph.txt of Unicode 15. */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺇': '几',
  '⺋': '巳',
  '⺌': '小',
  '⺎': '兀',
  '⺏': '尣',
  '⺒': '巳',
  '⺓': '幺',
  '⺙': '攵',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺢': '氺',
  '⺤': '爫',
  '⺦': '丬',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺮': '竹',
  '⺯': '糹',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺻': '聿',
  '⺼': '月',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻇': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '邑',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻕': '阜',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
  '⻳': '龟',
}

/** Every radical becomes one character of the same length, so the line's ranges stay true. */
export function restoreRadicals(line: SourceLine): { line: SourceLine; count: number } {
  let count = 0
  const text = line.text.replace(/[\u2E80-\u2FD5]/g, (radical) => {
    const character = SUPPLEMENT[radical] ?? radical.normalize('NFKC')
    if (character !== radical) count++
    return character
  })
  return { line: count === 0 ? line : { ...line, text }, count }
}
