/** A visit whose texts are their keys and what they are given, for the parts of pages by themselves. */
import type { Pictures } from '../../src/pictures/pictures.ts'
import { makeVisit, type Site, type Visit } from '../../src/web/site.ts'
import { keyText } from '../key-text.ts'
import { siteWith } from './test-site.ts'

/** As if all that draws were installed. */
export const PICTURES = { isAvailable: () => true } as unknown as Pictures

/** Without an address from outside, a bot and pictures, unless they are given. */
export async function madeVisit(
  changes: Partial<Site> = {},
  asked: { readonly path?: string; readonly query?: Readonly<Record<string, string>> } = {},
): Promise<Visit> {
  const site = await siteWith({ publicUrl: null, botUsername: () => null, pictures: null, ...changes })
  return makeVisit(site, {
    t: keyText,
    language: 'zh-hans',
    path: asked.path ?? '/',
    query: new URLSearchParams(asked.query),
  })
}
