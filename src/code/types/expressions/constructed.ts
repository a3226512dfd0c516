import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { isUnknown } from '../unknown.js'
import type { Lookup, Reading, Sent } from './expression.js'
import { filledBy, projectClass } from './fields.js'
import { unwrap } from './unwrap.js'

/** A `new` of a class that the project wrote. */
export function isConstruction(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const inner = unwrap(expression)
  return ts.isNewExpression(inner) && projectClass(checker.getTypeAtLocation(inner)) !== undefined
}

/** `new Answer(200, data)` is what its type says, with what the call gives to the fields that the constructor only fills. */
export function readConstruction(expression: ts.NewExpression, lookup: Lookup, reading: Reading): Sent {
  const sent = reading.typed(expression)
  const { schema } = sent
  const type = reading.checker.getTypeAtLocation(expression)
  const args = expression.arguments ?? []
  const object = schema.ref === undefined ? schema : reading.types.schemas[schema.ref]
  const isPlain = object?.properties !== undefined && object.inexact === undefined
  if (!isPlain || type.getProperty('toJSON') !== undefined || args.some(ts.isSpreadElement)) return sent
  const handed = args.map((each) => ({ expression: each, lookup }))
  const properties: Record<string, Schema> = { ...object.properties }
  const required = new Set(object.required)
  for (const [name, source] of filledBy(type, handed, reading.checker)) {
    const declared = properties[name]
    if (declared === undefined) continue
    const field = source === 'nothing' ? null : reading.read(source.expression, source.lookup)
    if (field === null || field.absence === 'always') {
      delete properties[name]
      required.delete(name)
    } else if (!isUnknown(field.schema)) {
      properties[name] = { ...field.schema, ...(declared.at === undefined ? {} : { at: declared.at }) }
      if (field.absence === 'never') required.add(name)
      else required.delete(name)
    }
  }
  return { ...sent, schema: { ...object, properties, required: [...required] } }
}
