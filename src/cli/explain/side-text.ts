import type { Contract } from '../../model/contract.js'
import type { Content, Endpoint } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import { headed } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { visible } from '../../reporters/visible.js'
import { schemaText } from './schema-text.js'

/** What one side says of an endpoint, one element a line. */
export function sideText(title: string, endpoint: Endpoint, contract: Contract, paint: Paint, width: number): string[] {
  const { file, line, column } = endpoint.at
  const text = (schema: Schema) => visible(schemaText(schema, contract.schemas))
  const row = (label: string, words: string) => headed(visible(label), words, 2, width)
  const contents = (label: string, list: readonly Content[]) =>
    list.flatMap((content) => row(`${label} ${content.mediaType}`, text(content.schema)))
  return [
    `${paint.strong(title)}  ${paint.place(visible(`${file}:${line}:${column}`))}  ${visible(`${endpoint.method} ${endpoint.path}`)}`,
    ...endpoint.parameters.flatMap((parameter) =>
      row(`${parameter.in} ${parameter.name}${parameter.required === false ? '?' : ''}`, text(parameter.schema)),
    ),
    ...(endpoint.body
      ? contents(endpoint.body.required === false ? 'request?' : 'request', endpoint.body.contents)
      : []),
    ...endpoint.responses.flatMap(({ status, contents: list, headers }) => [
      ...(list.length === 0 ? row(`response ${status}`, 'no content') : contents(`response ${status}`, list)),
      ...headers.flatMap((header) => row(`response ${status} header ${header.name}`, text(header.schema))),
    ]),
    ...row('security', visible(securityText(endpoint))),
    ...(endpoint.deprecated ? row('deprecated', '') : []),
    ...endpoint.gaps.flatMap(({ about, reason }) => row('not known', visible(`${about}: ${reason}`))),
  ]
}

function securityText({ security }: Endpoint): string {
  if (security.kind === 'unknown') return `unknown: ${security.reason}`
  return security.kind === 'open' ? 'open' : `${security.kind} (${security.schemes.join(', ')})`
}
