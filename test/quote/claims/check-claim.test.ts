/** A claim against the figures of a report: it agrees with one, is contradicted, or not spoken of. */
import { describe, expect, it } from 'vitest'
import { checkClaim, isSaidNearly } from '../../../src/quote/claims/check-claim.ts'
import type { StatedFigure } from '../../../src/search/backend.ts'
import { claimOf, figuresOf } from './small-claims.ts'

const PLANS = '二、2024年工作安排'
const show = ({ supported, conflicts, stated, meant, also, isRoundedOff }: ReturnType<typeof checkClaim>) => {
  const numbersOf = (one: StatedFigure | null): string | null =>
    one && `${one.figure.value ?? one.figure.change}${one.figure.year === 2023 ? '' : ` ${one.figure.year}`}`
  return [
    supported === null && conflicts.length === 0 && stated !== null ? 'agrees' : `${supported}`,
    ...conflicts.map(({ kind, said, source }) => `${kind}: ${said} ≠ ${source}`),
    ...(stated === null ? [] : [`stated ${numbersOf(stated)}`]),
    ...(meant === null ? [] : [`meant ${numbersOf(meant)}`]),
    ...(also === null ? [] : [`also ${numbersOf(also)}`]),
    ...(isRoundedOff ? ['rounded'] : []),
  ]
}
/** Of 云岭县, with a part of the report that tells of what is planned. */
const check = async (text: string, done: string, planned = '') => {
  const figures = await figuresOf(done)
  const plans = planned === '' ? [] : await figuresOf(planned, { heading: PLANS })
  const { indicator } = claimOf(text, '云岭县').figure
  const own = [...figures, ...plans].filter(({ figure }) => figure.indicator === indicator)
  return show(checkClaim(claimOf(text, '云岭县'), own))
}

describe('a claim of a place and year', () => {
  it.each([
    ['云岭县2023年旅游收入3亿元', '旅游收入3亿元。', ['agrees', 'stated 3']],
    ['云岭县2023年旅游收入30000万元', '旅游收入3亿元。', ['agrees', 'stated 3']],
    ['云岭县2023年旅游收入4亿元', '旅游收入3亿元。', ['false', 'figure: 4亿元 ≠ 3亿元', 'stated 3']],
    ['云岭县2023年旅游收入3亿元，增长8%', '旅游收入3亿元，增长8%。', ['agrees', 'stated 3']],
    [
      '云岭县2023年旅游收入3亿元，增长9%',
      '旅游收入3亿元，增长8%。',
      ['false', 'figure: 增长9% ≠ 增长8%', 'stated 3'],
    ],
    ['云岭县2023年旅游收入增长8%', '旅游收入3亿元，增长8%。', ['agrees', 'stated 3']],
    ['云岭县2023年旅游收入增长8%', '旅游收入3亿元。', ['null']],
    ['云岭县2023年旅游收入下降8%', '旅游收入增长8%。', ['false', 'figure: 下降8% ≠ 增长8%', 'stated +8%']],
    [
      '云岭县2023年旅游收入3亿元',
      '2022年旅游收入3亿元。',
      ['false', 'year: 2023年 ≠ 2022年', 'meant 3 2022'],
    ],
    [
      '云岭县2023年旅游收入3亿元',
      '旅游收入4亿元。2022年旅游收入3亿元。',
      ['false', 'figure: 3亿元 ≠ 4亿元', 'year: 2023年 ≠ 2022年', 'stated 4', 'meant 3 2022'],
    ],
    [
      '云岭县2023年旅游收入3亿元以上',
      '旅游收入3亿元。',
      ['false', 'bound: 3亿元以上 ≠ 3亿元', 'stated 3', 'meant 3'],
    ],
    [
      '云岭县2023年旅游收入3亿元',
      '旅游收入3亿元左右。',
      ['false', 'bound: 3亿元 ≠ 3亿元左右', 'stated 3', 'meant 3'],
    ],
    ['云岭县2023年旅游收入3亿元以上', '旅游收入超3亿元。', ['agrees', 'stated 3']],
    [
      '云岭县2023年旅游收入超3亿元',
      '旅游收入3亿元以上。',
      ['false', 'bound: 超3亿元 ≠ 3亿元以上', 'stated 3', 'meant 3'],
    ],
    ['云岭县2023年旅游收入超3亿元', '旅游收入3.2亿元。', ['agrees', 'stated 3.2']],
    [
      '云岭县2023年旅游收入760万元',
      '旅游收入760.16万元。',
      ['null', 'figure: 760万元 ≠ 760.16万元', 'stated 760.16', 'rounded'],
    ],
    [
      '云岭县2023年旅游收入760万元，增长9%',
      '旅游收入760.16万元，增长8%。',
      ['false', 'figure: 760万元 ≠ 760.16万元', 'figure: 增长9% ≠ 增长8%', 'stated 760.16'],
    ],
    [
      '云岭县2023年旅游收入超3亿元',
      '旅游收入7亿元。',
      ['null', 'figure: 3亿元 ≠ 7亿元', 'stated 7', 'rounded'],
    ],
    ['云岭县2023年旅游收入3亿元', '接待游客3万人次。', ['null']],
  ] as const)('%s, of %s: %j', async (text, done, expected) => {
    expect(await check(text, done)).toEqual(expected)
  })

  it('is told apart from what is planned', async () => {
    expect(await check('云岭县2023年旅游收入4亿元', '旅游收入3亿元。', '旅游收入达到4亿元。')).toEqual([
      'false',
      'figure: 4亿元 ≠ 3亿元',
      'year: 2023年 ≠ 2024年',
      'kind: 实绩 ≠ 目标',
      'stated 3',
      'meant 4 2024',
    ])
    expect(await check('云岭县2024年旅游收入目标4亿元', '旅游收入3亿元。', '旅游收入达到4亿元。')).toEqual([
      'agrees',
      'stated 4 2024',
    ])
  })

  it('agrees over two figures of one report, and not of two years', async () => {
    expect(await check('云岭县2023年旅游收入3亿元，增长8%', '旅游收入3亿元。旅游收入增长8%。')).toEqual([
      'agrees',
      'stated 3',
    ])
    expect(
      await check('云岭县2023年旅游收入3亿元，增长8%', '旅游收入3亿元。2022年旅游收入增长8%。'),
    ).not.toContain('agrees')
  })
})

