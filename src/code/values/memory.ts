import type ts from 'typescript'
import type { Scope, Value } from './value.js'
import { unknown } from './values.js'

/** What bounds and remembers the evaluation. */
interface Memory {
  /** Evaluates an expression in a scope, or a member of the object that it makes there, once. */
  once(expression: ts.Node, scope: Scope, step: () => Value, member?: string): Value
  /** A step that may nest. */
  within(step: () => Value, past: () => Value): Value
  /** A question made of many: they share what was cut off, and a bound of their own. */
  together<T>(step: () => T): T
  /** A step into a function; deep recursion ends as `unknown`. */
  enter(declaration: ts.Node, step: () => Value): Value
}

const deepest = 150
const mostSteps = 20_000
const mostStepsTogether = 200_000
const mostReentries = 4

/** What is known of one expression in one scope: of itself under the empty name, and of its members. */
type Table<T> = Map<Scope, Map<ts.Node, Map<string, T>>>

/**
 * A value that was computed while something it needs was itself being computed is not kept for good: asked for again from
 * elsewhere it may be known. Within the same question it is kept, which would else be asked over and over.
 */
export function createMemory(): Memory {
  const kept: Table<Value> = new Map()
  const provisional: Table<Value> = new Map()
  const running: Table<number> = new Map()
  const entered = new Map<ts.Node, number>()
  let depth = 0
  let steps = 0
  let limit = mostSteps
  /** The outermost evaluation under way that a cut-off result depends on. */
  let cut = Number.POSITIVE_INFINITY

  const within = (step: () => Value, past: () => Value) => {
    if (depth === 0) steps = 0
    if (depth >= deepest || steps >= limit) {
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
        provisional.clear()
      }
    }
  }

  return {
    within,
    together(step) {
      if (depth > 0) return step()
      steps = 0
      limit = mostStepsTogether
      depth = 1
      try {
        return step()
      } finally {
        depth = 0
        limit = mostSteps
        cut = Number.POSITIVE_INFINITY
        provisional.clear()
      }
    },
    once(expression, scope, step, member = '') {
      const before =
        kept.get(scope)?.get(expression)?.get(member) ?? provisional.get(scope)?.get(expression)?.get(member)
      if (before) return before
      const started = running.get(scope)?.get(expression)?.get(member)
      if (started !== undefined) {
        cut = Math.min(cut, started)
        return unknown('it depends on itself', expression)
      }
      return within(
        () => {
          const own = depth
          rowOf(running, scope, expression).set(member, own)
          try {
            const value = step()
            rowOf(cut >= own ? kept : provisional, scope, expression).set(member, value)
            if (cut === own) cut = Number.POSITIVE_INFINITY
            return value
          } finally {
            rowOf(running, scope, expression).delete(member)
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

function rowOf<T>(table: Table<T>, scope: Scope, node: ts.Node): Map<string, T> {
  const rows = table.get(scope) ?? new Map<ts.Node, Map<string, T>>()
  if (rows.size === 0) table.set(scope, rows)
  const row = rows.get(node) ?? new Map<string, T>()
  if (row.size === 0) rows.set(node, row)
  return row
}
