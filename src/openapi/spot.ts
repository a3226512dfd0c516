import type { Location } from '../model/location.js'
import type { TextTree } from '../model/text-tree.js'
import type { SourceFile, Spot } from './library.js'
import { escapeSegment } from './refs/pointer.js'

/** The top of a file. */
export function topOf(file: SourceFile): Spot {
  return { file, pointer: '', node: file.tree }
}

/** Where the text stands, for a reader. */
export function locate({ file, pointer, node }: Spot): Location {
  return { file: node.at.file ?? file.name, line: node.at.line, column: node.at.column, pointer }
}

/** What a map holds under a key. */
export function child(spot: Spot, key: string): Spot | undefined {
  const node = spot.node.kind === 'map' ? spot.node.entries.get(key) : undefined
  return node === undefined ? undefined : below(spot, key, node)
}

/** The entries of a map, in the order of the text; nothing for anything else. */
export function children(spot: Spot | undefined): (readonly [key: string, spot: Spot])[] {
  if (spot?.node.kind !== 'map') return []
  return [...spot.node.entries].map(([key, node]) => [key, below(spot, key, node)] as const)
}

/** The items of a list; nothing for anything else. */
export function items(spot: Spot | undefined): Spot[] {
  if (spot?.node.kind !== 'list') return []
  return spot.node.items.map((node, index) => below(spot, String(index), node))
}

/** One segment of a pointer further, into a map or a list. */
export function step(spot: Spot, segment: string): Spot | undefined {
  if (spot.node.kind !== 'list') return child(spot, segment)
  const item = spot.node.items[Number(segment)]
  return item === undefined ? undefined : below(spot, segment, item)
}

function below({ file, pointer }: Spot, key: string, node: TextTree): Spot {
  return { file, pointer: `${pointer}/${escapeSegment(key)}`, node }
}

/** The plain value under a key, where it is a scalar. */
export function scalar(spot: Spot | undefined, key: string): null | boolean | number | string | undefined {
  const node = spot?.node.kind === 'map' ? spot.node.entries.get(key) : undefined
  return node?.kind === 'scalar' ? node.value : undefined
}

export function textAt(spot: Spot | undefined, key: string): string | undefined {
  const value = scalar(spot, key)
  return typeof value === 'string' ? value : undefined
}

export function numberAt(spot: Spot | undefined, key: string): number | undefined {
  const value = scalar(spot, key)
  return typeof value === 'number' ? value : undefined
}

export function isTrue(spot: Spot | undefined, key: string): boolean {
  return scalar(spot, key) === true
}

/** The strings of the list under a key; other items are left to the validators. */
export function textsAt(spot: Spot | undefined, key: string): string[] {
  const node = spot?.node.kind === 'map' ? spot.node.entries.get(key) : undefined
  if (node?.kind !== 'list') return []
  return node.items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : []))
}

/** Why the map or list may hold more than what was read; undefined where all of it was. */
export function incompleteness(spot: Spot | undefined): string | undefined {
  const node = spot?.node
  if (node === undefined || node.kind === 'scalar') return undefined
  return node.kind === 'unknown' ? node.reason : node.incomplete
}
