import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Decoration } from '../../decorators/decoration.js'
import { plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { beside } from '../beside.js'

const text = { type: ['string'] } as const
const number = { type: ['number'] } as const
const list = { type: ['array'] } as const

export const anyObject = '@IsObject takes any object'

/** The validators whose meaning JSON Schema can say, by the arguments they take. */
export function constraintOf(project: Project, decoration: Decoration): Schema | null {
  const [first, second] = decoration.args
  const amount = (index: 0 | 1) => {
    const value = plain(project, index === 0 ? first : second)
    return typeof value === 'number' ? value : undefined
  }
  const bounded = <Key extends string>(base: Schema, key: Key): Schema => {
    const limit = amount(0)
    return limit === undefined
      ? { ...base, inexact: 'a bound that is not known before run time' }
      : { ...base, [key]: limit }
  }
  switch (decoration.name) {
    case 'IsString':
      return text
    case 'IsInt':
      return { type: ['integer'] }
    case 'IsNumber':
      return withPlaces(plain(project, first))
    case 'IsBoolean':
      return { type: ['boolean'] }
    case 'IsArray':
      return list
    case 'IsObject':
      return { type: ['object'], inexact: anyObject }
    case 'IsEnum':
      return withNames(project, decoration)
    case 'IsIn':
      return listed(project, decoration)
    case 'IsNotIn': {
      const values = valuesOf(project, decoration)
      return values ? { not: { enum: values } } : null
    }
    case 'Equals': {
      const value = plain(project, first)
      return isScalar(value) ? { enum: [value] } : null
    }
    case 'IsEmail':
      return { ...text, format: 'email' }
    case 'IsUUID':
      return { ...text, format: 'uuid' }
    case 'IsUrl':
    case 'IsURL':
      return { ...text, inexact: '@IsUrl knows more and fewer than `uri`' }
    case 'IsDateString':
    case 'IsISO8601':
      return { ...text, pattern: '^[+-]?[0-9]{4}', inexact: 'any ISO 8601 date or date with time' }
    case 'IsMongoId':
      return { ...text, pattern: '^[0-9a-fA-F]{24}$' }
    case 'IsNumberString':
      return { ...text, inexact: 'a number written as text' }
    case 'IsNotEmpty':
      return { minLength: 1 }
    case 'Length': {
      const maximum = amount(1)
      const lower = bounded(text, 'minLength')
      return maximum === undefined ? lower : { ...lower, maxLength: maximum }
    }
    case 'MinLength':
      return bounded(text, 'minLength')
    case 'MaxLength':
      return bounded(text, 'maxLength')
    case 'Min':
      return bounded(number, 'minimum')
    case 'Max':
      return bounded(number, 'maximum')
    case 'IsPositive':
      return { ...number, exclusiveMinimum: 0 }
    case 'IsNegative':
      return { ...number, exclusiveMaximum: 0 }
    case 'IsDivisibleBy':
      return bounded(number, 'multipleOf')
    case 'Matches':
      return matching(project, decoration)
    case 'ArrayMinSize':
      return bounded(list, 'minItems')
    case 'ArrayMaxSize':
      return bounded(list, 'maxItems')
    case 'ArrayNotEmpty':
      return { ...list, minItems: 1 }
    case 'ArrayUnique':
      return second || first ? { ...list, inexact: 'items that differ by a field' } : { ...list, uniqueItems: true }
    case 'IsDate':
      return { type: ['string', 'number'], inexact: 'whatever `new Date` can read' }
    case 'IsDefined':
    case 'Allow':
    case 'ValidateNested':
    case 'IsNotEmptyObject':
      return {}
    default:
      return null
  }
}

/** `@IsNumber({ maxDecimalPlaces: 2 })` counts the digits as they are written. */
function withPlaces(options: unknown): Schema {
  const places = typeof options === 'object' && options !== null && 'maxDecimalPlaces' in options
  if (!places) return number
  if (options.maxDecimalPlaces === 0) return { type: ['integer'] }
  return { ...number, inexact: '@IsNumber bounds the decimal places' }
}

/** An enum of numbers holds its names too, and `@IsEnum` takes them. */
function withNames(project: Project, decoration: Decoration): Schema {
  const schema = listed(project, decoration)
  const [first] = decoration.args
  const value = first && project.values.evaluate(first)
  const names = value?.kind === 'enum' ? value.node.members.map(({ name }) => name.getText()) : []
  const isNumbers = schema.enum?.some((each) => typeof each === 'number') === true
  return isNumbers && names.length > 0 ? beside(schema, { enum: names }) : schema
}

function listed(project: Project, decoration: Decoration): Schema {
  const values = valuesOf(project, decoration)
  return values ? { enum: values } : { inexact: 'the listed values are not known before run time' }
}

/** The values of an enum, an object or an array that is handed to a validator. */
export function valuesOf(project: Project, decoration: Pick<Decoration, 'args'>): readonly Json[] | null {
  const [first] = decoration.args
  if (!first) return null
  const value = project.values.evaluate(first)
  if (value.kind === 'enum') return enumValues(project, first)
  const data = plain(project, first)
  if (Array.isArray(data)) return data.every(isScalar) ? data : null
  if (typeof data !== 'object' || data === null) return enumValues(project, first)
  const values: unknown[] = Object.values(data)
  return values.every(isScalar) ? values : null
}

function enumValues(project: Project, { expression }: Decoration['args'][number]): readonly Json[] | null {
  const type = project.checker.getTypeAtLocation(expression)
  const values = project.checker.getPropertiesOfType(type).map((property) => {
    const member = project.checker.getTypeOfSymbolAtLocation(property, expression)
    return member.isStringLiteral() || member.isNumberLiteral() ? member.value : null
  })
  return values.length > 0 && values.every((one) => one !== null) ? values : null
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function matching(project: Project, { args: [first] }: Decoration): Schema {
  const value = first && project.values.evaluate(first)
  if (value?.kind !== 'regexp') return { ...text, inexact: 'a pattern that is not known before run time' }
  const written = value.node.getText()
  const flags = written.startsWith('/') ? written.slice(written.lastIndexOf('/') + 1) : ''
  const source = value.source.startsWith('/') ? value.source.slice(1, value.source.lastIndexOf('/')) : value.source
  return /[imsx]/.test(flags) ? { ...text, inexact: `the pattern ${written} has flags` } : { ...text, pattern: source }
}
