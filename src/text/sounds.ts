/** The table of sounds in; out: which characters sound alike, and the sound of a word in Latin letters. */

export interface Sounds {
  /** Characters that may be typed for this one by mistake, itself left out; none for an unknown one. */
  like(character: string): readonly string[]
  /** Whether one may be typed for the other: the same length, each character the same or one that sounds alike. */
  areAlike(a: string, b: string): boolean
  /** Whether letters spell the word without tones and spaces: yining and 伊宁. */
  spell(letters: string, word: string): boolean
}

/** Characters that are taken for one another by their shape. */
const SHAPES = ['人入', '己已巳', '未末', '土士', '千干', '天夭', '代伐', '洒酒', '田由甲']

/** @param table a sound and its characters a line, lines of # left out. */
export function parseSounds(table: string): Sounds {
  const soundsOf = new Map<string, Set<string>>()
  const charactersOf = new Map<string, string[]>()
  for (const line of table.split('\n')) {
    const [sound = '', characters = ''] = line.split(' ')
    if (sound === '' || sound === '#') continue
    const known = charactersOf.get(near(sound)) ?? []
    charactersOf.set(near(sound), known)
    for (const character of characters) {
      known.push(character)
      soundsOf.set(character, (soundsOf.get(character) ?? new Set()).add(sound))
    }
  }
  const like = (character: string): string[] => {
    const bySound = [...(soundsOf.get(character) ?? [])].flatMap(
      (sound) => charactersOf.get(near(sound)) ?? [],
    )
    const byShape = SHAPES.filter((group) => group.includes(character)).flatMap((group) => [...group])
    return [...new Set([...byShape, ...bySound])].filter((other) => other !== character)
  }
  const spell = (letters: string, word: string): boolean => {
    const [first, ...rest] = word
    if (first === undefined) return letters === ''
    return [...(soundsOf.get(first) ?? [])].some(
      (sound) => letters.startsWith(sound) && spell(letters.slice(sound.length), rest.join('')),
    )
  }
  return {
    like,
    areAlike: (a, b) => {
      const others = [...b]
      return (
        [...a].length === others.length &&
        [...a].every(
          (character, place) => character === others[place] || like(character).includes(others[place] ?? ''),
        )
      )
    },
    spell: (letters, word) => spell(letters.replaceAll('ü', 'v'), word),
  }
}

/** Sounds that many speakers do not tell apart: zh and z, ch and c, sh and s, -ng and -n. */
function near(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
}
