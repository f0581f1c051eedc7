/** A text folded, with the names of indicators found in it, so that what people call one is read as the report's name. */
import { type AskedIndicator, loadAskedNames } from '../../figures/asked.ts'
import { foldPhrase } from '../../text/normalizer.ts'

/** A text with the names of indicators in it: each figure that may confirm it asks for them. */
export interface NamedText {
  readonly text: string
  readonly names: readonly AskedIndicator[]
}

export function nameText(text: string): NamedText {
  return { text, names: loadAskedNames().find(text) }
}

/** A text folded, with marks for the names in it. GDP 821亿元: the space parts the name from its number. */
export function foldWithout(text: string, names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, name) => left.replaceAll(name, ','),
      foldPhrase(text.replace(/(?<=[a-z])\s*(?=\d)/giu, ',')),
    )
}
