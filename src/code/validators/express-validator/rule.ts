import type { Json } from '../../../model/json.js'
import type { JsonType, Schema } from '../../../model/schema.js'
import { beside } from '../beside.js'
import { converted } from '../chains/reading.js'

/** What the steps of one chain have said so far of a field. */
export interface Rule {
  /** The kind that a step insists on; the others turn the value into text, and an array into its items. */
  readonly strict: JsonType | null
  /** Keywords of the field as a text, as a number and as an array. */
  readonly text: Schema | null
  readonly number: Schema | null
  readonly array: Schema | null
  readonly boolean: boolean
  readonly values: readonly Json[] | null
  /** A step refuses what is not there: nothing, as a text, is an empty one. */
  readonly required: boolean
  /** What is let through unchecked beside a field that is not there; null where the field must be there. */
  readonly optional: readonly Json[] | null
  /** What the schema cannot say. */
  readonly notes: readonly string[]
  /** A step before has changed the value. */
  readonly changed: boolean
}

export const noRule: Rule = {
  ...{ strict: null, text: null, number: null, array: null, boolean: false, values: null },
  ...{ required: false, optional: null, notes: [], changed: false },
}

/** What a field must be to pass a chain, and whether it must be there. */
export function settledRule(rule: Rule): { readonly schema: Schema; readonly required: boolean } {
  const core = coreOf(rule)
  const besides = rule.optional ?? []
  const [note] = rule.notes
  const presence = note === undefined || rule.required || rule.optional !== null ? {} : { presence: note }
  const schema = besides.length === 0 ? core : { anyOf: [...(core.anyOf ?? [core]), { enum: besides }] }
  return { schema: { ...schema, ...presence }, required: rule.required && rule.optional === null }
}

function coreOf(rule: Rule): Schema {
  const { strict, text, number, array, boolean, values, notes } = rule
  const [note] = notes
  const said = note === undefined ? {} : { inexact: note }
  const listed = values === null ? {} : { enum: values }
  if (strict === 'array') {
    const items = text !== null || number !== null || boolean || values !== null
    return { type: ['array'], ...array, ...(items ? { inexact: note ?? 'its items are checked too' } : said) }
  }
  if (strict === 'object') return { type: ['object'], ...said }
  if (strict === 'boolean') return { type: ['boolean'], ...said }
  if (strict === 'string') {
    const figures =
      number !== null || boolean ? { inexact: 'only texts that stand for a number or a boolean pass' } : {}
    return { type: ['string'], ...text, ...listed, ...figures, ...said }
  }
  if (number !== null) return orTurned({ ...number, ...listed, ...said }, ['string', 'array'])
  if (boolean) return orTurned({ type: ['boolean'], ...said }, ['string', 'number', 'array'])
  if (values !== null) return orTurned({ ...listed, ...said }, [...lookalikes(values), 'array'])
  if (text === null) return { inexact: note ?? 'nothing is said of its type' }
  // A text that only must not be empty may well be meant to be a number.
  if (Object.keys(text).join() === 'minLength' && text.minLength === 1)
    return { ...text, inexact: note ?? 'nothing is said of its type' }
  const nothing = rule.required ? [] : (['null'] as const)
  return orTurned({ type: ['string'], ...text, ...said }, ['number', 'boolean', 'array', 'object', ...nothing])
}

/** The kinds of which other values have the text of one that is listed. */
function lookalikes(values: readonly Json[]): readonly JsonType[] {
  const texts = values.map(String)
  return [
    ...(values.some((value) => typeof value !== 'string') ? (['string'] as const) : []),
    ...(texts.some((text) => text.trim() !== '' && !Number.isNaN(Number(text))) ? (['number'] as const) : []),
    ...(texts.includes('true') || texts.includes('false') ? (['boolean'] as const) : []),
  ]
}

/** The schema, and values of other kinds whose text is one that passes. */
function orTurned(schema: Schema, kinds: readonly JsonType[]): Schema {
  return beside(schema, { type: kinds, inexact: converted })
}
