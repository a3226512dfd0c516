import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'

/** What JSDoc demands of a value, and which kind of number or date it makes of it. */
export interface Tags {
  /** Of a text, of a number, of a list: tsoa looks at those that fit the type. */
  readonly text: Schema
  readonly amount: Schema
  readonly list: Schema
  readonly number: 'whole' | 'decimal' | null
  readonly isDate: boolean
  /** A demand that no word of a schema stands for. */
  readonly unsaid: string | null
}

export const noTags: Tags = { text: {}, amount: {}, list: {}, number: null, isDate: false, unsaid: null }

interface Said {
  readonly keyword: string
  readonly value: string | undefined
}

/** What the JSDoc of a method demands of one of its parameters: `@minLength name 3 "too short"`, `@isInt page`. */
export function tagsOfParameter(method: ts.MethodDeclaration, parameter: string): Tags {
  return demanded(
    ts.getJSDocTags(method).flatMap((tag): readonly Said[] => {
      const [name, value] = wordsOf(tag)
      return name === parameter ? [{ keyword: tag.tagName.text, value }] : []
    }),
  )
}

/** What the JSDoc of a property or of an alias demands: `@minLength 3 too short`; what follows the value is for people. */
export function tagsOf(declaration: ts.Node): Tags {
  return demanded(ts.getJSDocTags(declaration).map((tag) => ({ keyword: tag.tagName.text, value: wordsOf(tag)[0] })))
}

function wordsOf(tag: ts.JSDocTag): readonly string[] {
  return (ts.getTextOfJSDocComment(tag.comment) ?? '').trim().split(/\s+/)
}

const numbers = new Map<string, Tags['number']>([
  ['isInt', 'whole'],
  ['isLong', 'whole'],
  ['isFloat', 'decimal'],
  ['isDouble', 'decimal'],
])

const textWords = ['minLength', 'maxLength'] as const
const amountWords = ['minimum', 'maximum'] as const
const listWords = ['minItems', 'maxItems'] as const

function demanded(said: readonly Said[]): Tags {
  const pattern = said.find(({ keyword, value }) => keyword === 'pattern' && value)?.value
  const limit = said.find(({ keyword }) => keyword === 'minDate' || keyword === 'maxDate')
  const number = said.map(({ keyword }) => numbers.get(keyword)).find((kind) => kind !== undefined)
  return {
    text: {
      ...wordsIn(said, textWords),
      ...(pattern === undefined ? {} : { pattern: pattern.replace(/^`+|`+$/g, '') }),
    },
    amount: wordsIn(said, amountWords),
    list: {
      ...wordsIn(said, listWords),
      ...(said.some(({ keyword }) => keyword === 'uniqueItems') ? { uniqueItems: true } : {}),
    },
    number: number ?? null,
    isDate: said.some(({ keyword }) => keyword === 'isDate'),
    unsaid: limit === undefined ? null : `\`@${limit.keyword}\` refuses some dates`,
  }
}

type AmountWord = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems'

function wordsIn(said: readonly Said[], among: readonly AmountWord[]): Schema {
  const words = among.flatMap((word): readonly Schema[] => {
    const value = said.findLast(({ keyword }) => keyword === word)?.value
    const amount = value === undefined || value === '' ? Number.NaN : Number(value)
    return Number.isNaN(amount) ? [] : [{ [word]: amount }]
  })
  return Object.assign({}, ...words)
}
