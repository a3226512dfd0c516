import { noFacts } from '../types/expressions/facts.js'
import type { Stage, Thrown } from './exchange.js'
import type { Flow, Said, Way } from './session.js'
import { fewWays } from './ways.js'

export function freshFlow(defaultStatus: number, stage?: Stage, before?: Thrown['said']): Flow {
  const statuses = before?.statuses ?? { known: true, values: [defaultStatus] }
  const said: Said = { statuses, mediaType: before?.mediaType ?? null, headers: [] }
  const all = stage === undefined ? [said] : stage.drafts.map((draft): Said => ({ ...said, draft }))
  return { ways: all.map((each) => ({ said: each, facts: noFacts, values: new Map() })) }
}

/** What holds where two ways meet. */
export function join(left: Flow | null, right: Flow | null): Flow | null {
  if (left === null) return right
  if (right === null || left === right) return left
  return { ways: fewWays([...left.ways, ...right.ways]) }
}

export function joinAll(flows: readonly (Flow | null)[]): Flow | null {
  return flows.reduce<Flow | null>((joined, flow) => join(joined, flow), null)
}

/** The flow with each of its ways led on; null where none leads on. */
export function leadOn(flow: Flow | null, step: (way: Way) => readonly Way[]): Flow | null {
  if (flow === null) return null
  const ways = flow.ways.flatMap(step)
  return ways.length === 0 ? null : { ways: fewWays(ways) }
}

/** The flow with something else said on each of its ways. */
export function saying(flow: Flow, change: (said: Said) => Said): Flow {
  return { ways: flow.ways.map((way) => ({ ...way, said: change(way.said) })) }
}

/** Why it is not known whether this point is ever reached; null where it is reached. */
export function doubtOf(flow: Flow): string | null {
  return flow.ways.every(({ doubt }) => doubt !== undefined) ? (flow.ways[0]?.doubt ?? null) : null
}

/** The flow where it is not known whether any request takes it. */
export function doubting(flow: Flow | null, doubt: string | null): Flow | null {
  if (flow === null || doubt === null) return flow
  return { ways: flow.ways.map((way) => ({ ...way, doubt: way.doubt ?? doubt })) }
}
