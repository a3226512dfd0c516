import type { Contract } from '../model/contract.js'
import type { Endpoint } from '../model/endpoint.js'
import type { Schema } from '../model/schema.js'
import { partsOf } from '../model/schema-parts.js'
import { plainJson } from './plain-json.js'

/** What is written of something, for each documentation point (the operation, a parameter, a response, a property), as JSON. */
export type Points = Readonly<Record<string, string>>

/** A contract as its history is told: which points changed, not how. */
export interface Form {
  /** By `GET /pets`: its own points, and the named schemas that it reaches. */
  readonly endpoints: Readonly<Record<string, { readonly own: Points; readonly reaches: readonly string[] }>>
  readonly schemas: Readonly<Record<string, Points>>
}

/** The form of a contract: where two are equal, nothing that a client could notice has changed. Words and order do not count. */
export function formOf({ endpoints, schemas }: Contract): Form {
  const named = new Map(
    Object.entries(schemas).map(([name, schema]) => [name, sketch([{ point: '', schemas: [schema] }])]),
  )
  return {
    endpoints: Object.fromEntries(
      endpoints.map((endpoint) => {
        const { points, refs } = sketch(entriesOf(endpoint))
        return [`${endpoint.method} ${endpoint.path}`, { own: points, reaches: reached(refs, named) }]
      }),
    ),
    schemas: Object.fromEntries([...named].map(([name, { points }]) => [name, points])),
  }
}

/** One point with what is said of it: plain facts, and schemas. */
interface Entry {
  readonly point: string
  readonly facts?: readonly unknown[]
  readonly schemas: readonly Schema[]
}

function entriesOf({ deprecated, security, parameters, body, responses }: Endpoint): Entry[] {
  const guard = 'schemes' in security ? [security.kind, ...security.schemes] : [security.kind]
  return [
    { point: 'operation', facts: [deprecated, guard, body?.required], schemas: [] },
    ...parameters.map(({ in: place, name, required, deprecated: old, schema }) => ({
      point: `${place} ${name}`,
      facts: [required, old],
      schemas: [schema],
    })),
    ...(body?.contents ?? []).map(({ mediaType, schema }) => ({ point: `request ${mediaType}`, schemas: [schema] })),
    ...responses.map(({ status, contents, headers }) => ({
      point: `response ${status}`,
      facts: [contents.map(({ mediaType }) => mediaType), headers.map(({ name, required }) => [name, required])],
      schemas: [...contents, ...headers].map(({ schema }) => schema),
    })),
  ]
}

interface Sketch {
  readonly points: Points
  readonly refs: ReadonlySet<string>
}

function sketch(entries: readonly Entry[]): Sketch {
  const said = new Map<string, unknown[]>()
  const refs = new Set<string>()
  const say = (point: string, facts: readonly unknown[]) => said.set(point, [...(said.get(point) ?? []), ...facts])
  const enter = (schema: Schema, point: string): void => {
    if (schema.ref !== undefined) refs.add(schema.ref)
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const below = `${point}/${name}`
      say(below, [schema.required?.includes(name) ?? false, property])
      enter(property, below)
    }
    for (const part of partsOf(schema)) enter(part, point)
  }
  for (const { point, facts = [], schemas } of entries) {
    say(point, [...facts, ...schemas])
    for (const schema of schemas) enter(schema, point)
  }
  return {
    points: Object.fromEntries([...said].map(([point, facts]) => [point, plainJson(facts)])),
    refs,
  }
}

function reached(from: ReadonlySet<string>, named: ReadonlyMap<string, Sketch>): readonly string[] {
  const names = new Set(from)
  // The set grows while it is walked: a schema that is reached brings those that it refers to.
  for (const name of names) for (const next of named.get(name)?.refs ?? []) names.add(next)
  return [...names].filter((name) => named.has(name)).sort()
}
