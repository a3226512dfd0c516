/** Numbers below one that are the same in every run with the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** So many of the items, chosen by chance, in their order. */
export function some<Item>(items: readonly Item[], count: number, next: () => number): Item[] {
  const drawn = items.map((item, index) => ({ item, index, ticket: next() }))
  const chosen = drawn.sort((one, other) => one.ticket - other.ticket).slice(0, count)
  return chosen.sort((one, other) => one.index - other.index).map(({ item }) => item)
}
