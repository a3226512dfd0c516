import type { TextList, TextMap, TextPlace, TextScalar, TextTree, TextUnknown } from '../../model/text-tree.js'

export const textScalar = (value: TextScalar['value'], at: TextPlace): TextScalar => ({ kind: 'scalar', value, at })

export const textUnknown = (reason: string, at: TextPlace): TextUnknown => ({ kind: 'unknown', reason, at })

export const textList = (items: readonly TextTree[], at: TextPlace, incomplete?: string): TextList => ({
  kind: 'list',
  items,
  at,
  ...(incomplete === undefined ? {} : { incomplete }),
})

/** A map of what is there: an undefined entry is none. */
export const textMap = (
  entries: Iterable<readonly [string, TextTree | undefined]>,
  at: TextPlace,
  incomplete?: string,
): TextMap => ({
  kind: 'map',
  entries: new Map([...entries].flatMap(([key, tree]) => (tree === undefined ? [] : [[key, tree] as const]))),
  at,
  ...(incomplete === undefined ? {} : { incomplete }),
})

export const entryOf = (tree: TextTree | undefined, key: string): TextTree | undefined =>
  tree?.kind === 'map' ? tree.entries.get(key) : undefined

/** The entries of a map, but those of these names. */
export const without = (tree: TextTree, names: ReadonlySet<string>): readonly (readonly [string, TextTree])[] =>
  tree.kind === 'map' ? [...tree.entries].filter(([key]) => !names.has(key)) : []

export const isTrue = (tree: TextTree | undefined): boolean => tree?.kind === 'scalar' && tree.value === true
