import { describe, expect, it } from 'vitest'
import { checkQuote } from '../../src/quote/check.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'
import { report, smallSearcher } from './small-searcher.ts'

const yunling = report(
  'yunling-2024',
  {},
  `# 政府工作报告

## 一、2023年工作回顾

### （一）坚持稳字当头，经济运行持续向好

全年完成地区生产总值15.2亿元，增长5.5%，一般公共预算收入10797万元。推动干部以“马上办、办就办好”的精神，把群众的事办到心坎上。

粮食产量达12.6万吨，新建高标准农田3万亩，G577线云岭段建成通车。预计全年接待游客100万人次，旅游收入3.5亿元。

### （二）坚持生态优先

空气优良天数达340天。完成造林2万亩，治理河道44.5公里……

## 二、2024年工作安排

坚决落实党政机关过紧日子的要求，严控一般性支出，把每一分钱都用在发展的紧要处、民生的急需上。
`,
)
const searcher = smallSearcher([yunling])

async function verdict(quote: string) {
  const check = await checkQuote(searcher, quote)
  if (check.kind === 'not-found') return { kind: check.kind, words: [] as string[] }
  const words = check.places.map(({ passage, range }) => passage.text.slice(...range))
  return { ...check, words }
}

describe('a quote that stands in the report', () => {
  it.each([
    ['as printed', '增长5.5%，一般公共预算收入10797万元', '增长5.5%，一般公共预算收入10797万元', []],
    [
      'full width',
      '增长５．５％，一般公共预算收入１０７９７万元',
      '增长5.5%，一般公共预算收入10797万元',
      ['width'],
    ],
    [
      'half-width comma',
      '增长5.5%,一般公共预算收入10797万元',
      '增长5.5%，一般公共预算收入10797万元',
      ['width'],
    ],
    ['lower case', 'g577线云岭段建成通车', 'G577线云岭段建成通车', ['case']],
    ['traditional script', '糧食產量達12.6萬噸', '粮食产量达12.6万吨', ['script']],
    [
      'spaces and line breaks',
      '粮食产量达 12.6 万吨，\n新建高标准农田',
      '粮食产量达12.6万吨，新建高标准农田',
      ['spaces'],
    ],
    ['other quotation marks', '以「马上办、办就办好」的精神', '以“马上办、办就办好”的精神', ['punctuation']],
    ['straight quotation marks', '以"马上办、办就办好"的精神', '以“马上办、办就办好”的精神', ['punctuation']],
    [
      'its own full stop',
      '坚决落实党政机关过紧日子的要求。',
      '坚决落实党政机关过紧日子的要求',
      ['punctuation'],
    ],
    ['quotation marks around it', '“坚决落实党政机关过紧日子的要求”', '坚决落实党政机关过紧日子的要求', []],
    ['an ellipsis of the report', '治理河道44.5公里……', '治理河道44.5公里……', []],
  ])('is verbatim: %s', async (_name, quote, words, folded) => {
    expect(await verdict(quote)).toMatchObject({ kind: 'verbatim', words: [words], folded })
  })

  it('is verbatim over a paragraph break', async () => {
    const check = await verdict('把群众的事办到心坎上。粮食产量达12.6万吨')
    expect(check).toMatchObject({ kind: 'verbatim', words: ['把群众的事办到心坎上。', '粮食产量达12.6万吨'] })
  })

  it('is verbatim over a heading that ran into its paragraph, with its stop', async () => {
    const check = await verdict('（二）坚持生态优先。空气优良天数达340天')
    expect(check).toMatchObject({ kind: 'verbatim', words: ['空气优良天数达340天'], folded: [] })
  })

  it('is verbatim from the midst of a heading on', async () => {
    expect(await verdict('坚持生态优先。空气优良天数达340天')).toMatchObject({ kind: 'verbatim', folded: [] })
    expect(await verdict('生态优先。空气优良天数达340天')).toMatchObject({ kind: 'verbatim', folded: [] })
  })

  it('leaves out the heading between two paragraphs that it joins', async () => {
    const check = await verdict('旅游收入3.5亿元。空气优良天数达340天')
    expect(check).toMatchObject({
      kind: 'verbatim',
      words: ['旅游收入3.5亿元。', '空气优良天数达340天'],
      omissions: [{ text: '\n（二）坚持生态优先\n' }],
    })
  })

  it('is told by its marks where its words stand in too many places', async () => {
    const lines = Array.from({ length: 14 }, (_, at) => `自治区第${at}次会议召开。`)
    const own = smallSearcher([
      report(
        'linhai-2024',
        { place: '林海县' },
        `# 政府工作报告\n\n${lines.join('\n\n')}\n\n紧盯国家、自治区政策。`,
      ),
    ])
    expect(await checkQuote(own, '国家、自治区')).toMatchObject({
      kind: 'verbatim',
      hit: { passage: { paragraph: 15 } },
    })
  })

  it('is of the report that is named for it, however many others say the same', async () => {
    const words = '全县各族儿女众志成城谱写新篇章'
    const places = [...'东南西北中前后左右上下内外'].map((side) => `${side}岭县`)
    const own = await openSmallCorpus(
      places.map((place, at) => report(`ling-${at}`, { place }, `# 政府工作报告\n\n${words}。\n`)),
    )
    for (const place of ['东岭县', '下岭县', '外岭县']) {
      const check = await checkQuote(own, `${place}2024年政府工作报告：“${words}”`)
      expect(check).toMatchObject({ kind: 'verbatim', holders: places.length, hit: { report: { place } } })
      expect(check).not.toHaveProperty('misattributed')
    }
  })

  it('is verbatim when it is a heading, and names the paragraph below', async () => {
    const check = await checkQuote(searcher, '坚持稳字当头，经济运行持续向好')
    expect(check).toMatchObject({ kind: 'verbatim', hit: { passage: { paragraph: 1 } }, range: [0, 0] })
    expect(check).toMatchObject({ places: [{ heading: '（一）坚持稳字当头，经济运行持续向好' }] })
  })

  it('is checked part by part where it leaves words out with …', async () => {
    const check = await verdict('全年完成地区生产总值15.2亿元……接待游客100万人次')
    expect(check).toMatchObject({
      kind: 'verbatim',
      words: ['全年完成地区生产总值15.2亿元', '接待游客100万人次'],
    })
  })

  it('tells what an … leaves out, and warns of a denial in it', async () => {
    const text = '全年未发生较大事故，没有出现重大疫情。房子是用来住的、不是用来炒的定位得到坚持。'
    const own = smallSearcher([report('linhai-2024', { place: '林海县' }, `# 政府工作报告\n\n${text}\n`)])
    expect(await checkQuote(own, '房子是用来……炒的定位')).toMatchObject({
      kind: 'verbatim',
      omissions: [{ text: '住的、不是用来', length: 7, negation: '不' }],
    })
    expect(await checkQuote(own, '房子是用来住的……定位得到坚持')).toMatchObject({
      omissions: [{ text: '、不是用来炒的', negation: '不' }],
    })
    expect(await checkQuote(own, '房子是用来住的、不是用来炒的定位')).toMatchObject({ omissions: [] })
    expect(await checkQuote(own, '房子是用来……住的、不是用来炒的')).toMatchObject({
      omissions: [],
      folded: ['punctuation'],
    })
  })

  it('leaves out no more than it has to', async () => {
    const text = '坚决不开空泛的会、坚决不发空洞的文、坚决不干脱离实际的项目。'
    const own = smallSearcher([report('linhai-2024', { place: '林海县' }, `# 政府工作报告\n\n${text}\n`)])
    expect(await checkQuote(own, '坚决不……脱离实际的项目')).toMatchObject({ omissions: [{ text: '干' }] })
  })

  it('is checked within its quotation marks in a sentence that quotes', async () => {
    const check = await verdict('昨天的报告说，“坚决落实党政机关过紧日子的要求，严控一般性支出”，讲得真好！')
    expect(check).toMatchObject({ kind: 'verbatim', part: '坚决落实党政机关过紧日子的要求，严控一般性支出' })
    const inner = await verdict(
      '坚持稳字当头，推动全体干部以“马上办、办就办好的精神”，把事办到心坎上，把实事办好',
    )
    expect(inner.kind).not.toBe('verbatim')
  })

  const words = '坚决落实党政机关过紧日子的要求，严控一般性支出'
  it.each([
    [
      'a citation line',
      `${words}\n云岭县2024年政府工作报告（在会上，县长江一舟） › 二、2024年工作安排 › 第4段`,
    ],
    ['GB/T 7714', `“${words}”\n江一舟. 政府工作报告[R]. 云岭县: [出版者不详], 2024: 第4段.`],
    ['brackets', `${words}（云岭县2024年政府工作报告）`],
    ['a dash', `${words}。——《云岭县政府工作报告》`],
    ['the speaker', `“${words}”，云岭县县长说。`],
    ['the number of a list', `（3）${words}`],
    ['a circled number', `②${words}`],
    ['the number of a note', `${words}[12]。`],
    ['a source before it', `《云岭县2024年政府工作报告》：“${words}”`],
  ])('is checked without its source or number: %s', async (_name, quote) => {
    expect(await verdict(quote)).toMatchObject({ kind: 'verbatim', words: [words], part: expect.any(String) })
  })

  it('has no words of its own in its source', async () => {
    const check = await verdict('“马上办、办就办成”的精神（云岭县2024年政府工作报告）')
    expect(check).toMatchObject({ kind: 'differs', words: ['“马上办、办就办好”的精神'] })
  })

  it('has no sentence for a source', async () => {
    const check = await verdict(`${words}——政府工作报告提出今年减税五十亿元`)
    expect(check).toMatchObject({ kind: 'differs', diff: [{ kind: 'same', text: words }, { kind: 'added' }] })
  })

  it.each([
    ['bold', '**坚决落实党政机关**过紧日子的要求'],
    ['a quoted line', '> 坚决落实党政机关过紧日子的要求'],
    ['a heading', '## 坚决落实党政机关过紧日子的要求'],
    ['HTML', '<p>坚决落实党政机关<b>过紧日子</b>的要求&nbsp;</p>'],
  ])('is checked without markup, and says so: %s', async (_name, quote) => {
    expect(await verdict(quote)).toMatchObject({
      kind: 'verbatim',
      words: ['坚决落实党政机关过紧日子的要求'],
      folded: expect.arrayContaining(['punctuation']),
    })
  })

  it('is a heading, too, in other words', async () => {
    const check = await checkQuote(searcher, '坚持稳中求进，经济运行持续向好')
    expect(check).toMatchObject({ kind: 'differs', hit: { passage: { paragraph: 1 } } })
  })

  it('says which figure it cuts', async () => {
    expect(await verdict('0797万元')).toMatchObject({ kind: 'verbatim', cutFigure: '10797' })
    expect(await verdict('10797万元')).toMatchObject({ kind: 'verbatim', cutFigure: null })
  })
})

