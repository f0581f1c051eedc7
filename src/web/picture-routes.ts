/** Quote cards and charts by their addresses: `/cards/<passage id>.png`, `/charts/figures.png?q=`. */
import { answerFigures } from '../answer/figures/answer-figures.ts'
import { countPhrase } from '../counts/count.ts'
import { trendOf } from '../counts/trend.ts'
import { SHAPES, type Shape } from '../pictures/card-layout.ts'
import { countChart } from '../pictures/count-chart.ts'
import { figureChart } from '../pictures/figure-chart.ts'
import { cardLabels } from '../pictures/labels.ts'
import { passageCard } from '../pictures/passage-card.ts'
import type { Picture, PictureFormat, Pictures, Refusal } from '../pictures/pictures.ts'
import type { WebApp, WebContext } from './environment.ts'
import { TroubleError } from './problem.tsx'
import { readQuestion, readRanges } from './read-query.ts'

export function addPictures(app: WebApp): void {
  app.get('/cards/:file{.+\\.(?:png|jpg)}', sendCard)
  app.get('/charts/figures.png', async (c) => {
    const { site, query, t } = c.get('visit')
    const question = readQuestion(query)
    const answer = question === '' ? null : await answerFigures(site.searcher(), question)
    const chart = answer === null ? null : figureChart(answer, t)
    if (chart === null) throw new TroubleError('picture')
    return sendPicture(c, await picturesOf(c).chart(chart), 'png')
  })
  app.get('/charts/count.png', async (c) => {
    const { site, query, t } = c.get('visit')
    const phrase = readQuestion(query)
    const trends = phrase === '' ? [] : [trendOf(await countPhrase(site.searcher().backend, phrase))]
    const chart = countChart(trends, t)
    if (chart === null) throw new TroubleError('picture')
    return sendPicture(c, await picturesOf(c).chart(chart), 'png')
  })
}

async function sendCard(c: WebContext): Promise<Response> {
  const { site, query, t, outside } = c.get('visit')
  const [, id = '', ending] = /^(.+)\.(png|jpg)$/.exec(c.req.param('file') ?? '') ?? []
  const searcher = site.searcher()
  const found = await searcher.passage(id)
  if (found === null) throw new TroubleError('passage')
  const { passage, report } = found
  const card = passageCard(passage, report, {
    searcher,
    pointed: readRanges(query.get('mark') ?? '', passage.text.length),
    link: outside(`/passages/${passage.id}`),
    labels: cardLabels(t),
  })
  const format = ending === 'jpg' ? 'jpeg' : 'png'
  return sendPicture(c, await picturesOf(c).card(card, readShape(query.get('shape')), format), format)
}

function readShape(asked: string | null): Shape {
  return asked !== null && Object.hasOwn(SHAPES, asked) ? (asked as Shape) : 'wide'
}

function picturesOf(c: WebContext): Pictures {
  const { pictures } = c.get('visit').site
  if (pictures === null) throw new TroubleError('not-found')
  return pictures
}

const TROUBLES = {
  'too-long': 'picture',
  characters: 'picture',
  unavailable: 'not-found',
  busy: 'unavailable',
} as const

function sendPicture(c: WebContext, drawn: Picture | Refusal, format: PictureFormat): Response {
  if (drawn.kind === 'refused') throw new TroubleError(TROUBLES[drawn.reason], drawn.characters)
  return c.body(drawn.bytes, 200, {
    'content-type': `image/${format}`,
    'content-length': String(drawn.bytes.length),
  })
}
