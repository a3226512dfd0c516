import ts from 'typescript'
import type { Reference, Value } from './value.js'

/** The expression that an object literal holds under a name; null where it holds none there. */
export function memberOf(object: Value, name: string): Reference | null {
  if (object.kind !== 'object') return null
  for (const property of object.node.properties) {
    if (property.name === undefined || ts.isComputedPropertyName(property.name) || property.name.text !== name) continue
    if (ts.isPropertyAssignment(property)) return { expression: property.initializer, scope: object.scope }
    if (ts.isShorthandPropertyAssignment(property)) return { expression: property.name, scope: object.scope }
  }
  return null
}
