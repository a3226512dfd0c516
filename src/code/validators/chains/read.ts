import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { inputOf } from '../standard-schema.js'
import { type Accepted, type CallValue, finished, type Library, type Reading, untold } from './reading.js'
import { fieldBehind, fieldsIn, objectOf } from './shapes.js'

const deepest = 60

/** What a schema accepts, read off the expression that makes it; null where it is none of the library’s that can be read so. */
export function readChain(library: Library, project: Project, reference: Reference): Schema | null {
  return readingWith(library, project, reference).written(reference)?.schema ?? null
}

/** The keys of an object schema that a plain object stands for, where other keys are refused; null where it is none. */
export function readKeys(library: Library, project: Project, reference: Reference): Schema | null {
  const fields = fieldsIn(readingWith(library, project, reference), reference.expression, reference.scope)
  return fields === null ? null : objectOf({ fields, others: 'strict' }).schema
}

function readingWith(library: Library, project: Project, whole: Reference): Reading {
  const open: ts.Node[] = []
  const reading: Reading = {
    project,
    declaredIn() {
      const type = project.checker.getTypeAtLocation(whole.expression)
      return (type.aliasSymbol ?? type.symbol)?.declarations?.[0]?.getSourceFile().fileName ?? null
    },
    read(expression, scope) {
      const written = reading.written({ expression, scope })
      if (written !== null) return written
      const bare = library.bare?.(reading, [expression], scope) ?? null
      if (bare !== null) return finished(bare)
      const typed = inputOf(project, expression)
      return typed ?? untold('the schema cannot be read')
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
  const before = value.method === undefined ? null : calledOn(library, reading, value)
  if (before === null || value.method === undefined) return null
  const { methods } = library
  const method = Object.hasOwn(methods, value.method) ? methods[value.method] : undefined
  // It may take more than what it stands on, or less.
  if (method === undefined) return lost(before, `\`${value.method}\` is not known`)
  const made = method(before, args, value.scope, reading)
  if (made === before) return made
  if (before.lost !== undefined) return lost(made ?? before, before.lost)
  return made === null && library.isCast === true ? lost(before, `\`${value.method}\` is not read`) : made
}

/** What follows a step that is not read is not known either, but whether a key may be left out. */
function lost({ optional, doubted, also }: Accepted, reason: string): Accepted {
  return {
    schema: { inexact: reason },
    optional,
    lost: reason,
    ...(doubted === undefined ? {} : { doubted }),
    ...(also === undefined ? {} : { also }),
  }
}

/** The schema that a method is called on: another call, or a part of one, as in `User.shape.name.optional()`. */
function calledOn(library: Library, reading: Reading, { callee, node, scope }: CallValue): Accepted | null {
  if (callee.kind === 'call') return readCall(library, reading, callee)
  const called = node.expression
  return ts.isPropertyAccessExpression(called) ? fieldBehind(reading, called.expression, scope) : null
}

/** `z.lazy(() => Schema)`: what the function returns. */
function readLazy(reading: Reading, getter: ts.Expression | undefined, value: CallValue): Accepted | null {
  if (getter === undefined || !ts.isArrowFunction(getter) || ts.isBlock(getter.body)) return null
  if (getter.parameters.length > 0) return untold('the schema depends on the value')
  return reading.read(getter.body, value.scope)
}
