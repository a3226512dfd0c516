import type { Schema } from '../../../model/schema.js'
import { object as objectMaker } from '../chains/makers.js'
import { exact, type Maker } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { plainValues } from '../chains/values.js'

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
  valid: (reading, args, scope) => {
    const values = plainValues(reading, args, scope)
    return { schema: values === null ? { inexact: 'one of several' } : { enum: values }, optional: true }
  },
}
