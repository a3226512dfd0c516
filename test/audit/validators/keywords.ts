/** JSON Schema as a document writes it. */
type Words = Readonly<Record<string, unknown>>

/** What one keyword of a document is, and what it is where the document was not kept in step. */
export interface Keyword {
  /** Says what every library of the table is told. */
  readonly right: Words
  /** The document promises more than the code takes. */
  readonly wider: Words
  /** The document promises less. */
  readonly narrower: Words
  /** Whether a field of the query or of the path can be of this kind at all. */
  readonly inText?: true
  /** The field need not be there; absent: it must, as `required` in the document says. */
  readonly optional?: Readonly<Record<'right' | 'wider' | 'narrower', boolean>>
  /** There is no such document: it would be the right one. */
  readonly asRight?: 'wider' | 'narrower'
}

const string = { type: 'string' }
const integer = { type: 'integer' }
const list = { type: 'array', items: string }

/** Every keyword that a validator and a document can disagree about, one at a time. */
export const keywords = {
  maxLength: {
    right: { ...string, maxLength: 20 },
    wider: { ...string, maxLength: 30 },
    narrower: { ...string, maxLength: 10 },
    inText: true,
  },
  minLength: {
    right: { ...string, minLength: 3 },
    wider: { ...string, minLength: 2 },
    narrower: { ...string, minLength: 5 },
    inText: true,
  },
  length: {
    right: { ...string, minLength: 8, maxLength: 8 },
    wider: { ...string, minLength: 8, maxLength: 9 },
    narrower: { ...string, enum: ['abcdefgh'] },
    inText: true,
  },
  pattern: {
    right: { ...string, pattern: '^[a-m]{2,9}$' },
    wider: { ...string, pattern: '^[a-z]{2,9}$' },
    narrower: { ...string, pattern: '^[a-d]{2,9}$' },
    inText: true,
  },
  enum: {
    right: { ...string, enum: ['red', 'green'] },
    wider: { ...string, enum: ['red', 'green', 'blue'] },
    narrower: { ...string, enum: ['red'] },
    inText: true,
  },
  email: {
    right: { ...string, format: 'email' },
    wider: { ...string },
    narrower: { ...string, enum: ['ada@example.com'] },
    inText: true,
  },
  uuid: {
    right: { ...string, format: 'uuid' },
    wider: { ...string },
    narrower: { ...string, enum: ['7c1cf3c2-6a0e-4f0e-9b38-9d6a4f6a2a11'] },
    inText: true,
  },
  integer: {
    right: integer,
    wider: { type: 'number' },
    narrower: { ...integer, minimum: 5 },
    inText: true,
  },
  number: {
    right: { type: 'number' },
    wider: { type: ['number', 'object'] },
    narrower: integer,
  },
  minimum: {
    right: { ...integer, minimum: 2 },
    wider: { ...integer, minimum: 1 },
    narrower: { ...integer, minimum: 5 },
    inText: true,
  },
  maximum: {
    right: { ...integer, maximum: 100 },
    wider: { ...integer, maximum: 200 },
    narrower: { ...integer, maximum: 50 },
    inText: true,
  },
  exclusiveMinimum: {
    right: { type: 'number', exclusiveMinimum: 0 },
    wider: { type: 'number', minimum: 0 },
    narrower: { type: 'number', exclusiveMinimum: 1 },
    inText: true,
  },
  multipleOf: {
    right: { ...integer, multipleOf: 4 },
    wider: { ...integer, multipleOf: 2 },
    narrower: { ...integer, multipleOf: 8 },
  },
  boolean: {
    right: { type: 'boolean' },
    wider: { type: ['boolean', 'object'] },
    narrower: { enum: [true] },
  },
  required: {
    right: string,
    wider: string,
    narrower: string,
    optional: { right: false, wider: true, narrower: false },
    asRight: 'narrower',
  },
  optional: {
    right: string,
    wider: string,
    narrower: string,
    optional: { right: true, wider: true, narrower: false },
    asRight: 'wider',
  },
  nullable: {
    right: { type: ['string', 'null'] },
    wider: { type: ['string', 'null', 'object'] },
    narrower: string,
  },
  notNullable: {
    right: { ...string, minLength: 1 },
    wider: { type: ['string', 'null'], minLength: 1 },
    narrower: { ...string, minLength: 2 },
  },
  minItems: {
    right: { ...list, minItems: 2 },
    wider: { ...list, minItems: 1 },
    narrower: { ...list, minItems: 3 },
  },
  maxItems: {
    right: { ...list, maxItems: 4 },
    wider: { ...list, maxItems: 5 },
    narrower: { ...list, maxItems: 2 },
  },
  items: {
    right: { type: 'array', items: { ...string, maxLength: 20 } },
    wider: { type: 'array', items: { ...string, maxLength: 30 } },
    narrower: { type: 'array', items: { ...string, maxLength: 10 } },
  },
  nestedItems: {
    right: nested({ ...string, maxLength: 20 }),
    wider: nested({ ...string, maxLength: 30 }),
    narrower: nested({ ...string, maxLength: 10 }),
  },
  nestedObject: {
    right: holding({ ...string, maxLength: 20 }),
    wider: holding({ ...string, maxLength: 30 }),
    narrower: holding({ ...string, maxLength: 10 }),
  },
  additionalKeys: {
    right: holding(string),
    wider: { ...holding(string), additionalProperties: true },
    narrower: { type: 'object', properties: {}, additionalProperties: false },
  },
} as const satisfies Readonly<Record<string, Keyword>>

export type KeywordName = keyof typeof keywords

function nested(name: Words): Words {
  return { type: 'array', items: holding(name) }
}

function holding(name: Words): Words {
  return { type: 'object', properties: { name }, required: ['name'] }
}
