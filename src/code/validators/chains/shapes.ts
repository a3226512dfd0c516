import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { writtenIn } from '../../values/literals.js'
import type { Scope, Value } from '../../values/value.js'
import type { Accepted, Reading, Shape } from './reading.js'

/** An object schema from its keys. */
export function objectOf(shape: Shape, reason?: string): Accepted {
  const properties = Object.fromEntries(
    [...shape.fields].map(([name, { schema, doubted }]) => [
      name,
      doubted === undefined ? schema : { ...schema, presence: doubted },
    ]),
  )
  const required = [...shape.fields]
    .filter(([, field]) => !field.optional && field.doubted === undefined)
    .map(([name]) => name)
  const { others } = shape
  const schema: Schema = {
    type: ['object'],
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(shape.patterns === undefined ? {} : { patternProperties: shape.patterns }),
    ...(others === 'strip' ? {} : { additionalProperties: others === 'strict' ? false : others }),
    ...(reason === undefined ? {} : { inexact: reason }),
  }
  return { schema, optional: false, shape }
}

/** The keys in `z.object({ … })`; null where some of them are not known. */
export function fieldsIn(
  reading: Reading,
  expression: ts.Expression,
  scope: Scope,
): ReadonlyMap<string, Accepted> | null {
  const shared = shapeBehind(reading, expression, scope)
  if (shared !== null) return shared
  const value = reading.project.values.evaluate({ expression, scope })
  return value.kind === 'object' ? literalFields(reading, value) : null
}

function literalFields(
  reading: Reading,
  literal: Extract<Value, { kind: 'object' }>,
): ReadonlyMap<string, Accepted> | null {
  const fields = new Map<string, Accepted>()
  for (const property of literal.node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = fieldsIn(reading, property.expression, literal.scope)
      if (spread === null) return null
      for (const [name, field] of spread) fields.set(name, field)
      continue
    }
    const name = property.name
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)))
      return null
    const written = writtenIn(property)
    if (written === null) return null
    const field = reading.read(written, literal.scope)
    fields.set(name.text, { ...field, schema: { ...field.schema, at: reading.project.locate(property) } })
  }
  return fields
}

/** `Base.shape`, in valibot `Base.entries`: the keys of another object schema. */
function shapeBehind(reading: Reading, expression: ts.Expression, scope: Scope): ReadonlyMap<string, Accepted> | null {
  if (!ts.isPropertyAccessExpression(expression) || !['shape', 'entries'].includes(expression.name.text)) return null
  return reading.written({ expression: expression.expression, scope })?.shape?.fields ?? null
}

/** `Base.shape.name`: one key of another object schema. */
export function fieldBehind(reading: Reading, expression: ts.Expression, scope: Scope): Accepted | null {
  if (!ts.isPropertyAccessExpression(expression)) return null
  // `z.array(Item).element`, `v.array(Item).item`
  if (expression.name.text === 'element' || expression.name.text === 'item') {
    const item = reading.written({ expression: expression.expression, scope })?.item
    if (item !== undefined) return item
  }
  return shapeBehind(reading, expression.expression, scope)?.get(expression.name.text) ?? null
}
