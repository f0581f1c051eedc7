/** Keeps what was made for the keys that were asked for last, so that it is not made anew while it is asked for again. */

/** Two generations: what was asked for since the last change of them stays for another one, which costs no list of who came when. */
export class RecentMap<K, V> {
  readonly #most: number
  readonly #longestMs: number
  #recent = new Map<K, V>()
  #older = new Map<K, V>()
  #forgetting: NodeJS.Timeout | null = null

  /**
   * @param most Keys that are kept at the least; twice as many at the most.
   * @param longestMs How long anything is kept at the most. Default: as long as the map.
   */
  constructor(most: number, longestMs = Number.POSITIVE_INFINITY) {
    this.#most = most
    this.#longestMs = longestMs
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
    if (this.#longestMs !== Number.POSITIVE_INFINITY) this.#forgetLater()
    return value
  }

  delete(key: K): void {
    this.#recent.delete(key)
    this.#older.delete(key)
  }

  /** All at once: a timer for each key would cost more than what is kept saves. */
  #forgetLater(): void {
    this.#forgetting ??= setTimeout(() => {
      this.#recent.clear()
      this.#older.clear()
      this.#forgetting = null
    }, this.#longestMs).unref()
  }
}
