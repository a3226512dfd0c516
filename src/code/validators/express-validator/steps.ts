import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import { fits } from '../pattern.js'
import type { Rule } from './rule.js'

/** What a step is given: plain data, or the source of a pattern; `undefined` where it is given nothing, or it is not known. */
export interface Given {
  readonly options: unknown
  readonly pattern?: string
  /** Something is given that is not known. */
  readonly unknown: boolean
}

/** What one step of a chain makes of what the steps before it said. */
export type Step = (before: Rule, given: Given) => Rule

const noting = (before: Rule, reason: string): Rule => ({ ...before, notes: [...before.notes, reason] })

/** A step that refuses an empty text, and with it a field that is not there. */
const must = (before: Rule): Rule => ({ ...before, required: true })

const text =
  (keywords: Schema): Step =>
  (before) =>
    must({ ...before, text: { ...before.text, ...keywords } })

const some =
  (what: string): Step =>
  (before) =>
    noting(must({ ...before, text: before.text ?? {} }), `only ${what} are accepted`)

interface Limits {
  readonly found: Schema
  /** Options that are none of these. */
  readonly others: boolean
}

function limitsIn({ options, unknown }: Given, names: Readonly<Record<string, keyof Schema>>): Limits {
  if (unknown) return { found: {}, others: true }
  if (options === undefined) return { found: {}, others: false }
  if (options === null || typeof options !== 'object') return { found: {}, others: true }
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  const known = entries.flatMap(([key, value]) => {
    const keyword = Object.hasOwn(names, key) ? names[key] : undefined
    return keyword === undefined || typeof value !== 'number' ? [] : [[keyword, value] as const]
  })
  return { found: Object.fromEntries(known), others: known.length < entries.length }
}

const limited = (rule: Rule, { others }: Limits): Rule => (others ? noting(rule, 'not all limits are known') : rule)

const numberLimits = { min: 'minimum', max: 'maximum', gt: 'exclusiveMinimum', lt: 'exclusiveMaximum' } as const

const number =
  (type: 'integer' | 'number'): Step =>
  (before, given) => {
    const limits = limitsIn(given, numberLimits)
    const kind = before.number?.type?.includes('integer') ? 'integer' : type
    return limited(must({ ...before, number: { ...before.number, ...limits.found, type: [kind] } }), limits)
  }

const isLength: Step = (before, given) => {
  const limits = limitsIn(given, { min: 'minLength', max: 'maxLength' })
  const rule = limited({ ...before, text: { ...before.text, ...limits.found } }, limits)
  return (limits.found.minLength ?? 0) > 0 ? must(rule) : rule
}

const isArray: Step = (before, given) => {
  const limits = limitsIn(given, { min: 'minItems', max: 'maxItems' })
  return limited(must({ ...before, strict: 'array', array: limits.found }), limits)
}

function listing(before: Rule, values: unknown): Rule {
  if (!Array.isArray(values) || !values.every(isScalar)) return noting(must(before), 'one of several')
  const both = before.values === null ? values : before.values.filter((one) => values.includes(one))
  const rule = { ...before, values: both }
  return values.includes('') ? rule : must(rule)
}

/** A value that an enum of a schema can hold. */
function isScalar(value: unknown): value is Json {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

const matches: Step = (before, { pattern }) => {
  const known = before.text ?? {}
  if (pattern === undefined) return noting({ ...before, text: known }, 'only texts of one pattern are accepted')
  const more = known.pattern === undefined ? { pattern } : { allOf: [...(known.allOf ?? []), { pattern }] }
  const rule = { ...before, text: { ...known, ...more } }
  // Whether nothing at all fits is for the pattern to say.
  return fits(pattern, '') ? rule : must(rule)
}

const exists: Step = (before, { options, unknown }) =>
  options === undefined && !unknown ? must(before) : noting(must(before), 'what counts as there is not read')

/** The validators of express-validator that a schema can say something of; any other leaves the field in doubt. */
const steps: Readonly<Record<string, Step>> = {
  exists,
  notEmpty: (before, given) => {
    const rule = text({ minLength: Math.max(1, before.text?.minLength ?? 0) })(before, given)
    return given.options === undefined && !given.unknown ? rule : noting(rule, 'blanks may not count')
  },
  isString: (before) => must({ ...before, strict: 'string' }),
  isObject: (before) => must({ ...before, strict: 'object' }),
  isArray,
  isBoolean: (before, { options }) =>
    options !== null && typeof options === 'object' && 'strict' in options && options.strict === true
      ? must({ ...before, strict: 'boolean' })
      : must({ ...before, boolean: true }),
  isInt: number('integer'),
  isNumeric: number('number'),
  isFloat: number('number'),
  isDecimal: number('number'),
  isPort: (before) => must({ ...before, number: { type: ['integer'], minimum: 0, maximum: 65535 } }),
  isDivisibleBy: (before, given) =>
    typeof given.options === 'number'
      ? must({ ...before, number: { type: ['number'], ...before.number, multipleOf: given.options } })
      : noting(must(before), 'a limit is not known'),
  isLength,
  isIn: (before, { options }) => listing(before, options),
  equals: (before, { options }) => listing(before, [options]),
  matches,
  isEmail: text({ format: 'email' }),
  isURL: text({ format: 'uri' }),
  isUUID: text({ format: 'uuid' }),
  isMongoId: text({ pattern: '^[0-9a-fA-F]{24}$' }),
  isRFC3339: text({ format: 'date-time' }),
  isISO8601: some('dates in the forms of ISO 8601'),
  isDate: some('dates'),
  isMobilePhone: some('phone numbers'),
  isStrongPassword: some('strong passwords'),
  isAlpha: some('letters'),
  isAlphanumeric: some('letters and digits'),
  isJWT: some('JSON web tokens'),
  isHexColor: some('colours'),
  isPostalCode: some('postal codes'),
  isJSON: some('JSON texts'),
  contains: some('texts that hold another'),
  custom: (before) => noting(before, 'a function of the project checks it'),
  if: (before) => ({ ...noting(before, 'it is checked on a condition'), optional: before.optional ?? [] }),
}

/** What is said of a chain beside what it checks, and what changes a value without harm to what is checked afterwards. */
const silent = new Set(['withMessage', 'bail', 'hide', 'run', 'trim', 'ltrim', 'rtrim'])
const sanitizers = new Set([
  ...['blacklist', 'escape', 'unescape', 'normalizeEmail', 'stripLow', 'toArray', 'toBoolean', 'toDate', 'toFloat'],
  ...['toInt', 'toLowerCase', 'toUpperCase', 'whitelist', 'customSanitizer', 'replace'],
])

/** The rule after one more step of the chain. */
export function stepped(before: Rule, name: string, given: Given): Rule {
  if (silent.has(name)) return before
  if (sanitizers.has(name)) return { ...before, changed: true }
  if (name === 'default') return { ...before, optional: before.optional ?? [null, ''] }
  const rule = before.changed ? noting(before, 'the value is changed before it is checked') : before
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined
  return step === undefined ? noting(must(rule), `\`${name}\` is not read`) : step(rule, given)
}

/** A step after `not()`: what it refuses is not said, and whether the field must be there is not known. */
export function negated(before: Rule, name: string): Rule {
  const unempty = name === 'isEmpty' ? steps.notEmpty : undefined
  return unempty === undefined
    ? noting(before, 'it is checked by what it is not')
    : unempty(before, { options: undefined, unknown: false })
}
