/** Says of texts whether the reports confirm them: as text for people, or a line of JSON each. */
import { parseArgs } from 'node:util'
import { citePassage } from '../answer/citation.ts'
import { verdictToJson } from '../answer/verdict-json.ts'
import { loadSearchConfig } from '../config.ts'
import { formatFault } from '../corpus/read-corpus.ts'
import { verdictKind } from '../quote/verify.ts'
import { type SentenceVerdict, type TextVerdict, verifyText } from '../quote/verify-text.ts'
import { openSearch } from '../run/open-search.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { type Command, UsageError } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  printable,
  textsOf,
  writeOut,
} from './corpus-options.ts'

const HELP = `usage: yinju verify [--json] [--corpus DIR] [--backend minisearch|opensearch] [TEXT]

Whether a quote stands in the reports in these words, and whether what it states agrees with a report whole: figure with
unit and qualifier, place, year, and whether done or planned. Without TEXT it reads a text a line from standard input.

  --json          a line of JSON a text
${CORPUS_HELP}`

interface VerifyArguments {
  readonly json: boolean
  readonly env: CommandIo['env']
  readonly words: readonly string[]
}

export const verifyCommand: Command = async (args, io) => {
  const parsed = readArguments(args, io.env)
  if (parsed === 'help') {
    io.stdout.write(HELP)
    return 0
  }
  const { searcher, faults, close } = await openSearch(loadSearchConfig(parsed.env))
  for (const fault of faults) io.stderr.write(`yinju verify: ${formatFault(fault)}; the report is left out\n`)
  try {
    for await (const text of textsOf(parsed.words, io)) {
      const verdict = await verifyText(searcher, text)
      await writeOut(io, parsed.json ? `${JSON.stringify(verdictToJson(verdict))}\n` : toText(verdict))
    }
  } finally {
    await close()
  }
  return 0
}

function readArguments(args: readonly string[], env: CommandIo['env']): VerifyArguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: CORPUS_OPTIONS,
  })
  if (values.help) return 'help'
  if (positionals.length > 0 && positionals.join('').trim() === '')
    throw new UsageError('the text is empty; write the quote to verify')
  return { json: values.json, env: corpusEnvironment(values, env), words: positionals }
}

function toText({ sentences }: TextVerdict): string {
  return `${sentences.flatMap(sentenceToText).join('\n')}\n\n`
}

const SUPPORTED = new Map([
  [true, 'agrees with the report'],
  [false, 'does not agree with the report'],
  [null, 'no report says so'],
])

function sentenceToText(verdict: SentenceVerdict): string[] {
  const { text, supported, conflicts, source } = verdict
  return [
    `${printable(text)}: ${SUPPORTED.get(supported)} (words: ${verdictKind(verdict)})`,
    ...conflicts.map(
      ({ kind, said, source: printed }) =>
        `   ${kind}: said ${printable(said) || '-'}, the report has ${printable(printed) || '-'}`,
    ),
    ...(source === null ? [] : [`   ${printable(citePassage(source.passage, source.report))}`]),
  ]
}
