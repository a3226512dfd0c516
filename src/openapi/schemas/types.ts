import type { JsonType, Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { child, items, scalar } from '../spot.js'
import { type Draft, inexactBecause } from './draft.js'

const known: ReadonlySet<string> = new Set<JsonType>([
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
])

function isJsonType(value: unknown): value is JsonType {
  return typeof value === 'string' && known.has(value)
}

/** Reads `type`: one, a list, the `file` of 2.0, or what the other keywords imply where it is left out. */
export function readType(spot: Spot, draft: Draft): void {
  const single = scalar(spot, 'type')
  if (single === 'file') {
    draft.type = ['string']
    draft.format = 'binary'
    return
  }
  const list = child(spot, 'type')
  const written =
    list?.node.kind === 'list'
      ? items(list).map(({ node }) => (node.kind === 'scalar' ? node.value : undefined))
      : [single]
  if (list === undefined) return
  const types = written.filter(isJsonType)
  if (types.length === written.length && types.length > 0) draft.type = [...new Set(types)]
  else
    inexactBecause(
      draft,
      `type ${JSON.stringify(list.node.kind === 'list' ? written : single)} is not a type of JSON Schema`,
    )
}

const wordsOfObjects = ['properties', 'patternProperties', 'additionalProperties'] as const
const wordsOfArrays = ['items', 'prefixItems'] as const

/** People leave `type: object` out beside `properties`, and mean it. */
export function implyType(draft: Draft): void {
  if (draft.type !== undefined || draft.enum !== undefined || draft.inexact !== undefined) return
  const object = wordsOfObjects.some((word) => draft[word] !== undefined)
  const array = wordsOfArrays.some((word) => draft[word] !== undefined)
  if (object !== array) draft.type = [object ? 'object' : 'array']
}

const foreignWords: Readonly<Record<Exclude<JsonType, 'object' | 'null' | 'boolean'>, readonly (keyof Schema)[]>> = {
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  string: ['pattern', 'minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
}

const wordsAboutMembers = [
  ...wordsOfObjects,
  'propertyNames',
  'minProperties',
  'maxProperties',
  ...(['allOf', 'anyOf', 'oneOf', 'ref'] as const),
] as const

/**
 * `{ type: object, items: … }` is a mistake, not a free-form object: with an empty list of properties it reads as
 * closed, so that whatever the code sends there is told.
 */
export function closeMistakenObject(draft: Draft): void {
  if (draft.type?.length !== 1 || draft.type[0] !== 'object') return
  if (wordsAboutMembers.some((word) => draft[word] !== undefined)) return
  const foreign = Object.values(foreignWords).some((words) => words.some((word) => draft[word] !== undefined))
  if (foreign) draft.properties = {}
}

/** A name that stands only under `required` is documented by it: without this no value at all would fit the object. */
export function allowRequired(draft: Draft): void {
  const known = draft.properties
  if (known === undefined || draft.additionalProperties !== undefined || draft.patternProperties !== undefined) return
  const names = (draft.required ?? []).filter((name) => !Object.hasOwn(known, name))
  if (names.length > 0) draft.properties = { ...known, ...Object.fromEntries(names.map((name) => [name, {}])) }
}
