import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import { beside } from '../../validators/beside.js'
import type { Tags } from './tags.js'

const moment = 'date-time'

/** A value as its type and the tags say; tags that tsoa does not know only describe it. */
export function wantedValue(schema: Schema, tags: Tags, wholeNumbers: boolean): Schema {
  const {
    type,
    inexact,
    format,
    pattern: _pattern,
    minLength: _minLength,
    maxLength: _maxLength,
    minimum: _minimum,
    maximum: _maximum,
    exclusiveMinimum: _exclusiveMinimum,
    exclusiveMaximum: _exclusiveMaximum,
    multipleOf: _multipleOf,
    minItems,
    maxItems,
    uniqueItems: _uniqueItems,
    minProperties: _minProperties,
    maxProperties: _maxProperties,
    contentEncoding: _contentEncoding,
    contentMediaType: _contentMediaType,
    ...rest
  } = schema
  const kind = type?.length === 1 ? type[0] : undefined
  const isMoment = kind === 'string' && format === moment && inexact === undefined
  const reason = isMoment
    ? (tags.unsaid ?? undefined)
    : kind === 'string' && format !== undefined
      ? 'tsoa does not check a `@format`'
      : inexact !== undefined && isPlain(inexact)
        ? undefined
        : inexact
  return {
    ...rest,
    ...(type === undefined
      ? {}
      : { type: kind === 'number' || kind === 'integer' ? [numberOf(tags, wholeNumbers)] : type }),
    ...(rest.prefixItems === undefined || minItems === undefined ? {} : { minItems }),
    ...(rest.prefixItems === undefined || maxItems === undefined ? {} : { maxItems }),
    ...(isMoment ? { format: tags.isDate ? 'date' : moment } : wordsFor(kind, tags)),
    ...(reason === undefined ? {} : { inexact: reason }),
  }
}

const isPlain = (reason: string): boolean =>
  /^a TypeScript `(string|number)` does not say which|^an index signature does not say which keys/.test(reason)

function numberOf({ number }: Tags, wholeNumbers: boolean): 'integer' | 'number' {
  return number === 'whole' || (number === null && wholeNumbers) ? 'integer' : 'number'
}

/** Of what is demanded, that which is looked at for this type. */
function wordsFor(kind: string | undefined, { text, amount, list }: Tags): Schema {
  if (kind === 'string') return text
  if (kind === 'array') return list
  return kind === 'number' || kind === 'integer' ? amount : {}
}

const implied: Readonly<Record<string, readonly Schema[]>> = {
  integer: [{ type: ['string'], pattern: '^[-+]?[0-9]+$' }],
  number: [{ type: ['string'], pattern: '^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?$' }],
  boolean: [{ type: ['null'] }, { type: ['string'], pattern: '^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$' }],
}

/** The value, and beside it what is turned into it before it is checked. */
export function orTaken(
  schema: Schema,
  { inBody, coerces }: { readonly inBody: boolean; readonly coerces: boolean },
): Schema {
  const { type, enum: listed, format, items } = schema
  const kind = type?.length === 1 ? type[0] : undefined
  if (kind === 'string' && format === moment) return withOthers(schema, [{ type: ['string'], format: 'date' }])
  if (kind === 'string' && format === 'date') return withOthers(schema, [{ type: ['string'], format: moment }])
  // A parameter is text anyway.
  if (!inBody) return schema
  if (listed !== undefined) return withOthers(schema, sameText(listed))
  if (!coerces) return schema
  if (kind === 'array' && typeof items === 'object' && schema.prefixItems === undefined)
    return (schema.minItems ?? 0) > 1 ? schema : withOthers(schema, [items])
  return kind === undefined ? schema : withOthers(schema, implied[kind] ?? [])
}

const withOthers = (schema: Schema, others: readonly Schema[]): Schema => others.reduce(beside, schema)

/** A listed value is known by its text: 1 and "1" are the same. */
function sameText(listed: readonly Json[]): readonly Schema[] {
  const others = listed.flatMap((value): readonly Json[] => {
    if (typeof value !== 'string') return typeof value === 'object' && value !== null ? [] : [String(value)]
    return value !== '' && String(Number(value)) === value ? [Number(value)] : []
  })
  return others.length === 0 ? [] : [{ enum: others }]
}
