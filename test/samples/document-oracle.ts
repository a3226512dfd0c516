import SwaggerParser from '@apidevtools/swagger-parser'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

/** Says of a real answer whether a document allows it, without any code of the tool. */
export interface Oracle {
  /** The complaints; none where the document allows the answer. */
  complaints(method: string, template: string, answer: Response, body: string): readonly string[]
  /** `GET /pets/{id}` of every operation. */
  readonly operations: readonly string[]
}

/** Reads OpenAPI 3.0 with libraries only; objects that do not open themselves are closed. */
export async function documentOracle(file: string): Promise<Oracle> {
  const document = await SwaggerParser.dereference(file, { dereference: { circular: 'ignore' } })
  const paths: Record<string, Record<string, Operation>> = JSON.parse(JSON.stringify(document.paths ?? {}))
  const definitions = JSON.parse(JSON.stringify(document))
  const ajv = addFormats.default(new Ajv2020({ strict: false, validateFormats: true }))
  const methods = ['get', 'put', 'post', 'delete', 'patch']

  const complaints: Oracle['complaints'] = (method, template, answer, body) => {
    const operation = paths[template]?.[method.toLowerCase()]
    if (!operation) return [`${method} ${template} is not documented`]
    const documented = operation.responses[String(answer.status)]
    if (!documented) return [`status ${answer.status} is not documented`]
    const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (!documented.content) return body === '' ? [] : [`a body where none is documented: ${body}`]
    const content = documented.content[mediaType]
    if (!content) return [`media type ${mediaType} is not documented`]
    if (mediaType !== 'application/json') return []
    const validate = ajv.compile({ ...closed(content.schema), components: closed(definitions.components) })
    return validate(JSON.parse(body)) ? [] : [ajv.errorsText(validate.errors)]
  }
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.includes(key))
      .map((key) => `${key.toUpperCase()} ${path}`),
  )
  return { complaints, operations }
}

/** The schema with 3.0's `nullable` spelled out and every object closed that does not open itself. */
function closed(schema: unknown, merged = false): Record<string, unknown> {
  if (typeof schema !== 'object' || schema === null) return {}
  const entries = Object.entries(schema).map(([key, value]) => {
    if (Array.isArray(value)) {
      return [
        key,
        value.map((item) => (typeof item === 'object' && item !== null ? closed(item, key === 'allOf') : item)),
      ]
    }
    return [key, typeof value === 'object' && value !== null ? closed(value) : value]
  })
  const copy: Record<string, unknown> = Object.fromEntries(entries)
  if (copy.nullable === true && typeof copy.type === 'string') {
    copy.type = [copy.type, 'null']
    if (Array.isArray(copy.enum)) copy.enum = [...copy.enum, null]
  }
  const combined = 'allOf' in copy
  const object = copy.type === 'object' && typeof copy.properties === 'object'
  if (!merged && (object || combined) && !('additionalProperties' in copy)) copy.unevaluatedProperties = false
  return copy
}
