/** Tells how far along a deed is told to be: 开工建设道路110条 is not 建成道路110条, nor 签约 either. */
import type { Figure } from '../../figures/figure.ts'
import { loadIndicators } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Conflict } from './conflict.ts'
import type { Claim } from './read-claims.ts'
import { inItem } from './stretch.ts'

const STAGES = {
  agreed: /签约|签订|立项|谋划|申报/gu,
  begun: /开工(?!率)|动工|开建|奠基|启动(?!区|资金)|在建|续建|推进|推动|加快/gu,
  done: /建成|修成|盖成|建好|修好|盖好|落成|竣工|完工|完成(?!率)|通车|投用|投入(?:使用|运营|运行)|投产|交付/gu,
} as const
type Stage = keyof typeof STAGES

/** Of a claim's figure: each figure that may confirm it asks for them. */
const claimedStages = new WeakMap<Figure, ReadonlyMap<Stage, string> | null>()

/** A claim that tells of another stage than a figure's own words, where both tell of one. What an indicator measures has none. */
export function stageConflictsOf({ figure }: Claim, stated: StatedFigure): Conflict[] {
  const claimed = getOrMake(claimedStages, figure, () => stagesIn(foldPhrase(figure.quote)))
  if (claimed === null || loadIndicators().lookUp(foldPhrase(stated.figure.indicator)) !== undefined)
    return []
  const told = inItem(stated, stagesIn)
  if (told === null || [...claimed.keys()].some((stage) => told.has(stage))) return []
  return [{ kind: 'words', said: wordsOf(claimed), source: wordsOf(told) }]
}

function wordsOf(stages: ReadonlyMap<Stage, string>): string {
  return [...stages.values()].join('、')
}

/** The words that tell of a stage, the last of each; null where none does. */
function stagesIn(text: string): ReadonlyMap<Stage, string> | null {
  const stages = Object.keys(STAGES) as Stage[]
  const found = stages.flatMap((stage): [Stage, string][] => {
    const last = text.match(STAGES[stage])?.at(-1)
    return last === undefined ? [] : [[stage, last]]
  })
  return found.length === 0 ? null : new Map(found)
}
