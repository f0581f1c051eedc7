/** A pasted text in, the text as its reader sees it out: without the marks of Markdown and HTML. */

const MARKUP: readonly (readonly [markup: RegExp, as: string])[] = [
  [/<\/?[a-z][^<>]{0,200}>/giu, ''],
  [/&(?:nbsp|ensp|emsp|#160);/gu, ' '],
  [/&(?:[lr]dquo|quot);/gu, '"'],
  [/!?\[([^[\]\n]+)\]\([^()\s]*\)/gu, '$1'],
  [/\*{2,3}|__|~~/gu, ''],
  [/\*(?=\S)([^*\n]+)(?<=\S)\*/gu, '$1'],
  [/\*(?=\s*$)/gu, ''],
  [/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)+/gmu, ''],
]

/** The text itself when it has none. */
export function withoutMarkup(text: string): string {
  return MARKUP.reduce((plain, [markup, as]) => plain.replace(markup, as), text)
}
