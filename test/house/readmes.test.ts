import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]

/** Commands of the command line and of the chat, npm scripts, settings and files that a text names. */
function named(text: string): string[] {
  const tools = text.match(/(?<=^|`)(?:yinju|npm) [a-z]+/gm) ?? []
  const chat = text.match(/(?<=[\s`])\/(?!api\b)[a-z]+(?=[\s`])/g) ?? []
  const settings = text.match(/\b[A-Z]{2,}(?:_[A-Z]+)+\b/g) ?? []
  const options = text.match(/(?<![-\w])--[a-z][a-z-]*/g) ?? []
  return [...new Set([...tools, ...chat, ...settings, ...options])].sort()
}

describe('the two READMEs', () => {
  it('name the same commands, options and settings', () => {
    expect(named(chinese)).toEqual(named(english))
  })

  it('state the same figures, of the same commit', () => {
    const figures = (text: string): string[] => [
      ...new Set(text.match(/\d+\.\d(?= %)|\b[0-9a-f]{7}\b(?=[,，])|\d{4}-\d\d-\d\d/g)),
    ]
    expect(figures(english).length).toBeGreaterThan(5)
    expect(figures(chinese).sort()).toEqual(figures(english).sort())
  })

  it('show the same conversation', () => {
    const shown = (text: string): string[] => text.match(/^[^(（\n]*[🔎✗│].*$/gmu) ?? []
    expect(shown(english).length).toBeGreaterThan(3)
    expect(shown(chinese)).toEqual(shown(english))
  })

  it('name commands that exist', () => {
    const cli = read('src/cli.ts')
    const commands = named(english).flatMap(
      (name) => /^yinju (?<command>[a-z]+)$/.exec(name)?.groups?.command ?? [],
    )
    expect(commands.length).toBeGreaterThan(5)
    for (const command of commands) expect(cli).toContain(`./commands/${command}.ts`)
  })

  it('name npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const [, script = ''] of english.matchAll(/npm run ([a-z:]+)/g))
      expect(scripts).toHaveProperty([script])
  })

  it('stay short', () => {
    expect(english.split(/\s+/).length).toBeLessThanOrEqual(1200)
  })
})
