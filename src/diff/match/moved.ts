import type { Endpoint } from '../../model/endpoint.js'
import type { Couple, PrefixShift } from './endpoint-match.js'
import { parsePath, shapeOf } from './path.js'
import type { Segment, Template } from './template.js'

/**
 * Finds documented endpoints that moved: one left on each side that differ by method, case, plural, spelling or one
 * parameter segment. Only pairs in which each is the other's only candidate; a guess would hide two findings in one.
 */
export function findMoved(
  unimplemented: readonly Endpoint[],
  undocumented: readonly Endpoint[],
  shift: PrefixShift | null,
): Couple[] {
  const moved: Couple[] = []
  const left = { spec: new Set(unimplemented), code: new Set(undocumented) }
  for (const near of [sameButSpelling, putForPatch, sameButMethod, sameButParameter]) {
    const edges = [...left.spec].flatMap((spec) =>
      [...left.code]
        .filter((code) => near(sided(spec, 'code', shift), sided(code, 'spec', shift)))
        .map((code) => ({ spec, code })),
    )
    for (const edge of edges) {
      const rivals = edges.filter((other) => other.spec === edge.spec || other.code === edge.code)
      if (rivals.length > 1) continue
      moved.push(edge)
      left.spec.delete(edge.spec)
      left.code.delete(edge.code)
    }
  }
  return moved
}

interface Sided {
  readonly method: string
  readonly template: Template
}

function sided(endpoint: Endpoint, carrier: PrefixShift['carrier'], shift: PrefixShift | null): Sided {
  const prefix = shift?.carrier === carrier ? shift.prefix : ''
  return { method: endpoint.method, template: parsePath(prefix + endpoint.path) }
}

/** The one slip of a method that needs no other evidence: both change what is there. */
function putForPatch(spec: Sided, code: Sided): boolean {
  const methods = new Set([spec.method, code.method])
  return methods.has('PUT') && methods.has('PATCH') && sameButMethod(spec, code)
}

function sameButMethod(spec: Sided, code: Sided): boolean {
  return shapeOf(spec.template) === shapeOf(code.template)
}

function sameButSpelling(spec: Sided, code: Sided): boolean {
  if (spec.method !== code.method) return false
  const [documented, served] = [spec.template, code.template]
  if (documented.length !== served.length) return false
  const different = documented.flatMap((segment, index) => {
    const other = served[index]
    return other && other.kind === segment.kind && other.text === segment.text ? [] : [[segment, other] as const]
  })
  const [first] = different
  return different.length === 1 && first !== undefined && first[1] !== undefined && alike(first[0], first[1])
}

function sameButParameter(spec: Sided, code: Sided): boolean {
  if (spec.method !== code.method) return false
  const [documented, served] = [spec.template, code.template]
  const [long, short] = documented.length > served.length ? [documented, served] : [served, documented]
  if (short.length < 1 || long.length !== short.length + 1) return false
  return long.some((segment, index) => segment.kind === 'parameter' && shapeOf(without(long, index)) === shapeOf(short))
}

function without(template: Template, index: number): Template {
  return template.filter((_, position) => position !== index)
}

function alike(left: Segment, right: Segment): boolean {
  if (left.kind !== 'literal' || right.kind !== 'literal') return false
  const [one, other] = [plain(left.text), plain(right.text)]
  return one === other || (one.length > 2 && (distance(one, other) === 1 || swapped(one, other)))
}

/** Without case, separators and a plural ending: `userRoles`, `user-role` and `UserRoles` are one word. */
function plain(text: string): string {
  const word = text.toLowerCase().replace(/[-_.]/g, '')
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=[sxzh])es$|s$/, '')
}

/** The same letters with two neighbours swapped. */
function swapped(left: string, right: string): boolean {
  return distance(left, right) === 2 && [...left].sort().join('') === [...right].sort().join('')
}

function distance(left: string, right: string): number {
  let row = [...right, ''].map((_, index) => index)
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...right].entries()) {
      const swap = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(swap, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}
