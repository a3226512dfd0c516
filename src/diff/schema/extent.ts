import type { Json } from '../../model/json.js'

const extents = new WeakMap<object, number>()

/** Where each level holds the next one twice, a value has more parts than anybody could keep. */
const most = 50_000

export function isVast(value: Json): boolean {
  return extentOf(value) > most
}

/** How many values stand in a value, itself among them; parts that it holds twice count twice. */
function extentOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1
  const known = extents.get(value)
  if (known !== undefined) return known
  const parts: readonly Json[] = Array.isArray(value) ? value : Object.values(value)
  const extent = parts.reduce<number>((sum, part) => sum + extentOf(part), 1)
  extents.set(value, extent)
  return extent
}
