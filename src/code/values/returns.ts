import type ts from 'typescript'
import { returnStatementsIn } from '../program/returns-in.js'

const found = new WeakMap<ts.Block, readonly (ts.Expression | undefined)[]>()

/** What a function's own `return`s give, in order; those of functions inside it are not its own. */
export function returnsOf(body: ts.Block): readonly (ts.Expression | undefined)[] {
  const known = found.get(body)
  if (known) return known
  const returned = returnStatementsIn(body).map(({ expression }) => expression)
  found.set(body, returned)
  return returned
}
