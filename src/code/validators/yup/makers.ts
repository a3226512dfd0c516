import type { JsonType, Schema } from '../../../model/schema.js'
import { object as objectMaker, tuple } from '../chains/makers.js'
import { exact, type Maker } from '../chains/reading.js'
import { withInner } from './inner.js'

/** A key may be left out until `required()` says otherwise. */
const of =
  (schema: Schema, converts?: readonly JsonType[]): Maker =>
  () => ({ ...exact(schema), optional: true, ...(converts === undefined ? {} : { converts }) })

const object: Maker = (reading, args, scope) => {
  const made = objectMaker(true)(reading, args, scope)
  return made === null ? null : { ...withInner(made), optional: true }
}

/** What each function of yup makes. What has another type is cast before it is checked; unknown keys pass. */
export const makers: Readonly<Record<string, Maker>> = {
  string: of({ type: ['string'] }, ['number', 'boolean']),
  number: of({ type: ['number'] }, ['string', 'array']),
  boolean: of({ type: ['boolean'] }, ['string', 'number', 'array']),
  bool: of({ type: ['boolean'] }, ['string', 'number', 'array']),
  date: of({ type: ['string', 'number'], inexact: 'what the date parser takes' }, ['array']),
  mixed: (_reading, args) => ({
    schema: {
      type: ['boolean', 'number', 'string', 'array', 'object'],
      ...(args.length === 0 ? {} : { inexact: 'a function of the project checks it' }),
    },
    optional: true,
  }),
  object,
  array: (reading, [item], scope) => ({
    schema: { type: ['array'], ...(item === undefined ? {} : { items: reading.read(item, scope).schema }) },
    optional: true,
  }),
  tuple: (reading, args, scope) => {
    const made = tuple(reading, args, scope)
    return made === null ? null : { ...made, optional: true }
  },
  ref: of({ inexact: 'it depends on another value' }),
}
