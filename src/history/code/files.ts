import type { Endpoint } from '../../model/endpoint.js'
import type { Schema, Schemas } from '../../model/schema.js'
import { partsOf } from '../../model/schema-parts.js'

/** The project's own files that an endpoint is read from: where it is registered, its handler, and the types that it uses. */
export function filesOf(endpoint: Endpoint, schemas: Schemas): ReadonlySet<string> {
  const { at, parameters, body, responses } = endpoint
  const contents = [...(body?.contents ?? []), ...responses.flatMap((response) => response.contents)]
  const headers = responses.flatMap((response) => response.headers)
  const elements = [...parameters, ...contents, ...headers]
  const places = [at, ...elements.map((element) => element.at), ...responses.map((response) => response.at)]
  const files = new Set(places.map(({ file }) => file))
  const queue: Schema[] = elements.map(({ schema }) => schema)
  const seen = new Set<string>()
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (schema.at !== undefined) files.add(schema.at.file)
    const { ref } = schema
    const named = ref === undefined || seen.has(ref) ? undefined : schemas[ref]
    if (ref !== undefined) seen.add(ref)
    queue.push(...Object.values(schema.properties ?? {}), ...partsOf(schema), ...(named === undefined ? [] : [named]))
  }
  return new Set([...files].filter((file) => !/^\.\.\/|(^|\/)node_modules\//.test(file)))
}
