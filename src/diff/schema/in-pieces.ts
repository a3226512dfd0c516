import type { Plain } from './plain-schema.js'

const most = 100

/**
 * The properties of an object, many of them piece by piece: Ajv nests what it writes for one property in what it writes
 * for those before it, and past some hundreds no engine takes its code.
 */
export function inPieces(properties: ReadonlyMap<string, unknown>): Plain {
  const entries = [...properties]
  if (entries.length <= most) return { properties: Object.fromEntries(entries) }
  const names = Object.fromEntries(entries.map(([name]) => [name, true] as const))
  return { properties: names, allOf: piecesOf(entries) }
}

type Entries = readonly (readonly [name: string, schema: unknown])[]

function piecesOf(entries: Entries): Plain[] {
  const size = Math.max(most, Math.ceil(entries.length / most))
  const pieces = Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  )
  return pieces.map((piece) =>
    piece.length <= most ? { properties: Object.fromEntries(piece) } : { allOf: piecesOf(piece) },
  )
}
