import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const ROOT = new URL('../../', import.meta.url).pathname

/** What `npm pack` makes, unpacked beside the dependencies as `npm install` would lay it. */
describe('the package', () => {
  let folder = ''
  let shipped = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-package-'))
    await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT })
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
    await run('tar', ['-xzf', tarball ?? ''], { cwd: folder })
    shipped = join(folder, 'package')
    await symlink(join(ROOT, 'node_modules'), join(shipped, 'node_modules'))
    await mkdir(join(folder, 'empty'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  const yinju = (args: readonly string[], input = ''): Promise<{ stdout: string; stderr: string }> => {
    const child = run(process.execPath, [join(shipped, 'dist/cli.js'), ...args], {
      cwd: join(folder, 'empty'),
      env: { PATH: process.env.PATH },
    })
    child.child.stdin?.end(input)
    return child
  }

  it('answers in an empty folder from the reports that it ships', async () => {
    const { stdout, stderr } = await yinju(['chat'], '伊宁市2022年接待游客多少\n')
    expect(stderr).toBe('')
    expect(stdout).toContain('934.7万人次')
  })

  it('ships reports with which nothing is wrong', async () => {
    const { stdout } = await yinju(['check'])
    expect(stdout).toMatch(/^5 reports, \d+ passages; 0 faults, 0 warnings$/mu)
  })

  it('names only files that it ships', async () => {
    const { stdout } = await yinju(['--help'])
    const named = stdout.match(/[\w.-]*\.(?:example|md)\b/g) ?? []
    expect(named).not.toEqual([])
    for (const name of named) await expect(stat(join(shipped, name))).resolves.toBeDefined()
  })

  it('reads no data file above its own code', async () => {
    const files = (await readdir(join(shipped, 'dist'), { recursive: true })).filter((name) =>
      name.endsWith('.js'),
    )
    const above = await Promise.all(
      files.map(async (name) => {
        const source = await readFile(join(shipped, 'dist', name), 'utf8')
        return [...source.matchAll(/new URL\('([^']*)', import\.meta\.url\)/g)]
          .map(([, path = '']) => join(name, '..', path))
          .filter((path) => path.startsWith('..'))
      }),
    )
    // The version in its own package.json, and the reports that come with it.
    expect([...new Set(above.flat())].sort()).toEqual(['../corpus', '../package.json'])
  })
})
