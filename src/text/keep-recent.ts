/** Keeps what was made for the keys that were asked for last, so that it is not made anew while it is asked for again. */

/**
 * Gives what was made for a key, or makes it. Two generations: what was asked for since the last change of them stays for
 * another one, which costs no list of who came when.
 *
 * @param most Keys that are kept at the least; twice as many at the most.
 */
export function keepRecent<K, V>(most: number): (key: K, make: () => V) => V {
  let recent = new Map<K, V>()
  let older = new Map<K, V>()
  return (key, make) => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const value = older.get(key) ?? make()
    if (recent.size === most) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
}
