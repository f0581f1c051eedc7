/** Says of texts whether the reports confirm them: as text for people, or a line of JSON each. */
import { readFile, writeFile } from 'node:fs/promises'
import { sentenceToJson, verdictToJson } from '../answer/json.ts'
import { draftToDocx } from '../export/draft-docx.ts'
import { draftToMarkdown } from '../export/draft-markdown.ts'
import { countVerdicts, reviewDraft } from '../export/draft-review.ts'
import { readDraft } from '../import/read-draft.ts'
import { verifyDraft } from '../quote/verify-draft.ts'
import { type SentenceVerdict, type TextVerdict, verifyText } from '../quote/verify-text.ts'
import { defineCommand, type Given, UsageError } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  refuseEmpty,
  textsOf,
  writeOut,
} from './corpus-options.ts'
import { sentenceToText } from './verdict-text.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju verify [--json] [--corpus DIR] [--backend minisearch|opensearch] [TEXT | --file DRAFT [--out FILE]]

Whether a quote stands in the reports in these words, and whether what it states agrees with a report whole: figure with
unit and qualifier, place, year, and whether done or planned. Without TEXT it reads a text a line from standard input.
Of a draft (txt, md, html, docx, pdf) it tells a verdict for each sentence that quotes or states a figure, the sum first.

  --json          a line of JSON a text, or a sentence of the draft
  --file DRAFT    the draft to verify
  --out FILE      writes the draft with its verdicts and sources beside it: a name that ends in .md or .docx
${CORPUS_HELP}`

const OPTIONS = {
  ...CORPUS_OPTIONS,
  json: { type: 'boolean', default: false },
  file: { type: 'string' },
  out: { type: 'string' },
} as const

export const verifyCommand = defineCommand({
  help: HELP,
  options: OPTIONS,
  allowPositionals: true,
  run: async (given, io) => {
    checkArguments(given)
    const { json, file, out } = given.values
    const env = corpusEnvironment(given.values, io.env)
    const draft = file === undefined ? null : await openDraft(file)
    return withSearcher({ command: 'verify', env, io }, async (searcher) => {
      if (draft !== null) {
        const verdicts = await verifyDraft(searcher, draft)
        if (out !== undefined) await writeReview(out, draft, verdicts)
        await writeOut(io, json ? draftToJson(verdicts) : draftToText(verdicts))
        return
      }
      for await (const text of textsOf(given.positionals, io)) {
        const verdict = await verifyText(searcher, text)
        await writeOut(io, json ? `${JSON.stringify(verdictToJson(verdict))}\n` : toText(verdict))
      }
    })
  },
})

function checkArguments({ values: { file, out }, positionals }: Given<typeof OPTIONS>): void {
  refuseEmpty(positionals, 'the quote to verify')
  if (file === '') throw new UsageError('--file: name the draft')
  if (file !== undefined && positionals.length > 0)
    throw new UsageError('a text and --file: write one of them')
  if (out !== undefined && file === undefined) throw new UsageError('--out goes with --file DRAFT')
  if (out !== undefined && !/\.(?:md|docx)$/iu.test(out))
    throw new UsageError(`--out ${out}: write a name that ends in .md or .docx`)
}

/** Read before the index is opened: a wrong name need not wait for it. */
async function openDraft(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const what =
      code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new Error(`${file}: ${what}; name a txt, md, html, docx or pdf file`)
  }
  try {
    return await readDraft(file, bytes)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** In Chinese, as the reports are. */
async function writeReview(out: string, draft: string, verdicts: readonly SentenceVerdict[]): Promise<void> {
  const { textsIn } = await import('../web/texts.ts')
  const review = reviewDraft(draft, verdicts, textsIn('zh-hans'))
  const bytes = /\.md$/iu.test(out) ? draftToMarkdown(review) : await draftToDocx(review)
  await writeFile(out, bytes)
}

function draftToJson(verdicts: readonly SentenceVerdict[]): string {
  return verdicts.map((verdict) => `${JSON.stringify(sentenceToJson(verdict))}\n`).join('')
}

function draftToText(verdicts: readonly SentenceVerdict[]): string {
  const { count, right, wrong, missing } = countVerdicts(verdicts)
  const sum = `${count} sentences: ${right} agree, ${wrong} do not, ${missing} not found`
  return `${[sum, ...verdicts.flatMap(sentenceToText)].join('\n')}\n`
}

function toText({ sentences }: TextVerdict): string {
  return `${sentences.flatMap(sentenceToText).join('\n')}\n\n`
}
