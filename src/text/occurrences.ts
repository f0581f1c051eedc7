/** Turns a term and a folded text into the places where the term stands. */

/** Calls back with each place; a code counts only where no letter or figure goes on before or after it. */
export function eachOccurrence(text: string, term: string, visit: (start: number) => void): void {
  const mustBeWhole = isLatin(term)
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (mustBeWhole && !isWholeAt(text, at, at + term.length)) continue
    visit(at)
  }
}

export function occursIn(text: string, term: string): boolean {
  if (!isLatin(term)) return text.includes(term)
  let found = false
  eachOccurrence(text, term, () => {
    found = true
  })
  return found
}

/** Whether the term begins with a letter or figure of ASCII. */
export function isLatin(term: string): boolean {
  return term.charCodeAt(0) < 0x80
}

/** Whether neither end of the run lies inside a longer code. */
export function isWholeAt(text: string, start: number, end: number): boolean {
  return !(isWord(text, start - 1) && isWord(text, start)) && !(isWord(text, end - 1) && isWord(text, end))
}

/** A small letter or a figure, the point between two figures included. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) return true
  return (code === 0x2e || code === 0x2c) && isDigit(text, at - 1) && isDigit(text, at + 1)
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

/** A text as a regular expression that stands for its own characters. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
