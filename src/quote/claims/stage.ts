/** Tells how far along a deed is told to be: 开工建设道路110条 is not 建成道路110条, nor 签约 either. */
import { loadIndicators } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { afterMark, beforeMark } from '../../text/after-mark.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { Conflict } from './conflict.ts'
import type { Claim } from './read-claims.ts'

const STAGES = {
  agreed: /签约|签订|立项|谋划|申报/gu,
  begun: /开工(?!率)|动工|开建|奠基|启动(?!区|资金)|在建|续建|推进|推动|加快/gu,
  done: /建成|修成|盖成|建好|修好|盖好|落成|竣工|完工|完成(?!率)|通车|投用|投入(?:使用|运营|运行)|投产|交付/gu,
} as const
type Stage = keyof typeof STAGES

/** A claim that tells of another stage than a figure's own words, where both tell of one. What an indicator measures has none. */
export function stageConflictsOf({ figure }: Claim, stated: StatedFigure): Conflict[] {
  if (loadIndicators().lookUp(foldPhrase(stated.figure.indicator)) !== undefined) return []
  const claimed = stagesIn(foldPhrase(figure.quote))
  if (claimed.size === 0) return []
  const told = stagesOf(stated)
  if (told.size === 0 || [...claimed.keys()].some((stage) => told.has(stage))) return []
  return [{ kind: 'words', said: wordsOf(claimed), source: wordsOf(told) }]
}

function wordsOf(stages: ReadonlyMap<Stage, string>): string {
  return [...stages.values()].join('、')
}

/** The words that tell of a stage, the last of each. */
function stagesIn(text: string): ReadonlyMap<Stage, string> {
  const stages = Object.keys(STAGES) as Stage[]
  return new Map(
    stages.flatMap((stage): [Stage, string][] => {
      const last = text.match(STAGES[stage])?.at(-1)
      return last === undefined ? [] : [[stage, last]]
    }),
  )
}

const MARKS = '，,、。；;：:！？!?'

/** Those of the item that the figure counts, or of the last item before it in its list that has one. */
function stagesOf({ figure, passage: { text } }: StatedFigure): ReadonlyMap<Stage, string> {
  const [at, end] = figure.numbers[0] ?? [figure.start, figure.end]
  let from = afterMark(text, MARKS, at)
  let stages = stagesIn(foldPhrase(text.slice(from, beforeMark(text, MARKS, end))))
  while (stages.size === 0 && text.charAt(from - 1) === '、') {
    const before = afterMark(text, MARKS, from - 1)
    stages = stagesIn(foldPhrase(text.slice(before, from - 1)))
    from = before
  }
  return stages
}
