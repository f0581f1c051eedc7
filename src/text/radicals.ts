/** Turns radicals that stand for characters into these: fonts name 一 as ⼀ (U+2F00), and who copies text gets that. */

/**
 * The supplement's radicals that look like a character in use, after EquivalentUnifiedIdeograph.txt of Unicode 15; and ⼾, which
 * Unicode equals with 戶, while Chinese fonts draw it, and name, as 户.
 */
const SUPPLEMENT = new Map(
  (
    '⼾户 ⺁厂 ⺇几 ⺋巳 ⺌小 ⺎兀 ⺏尣 ⺒巳 ⺓幺 ⺙攵 ⺝月 ⺟母 ⺠民 ⺢氺 ⺤爫 ⺦丬 ⺩王 ⺪疋 ⺫目 ⺮竹 ⺯糹 ⺶羊 ⺷羊 ⺸羊 ⺻聿 ⺼月 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻋车 ' +
    '⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map(([radical = '', character = '']) => [radical, character]),
)

/** The character that a radical or a compatibility ideograph stands for; any other as it is. */
export function restoreCharacter(character: string): string {
  return SUPPLEMENT.get(character) ?? (STRAYS.test(character) ? character.normalize('NFKC') : character)
}

const STRAYS = /^[\u2E80-\u2FD5\uF900-\uFAFF]$/u

/** Puts characters in the place of their radicals, each of the same length, so that ranges of the text stay true. */
export function restoreRadicals(text: string): { text: string; count: number } {
  let count = 0
  const restored = text.replace(/[\u2E80-\u2FD5\uF900-\uFAFF]/gu, (radical) => {
    const character = restoreCharacter(radical)
    if (character === radical || character.length !== 1) return radical
    count++
    return character
  })
  return { text: restored, count }
}
