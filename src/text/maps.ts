/** What maps are asked for over and over: the value made once for a key, the list and the count under it. */

interface MapLike<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What stands under the key; where nothing does, what is made for it, which stands there from now on. */
export function getOrMake<K, V>(map: MapLike<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Puts an item at the end of the list under the key. */
export function addTo<K, V>(map: MapLike<K, V[]>, key: K, item: V): void {
  getOrMake(map, key, () => []).push(item)
}

export function countUp<K>(map: MapLike<K, number>, key: K, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

/** Items by their keys; keys in the order of their first items. */
export function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const item of items) addTo(groups, keyOf(item), item)
  return groups
}
