import type { Contract } from '../../src/model/contract.js'
import type { Endpoint, Parameter, Response } from '../../src/model/endpoint.js'
import type { Schema, Schemas } from '../../src/model/schema.js'
import type { Place } from './mutant.js'

/** What the code's side can be asked about at all: a type says `string`, and nothing of its length. */
export interface Knowledge {
  /** Whether the code tells exactly which texts or numbers the element holds. */
  tellsValues(place: Place): boolean
  /** Whether the code sends, or takes, null there as well. */
  allowsNull(place: Place): boolean
  /** Whether the code's object always has the property. */
  requires(place: Place, name: string): boolean
  /** Whether the code says that the element is a list, and how long it may be. */
  tellsLengths(place: Place): boolean
  endpoint(method: string, path: string): Endpoint | undefined
  response(place: Place): Response | undefined
  parameter(place: Place): Parameter | undefined
}

/** Paths are the same whatever their parameters are called. */
export const shapeOf = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}')

export function knowledgeOf(code: Contract): Knowledge {
  const endpoint = (method: string, path: string): Endpoint | undefined => {
    const own = code.endpoints.filter((one) => one.method === method)
    return (
      own.find((one) => shapeOf(one.path) === shapeOf(path)) ??
      own.find((one) => shapeOf(one.path).endsWith(shapeOf(path)))
    )
  }
  const response = (place: Place): Response | undefined =>
    endpoint(place.method, place.path)?.responses.find((one) => one.status === place.status)
  const nodes = (place: Place): Schema[] => {
    const served = endpoint(place.method, place.path)
    return served ? schemasOf(served, place).flatMap((schema) => descend(schema, steps(place), code.schemas, [])) : []
  }
  return {
    endpoint,
    response,
    parameter: (place) => {
      const served = endpoint(place.method, place.path)
      return served && parametersAt(served, place)[0]
    },
    tellsValues: (place) => {
      const found = nodes(place)
      return found.length > 0 && found.every((node) => node.inexact === undefined)
    },
    allowsNull: (place) => nodes(place).some(({ type }) => type?.includes('null') === true),
    requires: (place, name) => {
      const objects = nodes(place).filter(({ type }) => type?.includes('object'))
      return objects.length > 0 && objects.every(({ required }) => required?.includes(name))
    },
    tellsLengths: (place) => {
      const lists = nodes(place).filter((node) => node.type?.includes('array'))
      return lists.length > 0 && lists.every(isBounded)
    },
  }
}

const isBounded = ({ inexact, minItems, maxItems }: Schema): boolean =>
  inexact === undefined && (minItems !== undefined || maxItems !== undefined)

/** Steps below the body; a parameter is its own top. */
function steps({ part, pointer }: Place): string[] {
  const all = pointer.split('/').slice(1)
  return part === 'request' || part === 'response' ? all : all.slice(1)
}

function schemasOf(endpoint: Endpoint, place: Place): Schema[] {
  const { part, status } = place
  if (part === 'request') return (endpoint.body?.contents ?? []).map(({ schema }) => schema)
  if (part === 'response') {
    const served = endpoint.responses.filter((one) => one.status === status)
    return served.flatMap(({ contents }) => contents.map(({ schema }) => schema))
  }
  return parametersAt(endpoint, place).map(({ schema }) => schema)
}

function parametersAt(endpoint: Endpoint, { part, pointer, path }: Place): Parameter[] {
  const name = pointer.split('/')[1] ?? ''
  const position = namesIn(path).indexOf(name)
  const wanted = part === 'path' ? (namesIn(endpoint.path)[position] ?? name) : name
  return endpoint.parameters.filter((one) => one.in === part && one.name.toLowerCase() === wanted.toLowerCase())
}

const namesIn = (path: string): string[] => [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')

/** The schemas without inner choices that an element follows. */
function descend(schema: Schema, way: readonly string[], schemas: Schemas, via: readonly string[]): Schema[] {
  if (schema.ref !== undefined) {
    const target = schemas[schema.ref]
    const key = `${schema.ref} ${way.join('/')}`
    return target && !via.includes(key) ? descend(target, way, schemas, [...via, key]) : []
  }
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const [step, ...rest] = way
  const through = parts.flatMap((part) => descend(part, way, schemas, via))
  if (step === undefined) return parts.length > 0 ? through : [schema]
  const members =
    step === '*'
      ? [schema.items, schema.additionalProperties, ...(schema.prefixItems ?? [])]
      : [schema.properties?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]]
  return [...through, ...members.flatMap((one) => (typeof one === 'object' ? descend(one, rest, schemas, via) : []))]
}
