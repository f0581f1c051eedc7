/** Reads the table of sounds: which characters sound alike, and how a word is spelt in Latin letters. */

import { addTo, getOrMake } from './maps.ts'

export interface Sounds {
  /** Characters that may be typed for this one by mistake, itself left out; none for an unknown one. */
  like(character: string): readonly string[]
  /** Whether one may be typed for the other: the same length, each character the same or one that sounds alike. */
  areAlike(a: string, b: string): boolean
  /** The word in letters, without tones and spaces; more than one where a character has several readings or a mark may part two of them (Xi'an), none for an unknown one. */
  spellings(word: string): readonly string[]
  /** The characters that have this sound as one of their readings, the commonest first; none for what is no sound. */
  characters(sound: string): readonly string[]
  /** Every way to cut letters into sounds, the fewest first; none where a letter is left over. */
  cut(letters: string): readonly (readonly string[])[]
}

/** Characters that are taken for one another by their shape. */
const SHAPES = (
  '人入 己已巳 未末 土士 千干 天夭 代伐 洒酒 田由甲 淮准 侯候 拔拨 枝技 历厉 辨辩辫瓣 徒徙 毫豪 睛晴 戊戍戌 拆折 坏环怀杯 贷货 今令 治冶 住往佳 任仕 ' +
  '刀力刁 大太犬 王玉主 日曰目 户尸 免兔 鸟乌 木本术 牛午 贝见 风凤 车东 石右 用甩 白自 处外 爪瓜 圆园 坚竖 娱误 幕墓慕暮 底低抵 竟竞 陪赔培倍 愉偷输 ' +
  '遣遗 栗粟 崇祟 茶荼 狠狼 析折 捐损 扰忧优 优伏 板扳版 池地他 汇江 河何 海悔 浅线钱 清请情晴 渔鱼 油抽袖 诚城成 评平坪 话活 设没 论伦轮 ' +
  '场扬杨汤 施旅族 村材 林材 校较 栏拦 标杯 检捡险验 医区 厂广 压庄 厕侧测 原厚 县具 员圆 困因囚 团因 国围 固因 播插 植值直 补扑朴 种钟 租祖阻组 ' +
  '积识织职 税悦 秩铁 稳隐 究穷 空室 管营 粮娘 精情 纲网钢 纳纷 给绐 续读 群郡 职识 育盲 胜性 脱说 艺芝 苏芬 荒慌 菜莱 落洛 蓝篮 融触 衣农 ' +
  '规现 视现 观现 试诚 贫贪 货资 赛寨 跟根 路珞 边过 达这 远运 通道 造适 部陪 鉴签 钻针 闭闲 间问 阳阴 际标 陆际 险验 集焦 需雷 顶项 预顾 领须 高亮 黄贡'
).split(' ')
/** Each character with those of all its groups, itself among them. */
const BY_SHAPE = new Map<string, string>()
for (const group of SHAPES)
  for (const character of group) BY_SHAPE.set(character, (BY_SHAPE.get(character) ?? '') + group)

/** A longer text is no word that somebody spells. */
const MAX_LETTERS = 24
/** Ways to cut letters that are looked at: fangan is fang an and fan gan. */
const MAX_CUTS = 8

/** @param table a sound and its characters a line, lines of # left out. */
export function parseSounds(table: string): Sounds {
  const soundsOf = new Map<string, Set<string>>()
  const charactersOf = new Map<string, string[]>()
  const exact = new Map<string, readonly string[]>()
  for (const line of table.split('\n')) {
    const [sound = '', characters = ''] = line.split(' ')
    if (sound === '' || sound === '#') continue
    exact.set(sound, [...characters])
    for (const character of characters) {
      addTo(charactersOf, near(sound), character)
      getOrMake(soundsOf, character, () => new Set<string>()).add(sound)
    }
  }
  const known = new Map<string, readonly string[]>()
  const like = (character: string): readonly string[] =>
    getOrMake(known, character, () => {
      const bySound = [...(soundsOf.get(character) ?? [])].flatMap(
        (sound) => charactersOf.get(near(sound)) ?? [],
      )
      const byShape = BY_SHAPE.get(character) ?? ''
      return [...new Set([...byShape, ...bySound])].filter((other) => other !== character)
    })
  return {
    like,
    areAlike: (a, b) => {
      const others = [...b]
      return (
        [...a].length === others.length &&
        [...a].every((one, place) => one === others[place] || like(one).includes(others[place] as string))
      )
    },
    spellings: (word) =>
      [...word].reduce<string[]>(
        (heads, character) =>
          heads.flatMap((head) =>
            [...(soundsOf.get(character) ?? [])].flatMap((sound) => joined(head, sound)),
          ),
        [''],
      ),
    characters: (sound) => exact.get(sound) ?? [],
    cut: (letters) => (letters.length > MAX_LETTERS ? [] : cutIntoSounds(letters, exact)),
  }
}

function joined(head: string, sound: string): string[] {
  return head !== '' && /^[aeo]/u.test(sound) ? [head + sound, `${head}'${sound}`] : [head + sound]
}

/** The fewest sounds first: of two ways, the one with longer sounds is meant. */
function cutIntoSounds(letters: string, sounds: ReadonlyMap<string, unknown>): string[][] {
  const cuts: string[][][] = [[[]]]
  for (let end = 1; end <= letters.length; end++) {
    const ways: string[][] = []
    for (let start = 0; start < end; start++) {
      const sound = letters.slice(start, end)
      if (sounds.has(sound)) for (const way of cuts[start] ?? []) ways.push([...way, sound])
    }
    cuts.push(ways.sort((a, b) => a.length - b.length).slice(0, MAX_CUTS))
  }
  return cuts[letters.length] ?? []
}

/** Sounds that many speakers do not tell apart: zh and z, ch and c, sh and s, -ng and -n. */
function near(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
}
