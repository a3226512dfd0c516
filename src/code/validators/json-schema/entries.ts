import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Scope, Value } from '../../values/value.js'
import { argument, isTypebox, typeboxName } from '../typebox/call.js'

/** One member of an object literal: its name, what it stands for, and where it was written. */
interface Entry {
  readonly name: string
  readonly value: Value
  readonly node: ts.Node
}

/** The members of an object as far as they can be read; `missing` says why there may be more. */
export interface Entries {
  readonly entries: readonly Entry[]
  readonly missing: string | null
}

/** The members of an object literal, spreads followed; a later member of the same name wins. */
export function entriesOf(project: Project, value: Value): Entries {
  const listed = value.kind === 'member' ? propertiesOf(project, value) : null
  if (listed !== null) return entriesOf(project, listed)
  if (value.kind !== 'object') return { entries: [], missing: reasonOf(value) }
  const found = new Map<string, Entry>()
  let missing: string | null = null
  for (const member of value.node.properties) {
    if (ts.isSpreadAssignment(member)) {
      const spread = spreadOf(project, project.values.evaluate({ expression: member.expression, scope: value.scope }))
      for (const entry of spread.entries) put(found, entry)
      missing ??= spread.missing
      continue
    }
    const name = memberName(project, member.name, value.scope)
    if (name === null) missing ??= 'a computed property name is not known'
    else put(found, { name, value: memberValue(project, value, member, name), node: member })
  }
  return { entries: [...found.values()], missing }
}

/** `Pet.properties` of `const Pet = Type.Object({…})`: what the call was given. */
function propertiesOf(project: Project, value: Extract<Value, { kind: 'member' }>): Value | null {
  const { object, name } = value
  if (name !== 'properties' || object.kind !== 'call' || !isTypebox(object) || typeboxName(object) !== 'Object')
    return null
  const given = argument(object, 0)
  return given === null ? null : project.values.evaluate(given)
}

/** `{ ...(condition ? {…} : {}) }` spreads one of several: all members may be there, and none must. */
function spreadOf(project: Project, value: Value): Entries {
  if (value.kind === 'literal' && (value.value === null || value.value === undefined || value.value === false)) {
    return { entries: [], missing: null }
  }
  return entriesOf(project, value)
}

function put(found: Map<string, Entry>, entry: Entry): void {
  found.delete(entry.name)
  found.set(entry.name, entry)
}

function memberName(project: Project, name: ts.PropertyName | undefined, scope: Scope): string | null {
  if (name === undefined) return null
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  if (!ts.isComputedPropertyName(name)) return null
  const key = project.values.evaluate({ expression: name.expression, scope })
  return key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number')
    ? String(key.value)
    : null
}

function memberValue(
  project: Project,
  holder: Extract<Value, { kind: 'object' }>,
  member: ts.ObjectLiteralElementLike,
  name: string,
): Value {
  if (ts.isPropertyAssignment(member)) {
    return project.values.evaluate({ expression: member.initializer, scope: holder.scope })
  }
  if (ts.isMethodDeclaration(member)) return { kind: 'function', node: member, scope: holder.scope }
  return project.values.property(holder, name)
}

/** Why a value says nothing more. */
export function reasonOf(value: Value): string {
  if (value.kind === 'unknown') return value.reason
  if (value.kind === 'choice') return 'one of several, by a condition that is not known'
  if (value.kind === 'parameter') return 'a parameter that no call in the project gives'
  if (value.kind === 'import') return `comes from ${value.module}`
  return `a ${value.kind}, not an object literal`
}
