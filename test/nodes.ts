/** Runs the tests on other versions of Node.js, each installed from the package registry for the run alone: `npm run test:nodes -- [MAJOR…]`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { readOptions } from './script-options.ts'

const MAJORS = ['22', '24', '26']
const VITEST = join('node_modules', 'vitest', 'vitest.mjs')

const USAGE = 'usage: npm run test:nodes -- [MAJOR…]'
const { positionals: asked } = readOptions(USAGE, {}, true)
const failed = (asked.length > 0 ? asked : MAJORS).filter((major) => !passesOn(major))
if (failed.length > 0) console.error(`failed on Node.js ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)

function passesOn(major: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'yinju-node-'))
  try {
    const name = `node-${process.platform}-${process.arch}`
    if (!run('npm', ['install', '--prefix', folder, '--no-save', '--silent', `${name}@${major}`]))
      return false
    const bin = join(folder, 'node_modules', name, 'bin')
    const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`
    console.log(`\n== Node.js ${major}`)
    return run(join(bin, 'node'), [VITEST, 'run'], { ...process.env, PATH })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[], env = process.env): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}
