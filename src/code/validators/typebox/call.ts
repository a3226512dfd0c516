import type ts from 'typescript'
import type { Reference, Value } from '../../values/value.js'

const modules: ReadonlySet<string> = new Set([
  '@sinclair/typebox',
  'typebox',
  '@fastify/type-provider-typebox',
  'elysia',
])

export type CallValue = Extract<Value, { kind: 'call' }>

/** Whether a value is what a call of TypeBox gives. */
export function isTypebox(value: Value): boolean {
  if (value.kind !== 'call') return false
  return value.callee.kind === 'import' ? modules.has(value.callee.module) : isTypebox(value.callee)
}

/** What was called: `Object` of `Type.Object(…)`. */
export function typeboxName(value: CallValue): string {
  const name = value.method ?? (value.callee.kind === 'import' ? value.callee.name : '')
  return name.split('.').at(-1) ?? name
}

/** The argument at a position, to be evaluated where the call stands. */
export function argument(value: CallValue, position: number): Reference | null {
  const expression: ts.Expression | undefined = value.node.arguments?.[position]
  return expression === undefined ? null : { expression, scope: value.scope }
}
