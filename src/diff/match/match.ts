import type { Endpoint } from '../../model/endpoint.js'
import type { Couple, Matching, PrefixShift } from './endpoint-match.js'
import { parsePath, servedBy, shapeOf } from './path.js'
import type { Template } from './template.js'

interface Candidate {
  readonly endpoint: Endpoint
  /** With the prefix that its side lacks. */
  readonly path: string
  readonly template: Template
  readonly shape: string
}

/**
 * Finds for each documented endpoint the code that serves it: the same template, else the same but for case, else the most
 * specific wider pattern; the same method before a route for all methods. One wide pattern may serve several operations.
 */
export function match(spec: readonly Endpoint[], code: readonly Endpoint[], shift: PrefixShift | null): Matching {
  const served = indexed(code.map((endpoint) => candidate(endpoint, shift?.carrier === 'spec' ? shift.prefix : '')))
  const matched: Couple[] = []
  const unimplemented: Endpoint[] = []
  for (const endpoint of spec) {
    const wanted = candidate(endpoint, shift?.carrier === 'code' ? shift.prefix : '')
    const found = serving(wanted, served) ?? implicit(wanted, served)
    if (found === undefined) unimplemented.push(endpoint)
    else matched.push({ spec: endpoint, code: found })
  }
  const taken = new Set(matched.map((couple) => couple.code))
  const names = new Set([...taken].map(nameOf))
  // What is registered twice under one name, as two variants or behind a condition, is documented with the first.
  const undocumented = code.filter((endpoint) => !taken.has(endpoint) && !names.has(nameOf(endpoint)))
  return { matched, unimplemented, undocumented }
}

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

function candidate(endpoint: Endpoint, prefix: string): Candidate {
  const path = prefix + endpoint.path
  const template = parsePath(path)
  return { endpoint, path, template, shape: shapeOf(template) }
}

/** The candidates, and the first of each spelling, so that thousands of endpoints find each other at once. */
interface Served {
  readonly all: readonly Candidate[]
  readonly first: ReadonlyMap<string, Candidate>
}

function indexed(all: readonly Candidate[]): Served {
  const first = new Map<string, Candidate>()
  for (const one of all) {
    for (const key of spellings(one, one.endpoint.method)) if (!first.has(key)) first.set(key, one)
    // A documented route for all methods is served by a route of any method.
    for (const key of spellings(one, 'any')) if (!first.has(key)) first.set(key, one)
  }
  return { all, first }
}

/** Of paths that differ only by a parameter's name or a slash at the end, each stands for itself first. */
function spellings({ path, shape }: Candidate, method: string): readonly [string, string, string] {
  return [`${method} path ${path}`, `${method} shape ${shape}`, `${method} case ${shape.toLowerCase()}`]
}

function serving(wanted: Candidate, served: Served): Endpoint | undefined {
  const { method } = wanted.endpoint
  for (const methods of [method, method === 'ALL' ? 'any' : 'ALL']) {
    for (const key of spellings(wanted, methods)) {
      const same = served.first.get(key)
      if (same) return same.endpoint
    }
  }
  return mostSpecific(wanted, served.all)
}

function mostSpecific(wanted: Candidate, served: readonly Candidate[]): Endpoint | undefined {
  let best: { endpoint: Endpoint; scores: readonly number[] } | undefined
  for (const { endpoint, template } of served) {
    if (endpoint.method !== wanted.endpoint.method && endpoint.method !== 'ALL') continue
    const scores = servedBy(wanted.template, template)
    if (scores && (best === undefined || closer(scores, best.scores))) best = { endpoint, scores }
  }
  return best?.endpoint
}

function closer(left: readonly number[], right: readonly number[]): boolean {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** Frameworks answer HEAD wherever there is a GET, without a body. */
function implicit(wanted: Candidate, served: Served): Endpoint | undefined {
  if (wanted.endpoint.method !== 'HEAD') return undefined
  const get = serving({ ...wanted, endpoint: { ...wanted.endpoint, method: 'GET' } }, served)
  return get && { ...get, method: 'HEAD', responses: get.responses.map((response) => ({ ...response, contents: [] })) }
}