describe('a claim without a year', () => {
  it.each([
    ['云岭县旅游收入3亿元', ['agrees', 'stated 3']],
    ['旅游收入3亿元', ['agrees', 'stated 3']],
    ['旅游收入5亿元', ['null']],
    ['云岭县旅游收入5亿元', ['false', 'figure: 5亿元 ≠ 3亿元', 'stated 3', 'also 4 2024']],
  ] as const)('%s, done 3 and planned 4: %j', async (text, expected) => {
    expect(await check(text, '旅游收入3亿元。', '旅游收入达到4亿元。')).toEqual(expected)
  })
})

describe('a claim of another place', () => {
  const of = async (text: string, place: string, done: string) => {
    const { indicator } = claimOf(text, place).figure
    const own = (await figuresOf(done)).filter(({ figure }) => figure.indicator === indicator)
    return show(checkClaim(claimOf(text, place), own))
  }

  it.each([
    ['白河县2023年旅游收入3亿元', '白河县', '旅游收入3亿元。', ['null', 'place: 白河县 ≠ 云岭县', 'meant 3']],
    ['白河县2023年旅游收入4亿元', '白河县', '旅游收入3亿元。', ['null']],
    ['白河县2023年投资3亿元', '白河县', '投资3亿元。', ['null']],
    [
      '云岭县2023年旅游收入3亿元',
      '云岭县',
      '云岭经济开发区旅游收入3亿元。',
      ['false', 'place: 云岭县 ≠ 云岭经济开发区', 'meant 3'],
    ],
    ['云岭县2023年旅游收入5亿元', '云岭县', '云岭经济开发区旅游收入3亿元。', ['null']],
  ] as const)('%s (%s), of %s: %j', async (text, place, done, expected) => {
    expect(await of(text, place, done)).toEqual(expected)
  })
})

describe('what was added', () => {
  const of = async (text: string, done: string) => {
    const claim = claimOf(text, '云岭县')
    return show(checkClaim(claim, await figuresOf(done)))[0]
  }

  it.each([
    ['云岭县2023年新增规模企业6家', '新增规模企业6家，达到52家。', 'agrees'],
    ['云岭县2023年规模企业52家', '新增规模企业6家，达到52家。', 'agrees'],
    ['云岭县2023年规模企业6家', '新增规模企业6家，达到52家。', 'false'],
    ['云岭县2023年新增规模企业6家', '新增规模企业6家。', 'agrees'],
    ['云岭县2023年新增规模企业6家，总数达52家', '新增规模企业6家。规模企业达52家。', 'agrees'],
    ['云岭县2023年新增规模企业52家，总数达6家', '新增规模企业6家。规模企业达52家。', 'false'],
    ['云岭县2023年规模企业6家', '新增规模企业6家。', 'null'],
    ['云岭县2023年新增规模企业52家', '规模企业达到52家。', 'null'],
  ])('%s, of %s: %s', async (text, done, expected) => {
    expect(await of(text, done)).toBe(expected)
  })
})

it.each([
  [true, false, false, true],
  [null, true, false, true],
  [null, false, true, true],
  [null, false, false, false],
  [false, false, false, false],
] as const)(
  'supported %s, rounded off %s, in other words %s is said nearly: %s',
  (supported, isRoundedOff, isNumberSaid, isSaid) => {
    const checked = { supported, isRoundedOff, isNumberSaid } as unknown as ReturnType<typeof checkClaim>
    expect(isSaidNearly(checked)).toBe(isSaid)
  },
)
