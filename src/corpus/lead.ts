/** Turns the paragraphs of a report's sections into their leads: the short opening sentence that names what a paragraph is about. */

/** A lead with its mark off may have this many UTF-16 units: the longest bold lead of the first five reports has 31. */
const MAX_LEAD_UTF16 = 40
/** An unmarked one is shorter, unless its neighbours open with the same words. */
const MAX_PLAIN_LEAD_UTF16 = 32
/** A whole paragraph that is nothing but a lead: 深入推进民族团结。 */
const MAX_BARE_LEAD_UTF16 = 16
const MAX_COMMAS = 2
/** Words that paragraphs of a series open with alike: 一年来，我们坚持… */
const MIN_COMMON_UTF16 = 3
/** Unmarked leads come in series. */
const MIN_SERIES = 2
/** From this share of sections on whose first paragraph has no lead, a first paragraph is an introduction. */
const INTRODUCED_SHARE = 0.6

const DASHED = /^(?:—{1,3}|－{1,3}|-{2,4}|─{1,3}|–{1,2})(?![—－─–-])\s*([^。！？：:]{2,})[。！：:]/u
const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要)|第[一二三四五六七八九十]{1,3}[，、])([^。！？：:]{2,})[。！]/u
const NUMBERED = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])\s*([^。！？：:“”]{2,})。(?=.)/u
/** 2025年主要预期目标：… */
const GOAL = /^([^，。；：:]{0,22}(?:目标|要求|思想|原则|任务|思路)(?:是|为)?)[：:](?=.)/u
const SENTENCE = /^([^。！？；：:]+)。/u
/** Openings that say nothing of a subject. */
const ORDINARY =
  /各位|以下|如下|下列|^(?:\d{4}|[今去])年，?是|关键(?:一|之)年$|^(?:现在|同时|此外|与此同时|在此|总之|为此|为实现|回顾|当前)/u

/**
 * Finds the lead of each paragraph, section by section; null where a paragraph has none.
 *
 * `——加快发展。…`, `一是加快发展。…` and `主要预期目标：…` always open with a lead. A short first sentence without a
 * mark counts as one only when other paragraphs of its section open in the same way, because a lead is one item of a
 * list; the report file has no bold type that could tell.
 */
export function findLeads(sections: readonly (readonly string[])[]): (string | null)[][] {
  const candidates = sections.map((texts) => texts.map(plainLead))
  const isIntroduced = opensWithIntroductions(candidates)
  return sections.map((texts, section) => {
    const plain = (candidates[section] ?? []).map((lead, index) =>
      isIntroduced && index === 0 && !isBare(texts[0] ?? '', lead) && !isParallel(lead, candidates[section])
        ? null
        : lead,
    )
    const isSeries = plain.filter((lead) => lead !== null).length >= MIN_SERIES
    return texts.map(
      (text, index) => markedLead(text) ?? (isSeries ? confirm(text, plain[index] ?? null, plain) : null),
    )
  })
}

function markedLead(text: string): string | null {
  const lead = (DASHED.exec(text) ??
    ENUMERATED.exec(text) ??
    NUMBERED.exec(text) ??
    GOAL.exec(text))?.[1]?.trim()
  if (lead === undefined || lead.length > MAX_LEAD_UTF16) return null
  const isWhole = text.endsWith(`${lead}${text.at(-1)}`)
  return isWhole && lead.length > MAX_BARE_LEAD_UTF16 ? null : lead
}

/** The first sentence when it is short enough and names a subject. */
function plainLead(text: string): string | null {
  if (/^[—－\-─–（(\d①-⑳]/u.test(text) && !/^\d{4}年/u.test(text)) return null
  const match = SENTENCE.exec(text)
  const lead = match?.[1] ?? ''
  if (match === null || lead.length > MAX_LEAD_UTF16 || ORDINARY.test(lead)) return null
  return lead
}

/** The paragraph says nothing more. */
function isBare(text: string, lead: string | null): boolean {
  return lead !== null && text.length === lead.length + 1
}

/** A longer sentence, or one that says 我们, needs neighbours that open with the same words. */
function confirm(text: string, lead: string | null, series: readonly (string | null)[]): string | null {
  if (lead === null || isParallel(lead, series)) return lead
  if (isBare(text, lead)) return lead.length <= MAX_BARE_LEAD_UTF16 && !/[“：，]/u.test(lead) ? lead : null
  const isPlain =
    lead.length <= MAX_PLAIN_LEAD_UTF16 &&
    (lead.match(/[，、,]/gu) ?? []).length <= MAX_COMMAS &&
    !/我们/u.test(lead)
  return isPlain ? lead : null
}

function isParallel(lead: string | null, series: readonly (string | null)[] | undefined): boolean {
  if (lead === null || series === undefined) return false
  const opening = lead.slice(0, MIN_COMMON_UTF16)
  return series.filter((other) => other?.startsWith(opening) === true).length >= MIN_SERIES
}

/** In most sections a paragraph of introduction stands before the series. */
function opensWithIntroductions(candidates: readonly (readonly (string | null)[])[]): boolean {
  const lists = candidates.filter(
    (section) => section.slice(1).filter((lead) => lead !== null).length >= MIN_SERIES,
  )
  return (
    lists.length > 0 &&
    lists.filter((section) => section[0] === null).length >= lists.length * INTRODUCED_SHARE
  )
}
