import { inlined } from '../document/inline.js'
import { operationsOf } from '../document/operations.js'
import { copyOf, escapeStep, isMap, listAt, mapAt, nodeAt, type RawMap, targetOf, valueAt } from '../document/raw.js'
import type { Restructure } from './rewrite.js'
import { mapSchemas } from './walk.js'

/** The same document with its parts in other places. */
export const structureRewrites = {
  'every $ref inline': (document) => inlined(document),
  'some $refs inline': (document, next) => {
    const copy = copyOf(document)
    const visit = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(visit)
      if (!isMap(value)) return value
      const target = targetOf(value)
      if (target !== undefined && next() < 0.5) return valueAt(document, target)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]))
    }
    copy.paths = visit(copy.paths)
    return copy
  },
  'inline schemas as $ref': (document, next) => {
    const named: RawMap = {}
    const copy = mapSchemas(document, (schema) => {
      if (targetOf(schema) !== undefined || next() < 0.5) return schema
      const name = `Hoisted${Object.keys(named).length}`
      named[name] = schema
      return { $ref: `#/components/schemas/${name}` }
    })
    const components = mapAt(copy, 'components')
    const schemas = mapAt(components, 'schemas')
    // A schema that is only named stays what it is: a name that leads to a name would be another document.
    components.schemas = { ...schemas, ...named }
    copy.components = components
    return copy
  },
  'parameters of a path with each operation': (document) => {
    const copy = copyOf(document)
    for (const operation of operationsOf(document)) {
      const above = listAt(nodeAt(document, `/paths/${escapeStep(operation.path)}`), 'parameters')
      const node = nodeAt(copy, operation.at)
      node.parameters = [...above, ...listAt(node, 'parameters')]
      delete nodeAt(copy, `/paths/${escapeStep(operation.path)}`).parameters
    }
    return copy
  },
  'parameters in another order': (document, next) => {
    const copy = copyOf(document)
    for (const { at } of operationsOf(document)) {
      const node = nodeAt(copy, at)
      const list = listAt(node, 'parameters')
      if (list.length > 1) node.parameters = next() < 0.5 ? list.reverse() : [...list.slice(1), list[0]]
    }
    return copy
  },
  'security with each operation': (document) => {
    const copy = copyOf(document)
    for (const { at } of operationsOf(document)) nodeAt(copy, at).security ??= document.security
    delete copy.security
    return copy
  },
  'media types with a charset': (document) => {
    const text = JSON.stringify(document).replaceAll('"application/json":', '"application/json; charset=utf-8":')
    const copy: unknown = JSON.parse(text)
    return isMap(copy) ? copy : document
  },
  'tags, summaries and operation ids': (document, next) => {
    const copy = copyOf(document)
    for (const { at } of operationsOf(document)) {
      Object.assign(nodeAt(copy, at), {
        tags: ['all'],
        summary: 'Told anew',
        operationId: `op${next().toString(36).slice(2)}`,
      })
    }
    return copy
  },
} satisfies Record<string, Restructure>
