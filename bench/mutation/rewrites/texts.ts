import { dump } from 'js-yaml'
import { isMap } from '../document/raw.js'
import type { Rewrite } from './rewrite.js'

const yaml = (text: string) => ({ name: 'openapi.yaml', text })

/** The same document written otherwise. */
export const textRewrites = {
  'as JSON': (document) => ({ name: 'openapi.json', text: JSON.stringify(document, null, 2) }),
  'as YAML': (document) => yaml(dump(document, { noRefs: true })),
  'in flow style': (document, next) => yaml(dump(document, { noRefs: true, flowLevel: Math.floor(next() * 6) })),
  'in quotes': (document) => yaml(dump(document, { noRefs: true, forceQuotes: true })),
  'with narrow lines': (document, next) =>
    yaml(dump(document, { noRefs: true, indent: 4, lineWidth: 40 + next() * 30 })),
  'with anchors': (document) => yaml(dump(shared(document, new Map()))),
  'keys in another order': (document, next) => yaml(dump(shuffled(document, next), { noRefs: true })),
} satisfies Record<string, Rewrite>

/** Equal parts as one object, which the writer names once and refers to. */
function shared(value: unknown, known: Map<string, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const key = JSON.stringify(value)
  const before = known.get(key)
  if (before !== undefined) return before
  const copy = Array.isArray(value)
    ? value.map((item) => shared(item, known))
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shared(inner, known)]))
  known.set(key, copy)
  return copy
}

function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next))
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, inner]): [number, string, unknown] => [
    next(),
    key,
    shuffled(inner, next),
  ])
  return Object.fromEntries(entries.sort(([one], [other]) => one - other).map(([, key, inner]) => [key, inner]))
}
