import { describe, expect, it } from 'vitest'
import { extractHtml, htmlCharset, htmlUrl } from '../../../src/import/extract/html.ts'
import { SourceError } from '../../../src/import/source/source.ts'

const texts = (html: string): string[] => extractHtml(html).lines.map((line) => line.text)
const ARTICLE = '全县上下齐心协力，各项事业取得新成绩。'.repeat(30)

describe('extractHtml', () => {
  it.each<[string, string, readonly string[]]>([
    ['blocks', '<div>甲<p>乙</p>丙</div>', ['甲', '乙', '丙']],
    ['paragraphs without an end', '<p>甲<p>乙', ['甲', '乙']],
    ['line breaks, between blank lines', '<p>甲<br>乙<br><br>丙</p>', ['', '甲', '乙', '', '丙', '']],
    ['a break at the end of a block', '<p>甲<br></p><p>乙</p>', ['甲', '乙']],
    ['white space as a browser does', '<p>  GDP \n\t grew  8%  </p>', ['GDP grew 8%']],
    ['a line end inside Chinese', '<p>全县\n    增长，\n“新”\n高</p>', ['全县增长，“新”高']],
    ['a space inside Chinese', '<p>县长 <b>李明</b> </p>', ['县长 李明']],
    ['a line end beside a word', '<p>增长\n8.5%\n以上</p>', ['增长 8.5% 以上']],
    [
      'entities, spaces that do not break among them',
      '<p>&ldquo;甲&rdquo;&nbsp;&#20057;&middot;丙&lt;</p>',
      ['“甲”\u00a0乙·丙<'],
    ],
    ['ideographic spaces', '<p>　　甲</p>', ['　　甲']],
    ['preformatted text', '<pre>  甲\n  乙\n</pre>', ['', '  甲', '  乙', '']],
    ['inline marks', '<p>增<span>长<font color=red>8.<u>5</u>%</font></span></p>', ['增长8.5%']],
    [
      'scripts, styles, comments and controls left out',
      '<style>a{}</style><p>甲<!-- 注 --><script>x()</script><button>打印</button></p>',
      ['甲'],
    ],
    [
      'hidden parts left out',
      '<p>甲县增长<span style="display: none">干扰</span>8%<i hidden>x</i><b style="font-size:0px">噪</b></p>',
      ['甲县增长8%'],
    ],
    ['ruby without its reading', '<p><ruby>蘭<rp>(</rp><rt>lan</rt></ruby></p>', ['蘭']],
    [
      'raised figures',
      '<p>5G<sup>2</sup>基站，3km<sup>2</sup>，乙<sup>[1]</sup></p>',
      ['5G[2]基站，3km²，乙[1]'],
    ],
    ['the title of the window left out', '<title>门户</title><body>甲', ['甲']],
  ])('reads %s', (_, html, lines) => {
    expect(texts(html)).toEqual(lines)
  })

  it('marks blocks, headings and bold ranges', () => {
    const { lines } = extractHtml(
      '<h2>二、安排</h2><p><strong>加快</strong><b>发展。</b>全年<span style="font-weight:700">新</span></p>',
    )
    expect(lines).toEqual([
      { text: '二、安排', heading: 2, isBlock: true },
      {
        text: '加快发展。全年新',
        bold: [
          [0, 5],
          [7, 8],
        ],
        isBlock: true,
      },
    ])
  })

  it('gives a line for each row of a table of figures', () => {
    const html = '<table><thead><tr><th>指标<th>增速</thead><tr><td>生产<br>总值<td>8.5%</table>'
    expect(extractHtml(html).lines).toEqual([
      { text: '指标\t增速', isBlock: true, isTableRow: true },
      { text: '生产总值\t8.5%', isBlock: true, isTableRow: true },
    ])
  })

  it('keeps the columns of a table with empty and merged cells, and says the labels of merged ones again', () => {
    const html = `<table>
      <tr><td colspan=4>主要指标表<tr><th><th><th colspan="2">2023年
      <tr><td rowspan=2>工业<td>产值<td><td>9亿元<tr><td>企业<td>7家<td>&nbsp;
      <tr><td colspan=2>${'指导思想和总体要求'.repeat(6)}<td>3亿元<td>4亿元<td>多出的一格</table>`
    expect(texts(html)).toEqual([
      '主要指标表',
      '\t\t2023年\t2023年',
      '工业\t产值\t\t9亿元',
      '工业\t企业\t7家',
      `${'指导思想和总体要求'.repeat(6)}\t\t3亿元\t4亿元\t多出的一格`,
    ])
  })

  it('reads tables that lay out the page as text', () => {
    const html = `<table><tr><td>左<td><table><tr><td><p>题</p><p>${ARTICLE}</p><p>完</p></table></table>`
    const { lines } = extractHtml(html)
    expect(lines.map((line) => line.text)).toEqual(['左', '题', ARTICLE, '完'])
    expect(lines.some((line) => line.isTableRow)).toBe(false)
  })

  it('leaves out lists of links and says how much', () => {
    const links = ['首页', '政务公开', '办事服务', '互动交流']
      .map((name) => `<li><a href="/x">${name}</a></li>`)
      .join('')
    const { lines, warnings } = extractHtml(`<ul>${links}</ul><p>${ARTICLE}</p><div>相关：${links}</div>`)
    expect(lines.map((line) => line.text)).toEqual([ARTICLE])
    expect(warnings).toEqual(['lists of links left out (30 characters)'])
  })

  it('keeps an article with links in it', () => {
    const linked = `<p>${'根据<a href="/law">《条例》</a>做好全年的各项重点工作。'.repeat(20)}</p>`
    expect(texts(linked)[0]).toContain('根据《条例》做好')
  })

  it('keeps the links of a page that has nothing else, so that the page can be judged', () => {
    expect(
      texts('<ul><li><a href=1>甲</a><li><a href=2>乙</a><li><a href=3>丙</a><li><a href=4>丁</a></ul>'),
    ).toEqual(['甲', '乙', '丙', '丁'])
  })

  it('reads an article that is hidden until a click, and says so', () => {
    const { lines, warnings } = extractHtml(`<p>摘要</p><div style="display:none"><p>${ARTICLE}</p></div>`)
    expect(lines.map((line) => line.text)).toEqual(['摘要', ARTICLE])
    expect(warnings).toEqual([
      'most of the text is hidden in the page until something is clicked; it was read',
    ])
  })

  it('says that numbers of lists are not in the text', () => {
    expect(extractHtml('<ol><li>甲<li>乙</ol>').warnings).toEqual([
      'a numbered list has 2 items whose numbers are not in the text',
    ])
  })

  it.each([
    '',
    '<html><body><div id="app"></div><script>load()</script></body></html>',
    '<img src="scan.jpg">',
  ])('refuses a page without text: %j', (html) => {
    expect(() => extractHtml(html)).toThrow(SourceError)
    expect(() => extractHtml(html)).toThrow(/holds no text/)
  })

  it.each(['<div>', '<b><p><i><div>', '<table><tr><td>'])(
    'refuses %s nested without end, and does not crash',
    (marks) => {
      expect(() => extractHtml(`${marks.repeat(5000)}正文`)).toThrow(/too deeply/)
    },
  )

  it.each([
    ['visibility:hidden', true],
    ['display : none', true],
    ['font-size: 0', true],
    ['font-size:0%;color:red', true],
    ['font-size:0.8em', false],
    ['display:block', false],
  ])('takes %s for hidden: %j', (style, isHidden) => {
    expect(texts(`<p>甲县增长<span style="${style}">干</span></p>`)).toEqual([
      isHidden ? '甲县增长' : '甲县增长干',
    ])
  })

  it('reads what is hidden where it is more than what is not', () => {
    const page = (shown: number, hidden: number): string[] =>
      texts(`<p>${'显'.repeat(shown)}</p><p hidden>${'隐'.repeat(hidden)}</p>`)
    expect(page(3, 3)).toEqual(['显显显'])
    expect(page(3, 4)).toEqual(['显显显', '隐隐隐隐'])
  })

  it.each([
    ['font-weight:600', true],
    ['font-weight:599', false],
    ['font-weight:bolder', true],
    ['font-weight: normal', false],
  ])('takes %s for bold: %j', (style, isBold) => {
    const [line] = extractHtml(`<p><b><span style="${style}">甲</span></b>乙</p>`).lines
    expect(line?.bold).toEqual(isBold ? [[0, 1]] : undefined)
  })

  it('inherits bold, raised figures, preformatted text and headings', () => {
    expect(extractHtml('<p><b><i>甲</i></b></p>').lines[0]?.bold).toEqual([[0, 1]])
    expect(texts('<p>乙<span style="vertical-align: super"><i>2</i></span></p>')).toEqual(['乙[2]'])
    expect(texts('<div style="white-space:pre"><p>甲  乙</p></div>')).toEqual(['甲  乙'])
    expect(extractHtml('<h6><p>甲</p></h6>').lines[0]?.heading).toBe(6)
    expect(extractHtml('<xmp>甲  乙</xmp>').lines[0]?.text).toBe('甲  乙')
  })

  describe('a list of links', () => {
    const link = (length: number): string => `<a href="/x">${'链'.repeat(length)}</a>`
    const isGone = (inside: string, tag = 'div'): boolean =>
      !texts(`<p>${ARTICLE}</p><${tag}>${inside}</${tag}>`).some((text) => text.includes('链'))

    it('has four links', () => {
      expect(isGone(link(5).repeat(4))).toBe(true)
      expect(isGone(link(5).repeat(3))).toBe(false)
      expect(isGone(link(5), 'nav')).toBe(true)
      expect(isGone('链', 'nav')).toBe(false)
      expect(extractHtml(`<p>${ARTICLE}</p><nav>${link(1)}</nav>`).warnings).toEqual([
        'lists of links left out (1 characters)',
      ])
    })

    it('has four fifths of its words in them', () => {
      expect(isGone(`${link(4).repeat(4)}${'外'.repeat(4)}`)).toBe(true)
      expect(isGone(`${link(4).repeat(4)}${'外'.repeat(5)}`)).toBe(false)
    })

    it('has fewer than 40 characters a link', () => {
      expect(isGone(link(39).repeat(4))).toBe(true)
      expect(isGone(link(40).repeat(4))).toBe(false)
    })

    it('has links that lead somewhere and say something', () => {
      expect(isGone(`${link(5).repeat(3)}<a>链</a>`)).toBe(false)
      expect(isGone(`${link(5).repeat(3)}<a href="/x">x</a>`)).toBe(false)
      expect(isGone(`${link(5).repeat(3)}${link(1)}`)).toBe(true)
    })

    it('stays where the page has fewer than 200 characters besides', () => {
      const page = (length: number): string[] =>
        texts(`<p>${'文'.repeat(length)}</p><ul>${link(5).repeat(4)}</ul>`)
      expect(page(200)).toHaveLength(1)
      expect(page(199)).toHaveLength(2)
    })
  })

  it('keeps a blank line where a block has none but breaks', () => {
    expect(texts('<p>甲</p><p><br></p><p>乙</p>')).toEqual(['甲', '乙'])
  })

  it('counts the items of numbered lists alone', () => {
    expect(extractHtml('<ul><li>甲</ul>').warnings).toEqual([])
    expect(extractHtml(`<ol><li>甲</ol><ul><li>乙</ul>`).warnings).toEqual([
      'a numbered list has 1 items whose numbers are not in the text',
    ])
  })

  it('reads the caption of a table above it, and a cell over all rows', () => {
    expect(
      texts('<table><caption>表一</caption><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>'),
    ).toEqual(['表一', '甲\t乙', '甲\t丙', '甲\t丁'])
  })

  it('takes an element of XHTML that closes itself for closed', () => {
    const page = (head: string): string =>
      `${head}<head><title/></head><body><div class="a"/><p>甲<br/>乙</p></body></html>`
    expect(texts(page('<html xmlns="http://www.w3.org/1999/xhtml">'))).toEqual(['', '甲', '乙', ''])
    expect(texts(page('<?xml version="1.0"?><html>'))).toEqual(['', '甲', '乙', ''])
    expect(() => texts(page('<html>'))).toThrow(/holds no text/)
  })

  it('nests 1,500 marks deep, and no deeper', () => {
    const nest = (depth: number): string => `${'<i>'.repeat(depth)}正文`
    // html and body are marks, too.
    expect(texts(nest(1_498))).toEqual(['正文'])
    expect(() => texts(nest(1_499))).toThrow(/too deeply/)
  })
})

