import ts from 'typescript'
import { bare } from '../values/values.js'
import type { Validator } from './validator.js'

/** What stands first in a call that is handed both schema and input, and how the call refuses. */
type Order = readonly [first: 'schema' | 'input', how: 'throws' | 'reports']

/** Reads `parse(schema, input)` and `v.parse(schema, input)` of a library's own functions. */
export function handedBoth(
  isModule: (module: string) => boolean,
  functions: Readonly<Record<string, Order>>,
): NonNullable<Validator['uses']> {
  return (call, scope, project) => {
    const name = calledName(call.expression)
    const order = name !== null && Object.hasOwn(functions, name) ? functions[name] : undefined
    const [first, second] = call.arguments
    if (order === undefined || first === undefined || second === undefined) return null
    const value = project.values.evaluate({ expression: call.expression, scope })
    if (value.kind !== 'import' || !isModule(value.module)) return null
    const [schema, input] = order[0] === 'schema' ? [first, second] : [second, first]
    return { schema: { expression: schema, scope }, input, how: order[1] }
  }
}

function calledName(callee: ts.Expression): string | null {
  const node = bare(callee)
  if (ts.isIdentifier(node)) return node.text
  return ts.isPropertyAccessExpression(node) ? node.name.text : null
}