describe('a quote in other words', () => {
  it('shows a wrong character', async () => {
    const check = await verdict('坚决落实党政机关过苦日子的要求，严控一般性支出')
    expect(check).toMatchObject({
      kind: 'differs',
      words: ['坚决落实党政机关过紧日子的要求，严控一般性支出'],
      onlyPunctuation: false,
      diff: [
        { kind: 'same', text: '坚决落实党政机关过' },
        { kind: 'missing', text: '紧' },
        { kind: 'added', text: '苦' },
        { kind: 'same', text: '日子的要求，严控一般性支出' },
      ],
    })
  })

  it('keeps a wrong figure whole, also at an end of the quote', async () => {
    const check = await verdict('17097万元。推动干部以“马上办、办就办好”的精神')
    expect(check).toMatchObject({
      kind: 'differs',
      diff: [
        { kind: 'missing', text: '10797' },
        { kind: 'added', text: '17097' },
        { kind: 'same', text: '万元。推动干部以“马上办、办就办好”的精神' },
      ],
    })
  })

  it.each([
    ['-5.5%，一般公共预算收入10797万元', '长5.5%', '-5.5%'],
    ['地区生产总值15.2亿元，增长−5.5%', '5.5%', '−5.5%'],
  ])('takes a minus for a part of its figure: %s', async (quote, printed, typed) => {
    const check = await verdict(quote)
    expect(check).toMatchObject({
      kind: 'differs',
      diff: expect.arrayContaining([
        { kind: 'missing', text: printed },
        { kind: 'added', text: typed },
      ]),
    })
  })

  it('takes a number of a list for none when it counts', async () => {
    expect(await verdict('3、6万吨，新建高标准农田3万亩')).toMatchObject({ kind: 'differs' })
    expect(await verdict('24万亩，治理河道44.5公里')).toMatchObject({ kind: 'differs' })
  })

  it('lacks nothing that comes after the clause with which it ends', async () => {
    const { diff } = (await verdict('坚决落实党政机关过紧日子的要求了吧')) as { diff?: unknown }
    expect(diff).toEqual([
      { kind: 'same', text: '坚决落实党政机关过紧日子的要求' },
      { kind: 'added', text: '了吧' },
    ])
  })

  it('shows a clause that is left out', async () => {
    const check = await verdict('粮食产量达12.6万吨，G577线云岭段建成通车')
    expect(check).toMatchObject({
      kind: 'differs',
      words: ['粮食产量达12.6万吨，新建高标准农田3万亩，G577线云岭段建成通车'],
    })
  })

  it('shows what differs within the quotation marks of a sentence that quotes', async () => {
    const check = await verdict('昨天的报告说，“坚决落实党政机关过苦日子的要求，严控一般性支出”，讲得真好！')
    expect(check).toMatchObject({ kind: 'differs', part: '坚决落实党政机关过苦日子的要求，严控一般性支出' })
  })

  it('tells a wrong comma from a wrong word', async () => {
    const check = await verdict('坚决落实党政机关过紧日子的要求；严控一般性支出')
    expect(check).toMatchObject({ kind: 'differs', onlyPunctuation: true })
  })

  it('is compared part by part where it leaves words out with …', async () => {
    const check = await verdict('全年完成地区生产总值15.2亿元……接待游客200万人次')
    expect(check).toMatchObject({
      kind: 'differs',
      words: ['全年完成地区生产总值15.2亿元', '接待游客100万人次'],
    })
  })
})

