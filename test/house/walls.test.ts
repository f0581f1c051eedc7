import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))
const TABLE = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8')

interface Import {
  readonly file: string
  readonly target: string
}

/** Every import of src, type imports and `import()` included, with paths from src. */
const imports: readonly Import[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => {
    const file = relative(SRC, `${SRC}/${name}`).replaceAll('\\', '/')
    const source = readFileSync(`${SRC}/${name}`, 'utf8')
    return [...source.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map(([, path = '']) => ({
      file,
      target: path.startsWith('.') ? posix.join(dirname(file), path) : path,
    }))
  })

interface Room {
  readonly name: string
  readonly allowed: readonly string[]
}

const rows = TABLE.split('\n').filter((line) => line.startsWith('| `'))
const cells = rows.map((row) => row.split('|').slice(1, -1))
const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const rooms: readonly Room[] = cells
  .filter((row) => row.length === 3)
  .map((row) => ({ name: names(row[0])[0] ?? '', allowed: names(row[2]) }))
const owners = new Map(
  cells.filter((row) => row.length === 2).map((row) => [names(row[0])[0] ?? '', names(row[1])]),
)

/** The innermost room of the table that a file stands in. */
function roomOf(file: string): Room | undefined {
  const path = file.replace(/\.ts$/, '')
  for (let name = path; name !== '.'; name = posix.dirname(name)) {
    const room = rooms.find((candidate) => candidate.name === name)
    if (room !== undefined) return room
  }
  return path.includes('/') ? undefined : rooms.find(({ name }) => name === '.')
}

function isAllowed(from: Room, to: Room): boolean {
  if (from === to || from.allowed.includes(to.name)) return true
  return from.allowed.includes('*') && rooms.indexOf(to) > rooms.indexOf(from)
}

describe('the walls of docs/architecture.md', () => {
  it('gives every file a room', () => {
    const files = [...new Set(imports.map(({ file }) => file))]
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
    expect(files.length).toBeGreaterThan(150)
  })

  it('are crossed by no import', () => {
    const crossed = imports.flatMap(({ file, target }) => {
      const from = roomOf(file)
      const to = target.endsWith('.ts') ? roomOf(target) : undefined
      if (from === undefined || to === undefined || isAllowed(from, to)) return []
      return [`${file} (${from.name}) imports ${target} (${to.name})`]
    })
    expect(crossed).toEqual([])
  })

  it('let a package in where the table says, and nowhere else', () => {
    const strays = imports.flatMap(({ file, target }) => {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/')
      const allowed = owners.get(name)
      return allowed === undefined || allowed.includes(roomOf(file)?.name ?? '') ? [] : [`${file}: ${target}`]
    })
    expect(strays).toEqual([])
  })

  it('let imports point down the table only', () => {
    const upward = rooms.flatMap(({ name, allowed }, at) =>
      allowed
        .filter((other) => other !== '*' && other !== '.')
        .filter((other) => rooms.findIndex((room) => room.name === other) <= at)
        .map((other) => `${name} → ${other}`),
    )
    expect(upward).toEqual([])
  })
})

describe('the house', () => {
  it('keeps a folder to some twenty files and a file to some three hundred lines', () => {
    const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts'),
    )
    const folders = new Map<string, number>()
    for (const { parentPath } of files) folders.set(parentPath, (folders.get(parentPath) ?? 0) + 1)
    expect([...folders].filter(([, count]) => count > 22)).toEqual([])
    const long = files
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 340)
    expect(long).toEqual([])
  })
})
