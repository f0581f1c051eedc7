/** The letters and figures of a text, in order, without marks and white space. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
