import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { UnpricedFinding } from '../../src/model/cost.js'
import { contentsOf, operationsOf } from './document/operations.js'
import { copyOf, isMap, listAt, mapAt, type RawMap, targetOf, valueAt } from './document/raw.js'

const rulesOfSchemas = new Set([
  'type-mismatch',
  'nullable-mismatch',
  'enum-mismatch',
  'format-mismatch',
  'constraint-mismatch',
  'undocumented-response-field',
  'unsent-response-field',
  'undocumented-request-field',
  'unaccepted-request-field',
  'required-mismatch',
])

/** Findings about the schema of a body, which must carry a value that shows them. */
export function isAboutSchema({ rule, part, mediaType }: UnpricedFinding): boolean {
  return rulesOfSchemas.has(rule) && (part === 'request' || part === 'response') && mediaType !== null
}

/** Asks Ajv of the document's own text whether a finding's value is allowed, or refused, as the finding says. */
export function proofsOf(document: RawMap): (finding: UnpricedFinding) => 'right' | 'wrong' | 'none' {
  const ajv = addFormats.default(new Ajv2020({ strict: false, validateFormats: true }))
  const definitions = { closed: named(document, false), open: named(document, true) }
  ajv.addSchema({ $id: 'document', $defs: definitions })
  const operations = operationsOf(document)
  return (finding) => {
    if (finding.proof === null) return 'none'
    const operation = operations.find((one) => one.method === finding.method && one.path === finding.path)
    const holder =
      finding.part === 'request'
        ? operation?.body?.at
        : operation?.responses.find((one) => one.status === finding.status)?.at
    const content = contentsOf(document, holder ?? '').find((one) => one.mediaType === finding.mediaType)
    if (content === undefined) return 'wrong'
    const accepts = ajv.compile(written(valueAt(document, content.schema), false))(finding.proof.value)
    return accepts === (finding.proof.acceptedBy === 'spec') ? 'right' : 'wrong'
  }
}

function named(document: RawMap, open: boolean): RawMap {
  const schemas = mapAt(mapAt(copyOf(document), 'components'), 'schemas')
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, written(schema, open)]))
}

const lists = ['allOf', 'oneOf', 'anyOf']

/**
 * A schema in the words of 2020-12, objects closed that do not open themselves. A part of another schema stays open: the
 * whole is closed around all parts. `oneOf` says "one of these", as people mean it.
 */
function written(schema: unknown, open: boolean): RawMap {
  if (!isMap(schema)) return {}
  const target = targetOf(schema)
  if (target !== undefined) {
    return { $ref: `document#/$defs/${open ? 'open' : 'closed'}/${target.replace('/components/schemas/', '')}` }
  }
  const { nullable, oneOf: _, discriminator: __, ...copy } = copyOf(schema)
  for (const key of lists.filter((one) => listAt(schema, one).length > 0)) {
    copy[key === 'oneOf' ? 'anyOf' : key] = listAt(schema, key).map((part) => written(part, true))
  }
  if (isMap(schema.properties)) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, written(one, false)]),
    )
  }
  for (const key of ['items', 'additionalProperties']) if (isMap(schema[key])) copy[key] = written(schema[key], false)
  if (nullable === true && typeof schema.type === 'string') copy.type = [schema.type, 'null']
  const combined = lists.some((key) => key in schema)
  if (open || 'additionalProperties' in schema || !(combined || isMap(schema.properties))) return copy
  return { ...copy, unevaluatedProperties: false }
}
