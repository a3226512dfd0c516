import type { Schema, Schemas } from '../../model/schema.js'

const deepest = 4

/** A schema as a person reads it, near to TypeScript: `{ id: string(uuid), tags?: string[] }`; `~` marks what is not known exactly. */
export function schemaText(schema: Schema, schemas: Schemas, trail: readonly string[] = []): string {
  if (schema.ref !== undefined) return refText(schema.ref, schemas, trail)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ') || 'never'
  const inner = (part: Schema) => schemaText(part, schemas, trail)
  const grouped = (parts: readonly Schema[], sign: string) => parts.map(inner).join(` ${sign} `)
  const texts = [
    ...(schema.type ?? []).map((type) => typeText(type, schema, schemas, trail)),
    ...(schema.anyOf ? [grouped(schema.anyOf, '|')] : []),
    ...(schema.oneOf ? [grouped(schema.oneOf, '|')] : []),
  ]
  const union = [...new Set(texts)].join(' | ')
  const all = schema.allOf ? [union, grouped(schema.allOf, '&')].filter(Boolean).join(' & ') : union
  const text = all === '' ? (schema.properties ? objectText(schema, schemas, trail) : 'unknown') : all
  return schema.inexact !== undefined && text !== 'unknown' ? `~${text}` : text
}

function refText(name: string, schemas: Schemas, trail: readonly string[]): string {
  const target = Object.hasOwn(schemas, name) ? schemas[name] : undefined
  if (target === undefined || trail.includes(name) || trail.length >= deepest) return name
  return schemaText(target, schemas, [...trail, name])
}

function typeText(type: string, schema: Schema, schemas: Schemas, trail: readonly string[]): string {
  if (type === 'object') return objectText(schema, schemas, trail)
  if (type === 'array') {
    const item = typeof schema.items === 'object' ? schemaText(schema.items, schemas, trail) : 'unknown'
    return /[|&]/.test(withoutNested(item)) ? `(${item})[]` : `${item}[]`
  }
  const details = type === 'null' || type === 'boolean' ? '' : constraints(schema)
  return details === '' ? type : `${type}(${details})`
}

/** What stands outside of braces and parentheses. */
function withoutNested(text: string): string {
  const shorter = text.replace(/\{[^{}]*\}|\([^()]*\)/g, '')
  return shorter === text ? text : withoutNested(shorter)
}

function objectText(schema: Schema, schemas: Schemas, trail: readonly string[]): string {
  const members = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? '' : '?'
    return `${/^[\w$]+$/.test(name) ? name : JSON.stringify(name)}${optional}: ${schemaText(property, schemas, trail)}`
  })
  const open = schema.additionalProperties
  const rest = open === true ? ['…'] : typeof open === 'object' ? [`[key]: ${schemaText(open, schemas, trail)}`] : []
  const all = [...members, ...rest]
  return all.length === 0 ? 'object' : `{ ${all.join(', ')} }`
}

const bounds = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
] as const

function constraints(schema: Schema): string {
  const numbers = bounds.filter((key) => schema[key] !== undefined).map((key) => `${key} ${schema[key]}`)
  return [schema.format, schema.pattern === undefined ? undefined : `/${schema.pattern}/`, ...numbers]
    .filter(Boolean)
    .join(', ')
}
