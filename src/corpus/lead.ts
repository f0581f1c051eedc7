/** A paragraph in, its lead out: the short opening sentence that names what the paragraph is about. */

/** A lead with its marks off may have this many UTF-16 units: the longest bold lead of the first five reports has 31. */
const MAX_LEAD_UTF16 = 40

const DASHED = /^[—－–-]{1,3}\s*([^。！？：]+)[。：]/u
const ENUMERATED = /^[一二三四五六七八九十]{1,3}是([^。！？]+)。/u
const SENTENCE = /^([^。！？：“”]+|[^。！？]+)(?:。|：)/u

/**
 * Finds the lead of each of a section's paragraphs; null where a paragraph has none.
 *
 * `——加快发展。…` and `一是加快发展。…` always open with a lead. An unmarked short first sentence counts as one only
 * when a second paragraph of the same section opens in the same way, because a lead is one item of a list.
 */
export function findLeads(paragraphs: readonly string[]): (string | null)[] {
  const plain = paragraphs.map(plainLead)
  const isSeries = plain.filter((lead) => lead !== null).length >= 2
  return paragraphs.map((text, index) => markedLead(text) ?? (isSeries ? (plain[index] ?? null) : null))
}

function markedLead(text: string): string | null {
  const lead = (DASHED.exec(text) ?? ENUMERATED.exec(text))?.[1]?.trim()
  return lead !== undefined && lead.length <= MAX_LEAD_UTF16 ? lead : null
}

function plainLead(text: string): string | null {
  const match = SENTENCE.exec(text)
  if (match === null) return null
  const lead = match[1] ?? ''
  return lead.length <= MAX_LEAD_UTF16 ? lead : null
}
