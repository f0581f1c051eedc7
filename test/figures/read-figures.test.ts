/** Every difficulty of the grammar in a sentence made up for it. */
import { describe, expect, it } from 'vitest'
import { figuresOf as figures, PLAN, REVIEW, readSentence as read } from './read-sentence.ts'

describe('a sentence of a review', () => {
  it.each<[why: string, sentence: string, said: readonly string[]]>([
    ['value and change', '实现地区生产总值88.5亿元、增长4.2%。', ['地区生产总值 88.5亿元 +4.2% 实绩2021']],
    ['a change alone', '固定资产投资下降3.1%。', ['固定资产投资 -3.1% 实绩2021']],
    ['a noun of change', '规上工业增加值增速达7.5%。', ['规模以上工业增加值 +7.5% 实绩2021']],
    ['what was added, behind its noun', '规模以上工业企业新增8家。', ['新增规模以上工业企业 8家 实绩2021']],
    ['a number behind letters', '全县GDP 88.5亿元。', ['地区生产总值 88.5亿元 实绩2021']],
    [
      'a period by its years and its length',
      '2017年至2021年五年间城镇新增就业2万人。',
      ['城镇新增就业 2万人 (2017年至2021年五年间) 实绩2021'],
    ],
    [
      'two places of one name',
      '城乡居民人均可支配收入分别达到30120元、15340元，分别增长6.1%、8.8%。',
      ['城镇居民人均可支配收入 30120元 +6.1% 实绩2021', '农村居民人均可支配收入 15340元 +8.8% 实绩2021'],
    ],
    [
      'a standard of two',
      '城乡居民年低保标准分别提高到7200元、4300元。',
      ['城市低保标准 7200元 实绩2021', '农村低保标准 4300元 实绩2021'],
    ],
    ['a standard of two told as one', '城乡低保平均标准提高10%。', ['低保标准 +10% 实绩2021']],
    [
      'a list that shares its head',
      '城镇、农村居民人均可支配收入分别增长6%和8%。',
      ['城镇居民人均可支配收入 +6% 实绩2021', '农村居民人均可支配收入 +8% 实绩2021'],
    ],
    [
      'a list of unlisted nouns',
      '肉、奶、蛋产量分别达到3.1万吨、2.2万吨、900吨。',
      ['肉产量 3.1万吨 实绩2021', '奶产量 2.2万吨 实绩2021', '蛋产量 900吨 实绩2021'],
    ],
    [
      'changes told after their values',
      '接待游客90万人次，旅游收入4.2亿元，分别增长11%、12.5%。',
      ['接待游客 90万人次 +11% 实绩2021', '旅游收入 4.2亿元 +12.5% 实绩2021'],
    ],
    [
      'one change for all',
      '全部财政收入和一般公共预算收入均增长9%。',
      ['财政收入 +9% 实绩2021', '一般公共预算收入 +9% 实绩2021'],
    ],
    [
      'an elided name',
      '粮食种植面积31万亩、新增2.5万亩，总产12.4万吨。',
      ['粮食播种面积 31万亩 +2.5万亩 实绩2021', '粮食产量 12.4万吨 实绩2021'],
    ],
    ['the number first', '落实31万亩粮食种植任务。', ['粮食播种面积 31万亩 实绩2021']],
    [
      'a mark that was passed',
      '旅游收入首次突破10亿元，达10.6亿元，增长13%。',
      ['旅游收入 10.6亿元 +13% 实绩2021'],
    ],
    [
      'a mark in words',
      '社会消费品零售总额突破百亿大关，达101.2亿元。',
      ['社会消费品零售总额 101.2亿元 实绩2021'],
    ],
    [
      'two bases',
      '一般公共预算收入5.2亿元、下降3%（扣除退税3000万元，实际完成5.5亿元、增长2.6%）。',
      ['一般公共预算收入 5.2亿元 -3% 实绩2021', '一般公共预算收入 5.5亿元 +2.6% 实绩2021'],
    ],
    [
      'from one year to another',
      '森林覆盖率从2016年的30.1%提高到33%。',
      ['森林覆盖率 30.1% 实绩2016', '森林覆盖率 33% 实绩2021'],
    ],
    [
      'a number that begins like a year',
      '城镇居民人均可支配收入为19970元。',
      ['城镇居民人均可支配收入 19970元 实绩2021'],
    ],
    ['from an unnamed time', '森林覆盖率由30.1%提高到33%。', ['森林覆盖率 33% 实绩2021']],
    [
      'another period of the change',
      '地区生产总值达到88.5亿元，年均增长6.3%。',
      ['地区生产总值 88.5亿元 实绩2021', '地区生产总值 +6.3% (年均) 实绩2021'],
    ],
    ['a comparison', '地区生产总值增长4.2%、高于全国1.3个百分点。', ['地区生产总值 +4.2% 实绩2021']],
    [
      'points on a rate',
      '常住人口城镇化率达51.2%、提高0.8个百分点。',
      ['常住人口城镇化率 51.2% +0.8个百分点 实绩2021'],
    ],
    [
      'full width and letters for digits',
      '固定资产投资４．５亿元，增长l3.6％。',
      ['固定资产投资 4.5亿元 +13.6% 实绩2021'],
    ],
    ['thousands marks and spaces', '城镇新增就业 2,350 人。', ['城镇新增就业 2350人 实绩2021']],
    ['a price', '居民消费价格涨幅控制在2%以内。', ['居民消费价格 +2% at-most 实绩2021']],
    ['a number of another year', '2019年地区生产总值80.1亿元。', ['地区生产总值 80.1亿元 实绩2019']],
    [
      'a target among results',
      '力争到2025年地区生产总值达到120亿元以上。',
      ['地区生产总值 120亿元 at-least 目标2025'],
    ],
    [
      'a plan that is named, not dated',
      '提前完成“十四五”规划目标，地区生产总值增长4%。',
      ['地区生产总值 +4% 实绩2021'],
    ],
    ['the economy', '经济增长5%左右。', ['地区生产总值 +5% about 实绩2021']],
    [
      'an addition and its total',
      '新增规模以上工业企业6家、达到52家。',
      ['新增规模以上工业企业 52家 +6家 实绩2021'],
    ],
    [
      'a mark without its unit, and what was reached',
      '财政收入突破10亿大关，完成11.6亿元，增长9%。',
      ['财政收入 11.6亿元 +9% 实绩2021'],
    ],
    [
      'a total after its increase',
      '粮食增产4.2万吨，总产46万吨。',
      ['粮食产量 +4.2万吨 实绩2021', '粮食产量 46万吨 实绩2021'],
    ],
    [
      'two nouns in one',
      '金融机构存贷款余额分别达120亿元和90亿元，比年初增长8%和9%。',
      ['金融机构存款余额 120亿元 +8% 实绩2021', '金融机构贷款余额 90亿元 +9% 实绩2021'],
    ],
    [
      'ordinals that share their noun',
      '第一、二、三产业增加值分别增长3%、5%、7%。',
      ['第一产业增加值 +3% 实绩2021', '第二产业增加值 +5% 实绩2021', '第三产业增加值 +7% 实绩2021'],
    ],
    ['a word between noun and growth', '辖区税收高速增长12%，达32亿元。', ['税收收入 32亿元 +12% 实绩2021']],
    [
      'a share under its own name',
      '民生支出占一般公共预算支出的比重达82%，提高1.2个百分点。',
      ['民生支出占一般公共预算支出的比重 82% +1.2个百分点 实绩2021'],
    ],
    [
      'a share of the noun before',
      '服务业增加值5亿元、增长3%，占比达到43%。',
      ['服务业增加值 5亿元 +3% 实绩2021', '服务业增加值占比 43% 实绩2021'],
    ],
    ['a share that rose', '第三产业比重由30%提高到35%。', ['第三产业比重 35% 实绩2021']],
    [
      'a noun that a clause before names',
      '粮食生产快速增长，总产达53.7万吨，增长6.1%。',
      ['粮食产量 53.7万吨 +6.1% 实绩2021'],
    ],
    [
      'a crop that a clause before names',
      '棉花品质不断提升，总产47.5万吨。油料和蔬菜稳产，总产9万吨。',
      ['棉花总产 47.5万吨 实绩2021', '总产 9万吨 实绩2021'],
    ],
    ['a part of a noun as no indicator', '在落实税费减免政策的基础上，税收迈入百亿元行列，达101亿元。', []],
    [
      'visits and what visitors spent',
      '接待旅游总人数、游客旅游总花费分别增长5%、6%。',
      ['接待游客 +5% 实绩2021', '旅游收入 +6% 实绩2021'],
    ],
    ['a contribution', '消费对经济增长的贡献率达到66%。', ['消费对经济增长的贡献率 66% 实绩2021']],
    [
      'a rate that is called growth',
      '人口自然增长率控制在6.8‰以内。',
      ['人口自然增长率 6.8‰ at-most 实绩2021'],
    ],
  ])('reads %s', (_, sentence, said) => {
    expect(read(sentence, REVIEW)).toEqual(said)
  })

  it.each([
    ['a share', '民生支出占一般公共预算支出的比重达到81%。'],
    ['what exceeds the budget', '一般公共预算收入为预算的104%。'],
    ['a multiple', '一般公共预算收入是2016年的1.8倍。'],
    ['a threshold', '引进固定资产投资5000万元以上的项目12个。'],
    ['a slogan', '围绕“粮食作物五十万亩”目标推进。'],
    ['a title', '印发《2021—2025年固定资产投资300亿元行动方案》。'],
    ['another land cover', '林草覆盖率达61%。'],
    ['another crop', '小麦种植面积12万亩。'],
    ['passengers', '机场旅客吞吐量达8万人次。'],
    ['a per-head value', '人均地区生产总值达6.1万元。'],
    ['what is said of firms', '规模以上工业企业52家。'],
    ['poor households', '脱贫户人均纯收入达到1.2万元。'],
    ['the economy of the counties', '县域经济增长5.5%以上。'],
    ['a change of the growth', '规模以上工业增加值增速提高2个百分点。'],
  ])('does not take %s for a main indicator', (_, sentence) => {
    const main = [
      '地区生产总值',
      '一般公共预算收入',
      '固定资产投资',
      '规模以上工业增加值',
      '粮食播种面积',
      '森林覆盖率',
      '接待游客',
      '农村居民人均可支配收入',
    ]
    expect(read(sentence, REVIEW).filter((said) => main.includes(said.split(' ')[0] ?? ''))).toEqual([])
  })

  it.each([
    ['6%左右', 'about'],
    ['约6%', 'about'],
    ['6%以上', 'at-least'],
    ['不低于6%', 'at-least'],
    ['最低6%', 'at-least'],
    ['最低控制在6%', 'at-least'],
    ['6%以内', 'at-most'],
    ['不超过6%', 'at-most'],
    ['超过6%', 'over'],
    ['6%', 'exact'],
  ])('城镇调查失业率%s is meant as %s', (number, bound) => {
    expect(figures(`城镇调查失业率${number}。`, REVIEW)).toMatchObject([{ value: '6', unit: '%', bound }])
  })

  it.each([
    '创新团队',
    '中小企业贷款',
    '数字经济核心产业增加值',
    '上市公司',
    '和美乡村',
    '有色金属产量',
    '可再生能源装机',
    '企业销售收入',
    '从业人员',
    '最低工资标准',
    '最高补偿限额',
  ])('%s keeps the character that is a word of the grammar elsewhere', (name) => {
    expect(figures(`${name}达到5万个。`, REVIEW)).toMatchObject([{ indicator: name, name }])
  })

  it.each<[sentence: string, scopes: readonly (string | null)[]]>([
    ['日接待游客1.8万人次，全年接待游客300万人次。', ['日', null]],
    ['单日最高接待游客达3.2万人次。', ['单日最高']],
    ['春节假期，接待游客50万人次，旅游收入3亿元；全年旅游收入20亿元。', ['春节假期', '春节假期', null]],
    ['上半年，地区生产总值增长5.1%；旅游收入2.3亿元，全年预计5亿元。', ['上半年', '上半年', null]],
    ['今年1—6月，社会消费品零售总额增长6%。', ['1—6月']],
    ['“十三五”期间地区生产总值年均增长6%，2020年达到100亿元。', ['年均', null]],
  ])('tells what is not the figure of a year: %s', (sentence, scopes) => {
    expect(figures(sentence, REVIEW).map(({ scope }) => scope)).toEqual(scopes)
  })

  it('reads a section on half a year as of that half', () => {
    expect(figures('地区生产总值增长5%。', '一、2022年上半年工作回顾')).toMatchObject([{ scope: '上半年' }])
  })

  it('gives the bound at the end of a list to all', () => {
    expect(figures('城乡居民人均可支配收入分别增长6%、8%左右。', REVIEW).map(({ bound }) => bound)).toEqual([
      'about',
      'about',
    ])
  })

  it('tells whose figure it is', () => {
    expect(figures('生产建设兵团实力增强，生产总值增长5%。', REVIEW)).toMatchObject([
      { indicator: '地区生产总值', subject: '生产建设兵团' },
    ])
    expect(figures('东湖、西湖开发区规划获批，“两区”进出口额分别增长5%、7%。', REVIEW)).toMatchObject([
      { subject: '东湖开发区', change: '+5%' },
      { subject: '西湖开发区', change: '+7%' },
    ])
  })
})

describe('a sentence of a plan', () => {
  it.each<[sentence: string, said: readonly string[]]>([
    ['地区生产总值增长6%以上。', ['地区生产总值 +6% at-least 目标2022']],
    ['经济增长速度的调控目标定为8%。', ['地区生产总值 +8% 目标2022']],
    ['计划要求今年的地区生产总值增长5%。', ['地区生产总值 +5% 目标2022']],
    ['居民消费价格涨幅3%左右。', ['居民消费价格 +3% about 目标2022']],
    ['去年地区生产总值增长4.2%。', ['地区生产总值 +4.2% 实绩2021']],
    ['地区生产总值增长5.0—5.5%。', ['地区生产总值 +5.0—5.5% 目标2022']],
    ['到2026年，常住人口城镇化率达到60%。', ['常住人口城镇化率 60% 目标2026']],
    ['“十四五”期间地区生产总值年均增长6%。', ['地区生产总值 +6% (年均) 目标2025']],
  ])('%s', (sentence, said) => {
    expect(read(sentence, PLAN)).toEqual(said)
  })
})
