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
  walk(content.schema, {
    schemas,
    entered: new Set(),
    seen: 0,
    found: (pointer, schema) => {
      if (!found.has(pointer)) found.set(pointer, { ...address, pointer, ...(schema === undefined ? {} : { schema }) })
    },
  })
  return [...found.values()]
}

/** Past so many schemas of one body, a named schema that was entered before is not entered again. */
const mostRepeated = 2_000
/** What lies deeper than so many schemas of one body is not counted: only schemas that lead back to themselves get there. */
const mostSchemas = 10_000

interface Step {
  readonly schema: Schema
  readonly pointer: string
  /** The named schemas that lead here, innermost last. */
  readonly via: readonly string[]
}

interface Walk {
  readonly schemas: Schemas
  readonly entered: Set<string>
  seen: number
  found(pointer: string, schema: string | undefined): void
}

/**
 * Takes the properties of a body level by level: schemas that refer to each other hold more ways through them than could
 * ever be walked, and what is near the top counts first.
 */
function walk(top: Schema, at: Walk): void {
  let level: readonly Step[] = [{ schema: top, pointer: '', via: [] }]
  while (level.length > 0) level = level.flatMap((step) => [...flatten(step, at)].flatMap((one) => membersOf(one, at)))
}

/** A schema and all that stands for the same value: what it refers to, and what it is put together from. */
function* flatten(step: Step, at: Walk): Iterable<Step> {
  const { schema, pointer, via } = step
  at.seen += 1
  if (at.seen > mostSchemas) return
  const { ref } = schema
  if (ref !== undefined && Object.hasOwn(at.schemas, ref) && !via.includes(ref) && !isEnough(ref, at)) {
    at.entered.add(ref)
    const target = at.schemas[ref]
    if (target) yield* flatten({ schema: target, pointer, via: [...via, ref] }, at)
  }
  yield step
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    yield* flatten({ schema: part, pointer, via }, at)
}

const isEnough = (ref: string, { seen, entered }: Walk): boolean => seen > mostRepeated && entered.has(ref)

/** What a schema holds itself, a level deeper. */
function membersOf({ schema, pointer, via }: Step, at: Walk): Step[] {
  const members: Step[] = []
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const below = `${pointer}/${escapeStep(name)}`
    at.found(below, via.at(-1))
    members.push({ schema: property, pointer: below, via })
  }
  for (const [index, item] of (schema.prefixItems ?? []).entries())
    members.push({ schema: item, pointer: `${pointer}/${index}`, via })
  for (const inner of [schema.items, schema.additionalProperties])
    if (typeof inner === 'object') members.push({ schema: inner, pointer: `${pointer}/*`, via })
  return members
}
