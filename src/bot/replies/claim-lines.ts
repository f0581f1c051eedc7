/** Tells what the reports say of the figures that a text states: the verdict first, then their own words with the source. */
import { FormattedString } from '@grammyjs/parse-mode'
import { citePassage } from '../../answer/citation.ts'
import type { Figure } from '../../figures/figure.ts'
import { loadIndicators } from '../../figures/indicators.ts'
import type { ClaimCheck } from '../../quote/claims/check-claim.ts'
import type { Conflict } from '../../quote/claims/conflict.ts'
import { printedParts } from '../../quote/claims/figure-parts.ts'
import type { Verdict } from '../../quote/verify.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { embolden, quoteBlock } from '../reply.ts'
import { deepLink, type Setting } from './source-line.ts'

type Line = FormattedString | string | null

/** Words of the report shown around a figure, on each side, up to the ends of its sentence. */
const CONTEXT_UTF16 = 80

/** The first line is what a hurried reader takes away: what the report says, or that it says so. */
export function claimLines({ text, claims, supported, conflicts }: Verdict, setting: Setting): Line[] {
  const { t } = setting
  const wrong = claims.filter((claim) => claim.supported === false)
  if (supported === true) {
    return [
      FormattedString.b(t('claim-agrees')),
      ...claims
        .flatMap((claim) => (claim.isWrittenOtherwise ? [t('claim-written-otherwise')] : []))
        .slice(0, 1),
      ...sources(claims, setting),
    ]
  }
  const rounded = claims.filter((claim) => claim.isRoundedOff)
  if (wrong.length === 0 && rounded.length > 0) {
    const figures = rounded.map((claim) => saidInstead(claim, setting)).join('；')
    return [FormattedString.b(`⚠ ${t('claim-rounded', { figures })}`), ...sources(claims, setting)]
  }
  if (wrong.length === 0) {
    if (conflicts.length > 0 && claims.some((claim) => claim.isNumberSaid))
      return [FormattedString.b(`⚠ ${t('claim-other-words')}`), ...sources(claims, setting)]
    const words = conflicts.find(({ kind }) => kind === 'words')?.said ?? ''
    return [FormattedString.b(`⚠ ${t('claim-more-words', { words })}`), ...sources(claims, setting)]
  }
  const lead = isQuestion(text) ? t('claim-no') : t('claim-differs')
  return [
    ...wrong.flatMap((claim, index) => [
      FormattedString.b(`✗ ${index === 0 ? lead : ''}${saidInstead(claim, setting)}`),
      meantLine(claim, setting),
      claim.also === null || claim.also === claim.meant ? null : figureName(claim.also, setting),
    ]),
    ...sources(wrong, setting),
  ]
}

const QUESTION = /[?？吗嗎]\s*$/u

function isQuestion(text: string): boolean {
  return QUESTION.test(text)
}

/** 昭苏县2024年一般公共预算收入增长16.68%（实绩）; where the report has no such figure, what was taken for it. */
function saidInstead(claim: ClaimCheck, setting: Setting): string {
  const { t } = setting
  const isCut = claim.conflicts.every(({ kind }) => kind === 'bound')
  const stated = claim.stated ?? (isCut ? claim.meant : null)
  if (stated !== null) return figureName(stated, setting)
  const words = otherWords(claim)
  if (words !== null) return t('claim-instead', { said: words.said, source: words.source })
  const { figure, year } = claim.claim
  const what = [
    claim.claim.place?.name ?? '',
    year?.is === 'named' ? t('claim-year', { year: String(year.year) }) : '',
  ]
  return t('claim-not-stated', { what: `${what.join('')}${figure.name}` })
}

/** 建成 where the report says 开工, and nothing else is wrong; null for all other conflicts. */
function otherWords({ conflicts }: ClaimCheck): Conflict | null {
  const [only, ...others] = conflicts
  return only?.kind === 'words' && only.said !== '' && only.source !== '' && others.length === 0 ? only : null
}

function meantLine(check: ClaimCheck, setting: Setting): string | null {
  const { claim, meant, stated, conflicts } = check
  if (
    meant === null ||
    meant === stated ||
    otherWords(check) !== null ||
    (stated === null && conflicts.every(({ kind }) => kind === 'bound'))
  )
    return null
  const said = claim.parts.map(({ printed }) => printed).join('，')
  const { place } = meant.report
  const { year, subject } = meant.figure
  return setting.t('claim-meant', {
    said,
    place: subject ?? place,
    year: String(year),
    kind: kindOf(meant, setting),
  })
}

function figureName(stated: StatedFigure, { t }: Setting): string {
  const { figure, passage, report } = stated
  return t('claim-figure', {
    place: figure.subject ?? report.place,
    year: String(figure.year),
    name: nameOf(figure),
    numbers: printedParts(figure, passage.text).join('，'),
    kind: kindOf(stated, { t }),
  })
}

/** As printed; of a name for two (城乡居民收入) which of them it is. */
function nameOf({ name, indicator }: Figure): string {
  return loadIndicators().lookUp(foldPhrase(name))?.pair == null ? name : indicator
}

/** 实绩, 目标·年均: what is no figure of one year says of which time it is. */
function kindOf({ figure: { kind, scope } }: StatedFigure, { t }: Pick<Setting, 't'>): string {
  return scope === null ? t(`kind-${kind}`) : `${t(`kind-${kind}`)}·${scope}`
}

/** Each sentence of the reports once, with all its numbers that are spoken of. */
function sources(claims: readonly ClaimCheck[], setting: Setting): Line[] {
  const shown = new Map<string, StatedFigure>()
  for (const { stated, meant, also } of claims) {
    for (const one of [stated, meant, also]) {
      if (one === null) continue
      const key = `${one.figure.passage} ${sentenceStart(one)}`
      const known = shown.get(key)
      shown.set(key, known === undefined ? one : joined(known, one))
    }
  }
  return [...shown.values()].flatMap((one) => [sentenceOf(one), citation(one, setting)])
}

function sentenceStart({ figure, passage: { text } }: StatedFigure): number {
  return text.lastIndexOf('。', figure.start - 1) + 1
}

function joined(a: StatedFigure, b: StatedFigure): StatedFigure {
  const numbers = [...a.figure.numbers, ...b.figure.numbers].sort((one, two) => one[0] - two[0])
  const start = Math.min(a.figure.start, b.figure.start)
  const end = Math.max(a.figure.end, b.figure.end)
  return { ...a, figure: { ...a.figure, start, end, numbers } }
}

/** The sentence that says so, its numbers in bold. */
function sentenceOf(stated: StatedFigure): FormattedString {
  const { figure } = stated
  const { text } = stated.passage
  const start = Math.max(sentenceStart(stated), figure.start - CONTEXT_UTF16)
  const stop = text.indexOf('。', figure.end - 1)
  const end = Math.min(stop < 0 ? text.length : stop + 1, figure.end + CONTEXT_UTF16)
  const numbers = figure.numbers.map(([from, to]) => [from - start, to - start] as const)
  return quoteBlock(
    FormattedString.join([
      start > 0 && text[start - 1] !== '。' ? '…' : '',
      embolden(text.slice(start, end), numbers),
      end < text.length && text[end - 1] !== '。' ? '…' : '',
    ]),
    false,
  )
}

function citation({ passage, report }: StatedFigure, { botUsername }: Setting): FormattedString {
  return FormattedString.link(citePassage(passage, report), deepLink(passage.id, botUsername))
}
