import type { QuoteCard } from '../../src/pictures/card-layout.ts'

/** A card with a link, of which nothing is pointed at or marked. */
export const cardOf = (text: string, card: Partial<QuoteCard> = {}): QuoteCard => ({
  text,
  pointed: [],
  marked: [],
  heading: '某市 2023',
  citation: '某市2023年政府工作报告 › 第6段',
  link: 'https://example.org/passages/mou-2023_0123456789',
  verify: async () => false,
  labels: {
    name: '引据',
    verified: '逐字核对',
    extract: ({ first, last, count }) => `节选${first}—${last}/${count}`,
  },
  ...card,
})
