import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'

/** Keywords of a schema that is being put together. */
export type Draft = { -readonly [Key in keyof Schema]: Schema[Key] }

const words = ['format', 'pattern', 'contentEncoding', 'contentMediaType'] as const
const numbers = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
] as const
const flags = ['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'] as const

/** Sets a keyword whose value is plain data, where name and value fit; says whether it did. */
export function setPlain(draft: Draft, name: string, value: unknown): boolean {
  const word = words.find((known) => known === name)
  if (word !== undefined && typeof value === 'string') {
    draft[word] = value
    return true
  }
  const number = numbers.find((known) => known === name)
  if (number !== undefined && typeof value === 'number') {
    draft[number] = value
    return true
  }
  const flag = flags.find((known) => known === name)
  if (flag !== undefined && typeof value === 'boolean') {
    draft[flag] = value
    return true
  }
  if (name === 'default' && isJson(value)) {
    draft.default = value
    return true
  }
  return false
}

/** Keywords that say nothing about values. */
export const silent: ReadonlySet<string> = new Set([
  '$id',
  '$schema',
  '$comment',
  '$defs',
  'definitions',
  'title',
  'description',
  'summary',
  'example',
  'examples',
  'errorMessage',
  'discriminator',
  'xml',
  'externalDocs',
])

/** Whether plain data can stand in JSON. */
export function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every(isJson)
  return typeof value === 'object' && value !== null && Object.values(value).every(isJson)
}
