/** Whether a passage reviews or plans, and which years it speaks about: what filters of years and kinds go by. */
import { describe, expect, it } from 'vitest'
import type { Passage, ReportMeta } from '../../../src/corpus/report.ts'
import { passageAspect, passageYears } from '../../../src/search/indexing/aspect.ts'

const REPORT = { year: 2023, reviews: 2022, plans: 2023 } as ReportMeta
const passage = (section: readonly string[], text = '修路。'): Passage => ({ section, text }) as Passage

describe('the aspect of a passage', () => {
  it.each([
    [['2022年工作回顾'], 'review'],
    [['一、过去五年工作'], 'review'],
    [['2022年'], 'review'],
    [['2023年工作安排'], 'plan'],
    [['二、今后五年的目标任务'], 'plan'],
    [['2023年'], 'plan'],
    [['一、2022年工作回顾', '重点工作'], 'review'],
    [['农业', '2023年工作安排'], 'plan'],
    [['过去五年工作回顾（2023年）'], 'review'],
    [['2022年工作安排'], 'plan'],
    [['农业'], null],
    [[], null],
  ] as const)('under %j is %s', (section, aspect) => {
    expect(passageAspect(passage(section), REPORT)).toBe(aspect)
  })

  it('is not told by a year where the report says of none which it reviews', () => {
    expect(passageAspect(passage(['2022年']), { ...REPORT, reviews: null })).toBeNull()
    expect(passageAspect(passage(['2023年']), { ...REPORT, plans: null })).toBeNull()
  })
})

describe('the years of a passage', () => {
  it.each([
    [['2022年工作回顾'], '修路。', [2022]],
    [['2023年工作安排'], '修路。', [2023]],
    [['农业'], '修路。', [2022, 2023]],
    [['2023年工作安排'], '到2025年，修路。', [2023, 2025]],
    [['2023年工作安排'], '2019—2021年修路。', [2019, 2020, 2021, 2023]],
    [['2023年工作安排'], '2000至2099年修路。', [...Array.from({ length: 21 }, (_, at) => 2000 + at), 2023]],
    [['2023年工作安排'], '投资2019万元，编号20191，3.2019年。', [2023]],
  ] as const)('under %j that says %s are %j', (section, text, years) => {
    expect(passageYears(passage(section, text), REPORT)).toEqual(years)
  })

  it.each([
    [{ reviews: null }, [2023]],
    [{ plans: null }, [2022]],
    [{ reviews: null, plans: null }, [2024]],
  ])('are that of the report only where it tells of no other: %j', (changes, years) => {
    expect(passageYears(passage(['农业']), { ...REPORT, year: 2024, ...changes })).toEqual(years)
  })
})
