import type { Schema } from '../../../model/schema.js'
import { isJsonValue } from './json.js'

/** What one step of a chain adds; `options` is its plain argument, where it is known. */
export type Step = (before: Schema, options: unknown) => Schema

const note = (reason: string) => ({ inexact: reason })
const text =
  (format: string): Step =>
  (before) => ({ ...before, type: ['string'], format })
const some =
  (what: string): Step =>
  (before) => ({ ...before, ...note(what) })

/** `isInt()` takes a number or a text that is one. */
const number =
  (type: 'integer' | 'number'): Step =>
  (before, options) => ({
    ...before,
    type: [type],
    ...limits(options, { min: 'minimum', max: 'maximum', gt: 'exclusiveMinimum', lt: 'exclusiveMaximum' }),
  })

function limits(options: unknown, names: Readonly<Record<string, keyof Schema>>): Schema {
  if (options === null || typeof options !== 'object') return {}
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => {
      const keyword = Object.hasOwn(names, key) ? names[key] : undefined
      return keyword === undefined || typeof value !== 'number' ? [] : [[keyword, value]]
    }),
  )
}

/** The validators of express-validator that a schema can say. */
export const steps: Readonly<Record<string, Step>> = {
  isEmail: text('email'),
  isURL: text('uri'),
  isUUID: text('uuid'),
  isISO8601: (before) => ({ ...before, type: ['string'], ...note('dates in the forms of ISO 8601') }),
  isRFC3339: text('date-time'),
  isDate: (before) => ({ ...before, type: ['string'], ...note('dates') }),
  isString: (before) => ({ ...before, type: ['string'] }),
  isInt: number('integer'),
  isNumeric: number('number'),
  isFloat: number('number'),
  isDecimal: number('number'),
  isBoolean: (before) => ({ ...before, type: ['boolean'] }),
  isArray: (before, options) => ({
    ...before,
    type: ['array'],
    ...limits(options, { min: 'minItems', max: 'maxItems' }),
  }),
  isObject: (before) => ({ ...before, type: ['object'] }),
  isLength: (before, options) => ({
    ...before,
    type: ['string'],
    ...limits(options, { min: 'minLength', max: 'maxLength' }),
  }),
  isIn: (before, options) =>
    Array.isArray(options) && options.every(isJsonValue)
      ? { ...before, enum: options }
      : some('one of several')(before, options),
  equals: (before, options) =>
    isJsonValue(options) ? { ...before, enum: [options] } : some('one value')(before, options),
  isMongoId: (before) => ({ ...before, type: ['string'], pattern: '^[0-9a-fA-F]{24}$' }),
  isMobilePhone: some('phone numbers'),
  isStrongPassword: some('strong passwords'),
  isAlpha: some('letters'),
  isAlphanumeric: some('letters and digits'),
  isJWT: some('JSON web tokens'),
  isHexColor: some('colours'),
  isPostalCode: some('postal codes'),
  isJSON: some('JSON texts'),
  matches: some('texts of one pattern'),
  custom: some('a function of the project checks it'),
  if: some('it is checked on a condition'),
}
