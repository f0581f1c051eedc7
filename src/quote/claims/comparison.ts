/** Reads 快于城镇居民的4%, or 快于城镇居民4%的增速, as the statement that it makes of the other noun: 城镇居民 rose by 4%. */

const COMPARISON =
  /(?<way>快于|高于|好于|大于|多于|慢于|低于|小于|少于)(?<noun>[^,，。；;、\d]{2,16}?)(?:(?<of>的)(?=(?<number>\d+(?:\.\d+)?))|(?<growth>\d+(?:\.\d+)?)%的(?:增[速幅]|涨幅))/gu
const MORE = /^(?:快|高|好|大|多)于$/u
const NUMBER = /\d+(?:\.\d+)?(?=[^\d]*$)/u
const GROWTH = /增长|增速|增幅|提高|增加|上涨/u

/** The text with each comparison as a statement, every other character where it was; one that its own numbers belie stays as it is. */
export function tellComparisons(text: string): string {
  return text.replace(COMPARISON, (whole: string, ...rest: unknown[]) => {
    const { way = '', noun = '', of = '', growth, number = growth } = rest.at(-1) as Record<string, string>
    const before = text.slice(0, rest.at(-3) as number)
    const own = NUMBER.exec(before.slice(-BEFORE_UTF16))?.[0]
    if (own === undefined || Number(own) > Number(number) !== MORE.test(way)) return whole
    if (growth !== undefined) return `${' '.repeat(way.length - 1)}${noun}增${growth}%   `
    return `${' '.repeat(way.length + of.length - 1)}${noun}${GROWTH.test(before.slice(-BEFORE_UTF16)) ? '增' : '达'}`
  })
}

/** The number that is compared stands so near before. */
const BEFORE_UTF16 = 12
