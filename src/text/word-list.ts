/** Reads the data files of this program: lists of words, with lines of # that say what they are. */
import { readFileSync } from 'node:fs'

/** The lines of a data file without those that are empty or begin with #, trimmed. */
export function dataLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** The words of a file, divided by white space, in its order. */
export function readWords(file: URL): string[] {
  return dataLines(readFileSync(file, 'utf8')).flatMap((line) => line.split(/\s+/u))
}
