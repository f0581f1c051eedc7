/** Turns a path into the bytes of the report file, or why it is none: whatever somebody puts into the folder, reading it ends. */
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** The longest report known has 0.7 MB. */
export const MAX_REPORT_BYTES = 8 * 1024 * 1024

export type ReportBytes =
  | { readonly bytes: Buffer; readonly fault?: never }
  /** In words for the operator, with what to do. */
  | { readonly bytes?: never; readonly fault: string }

/**
 * Says by its name whether a file of the corpus folder is meant as a report. What editors and programs for sync and office put beside the file
 * that they work on is not: `.#x.md`, `.x.md.swp`, `x.md~`, `#x.md#`, `~$x.md`, `4913`.
 */
export function isReportName(name: string): boolean {
  return name.endsWith('.md') && !/^[.~#]/.test(name)
}

export function reportIdOf(file: string): string {
  return basename(file, '.md')
}

/** Reads regular files up to `maxBytes`; a pipe, a device or a folder is named, not read. */
export async function readReportBytes(path: string, maxBytes = MAX_REPORT_BYTES): Promise<ReportBytes> {
  try {
    // Opening a device can have an effect by itself.
    if (!(await stat(path)).isFile()) return { fault: NO_FILE }
    // Whatever has taken the file's place meanwhile: a pipe is not waited for.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const state = await file.stat()
      if (!state.isFile()) return { fault: NO_FILE }
      if (state.size > maxBytes) return { fault: tooLarge(state.size, maxBytes) }
      const bytes = await readAtMost(file, state.size)
      return { bytes }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { fault: `cannot be read (${reasonOf(error)}); make it a readable file or remove it` }
  }
}

/** No more than the file had when it was looked at: one that grows without end is read as far as that. */
async function readAtMost(file: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let at = 0
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, size - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

const NO_FILE = 'is no regular file (a folder, a pipe or a device); put the report in its place or remove it'

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

function tooLarge(bytes: number, maxBytes: number): string {
  return `has ${megabytes(bytes)} MB, more than the ${megabytes(maxBytes)} MB that are read; remove it or make it shorter`
}

/** Why a file or folder cannot be read, in a word. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'not found'
  if (code === 'EISDIR') return 'a folder'
  if (code === 'ENOTDIR') return 'not a folder'
  if (code === 'EACCES') return 'no permission'
  if (code === 'ELOOP') return 'a link to itself'
  return error instanceof Error ? error.message : String(error)
}
