import type { JsonObject } from '../model/json.js'
import type { Vocabulary } from './config.js'

const severities = ['error', 'warning', 'info']
const texts = { type: 'array', items: { type: 'string', minLength: 1 } }
const textOrTexts = (description: string) => ({
  description,
  oneOf: [
    { type: 'string', minLength: 1 },
    { ...texts, minItems: 1 },
  ],
})
const positive = (description: string) => ({ type: 'number', exclusiveMinimum: 0, description })

/** The JSON Schema of a configuration file; what the reader of configurations validates by, and editors complete by. */
export function configSchema({ rules, formats }: Vocabulary): JsonObject {
  const setting = { enum: [...severities, 'off'] }
  const ruleSettings = {
    type: 'object',
    description: 'Severity by rule id.',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((id) => [id, setting])),
  }
  const pair = {
    name: { type: 'string', minLength: 1, description: 'How a report over several projects calls this one.' },
    spec: textOrTexts('The documents.'),
    project: textOrTexts('The tsconfig files of the code.'),
    code: { type: 'string', minLength: 1, description: 'An OpenAPI document that stands for the code.' },
    prefix: { type: 'string', pattern: '^/', description: 'A path prefix that the code does not show.' },
    ignore: { ...texts, description: 'Endpoints to leave out: "METHOD /glob" or "/glob".' },
    authentication: {
      ...texts,
      description: 'Middlewares, wrappers and guards that ask who the client is, by name.',
    },
    rules: ruleSettings,
    overrides: {
      type: 'array',
      description: 'Other severities for some endpoints; the last that matches wins.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths', 'rules'],
        properties: { paths: { ...texts, minItems: 1 }, rules: ruleSettings },
      },
    },
    failOn: { enum: [...severities, 'never'], description: 'The lowest severity that fails a run.' },
    minCoverage: {
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Least share of verified elements, in percent.',
    },
    allowRemote: { type: 'boolean', description: 'Whether $ref may lead to a URL.' },
    cost: costSchema,
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'tattletype configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...pair,
      projects: {
        type: 'array',
        minItems: 1,
        description: 'Several projects in one repository; what stands beside them holds for each.',
        items: {
          type: ['string', 'object'],
          minLength: 1,
          description: 'A folder, a glob of folders with a configuration each ("!" takes some out), or one project.',
          additionalProperties: false,
          properties: {
            folder: { type: 'string', minLength: 1, description: 'Where its files are relative to.' },
            ...pair,
          },
        },
      },
      format: textOrTexts(`Reporters, "name" or "name:file"; one of ${formats.join(', ')}.`),
      baseline: { type: 'string', minLength: 1, description: 'The file of known findings.' },
    },
  }
}

const costSchema = {
  type: 'object',
  description: 'Constants of the cost model.',
  additionalProperties: false,
  properties: {
    calibration: {
      type: 'object',
      description: 'The case that the minutes are calibrated on.',
      additionalProperties: false,
      required: ['days', 'endpoints'],
      properties: {
        days: positive('Days that writing the document took.'),
        endpoints: positive('Endpoints that the document described.'),
      },
    },
    hoursPerDay: positive('Hours in a working day.'),
    offsetMinutes: { type: 'number', minimum: 0, description: 'Minutes an endpoint costs before its first point.' },
    revisionRatio: positive('What revising costs against writing.'),
    rate: positive('Money an hour.'),
    currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217 code of the rate.' },
  },
} satisfies JsonObject
