import type { EndpointReport } from '../model/report.js'

/** Two starts of paths that differ, and the paths behind them that are on both sides. */
interface Shift {
  readonly spec: string
  readonly code: string
  readonly tails: Set<string>
  readonly operations: Set<EndpointReport>
}

/** In words, under which prefix operations and routes of which none met would meet; null where no prefix stands out. */
export function otherPrefix(endpoints: readonly EndpointReport[]): string | null {
  const documented = endpoints.filter(({ spec }) => spec !== null)
  const served = endpoints.filter(({ code }) => code !== null)
  const shifts = [...shiftsOf(documented, served)].filter(
    ({ tails, operations }) => tails.size > 1 || operations.size === documented.length,
  )
  const [best] = shifts.sort((one, other) => other.operations.size - one.operations.size)
  if (best === undefined) return null
  const count = `${best.operations.size} of the ${documented.length}`
  if (best.code === '')
    return `${count} would meet with "prefix": "${best.spec}" in the configuration, if the code is served below it.`
  if (best.spec === '')
    return `${count} would meet below ${best.code}, which the document does not mention: name it in its "servers" (or "basePath").`
  if (best.operations.size * 2 <= documented.length) return null
  return `${count} would meet if the documented paths started with ${best.code} instead of ${best.spec}: one of the two is wrong, or of another version.`
}

function shiftsOf(documented: readonly EndpointReport[], served: readonly EndpointReport[]): Iterable<Shift> {
  const shifts = new Map<string, Shift>()
  const routes = served.map(({ method, path }) => ({ method, segments: segmentsOf(path) }))
  for (const operation of documented) {
    const segments = segmentsOf(operation.path)
    for (const route of routes) {
      if (route.method !== operation.method && route.method !== 'ALL') continue
      const [spec, code, tail] = apart(segments, route.segments)
      if ([spec, code].some((prefix) => prefix.includes('{')) || !/\/[^/{]+(?:\/|$)/.test(tail)) continue
      const key = JSON.stringify([spec, code])
      const shift = shifts.get(key) ?? { spec, code, tails: new Set<string>(), operations: new Set<EndpointReport>() }
      shift.tails.add(tail)
      shift.operations.add(operation)
      shifts.set(key, shift)
    }
  }
  return shifts.values()
}

/** The names of parameters do not tell paths apart. */
const segmentsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/\{[^{}]*\}/g, '{}'))

/** What stands before the end that two paths share, of each, and that end. */
function apart(one: readonly string[], other: readonly string[]): readonly [string, string, string] {
  let shared = 0
  while (shared < Math.min(one.length, other.length) && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1
  const ends = [
    one.slice(0, one.length - shared),
    other.slice(0, other.length - shared),
    one.slice(one.length - shared),
  ]
  const [left = '', right = '', tail = ''] = ends.map((segments) => segments.map((segment) => `/${segment}`).join(''))
  return [left, right, tail]
}
