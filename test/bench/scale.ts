/** A .jsonl.gz of reports that do not belong to this project in; each imported, and their report files in a folder, out. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { importSource } from '../../src/import/import-report.ts'
import { readSourcesFromBytes } from '../../src/import/read-source.ts'
import type { ImportFigures } from './results.ts'
import { summarize } from './sampling.ts'

export interface ScaleTask {
  /** A line {"name", "text"} a report, gzipped. */
  readonly file: string
  /** Where the report files go. */
  readonly folder: string
}

/** Imports all of them once; what is refused is left out. */
export async function importScale({ file, folder }: ScaleTask): Promise<ImportFigures> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trim()
    .split('\n')
  const taken = new Set<string>()
  const times: number[] = []
  let bytes = 0
  for (const line of lines) {
    const { name, text } = JSON.parse(line) as { readonly name: string; readonly text: string }
    const content = Buffer.from(text)
    bytes += content.length
    const start = performance.now()
    const [source] = await readSourcesFromBytes(name, content)
    if (source === undefined || source.error !== undefined) continue
    const outcome = importSource(source, { holderOf: (id) => (taken.has(id) ? '' : null) })
    times.push(performance.now() - start)
    if (outcome.status === 'refused') continue
    taken.add(outcome.meta.id)
    await writeFile(join(folder, `${outcome.meta.id}.md`), outcome.text)
  }
  return {
    what: 'each of the reports of --scale',
    files: lines.length,
    kilobytes: bytes / 1_024,
    ms: summarize(times),
    isTogether: false,
  }
}
