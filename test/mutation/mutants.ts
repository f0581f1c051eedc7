/** Finds the places of a source file where one small change would be a fault: what the tests are to notice. */
import { parseSync } from 'oxc-parser'

export interface Mutant {
  readonly kind: 'negation' | 'boundary' | 'call' | 'value' | 'constant'
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** The expression or statement whose running says that the change could be noticed; null where none can be told apart. */
  readonly within: readonly [start: number, end: number] | null
  /** Whether it runs once, when the file is loaded. */
  readonly isTopLevel: boolean
}

/** A node of the ESTree; which fields it has follows from its type. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

type Found = Omit<Mutant, 'within' | 'isTopLevel'>

/** A constant is changed by 30 %, and by 1 at least. */
const CONSTANT_CHANGE = 1.3
const BOUNDARIES = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
])
/** Types, modules' names, and texts that only a person reads: errors and log lines. */
const PASSED_OVER = /^(?:TS(?!AsExpression|NonNull|Satisfies)|Import|ThrowStatement)/u
const LOG_CALL = /^(?:await )?(?:\w+\.)*log\.\w+\(/u

/** In the order of the file. */
export function findMutants(path: string, text: string): Mutant[] {
  const mutants: Mutant[] = []
  const add = (found: Found | null, within: Mutant['within'], depth: number): void => {
    if (found !== null) mutants.push({ ...found, within, isTopLevel: depth === 0 })
  }
  const visit = (node: Node, parent: Node | null, depth: number): void => {
    if (PASSED_OVER.test(node.type)) return
    if (/^(?:Expression|CallExpression)/u.test(node.type) && LOG_CALL.test(text.slice(node.start, node.end)))
      return
    if (parent !== null && isCondition(node, parent)) {
      const replacement = `!(${text.slice(node.start, node.end)})`
      add({ kind: 'negation', start: node.start, end: node.end, replacement }, [node.start, node.end], depth)
    }
    add(mutate(node, parent, text), isKey(node, parent) ? null : [node.start, node.end], depth)
    const inner = depth + (/Function/u.test(node.type) ? 1 : 0)
    for (const child of childrenOf(node)) visit(child, node, inner)
  }
  visit(parseSync(path, text).program as unknown as Node, null, 0)
  return mutants
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'
}

/** The name of a property cannot be wrapped. */
function isKey(node: Node, parent: Node | null): boolean {
  return parent?.key === node && parent.computed !== true
}

function isCondition(node: Node, parent: Node): boolean {
  if (node.type === 'UnaryExpression') return false
  if (['IfStatement', 'WhileStatement', 'ConditionalExpression'].includes(parent.type))
    return parent.test === node
  return parent.type === 'LogicalExpression' && parent.operator !== '??' && node.type !== 'LogicalExpression'
}

function mutate(node: Node, parent: Node | null, text: string): Found | null {
  const { type, start, end } = node
  if (type === 'BinaryExpression') {
    const { operator, left, right } = node as unknown as { operator: string; left: Node; right: Node }
    const replacement = BOUNDARIES.get(operator)
    const at = left.end + text.slice(left.end, right.start).indexOf(operator)
    return replacement === undefined
      ? null
      : { kind: 'boundary', start: at, end: at + operator.length, replacement }
  }
  if (type === 'ExpressionStatement' && isCall(node.expression as Node))
    return { kind: 'call', start, end, replacement: ';' }
  if (type === 'Literal' && typeof node.value === 'number' && parent?.type !== 'MemberExpression') {
    const { value } = node
    const changed = Number.isInteger(value)
      ? Math.ceil(value * CONSTANT_CHANGE) || 1
      : value * CONSTANT_CHANGE
    return { kind: 'constant', start, end, replacement: String(changed) }
  }
  if (type === 'Literal' && typeof node.value === 'string' && node.value !== '' && isGiven(node, parent))
    return { kind: 'value', start, end, replacement: "''" }
  const isList = type === 'ArrayExpression' && (node.elements as unknown[]).length > 0
  return isList && parent?.type === 'ReturnStatement'
    ? { kind: 'value', start, end, replacement: '[]' }
    : null
}

function isCall(node: Node): boolean {
  return node.type === 'CallExpression' || (node.type === 'AwaitExpression' && isCall(node.argument as Node))
}

/** A text that is returned, named or chosen, and not one that something is compared with. */
function isGiven(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'ConditionalExpression') return parent.test !== node
  return parent?.type === 'ReturnStatement' || parent?.type === 'VariableDeclarator'
}
