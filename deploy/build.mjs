// Builds dist/ from nothing: the compiled program, and beside it the data files that it reads (word lists, texts of the interface, scripts and styles of the pages).
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const DATA = ['.css', '.ftl', '.js', '.json', '.svg', '.tsv', '.txt', '.woff2']

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
cpSync('src', 'dist', {
  recursive: true,
  filter: (source) => statSync(source).isDirectory() || DATA.some((ending) => source.endsWith(ending)),
})
