import type { Content, Endpoint } from './endpoint.js'
import type { ElementAddress } from './finding.js'
import type { Schema, Schemas } from './schema.js'

/** One thing that a document says of an endpoint and that can be right or wrong: a parameter, a response, a property. */
export interface Element extends ElementAddress {
  readonly kind: 'parameter' | 'response' | 'property'
  /** The named schema that the property was written in; it is shared by all endpoints that reach it. */
  readonly schema?: string
}

/** All elements of an endpoint, the properties of a schema that contains itself only once. */
export function elementsOf(endpoint: Endpoint, schemas: Schemas): Element[] {
  const parameters = endpoint.parameters.map((parameter): Element => {
    return {
      kind: 'parameter',
      part: parameter.in,
      status: null,
      mediaType: null,
      pointer: `/${escapeStep(parameter.name)}`,
    }
  })
  const request = (endpoint.body?.contents ?? []).flatMap((content) => propertiesOf(content, 'request', null, schemas))
  const responses = endpoint.responses.flatMap((response): Element[] => [
    { kind: 'response', part: 'response', status: response.status, mediaType: null, pointer: '' },
    ...response.contents.flatMap((content) => propertiesOf(content, 'response', response.status, schemas)),
  ])
  return [...parameters, ...request, ...responses]
}

/** A step of a JSON pointer. */
export function escapeStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function propertiesOf(
  content: Content,
  part: 'request' | 'response',
  status: string | null,
  schemas: Schemas,
): Element[] {
  const found = new Map<string, Element>()
  const address = { kind: 'property', part, status, mediaType: content.mediaType } as const
  walk(content.schema, '', {
    schemas,
    via: [],
    found: (pointer, schema) => {
      if (!found.has(pointer)) found.set(pointer, { ...address, pointer, ...(schema === undefined ? {} : { schema }) })
    },
  })
  return [...found.values()]
}

interface Walk {
  readonly schemas: Schemas
  /** The named schemas that lead here, innermost last. */
  readonly via: readonly string[]
  found(pointer: string, schema: string | undefined): void
}

function walk(schema: Schema, pointer: string, at: Walk): void {
  if (schema.ref !== undefined) {
    const target = at.schemas[schema.ref]
    if (target && !at.via.includes(schema.ref)) walk(target, pointer, { ...at, via: [...at.via, schema.ref] })
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const below = `${pointer}/${escapeStep(name)}`
    at.found(below, at.via.at(-1))
    walk(property, below, at)
  }
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    walk(part, pointer, at)
  for (const [index, item] of (schema.prefixItems ?? []).entries()) walk(item, `${pointer}/${index}`, at)
  for (const inner of [schema.items, schema.additionalProperties]) {
    if (typeof inner === 'object') walk(inner, `${pointer}/*`, at)
  }
}
