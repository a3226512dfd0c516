import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'
import { inputOf } from '../standard-schema.js'
import { type Accepted, type CallValue, finished, type Library, type Reading } from './reading.js'
import { fieldBehind, fieldsIn, objectOf } from './shapes.js'

const deepest = 60

/** What a schema accepts, read off the expression that makes it; null where it is none of the library’s that can be read so. */
export function readChain(library: Library, project: Project, reference: Reference): Schema | null {
  return readingWith(library, project).written(reference)?.schema ?? null
}

/** The keys of an object schema that a plain object stands for, where other keys are refused; null where it is none. */
export function readKeys(library: Library, project: Project, { expression, scope }: Reference): Schema | null {
  const fields = fieldsIn(readingWith(library, project), expression, scope)
  return fields === null ? null : objectOf({ fields, others: 'strict' }).schema
}

function readingWith(library: Library, project: Project): Reading {
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
      const accepted = readCall(library, reading, value)
      open.pop()
      return accepted === null ? null : finished(accepted)
    },
    literal(expression, scope) {
      if (expression === undefined) return undefined
      const known = project.values.literal(project.values.evaluate({ expression, scope }))
      return known.known ? known.value : undefined
    },
  }
  return reading
}

function readCall(library: Library, reading: Reading, value: CallValue): Accepted | null {
  const args = value.node.arguments ?? []
  if (value.callee.kind === 'import') {
    if (!library.isModule(value.callee.module)) return null
    const name = [value.callee.name, ...(value.method === undefined ? [] : [value.method])]
      .join('.')
      .replace(library.prefix, '')
    const { makers } = library
    if (name === library.lazy) return readLazy(reading, args[0], value)
    return Object.hasOwn(makers, name) ? (makers[name]?.(reading, args, value.scope) ?? null) : null
  }
  if (value.method === undefined || value.callee.kind !== 'call') return null
  const before = calledOn(library, reading, value.callee)
  if (before === null) return null
  const { methods } = library
  const method = Object.hasOwn(methods, value.method) ? methods[value.method] : undefined
  // It may take more than what it stands on, or less.
  if (method === undefined)
    return { schema: { inexact: `\`${value.method}\` is not known` }, optional: before.optional }
  return method(before, args, value.scope, reading)
}

function calledOn(library: Library, reading: Reading, callee: Value): Accepted | null {
  return callee.kind === 'call' ? readCall(library, reading, callee) : null
}

/** `z.lazy(() => Schema)`: what the function returns. */
function readLazy(reading: Reading, getter: ts.Expression | undefined, value: CallValue): Accepted | null {
  if (getter === undefined || !ts.isArrowFunction(getter) || ts.isBlock(getter.body)) return null
  return reading.read(getter.body, value.scope)
}
