/** Reads whether somebody asks of the figure that was shown if it is done or planned. */
const PLANNED = '(?:计划|目标|预期|规划|打算|安排|要做)\\p{sc=Han}{0,2}'
const DONE = '(?:已经?|真的?)*(?:实际|实绩|实现|完成|做到|结果|达到)\\p{sc=Han}{0,3}'
const WHICH_KIND = new RegExp(
  `^(?:[那这它]个?(?:数字?|目标)?)?(?:到底|究竟)?(?:(?:是|算)?(?:${PLANNED}还是${DONE}|${DONE}还是${PLANNED})|(?:是|算)(?:${PLANNED}|${DONE})[吗么]?)$`,
  'u',
)

/** 这是计划还是已经实现的: the figure with its label says which. `plain`: folded, without marks at its ends. */
export function asksWhichKind(plain: string): boolean {
  return WHICH_KIND.test(plain)
}