describe('a quote put together from true clauses', () => {
  const baihe = report(
    'baihe-2024',
    { place: '白河县', speaker: '江一舟', post: '县长' },
    '# 政府工作报告\n\n山高路远更需快马加鞭。新建学校六所全部投入使用。\n\n全县旅游收入3.5亿元、下降5%。农田水利建设扎实推进，城乡面貌焕然一新。\n',
  )
  const two = smallSearcher([yunling, baihe])
  const piecesOf = async (quote: string) => {
    const check = await checkQuote(two, quote)
    if (check.kind !== 'pieced') return check.kind
    return check.pieces.map(({ passage, range, hit }) => [
      hit.report.id,
      passage.paragraph,
      passage.text.slice(...range),
    ])
  }

  it.each([
    ['paragraph', '多修通往各村各组的乡村道路三十三条。全年在荒山荒坡上植树造林两万亩。', 2],
    ['report', '全年在荒山荒坡上植树造林两万亩。', 4],
  ])(
    'takes a clause that stands in several places from the %s of the one before it',
    async (_, words, paragraph) => {
      const elsewhere = '多修通往各村各组的乡村道路三十三条，办好事。'
      const search = smallSearcher([
        report('baihe-2024', { place: '白河县' }, `# 政府工作报告\n\n${elsewhere}`),
        report(
          'yunling-2024',
          {},
          `# 政府工作报告\n\n开头。\n\n${words}\n\n${'就业形势保持稳定，市场供应充足。'.repeat(20)}\n\n${elsewhere}`,
        ),
      ])
      const check = await checkQuote(
        search,
        '全年在荒山荒坡上植树造林两万亩，多修通往各村各组的乡村道路三十三条',
      )
      const places = check.kind === 'pieced' ? check.pieces : []
      expect(places.map(({ hit, passage }) => [hit.report.id, passage.paragraph])).toEqual([
        ['yunling-2024', 2],
        ['yunling-2024', paragraph],
      ])
    },
  )

  it('tells each clause with its place when one passage has them apart or the other way round', async () => {
    const quote = '严控一般性支出，坚决落实党政机关过紧日子的要求'
    expect(await piecesOf(quote)).toEqual([
      ['yunling-2024', 4, '严控一般性支出'],
      ['yunling-2024', 4, '坚决落实党政机关过紧日子的要求'],
    ])
  })

  it('tells what stands in another report', async () => {
    expect(await piecesOf('粮食产量达12.6万吨，新建高标准农田3万亩。山高路远更需快马加鞭')).toEqual([
      ['yunling-2024', 2, '粮食产量达12.6万吨，新建高标准农田3万亩'],
      ['baihe-2024', 1, '山高路远更需快马加鞭'],
    ])
  })

  it('tells an … between clauses in the wrong order', async () => {
    expect(await piecesOf('新建学校六所……山高路远更需快马加鞭')).toHaveLength(2)
  })

  it('takes no figure for true without what it is said of', async () => {
    expect(await piecesOf('山高路远更需快马加鞭。一般公共预算收入10797万元，下降5%')).not.toBeInstanceOf(
      Array,
    )
  })

  it('says where the words stand that are not in their place', async () => {
    const check = await checkQuote(two, '农田水利建设扎实推进，城乡面貌焕然全新。新建学校六所全部投入使用')
    expect(check.kind).toBe('differs')
    if (check.kind !== 'differs') return
    const moved = check.diff.flatMap((part) => (part.kind === 'moved' ? [part] : []))
    expect(moved.map(({ text, at }) => [text, at.passage.paragraph])).toEqual([
      ['新建学校六所全部投入使用', 1],
    ])
  })

  it.each([
    ['核对引文：山高路远更需快马加鞭', undefined],
    ['白河县县长说：山高路远更需快马加鞭', undefined],
    ['江一舟在报告中指出，“山高路远更需快马加鞭”', undefined],
    ['雲嶺縣：山高路远更需快马加鞭', '云岭县'],
    ['云岭县长在报告里说“山高路远更需快马加鞭”对吗', '云岭县'],
    ['北山市市长说：山高路远更需快马加鞭', '北山市'],
  ])(
    "takes the words around for the asker's own, and knows whose they are: %s",
    async (text, misattributed) => {
      const check = await checkQuote(two, text)
      expect(check).toMatchObject({ kind: 'verbatim', part: '山高路远更需快马加鞭' })
      if (check.kind !== 'not-found') expect(check.misattributed).toBe(misattributed)
    },
  )

  it('compares written-out numbers by their value', async () => {
    const check = await checkQuote(two, '全县旅游收入三点五亿元、下降百分之五')
    expect(check).toMatchObject({ kind: 'differs', sameValues: true, hit: { report: { id: 'baihe-2024' } } })
    const other = await checkQuote(two, '全县旅游收入35000万元、下降5%')
    expect(other).toMatchObject({ kind: 'differs', sameValues: true })
    const wrong = await checkQuote(two, '全县旅游收入三点六亿元、下降百分之五')
    expect(wrong).not.toMatchObject({ sameValues: true })
  })
})

describe('a quote that stands nowhere', () => {
  it.each([
    ['other words', '实施蓝天保卫战三年行动计划，淘汰燃煤锅炉一百台'],
    ['marks alone', '“……”。'],
    ['emoji alone', '🐎🐎🐎'],
    ['nothing', ''],
  ])('is not found: %s', async (_name, quote) => {
    expect((await verdict(quote)).kind).toBe('not-found')
  })
})
