import type { Contract, DocumentProblem } from '../model/contract.js'
import type { Endpoint } from '../model/endpoint.js'
import { isSamePlace, type Unresolved } from '../model/location.js'
import type { AnyPair } from '../model/pair.js'
import { compareCouple } from './couple.js'
import type { Couple, Matching, PrefixShift } from './match/endpoint-match.js'
import { match } from './match/match.js'
import { findMoved } from './match/moved.js'
import { parsePath, shapeOf } from './match/path.js'
import { declaredShifts, findPrefix } from './match/prefix.js'
import { withoutSwallowed } from './match/swallowed.js'

/** What the document's side brings to a comparison. */
export interface Documented extends Contract {
  readonly prefixes: readonly string[]
  readonly problems?: readonly DocumentProblem[]
}

/**
 * Puts the two sides side by side: every endpoint with its counterpart, every schema of the two compared, and what a
 * reader should know about how they were matched. Whoever compares many documents with one code may bring a comparison
 * that remembers.
 */
export function pairUp(
  spec: Documented,
  code: Contract,
  compareEndpoints = compareCouple,
): { readonly pairs: readonly AnyPair[]; readonly notices: readonly string[] } {
  const shift = findPrefix(spec.endpoints, code.endpoints, spec.prefixes)
  const met = withoutSwallowed(matchAll(spec, code, shift), code.unresolved.length > 0)
  const moved = findAllMoved(met, [shift, ...otherShifts(spec, shift)])
  const movedSpec = new Set(moved.map((couple) => couple.spec))
  const movedCode = new Set(moved.map((couple) => couple.code))
  const schemas = { spec: spec.schemas, code: code.schemas }
  const pairs: AnyPair[] = [
    ...(spec.problems ?? []).map((problem): AnyPair => ({ kind: 'document', problem })),
    ...met.matched.map(
      (couple): AnyPair => ({ kind: 'matched', ...couple, ...compareEndpoints(couple.spec, couple.code, schemas) }),
    ),
    ...moved.map((couple): AnyPair => ({ kind: 'moved', spec: couple.spec, code: documentedAs(couple.code, shift) })),
    ...met.unimplemented
      .filter((one) => !movedSpec.has(one))
      .map((one): AnyPair => ({ kind: 'unimplemented', spec: one, unresolved: code.unresolved })),
    ...met.undocumented
      .filter((one) => !movedCode.has(one) && one.hidden !== true && one.unreached === undefined)
      .map((one): AnyPair => {
        const doubt = doubtOf(one, code)
        const served = documentedAs(one, shift)
        const unread = spec.unresolved.find(({ path }) => path === undefined || isSamePath(path, served.path))
        return {
          kind: 'undocumented',
          code: served,
          ...(doubt === undefined ? {} : { doubt }),
          ...(unread === undefined ? {} : { unread }),
        }
      }),
  ]
  const hidden = met.undocumented.filter((one) => one.hidden === true && !movedCode.has(one))
  return {
    pairs,
    notices: [
      ...(shift && !shift.known ? [noticeOf(shift)] : []),
      ...(hidden.length > 0 ? [hiddenNotice(hidden)] : []),
      ...code.endpoints.flatMap(({ unreached }) => (unreached === undefined ? [] : [`${unreached}.`])),
    ],
  }
}

/** Under the prefix that fits most; then what is left under none, or under another that the document declares. */
function matchAll(spec: Documented, code: Contract, shift: PrefixShift | null): Matching {
  let met = match(spec.endpoints, code.endpoints, shift)
  for (const other of otherShifts(spec, shift)) {
    if (met.unimplemented.length === 0) break
    const more = match(met.unimplemented, met.undocumented, other)
    met = {
      matched: [...met.matched, ...more.matched],
      unimplemented: more.unimplemented,
      undocumented: more.undocumented,
    }
  }
  return met
}

/** None, and those that the document declares. */
function otherShifts({ prefixes }: Documented, shift: PrefixShift | null): (PrefixShift | null)[] {
  return [null, ...declaredShifts(prefixes)].filter(
    (other) => other?.prefix !== shift?.prefix || other?.carrier !== shift?.carrier,
  )
}

/** Under each prefix in turn, what is left over under those before. */
function findAllMoved(met: Matching, shifts: readonly (PrefixShift | null)[]): Couple[] {
  const moved: Couple[] = []
  for (const shift of shifts) {
    const spec = met.unimplemented.filter((one) => !moved.some((couple) => couple.spec === one))
    const code = met.undocumented.filter((one) => !moved.some((couple) => couple.code === one))
    moved.push(...findMoved(spec, code, shift))
  }
  return moved
}

/** What could not be followed at one of the places that an endpoint is mounted or registered at. */
function doubtOf({ at, via }: Endpoint, { unresolved }: Contract): Unresolved | undefined {
  return unresolved.find((one) => [at, ...(via ?? [])].some((place) => isSamePlace(place, one.at)))
}

const isSamePath = (one: string, other: string): boolean => shapeOf(parsePath(one)) === shapeOf(parsePath(other))

/** The endpoint under the path that the document would give it. */
function documentedAs(code: Endpoint, shift: PrefixShift | null): Endpoint {
  if (shift === null) return code
  if (shift.carrier === 'spec') return { ...code, path: shift.prefix + code.path }
  const inside = code.path.toLowerCase().startsWith(`${shift.prefix.toLowerCase()}/`)
  return inside ? { ...code, path: code.path.slice(shift.prefix.length) } : code
}

const hiddenNotice = (hidden: readonly Endpoint[]): string =>
  `The code keeps ${hidden.length === 1 ? 'an endpoint' : `${hidden.length} endpoints`} out of documents, and no finding asks for ${hidden.length === 1 ? 'it' : 'them'}: ${hidden
    .map(({ method, path }) => `${method} ${path}`)
    .join(', ')}.`

function noticeOf(shift: PrefixShift): string {
  return shift.carrier === 'code'
    ? `The code serves the documented paths under ${shift.prefix}, a prefix that the document does not mention; they are compared without it.`
    : `The document's paths start with ${shift.prefix}, a prefix that the code does not show; they are compared without it.`
}
