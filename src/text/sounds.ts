/** The table of sounds in; out: which characters sound alike, and the sound of a word in Latin letters. */

export interface Sounds {
  /** Characters that may be typed for this one by mistake, itself left out; none for an unknown one. */
  like(character: string): readonly string[]
  /** Whether one may be typed for the other: the same length, each character the same or one that sounds alike. */
  areAlike(a: string, b: string): boolean
  /** The word in letters, without tones and spaces; more than one where a character has several readings, none for an unknown one. */
  spellings(word: string): readonly string[]
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
    spellings: (word) =>
      [...word].reduce<string[]>(
        (heads, character) =>
          heads.flatMap((head) => [...(soundsOf.get(character) ?? [])].map((sound) => head + sound)),
        [''],
      ),
  }
}

/** Sounds that many speakers do not tell apart: zh and z, ch and c, sh and s, -ng and -n. */
function near(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
}
