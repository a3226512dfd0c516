import type { Endpoint } from '../../model/endpoint.js'
import type { PrefixShift } from './endpoint-match.js'
import { findMoved } from './moved.js'
import { parsePath, shapeOf } from './path.js'

/**
 * Finds the constant prefix that stands on one side only: none, one of the document's own prefixes, or one that most
 * documented paths show or all paths of the other side carry. The one under which most endpoints meet wins; fewer
 * assumptions win a tie. Where none meet, a prefix counts under which most of them have only moved.
 */
export function findPrefix(
  spec: readonly Endpoint[],
  code: readonly Endpoint[],
  prefixes: readonly string[],
): PrefixShift | null {
  const declared = declaredShifts(prefixes)
  const shapes = new Set(code.map(keyOf))
  let best: { shift: PrefixShift | null; met: number } = { shift: null, met: meetings(spec, shapes, null) }
  for (const shift of [...declared, ...inferred(spec, code)]) {
    const met = meetings(spec, shapes, shift)
    if (met > best.met && (shift.known || met * 2 > spec.length || isCarriedByAll(shift, spec, code)))
      best = { shift, met }
  }
  return best.met === 0 ? nearly(spec, code, declared) : best.shift
}

/** Every path of one side starts with it and none of the other. */
function isCarriedByAll(shift: PrefixShift, spec: readonly Endpoint[], code: readonly Endpoint[]): boolean {
  const [carriers, others] = shift.carrier === 'code' ? [code, spec] : [spec, code]
  const carries = ({ path }: Endpoint) => path.toLowerCase().startsWith(`${shift.prefix.toLowerCase()}/`)
  return carriers.every(carries) && !others.some(carries)
}

function nearly(
  spec: readonly Endpoint[],
  code: readonly Endpoint[],
  declared: readonly PrefixShift[],
): PrefixShift | null {
  const shared = (['code', 'spec'] as const).flatMap((carrier) => {
    const [first] = carrier === 'code' ? code : spec
    const prefixes = first === undefined ? [] : literalPrefixes(first.path)
    return prefixes.map((prefix): PrefixShift => ({ prefix, carrier, known: false }))
  })
  const possible = [...declared, ...shared.filter((shift) => isCarriedByAll(shift, spec, code))]
  return possible.find((shift) => findMoved(spec, code, shift).length * 2 > spec.length) ?? null
}

/** The shifts that the document itself suggests. */
export function declaredShifts(prefixes: readonly string[]): PrefixShift[] {
  const named = [...new Set(prefixes)].filter((prefix) => prefix !== '')
  return named.flatMap((prefix) => [
    { prefix, carrier: 'code', known: true } as const,
    { prefix, carrier: 'spec', known: true } as const,
  ])
}

function keyOf(endpoint: Endpoint): string {
  return shapeOf(parsePath(endpoint.path)).toLowerCase()
}

function meetings(spec: readonly Endpoint[], shapes: ReadonlySet<string>, shift: PrefixShift | null): number {
  const prefix = shift ? shapeOf(parsePath(shift.prefix)).toLowerCase() : ''
  return spec.filter((endpoint) => {
    const shape = keyOf(endpoint)
    if (shift === null) return shapes.has(shape)
    if (shift.carrier === 'code') return shapes.has(join(prefix, shape))
    return shape === prefix ? shapes.has('/') : shape.startsWith(`${prefix}/`) && shapes.has(shape.slice(prefix.length))
  }).length
}

function join(prefix: string, shape: string): string {
  return shape === '/' ? prefix : prefix + shape
}

/** Every literal prefix that turns a path of one side into a path of the other. */
function inferred(spec: readonly Endpoint[], code: readonly Endpoint[]): PrefixShift[] {
  const found = new Map<string, PrefixShift>()
  const documented = new Set(spec.map((endpoint) => endpoint.path))
  const served = new Set(code.map((endpoint) => endpoint.path))
  for (const [carrier, long, short] of [
    ['code', served, documented],
    ['spec', documented, served],
  ] as const) {
    const tails = new Set(
      [...short].map((path) => shapeOf(parsePath(path)).toLowerCase()).filter((tail) => tail !== '/'),
    )
    for (const path of long) {
      for (const prefix of literalPrefixes(path)) {
        const tail = shapeOf(parsePath(path)).toLowerCase().slice(prefix.length)
        if (tails.has(tail)) found.set(`${carrier} ${prefix.toLowerCase()}`, { prefix, carrier, known: false })
      }
    }
  }
  return [...found.values()].sort((left, right) => left.prefix.length - right.prefix.length || order(left, right))
}

function order(left: PrefixShift, right: PrefixShift): number {
  const [one, other] = [`${left.carrier}${left.prefix}`, `${right.carrier}${right.prefix}`]
  return one < other ? -1 : 1
}

function literalPrefixes(path: string): string[] {
  const prefixes: string[] = []
  let prefix = ''
  for (const segment of parsePath(path)) {
    if (segment.kind !== 'literal') break
    prefix += `/${segment.text}`
    prefixes.push(prefix)
  }
  return prefixes
}
