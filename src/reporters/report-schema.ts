import type { JsonObject } from '../model/json.js'
import {
  amount,
  count,
  coverage,
  exactly,
  list,
  orNull,
  part,
  severities,
  severity,
  side,
  text,
} from './json-schema.js'

const place = { file: text, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }
const location = exactly({ ...place, pointer: text }, 'pointer')
const range = exactly({ low: amount, expected: amount, high: amount })
const watched = { changes: amount, months: amount }
const cost = { points: amount, creation: amount, upkeep: range, mending: amount, ...watched, commits: amount }
const project = { project: { type: 'string', minLength: 1 } }
const element = {
  ...project,
  method: text,
  path: text,
  part,
  status: orNull(text),
  mediaType: orNull(text),
  pointer: text,
}

const summary = exactly({
  endpoints: exactly({
    documented: count,
    served: count,
    matched: count,
    undocumented: count,
    unimplemented: count,
    ignored: count,
  }),
  findings: severities,
  causes: count,
  coverage,
  cost: exactly(
    {
      points: amount,
      creation: range,
      upkeep: range,
      mending: amount,
      ...watched,
      unknown: text,
      money: exactly({ currency: text, creation: amount, upkeep: amount, mending: amount }),
      model: { type: 'integer', minimum: 1 },
      days: amount,
      debtRatio: amount,
      grade: { enum: ['A', 'B', 'C', 'D', 'E'] },
      constants: { type: 'object', additionalProperties: { type: 'number' } },
      sources: { type: 'object', additionalProperties: exactly({ unit: text, means: text, source: text }) },
    },
    'sources',
    'unknown',
    'money',
  ),
})

const compared = {
  spec: list(exactly({ file: text, dialect: { enum: ['swagger-2.0', 'openapi-3.0', 'openapi-3.1', 'openapi-3.2'] } })),
  code: list({ oneOf: [exactly({ project: text, adapters: list(text) }), exactly({ document: text })] }),
  summary,
}

const endpoint = exactly(
  {
    ...project,
    method: text,
    path: text,
    state: { enum: ['matched', 'undocumented', 'unimplemented', 'moved'] },
    spec: orNull(location),
    code: orNull(location),
    coverage,
    cost: exactly(cost, 'commits'),
  },
  'project',
)

const finding = exactly(
  {
    ...element,
    id: { type: 'string', minLength: 1 },
    cause: { type: 'string', minLength: 1 },
    rule: text,
    severity,
    message: text,
    fix: text,
    spec: orNull(location),
    code: orNull(location),
    proof: orNull(exactly({ value: true, acceptedBy: side, refusedBy: side })),
    minutes: amount,
  },
  'project',
)

/** The JSON Schema of the JSON report, version 1: public interface. */
export const reportSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'tattletype report, version 1',
  ...exactly(
    {
      version: { const: 1 },
      tool: exactly({ name: { const: 'tattletype' }, version: text }),
      ...compared,
      projects: list(exactly({ name: { type: 'string', minLength: 1 }, ...compared })),
      since: exactly({ name: text, standing: count, mended: count }),
      endpoints: list(endpoint),
      findings: list(finding),
      unverifiable: list(exactly({ ...element, reason: text }, 'project')),
    },
    'projects',
    'since',
  ),
}
