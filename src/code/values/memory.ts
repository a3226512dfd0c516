import type ts from 'typescript'
import type { Scope, Value } from './value.js'
import { unknown } from './values.js'

/** What bounds and remembers the evaluation. */
export interface Memory {
  /** Evaluates an expression in a scope once. */
  once(expression: ts.Expression, scope: Scope, step: () => Value): Value
  /** A step that may nest. */
  within(step: () => Value, past: () => Value): Value
  /** A step into a function; deep recursion ends as `unknown`. */
  enter(declaration: ts.Node, step: () => Value): Value
}

const deepest = 150
const mostSteps = 200_000
const mostReentries = 4

/**
 * A value that was computed while something it needs was itself being computed is not kept: asked for again from
 * elsewhere it may be known.
 */
export function createMemory(): Memory {
  const kept = new WeakMap<Scope, Map<ts.Node, Value>>()
  /** Values that were cut off: good enough for the rest of the same question, which would else be asked over and over. */
  let provisional = new Map<Scope, Map<ts.Node, Value>>()
  const running = new Map<Scope, Map<ts.Node, number>>()
  const entered = new Map<ts.Node, number>()
  let depth = 0
  let steps = 0
  /** The outermost evaluation under way that a cut-off result depends on. */
  let cut = Number.POSITIVE_INFINITY

  const within = (step: () => Value, past: () => Value) => {
    if (depth === 0) steps = 0
    if (depth >= deepest || steps >= mostSteps) {
      cut = -1
      return past()
    }
    depth++
    steps++
    try {
      return step()
    } finally {
      depth--
      if (depth === 0) {
        cut = Number.POSITIVE_INFINITY
        if (provisional.size > 0) provisional = new Map()
      }
    }
  }

  return {
    within,
    once(expression, scope, step) {
      const before = kept.get(scope)?.get(expression) ?? provisional.get(scope)?.get(expression)
      if (before) return before
      const started = running.get(scope)?.get(expression)
      if (started !== undefined) {
        cut = Math.min(cut, started)
        return unknown('it depends on itself', expression)
      }
      return within(
        () => {
          const own = depth
          mapOf(running, scope).set(expression, own)
          try {
            const value = step()
            mapOf(cut >= own ? kept : provisional, scope).set(expression, value)
            if (cut === own) cut = Number.POSITIVE_INFINITY
            return value
          } finally {
            running.get(scope)?.delete(expression)
          }
        },
        () => unknown('the code is nested too deep to be followed', expression),
      )
    },
    enter(declaration, step) {
      const times = entered.get(declaration) ?? 0
      if (times >= mostReentries) {
        cut = -1
        return unknown('a function that calls itself is not followed further', declaration)
      }
      entered.set(declaration, times + 1)
      try {
        return step()
      } finally {
        entered.set(declaration, times)
      }
    },
  }
}

interface Store<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function mapOf<K, V>(store: Store<K, Map<ts.Node, V>>, key: K): Map<ts.Node, V> {
  const known = store.get(key)
  if (known) return known
  const made = new Map<ts.Node, V>()
  store.set(key, made)
  return made
}
