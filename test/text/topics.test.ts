import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/normalizer.ts'
import { parseSynonyms } from '../../src/text/synonyms.ts'
import { makeTopics } from '../../src/text/topics.ts'
import { finish, indexUnits } from '../../src/text/unit-index.ts'

const { rules } = parseSynonyms(`
没地方停车, 车没处放, 找不到车位 => 停车位, 停车场
爬不动楼, 老楼装电梯 => 加装电梯
下水道堵了, 街上积水 => 排水管网, 内涝治理
游客, 观光客 # equivalent words are no topic
`)
const topics = makeTopics(rules)
const names = (question: string): (string | undefined)[] =>
  topics.find(foldText(question)).map(({ words }) => words[0])

describe('makeTopics', () => {
  it.each([
    ['开车出门没地儿放车', '停车位'],
    ['老人楼都爬不动了能不能装个电梯', '加装电梯'],
    ['一下雨街上全是积的水，下水道老堵', '排水管网'],
  ])('finds what %s is about, whatever the order and grammar', (question, topic) => {
    expect(names(question)[0]).toBe(topic)
  })

  it('finds nothing for what no rule speaks of, nor for a paste', () => {
    expect(names('粮食产量')).toEqual([])
    expect(names(`没地方停车${'，全县工作稳中有进'.repeat(10)}`)).toEqual([])
  })

  it('reads a question of sixty characters, and none of more', () => {
    const question = '没地方停车'.padEnd(60, '的')
    expect(names(question)).toEqual(['停车位'])
    expect(names(`${question}的`)).toEqual([])
  })

  it('tells eight topics at the most, each by its first six words', () => {
    const words = (topic: number): string =>
      Array.from('甲乙丙丁戊己庚', (head) => `${head}${topic}号`).join(', ')
    const lines = Array.from({ length: 10 }, (_, topic) => `${words(topic)} = 路灯坏了`)
    const found = makeTopics([], () => lines.join('\n')).find('路灯坏了')
    expect(found).toHaveLength(8)
    for (const { words: told } of found) expect(told).toHaveLength(6)
  })

  it('weighs a topic by the part of the question that it explains, up to nine tenths of an exact match', () => {
    const described = makeTopics([], () => '照明 = 路灯')
    const { weightOf } = finish(indexUnits(['路灯 照明']))
    const weigh = (...units: string[]): number => units.reduce((sum, unit) => sum + weightOf(unit), 0)
    const shareOf = (question: string): number | undefined => described.find(question)[0]?.share
    expect(shareOf('路灯')).toBe(0.9)
    // Pairs that no topic has say nothing of what the question is about; its characters do.
    const part = weigh('路') / weigh('路', '甲', '乙')
    expect(shareOf('路甲乙')).toBeCloseTo(1.6 * part)
    // A sixth is enough, an eighth is not.
    expect(shareOf('路甲乙丙')).toBeCloseTo((1.6 * weigh('路')) / weigh('路', '甲', '乙', '丙'))
    expect(shareOf('路甲乙丙丁')).toBeUndefined()
  })

  it('leaves out a topic that explains less than six tenths of what the best one explains', () => {
    const lines = '照明 = 路灯太暗\n道路 = 路灯\n水管 = 太暗'
    const found = makeTopics([], () => lines).find('路灯太暗')
    expect(found.map(({ words }) => words[0])).toEqual(['照明'])
  })

  it('gathers the rules that lead to one word, and says which characters of the question speak of it', () => {
    const gathered = makeTopics(parseSynonyms('停车难 => 停车位\n车放哪儿 => 停车位, 泊位').rules)
    const [match] = gathered.find('车放哪儿好')
    expect(match?.words).toEqual(['停车位', '泊位'])
    expect([...(match?.terms ?? [])]).toEqual(expect.arrayContaining(['车', '放', '车放']))
    expect(match?.terms.has('好')).toBe(false)
    expect(match?.share).toBeGreaterThan(0.5)
  })

  it('finds a described topic by words that stand in no rule, and joins it to the rules of the same word', () => {
    const described = makeTopics(
      parseSynonyms('停车难 => 停车位').rules,
      () => '# the city\n排水管网, 雨污分流 = 井盖冒水 路面积水 污水倒灌\n停车位, 泊位 = 绕三圈 抢车位',
    )
    expect(described.find('下雨天井盖老冒水')[0]?.words).toEqual(['排水管网', '雨污分流'])
    expect(described.find('绕了三圈还没停车')[0]?.words).toEqual(['停车位', '泊位'])
  })

  it('gives a long description no advantage by its length', () => {
    const long = '楼道 电表 水表 门铃 信箱 阳台 窗户 屋顶 外墙 楼梯 扶手 天井'
    const [first] = makeTopics([], () => `旧楼改造 = ${long} 路灯\n路灯, 照明 = 路灯 黑灯瞎火`).find('路灯')
    expect(first?.words).toEqual(['路灯', '照明'])
  })

  it('makes nothing of equivalent words', () => {
    expect(makeTopics(parseSynonyms('游客, 观光客').rules).find('观光客')).toEqual([])
  })

  it('finds the same, prepared in steps or made by the first question, wholly or in part', () => {
    const lines = Array.from({ length: 3_000 }, (_, number) => `井盖${number} = 冒水 路灯 ${number}`).join(
      '\n',
    )
    const make = () => makeTopics(rules, () => lines)
    const [first] = make().find('井盖冒水')
    const [prepared, begun] = [make(), make()]
    let steps = 0
    while (prepared.prepare()) steps++
    expect(steps).toBeGreaterThan(3)
    expect(prepared.find('井盖冒水')[0]).toEqual(first)
    expect(begun.prepare()).toBe(true)
    expect(begun.find('井盖冒水')[0]).toEqual(first)
    expect(begun.prepare()).toBe(false)
  })

  it('reads the descriptions again when they could not be read', () => {
    let isBroken = true
    const described = makeTopics(rules, () => {
      if (isBroken) throw new Error('cannot be read')
      return '排水管网 = 井盖冒水'
    })
    expect(() => described.find('井盖冒水')).toThrow('cannot be read')
    expect(() => described.prepare()).toThrow('cannot be read')
    isBroken = false
    expect(described.find('井盖冒水')).not.toEqual([])
  })
})

describe('what makes a topic', () => {
  const share = (lines: string, question: string): (string | undefined)[] =>
    makeTopics([], () => lines)
      .find(question)
      .map(({ words }) => words[0])

  it('needs a character of the question', () => {
    expect(makeTopics([], () => '照明 = 路灯').find('abc')).toEqual([])
    expect(makeTopics([], () => '照明 = 路灯').find('')).toEqual([])
  })

  it('are the best first, and of equals the one that was described first', () => {
    expect(share('甲类 = 路灯\n乙类 = 路灯', '路灯')).toEqual(['甲类', '乙类'])
    expect(share('乙类 = 路灯\n甲类 = 路灯', '路灯')).toEqual(['乙类', '甲类'])
  })

  it('counts a pair that one topic alone has', () => {
    const { weightOf } = finish(indexUnits(['路灯 照明', '道路 通行']))
    const found = makeTopics([], () => '照明 = 路灯\n通行 = 道路').find('路灯甲乙丙丁')
    const whole = ['路', '灯', '路灯', '甲', '乙', '丙', '丁'].reduce((sum, unit) => sum + weightOf(unit), 0)
    const own = ['路', '灯', '路灯'].reduce((sum, unit) => sum + weightOf(unit), 0)
    expect(found[0]?.share).toBeCloseTo(Math.min(0.9, (1.6 * own) / whole))
  })
})
