import type { Body, Content } from '../../../model/endpoint.js'
import type { Schema, Schemas } from '../../../model/schema.js'
import type { Chain, Demand } from '../exchange.js'
import { fieldsOf } from './fields.js'
import { type Inputs, pathNames } from './parameters.js'
import { schemaOfTree, treeOf } from './reads.js'

/** The body that the code takes: what a validator accepts, else what is declared, else what is read. Null where it reads none. */
export function readBody(inputs: Inputs, chain: Chain, schemas: Schemas, mediaType: string | null): Body | null {
  const all = inputs.reads.filter(({ place }) => place === 'body' || place === 'upload')
  // What several routes share hands on the body of each request, also of those that have none.
  const reads = mayLackBody(chain)
    ? all.filter(({ path, mediaType: type }) => path.length > 0 || type !== undefined)
    : all
  const demands = inputs.demands.filter((demand) => demand.place === 'body' && isMeant(demand, reads, chain))
  const files = inputs.demands.filter(({ place }) => place === 'upload')
  const first = demands[0] ?? reads[0] ?? files[0]
  if (first === undefined) return null
  // What a type says of `req.files` are the files as the parser lists them, not the fields of the form.
  const uploads = [...files, ...reads].some(({ place }) => place === 'upload')
  const strict = demands.filter(({ strength }) => strength === 'validator')
  const declared = demands.find(({ strength }) => strength === 'declared')
  const chosen = strict.length > 0 ? strict : declared === undefined ? [] : [declared]
  const fields =
    chosen.length > 0 ? demanded(chosen, inputs, chain, schemas) : lowerBound(demands, inputs, chain, schemas)
  const settled = [...demands, ...reads].find((each) => each.mediaType !== undefined)?.mediaType
  const type = settled ?? (uploads ? 'multipart/form-data' : (mediaType ?? 'application/json'))
  // A validator that is handed the whole form sees its files as well.
  const isWhole = strict.some((each) => each.mediaType === multipart)
  const schema = type === multipart && !isWhole ? withFiles(fields, files, schemas) : fields
  const unchecked = strict.length === 0 && declared !== undefined ? { declared: true as const } : {}
  const content: Content = { mediaType: type, schema, at: (chosen[0] ?? first).at, ...unchecked }
  const required = chosen.find((demand) => demand.required !== undefined)?.required
  const takesForms = [...demands, ...reads].some((each) => each.mediaType === multipart)
  const contents = takesForms ? [content, urlencoded(content)] : [content]
  return { ...(required === undefined ? {} : { required }), contents, at: content.at }
}

const multipart = 'multipart/form-data'

/** What parses the body as a form takes both kinds of form. */
function urlencoded(content: Content): Content {
  return { ...content, mediaType: 'application/x-www-form-urlencoded', implied: true }
}

/** A `GET` has no body unless code looks for one; a type that helpers of several routes share says nothing. */
function isMeant({ strength }: Demand, reads: Inputs['reads'], chain: Chain): boolean {
  return strength === 'validator' || !mayLackBody(chain) || reads.length > 0
}

const mayLackBody = ({ method }: Chain): boolean => method === 'GET' || method === 'HEAD'

function demanded(chosen: readonly Demand[], inputs: Inputs, chain: Chain, schemas: Schemas): Schema {
  const parts = chosen.map(({ schema }) => schema)
  const [first = {}] = parts
  const isStrict = chosen[0]?.strength === 'validator'
  const merged = parts.length === 1 ? first : (mergeObjects(parts, schemas) ?? { allOf: parts })
  if (!isStrict) return withoutPathNames(merged, pathNames(chain.path), schemas)
  const known = fieldsOf(merged, schemas)
  if (known === null || !known.open || merged.properties === undefined) return merged
  return withReads(merged, inputs, chain)
}

