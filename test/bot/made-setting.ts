import { loadLocales } from '../../src/bot/locale.ts'
import type { Setting } from '../../src/bot/replies/source-line.ts'

const i18n = loadLocales()

/** Of a bot that may share and draw, has no pages, and speaks simplified Chinese. */
export const setting: Setting = {
  t: (key, variables) => i18n.t('zh-hans', key, variables ?? {}),
  botUsername: 'a_bot',
  canShare: true,
  canDraw: true,
  pages: null,
}
