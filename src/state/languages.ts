/** Remembers which language a user has chosen: one entry a user, nothing else. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from '../log.ts'
import { createQueue } from '../queue.ts'

export interface LanguageStore {
  /** null for a user who has chosen none. */
  find(user: number): Promise<string | null>
  choose(user: number, language: string): Promise<void>
  /** Deletes the user's entry; true where there was one. */
  forget(user: number): Promise<boolean>
}

/** Remembers in this process. */
export function createMemoryLanguages(
  known: Iterable<readonly [number, string]> = [],
): LanguageStore & { entries(): [number, string][] } {
  const languages = new Map(known)
  return {
    find: async (user) => languages.get(user) ?? null,
    async choose(user, language) {
      languages.set(user, language)
    },
    forget: async (user) => languages.delete(user),
    entries: () => [...languages],
  }
}

/** Remembers in a small file, which is written whole and moved into its place. What cannot be read is begun anew. */
export async function openLanguages(path: string, log: Logger): Promise<LanguageStore> {
  const memory = createMemoryLanguages(await readEntries(path, log))
  const inTurn = createQueue()
  const save = (): Promise<void> =>
    inTurn(async () => {
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(`${path}.new`, JSON.stringify(Object.fromEntries(memory.entries())))
        await rename(`${path}.new`, path)
      } catch (err) {
        log.warn({ err }, `${path}: cannot be written; chosen languages last until the bot stops`)
      }
    })
  return {
    find: memory.find,
    async choose(user, language) {
      await memory.choose(user, language)
      await save()
    },
    async forget(user) {
      const wasKnown = await memory.forget(user)
      if (wasKnown) await save()
      return wasKnown
    },
  }
}

async function readEntries(path: string, log: Logger): Promise<[number, string][]> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    return Object.entries(JSON.parse(text) as Record<string, unknown>).flatMap(([user, language]) =>
      Number.isSafeInteger(Number(user)) && typeof language === 'string' ? [[Number(user), language]] : [],
    )
  } catch {
    log.warn(`${path}: is damaged; the languages that users chose are begun anew`)
    return []
  }
}
