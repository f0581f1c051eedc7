/** Loads the drawing library when the first picture is asked for: it is large, and the plain bot never needs it. */
import { createRequire } from 'node:module'

export type CanvasLibrary = typeof import('@napi-rs/canvas')

const require = createRequire(import.meta.url)
let loading: Promise<CanvasLibrary> | null = null

/** @throws where the library, or its binary for this machine, is not installed. */
export function loadCanvas(): Promise<CanvasLibrary> {
  // A character that our own font lacks would come from whatever this machine has: each card must look the same everywhere.
  // biome-ignore lint/style/noProcessEnv: the library reads this from nowhere else, when it is loaded.
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1'
  loading ??= import('@napi-rs/canvas')
  return loading
}

/** Whether the packages are there, without loading them; the binary may be missing still. */
export function isInstalled(): boolean {
  try {
    require.resolve('@napi-rs/canvas')
    require.resolve(`${FONT}/400.css`)
    return true
  } catch {
    return false
  }
}

const FONT = '@fontsource/noto-sans-sc'

/** Where a file of the font package lies. */
export function fontFile(name: string): string {
  return require.resolve(`${FONT}/${name}`)
}
