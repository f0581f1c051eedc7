/** Turns words into a tree of their units, which finds the longest of them that stands at a place of a text. */

interface Node {
  /** The last unit of what it stands for, and how many there are. */
  readonly unit: number
  readonly depth: number
  /** Places of the words that begin with it, until it is visited. */
  readonly words: number[]
  /** Null until it is visited: of thousands of long names a text meets few. */
  children: readonly Node[] | null
  /** Place of the word that it is itself; -1 for none. */
  word: number
}

/** There is no string to cut out and none to hash at each place that is looked at. */
export class WordTree {
  readonly #words: readonly string[]
  readonly #roots: Node[] = []
  /** Of each first unit its root's number, from 1 on; 0 where no word begins with it. */
  readonly #numbers = new Uint16Array(0x10000)
  /** 1 where a word may begin with two units: at most places of a text none does. */
  readonly #pairs = new Uint8Array(0x10000)

  /** @param words none twice; they are called by their places. */
  constructor(words: readonly string[]) {
    this.#words = words
    for (let place = 0; place < words.length; place++) {
      const word = words[place] as string
      const unit = word.charCodeAt(0)
      const number = this.#numbers[unit] || this.#roots.push(makeNode(unit, 1))
      this.#numbers[unit] = number
      const root = this.#roots[number - 1] as Node
      if (word.length === 1) root.word = place
      else {
        root.words.push(place)
        this.#pairs[pairOf(unit, word.charCodeAt(1))] = 1
      }
    }
  }

  /** The place among the words of the longest one that begins at `at` and ends at or before `end`; -1 for none. */
  longestAt(text: string, at: number, end = text.length): number {
    const unit = text.charCodeAt(at)
    const number = this.#numbers[unit] as number
    if (number === 0 || end <= at) return -1
    const root = this.#roots[number - 1] as Node
    let found = root.word
    if (this.#pairs[pairOf(unit, text.charCodeAt(at + 1))] === 0) return found
    let children = root.children ?? this.#visit(root)
    for (let next = at + 1; next < end; next++) {
      const node = childOf(children, text.charCodeAt(next))
      if (node === undefined) break
      children = node.children ?? this.#visit(node)
      if (node.word >= 0) found = node.word
    }
    return found
  }

  /** Whether any of the words begins with these units. */
  hasStart(units: string): boolean {
    let node = this.#roots[(this.#numbers[units.charCodeAt(0)] as number) - 1]
    for (let at = 1; at < units.length && node !== undefined; at++)
      node = childOf(node.children ?? this.#visit(node), units.charCodeAt(at))
    return node !== undefined
  }

  #visit(node: Node): readonly Node[] {
    const children: Node[] = []
    for (const place of node.words) {
      const word = this.#words[place] as string
      if (word.length === node.depth) {
        node.word = place
        continue
      }
      const unit = word.charCodeAt(node.depth)
      let child = childOf(children, unit)
      if (child === undefined) {
        child = makeNode(unit, node.depth + 1)
        children.push(child)
      }
      child.words.push(place)
    }
    node.words.length = 0
    node.children = children
    return children
  }
}

/** A number of 16 bits, which other pairs may share. */
function pairOf(first: number, second: number): number {
  return (31 * first + second) & 0xffff
}

function makeNode(unit: number, depth: number): Node {
  return { unit, depth, words: [], children: null, word: -1 }
}

function childOf(children: readonly Node[], unit: number): Node | undefined {
  for (let at = 0; at < children.length; at++) if (children[at]?.unit === unit) return children[at]
  return undefined
}
