import { noFacts } from '../types/expressions/facts.js'
import { sameFacts, sharedFacts } from '../types/expressions/knowledge.js'
import { distinctDrafts } from './drafts.js'
import { eitherStatus } from './either-status.js'
import type { Draft } from './exchange.js'
import type { Said, Way } from './session.js'

/** More ways than these are not told apart; more drafts of an answer. */
const most = 16
const mostDrafts = 48

/** The ways that differ in what they say or have given to variables: others lead on as one, with what both know. */
export function fewWays(all: readonly Way[]): readonly Way[] {
  if (all.length < 2) return all
  const distinct = merged(all, (left, right) => sameValues(left.values, right.values))
  if (distinct.length <= most) return distinct
  const plain = merged(distinct, () => true)
  if (plain.length <= most) return plain
  return plain.some(({ said }) => said.draft !== undefined) ? fewDrafts(plain) : [oneWay(plain)]
}

function merged(all: readonly Way[], alike: (left: Way, right: Way) => boolean): readonly Way[] {
  const kept: Way[] = []
  for (const way of all) {
    const index = kept.findIndex(
      (each) => sameSaid(each.said, way.said) && each.doubt === way.doubt && alike(each, way),
    )
    const known = kept[index]
    if (known === undefined) kept.push(way)
    else kept[index] = both(known, way)
  }
  return kept
}

function both(left: Way, right: Way): Way {
  if (sameFacts(left.facts, right.facts) && sameValues(left.values, right.values)) return left
  const values = new Map([...left.values].filter(([name, value]) => right.values.get(name) === value))
  return { ...left, facts: sharedFacts(left.facts, right.facts), values }
}

function sameSaid(left: Said, right: Said): boolean {
  if (left === right) return true
  const isPlain = left.draft === undefined && right.draft === undefined
  return isPlain
    ? left.statuses === right.statuses && left.mediaType === right.mediaType && left.headers === right.headers
    : left.draft === right.draft
}

function sameValues(left: Way['values'], right: Way['values']): boolean {
  if (left === right) return true
  return left.size === right.size && [...left].every(([name, value]) => right.get(name) === value)
}

function fewDrafts(ways: readonly Way[]): readonly Way[] {
  const drafts = draftsOf(ways)
  if (drafts.length <= mostDrafts) return ways
  const kept = new Set(distinctDrafts(drafts).slice(0, mostDrafts))
  return ways.filter(({ said }) => said.draft !== undefined && kept.has(said.draft))
}

/** Everything that may be said, of one way. */
function oneWay(ways: readonly Way[]): Way {
  return ways.reduce((left, right): Way => {
    const { said } = left
    const headers = right.said.headers.filter(({ name }) => !said.headers.some((known) => known.name === name))
    return {
      said: {
        statuses: eitherStatus(said.statuses, right.said.statuses),
        mediaType: said.mediaType === right.said.mediaType ? said.mediaType : null,
        headers: [...said.headers, ...headers],
      },
      facts: noFacts,
      values: new Map(),
      ...(left.doubt === undefined || right.doubt === undefined ? {} : { doubt: left.doubt }),
    }
  })
}

/** The answers as they are put together so far, each once. */
export function draftsOf(ways: readonly Way[]): readonly Draft[] {
  return [...new Set(ways.flatMap(({ said }) => (said.draft === undefined ? [] : [said.draft])))]
}
