import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openProject } from '../../src/code/program/open.js'
import { readCode } from '../../src/code/read.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema } from '../../src/model/schema.js'

/** Says of a real answer whether the tool had said that the code may send it. */
export interface CodeOracle {
  complaints(operation: string, answer: Response, body: string): readonly string[]
  /** Whether it had said that the code may take this JSON, also by the way. */
  takes(operation: string, body: unknown): boolean
  readonly operations: readonly string[]
  /** `GET /pets/{id} 404`, each status that a line of the code answers with. */
  readonly statuses: readonly string[]
}

/** Reads the code of a sample as the audit does; `operation` is `GET /pets/{id}`, as the code serves it. */
export function codeOracle(root: string): CodeOracle {
  const opened = openProject(root)
  if (!opened.ok) throw new Error(opened.error.message)
  const code = readCode(opened.value)
  if (!code.ok) throw new Error(code.error.message)
  const { endpoints, schemas } = code.value
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  const definitions = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]))

  const complaints: CodeOracle['complaints'] = (operation, answer, body) => {
    const endpoint = endpoints.find(({ method, path }) => nameless(`${method} ${path}`) === nameless(operation))
    if (!endpoint) return [`${operation} was not read`]
    const response = endpoint.responses.find(({ status }) => status === String(answer.status))
    if (!response) return isHidden(endpoint, answer.status) ? [] : [`${answer.status} was not foreseen`]
    const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (body === '') return []
    const contents = response.contents.filter((one) => one.mediaType === mediaType || one.mediaType === '*/*')
    if (contents.length === 0) return [`${mediaType} was not foreseen`]
    if (mediaType !== 'application/json') return []
    const schema = { anyOf: contents.map((one) => plain(one.schema)), $defs: definitions }
    const validate = ajv.compile(schema)
    return validate(JSON.parse(body)) ? [] : [`${ajv.errorsText(validate.errors)}: ${body}`]
  }
  const statuses = endpoints.flatMap(({ method, path, responses }) =>
    responses.filter(({ implied }) => !implied).map(({ status }) => `${method} ${path} ${status}`),
  )
  const asked = new Map<string, ValidateFunction>()
  const takes: CodeOracle['takes'] = (operation, body) => {
    const endpoint = endpoints.find(({ method, path }) => `${method} ${path}` === operation)
    const contents = endpoint?.body?.contents.filter(({ mediaType }) => mediaType === 'application/json') ?? []
    const schema = { anyOf: contents.map((one) => plain(one.schema)), $defs: definitions }
    const validate = asked.get(operation) ?? ajv.compile(schema)
    asked.set(operation, validate)
    return validate(body)
  }
  const operations = endpoints.map(({ method, path }) => `${method} ${path}`)
  return { complaints, takes, operations, statuses }
}

/** Whether the reading names the status as one that may be answered unseen: a gap that may hide any does not. */
function isHidden({ gaps }: Endpoint, status: number): boolean {
  const named = gaps.flatMap((gap) => (gap.about === 'status' ? (gap.statuses ?? []) : []))
  return named.includes(String(status))
}

/** What a parameter of the path is called is each side's own. */
export const nameless = (operation: string): string => operation.replace(/\{\w+\}/g, '{}')

/** The upper bound of a schema of the model, in plain JSON Schema: objects are closed that do not open themselves. */
function plain(schema: Schema): Record<string, unknown> {
  const { ref, inexact: _inexact, at: _at, presence: _presence, unserialisable: _unserialisable, ...own } = schema
  const all = (parts: readonly Schema[] | undefined) => parts?.map(plain)
  const one = (part: Schema | boolean | undefined) => (typeof part === 'object' ? plain(part) : part)
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, plain(member)])
  const closed = schema.properties !== undefined && schema.additionalProperties === undefined
  return Object.fromEntries(
    Object.entries({
      ...own,
      ...(ref === undefined ? {} : { $ref: `#/$defs/${ref.replaceAll('~', '~0').replaceAll('/', '~1')}` }),
      properties: schema.properties && Object.fromEntries(members),
      additionalProperties: closed ? false : one(schema.additionalProperties),
      items: one(schema.items),
      anyOf: all(schema.anyOf),
      allOf: all(schema.allOf),
      oneOf: all(schema.oneOf),
      prefixItems: all(schema.prefixItems),
    }).filter(([, value]) => value !== undefined),
  )
}
