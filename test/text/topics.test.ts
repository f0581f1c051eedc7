import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/normalizer.ts'
import { parseSynonyms } from '../../src/text/synonyms.ts'
import { makeTopics } from '../../src/text/topics.ts'

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
