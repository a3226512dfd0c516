import type { JsonType, Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from './context.js'
import { type Entries, reasonOf } from './entries.js'
import { type Draft, isJson, setPlain, silent } from './keywords.js'
import { readMembers, withDefaults } from './members.js'
import { orNull } from './nullable.js'
import { resolveReference } from './reference.js'

const types: readonly JsonType[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']

/** The schema that the members of one schema object amount to. */
export function readKeywords(members: Entries, context: SchemaContext): Schema {
  const reference = members.entries.find((entry) => entry.name === '$ref')
  const base = reference === undefined ? {} : resolveReference(reference.value, context)
  const draft: Draft = {}
  let nullable = false
  if (members.missing !== null) draft.inexact = `part of the schema cannot be read: ${members.missing}`
  for (const { name, value } of members.entries) {
    if (name === '$ref' || silent.has(name) || name.startsWith('x-')) continue
    if (name === 'nullable') nullable = literal(value, context) === true
    else if (!readKeyword(draft, name, value, context)) {
      draft.inexact ??= `the keyword ${name} is not followed: ${reasonOf(value)}`
    }
  }
  const own = withDefaults(draft, context.direction)
  const schema = reference === undefined ? own : Object.keys(own).length === 0 ? base : { allOf: [base, own] }
  return nullable ? orNull(schema) : schema
}

function readKeyword(draft: Draft, name: string, value: Value, context: SchemaContext): boolean {
  switch (name) {
    case 'type':
      return readType(draft, value, context)
    case 'enum':
      return readEnum(draft, value, context)
    case 'const': {
      const constant = literal(value, context)
      if (!isJson(constant)) return false
      draft.enum = [constant]
      return true
    }
    case 'properties':
      draft.properties = readMembers(draft, value, context)
      return true
    case 'patternProperties':
      draft.patternProperties = readMembers(draft, value, context)
      return true
    case 'required': {
      const names = literal(value, context)
      if (!Array.isArray(names)) return false
      draft.required = names.filter((entry) => typeof entry === 'string')
      return true
    }
    case 'items':
    case 'additionalProperties': {
      const flag = value.kind === 'literal' ? value.value : undefined
      if (name === 'items' && value.kind === 'array') draft.prefixItems = readList(value, context)
      else draft[name] = typeof flag === 'boolean' ? flag : context.read(value, context)
      return true
    }
    case 'additionalItems':
    case 'unevaluatedProperties':
      if (literal(value, context) !== false) return false
      draft[name === 'additionalItems' ? 'items' : 'additionalProperties'] = false
      return true
    case 'prefixItems':
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      if (value.kind !== 'array' || !value.complete) return false
      draft[name] = readList(value, context)
      return true
    case 'not':
    case 'contains':
    case 'propertyNames':
    case 'if':
    case 'then':
    case 'else':
      draft[name] = context.read(value, context)
      return true
    default:
      return setPlain(draft, name, literal(value, context))
  }
}

function readType(draft: Draft, value: Value, context: SchemaContext): boolean {
  const given = literal(value, context)
  const names = Array.isArray(given) ? given : [given]
  const known = types.filter((type) => names.includes(type))
  if (known.length !== names.length) return false
  draft.type = known
  return true
}

function readEnum(draft: Draft, value: Value, context: SchemaContext): boolean {
  const values = literal(value, context)
  if (!Array.isArray(values) || !values.every(isJson)) return false
  draft.enum = values
  return true
}

function readList(value: Extract<Value, { kind: 'array' }>, context: SchemaContext): readonly Schema[] {
  return value.elements.map((element) => context.read(context.project.values.evaluate(element), context))
}

function literal(value: Value, context: SchemaContext): unknown {
  const answer = context.project.values.literal(value)
  return answer.known ? answer.value : undefined
}