describe('htmlCharset', () => {
  it.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ["<META http-equiv=Content-Type content='text/html; charset=GBK'>", 'GBK'],
    ['<?xml version="1.0" encoding="utf-8"?>', 'utf-8'],
    ['<p>charset=x</p>', ''],
  ])('reads %s', (head, charset) => {
    expect(htmlCharset(new TextEncoder().encode(head))).toBe(charset)
  })

  it('looks for it in the first 4,096 bytes', () => {
    const page = (bytes: number): Uint8Array =>
      new TextEncoder().encode(`${' '.repeat(bytes)}<meta charset=gbk>`)
    expect(htmlCharset(page(4_096 - 17))).toBe('gbk')
    expect(htmlCharset(page(4_096 - 13))).toBe('')
  })
})

describe('htmlUrl', () => {
  it.each([
    [
      '<!-- saved from url=(0041)https://www.example.gov.cn/a/content_1.html -->',
      'https://www.example.gov.cn/a/content_1.html',
    ],
    [
      '<link rel="canonical" href="http://www.example.gov.cn/a?b=1&amp;c=2">',
      'http://www.example.gov.cn/a?b=1&c=2',
    ],
    [
      "<meta property='og:url' content='https://www.example.gov.cn/a.html'>",
      'https://www.example.gov.cn/a.html',
    ],
    ['<link rel="canonical" href="https://www.example.gov.cn/">', ''],
    ['<link rel="canonical" href="javascript:alert(1)">', ''],
    ['<a href="https://www.example.gov.cn/a.html">', ''],
  ])('reads %s', (html, url) => {
    expect(htmlUrl(html)).toBe(url)
  })

  it('looks for it in the first 16,384 characters', () => {
    const tag = '<meta property="og:url" content="http://a.cn/b">'
    expect(htmlUrl(' '.repeat(16_384 - tag.length) + tag)).toBe('http://a.cn/b')
    expect(htmlUrl(' '.repeat(16_384) + tag)).toBe('')
  })
})
