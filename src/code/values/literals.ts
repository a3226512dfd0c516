import ts from 'typescript'
import type { Reference, Value } from './value.js'

/** The expression that an object literal holds under a name; null where it holds none there. */
export function memberOf(object: Value, name: string): Reference | null {
  if (object.kind !== 'object') return null
  for (const property of object.node.properties) {
    if (property.name === undefined || ts.isComputedPropertyName(property.name) || property.name.text !== name) continue
    const expression = writtenIn(property)
    if (expression !== null) return { expression, scope: object.scope }
  }
  return null
}

/** What an object literal gives a property: `name: value`, or `name` by itself; null for a spread, a method, an accessor. */
export function writtenIn(property: ts.ObjectLiteralElementLike): ts.Expression | null {
  if (ts.isPropertyAssignment(property)) return property.initializer
  return ts.isShorthandPropertyAssignment(property) ? property.name : null
}
