import { copyOf, isMap, type RawMap, targetOf, valueAt } from './raw.js'

/** The document with every `$ref` replaced by what it leads to; only a schema that contains itself stays where it is. */
export function inlined(document: RawMap): RawMap {
  const copy = copyOf({ ...document, paths: expand(document.paths, document) })
  return copy
}

function expand(value: unknown, document: RawMap): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, document))
  if (!isMap(value)) return value
  const target = targetOf(value)
  if (target !== undefined) {
    if (isRecursive(document, target)) return value
    return expand(valueAt(document, target), document)
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner, document)]))
}

function isRecursive(document: RawMap, target: string): boolean {
  const seen = new Set<string>()
  const visit = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(visit)
    if (!isMap(value)) return false
    const next = targetOf(value)
    if (next === target) return true
    if (next !== undefined) {
      if (seen.has(next)) return false
      seen.add(next)
      return visit(valueAt(document, next))
    }
    return Object.values(value).some(visit)
  }
  return visit(valueAt(document, target))
}
