/** The pages as a browser shows them: Debian's chromium, over real HTTP. */
import { accessSync, constants, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebListener } from '../../src/web/serve.ts'
import { siteWith } from '../web/test-site.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const hasBrowser = canRun(CHROMIUM)
if (!hasBrowser) {
  console.warn(`skipped: no ${CHROMIUM}; install Debian's package chromium, or name another in CHROMIUM`)
}
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MAX_FIRST_LOAD_BYTES = 50_000
const QUOTE = '坚定不移落实“外防输入、内防反弹”总策略，坚定不移贯彻“动态清零”总路线'

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const asked = (path: string, question: string): string => `${path}?q=${encodeURIComponent(question)}`
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['search', asked('/search', '伊宁市旅游收入')],
  ['search without an answer', asked('/search', '量子纠缠卫星')],
  ['search for a quote', asked('/search', QUOTE)],
  ['reports', '/reports'],
  ['report', '/reports/yining-2023'],
  ['report with words marked', asked('/reports/wuqia-2023', '就业')],
  ['passage', '/passages/yining-2023_654946d99f?mark=0-20'],
  ['figures', asked('/figures', '各县旅游收入')],
  ['count', asked('/count', '乡村振兴')],
  ['compare', asked('/compare', '粮食产量')],
  ['changes', '/changes?a=yining-2023&b=xinyuan-2023'],
  ['quote check', `/verify?text=${encodeURIComponent(QUOTE)}`],
  ['about', '/about'],
  ['API', '/api'],
  ['error', '/nothing'],
]

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser
  let server: Server
  let root = ''

  beforeAll(async () => {
    server = createServer(createWebListener(await siteWith({ publicUrl: null })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const withPage = async <T>(
    use: (page: Page, context: BrowserContext) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    try {
      const page = await context.newPage()
      return await use(page, context)
    } finally {
      await context.close()
    }
  }

  describe('every page', () => {
    it.each(PAGES)('%s is open to everybody, in light and dark', async (_name, path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await withPage(
          async (page) => {
            await page.goto(root + path)
            expect(await violations(page)).toEqual([])
          },
          { colorScheme, bypassCSP: true },
        )
      }
    })

    it.each(PAGES)(
      '%s loads little, nothing from elsewhere, and breaks no rule of its own',
      async (_name, path) => {
        await withPage(async (page) => {
          const hosts = new Set<string>()
          const complaints: string[] = []
          page.on('request', (request) => hosts.add(new URL(request.url()).origin))
          page.on('console', (message) => {
            if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text())
          })
          page.on('pageerror', (error) => complaints.push(error.message))
          const session = await page.context().newCDPSession(page)
          await session.send('Network.enable')
          let bytes = 0
          const pictures = new Set<string>()
          session.on('Network.responseReceived', ({ requestId, type }) => {
            if (type === 'Image') pictures.add(requestId)
          })
          session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
            if (!pictures.has(requestId)) bytes += encodedDataLength
          })
          await page.goto(root + path, { waitUntil: 'networkidle' })
          expect([...hosts]).toEqual([root])
          expect(complaints).toEqual([])
          expect(bytes).toBeLessThan(MAX_FIRST_LOAD_BYTES)
          expect(await page.context().cookies()).toEqual([])
        })
      },
    )

    it.each(PAGES)('%s fits a telephone', async (_name, path) => {
      await withPage(
        async (page) => {
          await page.goto(root + path)
          const surplus = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          expect(surplus).toBeLessThanOrEqual(0)
        },
        { viewport: { width: 390, height: 844 } },
      )
    })
  })

  describe('without JavaScript', () => {
    it('a visitor asks, follows a hit and reads it in its report', async () => {
      await withPage(
        async (page) => {
          await page.goto(root)
          await page.fill('main input[name=q]', '伊宁市旅游收入')
          await page.press('main input[name=q]', 'Enter')
          expect(await page.locator('.hit').count()).toBeGreaterThan(3)
          expect(await page.locator('button[data-copy]:visible').count()).toBe(0)
          await page.click('.hit .source a')
          expect(await page.locator('blockquote.large mark').count()).toBeGreaterThan(0)
          await page.click('text=在全文中阅读')
          expect(page.url()).toMatch(/\/reports\/yining-2023#p\d+$/)
        },
        { javaScriptEnabled: false },
      )
    })

    it('a draft is checked sentence by sentence', async () => {
      await withPage(
        async (page) => {
          await page.goto(`${root}/verify`)
          const draft = '2022年，伊宁市实现旅游收入56.4亿元。\n2022年，伊宁市实现旅游收入99亿元。\n'
          await page.setInputFiles('input[type=file]', {
            name: '稿件.txt',
            mimeType: 'text/plain',
            buffer: Buffer.from(draft),
          })
          await page.click('main form button')
          expect(
            await page.locator('.sentences > li').evaluateAll((items) => items.map((item) => item.className)),
          ).toEqual(['supported', 'contradicted'])
        },
        { javaScriptEnabled: false },
      )
    })

    it('a table is sorted by its heads', async () => {
      await withPage(
        async (page) => {
          await page.goto(root + asked('/count', '乡村振兴'))
          await page.click('thead >> text=次数')
          const counts = await page.locator('tbody td.number:nth-child(3)').allInnerTexts()
          const numbers = counts.map(Number)
          expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
          expect(await page.locator('th[aria-sort=descending]').count()).toBe(1)
        },
        { javaScriptEnabled: false },
      )
    })
  })

  describe('with JavaScript', () => {
    const permissions = { permissions: ['clipboard-read', 'clipboard-write'] }
    const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()')

    it('copies a whole passage with its source', async () => {
      await withPage(async (page) => {
        await page.goto(root + asked('/search', '伊宁市旅游收入'))
        await page.click('.hit button[data-copy]')
        await page.waitForSelector('text=已复制')
        expect(await copied(page)).toMatch(
          /^“——高质量发展迈出新步伐。[\s\S]*”\n伊宁市2023年政府工作报告（.*第6段$/,
        )
      }, permissions)
    })

    it('copies exactly the words that are selected, and links to them', async () => {
      await withPage(async (page) => {
        await page.goto(`${root}/reports/yining-2023`)
        await select(page, '[data-passage="yining-2023_654946d99f"]', '实现旅游收入56.4亿元')
        await page.click('#selection button:first-child')
        await page.waitForSelector('#selection >> text=已复制')
        expect(await copied(page)).toMatch(/^“实现旅游收入56\.4亿元”\n伊宁市2023年政府工作报告/)
        await select(page, '[data-passage="yining-2023_654946d99f"]', '实现旅游收入56.4亿元')
        await page.click('#selection button:nth-of-type(2)')
        await page.waitForSelector('#selection >> text=链接已复制')
        await page.goto(await copied(page))
        expect(await page.locator('mark.quoted').allInnerTexts()).toEqual(['实现旅游收入56.4亿元'])
      }, permissions)
    })

    it('makes a card of the words that are selected', async () => {
      await withPage(async (page) => {
        await page.goto(`${root}/reports/yining-2023`)
        await select(page, '[data-passage="yining-2023_654946d99f"]', '实现旅游收入56.4亿元')
        const address = await page.getAttribute('#selection a', 'href')
        const [, start, end] =
          /\/cards\/yining-2023_654946d99f\.png\?mark=(\d+)-(\d+)$/.exec(address ?? '') ?? []
        expect(Number(end) - Number(start)).toBe('实现旅游收入56.4亿元'.length)
        const picture = await page.goto(root + address)
        expect(picture?.headers()['content-type']).toBe('image/png')
      })
    })

    it('shows the chart of a count beside its table', async () => {
      await withPage(async (page) => {
        await page.goto(root + asked('/count', '乡村振兴'))
        const image = page.locator('figure.chart img')
        await image.scrollIntoViewIfNeeded()
        await expect
          .poll(() => image.evaluate((one) => (one as { naturalWidth?: number }).naturalWidth))
          .toBe(1_200)
      })
    })

    it('copies a citation', async () => {
      await withPage(async (page) => {
        await page.goto(`${root}/passages/yining-2023_654946d99f`)
        await page.click('#cite button[data-copy]')
        await page.waitForSelector('text=已复制')
        expect(await copied(page)).toMatch(/^哈米提·阿克木\. 政府工作报告\[R\]\./)
      }, permissions)
    })

    it('takes on the colours of Telegram, and nobody’s name', async () => {
      await withPage(async (page) => {
        const theme = { bg_color: '#102030', text_color: '#f0f0f0', link_color: '#40a0ff' }
        const hash = new URLSearchParams({
          tgWebAppData: 'user=%7B%22id%22%3A1%7D',
          tgWebAppThemeParams: JSON.stringify(theme),
        })
        await page.goto(`${root}/reports#${hash}`)
        const colour = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
        expect(await colour()).toBe('rgb(16, 32, 48)')
        await page.click('table a')
        expect(await colour()).toBe('rgb(16, 32, 48)')
        expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).not.toContain('user')
      })
    })
  })

  it('is dark for who asks for it', async () => {
    const lightness = async (colorScheme: 'light' | 'dark') =>
      await withPage(
        async (page) => {
          await page.goto(root)
          const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
          return Number(/\d+/.exec(colour)?.[0])
        },
        { colorScheme },
      )
    expect(await lightness('dark')).toBeLessThan(60)
    expect(await lightness('light')).toBeGreaterThan(230)
  })

  it('prints a report with its source and without what only a screen needs', async () => {
    await withPage(async (page) => {
      await page.goto(`${root}/reports/yining-2023`)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.particulars').isVisible()).toBe(true)
      for (const name of ['.outline', 'search', '.masthead nav', '.colophon nav']) {
        expect([name, await page.locator(name).first().isVisible()]).toEqual([name, false])
      }
    })
  })

  it('is walked through by keyboard', async () => {
    await withPage(async (page) => {
      await page.goto(root + asked('/search', '就业'))
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    })
  })
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations: found } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Selects words within an element, as a mouse would. */
async function select(page: Page, selector: string, words: string): Promise<void> {
  await page.evaluate(
    `(([selector, words]) => {
      const element = document.querySelector(selector)
      const start = element.textContent.indexOf(words)
      const range = document.createRange()
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let at = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const end = at + node.data.length
        if (start >= at && start < end) range.setStart(node, start - at)
        if (start + words.length > at && start + words.length <= end) range.setEnd(node, start + words.length - at)
        at = end
      }
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    })(${JSON.stringify([selector, words])})`,
  )
  await page.waitForSelector('#selection:not([hidden])')
}
