/** Keeps what was made for the keys that were asked for last, so that it is not made anew while it is asked for again. */

/** Two generations: what was asked for since the last change of them stays for another one, which costs no list of who came when. */
export class RecentMap<K, V> {
  readonly #most: number
  #recent = new Map<K, V>()
  #older = new Map<K, V>()

  /** @param most Keys that are kept at the least; twice as many at the most. */
  constructor(most: number) {
    this.#most = most
  }

  get(key: K): V | undefined {
    const known = this.#recent.get(key)
    if (known !== undefined) return known
    const older = this.#older.get(key)
    return older === undefined ? undefined : this.set(key, older)
  }

  /** Gives the value back. */
  set(key: K, value: V): V {
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(key, value)
    return value
  }
}
