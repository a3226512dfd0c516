import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'
import { inputOf } from '../standard-schema.js'
import { makers } from './makers.js'
import { methods } from './methods.js'
import { type Accepted, type CallValue, inexact, type Reading } from './reading.js'
import { fieldBehind } from './shapes.js'

const deepest = 60

/** What a zod schema accepts, read off the expression that makes it; null where it is no zod schema that can be read so. */
export function readZod(project: Project, reference: Reference): Schema | null {
  const open: ts.Node[] = []
  const reading: Reading = {
    project,
    read(expression, scope) {
      const written = reading.written({ expression, scope })
      if (written !== null) return written
      const typed = inputOf(project, expression)
      return typed ?? { schema: { inexact: 'the schema cannot be read' }, optional: true }
    },
    written(inner) {
      const field = fieldBehind(reading, inner.expression, inner.scope)
      if (field !== null) return field
      const value = project.values.evaluate(inner)
      if (value.kind !== 'call') return null
      if (open.includes(value.node) || open.length >= deepest) {
        return { schema: { inexact: 'the schema contains itself' }, optional: false }
      }
      open.push(value.node)
      const accepted = readCall(reading, value)
      open.pop()
      return accepted
    },
    literal(expression, scope) {
      if (expression === undefined) return undefined
      const known = project.values.literal(project.values.evaluate({ expression, scope }))
      return known.known ? known.value : undefined
    },
  }
  return reading.written(reference)?.schema ?? null
}

function readCall(reading: Reading, value: CallValue): Accepted | null {
  const args = value.node.arguments ?? []
  if (value.callee.kind === 'import') {
    if (!/^zod[34]?($|\/)/.test(value.callee.module)) return null
    const name = [value.callee.name, ...(value.method === undefined ? [] : [value.method])]
      .join('.')
      .replace(/^(z|default)\./, '')
    if (name === 'lazy') return readLazy(reading, args[0], value)
    return Object.hasOwn(makers, name) ? (makers[name]?.(reading, args, value.scope) ?? null) : null
  }
  if (value.method === undefined || value.callee.kind !== 'call') return null
  const before = calledOn(reading, value.callee)
  if (before === null) return null
  const method = Object.hasOwn(methods, value.method) ? methods[value.method] : undefined
  if (method === undefined) return inexact(before, `\`${value.method}\` is not known`)
  return method(before, args, value.scope, reading)
}

function calledOn(reading: Reading, callee: Value): Accepted | null {
  return callee.kind === 'call' ? readCall(reading, callee) : null
}

/** `z.lazy(() => Schema)`: what the function returns. */
function readLazy(reading: Reading, getter: ts.Expression | undefined, value: CallValue): Accepted | null {
  if (getter === undefined || !ts.isArrowFunction(getter) || ts.isBlock(getter.body)) return null
  return reading.read(getter.body, value.scope)
}
