/** Reads a question that sets places or years side by side (新源和乌恰的就业有什么不同) as what is to be compared. */
import type { Query } from '../../search/query/query.ts'
import { foldText } from '../../text/normalizer.ts'

const COMPARES =
  /(?:对比|比较(?![好快高大多低少强差])|比一?比|比(?=一?下)|相比|横向)(?:一?下)?|(?:有|在)?(?:什么|啥|何|哪些?|多大)?(?:的)?(?:不同|区别|差别|差距|差异|异同|不一样)(?:在哪里?|是什么|有哪些|吗)?/gu
/** Between two years as well. */
const CHANGES = /(?:有|发生)?(?:了)?(?:什么|啥|哪些)?(?:的)?(?:变化|改变|变动)(?:吗)?|怎么变/gu
const AROUND =
  /各个?(?:县市区|县市|市县|县|市|区|州|地方|地区|地)|各省|这块|这方面|方面|之间|两地|两者|情况/gu
/** 就业政策 is what reports say of 就业, in words and not in figures. */
const GENERAL = /(?<=\p{sc=Han}{2})(?:政策|工作|措施|做法|安排)$/u
const YEAR = /(?:19|20)\d\d(?:\s*[-—–~至到]+\s*(?:19|20)\d\d)?\s*年度?/gu
const EDGE = /^[\s\p{P}和与跟同及的在上]+|[\s\p{P}和与跟同及的在上有]+$/gu

/** The words to compare, with the places named; null for a question of another kind, or about nothing but places. */
export function readComparison({ terms, named, group, foreign, preferences, text }: Query): string | null {
  const folded = foldText(text)
  const isBetweenYears = preferences.years.length > 1 && folded.search(CHANGES) >= 0
  if (folded.search(COMPARES) < 0 && !isBetweenYears) return null
  // One place is compared with nothing.
  if (named.length === 1 && group === null && preferences.years.length < 2) return null
  const topic = foreign
    .reduce((rest, place) => rest.replaceAll(foldText(place), ' '), foldText(terms))
    .replace(COMPARES, ' ')
    .replace(isBetweenYears ? CHANGES : /(?!)/u, ' ')
    .replace(/(?:19|20)\d\d\s*年?度?/gu, ' ')
    .replace(AROUND, ' ')
    .split(/\s+/u)
    .map((word) => word.replace(EDGE, ''))
    .filter((word) => word !== '')
    .map((word) => (GENERAL.test(word) ? `“${word.replace(GENERAL, '')}”` : word))
    .join(' ')
  if (topic === '') return null
  const provinces = folded.includes('各省') ? ['级别:省级'] : []
  // Beside places that have reports one without would shut their figures out.
  const others = named.length > 1 ? [] : foreign
  const years = isBetweenYears ? [] : [...new Set(text.match(YEAR) ?? [])]
  return [...provinces, ...named, ...others, ...years, topic].join(' ')
}
