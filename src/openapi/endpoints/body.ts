import type { Body, Content } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, isTrue, locate, textAt, textsAt, topOf } from '../spot.js'
import { readContents, unknownContent } from './contents.js'
import type { EndpointContext, ParameterSpot } from './context.js'
import { valueSchema } from './parameters.js'

/** The request body: `requestBody`, or in 2.0 the parameters `in: body` and `in: formData`. */
export function readBody(context: EndpointContext, operation: Spot, parameters: readonly ParameterSpot[]): Body | null {
  if (context.library.dialect === 'swagger-2.0') return readBody2(context, operation, parameters)
  const spot = child(operation, 'requestBody')
  if (spot === undefined) return null
  const at = locate(spot)
  const found = follow(context.library, spot)
  if (!found.ok) return { contents: [unknownContent(spot, found.reason)], at }
  if (found.spot.node.kind === 'unknown') return { contents: [unknownContent(spot, found.spot.node.reason)], at }
  return { required: isTrue(found.spot, 'required'), contents: readContents(context, found.spot), at }
}

function readBody2(context: EndpointContext, operation: Spot, parameters: readonly ParameterSpot[]): Body | null {
  const body = parameters.find((parameter) => parameter.in === 'body')
  const consumes = mediaTypes(context, operation, 'consumes')
  if (body !== undefined) {
    const { spot } = body
    const at = locate(spot)
    const schemaSpot = child(spot, 'schema')
    const schema =
      schemaSpot === undefined ? { inexact: 'the document gives no schema', at } : context.schema(schemaSpot)
    const contents = (consumes.length === 0 ? ['*/*'] : consumes).map((mediaType) => ({ mediaType, schema, at }))
    return { required: isTrue(spot, 'required'), contents, at }
  }
  const fields = parameters.filter((parameter) => parameter.in === 'formData')
  const first = fields[0]
  if (first === undefined) return null
  const at = locate(first.spot)
  return {
    required: fields.some(({ spot }) => isTrue(spot, 'required')),
    contents: formContents(fields, consumes, formSchema(context, fields), at),
    at,
  }
}

function formSchema(context: EndpointContext, fields: readonly ParameterSpot[]): Schema {
  const required = fields.filter(({ spot }) => isTrue(spot, 'required')).map(({ name }) => name)
  return {
    type: ['object'],
    properties: Object.fromEntries(fields.map(({ name, spot }) => [name, valueSchema(context, spot)])),
    ...(required.length === 0 ? {} : { required }),
  }
}

function formContents(
  fields: readonly ParameterSpot[],
  consumes: readonly string[],
  schema: Schema,
  at: Content['at'],
): Content[] {
  const forms = consumes.filter((mediaType) => /multipart\/|x-www-form-urlencoded/.test(mediaType))
  const upload = fields.some(({ spot }) => textAt(spot, 'type') === 'file')
  const usual = upload ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  return (forms.length === 0 ? [usual] : forms).map((mediaType) => ({ mediaType, schema: { ...schema, at }, at }))
}

/** The media types of a 2.0 operation: its own, else those of the document. */
export function mediaTypes(context: EndpointContext, operation: Spot, word: 'consumes' | 'produces'): string[] {
  const own = child(operation, word)
  return [...new Set(own === undefined ? textsAt(topOf(context.library.root), word) : textsAt(operation, word))]
}
