import type { Json, JsonObject } from '../../src/model/json.js'
import type { Schema, Schemas } from '../../src/model/schema.js'
import type { TextTree } from '../../src/model/text-tree.js'
import { contractOf } from '../../src/openapi/contract.js'
import { loadLibrary } from '../../src/openapi/files/load.js'
import type { SourceFile } from '../../src/openapi/library.js'
import { brokenReferences } from '../../src/openapi/refs/check.js'
import { type Draft, isRecord, mapInner, type Plain, wordsOf } from './plain.js'

/** One schema as the tool holds it. */
export interface Described {
  readonly schema: Schema
  readonly schemas: Schemas
  /** A reference leads to a URL or out of the root: an audit would end there before anything is compared. */
  readonly refused: boolean
}

const root = '/containment'
const asked = '#/components/schemas/Asked'

/** A schema made of the one that is asked about, which it reaches by this reference. */
export type Around = (reference: JsonObject) => Plain

/**
 * Reads a plain schema through the tool's own reader of documents: it stands under `components` of an OpenAPI document of
 * the dialect that reads its draft. 3.0, like drafts 4 and 7, ignores what stands beside a `$ref`.
 */
export async function described(plain: Plain, draft: Draft, around?: Around): Promise<Described> {
  const key = around === undefined ? `${draft} ${JSON.stringify(plain)}` : undefined
  const earlier = key === undefined ? undefined : known.get(key)
  if (earlier !== undefined) return earlier
  const made = await read(plain, draft, around)
  if (known.size >= mostKept) known.clear()
  if (key !== undefined) known.set(key, made)
  return made
}

/** The same schema read twice is the same object: the tool remembers what it worked out for it. */
const known = new Map<string, Described>()
const mostKept = 500

async function read(plain: Plain, draft: Draft, around: Around | undefined): Promise<Described> {
  const question = around === undefined ? {} : { Question: explicit(around({ $ref: asked }), draft) }
  const tree = treeOf({
    openapi: draft === 'draft2020-12' ? '3.1.0' : '3.0.3',
    paths: {},
    components: { schemas: { Asked: moved(explicit(plain, draft)), ...question } },
  })
  const source: SourceFile = { id: `${root}/openapi.json`, name: 'openapi.json', text: '', tree }
  const dialect = draft === 'draft2020-12' ? 'openapi-3.1' : 'openapi-3.0'
  const library = await loadLibrary(source, dialect, { root, allowRemote: false })
  const { schemas } = contractOf(library)
  const schema = around === undefined ? schemas.Asked : schemas.Question
  if (schema === undefined) throw new Error('the reader lost the schema')
  const refused = brokenReferences(library).some(({ problem }) => problem.reference === 'refused')
  return { schema, schemas, refused }
}

const types = ['null', 'boolean', 'number', 'string', 'array', 'object']
const implying = [
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'],
  ...['items', 'prefixItems', 'unevaluatedItems'],
]

/**
 * Says what the tool would otherwise understand differently: objects that list members are open, and members or items
 * imply no type. Neither changes what plain JSON Schema reads. What `unevaluatedProperties` looks at is left as it is: to
 * open it would be to say that all of it is evaluated.
 */
function explicit(plain: Plain, draft: Draft): Plain {
  return opened(plain, draft, wordsOf(plain).has('unevaluatedProperties') ? 'what is named' : 'nothing')
}

/** What is not to be opened: nothing, the named schemas and what they are made of, or this very schema with its parts. */
type Kept = 'nothing' | 'what is named' | 'this'

const ofTheSameValue = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas', 'dependencies']

function opened(plain: Plain, draft: Draft, kept: Kept): Plain {
  if (typeof plain === 'boolean') return plain
  const closes = plain.unevaluatedProperties !== undefined && plain.unevaluatedProperties !== true
  const inner = mapInner(plain, (part, word) => {
    const named = kept !== 'nothing' && (word === '$defs' || word === 'definitions')
    const same = (closes || kept === 'this') && ofTheSameValue.includes(word)
    return opened(part, draft, named || same ? 'this' : kept === 'this' ? 'what is named' : kept)
  })
  const lists = plain.properties !== undefined || plain.patternProperties !== undefined
  const says = ['additionalProperties', 'unevaluatedProperties'].some((word) => plain[word] !== undefined)
  const members = lists && !says && kept !== 'this' ? { additionalProperties: true } : {}
  const implies = plain.type === undefined && implying.some((word) => plain[word] !== undefined)
  return { ...inner, ...members, ...(implies ? { type: types } : {}) }
}

/** `#` means the schema, which now stands somewhere in a document. */
function moved(plain: Plain): Plain {
  if (typeof plain === 'boolean') return plain
  const { $ref, discriminator } = plain
  const inner = mapInner(plain, moved)
  const mapping = isRecord(discriminator) ? discriminator.mapping : undefined
  const targets = isRecord(mapping)
    ? Object.entries(mapping).map(([name, target]) => [name, there(target)] as const)
    : []
  return {
    ...inner,
    ...($ref === undefined ? {} : { $ref: there($ref) }),
    ...(isRecord(discriminator) && isRecord(mapping)
      ? { discriminator: { ...discriminator, mapping: Object.fromEntries(targets) } }
      : {}),
  }
}

function there(ref: Json): Json {
  return typeof ref === 'string' && (ref === '#' || ref.startsWith('#/')) ? `${asked}${ref.slice(1)}` : ref
}

const at = { line: 1, column: 1 }

function treeOf(value: Json): TextTree {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(treeOf), at }
  if (isRecord(value)) {
    const members: JsonObject = value
    return { kind: 'map', entries: new Map(Object.entries(members).map(([key, inner]) => [key, treeOf(inner)])), at }
  }
  if (typeof value === 'object' && value !== null) throw new Error('no JSON value')
  return { kind: 'scalar', value, at }
}