/** Validators for single fields of one body say together what it holds. */
function mergeObjects(parts: readonly Schema[], schemas: Schemas): Schema | null {
  const known = parts.map((part) => fieldsOf(part, schemas))
  const all = known.filter((part) => part !== null)
  if (all.length < parts.length || parts.some((part) => part.properties === undefined)) return null
  const fields = all.flatMap((part) => part.fields)
  const required = [...new Set(fields.filter((field) => field.required).map((field) => field.name))]
  const properties: Record<string, Schema> = {}
  for (const { name, schema } of fields) {
    const before = properties[name]
    const both =
      before === undefined ? schema : (mergeObjects([before, schema], schemas) ?? { allOf: [before, schema] })
    properties[name] = both
  }
  const open = all.every((part) => part.open)
  const inexact = parts.find((part) => part.inexact !== undefined)?.inexact
  return {
    type: ['object'],
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(open ? { additionalProperties: true } : {}),
    ...(inexact === undefined ? {} : { inexact }),
  }
}

function lowerBound(demands: readonly Demand[], inputs: Inputs, chain: Chain, schemas: Schemas): Schema {
  const partly = 'only the fields that the code is seen to take are known'
  const fields = demands.flatMap(({ schema }) => fieldsOf(schema, schemas)?.fields ?? [])
  const properties: Record<string, Schema> = {}
  for (const { name, schema } of fields) properties[name] ??= schema
  const object: Schema = { type: ['object'], properties, additionalProperties: true, inexact: partly }
  const whole = withReads(object, inputs, chain)
  return Object.keys(whole.properties ?? {}).length === 0 ? { inexact: partly } : whole
}

/** Adds what is read beside what is demanded. */
function withReads(schema: Schema, inputs: Inputs, chain: Chain): Schema {
  const tree = treeOf(
    inputs.reads.filter(({ place }) => place === 'body'),
    chain.at,
  )
  const properties: Record<string, Schema> = { ...schema.properties }
  for (const [name, field] of tree.fields) properties[name] ??= schemaOfTree(field)
  return { ...schema, properties }
}

/** What checks the fields of a form does not see its files: the parser takes them out. */
function withFiles(schema: Schema, files: readonly Demand[], schemas: Schemas): Schema {
  const { ref, ...own } = schema
  const object: Schema = ref === undefined ? schema : { ...schemas[ref], ...own }
  const named = files.filter(({ strength }) => strength === 'field').map((each) => each.schema.properties ?? {})
  const isObject = object.properties !== undefined || Object.keys(object).every((word) => word === 'inexact')
  if (!isObject || (object.properties === undefined && named.length === 0)) return schema
  const properties: Record<string, Schema> = {}
  for (const [name, field] of Object.entries(object.properties ?? {})) properties[name] = asFormField(field)
  for (const [name, field] of named.flatMap(Object.entries<Schema>)) properties[name] ??= field
  const inexact = object.inexact ?? 'the files of the form are not read'
  return { ...object, type: ['object'], properties, additionalProperties: true, inexact }
}

/** A field of a form of which fields are read, such as its size, is a file. */
function asFormField(field: Schema): Schema {
  const isRead = field.type?.join() === 'object' && field.inexact !== undefined && field.additionalProperties === true
  const at = field.at === undefined ? {} : { at: field.at }
  return isRead ? { inexact: 'the code takes it for a file', ...at } : field
}

/** A field of a declared body that is also a path parameter is the path parameter. */
function withoutPathNames(schema: Schema, names: readonly string[], schemas: Schemas): Schema {
  const target = schema.ref === undefined ? schema : schemas[schema.ref]
  if (target?.properties === undefined || !names.some((name) => target.properties?.[name] !== undefined)) return schema
  const properties = Object.fromEntries(Object.entries(target.properties).filter(([name]) => !names.includes(name)))
  const required = (target.required ?? []).filter((name) => !names.includes(name))
  const { required: _, ...rest } = target
  return { ...rest, properties, ...(required.length > 0 ? { required } : {}) }
}
