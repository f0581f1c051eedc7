import { describe, expect, it } from 'vitest'
import { otherToldIn } from '../../../src/quote/beside/doubts.ts'

describe('the stage that a thing of a clause is told at', () => {
  const told =
    '开工建设青江歌剧院。白石集团总部大厦正式奠基,东湖总部大楼建成并投入使用;建成6号线西延伸、9号线二期等轨道交通线'

  it.each([
    ['青江歌剧院建成', '开工'],
    ['白石集团总部大厦和东湖总部大楼均已建成', '奠基'],
    ['6号线西延伸、9号线二期等轨道交通线开工建设', '建成'],
  ])('is another one: %s', (said, source) => {
    expect(otherToldIn(said, told)).toMatchObject({ kind: 'words', source })
  })

  it.each(['青江歌剧院开工建设', '东湖总部大楼竣工', '白石集团总部大厦', '南山歌剧院建成', '南桥建成'])(
    'is no other: %s',
    (said) => {
      expect(otherToldIn(said, `${told}。南桥开工`)).toBeNull()
    },
  )

  it.each([
    ['东山快线列入规划并已动工建设', '东山快线列入规划,即将动工建设', '即将动工'],
    ['镇也全部建成教育强镇了', '全县3区建成强区,90%的镇建成教育强镇', '90%的镇建成教育强镇'],
  ])('is another one: %s, of %s', (said, of, source) => {
    expect(otherToldIn(said, of)).toMatchObject({ kind: 'words', source })
  })

  it.each([
    ['镇全部建成教育强镇', '100%的镇建成教育强镇'],
    ['90%的镇全部建成教育强镇', '90%的镇建成教育强镇'],
  ])('is no other: %s, of %s', (said, of) => {
    expect(otherToldIn(said, of)).toBeNull()
  })
})
