import type { Contract } from '../model/contract.js'
import type { Content, Endpoint, Parameter } from '../model/endpoint.js'
import type { Schema, Schemas } from '../model/schema.js'

/**
 * Several contracts of one side as one. A schema name that two of them use for different schemas gets a number in the later
 * one, so that every `ref` still leads to the schema that its own contract meant.
 */
export function mergeContracts(contracts: readonly Contract[]): Contract {
  const [only] = contracts
  if (only && contracts.length === 1) return only
  const schemas: Record<string, Schema> = {}
  const endpoints: Endpoint[] = []
  for (const contract of contracts) {
    const rename = freshNames(contract.schemas, schemas)
    for (const [name, schema] of Object.entries(contract.schemas)) schemas[rename(name)] = renameRefs(schema, rename)
    endpoints.push(...contract.endpoints.map((endpoint) => renameEndpoint(endpoint, rename)))
  }
  return { endpoints, schemas, unresolved: contracts.flatMap((contract) => contract.unresolved) }
}

type Rename = (name: string) => string

function freshNames(added: Schemas, taken: Schemas): Rename {
  const names = new Map<string, string>()
  const used = new Set([...Object.keys(taken), ...Object.keys(added)])
  for (const name of Object.keys(added)) {
    let fresh = name
    for (let number = 2; fresh in taken || (fresh !== name && used.has(fresh)); number++) fresh = `${name}_${number}`
    used.add(fresh)
    names.set(name, fresh)
  }
  return (name) => names.get(name) ?? name
}

function renameEndpoint(endpoint: Endpoint, rename: Rename): Endpoint {
  const schema = (inner: Schema): Schema => renameRefs(inner, rename)
  const contents = (list: readonly Content[]): Content[] =>
    list.map((content) => ({ ...content, schema: schema(content.schema) }))
  const parameter = (one: Parameter): Parameter => ({ ...one, schema: schema(one.schema) })
  return {
    ...endpoint,
    parameters: endpoint.parameters.map(parameter),
    body: endpoint.body && { ...endpoint.body, contents: contents(endpoint.body.contents) },
    responses: endpoint.responses.map((response) => ({
      ...response,
      contents: contents(response.contents),
      headers: response.headers.map((header) => ({ ...header, schema: schema(header.schema) })),
    })),
  }
}

const lists = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const
const single = [
  ...(['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'] as const),
  'unevaluatedProperties',
] as const
const maps = ['properties', 'patternProperties'] as const

function renameRefs(schema: Schema, rename: Rename): Schema {
  const copy: { -readonly [Key in keyof Schema]: Schema[Key] } = { ...schema }
  if (schema.ref !== undefined) copy.ref = rename(schema.ref)
  for (const key of lists) {
    const list = schema[key]
    if (list) copy[key] = list.map((inner) => renameRefs(inner, rename))
  }
  for (const key of single) {
    const inner = schema[key]
    if (typeof inner === 'object') copy[key] = renameRefs(inner, rename)
  }
  for (const key of maps) {
    const map = schema[key]
    if (map)
      copy[key] = Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, renameRefs(inner, rename)]))
  }
  const mapping = schema.discriminator?.mapping
  if (schema.discriminator && mapping) {
    copy.discriminator = {
      ...schema.discriminator,
      mapping: Object.fromEntries(Object.entries(mapping).map(([value, name]) => [value, rename(name)])),
    }
  }
  return copy
}
