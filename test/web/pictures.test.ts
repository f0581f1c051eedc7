import { beforeAll, describe, expect, it } from 'vitest'
import { loadCanvas } from '../../src/pictures/canvas.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let id: string
let mark: string

beforeAll(async () => {
  site = await openTestSite()
  const { hits } = await site.searcher.search('“实现旅游收入56.4亿元”')
  id = hits[0]?.passage.id ?? ''
  mark = hits[0]?.matches[0]?.range.join('-') ?? ''
})

async function sizeOf(response: Response): Promise<readonly number[]> {
  const { loadImage } = await loadCanvas()
  const { width, height } = await loadImage(Buffer.from(await response.arrayBuffer()))
  return [width, height]
}

const IMAGE = /<meta property="og:image" content="([^"]*)"/

describe('the picture of previews', () => {
  it.each([
    ['a passage', () => `/passages/${id}`, [1200, 675]],
    ['words of a passage', () => `/passages/${id}?mark=${mark}`, [1200, 675]],
    ['an answer', () => `/search?q=${encodeURIComponent('伊宁市2022年旅游收入')}`, [1200, 675]],
    ['figures', () => `/figures?q=${encodeURIComponent('各地旅游收入')}`, null],
    ['a count', () => `/count?q=${encodeURIComponent('乡村振兴')}`, null],
  ])('of %s is where the page says, at its outer address', async (_name, path, size) => {
    const address = IMAGE.exec(await site.text(path()))?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(address).toMatch(/^https:\/\/example\.org\/yinju\/(?:cards|charts)\//)
    // The same words are marked on it.
    const asked = new URL(path(), address).searchParams.get('mark')
    if (path().startsWith('/passages/')) expect(new URL(address).searchParams.get('mark')).toBe(asked)
    const picture = await site.get(address.replace('https://example.org', ''))
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const [width, height] = await sizeOf(picture)
    if (size !== null) expect([width, height]).toEqual(size)
    expect(width).toBe(1200)
  })

  it('is none where nothing is drawn', async () => {
    const plain = await openTestSite({ pictures: null })
    const page = await plain.text(`/passages/${id}`)
    expect(page).not.toContain('og:image')
    expect(page).not.toContain('/cards/')
    expect((await plain.get(`/cards/${id}.png`)).status).toBe(404)
    expect(await plain.text(`/figures?q=${encodeURIComponent('各地旅游收入')}`)).not.toContain('/charts/')
  })
})

describe('/cards', () => {
  it('come square, and as JPEG', async () => {
    expect(await sizeOf(await site.get(`/cards/${id}.png?shape=square`))).toEqual([1080, 1080])
    expect((await site.get(`/cards/${id}.jpg`)).headers.get('content-type')).toBe('image/jpeg')
  })

  it('are kept by browsers as long as the corpus is the same', async () => {
    const path = `/cards/${id}.png?mark=${mark}`
    const etag = (await site.get(path)).headers.get('etag') ?? ''
    expect((await site.get(path, { 'if-none-match': etag })).status).toBe(304)
  })

  it.each([
    ['no passage', '/cards/yining-2023_000000.png', 404],
    ['no picture', '/cards/yining-2023_000000.gif', 404],
    ['a forged mark', () => `/cards/${id}.png?mark=9-3,x,4-99999999`, 200],
    ['a shape that is none', () => `/cards/${id}.png?shape=constructor`, 200],
    ['figures of nothing', '/charts/figures.png?q=', 422],
    ['words without figures', `/charts/figures.png?q=${encodeURIComponent('乡村振兴')}`, 422],
    ['a phrase that nobody says', `/charts/count.png?q=${encodeURIComponent('木星隧道')}`, 422],
  ])('answer %s', async (_name, path, status) => {
    expect((await site.get(typeof path === 'string' ? path : path())).status).toBe(status)
    expect(site.errors).toEqual([])
  })

  it('say why there is none, in the language of the visitor', async () => {
    const pictures = openPictures(() => undefined)
    const refusing = pictures && {
      ...pictures,
      card: async () => ({ kind: 'refused', reason: 'too-long', characters: '' }) as const,
    }
    const refused = await (await openTestSite({ pictures: refusing })).get(`/cards/${id}.png`)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('这一句太长')
  })
})
