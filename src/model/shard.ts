/** One of several runs that share the projects of a configuration: the third of four is `{ index: 3, of: 4 }`. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly of: number
}

/** The items that fall to a shard: dealt out in turn, so that no shard has more than one more than another. */
export const shareOf = <Item>(items: readonly Item[], { index, of }: Shard): readonly Item[] =>
  items.filter((_, place) => place % of === index - 1)
