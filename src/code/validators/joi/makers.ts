import type { Schema } from '../../../model/schema.js'
import { object as objectMaker } from '../chains/makers.js'
import { exact, type Maker, untold } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { plainValues } from '../chains/values.js'
import { patternIn } from '../pattern.js'

/** A key may be left out until `required()` says otherwise. */
const of =
  (schema: Schema, more: object = {}): Maker =>
  () => ({ ...exact(schema), ...more, optional: true })

const object: Maker = (reading, args, scope) => {
  if (args.length === 0) return { ...objectOf({ fields: new Map(), others: true }), optional: true }
  const made = objectMaker('strict')(reading, args, scope)
  return made === null ? null : { ...made, optional: true }
}

const alternatives: Maker = (reading, args, scope) => {
  const schemas = args.flatMap((arg) => {
    const value = reading.project.values.evaluate({ expression: arg, scope })
    return value.kind === 'array' && value.complete ? value.elements : [{ expression: arg, scope }]
  })
  const options = schemas.map((each) => reading.read(each.expression, each.scope).schema)
  return { schema: options.length === 0 ? {} : { anyOf: options }, optional: true }
}

const unread =
  (reason: string): Maker =>
  () =>
    untold(reason)

/** What stands for a schema in joi without being one: a value, a pattern, a list of these, an object of them. */
export const bare: Maker = (reading, [written], scope) => {
  if (written === undefined) return null
  const value = reading.project.values.evaluate({ expression: written, scope })
  if (value.kind === 'object') return object(reading, [written], scope)
  if (value.kind === 'array') return alternatives(reading, [written], scope)
  const source = value.kind === 'regexp' ? patternIn(value) : null
  if (source !== null) return { ...exact({ type: ['string'], minLength: 1, pattern: source }), optional: true }
  const values = value.kind === 'literal' ? plainValues(reading, [written], scope) : null
  return values === null ? null : { ...exact({ enum: values }), optional: true }
}

const refused: Maker = (reading, args, scope) => {
  const values = plainValues(reading, args, scope)
  return {
    schema: values === null ? { inexact: 'some values are refused' } : { not: { enum: values } },
    optional: true,
  }
}

const valid: Maker = (reading, args, scope) => {
  const values = plainValues(reading, args, scope)
  return { schema: values === null ? { inexact: 'one of several' } : { enum: values }, optional: true }
}

/** What each function of joi makes. Text is never empty unless it is allowed to be. */
export const makers: Readonly<Record<string, Maker>> = {
  any: of({}),
  string: of({ type: ['string'], minLength: 1 }),
  number: of({ type: ['number'] }, { converts: ['string'] }),
  boolean: of({ type: ['boolean'] }, { converts: ['string'] }),
  bool: of({ type: ['boolean'] }, { converts: ['string'] }),
  date: of({ type: ['string', 'number'], inexact: 'what the date parser takes' }),
  array: of({ type: ['array'] }),
  object,
  alternatives,
  alt: alternatives,
  binary: of({ type: ['string', 'object'], inexact: 'what can be turned into bytes' }),
  func: of({ inexact: 'JSON has no functions' }),
  function: of({ inexact: 'JSON has no functions' }),
  symbol: of({ inexact: 'JSON has no symbols' }),
  link: of({ inexact: 'a link to another schema is not followed' }),
  forbidden: of({ not: {} }),
  valid,
  equal: valid,
  invalid: refused,
  not: refused,
  disallow: refused,
  allow: of({}),
  required: () => exact({}),
  exist: () => exact({}),
  optional: of({}),
  compile: (reading, [schema], scope) => (schema === undefined ? null : reading.read(schema, scope)),
  when: unread('it depends on another value'),
  ref: unread('it depends on another value'),
  expression: unread('it depends on another value'),
  x: unread('it depends on another value'),
}
