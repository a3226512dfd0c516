import type { Json, JsonObject } from '../../model/json.js'
import type { TextTree } from '../../model/text-tree.js'

/** The plain value of a tree; what could not be read becomes an empty object. */
export function plainValue(tree: TextTree): Json {
  switch (tree.kind) {
    case 'scalar':
      return tree.value
    case 'list':
      return tree.items.map(plainValue)
    case 'map':
      // fromEntries defines its keys, so that a key named `__proto__` stays a key.
      return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plainValue(value)]))
    case 'unknown':
      return {}
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
