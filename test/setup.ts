/** The same examples of every property in every run, so that a red run tells of the change and not of the draw; `SEED=random npm test` draws new ones. */
import fc from 'fast-check'

const { SEED = '20260101' } = process.env
fc.configureGlobal({ seed: SEED === 'random' ? Date.now() % 2 ** 31 : Number(SEED) })
