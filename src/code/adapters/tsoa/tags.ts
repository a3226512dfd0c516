import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'

const amounts = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const

/** What the JSDoc of a method demands of one of its parameters: `@minLength name 3 "too short"`, `@isInt page`. */
export function taggedBy(method: ts.MethodDeclaration, parameter: string): Schema {
  let schema: Schema = {}
  for (const tag of ts.getJSDocTags(method)) {
    const [name, value] = (ts.getTextOfJSDocComment(tag.comment) ?? '').trim().split(/\s+/)
    if (name !== parameter) continue
    const keyword = tag.tagName.text
    const amount = amounts.find((one) => one === keyword)
    if (amount !== undefined && value !== undefined && !Number.isNaN(Number(value)))
      schema = { ...schema, [amount]: Number(value) }
    else if (keyword === 'pattern' && value !== undefined) schema = { ...schema, pattern: value }
    else if (keyword === 'uniqueItems') schema = { ...schema, uniqueItems: true }
    else if (keyword === 'isInt' || keyword === 'isLong') schema = { ...schema, type: ['integer'] }
    else if (keyword === 'isDate') schema = { ...schema, format: 'date' }
    else if (keyword === 'isDateTime') schema = { ...schema, format: 'date-time' }
  }
  return schema
}
