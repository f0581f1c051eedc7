/** What the bot says about itself: welcome, help by example, privacy, and what it knows. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Catalog, ReportSummary } from '../../search/backend.ts'
import { reportsByDate } from '../catalog-order.ts'
import { button, fitReply, type Keyboard, lines, type Reply } from '../reply.ts'
import type { Talk } from '../talk/small-talk.ts'
import type { Setting } from './source-line.ts'

/** /start: what it is for, and examples to tap. */
export function welcomeReply(catalog: Catalog, setting: Setting): Reply {
  const { t } = setting
  return fitReply({
    text: lines(FormattedString.b(t('welcome-title')), '', t('welcome-text'), '', t('welcome-hint')),
    keyboard: [
      ...exampleRows(catalog, setting),
      button(t('button-all-reports'), { kind: 'reports', page: 0 }),
    ],
  })
}

/** /help: every feature by an example that works with the reports at hand. */
export function helpReply(catalog: Catalog, setting: Setting): Reply {
  const { t, botUsername } = setting
  const sample = sampleReport(catalog)
  const variables = {
    place: sample?.place ?? t('sample-place'),
    year: String(sample?.reviews ?? sample?.year ?? 2023),
    report: sample?.id ?? 'yining-2023',
    bot: botUsername,
  }
  const chapters = ['ask', 'quote', 'narrow', 'read', 'share', 'group'].map((chapter) =>
    lines(FormattedString.b(t(`help-${chapter}-title`)), t(`help-${chapter}`, variables)),
  )
  return fitReply({
    text: FormattedString.join([FormattedString.b(t('help-title')), ...chapters], '\n\n'),
    keyboard: exampleRows(catalog, setting),
  })
}

/** A friendly line, with examples to tap where somebody does not know yet what to ask. */
export function talkReply(talk: Exclude<Talk, 'how'>, catalog: Catalog, setting: Setting): Reply {
  const isNew = talk === 'greeting' || talk === 'who'
  return fitReply({
    text: new FormattedString(setting.t(`talk-${talk}`)),
    keyboard: isNew
      ? exampleRows(catalog, setting)
      : talk === 'trust'
        ? [button(setting.t('button-all-reports'), { kind: 'reports', page: 0 })]
        : [],
  })
}

/** /privacy. `logsQueries`: whether the operator asked for questions in the log. */
export function privacyReply(logsQueries: boolean, { t }: Setting): Reply {
  return fitReply({
    text: lines(
      FormattedString.b(t('privacy-title')),
      '',
      t('privacy-text'),
      t('privacy-language'),
      logsQueries ? t('privacy-logged') : t('privacy-not-logged'),
    ),
    keyboard: [],
  })
}

/** /about: how much is in it, and up to when. */
export function aboutReply(catalog: Catalog, { t }: Setting): Reply {
  const places = new Set(catalog.reports.map((report) => report.place)).size
  const years = catalog.reports.map((report) => report.year)
  const newest =
    catalog.reports
      .map((report) => report.date)
      .sort()
      .at(-1) ?? ''
  return fitReply({
    text: lines(
      FormattedString.b(t('about-title')),
      '',
      t('about-text'),
      '',
      catalog.reports.length === 0
        ? t('reports-empty')
        : t('about-corpus', {
            reports: catalog.reports.length,
            places,
            passages: catalog.passages,
            from: String(Math.min(...years)),
            to: String(Math.max(...years)),
          }),
      newest === '' ? null : t('about-newest', { date: newest }),
    ),
    keyboard: [button(t('button-all-reports'), { kind: 'reports', page: 0 })],
  })
}

/** Questions that can be tapped: about places that are there. */
function exampleRows(catalog: Catalog, { t }: Setting): Keyboard {
  const sample = sampleReport(catalog)
  if (sample === null) return []
  const year = String(sample.reviews ?? sample.year)
  return ['example-1', 'example-2', 'example-3'].map((key) => {
    const text = t(key, { place: sample.place, year })
    return button(text, { kind: 'ask', text })
  })
}

/** The most recent report: what people are likely to ask about. */
function sampleReport(catalog: Catalog): ReportSummary | null {
  return reportsByDate(catalog)[0] ?? null
}
