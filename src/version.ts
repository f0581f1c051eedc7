/** The version of the program, as its package.json has it. */
import { readFileSync } from 'node:fs'

const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8')

export const PROGRAM_VERSION = (JSON.parse(file) as { readonly version: string }).version
